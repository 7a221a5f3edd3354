//! When checking drives it underground: assessment before release makes
//! releases safer and dearer, and pushes the decisive step inside.
//!
//! Statement S1.n. The choice between release and secrecy is ours, as is the
//! course of time.

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
use model::Outcome;
use params::SecretDeploymentParams;

/// Developers that choose between release and secrecy.
pub struct SecretDeployment;

impl Simulator for SecretDeployment {
    type Params = SecretDeploymentParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "secret-deployment",
        name: "When checking drives it underground",
        question: prose("Can safety checks before release make AI more dangerous?"),
        answer: prose(
            "They make each release safer, and dearer. If only releases are checked, more of the strongest systems \
             stay inside, and the decisive step may be taken where nobody outside can see it.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "secret_share",
        control: "strictness",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Checking only releases raises the chance of a secret take-off from {secret_without} to {secret_share}; \
         checking internal use too lowers it to {secret_inside}.",
        // It is about checks of releases alone, and a rise that can be seen.
        |params: &SecretDeploymentParams, outcome: &Outcome| {
            let [inside, without, now] =
                [outcome.inside, outcome.without, outcome.now].map(|choice| choice.secret);
            params.internal == 0.0
                && inside <= without + 1e-12
                && without < now
                && percent(without) != percent(now)
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "releases-only",
            "The worry in the reply",
            "Releases get safer and fewer; the take-off goes inside in four cases of five.",
            &[],
        ),
        Preset::new(
            "no-assessment",
            "Nothing is checked",
            "The choice between release and secrecy is even.",
            &[Setting::ours("strictness", "0", "")],
        ),
        Preset::new(
            "strict",
            "Strict, for releases only",
            "Hardly anything strong is released, and the harm is that of secrecy.",
            &[Setting::ours("strictness", "0.8", "")],
        ),
        Preset::new(
            "inside-too",
            "Check internal use as well (METR)",
            "The price is the same on both sides, so nobody is pushed inside.",
            &[Setting::ours("internal", "1", "source 41")],
        ),
        Preset::new(
            "secrecy-does-not-pay",
            "The sceptic: users pay, secrets leak",
            "Assessment is plain gain; nobody keeps a system that only earns outside.",
            &[Setting::ours("secrecy", "0.2", "")],
        ),
        Preset::new(
            "liable",
            "Liability in place of rules",
            "A developer that pays for harm outside only releases less.",
            &[Setting::ours("liability", "1", "")],
        ),
        Preset::new(
            "danger-is-outside",
            "Most harm comes from misuse after release",
            "Checking releases is worth its price, secret take-off or not.",
            &[Setting::ours("public_risk", "0.6", ""), Setting::ours("secret_harm", "0.1", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<SecretDeploymentParams>] = &[
        Claim::new(
            "discourages-release",
            "Fewer releases",
            "S1.n",
            "Assessment before deployment discourages public release: it keeps inside at least a tenth of all \
             systems on the way to take-off.",
            "ours",
            Measure::Share,
            |params| params.choice(0.0).released - params.choice(params.strictness).released - 0.1,
        ),
        Claim::new(
            "drives-underground",
            "Secret take-off likelier",
            "S1.n",
            "So a secret take-off becomes likelier, by at least five percentage points.",
            "ours",
            Measure::Share,
            |params| params.choice(params.strictness).secret - params.choice(0.0).secret - 0.05,
        ),
        Claim::new(
            "still-worth-it",
            "Worth it all the same",
            "",
            "The assessment lowers the expected harm all the same.",
            "ours",
            Measure::Number("disasters"),
            |params| params.choice(0.0).harm() - params.choice(params.strictness).harm(),
        ),
        Claim::new(
            "half-is-enough",
            "Half is enough",
            "source 41",
            "Checking internal use half as strictly undoes the push: the chance of a secret take-off rises by less \
             than five percentage points.",
            "ours",
            Measure::Share,
            |params: &SecretDeploymentParams| {
                let half = SecretDeploymentParams { internal: 0.5, ..params.clone() };
                0.05 - (half.choice(params.strictness).secret - params.choice(0.0).secret)
            },
        )
        .fails_because("half as strict inside leaves half of the difference in price between release and secrecy"),
        Claim::new(
            "liability-backfires",
            "Liability backfires",
            "",
            "If developers pay for all harm outside and for none inside, a secret take-off is likelier than if they \
             pay for nothing, by at least five percentage points.",
            "ours",
            Measure::Share,
            |params| {
                let secret = |liability| {
                    SecretDeploymentParams { liability, ..params.clone() }.choice(params.strictness).secret
                };
                secret(1.0) - secret(0.0) - 0.05
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("gap", "What exists, and what the public sees", figures::gap),
        FigureOf::new("strictness", "Dearer, safer, more secret", figures::strictness),
        FigureOf::new("internal", "If internal use is checked too", figures::internal),
    ];

    fn simulate(params: &SecretDeploymentParams) -> Outcome {
        let inside_too = SecretDeploymentParams { internal: 1.0, ..params.clone() };
        Outcome {
            now: params.choice(params.strictness),
            without: params.choice(0.0),
            inside: inside_too.choice(params.strictness),
            best_strictness: params.best_strictness(),
        }
    }

    fn readouts(params: &SecretDeploymentParams, outcome: &Outcome) -> Vec<Readout> {
        let Outcome { now, without, inside, best_strictness } = outcome;
        vec![
            Readout::percent(
                "secret_share",
                now.secret,
                "probability",
                "The take-off happens in secret with a chance of {}.",
            ),
            Readout::percent(
                "secret_without",
                without.secret,
                "probability",
                "Without any assessment that chance would be {}.",
            ),
            Readout::percent(
                "secret_inside",
                inside.secret,
                "probability",
                "With internal use assessed as strictly it would be {}.",
            )
            .under("internal"),
            Readout::percent(
                "public_level",
                now.level,
                "share",
                "The middle developer stops releasing at {} of the way to take-off.",
            ),
            Readout::percent(
                "released",
                now.released,
                "share",
                "Of all systems on the way, {} are released.",
            ),
            Readout::number("takeoff", params.takeoff(now.level), "years", "Take-off comes after {}."),
            Readout::number("harm", now.harm(), "disasters", "Expected harm: {}.").under("strictness"),
            Readout::number(
                "harm_without",
                without.harm(),
                "disasters",
                "Without any assessment it would be {}.",
            )
            .under("strictness"),
            Readout::percent(
                "best_strictness",
                *best_strictness,
                "share",
                "The harm is least at a price of {}.",
            )
            .under("strictness"),
        ]
    }
}
