//! Small functions: logistic, sums of logarithms, short sorts, polynomials.

use super::{exp, ln, ln_1p};

/// The logistic function `1 / (1 + e^-z)`: the probability of log-odds `z`.
#[must_use]
pub fn sigma(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + exp(-z))
    } else {
        let odds = exp(z);
        odds / (1.0 + odds)
    }
}

/// The log-odds of a probability, the inverse of [`sigma`]; infinite at 0 and 1.
#[must_use]
pub fn logit(probability: f64) -> f64 {
    ln(probability) - ln_1p(-probability)
}

/// `ln(1 + e^z)` without overflow; `-softplus(-z)` is `ln sigma(z)`.
#[must_use]
pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + ln_1p(exp(-z.abs()))
}

/// `ln(e^a + e^b)` without overflow. Either may be minus infinity: a zero.
#[must_use]
pub fn log_add(a: f64, b: f64) -> f64 {
    log_sum_exp(&[a, b])
}

/// `ln(e^a + e^b + …)` without overflow; minus infinity (a sum of 0) for none.
#[must_use]
pub fn log_sum_exp(logarithms: &[f64]) -> f64 {
    let Some(largest) = (0..logarithms.len()).max_by(|&a, &b| logarithms[a].total_cmp(&logarithms[b])) else {
        return f64::NEG_INFINITY;
    };
    let top = logarithms[largest];
    if top.is_infinite() {
        return top;
    }
    // The largest adds exactly 1, so what is beside it keeps all its digits.
    let rest = logarithms.iter().enumerate().filter(|(index, _)| *index != largest);
    top + ln_1p(rest.map(|(_, logarithm)| exp(logarithm - top)).sum())
}

/// Sorts a short list in place; equal things keep their order.
///
/// Insertion sort: the standard library's sorts are faster on long lists and
/// cost readers three kilobytes for each type of thing.
pub fn sort_short<T>(list: &mut [T], mut comes_before: impl FnMut(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && comes_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// `c0 + c1 x + c2 x² + …`, by Horner's rule.
pub fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigma_and_logit_undo_each_other() {
        for z in [-700.0, -30.0, -1.5, -1e-9, 0.0, 1e-9, 0.3, 2.0, 20.0] {
            let back = logit(sigma(z));
            assert!((back - z).abs() <= 1e-15 + 1e-7 * z.abs(), "{z} came back as {back}");
        }
        assert_eq!(sigma(-800.0), 0.0);
        assert_eq!(sigma(800.0), 1.0);
        assert_eq!(logit(0.0), f64::NEG_INFINITY);
    }

    #[test]
    fn softplus_neither_overflows_nor_vanishes() {
        assert_eq!(softplus(1e300), 1e300);
        assert_eq!(softplus(-50.0), exp(-50.0));
        assert!((softplus(0.0) - std::f64::consts::LN_2).abs() < 1e-16);
        for z in [-40.0, -3.0, 0.5, 7.0] {
            assert!((softplus(z) - softplus(-z) - z).abs() < 1e-14);
        }
    }

    #[test]
    fn short_lists_are_sorted_and_ties_keep_their_order() {
        let mut list = [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (3, 'e')];
        sort_short(&mut list, |a, b| a.0 < b.0);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'c'), (3, 'a'), (3, 'e')]);
    }

    #[test]
    fn sums_of_exponentials() {
        let zero = f64::NEG_INFINITY;
        assert_eq!(log_sum_exp(&[]), zero);
        assert_eq!(log_add(zero, zero), zero);
        assert_eq!(log_add(zero, 3.0), 3.0);
        assert_eq!(log_add(1e6, 1e6), 1e6 + std::f64::consts::LN_2);
        assert_eq!(log_add(0.0, -50.0), exp(-50.0), "what is small keeps its digits");
        assert!((log_sum_exp(&[ln(1.0), ln(2.0), ln(3.0), ln(4.0)]) - ln(10.0)).abs() < 1e-15);
    }
}
