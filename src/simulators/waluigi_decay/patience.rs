//! A Waluigi of unknown patience: its half-life could be anything from one
//! opportunity to the longest plausible one, every factor of ten as likely as
//! the next.
//!
//! The rate `l = ln 2 / h` is then log-uniform, and silence has the
//! probability `(E1(n lo) - E1(n hi)) / ln(hi / lo)`, a textbook mixture of
//! exponentials. All of it is kept relative to `e^(-n lo)`, the silence of the
//! most patient one, because the rest may be smaller than any double.

use crate::math::{e1_scaled, exp, expm1, ln};
use std::f64::consts::LN_2;

/// What silence says about the half-life of a Waluigi.
pub struct HalfLives {
    /// The longest plausible half-life, in opportunities, and its logarithm.
    longest: f64,
    all: f64,
    /// How far the silence has gone, in units of its decay: `n ln2 / longest`,
    /// and `e^x E1(x)` of that.
    x: f64,
    scaled: f64,
}

impl HalfLives {
    /// After n quiet opportunities.
    pub fn after(n: f64, longest: f64) -> Self {
        let x = n * LN_2 / longest;
        Self { longest, all: ln(longest), x, scaled: e1_scaled(x) }
    }

    /// The logarithm of the probability of that silence.
    pub fn ln_silence(&self) -> f64 {
        if self.x == 0.0 { 0.0 } else { ln(self.longer_than(self.all).0 / self.all) - self.x }
    }

    /// The logarithm of the probability of that silence of n opportunities, and
    /// of some acts among them that looked bad, per such record of a good
    /// character whose acts look bad by accident at this rate.
    pub fn ln_record(&self, n: f64, marks: u32, accident: f64) -> f64 {
        if marks == 0 {
            return self.ln_silence();
        }
        let fastest = self.x * self.longest;
        let mut sum = self.longer_than(self.all).0;
        let mut weight = 1.0;
        for j in 1..=marks {
            // How many ways there are to take j acts for the Waluigi's own,
            // each as often as its rate makes it happen beyond the accidents.
            weight *= f64::from(marks + 1 - j) / f64::from(j) / (accident * n);
            sum += weight * (gamma(j, self.x) - exp(self.x - fastest) * gamma(j, fastest));
        }
        ln(sum / self.all) - self.x
    }

    /// The half-life, in opportunities, that is the true one or more with this
    /// share of belief (0 to 1), given that it is a Waluigi.
    pub fn quantile(&self, share: f64) -> f64 {
        let goal = (1.0 - share) * self.longer_than(self.all).0;
        // Newton's method. From the left it can never overshoot, because the
        // slope falls as the half-lives get shorter: no bracket is needed.
        let mut s = goal;
        for _ in 0..100 {
            let (weight, slope) = self.longer_than(s);
            let step = (goal - weight) / slope;
            s += step;
            // The next step would be as small as the square of this one.
            if step <= 1e-9 * s {
                break;
            }
        }
        self.longest * exp(-s.min(self.all))
    }

    /// The weight of half-lives longer than `longest e^-s`, times `e^x`: `G` of
    /// the specification, as a function of `s = ln(l / lo)`; and its slope.
    fn longer_than(&self, s: f64) -> (f64, f64) {
        if self.x == 0.0 {
            return (s, 1.0);
        }
        let further = self.x * expm1(s);
        let slope = exp(-further);
        (self.scaled - slope * e1_scaled(self.x + further), slope)
    }
}

/// `e^x` times the upper incomplete gamma function of a whole number and x.
fn gamma(whole: u32, x: f64) -> f64 {
    let (mut term, mut sum, mut factorial) = (1.0, 1.0, 1.0);
    for i in 1..whole {
        term *= x / f64::from(i);
        sum += term;
        factorial *= f64::from(i);
    }
    factorial * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mark_of_a_waluigi_is_worth_its_mean_rate() {
        // By the definition: the mean over half-lives of (1 + rate/accident) e^(-rate n).
        let (n, longest, accident) = (200.0, 1e4, 0.003);
        let steps = 200_000;
        let mean = |marks: i32| -> f64 {
            let at = |step: i32| {
                let rate = LN_2 / exp((f64::from(step) + 0.5) / f64::from(steps) * ln(longest));
                (1.0 + rate / accident).powi(marks) * exp(-rate * n)
            };
            (0..steps).map(at).sum::<f64>() / f64::from(steps)
        };
        for marks in 0..=5 {
            let found = exp(HalfLives::after(n, longest).ln_record(n, marks as u32, accident));
            assert!((found / mean(marks) - 1.0).abs() < 1e-6, "{marks}: {found}, not {}", mean(marks));
        }
    }

    #[test]
    fn the_mixture_agrees_with_a_published_check() {
        // Rates from 1e-6 to 1 per opportunity: half-lives from ln2 to 1e6 ln2.
        // In units of ln2 opportunities that is a longest half-life of 1e6.
        let silence = exp(HalfLives::after(1000.0 / LN_2, 1e6).ln_silence());
        assert!((silence - 0.458_292_1).abs() < 1e-7, "{silence}");
    }

    #[test]
    fn before_any_silence_half_lives_are_spread_evenly_in_the_logarithm() {
        let before = HalfLives::after(0.0, 1e6);
        assert_eq!(before.ln_silence(), 0.0);
        for (share, half_life) in [(0.1, 1e6_f64.powf(0.1)), (0.5, 1000.0), (0.9, 1e6_f64.powf(0.9))] {
            assert!((before.quantile(share) / half_life - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn quantiles_solve_their_equation_and_grow_with_silence() {
        for longest in [1e2, 1e5, 1e9] {
            let mut last = [0.0; 3];
            for exponent in 0..80 {
                let half_lives = HalfLives::after(libm::pow(10.0, f64::from(exponent) / 8.0), longest);
                for (share, last) in [0.1, 0.5, 0.9].into_iter().zip(&mut last) {
                    let half_life = half_lives.quantile(share);
                    assert!(half_life > *last && half_life <= longest, "{half_life} after {last}");
                    *last = half_life;
                    let weight = |h: f64| half_lives.longer_than(ln(longest / h)).0;
                    let found = 1.0 - weight(half_life) / weight(1.0);
                    // What is lost here is lost in asking, by rounding longest / h.
                    assert!((found - share).abs() < 1e-9 * (1.0 + half_lives.x), "{found}, not {share}");
                }
            }
        }
    }

    #[test]
    fn its_logarithm_is_exact_where_silence_is_beyond_doubles() {
        // H = 100, n = 1e6, computed with 50 digits by mpmath 1.3.
        let silence = HalfLives::after(1e6, 100.0).ln_silence();
        assert!((silence + 6941.842956914952).abs() < 1e-11, "{silence}");
    }
}
