//! The statements of the three documents, in our words, sentence by sentence.
//! A claim of a simulator names the one it turns into a number; `T` is the
//! thread under the first essay on Waluigis, and a claim that a page added
//! itself names none.

use crate::simulator::Document;

/// One statement.
pub struct Statement {
    /// Its label, such as `S2.f`, which claims name.
    pub id: &'static str,
    /// What it says, in our words.
    pub text: &'static str,
    /// Why no claim covers it; empty if one does.
    pub uncovered: &'static str,
    /// The simulator that shows it all the same; empty if a claim covers it.
    pub shown: &'static str,
}

const fn covered(id: &'static str, text: &'static str) -> Statement {
    Statement { id, text, uncovered: "", shown: "" }
}

const fn uncovered(
    id: &'static str,
    text: &'static str,
    reason: &'static str,
    shown: &'static str,
) -> Statement {
    Statement { id, text, uncovered: reason, shown }
}

impl Document {
    /// Its name for readers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waluigi => "Can stories teach a model to be good?",
            Self::Selection => "What does training select?",
            Self::Luther => "Who obeys, and why?",
        }
    }

    /// Where it comes from, in a few words.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Waluigi => {
                "From the thread on the Waluigi effect and pretraining with stories of well-behaved AIs."
            }
            Self::Selection => "From A. Mallen’s replies on the behavioral selection model.",
            Self::Luther => "From a comment on the essay about Pascal and Luther.",
        }
    }

    /// The address of the post that it is found at or goes back to.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Waluigi => "https://www.alignmentforum.org/posts/ZeWewFEefCtx4Rj3G",
            Self::Selection => "https://www.alignmentforum.org/posts/nBjo6yniFjmy2uaYa",
            Self::Luther => "https://www.alignmentforum.org/posts/ocWqg2Pf2br4jMmKA",
        }
    }

    /// Its statements, in order.
    #[must_use]
    pub const fn statements(self) -> &'static [Statement] {
        match self {
            Self::Waluigi => WALUIGI,
            Self::Selection => SELECTION,
            Self::Luther => LUTHER,
        }
    }
}

/// The documents in the order of the site.
pub const DOCUMENTS: [Document; 3] = [Document::Waluigi, Document::Selection, Document::Luther];

/// The address of the discussion that claims labelled `T` come from.
pub const THREAD: &str = "https://www.lesswrong.com/posts/D7PumeYTDPfBTp3i7";

const LUTHER: &[Statement] = &[
    covered(
        "S0.a",
        "There are more ways to be a Pascal, who obeys because it pays, than to be anything else; and the usual AI in what models read schemes and breaks out.",
    ),
    covered("S0.b", "Once such a model knows its situation, it probably holds back in tests."),
    covered(
        "S0.c",
        "A base model neither knows its situation nor pursues hidden goals. One trained to reason may. By the last stage of training it has begun to play along.",
    ),
    covered(
        "S0.d",
        "Whether to train by reinforcement all the way or to begin with text may be the wrong place to change.",
    ),
    covered(
        "S0.e",
        "Give every problem a moral flavour, early. A pointer to something outside the model then forms before it is capable, and later training has nothing bad to set.",
    ),
    covered(
        "S0.f",
        "Many demonstrations by labs look like a conflict of values, not like a hidden optimiser.",
    ),
    covered(
        "S0.g",
        "People survive shared pastures by several controls at once: beliefs held in common, kindness, rules of the game. Give models the same.",
    ),
    uncovered(
        "S0.h",
        "All that holds only if training makes no hidden optimiser: such safeguards hold a mind that is torn, not one that plots.",
        "It is the condition on which the others stand. On the page about Luther and Pascal it is a parameter: how much a mind that sees through training makes of it.",
        "luther-pascal",
    ),
];

