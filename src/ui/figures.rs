//! The figures of a page in the browser, with one cursor along all that share
//! an x axis.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::chart::{layout_width, node, picture};
use super::size::use_size;
use crate::chart::{Figure, QUARTERS, Scene, cursor, draw_within, nearest_stop, read, stops, with_before};
use crate::simulator::Run;

/// Where the cursor stands: the id of an x axis, and a value on it.
type Place = Option<(&'static str, f64)>;

/// Props of [`Figures`].
#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    /// What the simulator says now.
    pub run: Rc<Run>,
    /// What it says for the pinned values.
    pub before: Option<Rc<Run>>,
    /// The places of the pictures, each with the place of its figure.
    pub hosts: Rc<Vec<(Element, usize)>>,
}

/// All pictures of a page. The cursor is theirs, so that nothing else is drawn
/// anew while it moves.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let place = use_state_eq(|| Place::None);
    let on = use_callback((), {
        let place = place.setter();
        move |to: Place, ()| place.set(to)
    });
    use_memo((), |()| {
        for (host, _) in &*props.hosts {
            host.set_text_content(None);
        }
    });
    props
        .hosts
        .iter()
        .map(|(host, index)| {
            let (run, before) = (props.run.clone(), props.before.clone());
            let place = place.filter(|(axis, _)| run.figures[*index].x.id == *axis);
            let picture = html! {
                <Picture host={host.clone()} {run} {before} index={*index} {place} on={on.clone()} />
            };
            create_portal(picture, host.clone())
        })
        .collect()
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    host: Element,
    run: Rc<Run>,
    before: Option<Rc<Run>>,
    index: usize,
    place: Place,
    on: Callback<Place>,
}

/// What changes with the figure and not with the cursor.
struct Drawn {
    figure: Figure,
    scene: Scene,
    stops: Vec<f64>,
    picture: Html,
}

/// A picture that is laid out for the width of its place.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let (width, limit) = use_size(&props.host);
    let size = (layout_width(width), limit);
    let drawn = use_memo((props.run.clone(), props.before.clone(), size), |(run, before, (width, limit))| {
        let mut figure = run.figures[props.index].clone();
        if let Some(before) = before {
            figure = with_before(&figure, &before.figures[props.index]);
        }
        let scene = draw_within(&figure, *width, *limit);
        let picture = picture(&figure, &scene, "", None);
        Drawn { stops: stops(&figure), figure, scene, picture }
    });
    if drawn.stops.is_empty() {
        return drawn.picture.clone();
    }
    let Drawn { figure, scene, stops, picture } = &*drawn;
    let axis = figure.x.id;
    let now = props.place.map(|(_, x)| nearest_stop(figure, stops, figure.x.fraction(x)));
    let last = stops.len() - 1;

    let point = {
        let (on, drawn) = (props.on.clone(), drawn.clone());
        Callback::from(move |event: PointerEvent| {
            let area = event.target_unchecked_into::<Element>();
            let Some(frame) = drawn.scene.frames.first() else { return };
            // The picture keeps its shape in the middle of a lower place.
            let (width, height) = (f64::from(drawn.scene.width), f64::from(drawn.scene.height));
            let (across, down) = (f64::from(area.client_width()), f64::from(area.client_height()));
            let scale = (across / width).min(down / height);
            let x = (f64::from(event.offset_x()) - (across - width * scale) / 2.0) / scale;
            let fraction = (x * f64::from(QUARTERS) - f64::from(frame.left)) / f64::from(frame.width());
            let stop = nearest_stop(&drawn.figure, &drawn.stops, fraction);
            on.emit(Some((axis, drawn.stops[stop])));
        })
    };
    // Yew hears only events that bubble, as `pointerleave` and `blur` do not.
    let leave = props.on.reform(|_: FocusEvent| None);
    let let_go = {
        let on = props.on.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves the cursor where it is.
            if event.pointer_type() == "mouse" {
                on.emit(None);
            }
        })
    };
    let keys = {
        let (on, drawn) = (props.on.clone(), drawn.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (back, ahead) =
                (|by| now.map_or(last, |at| at.saturating_sub(by)), |by| now.map_or(0, |at| at + by));
            let to = match &*event.key() {
                "ArrowRight" | "ArrowUp" => ahead(1),
                "ArrowLeft" | "ArrowDown" => back(1),
                "PageUp" => ahead(10),
                "PageDown" => back(10),
                "Home" => 0,
                "End" => last,
                "Escape" => return on.emit(None),
                _ => return,
            };
            event.prevent_default();
            on.emit(Some((axis, drawn.stops[to.min(last)])));
        })
    };
    let reading = now.map(|at| (stops[at], read(figure, stops[at])));
    let words =
        reading.as_ref().map_or_else(|| "Press an arrow key".to_owned(), |(_, reading)| reading.words());
    html! {
        <>
            { picture.clone() }
            <div class="probe" role="slider" tabindex="0" aria-label={format!("Cursor along the figure “{}”", figure.id)}
                aria-valuemin="0" aria-valuemax={last.to_string()} aria-valuenow={now.unwrap_or(0).to_string()}
                aria-valuetext={words} onpointermove={point.clone()} onpointerdown={point}
                onpointerout={let_go} onfocusout={leave} onkeydown={keys}>
                if let Some((x, reading)) = &reading {
                    <svg class={Scene::CLASS} viewBox={scene.view_box()} aria-hidden="true">
                        { for cursor(figure, scene, *x, reading).iter().map(node) }
                    </svg>
                }
            </div>
        </>
    }
}
