//! The figures of a page in the browser, with one cursor along all that share
//! an x axis.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};
use yew::prelude::{
    Html, Properties, TargetCast, UseStateSetter, component, create_portal, use_mut_ref, use_state_eq,
};

use super::chart::{layout_width, node, picture, sheet};
use super::held::{Content, held};
use super::size::{Size, use_sizes};
use super::survey::STALE;
use super::tag::tag;
use crate::chart::{Figure, QUARTERS, Scene, cursor, draw_within, nearest_stop, read, stops, with_before};
use crate::simulator::Run;

/// Where the cursor stands: the id of an x axis, and a value on it.
type Place = Option<(&'static str, f64)>;

/// Props of [`Figures`].
#[derive(Properties)]
pub struct FiguresProps {
    /// What the simulator says now.
    pub run: Rc<Run>,
    /// What it says for the pinned values.
    pub before: Option<Rc<Run>>,
    /// The places of the pictures, each with the place of its figure.
    pub hosts: Rc<Vec<(Element, usize)>>,
    /// How many of the pictures are drawn also where they are out of sight
    /// (`data-away`); the others wait.
    pub late: usize,
}

impl PartialEq for FiguresProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.run, &other.run) && is_same(&self.before, &other.before) && self.late == other.late
    }
}

fn is_same(one: &Option<Rc<Run>>, other: &Option<Rc<Run>>) -> bool {
    one.as_ref().map(Rc::as_ptr) == other.as_ref().map(Rc::as_ptr)
}

/// What changes with the figure and not with the cursor.
struct Drawn {
    run: Rc<Run>,
    before: Option<Rc<Run>>,
    size: Size,
    /// The place of the figure, and the figure with what is pinned, if anything is.
    index: usize,
    compared: Option<Figure>,
    scene: Scene,
    stops: Vec<f64>,
    picture: Html,
}

/// A figure as it was drawn last, and the picture of it with its cursor at a
/// stop. What the cursor does at an event holds the figure, so the figure does
/// not hold that picture: neither would ever go.
struct Shown {
    drawn: Rc<Drawn>,
    now: Option<usize>,
    content: Rc<Content>,
}

impl Drawn {
    fn new(run: &Rc<Run>, before: &Option<Rc<Run>>, index: usize, size: Size) -> Self {
        let (run, before) = (run.clone(), before.clone());
        let compared = before.as_ref().map(|before| with_before(run.figure(index), before.figure(index)));
        let figure = compared.as_ref().unwrap_or_else(|| run.figure(index));
        let scene = draw_within(figure, layout_width(size.0), size.1);
        let picture = picture(figure, &scene, "", None);
        let stops = stops(figure);
        Self { run, before, size, index, compared, scene, stops, picture }
    }

    fn figure(&self) -> &Figure {
        self.compared.as_ref().unwrap_or_else(|| self.run.figure(self.index))
    }

    fn is_of(&self, props: &FiguresProps, size: Size) -> bool {
        Rc::ptr_eq(&self.run, &props.run) && is_same(&self.before, &props.before) && self.size == size
    }

    /// The stop at a place, if it is one on this figure's x axis.
    fn stop_at(&self, place: Place) -> Option<usize> {
        let figure = self.figure();
        let (axis, x) = place.filter(|_| !self.stops.is_empty())?;
        (axis == figure.x.id).then(|| nearest_stop(figure, &self.stops, figure.x.fraction(x)))
    }

    /// The place of a stop along the x axis.
    fn place(&self, stop: usize) -> Place {
        Some((self.figure().x.id, self.stops[stop.min(self.stops.len() - 1)]))
    }

    /// The place that a key leads to, from the stop where the cursor stands.
    fn place_by_key(&self, event: &Event, now: Option<usize>) -> Option<Place> {
        let last = self.stops.len() - 1;
        let ahead = |by: usize| now.map_or(0, |at| at + by);
        let back = |by: usize| now.map_or(last, |at| at.saturating_sub(by));
        let to = match &*event.dyn_ref::<KeyboardEvent>()?.key() {
            "ArrowRight" | "ArrowUp" => ahead(1),
            "ArrowLeft" | "ArrowDown" => back(1),
            "PageUp" => ahead(10),
            "PageDown" => back(10),
            "Home" => 0,
            "End" => last,
            "Escape" => return Some(None),
            _ => return None,
        };
        event.prevent_default();
        Some(self.place(to))
    }

