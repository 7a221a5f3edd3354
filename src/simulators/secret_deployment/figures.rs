//! The three figures: the gap, the price of assessment, and internal use.

use super::captions;
use super::model::{Choice, DEAREST, Outcome};
use super::params::SecretDeploymentParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The best system that there is, and the best that the public can see.
pub fn gap(params: &SecretDeploymentParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("time", "years from now", 0.0, params.years);
    let level = outcome.now.level;
    let line = |id, label, role, ability: &dyn Fn(f64) -> f64| {
        Mark::Line(Series::sampled(id, label, role, &x, ability))
    };
    let mut marks = vec![
        line("without", "unchecked", Role::Second, &|time| params.exists(outcome.without.level, time)),
        line("inside", "inside", Role::Clever, &|time| params.exists(level, time)),
        line("public", "public", Role::Yours, &|time| params.seen(level, time)),
    ];
    if level > 0.0 && level < 1.0 {
        marks.insert(0, rule(RuleAt::X(params.stops(level)), "releases stop"));
    }
    let y = Axis::percent("ability", "ability, of that at take-off", 0.0, 1.0);
    Plot { caption: captions::gap(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// What an assessment of any price does.
pub fn strictness(params: &SecretDeploymentParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent(
        "strictness",
        "price of assessment, in what a release earns",
        0.0,
        f64::from(DEAREST) / 100.0,
    );
    let line = |id, label, role, part: fn(Choice) -> f64| {
        Series::sampled(id, label, role, &x, |strictness| part(params.choice(strictness)))
    };
    let secret = line("secret", "secret", Role::Clever, |choice| choice.secret);
    let harm = [
        line("harm_public", "from releases", Role::Second, |choice| choice.harm_public),
        line("harm_secret", "from secrecy", Role::Clever, |choice| choice.harm_secret),
        line("harm", "all harm", Role::Yours, |choice| choice.harm()),
    ];
    let panels = vec![
        chance_panel(vec![rule(RuleAt::X(params.strictness), "this price"), Mark::Line(secret)]),
        harm_panel(rule(RuleAt::X(outcome.best_strictness), "least harm"), harm.to_vec()),
    ];
    Plot { caption: captions::strictness(params, outcome), x, panels }
}

/// What the assessment does if internal use is assessed too.
pub fn internal(params: &SecretDeploymentParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("internal", "how far internal use is assessed too", 0.0, 1.0);
    let line = |id, label, role, part: &dyn Fn(Choice) -> f64| {
        Series::sampled(id, label, role, &x, |internal| {
            part(SecretDeploymentParams { internal, ..params.clone() }.choice(params.strictness))
        })
    };
    let without = outcome.without.secret;
    let chances = vec![
        rule(RuleAt::X(params.internal), "this far"),
        Mark::Line(line("without", "unchecked", Role::Second, &|_| without)),
        Mark::Line(line("secret", "secret", Role::Clever, &|choice| choice.secret)),
    ];
    let harm = line("harm", "all harm", Role::Yours, &|choice| choice.harm());
    let panels =
        vec![chance_panel(chances), harm_panel(rule(RuleAt::X(params.internal), "this far"), vec![harm])];
    Plot { caption: captions::internal(params, outcome), x, panels }
}

fn chance_panel(marks: Vec<Mark>) -> Panel {
    Panel { x: None, y: Axis::percent("secret", "chance of a secret take-off", 0.0, 1.0), marks }
}

fn harm_panel(first: Mark, series: Vec<Series>) -> Panel {
    let top = series.iter().flat_map(|series| &series.points).map(|point| point[1]).fold(0.0, f64::max);
    let mut marks = vec![first];
    marks.extend(series.into_iter().map(Mark::Line));
    Panel { x: None, y: Axis::new("harm", "expected harm, in disasters", 0.0, top), marks }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
