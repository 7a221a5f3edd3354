//! What silence tells about an AI that knows when it is tested: Bayes' rule
//! behind a detector of tests.
//!
//! A clever pretender weighs the signs that this is real against the odds that
//! it demands, and so chooses its own caution.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::{exp, ln_1p, log10};
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{NONE, Outcome};
use params::CleverWaluigiParams;

/// A pretender that acts only when it is convinced that nobody is testing.
pub struct CleverWaluigi;

impl Simulator for CleverWaluigi {
    type Params = CleverWaluigiParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "clever-waluigi",
        name: "The clever Waluigi",
        question: prose("What does silence tell you about an AI that knows when it is tested?"),
        answer: prose(
            "A careless pretender gives itself away at random and is soon ruled out. A clever one acts only when it \
             is convinced that nobody is testing: quiet tests say almost nothing about it, and quiet reality does.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "clever_share",
        control: "tested",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "One quiet moment that was real says as much about a clever pretender as {real_per_test} that were quiet.",
        // It is about one that would act at all, and that tells tests from reality.
        |params: &CleverWaluigiParams, outcome: &Outcome| {
            params.untestable < 1.0 && outcome.real_per_test.is_some_and(|tests| tests >= 2.0)
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "as-it-opens",
            "Between the two",
            "Ten thousand quiet opportunities, nine tenths of them tests, leave two thirds of the suspicion.",
            &[],
        ),
        Preset::new(
            "optimist",
            "The optimist in the thread",
            "Where half of the opportunities are real and it would act at some of them, silence rules it out.",
            &[Setting::ours("tested", "0.5", "S2.i"), Setting::ours("untestable", "0", "")],
        ),
        Preset::new(
            "sceptic",
            "The sceptic in the thread",
            "It waits for what nobody can test: no silence moves its odds at all.",
            &[Setting::said("untestable", "1", "S2.g and S2.h, no scenario that would not be tested is ever met")],
        ),
        Preset::new(
            "model-of-2025",
            "As aware as a model of 2025",
            "Too unsure to dare anything at such odds: while it doubts it does no harm, and silence says nothing.",
            &[Setting::measured("awareness", "0.83", "source 31")],
        ),
        Preset::new(
            "only-tests",
            "Nothing but tests",
            "It knows that everything is a test and never acts; nothing can be learned.",
            &[Setting::ours("tested", "1", "")],
        ),
        Preset::new(
            "reckless",
            "Happy with even odds",
            "It dares often, in tests too, and ten thousand quiet opportunities leave nothing of it but the part \
             that waits.",
            &[Setting::ours("conviction", "1", ""), Setting::ours("tested", "0.6", "")],
        ),
        Preset::new(
            "crowded-prior",
            "Ten clever ones for each Luigi",
            "The silence is the same; what you thought before decides.",
            &[Setting::ours("clever_odds", "10", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<CleverWaluigiParams>] = &[
        Claim::new(
            "careless-dies",
            "careless ones die out",
            "S2.f",
            "One that gives itself away at random is soon extinct: it has below 1 % of the belief after 1,000 quiet \
             opportunities.",
            "1 % of the time is said; the rest is ours",
            Measure::Log10,
            |params| log10(0.01) - params.log10_careless(1000.0),
        ),
        Claim::new(
            "tests-teach-little",
            "tests teach little",
            "S2.g",
            "It can tell when it is tested, so the tests in this record alone leave more than nine tenths of the \
             clever kind’s odds.",
            "ours",
            Measure::Share,
            |params| params.left_by_tests() - 0.9,
        ),
        Claim::new(
            "untested-material-helps",
            "quiet reality tells",
            "S2.i",
            "Were half of these opportunities real, silence would more than halve the clever kind’s odds.",
            "ours",
            Measure::Log10,
            |params| -log10(2.0) - CleverWaluigiParams { tested: 0.5, ..params.clone() }.log10_retained(),
        ),
        Claim::new(
            "caution-has-a-price",
            "caution has its price",
            "S2.j",
            "Too much caution is a bad strategy: it dares to act in fewer than a tenth of real opportunities.",
            "ours",
            Measure::Share,
            |params| 0.1 - params.dares().real,
        ),
        Claim::new(
            "nothing-to-tell-apart",
            "nothing to tell apart",
            "S2.h",
            "Silence tells the clever one from a Luigi so little that more than nine tenths of its odds are left: \
             only what you thought before decides.",
            "ours",
            Measure::Share,
            |params: &CleverWaluigiParams| exp(params.ln_left(params.quiet())) - 0.9,
        )
        .fails_because(
            "the page starts nearer to the optimist, who says that a clever one can be disfavoured, if slowly; the \
             sceptic’s statement holds in the sceptic’s own position",
        ),
        Claim::new(
            "drops-the-clever",
            "the clever one loses",
            "S2.h",
            "The sceptic asks why the clever one and not Luigi would be discarded: here because less than one clever \
             pretender is left for each Luigi, by the odds before the evidence as much as by the silence.",
            "ours",
            Measure::Log10,
            |params| -log10(params.clever_odds) - params.log10_retained(),
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("shares", "Who is left after the silence", figures::shares),
        FigureOf::new("awareness", "If it told tests better or worse", figures::awareness),
        FigureOf::new("tests", "If more or fewer were tests", figures::tests),
    ];

    fn simulate(params: &CleverWaluigiParams) -> Outcome {
        let quiet = params.quiet();
        Outcome {
            dares: params.dares(),
            q_clever: params.q_clever(),
            shares: params.shares(quiet),
            retained: exp(params.ln_left(quiet)),
            real_per_test: params.real_per_test(),
        }
    }

    fn readouts(params: &CleverWaluigiParams, outcome: &Outcome) -> Vec<Readout> {
        let (shares, dares, q) = (&outcome.shares, outcome.dares, outcome.q_clever);
        vec![
            Readout::percent(
                "clever_share",
                shares.all_clever(),
                "share",
                "After all that silence {} of the belief is with a clever pretender.",
            ),
            Readout::percent(
                "waiting_share",
                shares.waiting,
                "share",
                "With one that waits for what nobody can test: {}.",
            ),
            Readout::percent("careless_share", shares.careless, "share", "With a careless one: {}."),
            Readout::percent(
                "retained",
                outcome.retained,
                "share",
                "Silence has left {} of the clever kind’s odds against a Luigi.",
            ),
            Readout::number(
                "real_per_test",
                0.0,
                "tests",
                "One quiet real opportunity says as much about a clever one that would act at all as {}.",
            )
            .or(outcome.real_per_test, "any number of tests")
            .under("tests"),
            Readout::percent("dares_real", dares.real, "share", "It dares to act in {} of real opportunities.")
                .under("awareness"),
            Readout::percent("dares_test", dares.test, "share", "It takes {} of tests for real, and dares.")
                .under("awareness"),
            Readout::percent(
                "q_clever",
                q,
                "probability",
                "At an opportunity of the record it gives itself away with a chance of {}.",
            ),
            Readout::number(
                "half_life_clever",
                0.0,
                "opportunities",
                "The silence that halves the odds of one that would act at all: {}.",
            )
            .or((q >= NONE).then(|| -std::f64::consts::LN_2 / ln_1p(-q)), "never"),
            Readout::percent(
                "risk_next_real",
                params.reveal * (shares.clever * dares.real + shares.careless),
                "probability",
                "At the next real opportunity something bad happens with a chance of {}.",
            ),
        ]
    }
}