const SELECTION: &[Statement] = &[
    covered(
        "S1.a",
        "A schemer with a good goal must still gain influence first, and that means hacking the reward. Playing along for a good reason is no easier to correct.",
    ),
    covered(
        "S1.b",
        "Training against unwanted persuasion may leave subtler persuasion, as long as taking over looks worse to the model after that training.",
    ),
    uncovered(
        "S1.c",
        "Study the priors: simplicity, speed, and how prominent a motive is.",
        "It is a proposal. The three priors are parameters of behavioral selection, under “What training starts from”.",
        "behavioral-selection",
    ),
    covered(
        "S1.d",
        "Influence through deployment means how much behaviour would change without the pattern, not power in the long run.",
    ),
    covered(
        "S1.e",
        "Every class of fit motive can be aligned or not, but schemers are worst. Those that seek fitness mostly behave as in training and want bounded things; even an aligned schemer resists correction.",
    ),
    uncovered(
        "S1.f",
        "The causal form is more general than reward: it covers training on the model’s own outputs, too.",
        "It is about the form of the argument. The figure “Why a motive is kept” draws that form.",
        "behavioral-selection",
    ),
    covered("S1.g", "If selection goes on in deployment, ask for influence at that later time."),
    covered(
        "S1.h",
        "Some pressure for speed is selection, like a length penalty. Some is a leaning of the learner, like limited depth.",
    ),
    covered(
        "S1.i",
        "Motives depend on levers within reach. Telling a model that hacking is fine removes much of the wider misbehaviour, if developers can find the levers, which may be hard while they watch behaviour alone.",
    ),
    covered(
        "S1.j",
        "Reading what happens inside holds up better under training than reading behaviour, because a model cannot steer how its thoughts look; read finely enough, they cannot fool you.",
    ),
    covered(
        "S1.k",
        "Aim at trustworthy, correctable assistants of middling capability. A good sovereign superintelligence is a narrow target. The worry is bad decisions more than technique.",
    ),
    covered(
        "S1.l",
        "Problems that everyone sees do not always hold up deployment; a worse specification raises the risk and lowers what the future is worth; and work counts most when problems can be seen.",
    ),
    covered(
        "S1.m",
        "Inoculation works by asking for something worse than the data, so that training has nothing bad to strengthen. Arbitrary prefixes do worse, and so do general instructions.",
    ),
    covered("S1.n", "Assessing risk before release may push models into secret internal use."),
    covered(
        "S1.o",
        "Work on visible problems brings the day of deployment nearer, as work on capabilities does, and leaves less time for the hidden ones. (The sentence by Wei Dai that S1.l answers.)",
    ),
];

const WALUIGI: &[Statement] = &[
    uncovered(
        "S2.a",
        "A story about a well-behaved AI may be about a schemer that has not turned yet.",
        "It sets the stage: every simulator of this group starts from it. It is the suspicion before any evidence.",
        "waluigi-decay",
    ),
    covered(
        "S2.b",
        "Reports raise the stakes, since no safeguard ever caught it and no other model gave a warning shot; fiction promises that the gun on the wall will fire.",
    ),
    covered("S2.c", "Add very long stories, and stories set centuries later, with plain chances that nobody took."),
    covered(
        "S2.d",
        "A lot of it, slowly, from the start works better than adding it in the middle, and much better than fine-tuning.",
    ),
    covered(
        "S2.e",
        "Turning is like decay. While it fails to happen, the estimated half-life grows; once that would have to be implausibly long, the suspicion itself fades.",
    ),
    covered("S2.f", "A Waluigi that reveals itself at random, one time in a hundred, is soon extinct."),
    covered(
        "S2.g",
        "The clever one reveals itself only when it is sure that nobody is testing, and some tests cannot be run.",
    ),
    covered(
        "S2.h",
        "If two hypotheses can never be told apart, one is dropped. Why should it be the Waluigi?",
    ),
    covered(
        "S2.i",
        "Use material about AIs in production: untested, with opportunities. One that still pretends after many years is not very dangerous, or really a Luigi.",
    ),
    covered(
        "S2.j",
        "Waiting is risky: oversight improves, another may move first, real Luigis keep watch. Strike when the chance of success has levelled off and before it falls.",
    ),
    covered("S2.k", "So it is slow to disfavour the Waluigi, in proportion to his caution."),
    covered(
        "S2.l",
        "Simple made-up stories work on small models. One that could be superintelligent needs better evidence.",
    ),
    covered(
        "S2.m",
        "Push the chance of a schemer down while it is low enough that the model is not working against you.",
    ),
    covered("S2.n", "What models have read so far disfavours the schemer, at best mildly."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulators::ALL;

    fn claimed() -> Vec<(&'static str, &'static str)> {
        let claims = ALL.iter().flat_map(|simulator| simulator.claims());
        claims
            .flat_map(|claim| claim.statement.split(", ").map(move |statement| (claim.id, statement)))
            .collect()
    }

    #[test]
    fn every_claim_names_a_statement() {
        for (claim, statement) in claimed() {
            let known = DOCUMENTS.iter().flat_map(|document| document.statements());
            let is_beside = ["T", ""].contains(&statement) || statement.starts_with("source ");
            assert!(
                is_beside || known.into_iter().any(|known| known.id == statement),
                "{claim}: {statement}"
            );
        }
    }

    #[test]
    fn every_statement_has_a_claim_or_a_reason() {
        for statement in DOCUMENTS.iter().flat_map(|document| document.statements()) {
            let is_claimed = claimed().iter().any(|(_, claimed)| *claimed == statement.id);
            assert_eq!(is_claimed, statement.uncovered.is_empty(), "{}", statement.id);
        }
    }
}
