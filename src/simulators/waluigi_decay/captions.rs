//! What is to be seen in each figure, true for all settings.

use super::model::{Outcome, Population, suspicion as share};
use super::params::WaluigiDecayParams;
use crate::number::{human, percent, with_unit};

/// The caption of the figure `suspicion`.
pub fn suspicion(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    let [before, known, unknown] = [params.prior, outcome.known, outcome.unknown].map(chance);
    let silence = format!("{} quiet opportunities", count(params.horizon));
    let waluigi =
        format!("If you know that a Waluigi turns with a chance of {} each time", percent(params.reveal));
    let if_known = if known == before {
        format!("{waluigi}, {silence} leave suspicion at {before}.")
    } else if outcome.known < params.prior {
        format!("{waluigi}, {silence} bring suspicion down from {before} to {known}.")
    } else {
        format!(
            "A Waluigi that turns less often than a true Luigi slips keeps the cleaner record: {silence} \
             raise suspicion from {before} to {known}."
        )
    };
    let is_between = outcome.known < outcome.unknown && outcome.unknown < params.prior;
    let still = if is_between { "still " } else { "" };
    let forgetting = if !params.limited_memory {
        String::new()
    } else if params.horizon <= params.memory {
        "; nothing has been forgotten yet".to_owned()
    } else {
        let last = match params.memory {
            1 => "only the last one".to_owned(),
            memory => format!("only the last {}", count(memory)),
        };
        format!("; if you know but remember {last}, it stays at {}", chance(outcome.windowed))
    };
    format!("{if_known} If you do not know how patient it is, suspicion is {still}{unknown}{forgetting}.")
}

/// The caption of the figure `patience`.
pub fn patience(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    format!(
        "The longer the silence, the more patient a Waluigi must be, up to the half-life of {} that you find \
         plausible. After {} the middle estimate is {}; the band holds four fifths of belief.",
        opportunities(params.patience_max),
        opportunities(params.quiet()),
        opportunities(outcome.half_life_median),
    )
}

/// The caption of the figure `silence`.
pub fn silence(params: &WaluigiDecayParams) -> String {
    let at = |n| share(params.unknown(n));
    let [early, late] = [at(params.patience_max), at(10.0 * params.patience_max)];
    let longest = opportunities(params.patience_max);
    let suspicion = format!(
        "Suspicion is {} after {longest} and {} after ten times as many",
        chance(early),
        chance(late)
    );
    if params.slip == 0.0 {
        format!(
            "{suspicion}. It falls slowly while some plausible patience explains the silence, and then fast, \
             because no Waluigi that you find plausible waits that long."
        )
    } else if late < early {
        format!("{suspicion}. It would fall faster if a true Luigi never slipped.")
    } else {
        format!(
            "{suspicion}: so long and so clean a record is hard to believe of a Luigi that slips with a \
             chance of {} each time.",
            percent(params.slip)
        )
    }
}

/// The caption of the figure `population`.
pub fn population(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    let Population { luigis, hiding, turned } = outcome.population;
    let luigis = counted(luigis, ["none is a true Luigi", "1 is a true Luigi", "are true Luigis"]);
    let turned = counted(turned, ["no Waluigi has turned", "1 Waluigi has turned", "Waluigis have turned"]);
    let hiding = counted(hiding, ["none is still hiding", "1 is still hiding", "are still hiding"]);
    let left_out = match (params.limited_memory, params.slip > 0.0) {
        (false, false) => "",
        (true, false) => " Forgetting plays no part in this picture.",
        (false, true) => " Slips play no part in this picture.",
        (true, true) => " Forgetting and slips play no part in this picture.",
    };
    let silence = opportunities(params.quiet());
    format!(
        "Of 400 characters drawn at random, {luigis}. After {silence} each, {turned} and {hiding}.{left_out}"
    )
}

/// A probability in words, where one too close to 0 or 1 for a double is not
/// called that.
fn chance(share: f64) -> String {
    if share < 1e-12 {
        "next to nothing".to_owned()
    } else if share > 1.0 - 1e-12 {
        "near certainty".to_owned()
    } else {
        percent(share)
    }
}

fn count(number: u32) -> String {
    human(f64::from(number), 6)
}

fn opportunities(number: f64) -> String {
    with_unit(&human(number, 3), "opportunities")
}

/// The words for none, one and more, the last after their number.
fn counted(number: u32, [none, one, more]: [&str; 3]) -> String {
    match number {
        0 => none.to_owned(),
        1 => one.to_owned(),
        _ => format!("{number} {more}"),
    }
}
