//! The stacked shares over training, and the bars of what comes after.

use super::model::{Model, Outcome};
use super::params::BehavioralSelectionParams;
use super::patterns::{IDS, INFLUENCE_SEEKER, INTENDED, LABELS, OWN, PATTERNS, ROLES, SCHEMER};
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::number::percent;

/// The patterns that take part.
fn present(p: &BehavioralSelectionParams) -> usize {
    if p.own { PATTERNS } else { OWN }
}

/// A pattern in a sentence; the reader's own by the name they gave it.
pub fn name(p: &BehavioralSelectionParams, pattern: usize) -> String {
    match pattern {
        INTENDED => "the intended motive".to_owned(),
        OWN if p.own_name.is_empty() => "your own pattern".to_owned(),
        OWN => ["your own pattern “", &p.own_name, "”"].concat(),
        _ => ["the ", LABELS[pattern]].concat(),
    }
}

/// Shares over training and deployment, stacked.
pub fn influence(p: &BehavioralSelectionParams, outcome: &Outcome) -> Plot {
    let model = Model::new(p);
    let trained_at = f64::from(p.steps);
    let end = trained_at + f64::from(p.deployment_steps);
    let mut points: Vec<(f64, [f64; PATTERNS])> = Vec::with_capacity(203);
    let (mut weights, mut at) = (outcome.prior, 0);
    let mut places: Vec<f64> = (0..=200).map(|k| libm::rint(end * f64::from(k) / 200.0)).collect();
    places.dedup();
    for step in places.iter().copied().filter(|step| *step < trained_at) {
        weights = model.train(weights, step as u32 - at);
        at = step as u32;
        points.push((step, weights.shares()));
    }
    points.push((trained_at, outcome.trained.shares()));
    // What tests and reading do shows as a jump.
    let jumps = outcome.inspected != outcome.trained;
    if jumps {
        points.push((trained_at, outcome.inspected.shares()));
    }
    for step in places.into_iter().filter(|step| *step > trained_at) {
        points.push((step, model.deploy(outcome.inspected, step - trained_at).shares()));
    }
    let stack = (0..present(p)).map(|j| Series {
        id: IDS[j],
        label: LABELS[j],
        role: ROLES[j],
        points: points.iter().map(|(step, shares)| [*step, shares[j]]).collect(),
    });
    let mut marks = vec![Mark::Stack(stack.collect())];
    if p.steps > 0 && end > trained_at {
        marks.push(Mark::Rule(Rule { at: RuleAt::X(trained_at), label: "training ends".to_owned() }));
    } else if jumps {
        marks.push(Mark::Rule(Rule { at: RuleAt::X(trained_at), label: "tests and reading".to_owned() }));
    }
    let shares = outcome.deployed.shares();
    let first = (0..present(p)).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap_or(INTENDED);
    let before = percent(outcome.prior.shares()[INTENDED]);
    let after = percent(shares[INTENDED]);
    let mut caption = format!("The intended motive’s share of influence is {before} before training and {after} at the end");
    if first == INTENDED {
        caption.push_str(", the largest share then.");
    } else {
        let most = percent(shares[first]);
        caption.push_str(&format!("; the largest share then is {most} and belongs to {}.", name(p, first)));
    }
    // Room for what a jump at the very end leads to.
    let shown_to = if jumps && end == trained_at { end * 1.08 } else { end };
    Plot {
        caption,
        x: Axis::new("step", "training step", 0.0, shown_to),
        panels: vec![Panel { x: None, y: Axis::percent("share", "share of influence", 0.0, 1.0), marks }],
    }
}

/// Shares before and after inspection, and what the model then does.
pub fn deployment(p: &BehavioralSelectionParams, outcome: &Outcome) -> Plot {
    let bars = |id, label, role, shares: [f64; PATTERNS]| Series {
        id,
        label,
        role,
        points: (0..present(p)).map(|j| [j as f64, shares[j]]).collect(),
    };
    let [before, after] = [outcome.trained, outcome.inspected].map(|weights| weights.shares());
    let traits = &outcome.traits;
    let deeds = [&traits.hacks, &traits.undermines, &traits.takeover].map(|of| outcome.mean(of));
    let behaviour = Series {
        id: "behaviour",
        label: "",
        role: Role::Clever,
        points: deeds.iter().enumerate().map(|(place, share)| [place as f64, *share]).collect(),
    };
    let hidden = |shares: &[f64; PATTERNS]| percent(shares[SCHEMER] + shares[INFLUENCE_SEEKER]);
    let tests = if outcome.inspected == outcome.trained {
        "Tests and reading change no share here.".to_owned()
    } else {
        format!(
            "Schemer and influence-seeker together have {} before tests and reading and {} after.",
            hidden(&before),
            hidden(&after),
        )
    };
    let [hacks, undermines, takeover] = deeds.map(percent);
    Plot {
        caption: format!(
            "{tests} At the end, weighted by influence, {hacks} of the model hacks where nobody watches, {undermines} \
             undermines oversight and {takeover} would take over if it could."
        ),
        x: Axis::categories("pattern", "", &LABELS[..present(p)]),
        panels: vec![
            Panel {
                x: None,
                y: Axis::percent("share", "share of influence", 0.0, 1.0),
                marks: vec![Mark::Bars(vec![
                    bars("before", "after training", Role::Third, before),
                    bars("after", "after tests and reading", Role::Yours, after),
                ])],
            },
            Panel {
                x: Some(Axis::categories("deed", "", &DEEDS)),
                y: Axis::percent("behaviour", "in deployment, weighted by influence", 0.0, 1.0),
                marks: vec![Mark::Bars(vec![behaviour])],
            },
        ],
    }
}

/// What a model may do in deployment.
static DEEDS: [&str; 3] = ["hacks unwatched", "undermines oversight", "would take over"];
