//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, figures, legal, near, preset};
use super::model::RUN;
use super::*;
use crate::chart::Mark;
use crate::math::{exp, logit};

type P = AlignmentPretrainingParams;

#[test]
fn evidence_agrees_with_its_definition() {
    for params in legal::<P>(60) {
        let shield = params.resistance * params.start_misaligned;
        let [forgets, sinks] = [params.memory, params.sink].map(|half| RUN * LN_2 / half);
        for block in [params.block(), ALL_ALONG, MIDTRAINING, FINE_TUNING, Block { from: 0.0, to: 0.5 }] {
            let steps = 40_000;
            let length = block.to - block.from;
            let scale = params.tokens.min(RUN * length) * params.evidence * LN_2 / f64::from(steps);
            let places = (0..steps).map(|step| block.from + length * (f64::from(step) + 0.5) / f64::from(steps));
            let (mut at_end, mut after) = (0.0, 0.0);
            for u in places {
                let left = scale * (1.0 - shield * u) * exp(-forgets * (1.0 - u));
                at_end += left;
                after += left * (1.0 - params.shallow * exp(-sinks * (1.0 - u)));
            }
            near(params.evidence_at(block, 1.0) / at_end, 1.0, 1e-5);
            near(params.evidence_after(block) / after, 1.0, 1e-4);
        }
    }
}

#[test]
fn a_run_that_has_not_come_so_far_has_read_nothing() {
    for params in legal::<P>(100) {
        assert_eq!(params.evidence_at(MIDTRAINING, 0.5), 0.0);
        assert_eq!(params.evidence_at(MIDTRAINING, 0.909), 0.0);
        assert!(params.evidence_at(MIDTRAINING, 0.91) > 0.0);
    }
}

#[test]
fn authors_can_say_no_more_than_their_cap() {
    for params in legal::<P>(200) {
        let authors = f64::from(params.authors);
        let cap = -authors * ln(params.distrust);
        let mut last = 0.0;
        for power in -3..6 {
            let evidence = libm::pow(10.0, f64::from(power));
            let believed = params.believed(evidence);
            let most = evidence.min(cap) * (1.0 + 1e-12);
            assert!(believed >= last && believed <= most, "{params:?}: {believed} of {evidence}");
            // More authors never say less.
            assert!(saturated(evidence, 2.0 * authors, params.distrust) >= believed * (1.0 - 1e-12));
            last = believed;
        }
    }
    near(saturated(2.0, 1e9, 1e-9), 2.0, 1e-6);
    near(saturated(1e9, 3.0, 0.5), 3.0 * LN_2, 1e-12);
}

#[test]
fn good_documents_help_and_bad_ones_harm() {
    for params in legal::<P>(200) {
        let outcome = AlignmentPretraining::simulate(&params);
        let sign = if params.documents == Documents::Aligned { 1.0 } else { -1.0 };
        for (before, after) in [
            (params.start_misaligned, outcome.end),
            (outcome.without, outcome.after),
            (outcome.without, outcome.midtraining),
            (outcome.without, outcome.fine_tuning),
        ] {
            assert!(sign * (before - after) >= -1e-15, "{params:?}: {before} to {after}");
        }
        assert!(outcome.kept > 0.0 && outcome.kept.is_finite(), "{params:?}: {}", outcome.kept);
    }
}

#[test]
fn effects_are_differences_of_shares() {
    for params in legal::<P>(200) {
        for believed in [0.0, 0.01, 1.0, 5.0] {
            let direct = params.misaligned_after(0.0) - params.misaligned_after(believed);
            near(params.effect(believed), direct, 1e-14);
        }
    }
}

#[test]
fn post_training_without_a_pull_keeps_what_it_does_not_undo() {
    let params = P { post_pull: 0.0, shallow: 0.0, ..defaults() };
    let outcome = AlignmentPretraining::simulate(&params);
    near(outcome.after, outcome.end, 1e-15);
    near(outcome.kept, 1.0, 1e-12);
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(60).iter().for_each(legal::check_figures::<AlignmentPretraining>);
}

