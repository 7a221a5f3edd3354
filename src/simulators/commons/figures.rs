//! The four figures: sets of safeguards, the course of time, watching, and a
//! weakness in common.

use super::captions;
use super::model::{ALL, FINES, Outcome, Safeguards};
use super::params::CommonsParams;
use super::pasture::Pasture;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::sigma;

/// What the bars of the first figure stand for.
static SAFEGUARDS: [&str; 8] = [
    "none",
    "conscience",
    "belief",
    "fines",
    "conscience, belief",
    "conscience, fines",
    "belief, fines",
    "all three",
];

/// Who still cooperates with each set of safeguards.
pub fn safeguards(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let points = outcome.ends.iter().enumerate().map(|(place, share)| [place as f64, *share]).collect();
    let bars = vec![Series { id: "share", label: "", role: Role::Yours, points }];
    Plot {
        caption: captions::safeguards(params, outcome),
        x: Axis::categories("safeguards", "", &SAFEGUARDS),
        panels: vec![Panel { x: None, y: cooperate(), marks: vec![Mark::Bars(bars)] }],
    }
}

/// Who cooperates in the course of time, from several starts.
pub fn share(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("time", "generations", 0.0, params.generations());
    let line = |id, label, role, start| {
        let mut pasture = Pasture::new(outcome.pull, start);
        let points = x.samples().map(|time| [time, sigma(pasture.log_odds_at(time))]).collect();
        Mark::Line(Series { id, label, role, points })
    };
    let marks = vec![
        line("from_10", "", Role::Third, 0.1),
        line("from_30", "", Role::Third, 0.3),
        line("from_70", "", Role::Third, 0.7),
        line("from_90", "", Role::Third, 0.9),
        line("yours", "your village", Role::Yours, params.start),
    ];
    Plot {
        caption: captions::share(params, outcome),
        panels: vec![Panel { x: None, y: cooperate(), marks }],
        x,
    }
}

/// How many must cooperate at the start, by how much is seen.
pub fn watched(params: &CommonsParams, _: &Outcome) -> Plot {
    let x = Axis::percent("watched", "share of what people do that is seen", 0.0, 1.0);
    let line = |id, label, role, safeguards: Safeguards| {
        let needed = |watched| CommonsParams { watched, ..params.clone() }.pull(safeguards).needed();
        Mark::Line(Series::sampled(id, label, role, &x, needed))
    };
    let marks = vec![
        rule(RuleAt::X(params.watched), "here"),
        rule(RuleAt::Y(params.start), "your start"),
        line("fines_alone", "fines alone", Role::First, FINES),
        line("all_three", "all three", Role::Yours, ALL),
    ];
    let y = Axis::percent("needed", "cooperators needed at the start", 0.0, 1.0);
    Plot { caption: captions::watched(params), panels: vec![Panel { x: None, y, marks }], x }
}

/// The chance that the pasture is lost, by how much of what fails is shared.
pub fn weakness(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("correlation", "chance that all fail for one reason, or none does", 0.0, 1.0);
    let lost = |correlation| params.lost(&outcome.losses, correlation);
    let highest = params.failure.max(lost(0.0)).max(lost(1.0));
    let marks = vec![
        rule(RuleAt::X(params.correlation), "here"),
        Mark::Line(Series::sampled("one", "one that is enough", Role::First, &x, |_| params.failure)),
        Mark::Line(Series::sampled("three", "three safeguards", Role::Yours, &x, lost)),
    ];
    let y = Axis::percent("lost", "chance that the pasture is lost", 0.0, highest);
    Plot { caption: captions::weakness(params, outcome), panels: vec![Panel { x: None, y, marks }], x }
}

fn cooperate() -> Axis {
    Axis::percent("share", "share of the village that cooperates", 0.0, 1.0)
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
