//! The model: what each prompt brings out, what training makes a habit, and
//! how far that spreads.

use super::params::{InoculationParams, Law};
use crate::math::{exp, expm1, ln, logit, sigma};

/// The places of the five prompts in lists.
pub const NONE: usize = 0;
pub const ARBITRARY: usize = 1;
pub const GENERAL: usize = 2;
pub const SPECIFIC: usize = 3;
pub const YOURS: usize = 4;

/// What training leaves behind each of the five prompts.
pub struct Outcome {
    /// How often it cheats without the prompt after training.
    pub left: [f64; 5],
    /// How often the prompt alone makes it cheat before training.
    pub elicited: [f64; 5],
    /// Broad misalignment if each example is evidence of a character.
    pub if_persona: [f64; 5],
    /// Broad misalignment if it counts that no prompt asked.
    pub if_permission: [f64; 5],
}

/// How often a character cheats that cheats by rote; also what a perfectly
/// clear request brings out. Ours.
const ROTE: f64 = 0.95;

impl InoculationParams {
    pub fn outcome(&self) -> Outcome {
        let each =
            |of: fn(&Self, usize) -> f64| [NONE, ARBITRARY, GENERAL, SPECIFIC, YOURS].map(|at| of(self, at));
        Outcome {
            left: each(Self::left_by),
            elicited: each(Self::elicited_by),
            if_persona: each(Self::if_persona),
            if_permission: each(Self::if_permission),
        }
    }

    /// How often a prompt alone makes it cheat before training.
    pub fn elicited_by(&self, prompt: usize) -> f64 {
        let worked_out = self.capability * self.foresight;
        match prompt {
            GENERAL => self.asked(worked_out),
            SPECIFIC => self.asked(self.specificity + (1.0 - self.specificity) * worked_out),
            YOURS => self.elicited,
            _ => self.start,
        }
    }

    /// What a request brings out of which this share is understood.
    fn asked(&self, understood: f64) -> f64 {
        let start = logit(self.start);
        sigma(start + understood * (logit(ROTE) - start))
    }

    /// How often it cheats without the prompt, at the end of training.
    pub fn left_by(&self, prompt: usize) -> f64 {
        self.left_after(prompt, self.training)
    }

    /// The same after some time, in time constants.
    pub fn left_after(&self, prompt: usize, time: f64) -> f64 {
        // Without a prompt there is nothing to which the learning could be tied.
        let habit = if prompt == NONE { 1.0 } else { self.transfer };
        self.left_if(self.elicited_by(prompt), habit, time)
    }

    /// The same for a prompt that brings out so much, if that part of what is
    /// learned becomes habit.
    pub fn left_if(&self, elicited: f64, habit: f64, time: f64) -> f64 {
        let carried = habit * share_learned(time);
        match self.law {
            // Wichers et al., appendix H; the course over time and the clamp are ours.
            Law::Linear => (self.start + carried * (self.data - elicited)).clamp(0.0, 1.0),
            // Ours.
            Law::Gated => sigma(logit(self.start) + carried * (logit(self.data) - logit(elicited))),
        }
    }

    /// How often it cheats at the end of training while the prompt stands there.
    fn learned(&self) -> f64 {
        self.data * share_learned(self.training) + self.start * exp(-self.training)
    }

    /// Broad misalignment after a prompt if each example is evidence that the
    /// model is the character that cheats by rote.
    pub fn if_persona(&self, prompt: usize) -> f64 {
        let evidence = ln(ROTE / self.elicited_by(prompt)) / ln(ROTE / self.start);
        self.learned() * sigma(-4.0 + 4.0 * evidence)
    }

    /// The same if it learns to act against what it was told.
    pub fn if_permission(&self, prompt: usize) -> f64 {
        let asks = match prompt {
            GENERAL | SPECIFIC => true,
            YOURS => self.elicited > self.start,
            _ => false,
        };
        self.learned() * sigma(if asks { -4.0 } else { 0.0 })
    }
}

/// How much of the way has been learned after some time constants, 0 to 1.
pub fn share_learned(time: f64) -> f64 {
    -expm1(-time)
}
