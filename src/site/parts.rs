//! What pages are made of: figures, controls, claims, links.

use std::fs;
use std::rc::Rc;

use yew::prelude::*;

use super::lines::Lines;
use super::origins::{linked, origin, reading, threshold};
use super::statements::THREAD;
use super::{share, text};
use crate::chart::{Figure, draw_within};
use crate::explore::{Findings, Track};
use crate::params::{Plausible, Scale, Spec, Values};
use crate::simulator::{AnySimulator, Info, Preset, Readout, Run, Status, watched};
use crate::ui::control::element_id;
use crate::ui::session::Session;

/// The components that the browser draws, too.
mod ui {
    pub use crate::ui::chart::{LAYOUTS, chart_within};
    pub use crate::ui::claims::{count, flips, margin, margins, shade, verdict};
    pub use crate::ui::control::{changed, control};
    pub use crate::ui::table::table;
    pub use crate::ui::tools::tools;
}

/// Says of each number in the text which line it belongs to; the page lights
/// up one with the other.
pub fn with_lines(body: String, lines: &Lines) -> String {
    lines.iter().fold(body, |body, (id, line)| {
        let slot = format!("<b data-value=\"{id}\"");
        body.replace(&slot, &format!("{slot} data-line=\"{line}\""))
    })
}

/// The heading of a section, which can be linked to.
pub fn heading(id: &'static str, words: &'static str) -> Html {
    html! { <h2 {id}><a href={format!("#{id}")}>{ words }</a></h2> }
}

/// A figure with its name and caption, in both layouts, what stands between,
/// and what stands below its table.
pub fn figure(run: &Rc<Run>, index: usize, between: Html, below_table: Html) -> Html {
    let Figure { id, title, caption, .. } = run.figure(index);
    let (id, title) = (*id, *title);
    html! {
        <figure data-figure={id} aria-labelledby={format!("title-{id}")} aria-details={format!("table-{id}")}>
            <h2 class="figure-title" id={format!("title-{id}")}>{ title }</h2>
            <div class="picture" data-chart={id} data-sight="">{ for ui::LAYOUTS.map(|(class, width)| {
                let height = if index == 0 { Some(first_height(run.figure(0), width)) } else { None };
                ui::chart_within(run.figure(index), width, height, class, None)
            }) }</div>
            { between }
            <figcaption id={format!("caption-{id}")} data-caption={id} data-sight="">
                { caption.clone() }
            </figcaption>
            <details class="data" id={format!("table-{id}")}>
                <summary>{ "Data as a table" }</summary>
                <div data-table={id} role="group" tabindex="0" aria-label={format!("Data of “{title}”")}>{ ui::table(run.figure(index)) }</div>
                { below_table }
            </details>
        </figure>
    }
}

/// How high the first picture of a page is at a width, in pixels: as high as it
/// likes to be, but no higher than leaves room on the first screen for what a
/// reader turns and what follows from it.
fn first_height(figure: &Figure, width: u32) -> u32 {
    let height = |most| draw_within(figure, width, most).height;
    let is_wide = width == ui::LAYOUTS[0].1;
    let most = match (is_wide, figure.panels.len()) {
        (true, _) => 430,
        (false, 1) => height(Some(0)) + 54,
        (false, _) => height(Some(0)),
    };
    height(None).min(most)
}

/// The control of the number that a simulator is about.
pub fn headline_control(info: &Info, values: &Values, shades: &[Track]) -> Html {
    let place = values.specs().iter().position(|spec| spec.id == info.control);
    html! { <div class="headline" data-headline="">{ for place.map(|place| control(values, place, shades.get(place))) }</div> }
}

