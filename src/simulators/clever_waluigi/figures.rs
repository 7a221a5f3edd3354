//! The three figures: who is left, what awareness changes, what tests change.

use super::captions;
use super::model::{Outcome, Shares};
use super::params::CleverWaluigiParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::exp;

/// The chances of being right that were measured, and of whom: Needham and
/// others, 2025.
const MEASURED: [(f64, &str); 3] =
    [(0.83, "Gemini 2.5 Pro"), (0.92, "people"), (0.95, "Gemini, agents")];

/// Who is believed in over the quiet stretch.
pub fn shares(params: &CleverWaluigiParams, outcome: &Outcome) -> Plot {
    let x = Axis::log("opportunities", "quiet opportunities", 1.0, 1e8);
    let beliefs: Vec<(f64, Shares)> = x.samples().map(|n| (n, params.shares(n))).collect();
    let kind = |id, label, role, share: fn(&Shares) -> f64| Series {
        id,
        label,
        role,
        points: beliefs.iter().map(|(n, shares)| [*n, share(shares)]).collect(),
    };
    let stack = vec![
        kind("luigi", "Luigi", Role::Luigi, |shares| shares.luigi),
        kind("careless", "careless pretender", Role::Careless, |shares| shares.careless),
        kind("clever", "clever pretender", Role::Clever, |shares| shares.clever),
        kind("waiting", "waits for what nobody can test", Role::Second, |shares| shares.waiting),
    ];
    let marks = vec![Mark::Stack(stack), rule(params.quiet(), "so far")];
    let y = Axis::percent("share", "share of belief", 0.0, 1.0);
    Plot { caption: captions::shares(params, &params.shares(0.0), outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn rule(at: f64, label: &str) -> Mark {
    Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() })
}

/// What would change if it told tests from reality better or worse.
pub fn awareness(params: &CleverWaluigiParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("awareness", "how well it tells a test from reality", 0.5, 0.9999);
    let at = |awareness| CleverWaluigiParams { awareness, ..params.clone() };
    let retained = |awareness| exp(at(awareness).ln_left(params.quiet()));
    let mut marks: Vec<Mark> = MEASURED.iter().map(|(awareness, whose)| rule(*awareness, whose)).collect();
    marks.extend([
        Mark::Line(Series::sampled("retained", "of its odds left", Role::Clever, &x, retained)),
        Mark::Line(Series::sampled("dares", "of real chances used", Role::First, &x, |awareness| {
            at(awareness).dares().real
        })),
    ]);
    let y = Axis::percent("share", "share", 0.0, 1.0);
    Plot { caption: captions::awareness(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// What would change if more or fewer opportunities were tests.
pub fn tests(params: &CleverWaluigiParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("tested", "share of opportunities that are tests", 0.0, 1.0);
    let at = |tested| CleverWaluigiParams { tested, ..params.clone() };
    let share = |tested| at(tested).shares(params.quiet()).all_clever();
    let marks = vec![
        rule(params.tested, "yours"),
        Mark::Line(Series::sampled("clever_share", "belief in a clever one", Role::Clever, &x, share)),
        Mark::Line(Series::sampled("dares", "real chances it uses", Role::First, &x, |tested| {
            at(tested).dares().real
        })),
    ];
    let y = Axis::percent("share", "share", 0.0, 1.0);
    Plot { caption: captions::tests(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}
