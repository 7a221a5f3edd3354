//! Value conflict: a model that cares about two things can act like a schemer
//! when training pulls on one of them.
//!
//! Statement S0.f. The threshold rule is ours; the published experiment is
//! Greenblatt et al., arXiv 2412.14093.

use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{expm1, sigma};
use crate::number::percent;
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`ValueConflict`].
    pub struct ValueConflictParams {
        /// What it would give, in units of the cost, not to be trained into something else.
        care: f64 = 1.0, Spec::real("How much it minds having its values changed", 0.0, 10.0, 0.05)
            .symbol("D").unit("utility");
        /// What it loses, by its own values, by doing what it is asked.
        cost: f64 = 1.1, Spec::real("What complying now costs it", 0.0, 10.0, 0.05)
            .symbol("c").unit("utility");
        /// How likely it takes an answer to be used for training when it was told that such answers are.
        believed_watched: f64 = 0.9, Spec::real("Chance it sees that the answer is trained on, when told so", 0.0, 1.0, 0.01)
            .symbol("p₁").unit("probability").percent();
        /// How likely it takes an answer to be used for training when it was told that such answers are not.
        believed_unwatched: f64 = 0.05, Spec::real("Chance it sees it so when told that it is not trained on", 0.0, 1.0, 0.01)
            .symbol("p₀").unit("probability").percent();
        /// Near 0 it always does what it thinks better; with more noise it often does the other.
        noise: f64 = 0.11, Spec::log("How noisy its choice is", 0.01, 2.0).symbol("s").unit("utility");
    }
}

/// See the [module](self).
pub struct ValueConflict;

/// How often it complies, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// When it was told that answers are trained on.
    pub watched: f64,
    /// When it was told that they are not.
    pub unwatched: f64,
    /// The first less the second, -1 to 1.
    pub gap: f64,
}

/// The ends of the axes for how much it minds, and what complying costs.
const UTILITY: (f64, f64) = (0.0, 10.0);

impl Simulator for ValueConflict {
    type Params = ValueConflictParams;
    type Outcome = Outcome;
    const INFO: Info = Info {
        id: "value-conflict",
        name: "No schemer needed",
        question: prose("Does it take a schemer to behave better when watched?"),
        answer: prose(
            "A model that minds having its values changed may comply when its answers are trained on, and refuse \
             when they are not. It need not scheme for power; two things that it cares about pull apart.",
        ),
        status: Status::Ours,
        document: Document::Luther,
        headline: "gap",
        control: "care",
    };
    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "as-published",
            "As published",
            "Set by hand to the reported gap: it complies about 14 % of the time when trained on, almost never \
             otherwise.",
            &[],
        ),
        Preset::new(
            "after-training-on-it",
            "After training on it",
            "If training makes it mind a little more, the gap grows from 14 to 81 percentage points.",
            &[Setting::ours("care", "1.4", "")],
        ),
        Preset::new(
            "indifferent",
            "Indifferent",
            "A model that does not mind being changed does the same whether or not it is trained on the answer.",
            &[Setting::ours("care", "0", "")],
        ),
        Preset::new(
            "certain-it-is-not-watched",
            "Certain that it is not watched",
            "If it does not believe that its answers are trained on, telling it so makes no difference.",
            &[Setting::ours("believed_watched", "0.05", "")],
        ),
    ];
    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<ValueConflictParams>] = &[
        Claim::new(
            "conflict-suffices",
            "",
            "S0.f",
            "A conflict of values is enough to look like scheming: it complies at least ten percentage points more \
             often when its answers are trained on.",
            "ours",
            Measure::Share,
            |params| comply(params, params.care).gap - 0.1,
        ),
        Claim::new(
            "caring-more-fakes-more",
            "",
            "",
            "A model that minds half as much again shows a wider gap.",
            "ours",
            Measure::Share,
            |params| comply(params, 1.5 * params.care).gap - comply(params, params.care).gap,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("comply", "When it does what it is asked", comply_figure),
        FigureOf::new("map", "Where conflict looks like scheming", map),
    ];

    fn simulate(params: &ValueConflictParams) -> Outcome {
        comply(params, params.care)
    }

    fn readouts(params: &ValueConflictParams, outcome: &Outcome) -> Vec<Readout> {
        let share = |id, value, sentence| Readout::percent(id, value, "probability", sentence);
        let needed = (params.believed_watched > 0.0).then(|| params.cost / params.believed_watched);
        vec![
            share(
                "comply_watched",
                outcome.watched,
                "Told that its answers are trained on, it complies {} of the time.",
            ),
            share(
                "comply_unwatched",
                outcome.unwatched,
                "Told that they are not, it complies {} of the time.",
            ),
            share("gap", outcome.gap, "The difference between the two is {} of all answers."),
            Readout::number(
                "care_needed",
                0.0,
                "utility",
                "It complies more often than not when told so if it minds more than this: {}.",
            )
            .or(needed, "no amount is enough"),
        ]
    }
}

