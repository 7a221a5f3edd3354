//! The model: developers that release a system or keep it, and how time then
//! runs.

use super::params::SecretDeploymentParams;
use crate::math::{exp, sigma, softplus};

/// What the model says.
pub struct Outcome {
    /// Under the reader's assessment.
    pub now: Choice,
    /// Under none.
    pub without: Choice,
    /// Under the reader's, with internal use assessed as strictly.
    pub inside: Choice,
    /// The price with the least harm.
    pub best_strictness: f64,
}

/// What developers do under an assessment of one price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The chance that the take-off happens inside.
    pub secret: f64,
    /// The share of all systems on the way that are released.
    pub released: f64,
    /// The ability at which the middle developer stops releasing: 0 is today's,
    /// 1 is the take-off.
    pub level: f64,
    /// Expected harm of releases, in disasters.
    pub harm_public: f64,
    /// Expected extra harm of a secret take-off, in disasters.
    pub harm_secret: f64,
}

impl Choice {
    pub fn harm(&self) -> f64 {
        self.harm_public + self.harm_secret
    }
}

/// The dearest assessment, in hundredths of what a release earns.
pub const DEAREST: u32 = 200;

impl SecretDeploymentParams {
    /// The risk of releasing everything under an assessment of that price.
    pub fn risk(&self, strictness: f64) -> f64 {
        self.public_risk * exp(-self.effectiveness * strictness)
    }

    /// What release brings over secrecy with a system that is worth nothing
    /// inside. The price that internal use pays as well is no reason against
    /// release.
    pub fn benefit(&self, strictness: f64) -> f64 {
        1.0 - strictness - self.liability * self.risk(strictness) + self.internal * strictness
    }

    /// What developers do under an assessment of that price.
    pub fn choice(&self, strictness: f64) -> Choice {
        let Self { secrecy, spread, .. } = self;
        let (risk, benefit) = (self.risk(strictness), self.benefit(strictness));
        let secret = sigma((secrecy - benefit) / spread);
        // The share that releases a system of ability a, sigma((b - v a)/d), over all a.
        let released =
            spread / secrecy * (softplus(benefit / spread) - softplus((benefit - secrecy) / spread));
        let seen_inside = exp(-self.effectiveness * self.internal * strictness);
        Choice {
            secret,
            released,
            level: (benefit / secrecy).clamp(0.0, 1.0),
            harm_public: risk * released,
            harm_secret: secret * self.secret_harm * seen_inside,
        }
    }

    /// The smallest hundredth whose harm is as little as that of the best.
    pub fn best_strictness(&self) -> f64 {
        let steps = || (0..=DEAREST).map(|step| f64::from(step) / 100.0);
        let harm = |strictness| self.choice(strictness).harm();
        let least = steps().map(harm).fold(f64::INFINITY, f64::min);
        steps().find(|strictness| harm(*strictness) <= least + 1e-12).unwrap_or(0.0)
    }

    /// How strictly internal use must be assessed, against releases, for the
    /// assessment to push nobody inside; at most 1, and below 0 if it never does.
    pub fn undoes_the_push(&self) -> Option<f64> {
        let saved = self.liability * (self.risk(0.0) - self.risk(self.strictness));
        (self.strictness > 0.0).then(|| 1.0 - saved / self.strictness)
    }

    /// The years until systems of that ability exist, while all are released.
    pub fn stops(&self, level: f64) -> f64 {
        self.years * level
    }

    /// The ability of the best system there is, if releases stop at that level.
    pub fn exists(&self, level: f64, time: f64) -> f64 {
        let stops = self.stops(level);
        let [open, closed] = [time.min(stops), (time - stops).max(0.0)];
        ((open + closed * (1.0 + self.speedup)) / self.years).min(1.0)
    }

    /// The ability of the best system that the public can see.
    pub fn seen(&self, level: f64, time: f64) -> f64 {
        self.exists(level, time).min(level)
    }

    /// The years until take-off, if releases stop at that level.
    pub fn takeoff(&self, level: f64) -> f64 {
        self.years * (level + (1.0 - level) / (1.0 + self.speedup))
    }
}
