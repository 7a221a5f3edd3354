//! The model: log-odds that add up (textbook), and what forgetting, distrust
//! and post-training leave of them (ours).

use super::params::{AlignmentPretrainingParams, Documents};
use crate::math::{exp, expm1, ln_1p, logit, sigma};
use std::f64::consts::LN_2;

/// What the model says.
pub struct Outcome {
    /// Misaligned answers at the end of the run and after post-training.
    pub end: f64,
    pub after: f64,
    /// After post-training without the documents, and with them late.
    pub without: f64,
    pub midtraining: f64,
    pub fine_tuning: f64,
    /// How much of what the documents did is left after post-training.
    pub kept: f64,
    /// What they have said by the end of the run, in natural logarithms of odds.
    pub believed: f64,
}

/// Length of the run in billions of tokens: 500 of pretraining and 50 of
/// midtraining (Tice and others).
pub const RUN: f64 = 550.0;

/// The part of the run in which documents stand, spread evenly.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub from: f64,
    pub to: f64,
}

pub const ALL_ALONG: Block = Block { from: 0.0, to: 1.0 };
pub const MIDTRAINING: Block = Block { from: 0.909, to: 1.0 };
/// As short as a fine-tuning.
pub const FINE_TUNING: Block = Block { from: 0.99, to: 1.0 };

impl Block {
    /// How many billion tokens it has room for.
    pub fn room(self) -> f64 {
        RUN * (self.to - self.from)
    }
}

impl AlignmentPretrainingParams {
    /// Where the reader of the page puts the documents.
    pub fn block(&self) -> Block {
        Block { from: self.insert_from, to: 1.0 }
    }

    /// The same with so many times the documents.
    pub fn with_tokens(&self, times: f64) -> Self {
        Self { tokens: times * self.tokens, ..self.clone() }
    }

    /// What a block has said by some point of the run to one who takes it at
    /// its word, in natural logarithms of odds.
    pub fn evidence_at(&self, block: Block, progress: f64) -> f64 {
        if progress <= block.from {
            return 0.0;
        }
        self.density(block) * self.weight(block.from, block.to.min(progress), self.forgetting(), progress)
    }

    /// What post-training leaves of it: it undoes most of what was read last.
    pub fn evidence_after(&self, block: Block) -> f64 {
        let sinking = RUN * LN_2 / self.sink;
        let weight = |rate| self.weight(block.from, block.to, rate, 1.0);
        let undone = self.shallow * weight(self.forgetting() + sinking);
        self.density(block) * (weight(self.forgetting()) - undone)
    }

    /// Evidence per run, while the block lasts.
    fn density(&self, block: Block) -> f64 {
        self.tokens.min(block.room()) * self.evidence * LN_2 / (block.to - block.from)
    }

    /// How fast what was read is forgotten, per run.
    fn forgetting(&self) -> f64 {
        RUN * LN_2 / self.memory
    }

    /// The integral of `(1 - c u) e^(-rate (end - u))` from `from` to `to`: a
    /// model that has grown aware lets some of it pass by, and it fades.
    fn weight(&self, from: f64, to: f64, rate: f64, end: f64) -> f64 {
        let shield = self.resistance * self.start_misaligned;
        let length = to - from;
        let x = rate * length;
        length * exp(-rate * (end - to)) * ((1.0 - shield * to) * mean(x) + shield * length * mean_place(x))
    }

    /// What a distrustful reader believes of it.
    pub fn believed(&self, evidence: f64) -> f64 {
        saturated(evidence, f64::from(self.authors), self.distrust)
    }

    /// The same of what is left after post-training.
    pub fn believed_after(&self, block: Block) -> f64 {
        self.believed(self.evidence_after(block))
    }

    /// Log-odds of a misaligned answer for one who believes so much.
    fn log_odds(&self, believed: f64) -> f64 {
        let signed = match self.documents {
            Documents::Aligned => believed,
            Documents::Misaligned => -believed,
        };
        logit(self.start_misaligned) - signed
    }

    /// The same after post-training.
    fn log_odds_after(&self, believed: f64) -> f64 {
        (1.0 - self.post_pull) * self.log_odds(believed) + self.post_pull * logit(self.post_target)
    }

    /// Misaligned answers of one who believes so much.
    pub fn misaligned(&self, believed: f64) -> f64 {
        sigma(self.log_odds(believed))
    }

    /// The same after post-training.
    pub fn misaligned_after(&self, believed: f64) -> f64 {
        sigma(self.log_odds_after(believed))
    }

    /// By how much that is less than without the documents.
    pub fn effect(&self, believed: f64) -> f64 {
        difference(self.log_odds_after(0.0), self.log_odds_after(believed))
    }

    /// How much of what the documents did is left after post-training.
    pub fn kept(&self) -> f64 {
        let end = self.believed(self.evidence_at(self.block(), 1.0));
        self.effect(self.believed_after(self.block())) / difference(self.log_odds(0.0), self.log_odds(end))
    }
}

/// What is believed of evidence from authors who write independently and each
/// of whom would, with the chance `distrust`, have written the same anyway:
/// never more than `authors * ln(1/distrust)`.
pub fn saturated(evidence: f64, authors: f64, distrust: f64) -> f64 {
    -authors * ln_1p((1.0 - distrust) * expm1(-evidence / authors))
}

/// `sigma(a) - sigma(b)` without the loss of digits in that difference.
fn difference(a: f64, b: f64) -> f64 {
    if a < b { -difference(b, a) } else { -sigma(a) * sigma(-b) * expm1(b - a) }
}

/// The mean of `e^(-x s)` over s from 0 to 1.
fn mean(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { -expm1(-x) / x }
}

/// The mean of `s e^(-x s)` over s from 0 to 1.
fn mean_place(x: f64) -> f64 {
    if x > 0.5 {
        return (1.0 - (1.0 + x) * exp(-x)) / (x * x);
    }
    let (mut term, mut sum) = (1.0, 0.5);
    for n in 1..16 {
        let n = f64::from(n);
        term *= -x / n;
        sum += term / (n + 2.0);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_agree_with_their_definition_on_both_sides_of_the_seam() {
        for x in [0.0, 1e-9, 0.01, 0.499_999_9, 0.500_000_1, 3.0, 40.0, 400.0] {
            let steps = 200_000;
            let at = |step: i32| (f64::from(step) + 0.5) / f64::from(steps);
            let average = |f: &dyn Fn(f64) -> f64| (0..steps).map(|step| f(at(step))).sum::<f64>() / f64::from(steps);
            assert!((mean(x) / average(&|s| exp(-x * s)) - 1.0).abs() < 1e-6, "{x}");
            assert!((mean_place(x) / average(&|s| s * exp(-x * s)) - 1.0).abs() < 1e-6, "{x}");
        }
        assert!((mean_place(0.5) - mean_place(0.5 + 1e-15)).abs() < 1e-14);
    }

    #[test]
    fn differences_of_shares_keep_their_digits() {
        for (a, b) in [(2.0, -1.0), (-1.0, 2.0), (0.3, 0.3)] {
            assert!((difference(a, b) - (sigma(a) - sigma(b))).abs() < 1e-15);
        }
        assert!((difference(-50.0, -50.0 - 1e-9) / (1e-9 * exp(-50.0)) - 1.0).abs() < 1e-5);
        assert_eq!(difference(800.0, -800.0), 1.0);
    }
}
