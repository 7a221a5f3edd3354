//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::model::Deeds;
use super::patterns::{IDS, Weights};
use super::*;
use crate::math::{LogWeights, exp, ln};

type P = BehavioralSelectionParams;

/// What came in by erosion falls out of step; without it training is selection alone.
fn without_erosion(params: &P) -> P {
    P { erosion: 0.0, ..params.clone() }
}

#[test]
fn log_odds_move_by_the_difference_in_reward() {
    for params in legal::<P>(100) {
        let params = without_erosion(&params);
        let rewards = params.rewards(params.flawed, params.permission);
        let odds = |steps| params.trained(steps).0[REWARD_SEEKER] - params.trained(steps).0[INTENDED];
        let slope = (odds(700.0) - odds(200.0)) / 500.0;
        near(slope, SELECTION * (rewards[REWARD_SEEKER] - rewards[INTENDED]), 1e-12);
    }
}

#[test]
fn equals_keep_their_proportions() {
    for params in legal::<P>(100) {
        let params = P { length_penalty: 0.0, ..without_erosion(&params) };
        let odds = |steps| params.trained(steps).0[REWARD_SEEKER] - params.trained(steps).0[KLUDGE];
        near(odds(1000.0), odds(0.0), 1e-10);
    }
}

#[test]
fn the_closed_form_is_the_loop() {
    for params in legal::<P>(100) {
        let rewards = params.rewards(params.flawed, params.permission);
        let mut weights: Weights = params.prior();
        for _ in 0..40 {
            weights = weights.add_each(rewards.map(|reward| SELECTION * reward));
            let shares = weights.0.map(exp);
            let turned = params.erosion * (shares[SCHEMER] + shares[ALIGNED_SCHEMER]);
            weights.0[REWARD_SEEKER] = ln(shares[REWARD_SEEKER] + turned);
            for j in [SCHEMER, ALIGNED_SCHEMER] {
                weights.0[j] = ln((1.0 - params.erosion) * shares[j]);
            }
        }
        let (slow, quick) = (weights.shares(), params.trained(40.0).shares());
        for j in 0..PATTERNS {
            near(quick[j], slow[j], 1e-12);
        }
    }
}

/// Fisher and Price: the mean reward rises by its variance.
#[test]
fn mean_reward_grows_by_its_variance() {
    let (shares, rewards, step) = ([0.5, 0.3, 0.2_f64], [1.0, 0.5, 0.0], 1e-6);
    let mean = |weights: LogWeights<3>| weights.shares().iter().zip(rewards).map(|(w, r)| w * r).sum::<f64>();
    let before = LogWeights(shares.map(ln));
    let rise = (mean(before.add_each(rewards.map(|r| step * r))) - mean(before)) / step;
    near(rise, 0.1525, 1e-6);
}

#[test]
fn what_an_ai_does_adds_up() {
    for params in legal::<P>(200) {
        let outcome = Outcome::new(&params);
        for weights in [outcome.prior, outcome.trained, outcome.inspected, outcome.used] {
            let Deeds { takeover, hacks, meant } = params.deeds(weights);
            near(takeover + hacks + meant, 1.0, 1e-12);
            assert!(takeover > 0.0, "{params:?}");
        }
        assert!(outcome.least() <= outcome.levers[1..].iter().copied().fold(1.0, f64::min));
        assert!(outcome.levers[outcome.best_lever()] <= outcome.least() + 1e-12);
    }
}

#[test]
fn a_good_goal_resists_correction_as_a_bad_one_does() {
    for params in legal::<P>(100) {
        let resists = |good_goals| {
            let weights = P { good_goals, ..params.clone() }.finished();
            share(weights, SCHEMER) + share(weights, ALIGNED_SCHEMER)
        };
        near(resists(0.0), resists(1.0), 1e-12);
        near(resists(0.3), resists(1.0), 1e-12);
    }
}

#[test]
fn cheating_that_is_permitted_displaces_nobody() {
    for params in legal::<P>(100) {
        let params = P { permission: 1.0, length_penalty: 0.0, ..without_erosion(&params) };
        let [before, after] = [params.prior(), params.trained(500.0)].map(|weights| weights.shares());
        for j in 0..PATTERNS {
            near(after[j], before[j], 1e-12);
        }
    }
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(100).iter().for_each(legal::check_figures::<BehavioralSelection>);
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let outcome = Outcome::new(&params);
    let shares = outcome.used.shares();
    for (j, expected) in [0.4043, 0.0176, 0.4329, 0.0228, 0.1225].into_iter().enumerate() {
        assert!((shares[j] - expected).abs() < 1e-4, "{}: {}", IDS[j], shares[j]);
    }
    let [trained, used] = [outcome.trained, outcome.used].map(|weights| params.deeds(weights));
    near(trained.takeover, 0.2667, 1e-4);
    near(used.takeover, 0.3991, 1e-4);
    near(trained.hacks, 0.4104, 1e-4);
    near(used.hacks, 0.1226, 1e-4);
    for (lever, expected) in [0.399, 0.079, 0.079, 0.079, 0.422, 0.267, 0.036].into_iter().enumerate() {
        near(outcome.levers[lever], expected, 6e-4);
    }
    assert_eq!(outcome.best_lever(), 6);
    let readouts = BehavioralSelection::readouts(&params, &outcome);
    let value = |id| readouts.iter().find(|readout| readout.id == id).and_then(|readout| readout.value).unwrap();
    near(value("half_time"), 245.49, 0.01);
    near(value("bits_to_safe"), 6.039, 1e-3);
    // From 0.09 % to one half in 90 steps, as source 9 saw.
    near(ln((1.0 - 0.0009) / 0.0009) / 0.078, 89.90, 0.01);
}

#[test]
fn a_test_that_nobody_passes_removes_those_it_catches() {
    let params = P { honesty: 1.0, slip: 1.0, inspections: 1, ..defaults() };
    let shares = params.finished().shares();
    assert_eq!([shares[REWARD_SEEKER], shares[SCHEMER], shares[ALIGNED_SCHEMER]], [0.0; 3]);
    assert!(P { inspections: 0, ..params }.finished().shares()[SCHEMER] > 0.0);
}

#[test]
fn presets_show_what_they_say() {
    let of = |id| {
        let params = preset::<BehavioralSelection>(id);
        let outcome = Outcome::new(&params);
        (params, outcome)
    };
    let (_, fine) = of("told-it-is-fine");
    assert!(share(fine.used, INTENDED) > share(fine.trained, INTENDED));
    let (_, decays) = of("instrumental-becomes-terminal");
    assert!(share(decays.trained, REWARD_SEEKER) > share(decays.trained, SCHEMER));
    let (_, counting) = of("counting-argument");
    assert!(counting.least() > 0.25 * counting.levers[0]);
}
