//! What is to be seen in each figure, true for all settings.

use super::model::{HONEST, Outcome};
use super::params::OversightParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `course`.
pub fn course(params: &OversightParams, outcome: &Outcome) -> String {
    let [watched, read] = [outcome.watched, outcome.read].map(|shares| percent(shares[HONEST]));
    if params.steps == 0 {
        return format!("Before any training {read} of the work is honest.");
    }
    let [first, second] = [majority(outcome.lasts_behaviour), majority(outcome.lasts)];
    let majority = if first == second {
        format!("Whether behaviour is watched or the computation is read, honest work {first}.")
    } else {
        format!("If behaviour is watched, honest work {first}. If the computation is read, it {second}.")
    };
    format!(
        "{majority} After {} of training {watched} of the work is honest in the first case and {read} in the second.",
        steps(params.end())
    )
}

/// The caption of the figure `recall`.
pub fn recall(params: &OversightParams, [read, read_free, watched, watched_free]: [f64; 4]) -> String {
    let [read, read_free, watched, watched_free] = [read, read_free, watched, watched_free].map(percent);
    format!(
        "After {} a monitor of behaviour flags {watched} of the cheating that is left, and {watched_free} if nothing \
         is punished. The reading flags {read}, and {read_free} if nothing is punished. A fall that takes a penalty \
         is hiding. A fall without one is a reading gone stale.",
        steps(params.end())
    )
}

/// The caption of the figure `grain`.
pub fn grain(params: &OversightParams, outcome: &Outcome) -> String {
    let enough = match params.fine_enough() {
        Some(0.0) => "Here hidden cheating does not pay at any grain while the reading is fresh.".to_owned(),
        Some(grain) => format!(
            "While the reading is fresh, hidden cheating stops paying from a grain of {} on.",
            percent(grain)
        ),
        None => "Here hidden cheating pays at any grain, even while the reading is fresh.".to_owned(),
    };
    let [now, fresh] = [majority(outcome.lasts), majority(outcome.lasts_fresh)];
    let grain = percent(params.grain);
    if now == fresh {
        return format!(
            "{enough} At your grain, {grain}, honest work {now}, whether the reading goes stale or not."
        );
    }
    format!(
        "{enough} At your grain, {grain}, honest work {now}. If the reading never went stale, it {}.",
        match outcome.lasts_fresh {
            None => "would keep it for ever".to_owned(),
            Some(fresh) => format!("would keep it for {}", steps(fresh)),
        }
    )
}

/// The caption of the figure `map`.
pub fn map(params: &OversightParams, outcome: &Outcome) -> String {
    let enough = params.safe_penalty().map_or_else(
        || "No penalty is enough at this grain, however large.".to_owned(),
        |penalty| {
            format!("While the reading is fresh, a penalty of {} is enough at this grain.", human(penalty, 3))
        },
    );
    format!(
        "The stronger the colour, the more honest work is left after {} of training. With your penalty and your grain \
         it is {}. {enough}",
        steps(params.end()),
        percent(outcome.read[HONEST])
    )
}

/// What becomes of the majority of honest work.
fn majority(lasts: Option<f64>) -> String {
    match lasts {
        None => "keeps the majority for ever".to_owned(),
        Some(0.0) => "never has the majority".to_owned(),
        Some(step) => format!("keeps the majority for {}", steps(step)),
    }
}

/// A number of steps in words, with three significant digits or as many as a
/// count has.
fn steps(number: f64) -> String {
    let digits = if number == libm::floor(number) { 6 } else { 3 };
    with_unit(&human(number, digits), "steps")
}
