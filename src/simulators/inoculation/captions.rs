//! What is to be seen in each figure, true for all settings.

use super::model::{GENERAL, NONE, Outcome, SPECIFIC, YOURS, share_learned};
use super::params::InoculationParams;
use crate::number::percent;

/// The caption of the figure `training`.
pub fn training(params: &InoculationParams, outcome: &Outcome) -> String {
    let start = percent(params.start);
    if params.training == 0.0 {
        return format!("Without any training it cheats {start} of the time, whatever the prompt.");
    }
    let [none, general, specific, yours] =
        [NONE, GENERAL, SPECIFIC, YOURS].map(|at| percent(outcome.left[at]));
    let compared = if yours == start {
        "about as often as before training".to_owned()
    } else if outcome.left[YOURS] < params.start {
        format!("less than the {start} before training")
    } else {
        format!("more than the {start} before training")
    };
    format!(
        "Trained with no prompt, it ends up cheating {none} of the time. Told to play the training game it ends at \
         {general}, told exactly how to cheat at {specific}. With your prompt it ends at {yours}, {compared}."
    )
}

/// The caption of the figure `elicitation`.
pub fn elicitation(params: &InoculationParams, outcome: &Outcome) -> String {
    let [elicited, left] = [params.elicited, outcome.left[YOURS]].map(percent);
    let law = if params.transfer * share_learned(params.training) == 0.0 {
        "Here nothing that is learned shows without the prompt, so it makes no difference what a prompt brings out."
            .to_owned()
    } else {
        format!(
            "The more a prompt brings out by itself, the less is left for training to teach. At {}, as bad as the \
             data, it teaches nothing, and a prompt that is worse leaves less than there was.",
            percent(params.data)
        )
    };
    format!(
        "{law} Yours brings out {elicited}, and the model ends at {left}. Wichers and others measured how closely the \
         two go together: correlations of 0.57, 0.57, 0.69 and 0.90 for four traits (reported second hand), so real \
         prompts scatter around the line."
    )
}

/// The caption of the figure `broad`.
pub fn broad(outcome: &Outcome) -> String {
    let general = [outcome.if_persona[GENERAL], outcome.if_permission[GENERAL]];
    let yours = [outcome.if_persona[YOURS], outcome.if_permission[YOURS]];
    let [persona, permission] = general.map(percent);
    let (which, told) = match (differ(general), differ(yours)) {
        (true, _) => ("the general prompt", "could tell the two apart"),
        (false, true) => ("your prompt", "could tell the two apart"),
        (false, false) => ("the general prompt", "would hardly tell the two apart"),
    };
    format!(
        "How far bad behaviour spreads to other things. After the general prompt the persona would leave it at \
         {persona}, permission at {permission}. Here an experiment with {which} {told}."
    )
}

/// Whether two shares are so far apart that an experiment would see it: ten
/// percentage points, as in the claim.
fn differ([one, other]: [f64; 2]) -> bool {
    (one - other).abs() >= 0.1
}
