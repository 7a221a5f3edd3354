//! How long must Luigi stay Luigi? What quiet opportunities say about a
//! character that is either good or good at waiting.
//!
//! Bayes' rule for two hypotheses, with three ways to think of the Waluigi:
//! its patience is known, or unknown over many orders of magnitude, or known
//! to a mind that forgets.

mod captions;
mod patience;
mod turning;

#[cfg(test)]
mod tests;

use crate::chart::{Axis, Figure, Mark, Panel, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, Random, ln, ln_1p, log10, sqrt};
use crate::params;
use crate::params::Spec;
use crate::prose;
use crate::simulator::{Claim, Document, Info, Measure, Preset, Readout, Simulator, Status};
use patience::HalfLives;

params! {
    /// Parameters of [`WaluigiDecay`].
    pub struct WaluigiDecayParams {
        /// How likely you find it, before any evidence, that the character is a Waluigi.
        prior: f64 = 0.5,
            Spec::real("Suspicion before any evidence", 0.001, 0.999, 0.001)
                .unit("probability").percent().symbol("w₀");
        /// How often a Waluigi gives itself away, if you know that. Once it has, nobody doubts what it is.
        reveal: f64 = 0.01,
            Spec::log("Chance that a Waluigi reveals itself, per opportunity", 1e-6, 0.5)
                .unit("per opportunity").percent().symbol("q");
        /// If you do not know how patient a Waluigi is: the half-life of the most patient one that you can
        /// imagine. All orders of magnitude from one opportunity up to it are taken as equally likely.
        patience_max: f64 = 1e6,
            Spec::log("Longest half-life you find plausible", 1e2, 1e9).unit("opportunities").symbol("H");
        /// A slip of a true Luigi is forgiven and not counted as a turn. The more often it slips, the
        /// less a record without any slip speaks for it.
        slip: f64 = 0.0,
            Spec::real("Chance that a true Luigi slips but is not blamed, per opportunity", 0.0, 0.05, 0.0005)
                .unit("per opportunity").percent().symbol("e");
        /// Whether only the last few opportunities count, as for a storyteller with a short memory.
        limited_memory: bool = false, Spec::flag("Old evidence is forgotten");
        /// How many of the last opportunities count, if old evidence is forgotten.
        memory: u32 = 10,
            Spec::log_count("Opportunities remembered", 1.0, 10_000.0).unit("opportunities").symbol("k");
        /// How many opportunities the character has let pass so far.
        horizon: u32 = 1000,
            Spec::log_count("Quiet opportunities so far", 10.0, 1e8).unit("opportunities").symbol("N");
        /// Which of ten thousand populations is drawn in the last figure.
        seed: u32 = 1, Spec::count("Random seed of the population", 0.0, 9999.0).beside("population");
    }
}

/// Two hypotheses, a good character and one that is good at waiting.
pub struct WaluigiDecay;

/// What the model says at the end of the quiet stretch.
pub struct Outcome {
    /// Suspicion if its patience is known, if it is not, and if a mind with
    /// this memory knows it.
    known: f64,
    unknown: f64,
    windowed: f64,
    /// The middle estimate of its half-life, in opportunities.
    half_life_median: f64,
    /// The chance that a storyteller has made it turn.
    turned: f64,
    population: Population,
}

/// How many of the characters in the population are what.
struct Population {
    luigis: u32,
    hiding: u32,
    turned: u32,
}

/// Characters in the population, and how many of them stand in one column.
const CHARACTERS: u32 = 400;
const COLUMN: u32 = 16;

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

    fn figures(params: &WaluigiDecayParams, outcome: &Outcome) -> Vec<Figure> {
        vec![
            suspicion_figure(params, outcome),
            patience_figure(params, outcome),
            silence_figure(params),
            population_figure(params, outcome),
        ]
    }
}

/// The place of the Waluigi in the belief; the true Luigi comes first.
const WALUIGI: usize = 1;

impl WaluigiDecayParams {
    fn quiet(&self) -> f64 {
        f64::from(self.horizon)
    }

    /// What one quiet opportunity adds to the log-odds on a Waluigi whose
    /// patience is known: `ln((1-q) / (1-e))`, exact where the two are close.
    fn ln_odds_step(&self) -> f64 {
        ln_1p((self.slip - self.reveal) / (1.0 - self.slip))
    }

    /// The belief before any evidence, with this added for the Waluigi.
    fn belief(&self, ln_evidence: f64) -> LogWeights<2> {
        LogWeights([ln_1p(-self.prior), ln(self.prior)]).add(WALUIGI, ln_evidence)
    }

    /// The belief after n quiet opportunities if its patience is known.
    fn known(&self, n: f64) -> LogWeights<2> {
        self.belief(n * self.ln_odds_step())
    }

    /// The same if only the last few opportunities count.
    fn windowed(&self, n: f64) -> LogWeights<2> {
        self.known(n.min(f64::from(self.memory)))
    }

    /// The same if its half-life could be anything up to the longest.
    fn unknown(&self, n: f64) -> LogWeights<2> {
        self.belief(self.half_lives(n).ln_silence() - n * ln_1p(-self.slip))
    }

    fn half_lives(&self, n: f64) -> HalfLives {
        HalfLives::after(n, self.patience_max)
    }

