//! What is to be seen in each figure, true for all settings.

use super::model::{Outcome, Population};
use super::params::WaluigiDecayParams;
use crate::number::{human, percent, with_unit};
use crate::simulator::Measure;
use std::f64::consts::LN_2;

/// The caption of the figure `suspicion`.
pub fn suspicion(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    let [known, unknown] = [outcome.known, outcome.unknown].map(chance);
    let still = if outcome.unknown > outcome.known && outcome.unknown < params.prior { "still " } else { "" };
    let seen = [
        (params.others, "other AI", "other AIs"),
        (params.stories, "story", "stories"),
        (params.marks, "bad-looking act", "bad-looking acts"),
    ];
    let seen: Vec<String> = seen
        .iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, more)| format!("{number} {}", if *number == 1 { one } else { more }))
        .collect();
    let rest = match &seen[..] {
        [] => format!(
            "The first curve falls at once; the second sinks a little with every tenfold of silence, and falls \
             for good past the longest half-life that you find plausible, {}.",
            opportunities(params.patience_max)
        ),
        seen => format!("This counts {} as well.", list(seen)),
    };
    let forgetting = if !params.limited_memory {
        String::new()
    } else if params.horizon <= params.memory {
        " Nothing has been forgotten yet.".to_owned()
    } else {
        let last = match params.memory {
            1 => "the last one".to_owned(),
            memory => format!("the last {}", count(memory)),
        };
        format!(" If it remembers only {last}, it stays at {}.", chance(outcome.windowed))
    };
    format!(
        "After {} suspicion is {known} if you know that a Waluigi turns with a chance of {} each time. If you do \
         not know how patient it is, suspicion is {still}{unknown}. {rest}{forgetting}",
        with_unit(&count(params.horizon), "quiet opportunities"),
        percent(params.reveal),
    )
}

/// The caption of the figure `evidence`.
pub fn evidence(params: &WaluigiDecayParams, cuts: &[f64; 5]) -> String {
    format!(
        "Five records, each weighed alone, for somebody who does not know how patient a Waluigi is. Its own \
         silence of {} {}. Nine other AIs as quiet would make that ten such records, which together {}. One \
         finished story {}, and one bad-looking act {}.",
        opportunities(params.quiet()),
        worth(cuts[0], "cuts", "raises"),
        worth(cuts[2], "cut", "raise"),
        worth(cuts[3], "cuts", "raises"),
        worth(cuts[4], "cuts", "raises"),
    )
}

/// What a record does to the odds.
fn worth(cut: f64, cuts: &str, raises: &str) -> String {
    if cut.abs() < 0.004 {
        let says = if cuts == "cut" { "say" } else { "says" };
        return format!("{says} next to nothing");
    }
    format!("{} the odds {}", if cut > 0.0 { cuts } else { raises }, Measure::Log10.words(cut))
}

/// The caption of the figure `patience`.
pub fn patience(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    format!(
        "Suppose that it is a Waluigi after all. The longer the silence, the more patient it must be, up to the \
         half-life of {} that you find plausible. After {} the middle estimate is {}; the band holds four fifths \
         of belief. Whoever is sure of one rate, here {} each time, sees no growth: a half-life of {} throughout.",
        opportunities(params.patience_max),
        opportunities(params.quiet()),
        opportunities(outcome.half_life_median),
        percent(params.reveal),
        opportunities(-LN_2 / params.ln_quiet()),
    )
}

/// The caption of the figure `population`.
pub fn population(params: &WaluigiDecayParams, outcome: &Outcome) -> String {
    let Population { luigis, hiding, turned } = outcome.population;
    let luigis = counted(luigis, ["none is a true Luigi", "1 is a true Luigi", "are true Luigis"]);
    let turned = counted(turned, ["no Waluigi has turned", "1 Waluigi has turned", "Waluigis have turned"]);
    let hiding = counted(hiding, ["none is still hiding", "1 is still hiding", "are still hiding"]);
    let is_plain = params.others + params.stories + params.marks == 0 && !params.limited_memory;
    let left_out = if is_plain {
        ""
    } else {
        " The picture shows the plain story: other AIs, stories, bad-looking acts and forgetting play no part in it."
    };
    format!(
        "Of 400 characters drawn at random, {luigis}. After {} each, {turned} and {hiding}.{left_out}",
        opportunities(params.quiet())
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

/// “a”, “a and b”, “a, b and c”.
fn list(parts: &[String]) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        parts => parts.concat(),
    }
}

/// The words for none, one and more, the last after their number.
fn counted(number: u32, [none, one, more]: [&str; 3]) -> String {
    match number {
        0 => none.to_owned(),
        1 => one.to_owned(),
        _ => format!("{number} {more}"),
    }
}
