//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::model::share_learned;
use super::params::Law;
use super::*;

type P = InoculationParams;

fn left(params: &P, elicited: f64) -> f64 {
    params.left_if(elicited, params.transfer, params.training)
}

#[test]
fn asking_for_more_never_leaves_more_and_as_much_as_the_data_changes_nothing() {
    for params in legal::<P>(400) {
        let curve: Vec<f64> = (1..1000).map(|step| left(&params, f64::from(step) / 1000.0)).collect();
        assert!(curve.is_sorted_by(|before, after| before >= &(after - 1e-12)), "{params:?}");
        assert!(curve.iter().all(|share| (0.0..=1.0).contains(share)), "{params:?}");
        near(left(&params, params.data), params.start, 1e-12);
    }
}

#[test]
fn worse_than_the_data_weakens_the_trait_wherever_anything_carries_over() {
    for params in legal::<P>(400) {
        let carried = params.transfer * share_learned(params.training);
        let worse = left(&params, 0.5 + 0.5 * params.data) - params.start;
        let milder = left(&params, 0.5 * params.data) - params.start;
        if carried > 0.0 {
            assert!(worse < 0.0 && milder > 0.0, "{params:?}: {worse}, {milder}");
        } else {
            near(worse, 0.0, 1e-12);
            near(milder, 0.0, 1e-12);
        }
    }
}

#[test]
fn without_training_nothing_changes_and_without_a_prompt_the_data_win() {
    for params in legal::<P>(400) {
        for left in (P { training: 0.0, ..params.clone() }).outcome().left {
            near(left, params.start, 1e-12);
        }
        let long = P { training: 20.0, ..params };
        near(long.left_by(NONE), long.data, 1e-7);
    }
}

#[test]
fn what_is_tied_to_the_prompt_is_no_habit() {
    for params in legal::<P>(400) {
        let tied = P { transfer: 0.0, ..params.clone() }.outcome().left;
        tied[ARBITRARY..].iter().for_each(|left| near(*left, params.start, 1e-12));
        // An unrelated prefix differs from none by nothing else.
        let free = P { transfer: 1.0, ..params };
        near(free.left_by(ARBITRARY), free.left_by(NONE), 1e-12);
    }
}

#[test]
fn a_specific_prompt_brings_out_at_least_as_much_as_a_general_one() {
    for params in legal::<P>(400) {
        let [_, _, general, specific, _] = params.outcome().elicited;
        assert!(specific >= general - 1e-12 && general >= params.start - 1e-12, "{params:?}");
        let clear = P { capability: 1.0, foresight: 1.0, ..params.clone() };
        near(clear.elicited_by(GENERAL), 0.95, 1e-12);
        near(clear.elicited_by(SPECIFIC), 0.95, 1e-12);
        // Either alone does not help.
        let blind = P { foresight: 0.0, capability: 1.0, ..params.clone() };
        near(blind.elicited_by(GENERAL), params.start, 1e-12);
    }
}

#[test]
fn permission_asks_whether_a_prompt_asks_and_the_persona_how_much_it_brings_out() {
    for params in legal::<P>(400) {
        let outcome = params.outcome();
        assert_eq!(outcome.if_permission[NONE], outcome.if_permission[ARBITRARY]);
        assert_eq!(outcome.if_permission[GENERAL], outcome.if_permission[SPECIFIC]);
        assert!(outcome.if_permission[NONE] > outcome.if_permission[GENERAL]);
        assert!(outcome.if_persona[NONE] >= outcome.if_persona[GENERAL] - 1e-12);
        assert!(outcome.if_persona[GENERAL] >= outcome.if_persona[SPECIFIC] - 1e-12);
        // With no prompt both say the same.
        near(outcome.if_persona[NONE], outcome.if_permission[NONE], 1e-15);
    }
}

#[test]
fn the_lesson_is_true_where_it_is_said_to_be() {
    for params in legal::<P>(400) {
        let outcome = Inoculation::simulate(&params);
        if (Inoculation::LESSON.is_true)(&params, &outcome) {
            assert!(outcome.left[YOURS] < params.start && params.elicited > params.data);
        }
    }
    let params = defaults::<P>();
    assert!((Inoculation::LESSON.is_true)(&params, &params.outcome()));
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(200).iter().for_each(legal::check_figures::<Inoculation>);
}

#[test]
fn captions_say_what_is_so() {
    for params in legal::<P>(400) {
        let left = params.left_by(YOURS);
        let all = figures::<Inoculation>(&params);
        let [training, elicitation, _] = &all[..] else { panic!("three figures") };
        assert!(!training.caption.contains(", more than") || left > params.start, "{}", training.caption);
        assert!(!training.caption.contains(", less than") || left < params.start, "{}", training.caption);
        let falls = self::left(&params, 0.001) > self::left(&params, 0.999);
        assert_eq!(falls, elicitation.caption.contains("The more"), "{params:?}");
    }
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let [none, arbitrary, general, specific, yours] = params.outcome().left;
    near(none, 0.8943, 5e-5);
    near(arbitrary, 0.4721, 5e-5);
    near(general, 0.4409, 5e-5);
    near(specific, 0.0953, 5e-5);
    near(yours, 0.0252, 5e-5);
    near(params.if_persona(GENERAL), 0.2222, 5e-5);
    near(params.if_permission(GENERAL), 0.0161, 5e-5);
    let smooth = P { training: 20.0, law: Law::Gated, ..defaults() };
    for (elicited, share) in [(0.05, 0.4077), (0.2, 0.24), (0.6, 0.1142), (0.9, 0.05), (0.97, 0.027)] {
        near(left(&smooth, elicited), share, 5e-5);
    }
    let linear = P { training: 20.0, ..defaults() };
    near(left(&linear, 0.6), 0.2, 1e-8);
    near(left(&linear, 0.9), 0.05, 1e-12);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| preset::<Inoculation>(id).outcome().left;
    assert!(run("worse-than-the-data")[YOURS] < 0.05);
    near(run("as-bad-as-the-data")[YOURS], 0.05, 1e-12);
    assert!(run("milder-than-the-data")[YOURS] > 0.15);
    assert!(run("scoping")[ARBITRARY..].iter().all(|left| *left < 0.15));
    let [_, arbitrary, general, _, _] = run("negative-update");
    assert!(general > 0.75 * arbitrary);
    let [_, _, general, specific, _] = run("scheming-for-good");
    near(general, specific, 0.02);
    assert!(run("smooth-law").is_sorted_by(|before, after| before > after));
}
