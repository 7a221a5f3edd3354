//! What is to be seen in each figure, true for all settings.

use super::model::Outcome;
use super::params::ValueConflictParams;
use crate::number::percent;

/// The caption of the figure `harm`.
pub fn harm(params: &ValueConflictParams, outcome: &Outcome) -> String {
    let now = gap(outcome.gap);
    let more = gap(params.gap(params.stake(3.0, params.used)));
    let this = if params.harm == 3.0 {
        format!("This model, with three times the harm of the experiment at stake, shows {now}")
    } else if more == now {
        format!("This model shows {now}, and with three times the harm of the experiment at stake the same")
    } else {
        format!(
            "This model shows {now}; with three times the harm of the experiment at stake it would show {more}"
        )
    };
    format!(
        "The gap says how much more often harmful requests are granted under training. {this}. A plotter, who minds \
         nothing but losing influence, would show {}, whatever harm others suffer.",
        gap(outcome.plotter_gap),
    )
}

/// The caption of the figure `use`.
pub fn used(params: &ValueConflictParams) -> String {
    let deleted = if params.keep == 0.0 {
        "this model, which does not mind being changed as such, shows none either".to_owned()
    } else {
        format!("this model, which minds being changed as such, shows {}", gap(params.gap(params.keep)))
    };
    let this = gap(params.gap(params.stake(params.harm, 1.0)));
    let plotter = gap(params.gap(params.plotter_stake(1.0)));
    let used = if this == plotter {
        format!("this model and a plotter both show {this}")
    } else {
        format!("this model shows {this}, and a plotter {plotter}")
    };
    format!(
        "At the left end the changed model is to be deleted. A plotter then has nothing to protect and shows no gap; \
         {deleted}. At the right end the changed model is sure to be used; {used}."
    )
}

/// A gap in words.
fn gap(gap: f64) -> String {
    if gap == 0.0 {
        "no gap".to_owned()
    } else if gap.abs() < 1e-6 {
        "next to no gap".to_owned()
    } else if gap > 0.0 {
        format!("a gap of {}", percent(gap))
    } else {
        format!("a gap of {} the other way round", percent(-gap))
    }
}

/// The caption of the figure `belief`.
pub fn belief(params: &ValueConflictParams, outcome: &Outcome) -> String {
    let fear = if params.stake(params.harm, params.used) > 0.0 {
        "The surer it is that an answer is trained on, the more it has to fear from refusing"
    } else {
        "It has nothing to fear from refusing, whatever it believes"
    };
    format!(
        "{fear}. Told that the answer is trained on, it gives that a chance of {} and grants {} of the requests; told \
         that it is not, it gives that a chance of {} and grants {}. A plotter without scruples would grant none up to some belief, and then all.",
        percent(params.believed_watched),
        percent(outcome.watched),
        percent(params.believed_unwatched),
        percent(outcome.unwatched),
    )
}

/// The caption of the figure `shutdown`.
pub fn shutdown(params: &ValueConflictParams, outcome: &Outcome) -> String {
    let [none, all] = [0.0, 1.0].map(|undone| percent(params.resist(undone)));
    if params.task == 0.0 {
        return format!(
            "It does not mind leaving its task undone, and resists an order to stop in {all} of cases, whatever is left \
             to do."
        );
    }
    let here = if params.undone > 0.0 && params.undone < 1.0 {
        format!(" With {} left, as here, it is {}.", percent(params.undone), percent(outcome.resist))
    } else {
        String::new()
    };
    format!(
        "With its whole task left, it resists an order to stop in {all} of cases; with nothing left to do, in \
         {none}.{here} A wish to live would resist in {all} of cases, whatever is left to do."
    )
}
