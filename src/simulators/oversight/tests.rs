//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::*;

type P = OversightParams;

#[test]
fn shares_are_shares() {
    for params in legal::<P>(300) {
        for monitor in [params.behaviour(), params.reading(), params.fresh_reading()] {
            for step in [0.0, 1.0, params.end(), 1e6] {
                // The logarithms reach a million here, and lose as many digits.
                near(params.shares(&monitor, step).iter().sum(), 1.0, 1e-9);
                let bounds = -1e-9..=1.0 + 1e-9;
                assert!(bounds.contains(&params.recall(&monitor, step)), "{params:?}");
                assert!(bounds.contains(&params.unseen(&monitor, step)), "{params:?}");
            }
        }
        let [honest, _, evasive] = params.shares(&params.behaviour(), 0.0);
        assert!(evasive <= honest * (1.0 + 1e-12), "hidden cheating starts ahead: {params:?}");
    }
}

#[test]
fn honest_work_loses_its_majority_where_it_is_said_to_and_for_good() {
    for params in legal::<P>(300) {
        for monitor in [params.behaviour(), params.reading(), params.fresh_reading()] {
            let lead = |step| params.lead(&monitor, step).0;
            match params.lasts(&monitor) {
                None => assert!(lead(LONGEST) <= 0.0),
                Some(0.0) => {
                    (0..100).for_each(|step| assert!(lead(f64::from(step * step)) > -1e-9, "{params:?}"));
                }
                Some(step) => {
                    let size = 1.0 + params.strength * step * (1.0 + params.penalty);
                    near(lead(step), 0.0, 1e-10 * size);
                    assert!([1.001, 2.0, 1e3].iter().all(|factor| lead(factor * step) > 0.0), "{params:?}");
                }
            }
        }
    }
}

#[test]
fn a_finer_or_fresher_reading_never_leaves_less_honest_work() {
    for params in legal::<P>(300) {
        let honest = |params: &P| params.shares(&params.reading(), params.end())[HONEST];
        let now = honest(&params);
        assert!(honest(&P { grain: 1.0, ..params.clone() }) >= now - 1e-12, "{params:?}");
        assert!(honest(&P { fresh_for: 1e5, ..params.clone() }) >= now - 1e-12, "{params:?}");
        let never_stale = params.shares(&params.fresh_reading(), params.end())[HONEST];
        assert!(never_stale >= now - 1e-12, "{params:?}");
    }
}

#[test]
fn the_coarsest_reading_kept_fresh_is_a_monitor_of_behaviour() {
    for params in legal::<P>(300) {
        let coarse = P { grain: 0.0, ..params };
        assert_eq!(coarse.lasts(&coarse.fresh_reading()), coarse.lasts(&coarse.behaviour()));
        let end = coarse.end();
        assert_eq!(coarse.shares(&coarse.fresh_reading(), end), coarse.shares(&coarse.behaviour(), end));
    }
}

#[test]
fn without_a_penalty_nothing_hides() {
    for params in legal::<P>(300) {
        let free = P { penalty: 0.0, ..params };
        let ratio = |step| {
            let [_, blatant, evasive] = free.weights(&free.reading(), step).0;
            blatant - evasive
        };
        near(ratio(free.end()), ratio(0.0), 1e-9);
        // Nor does a monitor of behaviour lose sight of anything.
        let recall = |step| free.recall(&free.behaviour(), step);
        near(recall(free.end()), recall(0.0), 1e-9);
    }
}

#[test]
fn where_hidden_cheating_stops_paying_honest_work_stays_ahead() {
    for params in legal::<P>(300) {
        // The lead of cheating never grows under a fresh reading of that grain, or that penalty.
        let grows = |params: &P| params.lead(&params.fresh_reading(), 1e4).1 > 1e-9;
        if let Some(grain) = params.fine_enough() {
            assert!(!grows(&P { grain, ..params.clone() }), "{params:?}");
        }
        if let Some(penalty) = params.safe_penalty() {
            assert!(!grows(&P { penalty, ..params.clone() }), "{params:?}");
        }
    }
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(100).iter().for_each(legal::check_figures::<Oversight>);
}

#[test]
fn the_checks_of_the_specification() {
    // Honest work, open and hidden cheating start at 0.6, 0.4 and 1e-5.
    let level = P { blatant: 0.4, evasion_bits: log2(4e4), ..defaults() };
    near(level.lasts(&level.behaviour()).unwrap(), 880.17, 5e-3);
    let poorer = P { honest_reward: 0.56, ..level };
    near(poorer.lasts(&poorer.behaviour()).unwrap(), 564.21, 5e-3);
    // The published optimum, with a KL weight of 0.02 = 1 / (strength * steps).
    let base = P { blatant: 0.0999, evasion_bits: log2(999.0), steps: 1000, ..defaults() };
    for (penalty, kind, share) in [(0.0, BLATANT, 0.999), (1.0, EVASIVE, 0.968), (3.0, HONEST, 0.833)] {
        let params = P { penalty, ..base.clone() };
        near(params.shares(&params.behaviour(), params.end())[kind], share, 6e-4);
    }
    let params: P = defaults();
    let outcome = params.outcome();
    near(outcome.lasts.unwrap(), 2157.35, 5e-3);
    near(outcome.lasts_behaviour.unwrap(), 896.65, 5e-3);
    near(params.fine_enough().unwrap(), 0.2941, 5e-5);
    near(params.safe_penalty().unwrap(), 0.6316, 5e-5);
    near(outcome.unseen_behaviour, 0.9, 5e-5);
}

#[test]
fn the_lesson_is_true_as_the_page_opens_and_not_where_nothing_wins() {
    let is_true = |params: &P| (Oversight::LESSON.is_true)(params, &params.outcome());
    assert!(is_true(&defaults()));
    for id in ["finest-reading", "thoughts-in-words", "strong-penalty", "mild-penalty", "short-training"] {
        assert!(!is_true(&preset::<Oversight>(id)), "{id}");
    }
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| preset::<Oversight>(id).outcome();
    let [first, finest, words] = ["behaviour-and-reading", "finest-reading", "thoughts-in-words"].map(run);
    assert!(first.lasts.unwrap() > 2.0 * first.lasts_behaviour.unwrap());
    assert!(finest.read[HONEST] > 0.999);
    assert!(words.lasts.unwrap() > words.lasts_behaviour.unwrap());
    assert!(words.read[EVASIVE] > 0.2 && words.read[BLATANT] < 0.01);
    let [stale, strong, mild, short] =
        ["going-stale", "strong-penalty", "mild-penalty", "short-training"].map(run);
    assert!(stale.read[BLATANT] > 0.5);
    assert!(strong.lasts_behaviour.is_none() && strong.watched[HONEST] > 0.99);
    assert!(mild.read[HONEST] < 0.01 && mild.watched[HONEST] < 0.01);
    assert!(short.read[HONEST] > 0.9 && short.watched[HONEST] > 0.9);
}
