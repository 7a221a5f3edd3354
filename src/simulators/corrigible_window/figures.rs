//! The three figures: the window, how wide the target is, and people.

use super::captions;
use super::model::{Outcome, SOVEREIGN};
use super::params::CorrigibleWindowParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::number::percent;

/// What an AI of each ability can and cannot be trusted with.
pub fn window(params: &CorrigibleWindowParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("ability", "ability, of a sovereign’s", 0.0, SOVEREIGN);
    let line = |id, label, role, chance: &dyn Fn(f64) -> f64| {
        Mark::Line(Series::sampled(id, label, role, &x, chance))
    };
    let mut marks =
        vec![rule(RuleAt::X(SOVEREIGN), format!("a sovereign: {}", percent(outcome.sovereign_success)))];
    if outcome.best_level < SOVEREIGN {
        marks.push(rule(RuleAt::X(outcome.best_level), format!("best: {}", percent(outcome.success))));
    }
    marks.extend([
        line("enough", "able", Role::First, &|level| params.enough(level)),
        line("safe", "safe", Role::Second, &|level| params.safe(level)),
        line("people", "people", Role::Third, &|level| params.wise(level)),
        line("both", "all three", Role::Luigi, &|level| params.both(level)),
    ]);
    Plot { caption: captions::window(params, outcome), x, panels: vec![chances(marks)] }
}

/// How many mistakes a helper and a sovereign survive.
pub fn target(params: &CorrigibleWindowParams, outcome: &Outcome) -> Plot {
    let x = Axis::log("mistakes", "mistakes in a sovereign mind", 0.05, 20.0);
    let line = |id, label, role, level: f64| {
        Mark::Line(Series::sampled(id, label, role, &x, |mistakes| params.technical_with(level, mistakes)))
    };
    let marks = vec![
        rule(RuleAt::Y(0.5), "even chance".to_owned()),
        rule(RuleAt::X(params.mistakes), "yours".to_owned()),
        line("sovereign", "sovereign", Role::First, SOVEREIGN),
        line("helper", "helper", Role::Luigi, outcome.best_level),
    ];
    Plot { caption: captions::target(params, outcome), x, panels: vec![chances(marks)] }
}

/// What wiser people would change.
pub fn people(params: &CorrigibleWindowParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("people", "chance that people decide well", 0.05, 1.0);
    let line = |id, label, role, level: f64| {
        let of = |people| CorrigibleWindowParams { people, ..params.clone() }.both(level);
        Mark::Line(Series::sampled(id, label, role, &x, of))
    };
    let marks = vec![
        rule(RuleAt::X(params.people), "yours".to_owned()),
        line("sovereign", "sovereign", Role::First, SOVEREIGN),
        line("helper", "helper", Role::Luigi, outcome.best_level),
    ];
    Plot { caption: captions::people(params, outcome), x, panels: vec![chances(marks)] }
}

fn chances(marks: Vec<Mark>) -> Panel {
    Panel { x: None, y: Axis::percent("chance", "chance", 0.0, 1.0), marks }
}

fn rule(at: RuleAt, label: String) -> Mark {
    Mark::Rule(Rule { at, label })
}
