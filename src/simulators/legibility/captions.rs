//! What is to be seen in each figure, true for all settings.

use super::model::Outcome;
use super::params::LegibilityParams;
use crate::math::root;
use crate::number::{human, percent, with_unit};

/// Changes smaller than this are not told as numbers.
const NOTHING: f64 = 1e-6;

/// The caption of the figure `year`.
pub fn year(_: &LegibilityParams, outcome: &Outcome) -> String {
    let visible = if outcome.hastened == 0.0 {
        format!(
            "One more year of work on visible problems {} of a good future, and does not move the day of deployment.",
            saves(outcome.visible.net())
        )
    } else {
        format!(
            "One more year of work on visible problems saves {} of a good future by what it solves. It also brings \
             deployment forward by {}, which costs {}. Together it {}.",
            amount(outcome.visible.solved),
            with_unit(&human(outcome.hastened, 2), "years"),
            amount(-outcome.visible.hastened),
            saves(outcome.visible.net()),
        )
    };
    format!(
        "{visible} The same year on hidden problems saves {} now, and {} once they show.",
        amount(outcome.hidden),
        amount(outcome.ripe)
    )
}

/// The caption of the figure `gating`.
pub fn gating(params: &LegibilityParams, outcome: &Outcome) -> String {
    if params.with_gating(1.0).hastened() == 0.0 {
        return format!(
            "Visible problems count as solved here before AI is able enough, so that deployment has nothing to wait \
             for. A year of work on them {} of a good future, wherever the slider stands.",
            saves(outcome.visible.net())
        );
    }
    let gain = |gating: f64| params.with_gating(gating).year_on_visible().net();
    let ends = format!(
        "If deployment waits for nothing, a year on visible problems {} of a good future; if it waits for all of \
         them, the year {}.",
        saves(gain(0.0)),
        saves(gain(1.0)),
    );
    let is_turned = gain(0.0) > NOTHING && gain(1.0) < -NOTHING;
    let turn = root(0.0, 1.0, 1e-9, gain).filter(|_| is_turned).map_or(String::new(), |turn| {
        format!(" The gain turns into a loss where deployment waits {} of the way.", percent(turn.middle()))
    });
    format!("{ends}{turn} A year on hidden problems never does harm.")
}

/// The caption of the figure `effort`; `best` is the share of work with the
/// least loss, if any makes a difference.
pub fn effort(params: &LegibilityParams, outcome: &Outcome, best: Option<f64>) -> String {
    let lost = |gating: f64| percent(params.with_gating(gating).loss());
    let (now, never, always) = (percent(outcome.loss), lost(0.0), lost(1.0));
    let compared = if now == never && now == always {
        "Here it makes next to no difference how far deployment waits.".to_owned()
    } else {
        format!(
            "If deployment never waited for them it would be {never}, and if it waited for all of them {always}."
        )
    };
    let least = best.map_or_else(
        || "Where the work goes makes next to no difference.".to_owned(),
        |best| format!("Least is lost if that share is {}.", percent(best)),
    );
    format!(
        "With {} of the work on visible problems, {now} of a good future is lost on average. {compared} {least}",
        percent(params.effort),
    )
}

/// What a gain is, in words: `saves 2 %`, `costs 0.3 %`.
fn saves(gain: f64) -> String {
    let verb = if gain > -NOTHING { "saves" } else { "costs" };
    format!("{verb} {}", amount(gain.abs()))
}

fn amount(share: f64) -> String {
    if share < NOTHING { "next to nothing".to_owned() } else { percent(share) }
}
