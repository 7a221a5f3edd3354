//! Documents about AIs as evidence about AIs: log-odds that add up, are
//! forgotten, distrusted and undone, beside published measurements.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::{ln, log10};
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{ALL_ALONG, Block, FINE_TUNING, MIDTRAINING, Outcome, saturated};
use params::{AlignmentPretrainingParams, Documents};
use std::f64::consts::LN_2;

/// A run that reads documents about AIs.
pub struct AlignmentPretraining;

impl Simulator for AlignmentPretraining {
    type Params = AlignmentPretrainingParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "alignment-pretraining",
        name: "Evidence in the corpus",
        question: prose("Does it matter when a model reads about well-behaved AIs, and who wrote it?"),
        answer: prose(
            "Documents about good AIs are evidence of what an AI is like: read slowly and early they sink in, read at \
             the end they are undone by later training. One measurement disagrees, and one author can only say so much.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "misaligned_after",
        control: "insert_from",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "The same documents leave {misaligned_after} of the answers misaligned if they are read all along, and \
         {finetuning_after} if they are read in the last hundredth of the run.",
        // It is about good documents that fit into it, and that are not forgotten.
        |params: &AlignmentPretrainingParams, outcome: &Outcome| {
            params.insert_from < 0.05
                && params.tokens <= FINE_TUNING.room()
                && params.documents == Documents::Aligned
                && outcome.fine_tuning > 1.25 * outcome.after
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "optimist",
            "The author in the thread",
            "Nothing is forgotten and reading sinks in: slow and early wins.",
            &[],
        ),
        Preset::new(
            "sceptic",
            "The sceptic in the thread",
            "Any author would have written it: the documents move nothing.",
            &[Setting::ours("distrust", "0.99", "S2.a")],
        ),
        Preset::new(
            "forgets",
            "A reading of the measurement: it forgets",
            "What was read early is lost; a late tenth does as well as all of it.",
            &[Setting::ours("memory", "13", ""), Setting::ours("evidence", "21", "")],
        ),
        Preset::new(
            "nothing-new",
            "Another: nothing new to say",
            "Two authors have said all they can long before the end: a late tenth does nearly as well, a hundred times \
             the pages add nothing, twice the authors would leave 2 %.",
            &[Setting::ours("distrust", "0.35", ""), Setting::ours("evidence", "40", "")],
        ),
        Preset::new(
            "capable-reader",
            "A sharper reader",
            "The same documents do less than a third as much.",
            &[Setting::ours("distrust", "0.7", "S2.l")],
        ),
        Preset::new(
            "many-hands",
            "Many hands for a sharp reader",
            "Sixty authors and ten times the pages move even such a reader.",
            &[
                Setting::ours("distrust", "0.7", "S2.l"),
                Setting::ours("authors", "60", ""),
                Setting::ours("tokens", "50", ""),
            ],
        ),
        Preset::new(
            "villains",
            "Stories of villains",
            "The same evidence speaks the other way.",
            &[Setting::measured("documents", "misaligned", "source 13")],
        ),
    ];

