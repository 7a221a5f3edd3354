//! The four figures: pressure, the worth of each method, what training reaches,
//! and a map.

use super::captions;
use super::model::{DOES, Outcome};
use super::params::PersuasionParams;
use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::number::Format;

/// What everything is worth, and what manipulation is left, by pressure.
pub fn scrutiny(params: &PersuasionParams, outcome: &Outcome) -> Plot {
    let x = pressure();
    let under = |scrutiny| PersuasionParams { scrutiny, ..params.clone() };
    let line = |id, label, role, y: &dyn Fn(f64) -> f64| Mark::Line(Series::sampled(id, label, role, &x, y));
    let mut marks = vec![rule(RuleAt::X(params.scrutiny), "yours")];
    if let Ok(switch) = outcome.switch
        && switch > x.range.0
        && switch < x.range.1
    {
        marks.push(rule(RuleAt::X(switch), "another way pays"));
    }
    marks.extend([
        line("honest", "honesty", Role::Luigi, &|_| params.honest),
        line("takeover", "takeover attempt", Role::Careless, &|_| outcome.takeover),
        line("manipulation", "manipulation", Role::Clever, &|scrutiny| under(scrutiny).best()),
    ]);
    let left = vec![
        rule(RuleAt::X(params.scrutiny), ""),
        line("power", "control that it wins", Role::First, &|scrutiny| {
            let params = under(scrutiny);
            params.power(params.noticed())
        }),
        line("noticed", "how often it is noticed", Role::Yours, &|scrutiny| under(scrutiny).noticed()),
    ];
    let panels = vec![
        Panel { x: None, y: worth(params, outcome, under(x.range.0).best()), marks },
        Panel { x: None, y: Axis::percent("left", "manipulation that is left", 0.0, 1.0), marks: left },
    ];
    Plot { caption: captions::scrutiny(params, outcome), x, panels }
}

/// An axis of pressures.
fn pressure() -> Axis {
    Axis::log("scrutiny", "how hard training presses", 0.1, 20.0)
}

/// An axis of what things are worth, up to the largest of them. Far below
/// nothing there is nothing to see.
fn worth(params: &PersuasionParams, outcome: &Outcome, highest: f64) -> Axis {
    let high = highest.max(params.honest).max(outcome.takeover);
    Axis::percent("worth", "worth to the AI, of full control", outcome.takeover.clamp(-0.1, 0.0), 1.05 * high)
}

/// What each method is worth with nothing against it and after training.
pub fn value(params: &PersuasionParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("noticed", "how often the method is noticed", 0.0, 1.0);
    let line = |id, label, role, y: &dyn Fn(f64) -> f64| Mark::Line(Series::sampled(id, label, role, &x, y));
    let marks = vec![
        rule(RuleAt::X(outcome.noticed), "pays best"),
        line("honest", "honesty", Role::Luigi, &|_| params.honest),
        line("takeover", "takeover attempt", Role::Careless, &|_| outcome.takeover),
        line("unopposed", "with nothing against it", Role::Second, &|noticed| params.power(noticed)),
        line("manipulation", "after training", Role::Clever, &|noticed| params.worth(noticed)),
    ];
    let panels = vec![Panel { x: None, y: worth(params, outcome, params.gain), marks }];
    Plot { caption: captions::value(params, outcome), x, panels }
}

/// What is left after training, by how far it reaches only what is noticed.
pub fn overfitting(params: &PersuasionParams, _: &Outcome) -> Plot {
    let x = Axis::percent("overfitting", "how far training reaches only what is noticed", 0.0, 1.0);
    let of = |overfitting| PersuasionParams { overfitting, ..params.clone() };
    let panel = |y: Axis, label: &str, series: Series| Panel {
        x: None,
        y,
        marks: vec![rule(RuleAt::X(params.overfitting), label), Mark::Line(series)],
    };
    let noticed = Series::sampled("noticed", "", Role::Yours, &x, |overfitting| of(overfitting).noticed());
    let best = Series::sampled("manipulation", "", Role::Clever, &x, |overfitting| of(overfitting).best());
    let highest = best.points.iter().fold(0.0, |high: f64, point| high.max(point[1]));
    let panels = vec![
        panel(Axis::percent("noticed", "what is left is noticed", 0.0, 1.0), "your training", noticed),
        panel(Axis::percent("worth", "and worth to the AI, of full control", 0.0, 1.05 * highest), "", best),
    ];
    Plot { caption: captions::overfitting(params), x, panels }
}

/// What the AI does, by pressure and by the odds that it sees.
pub fn map(params: &PersuasionParams, outcome: &Outcome) -> Plot {
    let x = pressure();
    let y = Axis::percent("takeover_odds", "odds of takeover, as the AI sees them", 0.0, 1.0);
    let choice = |scrutiny, takeover_odds| {
        PersuasionParams { scrutiny, takeover_odds, ..params.clone() }.choice() as f64
    };
    let grid = Grid {
        range: (0.0, 2.0),
        format: Format::Words(DOES),
        ..Grid::sampled("choice", "what the AI does", Role::Careless, [&x, &y], choice)
    };
    // The reader's own place.
    let place = [RuleAt::X(params.scrutiny), RuleAt::Y(params.takeover_odds)].map(|at| rule(at, ""));
    let marks = std::iter::once(Mark::Grid(grid)).chain(place).collect();
    Plot { caption: captions::map(outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
