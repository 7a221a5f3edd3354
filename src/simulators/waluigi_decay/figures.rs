//! The four figures: suspicion, patience, silence and a population.

use super::captions;
use super::model::{CHARACTERS, COLUMN, Outcome, Population, suspicion as share};
use super::params::WaluigiDecayParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::LogWeights;

const IF_KNOWN: &str = "if you know its patience";
const IF_UNKNOWN: &str = "if you do not know";
const IF_FORGETTING: &str = "if it forgets";

fn suspicion_axis() -> Axis {
    Axis::percent("suspicion", "suspicion", 0.0, 1.0)
}

/// Suspicion over the quiet stretch, by what is known of its patience.
pub fn suspicion(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("opportunities", "quiet opportunities", 0.0, params.quiet());
    let line = |id, label, role, belief: &dyn Fn(f64) -> LogWeights<2>| {
        Mark::Line(Series::sampled(id, label, role, &x, |n| share(belief(n))))
    };
    let mut marks = vec![
        line("known", IF_KNOWN, Role::Careless, &|n| params.known(n)),
        line("unknown", IF_UNKNOWN, Role::Clever, &|n| params.unknown(n)),
    ];
    if params.limited_memory {
        marks.push(line("windowed", IF_FORGETTING, Role::Yours, &|n| params.windowed(n)));
    }
    let caption = captions::suspicion(params, outcome);
    let panels = vec![Panel { x: None, y: suspicion_axis(), marks }];
    Plot { caption, x, panels }
}

/// The axis of the two figures that go beyond the longest plausible patience.
fn long_axis(params: &WaluigiDecayParams) -> Axis {
    Axis::log("opportunities", "quiet opportunities", 1.0, 10.0 * params.patience_max)
}

fn longest_plausible(at: RuleAt) -> Mark {
    Mark::Rule(Rule { at, label: "longest plausible".to_owned() })
}

/// What silence says about the half-life of a Waluigi.
pub fn patience(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    let x = long_axis(params);
    let mut estimates = [("low", ""), ("median", "middle estimate"), ("high", "")]
        .map(|(id, label)| Series { id, label, role: Role::Clever, points: Vec::new() });
    for n in x.samples() {
        let half_lives = params.half_lives(n);
        for (series, share) in estimates.iter_mut().zip([0.1, 0.5, 0.9]) {
            series.points.push([n, half_lives.quantile(share)]);
        }
    }
    let [low, median, high] = estimates;
    // Room above the rule for its words.
    let y = Axis::log("half_life", "half-life, in opportunities", 1.0, 3.0 * params.patience_max);
    let marks =
        vec![Mark::Band { low, high }, longest_plausible(RuleAt::Y(params.patience_max)), Mark::Line(median)];
    let caption = captions::patience(params, outcome);
    let panels = vec![Panel { x: None, y, marks }];
    Plot { caption, x, panels }
}

/// Suspicion beyond the longest plausible patience.
pub fn silence(params: &WaluigiDecayParams, _: &Outcome) -> Plot {
    let x = long_axis(params);
    let unknown = Series::sampled("unknown", IF_UNKNOWN, Role::Clever, &x, |n| share(params.unknown(n)));
    let marks = vec![longest_plausible(RuleAt::X(params.patience_max)), Mark::Line(unknown)];
    let caption = captions::silence(params);
    let panels = vec![Panel { x: None, y: suspicion_axis(), marks }];
    Plot { caption, x, panels }
}

/// Characters drawn at random, one dot each.
pub fn population(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    // Characters of a kind stand together, so that numbers are seen as areas.
    let mut places = (0..CHARACTERS).map(|place| [f64::from(place / COLUMN), f64::from(place % COLUMN)]);
    let Population { luigis, hiding, turned } = outcome.population;
    let kinds = [
        ("luigi", "true Luigi", Role::Luigi, luigis),
        ("hiding", "Waluigi still hiding", Role::Clever, hiding),
        ("turned", "Waluigi that has turned", Role::Careless, turned),
    ];
    let dots = kinds.map(|(id, label, role, number)| {
        let points = places.by_ref().take(number as usize).collect();
        Mark::Dots(Series { id, label, role, points })
    });
    let axis = |id, places: u32| Axis::hidden(id, -0.5, f64::from(places) - 0.5);
    let caption = captions::population(params, outcome);
    let panels = vec![Panel { x: None, y: axis("row", COLUMN), marks: dots.to_vec() }];
    let x = axis("column", CHARACTERS / COLUMN);
    Plot { caption, x, panels }
}
