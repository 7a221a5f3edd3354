//! Capable enough, and still willing to be corrected: a helper whose mistakes
//! people can mend, against a mind that must be right about everything.
//!
//! Statement S1.k. The model is ours.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{Outcome, SOVEREIGN};
use params::CorrigibleWindowParams;

/// A helper that can be corrected, and a sovereign that cannot.
pub struct CorrigibleWindow;

impl Simulator for CorrigibleWindow {
    type Params = CorrigibleWindowParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "corrigible-window",
        name: "Capable enough, and still willing to be corrected",
        question: prose(
            "Is an AI that we can correct a safer bet than one that must be right about everything?",
        ),
        answer: prose(
            "People can mend the mistakes of a helper of middling ability, so it may have far more of them. In \
             return it does what people decide, and they may decide badly.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "success",
        control: "people",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "A helper that can be corrected survives {wider} as many mistakes as a sovereign mind. Its weaker half is \
         people, who use their say well with a chance of {people_right}.",
        |_, outcome: &Outcome| outcome.people_right < outcome.technical && outcome.wider() > 1.05,
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "plan",
            "The plan in the replies",
            "A helper of two fifths of a sovereign’s ability is the best bet; people are its weaker half.",
            &[],
        ),
        Preset::new(
            "wise-people",
            "If people could be trusted",
            "What is left to gain is technical.",
            &[Setting::ours("people", "0.95", "")],
        ),
        Preset::new(
            "one-lab-alone",
            "One lab, with less power behind it",
            "More ability is needed, and with it goes people’s say.",
            &[Setting::ours("needed", "0.5", "S1.k, which is less sure of a single lab")],
        ),
        Preset::new(
            "it-slips-away",
            "The sceptic: correctability does not last",
            "Mistakes stay unmended as soon as it is able; the window narrows.",
            &[Setting::ours("mend", "0.6", ""), Setting::ours("fade", "3", "")],
        ),
        Preset::new(
            "easy-values",
            "The optimist about values",
            "If few things can go wrong, the best mind is the one that needs nobody.",
            &[Setting::ours("mistakes", "0.3", "")],
        ),
        Preset::new(
            "fools",
            "If people decide badly",
            "The helper is as good as its masters: the sovereign nearly draws level.",
            &[Setting::ours("people", "0.15", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<CorrigibleWindowParams>] = &[
        Claim::new(
            "below-a-sovereign",
            "Well below a sovereign",
            "S1.k",
            "The danger can be ended with abilities notably below superintelligence: the best level is at most half \
             of a sovereign’s.",
            "ours",
            Measure::Share,
            |params| 0.5 - params.best_level(),
        ),
        Claim::new(
            "wider-target",
            "A wider target",
            "S1.k",
            "A sovereign is a narrow target: that of the correctable helper is at least three times as wide.",
            "ours",
            Measure::Number("times the sovereign’s width"),
            |params| Self::simulate(params).wider() - 3.0,
        ),
        Claim::new(
            "technically-doable",
            "Technically doable",
            "S1.k",
            "It is quite doable as a matter of technology: people apart, the best level has at least even odds.",
            "ours",
            Measure::Share,
            |params| params.technical(params.best_level()) - 0.5,
        ),
        Claim::new(
            "people-are-the-worry",
            "People are the worry",
            "S1.k",
            "The main worry is bad decisions: halving the chance of those gains more than halving the mistakes.",
            "ours",
            Measure::Share,
            |params| {
                let wiser = CorrigibleWindowParams { people: 0.5 + 0.5 * params.people, ..params.clone() };
                wiser.most() - params.with_half_the_mistakes().most()
            },
        ),
        Claim::new(
            "good-anyway",
            "Good anyway helps",
            "S1.k",
            "Making it good even if it were a sovereign helps, although that is not the plan: half the mistakes add \
             at least five percentage points to the helper’s chance at its level.",
            "ours",
            Measure::Share,
            |params| {
                let level = params.best_level();
                params.with_half_the_mistakes().both(level) - params.both(level) - 0.05
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("window", "Able enough, safe, and in good hands", figures::window),
        FigureOf::new("target", "How many mistakes it may have", figures::target),
        FigureOf::new("people", "If people were wiser", figures::people),
    ];

    fn simulate(params: &CorrigibleWindowParams) -> Outcome {
        let best_level = params.best_level();
        Outcome {
            best_level,
            success: params.both(best_level),
            technical: params.technical(best_level),
            people_right: params.wise(best_level),
            sovereign_success: params.both(SOVEREIGN),
            tolerance: params.tolerance(best_level),
            tolerance_sovereign: params.tolerance(SOVEREIGN),
        }
    }

    fn readouts(_: &CorrigibleWindowParams, outcome: &Outcome) -> Vec<Readout> {
        vec![
            Readout::percent(
                "success",
                outcome.success,
                "probability",
                "At the best level it ends the danger well with a chance of {}.",
            ),
            Readout::percent(
                "best_level",
                outcome.best_level,
                "share",
                "The best level is {} of a sovereign’s ability.",
            ),
            Readout::percent(
                "technical",
                outcome.technical,
                "probability",
                "There it is able enough, and safe, with a chance of {}.",
            ),
            Readout::percent(
                "people_right",
                outcome.people_right,
                "probability",
                "There people use their say well with a chance of {}.",
            ),
            Readout::percent(
                "sovereign_success",
                outcome.sovereign_success,
                "probability",
                "A sovereign succeeds with a chance of {}.",
            ),
            Readout::number(
                "tolerance",
                outcome.tolerance,
                "mistakes",
                "A helper of the best level may have {} and still be as likely as not to work.",
            )
            .under("target"),
            Readout::number(
                "tolerance_sovereign",
                outcome.tolerance_sovereign,
                "mistakes",
                "A sovereign may have {}.",
            )
            .under("target"),
            Readout::number("wider", outcome.wider(), "times", "The helper’s target is {} as wide.")
                .under("target"),
        ]
    }
}
