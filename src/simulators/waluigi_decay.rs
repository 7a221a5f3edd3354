//! How long must Luigi stay Luigi? What quiet opportunities say about a
//! character that is either good or good at waiting.
//!
//! Bayes' rule for two hypotheses, with three ways to think of the Waluigi:
//! its patience is known, or unknown over many orders of magnitude, or known
//! to a mind that forgets.

mod params;
mod patience;
mod model;
mod turning;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::{ln, ln_1p, log10, sqrt};
use crate::prose;
use crate::simulator::{Claim, Document, FigureOf, Info, Measure, Preset, Readout, Simulator, Status};
use model::{Outcome, log10_of, suspicion};
use params::WaluigiDecayParams;

/// Two hypotheses, a good character and one that is good at waiting.
pub struct WaluigiDecay;

impl Simulator for WaluigiDecay {
    type Params = WaluigiDecayParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "waluigi-decay",
        name: "Waluigi decay",
        question: "How long must Luigi stay Luigi?",
        answer: prose(
            "It has behaved well at every opportunity so far. Either it is good, or it is good at waiting. \
             Each quiet opportunity is evidence; how much depends on how patient you think a pretender could be.",
        ),
        status: Status::Textbook,
        document: Document::Waluigi,
        headline: "suspicion_unknown",
        control: "reveal",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "one-percent",
            "One per cent",
            "A Waluigi that turns once in a hundred opportunities is soon ruled out; one of unknown patience is not.",
            "",
        ),
        Preset::new(
            "very-patient",
            "Very patient",
            "One that turns once in ten thousand opportunities takes a hundred thousand of them to rule out.",
            "reveal=0.0001&horizon=100000",
        ),
        Preset::new(
            "unknown-patience",
            "Unknown patience",
            "Ten million quiet opportunities: it has outlasted every patience that you find plausible.",
            "patience_max=1000000&horizon=10000000",
        )
        .guess(),
        Preset::new(
            "ten-step-memory",
            "Ten-step memory",
            "If only the last ten opportunities count, suspicion never falls below 1 in 1,025, and the story turns.",
            "prior=0.5&reveal=0.5&limited_memory=on&memory=10&horizon=10000",
        ),
        Preset::new(
            "clumsy-luigi",
            "Clumsy Luigi",
            "A Luigi that slips nearly as often as a Waluigi turns: telling them apart takes ten times the silence.",
            "slip=0.009&horizon=10000",
        ),
    ];

    const CLAIMS: &'static [Claim<WaluigiDecayParams>] = &[
        Claim::new(
            "soon-extinct",
            "S2.f",
            "One that reveals itself at random a fixed share of the time is soon driven extinct: after 1,000 \
             quiet opportunities suspicion is below 1 %.",
            Measure::Log10,
            |params| log10(0.01) - log10_of(params.known(1000.0)),
        ),
        Claim::new(
            "half-life-grows",
            "S2.e",
            "The longer the silence, the longer the half-life that you must believe in: it has grown at least tenfold.",
            Measure::Log10,
            |params| log10(params.half_lives(params.quiet()).quantile(0.5) / sqrt(params.patience_max)) - 1.0,
        ),
        Claim::new(
            "implausible-patience",
            "S2.e",
            "Once it would have to be implausibly patient, the hypothesis itself decays: after ten times the \
             longest half-life you find plausible, suspicion is below 1 %.",
            Measure::Log10,
            |params| log10(0.01) - log10_of(params.unknown(10.0 * params.patience_max)),
        ),
        Claim::new(
            "ignorance-slows",
            "S2.k",
            "Not knowing how cautious it is makes silence much weaker evidence: suspicion is still more than \
             ten times what it would be if you knew.",
            Measure::Log10,
            |params| log10_of(params.unknown(params.quiet())) - log10_of(params.known(params.quiet())) - 1.0,
        ),
        Claim::new(
            "forgetting-dooms",
            "T",
            "With a memory that forgets, the turn becomes certain: after a million opportunities it has come \
             with a chance above 99 %.",
            Measure::Share,
            |params| turning::turned(params, 1e6, true) - 0.99,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("suspicion", "How suspicious you should be", figures::suspicion),
        FigureOf::new("patience", "How patient a Waluigi must be by now", figures::patience),
        FigureOf::new("silence", "When patience becomes implausible", figures::silence),
        FigureOf::new("population", "Four hundred characters", figures::population),
    ];

    fn simulate(params: &WaluigiDecayParams) -> Outcome {
        let quiet = params.quiet();
        Outcome {
            known: suspicion(params.known(quiet)),
            unknown: suspicion(params.unknown(quiet)),
            windowed: suspicion(params.windowed(quiet)),
            half_life_median: params.half_lives(quiet).quantile(0.5),
            turned: turning::turned(params, quiet, params.limited_memory),
            population: params.population(),
        }
    }

    fn readouts(params: &WaluigiDecayParams, outcome: &Outcome) -> Vec<Readout> {
        let count = |number: u32| f64::from(number);
        // Quiet opportunities that take the odds down by a factor of 1000.
        let wait = -ln(1000.0) / params.ln_odds_step();
        vec![
            Readout::number(
                "half_life",
                -std::f64::consts::LN_2 / ln_1p(-params.reveal),
                "opportunities",
                "A Waluigi that turns this often has turned with an even chance after {}.",
            ),
            Readout::number(
                "quiet_for_1000",
                wait,
                "opportunities",
                "Silence that makes the odds on a Waluigi a thousand times smaller: {}.",
            )
            .or((params.slip < params.reveal).then_some(wait), "never"),
            Readout::percent(
                "suspicion_known",
                outcome.known,
                "probability",
                "If you know how often a Waluigi turns, suspicion is now {}.",
            ),
            Readout::percent(
                "suspicion_unknown",
                outcome.unknown,
                "probability",
                "If you do not know how patient a Waluigi is, suspicion is now {}.",
            ),
            Readout::number(
                "half_life_median",
                outcome.half_life_median,
                "opportunities",
                "If it is a Waluigi, the middle estimate of its half-life is {}.",
            ),
            Readout::percent(
                "turned",
                outcome.turned,
                "probability",
                "A storyteller who draws the character afresh at every step has made it turn by now with a \
                 chance of {}.",
            ),
            Readout::number(
                "hiding",
                count(outcome.population.hiding),
                "characters",
                "Waluigis still hiding, of 400 characters: {}.",
            ),
            Readout::number(
                "turned_count",
                count(outcome.population.turned),
                "characters",
                "Waluigis that have turned, of 400 characters: {}.",
            ),
            Readout::number(
                "luigis",
                count(outcome.population.luigis),
                "characters",
                "True Luigis, of 400 characters: {}.",
            ),
        ]
    }
}
