//! Corrigible window: is there a level of capability at which an AI can end
//! the time of danger and can still be kept corrigible?
//!
//! Statement S1.k. The two curves and their product are ours.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{exp, expm1, ln, ln_1p};
use crate::number::{human, percent};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`CorrigibleWindow`].
    pub struct CorrigibleWindowParams {
        /// At 1, an AI of level 1 is capable enough with a chance of 63 %, one of level 3 with 95 %.
        usefulness: f64 = 1.0, Spec::log("How fast capability becomes enough to end the danger", 0.05, 5.0)
            .symbol("k").unit("per level");
        /// At 1, an AI of level 1 is kept corrigible with a chance of 37 %, one of level 3 with 5 %.
        hardness: f64 = 0.25, Spec::log("How fast corrigibility gets harder with capability", 0.01, 3.0)
            .symbol("s").unit("per level");
        /// How capable a superintelligence must be that is trusted to act for itself, for ever.
        sovereign_level: f64 = 4.0, Spec::real("Capability of a sovereign superintelligence", 0.5, 20.0, 0.1)
            .symbol("L").unit("levels");
        /// A sovereign cannot be corrected, so its values must be right the first time.
        sovereign_hardness: f64 = 0.6, Spec::log("How fast aligning a sovereign gets harder", 0.01, 3.0)
            .symbol("v").unit("per level");
    }
}

/// See the [module](self).
pub struct CorrigibleWindow;

/// What follows from the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The level at which both is likeliest.
    pub best_level: f64,
    /// The chance there, 0 to 1.
    pub success: f64,
    /// The chance that a sovereign is aligned, 0 to 1.
    pub sovereign_success: f64,
    /// The logarithm of the ratio of the two.
    pub advantage: f64,
}

impl Simulator for CorrigibleWindow {
    type Params = CorrigibleWindowParams;
    type Outcome = Outcome;
    const INFO: Info = Info {
        id: "corrigible-window",
        name: "The corrigible window",
        question: prose("Capable enough, and still willing to be corrected?"),
        answer: prose(
            "Too weak, and an AI cannot end the time of danger. Too strong, and nobody can correct it. In between \
             there may be a level at which it can do the one and still allows the other.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "success",
        control: "hardness",
    };
    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "optimist",
            "Optimist",
            "If corrigibility gets harder only slowly, a capable AI can be had that is still corrigible, seven times \
             in ten.",
            &[Setting::ours("hardness", "0.1", "")],
        ),
        Preset::new(
            "pessimist",
            "Pessimist",
            "If corrigibility goes as fast as usefulness comes, the best level works one time in four.",
            &[Setting::ours("hardness", "1", "")],
        ),
        Preset::new(
            "easy-sovereign",
            "An easy sovereign",
            "If the values of a sovereign are easy to get right, it is the wider target.",
            &[Setting::ours("sovereign_hardness", "0.05", "")],
        ),
    ];
    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<CorrigibleWindowParams>] = &[
        Claim::new(
            "below-a-sovereign",
            "",
            "S1.k",
            "The best level is notably below a sovereign’s: at most three quarters of it.",
            "ours",
            Measure::Number("levels"),
            |params| 0.75 * params.sovereign_level - best_level(params),
        ),
        Claim::new(
            "easier-target",
            "",
            "S1.k",
            "A corrigible AI at the best level is the wider target: likelier to work than a sovereign.",
            "ours",
            Measure::Nats,
            |params| Self::simulate(params).advantage,
        ),
        Claim::new(
            "more-likely-than-not",
            "",
            "",
            "A corrigible AI at the best level probably works: more often than not.",
            "ours",
            Measure::Share,
            |params| exp(ln_success(params)) - 0.5,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("window", "Capable enough and still corrigible", window),
    ];

    fn simulate(params: &CorrigibleWindowParams) -> Outcome {
        let ln_sovereign = -params.sovereign_hardness * params.sovereign_level;
        Outcome {
            best_level: best_level(params),
            success: exp(ln_success(params)),
            sovereign_success: exp(ln_sovereign),
            advantage: ln_success(params) - ln_sovereign,
        }
    }

    fn readouts(_: &CorrigibleWindowParams, outcome: &Outcome) -> Vec<Readout> {
        vec![
            Readout::number("best_level", outcome.best_level, "levels", "The best capability is {}."),
            Readout::percent(
                "success",
                outcome.success,
                "probability",
                "There an AI is both capable enough and corrigible with a chance of {}.",
            ),
            Readout::percent(
                "sovereign_success",
                outcome.sovereign_success,
                "probability",
                "A sovereign is aligned with a chance of {}.",
            ),
            Readout::number(
                "advantage",
                outcome.advantage,
                "nats",
                "The natural logarithm of the ratio of the two chances: {}.",
            ),
        ]
    }
}

