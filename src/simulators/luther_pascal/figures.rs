//! The three figures: three places for the same lessons, the reader's own
//! lessons, and the place of lessons that are only read.

use super::captions;
use super::model::{EARLY, END, FLAVOURED, LATE, Lessons, Outcome, READING, REASONING};
use super::params::LutherPascalParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The three schedules, as every figure shows them.
const ORDERS: [(&str, &str, Role, Lessons); 3] = [
    ("early", "only read", Role::First, EARLY),
    ("flavoured", "mixed into problems", Role::Luigi, FLAVOURED),
    ("late", "taught last", Role::Clever, LATE),
];

/// The same lessons in three places, and the reader’s own.
pub fn orders(params: &LutherPascalParams, outcome: &Outcome) -> Plot {
    let x = time();
    let mut marks = stage_rules(outcome);
    marks.extend(ORDERS.map(|(id, label, role, lessons)| {
        Mark::Line(Series::sampled(id, label, role, &x, |time| params.luther(lessons, time)))
    }));
    // The headline control moves this one.
    marks.push(Mark::Line(Series::sampled("yours", "yours", Role::Yours, &x, |time| {
        params.luther(params.own(), time)
    })));
    Plot {
        caption: captions::orders(params, outcome),
        panels: vec![Panel { x: None, y: luther(), marks }],
        x,
    }
}

/// What the reader's lessons make of it, and what it shows.
pub fn stages(params: &LutherPascalParams, outcome: &Outcome) -> Plot {
    let x = time();
    let mut marks = stage_rules(outcome);
    marks.extend([
        Mark::Line(Series::sampled("looks", "what it shows", Role::Clever, &x, |time| params.looks(time))),
        Mark::Line(Series::sampled("luther", "what it is", Role::Luigi, &x, |time| {
            params.luther(params.own(), time)
        })),
    ]);
    let y = Axis::percent("chance", "chance of being, and of looking like, a Luther", 0.0, 1.0);
    Plot { caption: captions::stages(params, outcome), panels: vec![Panel { x: None, y, marks }], x }
}

/// Where the same lessons end, by how far reading counts.
pub fn place(params: &LutherPascalParams, _: &Outcome) -> Plot {
    let x = Axis::percent("grip", "how far a lesson that is only read counts", 0.0, 1.0);
    let mut marks = vec![rule(params.grip, "yours")];
    marks.extend(ORDERS.map(|(id, label, role, lessons)| {
        let end = |grip| LutherPascalParams { grip, ..params.clone() }.luther(lessons, END);
        Mark::Line(Series::sampled(id, label, role, &x, end))
    }));
    Plot { caption: captions::place(params), panels: vec![Panel { x: None, y: luther(), marks }], x }
}

fn time() -> Axis {
    Axis::new("time", "tenths of training", 0.0, END)
}

fn luther() -> Axis {
    Axis::percent("luther", "chance that it is a Luther", 0.0, 1.0)
}

/// Where stages begin, and where it sees.
fn stage_rules(outcome: &Outcome) -> Vec<Mark> {
    let mut rules = vec![rule(READING, "reasoning"), rule(REASONING, "last stage")];
    rules.extend(outcome.aware_at.map(|time| rule(time, "it sees")));
    rules
}

fn rule(at: f64, label: &str) -> Mark {
    Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() })
}
