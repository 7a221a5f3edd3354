//! Secret deployment: assessment before release lowers the risk of what is
//! released, and makes it more attractive not to release.
//!
//! Statement S1.n. The choice between release and secret use is ours.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{exp, sigma};
use crate::number::{human, percent, with_unit};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`SecretDeployment`].
    pub struct SecretDeploymentParams {
        /// What a developer must spend on assessment before it may release. Stricter assessment finds more.
        strictness: f64 = 0.3, Spec::real("How strict assessment is (and what it costs)", 0.0, 3.0, 0.01)
            .symbol("s").unit("utility");
        /// Sales, fame, data: what the developer gains by releasing.
        public_benefit: f64 = 1.0, Spec::real("What public release brings the developer", 0.0, 5.0, 0.05)
            .symbol("b").unit("utility");
        /// What the developer gains by using the system in secret and releasing nothing.
        internal_benefit: f64 = 0.5, Spec::real("What secret internal use brings", 0.0, 5.0, 0.05)
            .symbol("b′").unit("utility");
        /// The chance of an accident if the system is released as it is.
        public_risk: f64 = 0.3, Spec::real("Risk of release without assessment", 0.0, 1.0, 0.01)
            .symbol("r₀").unit("probability").percent();
        /// At 1, a unit of strictness cuts the risk to 37 %; at 2, to 14 %.
        effectiveness: f64 = 1.5, Spec::real("How much a unit of strictness lowers that risk", 0.0, 5.0, 0.1)
            .symbol("k").unit("per utility");
        /// The chance of an accident if the system is used in secret.
        secret_risk: f64 = 0.2, Spec::real("Risk of secret use", 0.0, 1.0, 0.01)
            .symbol("q").unit("probability").percent();
        /// An accident that nobody outside can see coming may be worse, or may hurt fewer.
        secret_harm: f64 = 2.0, Spec::real("Harm of a secret accident against a public one", 0.0, 10.0, 0.1)
            .symbol("h").unit("times");
        /// What part of the harm of a public accident the developer must bear.
        liability: f64 = 0.5, Spec::real("Share of the public harm that the developer pays", 0.0, 1.0, 0.01)
            .symbol("ℓ").unit("share").percent();
        /// Developers differ in what they gain. The more they do, the less sharply they all switch at once.
        spread: f64 = 0.2, Spec::log("How much developers differ", 0.01, 2.0).symbol("d").unit("utility");
    }
}

/// See the [module](self).
pub struct SecretDeployment;

/// What developers do under an assessment of one strictness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The share that releases, 0 to 1.
    pub public: f64,
    /// The share that uses it in secret, 0 to 1.
    pub secret: f64,
    /// Expected harm of releases, in public accidents.
    pub harm_public: f64,
    /// Expected harm of secret use, in public accidents.
    pub harm_secret: f64,
}

impl Choice {
    fn harm(self) -> f64 {
        self.harm_public + self.harm_secret
    }
}

/// What follows from the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Under the reader's assessment.
    pub now: Choice,
    /// Under none.
    pub without: Choice,
    /// The strictness with the least harm.
    pub best_strictness: f64,
}

/// The strictest assessment, in hundredths of a unit.
const STRICTEST: u32 = 300;

