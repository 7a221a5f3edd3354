//! What pages are made of: figures, controls, claims, links.

use std::fs;
use std::rc::Rc;

use yew::prelude::*;

use super::lines::Lines;
use super::statements::THREAD;
use super::{share, text};
use crate::chart::Figure;
use crate::explore::{Findings, Track};
use crate::params::{Scale, Spec, Values};
use crate::simulator::{AnySimulator, Info, Preset, Run, Status};
use crate::simulators::ALL;
use crate::ui::control::element_id;
use crate::ui::session::Session;

/// The components that the browser draws, too.
mod ui {
    pub use crate::ui::chart::{LAYOUTS, chart};
    pub use crate::ui::claims::{margin, margins, place_of, shade, tips, verdict, watch};
    pub use crate::ui::control::control;
    pub use crate::ui::levers::levers;
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
            <div class="picture" data-chart={id} data-sight="">{ charts(run, index) }</div>
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

fn charts(run: &Rc<Run>, index: usize) -> Html {
    ui::LAYOUTS
        .iter()
        .map(|(class, width)| {
            html! {
                { ui::chart(run.figure(index), *width, class, None) }
            }
        })
        .collect()
}

pub fn headline_control(info: &Info, values: &Values, shades: &[Track]) -> Html {
    let place = values.specs().iter().position(|spec| spec.id == info.control);
    html! { <div class="headline">{ for place.map(|place| control(values, place, shades.get(place))) }</div> }
}

/// The controls of what a figure shows, directly below it.
pub fn beside(run: &Run, index: usize, values: &Values) -> Html {
    let figure = run.figure(index).id;
    let places = (0..values.specs().len()).filter(|&place| values.specs()[place].figure == figure);
    html! { { for places.map(|place| html! { <div class="beside">{ control(values, place, None) }</div> }) } }
}

/// All controls but the headline one, which stands at the first figure, those
/// beside other figures, and the constants.
pub fn controls(info: &Info, session: &Session, shades: &[Track]) -> Html {
    let values = &session.values;
    let is_here =
        |spec: &Spec| spec.id != info.control && spec.figure.is_empty() && spec.constant_of.is_empty();
    let places = (0..values.specs().len()).filter(|&place| is_here(&values.specs()[place]));
    html! {
        <aside class="controls" aria-labelledby="assumptions">
            { heading("assumptions", "Your assumptions") }
            <noscript><p>{ "The controls need JavaScript. Everything else on this page reads without it." }</p></noscript>
            { failed() }
            { for places.map(|place| html! {
                <>
                    if !values.specs()[place].heading.is_empty() { <h3>{ values.specs()[place].heading }</h3> }
                    { control(values, place, shades.get(place)) }
                </>
            }) }
            <div class="tools" data-tools="">{ for ui::tools(session, &Callback::noop()) }</div>
            { share::button() }
            if !shades.is_empty() {
                <p class="key"><span class="swatch"></span>{ "Shaded: the watched claim holds." }</p>
            }
        </aside>
    }
}

/// What a page says where its program does not come.
pub fn failed() -> Html {
    html! {
        <p class="failed" hidden={true}>
            { "The controls could not be loaded. Everything else on this page is here; reload to try again." }
        </p>
    }
}

/// One control with its label and help; `track` is where the watched claim
/// holds along it, if the page shades that.
pub fn control(values: &Values, place: usize, track: Option<&Track>) -> Html {
    let spec = &values.specs()[place];
    let class = if spec.scale == Scale::Flag { "control flag" } else { "control" };
    let track = track.filter(|_| spec.has_slider() && spec.is_searched());
    html! {
        <div {class}>
            <div class="label">
                <label for={element_id(spec)}>
                    { spec.label }
                    if !spec.symbol.is_empty() { {" "}<i>{ spec.symbol }</i> }
                </label>
                if spec.has_slider() {
                    <button type="button" class="play" data-play={spec.id} aria-label={format!("Sweep “{}”", spec.label)}></button>
                }
                <details class="help">
                    <summary aria-label={format!("About “{}”", spec.label)}>{ "?" }</summary>
                    <p>{ spec.help } if !spec.unit.is_empty() { { format!(" Unit: {}.", spec.unit) } }</p>
                </details>
            </div>
            <div class="input">
                { for track.map(|track| html! {
                    <div class="shading" data-shade={spec.id}>{ ui::shade(spec, track) }</div>
                }) }
                <div data-control={spec.id}>{ for ui::control(&Session::open(values, ""), place, None, &Callback::noop()) }</div>
            </div>
        </div>
    }
}

/// Every claim with its verdict, its margin and its tipping points.
pub fn claims(simulator: &dyn AnySimulator, session: &Session, findings: &Findings) -> Html {
    let claims = simulator.claims();
    if claims.is_empty() {
        return html! {};
    }
    let margins = ui::margins(simulator, &session.values);
    html! {
        <section class="claims" data-sight="" aria-labelledby="claims">
            { heading("claims", "What the essays claim, under your assumptions") }
            <ul>
                { for claims.iter().enumerate().map(|(place, claim)| {
                    let (id, margin) = (claim.id, margins[place]);
                    let holds = claim.holds(margin);
                    html! {
                        <li data-claim={id} data-verdict={claim.verdict(margin)}>
                            <div class="verdict" data-verdict-of={id}>{ for ui::verdict(holds) }</div>
                            <div class="claim">
                                <p id={format!("claim-{id}")}>{ text::unbroken(claim.text) }{ " " }{ statement_links(claim.statement) }</p>
                                <p class="margin" data-margin={id}>{ ui::margin(claim, margin) }</p>
                                if claim.theorem.is_empty() {
                                    <div class="tips" data-tips={id}>
                                        { for ui::tips(session, findings, place, holds, &Callback::noop()) }
                                    </div>
                                    <div class="watch" data-watch={id}>{ ui::watch(id, place == ui::place_of(&claims, ""), &Callback::noop()) }</div>
                                }
                            </div>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// The labels of the statements that a claim is about, each linked to where
/// it comes from.
fn statement_links(statements: &str) -> Html {
    let link = |id: &str| match id {
        "" => html! { <a class="statement" href="./statements/#added">{ "added here" }</a> },
        "T" => html! { <a class="statement" href={THREAD}>{ "thread" }</a> },
        id => html! { <a class="statement" href={format!("./statements/#{id}")}>{ id.to_owned() }</a> },
    };
    statements.split(", ").map(|id| html! { <>{ link(id) }{ " " }</> }).collect()
}

/// For every parameter, how far the headline result moves.
pub fn levers(simulator: &dyn AnySimulator, session: &Session, findings: Findings, run: &Run) -> Html {
    let info = simulator.info();
    let headline = run.readouts.iter().find(|readout| readout.id == info.headline).cloned();
    html! {
        { for headline.map(|headline| html! {
            <section class="which-lever" data-sight="" aria-labelledby="levers">
                { heading("levers", "Which lever matters?") }
                <p>
                    { "How far one result moves when one assumption alone goes over its range, and all others stay: " }
                    <i>{ headline.sentence.replace("{}", "…") }</i>
                    { " The upright line is where it is now." }
                </p>
                <div data-levers="">{ for ui::levers(session, &findings, &headline, &Callback::noop()) }</div>
            </section>
        }) }
    }
}

/// The presets as links to their pages.
pub fn presets(simulator: &dyn AnySimulator, current: Option<&Preset>) -> Html {
    let id = simulator.info().id;
    html! {
        <nav class="presets" aria-label="Presets">
            <span>{ "Start from" }</span>
            { for simulator.presets().iter().map(|preset| html! {
                <a class="chip" href={format!("./{id}/{}/", preset.id)} title={preset.about}
                    aria-current={(current == Some(preset)).then_some("page")}>{ preset.name }</a>
            }) }
        </nav>
    }
}

/// Every readout in its sentence.
pub fn readouts(run: &Run) -> Html {
    html! {
        <section class="readouts" data-sight="" aria-labelledby="in-numbers">
            { heading("in-numbers", "In numbers") }
            <ul>{ for run.readouts.iter().map(|readout| {
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
    let value = |slot: &str| match readout(slot) {
        Some(readout) => Some(readout.text()),
        None => values.words(slot),
    };
    let number = |slot: &str| readout(slot).map_or_else(|| values.get(slot), |readout| readout.value);
    text::to_html(&markdown, value, number).map_err(|error| format!("{id}.md: {error}"))
}

/// The other simulators of the same document.
pub fn related(info: &Info) -> Html {
    let others = ALL
        .iter()
        .map(|simulator| simulator.info())
        .filter(|other| other.document == info.document && other.id != info.id);
    html! {
        <nav class="related prose" aria-labelledby="related">
            { heading("related", "Related simulators") }
            <ul>{ for others.map(|other| html! {
                <li><a href={format!("./{}/", other.id)}>{ other.question }</a>{ " " }{ other.name }</li>
            }) }</ul>
        </nav>
    }
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
