//! The section “Explore” of a simulator's page: what a reader can ask of it.
//! What stands here are the questions; `www/js/explore.js` answers them with
//! the JavaScript module, once the section comes near or a number has a range.

use yew::prelude::*;

use super::html::fingerprint;
use crate::simulator::{AnySimulator, Preset};

const SCRIPT: &str = include_str!("../../www/js/explore.js");
const STYLE: &str = include_str!("../../www/css/explore.css");
/// Asks the module, in a thread of its own.
const WORKER: &str = include_str!("../../www/js/explore-worker.js");

/// The script, the style and the worker: names and contents.
pub fn assets() -> [(String, &'static str); 3] {
    [("explore", "js", SCRIPT), ("explore", "css", STYLE), ("explore-worker", "js", WORKER)]
        .map(|(of, kind, content)| (format!("{of}-{}.{kind}", fingerprint(content)), content))
}

/// The section of a page that opens at a preset or at its defaults.
pub fn section(simulator: &dyn AnySimulator, preset: Option<&Preset>) -> Html {
    let info = simulator.info();
    // Without their endings, so that nothing takes these files for parts of the page.
    let [script, style, worker] =
        assets().map(|(name, _)| format!("./{}", name.rsplit_once('.').map_or(&*name, |(name, _)| name)));
    let part = |id: &'static str, question: &'static str, is_open: bool| {
        html! {
            <details class="asked" data-part={id} open={is_open}>
                <summary>{ question }</summary>
                <div data-answer={id}></div>
            </details>
        }
    };
    html! {
        <section class="explore" aria-labelledby="explore" data-explore={info.id} data-query={preset.map(Preset::query)}
            data-script={script} data-style={style} data-worker={worker}>
            <h2 id="explore"><a href="#explore">{ "Explore: what if you are not sure?" }</a></h2>
            <p>{ "Press ± beside a number, and it may lie anywhere between two ends: each place in between is as likely as the next, on the scale of the slider, and each number by itself. Or all at once:" }</p>
            <p class="buttons"><button type="button" class="chip" data-doubt="" aria-pressed="false">{ "I am not sure of any of this" }</button></p>
            { part("spread", "What follows, if I am not sure?", true) }
            { part("matters", "Which assumption matters most?", false) }
            { part("map", "Where does it flip? A map of two assumptions", false) }
            { part("against", "Why do we disagree? Two states compared", false) }
        </section>
    }
}