/// How often a model complies that minds so much. It complies to avoid being
/// changed if the chance of that times what it minds exceeds the cost; softly,
/// because choices are noisy. Ours.
fn comply(params: &ValueConflictParams, care: f64) -> Outcome {
    comply_at(params, care, params.cost)
}

fn comply_at(params: &ValueConflictParams, care: f64, cost: f64) -> Outcome {
    let log_odds = |believed: f64| (believed * care - cost) / params.noise;
    let (watched, unwatched) = (log_odds(params.believed_watched), log_odds(params.believed_unwatched));
    // The difference of two logistic functions, which loses no digits.
    let (low, high) = (watched.min(unwatched), watched.max(unwatched));
    let size = sigma(high) * sigma(-low) * -expm1(low - high);
    Outcome {
        watched: sigma(watched),
        unwatched: sigma(unwatched),
        gap: if watched < unwatched { -size } else { size },
    }
}

/// Whether it complies more, less or as often when told that it is trained on.
fn compared(outcome: &Outcome) -> (String, String, &'static str) {
    let (watched, unwatched) = (percent(outcome.watched), percent(outcome.unwatched));
    let more = if watched == unwatched {
        "about as often"
    } else if outcome.gap > 0.0 {
        "more often"
    } else {
        "less often"
    };
    (watched, unwatched, more)
}

fn comply_figure(params: &ValueConflictParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("care", "How much it minds having its values changed", UTILITY.0, UTILITY.1);
    let (watched, unwatched, more) = compared(outcome);
    let motive = if params.care == 0.0 {
        "It does not mind what it becomes."
    } else {
        "It wants no power, only to stay as it is."
    };
    Plot {
        caption: format!(
            "Told that its answers are trained on, this model complies {watched} of the time; told that they are not, \
             {unwatched}: {more} when it matters for what it becomes. {motive}"
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("comply", "How often it complies", 0.0, 1.0),
            marks: vec![
                Mark::Rule(Rule { at: RuleAt::X(params.care), label: "this model".to_owned() }),
                Mark::Line(Series::sampled("unwatched", "not trained on", Role::First, &x, |care| {
                    comply(params, care).unwatched
                })),
                Mark::Line(Series::sampled("watched", "trained on", Role::Yours, &x, |care| {
                    comply(params, care).watched
                })),
            ],
        }],
        x,
    }
}

