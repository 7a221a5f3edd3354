//! Guess first: on presets that ask for it, a reader draws a curve before the
//! page shows it. The sheet below is in the page; `www/js/guess.js` brings it
//! to life and compares. Without scripts the curve is simply there.

use yew::prelude::*;

use super::html::fingerprint;
use super::lines::Lines;
use super::page::Page;
use crate::chart::{Axis, AxisScale, Mark, Series};
use crate::number::Format;
use crate::simulator::{Info, Run};

const SCRIPT: &str = include_str!("../../www/js/guess.js");
const STYLE: &str = include_str!("../../www/css/guess.css");

/// Places of a drawn curve, and each how many of them a slider stands.
const PLACES: usize = 41;
const SLIDERS: usize = 10;

/// The style and the script: names and contents.
pub fn assets() -> [(String, String); 2] {
    [("css", STYLE), ("js", SCRIPT)]
        .map(|(kind, text)| (format!("guess-{}.{kind}", fingerprint(text)), text.to_owned()))
}

/// What stands in the head of a page with a sheet; an embed loads it if it is
/// asked for.
pub fn head(page: &Page) -> String {
    if !page.body.contains("data-guess=") || page.embedded().is_some() {
        return String::new();
    }
    let [(style, _), (script, _)] = assets();
    format!("<link rel=\"stylesheet\" href=\"./{style}\">\n<script src=\"./{script}\"></script>\n")
}

/// What a reader draws on: the first figure's line of the headline result.
///
/// # Errors
/// If there is no such line, or if it does not show shares.
pub fn sheet(info: &Info, run: &Run, lines: &Lines) -> Result<Html, String> {
    let figure = run.figure(0);
    let wrong = |what: &str| format!("{}: no guess can be asked for, because {what}", info.id);
    let role = lines.get(info.headline).ok_or_else(|| wrong("its headline result ends no line"))?;
    let panel = &figure.panels[0];
    let is_asked = |mark: &&Mark| matches!(mark, Mark::Line(series) if series.role.class() == *role);
    let line = panel.marks.iter().find(is_asked).and_then(|mark| mark.series().first().copied());
    let line = line.ok_or_else(|| wrong("the line is not in the first figure"))?;
    let is_share = panel.y.format == Format::Percent
        && panel.y.scale == AxisScale::Linear
        && panel.y.range == (0.0, 1.0);
    if !is_share {
        return Err(wrong("its y axis does not show shares from 0 to 100 %"));
    }
    let truth = truth(&figure.x, line).ok_or_else(|| wrong("the line has gaps"))?;
    let [(style, _), (script, _)] = assets();
    Ok(html! {
        <>
        <div class="guess" data-guess={truth} data-style={format!("./{style}")} data-script={format!("./{script}")} role="group" aria-labelledby="guess">
            <p id="guess"><b>{ "Guess first." }</b>{ format!(" Where does the line “{}” go? Draw it on the picture, or set its height at five places.", line.label) }</p>
            <div class="places">
                { for (0..PLACES).step_by(SLIDERS).map(|place| html! {
                    <label>{ place_words(&figure.x, place) }
                        <input type="range" min="0" max="100" step="1" value="50" data-place={place.to_string()} autocomplete="off" />
                    </label>
                }) }
            </div>
            <p class="buttons">
                <button type="button" data-answer="">{ "Show me" }</button>
                <button type="button" data-skip="">{ "Skip the guess" }</button>
            </p>
        </div>
        <p class="guessed" role="status" tabindex="-1"></p>
        </>
    })
}

fn place_words(x: &Axis, place: usize) -> String {
    let at = x.value_at(place as f64 / (PLACES - 1) as f64);
    format!("{} {}", x.format.show(at), x.label)
}

/// The heights of the line at the places, as `0.5,0.25,…`.
fn truth(x: &Axis, line: &Series) -> Option<String> {
    let at = |place: usize| x.value_at(place as f64 / (PLACES - 1) as f64);
    let height = |place: usize| Some(line.points.iter().find(|point| point[0] == at(place))?[1]);
    let heights: Vec<f64> = (0..PLACES).filter_map(height).collect();
    let is_whole = heights.len() == PLACES && heights.iter().all(|height| (0.0..=1.0).contains(height));
    let texts: Vec<String> = heights.iter().map(|height| format!("{height:.4}")).collect();
    is_whole.then(|| texts.join(","))
}
