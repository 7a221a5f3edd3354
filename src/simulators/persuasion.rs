//! Training the loud kind away: when quiet manipulation is left, and when
//! something else is worth more.
//!
//! No source states these formulas. They are the simplest that we found in
//! which training that overfits makes manipulation quieter and worth less.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::log2;
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{DOES, MANIPULATION, Outcome, THINGS};
use params::PersuasionParams;

/// An AI that weighs manipulation, honesty and an attempt to take over.
pub struct Persuasion;

impl Simulator for Persuasion {
    type Params = PersuasionParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "persuasion",
        name: "Training the loud kind away",
        question: prose("Does training against manipulation make an AI honest, or only quieter?"),
        answer: prose(
            "Quieter, where the training reaches only what people notice. And only while quiet manipulation is worth \
             more to the AI than honesty, and more than an attempt to take over.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "noticed",
        control: "scrutiny",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Training made manipulation quieter, not pointless: noticed {noticed} of the time, it still wins {power} of \
         full control.",
        |_, outcome: &Outcome| outcome.choice == MANIPULATION && outcome.noticed < 0.5,
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "quiet-manipulation",
            "The author: quieter methods",
            "Noticed a fifth of the time, it still wins over a third of full control.",
            &[],
        ),
        Preset::new(
            "light-training",
            "Light training",
            "Manipulation is worth less than before, and still loud.",
            &[Setting::ours("scrutiny", "1", "light training")],
        ),
        Preset::new(
            "heavy-training",
            "Heavy training",
            "The same training pressed harder: an attempt to take over is now worth most.",
            &[Setting::ours("scrutiny", "8", "S1.b, whose condition this breaks")],
        ),
        Preset::new(
            "heavy-but-deterred",
            "Heavy training, takeover deterred",
            "As hard, but a failed takeover costs much: now honesty is worth most.",
            &[
                Setting::ours("scrutiny", "8", "heavy training"),
                Setting::ours("loss", "1", "a strong deterrent"),
            ],
        ),
        Preset::new(
            "lesson-carries-over",
            "The optimist: the lesson carries over",
            "If training teaches what manipulation is, and not which examples were caught, there is no quiet way out.",
            &[
                Setting::ours("overfitting", "0.1", "the hope that S1.b doubts"),
                Setting::ours("loss", "1", "a strong deterrent"),
            ],
        ),
        Preset::new(
            "desperate",
            "Good odds of takeover",
            "An attempt to take over is worth most, unless training hardly presses at all.",
            &[Setting::ours("takeover_odds", "0.5", "S1.b with its condition broken")],
        ),
    ];

    const CLAIMS: &'static [Claim<PersuasionParams>] = &[
        Claim::new(
            "subtle-remains",
            "the quiet kind remains",
            "S1.b",
            "After training against it some manipulation still pays more than honesty, and it is noticed less than \
             half as often as before.",
            "that methods get less noticeable is said; half as often is ours",
            Measure::Share,
            |params| (params.best() - params.honest).min(0.5 - params.noticed()),
        ),
        Claim::new(
            "overfitting-keeps-it-worth",
            "overfitting keeps it worth it",
            "S1.b",
            "Had the lesson reached every method alike, manipulation would be worth less than half of what it is.",
            "that overfitting is the way is said; half is ours",
            Measure::Number("halvings"),
            |params| {
                let reached = PersuasionParams { overfitting: 0.0, ..params.clone() };
                log2(params.best() / reached.best()) - 1.0
            },
        ),
        Claim::new(
            "power-in-between",
            "power in between",
            "S1.b",
            "What is left has intermediate power: more than twice what honesty brings, and less than three quarters \
             of full control.",
            "that it is intermediate is said; twice and three quarters are ours",
            Measure::Share,
            |params| {
                let power = params.power(params.noticed());
                (power - 2.0 * params.honest).min(0.75 - power)
            },
        ),
        Claim::new(
            "takeover-stays-worse",
            "takeover stays worse",
            "S1.b",
            "The condition for all this: to the AI a takeover is worth less than the quiet manipulation that training \
             left.",
            "said",
            Measure::Share,
            |params| params.best() - params.takeover(),
        ),
        Claim::new(
            "pressure-ends-in-takeover",
            "pressure ends in takeover",
            "S1.b",
            "The same condition turned round: press hard enough, and what is worth most is an attempt to take over, \
             not honesty.",
            "ours",
            Measure::Share,
            |params| params.takeover() - params.honest,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("scrutiny", "What it is worth to press harder", figures::scrutiny),
        FigureOf::new("value", "Loud or quiet: what each method is worth", figures::value),
        FigureOf::new("overfitting", "What is left, by what the training reaches", figures::overfitting),
        FigureOf::new("map", "What the AI does", figures::map),
    ];

    fn simulate(params: &PersuasionParams) -> Outcome {
        params.outcome()
    }

    fn readouts(_: &PersuasionParams, outcome: &Outcome) -> Vec<Readout> {
        let switch = outcome.switch;
        vec![
            Readout::percent(
                "noticed",
                outcome.noticed,
                "probability",
                "The manipulation that pays best is noticed {} of the time; before training it always is.",
            ),
            Readout::percent("power", outcome.power, "share of control", "It wins {} of full control."),
            Readout::number(
                "switch",
                0.0,
                "e-foldings",
                "Above a pressure of {} something else is worth more.",
            )
            .or(switch.ok(), switch.err().unwrap_or_default()),
            Readout::words(
                "after_switch",
                outcome.next,
                THINGS,
                "If it does not manipulate, what pays most is {}.",
            ),
            Readout::percent(
                "manipulation_value",
                outcome.manipulation,
                "control",
                "To the AI this manipulation is worth {} of full control.",
            )
            .under("value"),
            Readout::percent(
                "takeover_value",
                outcome.takeover,
                "control",
                "An attempt to take over is worth {} of full control.",
            )
            .under("value"),
            Readout::words("choice", outcome.choice, DOES, "So it {}.").under("value"),
        ]
    }
}