    /// The place under a pointer in an element that lies over the picture.
    fn place_at(&self, event: &PointerEvent) -> Place {
        let area = event.target_unchecked_into::<Element>();
        let frame = self.scene.frames.first()?;
        // The picture keeps its shape in the middle of a lower place.
        let (width, height) = (f64::from(self.scene.width), f64::from(self.scene.height));
        let (across, down) = (f64::from(area.client_width()), f64::from(area.client_height()));
        let scale = (across / width).min(down / height);
        let x = (f64::from(event.offset_x()) - (across - width * scale) / 2.0) / scale;
        let fraction = (x * f64::from(QUARTERS) - f64::from(frame.left)) / f64::from(frame.width());
        self.place(nearest_stop(self.figure(), &self.stops, fraction))
    }
}

/// All pictures of a page. The cursor is theirs, so that nothing else is drawn
/// anew while it moves.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let place = use_state_eq(|| Place::None);
    let sizes = use_sizes(&props.hosts);
    let shown = use_mut_ref(|| props.hosts.iter().map(|_| None::<Shown>).collect::<Vec<_>>());
    let mut portals = Vec::new();
    for (at, shown) in shown.borrow_mut().iter_mut().enumerate() {
        let ((host, index), size) = (&props.hosts[at], sizes[at]);
        let mut drawn = shown.as_ref().map(|shown| shown.drawn.clone());
        if !drawn.as_ref().is_some_and(|drawn| drawn.is_of(props, size)) {
            let waits = at >= props.late && host.has_attribute("data-away");
            let _ = host.toggle_attribute_with_force(STALE, waits);
            if !waits {
                if drawn.is_none() {
                    host.set_text_content(None);
                }
                drawn = Some(Rc::new(Drawn::new(&props.run, &props.before, *index, size)));
            }
        }
        // Before it is drawn for the first time, it is as the page came.
        let Some(drawn) = drawn else {
            portals.push(Html::default());
            continue;
        };
        let now = drawn.stop_at(*place);
        let is_shown = |shown: &&Shown| Rc::ptr_eq(&shown.drawn, &drawn) && shown.now == now;
        let content = match shown.as_ref().filter(is_shown) {
            Some(shown) => shown.content.clone(),
            None => Rc::new(Content { parts: with_cursor(&drawn, now, &place.setter()) }),
        };
        portals.push(create_portal(held(&content), host.clone()));
        *shown = Some(Shown { drawn, now, content });
    }
    portals.into_iter().collect()
}

/// A picture, and the slider over it that is its cursor.
fn with_cursor(drawn: &Rc<Drawn>, now: Option<usize>, set: &UseStateSetter<Place>) -> Vec<Html> {
    let Drawn { scene, stops, picture, .. } = &**drawn;
    let figure = drawn.figure();
    if stops.is_empty() {
        return vec![picture.clone()];
    }
    let last = stops.len() - 1;
    // What the cursor does at an event: goes to a place, leaves, or nothing.
    let moves = |act: fn(&Drawn, &Event, Option<usize>) -> Option<Place>| {
        let (set, drawn) = (set.clone(), drawn.clone());
        move |event: Event| {
            if let Some(to) = act(&drawn, &event, now) {
                set.set(to);
            }
        }
    };
    let point = |drawn: &Drawn, event: &Event, _| Some(drawn.place_at(event.unchecked_ref()));
    let let_go = |_: &Drawn, event: &Event, _| {
        // A finger that is lifted leaves the cursor where it is.
        (event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse").then_some(None)
    };
    let mut probe = tag("div")
        .with("class", "probe")
        .with("role", "slider")
        .with("tabindex", "0")
        .with("aria-label", ["Cursor along the figure “", figure.title, "”"].concat())
        .with("aria-valuemin", "0")
        .with("aria-valuemax", last.to_string())
        .with("aria-valuenow", now.unwrap_or(0).to_string())
        .on("pointermove", moves(point))
        .on("pointerdown", moves(point))
        // Yew hears only events that bubble, as `pointerleave` and `blur` do not.
        .on("pointerout", moves(let_go))
        // It was no wish to read: the page is scrolled with it.
        .on("pointercancel", moves(|_, _, _| Some(None)))
        .on("focusout", moves(|_, _, _| Some(None)))
        .on("keydown", moves(Drawn::place_by_key));
    probe = match now.map(|at| (stops[at], read(figure, stops[at]))) {
        Some((x, reading)) => {
            let lines = cursor(figure, scene, x, &reading);
            let lines =
                sheet(scene, Scene::CLASS).with("aria-hidden", "true").children(lines.iter().map(node));
            probe.with("aria-valuetext", reading.words()).child(lines)
        }
        None => probe.with("aria-valuetext", "Press an arrow key"),
    };
    vec![picture.clone(), probe.into()]
}
