//! The pages of the site.

use std::rc::Rc;
use std::{fs, path::PathBuf};

use yew::prelude::*;

use super::constants::constants;
use super::lines::{Lines, lines};
use super::render::to_text;
use super::statements::{DOCUMENTS, THREAD};
use super::{embed, guess, share, text};
use crate::chart::Figure;
use crate::explore::{Findings, Survey, Track};
use crate::params::{Scale, Spec, Values};
use crate::simulator::{AnySimulator, ClaimInfo, Document, Info, Preset, Run, Status};
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

/// One page of the site.
pub struct Page {
    /// Its address below the site's root: empty, `about/`, or `404.html`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one or two sentences.
    pub description: String,
    /// The simulator and preset that the program opens, `id/preset`, if there
    /// is anything for it to take over.
    pub place: Option<String>,
    /// Its content, as HTML; `./` in it is the root of the site.
    pub body: String,
}

impl Page {
    /// The file it is written to.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        if self.path.ends_with(".html") {
            self.path.clone().into()
        } else {
            format!("{}index.html", self.path).into()
        }
    }

    /// How many folders it lies below the root.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// The page itself, if this is the embed of one: its path.
    #[must_use]
    pub fn embedded(&self) -> Option<&str> {
        self.path.strip_prefix("e/")
    }

    /// Whether a server shows it at any address.
    #[must_use]
    pub fn is_anywhere(&self) -> bool {
        self.path == "404.html"
    }
}

/// All pages of the site.
///
/// # Errors
/// If a simulator's text cannot be read or is not right.
pub fn all() -> Result<Vec<Page>, String> {
    let mut pages =
        vec![home(), all_statements(), gallery(), share::embedding(), share::example(), about(), not_found()];
    for simulator in ALL {
        let lines = lines(*simulator);
        for preset in std::iter::once(None).chain(simulator.presets().iter().map(Some)) {
            pages.push(simulator_page(*simulator, preset, &lines)?);
            pages.push(embed::page(*simulator, preset, &lines)?);
        }
    }
    Ok(pages)
}

/// The page of a simulator, opened at a preset or at its defaults.
pub(super) fn simulator_page(
    simulator: &dyn AnySimulator,
    preset: Option<&Preset>,
    lines: &Lines,
) -> Result<Page, String> {
    let info = simulator.info();
    let values =
        preset.map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    let run = Rc::new(simulator.run(&values));
    let session = Session::open(&values, "");
    let watched = ui::place_of(&simulator.claims(), "");
    let findings = Survey::new(simulator, &values, watched).run(simulator);
    let shades = findings.tracks.get(watched).map_or(&[][..], Vec::as_slice);
    let path = preset.map_or(format!("{}/", info.id), |preset| format!("{}/{}/", info.id, preset.id));
    let text = article(info.id, &values, &run)?;
    let sheet = match preset {
        Some(preset) if preset.guess => guess::sheet(&info, &run, lines)?,
        _ => html! {},
    };
    let body = html! {
        <article>
            <p class="kicker">{ info.name }{ for preset.map(|preset| format!(" · {}", preset.name)) }</p>
            <h1>{ info.question }</h1>
            <p class="dek">{ preset.map_or(info.answer, |preset| preset.about) }</p>
            <div class="notices" data-notices="" role="status"></div>
            <div class="stage">
                <div class="bench">
                    { figure(&run, 0, sheet, share::points_button()) }
                    { headline_control(&info, &values, shades) }
                    { beside(&run, 0, &values) }
                    { presets(simulator, preset) }
                    { controls(&info, &session, shades) }
                </div>
                <div class="rest">
                    { readouts(&run) }
                    { for (1..simulator.figures().len()).map(|index| html! {
                        <div>{ figure(&run, index, html! {}, share::points_button()) }{ beside(&run, index, &values) }</div>
                    }) }
                </div>
            </div>
            { claims(simulator, &session, &findings) }
            { levers(simulator, &session, findings, &run) }
            { constants(&values, |place| control(&values, place, None)) }
            <section class="prose" data-sight="">{ trusted(text) }</section>
            <p class="status prose">{ status(info.status) }</p>
            { related(&info) }
            { share::dialog(simulator, preset) }
        </article>
    };
    Ok(Page {
        title: match preset {
            Some(preset) => format!("{} · {} · What Survives", preset.name, info.question),
            None => format!("{} · What Survives", info.question),
        },
        description: preset.map_or(info.answer, |preset| preset.about).to_owned(),
        place: Some(preset.map_or(info.id.to_owned(), |preset| format!("{}/{}", info.id, preset.id))),
        path,
        body: with_lines(to_text(body), lines),
    })
}

