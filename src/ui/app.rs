//! The program in the browser: it takes over the slots of a page.
//!
//! The page names its simulator and preset in a `<meta>`; its slots already
//! hold what this program would draw into them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, window};
use yew::prelude::*;

use super::chart::{Caption, Chart};
use super::control::{Control, Edit};
use super::link::{self, Link};
use super::notices::Notices;
use super::session::{Action, Session};
use super::width::use_width;
use crate::params::{Values, from_query, to_query};
use crate::simulator::{AnySimulator, Run};
use crate::simulators;

/// Takes over the page, if it has anything to take over.
pub fn mount() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Some(place) = document
        .query_selector("meta[name=what-survives]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
    else {
        return;
    };
    let (id, preset) = place.split_once('/').unwrap_or((&place, ""));
    let Some(simulator) = simulators::find(id) else { return };
    let base = simulator
        .presets()
        .iter()
        .find(|known| known.id == preset)
        .map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    // The root holds nothing itself: everything is drawn into the slots.
    let Ok(root) = document.create_element("div") else { return };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { simulator: Known(simulator), base }).render();
}

/// A simulator that is the same as another if it has the same id.
#[derive(Clone, Copy)]
struct Known(&'static dyn AnySimulator);

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.0.info().id == other.0.info().id
    }
}

#[derive(Properties, PartialEq)]
struct AppProps {
    simulator: Known,
    base: Values,
}

#[component]
fn App(props: &AppProps) -> Html {
    let simulator = props.simulator.0;
    let session = use_reducer_eq(|| {
        let base = props.base.clone();
        let (values, notices) = from_query(&base, &link::query());
        Session { base, values, notices }
    });
    let run = use_memo(session.values.clone(), |values| simulator.run(values));
    let slots = use_memo((), |()| Slot::find_all());
    let link = use_memo((), |()| Link::default());

    {
        // Back and forward are links like any other.
        let (base, session) = (props.base.clone(), session.dispatcher());
        use_effect_with((), move |()| {
            let listener = link::on_travel(move || {
                let (values, notices) = from_query(&base, &link::query());
                session.dispatch(Action::Open(values, notices));
            });
            move || drop(listener)
        });
    }
    {
        let (link, base) = (link.clone(), props.base.clone());
        use_effect_with(session.values.clone(), move |values| link.follow(&to_query(&base, values)));
    }
    use_effect_with((), |()| {
        if let Some(page) = window().and_then(|window| window.document()?.document_element()) {
            let _ = page.set_attribute("data-ready", "true");
        }
    });

    let on_edit = {
        let (session, link) = (session.dispatcher(), link.clone());
        Callback::from(move |edit: Edit| {
            link.begin(edit.id);
            session.dispatch(Action::Set(edit.id, edit.number));
            if edit.finished {
                link.finish();
            }
        })
    };
    let on_reset = {
        let (session, link) = (session.dispatcher(), link.clone());
        Callback::from(move |_: MouseEvent| {
            link.begin("reset");
            session.dispatch(Action::Reset);
            link.finish();
        })
    };

    slots
        .iter()
        .map(|slot| {
            let content = match slot.kind {
                Kind::Notices => html! { <Notices notices={session.notices.clone()} /> },
                Kind::Tools => {
                    html! { <button type="button" onclick={on_reset.clone()}>{ "Reset" }</button> }
                }
                Kind::Control => match session.values.iter().find(|(spec, _)| spec.id == slot.id) {
                    Some((spec, value)) => html! {
                        <Control spec={*spec} {value} on_edit={on_edit.clone()} />
                    },
                    None => html! {},
                },
                Kind::Value => html! { { value_text(&session.values, &run, &slot.id) } },
                Kind::Chart => match figure_index(&run, &slot.id) {
                    Some(index) => html! { <LiveChart host={slot.host.clone()} run={run.clone()} {index} /> },
                    None => html! {},
                },
                Kind::Caption => match figure_index(&run, &slot.id) {
                    Some(index) => html! { <Caption run={run.clone()} {index} /> },
                    None => html! {},
                },
            };
            create_portal(content, slot.host.clone())
        })
        .collect()
}

/// What `{id}` in the text stands for: a readout or a parameter, in words.
fn value_text(values: &Values, run: &Run, id: &str) -> String {
    match run.readouts.iter().find(|readout| readout.id == id) {
        Some(readout) => readout.text(),
        None => values
            .iter()
            .find(|(spec, _)| spec.id == id)
            .map_or_else(String::new, |(spec, value)| spec.words(value)),
    }
}

fn figure_index(run: &Run, id: &str) -> Option<usize> {
    run.figures.iter().position(|figure| figure.id == id)
}

/// A place in the page that the program keeps true.
struct Slot {
    kind: Kind,
    id: String,
    host: Element,
}

#[derive(Clone, Copy)]
enum Kind {
    Notices,
    Tools,
    Control,
    Value,
    Chart,
    Caption,
}

impl Slot {
    /// Finds the slots of the page and empties them; they are drawn again
    /// before the browser paints.
    fn find_all() -> Vec<Self> {
        let kinds = [
            ("data-notices", Kind::Notices),
            ("data-tools", Kind::Tools),
            ("data-control", Kind::Control),
            ("data-value", Kind::Value),
            ("data-chart", Kind::Chart),
            ("data-caption", Kind::Caption),
        ];
        let Some(document) = window().and_then(|window| window.document()) else { return Vec::new() };
        let mut slots = Vec::new();
        for (attribute, kind) in kinds {
            let Ok(found) = document.query_selector_all(&format!("[{attribute}]")) else { continue };
            for at in 0..found.length() {
                let Some(host) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
                    continue;
                };
                let id = host.get_attribute(attribute).unwrap_or_default();
                host.set_text_content(None);
                slots.push(Self { kind, id, host });
            }
        }
        slots
    }
}

#[derive(Properties, PartialEq)]
struct LiveChartProps {
    host: Element,
    run: Rc<Run>,
    index: usize,
}

/// A chart that is laid out for the width of its place.
#[component]
fn LiveChart(props: &LiveChartProps) -> Html {
    let width = use_width(&props.host);
    html! { <Chart run={props.run.clone()} index={props.index} {width} /> }
}
