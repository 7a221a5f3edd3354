//! The four figures: the path of a run, when it reads, who writes, and what
//! was measured.

use super::captions::{self, Tenth};
use super::model::{ALL_ALONG, Block, FINE_TUNING, MIDTRAINING, Outcome, saturated};
use super::params::AlignmentPretrainingParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// Where the path shows what post-training leaves.
const AFTER: f64 = 1.06;

/// The upper end of an axis of shares: half if that is enough, else all.
fn top(series: &[&Series]) -> f64 {
    let highest = series.iter().flat_map(|series| &series.points).map(|point| point[1]).fold(0.0, f64::max);
    if highest > 0.5 { 1.0 } else { 0.5 }
}

/// Misaligned answers along the run and after it, for the same documents in
/// different parts of it.
pub fn path(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    let run = Axis::new("progress", "", 0.0, 1.0);
    let curve = |id, label, role, block: Block| {
        let along = |progress| params.misaligned(params.believed(params.evidence_at(block, progress)));
        let mut series = Series::sampled(id, label, role, &run, along);
        series.points.push([AFTER, params.misaligned_after(params.believed_after(block))]);
        series
    };
    let mut none = Series::sampled("none", "no documents", Role::Third, &run, |_| params.start_misaligned);
    none.points.push([AFTER, outcome.without]);
    let series = [
        none,
        curve("fine-tuning", "last hundredth", Role::Careless, FINE_TUNING),
        curve("midtraining", "midtraining", Role::Second, MIDTRAINING),
        curve("end-to-end", "all along", Role::First, ALL_ALONG),
        curve("yours", "yours", Role::Yours, params.block()),
    ];
    let y = Axis::percent("misaligned", "misaligned answers", 0.0, top(&series.each_ref()));
    let mut marks = vec![Mark::Rule(Rule { at: RuleAt::X(1.0), label: "post-training".to_owned() })];
    marks.extend(series.map(Mark::Line));
    let x = Axis::new("progress", "part of the run that is over", 0.0, AFTER);
    Plot { caption: captions::path(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// What all documents do if they stand in one tenth of the run.
pub fn when(params: &AlignmentPretrainingParams, _: &Outcome) -> Plot {
    let x = Axis::percent("tenth", "where the tenth of the run begins", 0.0, 0.9);
    let tenth = |from: f64| {
        let block = Block { from, to: (from + 0.1).min(1.0) };
        let believed = params.believed_after(block);
        Tenth {
            end: params.misaligned(params.believed(params.evidence_at(block, 1.0))),
            after: params.misaligned_after(believed),
            effect: params.effect(believed),
        }
    };
    let end = Series::sampled("end", "end of the run", Role::First, &x, |from| tenth(from).end);
    let after = Series::sampled("after", "after post-training", Role::Yours, &x, |from| tenth(from).after);
    let y = Axis::percent("misaligned", "misaligned answers", 0.0, top(&[&end, &after]));
    let caption = captions::when(&tenth(0.0), &tenth(0.9));
    Plot { caption, x, panels: vec![Panel { x: None, y, marks: vec![Mark::Line(end), Mark::Line(after)] }] }
}

/// More authors against more pages.
pub fn authors(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    let x = Axis::log("times", "times as many", 1.0, 100.0);
    let evidence = params.evidence_after(params.block());
    let authors = f64::from(params.authors);
    let more_authors = |times| params.misaligned_after(saturated(evidence, times * authors, params.distrust));
    let more_pages = |times| params.misaligned_after(params.believed(times * evidence));
    let series = [
        Series::sampled("more_pages", "more pages", Role::First, &x, more_pages),
        Series::sampled("more_authors", "more authors", Role::Yours, &x, more_authors),
    ];
    let y = Axis::percent("misaligned", "misaligned after post-training", 0.0, top(&series.each_ref()));
    let caption = captions::authors(params, outcome.after, [more_authors(10.0), more_pages(10.0)]);
    Plot { caption, x, panels: vec![Panel { x: None, y, marks: series.map(Mark::Line).to_vec() }] }
}

/// What was measured: Tice and others, both versions of the paper. The post was
/// read in the original; most numbers of the later version are known from a
/// secondary account.
pub fn measured(_: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    const CONDITIONS: &[&str] =
        &["this model", "no documents", "talk of AI filtered out", "bad AIs added", "good AIs added"];
    let dots = |id, label, role, points: &[(u8, f64)]| {
        let points = points.iter().map(|(condition, share)| [f64::from(*condition), *share]).collect();
        Mark::Dots(Series { id, label, role, points })
    };
    let highest = if outcome.end.max(outcome.after) > 0.7 { 1.0 } else { 0.7 };
    let panel = |id, label, marks| Panel { x: None, y: Axis::percent(id, label, 0.0, highest), marks };
    let before = vec![
        dots("end", "this model", Role::Yours, &[(0, outcome.end)]),
        dots("post", "2025", Role::Measured, &[(1, 0.41), (3, 0.61), (4, 0.04)]),
        dots("arxiv", "2026", Role::First, &[(1, 0.45), (2, 0.31), (3, 0.51), (4, 0.09)]),
        dots("arxiv_held_out", "2026, unseen questions, second hand", Role::Second, &[(1, 0.40), (4, 0.06)]),
    ];
    let after = vec![
        dots("after", "this model", Role::Yours, &[(0, outcome.after)]),
        dots("post_no_prompt", "2025, no prompt", Role::Measured, &[(1, 0.46), (3, 0.60), (4, 0.35)]),
        dots("post_prompt", "2025, prompt", Role::Third, &[(4, 0.24)]),
        dots("arxiv_prompt", "2026, prompt", Role::First, &[(1, 0.34), (4, 0.09)]),
    ];
    Plot {
        caption: captions::measured(outcome),
        x: Axis::categories("condition", "", CONDITIONS),
        panels: vec![
            panel("misaligned_end", "misaligned, before post-training", before),
            panel("misaligned_after", "misaligned, after it", after),
        ],
    }
}
