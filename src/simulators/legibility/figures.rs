//! The three figures: a year of work, waiting, and where the work goes.

use super::captions;
use super::model::Outcome;
use super::params::LegibilityParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// What the bars of the figure `year` stand for.
static WORK: [&str; 3] = ["visible problems, now", "hidden problems, now", "hidden ones, once they show"];

/// What one more year of work is worth, by where and when it is done.
pub fn year(params: &LegibilityParams, outcome: &Outcome) -> Plot {
    let Outcome { visible, hidden, ripe, .. } = *outcome;
    let bars = |id, label, role, values: [f64; 3]| {
        let points = values.iter().enumerate().map(|(at, value)| [at as f64, *value]).collect();
        Series { id, label, role, points }
    };
    let series = vec![
        bars("solved", "what it solves", Role::Second, [visible.solved, hidden, ripe]),
        bars("hastened", "time it takes away", Role::Clever, [visible.hastened, 0.0, 0.0]),
        bars("net", "together", Role::Yours, [visible.net(), hidden, ripe]),
    ];
    let y = gains(&series);
    let marks = vec![Mark::Bars(series), rule(RuleAt::Y(0.0), "")];
    let x = Axis::categories("work", "", &WORK);
    Plot { caption: captions::year(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// The same if deployment waits more or less.
pub fn gating(params: &LegibilityParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("gating", "how far deployment waits for visible problems", 0.0, 1.0);
    let line = |id, label, role, gain: fn(&LegibilityParams) -> f64| {
        Series::sampled(id, label, role, &x, |gating| gain(&params.with_gating(gating)))
    };
    let series = vec![
        line("hidden", "hidden, now", Role::Second, LegibilityParams::year_on_hidden),
        line("ripe", "hidden, later", Role::Third, LegibilityParams::year_on_ripe),
        line("visible", "visible", Role::Yours, |params| params.year_on_visible().net()),
    ];
    let y = gains(&series);
    let mut marks = vec![rule(RuleAt::Y(0.0), ""), rule(RuleAt::X(params.gating), "this much")];
    marks.extend(series.into_iter().map(Mark::Line));
    Plot { caption: captions::gating(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// What is lost on average, by where the work goes.
pub fn effort(params: &LegibilityParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("effort", "share of work that goes to visible problems", 0.01, 0.99);
    let line = |id, label, role, gating: f64| {
        let params = params.with_gating(gating);
        Series::sampled(id, label, role, &x, |effort| params.with_effort(effort).loss())
    };
    let series = vec![
        line("no_gating", "if it never waits", Role::First, 0.0),
        line("full_gating", "if it waits for all", Role::Second, 1.0),
        line("loss", "yours", Role::Yours, params.gating),
    ];
    let [least, most] =
        [|a: &[f64; 2], b: &[f64; 2]| a[1] <= b[1], |a: &[f64; 2], b: &[f64; 2]| a[1] >= b[1]].map(
            |is_better| {
                let points = series[2].points.iter().copied();
                points.reduce(|a, b| if is_better(&a, &b) { a } else { b }).unwrap_or_default()
            },
        );
    let best = (most[1] - least[1] > 1e-4).then_some(least[0]);
    let y = Axis::percent("loss", "lost of a good future", 0.0, highest(&series));
    let mut marks = vec![rule(RuleAt::X(params.effort), "this share")];
    marks.extend(series.into_iter().map(Mark::Line));
    let caption = captions::effort(params, outcome, best);
    Plot { caption, x, panels: vec![Panel { x: None, y, marks }] }
}

/// An axis of gains and losses with room for all of them and for zero.
fn gains(series: &[Series]) -> Axis {
    let values = series.iter().flat_map(|series| &series.points).map(|point| point[1]);
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let room = (0.1 * (high - low)).max(1e-5);
    let low = if low < 0.0 { low - room } else { low };
    Axis::percent("gain", "saved of a good future", low, high + room)
}

fn highest(series: &[Series]) -> f64 {
    series.iter().flat_map(|series| &series.points).map(|point| point[1]).fold(0.0, f64::max)
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
