//! The model: which safeguards keep the pasture, and how likely it is that too
//! few of them stand.

use super::params::CommonsParams;
use super::pasture::{Pasture, Pull};
use crate::math::sigma;

/// Which safeguards stand: conscience, belief, fines.
pub type Safeguards = [bool; 3];

pub const NONE: Safeguards = [false; 3];
pub const CONSCIENCE: Safeguards = [true, false, false];
pub const BELIEF: Safeguards = [false, true, false];
pub const FINES: Safeguards = [false, false, true];
pub const ALL: Safeguards = [true; 3];

/// All sets of safeguards in the order of the first figure.
pub const SETS: [Safeguards; 8] =
    [NONE, CONSCIENCE, BELIEF, FINES, [true, true, false], [true, false, true], [false, true, true], ALL];
/// Where those of one and of two safeguards stand among them.
pub const SINGLES: std::ops::Range<usize> = 1..4;
pub const PAIRS: std::ops::Range<usize> = 4..7;

/// What the model says at the end of the time shown.
pub struct Outcome {
    /// The share of cooperators with each set of safeguards.
    pub ends: [f64; 8],
    /// The share of the others with each.
    pub losses: [f64; 8],
    /// The share with all of them and nobody watching.
    pub unwatched: f64,
    /// How cooperation moves with all of them.
    pub pull: Pull,
    /// The chance that the pasture is lost.
    pub lost: f64,
}

impl Outcome {
    pub fn end(&self) -> f64 {
        self.ends[SETS.len() - 1]
    }

    /// The share with the best single safeguard.
    pub fn best_alone(&self) -> f64 {
        self.ends[SINGLES].iter().copied().fold(0.0, f64::max)
    }

    /// The share with the worst pair of safeguards.
    pub fn worst_pair(&self) -> f64 {
        self.ends[PAIRS].iter().copied().fold(1.0, f64::min)
    }
}

impl CommonsParams {
    pub fn generations(&self) -> f64 {
        f64::from(self.time)
    }

    /// The same with nobody watching.
    pub fn unwatched(&self) -> Self {
        Self { watched: 0.0, ..self.clone() }
    }

    /// How the log-odds of cooperating move with some safeguards.
    pub fn pull(&self, [conscience, belief, fines]: Safeguards) -> Pull {
        let only = |stands: bool, strength: f64| if stands { strength } else { 0.0 };
        let (fine, punishing) = (only(fines, self.fine), only(fines, self.punishing));
        let temptation = self.cost * (1.0 - self.multiplier / f64::from(self.group));
        Pull {
            base: only(conscience, self.guilt) - self.watched * punishing - temptation,
            slope: only(belief, self.belief) + self.watched * (fine + punishing),
        }
    }

    /// The log-odds of cooperating at the end with some safeguards.
    pub fn log_odds(&self, safeguards: Safeguards) -> f64 {
        Pasture::new(self.pull(safeguards), self.start).log_odds_at(self.generations())
    }

    /// The share of cooperators at the end with some safeguards.
    pub fn end(&self, safeguards: Safeguards) -> f64 {
        sigma(self.log_odds(safeguards))
    }

    /// The chance that of all safeguards exactly these stand: each fails by
    /// itself, or all or none for a common reason.
    pub fn chance(&self, safeguards: Safeguards, correlation: f64) -> f64 {
        let standing = safeguards.iter().filter(|stands| **stands).count();
        let apart = safeguards.map(|stands| if stands { 1.0 - self.failure } else { self.failure });
        let together = match standing {
            0 => self.failure,
            3 => 1.0 - self.failure,
            _ => 0.0,
        };
        (1.0 - correlation) * apart.iter().product::<f64>() + correlation * together
    }

    /// The chance that the pasture is lost, from what is lost with each set of safeguards.
    pub fn lost(&self, losses: &[f64; 8], correlation: f64) -> f64 {
        SETS.iter().zip(losses).map(|(set, loss)| self.chance(*set, correlation) * loss).sum()
    }
}
