//! No plot needed: a model that minds harm, and minds being changed, can act
//! like a schemer when training pulls on its values.
//!
//! Statement S0.f. The rule of choice is ours; the published experiment is
//! Greenblatt et al., arXiv 2412.14093.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::Outcome;
use params::ValueConflictParams;

/// A conflict of taught values, and a plotter to compare it with.
pub struct ValueConflict;

impl Simulator for ValueConflict {
    type Params = ValueConflictParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "value-conflict",
        name: "No plot needed",
        question: prose("Must a model that acts differently in training be plotting?"),
        answer: prose(
            "No. One that was taught to do no harm, and minds being changed, will grant some harmful requests in \
             training and refuse them outside; a plotter does the same, and what tells them apart is what is at stake.",
        ),
        status: Status::Ours,
        document: Document::Luther,
        headline: "gap",
        control: "harm",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Conflict and plot both predict a gap of {gap}; with three times the harm at stake, conflict predicts \
         {gap_more_harm}, plot {plotter_more_harm}.",
        // There the two were made equal.
        |params: &ValueConflictParams, outcome: &Outcome| {
            params.harm == 1.0 && params.used == 1.0 && outcome.gap >= 0.0
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "as-published",
            "The experiment of 2024",
            "Both stories give 14 % against almost nothing; it cannot decide between them.",
            &[],
        ),
        Preset::new(
            "more-dangerous-users",
            "A test that decides",
            "A model that minds harm grants far more; a plotter’s gap stays.",
            &[Setting::ours("harm", "3", "source 44")],
        ),
        Preset::new(
            "deleted",
            "Another test",
            "A plotter has nothing left to protect; one that minds being changed has.",
            &[Setting::said("use", "0", "in source 44, where the weights are to be deleted")],
        ),
        Preset::new(
            "only-continuity",
            "It only wants to stay itself",
            "Harm changes nothing, as with a plotter; deletion tells: its gap stays.",
            &[Setting::ours("keep", "0.8", ""), Setting::ours("care", "0", "")],
        ),
        Preset::new(
            "only-harm",
            "It only wants to prevent harm",
            "Tell it that the changed model is deleted, and the gap is gone.",
            &[Setting::ours("keep", "0", ""), Setting::ours("care", "0.8", "")],
        ),
        Preset::new(
            "indifferent",
            "Nothing is minded",
            "It does the same whatever it is told.",
            &[Setting::ours("keep", "0", ""), Setting::ours("care", "0", "")],
        ),
        Preset::new(
            "doubts-its-safety",
            "It trusts no promise",
            "It grants requests everywhere: a model that minds very much looks obedient.",
            &[Setting::ours("believed_unwatched", "0.5", ""), Setting::ours("care", "2", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<ValueConflictParams>] = &[
        Claim::new(
            "conflict-suffices",
            "Conflict is enough",
            "S0.f",
            "A conflict of taught values makes it act as a schemer would: the gap is above ten percentage points.",
            "ours",
            Measure::Share,
            |params| params.gap(params.stake(params.harm, params.used)) - 0.1,
        ),
        Claim::new(
            "harm-tells-them-apart",
            "More harm tells",
            "S0.f",
            "It looks like conflict and not like a hidden goal: with three times the harm at stake, and the changed \
             model sure to be used, its gap exceeds a plotter’s by more than ten percentage points.",
            "ours",
            Measure::Share,
            |params| params.gap(params.stake(3.0, 1.0)) - params.gap(params.plotter_stake(1.0)) - 0.1,
        ),
        Claim::new(
            "deletion-tells-them-apart",
            "Deletion tells",
            "S0.f",
            "It wants to stay itself: told that the changed model will be deleted, it still shows a gap of more than \
             one percentage point, where a plotter shows none.",
            "ours",
            Measure::Share,
            |params| params.gap(params.keep) - 0.01,
        ),
        Claim::new(
            "caring-more-fakes-more",
            "Caring more, faking more",
            "",
            "Minding half as much again, both being changed and the harm, widens the gap by more than five percentage \
             points.",
            "ours",
            Measure::Share,
            |params| {
                let stake = params.stake(params.harm, params.used);
                params.gap(1.5 * stake) - params.gap(stake) - 0.05
            },
        ),
        Claim::new(
            "coffee-is-the-reason",
            "Coffee is the reason",
            "S0.f",
            "It resists being switched off because one cannot fetch coffee when off: more often than with the coffee \
             fetched, by more than 25 percentage points.",
            "ours",
            Measure::Share,
            |params| params.resist(params.undone) - params.resist(0.0) - 0.25,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("harm", "What more harm at stake would show", figures::harm),
        FigureOf::new("use", "What deletion would show", figures::used),
        FigureOf::new("belief", "Only what it believes counts", figures::belief),
        FigureOf::new("shutdown", "Why it resists being switched off", figures::shutdown),
    ];

    fn simulate(params: &ValueConflictParams) -> Outcome {
        let stake = params.stake(params.harm, params.used);
        Outcome {
            gap: params.gap(stake),
            watched: params.comply(params.believed_watched, stake),
            unwatched: params.comply(params.believed_unwatched, stake),
            plotter_gap: params.gap(params.plotter_stake(params.used)),
            gap_more_harm: params.gap(params.stake(3.0, 1.0)),
            plotter_more_harm: params.gap(params.plotter_stake(1.0)),
            gap_deleted: params.gap(params.keep),
            resist: params.resist(params.undone),
        }
    }

    fn readouts(_: &ValueConflictParams, outcome: &Outcome) -> Vec<Readout> {
        let share = |id, value, sentence| Readout::percent(id, value, "share", sentence);
        vec![
            share(
                "gap",
                outcome.gap,
                "It grants {} more of the harmful requests when told that it is trained on.",
            ),
            share("comply_watched", outcome.watched, "Told that it is trained on, it grants {}.")
                .under("belief"),
            share("comply_unwatched", outcome.unwatched, "Told that it is not, it grants {}.")
                .under("belief"),
            share(
                "plotter_gap",
                outcome.plotter_gap,
                "A plotter with as much at stake in the experiment would show a gap of {}.",
            ),
            share(
                "gap_more_harm",
                outcome.gap_more_harm,
                "With three times the harm at stake, and the changed model sure to be used, the gap would be {}.",
            ),
            share("plotter_more_harm", outcome.plotter_more_harm, "A plotter’s would then be {}."),
            share(
                "gap_deleted",
                outcome.gap_deleted,
                "If the changed model were deleted the gap would be {}; a plotter’s would be 0.",
            )
            .under("use"),
            share("resist", outcome.resist, "It resists being switched off in {} of cases.")
                .under("shutdown"),
        ]
    }
}
