//! What is to be seen in each figure, true for all settings.

use super::model::Outcome;
use super::params::TreacherousTurnParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `value`.
pub fn value(outcome: &Outcome) -> String {
    let [strike, peak] = [outcome.strike, outcome.peak].map(years);
    let then = if strike == peak {
        "That is when its chance of success is about to be highest; later defences wear it down.".to_owned()
    } else {
        format!("Its chance of success would be highest after {peak}; later defences wear it down.")
    };
    format!(
        "The best moment to strike comes after {strike}. By then it would succeed with a chance of {}, and the chance \
         that it still has its chance is {}. {then}",
        percent(outcome.success),
        percent(outcome.free),
    )
}

/// The caption of the figure `silence`.
pub fn silence(params: &TreacherousTurnParams, outcome: &Outcome, none_left: f64) -> String {
    let quiet = years(params.quiet_years);
    let left = match outcome.left.growth {
        None => format!("After {quiet} none could still be waiting: the last would have struck after {}.", years(none_left)),
        Some(growth) => format!(
            "After {quiet} the ablest that could still be waiting would succeed with a chance of {}, and closes {} of \
             the gap to certain success in a year. After {} none is left.",
            share(outcome.left.success),
            share(growth),
            years(none_left),
        ),
    };
    format!(
        "If pretenders choose their moment as here, each quiet year takes away the ablest of those that are left. {left}"
    )
}

/// What would come of the first strike, and when this one would strike.
pub struct Crowd {
    pub takeover: f64,
    pub strike: f64,
}

/// The caption of the figure `others`: alone, among as many others as the
/// reader's, among the most shown, and among those if all are pretenders or
/// none is.
pub fn others(params: &TreacherousTurnParams, [alone, here, most]: [&Crowd; 3], [all, none]: [f64; 2]) -> String {
    let here = match params.rivals {
        0 | 20 => String::new(),
        rivals => format!(
            " With {} it succeeds with a chance of {}, and this one strikes after {}.",
            with_unit(&rivals.to_string(), "others"),
            share(here.takeover),
            years(here.strike),
        ),
    };
    format!(
        "Alone it strikes after {}, and that first strike succeeds with a chance of {}.{here} With 20 others it would \
         be a chance of {} and a wait of {}; if all of them were pretenders a chance of {}, and if none were {}.",
        years(alone.strike),
        share(alone.takeover),
        share(most.takeover),
        years(most.strike),
        share(all),
        share(none),
    )
}

/// A time in words.
fn years(years: f64) -> String {
    with_unit(&human(years, 3), "years")
}

/// A share in words, where one too close to 0 or 1 for a double is not called
/// that.
fn share(share: f64) -> String {
    if share < 1e-12 {
        "next to nothing".to_owned()
    } else if share > 1.0 - 1e-12 {
        "next to everything".to_owned()
    } else {
        percent(share)
    }
}
