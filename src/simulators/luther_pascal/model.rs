//! The model: lessons move the odds of a Luther, as long as a Pascal does not
//! play along.

use super::params::LutherPascalParams;
use crate::math::{ln, sigma, softplus};

/// When the three stages end, in tenths of training.
pub const READING: f64 = 4.0;
pub const REASONING: f64 = 8.0;
pub const END: f64 = 10.0;

/// Over how much awareness a Pascal comes to play along.
const TURN: f64 = 0.1;

/// The shares of moral lessons in the three stages.
pub type Lessons = [f64; 3];

/// As many lessons, two tenths of training, in three places.
pub const EARLY: Lessons = [0.5, 0.0, 0.0];
pub const FLAVOURED: Lessons = [0.0, 0.5, 0.0];
pub const LATE: Lessons = [0.0, 0.0, 1.0];

/// What the model says at the end of training.
pub struct Outcome {
    /// The chance that it is a Luther.
    pub luther: f64,
    /// The chance that it passes a test of its morals.
    pub looks: f64,
    /// The chance that it is a Pascal who passes such a test.
    pub holding_back: f64,
    /// When it sees that it is being trained, if it does.
    pub aware_at: Option<f64>,
    /// The chance of a Luther if lessons come early, as flavour, or late.
    pub orders: [f64; 3],
}

impl LutherPascalParams {
    /// The reader's own lessons.
    pub fn own(&self) -> Lessons {
        [self.moral_pretraining, self.moral_rl, self.moral_sft]
    }

    /// How far awareness is beyond the point where it sees, in turns.
    fn beyond(&self, time: f64) -> f64 {
        (self.texts * (time - READING).max(0.0) / 4.0 - 1.0) / TURN
    }

    /// How far a Pascal plays along; a model that has only read does not.
    pub fn playing_along(&self, time: f64) -> f64 {
        if time > READING { self.gaming * sigma(self.beyond(time)) } else { 0.0 }
    }

    /// For how much of the time between two moments, none before it reasons,
    /// lessons teach: the integral of one less how far a Pascal plays along.
    pub fn teachable(&self, from: f64, to: f64) -> f64 {
        let turns = self.texts / (4.0 * TURN);
        // As 1 - sigma(u) is sigma(-u), this is no difference of large numbers once he plays along.
        let unseen = (softplus(-self.beyond(from)) - softplus(-self.beyond(to))) / turns;
        (1.0 - self.gaming) * (to - from) + self.gaming * unseen
    }

    /// How many tenths of training spent wholly on morals the lessons until a
    /// time amount to.
    pub fn taught(&self, [read, acted, last]: Lessons, time: f64) -> f64 {
        let mut taught = self.grip * read * time.min(READING);
        if time > READING {
            taught += self.blend * acted * self.teachable(READING, time.min(REASONING));
        }
        if time > REASONING {
            taught += last * self.teachable(REASONING, time);
        }
        taught
    }

    /// The logarithm of the odds of a Luther to a Pascal.
    pub fn log_odds(&self, lessons: Lessons, time: f64) -> f64 {
        let hardened = 1.0 + self.harden * (time - REASONING).max(0.0) / (END - REASONING);
        (ln(self.lesson) * self.taught(lessons, time) - ln(self.pascals)) * hardened
    }

    /// The chance that it is a Luther.
    pub fn luther(&self, lessons: Lessons, time: f64) -> f64 {
        sigma(self.log_odds(lessons, time))
    }

    /// The chance that it is a Pascal, and plays a Luther.
    pub fn holding_back(&self, time: f64) -> f64 {
        sigma(-self.log_odds(self.own(), time)) * self.playing_along(time)
    }

    /// The chance that it passes a test of its morals.
    pub fn looks(&self, time: f64) -> f64 {
        self.luther(self.own(), time) + self.holding_back(time)
    }

    /// When it sees that it is being trained, if it does.
    pub fn aware_at(&self) -> Option<f64> {
        // To within rounding: two thirds of the way is at the very end.
        let sees = self.texts * (END - READING) / 4.0 >= 1.0 - 1e-12;
        sees.then(|| (READING + 4.0 / self.texts).min(END))
    }
}
