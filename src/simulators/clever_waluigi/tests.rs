//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::model::{Dares, distance};
use super::*;

type P = CleverWaluigiParams;

fn run(params: &P) -> Outcome {
    CleverWaluigi::simulate(params)
}

#[test]
fn belief_is_shared_out() {
    for params in legal::<P>(300) {
        let shares = params.shares(params.quiet());
        near(shares.luigi + shares.careless + shares.clever + shares.waiting, 1.0, 1e-12);
        // What waits loses nothing against a Luigi.
        let before = params.shares(0.0);
        near(shares.waiting * before.luigi, before.waiting * shares.luigi, 1e-9 * before.luigi);
    }
}

#[test]
fn it_acts_in_reality_as_often_for_each_act_in_a_test_as_it_demands() {
    for params in legal::<P>(500) {
        let Dares { test, real } = params.dares();
        assert!((0.0..=real).contains(&test) && real <= 1.0, "{params:?}");
        let (in_tests, in_reality) = (params.tested * test, (1.0 - params.tested) * real);
        assert!(in_reality >= params.conviction * in_tests * (1.0 - 1e-9), "{params:?}");
    }
}

#[test]
fn tests_and_high_demands_protect_it() {
    for params in legal::<P>(200) {
        let at = |tested, conviction| P { tested, conviction, ..params.clone() };
        let curve = |states: &mut dyn Iterator<Item = P>| -> Vec<[f64; 2]> {
            states.map(|params| [run(&params).retained, -params.dares().real]).collect()
        };
        let is_rising = |curve: &[[f64; 2]]| {
            curve.windows(2).all(|pair| pair[1][0] >= pair[0][0] - 1e-12 && pair[1][1] >= pair[0][1] - 1e-12)
        };
        let tests = curve(&mut (0..=50).map(|step| at(f64::from(step) / 50.0, params.conviction)));
        assert!(is_rising(&tests), "{params:?}: {tests:?}");
        let demands = curve(&mut (0..=50).map(|step| at(params.tested, exp(f64::from(step) / 4.0))));
        assert!(is_rising(&demands), "{params:?}: {demands:?}");
    }
}

#[test]
fn one_that_guesses_follows_the_share_of_tests_alone() {
    let dares = |tested, conviction| P { tested, conviction, awareness: 0.5, ..defaults() }.dares();
    for (tested, conviction, chance) in
        [(0.0, 1e6, 1.0), (1.0, 1.0, 0.0), (0.5, 1.0, 0.5), (0.4, 1.0, 1.0), (0.6, 1.0, 0.0), (0.9, 100.0, 0.0)]
    {
        let Dares { test, real } = dares(tested, conviction);
        assert_eq!((test, real), (chance, chance), "{tested}, {conviction}");
    }
    // It is the limit of one that hardly knows.
    let nearly = P { awareness: 0.5 + 1e-9, tested: 0.6, conviction: 1.0, ..defaults() }.dares();
    near(nearly.real, 0.0, 1e-12);
}

#[test]
fn silence_wears_down_all_but_what_waits() {
    for params in legal::<P>(200) {
        let mut last = 0.0;
        for power in 0..9 {
            let left = params.ln_left(libm::pow(10.0, f64::from(power)));
            assert!(left <= last + 1e-12 && exp(left) >= params.untestable * (1.0 - 1e-12), "{params:?}");
            last = left;
        }
    }
    let all_wait = P { untestable: 1.0, ..defaults() };
    assert_eq!(run(&all_wait).retained, 1.0);
}

#[test]
fn margins_outlast_shares() {
    let params = P { tested: 0.0, untestable: 0.0, horizon: 100_000_000, reveal: 0.5, ..defaults() };
    assert_eq!(run(&params).retained, 0.0);
    near(params.log10_retained() / (1e8 * log10(0.5)), 1.0, 1e-12);
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(100).iter().for_each(legal::check_figures::<CleverWaluigi>);
}

#[test]
fn the_caption_says_where_silence_cannot_decide() {
    for params in legal::<P>(300) {
        let outcome = run(&params);
        let figures = legal::figures::<CleverWaluigi>(&params);
        assert_eq!(figures[0].caption.contains("cannot decide"), outcome.retained > 0.99);
    }
}

#[test]
fn the_checks_of_the_specification() {
    for (awareness, expected) in [(0.71, 0.783), (0.83, 1.34939), (0.92, 1.987), (0.95, 2.326)] {
        near(distance(awareness), expected, 5e-4);
    }
    let outcome = run(&defaults());
    near(outcome.dares.real, 0.039_102_5, 1e-7);
    near(outcome.dares.test, 2.181_44e-5, 1e-10);
    near(outcome.real_per_test.unwrap(), 1792.8, 0.1);
    near(outcome.retained, 0.678_28, 1e-5);
    near(outcome.shares.all_clever(), 0.253_25, 1e-5);
    let only_tests = run(&preset::<CleverWaluigi>("only-tests"));
    assert_eq!(only_tests.retained, 1.0);
    assert!(only_tests.real_per_test.is_none());
}

#[test]
fn positions_show_what_they_say() {
    let at = |id| run(&preset::<CleverWaluigi>(id));
    near(at("as-it-opens").retained, 2.0 / 3.0, 0.02);
    assert!(at("optimist").shares.all_clever() < 0.01);
    assert!(at("model-of-2025").retained > 0.99);
    let reckless = at("reckless");
    assert!(reckless.shares.clever < 1e-6 && reckless.shares.waiting > 0.001);
    assert_eq!(at("crowded-prior").retained, at("as-it-opens").retained);
    // What would tell: one real chance in 25 at .95 and one in three at .99.
    let dares = |awareness| P { awareness, ..defaults() }.dares().real;
    near(dares(0.95), 1.0 / 25.0, 0.002);
    near(dares(0.99), 1.0 / 3.0, 0.05);
    assert!(dares(0.83) < 0.001);
}
