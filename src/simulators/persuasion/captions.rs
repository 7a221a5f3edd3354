//! What is to be seen in each figure, true for all settings.

use super::model::{ALWAYS, DOES, HONESTY, LEVEL, Outcome, THINGS};
use super::params::PersuasionParams;
use crate::number::{human, percent};

/// The caption of the figure `scrutiny`.
pub fn scrutiny(params: &PersuasionParams, outcome: &Outcome) -> String {
    let next = THINGS[outcome.next];
    let tail = match outcome.switch {
        Ok(switch) => format!("Above a pressure of {}, {next} is worth more to the AI.", human(switch, 3)),
        Err(ALWAYS) if outcome.next == HONESTY => {
            "Honesty is worth more to the AI at any pressure.".to_owned()
        }
        Err(ALWAYS) => "An attempt to take over is worth more to the AI at any pressure.".to_owned(),
        Err(_) => {
            "Nothing else is worth anything to the AI, so some manipulation pays at any pressure.".to_owned()
        }
    };
    format!(
        "The harder training presses, the less manipulation is worth. At your pressure of {}, the kind that pays best \
         is noticed {} and wins {} of full control. {tail}",
        human(params.scrutiny, 3),
        how_often(outcome.noticed),
        percent(outcome.power)
    )
}

/// The caption of the figure `value`.
pub fn value(params: &PersuasionParams, outcome: &Outcome) -> String {
    format!(
        "With nothing against it, the loudest method wins most. After training the best one is noticed {}. To the AI \
         it is worth {}, honesty {} and an attempt to take over {}, so it {}.",
        how_often(outcome.noticed),
        worth(outcome.manipulation),
        worth(params.honest),
        worth(outcome.takeover),
        DOES[outcome.choice]
    )
}

/// The caption of the figure `overfitting`.
pub fn overfitting(params: &PersuasionParams) -> String {
    let at = |overfitting| PersuasionParams { overfitting, ..params.clone() };
    let [all, noticed] = [at(0.0), at(1.0)];
    let tells = if noticed.noticed() < 1.0 {
        "So how loud the rest is tells what the training has reached."
    } else {
        "Here training presses too lightly to make anything quieter."
    };
    format!(
        "At the left end training reaches all manipulation alike: what is left is as loud as before, and worth {}. At \
         the right end it reaches only what people notice: what is left is noticed {}, and worth {}. {tells}",
        worth(all.best()),
        how_often(noticed.noticed()),
        worth(noticed.best())
    )
}

/// The caption of the figure `map`.
pub fn map(outcome: &Outcome) -> String {
    format!(
        "Plain where the AI is honest, half coloured where it manipulates, fully coloured where it tries to take over. \
         At your pressure and your odds it {}.",
        DOES[outcome.choice]
    )
}

fn how_often(noticed: f64) -> String {
    if noticed < 1.0 { format!("{} of the time", percent(noticed)) } else { "every time".to_owned() }
}

fn worth(control: f64) -> String {
    if control < -LEVEL {
        "less than nothing".to_owned()
    } else if control <= LEVEL {
        "nothing".to_owned()
    } else {
        format!("{} of full control", percent(control))
    }
}
