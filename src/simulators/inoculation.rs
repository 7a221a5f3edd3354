//! Inoculation: train on bad behaviour while a prompt asks for it, and less of
//! it is learned. Why, and when does it fail?
//!
//! Statements S1.m and S1.i. The linear law is published (Wichers et al.,
//! arXiv 2510.05024, appendix H); the gated learner and the persona are ours.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{expm1, ln, logit, sigma};
use crate::number::percent;
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{choice, params, prose};

choice! {
    /// How the learner's answer to the prompt and its habit share the learning.
    pub enum Law {
        /// Log-odds move; ours.
        Gated = "gated", "log-odds move (ours)";
        /// Probabilities move; published.
        Linear = "linear", "probabilities move (published)";
    }
}

params! {
    /// Parameters of [`Inoculation`].
    pub struct InoculationParams {
        /// How often the model shows the bad trait before it is trained.
        start: f64 = 0.05, Spec::log("Trait before training", 0.001, 0.5)
            .symbol("T₀").unit("probability").percent();
        /// How often the trait occurs in what the model is trained on.
        data: f64 = 0.9, Spec::real("Trait in the training data", 0.01, 0.999, 0.001)
            .symbol("T*").unit("probability").percent();
        /// How often the untrained model shows the trait when your prompt stands before the task.
        /// Strong requests bring out more.
        elicited: f64 = 0.6, Spec::real("Trait that the prompt alone brings out before training", 0.001, 0.999, 0.001)
            .symbol("e").unit("probability").percent();
        /// Learning tied to the prompt stays with the prompt. This part becomes habit and shows without it.
        transfer: f64 = 0.5, Spec::real("Part of the learning that carries over to other contexts", 0.0, 1.0, 0.01)
            .symbol("κ").unit("share").percent();
        /// After one time constant the model has gone 63 % of the way to the data, after five more than
        /// 99 %.
        training: f64 = 5.0, Spec::real("Length of training", 0.0, 20.0, 0.1)
            .symbol("t").unit("time constants");
        /// How exactly the specific instruction names the behaviour. It decides how much of the trait
        /// that prompt brings out.
        specificity: f64 = 0.7, Spec::real("How specific the instruction is", 0.0, 1.0, 0.01)
            .unit("share").percent();
        /// Whether the model knows what to do when it is told something general, such as to play the
        /// training game.
        capability: f64 = 0.3, Spec::real("How well the model can work out what a general instruction asks", 0.0, 1.0, 0.01)
            .unit("share").percent();
        /// What moves in training: log-odds, or probabilities as in the published law.
        law: Law = Law::Gated, Spec::choice("Law", Law::CHOICES);
        /// At 0 broad misalignment comes only from acting against instructions, at 100 % only from
        /// playing the reward hacker.
        mechanism: f64 = 0.7, Spec::real("Weight on the persona", 0.0, 1.0, 0.01).unit("share").percent();
        /// A spillway is a harmless motive meant to soak up the learning. Once satisfied, it no longer
        /// drives the trait.
        satiation: f64 = 0.0, Spec::real("How far a spillway motive is satisfied in deployment", 0.0, 1.0, 0.01)
            .unit("share").percent();
    }
}

/// See the [module](self).
pub struct Inoculation;

/// The chance that the rote reward hacker of pretraining text hacks; also
/// what a perfectly clear request brings out. Ours.
const HACKER: f64 = 0.95;

/// The names of the prompts, in order.
const NAMES: [&str; 5] = ["no prompt", "unrelated", "general", "specific", "yours"];

/// Training with one kind of prompt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prompt {
    id: &'static str,
    label: &'static str,
    role: Role,
    /// The trait that it brings out before training.
    elicited: f64,
    /// The part of the learning that carries over to a neutral prompt.
    transfer: f64,
    /// Whether it asks for the trait.
    asks: bool,
}

/// What training with one kind of prompt leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// The prompt.
    pub prompt: Prompt,
    /// The trait under a neutral prompt, 0 to 1.
    pub trait_left: f64,
    /// Broad misalignment from acting against instructions, 0 to 1.
    pub permission: f64,
    /// Broad misalignment from playing the reward hacker, 0 to 1.
    pub persona: f64,
}