impl Simulator for SecretDeployment {
    type Params = SecretDeploymentParams;
    type Outcome = Outcome;
    const INFO: Info = Info {
        id: "secret-deployment",
        name: "When checking drives it underground",
        question: prose("Can checking AI before release make the world less safe?"),
        answer: prose(
            "A strict assessment makes what is released safer. It also makes release cost more, so that some \
             developers prefer to use their system in secret, where nobody checks.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "harm",
        control: "strictness",
    };
    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "no-assessment",
            "No assessment",
            "Nobody checks: most developers release, and the releases do most of the harm.",
            &[Setting::ours("strictness", "0", "")],
        ),
        Preset::new(
            "strict",
            "Strict",
            "So strict that nearly all developers stay underground, and the harm is larger than with no assessment.",
            &[Setting::ours("strictness", "1.5", "")],
        ),
        Preset::new(
            "secret-is-harmless",
            "Secret use is nearly harmless",
            "If accidents in secret hurt a fifth as much, driving developers underground makes everybody safer.",
            &[Setting::ours("secret_harm", "0.2", "")],
        ),
        Preset::new(
            "liable",
            "Fully liable",
            "A developer that pays for all public harm has one more reason not to release.",
            &[Setting::ours("liability", "1", "")],
        ),
    ];
    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<SecretDeploymentParams>] = &[
        Claim::new(
            "drives-underground",
            "",
            "S1.n",
            "Assessment drives developers underground: it raises the share that uses its system in secret by at least \
             five percentage points.",
            "ours",
            Measure::Share,
            |params| choice(params, params.strictness).secret - choice(params, 0.0).secret - 0.05,
        ),
        Claim::new(
            "still-worth-it",
            "",
            "",
            "Assessment lowers the harm all the same.",
            "ours",
            Measure::Number("public accidents"),
            |params| choice(params, 0.0).harm() - choice(params, params.strictness).harm(),
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("strictness", "Stricter, safer, more secret", strictness),
    ];

    fn simulate(params: &SecretDeploymentParams) -> Outcome {
        let steps = || (0..=STRICTEST).map(|step| f64::from(step) / 100.0);
        let harm = |strictness| choice(params, strictness).harm();
        let least = steps().map(harm).fold(f64::INFINITY, f64::min);
        Outcome {
            now: choice(params, params.strictness),
            without: choice(params, 0.0),
            // The smallest of those that are as good as the best.
            best_strictness: steps().find(|strictness| harm(*strictness) <= least + 1e-12).unwrap_or(0.0),
        }
    }

    fn readouts(_: &SecretDeploymentParams, outcome: &Outcome) -> Vec<Readout> {
        let Outcome { now, best_strictness, .. } = outcome;
        vec![
            Readout::percent(
                "public_share",
                now.public,
                "share",
                "Developers that release their system: {}.",
            ),
            Readout::percent("secret_share", now.secret, "share", "Developers that use it in secret: {}."),
            Readout::number(
                "harm",
                now.harm(),
                "public accidents",
                "The expected harm is as much as that of {}.",
            ),
            Readout::number(
                "best_strictness",
                *best_strictness,
                "utility",
                "The harm is least if assessment has a strictness of {}.",
            ),
        ]
    }
}

fn strictness(params: &SecretDeploymentParams, outcome: &Outcome) -> Plot {
        let x = Axis::new("strictness", "How strict assessment is", 0.0, f64::from(STRICTEST) / 100.0);
        let line = |id, label, role, part: fn(Choice) -> f64| {
            Mark::Line(Series::sampled(id, label, role, &x, |strictness| part(choice(params, strictness))))
        };
        let rule = |at, label: &str| Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() });
        // Harm is a mean of these two, so it never exceeds the larger.
        let most = params.public_risk.max(params.secret_risk * params.secret_harm);
        Plot {
            caption: caption(params, outcome),
            panels: vec![
                Panel {
                    x: None,
                    y: Axis::percent("share", "Developers", 0.0, 1.0),
                    marks: vec![
                        rule(params.strictness, "now"),
                        line("public", "release", Role::First, |choice| choice.public),
                        line("secret", "secret use", Role::Clever, |choice| choice.secret),
                    ],
                },
                Panel {
                    x: None,
                    y: Axis::new("harm", "Expected harm, in public accidents", 0.0, most),
                    marks: vec![
                        rule(outcome.best_strictness, "least harm"),
                        line("harm_public", "by releases", Role::First, |choice| choice.harm_public),
                        line("harm_secret", "by secret use", Role::Clever, |choice| choice.harm_secret),
                        line("harm", "all harm", Role::Yours, Choice::harm),
                    ],
                },
            ],
            x,
        }
}

/// What developers do under an assessment so strict. A developer releases if
/// that brings it more than secret use; softly, because developers differ.
fn choice(params: &SecretDeploymentParams, strictness: f64) -> Choice {
    let risk = params.public_risk * exp(-params.effectiveness * strictness);
    let gain = params.public_benefit - strictness - params.liability * risk - params.internal_benefit;
    let (public, secret) = (sigma(gain / params.spread), sigma(-gain / params.spread));
    Choice {
        public,
        secret,
        harm_public: public * risk,
        harm_secret: secret * params.secret_risk * params.secret_harm,
    }
}

