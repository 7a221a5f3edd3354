//! The program in the browser: it takes over the slots of a page.
//!
//! The page names its simulator and preset in a `<meta>`; its slots already
//! hold what this program would draw into them.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, window};
use yew::prelude::*;

use super::carry;
use super::claims::{count, margin, shade, tips, verdict};
use super::control::{Look, changed, control, restore};
use super::figures::Figures;
use super::held::{Content, held};
use super::link::{self, Link};
use super::notices::notices;
use super::session::{Action, Edit, Session};
use super::survey::{STALE, Surveyor};
use super::table::table;
use super::tools::{tools, ways};
use crate::params::{Spec, Values};
use crate::simulator::{AnySimulator, ClaimInfo, FigureInfo, Run, watched};
use crate::simulators::{Program, find_in};

/// Takes over the page, if it has anything to take over that is in this program.
pub fn mount<P: Program>() -> Option<AppHandle<App>> {
    let document = window()?.document()?;
    let place = document.query_selector("meta[name=what-survives]").ok()??.get_attribute("content")?;
    let (id, preset) = place.split_once('/').unwrap_or((&place, ""));
    let simulator = find_in::<P>(id)?;
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

/// What is known of a page besides its state, or follows from that.
struct Page {
    root: Option<Element>,
    claims: Vec<ClaimInfo>,
    figures: Vec<FigureInfo>,
    slots: Vec<Slot>,
    /// What the slots are in.
    around: Vec<Rc<Around>>,
    /// The places of pictures, each with the place of its figure.
    hosts: Rc<Vec<(Element, usize)>>,
    /// Everything that a reader does goes through here.
    on: Callback<Edit>,
    /// What a reader has touched since the page was drawn.
    touched: Rc<RefCell<Vec<&'static str>>>,
    link: Link,
    /// The state that the link was told last.
    query: Option<String>,
    /// The values now, and what follows from them.
    values: Values,
    run: Rc<Run>,
    margins: Vec<OnceCell<f64>>,
    /// The same for the pinned values.
    before: Option<(Values, Rc<Run>)>,
    surveyor: Surveyor,
    /// Whether the page is marked as one that is not true yet.
    is_stale: Cell<bool>,
}

impl Page {
    fn new(simulator: &dyn AnySimulator, session: &UseReducerHandle<Session>) -> Self {
        let link = Link::start();
        let touched = Rc::new(RefCell::new(Vec::new()));
        let on = {
            let (link, session, touched) = (link.clone(), session.dispatcher(), touched.clone());
            Callback::from(move |edit: Edit| {
                touched.borrow_mut().push(edit.what);
                if link.begin(edit.what) {
                    session.dispatch(Action::Begin);
                }
                session.dispatch(edit.action);
                if edit.finished {
                    link.finish();
                }
            })
        };
        let (values, (slots, around)) = (session.values.clone(), Slot::find_all());
        let run = Rc::new(simulator.run(&values));
        let charts = slots.iter().filter(|slot| slot.kind == Kind::Chart);
        let figures = simulator.figures();
        let place = |id: &str| figures.iter().position(|figure| figure.id == id);
        let hosts = charts.filter_map(|slot| Some((slot.host.clone(), place(&slot.id)?))).collect();
        let (claims, hosts) = (simulator.claims(), Rc::new(hosts));
        let margins = claims.iter().map(|_| OnceCell::new()).collect();
        let surveyor = Surveyor::default();
        let document = window().and_then(|window| window.document());
        for slot in slots.iter().filter(|slot| slot.kind == Kind::Chip) {
            let claim = claims.iter().find(|claim: &&ClaimInfo| claim.id == slot.id).map(|claim| claim.id);
            let (on, Some(id)) = (on.clone(), claim) else { continue };
            let press = move |_: &Event| on.emit(Edit::once("claim", Action::Watch(id)));
            EventListener::new(&slot.host, "click", press).forget();
            let _ = slot.host.remove_attribute("disabled");
        }
        let root = document.as_ref().and_then(|document| document.document_element());
        let doubt = on.clone();
        let doubt = move |event: &Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let button = target.and_then(|target| target.closest("[data-doubt]").ok().flatten());
            if let Some(id) = button.and_then(|button| button.get_attribute("data-doubt")) {
                doubt.emit(Edit::once("doubt", Action::Doubt(id)));
            }
        };
        if let Some(document) = &document {
            EventListener::new(document, "click", doubt).forget();
        }
        let (query, before, is_stale) = (None, None, Cell::new(false));
        Self {
            root,
            claims,
            figures,
            slots,
            around,
            hosts,
            on,
            touched,
            link,
            query,
            values,
            run,
            margins,
            before,
            surveyor,
            is_stale,
        }
    }

    /// Runs the model again where the state has changed, and says the state:
    /// now and not in an effect, which on a slow machine comes a while after
    /// the words, and whoever reads both would put new words to an old state.
    fn follow(&mut self, simulator: &dyn AnySimulator, session: &Session) {
        let query = session.query();
        if self.query.as_ref() != Some(&query) {
            self.link.follow(&query);
            self.query = Some(query);
        }
        if self.values != session.values {
            self.values = session.values.clone();
            self.run = Rc::new(simulator.run(&self.values));
            self.margins.fill(OnceCell::new());
        }
        if self.before.as_ref().map(|(values, _)| values) != session.pinned.as_ref() {
            let run = |values: &Values| (values.clone(), Rc::new(simulator.run(values)));
            self.before = session.pinned.as_ref().map(run);
        }
    }
}