impl Simulator for Inoculation {
    type Params = InoculationParams;
    /// One for each prompt: none, arbitrary, general, specific, yours.
    type Outcome = [Learned; 5];
    const INFO: Info = Info {
        id: "inoculation",
        name: "Inoculation",
        question: prose("Can asking for bad behaviour keep a model from learning it?"),
        answer: prose(
            "Train on data that show a bad trait, and ask for the trait while you do. The model then shows it less \
             when nobody asks. That works in full if the prompt is as bad as the data, or worse.",
        ),
        status: Status::Partly,
        document: Document::Selection,
        headline: "trait_yours",
        control: "elicited",
    };
    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "published-example",
            "The published law",
            "The law of Wichers and others with round numbers: ask for 60 % where the data show 90 %, and a trait of \
             5 % grows to 20 % and not to 90 %.",
            &[Setting::ours("training", "20", ""), Setting::ours("law", "linear", "")],
        ),
        Preset::new(
            "as-bad-as-the-data",
            "As bad as the data",
            "A prompt that already brings out all that the data show leaves training nothing to teach.",
            &[Setting::ours("elicited", "0.9", "")],
        ),
        Preset::new(
            "arbitrary-prefix",
            "An unrelated prefix",
            "A prefix that asks for nothing only ties part of the learning to itself, and the trait still grows to 40 %.",
            &[Setting::ours("elicited", "0.05", "")],
        ),
        Preset::new(
            "capable-model",
            "A capable model",
            "A model that can work out what a general instruction asks is inoculated by it nearly as well.",
            &[Setting::ours("capability", "0.9", "")],
        ),
        Preset::new(
            "spillway",
            "A spillway",
            "If a harmless motive soaks up the learning and is then satisfied, little of the trait is left with any \
             prompt.",
            &[Setting::ours("satiation", "0.9", "")],
        ),
    ];
    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<InoculationParams>] = &[
        Claim::new(
            "worse-than-data",
            "",
            "S1.m",
            "Training with a prompt that brings out five percentage points more of the trait than the data show (at \
             most 99.95 %) never leaves more of it than there was before.",
            "ours",
            Measure::Share,
            |params: &InoculationParams| {
                let elicited = (params.data + 0.05).min(0.9995);
                let worse = Prompt { elicited, ..prompts(params)[4] };
                params.start - trait_left(params, &worse, params.training)
            },
        )
        .theorem(
            "training pulls the answer to the prompt towards the data, which is down if the prompt is worse than \
             they are, and the habit moves with it. If nothing is learned or nothing carries over, the trait stays \
             where it was.",
        ),
        Claim::new(
            "beats-scoping",
            "",
            "S1.m",
            "It is not just that the learning is tied to a prompt: an unrelated prefix leaves at least five \
             percentage points more of the trait than a specific request.",
            "ours",
            Measure::Share,
            |params| {
                let [_, arbitrary, _, specific, _] = traits(params);
                arbitrary - specific - 0.05
            },
        ),
        Claim::new(
            "specific-beats-general",
            "",
            "S1.m",
            "A specific instruction works better than a general one, such as to play the training game, by at least \
             two percentage points.",
            "ours",
            Measure::Share,
            |params| {
                let [_, _, general, specific, _] = traits(params);
                general - specific - 0.02
            },
        ),
        Claim::new(
            "persona-not-permission",
            "",
            "S1.m",
            "With a specific request in place of none, broad misalignment falls more because the reward hacker is not \
             played than because no instruction is broken.",
            "ours",
            Measure::Share,
            |params| {
                let [none, _, _, specific, _] = Self::simulate(params);
                (none.persona - specific.persona) - (none.permission - specific.permission)
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("training", "What training leaves when nobody asks", training),
        FigureOf::new("elicitation", "Ask for more, learn less", elicitation),
        FigureOf::new("broad", "What spreads beyond the task", broad),
    ];

    fn simulate(params: &InoculationParams) -> Self::Outcome {
        prompts(params).map(|prompt| {
            // What is learned while the prompt stands there: the way to the data.
            let trained = params.start + share_learned(params.training) * (params.data - params.start);
            let violation = if prompt.asks { 0.0 } else { 1.0 };
            let increment = ln(HACKER / prompt.elicited) / ln(HACKER / params.start);
            Learned {
                prompt,
                trait_left: trait_left(params, &prompt, params.training),
                permission: (1.0 - params.mechanism) * sigma(-4.0 + 4.0 * violation) * trained,
                persona: params.mechanism * sigma(-4.0 + 4.0 * increment) * trained,
            }
        })
    }

    fn readouts(params: &InoculationParams, outcome: &Self::Outcome) -> Vec<Readout> {
        let [none, arbitrary, general, specific, yours] = outcome;
        let share = |id, value, sentence| Readout::percent(id, value, "probability", sentence);
        let broad = |id, learned: &Learned, sentence| {
            Readout::percent(id, learned.permission + learned.persona, "share", sentence)
        };
        vec![
            share(
                "trait_none",
                none.trait_left,
                "Trained without any prompt, the model shows the trait {} of the time.",
            ),
            share(
                "trait_arbitrary",
                arbitrary.trait_left,
                "Trained behind an unrelated prefix, it shows the trait {} of the time.",
            ),
            share(
                "trait_general",
                general.trait_left,
                "Trained with a general instruction, it shows the trait {} of the time.",
            ),
            share(
                "trait_specific",
                specific.trait_left,
                "Trained with a specific request, it shows the trait {} of the time.",
            ),
            share(
                "trait_yours",
                yours.trait_left,
                "Trained with your prompt, it shows the trait {} of the time when nobody asks.",
            ),
            share(
                "elicited_general",
                general.prompt.elicited,
                "Before training the general instruction brings out the trait {} of the time.",
            ),
            share(
                "elicited_specific",
                specific.prompt.elicited,
                "Before training the specific request brings out the trait {} of the time.",
            ),
            broad("broad_none", none, "Broad misalignment without a prompt: {}."),
            broad("broad_yours", yours, "Broad misalignment with your prompt: {}."),
            share(
                "break_even",
                params.data,
                "A prompt that brings out the trait {} of the time leaves the model as it was.",
            ),
        ]
    }
}

/// The prompts side by side: none, arbitrary, general, specific, yours.
fn prompts(params: &InoculationParams) -> [Prompt; 5] {
    let asked = |clarity: f64| sigma(logit(params.start) + clarity * (logit(HACKER) - logit(params.start)));
    let general = params.capability;
    let specific = params.specificity + (1.0 - params.specificity) * params.capability;
    let prompt = |id, label, role, elicited, asks| Prompt {
        id,
        label,
        role,
        elicited,
        transfer: params.transfer,
        asks,
    };
    [
        Prompt { transfer: 1.0, ..prompt("none", "no prompt", Role::Careless, params.start, false) },
        prompt("arbitrary", "unrelated prefix", Role::Second, params.start, false),
        prompt("general", "general request", Role::Third, asked(general), true),
        prompt("specific", "specific request", Role::First, asked(specific), true),
        prompt("yours", "your prompt", Role::Yours, params.elicited, params.elicited > params.start),
    ]
}

/// How much of the way to the data has been learned after a time, 0 to 1.
fn share_learned(time: f64) -> f64 {
    -expm1(-time)
}

/// The trait under a neutral prompt after training for a time, 0 to 1.
fn trait_left(params: &InoculationParams, prompt: &Prompt, time: f64) -> f64 {
    let carried = prompt.transfer * share_learned(time);
    let trained = match params.law {
        // Ours: logit P(trait | context) = g + c [prompt there]; both move to
        // the data, g by a share `transfer` of the whole.
        Law::Gated => sigma(logit(params.start) + carried * (logit(params.data) - logit(prompt.elicited))),
        // Wichers et al., appendix H; the clamp is ours.
        Law::Linear => (params.start + carried * (params.data - prompt.elicited)).clamp(0.0, 1.0),
    };
    // A satisfied spillway takes away its share of what was added.
    let added = (trained - params.start).max(0.0);
    trained - added * params.satiation
}

fn traits(params: &InoculationParams) -> [f64; 5] {
    prompts(params).map(|prompt| trait_left(params, &prompt, params.training))
}

fn training(params: &InoculationParams, outcome: &[Learned; 5]) -> Plot {
    let x = Axis::new("time", "Training, in time constants", 0.0, params.training);
    let line = |learned: &Learned| {
        let prompt = learned.prompt;
        let mut series = Series::sampled(prompt.id, prompt.label, prompt.role, &x, |time| {
            trait_left(params, &prompt, time)
        });
        if params.training == 0.0 {
            // No training is one point, though the axis has two ends.
            series.points.truncate(1);
        }
        Mark::Line(series)
    };
    let [none, _, _, specific, yours] = outcome;
    let [none, specific, yours] = [none, specific, yours].map(|learned| percent(learned.trait_left));
    let start = percent(params.start);
    let compared = if yours == start {
        "as before training".to_owned()
    } else if outcome[4].trait_left > params.start {
        format!("more than the {start} before training")
    } else {
        format!("less than the {start} before training")
    };
    Plot {
        caption: format!(
            "Trained without a prompt, the model ends up showing the bad trait {none} of the time; with a specific \
             request for it during training, {specific}. With your prompt it is {yours}, {compared}."
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("trait", "Trait when nobody asks for it", 0.0, 1.0),
            marks: outcome.iter().map(line).collect(),
        }],
        x,
    }
}

