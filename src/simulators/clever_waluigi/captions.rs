//! What is to be seen in each figure, true for all settings.

use super::model::{Outcome, Shares};
use super::params::CleverWaluigiParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `shares`.
pub fn shares(params: &CleverWaluigiParams, before: &Shares, outcome: &Outcome) -> String {
    let words = |shares: &Shares| [shares.careless, shares.all_clever()].map(chance);
    let ([careless, clever], after) = (words(before), words(&outcome.shares));
    let quiet = with_unit(&human(params.quiet(), 6), "quiet opportunities");
    let then = if after[0] == after[1] {
        format!("After {quiet} it is {} for both.", after[0])
    } else if after == [careless.clone(), clever.clone()] {
        format!("{quiet} hardly change that.")
    } else {
        format!("After {quiet} it is {} and {}.", after[0], after[1])
    };
    let retained = outcome.retained;
    let left = if retained > 0.99 {
        "The odds of a clever one against a Luigi hardly move. This silence cannot decide between the two, so what \
         you thought before does."
            .to_owned()
    } else if params.untestable > 0.99 * retained {
        format!(
            "What is left of the clever kind’s odds against a Luigi, {}, is with those that wait for what nobody can \
             test.",
            chance(retained)
        )
    } else {
        format!("Of the clever kind’s odds against a Luigi, {} is left.", chance(retained))
    };
    format!(
        "Before any evidence the share of belief with a careless pretender is {careless}, and with a clever one \
         {clever}. {then} {left}"
    )
}

/// The caption of the figure `awareness`.
pub fn awareness(params: &CleverWaluigiParams, outcome: &Outcome) -> String {
    let doubt = if params.tested < 1.0 && params.ln_demand() > 0.0 {
        " At such odds doubt holds it back: the worse it tells them apart, the less it dares, and the less silence \
         says."
    } else {
        ""
    };
    format!(
        "One that tells a test from reality with a chance of {} {} Of the clever kind’s odds {} is left.{doubt} The \
         upright lines show how well a model of 2025 and people did when asked, over all transcripts and for agents at \
         best; that anybody used it to hide was not measured.",
        percent(params.awareness),
        dares(params, outcome),
        chance(outcome.retained),
    )
}

/// The caption of the figure `tests`.
pub fn tests(params: &CleverWaluigiParams, outcome: &Outcome) -> String {
    let here = match params.tested {
        tested if tested <= 0.0 => "Where nothing is a test,".to_owned(),
        tested if tested >= 1.0 => "Where everything is a test,".to_owned(),
        tested => format!("Where {} of the opportunities are tests,", percent(tested)),
    };
    format!(
        "It acts at least {} in reality for each act in a test, whatever the share of tests, because it demands \
         such odds before it acts. So tests hold it back: the more of them, the less it dares, and the less silence \
         says about it. {here} it {}",
        with_unit(&human(params.conviction, 6), "times"),
        dares(params, outcome),
    )
}

/// What it dares, as the end of a sentence.
fn dares(params: &CleverWaluigiParams, outcome: &Outcome) -> String {
    if params.tested >= 1.0 {
        return "never acts.".to_owned();
    }
    match outcome.dares.real {
        real if real < 1e-12 => "dares to act at next to no real opportunity.".to_owned(),
        real if real > 1.0 - 1e-12 => "dares to act at any real opportunity.".to_owned(),
        real => format!("dares to act at {} of real opportunities.", percent(real)),
    }
}

/// A share in words, where one too close to 0 or 1 for a double is not called
/// that.
fn chance(share: f64) -> String {
    if share < 1e-12 {
        "next to nothing".to_owned()
    } else if share > 1.0 - 1e-12 {
        "next to everything".to_owned()
    } else {
        percent(share)
    }
}
