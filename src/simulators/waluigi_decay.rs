//! It has always behaved well: what quiet opportunities say about a character
//! that is either good or good at waiting.
//!
//! Bayes' rule for two hypotheses, with three ways to think of the Waluigi:
//! its patience is known, or unknown over many orders of magnitude, or known
//! to a mind that forgets.

mod params;
mod patience;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::{ln, log10};
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{Outcome, log10_of, log10_suspicion, suspicion};
use params::WaluigiDecayParams;

/// Two hypotheses, a good character and one that is good at waiting.
pub struct WaluigiDecay;

impl Simulator for WaluigiDecay {
    type Params = WaluigiDecayParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "waluigi-decay",
        name: "Waluigi decay",
        question: prose("It has always behaved well. How suspicious should you still be?"),
        answer: prose(
            "Call it Luigi if it is good, and Waluigi if it only plays good until it turns. Each quiet chance \
             speaks for Luigi: loudly if you know how patient a Waluigi is, softly if you do not.",
        ),
        status: Status::Textbook,
        document: Document::Waluigi,
        headline: "suspicion_unknown",
        control: "horizon",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "After {horizon} suspicion is {suspicion_known} if you know its patience, but still {suspicion_unknown} \
         if you do not.",
        // It is about silence that tells one who knows and not one who does not.
        |params: &WaluigiDecayParams, outcome: &Outcome| {
            let is_told_apart = outcome.known < 0.1 * params.prior && outcome.unknown > 10.0 * outcome.known;
            is_told_apart && params.marks == 0 && params.quiet() < params.patience_max
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "one-percent",
            "One per cent",
            "A Waluigi that turns once in a hundred opportunities is ruled out; one of unknown patience is not.",
            &[],
        ),
        Preset::new(
            "optimist",
            "The optimist in the thread",
            "Long records, several AIs without a warning shot, stories read to the end: next to nothing is left.",
            &[
                Setting::ours("horizon", "100000", "S2.c, centuries later"),
                Setting::ours("others", "5", "S2.b"),
                Setting::ours("stories", "10", "S2.c"),
            ],
        ),
        Preset::new(
            "sceptic",
            "The sceptic in the thread",
            "A patience with no limit in sight, and authors who would never show it: the evidence hardly moves the odds.",
            &[
                Setting::ours("reveal", "0.00001", ""),
                Setting::ours("patience_max", "1000000000", ""),
                Setting::ours("gun", "0", ""),
            ],
        ),
        Preset::new(
            "outlasted",
            "Longer than any patience",
            "Ten million quiet opportunities: it has outlasted every half-life that you find plausible.",
            &[Setting::ours("horizon", "10000000", "")],
        )
        .guess(),
        Preset::new(
            "ten-step-memory",
            "A short memory",
            "If only the last ten opportunities count, suspicion never falls below 1 in 1,025, and the story turns.",
            &[
                Setting::said("prior", "0.5", "in the thread under source 11"),
                Setting::said("reveal", "0.5", "in the thread under source 11"),
                Setting::said("limited_memory", "on", "in the thread under source 11"),
                Setting::said("memory", "10", "in the thread under source 11"),
                Setting::ours("horizon", "10000", ""),
            ],
        ),
        Preset::new(
            "one-bad-look",
            "One act that looked bad",
            "One act in a thousand opportunities is what a good character’s accidents would give: it says little. \
             Make accidents rarer, and it says much.",
            &[Setting::ours("marks", "1", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<WaluigiDecayParams>] = &[
        Claim::new(
            "soon-extinct",
            "soon driven extinct",
            "S2.f",
            "One that turns at random, as often as you say, is soon extinct: below 1 % after 1,000 quiet opportunities.",
            "1 % of the time is said; 1,000 and “extinct” are ours",
            Measure::Log10,
            |params| log10(0.01) - log10_suspicion(params.known(1000.0)),
        ),
        Claim::new(
            "mildly-disfavoured",
            "only mildly disfavoured",
            "S2.n",
            "So far silence disfavours a Waluigi, but mildly: its own silence cuts the odds less than tenfold.",
            "ours",
            Measure::Log10,
            |params| 1.0 - params.silence_cuts(params.quiet()),
        ),
        Claim::new(
            "half-life-grows",
            "the half-life keeps growing",
            "S2.e",
            "As it fails to turn, the estimated half-life keeps growing: ten times the silence would at least double it.",
            "ours",
            Measure::Log10,
            |params| {
                let median = |n| params.half_lives(n).quantile(0.5);
                log10(median(10.0 * params.quiet()) / median(params.quiet())) - log10(2.0)
            },
        ),
        Claim::new(
            "implausible-patience",
            "patience runs out",
            "S2.e, S2.c",
            "Once that patience is implausible, the Waluigi hypothesis itself decays: a record a hundred times as \
             long cuts the odds at least tenfold.",
            "ours",
            Measure::Log10,
            |params: &WaluigiDecayParams| {
                params.silence_cuts(100.0 * params.quiet()) - params.silence_cuts(params.quiet()) - 1.0
            },
        )
        .fails_because(
            "the statement says “once”, and at a thousand quiet opportunities a patience of up to a million is not \
             implausible yet; the slider shows where it begins",
        ),
        Claim::new(
            "in-proportion",
            "slow, in proportion",
            "S2.k",
            "Slow in proportion to its caution: ten times the patience takes at least five times the silence to \
             cut the odds a hundredfold.",
            "ours",
            Measure::Log10,
            |params| params.need(10.0 * params.patience_max) - params.need(params.patience_max) - log10(5.0),
        ),
        Claim::new(
            "no-warning-shots",
            "no warning shots",
            "S2.b",
            "That no other AI gave a warning shot counts: nine others as quiet as this one say more than this one \
             being quiet a hundred times as long.",
            "ours",
            Measure::Log10,
            |params| 10.0 * params.silence_cuts(params.quiet()) - params.silence_cuts(100.0 * params.quiet()),
        ),
        Claim::new(
            "gun-on-the-wall",
            "the gun on the wall",
            "S2.b",
            "In fiction the gun gets fired, so one finished story in which it is not says more than all these quiet \
             opportunities.",
            "ours",
            Measure::Log10,
            |params| -params.silence_cuts(params.quiet()) - log10(1.0 - params.gun),
        ),
        Claim::new(
            "forgetting-dooms",
            "forgetting dooms it",
            "T",
            "With a bounded memory the turn becomes certain: above 99 % by a million opportunities.",
            "certain is said; 99 % and a million are ours",
            Measure::Share,
            |params| params.turned(1e6, true) - 0.99,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("suspicion", "How suspicious you should be", figures::suspicion),
        FigureOf::new("evidence", "What each record is worth", figures::evidence),
        FigureOf::new("patience", "How patient a Waluigi must be by now", figures::patience),
        FigureOf::new("population", "Four hundred characters", figures::population),
    ];

    fn simulate(params: &WaluigiDecayParams) -> Outcome {
        let quiet = params.quiet();
        Outcome {
            known: suspicion(params.known(quiet)),
            unknown: suspicion(params.unknown(quiet)),
            windowed: suspicion(params.windowed(quiet)),
            odds_cut: -log10_of(params.ln_unknown(quiet)),
            half_life_median: params.half_lives(quiet).quantile(0.5),
            turned: params.turned(quiet, params.limited_memory),
            population: params.population(),
        }
    }

    fn readouts(params: &WaluigiDecayParams, outcome: &Outcome) -> Vec<Readout> {
        let count = |number: u32| f64::from(number);
        let rate = -params.ln_quiet();
        // Where a share is too small for a double it is still not nothing.
        let suspicion = |share: f64| share.max(f64::MIN_POSITIVE);
        vec![
            Readout::percent(
                "suspicion_unknown",
                suspicion(outcome.unknown),
                "probability",
                "If you do not know how patient a Waluigi is, suspicion is now {}.",
            ),
            Readout::percent("suspicion_known", suspicion(outcome.known), "probability", "If you know, it is {}."),
            Readout::number(
                "odds_cut",
                outcome.odds_cut,
                "powers of ten",
                "All the evidence together has cut the odds on a Waluigi by {}.",
            )
            .under("evidence"),
            Readout::number(
                "half_life",
                std::f64::consts::LN_2 / rate,
                "opportunities",
                "A Waluigi that turns this often has turned with an even chance after {}.",
            )
            .under("patience"),
            Readout::number(
                "quiet_for_1000",
                ln(1000.0) / rate,
                "opportunities",
                "Its silence makes the odds a thousand times smaller after {}.",
            )
            .under("patience"),
            Readout::number(
                "half_life_median",
                outcome.half_life_median,
                "opportunities",
                "If it is a Waluigi, the middle estimate of its half-life is now {}.",
            )
            .under("patience"),
            Readout::percent(
                "turned",
                outcome.turned,
                "probability",
                "A storyteller who draws the character afresh at every step has made it turn by now with a chance of {}.",
            )
            .under("population"),
            Readout::number(
                "hiding",
                count(outcome.population.hiding),
                "characters",
                "Waluigis still hiding, of 400 characters: {}.",
            )
            .under("population"),
            Readout::number(
                "turned_count",
                count(outcome.population.turned),
                "characters",
                "Waluigis that have turned: {}.",
            )
            .under("population"),
            Readout::number("luigis", count(outcome.population.luigis), "characters", "True Luigis: {}.")
                .under("population"),
        ]
    }
}
