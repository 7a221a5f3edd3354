//! Many steps of training with erosion, at the cost of a few.
//!
//! One step is a linear map of the weights of schemer, influence-seeker and
//! reward-seeker: selection scales each, then means drift into ends. Maps
//! compose, so five thousand steps take thirteen squarings and not a loop.

use super::patterns::{INFLUENCE_SEEKER, REWARD_SEEKER, SCHEMER, Weights};
use crate::math::{ln, ln_1p, log_sum_exp};

/// What some steps do to the three weights, as logarithms of factors. All
/// factors are positive, so nothing cancels.
#[derive(Clone, Copy)]
pub struct Erosion {
    schemer: f64,
    influence_seeker: f64,
    reward_seeker: f64,
    schemer_to_influence_seeker: f64,
    influence_seeker_to_reward_seeker: f64,
    schemer_to_reward_seeker: f64,
}

impl Erosion {
    /// One step: selection, then a share `erosion` moves on; both amounts are
    /// taken before the move.
    pub fn step(selection: &[f64], erosion: f64) -> Self {
        let (moves, stays) = (ln(erosion), ln_1p(-erosion));
        Self {
            schemer: selection[SCHEMER] + stays,
            influence_seeker: selection[INFLUENCE_SEEKER] + stays,
            reward_seeker: selection[REWARD_SEEKER],
            schemer_to_influence_seeker: selection[SCHEMER] + moves,
            influence_seeker_to_reward_seeker: selection[INFLUENCE_SEEKER] + moves,
            schemer_to_reward_seeker: f64::NEG_INFINITY,
        }
    }

    /// These steps, and then those.
    fn then(&self, next: &Self) -> Self {
        Self {
            schemer: self.schemer + next.schemer,
            influence_seeker: self.influence_seeker + next.influence_seeker,
            reward_seeker: self.reward_seeker + next.reward_seeker,
            schemer_to_influence_seeker: log_sum_exp(&[
                self.schemer + next.schemer_to_influence_seeker,
                self.schemer_to_influence_seeker + next.influence_seeker,
            ]),
            influence_seeker_to_reward_seeker: log_sum_exp(&[
                self.influence_seeker + next.influence_seeker_to_reward_seeker,
                self.influence_seeker_to_reward_seeker + next.reward_seeker,
            ]),
            schemer_to_reward_seeker: log_sum_exp(&[
                self.schemer + next.schemer_to_reward_seeker,
                self.schemer_to_influence_seeker + next.influence_seeker_to_reward_seeker,
                self.schemer_to_reward_seeker + next.reward_seeker,
            ]),
        }
    }

    /// The weights after so many of these steps; the other patterns stay.
    pub fn times(mut self, mut steps: u32, mut weights: Weights) -> Weights {
        while steps > 0 {
            if steps % 2 == 1 {
                weights = self.apply(weights);
            }
            self = self.then(&self);
            steps /= 2;
        }
        weights
    }

    fn apply(&self, mut weights: Weights) -> Weights {
        let of = |pattern: usize| weights.0[pattern];
        let (reward_seeker, influence_seeker, schemer) =
            (of(REWARD_SEEKER), of(INFLUENCE_SEEKER), of(SCHEMER));
        weights.0[SCHEMER] = schemer + self.schemer;
        weights.0[INFLUENCE_SEEKER] = log_sum_exp(&[
            influence_seeker + self.influence_seeker,
            schemer + self.schemer_to_influence_seeker,
        ]);
        weights.0[REWARD_SEEKER] = log_sum_exp(&[
            reward_seeker + self.reward_seeker,
            influence_seeker + self.influence_seeker_to_reward_seeker,
            schemer + self.schemer_to_reward_seeker,
        ]);
        weights
    }
}
