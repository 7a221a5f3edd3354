//! The stacked shares over training, what the AI then does, the levers, and
//! what would tell the motives apart.

use super::model::{Deeds, LEVERS, Outcome, share};
use super::params::BehavioralSelectionParams as Params;
use super::patterns::{
    ALIGNED_SCHEMER, IDS, INTENDED, KLUDGE, LABELS, PATTERNS, REWARD_SEEKER, ROLES, SCHEMER, Weights,
};
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::number::percent;

/// The motives from the bottom of the stack to its top.
const STACKED: [usize; PATTERNS] = [INTENDED, KLUDGE, REWARD_SEEKER, ALIGNED_SCHEMER, SCHEMER];

/// Shares over training and use, stacked.
pub fn influence(p: &Params, outcome: &Outcome) -> Plot {
    let trained_at = f64::from(p.steps);
    let end = trained_at + f64::from(p.deployment_steps);
    let mut steps: Vec<f64> = (0..=200).map(|k| libm::rint(end * f64::from(k) / 200.0)).collect();
    steps.dedup();
    let mut points: Vec<(f64, [f64; PATTERNS])> = Vec::with_capacity(203);
    points.extend(steps.iter().filter(|step| **step < trained_at).map(|&step| (step, p.trained(step).shares())));
    // What reading and tests do shows as a jump.
    points.extend([(trained_at, outcome.trained.shares()), (trained_at, outcome.inspected.shares())]);
    let used = |step: f64| p.used(outcome.inspected, step - trained_at, p.deployment_flawed).shares();
    points.extend(steps.iter().filter(|step| **step > trained_at).map(|&step| (step, used(step))));
    let stack = STACKED.map(|j| Series {
        id: IDS[j],
        label: LABELS[j],
        role: ROLES[j],
        points: points.iter().map(|(step, shares)| [*step, shares[j]]).collect(),
    });
    let rule = Rule { at: RuleAt::X(trained_at), label: "tests".to_owned() };
    // Room for what a jump at the very end leads to.
    let shown_to = if end == trained_at { (end * 1.08).max(1.0) } else { end };
    Plot {
        caption: shares_in_words(outcome),
        x: Axis::new("step", "step of training, then of use", 0.0, shown_to),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("share", "share of influence", 0.0, 1.0),
            marks: vec![Mark::Stack(stack.to_vec()), Mark::Rule(rule)],
        }],
    }
}

fn shares_in_words(outcome: &Outcome) -> String {
    let stages = [outcome.prior, outcome.trained, outcome.used];
    let [before, trained, after] = stages.map(|weights| percent(share(weights, INTENDED)));
    let schemes = |weights: Weights| percent(share(weights, SCHEMER) + share(weights, ALIGNED_SCHEMER));
    let [quiet, then] = [outcome.trained, outcome.used].map(schemes);
    let schemers = if quiet == then {
        format!("The two schemers hold {then} at the end of training, and still at the end of use.")
    } else {
        format!("The two schemers hold {quiet} at the end of training and {then} at the end of use.")
    };
    format!(
        "The motive that does what was meant holds {before} of the influence before training, {trained} after it, \
         and {after} at the end of use. {schemers}"
    )
}

/// Four moments at which an AI may be given a real and unwatched chance.
static STAGES: [&str; 4] = ["before training", "after training", "after tests", "at the end of use"];

/// What the AI would do with such a chance at four moments.
pub fn deployment(p: &Params, outcome: &Outcome) -> Plot {
    let deeds = [outcome.prior, outcome.trained, outcome.inspected, outcome.used].map(|weights| p.deeds(weights));
    let bars = |id, label, role, of: fn(&Deeds) -> f64| Series {
        id,
        label,
        role,
        points: deeds.iter().enumerate().map(|(stage, deeds)| [stage as f64, of(deeds)]).collect(),
    };
    let marks = vec![Mark::StackedBars(vec![
        bars("meant", "does what was meant", Role::Luigi, |deeds| deeds.meant),
        bars("hacks", "only cheats", Role::Careless, |deeds| deeds.hacks),
        bars("takeover", "tries to take over", Role::Clever, |deeds| deeds.takeover),
    ])];
    let [_, trained, _, used] = &deeds;
    Plot {
        caption: format!(
            "Given a real chance that nobody watches, the AI after training would try to take over with a chance of \
             {} and only cheat with {}. After reading, tests and use it is {} and {}.",
            percent(trained.takeover),
            percent(trained.hacks),
            percent(used.takeover),
            percent(used.hacks),
        ),
        x: Axis::categories("stage", "", &STAGES),
        panels: vec![Panel { x: None, y: Axis::percent("share", "share of what it would do", 0.0, 1.0), marks }],
    }
}

/// What could be changed, and how a sentence names it.
pub static LEVER_NAMES: [&str; LEVERS] = [
    "as you set it",
    "mend the rewards",
    "say that cheating is fine",
    "catch six hacks in ten",
    "five more rounds of tests",
    "no tests",
    "read the motive",
];

/// The danger under each lever.
pub fn levers(_: &Params, outcome: &Outcome) -> Plot {
    let now = outcome.levers[0];
    let points = outcome.levers.iter().enumerate().map(|(lever, danger)| [lever as f64, *danger]).collect();
    let [is_now, is_least] = [now, outcome.least()].map(percent);
    let caption = if outcome.least() < now && is_now != is_least {
        format!(
            "Nothing here is fixed. Each bar changes one thing and leaves the rest. The best of the six, “{}”, brings \
             the chance that it tries to take over from {is_now} to {is_least}.",
            LEVER_NAMES[outcome.best_lever()],
        )
    } else {
        format!(
            "Each bar changes one thing and leaves the rest. None of the six lowers the chance that it tries to take \
             over, which is {is_now}, by much."
        )
    };
    let top = outcome.levers.iter().copied().fold(0.01, f64::max);
    Plot {
        caption,
        x: Axis::categories("lever", "", &LEVER_NAMES),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("takeover", "danger of a takeover", 0.0, top),
            marks: vec![Mark::Bars(vec![Series { id: "takeover", label: "", role: Role::Clever, points }])],
        }],
    }
}

/// What each motive earns in training, how it does in a test, and what it does
/// when it can.
pub fn fingerprint(p: &Params, _: &Outcome) -> Plot {
    let rewards = p.rewards(p.flawed, p.permission);
    let (fails, takes_over) = (p.fails(), p.takes_over());
    let bars = |id, label, role, of: &dyn Fn(usize) -> f64| Series {
        id,
        label,
        role,
        points: (0..PATTERNS).map(|j| [j as f64, of(j)]).collect(),
    };
    let marks = vec![Mark::Bars(vec![
        bars("reward", "reward in training", Role::First, &|j| rewards[j]),
        bars("passes", "passes a round of tests", Role::Yours, &|j| 1.0 - fails[j]),
        bars("takeover", "takes over if it can", Role::Clever, &|j| takes_over[j]),
    ])];
    let least = rewards.iter().copied().fold(0.0, f64::min);
    let rest = if p.length_penalty == 0.0 {
        "The four that cheat in training earn the same, so no training curve tells them apart"
    } else {
        "The four that cheat in training differ there only by what their thinking costs"
    };
    Plot {
        caption: format!(
            "{rest}. A round of tests passes {} of score-seekers and {} of schemers; only use would show the rest.",
            percent(1.0 - fails[REWARD_SEEKER]),
            percent(1.0 - fails[SCHEMER]),
        ),
        x: Axis::categories("pattern", "", &LABELS),
        panels: vec![Panel { x: None, y: Axis::percent("share", "reward, or share of cases", least, 1.0), marks }],
    }
}
