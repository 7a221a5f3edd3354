//! The model: at each level of ability, the chance that an AI is able enough,
//! that it does no lasting harm, and that people use their say well.

use super::params::CorrigibleWindowParams;
use crate::math::{exp, expm1, ln, ln_1p, pow};
use std::f64::consts::LN_2;

/// What the model says.
pub struct Outcome {
    /// The level at which success is likeliest; a sovereign’s is 1.
    pub best_level: f64,
    /// The chance of success there, and its two halves.
    pub success: f64,
    pub technical: f64,
    pub people_right: f64,
    /// The chance of a sovereign.
    pub sovereign_success: f64,
    /// How many mistakes leave an even chance, people apart.
    pub tolerance: f64,
    pub tolerance_sovereign: f64,
}

impl Outcome {
    /// How many times as wide as a sovereign's the helper's target is.
    pub fn wider(&self) -> f64 {
        self.tolerance / self.tolerance_sovereign
    }
}

/// The level of a sovereign, which nobody corrects.
pub const SOVEREIGN: f64 = 1.0;

/// How many levels are compared: hundredths of a sovereign's ability.
const LEVELS: usize = 100;

fn level(step: usize) -> f64 {
    (step + 1) as f64 / LEVELS as f64
}

impl CorrigibleWindowParams {
    /// How much is up to people if the AI has that ability.
    pub fn say(&self, level: f64) -> f64 {
        pow(1.0 - level, self.fade)
    }

    /// The part of its mistakes that nobody mends.
    fn unmended(&self, level: f64) -> f64 {
        1.0 - self.mend * self.say(level)
    }

    /// The chance that it is able enough to end the danger.
    pub fn enough(&self, level: f64) -> f64 {
        let ratio = level / self.needed;
        -expm1(-LN_2 * ratio * ratio)
    }

    /// The chance that no mistake is left unmended: they come at random, in
    /// proportion to what it may do.
    pub fn safe(&self, level: f64) -> f64 {
        self.safe_with(level, self.mistakes)
    }

    fn safe_with(&self, level: f64, mistakes: f64) -> f64 {
        exp(-mistakes * level * self.unmended(level))
    }

    /// The chance that people use the say that they have well.
    pub fn wise(&self, level: f64) -> f64 {
        exp(self.say(level) * ln(self.people))
    }

    /// The chance of success, people apart.
    pub fn technical(&self, level: f64) -> f64 {
        self.technical_with(level, self.mistakes)
    }

    /// The same if a sovereign would have so many mistakes.
    pub fn technical_with(&self, level: f64, mistakes: f64) -> f64 {
        self.enough(level) * self.safe_with(level, mistakes)
    }

    /// The chance of success.
    pub fn both(&self, level: f64) -> f64 {
        let say = self.say(level);
        let harm = self.mistakes * level * (1.0 - self.mend * say);
        self.enough(level) * exp(say * ln(self.people) - harm)
    }

    /// That chance at all levels, of which many are asked at once.
    fn chances(&self) -> [f64; LEVELS] {
        std::array::from_fn(|step| self.both(level(step)))
    }

    /// The chance of success at the level where it is greatest.
    pub fn most(&self) -> f64 {
        self.chances().into_iter().fold(0.0, f64::max)
    }

    /// The lowest level that is as good as the best.
    pub fn best_level(&self) -> f64 {
        let chances = self.chances();
        let most = chances.into_iter().fold(0.0, f64::max);
        chances.iter().position(|chance| *chance >= most - 1e-12).map_or(SOVEREIGN, level)
    }

    /// How many mistakes of a sovereign leave an even chance of success, people
    /// apart; 0 if it is not able enough for that without any. For whole hundredths.
    pub fn tolerance(&self, level: f64) -> f64 {
        // One less the square of level / needed. A level is a whole number of hundredths, so that what is
        // missing is exact even where both are the same number.
        let (hundredths, needed) = (libm::round(100.0 * level), 100.0 * self.needed);
        let missing = libm::fma(100.0, self.needed, -hundredths) * (needed + hundredths) / (needed * needed);
        // The logarithm of twice the chance that it is able enough.
        let spare = ln_1p(-expm1(LN_2 * missing));
        spare.max(0.0) / (level * self.unmended(level))
    }

    pub fn with_half_the_mistakes(&self) -> Self {
        Self { mistakes: 0.5 * self.mistakes, ..self.clone() }
    }

    /// How well people must decide for a helper of that level to be as good as
    /// a sovereign; `None` if nothing is up to them there.
    pub fn wisdom_needed(&self, level: f64) -> Option<f64> {
        // By the logarithms: with a tiny say any ratio takes very wise people.
        let behind = ln(self.enough(SOVEREIGN) / self.enough(level))
            - self.mistakes * (SOVEREIGN - level * self.unmended(level));
        (level < SOVEREIGN).then(|| exp((behind / self.say(level)).min(0.0)))
    }
}
