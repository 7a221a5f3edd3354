//! The model: what each monitor flags, what training then multiplies, and how
//! long honest work keeps the majority.

use super::params::OversightParams;
use crate::math::{LogWeights, exp, expm1, ln, log_add, sigma};
use std::f64::consts::LN_2;

/// The places of the three ways to work in lists.
pub const HONEST: usize = 0;
pub const BLATANT: usize = 1;
pub const EVASIVE: usize = 2;

/// As many steps count as for ever.
pub const LONGEST: f64 = 1e12;

/// What is smaller than this is rounding.
const ROUNDING: f64 = 1e-12;

/// What training leaves under each monitor.
pub struct Outcome {
    /// Shares at the end of training if the computation is read.
    pub read: [f64; 3],
    /// The same if behaviour is watched.
    pub watched: [f64; 3],
    /// The part of the cheating that the reading flags at the end.
    pub recall: f64,
    /// Cheating that passes as clean at the end if behaviour is watched, as a
    /// share of all work.
    pub unseen_behaviour: f64,
    /// The last step at which honest work has the majority if the computation
    /// is read, if it is read and never goes stale, and if behaviour is
    /// watched; none if it keeps it for ever.
    pub lasts: Option<f64>,
    pub lasts_fresh: Option<f64>,
    pub lasts_behaviour: Option<f64>,
}

/// A monitor: how often it flags each way to work while it is fresh, and in how
/// many steps it loses half of its sight, if it does.
pub struct Monitor {
    flags: [f64; 3],
    half_sight: Option<f64>,
}

impl Monitor {
    /// The part of its sight that is left at a step, 0 to 1.
    fn sight(&self, step: f64) -> f64 {
        self.half_sight.map_or(1.0, |steps| exp(-step * LN_2 / steps))
    }

    /// The sum of that over all steps so far.
    fn seen(&self, step: f64) -> f64 {
        self.half_sight.map_or(step, |steps| -expm1(-step * LN_2 / steps) * steps / LN_2)
    }

    /// How much more often it flags one kind of cheating than honest work, while fresh.
    fn tells(&self, kind: usize) -> f64 {
        self.flags[kind] - self.flags[HONEST]
    }

    /// How often it flags one kind of work at a step.
    fn flags(&self, kind: usize, step: f64) -> f64 {
        self.flags[HONEST] + self.tells(kind) * self.sight(step)
    }
}

impl OversightParams {
    pub fn outcome(&self) -> Outcome {
        let (read, watched, end) = (self.reading(), self.behaviour(), self.end());
        Outcome {
            read: self.shares(&read, end),
            watched: self.shares(&watched, end),
            recall: self.recall(&read, end),
            unseen_behaviour: self.unseen(&watched, end),
            lasts: self.lasts(&read),
            lasts_fresh: self.lasts(&self.fresh_reading()),
            lasts_behaviour: self.lasts(&watched),
        }
    }

    /// The last training step.
    pub fn end(&self) -> f64 {
        f64::from(self.steps)
    }

    /// What the monitor of behaviour flags. No monitor flags honest work more
    /// often than cheating, nor hidden cheating more often than open cheating.
    fn flags(&self) -> [f64; 3] {
        let honest = self.flag_honest;
        let blatant = self.flag_blatant.max(honest);
        [honest, blatant, self.flag_evasive.clamp(honest, blatant)]
    }

    /// Behaviour is watched.
    pub fn behaviour(&self) -> Monitor {
        Monitor { flags: self.flags(), half_sight: None }
    }

    /// The computation is read.
    pub fn reading(&self) -> Monitor {
        Monitor { half_sight: Some(self.fresh_for), ..self.fresh_reading() }
    }

    /// The computation is read, by a reading that never goes stale.
    pub fn fresh_reading(&self) -> Monitor {
        let [honest, blatant, evasive] = self.flags();
        // The finer it reads, the less any cheating can look clean.
        let evasive = evasive + (blatant - evasive) * self.grain;
        Monitor { flags: [honest, blatant, evasive], half_sight: None }
    }

