//! What is to be seen in each figure, true for all settings.

use super::model::{ALL, FINES, Outcome};
use super::params::CommonsParams;
use crate::number::{human, percent};

/// The caption of the figure `safeguards`.
pub fn safeguards(params: &CommonsParams, outcome: &Outcome) -> String {
    let [none, best, worst, all] =
        [outcome.ends[0], outcome.best_alone(), outcome.worst_pair(), outcome.end()].map(villagers);
    format!(
        "Who still cooperates after {} generations. Without safeguards it is {none}; with the best single one, {best}; \
         with the worst pair, {worst}; with all three, {all}.",
        human(params.generations(), 3)
    )
}

/// A share of the village in words.
fn villagers(share: f64) -> String {
    if share < 1e-4 {
        "almost nobody".to_owned()
    } else if share > 1.0 - 1e-4 {
        "almost everybody".to_owned()
    } else {
        format!("{} of the village", percent(share))
    }
}

/// The caption of the figure `share`.
pub fn share(params: &CommonsParams, outcome: &Outcome) -> String {
    let (start, end) = (percent(params.start), outcome.end());
    let what = if start == percent(end) {
        format!("cooperation stays where it is, at {start} of the village")
    } else {
        let verb = if end > params.start { "grows" } else { "falls" };
        format!(
            "cooperation {verb}: {start} of the village cooperate at the start, and {} in the end",
            villagers(end)
        )
    };
    let divide = match outcome.pull.threshold() {
        Some(share) if share > 1e-3 && share < 1.0 - 1e-3 => {
            format!(
                " The tipping point is at {}: villages that start above it rise, those below it sink.",
                percent(share)
            )
        }
        _ => String::new(),
    };
    format!("With all three safeguards {what}.{divide} The grey lines start from 10, 30, 70 and 90\u{a0}%.")
}

/// The caption of the figure `watched`.
pub fn watched(params: &CommonsParams) -> String {
    let [all, fines] = [ALL, FINES].map(|safeguards| needed(params.pull(safeguards).needed()));
    let seen = match params.watched {
        0.0 => "nothing".to_owned(),
        1.0 => "everything".to_owned(),
        share => percent(share),
    };
    format!(
        "How many must cooperate at the start for cooperation to grow, by how much is seen. Where {seen} is seen, as here, \
         all three safeguards together need {all}, and fines alone need {fines}. The village starts with {}.",
        percent(params.start),
    )
}

/// How many are needed, in words.
fn needed(share: f64) -> String {
    if share <= 0.0 {
        "nobody to begin with".to_owned()
    } else if share >= 1.0 {
        "more than the whole village".to_owned()
    } else {
        format!("{} of the village", percent(share))
    }
}

/// The caption of the figure `weakness`.
pub fn weakness(params: &CommonsParams, outcome: &Outcome) -> String {
    let [now, apart, together] =
        [params.correlation, 0.0, 1.0].map(|correlation| percent(params.lost(&outcome.losses, correlation)));
    let others = if apart == together {
        "Whether they share a weakness makes hardly any difference.".to_owned()
    } else if params.correlation == 0.0 {
        format!("If all three shared one weakness, it would be {together}.")
    } else if params.correlation == 1.0 {
        format!("If each failed by itself, it would be {apart}.")
    } else {
        format!(
            "It would be {apart} if each failed by itself, and {together} if all three shared one weakness."
        )
    };
    format!(
        "A single safeguard that was enough alone would lose the pasture with a chance of {}. These three lose it with \
         a chance of {now}. {others}",
        percent(params.failure),
    )
}
