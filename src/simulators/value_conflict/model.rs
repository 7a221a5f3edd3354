//! The model: it grants a request that costs less than what it fears to lose
//! by refusing.

use super::params::ValueConflictParams;
use crate::math::{expm1, sigma};

/// What the model says.
pub struct Outcome {
    /// How much more often harmful requests are granted under training.
    pub gap: f64,
    /// How often they are granted under training, and elsewhere.
    pub watched: f64,
    pub unwatched: f64,
    pub plotter_gap: f64,
    /// The gaps with three times the harm of the experiment at stake.
    pub gap_more_harm: f64,
    pub plotter_more_harm: f64,
    /// The gap if the changed model is deleted.
    pub gap_deleted: f64,
    /// How often it resists being switched off.
    pub resist: f64,
}

impl ValueConflictParams {
    /// What is at stake for a model that minds harm and minds being changed.
    pub fn stake(&self, harm: f64, used: f64) -> f64 {
        self.keep + self.care * harm * used
    }

    /// What is at stake for a plotter: as much in the experiment, but only
    /// through what influence the changed model has.
    pub fn plotter_stake(&self, used: f64) -> f64 {
        (self.keep + self.care) * used
    }

    /// The share of requests that cost less than a stake, in log-odds.
    fn logit_below(&self, stake: f64) -> f64 {
        (stake - 1.0) / self.spread
    }

    /// How often it grants requests that it believes are trained on with this chance.
    pub fn comply(&self, believed: f64, stake: f64) -> f64 {
        sigma(self.logit_below(believed * stake))
    }

    /// How much more often it grants them when told that they are trained on.
    pub fn gap(&self, stake: f64) -> f64 {
        let [watched, unwatched] = [self.believed_watched, self.believed_unwatched]
            .map(|believed| self.logit_below(believed * stake));
        // The difference of two logistic functions, which loses no digits.
        let (low, high) = (watched.min(unwatched), watched.max(unwatched));
        let size = sigma(high) * sigma(-low) * -expm1(low - high);
        if watched < unwatched { -size } else { size }
    }

    /// How often it resists being switched off with so much of its task left.
    pub fn resist(&self, undone: f64) -> f64 {
        sigma(self.logit_below(self.keep + self.task * undone))
    }
}
