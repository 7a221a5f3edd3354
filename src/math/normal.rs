//! The standard normal distribution.
//!
//! `libm` has `erfc` to the last digit; no crate has its inverse both to full
//! accuracy and without the standard library's functions, so that one is here.

use super::elementary::polynomial;
use super::{ln, sqrt};

/// `Phi(z)`: the chance that a standard normal number is below z.
///
/// Relative error at most 1e-14 for z above -8 and 4e-13 down to -37, where it
/// leaves the normal doubles (rounding z in its last bit moves it as much).
#[must_use]
pub fn phi(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// `1 - Phi(z)` without the loss of digits in that difference.
#[must_use]
pub fn phi_complement(z: f64) -> f64 {
    phi(-z)
}

/// The z for which `Phi(z)` is this probability; infinite at 0 and 1.
///
/// Relative error at most 1e-15: algorithm AS 241 (PPND16), M. J. Wichura,
/// Applied Statistics 37 (1988), 477-484.
#[must_use]
pub fn phi_inverse(probability: f64) -> f64 {
    let from_middle = probability - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.425 * 0.425 - from_middle * from_middle;
        return from_middle * polynomial(MIDDLE.0, r) / polynomial(MIDDLE.1, r);
    }
    let tail = if from_middle < 0.0 { probability } else { 1.0 - probability };
    let r = sqrt(-ln(tail));
    let size = if r.is_infinite() {
        r
    } else if r <= 5.0 {
        polynomial(TAIL.0, r - 1.6) / polynomial(TAIL.1, r - 1.6)
    } else {
        polynomial(FAR_TAIL.0, r - 5.0) / polynomial(FAR_TAIL.1, r - 5.0)
    };
    if from_middle < 0.0 { -size } else { size }
}

/// Coefficients of a numerator and of a denominator.
type Ratio = (&'static [f64; 8], &'static [f64; 8]);

const MIDDLE: Ratio = (
    &[
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    &[
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
);

const TAIL: Ratio = (
    &[
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    &[
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

const FAR_TAIL: Ratio = (
    &[
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    &[
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    /// `(z, Phi(z))`, computed with 60 digits by mpmath 1.3.
    const REFERENCE: &[(f64, f64)] = &[
        (-37.0, 5.725571222524577e-300),
        (-30.0, 4.906713927148187e-198),
        (-20.0, 2.7536241186062337e-89),
        (-12.0, 1.776482112077679e-33),
        (-8.0, 6.220960574271784e-16),
        (-7.5, 3.1908916729108963e-14),
        (-5.0, 2.866515718791939e-07),
        (-3.0, 0.0013498980316300946),
        (-1.5, 0.06680720126885807),
        (-0.5, 0.3085375387259869),
        (-0.001, 0.49960105778608893),
        (0.0, 0.5),
        (0.25, 0.5987063256829237),
        (1.0, 0.8413447460685429),
        (2.0, 0.9772498680518208),
        (4.0, 0.9999683287581669),
        (6.0, 0.9999999990134123),
    ];

    /// `(p, z)` with `Phi(z) = p`, computed in the same way.
    const INVERSE: &[(f64, f64)] = &[
        (1e-300, -37.0470962993612),
        (1e-100, -21.273453560965326),
        (1e-20, -9.262340089798407),
        (1e-11, -6.706023155495136),
        (1e-06, -4.753424308822899),
        (0.001, -3.0902323061678136),
        (0.01, -2.326347874040841),
        (0.075, -1.439531470938456),
        (0.0750001, -1.4395307645017297),
        (0.2, -0.8416212335729142),
        (0.4, -0.2533471031357997),
        (0.49999, -2.5066282748960008e-05),
        (0.6, 0.2533471031357997),
        (0.71, 0.5533847195556727),
        (0.83, 0.9541652531461943),
        (0.92, 1.4050715603096329),
        (0.925, 1.4395314709384561),
        (0.95, 1.6448536269514722),
        (0.99, 2.3263478740408408),
        (0.9999, 3.7190164854557084),
        (0.999999, 4.753424308817087),
    ];

    #[test]
    fn agrees_with_reference_values() {
        for &(z, below) in REFERENCE {
            let limit = if z > -8.0 { 1e-14 } else { 4e-13 };
            let error = (phi(z) / below - 1.0).abs();
            assert!(error < limit, "phi({z}): relative error {error:e}");
            assert_eq!(phi_complement(-z), phi(z));
        }
    }

    #[test]
    fn the_inverse_agrees_with_reference_values() {
        for &(probability, z) in INVERSE {
            let error = (phi_inverse(probability) - z).abs();
            assert!(error <= 1e-15 * z.abs(), "phi_inverse({probability}): error {error:e}");
        }
        assert_eq!(phi_inverse(0.5), 0.0);
        assert_eq!(phi_inverse(0.0), f64::NEG_INFINITY);
        assert_eq!(phi_inverse(1.0), f64::INFINITY);
        assert!(phi_inverse(f64::NAN).is_nan());
    }
}