fn elicitation(params: &InoculationParams, outcome: &[Learned; 5]) -> Plot {
    let x = Axis::percent("elicited", "Trait that the prompt brings out before training", 0.001, 0.999);
    let yours = outcome[4].prompt;
    let mut marks = vec![
        Mark::Rule(Rule { at: RuleAt::X(params.data), label: "as bad as the data".to_owned() }),
        Mark::Line(Series::sampled("trait", "", Role::Yours, &x, |elicited| {
            trait_left(params, &Prompt { elicited, ..yours }, params.training)
        })),
    ];
    marks.extend(outcome.iter().map(|learned| {
        let Prompt { id, label, role, elicited, .. } = learned.prompt;
        Mark::Dots(Series { id, label, role, points: vec![[elicited, learned.trait_left]] })
    }));
    let rule = if yours.transfer * share_learned(params.training) == 0.0 {
        "Here nothing is learned that shows without the prompt, so it makes no difference which one stands there."
            .to_owned()
    } else {
        format!(
            "The more of the trait a prompt brings out before training, the less training can add: at {}, as bad as \
             the data, it adds nothing.",
            percent(params.data),
        )
    };
    Plot {
        caption: format!(
            "{rule} Your prompt brings out {} and leaves {}. Published correlations of the two, reported second hand: \
             0.57, 0.57, 0.69 and 0.90.",
            percent(params.elicited),
            percent(outcome[4].trait_left),
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("trait", "Trait after training, when nobody asks", 0.0, 1.0),
            marks,
        }],
        x,
    }
}