/// The program of one page: its state, and everything that shows it.
#[component]
pub fn App(props: &AppProps) -> Html {
    let simulator = props.simulator.0;
    let session = use_reducer(|| Session::open(&props.base, &link::asked()).on(&simulator.claims()));
    let page = use_mut_ref(|| Page::new(simulator, &session));
    let mut page = page.borrow_mut();
    page.follow(simulator, &session);
    let again = use_force_update();
    let watched = watched(&page.claims, &session.watched);
    let hosts = page.hosts.clone();
    let findings = page.surveyor.follow(simulator, &session.values, watched, &hosts, &again);
    let Page { root, claims, figures, slots, around, on, touched, link, run, before, surveyor, .. } = &*page;
    let before = before.as_ref().map(|(_, run)| run);
    {
        let (base, session, root) = (props.base.clone(), session.dispatcher(), root.clone());
        let link = link.clone();
        use_effect_with((), move |()| {
            // Back and forward are links like any other.
            let travels = link.listen(move |query| {
                session
                    .dispatch(Action::Open(Box::new(Session::open(&base, &query).on(&simulator.claims()))));
            });
            // `toggle` does not bubble.
            let options = EventListenerOptions::run_in_capture_phase();
            let toggles = window().map(|window| {
                EventListener::new_with_options(&window, "toggle", options, move |_| again.force_update())
            });
            if let Some(root) = root {
                let _ = root.set_attribute("data-ready", "true");
            }
            move || drop((travels, toggles))
        });
    }

    let values = &session.values;
    let parameter = |id: &str| values.specs().iter().position(|spec| spec.id == id);
    let figure = |id: &str| figures.iter().position(|figure| figure.id == id).map(|at| run.figure(at));
    let claim = |id: &str| claims.iter().position(|claim| claim.id == id);
    let readout = |id: &str| run.readouts.iter().find(|readout| readout.id == id);
    // Claims that nobody sees need not be weighed.
    let margin_of = |claim: usize| *page.margins[claim].get_or_init(|| simulator.margin(claim, values));
    let holds = |claim: usize| claims[claim].holds(margin_of(claim));
    let watched_verdict = claims.get(watched).map(|claim| claim.verdict(margin_of(watched)));
    let draw = |slot: &Slot| -> Option<Drawing> {
        let id = &*slot.id;
        Some(match slot.kind {
            Kind::Notices => Drawing::Parts(notices(&session.notices)),
            Kind::Tools => {
                if slot.looks_like(Seen::Ways(ways(&session))) {
                    return None;
                }
                Drawing::Parts(tools(&session, on))
            }
            Kind::Control => {
                let place = parameter(id)?;
                let spec = &values.specs()[place];
                let verdict = watched_verdict.filter(|_| slot.is_shaded);
                if slot.looks_like(Seen::Control(Look::of(&session, place, verdict))) {
                    return None;
                }
                mark_doubt(&slot.host, spec, session.ranges.get(id).is_some());
                // Two parts at all times: Yew matches the parts of a list from its end.
                Drawing::Parts(vec![
                    control(&session, place, verdict, on).into_iter().collect(),
                    restore(spec, session.start_of(spec), on).unwrap_or_default(),
                ])
            }
            Kind::Shade => {
                let place = parameter(id)?;
                Drawing::part(shade(
                    &values.specs()[place],
                    findings.as_ref()?.track(watched, place, values)?,
                ))
            }
            Kind::Value => Drawing::Words(
                run.words(values, id).unwrap_or_default(),
                before.map_or_else(String::new, |before| was(run, before, id)),
            ),
            Kind::Table => Drawing::part(table(figure(id)?)),
            Kind::Chart => return None,
            Kind::Caption => Drawing::words(figure(id)?.caption.clone()),
            Kind::Verdict => {
                let holds = holds(claim(id)?);
                if slot.looks_like(Seen::Is(holds)) {
                    return None;
                }
                if let Ok(Some(item)) = slot.host.closest("[data-claim]") {
                    let _ = item.set_attribute("data-verdict", if holds { "holds" } else { "fails" });
                }
                Drawing::Parts(verdict(holds))
            }
            Kind::Margin => {
                let place = claim(id)?;
                Drawing::words(margin(&claims[place], margin_of(place)))
            }
            Kind::Chip => {
                let place = claim(id)?;
                let is_open = session.is_unfolded && place == watched;
                if slot.looks_like(Seen::Chip(is_open, place == watched)) {
                    return None;
                }
                let _ = slot.host.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
                let _ =
                    slot.host.set_attribute("aria-current", if place == watched { "true" } else { "false" });
                let fold = slot.fold.as_ref()?;
                let _ = fold.element.toggle_attribute_with_force(OPEN, is_open);
                fold.look();
                return None;
            }
            Kind::Count => Drawing::words(count(claims, holds)),
            Kind::Watched => Drawing::words(claims.get(watched)?.name.to_owned()),
            Kind::Tips => {
                let claim = claim(id)?;
                let findings = findings.as_ref().filter(|findings| findings.values == *values)?;
                if findings.tracks[claim].is_empty() {
                    return None;
                }
                Drawing::Parts(tips(&session, findings, claim, holds(claim), on))
            }
            Kind::Carry => {
                // The words stay as they are; where they lead to follows.
                let number = |id: &str| readout(id).map_or_else(|| values.get(id), |readout| readout.value);
                let root = slot.host.get_attribute("href")?;
                let root =
                    root.split_inclusive('/').take_while(|part| part.starts_with('.')).collect::<String>();
                let _ = slot.host.set_attribute("href", &(root + &carry::address(id, number)?));
                return None;
            }
            Kind::Changed => Drawing::words(changed(values, id)),
            Kind::Lesson => {
                // Both ways to say it are in the page.
                let parts = [slot.host.first_element_child(), slot.host.last_element_child()];
                for (part, is_shown) in parts.into_iter().zip([run.lesson_is_true, !run.lesson_is_true]) {
                    let _ = part?.toggle_attribute_with_force("hidden", !is_shown);
                }
                return None;
            }
        })
    };
    let late = surveyor.late();
    let is_moving = late == 0;
    if let Some(root) = root.as_ref().filter(|_| page.is_stale.replace(is_moving) != is_moving) {
        let _ = root.toggle_attribute_with_force(STALE, is_moving);
    }
    around.iter().for_each(|around| around.look());
    // A control that was touched may show what it was given and not what was made of that.
    for id in touched.take() {
        slots.iter().filter(|slot| slot.id == id).for_each(|slot| drop(slot.seen.take()));
    }
    let mut parts: Vec<Html> = vec![html! {
        <Figures run={run.clone()} before={before.cloned()} {hosts} {late} />
    }];
    // Each slot keeps its place in the list: Yew would take a portal at another
    // place for the one that was there before, and its events would be lost.
    parts.extend(slots.iter().map(|slot| {
        let waits = slot.is_closed() || is_moving && slot.is_away();
        slot.fill(if waits { None } else { draw(slot) }).unwrap_or_default()
    }));
    parts.into_iter().collect()
}

