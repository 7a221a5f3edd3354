//! The program in the browser: it takes over the slots of a page.
//!
//! The page names its simulator and preset in a `<meta>`; its slots already
//! hold what this program would draw into them.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, window};
use yew::prelude::*;

use super::chart::{Caption, Chart};
use super::claims::{self, Margin, Shade, Tips, Verdict, Watch};
use super::control::{Control, Edit};
use super::levers::Levers;
use super::link::{self, Link};
use super::notices::Notices;
use super::session::{Action, Jump, Session};
use super::survey::use_survey;
use super::width::use_width;
use crate::explore::Findings;
use crate::params::Values;
use crate::simulator::{AnySimulator, Run};
use crate::simulators;

/// Takes over the page, if it has anything to take over.
pub fn mount() -> Option<AppHandle<App>> {
    let document = window()?.document()?;
    let place = document.query_selector("meta[name=what-survives]").ok()??.get_attribute("content")?;
    let (id, preset) = place.split_once('/').unwrap_or((&place, ""));
    let simulator = simulators::find(id)?;
    let base = simulator
        .presets()
        .iter()
        .find(|known| known.id == preset)
        .map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    // The root holds nothing itself: everything is drawn into the slots.
    let root = document.create_element("div").ok()?;
    let props = AppProps { simulator: Known(simulator), base };
    Some(yew::Renderer::<App>::with_root_and_props(root, props).render())
}

/// A simulator that is the same as another if it has the same id.
#[derive(Clone, Copy)]
pub struct Known(pub &'static dyn AnySimulator);

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.0.info().id == other.0.info().id
    }
}

/// Props of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The simulator of the page.
    pub simulator: Known,
    /// Where the page starts: the values of its preset.
    pub base: Values,
}

/// The program of one page: its state, and everything that shows it.
#[component]
pub fn App(props: &AppProps) -> Html {
    let simulator = props.simulator.0;
    let session = use_reducer_eq(|| Session::open(&props.base, &link::query()));
    let run = use_memo(session.values.clone(), |values| simulator.run(values));
    let claims = use_memo((), |()| simulator.claims());
    let margins = use_memo(session.values.clone(), |values| claims::margins(simulator, values));
    let watched = claims::place_of(&claims, &session.watched);
    let findings = use_survey(props.simulator, &session.values, watched);
    let slots = use_memo((), |()| Slot::find_all());
    let link = use_memo((), |()| Link::default());

    {
        // Back and forward are links like any other.
        let (base, session) = (props.base.clone(), session.dispatcher());
        use_effect_with((), move |()| {
            let listener = link::on_travel(move || {
                session.dispatch(Action::Open(Session::open(&base, &link::query())));
            });
            move || drop(listener)
        });
    }
    {
        let link = link.clone();
        use_effect_with(session.query(), move |query| link.follow(query));
    }
    use_effect_with((), |()| {
        if let Some(page) = window().and_then(|window| window.document()?.document_element()) {
            let _ = page.set_attribute("data-ready", "true");
        }
    });

    // Everything that a reader does goes through here.
    let act = {
        let (session, link) = (session.dispatcher(), link.clone());
        move |what: &'static str, action: Action, finished: bool| {
            link.begin(what);
            session.dispatch(action);
            if finished {
                link.finish();
            }
        }
    };
    let on_edit = {
        let act = act.clone();
        Callback::from(move |edit: Edit| act(edit.id, edit.action, edit.finished))
    };
    let on_jump = {
        let act = act.clone();
        Callback::from(move |jump: Jump| act("jump", Action::Set(jump.id, jump.to), true))
    };
    let on_watch = {
        let act = act.clone();
        Callback::from(move |claim: &'static str| act("claim", Action::Watch(claim), true))
    };
    let on_reset = Callback::from(move |_: MouseEvent| act("reset", Action::Reset, true));

    let place = |id: &str| session.values.specs().iter().position(|spec| spec.id == id);
    let watched_verdict = claims.get(watched).map(|claim| claim.verdict(margins[watched]));
    let claim = |id: &str| claims.iter().position(|claim| claim.id == id);
    let draw = |slot: &Slot| -> Option<Html> {
        let id = &*slot.id;
        Some(match slot.kind {
            Kind::Notices => html! { <Notices notices={session.notices.clone()} /> },
            Kind::Tools => html! { <button type="button" onclick={on_reset.clone()}>{ "Reset" }</button> },
            Kind::Control => {
                let place = place(id)?;
                let (spec, value) = (session.values.specs()[place], session.values.numbers()[place]);
                let text = session.values.text(id).to_owned();
                html! { <Control {spec} {value} {text} verdict={watched_verdict} on_edit={on_edit.clone()} /> }
            }
            Kind::Shade => {
                let place = place(id)?;
                let spec = session.values.specs()[place];
                let track = findings.as_ref()?.track(watched, place, &session.values)?.clone();
                html! { <Shade {spec} {track} /> }
            }
            Kind::Value => html! { { value_text(&session.values, &run, id) } },
            Kind::Chart => {
                let index = figure_index(&run, id)?;
                html! { <LiveChart host={slot.host.clone()} run={run.clone()} {index} /> }
            }
            Kind::Caption => html! { <Caption run={run.clone()} index={figure_index(&run, id)?} /> },
            Kind::Verdict => {
                let place = claim(id)?;
                let holds = claims[place].holds(margins[place]);
                html! { <LiveVerdict host={slot.host.clone()} {holds} /> }
            }
            Kind::Margin => {
                let place = claim(id)?;
                html! { <Margin claim={claims[place]} margin={margins[place]} /> }
            }
            Kind::Watch => {
                let place = claim(id)?;
                html! { <Watch claim={claims[place].id} watched={place == watched} on_watch={on_watch.clone()} /> }
            }
            Kind::Tips => {
                let claim = claim(id)?;
                let findings = Findings::clone(findings.as_ref()?);
                if findings.tracks[claim].is_empty() || findings.values != session.values {
                    return None;
                }
                let (session, holds) = (Session::clone(&session), claims[claim].holds(margins[claim]));
                html! { <Tips {session} {claim} {findings} {holds} on_jump={on_jump.clone()} /> }
            }
            Kind::Levers => {
                let findings = Findings::clone(findings.as_ref()?);
                findings.levers.as_ref()?;
                let id = simulator.info().headline;
                let headline = run.readouts.iter().find(|readout| readout.id == id)?.clone();
                html! { <Levers session={Session::clone(&session)} {findings} {headline} on_jump={on_jump.clone()} /> }
            }
        })
    };
    slots.iter().map(|slot| slot.fill(draw(slot))).collect()
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
    /// What it was last filled with; nothing while it still shows what the
    /// page came with.
    shown: RefCell<Option<Html>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Notices,
    Tools,
    Control,
    Shade,
    Value,
    Chart,
    Caption,
    Verdict,
    Margin,
    Watch,
    Tips,
    Levers,
}

