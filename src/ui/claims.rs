//! The claims of a page: their verdicts, how comfortable they are, and the
//! tipping points at which they flip.

use yew::prelude::*;

use super::session::{Action, Edit, Session};
use crate::explore::{Findings, Flip, Track};
use crate::params::{Scale, Spec, Values};
use crate::simulator::{ClaimInfo, HOLDS_ABOVE};

/// Most tipping points named along one parameter: the nearest on each side.
const SIDES: usize = 2;

/// Whether a claim holds, in a sign and a word.
pub fn verdict(holds: bool) -> Html {
    let (sign, word) = if holds { ("✓", "holds") } else { ("✕", "fails") };
    html! { <><span aria-hidden="true">{ sign }</span>{ " " }{ word }</> }
}

/// How comfortably a claim holds or fails, or why it always holds.
pub fn margin(claim: &ClaimInfo, margin: f64) -> Html {
    let words = if !claim.theorem.is_empty() {
        format!("A theorem: {}", claim.theorem)
    } else if margin.abs() <= HOLDS_ABOVE {
        "Exactly on the line.".to_owned()
    } else {
        format!("It {} {}.", claim.verdict(margin), claim.measure.words(margin))
    };
    html! { { words } }
}

/// The choice of the claim whose stretch is shaded on the sliders.
pub fn watch(claim: &'static str, watched: bool, on: &Callback<Edit>) -> Html {
    let onchange = on.reform(move |_: Event| Edit::once("claim", Action::Watch(claim)));
    html! {
        <label>
            <input type="radio" name="claim" value={claim} checked={watched} {onchange} />
            { "Shade it on the sliders" }
        </label>
    }
}

/// The tipping points of the claim at a place, each a link to the state
/// beyond it. `holds` says whether the claim holds now.
pub fn tips(session: &Session, findings: &Findings, claim: usize, holds: bool, on: &Callback<Edit>) -> Html {
    let values = &findings.values;
    let mut tips = Vec::new();
    for ((spec, value), track) in values.iter().zip(&findings.tracks[claim]) {
        for (to, words) in flips(spec, value, track, holds) {
            let address = session.address(&values.with(spec.id, to));
            tips.push(html! {
                <li>{ spec.label }{ " " }<a href={address} data-tip={spec.id} onclick={jump(on, spec.id, to)}>{ words }</a></li>
            });
        }
    }
    if tips.is_empty() {
        return html! { <p>{ "No assumption can flip it alone." }</p> };
    }
    html! { <><p>{ if holds { "It would fail at:" } else { "It would hold at:" } }</p><ul>{ tips }</ul></> }
}

/// Follows a link within the page, unless the reader asks for a new tab.
pub fn jump(on: &Callback<Edit>, id: &'static str, to: f64) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            on.emit(Edit::once("jump", Action::Set(id, to)));
        }
    })
}

/// The nearest flips on each side of a value, each as where to go and what to
/// call it.
fn flips(spec: &Spec, value: f64, track: &Track, holds: bool) -> Vec<(f64, String)> {
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
    html! {
        <svg class="shade" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            { for track.stretches(spec).into_iter().map(|(from, to)| {
                let at = |fraction: f64| (fraction * 1000.0).round() as i32;
                // A stretch that is too short to see still shows.
                let (x, width) = (at(from), (at(to) - at(from)).max(4));
                html! { <rect x={x.to_string()} y="0" width={width.to_string()} height="10" /> }
            }) }
        </svg>
    }
}

/// The place of the claim that a page watches: the one of that id, or else the
/// first that is no theorem, because a theorem holds all along every slider.
#[must_use]
pub fn place_of(claims: &[ClaimInfo], id: &str) -> usize {
    let named = claims.iter().position(|claim| claim.id == id);
    named.or_else(|| claims.iter().position(|claim| claim.theorem.is_empty())).unwrap_or(0)
}

/// The margins of all claims for some values.
#[must_use]
pub fn margins(simulator: &dyn crate::simulator::AnySimulator, values: &Values) -> Vec<f64> {
    (0..simulator.claims().len()).map(|claim| simulator.margin(claim, values)).collect()
}