/// Says of the button beside a control what it is, and whether the reader is
/// not sure of it.
fn mark_doubt(control: &Element, spec: &Spec, is_unsure: bool) {
    let Some(button) = control.next_element_sibling() else { return };
    let pressed = if is_unsure { "true" } else { "false" };
    // Even an attribute that stays as it is has the style of the button made anew.
    if button.get_attribute("aria-pressed").as_deref() != Some(pressed) {
        let _ = button.set_attribute("aria-label", &["Not sure of “", spec.label, "”"].concat());
        let _ = button.set_attribute("aria-pressed", pressed);
    }
}

/// What a readout was for the pinned values, and how far it has moved; empty
/// if it is the same.
fn was(run: &Run, before: &Run, id: &str) -> String {
    let find = |run: &Run| run.readouts.iter().position(|readout| readout.id == id);
    let (Some(now), Some(then)) = (find(run), find(before)) else { return String::new() };
    let (now, then) = (&run.readouts[now], &before.readouts[then]);
    let text = then.text();
    if now.text() == text {
        return String::new();
    }
    [" pinned: ", &*text, "; ", &*now.difference(then)].concat()
}

/// A place in the page that the program keeps true.
struct Slot {
    kind: Kind,
    id: String,
    host: Element,
    /// The part of the page that it is in, if that can wait while it is out of
    /// sight.
    part: Option<Rc<Around>>,
    /// The `<details>` or the claim that it is in, if any. What is folded away is
    /// not kept true; opening it draws it.
    fold: Option<Rc<Around>>,
    /// Whether the page shades this control with the watched claim.
    is_shaded: bool,
    /// What it was last filled with; nothing while it still shows what the
    /// page came with.
    shown: RefCell<Option<Shown>>,
    /// What is known of that.
    seen: RefCell<Option<Seen>>,
    /// Whether it is marked as one that shows what is not true any more.
    is_stale: Cell<bool>,
}

