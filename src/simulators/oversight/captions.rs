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
    let [first, second] = [outcome.lasts_behaviour, outcome.lasts].map(|lasts| majority(lasts, params));
    let majority = if first == second {
        format!("Whether behaviour is watched or the computation is read, honest work {first}.")
    } else {
        format!("If behaviour is watched, honest work {first}. If the computation is read, it {second}.")
    };
    let end = if watched == read {
        format!("{read} of the work is honest in either case")
    } else {
        format!("{watched} of the work is honest in the first case and {read} in the second")
    };
    format!("{majority} At the end of training {end}.")
}

/// What becomes of the majority of honest work.
fn majority(lasts: Option<f64>, params: &OversightParams) -> String {
    match lasts {
        None => "never loses its majority".to_owned(),
        Some(0.0) => "never has the majority".to_owned(),
        Some(step) if step > params.end() => format!("would lose its majority after {}", steps(step)),
        Some(step) => format!("loses its majority after {}", steps(step)),
    }
}

/// The caption of the figure `recall`.
pub fn recall(params: &OversightParams, [read, read_free, watched, watched_free]: [f64; 4]) -> String {
    let flags = |punished: f64, free: f64| {
        let [punished, free] = [punished, free].map(percent);
        if punished == free {
            format!("{punished}, with a penalty or without")
        } else {
            format!("{punished}, and {free} if nothing is punished")
        }
    };
    let when = if params.steps == 0 { "before any training" } else { "at the end of training" };
    format!(
        "Of all cheating {when} a monitor of behaviour flags {}. The reading flags {}. A fall that \
         takes a penalty means that cheating hides. A fall without one means that the reading has gone stale.",
        flags(watched, watched_free),
        flags(read, read_free)
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
    let [now, fresh] = [outcome.lasts, outcome.lasts_fresh].map(|lasts| majority(lasts, params));
    let grain = percent(params.grain);
    if now == fresh {
        return format!(
            "{enough} At your grain, {grain}, honest work {now}, whether the reading goes stale or not."
        );
    }
    let fresh = match outcome.lasts_fresh {
        None => "never lose its majority".to_owned(),
        Some(fresh) => format!("lose its majority after {}", steps(fresh)),
    };
    format!(
        "{enough} At your grain, {grain}, honest work {now}. If the reading stayed fresh, it would {fresh}."
    )
}

/// The caption of the figure `map`.
pub fn map(params: &OversightParams, outcome: &Outcome) -> String {
    let when = if params.steps == 0 {
        "before any training".to_owned()
    } else {
        format!("after {} of training", steps(params.end()))
    };
    let enough = match params.safe_penalty() {
        _ if params.honest_reward == 1.0 => {
            "Cheating pays no better than honest work here, so it takes no penalty.".to_owned()
        }
        None => "At this grain no penalty is enough, however large.".to_owned(),
        Some(penalty) => {
            format!("While the reading is fresh, a penalty of {} is enough at this grain.", human(penalty, 3))
        }
    };
    format!(
        "The stronger the colour, the more honest work is left {when}. With your penalty and your grain it is {}. \
         {enough}",
        percent(outcome.read[HONEST])
    )
}

/// A number of steps in words, with three significant digits or as many as a
/// count has.
fn steps(number: f64) -> String {
    let digits = if number == libm::floor(number) { 6 } else { 3 };
    with_unit(&human(number, digits), "steps")
}