fn caption(params: &SecretDeploymentParams, outcome: &Outcome) -> String {
    let secret = format!(
        "With this assessment {} of the developers use their system in secret; with none it would be {}.",
        percent(outcome.now.secret),
        percent(outcome.without.secret),
    );
    let (now, without) = (human(outcome.now.harm(), 2), human(outcome.without.harm(), 2));
    let accidents = with_unit(&now, "public accidents");
    let it = if outcome.now.secret > outcome.without.secret { "All the same it" } else { "It" };
    let harm = if params.strictness == 0.0 {
        return format!(
            "With no assessment {} of the developers use their system in secret.",
            percent(outcome.now.secret)
        );
    } else if now == without {
        format!("The expected harm is about the same, {accidents}.")
    } else if outcome.now.harm() < outcome.without.harm() {
        format!("{it} lowers the expected harm from {without} to {accidents}.")
    } else {
        format!("It raises the expected harm from {without} to {accidents}.")
    };
    format!("{secret} {harm}")
}

#[cfg(test)]
mod tests {
    use super::super::legal::{check_figures, defaults, legal, near, preset};
    use super::*;

    #[test]
    fn every_figure_is_drawn_and_told_in_words() {
        for params in legal(400) {
            check_figures::<SecretDeployment>(&params);
        }
    }

    #[test]
    fn all_developers_do_one_or_the_other_and_harm_lies_between() {
        for params in legal::<SecretDeploymentParams>(400) {
            let Outcome { now, .. } = SecretDeployment::simulate(&params);
            near(now.public + now.secret, 1.0, 1e-12);
            let ends = [
                params.public_risk * exp(-params.effectiveness * params.strictness),
                params.secret_risk * params.secret_harm,
            ];
            assert!(now.harm() <= ends[0].max(ends[1]) + 1e-12 && now.harm() >= ends[0].min(ends[1]) - 1e-12);
        }
    }

    #[test]
    fn no_hundredth_is_better_than_the_best() {
        for params in legal::<SecretDeploymentParams>(400) {
            let best = choice(&params, SecretDeployment::simulate(&params).best_strictness).harm();
            for step in 0..=STRICTEST {
                assert!(choice(&params, f64::from(step) / 100.0).harm() >= best - 2e-12);
            }
        }
    }

    #[test]
    fn useless_assessment_only_drives_underground() {
        for params in legal::<SecretDeploymentParams>(400) {
            let params = SecretDeploymentParams { effectiveness: 0.0, ..params };
            let Outcome { now, without, .. } = SecretDeployment::simulate(&params);
            assert!(now.secret >= without.secret - 1e-15, "{params:?}");
        }
    }

    #[test]
    fn defaults_have_their_known_values() {
        let Outcome { now, without, best_strictness } = SecretDeployment::simulate(&defaults());
        near(now.public, 0.6276, 5e-5);
        near(now.harm(), 0.2690, 5e-5);
        near(without.harm(), 0.3148, 5e-5);
        near(best_strictness, 0.27, 0.0);
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| SecretDeployment::simulate(&preset::<SecretDeployment>(id));
        let none = run("no-assessment").now;
        assert!(none.public > 0.8 && none.harm_public > 2.0 * none.harm_secret);
        let strict = run("strict");
        assert!(strict.now.secret > 0.95 && strict.now.harm() > strict.without.harm());
        let harmless = run("secret-is-harmless");
        assert!(harmless.now.secret > harmless.without.secret && harmless.now.harm() < harmless.without.harm());
        assert!(run("liable").now.public < SecretDeployment::simulate(&defaults()).now.public);
    }

    #[test]
    fn the_caption_says_what_is_so() {
        for params in legal::<SecretDeploymentParams>(400) {
            let outcome = SecretDeployment::simulate(&params);
            let caption = caption(&params, &outcome);
            let (now, without) = (outcome.now.harm(), outcome.without.harm());
            assert!(!caption.contains("lowers") || now < without, "{caption}");
            assert!(!caption.contains("raises") || now > without, "{caption}");
            assert!(!caption.contains("All the same") || outcome.now.secret > outcome.without.secret, "{caption}");
        }
    }
}
