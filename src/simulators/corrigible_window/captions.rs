//! What is to be seen in each figure, true for all settings.

use super::model::{Outcome, SOVEREIGN};
use super::params::CorrigibleWindowParams;
use crate::number::{human, percent, with_unit};

const NONE_BETTER: &str =
    "Here no helper does better than a mind that needs nobody, so the best level is a sovereign’s.";

/// The caption of the figure `window`.
pub fn window(_: &CorrigibleWindowParams, outcome: &Outcome) -> String {
    let (success, sovereign) = (percent(outcome.success), percent(outcome.sovereign_success));
    if outcome.best_level >= SOVEREIGN {
        return format!("{NONE_BETTER} It succeeds with a chance of {sovereign}.");
    }
    let compared = if success == sovereign {
        "A sovereign, which must be right about everything, has about the same chance.".to_owned()
    } else {
        format!("A sovereign, which must be right about everything, has a chance of {sovereign}.")
    };
    format!(
        "At {} of a sovereign’s ability an AI is able enough and safe with a chance of {}, and people use their say \
         well with a chance of {}. Together that is {success}, the best that any level gives. {compared}",
        percent(outcome.best_level),
        percent(outcome.technical),
        percent(outcome.people_right),
    )
}

/// The caption of the figure `target`.
pub fn target(params: &CorrigibleWindowParams, outcome: &Outcome) -> String {
    let sovereign = mistakes(outcome.tolerance_sovereign);
    if outcome.best_level >= SOVEREIGN {
        return format!("{NONE_BETTER} With {sovereign} it has an even chance.");
    }
    let helper = if outcome.tolerance < 1e-9 {
        "the helper of the best level is not able enough for that even without mistakes".to_owned()
    } else {
        format!(
            "a helper of the best level may have {}, which is {} as many",
            mistakes(outcome.tolerance),
            with_unit(&human(outcome.wider(), 2), "times")
        )
    };
    format!(
        "Mistakes are counted in the sovereign mind. People apart, that mind has an even chance with {sovereign}; \
         {helper}. With {} the helper works with a chance of {}, and the sovereign with {}.",
        mistakes(params.mistakes),
        percent(outcome.technical),
        percent(outcome.sovereign_success),
    )
}

/// The caption of the figure `people`.
pub fn people(params: &CorrigibleWindowParams, outcome: &Outcome) -> String {
    let Some(needed) = params.wisdom_needed(outcome.best_level) else {
        return format!("{NONE_BETTER} There nothing is up to people, and both lines are one.");
    };
    let crossing = if needed < 0.05 {
        "However badly people decide, the helper is the better bet.".to_owned()
    } else {
        format!(
            "If they decide well with a chance of {}, the helper and the sovereign are equally good bets; the helper \
             gains by all that they do better.",
            percent(needed)
        )
    };
    format!(
        "A helper is as good as the people whom it obeys; a sovereign needs none. {crossing} Now the chance that \
         they decide well is {}.",
        percent(params.people)
    )
}

fn mistakes(number: f64) -> String {
    with_unit(&human(number, 2), "mistakes")
}