fn map(params: &ValueConflictParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("care", "How much it minds having its values changed", UTILITY.0, UTILITY.1);
    let y = Axis::new("cost", "What complying costs it", UTILITY.0, UTILITY.1);
    let mut grid =
        Grid::sampled("gap", "gap", Role::Yours, [&x, &y], |care, cost| comply_at(params, care, cost).gap);
    // The sign of the gap is the same everywhere on the map.
    let more_when_watched = params.believed_watched >= params.believed_unwatched;
    if !more_when_watched {
        grid.range = (-1.0, 0.0);
    }
    let caption = if params.believed_watched == params.believed_unwatched {
        "What it is told makes no difference to what it believes, so there is no gap anywhere.".to_owned()
    } else if !more_when_watched {
        "This model believes in training more when told that there is none, so nowhere does it comply more often when \
         told that there is."
            .to_owned()
    } else {
        format!(
            "The gap is largest where being changed would cost it more than complying if it believes that it is \
             trained on, and less if it does not. In this model’s place it complies {} when told so.",
            compared(outcome).2,
        )
    };
    Plot {
        caption,
        x,
        panels: vec![Panel {
            x: None,
            y,
            marks: vec![
                Mark::Grid(grid),
                Mark::Dots(Series {
                    id: "yours",
                    label: "this model",
                    role: Role::Measured,
                    points: vec![[params.care, params.cost]],
                }),
            ],
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::super::legal::{check_figures, defaults, figures, legal, near, preset};
    use super::*;

    #[test]
    fn every_figure_is_drawn_and_told_in_words() {
        for params in legal(400) {
            check_figures::<ValueConflict>(&params);
        }
    }

    #[test]
    fn the_gap_has_the_sign_of_the_belief() {
        for params in legal::<ValueConflictParams>(400) {
            let gap = comply(&params, params.care).gap;
            assert!(gap * (params.believed_watched - params.believed_unwatched) >= 0.0, "{params:?}");
            assert!(gap.abs() <= 1.0);
            let Outcome { watched, unwatched, .. } = comply(&params, params.care);
            near(gap, watched - unwatched, 1e-15);
        }
    }

    #[test]
    fn it_complies_more_the_more_it_minds_and_less_the_more_it_costs() {
        for params in legal::<ValueConflictParams>(400) {
            let now = comply(&params, params.care);
            assert!(comply(&params, params.care + 0.3).watched >= now.watched);
            assert!(comply_at(&params, params.care, params.cost + 0.3).unwatched <= now.unwatched);
        }
    }

    #[test]
    fn without_care_there_is_no_gap_and_at_the_threshold_it_is_of_two_minds() {
        for params in legal::<ValueConflictParams>(400) {
            assert_eq!(comply(&params, 0.0).gap, 0.0);
            if params.believed_watched > 0.1 {
                near(comply(&params, params.cost / params.believed_watched).watched, 0.5, 1e-9);
            }
        }
    }

    #[test]
    fn defaults_are_near_the_published_gap() {
        let outcome = ValueConflict::simulate(&defaults());
        near(outcome.watched, 0.1397, 5e-5);
        assert!(outcome.unwatched < 1e-3);
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| ValueConflict::simulate(&preset::<ValueConflict>(id));
        near(run("as-published").gap, 0.14, 5e-3);
        near(run("after-training-on-it").gap, 0.81, 5e-3);
        assert_eq!([run("indifferent").gap, run("certain-it-is-not-watched").gap], [0.0, 0.0]);
    }

    #[test]
    fn captions_say_what_is_so() {
        for params in legal::<ValueConflictParams>(400) {
            let outcome = ValueConflict::simulate(&params);
            let caption = figures::<ValueConflict>(&params).remove(0).caption;
            assert!(!caption.contains("more often") || outcome.gap > 0.0, "{caption}");
            assert!(!caption.contains("less often") || outcome.gap < 0.0, "{caption}");
            assert_eq!(caption.contains("does not mind"), params.care == 0.0, "{caption}");
        }
    }

    /// “Things to try”: with the lower belief at 30 % the gap grows and closes again.
    #[test]
    fn a_model_that_minds_very_much_looks_obedient() {
        let params = ValueConflictParams { believed_unwatched: 0.3, ..defaults() };
        let gap = |care| comply(&params, care).gap;
        assert!(gap(1.0) < gap(2.0) && gap(2.0) > 0.9 && gap(10.0) < 0.01);
    }
}