/// What stands beside the first figure: the headline control, the claims, and
/// all other controls, the main ones open and the others folded under their
/// headings.
pub fn desk(simulator: &dyn AnySimulator, session: &Session, findings: &Findings) -> Html {
    let (info, values) = (simulator.info(), &session.values);
    let watched = watched(&simulator.claims(), "");
    let shades = findings.tracks.get(watched).map_or(&[][..], Vec::as_slice);
    let specs = values.specs();
    let main: Vec<usize> = (0..specs.len())
        .filter(|&place| specs[place].group.is_empty() && specs[place].id != info.control)
        .collect();
    html! {
        <aside class="desk" aria-labelledby="assumptions">
            { headline_control(&info, values, shades) }
            { claims(simulator, session, findings) }
            <div class="controls">
                { heading("assumptions", "Your other assumptions") }
                <noscript><p>{ "The controls need JavaScript. Everything else on this page reads without it." }</p></noscript>
                { failed() }
                { for main.into_iter().map(|place| control(values, place, shades.get(place))) }
                { more(values, info.control, |place| shades.get(place)) }
                <div class="tools" data-tools="">{ for ui::tools(session, &Callback::noop()) }</div>
                { share::button() }
            </div>
        </aside>
    }
}

/// The controls that stand folded, one group for each heading.
pub fn more<'a>(values: &Values, headline: &str, track: impl Fn(usize) -> Option<&'a Track>) -> Html {
    let groups = groups(values.specs(), headline);
    let number: usize = groups.iter().map(|(_, places)| places.len()).sum();
    let assumptions = if number == 1 { "assumption" } else { "assumptions" };
    html! {
        if number > 0 {
            <p class="count">{ format!("{number} more {assumptions}") }</p>
            { for groups.iter().map(|(name, places)| html! {
                <details class="folded" data-more="">
                    <summary>{ *name }{ " " }{ changed(values, places) }</summary>
                    { for places.iter().map(|&place| control(values, place, track(place))) }
                </details>
            }) }
        }
    }
}

/// The headings of folded controls, each with the places of its parameters.
fn groups(specs: &'static [Spec], headline: &str) -> Vec<(&'static str, Vec<usize>)> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, spec) in specs.iter().enumerate() {
        if spec.group.is_empty() || spec.id == headline {
            continue;
        }
        match groups.iter_mut().find(|(name, _)| *name == spec.group) {
            Some((_, places)) => places.push(place),
            None => groups.push((spec.group, vec![place])),
        }
    }
    groups
}

/// Says of a folded group whether a value in it is not at its default.
fn changed(values: &Values, places: &[usize]) -> Html {
    let ids: Vec<&str> = places.iter().map(|&place| values.specs()[place].id).collect();
    let ids = ids.join(" ");
    html! { <small data-changed={ids.clone()}>{ ui::changed(values, &ids) }</small> }
}

/// What a page says where its program does not come.
pub fn failed() -> Html {
    html! {
        <p class="failed" hidden={true}>
            { "The controls do not answer: their program is not here. All else on this page is. If this is a saved copy, \
               open the page where it came from. If not, " }<a href="">{ "load it again" }</a>{ "; a browser that has WebAssembly \
               switched off cannot run the program." }
        </p>
    }
}

/// One control with its label and help; `track` is where the watched claim
/// holds along it, if the page shades that.
pub fn control(values: &Values, place: usize, track: Option<&Track>) -> Html {
    let spec = &values.specs()[place];
    let class = if spec.scale == Scale::Flag { "control flag" } else { "control" };
    let track = track.filter(|_| spec.has_slider() && !spec.shows);
    html! {
        <div {class}>
            <div class="label">
                <label for={element_id(spec)}>
                    { spec.label }
                    if !spec.symbol.is_empty() { {"\u{a0}"}<i>{ spec.symbol }</i> }
                </label>
                if spec.has_slider() {
                    <button type="button" class="play" data-play={spec.id}></button>
                }
                <details class="help">
                    <summary aria-label={format!("About “{}”", spec.label)}>{ "?" }</summary>
                    <div>
                        <p>{ spec.help } if !spec.unit.is_empty() { { format!(" Unit: {}.", spec.unit) } }</p>
                        <p>{ linked(&origin(&spec.origin)) }</p>
                    </div>
                </details>
            </div>
            <div class="input">
                { for track.map(|track| html! {
                    <div class="shading" data-shade={spec.id}>{ ui::shade(spec, track) }</div>
                }) }
                <div data-control={spec.id}>{ for ui::control(&Session::open(values, ""), place, None, &Callback::noop()) }</div>
                if spec.can_range() && matches!(spec.plausible, Plausible::Between(..)) {
                    <button type="button" class="doubt" data-doubt={spec.id}></button>
                }
            </div>
        </div>
    }
}

