//! The claims of a page: their verdicts, how comfortable they are, and the
//! tipping points at which they flip.

use yew::prelude::*;

use super::session::{Jump, Session};
use crate::explore::{Findings, Flip, Track};
use crate::params::{Scale, Spec, Values};
use crate::simulator::{ClaimInfo, HOLDS_ABOVE};

/// Most tipping points named along one parameter: the nearest on each side.
const SIDES: usize = 2;

/// Props of [`Verdict`].
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// Whether the claim holds.
    pub holds: bool,
}

/// Whether a claim holds, in a sign and a word.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let (sign, word) = if props.holds { ("✓", "holds") } else { ("✕", "fails") };
    html! { <><span aria-hidden="true">{ sign }</span>{ " " }{ word }</> }
}

/// Props of [`Margin`].
#[derive(Properties, PartialEq)]
pub struct MarginProps {
    /// The claim.
    pub claim: ClaimInfo,
    /// Its margin.
    pub margin: f64,
}

/// How comfortably a claim holds or fails, or why it always holds.
#[component]
pub fn Margin(props: &MarginProps) -> Html {
    let MarginProps { claim, margin } = props;
    if !claim.theorem.is_empty() {
        return html! { { format!("A theorem: {}", claim.theorem) } };
    }
    let how = if margin.abs() <= HOLDS_ABOVE {
        "exactly on the line".to_owned()
    } else {
        claim.measure.words(*margin)
    };
    html! { { format!("It {} {how}.", claim.verdict(*margin)) } }
}

/// Props of [`Watch`].
#[derive(Properties, PartialEq)]
pub struct WatchProps {
    /// The id of the claim.
    pub claim: &'static str,
    /// Whether it is the one that is watched.
    pub watched: bool,
    /// Called when the reader chooses it.
    #[prop_or_default]
    pub on_watch: Callback<&'static str>,
}

/// The choice of the claim whose stretch is shaded on the sliders.
#[component]
pub fn Watch(props: &WatchProps) -> Html {
    let (claim, on_watch) = (props.claim, &props.on_watch);
    let onchange = on_watch.reform(move |_: Event| claim);
    html! {
        <label>
            <input type="radio" name="claim" value={claim} checked={props.watched} {onchange} />
            { "Shade it on the sliders" }
        </label>
    }
}

/// Props of [`Tips`].
#[derive(Properties, PartialEq)]
pub struct TipsProps {
    /// The state of the page.
    pub session: Session,
    /// The place of the claim in the simulator's list.
    pub claim: usize,
    /// What was found around the state.
    pub findings: Findings,
    /// Whether the claim holds now.
    pub holds: bool,
    /// Called when the reader follows a tipping point.
    #[prop_or_default]
    pub on_jump: Callback<Jump>,
}

/// The tipping points of a claim, each a link to the state beyond it.
#[component]
pub fn Tips(props: &TipsProps) -> Html {
    let TipsProps { session, claim, findings, holds, on_jump } = props;
    let Some(tracks) = findings.tracks.get(*claim) else { return html! {} };
    let tips: Vec<Html> = findings
        .values
        .iter()
        .zip(tracks)
        .flat_map(|((spec, value), track)| tips(spec, value, track, *holds))
        .map(|(spec, to, words)| {
            let values = findings.values.with(spec.id, to);
            html! {
                <li>
                    { spec.label }{ " " }
                    <a href={session.address(&values)} data-tip={spec.id} onclick={jump(on_jump, Jump { id: spec.id, to })}>{ words }</a>
                </li>
            }
        })
        .collect();
    if tips.is_empty() {
        return html! { <p>{ "No assumption can flip it alone." }</p> };
    }
    html! { <><p>{ if *holds { "It would fail at:" } else { "It would hold at:" } }</p><ul>{ tips }</ul></> }
}

/// Follows a link within the page, unless the reader asks for a new tab.
pub fn jump(on_jump: &Callback<Jump>, to: Jump) -> Callback<MouseEvent> {
    let on_jump = on_jump.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            on_jump.emit(to);
        }
    })
}

/// The nearest flips on each side of a value, each as where to go and what to
/// call it.
fn tips(spec: &'static Spec, value: f64, track: &Track, holds: bool) -> Vec<(&'static Spec, f64, String)> {
    let below = track.flips.iter().rfind(|flip| flip.below < value && flip.holds_above == holds);
    let above = track.flips.iter().find(|flip| flip.above > value && flip.holds_above != holds);
    let sides: [Option<&Flip>; SIDES] = [below, above];
    let named = matches!(spec.scale, Scale::Flag | Scale::Choice(_));
    sides
        .into_iter()
        .zip(["below", "above"])
        .filter_map(|(flip, side)| {
            let to = flip?.near(spec, !holds);
            let words = spec.words(to);
            // A count is named by the first value at which the verdict differs.
            let words = match (named, spec.is_whole()) {
                (true, _) => words,
                (false, true) => format!("{words} or {}", if side == "below" { "less" } else { "more" }),
                (false, false) => format!("{side} {words}"),
            };
            Some((spec, to, words))
        })
        .collect()
}

/// Props of [`Shade`].
#[derive(Properties, PartialEq)]
pub struct ShadeProps {
    /// The parameter.
    pub spec: Spec,
    /// Where the watched claim holds along it.
    pub track: Track,
}

/// The stretch of a slider where the watched claim holds.
#[component]
pub fn Shade(props: &ShadeProps) -> Html {
    let ShadeProps { spec, track } = props;
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

/// The claim that a page watches unless its link says another.
#[must_use]
pub fn place_of(claims: &[ClaimInfo], id: &str) -> usize {
    claims.iter().position(|claim| claim.id == id).unwrap_or(0)
}

/// The margins of all claims for some values.
#[must_use]
pub fn margins(simulator: &dyn crate::simulator::AnySimulator, values: &Values) -> Vec<f64> {
    (0..simulator.claims().len()).map(|claim| simulator.margin(claim, values)).collect()
}