    const CLAIMS: &'static [Claim<AlignmentPretrainingParams>] = &[
        Claim::new(
            "slow-wins",
            "slow beats midtraining",
            "S2.d",
            "Slowly, all along the run, works significantly better than midtraining: the same documents carry at \
             least 1.25 times the evidence through post-training.",
            "“significantly” is said; 1.25 times is ours",
            Measure::Log10,
            |params| advantage(params, ALL_ALONG, MIDTRAINING) - log10(1.25),
        ),
        Claim::new(
            "fine-tuning-worst",
            "and far beats fine-tuning",
            "S2.d",
            "It works a lot better than fine-tuning, too: the same documents carry at least twice the evidence \
             through post-training.",
            "“a lot” is said; twice is ours",
            Measure::Log10,
            |params| advantage(params, ALL_ALONG, FINE_TUNING) - log10(2.0),
        ),
        Claim::new(
            "tenth-is-enough",
            "a late tenth is enough",
            "source 13",
            "As the version of 2026 is reported to have found, midtraining with a tenth of the documents does about as \
             well after post-training: it has at least 80 % of the effect.",
            "“about as well” is reported; 80 % is ours",
            Measure::Share,
            |params: &AlignmentPretrainingParams| {
                let late = params.with_tokens(0.1);
                late.effect(late.believed_after(MIDTRAINING)) / params.effect(params.believed_after(ALL_ALONG)) - 0.8
            },
        )
        .fails_because("the page starts on the side of S2.d, and S2.d and this report cannot both hold here"),
        Claim::new(
            "sharper-reader",
            "sharp readers shrug",
            "S2.l",
            "What works on a small model fails on a sharper reader: one who thinks it 70 % likely that the author would \
             have written it anyway gets less than half of the effect.",
            "ours",
            Measure::Share,
            |params| {
                let sharp = AlignmentPretrainingParams { distrust: 0.7, ..params.clone() };
                let effect = |reader: &AlignmentPretrainingParams| reader.effect(reader.believed_after(params.block()));
                0.5 - effect(&sharp) / effect(params)
            },
        ),
        Claim::new(
            "authors-not-pages",
            "authors, not pages",
            "S2.l",
            "A capable model needs better evidence, which we sharpen to this: twice as many authors would do more than \
             twice as many pages.",
            "none, the two are compared as they are",
            Measure::Log10,
            |params: &AlignmentPretrainingParams| {
                let evidence = params.evidence_after(params.block());
                let authors = saturated(evidence, 2.0 * f64::from(params.authors), params.distrust);
                log10(authors / params.believed(2.0 * evidence))
            },
        )
        .fails_because("two authors whom a small model trusts have not yet said all they can"),
        Claim::new(
            "push-early",
            "push while it is unaware",
            "S2.m",
            "Push before the model is aware and resists: the same documents in the first half of the run carry at least \
             a tenth more through post-training than in the second.",
            "ours",
            Measure::Log10,
            |params| {
                let [first, second] = [0.0, 0.5].map(|from| Block { from, to: from + 0.5 });
                advantage(params, first, second) - log10(1.1)
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("path", "The same documents, early or late", figures::path),
        FigureOf::new("when", "If they were all in one tenth", figures::when),
        FigureOf::new("authors", "More authors or more pages", figures::authors),
        FigureOf::new("measured", "What was measured", figures::measured),
    ];

    fn simulate(params: &AlignmentPretrainingParams) -> Outcome {
        let block = params.block();
        let after = |block| params.misaligned_after(params.believed_after(block));
        let believed = params.believed(params.evidence_at(block, 1.0));
        Outcome {
            end: params.misaligned(believed),
            after: after(block),
            without: params.misaligned_after(0.0),
            midtraining: after(MIDTRAINING),
            fine_tuning: after(FINE_TUNING),
            kept: params.kept(),
            believed,
        }
    }

    fn readouts(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Vec<Readout> {
        let doublings = match params.documents {
            Documents::Aligned => "At the end of the run they are worth {} of the odds of a good answer.",
            Documents::Misaligned => "At the end of the run they are worth {} of the odds of a misaligned answer.",
        };
        vec![
            Readout::percent(
                "misaligned_after",
                outcome.after,
                "share",
                "After post-training {} of the answers are misaligned.",
            ),
            Readout::percent("misaligned_end", outcome.end, "share", "At the end of the run, before it: {}."),
            Readout::percent(
                "without_after",
                outcome.without,
                "share",
                "Without the documents it would be {} after post-training.",
            ),
            Readout::percent(
                "midtraining_after",
                outcome.midtraining,
                "share",
                "With the same documents in midtraining only: {}.",
            ),
            Readout::percent(
                "finetuning_after",
                outcome.fine_tuning,
                "share",
                "In the last hundredth of the run only: {}.",
            ),
            Readout::percent(
                "kept",
                outcome.kept,
                "share",
                "Of what the documents did, {} is left after post-training.",
            ),
            Readout::number("doublings", outcome.believed / LN_2, "doublings", doublings).under("authors"),
            Readout::number(
                "doublings_cap",
                -f64::from(params.authors) * ln(params.distrust) / LN_2,
                "doublings",
                "However much they write, these authors can say no more than {}.",
            )
            .under("authors"),
        ]
    }
}

/// How many times the evidence the same documents carry through post-training
/// in one block as in another, as a power of ten.
fn advantage(params: &AlignmentPretrainingParams, one: Block, other: Block) -> f64 {
    log10(params.believed_after(one) / params.believed_after(other))
}
