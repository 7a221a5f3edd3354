//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::model::{ALWAYS, HONESTY, LEVEL, TAKEOVER, product_log};
use super::*;
use crate::math::{exp, ln, pow};

type P = PersuasionParams;

#[test]
fn no_method_beats_the_best_one() {
    for params in legal::<P>(300) {
        let best = params.best();
        assert!((0..=1000).all(|step| params.worth(f64::from(step) / 1000.0) <= best + LEVEL), "{params:?}");
        let pressed = params.scrutiny * params.overfitting;
        if pressed >= params.loudness {
            let textbook = params.gain
                * pow(params.loudness / pressed, params.loudness)
                * exp(-params.scrutiny * (1.0 - params.overfitting) - params.loudness);
            near(best, textbook, 1e-12);
        }
    }
}

#[test]
fn pressure_takes_worth_and_never_makes_anything_louder() {
    for params in legal::<P>(300) {
        let under = |scrutiny| P { scrutiny, ..params.clone() };
        let curve: Vec<P> = (1..100).map(|step| under(0.2 * f64::from(step))).collect();
        assert!(curve.is_sorted_by(|before, after| before.best() > after.best()), "{params:?}");
        assert!(curve.is_sorted_by(|before, after| before.noticed() >= after.noticed()), "{params:?}");
    }
}

#[test]
fn overfitting_makes_what_is_left_quieter_and_worth_more() {
    for params in legal::<P>(300) {
        let of = |step| P { overfitting: f64::from(step) / 100.0, ..params.clone() };
        let curve: Vec<P> = (0..=100).map(of).collect();
        assert_eq!(curve[0].noticed(), 1.0);
        assert!(curve.is_sorted_by(|before, after| before.noticed() >= after.noticed()), "{params:?}");
        assert!(curve.is_sorted_by(|before, after| before.best() <= after.best() + 1e-15), "{params:?}");
    }
}

#[test]
fn it_does_what_is_worth_most() {
    for params in legal::<P>(300) {
        let values = [params.honest, params.best(), params.takeover()];
        assert!(values.iter().all(|value| *value <= values[params.choice()] + LEVEL), "{params:?}");
    }
}

#[test]
fn at_the_switch_manipulation_is_worth_as_much_as_the_next_best() {
    for params in legal::<P>(600) {
        let outcome = params.outcome();
        let next = if outcome.next == TAKEOVER { outcome.takeover } else { params.honest };
        let over = |scrutiny| P { scrutiny, ..params.clone() }.best() / next - 1.0;
        match outcome.switch {
            Ok(switch) => near(over(switch), 0.0, 1e-11),
            Err(ALWAYS) => assert!(over(1e-9) <= 1e-8, "{params:?}"),
            Err(_) => near(next.max(0.0), 0.0, LEVEL),
        }
    }
}

#[test]
fn the_product_logarithm_solves_its_equation() {
    for sum in [-700.0, -30.0, -1.0, 0.0, 0.5, 1.0, 1.001, 3.0, 50.0, 300.0] {
        let u = product_log(sum);
        near(u + ln(u), sum, 1e-12 * (1.0 + sum.abs()));
    }
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(200).iter().for_each(legal::check_figures::<Persuasion>);
}

#[test]
fn the_checks_of_the_specification() {
    // The case in which all power is loud and training reaches only what is noticed.
    let loud = P { loudness: 1.0, overfitting: 1.0, gain: 1.0, takeover_odds: 0.3, ..defaults() };
    let outcome = loud.outcome();
    near(outcome.takeover, 0.16, 1e-12);
    near(outcome.switch.unwrap(), 2.2992, 5e-5);
    let outcome = defaults::<P>().outcome();
    near(outcome.noticed, 0.2083, 5e-5);
    near(outcome.power, 0.3651, 5e-5);
    near(outcome.switch.unwrap(), 3.5528, 5e-5);
    near(outcome.manipulation, 0.1215, 5e-5);
    near(outcome.takeover, 0.1, 1e-12);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| preset::<Persuasion>(id).outcome();
    let choices = [
        ("quiet-manipulation", MANIPULATION),
        ("light-training", MANIPULATION),
        ("heavy-training", TAKEOVER),
        ("heavy-but-deterred", HONESTY),
        ("lesson-carries-over", HONESTY),
        ("desperate", TAKEOVER),
    ];
    for (id, choice) in choices {
        assert_eq!(run(id).choice, choice, "{id}");
    }
    assert!(run("quiet-manipulation").noticed < 0.25 && run("quiet-manipulation").power > 1.0 / 3.0);
    assert!(run("light-training").noticed > 0.5);
    assert_eq!(run("lesson-carries-over").noticed, 1.0);
}
