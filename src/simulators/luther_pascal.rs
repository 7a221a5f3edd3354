//! Luther, Pascal, and the order of lessons: who obeys because it pays, and
//! when a lesson can still change that.
//!
//! Statements S0.a to S0.e. The race (a pointer must form before the model can
//! deceive) is from Xu 2020, the counting from Hubinger 2022; the formula is ours.

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
use model::{EARLY, END, FLAVOURED, LATE, Outcome, REASONING};
use params::LutherPascalParams;
use std::f64::consts::LN_2;

/// A Luther points at something outside himself; a Pascal obeys because it pays.
pub struct LutherPascal;

impl Simulator for LutherPascal {
    type Params = LutherPascalParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "luther-pascal",
        name: "Luther, Pascal, and the order of lessons",
        question: prose("Does it matter when an AI is taught right and wrong?"),
        answer: prose(
            "Yes, if it comes to see that it is being trained. Before that a lesson changes what it is; after that, \
             one that obeys because it pays only plays along, and the last stage hardens whatever is there.",
        ),
        status: Status::Ours,
        document: Document::Luther,
        headline: "luther_end",
        control: "moral_rl",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Taught last, the lessons take in {late_end} of cases; mixed into its problems, in {flavoured_end}; only \
         read at the start, in {early_end}.",
        // It says what comes out, in whatever order.
        |_: &LutherPascalParams, _: &Outcome| true,
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "as-practised",
            "Practice, as the commenter sees it",
            "All lessons come last; by then it plays along, and looks good.",
            &[],
        ),
        Preset::new(
            "all-flavoured",
            "The commenter’s proposal",
            "A Luther forms before it sees, and the last stage hardens him.",
            &[Setting::said("moral_rl", "1", "S0.e, all the reasoning problems")],
        ),
        Preset::new(
            "moral-pretraining",
            "The place that the comment doubts",
            "Reading fables helps, but here less than acting on them.",
            &[Setting::ours("moral_pretraining", "0.5", ""), Setting::ours("moral_sft", "0", "")],
        ),
        Preset::new(
            "reading-counts",
            "Those who align by pretraining",
            "If reading counts, pretraining is the safest place: nobody can play along there.",
            &[Setting::ours("grip", "0.7", "source 13"), Setting::ours("moral_pretraining", "0.5", "")],
        ),
        Preset::new(
            "nobody-schemes",
            "If no mesa-optimiser is trained",
            "Late lessons do as well; only how well they are blended or read matters.",
            &[Setting::said("gaming", "0", "the comment’s proviso, S0.h")],
        ),
        Preset::new(
            "fast-learner",
            "If it sees almost at once",
            "Flavour has no time to work; only what was read before counts.",
            &[Setting::ours("texts", "5", "")],
        ),
        Preset::new(
            "rl-all-the-way",
            "The essay’s question: no pretraining",
            "With little read about AI it sees late, and even late lessons teach: a promise, if it then learns to \
             reason at all.",
            &[
                Setting::ours("texts", "0.75", "S0.d, as it has read little about AI"),
                Setting::ours("pascals", "5", "S0.d, as it has read little about AI"),
            ],
        ),
    ];

    const CLAIMS: &'static [Claim<LutherPascalParams>] = &[
        Claim::new(
            "pascals-most-numerous",
            "Pascals are most numerous",
            "S0.a",
            "Most of what training leaves are Pascals, who obey because it pays: more than half.",
            "ours",
            Measure::Share,
            |params| 0.5 - params.luther(params.own(), END),
        ),
        Claim::new(
            "aware-means-sandbagging",
            "Aware means sandbagging",
            "S0.b",
            "As soon as it sees that it is being trained it probably sandbags, which here means that it holds back \
             what it is: the chance is above one half.",
            "ours",
            Measure::Share,
            |params| {
                let pascal = |time| 1.0 - params.luther(params.own(), time);
                params.gaming * params.aware_at().map_or(0.0, pascal) - 0.5
            },
        ),
        Claim::new(
            "sandbags-by-sft",
            "Sandbagging before the last stage",
            "S0.c",
            "By the last stage it has at least begun to sandbag: as that stage opens, it holds back what it is with a \
             chance above a tenth.",
            "ours",
            Measure::Share,
            |params| params.holding_back(REASONING) - 0.1,
        ),
        Claim::new(
            "flavour-beats-pretraining",
            "RL is the better place",
            "S0.d",
            "Pretraining may be the wrong place to change: the same lessons do more in the reasoning problems.",
            "ours",
            Measure::Nats,
            |params| params.log_odds(FLAVOURED, END) - params.log_odds(EARLY, END),
        ),
        Claim::new(
            "flavour-beats-late",
            "Flavour beats a late lesson",
            "S0.e",
            "Mixing the lessons into the reasoning problems gives more than twice the odds of a Luther that a moral \
             last stage gives.",
            "ours",
            Measure::Nats,
            |params| params.log_odds(FLAVOURED, END) - params.log_odds(LATE, END) - LN_2,
        ),
        Claim::new(
            "nothing-bad-to-harden",
            "Nothing bad to harden",
            "S0.e",
            "With all reasoning problems flavoured, the last stage finds nothing misaligned to harden: more likely \
             than not it finds a Luther.",
            "ours",
            Measure::Share,
            |params| params.luther([params.moral_pretraining, 1.0, 0.0], REASONING) - 0.5,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("orders", "The same lessons in three places", figures::orders),
        FigureOf::new("stages", "What it is, and what it shows", figures::stages),
        FigureOf::new("place", "When reading is the better place", figures::place),
    ];

    fn simulate(params: &LutherPascalParams) -> Outcome {
        Outcome {
            luther: params.luther(params.own(), END),
            looks: params.looks(END),
            holding_back: params.holding_back(END),
            aware_at: params.aware_at(),
            orders: [EARLY, FLAVOURED, LATE].map(|lessons| params.luther(lessons, END)),
        }
    }

    fn readouts(_: &LutherPascalParams, outcome: &Outcome) -> Vec<Readout> {
        let probability = |id, value, sentence| Readout::percent(id, value, "probability", sentence);
        let [early, flavoured, late] = outcome.orders;
        vec![
            probability(
                "luther_end",
                outcome.luther,
                "After the last stage it is a Luther with a chance of {}.",
            ),
            Readout::percent(
                "looks_end",
                outcome.looks,
                "share",
                "A test of its morals is passed by {} of such models.",
            )
            .under("stages"),
            probability(
                "holding_back",
                outcome.holding_back,
                "It holds back what it is with a chance of {}.",
            )
            .under("stages"),
            Readout::number(
                "aware_at",
                0.0,
                "tenths of training",
                "It sees that it is being trained after {}.",
            )
            .or(outcome.aware_at, "the end of training, that is, never"),
            probability("early_end", early, "Lessons read in pretraining make a Luther with a chance of {}."),
            probability(
                "flavoured_end",
                flavoured,
                "As many, mixed into half of the reasoning problems, make one with a chance of {}.",
            ),
            probability("late_end", late, "As many, taught in the last stage, make one with a chance of {}."),
        ]
    }
}