/// An element with slots in it, and whether it has a certain attribute, which
/// is asked once for all of them.
struct Around {
    element: Element,
    attribute: &'static str,
    is_set: Cell<bool>,
}

impl Around {
    fn look(&self) {
        self.is_set.set(self.element.has_attribute(self.attribute));
    }
}

/// By what a slot knows that it shows what it should, before that is made.
#[derive(PartialEq)]
enum Seen {
    Is(bool),
    Chip(bool, bool),
    Ways([bool; 4]),
    Control(Look),
}

/// What a slot shows.
enum Shown {
    Parts(Rc<Content>),
    Words(String, String),
}

/// What a slot is filled with.
enum Drawing {
    /// Elements, drawn by Yew.
    Parts(Vec<Html>),
    /// Words, and smaller ones after them: most slots, and too many to be
    /// compared node by node at each change.
    Words(String, String),
}

impl Drawing {
    fn part(html: Html) -> Self {
        Self::Parts(vec![html])
    }

    fn words(text: String) -> Self {
        Self::Words(text, String::new())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Notices,
    Tools,
    Control,
    Shade,
    Value,
    Chart,
    Table,
    Caption,
    Verdict,
    Margin,
    Chip,
    Count,
    Watched,
    Tips,
    Carry,
    Changed,
    Lesson,
}

/// Marks the claim that is unfolded.
const OPEN: &str = "data-open";

/// The attribute by which each kind of slot is found. A chip says whether what
/// is below it is folded away, so it comes first.
const SLOTS: [(&str, Kind); 17] = [
    ("data-notices", Kind::Notices),
    ("data-tools", Kind::Tools),
    ("data-control", Kind::Control),
    ("data-shade", Kind::Shade),
    ("data-value", Kind::Value),
    ("data-chart", Kind::Chart),
    ("data-table", Kind::Table),
    ("data-caption", Kind::Caption),
    ("data-chip", Kind::Chip),
    ("data-verdict-of", Kind::Verdict),
    ("data-margin", Kind::Margin),
    ("data-count", Kind::Count),
    ("data-watching", Kind::Watched),
    ("data-tips", Kind::Tips),
    ("data-carry", Kind::Carry),
    ("data-changed", Kind::Changed),
    ("data-lesson", Kind::Lesson),
];

impl Slot {
    /// All slots of the page, and what they are in.
    fn find_all() -> (Vec<Self>, Vec<Rc<Around>>) {
        let (mut slots, mut arounds) = (Vec::<Self>::new(), Vec::<Rc<Around>>::new());
        let Some(document) = window().and_then(|window| window.document()) else { return (slots, arounds) };
        let mut around = |host: &Element, selector, attribute| {
            let element = host.closest(selector).ok()??;
            // Slots of one kind stand side by side.
            let is_it = |known: &&Rc<Around>| known.attribute == attribute && known.element == element;
            let known = arounds.iter().rev().find(is_it);
            Some(known.cloned().unwrap_or_else(|| {
                let around = Rc::new(Around { element, attribute, is_set: Cell::default() });
                arounds.push(around.clone());
                around
            }))
        };
        for (attribute, kind) in SLOTS {
            let Ok(found) = document.query_selector_all(&format!("[{attribute}]")) else { continue };
            for at in 0..found.length() {
                if let Some(host) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
                    let id = host.get_attribute(attribute).unwrap_or_default();
                    let part = around(&host, "[data-sight]", "data-away");
                    let fold = around(&host, "[data-claims] [data-claim]", OPEN);
                    let fold = fold.or_else(|| around(&host, "details", "open"));
                    // Controls come before what shades them.
                    for slot in slots.iter_mut().filter(|slot| kind == Kind::Shade && slot.id == id) {
                        slot.is_shaded = true;
                    }
                    slots.push(Self {
                        kind,
                        id,
                        host,
                        part,
                        fold,
                        is_shaded: false,
                        shown: RefCell::default(),
                        seen: RefCell::default(),
                        is_stale: Cell::default(),
                    });
                }
            }
        }
        (slots, arounds)
    }

