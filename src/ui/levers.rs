//! Which lever matters: how far the headline result moves with each parameter.

use yew::prelude::*;

use super::claims::jump;
use super::session::{Edit, Session};
use crate::explore::{Findings, Lever};
use crate::simulator::Readout;

/// Bars from the smallest to the largest headline result, one for each
/// parameter, the longest first; both ends are links. `headline` is the result
/// now.
pub fn levers(session: &Session, findings: &Findings, headline: &Readout, on: &Callback<Edit>) -> Html {
    let levers = findings.levers.as_deref().unwrap_or_default();
    let moving: Vec<&Lever> = levers.iter().filter(|lever| lever.size() > 0.0).collect();
    let axis = Axis::over(&moving, headline);
    let label = |id: &str| findings.values.specs().iter().find(|spec| spec.id == id).copied();
    let still: Vec<&str> = findings
        .values
        .specs()
        .iter()
        .filter(|spec| spec.is_searched() && !moving.iter().any(|lever| lever.id == spec.id))
        .map(|spec| spec.label)
        .collect();
    let end = |lever: &Lever, (result, value): (f64, f64)| {
        let words = label(lever.id).map_or_else(String::new, |spec| spec.words(value));
        let address = session.address(&findings.values.with(lever.id, value));
        let result = Readout { value: Some(result), ..headline.clone() }.text();
        html! {
            <a href={address} onclick={jump(on, lever.id, value)}><b>{ result }</b>{ " at " }{ words }</a>
        }
    };
    html! {
        <>
            <ol class="levers">
                { for moving.iter().map(|lever| {
                    let (from, to) = (axis.place(lever.low.0), axis.place(lever.high.0));
                    html! {
                        <li data-lever={lever.id}>
                            <span class="lever-name">{ label(lever.id).map(|spec| spec.label) }</span>
                            <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
                                <path class="lever-axis" d="M0 8H1000" />
                                <rect x={from.to_string()} y="2" width={(to - from).max(3).to_string()} height="12" />
                                { for headline.value.map(|now| html! {
                                    <path class="lever-now" d={format!("M{} 0V16", axis.place(now))} />
                                }) }
                            </svg>
                            <span class="lever-ends">{ end(lever, lever.low) }{ end(lever, lever.high) }</span>
                        </li>
                    }
                }) }
            </ol>
            if !still.is_empty() {
                <p class="lever-still">{ format!("No effect by itself: {}.", still.join(" · ")) }</p>
            }
        </>
    }
}

/// The common scale of the bars: even, or even in the logarithm where results
/// span more than a factor of a hundred and are no shares.
struct Axis {
    from: f64,
    to: f64,
    is_log: bool,
}

impl Axis {
    fn over(levers: &[&Lever], headline: &Readout) -> Self {
        let from = levers.iter().map(|lever| lever.low.0).fold(f64::INFINITY, f64::min);
        let to = levers.iter().map(|lever| lever.high.0).fold(f64::NEG_INFINITY, f64::max);
        if headline.format == crate::number::Format::Percent && from >= 0.0 && to <= 1.0 {
            return Self { from: 0.0, to: 1.0, is_log: false };
        }
        Self { from, to, is_log: from > 0.0 && to / from > 100.0 }
    }

    /// Where a result stands, from 0 to 1000.
    fn place(&self, result: f64) -> i32 {
        let part = if self.is_log {
            libm::log(result / self.from) / libm::log(self.to / self.from)
        } else {
            (result - self.from) / (self.to - self.from)
        };
        (part.clamp(0.0, 1.0) * 1000.0).round() as i32
    }
}
