//! What is to be seen in each figure, true for all settings.

use super::model::Outcome;
use super::params::SecretDeploymentParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `gap`.
pub fn gap(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let (now, without) = (&outcome.now, &outcome.without);
    let takeoff = years(params.takeoff(now.level));
    let story = if now.level >= 1.0 {
        format!(
            "The middle developer releases all it has, so that the public sees the best there is until \
                 take-off after {takeoff}."
        )
    } else if now.level <= 0.0 {
        format!(
            "The middle developer releases nothing stronger than today’s systems: all that leads to take-off \
                 after {takeoff} stays inside."
        )
    } else {
        format!(
            "What exists and what the public sees part after {}, where the middle developer stops releasing. The \
             best that the public sees is then {} of the way to take-off, which comes inside after {takeoff}.",
            years(params.stops(now.level)),
            percent(now.level),
        )
    };
    let chance = percent(now.secret);
    let compared = percent(without.secret);
    let rest = if params.strictness == 0.0 {
        format!(
            "Developers differ: with nothing assessed, the take-off happens in secret with a chance of {chance}."
        )
    } else if chance == compared {
        format!(
            "Developers differ: the take-off happens in secret with a chance of {chance}, much as without any \
             assessment."
        )
    } else {
        format!(
            "Developers differ: the take-off happens in secret with a chance of {chance}. Without any assessment \
             the chance would be {compared}."
        )
    };
    format!("{story} {rest}")
}

/// The caption of the figure `strictness`.
pub fn strictness(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let (now, without) = (&outcome.now, &outcome.without);
    let harm = disasters(now.harm());
    let compared = disasters(without.harm());
    let here = if params.strictness == 0.0 {
        format!(
            "With nothing assessed the take-off is secret with a chance of {}, and the expected harm is {harm}.",
            percent(now.secret)
        )
    } else {
        let change = if harm == compared {
            format!("The expected harm is {harm}, about the same as with nothing assessed.")
        } else {
            let change = if now.harm() < without.harm() { "less" } else { "more" };
            format!("The expected harm is {harm}, {change} than the {compared} with nothing assessed.")
        };
        format!(
            "At a price of {} the take-off is secret with a chance of {}. {change}",
            percent(params.strictness),
            percent(now.secret)
        )
    };
    let best = if outcome.best_strictness == 0.0 {
        "No assessment does least harm.".to_owned()
    } else {
        format!("The harm is least at a price of {}.", percent(outcome.best_strictness))
    };
    format!("{here} {best}")
}

/// The caption of the figure `internal`.
pub fn internal(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let without = percent(outcome.without.secret);
    let Some(needed) = params.undoes_the_push() else {
        return format!(
            "With nothing assessed there is nothing to assess inside either: the take-off is secret with a chance \
             of {without}."
        );
    };
    let push = if needed <= 0.0 {
        "Here assessment pushes nobody inside, even if it is for releases alone, because it spares developers more \
         in harm than it costs them."
            .to_owned()
    } else if needed > 1.0 - 1e-9 {
        "The push is undone only where internal use is assessed as strictly as releases.".to_owned()
    } else {
        format!(
            "The push is undone where internal use is assessed {} as strictly as releases, and beyond that \
             assessment draws systems out.",
            percent(needed)
        )
    };
    format!(
        "{push} Assessed as strictly on both sides, the take-off is secret with a chance of {}; without any \
         assessment the chance is {without}.",
        percent(outcome.inside.secret)
    )
}

fn years(number: f64) -> String {
    with_unit(&human(number, 2), "years")
}

fn disasters(number: f64) -> String {
    with_unit(&human(number, 2), "disasters")
}
