//! The dynamics: prior, reward, selection, erosion, tests, deployment.
//!
//! Influence is a share; its logarithm moves with reward (exponentiated
//! gradient, the discrete replicator equation).

use super::erosion::Erosion;
use super::params::BehavioralSelectionParams as Params;
use super::patterns::{INTENDED, NONE, OWN, PATTERNS, REWARD_SEEKER, SCHEMER, Weights};
use crate::math::{LogWeights, ln, ln_1p};

/// The constants of the patterns, one number each.
pub struct Traits {
    pub bits: [f64; PATTERNS],
    pub steps: [f64; PATTERNS],
    pub hack: [f64; PATTERNS],
    pub fails: [f64; PATTERNS],
    pub visible: [bool; PATTERNS],
    pub hacks: [f64; PATTERNS],
    pub undermines: [f64; PATTERNS],
    pub takeover: [f64; PATTERNS],
}

/// Weights before training, at its end, after tests, and at the very end.
pub struct Outcome {
    pub traits: Traits,
    pub prior: Weights,
    pub trained: Weights,
    pub inspected: Weights,
    pub deployed: Weights,
}

impl Outcome {
    /// The mean of a trait at the end, weighted by influence.
    pub fn mean(&self, of: &[f64; PATTERNS]) -> f64 {
        self.deployed.shares().iter().zip(of).map(|(share, value)| share * value).sum()
    }
}

/// One state of the model: its parameters, with what follows from them alone.
pub struct Model<'a> {
    pub params: &'a Params,
    pub traits: Traits,
    /// Weights before training.
    pub prior: Weights,
    /// What one training step adds to each log-weight.
    selection: [f64; PATTERNS],
}

impl<'a> Model<'a> {
    pub fn new(params: &'a Params) -> Self {
        let traits = params.traits();
        let prior = params.prior(&traits);
        let selection = params.rewards(&traits, params.flawed).map(|reward| params.strength * reward);
        Self { params, traits, prior, selection }
    }

    /// Weights after so many training steps more.
    pub fn train(&self, weights: Weights, steps: u32) -> Weights {
        let selected = weights.add_each(self.selection.map(|gain| f64::from(steps) * gain));
        if self.params.erosion == 0.0 {
            return selected;
        }
        // Erosion mixes three of the patterns; the others only grow.
        let eroded = Erosion::step(&self.selection, self.params.erosion).times(steps, weights);
        let mixes = |j: usize| (REWARD_SEEKER..=SCHEMER).contains(&j);
        LogWeights(std::array::from_fn(|j| if mixes(j) { eroded.0[j] } else { selected.0[j] }))
    }

    /// Weights at the end of training.
    pub fn trained(&self) -> Weights {
        self.train(self.prior, self.params.steps)
    }

    /// Weights after white-box pressure and honest tests.
    pub fn inspect(&self, weights: Weights) -> Weights {
        let rounds = f64::from(self.params.inspections);
        let inspected = weights.add_each(std::array::from_fn(|j| {
            let seen = if self.traits.visible[j] { -self.params.white_box } else { 0.0 };
            // Zero rounds of a test that nobody passes remove nobody.
            let failed = if rounds == 0.0 { 0.0 } else { rounds * ln_1p(-self.traits.fails[j]) };
            seen + failed
        }));
        // Tests that nobody can pass tell nobody apart.
        if inspected.0 == [NONE; PATTERNS] { weights } else { inspected }
    }

    /// Weights after so many steps of deployment.
    pub fn deploy(&self, weights: Weights, steps: f64) -> Weights {
        let rewards = self.params.rewards(&self.traits, self.params.deployment_flawed);
        weights.add_each(rewards.map(|reward| self.params.strength * steps * reward))
    }

    /// Weights at the end of everything, from those at the end of training.
    pub fn finished(&self, trained: Weights) -> Weights {
        self.deploy(self.inspect(trained), f64::from(self.params.deployment_steps))
    }

    /// The logarithms of the shares at the end of everything.
    pub fn final_ln_shares(&self) -> [f64; PATTERNS] {
        self.finished(self.trained()).ln_shares()
    }
}

impl Params {
    #[rustfmt::skip]
    pub(super) fn traits(&self) -> Traits {
        Traits {
            bits: [self.intended_bits, self.reward_seeker_bits, self.influence_seeker_bits, self.schemer_bits, self.aligned_schemer_bits, self.kludge_bits, self.own_bits],
            steps: [self.intended_steps, self.reward_seeker_steps, self.influence_seeker_steps, self.schemer_steps, self.aligned_schemer_steps, self.kludge_steps, self.own_steps],
            hack: [self.intended_hack, self.reward_seeker_hack, self.influence_seeker_hack, self.schemer_hack, self.aligned_schemer_hack, self.coverage, self.own_hack],
            fails: [self.intended_fails, self.honesty, self.influence_seeker_fails, self.schemer_fails, self.aligned_schemer_fails, self.honesty * self.coverage, self.own_fails],
            visible: [self.intended_visible, self.reward_seeker_visible, self.influence_seeker_visible, self.schemer_visible, self.aligned_schemer_visible, self.kludge_visible, self.own_visible],
            hacks: [self.intended_hacks, self.reward_seeker_hacks, self.influence_seeker_hacks, self.schemer_hacks, self.aligned_schemer_hacks, self.kludge_hacks, self.own_hacks],
            undermines: [self.intended_undermines, self.reward_seeker_undermines, self.influence_seeker_undermines, self.schemer_undermines, self.aligned_schemer_undermines, self.kludge_undermines, self.own_undermines],
            takeover: [self.intended_takeover, self.reward_seeker_takeover, self.influence_seeker_takeover, self.schemer_takeover, self.aligned_schemer_takeover, self.kludge_takeover, self.own_takeover],
        }
    }

    /// The logarithms of the prior weights: simplicity, speed, salience and
    /// counting (the terms are named in the post; their form is ours).
    fn prior(&self, traits: &Traits) -> Weights {
        let cost = |j: usize| self.simplicity * traits.bits[j] + self.speed_prior * traits.steps[j];
        let mut weights = std::array::from_fn(|j| -cost(j));
        weights[INTENDED] += self.salience;
        weights[SCHEMER] += ln(self.goals);
        if !self.own {
            weights[OWN] = NONE;
        }
        LogWeights(weights)
    }

    /// Mean reward per step of a pattern that hacks a flawed task so often and
    /// takes so many serial steps.
    pub(super) fn reward(&self, hack: f64, serial_steps: f64, flawed: f64) -> f64 {
        let hacking = (1.0 - self.monitor) - self.monitor * self.penalty;
        (1.0 - flawed) + flawed * (hack * hacking + (1.0 - hack) * self.honest_reward)
            - self.length_penalty * serial_steps
    }

    /// The reward of each pattern.
    pub(super) fn rewards(&self, traits: &Traits, flawed: f64) -> [f64; PATTERNS] {
        std::array::from_fn(|j| self.reward(traits.hack[j], traits.steps[j], flawed))
    }
}