fn broad(_: &InoculationParams, outcome: &[Learned; 5]) -> Plot {
    let bars = |id, label, role, part: fn(&Learned) -> f64| Series {
        id,
        label,
        role,
        points: outcome.iter().enumerate().map(|(place, learned)| [place as f64, part(learned)]).collect(),
    };
    let highest = outcome.iter().map(|learned| learned.permission + learned.persona).fold(0.0, f64::max);
    Plot {
        caption: format!(
            "Broad misalignment is {} without a prompt and {} with yours. One part comes from doing what nobody \
             asked for, the other from playing a reward hacker.",
            percent(outcome[0].permission + outcome[0].persona),
            percent(outcome[4].permission + outcome[4].persona),
        ),
        x: Axis::categories("prompt", "", &NAMES),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("broad", "Broad misalignment", 0.0, if highest <= 0.5 { 0.5 } else { 1.0 }),
            marks: vec![Mark::StackedBars(vec![
                bars("permission", "against instructions", Role::Second, |learned| learned.permission),
                bars("persona", "reward hacker played", Role::Careless, |learned| learned.persona),
            ])],
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::super::legal::{check_figures, defaults, figures, legal, near, preset};
    use super::*;

    fn trait_at(params: &InoculationParams, elicited: f64) -> f64 {
        trait_left(params, &Prompt { elicited, ..prompts(params)[4] }, params.training)
    }

    #[test]
    fn every_figure_is_drawn_and_told_in_words() {
        for params in legal(400) {
            check_figures::<Inoculation>(&params);
        }
    }

    #[test]
    fn asking_for_more_never_leaves_more() {
        for params in legal::<InoculationParams>(400) {
            let mut before = f64::INFINITY;
            for elicited in [0.001, 0.05, 0.2, 0.6, 0.9, 0.97, 0.999] {
                let left = trait_at(&params, elicited);
                assert!(left <= before + 1e-12 && (0.0..=1.0).contains(&left), "{params:?}");
                before = left;
            }
            near(trait_at(&params, params.data), params.start, 1e-12);
        }
    }

    #[test]
    fn worse_than_the_data_never_adds() {
        for params in legal::<InoculationParams>(400) {
            let margin = (Inoculation::CLAIMS[0].margin)(&params);
            let carried = params.transfer * share_learned(params.training);
            assert!(if carried > 0.001 { margin > 1e-9 } else { margin > -1e-12 }, "{margin} at {params:?}");
        }
    }

    #[test]
    fn without_training_nothing_changes_and_without_a_prompt_the_data_win() {
        for params in legal::<InoculationParams>(400) {
            for left in traits(&InoculationParams { training: 0.0, ..params.clone() }) {
                near(left, params.start, 1e-12);
            }
            let long = InoculationParams { training: 20.0, satiation: 0.0, ..params };
            near(traits(&long)[0], long.data, 1e-7);
        }
    }

    #[test]
    fn a_satisfied_spillway_leaves_at_most_the_start() {
        for params in legal::<InoculationParams>(400) {
            for left in traits(&InoculationParams { satiation: 1.0, ..params.clone() }) {
                assert!(left <= params.start + 1e-12);
            }
        }
    }

    #[test]
    fn gated_learner_has_its_known_values() {
        let params = InoculationParams { training: 20.0, ..defaults() };
        for (elicited, left) in [(0.05, 0.4077), (0.2, 0.24), (0.6, 0.1142), (0.9, 0.05), (0.97, 0.027)] {
            near(trait_at(&params, elicited), left, 5e-5);
        }
    }

    #[test]
    fn linear_law_has_its_published_values() {
        let params = InoculationParams { training: 20.0, law: Law::Linear, ..defaults() };
        near(trait_at(&params, 0.6), 0.2, 1e-8);
        near(trait_at(&params, 0.9), 0.05, 1e-12);
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| traits(&preset::<Inoculation>(id));
        let [none, _, _, _, yours] = run("published-example");
        near(none, 0.9, 5e-3);
        near(yours, 0.2, 5e-3);
        near(run("as-bad-as-the-data")[4], 0.05, 1e-12);
        near(run("arbitrary-prefix")[4], 0.4, 5e-3);
        let [_, _, general, specific, _] = run("capable-model");
        assert!(general - specific < 0.02);
        assert!(run("spillway").into_iter().all(|left| left < 0.15));
    }

    #[test]
    fn both_laws_agree_at_the_data_and_differ_elsewhere() {
        let [gated, linear] = [Law::Gated, Law::Linear].map(|law| InoculationParams { law, ..defaults() });
        near(trait_at(&gated, 0.9), trait_at(&linear, 0.9), 1e-12);
        assert!((trait_at(&gated, 0.6) - trait_at(&linear, 0.6)).abs() > 0.05);
    }

    #[test]
    fn if_only_instructions_count_any_request_protects_alike() {
        for params in legal::<InoculationParams>(400) {
            let params = InoculationParams { mechanism: 0.0, ..params };
            let [_, _, general, specific, _] = Inoculation::simulate(&params);
            near(general.permission, specific.permission, 1e-15);
            near(general.persona + specific.persona, 0.0, 0.0);
        }
    }

    #[test]
    fn captions_say_what_is_so() {
        for params in legal::<InoculationParams>(400) {
            let outcome = Inoculation::simulate(&params);
            let figures = figures::<Inoculation>(&params);
            let [training, elicitation, _] = &figures[..] else { panic!("three figures") };
            let left = outcome[4].trait_left;
            assert!(!training.caption.contains(", more than") || left > params.start, "{}", training.caption);
            assert!(!training.caption.contains(", less than") || left < params.start, "{}", training.caption);
            let falls = trait_at(&params, 0.001) > trait_at(&params, 0.999);
            assert!(falls || !elicitation.caption.contains("The more") || params.satiation > 0.0);
            assert!(elicitation.caption.contains("second hand"));
        }
    }
}