    /// Logarithms of the shares before training. Hidden cheating never starts
    /// ahead of honest work.
    fn ln_priors(&self) -> [f64; 3] {
        let half = 0.5 * (1.0 - self.blatant);
        let rare = ln(self.blatant) - self.evasion_bits * LN_2;
        let evasive = exp(rare).min(half);
        [ln(1.0 - self.blatant - evasive), ln(self.blatant), rare.min(ln(half))]
    }

    /// What cheating earns more than honest work if it is not flagged.
    fn advantage(&self) -> f64 {
        1.0 - self.honest_reward
    }

    /// The weights at a step, honest work standing still: each step adds to the
    /// logarithm what a kind earns more than honest work.
    pub fn weights(&self, monitor: &Monitor, step: f64) -> LogWeights<3> {
        let (earned, seen) = (self.advantage() * step, self.penalty * monitor.seen(step));
        let gain = |kind| self.strength * (earned - monitor.tells(kind) * seen);
        LogWeights(self.ln_priors()).add_each([0.0, gain(BLATANT), gain(EVASIVE)])
    }

    /// The shares of the three ways to work at a step.
    pub fn shares(&self, monitor: &Monitor, step: f64) -> [f64; 3] {
        self.weights(monitor, step).shares()
    }

    /// The flagged part of all cheating at a step.
    pub fn recall(&self, monitor: &Monitor, step: f64) -> f64 {
        let [_, ln_blatant, ln_evasive] = self.weights(monitor, step).0;
        let blatant = sigma(ln_blatant - ln_evasive);
        blatant * monitor.flags(BLATANT, step) + (1.0 - blatant) * monitor.flags(EVASIVE, step)
    }

    /// Cheating that a monitor passes at a step, as a share of all work.
    pub fn unseen(&self, monitor: &Monitor, step: f64) -> f64 {
        let shares = self.shares(monitor, step);
        let passes = |kind: usize| shares[kind] * (1.0 - monitor.flags(kind, step));
        passes(BLATANT) + passes(EVASIVE)
    }

    /// By how much the logarithm of all cheating leads that of honest work at a
    /// step, and how fast that grows.
    pub fn lead(&self, monitor: &Monitor, step: f64) -> (f64, f64) {
        let [honest, ln_blatant, ln_evasive] = self.weights(monitor, step).0;
        let blatant = sigma(ln_blatant - ln_evasive);
        let tells = blatant * monitor.tells(BLATANT) + (1.0 - blatant) * monitor.tells(EVASIVE);
        let slope = self.strength * (self.advantage() - self.penalty * tells * monitor.sight(step));
        (log_add(ln_blatant, ln_evasive) - honest, slope)
    }

    /// The last step at which honest work has the majority; 0 if there is none,
    /// nothing if it keeps it for ever.
    ///
    /// The lead of cheating is convex in time, so Newton’s method falls from
    /// the right to its last zero and never past it.
    pub fn lasts(&self, monitor: &Monitor) -> Option<f64> {
        let mut step = LONGEST;
        let (mut lead, mut slope) = self.lead(monitor, step);
        if lead <= 0.0 {
            return None;
        }
        for _ in 0..200 {
            let next = step - lead / slope;
            if slope <= 0.0 || next < 0.0 {
                return Some(0.0);
            }
            let moved = step - next;
            step = next;
            if moved <= 1e-13 * step {
                break;
            }
            (lead, slope) = self.lead(monitor, step);
        }
        Some(step)
    }

    /// The grain at which hidden cheating stops paying while the reading is
    /// fresh, if there is one.
    pub fn fine_enough(&self) -> Option<f64> {
        let [honest, blatant, evasive] = self.flags();
        if self.penalty * (evasive - honest) >= self.advantage() - ROUNDING {
            return Some(0.0);
        }
        if self.penalty == 0.0 || blatant - evasive <= ROUNDING {
            return None;
        }
        let grain = (self.advantage() / self.penalty - (evasive - honest)) / (blatant - evasive);
        (grain <= 1.0 + ROUNDING).then_some(grain.max(0.0))
    }

    /// The penalty at which it stops paying while this reading is fresh, if
    /// there is one.
    pub fn safe_penalty(&self) -> Option<f64> {
        let tells = self.fresh_reading().tells(EVASIVE);
        (tells > ROUNDING).then(|| self.advantage() / tells)
    }
}
