//! The exponential integral `E1(x)`: what is left of a decay whose rate is
//! unknown over many orders of magnitude.
//!
//! Why our own: of the crates that have it, one is licensed under the GPL,
//! `spec_math` and `statrs` call the standard library's `exp` and `ln` (which
//! differ between native and wasm), iterate up to a hundred times per call,
//! and none has the scaled function, without which `E1` is 0 beyond x = 740
//! and its logarithm lost. A page of figures needs ten thousand values.

use super::elementary::polynomial;
use super::{exp, ln};

/// The exponential integral: the integral of `e^-t / t` for t from x to
/// infinity. Infinite at 0; NaN below.
///
/// Relative error at most 1e-15 up to x = 1, and beyond it that of
/// [`e1_scaled`] and of `exp` together (2e-15).
#[must_use]
pub fn e1(x: f64) -> f64 {
    if x <= 1.0 { small(x) } else { exp(-x) * e1_scaled(x) }
}

/// `e^x E1(x)`, which falls like 1/x and so stays far from the end of doubles.
///
/// Relative error at most 1e-15 for x from 1e-300 to 1e300.
#[must_use]
pub fn e1_scaled(x: f64) -> f64 {
    if x <= 1.0 {
        return exp(x) * small(x);
    }
    let t = 1.0 / x;
    t * (polynomial(NUMERATOR, t) / polynomial(DENOMINATOR, t))
}

/// `E1(x)` for x up to 1: the power series, Abramowitz & Stegun 5.1.11, with
/// its term x taken out and most of Euler's constant with it. That difference
/// is exact near x = 1, where the series would lose two bits.
fn small(x: f64) -> f64 {
    (x - SHIFT) + polynomial(SERIES, x) - ln(x)
}

const SHIFT: f64 = 0.6640625;

/// `SHIFT` less the Euler-Mascheroni constant, 0 for the term x, then
/// `(-1)^(k+1) / (k k!)`; the next would not change a double at x = 1.
const SERIES: &[f64] = &[
    0.08684683509846713,
    0.0,
    -0.25,
    0.05555555555555555,
    -0.010416666666666666,
    0.0016666666666666668,
    -0.0002314814814814815,
    2.834467120181406e-05,
    -3.1001984126984127e-06,
    3.0619243582206544e-07,
    -2.755731922398589e-08,
    2.27746439867652e-09,
    -1.7397297489890083e-10,
    1.2353110643708935e-11,
    -8.193389712664089e-13,
    5.0981091545465446e-14,
    -2.9871733327421158e-15,
    1.6537983849091297e-16,
    -8.677337204770125e-18,
];

/// `x e^x E1(x)` as a ratio of polynomials in t = 1/x, for t from 0 to 1.
///
/// Interpolated with 60 digits at the 23 points `t = (1 - cos u)² / 4`, u the
/// Chebyshev angles: the function is a Stieltjes transform in t, whose
/// interpolants have positive coefficients (so nothing cancels). Error of the
/// ratio before rounding: 1.4e-17.
const NUMERATOR: &[f64] = &[
    1.0,
    48.77503944469887,
    938.4994280715987,
    9259.049284459841,
    51058.23173858961,
    161315.36935277545,
    288814.3627262294,
    280872.9855732617,
    136663.8108613363,
    28555.650424350453,
    1835.7239440407782,
    8.103359617457244,
];
const DENOMINATOR: &[f64] = &[
    1.0,
    49.77503944469887,
    986.2744675162976,
    10151.773673086727,
    59512.10671331862,
    205366.9745769325,
    417650.18359135545,
    488774.18776905537,
    312690.97853568225,
    99715.23184782635,
    13343.996738238386,
    503.73166103234223,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// `(x, e^x E1(x))`, computed with 50 digits by mpmath 1.3.
    const REFERENCE: &[(f64, f64)] = &[
        (1e-300, 690.1983122333122),
        (1e-100, 229.68129363450305),
        (1e-20, 45.474486194979384),
        (1e-10, 22.44863526738379),
        (1e-05, 10.935829157788485),
        (0.001, 6.337874070325488),
        (0.0625, 2.4024680837171495),
        (0.25, 1.3408854448313934),
        (0.5, 0.9229106324837305),
        (0.75, 0.7205015065870451),
        (0.9375, 0.6228005931900754),
        (1.0, 0.5963473623231941),
        (1.0625, 0.5722294746050933),
        (1.25, 0.5110328836740476),
        (1.5, 0.448256669291583),
        (2.0, 0.3613286168882226),
        (3.0, 0.2620837402553185),
        (4.0, 0.20634564990105583),
        (5.5, 0.15682943358012752),
        (8.0, 0.1122796392534993),
        (10.0, 0.09156333393978808),
        (20.0, 0.04771854549596084),
        (50.0, 0.01961510993011487),
        (100.0, 0.009901942286733018),
        (700.0, 0.0014265364183008867),
        (1000.0, 0.0009990019940238808),
        (100000.0, 9.99990000199994e-06),
        (100000000.0, 9.999999900000002e-09),
        (1e+200, 1e-200),
    ];

    #[test]
    fn agrees_with_reference_values() {
        for &(x, scaled) in REFERENCE {
            let error = (e1_scaled(x) / scaled - 1.0).abs();
            assert!(error < 1e-15, "e1_scaled({x}): relative error {error:e}");
            let plain = exp(-x) * scaled;
            assert!((e1(x) - plain).abs() <= 2e-15 * plain, "e1({x})");
        }
    }

    #[test]
    fn the_two_ways_meet_at_one() {
        let (below, above) = (e1_scaled(1.0), e1_scaled(1.0 + f64::EPSILON));
        assert!((below / above - 1.0).abs() < 1e-15);
    }

    #[test]
    fn is_total() {
        assert_eq!(e1(0.0), f64::INFINITY);
        assert_eq!(e1(1e6), 0.0);
        assert_eq!(e1(f64::INFINITY), 0.0);
        assert!(e1(-1.0).is_nan());
        assert_eq!(e1_scaled(f64::INFINITY), 0.0);
    }
}
