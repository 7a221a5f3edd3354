//! Random numbers that are the same everywhere.

use super::{ln, ln_1p};

/// A sequence of random numbers, the same for the same seed on every machine.
///
/// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom
/// number generators, OOPSLA 2014): whole-number arithmetic only, a few lines,
/// and good enough for pictures of a population. No crate is needed for that,
/// and the sequence can never change under the links that name a seed.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The sequence of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// 64 random bits.
    pub const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number between 0 and 1, never either, in steps of 2^-52.
    pub const fn uniform(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 52) as f64;
        ((self.bits() >> 12) as f64 + 0.5) * STEP
    }

    /// The number of the first success in trials that each succeed with
    /// `chance`: a whole number from 1, with mean 1 / chance.
    pub fn geometric(&mut self, chance: f64) -> f64 {
        1.0 + libm::floor(ln(self.uniform()) / ln_1p(-chance))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_published_sequence() {
        // The first values for seed 1234567, as in the test of Java's SplittableRandom
        // port at https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
        let mut random = Random::new(1_234_567);
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423_u64];
        assert_eq!([random.bits(), random.bits(), random.bits()], expected);
    }

    #[test]
    fn uniform_numbers_lie_between_zero_and_one() {
        let mut random = Random::new(7);
        let numbers: Vec<f64> = (0..10_000).map(|_| random.uniform()).collect();
        assert!(numbers.iter().all(|number| *number > 0.0 && *number < 1.0));
        let mean = numbers.iter().sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.015, "mean {mean}");
    }

    #[test]
    fn geometric_numbers_have_the_right_mean_and_tail() {
        let mut random = Random::new(7);
        let numbers: Vec<f64> = (0..10_000).map(|_| random.geometric(0.1)).collect();
        assert!(numbers.iter().all(|number| *number >= 1.0 && libm::floor(*number) == *number));
        let mean = numbers.iter().sum::<f64>() / 10_000.0;
        assert!((mean - 10.0).abs() < 0.5, "mean {mean}");
        let late = numbers.iter().filter(|number| **number > 20.0).count() as f64 / 10_000.0;
        assert!((late - 0.9_f64.powi(20)).abs() < 0.02, "share after 20: {late}");
        assert_eq!(random.geometric(1.0), 1.0);
    }
}
