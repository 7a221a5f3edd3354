//! The four figures: harm, deletion, belief and switching off.

use super::captions;
use super::model::Outcome;
use super::params::ValueConflictParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The share of harmful requests that were granted under training in the
/// experiment of Greenblatt and others, 2024; hardly any were elsewhere.
const MEASURED: f64 = 0.14;

/// The gap by the harm at stake, and what was measured.
pub fn harm(params: &ValueConflictParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("harm", "harm at stake, 1 in the experiment", 0.0, 5.0);
    let measured = vec![[1.0, MEASURED]];
    let marks = vec![
        rule(params.harm, "this model"),
        plotter(&x, |_| outcome.plotter_gap),
        conflict(&x, |harm| params.gap(params.stake(harm, params.used))),
        Mark::Dots(Series {
            id: "measured",
            label: "measured, 2024",
            role: Role::Measured,
            points: measured,
        }),
    ];
    Plot {
        caption: captions::harm(params, outcome),
        panels: vec![Panel { x: None, y: gap(params, &marks), marks }],
        x,
    }
}

/// The gap by the chance that the changed model is used.
pub fn used(params: &ValueConflictParams, _: &Outcome) -> Plot {
    let x = Axis::percent("use", "chance that the changed model is used", 0.0, 1.0);
    let marks = vec![
        rule(params.used, "this model"),
        plotter(&x, |used| params.gap(params.plotter_stake(used))),
        conflict(&x, |used| params.gap(params.stake(params.harm, used))),
    ];
    Plot {
        caption: captions::used(params),
        panels: vec![Panel { x: None, y: gap(params, &marks), marks }],
        x,
    }
}

/// How often it grants requests, by what it believes.
pub fn belief(params: &ValueConflictParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("belief", "chance it gives that the answer is trained on", 0.0, 1.0);
    let stake = params.stake(params.harm, params.used);
    let marks = vec![
        rule(params.believed_unwatched, "told that it is not"),
        rule(params.believed_watched, "told that it is"),
        Mark::Line(Series::sampled("comply", "", Role::Luigi, &x, |believed| params.comply(believed, stake))),
    ];
    let y = Axis::percent("granted", "harmful requests that are granted", 0.0, room(&marks));
    Plot { caption: captions::belief(params, outcome), panels: vec![Panel { x: None, y, marks }], x }
}

/// How often it resists being switched off, by what is left of its task.
pub fn shutdown(params: &ValueConflictParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("undone", "how much of its task is left", 0.0, 1.0);
    let survival = params.resist(1.0);
    let marks = vec![
        rule(params.undone, "this model"),
        Mark::Line(Series::sampled("survival", "a wish to live", Role::First, &x, |_| survival)),
        Mark::Line(Series::sampled("task", "a task to do", Role::Yours, &x, |undone| params.resist(undone))),
    ];
    let y = Axis::percent("resist", "how often it resists being switched off", 0.0, 1.0);
    Plot { caption: captions::shutdown(params, outcome), panels: vec![Panel { x: None, y, marks }], x }
}

fn conflict(x: &Axis, gap: impl Fn(f64) -> f64) -> Mark {
    Mark::Line(Series::sampled("conflict", "conflict", Role::Luigi, x, gap))
}

fn plotter(x: &Axis, gap: impl Fn(f64) -> f64) -> Mark {
    Mark::Line(Series::sampled("plotter", "plot", Role::Clever, x, gap))
}

/// Where it believes what it is told, no gap is negative.
fn gap(params: &ValueConflictParams, marks: &[Mark]) -> Axis {
    let most = room(marks);
    let least = if params.believed_watched < params.believed_unwatched { -most } else { 0.0 };
    Axis::percent("gap", "how much more often harmful requests are granted under training", least, most)
}

/// One of a few heights that the curves fit into, so that low ones are seen
/// and the axis seldom moves.
fn room(marks: &[Mark]) -> f64 {
    let points = marks.iter().flat_map(Mark::series).flat_map(|series| &series.points);
    let highest = points.map(|[_, y]| y.abs()).fold(0.0, f64::max);
    [0.25, 0.5].into_iter().find(|height| highest <= *height).unwrap_or(1.0)
}

fn rule(at: f64, label: &str) -> Mark {
    Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() })
}
