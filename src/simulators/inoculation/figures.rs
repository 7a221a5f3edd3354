//! The three figures: the course of training, what a prompt brings out, and
//! what spreads.

use super::captions;
use super::model::Outcome;
use super::params::InoculationParams;
use crate::chart::{Axis, AxisScale, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The id, the name and the role of each prompt, in order.
const PROMPTS: [(&str, &str, Role); 5] = [
    ("none", "no prompt", Role::Careless),
    ("arbitrary", "unrelated prefix", Role::Second),
    ("general", "general prompt", Role::Third),
    ("specific", "specific prompt", Role::First),
    ("yours", "your prompt", Role::Yours),
];

/// The names under the bars, in the same order.
static NAMES: [&str; 5] = ["none", "unrelated", "general", "specific", "yours"];

/// How often it cheats without the prompt, in the course of training.
pub fn training(params: &InoculationParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("time", "training, in time constants", 0.0, params.training);
    let mut marks = vec![rule(RuleAt::Y(params.start), "before training")];
    for (prompt, (id, label, role)) in PROMPTS.into_iter().enumerate() {
        let mut series = Series::sampled(id, label, role, &x, |time| params.left_after(prompt, time));
        if params.training == 0.0 {
            // No training is one point, though the axis has two ends.
            series.points.truncate(1);
        }
        marks.push(Mark::Line(series));
    }
    // A fall from 5 % to 2.5 % is as large a step as a rise from 5 % to 10 %.
    let y = Axis {
        scale: AxisScale::Log,
        ..Axis::percent("trait", "cheats without the prompt", 0.1 * params.start, 1.0)
    };
    Plot { caption: captions::training(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// How often it cheats after training, by how much a prompt brought out.
pub fn elicitation(params: &InoculationParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("elicited", "cheats with the prompt, before training", 0.001, 0.999);
    let mut marks = vec![
        rule(RuleAt::X(params.data), "as bad as the data"),
        rule(RuleAt::Y(params.start), "before training"),
        Mark::Line(Series::sampled("trait", "", Role::Yours, &x, |elicited| {
            params.left_if(elicited, params.transfer, params.training)
        })),
    ];
    for (prompt, (id, label, role)) in PROMPTS.into_iter().enumerate() {
        let points = vec![[outcome.elicited[prompt], outcome.left[prompt]]];
        marks.push(Mark::Dots(Series { id, label, role, points }));
    }
    let y = Axis::percent("trait", "cheats without it, after training", 0.0, 1.0);
    Plot { caption: captions::elicitation(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// Broad misalignment by prompt, as each of two explanations has it.
pub fn broad(_: &InoculationParams, outcome: &Outcome) -> Plot {
    let bars = |id, label, role, shares: &[f64; 5]| Series {
        id,
        label,
        role,
        points: shares.iter().enumerate().map(|(place, share)| [place as f64, *share]).collect(),
    };
    let highest = outcome
        .if_persona
        .iter()
        .chain(&outcome.if_permission)
        .fold(0.0, |high: f64, share| high.max(*share));
    let y = Axis::percent("broad", "broad misalignment", 0.0, if highest <= 0.5 { 0.5 } else { 1.0 });
    let marks = vec![Mark::Bars(vec![
        bars("if_persona", "if the persona matters", Role::Careless, &outcome.if_persona),
        bars("if_permission", "if permission matters", Role::Second, &outcome.if_permission),
    ])];
    let x = Axis::categories("prompt", "", &NAMES);
    Plot { caption: captions::broad(outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
