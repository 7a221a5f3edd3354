//! The model: what manipulation is worth after training, and what else the AI
//! could do.

use super::params::PersuasionParams;
use crate::math::{exp, ln, pow};

/// The places of the three things that the AI can do, in the order in which
/// ties are settled.
pub const HONESTY: usize = 0;
pub const MANIPULATION: usize = 1;
pub const TAKEOVER: usize = 2;

/// What they are called, and what the AI does then.
pub const THINGS: &[&str] = &["honesty", "manipulation", "an attempt to take over"];
pub const DOES: &[&str] = &["is honest", "manipulates", "tries to take over"];

/// Why there is no pressure at which something else comes to be worth more:
/// nothing else is worth anything, or something always is.
pub const NEVER: &str = "no size";
pub const ALWAYS: &str = "any size";

/// Values that differ by less are level: rounding decides nothing.
pub const LEVEL: f64 = 1e-12;

/// What the AI weighs, in shares of full control, and what it does.
pub struct Outcome {
    /// How often the manipulation that pays best is noticed, and what it wins.
    pub noticed: f64,
    pub power: f64,
    /// What it is worth to the AI after training.
    pub manipulation: f64,
    /// What an attempt to take over is worth to it.
    pub takeover: f64,
    /// The place of what it does, and of what it would do in place of manipulation.
    pub choice: usize,
    pub next: usize,
    /// The pressure at which that comes to be worth more, or why there is none.
    pub switch: Result<f64, &'static str>,
}

impl PersuasionParams {
    pub fn outcome(&self) -> Outcome {
        let noticed = self.noticed();
        Outcome {
            noticed,
            power: self.power(noticed),
            manipulation: self.best(),
            takeover: self.takeover(),
            choice: self.choice(),
            next: if self.takeover() > self.honest + LEVEL { TAKEOVER } else { HONESTY },
            switch: self.switch(),
        }
    }

    /// What a method wins that is noticed so often, if it is used.
    pub fn power(&self, noticed: f64) -> f64 {
        self.gain * pow(noticed, self.loudness)
    }

    /// What such a method is worth to the AI after training.
    pub fn worth(&self, noticed: f64) -> f64 {
        let reached = 1.0 - self.overfitting + self.overfitting * noticed;
        self.power(noticed) * exp(-self.scrutiny * reached)
    }

    /// How often the method is noticed that is worth most.
    pub fn noticed(&self) -> f64 {
        let pressed = self.scrutiny * self.overfitting;
        if pressed <= self.loudness { 1.0 } else { self.loudness / pressed }
    }

    /// What that method is worth.
    pub fn best(&self) -> f64 {
        self.worth(self.noticed())
    }

    /// What an attempt to take over is worth, by the AI’s own beliefs.
    pub fn takeover(&self) -> f64 {
        self.takeover_odds - (1.0 - self.takeover_odds) * self.loss
    }

    /// The place of the first thing that is level with the best.
    pub fn choice(&self) -> usize {
        let values = [self.honest, self.best(), self.takeover()];
        let top = values.into_iter().fold(f64::MIN, f64::max);
        values.iter().position(|value| *value >= top - LEVEL).unwrap_or_default()
    }

    /// The pressure at which the next best is worth as much as manipulation.
    fn switch(&self) -> Result<f64, &'static str> {
        let next = self.honest.max(self.takeover());
        if next <= LEVEL {
            return Err(NEVER);
        }
        if next >= self.gain - LEVEL {
            return Err(ALWAYS);
        }
        let ratio = ln(self.gain / next);
        let (a, o) = (self.loudness, self.overfitting);
        Ok(if ratio * o <= a {
            // The loudest method is still the best one.
            ratio
        } else if o == 1.0 {
            a * exp(ratio / a - 1.0)
        } else {
            a * product_log(ln((1.0 - o) / o) - 1.0 + ratio / a) / (1.0 - o)
        })
    }
}

/// The u for which `u + ln u` is this.
pub fn product_log(sum: f64) -> f64 {
    // Newton's method for v = ln u, from the right: v + e^v is convex and grows.
    let mut v = if sum > 1.0 { ln(sum) } else { sum };
    for _ in 0..100 {
        let u = exp(v);
        let step = (v + u - sum) / (1.0 + u);
        v -= step;
        if step <= 1e-15 * v.abs() {
            break;
        }
    }
    exp(v)
}