fn window(params: &CorrigibleWindowParams, outcome: &Outcome) -> Plot {
        let x = Axis::new("capability", "Capability, in levels", 0.0, 1.5 * params.sovereign_level);
        let line = |id, label, role, chance: fn(&CorrigibleWindowParams, f64) -> f64| {
            Mark::Line(Series::sampled(id, label, role, &x, |level| chance(params, level)))
        };
        let success = percent(outcome.success);
        let sovereign = percent(outcome.sovereign_success);
        let mut marks = vec![Mark::Rule(Rule {
            at: RuleAt::X(params.sovereign_level),
            label: format!("sovereign: {sovereign}"),
        })];
        if outcome.best_level <= x.range.1 {
            marks.push(Mark::Rule(Rule {
                at: RuleAt::X(outcome.best_level),
                label: format!("best: {success}"),
            }));
        }
        marks.extend([
            line("enough", "capable enough", Role::First, enough),
            line("corrigible", "corrigible", Role::Second, corrigible),
            line("both", "both", Role::Luigi, |params, level| {
                enough(params, level) * corrigible(params, level)
            }),
        ]);
        let compared = if success == sovereign {
            "A sovereign has about the same chance.".to_owned()
        } else if outcome.advantage > 0.0 {
            format!(
                "A sovereign, which must be right about everything, has less: {sovereign}."
            )
        } else {
            format!("A sovereign does better, with a chance of {sovereign}.")
        };
        Plot {
            caption: format!(
                "More capability is more useful and harder to correct. At the best level, {}, an AI is both capable \
                 enough and corrigible with a chance of {success}. {compared}",
                human(outcome.best_level, 2),
            ),
            panels: vec![Panel { x: None, y: Axis::percent("chance", "Chance", 0.0, 1.0), marks }],
            x,
        }
}

/// The chance that an AI of this level can end the time of danger.
fn enough(params: &CorrigibleWindowParams, level: f64) -> f64 {
    -expm1(-params.usefulness * level)
}

/// The chance that an AI of this level can be kept corrigible.
fn corrigible(params: &CorrigibleWindowParams, level: f64) -> f64 {
    exp(-params.hardness * level)
}

/// The level at which the product of the two is largest: where its derivative
/// vanishes.
fn best_level(params: &CorrigibleWindowParams) -> f64 {
    ln_1p(params.usefulness / params.hardness) / params.usefulness
}

/// The logarithm of the product at the best level, in closed form.
fn ln_success(params: &CorrigibleWindowParams) -> f64 {
    let CorrigibleWindowParams { usefulness, hardness, .. } = params;
    let both = usefulness + hardness;
    ln(usefulness / both) + hardness / usefulness * ln(hardness / both)
}

#[cfg(test)]
mod tests {
    use super::super::legal::{check_figures, defaults, figures, legal, near, preset};
    use super::*;

    #[test]
    fn every_figure_is_drawn_and_told_in_words() {
        for params in legal(400) {
            check_figures::<CorrigibleWindow>(&params);
        }
    }

    #[test]
    fn no_level_is_better_than_the_best() {
        for params in legal::<CorrigibleWindowParams>(400) {
            let both = |level| enough(&params, level) * corrigible(&params, level);
            let Outcome { best_level, success, .. } = CorrigibleWindow::simulate(&params);
            near(both(best_level), success, 1e-12);
            for factor in [0.0, 0.5, 0.9, 0.99, 1.01, 1.1, 2.0, 10.0] {
                assert!(both(factor * best_level) <= success + 1e-15, "{params:?}");
            }
        }
    }

    #[test]
    fn harder_is_lower_and_rarer() {
        for params in legal::<CorrigibleWindowParams>(400) {
            let now = CorrigibleWindow::simulate(&params);
            let harder = CorrigibleWindowParams { hardness: 1.1 * params.hardness, ..params };
            let then = CorrigibleWindow::simulate(&harder);
            assert!(then.best_level < now.best_level && then.success < now.success);
        }
    }

    #[test]
    fn the_best_level_has_its_known_values() {
        let outcome = CorrigibleWindow::simulate(&CorrigibleWindowParams { hardness: 0.3, ..defaults() });
        near(outcome.best_level, 1.4663, 5e-5);
        near(outcome.success, 0.495_461_6, 5e-8);
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| CorrigibleWindow::simulate(&preset::<CorrigibleWindow>(id));
        near(run("optimist").success, 0.7, 0.02);
        near(run("pessimist").success, 0.25, 1e-12);
        assert!(run("easy-sovereign").advantage < 0.0);
    }

    #[test]
    fn the_caption_says_who_does_better() {
        for params in legal::<CorrigibleWindowParams>(400) {
            let outcome = CorrigibleWindow::simulate(&params);
            let caption = figures::<CorrigibleWindow>(&params).remove(0).caption;
            assert!(!caption.contains("does better") || outcome.advantage < 0.0, "{caption}");
            assert!(!caption.contains("has less") || outcome.advantage > 0.0, "{caption}");
        }
    }
}
