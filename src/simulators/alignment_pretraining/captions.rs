//! What is to be seen in each figure, true for all settings.

use super::model::{FINE_TUNING, Outcome};
use super::params::{AlignmentPretrainingParams, Documents};
use crate::number::percent;

/// The caption of the figure `path`.
pub fn path(params: &AlignmentPretrainingParams, outcome: &Outcome) -> String {
    let room = if params.tokens > FINE_TUNING.room() {
        " What does not fit into its part of the run is left out."
    } else {
        ""
    };
    format!(
        "Without the documents {} of the answers would be misaligned at the end of the run, and {} after \
         post-training. With yours it is {} and {}. Read in midtraining only, the same documents leave {} after \
         post-training; in the last hundredth only, {}.{room}",
        percent(params.start_misaligned),
        percent(outcome.without),
        percent(outcome.end),
        percent(outcome.after),
        percent(outcome.midtraining),
        percent(outcome.fine_tuning),
    )
}

/// What the documents leave and do if they stand in one tenth of the run.
pub struct Tenth {
    pub end: f64,
    pub after: f64,
    pub effect: f64,
}

/// The caption of the figure `when`.
pub fn when(first: &Tenth, last: &Tenth) -> String {
    let ratio = first.effect / last.effect;
    let [early, late] = [first.after, last.after].map(percent);
    let verdict = if early == late {
        "When they are read makes no difference that shows."
    } else if ratio > 1.1 {
        "After post-training the early tenth has done more."
    } else if ratio < 0.9 {
        "After post-training the late tenth has done more."
    } else {
        "When they are read makes little difference."
    };
    format!(
        "Here all documents stand in one tenth of the run. In the first tenth they leave {} of the answers misaligned \
         at the end of the run and {} after post-training; in the last tenth {} and {}. {verdict}",
        percent(first.end),
        early,
        percent(last.end),
        late,
    )
}

/// The caption of the figure `authors`, of what would be left after
/// post-training with ten times the authors or the pages.
pub fn authors(params: &AlignmentPretrainingParams, after: f64, [authors, pages]: [f64; 2]) -> String {
    let better = match params.documents {
        Documents::Aligned => authors < pages,
        Documents::Misaligned => authors > pages,
    };
    let verdict = if percent(authors) == percent(pages) {
        "Neither is worth more than the other."
    } else if better {
        "These authors have said most of what they can, so new ones are worth more than new pages."
    } else {
        "These authors have more to say, so new pages are worth more than new authors."
    };
    format!(
        "After post-training {} of the answers are misaligned. If ten times as many authors wrote the same pages it \
         would be {}, and if the same authors wrote ten times as many pages {}. {verdict}",
        percent(after),
        percent(authors),
        percent(pages),
    )
}

/// The caption of the figure `measured`.
pub fn measured(outcome: &Outcome) -> String {
    format!(
        "This model gives {} misaligned answers before post-training (above) and {} after it (below). The other marks \
         were measured by Tice and others. Their post of 2025 and their paper of 2026 must not be mixed; “second hand” \
         is what we know through others. Some answers were given to a prompt that asks for a helpful, honest and \
         harmless answer.",
        percent(outcome.end),
        percent(outcome.after),
    )
}
