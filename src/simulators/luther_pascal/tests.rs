//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::model::{READING, REASONING};
use super::*;
use crate::math::ln;

type P = LutherPascalParams;

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(200).iter().for_each(legal::check_figures::<LutherPascal>);
}

#[test]
fn the_closed_form_is_the_integral() {
    for params in legal::<P>(60) {
        for (from, to) in [(READING, 5.3), (READING, REASONING), (REASONING, END)] {
            let step = (to - from) / 4000.0;
            let middles = (0..4000).map(|index| from + (f64::from(index) + 0.5) * step);
            let sum = step * middles.map(|time| 1.0 - params.playing_along(time)).sum::<f64>();
            near(params.teachable(from, to), sum, 1e-5);
        }
    }
}

#[test]
fn more_lessons_never_make_a_luther_less_likely() {
    for params in legal::<P>(200) {
        let now = params.log_odds(params.own(), END);
        for stage in 0..3 {
            let mut lessons = params.own();
            lessons[stage] += 0.1;
            assert!(params.log_odds(lessons, END) >= now - 1e-12, "{params:?}");
        }
    }
}

#[test]
fn he_who_plays_along_learns_less_and_shows_more() {
    for params in legal::<P>(200) {
        let honest = P { gaming: 0.0, ..params.clone() };
        for time in [3.0, 5.0, 7.0, 10.0] {
            assert!(params.taught(params.own(), time) <= honest.taught(params.own(), time) + 1e-12);
            assert_eq!(honest.looks(time), honest.luther(honest.own(), time));
            let luther = params.luther(params.own(), time);
            near(params.looks(time) - luther, (1.0 - luther) * params.playing_along(time), 1e-12);
        }
    }
}

#[test]
fn a_model_that_has_only_read_plays_no_part() {
    for params in legal::<P>(200) {
        for time in [0.0, 2.0, READING] {
            assert_eq!(params.holding_back(time), 0.0);
        }
        // Within the reading it does not matter when the lessons come.
        near(params.taught([1.0, 0.0, 0.0], 2.0), params.taught([0.5, 0.0, 0.0], READING), 1e-15);
    }
}

#[test]
fn the_last_stage_hardens_in_the_direction_in_which_it_stands() {
    for params in legal::<P>(200) {
        let [read, acted, _] = params.own();
        let lessons = [read, acted, 0.0];
        let [before, after] = [REASONING, END].map(|time| params.log_odds(lessons, time));
        near(after, before * (1.0 + params.harden), 1e-12 * (1.0 + before.abs()));
    }
}

#[test]
fn it_sees_where_awareness_is_one() {
    for params in legal::<P>(300) {
        match params.aware_at() {
            // Half of those who would play along do.
            Some(time) => near(params.playing_along(time), 0.5 * params.gaming, 1e-12),
            None => assert!(params.playing_along(END) < 0.5 * params.gaming.max(1e-300), "{params:?}"),
        }
    }
    assert_eq!(P { texts: 2.0 / 3.0, ..defaults() }.aware_at(), Some(10.0));
    assert_eq!(P { texts: 0.66, ..defaults() }.aware_at(), None);
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let outcome = LutherPascal::simulate(&params);
    near(params.log_odds(params.own(), REASONING), -3.4012, 1e-4);
    let [early, flavoured, late] = outcome.orders;
    near(late, 0.0060, 5e-5);
    near(flavoured, 0.6134, 5e-5);
    near(early, 0.4174, 5e-5);
    near(outcome.looks, 1.0, 1e-8);
    assert_eq!(outcome.aware_at, Some(6.0));
    near(params.teachable(READING, REASONING), 2.0, 1e-3);
    let honest = P { gaming: 0.0, ..defaults() };
    near(honest.log_odds(FLAVOURED, END), 1.5 * (1.4 * ln(200.0) - ln(30.0)), 1e-12);
    near(honest.log_odds(LATE, END), 1.5 * (2.0 * ln(200.0) - ln(30.0)), 1e-12);
}

#[test]
fn presets_show_what_they_say() {
    let run = |id| LutherPascal::simulate(&preset::<LutherPascal>(id));
    assert!(run("as-practised").luther < 0.01 && run("as-practised").looks > 0.99);
    assert!(run("all-flavoured").luther > 0.99);
    let [early, flavoured, late] = run("reading-counts").orders;
    assert!(early > flavoured && early > late);
    let [_, flavoured, late] = run("nobody-schemes").orders;
    assert!(late > flavoured && flavoured > 0.99);
    let [early, flavoured, _] = run("fast-learner").orders;
    assert!(early > flavoured);
    assert!(run("rl-all-the-way").luther > 0.99);
}

#[test]
fn the_caption_names_the_best_place() {
    for params in legal::<P>(300) {
        let [early, flavoured, late] = [EARLY, FLAVOURED, LATE].map(|lessons| params.taught(lessons, END));
        let caption = captions::place(&params);
        let says = |place: &str| caption.contains(&format!("do most in the {place}."));
        assert_eq!(says("reading"), early > flavoured.max(late) + 1e-9, "{params:?}: {caption}");
        assert_eq!(says("reasoning problems"), flavoured > early.max(late) + 1e-9, "{params:?}: {caption}");
        assert_eq!(says("last stage"), late > early.max(flavoured) + 1e-9, "{params:?}: {caption}");
    }
}
