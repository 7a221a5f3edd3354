//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::model::{BELIEF, CONSCIENCE, FINES, NONE, Safeguards};
use super::pasture::NEARLY_ZERO;
use super::*;

type P = CommonsParams;

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(200).iter().for_each(legal::check_figures::<Commons>);
}

#[test]
fn the_tipping_point_divides_growth_from_decay() {
    for params in legal::<P>(400) {
        let outcome = Commons::simulate(&params);
        let change = outcome.end() - params.start;
        assert!(change * outcome.pull.at(params.start) >= 0.0, "{params:?}");
        if let Some(threshold) = outcome.pull.threshold() {
            let side = params.start - threshold;
            assert!(side.abs() < 1e-9 || change * side >= 0.0, "{params:?}");
        }
        assert!((outcome.end() + outcome.losses[7] - 1.0).abs() < 1e-15);
    }
}

#[test]
fn conscience_and_belief_never_hurt() {
    for params in legal::<P>(300) {
        for fines in [false, true] {
            let end = |conscience, belief| params.end([conscience, belief, fines]);
            let least = end(false, false) - 1e-12;
            assert!(end(true, false) >= least && end(false, true) >= least, "{params:?}");
            let most = end(true, true) + 1e-12;
            assert!(end(true, false) <= most && end(false, true) <= most, "{params:?}");
        }
    }
}

#[test]
fn with_nobody_watching_fines_are_as_good_as_none() {
    for params in legal::<P>(100) {
        let params = params.unwatched();
        assert_eq!(params.pull(FINES), params.pull(NONE));
        assert_eq!(params.end(ALL), params.end([true, true, false]));
    }
}

#[test]
fn some_set_of_safeguards_stands() {
    for params in legal::<P>(200) {
        for correlation in [0.0, 0.37, 1.0] {
            let chances = SETS.map(|set| params.chance(set, correlation));
            near(chances.iter().sum(), 1.0, 1e-15);
            // Whatever is shared, each fails as often.
            let fails = |which: usize| {
                SETS.iter().zip(chances).filter(move |(set, _)| !set[which]).map(|(_, chance)| chance)
            };
            for which in 0..3 {
                near(fails(which).sum(), params.failure, 1e-15);
            }
        }
    }
}

#[test]
fn sets_of_safeguards_are_all_there_in_order_of_size() {
    let sizes = SETS.map(|set: Safeguards| set.iter().filter(|stands| **stands).count());
    assert_eq!(sizes, [0, 1, 1, 1, 2, 2, 2, 3]);
    assert!((0..8).all(|place| !SETS[..place].contains(&SETS[place])));
}

#[test]
fn what_is_needed_is_the_tipping_point_within_the_village() {
    for params in legal::<P>(300) {
        let pull = params.pull(ALL);
        let needed = pull.needed();
        assert!((0.0..=1.0).contains(&needed));
        if needed > 1e-9 && needed < 1.0 - 1e-9 {
            assert!(pull.at(needed).abs() < 1e3 * NEARLY_ZERO, "{params:?}");
        }
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let outcome = Commons::simulate(&params);
    near(outcome.pull.base, -0.3, 1e-12);
    near(outcome.pull.slope, 1.85, 1e-12);
    near(outcome.pull.threshold().unwrap(), 0.1622, 5e-5);
    assert!(outcome.ends[..4].iter().all(|end| *end < 1e-3));
    assert!(outcome.ends[4..].iter().all(|end| *end > 0.999));
    near(outcome.lost, 0.9 * (3.0 * 0.01 * 0.9 + 0.001) + 0.1 * 0.1, 1e-3);
    near(outcome.lost, 0.0352, 1e-3);
    // Conscience alone holds where it outweighs the temptation of 0.7.
    let alone = |guilt| P { guilt, time: 500, ..defaults() }.end(CONSCIENCE);
    assert!(alone(0.65) < 1e-3 && alone(0.75) > 0.999);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| Commons::simulate(&preset::<Commons>(id));
    let outcome = run("together");
    assert!(outcome.best_alone() < 0.01 && outcome.worst_pair() > 0.99);
    assert!(run("fines-only").end() < 0.01);
    let params = preset::<Commons>("nobody-watches");
    assert!(params.end([true, true, false]) > 0.99);
    assert!(params.end([true, false, true]) < 0.01 && params.end([false, true, true]) < 0.01);
    assert!(run("cynics").end() < 0.01);
    assert!(preset::<Commons>("strong-conscience").end(CONSCIENCE) > 0.99);
    assert!(preset::<Commons>("strong-conscience").end(BELIEF) < 0.01);
    let params = preset::<Commons>("police");
    assert!(params.end(ALL) > 0.99 && params.unwatched().end(ALL) < 0.01);
    near(run("one-weakness").lost, 0.0856, 1e-3);
}

#[test]
fn captions_say_what_is_so() {
    for params in legal::<P>(400) {
        let outcome = Commons::simulate(&params);
        let figures = figures::<Commons>(&params);
        let [_, share, watched, _] = &figures[..] else { panic!("four figures") };
        assert!(!share.caption.contains("grows") || outcome.end() > params.start, "{}", share.caption);
        assert!(!share.caption.contains("falls") || outcome.end() < params.start, "{}", share.caption);
        let never = outcome.pull.needed() >= 1.0;
        assert!(!never || watched.caption.contains("more than the whole village"), "{}", watched.caption);
    }
}
