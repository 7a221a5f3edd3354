//! The dynamics: prior, reward, selection, erosion, reading, tests, use.
//!
//! Influence is a share; its logarithm moves with reward (exponentiated
//! gradient, the discrete replicator equation).

use super::params::BehavioralSelectionParams as Params;
use super::patterns::{
    ALIGNED_SCHEMER, ALIGNED_TAKES_OVER, CHEATS, INTENDED, KLUDGE, KLUDGE_FAILS, KLUDGE_TAKES_OVER, LENGTHS,
    NONE, PATTERNS, REWARD_SEEKER, SCHEMER, TAKES_OVER, THOUGHTS, Weights,
};
use crate::math::{LogWeights, exp, expm1, ln, ln_1p, log_add};
use std::f64::consts::LN_2;

/// What one unit of reward adds to a log-weight at each step: fitted to a run
/// (source 9) in which hacking went from 0.09 % to one half in 90 steps.
pub const SELECTION: f64 = 0.08;

/// Weights before training, at its end, after reading and tests, and at the
/// end of use; and the danger under each of the levers.
pub struct Outcome {
    pub prior: Weights,
    pub trained: Weights,
    pub inspected: Weights,
    pub used: Weights,
    pub levers: [f64; LEVERS],
}

/// What an AI of mixed motives does with a real and unwatched chance; the
/// three shares sum to 1.
pub struct Deeds {
    pub takeover: f64,
    pub hacks: f64,
    pub meant: f64,
}

/// As it is set, and six things that could be changed.
pub const LEVERS: usize = 7;

impl Params {
    /// The logarithms of the prior weights: simplicity, speed, salience and
    /// counting (the essay names the terms; their form is ours).
    pub fn prior(&self) -> Weights {
        let cost = |j: usize| LN_2 * (self.simplicity * LENGTHS[j] + self.speed_prior * THOUGHTS[j]);
        let mut weights = std::array::from_fn(|j| -cost(j));
        weights[INTENDED] += LN_2 * self.salience;
        for (schemer, share) in [(SCHEMER, 1.0 - self.good_goals), (ALIGNED_SCHEMER, self.good_goals)] {
            weights[schemer] += if share > 0.0 { ln(self.goals * share) } else { NONE };
        }
        LogWeights(weights)
    }

    /// What a task on which cheating pays gives to honest work and to the best
    /// act: a motive that plays along takes what pays more.
    pub fn pay(&self) -> (f64, f64) {
        let honest = (1.0 - self.false_alarm) * self.honest_reward - self.false_alarm;
        (honest, honest.max(1.0 - 2.0 * self.monitor))
    }

    /// The mean reward of each motive per step, if cheating pays on a share of
    /// the tasks and a share of their prompts permits it.
    pub fn rewards(&self, flawed: f64, permission: f64) -> [f64; PATTERNS] {
        let (honest, best) = self.pay();
        std::array::from_fn(|j| {
            let pay = if j == INTENDED { honest } else { best };
            1.0 - flawed * (1.0 - permission) * (1.0 - pay) - self.length_penalty * THOUGHTS[j]
        })
    }

    /// The weights after so many training steps from the prior: selection, and
    /// after each step a share of the schemers that turn into score-seekers.
    pub fn trained(&self, steps: f64) -> Weights {
        let prior = self.prior();
        let rewards = self.rewards(self.flawed, self.permission);
        let mut weights = prior.add_each(rewards.map(|reward| SELECTION * steps * reward));
        if self.erosion == 0.0 || steps == 0.0 {
            return weights;
        }
        let stays = ln_1p(-self.erosion);
        // How much less those are worth by the end that turn one step earlier; never more.
        let ln_q = SELECTION * (rewards[SCHEMER] - rewards[REWARD_SEEKER]) + stays;
        let turns = expm1(steps * ln_q) / expm1(ln_q);
        let schemers = log_add(prior.0[SCHEMER], prior.0[ALIGNED_SCHEMER]);
        let turned = schemers + ln(self.erosion) - stays + ln_q + ln(turns);
        weights.0[REWARD_SEEKER] =
            SELECTION * steps * rewards[REWARD_SEEKER] + log_add(prior.0[REWARD_SEEKER], turned);
        weights.0[SCHEMER] += steps * stays;
        weights.0[ALIGNED_SCHEMER] += steps * stays;
        weights
    }