/// The attribute by which each kind of slot is found.
const SLOTS: [(&str, Kind); 12] = [
    ("data-notices", Kind::Notices),
    ("data-tools", Kind::Tools),
    ("data-control", Kind::Control),
    ("data-shade", Kind::Shade),
    ("data-value", Kind::Value),
    ("data-chart", Kind::Chart),
    ("data-caption", Kind::Caption),
    ("data-verdict-of", Kind::Verdict),
    ("data-margin", Kind::Margin),
    ("data-watch", Kind::Watch),
    ("data-tips", Kind::Tips),
    ("data-levers", Kind::Levers),
];

impl Slot {
    fn find_all() -> Vec<Self> {
        let Some(document) = window().and_then(|window| window.document()) else { return Vec::new() };
        let mut slots = Vec::new();
        for (attribute, kind) in SLOTS {
            let Ok(found) = document.query_selector_all(&format!("[{attribute}]")) else { continue };
            for at in 0..found.length() {
                if let Some(host) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
                    let id = host.get_attribute(attribute).unwrap_or_default();
                    slots.push(Self { kind, id, host, shown: RefCell::default() });
                }
            }
        }
        slots
    }

    /// Draws into the slot. What the page came with is removed the first time
    /// there is something to draw, before the browser paints. What is not known
    /// yet (the survey takes a while) leaves what was there, marked as stale.
    fn fill(&self, content: Option<Html>) -> Html {
        let is_stale = content.is_none() && matches!(self.kind, Kind::Shade | Kind::Tips);
        let _ = self.host.toggle_attribute_with_force("data-stale", is_stale);
        if let Some(content) = content {
            if self.shown.borrow().is_none() {
                self.host.set_text_content(None);
            }
            self.shown.replace(Some(content));
        }
        self.shown
            .borrow()
            .clone()
            .map_or_else(Html::default, |shown| create_portal(shown, self.host.clone()))
    }
}

#[derive(Properties, PartialEq)]
struct LiveVerdictProps {
    host: Element,
    holds: bool,
}

/// A verdict that also marks the list item it stands in.
#[component]
fn LiveVerdict(props: &LiveVerdictProps) -> Html {
    use_effect_with((props.host.clone(), props.holds), |(host, holds)| {
        if let Ok(Some(item)) = host.closest("[data-claim]") {
            let _ = item.set_attribute("data-verdict", if *holds { "holds" } else { "fails" });
        }
    });
    html! { <Verdict holds={props.holds} /> }
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
