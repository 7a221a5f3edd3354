//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::*;
use crate::math::exp;

type P = CorrigibleWindowParams;

/// The levels that are compared.
fn levels() -> impl Iterator<Item = f64> {
    (1..=100).map(|step| f64::from(step) / 100.0)
}

#[test]
fn no_level_is_better_than_the_best_and_all_lower_ones_are_worse() {
    for params in legal::<P>(200) {
        let best = params.best_level();
        for level in levels() {
            assert!(params.both(level) <= params.both(best) + 2e-12, "{params:?}");
            assert!(level >= best || params.both(level) < params.both(best), "{params:?}");
        }
    }
}

#[test]
fn ability_helps_and_takes_away_the_say_of_people() {
    for params in legal::<P>(200) {
        let levels: Vec<f64> = levels().collect();
        for pair in levels.windows(2) {
            let rises = |chance: &dyn Fn(f64) -> f64| chance(pair[1]) >= chance(pair[0]) - 1e-15;
            assert!(rises(&|level| params.enough(level)));
            assert!(rises(&|level| -params.say(level)) && rises(&|level| -params.safe(level)));
            // The less is up to people, the less they can spoil.
            assert!(rises(&|level| params.wise(level)));
        }
    }
}

#[test]
fn a_sovereign_is_right_about_everything_or_lost() {
    for params in legal::<P>(200) {
        near(params.both(SOVEREIGN), params.enough(SOVEREIGN) * exp(-params.mistakes), 1e-15);
        let other = P { people: 0.05, mend: 0.0, fade: 10.0, ..params.clone() };
        assert_eq!(params.both(SOVEREIGN), other.both(SOVEREIGN));
    }
}

#[test]
fn where_nothing_is_mended_it_does_not_matter_how_fast_the_say_fades() {
    for params in legal::<P>(200) {
        let safe = |fade, level| P { mend: 0.0, fade, ..params.clone() }.safe(level);
        for level in levels() {
            assert_eq!(safe(0.1, level), safe(10.0, level));
            near(safe(1.0, level), exp(-params.mistakes * level), 1e-15);
        }
    }
}

#[test]
fn with_as_many_mistakes_as_are_tolerated_the_chance_is_even() {
    for params in legal::<P>(200) {
        for level in [0.05, 0.3, 0.7, 1.0] {
            let tolerance = params.tolerance(level);
            if tolerance > 0.0 {
                near(params.technical_with(level, tolerance), 0.5, 1e-12);
            } else {
                assert!(params.enough(level) <= 0.5 + 1e-15);
            }
        }
        assert!(params.tolerance(SOVEREIGN) > 0.0);
    }
}

#[test]
fn with_people_as_wise_as_needed_the_helper_is_as_good_as_the_sovereign() {
    for params in legal::<P>(200) {
        let level = params.best_level();
        let Some(people) = params.wisdom_needed(level) else { continue };
        let there = P { people, ..params.clone() }.both(level);
        // People who are worse than any double can tell are left out.
        let is_told = people > 1e-200 && people < 1.0;
        assert!(!is_told || (there / params.both(SOVEREIGN) - 1.0).abs() < 1e-9, "{params:?}");
        assert!(people <= params.people + 1e-9);
    }
}

#[test]
fn better_people_and_fewer_mistakes_never_hurt() {
    for params in legal::<P>(200) {
        let wiser = P { people: 0.5 + 0.5 * params.people, ..params.clone() };
        assert!(wiser.most() >= params.most() - 1e-15);
        assert!(params.with_half_the_mistakes().most() >= params.most() - 1e-15);
    }
}

#[test]
fn figures_are_right_anywhere() {
    for params in legal::<P>(200) {
        legal::check_figures::<CorrigibleWindow>(&params);
        let level = params.best_level();
        let captions: Vec<String> =
            figures::<CorrigibleWindow>(&params).into_iter().map(|figure| figure.caption).collect();
        let is_sovereign = captions.iter().all(|caption| caption.starts_with("Here no helper"));
        assert_eq!(is_sovereign, level == SOVEREIGN, "{captions:?}");
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let readouts = CorrigibleWindow::readouts(&params, &CorrigibleWindow::simulate(&params));
    let expected = [0.5120, 0.42, 0.7554, 0.6777, 0.1353, 5.5538, std::f64::consts::LN_2, 8.0124];
    assert_eq!(readouts.len(), expected.len());
    for (readout, expected) in readouts.iter().zip(expected) {
        near(readout.value.unwrap(), expected, 5e-5);
    }
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| CorrigibleWindow::simulate(&preset::<CorrigibleWindow>(id));
    let plan = run("plan");
    assert!(plan.people_right < plan.technical);
    let wise = run("wise-people");
    assert!(wise.technical < wise.people_right);
    assert!(run("one-lab-alone").best_level > plan.best_level);
    let sceptic = run("it-slips-away");
    assert!(sceptic.success < plan.success && sceptic.wider() < plan.wider());
    near(run("easy-values").best_level, SOVEREIGN, 0.1);
    let fools = run("fools");
    assert!(fools.success > fools.sovereign_success && fools.success < 1.5 * fools.sovereign_success);
}

#[test]
fn the_lesson_is_told_where_it_is_true() {
    let is_true = |id| {
        let params = preset::<CorrigibleWindow>(id);
        (CorrigibleWindow::LESSON.is_true)(&params, &CorrigibleWindow::simulate(&params))
    };
    assert!(is_true("plan") && !is_true("wise-people"));
}