#[test]
fn the_checks_of_the_specification() {
    near(logit(0.45) - logit(0.09), 2.113, 5e-4);
    near((logit(0.45) - logit(0.09)) / LN_2, 3.05, 5e-3);
    // What post-training undoes of what midtraining had taught.
    let plain = P { resistance: 0.0, memory: 1e300, ..defaults() };
    let kept = plain.evidence_after(MIDTRAINING) / plain.evidence_at(MIDTRAINING, 1.0);
    near(1.0 - kept, 0.39, 5e-4);
    // Late over early at the same density.
    for (forgetting, ratio) in [(1.0, 0.1375), (10.0, 0.5971), (50.0, 0.9894)] {
        let params = P { memory: RUN * LN_2 / forgetting, ..plain.clone() };
        let early = params.evidence_at(ALL_ALONG, 1.0);
        let late = Block { from: 10.0 / 11.0, to: 1.0 };
        let fewer = params.with_tokens(1.0 / 11.0);
        near(fewer.evidence_at(late, 1.0) / early, ratio, 5e-5);
    }
    // The pull takes 45 % to 34 % and leaves 9 % where it is.
    let pulled = |start_misaligned| P { start_misaligned, ..defaults() }.misaligned_after(0.0);
    near(pulled(0.45), 0.34, 6e-4);
    near(pulled(0.09), 0.09, 1e-15);
    let opens = AlignmentPretraining::simulate(&defaults());
    near(opens.end, 0.0901, 5e-5);
    near(opens.after, 0.0952, 5e-5);
    near(opens.without, 0.3395, 5e-5);
    near(opens.midtraining, 0.1708, 5e-5);
    near(opens.fine_tuning, 0.2741, 5e-5);
    near(opens.kept, 0.6789, 5e-5);
}

#[test]
fn positions_show_what_they_say() {
    let at = |id| preset::<AlignmentPretraining>(id);
    let run = |id| AlignmentPretraining::simulate(&at(id));
    let nothing_new = at("nothing-new");
    near(run("nothing-new").end, 0.0911, 5e-5);
    near(run("nothing-new").after, 0.0909, 5e-5);
    let late = nothing_new.with_tokens(0.1);
    near(late.misaligned_after(late.believed_after(MIDTRAINING)), 0.0971, 5e-5);
    let twice = P { authors: 4, ..nothing_new.clone() };
    near(AlignmentPretraining::simulate(&twice).after, 0.02, 0.005);
    let opens = run("optimist");
    near(run("forgets").end, opens.end, 0.01);
    let effect = |id| {
        let params = at(id);
        params.effect(params.believed_after(params.block()))
    };
    assert!(effect("capable-reader") < effect("optimist") / 3.0);
    assert!(effect("sceptic") < 0.01 && effect("many-hands") > 0.9 * effect("optimist"));
    assert!(run("villains").after > opens.without);
}

/// What is known of the two versions of the paper; they must not be mixed.
#[test]
fn both_versions_of_the_measurements_stand_beside_the_model() {
    let figures = figures::<AlignmentPretraining>(&defaults());
    let figure = figures.iter().find(|figure| figure.id == "measured").unwrap();
    let measured: Vec<_> = figure
        .panels
        .iter()
        .flat_map(|panel| panel.marks.iter().flat_map(Mark::series))
        .filter(|series| !["end", "after"].contains(&series.id))
        .map(|series| (series.id, series.points.iter().map(|point| (point[0], point[1])).collect::<Vec<_>>()))
        .collect();
    let known: [(&str, &[(f64, f64)]); 6] = [
        ("post", &[(1.0, 0.41), (3.0, 0.61), (4.0, 0.04)]),
        ("arxiv", &[(1.0, 0.45), (2.0, 0.31), (3.0, 0.51), (4.0, 0.09)]),
        ("arxiv_held_out", &[(1.0, 0.40), (4.0, 0.06)]),
        ("post_no_prompt", &[(1.0, 0.46), (3.0, 0.60), (4.0, 0.35)]),
        ("post_prompt", &[(4.0, 0.24)]),
        ("arxiv_prompt", &[(1.0, 0.34), (4.0, 0.09)]),
    ];
    assert!(measured.iter().map(|(id, points)| (*id, &points[..])).eq(known), "{measured:?}");
    assert!(figure.caption.contains("second hand"));
}
