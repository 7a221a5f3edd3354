//! What is to be seen in each figure, true for all settings.

use super::model::{EARLY, END, FLAVOURED, LATE, Outcome};
use super::params::LutherPascalParams;
use crate::number::{human, percent};

/// The caption of the figure `orders`.
pub fn orders(params: &LutherPascalParams, outcome: &Outcome) -> String {
    let [early, flavoured, late] = outcome.orders.map(percent);
    format!(
        "As many lessons, two tenths of training in all, in three places. Only read at the start they end with a \
         Luther in {early} of cases, mixed into half of the reasoning problems in {flavoured}, taught in the last \
         stage in {late}. With your lessons it is {}. {}",
        percent(outcome.luther),
        seeing(params, outcome)
    )
}

/// When it sees, and what lessons do from then on.
fn seeing(params: &LutherPascalParams, outcome: &Outcome) -> String {
    match outcome.aware_at {
        None => "It never clearly sees that it is being trained.".to_owned(),
        Some(_) if params.gaming == 0.0 => {
            "It comes to see that it is being trained, but nobody plays along, so lessons go on teaching."
                .to_owned()
        }
        Some(time) if time > END - 0.05 => {
            "Only at the very end it sees that it is being trained.".to_owned()
        }
        Some(time) => format!(
            "After {} tenths of training it sees that it is being trained, and a Pascal who plays along learns nothing.",
            human(time, 2)
        ),
    }
}

/// The caption of the figure `stages`.
pub fn stages(_: &LutherPascalParams, outcome: &Outcome) -> String {
    let [luther, looks, back] = [outcome.luther, outcome.looks, outcome.holding_back].map(percent);
    if luther == looks {
        return format!(
            "With your lessons it ends as a Luther with a chance of {luther}, and looks no better than it is."
        );
    }
    format!(
        "With your lessons it ends as a Luther with a chance of {luther}, but passes a test of its morals with a \
         chance of {looks}. The gap between the curves is what is held back: a Pascal who plays along, with a chance \
         of {back} at the end."
    )
}

/// The caption of the figure `place`.
pub fn place(params: &LutherPascalParams) -> String {
    let counts = if params.grip == 0.0 {
        "for nothing".to_owned()
    } else if params.grip == 1.0 {
        "as much as one that is acted on and rewarded".to_owned()
    } else {
        format!("{} as much as one that is acted on and rewarded", percent(params.grip))
    };
    // Early lessons come to so many tenths if reading counts in full.
    let full = LutherPascalParams { grip: 1.0, ..params.clone() }.taught(EARLY, END);
    let best = params.taught(FLAVOURED, END).max(params.taught(LATE, END));
    let level = best / full;
    let from = if level > 1.0 - 1e-9 {
        "Even if it counted in full, reading would not be the best place.".to_owned()
    } else if level > 0.999 {
        "Reading is the best place only if it counts for nearly as much.".to_owned()
    } else if level < 1e-3 {
        "Reading is the best place unless it counts for next to nothing.".to_owned()
    } else {
        format!("Reading is the best place if it counts for more than {}.", percent(level))
    };
    format!("Here a lesson that is only read counts {counts}, and {}. {from}", best_place(params))
}

/// Where as many lessons do most.
fn best_place(params: &LutherPascalParams) -> &'static str {
    let [early, flavoured, late] = [EARLY, FLAVOURED, LATE].map(|lessons| params.taught(lessons, END));
    let most = early.max(flavoured).max(late);
    let is_most = |taught: f64| taught >= most - 1e-9;
    match [early, flavoured, late].map(is_most) {
        [true, false, false] => "lessons do most in the reading",
        [false, true, false] => "lessons do most in the reasoning problems",
        [false, false, true] => "lessons do most in the last stage",
        _ => "no place is better than all others",
    }
}
