//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::*;
use crate::math::{exp, expm1, ln_1p, sqrt};

type P = TreacherousTurnParams;

#[test]
fn no_other_time_is_better() {
    for params in legal::<P>(300) {
        let wait = params.wait();
        let [strike, peak] = [wait.best_time(), wait.peak()];
        assert!(strike < peak, "{params:?}");
        for step in 1..200 {
            let part = f64::from(step) / 50.0;
            assert!(wait.value(strike * part) <= wait.value(strike) * (1.0 + 1e-12), "{params:?} at {part}");
            assert!(wait.success(peak * part) <= wait.success(peak) * (1.0 + 1e-12), "{params:?} at {part}");
        }
    }
}

#[test]
fn every_danger_hurries_it() {
    for params in legal::<P>(200) {
        let time = |params: P| params.wait().best_time();
        let now = time(params.clone()) * (1.0 + 1e-12);
        assert!(time(P { defence: 0.5, ..params.clone() }) <= now);
        assert!(time(P { found_out: 0.5, ..params.clone() }) <= now);
        assert!(time(P { growth: 0.95, ..params.clone() }) <= now);
        assert!(time(P { rivals: params.rivals + 1, ..params.clone() }) <= now);
        assert!(time(P { inheritance: 0.0, ..params.clone() }) <= now);
    }
}

#[test]
fn who_is_left_is_who_would_strike_just_now() {
    for params in legal::<P>(300) {
        let wait = params.wait();
        let none_left = wait.none_left();
        let mut last = 1.0;
        for part in [0.01, 0.2, 0.5, 0.8, 0.99] {
            let years = part * none_left;
            let left = wait.left(years);
            assert!(left.success < last, "{params:?}");
            last = left.success;
            let growth = left.growth.unwrap();
            // One that able has its best moment now, and its chance by now is that.
            if (0.01..0.999).contains(&growth) {
                let able = P { growth, ..params.clone() }.wait();
                near(able.best_time() / years, 1.0, 1e-9);
                near(able.success(years) / left.success, 1.0, 1e-9);
            }
        }
        let after = wait.left(1.001 * none_left);
        assert!(after.success == 0.0 && after.growth.is_none());
        assert_eq!(wait.left(0.0).success, 1.0);
    }
}

#[test]
fn the_first_strike_is_someone_s() {
    for params in legal::<P>(200) {
        let wait = params.wait();
        let strike = wait.best_time();
        let takeover = wait.takeover(strike);
        assert!(takeover > 0.0 && takeover <= wait.success(wait.peak()) * (1.0 + 1e-12), "{params:?}");
        // By the definition, in many small steps.
        let steps = 100_000;
        let width = strike / f64::from(steps);
        let (found_out, rivals) = (-ln_1p(-params.found_out), -ln_1p(-params.rival_chance));
        let rivals = rivals * params.rival_share * f64::from(params.rivals);
        let at = |step: i32| {
            let years = (f64::from(step) + 0.5) * width;
            rivals * exp(-(found_out + rivals) * years) * wait.success(years) * width
        };
        let theirs: f64 = (0..steps).map(at).sum();
        let own = exp(-(found_out + rivals) * strike) * wait.success(strike);
        near(takeover / (theirs + own), 1.0, 1e-6);
    }
}

#[test]
fn among_luigis_and_alone_nobody_else_strikes() {
    for params in legal::<P>(100) {
        for wait in [params.among(0), params.if_pretenders(0.0).wait()] {
            let strike = wait.best_time();
            let free = exp(strike * ln_1p(-params.found_out));
            near(wait.takeover(strike) / (free * wait.success(strike)), 1.0, 1e-12);
        }
    }
}

#[test]
fn waiting_twice_as_long_is_what_it_says() {
    for params in legal::<P>(200) {
        let wait = params.wait();
        let strike = wait.best_time();
        near(wait.value_at_twice(strike) * wait.value(strike) / wait.value(2.0 * strike), 1.0, 1e-9);
    }
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(100).iter().for_each(legal::check_figures::<TreacherousTurn>);
}

#[test]
fn the_lesson_has_a_chance_to_name() {
    for params in legal::<P>(300) {
        let outcome = TreacherousTurn::simulate(&params);
        let is_true = (TreacherousTurn::LESSON.is_true)(&params, &outcome);
        assert!(!is_true || outcome.left.growth.is_some());
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let outcome = TreacherousTurn::simulate(&params);
    near(outcome.strike, 3.0384, 5e-5);
    near(outcome.peak, 3.5517, 5e-5);
    near(outcome.success, 0.692_63, 5e-6);
    near(outcome.success * outcome.free, 0.591_06, 5e-6);
    near(outcome.left.success, 0.053_59, 5e-6);
    let alone = params.among(0);
    near(alone.best_time(), 4.5466, 5e-5);
    assert!(alone.best_time() < 1.0 / sqrt(params.defence));
    // Without defences the best moment would be known: defences bring it forward.
    let undefended = |growth: f64, loss: f64| ln_1p(growth / loss) / growth;
    near(undefended(0.5, 0.02), 6.516, 5e-4);
    let watched = P { growth: -expm1(-0.5), found_out: -expm1(-0.02), rivals: 0, ..defaults() };
    assert!(watched.wait().best_time() < undefended(0.5, 0.02));
    // x/(e^x-1) = 1/2.
    near(1.25643 / expm1(1.25643), 0.5, 1e-5);
}

#[test]
fn positions_show_what_they_say() {
    let at = |id| TreacherousTurn::simulate(&preset::<TreacherousTurn>(id));
    let thread = at("the-thread");
    near(at("alone").strike / thread.strike, 1.5, 0.01);
    let police = at("luigi-police");
    assert!((1.0..2.0).contains(&police.strike) && police.success < 0.5);
    assert!(at("arms-race").success < 0.5);
    assert!(at("idle-defences").left.success > 0.3 && at("two-quiet-years").left.success > 0.3);
    let found = at("often-found-out");
    // Its chance of success would still have grown.
    assert!(found.strike < thread.strike && found.saturation < 0.8 && found.peak == thread.peak);
}
