//! The model: Bayes' rule for a true Luigi and a Waluigi, and characters drawn
//! at random from what is believed before any evidence.

use super::params::WaluigiDecayParams;
use super::patience::HalfLives;
use crate::math::{LogWeights, Random, exp, expm1, ln, ln_1p, logit, root, sigma};

/// What the model says at the end of the quiet stretch.
pub struct Outcome {
    /// Suspicion if its patience is known, if it is not, and if a mind with
    /// this memory knows it.
    pub known: f64,
    pub unknown: f64,
    pub windowed: f64,
    /// By how many powers of ten all evidence has cut the odds, if its patience
    /// is not known.
    pub odds_cut: f64,
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

    /// The logarithm of the chance that a Waluigi of known patience lets one
    /// opportunity pass: less the rate at which it turns.
    pub fn ln_quiet(&self) -> f64 {
        ln_1p(-self.reveal)
    }

    /// The belief before any evidence, with this added for the Waluigi.
    fn belief(&self, ln_evidence: f64) -> LogWeights<2> {
        LogWeights([ln_1p(-self.prior), ln(self.prior)]).add(WALUIGI, ln_evidence)
    }

    /// What the finished stories say.
    fn ln_stories(&self) -> f64 {
        f64::from(self.stories) * ln_1p(-self.gun)
    }

    /// The belief after n quiet opportunities if its patience is known.
    pub fn known(&self, n: f64) -> LogWeights<2> {
        let acts = f64::from(self.marks) * ln_1p(-self.ln_quiet() / self.accident);
        self.belief(acts + n * f64::from(1 + self.others) * self.ln_quiet() + self.ln_stories())
    }

    /// The same if only the last few opportunities count.
    pub fn windowed(&self, n: f64) -> LogWeights<2> {
        self.known(n.min(f64::from(self.memory)))
    }

    /// What n quiet opportunities and all other evidence add to the log-odds if
    /// its half-life could be anything up to the longest.
    pub fn ln_unknown(&self, n: f64) -> f64 {
        let silence = self.half_lives(n);
        let own = silence.ln_record(n, self.marks, self.accident);
        own + f64::from(self.others) * silence.ln_silence() + self.ln_stories()
    }

    /// The belief after that.
    pub fn unknown(&self, n: f64) -> LogWeights<2> {
        self.belief(self.ln_unknown(n))
    }

    pub fn half_lives(&self, n: f64) -> HalfLives {
        HalfLives::after(n, self.patience_max)
    }

    /// By how many powers of ten n quiet opportunities of one AI cut the odds,
    /// if its patience is not known.
    pub fn silence_cuts(&self, n: f64) -> f64 {
        -log10_of(self.half_lives(n).ln_silence())
    }

    /// How long all must be quiet to cut the odds a hundredfold, as a power of
    /// ten of opportunities, if the longest half-life is this.
    pub fn need(&self, longest: f64) -> f64 {
        let goal = -2.0 / f64::from(1 + self.others);
        let short = |ln_n: f64| log10_of(HalfLives::after(exp(ln_n), longest).ln_silence()) - goal;
        // After ten times as long as that, even the most patient one is a hundred times less likely.
        let end = ln(10.0 * longest);
        log10_of(root(-20.0, end, 1e-13, short).map_or(end, |found| found.middle()))
    }

    /// The chance that it has turned within n opportunities, as a storyteller
    /// would have it who draws the character afresh at every step from the
    /// suspicion that silence alone has left: one less the product over the
    /// steps of `1 - q * suspicion`, which telescopes while nothing is forgotten.
    pub fn turned(&self, n: f64, forgets: bool) -> f64 {
        let remembered = if forgets { n.min(f64::from(self.memory)) } else { n };
        let silence = remembered * self.ln_quiet();
        let suspicion = sigma(logit(self.prior) + silence);
        let then = (n - remembered) * ln_1p(-self.reveal * suspicion);
        -expm1(ln_1p(self.prior * expm1(silence)) + then)
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
pub fn log10_suspicion(belief: LogWeights<2>) -> f64 {
    log10_of(belief.ln_shares()[WALUIGI])
}

/// A natural logarithm as a power of ten.
pub fn log10_of(ln: f64) -> f64 {
    ln * std::f64::consts::LOG10_E
}
