//! Hypotheses that compete for one unit of belief, in logarithms.

use super::elementary::log_sum_exp;
use super::exp;

/// The logarithms of the weights of `N` rivals: hypotheses that evidence
/// speaks for or against, motives that selection raises or lowers.
///
/// Evidence is added and never multiplied, so that 10^8 opportunities neither
/// underflow nor lose the ratio of what is left. Weights need not sum to 1.
///
/// ```
/// use what_survives::math::{LogWeights, ln};
///
/// // Is it a Luigi, or a Waluigi that turns half of the time? Three quiet times.
/// let belief = LogWeights([0.0, 0.0]).add(1, 3.0 * ln(0.5));
/// let [_luigi, waluigi] = belief.shares();
/// assert!((waluigi - 1.0 / 9.0).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogWeights<const N: usize>(pub [f64; N]);

impl<const N: usize> LogWeights<N> {
    /// The same after evidence about one rival: the logarithm of how likely
    /// it made what was seen.
    #[must_use]
    pub fn add(mut self, rival: usize, ln_evidence: f64) -> Self {
        self.0[rival] += ln_evidence;
        self
    }

    /// The same after evidence about each rival.
    #[must_use]
    pub fn add_each(mut self, ln_evidence: [f64; N]) -> Self {
        for (weight, evidence) in self.0.iter_mut().zip(ln_evidence) {
            *weight += evidence;
        }
        self
    }

    /// The logarithm of each rival's share of the total. Exact to rounding
    /// where the share itself is too small for a double. Rivals that all have
    /// weight zero share evenly.
    #[must_use]
    pub fn ln_shares(self) -> [f64; N] {
        let total = log_sum_exp(&self.0);
        if total == f64::NEG_INFINITY {
            return [-super::ln(N as f64); N];
        }
        self.0.map(|weight| weight - total)
    }

    /// Each rival's share of the total, 0 to 1; they sum to 1.
    #[must_use]
    pub fn shares(self) -> [f64; N] {
        self.ln_shares().map(exp)
    }
}

/// The Kullback-Leibler divergence of `q` from `p`, in nats, from the
/// logarithms of their shares: what is lost by taking `q` for `p`.
///
/// Never negative; 0 if they are the same; infinite if `q` rules out
/// something that `p` does not.
#[must_use]
pub fn divergence(ln_p: &[f64], ln_q: &[f64]) -> f64 {
    let terms = ln_p.iter().zip(ln_q).filter(|(p, _)| **p > f64::NEG_INFINITY);
    terms.map(|(p, q)| exp(*p) * (p - q)).sum::<f64>().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::ln;
    use super::*;

    #[test]
    fn shares_sum_to_one_however_large_the_weights() {
        for scale in [0.0, 1.0, 1e3, 1e8] {
            let shares = LogWeights([0.0, -scale, -2.0 * scale, scale]).shares();
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-15, "{shares:?}");
        }
    }

    #[test]
    fn log_shares_stay_exact_where_shares_underflow() {
        let belief = LogWeights([0.0, ln(0.5)]).add(1, 1e8 * ln(0.5));
        assert_eq!(belief.shares(), [1.0, 0.0]);
        assert_eq!(belief.ln_shares()[1], ln(0.5) + 1e8 * ln(0.5));
    }

    #[test]
    fn the_order_of_evidence_does_not_matter() {
        let one = LogWeights([0.0, 1.0, 2.0]).add(0, 0.5).add_each([1.0, 2.0, 4.0]);
        let other = LogWeights([0.0, 1.0, 2.0]).add_each([1.0, 2.0, 4.0]).add(0, 0.5);
        assert_eq!(one, other);
    }

    #[test]
    fn nothing_left_is_shared_evenly() {
        assert_eq!(LogWeights([f64::NEG_INFINITY; 4]).shares(), [0.25; 4]);
    }

    #[test]
    fn divergence_is_zero_or_more() {
        let p = LogWeights([ln(0.9), ln(0.1)]).ln_shares();
        let q = LogWeights([ln(0.5), ln(0.5)]).ln_shares();
        assert_eq!(divergence(&p, &p), 0.0);
        assert!((divergence(&p, &q) - 0.368_064_207_168_497_2).abs() < 1e-15);
        assert_eq!(divergence(&[0.0, f64::NEG_INFINITY], &q), -q[0]);
        assert_eq!(divergence(&q, &[0.0, f64::NEG_INFINITY]), f64::INFINITY);
    }
}
