//! Where a function of one variable changes its sign.

/// A change of sign, enclosed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Root {
    /// The function has the sign of the low end here, …
    pub low: f64,
    /// … and that of the high end here.
    pub high: f64,
}

impl Root {
    /// The middle, at most half the tolerance from the change of sign.
    #[must_use]
    pub fn middle(self) -> f64 {
        0.5 * self.low + 0.5 * self.high
    }
}

/// Finds where `f` changes sign between `low` and `high`, to within `tolerance`
/// (the width of the result; never less than the doubles there can tell apart).
///
/// `None` if the signs at the ends are the same (zero counts as negative, so
/// that a claim that only just fails has failed) or not known (NaN). `f` may
/// jump, be infinite or be NaN in between (NaN counts as negative): what
/// comes back is a place where its sign changes, and it takes at most two
/// calls more than bisection. For smooth functions it takes about a third.
///
/// This is the ITP method: I. F. D. Oliveira and R. H. C. Takahashi, An
/// enhancement of the bisection method average performance preserving minmax
/// optimality, ACM TOMS 47 (2021), 5.
#[must_use]
pub fn root(low: f64, high: f64, tolerance: f64, mut f: impl FnMut(f64) -> f64) -> Option<Root> {
    let (mut low, mut high) = (low, high);
    let (mut at_low, mut at_high) = (f(low), f(high));
    let rising = at_high > 0.0;
    if at_low.is_nan() || at_high.is_nan() || rising == (at_low > 0.0) {
        return None;
    }
    let width = (high - low).min(f64::MAX);
    let tolerance = tolerance.max(2.0 * f64::EPSILON * low.abs().max(high.abs())).max(f64::MIN_POSITIVE);
    // How far from the middle a step may go: halved with every step, so that
    // the method is never more than one halving behind bisection.
    let mut slack = tolerance;
    while slack < width {
        slack = (2.0 * slack).min(f64::MAX);
    }
    while high - low > tolerance {
        let middle = 0.5 * low + 0.5 * high;
        slack *= 0.5;
        let reach = (slack - 0.5 * (high - low)).max(0.0);
        // Where a straight line would cross zero, nudged towards the middle …
        let crossing = (low * at_high - high * at_low) / (at_high - at_low);
        let nudge = 0.2 * (high - low) * ((high - low) / width);
        let nudged = if (crossing - middle).abs() > nudge {
            crossing + if crossing < middle { nudge } else { -nudge }
        } else {
            middle
        };
        // … and no farther from it than the slack allows; NaN gives the middle.
        let x = if nudged.is_nan() { middle } else { nudged.clamp(middle - reach, middle + reach) };
        let x = if x > low && x < high { x } else { middle };
        let y = f(x);
        if (y > 0.0) == rising {
            (high, at_high) = (x, y);
        } else {
            (low, at_low) = (x, y);
        }
    }
    Some(Root { low, high })
}

#[cfg(test)]
mod tests {
    use super::super::{exp, ln};
    use super::*;

    fn check(f: impl Fn(f64) -> f64, low: f64, high: f64, expected: f64) {
        let mut calls = 0;
        let found = root(low, high, 1e-12, |x| {
            calls += 1;
            f(x)
        });
        let found = found.expect("a change of sign");
        assert!((found.middle() - expected).abs() <= 1e-12, "found {found:?}, not {expected}");
        assert!(found.low <= found.middle() && found.middle() <= found.high);
        let bisections = libm::log2((high - low) / 1e-12);
        assert!(f64::from(calls) < bisections + 5.0, "{calls} calls, bisection takes {bisections}");
    }

    #[test]
    fn finds_smooth_steep_flat_and_jumping_roots() {
        check(|x| x * x - 2.0, 0.0, 2.0, std::f64::consts::SQRT_2);
        check(|x| 2.0 - x * x, 0.0, 2.0, std::f64::consts::SQRT_2);
        check(|x| exp(x) - 1e-3, -100.0, 100.0, ln(1e-3));
        check(|x| (x - 0.3) * (x - 0.3) * (x - 0.3), 0.0, 1.0, 0.3);
        check(|x| if x < 0.7 { -1.0 } else { 1e300 }, 0.0, 1.0, 0.7);
        check(|x| 1.0 / (x - 0.2), 0.0, 1.0, 0.2);
        check(|x| if x < 0.6 { f64::NEG_INFINITY } else { f64::INFINITY }, 0.0, 1.0, 0.6);
    }

    #[test]
    fn is_quick_where_the_function_is_smooth() {
        let mut calls = 0;
        let _ = root(0.0, 10.0, 1e-12, |x| {
            calls += 1;
            exp(-x) - 0.01
        });
        assert!(calls <= 20, "{calls} calls");
    }

    #[test]
    fn no_change_of_sign_is_no_root() {
        assert_eq!(root(0.0, 1.0, 1e-9, |_| 1.0), None);
        assert_eq!(root(0.0, 1.0, 1e-9, |_| 0.0), None);
        assert_eq!(root(0.0, 1.0, 1e-9, |_| f64::NAN), None);
        assert_eq!(root(1.0, 1.0, 1e-9, |x| x), None);
    }

    #[test]
    fn stops_at_the_resolution_of_doubles() {
        let found = root(1e8, 1e9, 0.0, |x| x - 123_456_789.25).expect("a change of sign");
        assert!((found.middle() - 123_456_789.25).abs() < 1e-6);
        assert!(root(0.0, 1e-300, 0.0, |x| x - 5e-301).is_some());
        assert!(root(-f64::MAX, f64::MAX, 1e-9, |x| x - 5.0).is_some());
    }
}
