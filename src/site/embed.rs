//! The pages that authors put into their posts: one figure, its caption and
//! its controls, in a frame.
//!
//! The program is not loaded with the page: `www/js/frame.js` fetches it when
//! somebody is likely to want it.

use yew::prelude::*;

use super::Page;
use super::bundle::{escape, fingerprint, take_elements};
use super::guess;
use super::lines::Lines;
use super::pages::control;
use super::render::to_text;
use crate::explore::Track;
use crate::params::Values;
use crate::simulator::{AnySimulator, Preset};
use crate::ui::chart::chart_within;
use crate::ui::claims::{margin, margins, verdict};

/// Makes the frames of embeds on an author's page.
pub const ELEMENT: &str = include_str!("../../www/embed.js");

const SCRIPT: &str = include_str!("../../www/js/frame.js");
const STYLE: &str = include_str!("../../www/css/embed.css");

/// The two layouts of the static figure: class, width and height in pixels.
const LAYOUTS: [(&str, u32, u32); 2] = [("wide", 660, 300), ("narrow", 340, 240)];

/// The embed of a simulator, opened at a preset or at its defaults.
///
/// # Errors
/// If its preset asks for a guess that cannot be asked for.
pub fn page(simulator: &dyn AnySimulator, preset: Option<&Preset>, lines: &Lines) -> Result<Page, String> {
    let info = simulator.info();
    let values =
        preset.map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    let run = simulator.run(&values);
    let figure = &run.figures[0];
    let full = preset.map_or(format!("{}/", info.id), |preset| format!("{}/{}/", info.id, preset.id));
    let is_headline = |place: &usize| values.specs()[*place].id == info.control;
    let (headline, more): (Vec<usize>, Vec<usize>) = (0..values.specs().len()).partition(is_headline);
    let margins = margins(simulator, &values);
    // Which claim is watched, if any, is for the address to say.
    let unknown = Track { holds_at_min: false, flips: Vec::new() };
    let sheet = match preset {
        Some(preset) if preset.guess => guess::sheet(&info, &run, lines)?,
        _ => html! {},
    };
    let body = html! {
        <article class="embed">
            <h1 id={format!("title-{}", figure.id)}>{ figure.title }</h1>
            <figure data-figure={figure.id} aria-labelledby={format!("title-{}", figure.id)}>
                <div class="picture" data-chart={figure.id}>
                    { for LAYOUTS.iter().map(|(class, width, height)| chart_within(figure, *width, Some(*height), class, None)) }
                </div>
                { sheet }
                <figcaption id={format!("caption-{}", figure.id)} data-caption={figure.id}>{ figure.caption.clone() }</figcaption>
            </figure>
            { for run.figures[1..].iter().map(|other| html! { <template data-title={other.id}>{ other.title }</template> }) }
            <div class="notices" data-notices="" role="status"></div>
            <p class="waits" hidden={true}>{ "Touch the picture to see what the link asks for." }</p>
            <p class="failed" hidden={true}>{ "The controls could not be loaded." }</p>
            <div class="claims">
                <ul>{ for simulator.claims().iter().zip(margins).map(|(claim, by)| html! {
                    <li data-claim={claim.id} data-verdict={claim.verdict(by)} hidden={true}>
                        <div class="verdict" data-verdict-of={claim.id}>{ for verdict(claim.holds(by)) }</div>
                        <div class="claim">
                            <p>{ claim.text }</p>
                            <p class="margin" data-margin={claim.id}>{ margin(claim, by) }</p>
                        </div>
                    </li>
                }) }</ul>
                <p class="key"><span class="swatch"></span>{ "Shaded on a slider: where it holds." }</p>
            </div>
            <div class="headline">{ for headline.into_iter().map(|place| control(&values, place, Some(&unknown))) }</div>
            <div class="foot">
                <details class="more">
                    <summary>{ "More controls" }</summary>
                    <div class="controls">{ for more.into_iter().map(|place| control(&values, place, Some(&unknown))) }</div>
                </details>
                <p class="source" id="source">
                    <span>{ "What Survives: " }</span>
                    <a class="full" href={format!("./{full}")} target="_blank" rel="noopener">{ info.name }</a>
                </p>
            </div>
        </article>
    };
    Ok(Page {
        title: format!("{} · {} · embed", figure.title, preset.map_or(info.name, |preset| preset.name)),
        description: preset.map_or(info.answer, |preset| preset.about).to_owned(),
        place: Some(full.trim_end_matches('/').to_owned()),
        path: format!("e/{full}"),
        body: to_text(body),
    })
}

/// The files of all embeds: names and contents.
pub fn assets(style: &str) -> [(String, String); 3] {
    let style = format!("{style}{STYLE}");
    [
        (format!("embed-{}.css", fingerprint(&style)), style),
        (format!("frame-{}.js", fingerprint(SCRIPT)), SCRIPT.to_owned()),
        // Authors name this one: it never changes its address.
        ("embed.js".to_owned(), ELEMENT.to_owned()),
    ]
}

/// What stands in the head of an embed in place of the page's own styles. The
/// picture takes what the rest leaves over, so nothing is shown before all is
/// there: it would move.
pub fn head(style: &str) -> String {
    let [(style, _), (script, _), _] = assets(style);
    format!(
        "<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"expect\" href=\"#source\" blocking=\"render\">\n\
         <link rel=\"stylesheet\" href=\"./{style}\">\n\
         <script src=\"./{script}\"></script>\n"
    )
}

/// Names the program without loading it.
pub fn program(place: &str, script: &str, wasm: &str, boot: &str) -> String {
    format!(
        "<meta name=\"what-survives\" content=\"{}\">\n\
         <link data-program=\"./{boot}\" data-rel=\"modulepreload\" href=\"./{script}\">\n\
         <link data-rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
        escape(place)
    )
}

/// Takes out of the template what belongs to the site's own pages: header,
/// footer, and the scripts that are not [`SCRIPT`].
pub fn strip(template: &mut String) {
    take_elements(template, "<script src=\"./theme", "</script>");
    take_elements(template, "<script src=\"./gestures", "</script>");
    take_elements(template, "<a class=\"skip\"", "</a>");
    take_elements(template, "<header class=\"site\"", "</header>");
    take_elements(template, "<footer class=\"site\"", "</footer>");
}
