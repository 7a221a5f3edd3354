//! The model: what is left of each kind of problem on the day of deployment,
//! and what one more year of work changes.

use super::params::LegibilityParams;
use crate::math::{exp, expm1, ln, ln_1p};

/// What the model says.
pub struct Outcome {
    /// What is lost of a good future on average.
    pub loss: f64,
    /// What one more year of work saves, by where and when it is done.
    pub visible: Gain,
    pub hidden: f64,
    pub ripe: f64,
    /// What the year on visible problems costs if deployment waits for them all.
    pub harm_if_waiting: f64,
    /// By how many years it brings deployment forward.
    pub hastened: f64,
    /// When deployment comes, in years.
    pub deployment: f64,
    /// Risk left then from visible and from hidden problems.
    pub legible_left: f64,
    pub illegible_left: f64,
}

/// What a year of work on visible problems saves of a good future.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// By what it solves.
    pub solved: f64,
    /// By the time that it takes away: 0 or less.
    pub hastened: f64,
}

impl Gain {
    pub fn net(self) -> f64 {
        self.solved + self.hastened
    }
}

impl LegibilityParams {
    pub fn with_gating(&self, gating: f64) -> Self {
        Self { gating, ..self.clone() }
    }

    pub fn with_effort(&self, effort: f64) -> Self {
        Self { effort, ..self.clone() }
    }

    /// The rate at which all work wears a hidden problem down, per year.
    fn rate(&self) -> f64 {
        -ln_1p(-self.yearly)
    }

    /// The same for a visible problem.
    fn visible_rate(&self) -> f64 {
        self.rate() * self.tractability
    }

    /// The logarithm of how much more work does on a hidden problem once it
    /// shows as far as it ever will.
    fn ln_ripe(&self) -> f64 {
        self.ripening * ln(self.tractability)
    }

    /// How much more a year does on hidden problems than while they are hidden,
    /// on average while they show more and more.
    fn mean_worth(&self) -> f64 {
        let z = self.ln_ripe();
        if z == 0.0 { 1.0 } else { expm1(z) / z }
    }

    /// What is left of the visible problems after so many years and years of work.
    pub fn visible_left(&self, time: f64, work: f64) -> f64 {
        exp(-self.visible_rate() * (self.effort * time + work))
    }

    /// The same for the hidden ones, with work that counts once.
    pub fn hidden_left(&self, time: f64, work: f64) -> f64 {
        exp(-self.rate() * ((1.0 - self.effort) * time * self.mean_worth() + work))
    }

    /// How many years deployment could wait for visible problems after so much
    /// more work on them.
    fn missing(&self, work: f64) -> f64 {
        let solved = ((-ln(self.bar) / self.visible_rate() - work) / self.effort).max(0.0);
        (solved - self.capability_time).max(0.0)
    }

    /// When deployment comes after so much more work on visible problems.
    pub fn deployment(&self, work: f64) -> f64 {
        self.capability_time + self.gating * self.missing(work)
    }

    /// By how many years one more year of that work brings deployment forward.
    pub fn hastened(&self) -> f64 {
        self.gating * (self.missing(0.0) - self.missing(1.0))
    }

    /// What a future is worth with so much left of the visible problems, if the
    /// hidden ones do not end it.
    fn worth(&self, visible_left: f64) -> f64 {
        (1.0 - self.legible_risk * visible_left) * (1.0 - self.worse_future * visible_left)
    }

    /// How much less it is worth with more of them left, without the rounding
    /// of a difference.
    fn worth_lost(&self, less: f64, more: f64, difference: f64) -> f64 {
        let (risk, worse) = (self.legible_risk, self.worse_future);
        difference * (risk + worse - risk * worse * (less + more))
    }

    /// What is lost of a good future on average: it is as good as the chance of
    /// no disaster of either kind, times what it is then worth.
    pub fn loss(&self) -> f64 {
        let time = self.deployment(0.0);
        let left = self.visible_left(time, 0.0);
        let [visible, worse] = [self.legible_risk, self.worse_future].map(|most| most * left);
        let hidden = self.illegible_risk * self.hidden_left(time, 0.0);
        // One minus a product, summed so that small parts keep their digits.
        hidden + (1.0 - hidden) * (visible + (1.0 - visible) * worse)
    }

    /// What one more year of work on visible problems saves, done at once.
    pub fn year_on_visible(&self) -> Gain {
        let [time, sooner] = [0.0, 1.0].map(|work| self.deployment(work));
        let earlier = self.hastened();
        // What is left without the year, with it, and with it but on the earlier day.
        let [before, after, then] =
            [(time, 0.0), (time, 1.0), (sooner, 1.0)].map(|(time, work)| self.visible_left(time, work));
        let unsolved = |rate: f64, years: f64| -expm1(-rate * years);
        let solved = self.worth_lost(after, before, before * unsolved(self.visible_rate(), 1.0));
        let undone =
            self.worth_lost(after, then, then * unsolved(self.visible_rate() * self.effort, earlier));
        let [hidden, hidden_then] = [time, sooner].map(|time| self.hidden_left(time, 0.0));
        let hidden_rate = self.rate() * (1.0 - self.effort) * self.mean_worth();
        let found = self.illegible_risk * hidden_then * unsolved(hidden_rate, earlier);
        let safe = |hidden: f64| 1.0 - self.illegible_risk * hidden;
        Gain {
            solved: safe(hidden) * solved,
            hastened: -(undone * safe(hidden_then) + self.worth(after) * found),
        }
    }

    /// What the same year saves on hidden problems, now.
    pub fn year_on_hidden(&self) -> f64 {
        self.work_on_hidden(1.0)
    }

    /// What it saves just before deployment, when they show. So late it moves
    /// the date no more.
    pub fn year_on_ripe(&self) -> f64 {
        self.work_on_hidden(exp(self.ln_ripe()))
    }

    fn work_on_hidden(&self, work: f64) -> f64 {
        let time = self.deployment(0.0);
        let solved = self.hidden_left(time, 0.0) * -expm1(-self.rate() * work);
        self.worth(self.visible_left(time, 0.0)) * self.illegible_risk * solved
    }
}
