//! The pasture in the course of time: `x' = x (1 - x) (base + slope x)`, where
//! x is the share of cooperators.

use crate::math::{expm1, ln, ln_1p, logit, sigma, softplus};

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

/// Followed in log-odds z. `dt = dz / (base + slope x)` is the sum of
/// `(1 - x) dz / (base + slope x)` and `x dz / (base + slope x)`, which are the
/// differentials of `ln(x / pull) / base` and of `-ln((1 - x) / pull) / full`,
/// with `full = base + slope`: the time that passes on the way to some
/// log-odds has a closed form, and Newton's method finds the log-odds of a time.
pub struct Pasture {
    pull: Pull,
    /// Where it starts: share, log-odds, pull.
    share: f64,
    log_odds: f64,
    pull_there: f64,
    /// How far the log-odds have moved at the last time asked for.
    moved: f64,
}

/// More steps than Newton's method ever takes: it grows by itself near the tipping point.
const STEPS: usize = 200;

impl Pasture {
    pub fn new(pull: Pull, start: f64) -> Self {
        Self { pull, share: start, log_odds: logit(start), pull_there: pull.at(start), moved: 0.0 }
    }

    /// The log-odds of cooperating at a time not before the last one asked for.
    pub fn log_odds_at(&mut self, time: f64) -> f64 {
        if self.pull_there == 0.0 {
            return self.log_odds;
        }
        // The pull never turns and only grows, so time is a concave function of the way:
        // each step falls short, and none goes too far.
        for _ in 0..STEPS {
            let (passed, pull) = self.way(self.moved);
            let step = (time - passed) * pull;
            self.moved += step;
            if step.abs() <= 1e-15 * self.moved.abs() {
                break;
            }
        }
        self.log_odds + self.moved
    }

    /// The time until the log-odds have moved so far, and the pull there.
    fn way(&self, moved: f64) -> (f64, f64) {
        let (start, z) = (self.share, self.log_odds + moved);
        let (share, left) = (sigma(z), sigma(-z));
        // The share that was won, as products: small shares and a start near
        // the tipping point keep their digits.
        let won = if moved > 0.0 { -share * (1.0 - start) * expm1(-moved) } else { start * left * expm1(moved) };
        let pull = self.pull_there + self.pull.slope * won;
        let growth = ln(pull / self.pull_there);
        let (base, full) = (self.pull.base, self.pull.base + self.pull.slope);
        let losing = part(base, won / (start * pull), || softplus(-self.log_odds) - softplus(-z) - growth);
        let winning = part(-full, won / ((1.0 - start) * pull), || softplus(self.log_odds) - softplus(z) - growth);
        (losing + winning, pull)
    }
}

/// `ln(1 + rate by) / rate`, also where the rate vanishes. `direct` gives the
/// same logarithm where it is not small.
fn part(rate: f64, by: f64, direct: impl Fn() -> f64) -> f64 {
    let grown = rate * by;
    if grown.abs() < 1e-9 {
        by * (1.0 - 0.5 * grown)
    } else if grown.abs() < 0.5 {
        ln_1p(grown) / rate
    } else {
        direct() / rate
    }
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

    /// Against the equation itself, followed in small steps (Runge and Kutta's of fourth order).
    #[test]
    fn it_follows_the_equation() {
        for base in [-3.0_f64, -0.7, -0.3, -1e-4, 0.0, 1e-12, 0.4, 2.0] {
            for slope in [0.0, 1e-9, 0.1, 0.3, 0.3 + 1e-13, 0.9, 1.85, 6.0, 14.0] {
                for start in [0.01, 0.2, 0.5, 0.77, 0.99] {
                    let pull = Pull { base, slope };
                    if pull.at(start).abs() < 1e-6 {
                        continue;
                    }
                    let f = |z: f64| base + slope * sigma(z);
                    let (mut z, mut time, step) = (logit(start), 0.0, 1.0 / 512.0);
                    let mut pasture = Pasture::new(pull, start);
                    for until in [0.125, 1.0, 5.0, 20.0] {
                        while time < until {
                            let k1 = f(z);
                            let k2 = f(z + 0.5 * step * k1);
                            let k3 = f(z + 0.5 * step * k2);
                            let k4 = f(z + step * k3);
                            z += step / 6.0 * (k1 + 2.0 * (k2 + k3) + k4);
                            time += step;
                        }
                        let found = pasture.log_odds_at(until);
                        assert!((found - z).abs() < 1e-9 * (1.0 + z.abs()), "{pull:?} {start} {until}: {found}, not {z}");
                    }
                }
            }
        }
    }

    /// Where the start is nearly the tipping point, the way out of it is known.
    #[test]
    fn near_the_tipping_point_the_distance_grows_exponentially() {
        let pull = Pull { base: -0.35, slope: 0.7 };
        let start = 0.5 + 1e-9;
        let off = pull.at(start);
        for time in [10.0, 50.0, 80.0] {
            let found = Pasture::new(pull, start).log_odds_at(time) - logit(start);
            let linear = off * libm::expm1(0.175 * time) / 0.175;
            assert!((found / linear - 1.0).abs() < 1e-6, "{time}: {found}, not {linear}");
        }
    }

    #[test]
    fn long_times_and_no_time_are_answered() {
        for (base, slope) in [(-8.0, 0.0), (-8.0, 14.0), (-1.0, 1.0), (1e-13, 20.0), (7.0, 20.0)] {
            for start in [0.01, 0.5, 0.99] {
                let mut pasture = Pasture::new(Pull { base, slope }, start);
                assert_eq!(pasture.log_odds_at(0.0), logit(start));
                for time in [1e-9, 500.0, 1e5] {
                    assert!(pasture.log_odds_at(time).is_finite(), "{base} {slope} {start} {time}");
                }
            }
        }
    }
}
