//! The pasture in the course of time: `x' = x (1 - x) (base + slope x)`, where
//! x is the share of cooperators.

use crate::math::{logit, pow, sigma};

/// How the log-odds of cooperating move: `z' = base + slope x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// The pull where nobody cooperates.
    pub base: f64,
    /// What all cooperators together add to it; never negative.
    pub slope: f64,
}

/// Sums that should be zero are not always; what is nearer is zero.
pub const NEARLY_ZERO: f64 = 1e-12;

impl Pull {
    /// How fast the log-odds move at a share of cooperators; not at all on the
    /// tipping point, which repels: rounding would grow to a jump.
    pub fn at(self, share: f64) -> f64 {
        let pull = self.base + self.slope * share;
        if pull.abs() < NEARLY_ZERO { 0.0 } else { pull }
    }

    /// The share of cooperators above which cooperation grows; may lie below
    /// 0 or above 1. `None` if the pull does not depend on the share.
    pub fn threshold(self) -> Option<f64> {
        (self.slope > NEARLY_ZERO).then(|| (0.0 - self.base) / self.slope)
    }

    /// How many must cooperate at the start for cooperation to grow, 0 to 1.
    pub fn needed(self) -> f64 {
        let always = if self.base > NEARLY_ZERO { 0.0 } else { 1.0 };
        self.threshold().map_or(always, |share| share.clamp(0.0, 1.0))
    }
}

/// Followed in log-odds z and pull u, where `z' = u` and `u' = slope x (1-x) u`.
/// Both are products, so small shares and a start near the tipping point keep
/// their digits. Solved by power series in time: each holds to the last digit
/// as far as its final terms say, then the next begins.
pub struct Pasture {
    slope: f64,
    /// Where the present series begins, and how far it reaches.
    time: f64,
    reach: f64,
    log_odds: [f64; ORDER + 1],
    pull: [f64; ORDER],
}

/// Terms of a series.
const ORDER: usize = 20;

impl Pasture {
    pub fn new(pull: Pull, start: f64) -> Self {
        let mut log_odds = [0.0; ORDER + 1];
        log_odds[0] = logit(start);
        let mut at_start = [0.0; ORDER];
        at_start[0] = pull.at(start);
        let mut pasture = Self { slope: pull.slope, time: 0.0, reach: 0.0, log_odds, pull: at_start };
        pasture.expand();
        pasture
    }

    /// The log-odds of cooperating at a time not before the last one asked for.
    pub fn log_odds_at(&mut self, time: f64) -> f64 {
        while time > self.time + self.reach {
            self.log_odds[0] = sum(&self.log_odds, self.reach);
            self.pull[0] = sum(&self.pull, self.reach);
            self.time += self.reach;
            self.expand();
        }
        sum(&self.log_odds, time - self.time)
    }

    /// Fills the series from its first terms.
    fn expand(&mut self) {
        let (z, u) = (self.log_odds[0], self.pull[0]);
        // All that the pull can still change by: those who are left on the losing side.
        let left = sigma(if u < 0.0 { z } else { -z });
        if self.slope * left <= 1e-17 * u.abs() {
            self.log_odds[1..].fill(0.0);
            self.pull[1..].fill(0.0);
            self.log_odds[1] = u;
            self.reach = f64::INFINITY;
            return;
        }
        let (mut cooperators, mut defectors) = ([0.0; ORDER], [0.0; ORDER]);
        let mut variance = [0.0; ORDER];
        cooperators[0] = sigma(z);
        defectors[0] = sigma(-z);
        for k in 0..ORDER {
            let next = (k + 1) as f64;
            self.log_odds[k + 1] = self.pull[k] / next;
            variance[k] = (0..=k).map(|i| cooperators[i] * defectors[k - i]).sum();
            if k + 1 < ORDER {
                let gain = (0..=k).map(|i| variance[i] * self.pull[k - i]).sum::<f64>() / next;
                cooperators[k + 1] = gain;
                defectors[k + 1] = -gain;
                self.pull[k + 1] = self.slope * gain;
            }
        }
        // Where the last two terms (one may vanish by chance) are below rounding.
        let reach = |k: usize| {
            let size = (self.pull[k] / u).abs();
            if size > 0.0 { pow(1e-16 / size, 1.0 / k as f64) } else { f64::INFINITY }
        };
        self.reach = reach(ORDER - 1).min(reach(ORDER - 2));
    }
}

/// The sum of a power series.
fn sum(terms: &[f64], time: f64) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum * time + term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_slope_the_odds_grow_evenly() {
        let pull = Pull { base: 0.3, slope: 0.0 };
        assert!((Pasture::new(pull, 0.2).log_odds_at(7.0) - logit(0.2) - 2.1).abs() < 1e-14);
        assert!(Pasture::new(pull, 0.2).log_odds_at(1e5) > 29_000.0);
    }

    #[test]
    fn a_start_on_the_tipping_point_stays() {
        let pull = Pull { base: -0.35, slope: 0.7 };
        assert_eq!(Pasture::new(pull, 0.5).log_odds_at(500.0), 0.0);
        assert!(Pasture::new(pull, 0.5 + 1e-11).log_odds_at(500.0) > 100.0);
    }

    /// The separable closed form, where none of its denominators vanishes.
    #[test]
    fn the_series_satisfies_the_closed_form() {
        for base in [-3.0_f64, -0.7, -0.3, 0.4, 2.0] {
            for slope in [0.1, 0.9, 1.85, 6.0, 14.0] {
                for start in [0.01, 0.2, 0.5, 0.77, 0.99] {
                    let full = base + slope;
                    if f64::min(full.abs(), (base + slope * start).abs()) < 1e-3 {
                        continue;
                    }
                    let part = |z: f64| {
                        let (share, left) = (sigma(z), sigma(-z));
                        libm::log(share) / base
                            - libm::log(left) / full
                            - slope / (base * full) * libm::log((base + slope * share).abs())
                    };
                    let mut pasture = Pasture::new(Pull { base, slope }, start);
                    for time in [0.1, 1.0, 5.0, 20.0] {
                        let z = pasture.log_odds_at(time);
                        let found = part(z) - part(logit(start));
                        assert!(
                            (found - time).abs() < 1e-9 * (1.0 + time) / full.abs().min(1.0),
                            "{found}, not {time}"
                        );
                    }
                }
            }
        }
    }
}
