//! The claims of a page: their verdicts, how comfortable they are, and the
//! tipping points at which they flip.

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yew::{Callback, Html};

use super::session::{Action, Edit, Session};
use super::tag::{Tag, tag};
use crate::explore::{Findings, Flip, Track};
use crate::number::plain;
use crate::params::{Scale, Spec, Values};
use crate::simulator::{ClaimInfo, HOLDS_ABOVE};

/// Most tipping points named along one parameter: the nearest on each side.
const SIDES: usize = 2;

/// Whether a claim holds, in a sign and a word.
pub fn verdict(holds: bool) -> Vec<Html> {
    let (sign, word) = if holds { ("✓", " holds") } else { ("✕", " fails") };
    vec![tag("span").with("aria-hidden", "true").text(sign).into(), tag("span").text(word).into()]
}

/// How comfortably a claim holds or fails, or why it always holds.
#[must_use]
pub fn margin(claim: &ClaimInfo, margin: f64) -> String {
    if !claim.theorem.is_empty() {
        ["A theorem: ", claim.theorem].concat()
    } else if margin.abs() <= HOLDS_ABOVE {
        "Exactly on the line.".to_owned()
    } else {
        ["It ", claim.verdict(margin), " ", &claim.measure.words(margin), "."].concat()
    }
}

/// The tipping points of the claim at a place, each a link to the state
/// beyond it. `holds` says whether the claim holds now.
pub fn tips(
    session: &Session,
    findings: &Findings,
    claim: usize,
    holds: bool,
    on: &Callback<Edit>,
) -> Vec<Html> {
    let values = &findings.values;
    let mut tips = Vec::new();
    for ((spec, value), track) in values.iter().zip(&findings.tracks[claim]) {
        for (to, words) in flips(spec, value, track, holds) {
            let link = jump(session, values, spec.id, to, on).with("data-tip", spec.id).text(words);
            tips.push(tag("li").child(tag("span").text([spec.label, " "].concat())).child(link).into());
        }
    }
    if tips.is_empty() {
        return vec![tag("p").text("No assumption can flip it alone.").into()];
    }
    let lead = if holds { "It would fail at:" } else { "It would hold at:" };
    vec![tag("p").text(lead).into(), tag("ul").children(tips).into()]
}

/// A link to the state with one parameter elsewhere. It is followed within the
/// page, unless the reader asks for a new tab.
pub fn jump(session: &Session, values: &Values, id: &'static str, to: f64, on: &Callback<Edit>) -> Tag {
    let on = on.clone();
    let follow = move |event: Event| {
        let click = event.unchecked_ref::<MouseEvent>();
        if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            event.prevent_default();
            on.emit(Edit::once("jump", Action::Range(id, to, to)));
        }
    };
    tag("a").with("href", session.address(&values.with(id, to), id)).on("click", follow)
}

/// The nearest flips on each side of a value, each as where to go and what to
/// call it.
pub fn flips(spec: &Spec, value: f64, track: &Track, holds: bool) -> Vec<(f64, String)> {
    let below = track.flips.iter().rfind(|flip| flip.below < value && flip.holds_above == holds);
    let above = track.flips.iter().find(|flip| flip.above > value && flip.holds_above != holds);
    let sides: [Option<&Flip>; SIDES] = [below, above];
    let named = matches!(spec.scale, Scale::Flag | Scale::Choice(_));
    sides
        .into_iter()
        .zip(["below", "above"])
        .filter_map(|(flip, side)| {
            let (flip, end) = (flip?, if side == "below" { spec.min() } else { spec.max() });
            // A stretch too short for a slider is the end of the range alone.
            let beyond = if side == "below" { flip.below } else { flip.above };
            let is_end = (spec.fraction(beyond) - spec.fraction(end)).abs() < 1e-6;
            let to = if is_end { end } else { flip.near(spec, !holds) };
            let words = spec.words(to);
            // A count is named by the first value at which the verdict differs.
            let words = match (named, spec.is_whole()) {
                (true, _) => words,
                (false, false) if is_end => format!("at {words}"),
                (false, true) => format!("{words} or {}", if side == "below" { "less" } else { "more" }),
                (false, false) => format!("{side} {words}"),
            };
            Some((to, words))
        })
        .collect()
}

/// The stretch of a slider where the watched claim holds.
pub fn shade(spec: &Spec, track: &Track) -> Html {
    let stretches = track.stretches(spec).into_iter().map(|(from, to)| {
        let at = |fraction: f64| (fraction * 1000.0).round() as i32;
        // A stretch that is too short to see still shows.
        let (x, width) = (at(from), (at(to) - at(from)).max(4));
        let bar = tag("rect").with("x", x.to_string()).with("y", "0");
        bar.with("width", width.to_string()).with("height", "10").into()
    });
    let track = tag("svg").with("class", "shade").with("viewBox", "0 0 1000 10");
    track.with("preserveAspectRatio", "none").with("aria-hidden", "true").children(stretches).into()
}

/// How many of the claims hold, in words; nobody counts them where there are none.
#[must_use]
pub fn count(claims: &[ClaimInfo], holds: impl Fn(usize) -> bool) -> String {
    let all = claims.len();
    let holding = (0..all).filter(|&place| holds(place)).count();
    let word = if all == 1 { " claim holds" } else { " claims hold" };
    [&*plain(holding as f64), " of ", &plain(all as f64), word, " under your assumptions"].concat()
}

/// The margins of all claims for some values.
#[must_use]
pub fn margins(simulator: &dyn crate::simulator::AnySimulator, values: &Values) -> Vec<f64> {
    (0..simulator.claims().len()).map(|claim| simulator.margin(claim, values)).collect()
}