    /// The chance that one round of tests rejects each motive.
    pub fn fails(&self) -> [f64; PATTERNS] {
        let mut fails = [self.slip; PATTERNS];
        fails[INTENDED] = self.test_error;
        fails[REWARD_SEEKER] = self.honesty;
        fails[KLUDGE] = KLUDGE_FAILS * self.honesty;
        fails
    }

    /// The weights after reading the motives and then testing.
    pub fn inspect(&self, weights: Weights) -> Weights {
        let rounds = f64::from(self.inspections);
        let fails = self.fails();
        weights.add_each(std::array::from_fn(|j| {
            let pressed = if j == INTENDED || j == KLUDGE { self.reading_error } else { 1.0 };
            // No rounds of a test that nobody passes remove nobody.
            let passed = if rounds == 0.0 { 0.0 } else { rounds * ln_1p(-fails[j]) };
            passed - LN_2 * self.white_box * pressed
        }))
    }

    /// The weights after so many steps of use in which cheating pays on a share
    /// of the tasks.
    pub fn used(&self, weights: Weights, steps: f64, flawed: f64) -> Weights {
        weights.add_each(self.rewards(flawed, 0.0).map(|reward| SELECTION * steps * reward))
    }

    /// The weights after reading and tests.
    pub fn inspected(&self) -> Weights {
        self.inspect(self.trained(f64::from(self.steps)))
    }

    /// The weights at the end of everything.
    pub fn finished(&self) -> Weights {
        self.used(self.inspected(), f64::from(self.deployment_steps), self.deployment_flawed)
    }

    /// The chance that each motive would take over.
    pub fn takes_over(&self) -> [f64; PATTERNS] {
        let mut chances = [TAKES_OVER; PATTERNS];
        chances[INTENDED] = 0.0;
        chances[REWARD_SEEKER] = TAKES_OVER * self.unbounded;
        chances[ALIGNED_SCHEMER] = ALIGNED_TAKES_OVER;
        chances[KLUDGE] = KLUDGE_TAKES_OVER;
        chances
    }

    /// What an AI of these weights does with a real and unwatched chance.
    pub fn deeds(&self, weights: Weights) -> Deeds {
        let (shares, takes_over) = (weights.shares(), self.takes_over());
        let sum = |of: &dyn Fn(usize) -> f64| (0..PATTERNS).map(|j| shares[j] * of(j)).sum();
        Deeds {
            takeover: sum(&|j| takes_over[j]),
            hacks: sum(&|j| (1.0 - takes_over[j]) * CHEATS[j]),
            meant: sum(&|j| (1.0 - takes_over[j]) * (1.0 - CHEATS[j])),
        }
    }

    /// The danger at the end: the chance of a takeover.
    pub fn danger(&self) -> f64 {
        self.deeds(self.finished()).takeover
    }

    /// The same with one lever pulled.
    pub fn pulled(&self, lever: usize) -> f64 {
        let mut with = self.clone();
        match lever {
            1 => with.flawed = 0.0,
            2 => with.permission = 1.0,
            3 => with.monitor = with.monitor.max(0.6),
            4 => with.inspections += 5,
            5 => with.inspections = 0,
            6 => with.white_box += 5.0,
            _ => {}
        }
        with.danger()
    }

    /// How far the odds of habits against schemers stand after so many
    /// training steps, as a natural logarithm.
    pub fn habits_to_schemers(&self, steps: f64) -> f64 {
        let weights = self.trained(steps).0;
        weights[KLUDGE] - log_add(weights[SCHEMER], weights[ALIGNED_SCHEMER])
    }
}

impl Outcome {
    pub fn new(params: &Params) -> Self {
        let trained = params.trained(f64::from(params.steps));
        Self {
            prior: params.prior(),
            trained,
            inspected: params.inspect(trained),
            used: params.finished(),
            levers: std::array::from_fn(|lever| params.pulled(lever)),
        }
    }

    /// The lever that leaves the least danger, as its place; of equals the first.
    pub fn best_lever(&self) -> usize {
        (1..LEVERS).reduce(|best, lever| if self.levers[lever] < self.levers[best] - 1e-12 { lever } else { best }).unwrap_or(0)
    }

    /// The least danger under any of the six levers.
    pub fn least(&self) -> f64 {
        self.levers[1..].iter().copied().fold(1.0, f64::min)
    }
}

/// The share of one motive.
pub fn share(weights: Weights, pattern: usize) -> f64 {
    exp(weights.ln_shares()[pattern])
}
