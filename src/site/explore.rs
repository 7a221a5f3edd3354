//! The section “Explore” of a simulator's page: what a reader can ask of it.
//! What stands here are the questions; `www/js/explore.js` answers them with
//! the JavaScript module, once the section comes near or a number has a range.
//! An embed has no such section, but `www/js/ranges.js` for a range in its address.

use std::sync::LazyLock;

use yew::prelude::*;

use super::html::fingerprint;
use crate::simulator::{AnySimulator, Preset};

const SCRIPT: &str = include_str!("../../www/js/explore.js");
const STYLE: &str = include_str!("../../www/css/explore.css");
/// Asks the module, in a thread of its own.
const WORKER: &str = include_str!("../../www/js/explore-worker.js");
/// The same for embeds.
const RANGES: &str = include_str!("../../www/js/ranges.js");
/// What the two scripts import.
const ANSWERS: &str = include_str!("../../www/js/answers.js");

/// A file that no page names until it is wanted.
struct Asset {
    name: String,
    kind: &'static str,
    content: String,
}

impl Asset {
    fn new(of: &str, kind: &'static str, content: &str) -> Self {
        Self { name: format!("{of}-{}", fingerprint(content)), kind, content: content.to_owned() }
    }

    fn file(&self) -> String {
        format!("{}.{}", self.name, self.kind)
    }

    /// Its address without the ending, so that nothing takes it for a part of the page.
    fn address(&self) -> String {
        format!("./{}", self.name)
    }
}

/// All files: those of a page's section, that of embeds, and what they need.
struct Assets {
    script: Asset,
    ranges: Asset,
    answers: Asset,
    style: Asset,
    worker: Asset,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let answers = Asset::new("answers", "js", ANSWERS);
    let import = |script: &str| script.replace("./answers.js", &format!("./{}", answers.file()));
    Assets {
        script: Asset::new("explore", "js", &import(SCRIPT)),
        ranges: Asset::new("ranges", "js", &import(RANGES)),
        style: Asset::new("explore", "css", STYLE),
        worker: Asset::new("explore-worker", "js", WORKER),
        answers,
    }
});

/// The names and contents of all files.
pub fn assets() -> [(String, &'static str); 5] {
    let Assets { script, ranges, answers, style, worker } = &*ASSETS;
    [script, ranges, answers, style, worker].map(|asset| (asset.file(), &*asset.content))
}

/// What an embed needs to answer for ranges in its address; it takes no room.
pub fn ranges(simulator: &dyn AnySimulator, preset: Option<&Preset>) -> Html {
    let Assets { ranges, style, worker, .. } = &*ASSETS;
    html! {
        <div hidden={true} data-explore={simulator.info().id} data-query={preset.map(Preset::query)} data-figure={simulator.figures()[0].id}
            data-script={ranges.address()} data-style={style.address()} data-worker={worker.address()}></div>
    }
}

/// The section of a page that opens at a preset or at its defaults.
pub fn section(simulator: &dyn AnySimulator, preset: Option<&Preset>) -> Html {
    let info = simulator.info();
    let Assets { script, style, worker, .. } = &*ASSETS;
    let part = |id: &'static str, question: &'static str, is_open: bool| {
        html! {
            <details class="asked" id={format!("explore-{id}")} data-part={id} open={is_open}>
                <summary>{ question }</summary>
                <div data-answer={id}></div>
            </details>
        }
    };
    html! {
        <section class="explore" aria-labelledby="explore" data-explore={info.id} data-query={preset.map(Preset::query)}
            data-script={script.address()} data-style={style.address()} data-worker={worker.address()}>
            <h2 id="explore"><a href="#explore">{ "Explore: what if you are not sure?" }</a></h2>
            <p>{ "Press ± beside a number, and it may lie anywhere between two ends. Or all at once:" }</p>
            <p class="buttons"><button type="button" class="chip" data-doubt="" aria-pressed="false">{ "I am not sure of any of this" }</button></p>
            { part("spread", "What follows, if I am not sure?", true) }
            { part("matters", "Which assumption matters most?", false) }
            { part("map", "Where does it flip? A map of two assumptions", false) }
            { part("against", "Why do we disagree? You and another compared", false) }
        </section>
    }
}
