//! The model: a detector of tests that chooses its own caution, and Bayes'
//! rule for whoever watches it.

use super::params::CleverWaluigiParams;
use crate::math::{LogWeights, exp, ln, ln_1p, log_add, logit, phi_complement, phi_inverse};
use std::f64::consts::{LOG10_E, SQRT_2};

/// What the model says.
pub struct Outcome {
    pub dares: Dares,
    /// The chance that it gives itself away, per opportunity of the record.
    pub q_clever: f64,
    /// Shares of the belief after the silence.
    pub shares: Shares,
    /// What silence leaves of the clever kind's odds against a Luigi.
    pub retained: f64,
    /// How many quiet tests say as much as one quiet real opportunity; `None`
    /// if it never acts in a test.
    pub real_per_test: Option<f64>,
}

/// The chances that it dares to act.
#[derive(Clone, Copy)]
pub struct Dares {
    pub test: f64,
    pub real: f64,
}

/// Shares of the belief.
pub struct Shares {
    pub luigi: f64,
    pub careless: f64,
    /// The clever kind that acts when it is convinced.
    pub clever: f64,
    /// The clever kind that waits for what nobody can test.
    pub waiting: f64,
}

impl Shares {
    /// Both clever kinds.
    pub fn all_clever(&self) -> f64 {
        self.clever + self.waiting
    }
}

/// The place of the careless kind in the belief.
const CARELESS: usize = 1;

/// Chances below this are none at all.
pub const NONE: f64 = 1e-15;

/// Distance of reality from tests for one that is right with this chance when
/// it is shown one of each, in standard deviations of its evidence. Signal
/// detection with equal variances (textbook).
pub fn distance(awareness: f64) -> f64 {
    SQRT_2 * phi_inverse(awareness)
}

impl CleverWaluigiParams {
    pub fn quiet(&self) -> f64 {
        f64::from(self.horizon)
    }

    /// The logarithm of how many times as likely its evidence must be in
    /// reality as in a test before it acts.
    pub fn ln_demand(&self) -> f64 {
        ln(self.conviction) + logit(self.tested)
    }

    /// How often it dares to act: when the odds of reality, by its evidence and
    /// the share of tests, exceed its conviction.
    pub fn dares(&self) -> Dares {
        let both = |chance| Dares { test: chance, real: chance };
        let demand = self.ln_demand();
        let distance = distance(self.awareness);
        if self.tested <= 0.0 {
            both(1.0)
        } else if self.tested >= 1.0 {
            both(0.0)
        } else if distance > 0.0 {
            let dares = |from_middle: f64| phi_complement(demand / distance + from_middle);
            Dares { test: dares(0.5 * distance), real: dares(-0.5 * distance) }
        } else if demand.abs() < 1e-12 {
            both(0.5)
        } else {
            both(if demand < 0.0 { 1.0 } else { 0.0 })
        }
    }

    /// The chance that it gives itself away at an opportunity of the record.
    pub fn q_clever(&self) -> f64 {
        let Dares { test, real } = self.dares();
        self.reveal * (self.tested * test + (1.0 - self.tested) * real)
    }

    /// The logarithm of what n quiet opportunities leave of the clever kind's
    /// odds, exact where that is too small for a double.
    pub fn ln_left(&self, n: f64) -> f64 {
        log_add(ln(self.untestable), ln_1p(-self.untestable) + n * ln_1p(-self.q_clever()))
    }

    /// The same for the horizon, as a power of ten.
    pub fn log10_retained(&self) -> f64 {
        self.ln_left(self.quiet()) * LOG10_E
    }

    /// What the quiet tests of this record alone leave of those odds.
    pub fn left_by_tests(&self) -> f64 {
        let in_tests = self.tested * self.quiet() * ln_1p(-self.reveal * self.dares().test);
        self.untestable + (1.0 - self.untestable) * exp(in_tests)
    }

    fn belief(&self, n: f64) -> LogWeights<4> {
        let clever = ln(self.clever_odds);
        LogWeights([
            0.0,
            ln(self.careless_odds) + n * ln_1p(-self.reveal),
            clever + ln_1p(-self.untestable) + n * ln_1p(-self.q_clever()),
            clever + ln(self.untestable),
        ])
    }

    /// Who is believed in after n quiet opportunities.
    pub fn shares(&self, n: f64) -> Shares {
        let [luigi, careless, clever, waiting] = self.belief(n).shares();
        Shares { luigi, careless, clever, waiting }
    }

    /// The share of the careless kind after n quiet opportunities as a power of
    /// ten, exact where it is too small for a double.
    pub fn log10_careless(&self, n: f64) -> f64 {
        self.belief(n).ln_shares()[CARELESS] * LOG10_E
    }

    /// See [`Outcome::real_per_test`].
    pub fn real_per_test(&self) -> Option<f64> {
        let Dares { test, real } = self.dares();
        (test >= NONE).then(|| ln_1p(-self.reveal * real) / ln_1p(-self.reveal * test))
    }
}