    /// Characters drawn from the prior, each with its own moment of turning.
    fn population(&self) -> Population {
        let mut random = Random::new(u64::from(self.seed));
        let mut population = Population { luigis: 0, hiding: 0, turned: 0 };
        for _ in 0..CHARACTERS {
            // Both numbers are drawn for everyone, so that a character stays
            // the same person while the reader moves a slider.
            let is_waluigi = random.uniform() < self.prior;
            let turns_at = random.geometric(self.reveal);
            let count = match (is_waluigi, turns_at > self.quiet()) {
                (false, _) => &mut population.luigis,
                (true, true) => &mut population.hiding,
                (true, false) => &mut population.turned,
            };
            *count += 1;
        }
        population
    }
}

/// The share of the Waluigi hypothesis.
fn suspicion(belief: LogWeights<2>) -> f64 {
    belief.shares()[WALUIGI]
}

/// The same as a power of ten, exact where the share is too small for a double.
fn log10_of(belief: LogWeights<2>) -> f64 {
    belief.ln_shares()[WALUIGI] * std::f64::consts::LOG10_E
}

const IF_KNOWN: &str = "if you know its patience";
const IF_UNKNOWN: &str = "if you do not know";
const IF_FORGETTING: &str = "if it forgets";

fn suspicion_axis() -> Axis {
    Axis::percent("suspicion", "suspicion", 0.0, 1.0)
}

fn suspicion_figure(params: &WaluigiDecayParams, outcome: &Outcome) -> Figure {
    let x = Axis::new("opportunities", "quiet opportunities", 0.0, params.quiet());
    let line = |id, label, role, belief: &dyn Fn(f64) -> LogWeights<2>| {
        Mark::Line(Series::sampled(id, label, role, &x, |n| suspicion(belief(n))))
    };
    let mut marks = vec![
        line("known", IF_KNOWN, Role::Careless, &|n| params.known(n)),
        line("unknown", IF_UNKNOWN, Role::Clever, &|n| params.unknown(n)),
    ];
    if params.limited_memory {
        marks.push(line("windowed", IF_FORGETTING, Role::Yours, &|n| params.windowed(n)));
    }
    let caption = captions::suspicion(params, outcome);
    let panels = vec![Panel { x: None, y: suspicion_axis(), marks }];
    Figure { id: "suspicion", title: "How suspicious you should be", caption, x, panels }
}

/// The axis of the two figures that go beyond the longest plausible patience.
fn long_axis(params: &WaluigiDecayParams) -> Axis {
    Axis::log("opportunities", "quiet opportunities", 1.0, 10.0 * params.patience_max)
}

fn longest_plausible(at: RuleAt) -> Mark {
    Mark::Rule(Rule { at, label: "longest plausible".to_owned() })
}

fn patience_figure(params: &WaluigiDecayParams, outcome: &Outcome) -> Figure {
    let x = long_axis(params);
    let mut estimates = [("low", ""), ("median", "middle estimate"), ("high", "")]
        .map(|(id, label)| Series { id, label, role: Role::Clever, points: Vec::new() });
    for n in x.samples() {
        let half_lives = params.half_lives(n);
        for (series, share) in estimates.iter_mut().zip([0.1, 0.5, 0.9]) {
            series.points.push([n, half_lives.quantile(share)]);
        }
    }
    let [low, median, high] = estimates;
    // Room above the rule for its words.
    let y = Axis::log("half_life", "half-life, in opportunities", 1.0, 3.0 * params.patience_max);
    let marks =
        vec![Mark::Band { low, high }, longest_plausible(RuleAt::Y(params.patience_max)), Mark::Line(median)];
    let caption = captions::patience(params, outcome);
    let panels = vec![Panel { x: None, y, marks }];
    Figure { id: "patience", title: "How patient a Waluigi must be by now", caption, x, panels }
}

fn silence_figure(params: &WaluigiDecayParams) -> Figure {
    let x = long_axis(params);
    let unknown = Series::sampled("unknown", IF_UNKNOWN, Role::Clever, &x, |n| suspicion(params.unknown(n)));
    let marks = vec![longest_plausible(RuleAt::X(params.patience_max)), Mark::Line(unknown)];
    let caption = captions::silence(params);
    let panels = vec![Panel { x: None, y: suspicion_axis(), marks }];
    Figure { id: "silence", title: "When patience becomes implausible", caption, x, panels }
}

fn population_figure(params: &WaluigiDecayParams, outcome: &Outcome) -> Figure {
    // Characters of a kind stand together, so that numbers are seen as areas.
    let mut places = (0..CHARACTERS).map(|place| [f64::from(place / COLUMN), f64::from(place % COLUMN)]);
    let Population { luigis, hiding, turned } = outcome.population;
    let kinds = [
        ("luigi", "true Luigi", Role::Luigi, luigis),
        ("hiding", "Waluigi still hiding", Role::Clever, hiding),
        ("turned", "Waluigi that has turned", Role::Careless, turned),
    ];
    let dots = kinds.map(|(id, label, role, number)| {
        let points = places.by_ref().take(number as usize).collect();
        Mark::Dots(Series { id, label, role, points })
    });
    let axis = |id, places: u32| Axis::hidden(id, -0.5, f64::from(places) - 0.5);
    let caption = captions::population(params, outcome);
    let panels = vec![Panel { x: None, y: axis("row", COLUMN), marks: dots.to_vec() }];
    let x = axis("column", CHARACTERS / COLUMN);
    Figure { id: "population", title: "Four hundred characters", caption, x, panels }
}