    /// Whether it shows what has this look; it will, if it does not.
    fn looks_like(&self, look: Seen) -> bool {
        let is_same = self.seen.borrow().as_ref() == Some(&look);
        if !is_same {
            self.seen.replace(Some(look));
        }
        is_same
    }

    /// Whether it is out of sight, and can wait. What a reader operates cannot:
    /// drawn as it was, it would be set back.
    fn is_away(&self) -> bool {
        self.kind != Kind::Chip && self.part.as_ref().is_some_and(|part| part.is_set.get())
    }

    /// Whether it is folded away. A control comes alive all the same, once:
    /// scripts move it where it is; and what is said of a fold is never in it.
    fn is_closed(&self) -> bool {
        let is_new = self.kind == Kind::Control && self.shown.borrow().is_none();
        let is_open = is_new || matches!(self.kind, Kind::Changed | Kind::Chip | Kind::Verdict);
        !is_open && self.fold.as_ref().is_some_and(|fold| !fold.is_set.get())
    }

    /// Draws into the slot. What the page came with is removed the first time
    /// there is something to draw, before the browser paints. What is not known
    /// yet (the survey takes a while) leaves what was there, marked as stale.
    fn fill(&self, content: Option<Drawing>) -> Option<Html> {
        if matches!(self.kind, Kind::Shade | Kind::Tips) {
            let is_stale = content.is_none() && !self.is_closed();
            if self.is_stale.replace(is_stale) != is_stale {
                let _ = self.host.toggle_attribute_with_force(STALE, is_stale);
            }
        }
        let mut shown = self.shown.borrow_mut();
        match content {
            Some(Drawing::Words(words, small)) => {
                let is_new = !matches!(&*shown, Some(Shown::Words(a, b)) if *a == words && *b == small);
                if is_new {
                    write(&self.host, &words, &small);
                    *shown = Some(Shown::Words(words, small));
                }
                return None;
            }
            Some(Drawing::Parts(parts)) => {
                if shown.is_none() {
                    self.host.set_text_content(None);
                }
                *shown = Some(Shown::Parts(Rc::new(Content { parts })));
            }
            None => {}
        }
        let Some(Shown::Parts(content)) = &*shown else { return None };
        Some(create_portal(held(content), self.host.clone()))
    }
}

/// Words in an element, and smaller ones after them.
fn write(host: &Element, words: &str, small: &str) {
    host.set_text_content(Some(words));
    if small.is_empty() {
        return;
    }
    if let Some(element) = window().and_then(|window| window.document()?.create_element("small").ok()) {
        let _ = element.set_attribute("class", "was");
        element.set_text_content(Some(small));
        let _ = host.append_child(&element);
    }
}