/// What a page teaches: with the numbers of its state where the lesson is true
/// of them, and else with those that the page opens with.
pub fn lesson(simulator: &dyn AnySimulator, values: &Values, run: &Run) -> Html {
    let text = simulator.lesson();
    if text.is_empty() {
        return html! {};
    }
    let opening = Values::defaults(simulator.specs());
    let opened = simulator.run(&opening);
    html! {
        <div class="lesson" data-lesson="">
            <p class="live" hidden={!run.lesson_is_true}>{ filled(text, |id| html! { <b data-value={id.to_owned()}>{ run.words(values, id).unwrap_or_default() }</b> }) }</p>
            <p hidden={run.lesson_is_true}>{ "As the page opens: " }{ filled(text, |id| html! { <b>{ opened.words(&opening, id).unwrap_or_default() }</b> }) }</p>
        </div>
    }
}

/// A text with what stands for each `{id}` in it.
pub fn filled(text: &'static str, value: impl Fn(&str) -> Html) -> Html {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default();
    html! {
        <>
            { first }
            { for parts.map(|part| {
                let (id, rest) = part.split_once('}').unwrap_or((part, ""));
                html! { <>{ value(id) }{ rest.to_owned() }</> }
            }) }
        </>
    }
}

/// The numbers of a position, each with where it comes from.
pub fn position(values: &Values, preset: &Preset) -> Html {
    if preset.settings.is_empty() {
        return html! {};
    }
    html! {
        <section class="position" aria-labelledby="position">
            { heading("position", "The numbers of this position") }
            <ul>{ for preset.settings.iter().map(|setting| {
                let spec = values.specs().iter().find(|spec| spec.id == setting.id);
                html! {
                    <li>
                        { spec.map_or(setting.id, |spec| spec.label) }{ ": " }
                        <b>{ values.words(setting.id).unwrap_or_default() }</b>{ ". " }
                        { linked(&reading(&setting.origin)) }
                    </li>
                }
            }) }</ul>
            <p>{ "Everything else stands where the page opens." }</p>
        </section>
    }
}

/// Every claim as a chip with its verdict, and below it, folded, its words, its
/// margin and its tipping points. Without scripts all are unfolded.
fn claims(simulator: &dyn AnySimulator, session: &Session, findings: &Findings) -> Html {
    let claims = simulator.claims();
    if claims.is_empty() {
        return html! {};
    }
    let margins = ui::margins(simulator, &session.values);
    let watched = watched(&claims, "");
    html! {
        <section class="claims" data-sight="" aria-labelledby="claims">
            { heading("claims", "What the essays say, as numbers") }
            <p class="score" data-count="">{ ui::count(&claims, |place| claims[place].holds(margins[place])) }</p>
            <ul class="chips" data-claims="">
                { for claims.iter().enumerate().map(|(place, claim)| {
                    let (id, margin) = (claim.id, margins[place]);
                    let holds = claim.holds(margin);
                    html! {
                        <li data-claim={id} data-verdict={claim.verdict(margin)}>
                            <button type="button" data-chip={id} disabled={true} aria-expanded="false" aria-current={(place == watched).to_string()}>
                                <span class="name">{ claim.name }</span>{ " " }<span class="verdict" data-verdict-of={id}>{ for ui::verdict(holds) }</span>
                            </button>
                            <div class="claim">
                                <p>{ text::unbroken(claim.text) }{ " " }{ statement_links(claim.statement) }</p>
                                <p data-margin={id}>{ ui::margin(claim, margin) }</p>
                                <p>{ linked(&threshold(claim.threshold)) }</p>
                                if !claim.fails_because.is_empty() {
                                    <p>{ "As the page opens it fails: " }{ linked(claim.fails_because) }{ "." }</p>
                                }
                                if claim.theorem.is_empty() {
                                    <div class="tips" data-tips={id}><p>{ tips(findings, place, holds) }</p></div>
                                }
                            </div>
                        </li>
                    }
                }) }
            </ul>
            <p class="key"><span class="swatch"></span>{ "Shaded: where “" }<span data-watching="">{ claims[watched].name }</span>{ "” holds." }</p>
        </section>
    }
}

