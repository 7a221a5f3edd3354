//! What is to be seen in each figure, true for all settings.

use super::model::{DEAREST, Outcome};
use super::params::SecretDeploymentParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `gap`.
pub fn gap(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let level = outcome.now.level;
    let takeoff = years(params.takeoff(level));
    let story = if level >= 1.0 {
        format!(
            "The middle developer releases all it has, so that the public sees the best there is until take-off \
             after {takeoff}."
        )
    } else if level <= 0.0 {
        format!(
            "The middle developer releases nothing stronger than today’s systems, so that all that leads to take-off \
             after {takeoff} stays inside."
        )
    } else {
        format!(
            "What exists and what the public sees part after {}, where the middle developer stops releasing. The \
             best that the public sees is then {} of the way to take-off, which comes inside after {takeoff}.",
            years(params.stops(level)),
            percent(level),
        )
    };
    let [now, without] = [&outcome.now, &outcome.without].map(|choice| chance(choice.secret));
    let compared = if params.strictness == 0.0 {
        String::new()
    } else if now == without {
        " Without any assessment it would be about the same.".to_owned()
    } else {
        format!(" Without any assessment it would be {without}.")
    };
    format!(
        "{story} Developers differ, and the chance that the take-off happens in secret is {now}.{compared}"
    )
}

/// The caption of the figure `strictness`.
pub fn strictness(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let (now, without) = (&outcome.now, &outcome.without);
    let [harm, compared] = [now, without].map(|choice| disasters(choice.harm()));
    let secret = chance(now.secret);
    let here = if params.strictness == 0.0 {
        format!(
            "With nothing assessed the take-off is secret with a chance of {secret}, and the expected harm is {harm}."
        )
    } else {
        let compared = if harm == compared {
            "about the same as with nothing assessed".to_owned()
        } else {
            let change = if now.harm() < without.harm() { "less" } else { "more" };
            format!("{change} than with nothing assessed ({compared})")
        };
        format!(
            "If assessment costs {} of what a release earns, the take-off is secret with a chance of {secret}. The \
             expected harm is {harm}, {compared}.",
            percent(params.strictness),
        )
    };
    let best = outcome.best_strictness;
    let best = if best == 0.0 {
        "The harm is least without any assessment.".to_owned()
    } else if best >= f64::from(DEAREST) / 100.0 {
        "The dearest assessment that is shown does least harm.".to_owned()
    } else {
        format!("The harm is least at a price of {}.", percent(best))
    };
    format!("{here} {best}")
}

/// The caption of the figure `internal`.
pub fn internal(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let [inside, without] = [&outcome.inside, &outcome.without].map(|choice| chance(choice.secret));
    let Some(needed) = params.undoes_the_push() else {
        return format!(
            "With nothing assessed there is nothing to assess inside either, and the take-off is secret with a \
             chance of {without}."
        );
    };
    let push = if needed <= 0.0 {
        "Assessment pushes nobody inside here, even if it is for releases alone: it spares developers more in harm \
         than it costs them."
            .to_owned()
    } else if needed > 0.995 {
        "The push is undone only where internal use is assessed as strictly as releases.".to_owned()
    } else {
        format!(
            "The push is undone where internal use is assessed {} as strictly as releases. Beyond that, assessment \
             draws systems out.",
            percent(needed)
        )
    };
    let compared = if inside == without {
        "about the same as without any assessment".to_owned()
    } else {
        format!("against {without} without any assessment")
    };
    format!(
        "{push} Assessed as strictly on both sides, the take-off is secret with a chance of {inside}, {compared}."
    )
}

/// A chance that is never called certain: developers differ without end.
fn chance(share: f64) -> String {
    percent(share.min(1.0 - 1e-9))
}

fn years(number: f64) -> String {
    with_unit(&human(number, 3), "years")
}

fn disasters(number: f64) -> String {
    if number < 1e-6 { "next to nothing".to_owned() } else { with_unit(&human(number, 2), "disasters") }
}