/// Says of each number in the text which line it belongs to; the page lights
/// up one with the other.
fn with_lines(body: String, lines: &Lines) -> String {
    lines.iter().fold(body, |body, (id, line)| {
        let slot = format!("<b data-value=\"{id}\"");
        body.replace(&slot, &format!("{slot} data-line=\"{line}\""))
    })
}

/// The heading of a section, which can be linked to.
pub(super) fn heading(id: &'static str, words: &'static str) -> Html {
    html! { <h2 {id}><a href={format!("#{id}")}>{ words }</a></h2> }
}

/// A figure with its name and caption, in both layouts, what stands between,
/// and what stands below its table.
fn figure(run: &Rc<Run>, index: usize, between: Html, below_table: Html) -> Html {
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

fn headline_control(info: &Info, values: &Values, shades: &[Track]) -> Html {
    let place = values.specs().iter().position(|spec| spec.id == info.control);
    html! { <div class="headline">{ for place.map(|place| control(values, place, shades.get(place))) }</div> }
}

/// The controls of what a figure shows, directly below it.
fn beside(run: &Run, index: usize, values: &Values) -> Html {
    let figure = run.figure(index).id;
    let places = (0..values.specs().len()).filter(|&place| values.specs()[place].figure == figure);
    html! { { for places.map(|place| html! { <div class="beside">{ control(values, place, None) }</div> }) } }
}

/// All controls but the headline one, which stands at the first figure, those
/// beside other figures, and the constants.
fn controls(info: &Info, session: &Session, shades: &[Track]) -> Html {
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
fn failed() -> Html {
    html! {
        <p class="failed" hidden={true}>
            { "The controls could not be loaded. Everything else on this page is here; reload to try again." }
        </p>
    }
}

/// One control with its label and help; `track` is where the watched claim
/// holds along it, if the page shades that.
pub(super) fn control(values: &Values, place: usize, track: Option<&Track>) -> Html {
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
fn claims(simulator: &dyn AnySimulator, session: &Session, findings: &Findings) -> Html {
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
fn levers(simulator: &dyn AnySimulator, session: &Session, findings: Findings, run: &Run) -> Html {
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
fn presets(simulator: &dyn AnySimulator, current: Option<&Preset>) -> Html {
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
fn readouts(run: &Run) -> Html {
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
fn article(id: &str, values: &Values, run: &Run) -> Result<String, String> {
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
fn related(info: &Info) -> Html {
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

fn status(status: Status) -> &'static str {
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
fn trusted(text: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(text))
}

fn home() -> Page {
    let first = ALL[0];
    let info = first.info();
    let values = Values::defaults(first.specs());
    let run = Rc::new(first.run(&values));
    let body = html! {
        <>
            <section class="hook">
                <h1>{ "It has behaved well 1,000 times. How sure are you?" }</h1>
                <p class="dek">{ "Either it is good, or it is good at waiting. Say how often a pretender would give itself away, and see what its silence is worth." }</p>
                <div class="notices" data-notices="" role="status"></div>
                { figure(&run, 0, html! {}, html! {}) }
                { headline_control(&info, &values, &[]) }
                { failed() }
                <p><a class="onward" href={format!("./{}/", info.id)}>{ format!("{} All assumptions, and the argument", info.question) }</a></p>
            </section>
            <section class="about-site">
                <h2>{ "What survives?" }</h2>
                <p>{ "Essays on AI alignment are full of numbers that nobody can turn: how soon suspicion should fade, which motive training favours, how much a warning is worth. Here you can. Each page is a small model of one argument. It opens at the author’s own case; you change the numbers and see what follows, and where the conclusion flips." }</p>
            </section>
            <section id="simulators">
                <h2>{ "The simulators" }</h2>
                { for DOCUMENTS.map(document) }
            </section>
        </>
    };
    Page {
        path: String::new(),
        title: "What Survives: turn the numbers in alignment essays".to_owned(),
        description: "Interactive models of arguments about AI alignment: how fast suspicion of a well-behaved model should fade, which motives training selects. No tracking, nothing to install.".to_owned(),
        place: Some(info.id.to_owned()),
        body: to_text(body),
    }
}

/// One document: its simulators as cards with pictures, and its statements.
fn document(document: Document) -> Html {
    let members = ALL.iter().filter(|simulator| simulator.info().document == document);
    html! {
        <section class="document">
            <h3>{ document.name() }</h3>
            <p>{ document.about() }</p>
            <ul class="cards">
                { for members.map(|simulator| {
                    let info = simulator.info();
                    let run = Rc::new(simulator.run(&Values::defaults(simulator.specs())));
                    html! {
                        <li>
                            <a href={format!("./{}/", info.id)}>
                                <div class="thumbnail" aria-hidden="true">{ ui::chart(run.figure(0), 340, "", Some(run.figure(0).title)) }</div>
                                <h4>{ info.question }</h4>
                            </a>
                            <p>{ info.answer }</p>
                        </li>
                    }
                }) }
            </ul>
            <details class="map">
                <summary>{ "Sentence by sentence: what it says, and what becomes of it" }</summary>
                { statements(document) }
            </details>
        </section>
    }
}

/// The statements of a document, each with the claims that realise it and
/// their verdicts at the simulators' defaults, or with the reason why none does.
fn statements(document: Document) -> Html {
    html! {
        <dl class="statements">
            { for document.statements().iter().map(|statement| html! {
                <>
                    <dt id={statement.id}><span class="statement">{ statement.id }</span>{ " " }{ statement.text }</dt>
                    { claims_of(statement.id) }
                    if !statement.uncovered.is_empty() {
                        <dd class="uncovered">{ "No claim of its own. " }{ statement.uncovered }</dd>
                    }
                </>
            }) }
        </dl>
    }
}

/// The claims that realise a statement.
fn claims_of(statement: &str) -> Html {
    let is_here = |claim: &ClaimInfo| claim.statement.split(", ").any(|named| named == statement);
    html! {
        { for ALL.iter().flat_map(|simulator| {
            let (info, margins) = (simulator.info(), ui::margins(*simulator, &Values::defaults(simulator.specs())));
            let claims = simulator.claims().into_iter().zip(margins).filter(|(claim, _)| is_here(claim));
            claims.map(|(claim, margin)| html! {
                <dd data-verdict={claim.verdict(margin)}>
                    <span class="verdict">{ for ui::verdict(claim.holds(margin)) }</span>{ " " }
                    <a href={format!("./{}/?claim={}", info.id, claim.id)}>{ info.name }</a>{ ": " }{ text::unbroken(claim.text) }
                </dd>
            }).collect::<Vec<_>>()
        }) }
    }
}

fn all_statements() -> Page {
    let body = html! {
        <>
            <h1>{ "Sentence by sentence" }</h1>
            <p class="dek">{ "What the three documents say, in our words, and the claims that turn each sentence into a number. Verdicts are for the defaults of each simulator; open one to see when it flips." }</p>
            { for DOCUMENTS.map(|document| html! {
                <section class="document">
                    <h2>{ document.name() }</h2>
                    <p>{ document.about() }{ " " }<a href={document.address()}>{ "Where to read it" }</a></p>
                    { statements(document) }
                </section>
            }) }
            <section class="document">
                <h2>{ "Beside the documents" }</h2>
                <dl class="statements">
                    <dt>{ "From the " }<a href={THREAD}>{ "thread under the first essay on Waluigis" }</a>{ "." }</dt>
                    { claims_of("T") }
                    <dt id="added">{ "Added by the pages themselves, because the model raises the question. The documents have no sentence for it." }</dt>
                    { claims_of("") }
                </dl>
            </section>
        </>
    };
    Page {
        path: "statements/".to_owned(),
        title: "Statements · What Survives".to_owned(),
        description: "The sentences of the essays, in our words, each with the claim that turns it into a number and its verdict.".to_owned(),
        place: None,
        body: to_text(body),
    }
}

fn gallery() -> Page {
    let themes = ["light", "dark"];
    let body = html! {
        <>
            <h1>{ "Gallery" }</h1>
            <p class="dek">{ "Every figure at its defaults, in light and in dark." }</p>
            { for ALL.iter().map(|simulator| {
                let info = simulator.info();
                let run = Rc::new(simulator.run(&Values::defaults(simulator.specs())));
                html! {
                    <section class="gallery">
                        <h2><a href={format!("./{}/", info.id)}>{ info.name }</a></h2>
                        { for run.figures().map(|figure| html! {
                            <div class="pair">{ for themes.map(|theme| html! {
                                <figure data-theme={theme} data-figure={figure.id}>
                                    <h3 class="figure-title">{ figure.title }</h3>
                                    <div class="picture">{ ui::chart(figure, 520, "", Some(figure.title)) }</div>
                                </figure>
                            }) }</div>
                        }) }
                    </section>
                }
            }) }
        </>
    };
    Page {
        path: "gallery/".to_owned(),
        title: "Gallery · What Survives".to_owned(),
        description: "Every figure of the site at its defaults, in light and in dark.".to_owned(),
        place: None,
        body: to_text(body),
    }
}

fn about() -> Page {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/about.md");
    let markdown = fs::read_to_string(file).unwrap_or_default();
    let text = text::to_html(&markdown, |_| None, |_| None).unwrap_or_default();
    Page {
        path: "about/".to_owned(),
        title: "About · What Survives".to_owned(),
        description: "How the models are made, where they come from, and what they are not.".to_owned(),
        place: None,
        body: format!("<div class=\"prose\"><h1>About</h1>\n{text}</div>"),
    }
}

fn not_found() -> Page {
    let body = html! {
        <div class="prose">
            <h1>{ "This page does not exist" }</h1>
            <p>{ "The address may be misspelt, or the link may be from elsewhere. These are the simulators:" }</p>
            <ul>{ for ALL.iter().map(|simulator| {
                let info = simulator.info();
                html! { <li><a href={format!("./{}/", info.id)}>{ info.question }</a></li> }
            }) }</ul>
            <p><a href="./">{ "To the first page" }</a></p>
        </div>
    };
    Page {
        path: "404.html".to_owned(),
        title: "Not found · What Survives".to_owned(),
        description: "This page does not exist.".to_owned(),
        place: None,
        body: to_text(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::from_query;

    /// Links that carry a number: every page's own, at every preset.
    #[test]
    fn links_between_simulators_lead_to_parameters_that_exist() {
        let mut carried = 0;
        for page in all().expect("right texts") {
            for link in page.body.split("data-carry=").skip(1) {
                let address = link
                    .split("href=\"./")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .unwrap_or_default();
                let (simulator, query) =
                    address.split_once("/?").unwrap_or((address.trim_end_matches('/'), ""));
                let known = ALL.iter().find(|known| known.info().id == simulator);
                let specs = known.unwrap_or_else(|| panic!("{}: {address}", page.path)).specs();
                let unknown = from_query(&Values::defaults(specs), query)
                    .1
                    .into_iter()
                    .find(|notice| notice.parameter.is_none());
                assert_eq!(unknown, None, "{}: {address}", page.path);
                carried += 1;
            }
        }
        assert!(carried > 10, "{carried}");
    }
}
