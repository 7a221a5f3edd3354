//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::*;
use crate::math::{exp, ln};

type P = LegibilityParams;

/// The loss as its specification writes it.
fn loss(params: &P, time: f64, [on_visible, on_hidden]: [f64; 2]) -> f64 {
    let (u, h) = (params.visible_left(time, on_visible), params.hidden_left(time, on_hidden));
    1.0 - (1.0 - params.legible_risk * u)
        * (1.0 - params.illegible_risk * h)
        * (1.0 - params.worse_future * u)
}

#[test]
fn gains_are_the_differences_of_losses() {
    for params in legal::<P>(300) {
        let [time, sooner] = [0.0, 1.0].map(|work| params.deployment(work));
        let before = loss(&params, time, [0.0, 0.0]);
        let after = loss(&params, time, [1.0, 0.0]);
        near(params.loss(), before, 1e-12);
        let visible = params.year_on_visible();
        near(visible.solved, before - after, 1e-12);
        near(visible.hastened, after - loss(&params, sooner, [1.0, 0.0]), 1e-9);
        near(params.year_on_hidden(), before - loss(&params, time, [0.0, 1.0]), 1e-12);
        let ripe = exp(params.ripening * ln(params.tractability));
        near(params.year_on_ripe(), before - loss(&params, time, [0.0, ripe]), 1e-12);
        near(params.hastened(), time - sooner, 1e-9 * time);
    }
}

#[test]
fn work_solves_and_haste_only_costs() {
    for params in legal::<P>(300) {
        let visible = params.year_on_visible();
        assert!(visible.solved >= 0.0 && visible.hastened <= 0.0, "{params:?}");
        assert!(params.year_on_hidden() >= 0.0 && params.year_on_ripe() >= 0.0);
        assert!(params.hastened() >= 0.0 && params.hastened() <= 1.0 / params.effort + 1e-9);
        assert!((0.0..=1.0).contains(&params.loss()), "{params:?}");
    }
}

#[test]
fn waiting_never_raises_the_loss() {
    for params in legal::<P>(200) {
        let losses: Vec<f64> =
            (0..=20).map(|step| params.with_gating(f64::from(step) / 20.0).loss()).collect();
        assert!(losses.is_sorted_by(|less, more| less >= &(more - 1e-12)), "{params:?}: {losses:?}");
    }
}

#[test]
fn without_waiting_no_work_does_harm() {
    for params in legal::<P>(200) {
        let visible = params.with_gating(0.0).year_on_visible();
        assert!(visible.hastened == 0.0 && visible.net() >= 0.0);
    }
}

#[test]
fn full_waiting_leaves_what_may_be_left() {
    for params in legal::<P>(200) {
        let full = params.with_gating(1.0);
        let left = full.visible_left(full.deployment(0.0), 0.0);
        if full.deployment(0.0) > full.capability_time {
            assert!((left / full.bar - 1.0).abs() < 1e-9, "{params:?}: {left}");
        } else {
            assert!(left <= full.bar * (1.0 + 1e-9));
        }
    }
}

#[test]
fn what_stays_hidden_is_no_easier_later() {
    for params in legal::<P>(100) {
        for same in [P { ripening: 0.0, ..params.clone() }, P { tractability: 1.0, ..params }] {
            assert_eq!(same.year_on_ripe(), same.year_on_hidden());
        }
    }
    // The mean of k^v while v rises evenly, by adding up.
    let params: P = defaults();
    let worth = |step: i32| exp(0.7 * ln(3.0) * (f64::from(step) + 0.5) / 1e5);
    let mean = (0..100_000).map(worth).sum::<f64>() / 1e5;
    let left = exp(ln(0.94) * 0.4 * 10.0 * mean);
    near(params.hidden_left(10.0, 0.0), left, 1e-9);
}

#[test]
fn figures_are_right_anywhere_and_say_what_is_so() {
    for params in legal::<P>(200) {
        legal::check_figures::<Legibility>(&params);
        let caption = &figures::<Legibility>(&params)[1].caption;
        let gain = |gating| params.with_gating(gating).year_on_visible().net();
        assert!(!caption.contains("turns into a loss") || gain(0.0) > 0.0 && gain(1.0) < 0.0, "{caption}");
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let outcome = Legibility::simulate(&params);
    near(outcome.deployment, 7.4674, 5e-5);
    near(outcome.loss, 0.4467, 5e-5);
    near(outcome.visible.net(), 0.0195, 5e-5);
    near(outcome.hidden, 0.0144, 5e-5);
    near(outcome.ripe, 0.0300, 5e-5);
    near(outcome.harm_if_waiting, 0.0113, 5e-5);
    let worry = Legibility::simulate(&preset::<Legibility>("worry"));
    near(worry.visible.net(), -0.0034, 5e-5);
    near(worry.hastened, 1.6667, 5e-5);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| Legibility::simulate(&preset::<Legibility>(id));
    let reply = run("reply");
    assert!(reply.hidden < reply.visible.net() && reply.visible.net() < reply.ripe);
    assert!(run("worry").visible.net() < 0.0);
    let gate = run("they-gate");
    assert!(gate.visible.net() < 0.0 && gate.ripe > gate.hidden);
    let crowded = run("crowded");
    assert!(crowded.hidden > crowded.visible.net());
    let hidden = run("they-stay-hidden");
    assert_eq!(hidden.ripe, hidden.hidden);
}

#[test]
fn the_lesson_is_told_where_it_is_true() {
    let is_true = |id| {
        let params = preset::<Legibility>(id);
        (Legibility::LESSON.is_true)(&params, &Legibility::simulate(&params))
    };
    assert!(is_true("reply") && is_true("they-do-not-gate") && !is_true("worry") && !is_true("they-gate"));
}
