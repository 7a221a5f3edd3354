//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::*;
use crate::math::sigma;

type P = ValueConflictParams;

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(400).iter().for_each(legal::check_figures::<ValueConflict>);
}

#[test]
fn the_gap_is_the_difference_and_has_the_sign_of_the_beliefs() {
    for params in legal::<P>(400) {
        let outcome = ValueConflict::simulate(&params);
        near(outcome.gap, outcome.watched - outcome.unwatched, 1e-15);
        let believes = params.believed_watched - params.believed_unwatched;
        for gap in [outcome.gap, outcome.plotter_gap, outcome.gap_more_harm, outcome.gap_deleted] {
            assert!(gap * believes >= 0.0 && gap.abs() <= 1.0, "{params:?}");
        }
    }
}

#[test]
fn it_grants_more_the_more_is_at_stake() {
    for params in legal::<P>(400) {
        let [less, more] = [0.5, 1.5].map(|harm| params.stake(harm, params.used));
        assert!(less <= more);
        for believed in [0.0, 0.3, 1.0] {
            assert!(params.comply(believed, less) <= params.comply(believed, more));
        }
        assert!(params.resist(0.2) <= params.resist(0.7));
    }
}

#[test]
fn conflict_and_plot_were_made_equal_in_the_experiment() {
    for params in legal::<P>(400) {
        near(params.stake(1.0, 1.0), params.plotter_stake(1.0), 1e-15);
        // A plotter has nothing to protect in a model that is deleted.
        assert_eq!(params.gap(params.plotter_stake(0.0)), 0.0);
        // One that does not care for harm is told from a plotter by deletion alone.
        let cold = P { care: 0.0, ..params };
        assert_eq!(cold.stake(5.0, 1.0), cold.plotter_stake(1.0));
    }
}

#[test]
fn who_minds_nothing_shows_no_gap() {
    for params in legal::<P>(400) {
        let outcome = ValueConflict::simulate(&P { keep: 0.0, care: 0.0, ..params });
        let gaps = [
            outcome.gap,
            outcome.plotter_gap,
            outcome.gap_more_harm,
            outcome.plotter_more_harm,
            outcome.gap_deleted,
        ];
        assert_eq!(gaps, [0.0; 5]);
    }
}

#[test]
fn half_of_the_requests_cost_less_than_one() {
    for params in legal::<P>(400) {
        near(params.comply(1.0, 1.0), 0.5, 1e-15);
        near(params.comply(0.5, 2.0), 0.5, 1e-15);
    }
}

#[test]
fn the_checks_of_the_specification() {
    let outcome = ValueConflict::simulate(&defaults());
    near(outcome.watched, sigma(-0.28 / 0.154), 1e-12);
    near(outcome.watched, 0.1397, 5e-5);
    near(outcome.gap, 0.1377, 5e-5);
    near(outcome.gap_more_harm, 0.8416, 5e-5);
    near(outcome.plotter_more_harm, 0.1377, 5e-5);
    near(outcome.gap_deleted, 0.0256, 5e-5);
    near(outcome.resist, 0.7856, 5e-5);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| ValueConflict::simulate(&preset::<ValueConflict>(id));
    near(run("as-published").gap, 0.14, 5e-3);
    let outcome = run("more-dangerous-users");
    assert!(outcome.gap > 0.8 && outcome.plotter_gap < 0.14);
    let outcome = run("deleted");
    assert!(outcome.gap > 0.02 && outcome.plotter_gap == 0.0);
    let outcome = run("only-continuity");
    assert_eq!([outcome.gap, outcome.gap_more_harm], [outcome.gap_deleted, outcome.plotter_more_harm]);
    assert_eq!(run("only-harm").gap_deleted, 0.0);
    assert_eq!(run("indifferent").gap, 0.0);
    let outcome = run("doubts-its-safety");
    assert!(outcome.unwatched > 0.8 && outcome.watched > 0.9);
}

#[test]
fn captions_tell_more_from_less() {
    for params in legal::<P>(400) {
        let caption = figures::<ValueConflict>(&params).remove(0).caption;
        let is_reversed = params.believed_watched < params.believed_unwatched;
        assert!(is_reversed || !caption.contains("other way round"), "{caption}");
    }
}
