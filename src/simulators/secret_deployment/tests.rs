//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::model::{Choice, DEAREST};
use super::*;
use crate::math::sigma;

type P = SecretDeploymentParams;

fn now(params: &P) -> Choice {
    params.choice(params.strictness)
}

#[test]
fn what_is_released_is_the_share_that_releases_over_all_abilities() {
    for params in legal::<P>(60) {
        let P { secrecy, spread, strictness, .. } = params;
        let benefit = params.benefit(strictness);
        // Steps of a fortieth of the width at which developers change sides.
        let steps = (40.0 * secrecy / spread).max(2000.0) as u32;
        let share = |step| sigma((benefit - secrecy * (f64::from(step) + 0.5) / f64::from(steps)) / spread);
        let mean = (0..steps).map(share).sum::<f64>() / f64::from(steps);
        near(now(&params).released, mean, 1e-4);
    }
}

#[test]
fn each_part_pulls_its_own_way() {
    for params in legal::<P>(200) {
        let secret = |params: &P| now(params).secret;
        let here = secret(&params);
        let more = |value: f64| value + 0.1;
        assert!(secret(&P { secrecy: more(params.secrecy), ..params.clone() }) >= here);
        assert!(secret(&P { liability: more(params.liability), ..params.clone() }) >= here);
        assert!(secret(&P { internal: more(params.internal), ..params.clone() }) <= here);
        // What makes a secret take-off likelier leaves fewer releases.
        let fewer = now(&P { secrecy: more(params.secrecy), ..params.clone() }).released;
        assert!(fewer <= now(&params).released + 1e-13, "{params:?}");
    }
}

#[test]
fn assessed_on_both_sides_nobody_is_pushed_inside() {
    for params in legal::<P>(200) {
        let outcome = SecretDeployment::simulate(&params);
        assert!(outcome.inside.secret <= outcome.without.secret + 1e-12, "{params:?}");
        // With no liability the price of assessment is then no reason for anything.
        let free = P { liability: 0.0, internal: 1.0, ..params };
        near(now(&free).secret, free.choice(0.0).secret, 1e-12);
    }
}

#[test]
fn the_push_is_undone_where_the_caption_says_so() {
    for params in legal::<P>(200) {
        let Some(internal) = params.undoes_the_push() else { continue };
        assert!(internal <= 1.0 + 1e-12);
        let there = P { internal, ..params.clone() };
        near(now(&there).secret, params.choice(0.0).secret, 1e-9);
    }
}

#[test]
fn the_public_sees_what_exists_until_releases_stop() {
    for params in legal::<P>(100) {
        let level = now(&params).level;
        let takeoff = params.takeoff(level);
        assert!(takeoff <= params.years * (1.0 + 1e-12));
        near(params.exists(level, takeoff), 1.0, 1e-12);
        let mut before = 0.0;
        for step in 0..=100 {
            let time = params.years * f64::from(step) / 100.0;
            let [exists, seen] = [params.exists(level, time), params.seen(level, time)];
            assert!(exists >= before && seen <= exists && seen <= level);
            assert!(time > params.stops(level) || seen == exists);
            before = exists;
        }
    }
}

#[test]
fn no_price_is_better_than_the_best() {
    for params in legal::<P>(100) {
        let best = params.choice(params.best_strictness()).harm();
        for step in 0..=DEAREST {
            assert!(params.choice(f64::from(step) / 100.0).harm() >= best - 2e-12, "{params:?}");
        }
    }
}

#[test]
fn figures_are_right_anywhere_and_say_what_is_so() {
    for params in legal::<P>(200) {
        legal::check_figures::<SecretDeployment>(&params);
        let outcome = SecretDeployment::simulate(&params);
        let caption = &figures::<SecretDeployment>(&params)[1].caption;
        let (now, without) = (outcome.now.harm(), outcome.without.harm());
        assert!(!caption.contains("less than") || now < without, "{caption}");
        assert!(!caption.contains("more than") || now > without, "{caption}");
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let readouts = SecretDeployment::readouts(&params, &SecretDeployment::simulate(&params));
    let expected = [0.8032, 0.5, 0.3558, 0.7518, 0.7156, 3.669, 0.4889, 0.5135, 0.17];
    assert_eq!(readouts.len(), expected.len());
    for (readout, expected) in readouts.iter().zip(expected) {
        let tolerance = if readout.id == "takeoff" { 5e-4 } else { 5e-5 };
        near(readout.value.unwrap(), expected, tolerance);
    }
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| SecretDeployment::simulate(&preset::<SecretDeployment>(id));
    near(run("releases-only").now.secret, 0.8, 0.01);
    near(run("no-assessment").now.secret, 0.5, 1e-12);
    let strict = run("strict").now;
    assert!(strict.level < 0.25 && strict.harm_secret > 10.0 * strict.harm_public);
    let inside = run("inside-too");
    assert!(inside.now.secret < inside.without.secret);
    let sceptic = run("secrecy-does-not-pay");
    assert!(sceptic.now.secret < 0.1 && sceptic.now.harm() < sceptic.without.harm());
    assert!(run("liable").now.released < run("releases-only").now.released);
    let outside = run("danger-is-outside");
    assert!(outside.now.harm() < 0.7 * outside.without.harm() && outside.now.secret > outside.without.secret);
}

#[test]
fn the_lesson_is_told_where_it_is_true() {
    let is_true = |id| {
        let params = preset::<SecretDeployment>(id);
        (SecretDeployment::LESSON.is_true)(&params, &SecretDeployment::simulate(&params))
    };
    assert!(is_true("releases-only") && is_true("strict") && is_true("liable"));
    assert!(!is_true("no-assessment") && !is_true("inside-too"));
}
