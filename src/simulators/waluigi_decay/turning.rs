//! The chance that the story has turned, as a storyteller would have it who
//! draws the character afresh at every step from the current suspicion.

use super::params::WaluigiDecayParams;
use crate::math::{expm1, ln_1p, logit, sigma};

/// The chance that it has turned within n opportunities, seen from the start:
/// one less the product over them of `1 - q * suspicion`.
pub fn turned(params: &WaluigiDecayParams, n: f64, forgets: bool) -> f64 {
    let start = logit(params.prior);
    let step = params.ln_odds_step();
    let remembered = if forgets { n.min(f64::from(params.memory)) } else { n };
    let ln_quiet = if params.slip == 0.0 {
        // Without slips the product telescopes to 1 - w0 + w0 (1-q)^n.
        ln_1p(params.prior * expm1(remembered * step))
    } else {
        sum(params.reveal, start, step, remembered)
    };
    // Once the memory is full, suspicion stays where it is.
    let last = start + remembered * step;
    -expm1(ln_quiet + (n - remembered) * quiet_once(params.reveal, last))
}

/// `ln(1 - q sigma(z))`: the logarithm of the chance of one more quiet step at
/// log-odds z.
fn quiet_once(reveal: f64, z: f64) -> f64 {
    ln_1p(-reveal * sigma(z))
}

/// Log-odds beyond which suspicion is 0 or 1 to the last digit.
const CERTAIN: f64 = 45.0;

/// Longest step in log-odds over which the sum is made from the curve.
const SMOOTH: f64 = 0.05;

/// The sum of [`quiet_once`] over `count` steps at log-odds `start`,
/// `start + step`, …
///
/// The cost does not grow with the count: where suspicion is certain the terms
/// are all the same, and where it changes slowly the sum is made of fewer and
/// longer steps, with the corrections of Euler and Maclaurin at both ends
/// (Abramowitz & Stegun 23.1.30). Relative error below 1e-12.
fn sum(reveal: f64, start: f64, step: f64, count: f64) -> f64 {
    let until_certain = if step < 0.0 { start + CERTAIN } else { CERTAIN - start } / step.abs();
    let live = libm::ceil(until_certain).min(count);
    let settled = if step > 0.0 { (count - live) * ln_1p(-reveal) } else { 0.0 };

    // Strides of whole steps would be exact as they are; longer ones are
    // corrected by how far they are from it.
    let strides = libm::ceil(live * step.abs() / SMOOTH).min(live).max(1.0);
    let stride = live / strides;
    let end = start + live * step;
    let ends = quiet_once(reveal, end) - quiet_once(reveal, start);
    let trapezoids: f64 =
        (0..strides as u32).map(|index| quiet_once(reveal, start + f64::from(index) * stride * step)).sum();
    let (first, third) = (slope(reveal, end) - slope(reveal, start), bend(reveal, end) - bend(reveal, start));
    let square = stride * stride;
    let corrections =
        (1.0 - square) / 12.0 * step * first - (1.0 - square * square) / 720.0 * step * step * step * third;
    // The trapezoids give half of each end; a sum gives the start and not the end.
    stride * (trapezoids + 0.5 * ends) - 0.5 * ends + corrections + settled
}

/// The first derivative of [`quiet_once`] by the log-odds, which is
/// `ln(1 + (1-q) e^z) - ln(1 + e^z)`.
fn slope(reveal: f64, z: f64) -> f64 {
    sigma(z + ln_1p(-reveal)) - sigma(z)
}

/// Its third derivative.
fn bend(reveal: f64, z: f64) -> f64 {
    let third = |z: f64| {
        let share = sigma(z);
        share * (1.0 - share) * (1.0 - 2.0 * share)
    };
    third(z + ln_1p(-reveal)) - third(z)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_sum() {
        for reveal in [1e-6, 1e-3, 0.02, 0.5] {
            for step in [-0.7, -0.06, -0.03, -1e-3, -1e-9, 0.0, 1e-12, 1e-4, 0.02, 0.04, 0.049] {
                for start in [-6.9, 0.0, 6.9] {
                    for count in [0.0, 1.0, 2.0, 10.0, 1234.0, 5000.0] {
                        let slow: f64 = (0..count as u32)
                            .map(|index| quiet_once(reveal, start + f64::from(index) * step))
                            .sum();
                        let quick = sum(reveal, start, step, count);
                        assert!(
                            (quick - slow).abs() <= 2e-12 * slow.abs(),
                            "q {reveal}, step {step}, start {start}, count {count}: {quick}, not {slow}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn without_slips_the_product_telescopes() {
        // The check of the specification: w0 = .3, q = .1, n = 25.
        let quiet = crate::math::exp(sum(0.1, logit(0.3), ln_1p(-0.1), 25.0));
        assert!((quiet - 0.721_536_94).abs() < 1e-8, "{quiet}");
        assert!((quiet - (1.0 + 0.3 * expm1(25.0 * ln_1p(-0.1)))).abs() < 1e-15);
    }
}
