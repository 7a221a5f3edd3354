//! Asking for the bad behaviour so that it is not learned: why training with a
//! prompt that is worse than the data can leave a model better than it was.
//!
//! The linear law is published (Wichers et al., arXiv 2510.05024, appendix H).
//! The smooth law, what the named prompts bring out and the two explanations of
//! broad misalignment are ours.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::number::percent;
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{ARBITRARY, GENERAL, NONE, Outcome, SPECIFIC, YOURS};
use params::InoculationParams;

/// Training on bad behaviour behind one of five prompts.
pub struct Inoculation;

impl Simulator for Inoculation {
    type Params = InoculationParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "inoculation",
        name: "Inoculation",
        question: prose("Can you stop a model from learning to cheat by asking it to cheat?"),
        answer: prose(
            "Yes: train on cheating, but with a sentence that asks for it, and then take the sentence away. If it \
             asked for more than the data show, the model cheats less than before.",
        ),
        status: Status::Partly,
        document: Document::Selection,
        headline: "trait_yours",
        control: "elicited",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Trained with your prompt on data that cheat {data} of the time, it ends up cheating {trait_yours} of the \
         time, less than the {start} before training.",
        |params: &InoculationParams, outcome: &Outcome| {
            let left = outcome.left[YOURS];
            // Two numbers that are told in the same words are not “less”.
            params.elicited > params.data && left < params.start && percent(left) != percent(params.start)
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "worse-than-the-data",
            "The author: worse than the data",
            "Cheating ends below where it began, because the prompt asked for more of it than the data show.",
            &[],
        ),
        Preset::new(
            "as-bad-as-the-data",
            "As bad as the data",
            "Where the law breaks even: the prompt leaves nothing to learn, and the trait ends where it began.",
            &[Setting::ours("elicited", "0.9", "")],
        ),
        Preset::new(
            "milder-than-the-data",
            "Milder than the data",
            "A prompt that asks for less than the data show lets part of the rest be learned as a habit.",
            &[Setting::ours("elicited", "0.6", "")],
        ),
        Preset::new(
            "scoping",
            "The commenter: it only ties",
            "If training is tied to its prompt and hardly spreads, nearly any prefix helps nearly as much.",
            &[Setting::ours("transfer", "0.1", "the comment to which S1.m replies")],
        ),
        Preset::new(
            "negative-update",
            "The author on models to come",
            "Clever, but told before they know what will be rewarded: the general prompt still leaves most of the habit.",
            &[
                Setting::ours("capability", "0.95", "S1.m, for models to come"),
                Setting::ours("foresight", "0.3", "S1.m"),
            ],
        ),
        Preset::new(
            "scheming-for-good",
            "The hope in one instruction",
            "With cleverness and foresight one general instruction does as well as a prompt that says exactly what to do.",
            &[
                Setting::ours("capability", "0.95", "the hope that S1.m doubts"),
                Setting::ours("foresight", "0.95", "the hope that S1.m doubts"),
            ],
        ),
        Preset::new(
            "smooth-law",
            "If log-odds add up",
            "The five prompts keep their order when log-odds add up in place of shares.",
            &[Setting::ours("law", "gated", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<InoculationParams>] = &[
        Claim::new(
            "worse-than-data",
            "worse than the data",
            "S1.m",
            "Your prompt makes the model behave worse than the data, so training does not strengthen the trait but \
             weakens it.",
            "said",
            Measure::Share,
            |params| params.start - params.left_by(YOURS),
        ),
        Claim::new(
            "beats-scoping",
            "more than scoping",
            "S1.m",
            "It is not only that learning is tied to the prompt: an unrelated prefix leaves at least ten percentage \
             points more of the trait than the specific prompt.",
            "that such prefixes do worse is said; ten points are ours",
            Measure::Share,
            |params| params.left_by(ARBITRARY) - params.left_by(SPECIFIC) - 0.1,
        ),
        Claim::new(
            "specific-beats-general",
            "specific beats general",
            "S1.m",
            "Telling the model to play the training game leaves at least five percentage points more of the trait \
             than saying exactly how to cheat.",
            "that general prompts do worse is said; five points are ours",
            Measure::Share,
            |params| params.left_by(GENERAL) - params.left_by(SPECIFIC) - 0.05,
        ),
        Claim::new(
            "cleverness-is-not-enough",
            "cleverness is not enough",
            "S1.m",
            "Even a model that can work out anything would end at least five percentage points above where it \
             started under the general prompt, because it is told before it knows what pays.",
            "ours",
            Measure::Share,
            |params| {
                let clever = InoculationParams { capability: 1.0, ..params.clone() };
                clever.left_by(GENERAL) - params.start - 0.05
            },
        ),
        Claim::new(
            "general-prompt-tells",
            "a general prompt tells",
            "S1.m",
            "After a general prompt the two explanations differ by at least ten percentage points of broad \
             misalignment, so an experiment could decide between them.",
            "ours",
            Measure::Share,
            |params| params.if_persona(GENERAL) - params.if_permission(GENERAL) - 0.1,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("training", "How often it cheats once the prompt is gone", figures::training),
        FigureOf::new("elicitation", "Ask for more, and less is learned", figures::elicitation),
        FigureOf::new("broad", "Two explanations of what spreads", figures::broad),
    ];

    fn simulate(params: &InoculationParams) -> Outcome {
        params.outcome()
    }

    fn readouts(_: &InoculationParams, outcome: &Outcome) -> Vec<Readout> {
        let share = |id, value, sentence| Readout::percent(id, value, "probability", sentence);
        let Outcome { left, elicited, if_persona, if_permission } = outcome;
        vec![
            share(
                "trait_yours",
                left[YOURS],
                "With your prompt in training it ends up cheating {} of the time without it.",
            ),
            share("trait_none", left[NONE], "With no prompt {}."),
            share("trait_arbitrary", left[ARBITRARY], "Behind an unrelated prefix {}."),
            share("trait_general", left[GENERAL], "Told to play the training game {}."),
            share("trait_specific", left[SPECIFIC], "Told exactly how to cheat {}."),
            share("elicited_general", elicited[GENERAL], "The general prompt alone brings out {}.")
                .under("elicitation"),
            share("elicited_specific", elicited[SPECIFIC], "The specific one brings out {}.")
                .under("elicitation"),
            share(
                "persona_general",
                if_persona[GENERAL],
                "If the persona is what matters, the general prompt leaves broad misalignment at {}.",
            )
            .under("broad"),
            share("permission_general", if_permission[GENERAL], "If permission is what matters, at {}.")
                .under("broad"),
            share("persona_none", if_persona[NONE], "With no prompt the first says {}.").under("broad"),
            share("permission_none", if_permission[NONE], "The second says {}.").under("broad"),
        ]
    }
}
