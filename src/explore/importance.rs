//! Which assumption matters most: how much of the spread of an output each
//! decides alone.

use super::draws::{DRAWS, Draws};
use super::spread::Spread;

/// Into so many equal parts each range is cut.
const PARTS: u32 = 16;

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The headline readout, by its rank: how far its values are apart says
    /// nothing then, and what does not exist has a rank, too.
    Headline,
    /// Whether the claim at this place holds.
    Claim(usize),
}

/// For each parameter that has a range, in the order of the page, the share of
/// the spread of an output that it decides alone, from 0 to 1.
///
/// The first-order effect of variance-based sensitivity analysis (A. Saltelli
/// and others, Global Sensitivity Analysis: The Primer, Wiley 2008), as the
/// correlation ratio of the output and the parts of the range. What chance
/// alone would give is taken off (T. L. Kelley, An unbiased correlation ratio
/// measure, PNAS 21, 1935).
#[must_use]
pub fn importance(draws: &Draws, output: Output) -> Vec<f64> {
    let outcomes = match output {
        Output::Headline => Spread::new(draws, draws.headline).ranks(),
        Output::Claim(claim) => draws.holds(claim).map(|holds| f64::from(u8::from(holds))).collect(),
    };
    (0..draws.sample.specs().count()).map(|place| of_parameter(draws, &outcomes, place)).collect()
}

/// What is left of the whole: decided by parameters together alone.
#[must_use]
pub fn together(importance: &[f64]) -> f64 {
    (1.0 - importance.iter().sum::<f64>()).max(0.0)
}

fn of_parameter(draws: &Draws, outcomes: &[f64], place: usize) -> f64 {
    let count = f64::from(DRAWS);
    let mean = outcomes.iter().sum::<f64>() / count;
    let total: f64 = outcomes.iter().map(|outcome| (outcome - mean) * (outcome - mean)).sum();
    if total == 0.0 {
        return 0.0;
    }
    let mut sums = [0.0; PARTS as usize];
    for (point, outcome) in (0..DRAWS).zip(outcomes) {
        sums[draws.sample.part(point, place, PARTS)] += outcome - mean;
    }
    let in_part = f64::from(DRAWS / PARTS);
    let between: f64 = sums.iter().map(|sum| sum * sum / in_part).sum();
    let chance = (count - 1.0) / f64::from(DRAWS - PARTS);
    (1.0 - (1.0 - between / total) * chance).max(0.0)
}
