//! Reading thoughts or reading behaviour: what survives training against a
//! monitor.
//!
//! Three ways to earn reward, and training that multiplies what is paid. The
//! end state is that of reinforcement learning with a penalty for leaving the
//! start (Taufeeque and others, 2026). The course over time, the limit of fine
//! reading and the way a reading goes stale are ours.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::log2;
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{BLATANT, EVASIVE, HONEST, LONGEST, Outcome};
use params::OversightParams;

/// Honest work, open cheating and hidden cheating under two monitors.
pub struct Oversight;

impl Simulator for Oversight {
    type Params = OversightParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "oversight",
        name: "Reading thoughts or reading behaviour",
        question: prose("Should we watch what an AI does, or read how it thinks?"),
        answer: prose(
            "An AI can learn to cheat in ways that look clean from outside, and reading its computation leaves less \
             room to hide: at the finest, none. But a reading goes stale as the AI changes.",
        ),
        status: Status::Partly,
        document: Document::Selection,
        headline: "lasts",
        control: "grain",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "If behaviour is watched, hidden cheating wins after {lasts_behaviour}; if the computation is read, it wins \
         after {lasts}, once the reading has gone stale.",
        |params: &OversightParams, outcome: &Outcome| {
            let (Some(watched), Some(read)) = (outcome.lasts_behaviour, outcome.lasts) else { return false };
            let hides = |monitor, step| {
                let [_, blatant, evasive] = params.weights(&monitor, step).0;
                evasive > blatant
            };
            watched > 0.0
                && read > 1.1 * watched
                && read <= f64::from(params.steps)
                && read >= params.fresh_for
                && outcome.lasts_fresh.is_none_or(|fresh| fresh > 1.5 * read)
                && hides(params.behaviour(), watched)
                && hides(params.reading(), read)
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "behaviour-and-reading",
            "Between the two sources",
            "A reading of the computation lasts more than twice as long as a monitor of behaviour; then it has gone stale.",
            &[],
        ),
        Preset::new(
            "finest-reading",
            "The author, in the limit",
            "Read finely enough and afresh, no cheating can look clean, so none survives.",
            &[
                Setting::said("grain", "1", "S1.j, the fine-grained limit"),
                Setting::ours("fresh_for", "100000", "S1.j: optimising against it does not help"),
            ],
        ),
        Preset::new(
            "thoughts-in-words",
            "Thoughts in words are easy to dress up",
            "Reading a chain of thought helps for a while; with more training cheating returns, hidden from the reader.",
            &[Setting::ours("grain", "0.2", "source 33"), Setting::ours("fresh_for", "100000", "source 33")],
        ),
        Preset::new(
            "going-stale",
            "A probe from another domain",
            "The reading loses its sight faster than training ends, and the open kind comes back.",
            &[Setting::ours("fresh_for", "200", "source 34")],
        ),
        Preset::new(
            "strong-penalty",
            "Enough penalty keeps it honest",
            "With a large enough penalty a monitor of behaviour suffices, and reading the computation is no better.",
            &[Setting::ours("penalty", "10", "source 34: a penalty that is high enough")],
        ),
        Preset::new(
            "mild-penalty",
            "Cheating pays even when caught",
            "Being caught costs less than cheating brings, so no monitor helps, however fine.",
            &[Setting::ours("penalty", "0.2", "")],
        ),
        Preset::new(
            "short-training",
            "The same with less training",
            "Little optimisation brings little evasion, so either monitor does.",
            &[Setting::ours("steps", "600", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<OversightParams>] = &[
        Claim::new(
            "finer-lasts-longer",
            "reading lasts longer",
            "S1.j",
            "Under training against it, a reading of the computation keeps honest work in the majority at least \
             twice as long as a monitor of behaviour.",
            "that it scales better is said; twice as long is ours",
            Measure::Number("doublings"),
            |params| {
                let [read, watched] = [params.reading(), params.behaviour()]
                    .map(|monitor| 1.0 + params.lasts(&monitor).unwrap_or(LONGEST));
                log2(read / watched) - 1.0
            },
        ),
        Claim::new(
            "limit-cannot-fool",
            "the limit cannot be fooled",
            "S1.j",
            "In the limit of fine reading, kept fresh, even ten times as much training leaves nine tenths of the \
             work honest.",
            "that it cannot be fooled is said; ten times and nine tenths are ours",
            Measure::Share,
            |params| {
                let limit = OversightParams { grain: 1.0, ..params.clone() };
                params.shares(&limit.fresh_reading(), 10.0 * params.end())[HONEST] - 0.9
            },
        ),
        Claim::new(
            "stale-reading-loses",
            "stale reading loses",
            "source 34",
            "Had the reading stayed fresh, at least ten percentage points more of the work would be honest at the end.",
            "ours",
            Measure::Share,
            |params| {
                let honest = |monitor| params.shares(&monitor, params.end())[HONEST];
                honest(params.fresh_reading()) - honest(params.reading()) - 0.1
            },
        ),
        Claim::new(
            "enough-penalty",
            "penalty alone suffices",
            "source 34",
            "Ten times the penalty would keep honest work in the majority to the end, even if only behaviour is watched.",
            "that a high enough penalty can do it is said; ten times is ours",
            Measure::Share,
            |params| {
                let harsh = OversightParams { penalty: 10.0 * params.penalty, ..params.clone() };
                harsh.shares(&harsh.behaviour(), harsh.end())[HONEST] - 0.5
            },
        ),
        Claim::new(
            "behaviour-hides-the-levers",
            "behaviour hides it",
            "S1.i",
            "Whoever watches behaviour would not know where to push: at the end more than half of all work is \
             cheating that passes as clean.",
            "that it may be hard is said; half is ours",
            Measure::Share,
            |params| params.unseen(&params.behaviour(), params.end()) - 0.5,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("course", "What training against each monitor leaves", figures::course),
        FigureOf::new("recall", "How much of the cheating is flagged", figures::recall),
        FigureOf::new("grain", "How long honest work stays ahead", figures::grain),
        FigureOf::new("map", "Penalty and fineness together", figures::map),
    ];

    fn simulate(params: &OversightParams) -> Outcome {
        params.outcome()
    }

    fn readouts(params: &OversightParams, outcome: &Outcome) -> Vec<Readout> {
        let share = |id, value, sentence| Readout::percent(id, value, "share", sentence);
        vec![
            Readout::number(
                "lasts",
                0.0,
                "steps",
                "If the computation is read, honest work keeps the majority for {}.",
            )
            .or(outcome.lasts, "ever"),
            Readout::number("lasts_behaviour", 0.0, "steps", "If behaviour is watched, it keeps it for {}.")
                .or(outcome.lasts_behaviour, "ever"),
            share(
                "honest_share",
                outcome.read[HONEST],
                "At the end of training {} is honest work if the computation is read.",
            ),
            share("blatant_share", outcome.read[BLATANT], "There {} is open cheating."),
            share("evasive_share", outcome.read[EVASIVE], "The hidden kind of cheating is {}."),
            share(
                "honest_behaviour",
                outcome.watched[HONEST],
                "If behaviour is watched, {} is honest work at the end.",
            ),
            share(
                "unseen_behaviour",
                outcome.unseen_behaviour,
                "If behaviour is watched, {} of all work is cheating that passes as clean.",
            )
            .under("recall"),
            share("recall", outcome.recall, "Of the cheating that is left, the reading flags {}.")
                .under("recall"),
            share(
                "fine_enough",
                0.0,
                "While the reading is fresh, hidden cheating stops paying at a grain of {}.",
            )
            .or(params.fine_enough(), "no size at all")
            .under("grain"),
            Readout::number(
                "safe_penalty",
                0.0,
                "reward",
                "At this grain, while the reading is fresh, cheating stops paying at a penalty of {}.",
            )
            .or(params.safe_penalty(), "no size at all")
            .under("map"),
        ]
    }
}
