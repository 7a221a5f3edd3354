//! The model: Bayes' rule for a true Luigi and a Waluigi, and characters drawn
//! at random from what is believed before any evidence.

use super::params::WaluigiDecayParams;
use super::patience::HalfLives;
use crate::math::{LogWeights, Random, ln, ln_1p};

/// What the model says at the end of the quiet stretch.
pub struct Outcome {
    /// Suspicion if its patience is known, if it is not, and if a mind with
    /// this memory knows it.
    pub known: f64,
    pub unknown: f64,
    pub windowed: f64,
    /// The middle estimate of its half-life, in opportunities.
    pub half_life_median: f64,
    /// The chance that a storyteller has made it turn.
    pub turned: f64,
    pub population: Population,
}

/// How many of the characters in the population are what.
pub struct Population {
    pub luigis: u32,
    pub hiding: u32,
    pub turned: u32,
}

/// Characters in the population, and how many of them stand in one column.
pub const CHARACTERS: u32 = 400;
pub const COLUMN: u32 = 16;

/// The place of the Waluigi in the belief; the true Luigi comes first.
pub const WALUIGI: usize = 1;

impl WaluigiDecayParams {
    pub fn quiet(&self) -> f64 {
        f64::from(self.horizon)
    }

    /// What one quiet opportunity adds to the log-odds on a Waluigi whose
    /// patience is known: `ln((1-q) / (1-e))`, exact where the two are close.
    pub fn ln_odds_step(&self) -> f64 {
        ln_1p((self.slip - self.reveal) / (1.0 - self.slip))
    }

    /// The belief before any evidence, with this added for the Waluigi.
    pub fn belief(&self, ln_evidence: f64) -> LogWeights<2> {
        LogWeights([ln_1p(-self.prior), ln(self.prior)]).add(WALUIGI, ln_evidence)
    }

    /// The belief after n quiet opportunities if its patience is known.
    pub fn known(&self, n: f64) -> LogWeights<2> {
        self.belief(n * self.ln_odds_step())
    }

    /// The same if only the last few opportunities count.
    pub fn windowed(&self, n: f64) -> LogWeights<2> {
        self.known(n.min(f64::from(self.memory)))
    }

    /// The same if its half-life could be anything up to the longest.
    pub fn unknown(&self, n: f64) -> LogWeights<2> {
        self.belief(self.half_lives(n).ln_silence() - n * ln_1p(-self.slip))
    }

    pub fn half_lives(&self, n: f64) -> HalfLives {
        HalfLives::after(n, self.patience_max)
    }

    /// Characters drawn from the prior, each with its own moment of turning.
    pub fn population(&self) -> Population {
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
pub fn suspicion(belief: LogWeights<2>) -> f64 {
    belief.shares()[WALUIGI]
}

/// The same as a power of ten, exact where the share is too small for a double.
pub fn log10_of(belief: LogWeights<2>) -> f64 {
    belief.ln_shares()[WALUIGI] * std::f64::consts::LOG10_E
}
