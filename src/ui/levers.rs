//! Which lever matters: how far the headline result moves with each parameter.

use yew::{Callback, Html};

use super::claims::jump;
use super::session::{Edit, Session};
use super::tag::{Tag, tag};
use crate::explore::{Findings, Lever};
use crate::params::Spec;
use crate::simulator::Readout;

/// Bars from the smallest to the largest headline result, one for each
/// parameter, the longest first; both ends are links. `headline` is the result
/// now.
pub fn levers(session: &Session, findings: &Findings, headline: &Readout, on: &Callback<Edit>) -> Vec<Html> {
    let levers = findings.levers.as_deref().unwrap_or_default();
    let moving: Vec<&Lever> = levers.iter().filter(|lever| lever.size() > 0.0).collect();
    let axis = Axis::over(&moving, headline);
    let specs = findings.values.specs();
    let end = |spec: &Spec, (result, value): (f64, f64)| -> Tag {
        let result = Readout { value: Some(result), ..headline.clone() }.text();
        let link = jump(session, &findings.values, spec.id, value, on);
        link.child(tag("b").text(result)).child(tag("span").text([" at ", &*spec.words(value)].concat()))
    };
    let bar = |lever: &Lever| -> Option<Html> {
        let spec = specs.iter().find(|spec| spec.id == lever.id)?;
        let (from, to) = (axis.place(lever.low.0), axis.place(lever.high.0));
        let path = |class: &'static str, d: String| tag("path").with("class", class).with("d", d);
        let span = tag("rect").with("x", from.to_string()).with("y", "2");
        let span = span.with("width", (to - from).max(3).to_string()).with("height", "12");
        let picture = tag("svg").with("viewBox", "0 0 1000 16").with("preserveAspectRatio", "none");
        let mut picture =
            picture.with("aria-hidden", "true").child(path("lever-axis", "M0 8H1000".to_owned())).child(span);
        if let Some(now) = headline.value {
            picture =
                picture.child(path("lever-now", ["M", &*axis.place(now).to_string(), " 0V16"].concat()));
        }
        let name = tag("span").with("class", "lever-name").text(spec.label);
        let ends = tag("span").with("class", "lever-ends");
        let ends = ends.child(end(spec, lever.low)).child(end(spec, lever.high));
        Some(tag("li").with("data-lever", lever.id).child(name).child(picture).child(ends).into())
    };
    let bars = moving.iter().filter_map(|lever| bar(lever));
    let bars = tag("ol").with("class", "levers").children(bars).into();
    let still: Vec<&str> = specs
        .iter()
        .filter(|spec| !spec.shows && !moving.iter().any(|lever| lever.id == spec.id))
        .map(|spec| spec.label)
        .collect();
    if still.is_empty() {
        return vec![bars, Html::default()];
    }
    let words = ["No effect by itself: ", &*still.join(" · "), "."].concat();
    vec![bars, tag("p").with("class", "lever-still").text(words).into()]
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