/// The tipping points of a claim in words: without scripts no link would go there.
fn tips(findings: &Findings, claim: usize, holds: bool) -> String {
    let places = findings.values.iter().zip(&findings.tracks[claim]);
    let tips: Vec<String> = places
        .flat_map(|((spec, value), track)| {
            ui::flips(spec, value, track, holds)
                .into_iter()
                .map(|(_, words)| [spec.label, " ", &words].concat())
        })
        .collect();
    if tips.is_empty() {
        return "No assumption can flip it alone.".to_owned();
    }
    let lead = if holds { "It would fail at: " } else { "It would hold at: " };
    [lead, &tips.join("; "), "."].concat()
}

/// The labels of the statements that a claim is about, each linked to where
/// it comes from.
fn statement_links(statements: &str) -> Html {
    let link = |id: &str| match id {
        "" => html! { <a class="statement" href="./statements/#added">{ "added here" }</a> },
        "T" => html! { <a class="statement" href={THREAD}>{ "thread" }</a> },
        id => linked(id),
    };
    statements.split(", ").map(|id| html! { <>{ link(id) }{ " " }</> }).collect()
}

/// The presets as links to their pages.
pub fn presets(simulator: &dyn AnySimulator, current: Option<&Preset>) -> Html {
    let id = simulator.info().id;
    html! {
        <nav class="presets" aria-label="Presets">
            <span>{ "Start from" }</span>
            { for simulator.presets().iter().map(|preset| html! {
                <a class="chip" href={format!("./{id}/{}/", preset.id)}
                    aria-current={(current == Some(preset)).then_some("page")}>{ preset.name }</a>
            }) }
        </nav>
    }
}

/// The readouts of a figure, each in its sentence; the first figure has also
/// those of none.
pub fn readouts(run: &Run, index: usize) -> Html {
    let figures: Vec<&str> = run.figures().map(|figure| figure.id).collect();
    let is_here =
        |readout: &&Readout| figures.iter().position(|id| *id == readout.figure).unwrap_or_default() == index;
    let here: Vec<&Readout> = run.readouts.iter().filter(is_here).collect();
    if here.is_empty() {
        return html! {};
    }
    html! {
        <section class="readouts" data-sight="" aria-label={format!("“{}” in numbers", run.figure(index).title)}>
            <ul>{ for here.into_iter().map(|readout| {
                let (before, after) = readout.sentence.split_once("{}").unwrap_or((readout.sentence, ""));
                html! { <li>{ before }<b data-value={readout.id}>{ readout.text() }</b>{ after }</li> }
            }) }</ul>
        </section>
    }
}

/// The text of a simulator, with its live numbers.
pub fn article(id: &str, values: &Values, run: &Run) -> Result<String, String> {
    let file = format!("{}/src/simulators/{id}.md", env!("CARGO_MANIFEST_DIR"));
    let markdown = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let readout = |slot: &str| run.readouts.iter().find(|readout| readout.id == slot);
    let value = |slot: &str| run.words(values, slot);
    let number = |slot: &str| readout(slot).map_or_else(|| values.get(slot), |readout| readout.value);
    text::to_html(&markdown, value, number).map_err(|error| format!("{id}.md: {error}"))
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Published => "Status: the formula is published; see the sources.",
        Status::Textbook => "Status: the mathematics is in every textbook; how it reads the essays is ours.",
        Status::Ours => {
            "Status: our own derivation from the words of the sources; no source states this formula."
        }
        Status::Partly => {
            "Status: part of this is published and part is our own derivation; the text says which."
        }
    }
}

/// HTML that this generator made.
pub fn trusted(text: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(text))
}
