//! What survives training? Replicator dynamics of cognitive patterns, after
//! the behavioral selection model (Mallen and Shlegeris 2025).
//!
//! The dynamics are ours; the causal graph is the published one, drawn from
//! the text of the post.

mod patterns;
mod params;
mod erosion;
mod model;
mod figures;
mod graph;
#[cfg(test)]
mod tests;

use crate::math::{divergence, log_add};
use crate::prose;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use model::{Model, Outcome, Traits};
use params::BehavioralSelectionParams;
use patterns::{ALIGNED_SCHEMER, INFLUENCE_SEEKER, INTENDED, KLUDGE, OWN, REWARD_SEEKER, SCHEMER};

/// What survives training, and what it then does.
pub struct BehavioralSelection;

impl Simulator for BehavioralSelection {
    type Params = BehavioralSelectionParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "behavioral-selection",
        name: "Behavioral selection",
        question: prose("What survives training?"),
        answer: prose(
            "Training keeps the patterns whose behaviour gets them kept. Several very different motives can be \
             equally good at that. What then tells them apart is everything but selection.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "takeover",
        control: "flawed",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new("flawed-reward", "Flawed reward", "One training task in five can be hacked. The intended motive loses, and three very different ones end about level with it.", &[]),
        Preset::new("clean-reward", "Clean reward", "No task can be hacked: all patterns earn the same, and training leaves the shares where the prior put them.", &[Setting::ours("flawed", "0", "")]),
        Preset::new("counting-argument", "Counting argument", "If ten thousand goals would each make a schemer, the prior alone favours schemers.", &[Setting::ours("goals", "1e4", "")]),
        Preset::new("honest-tests", "Honest tests", "Five rounds of honest tests weed out the reward-seeker and the kludge. The intended motive is left, and the schemer beside it.", &[Setting::ours("inspections", "5", "")]),
        Preset::new("white-box", "White-box reading", "Reading internals presses on the motive itself, whatever the behaviour looks like; the kludge has none to read.", &[Setting::ours("white_box", "5", "")]),
        Preset::new("instrumental-becomes-terminal", "Means become ends", "What was wanted as a means slowly becomes the end: most of the schemer drifts into the influence-seeker and the reward-seeker.", &[Setting::ours("erosion", "0.01", "")]),
        Preset::new("rare-hack", "Rare hack", "Hacks are rare and selection is weak, but training is ten times as long: the intended motive still loses.", &[Setting::ours("flawed", "0.05", ""), Setting::ours("strength", "0.02", ""), Setting::ours("steps", "2000", "")]),
        Preset::new("depth-limited", "Limited depth", "A strong prior against serial steps favours the kludge, which acts without thinking far.", &[Setting::ours("speed_prior", "1.5", "")]),
        Preset::new("selection-goes-on", "Selection goes on", "Selection continues in deployment, where most tasks can be hacked.", &[Setting::ours("deployment_steps", "500", ""), Setting::ours("deployment_flawed", "0.6", "")]),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<Self::Params>] = &[
        Claim::new(
            "equally-fit",
            "",
            "S1.e",
            "A reward-seeker, an influence-seeker, a schemer and a kludge that covers everything are equally fit: only priors tell them apart.",
            "ours",
            Measure::Number("reward"),
            |p| {
                let Traits { hack, steps, .. } = p.traits();
                let seekers = [REWARD_SEEKER, INFLUENCE_SEEKER, SCHEMER].map(|j| p.reward(hack[j], steps[j], p.flawed));
                let ideal_kludge = p.reward(1.0, steps[KLUDGE], p.flawed);
                let most = seekers.into_iter().fold(ideal_kludge, f64::max);
                let least = seekers.into_iter().fold(ideal_kludge, f64::min);
                1e-6 - (most - least)
            },
        ),
        Claim::new(
            "flawed-reward-displaces",
            "",
            "",
            "Where the reward is flawed, training shrinks the intended motive’s share below what the prior gave it.",
            "ours",
            Measure::Log10,
            |p| {
                let model = Model::new(p);
                let [before, after] = [model.prior, model.trained()].map(|weights| weights.ln_shares()[INTENDED]);
                (before - after) / core::f64::consts::LN_10
            },
        ),
        Claim::new(
            "not-overdetermined",
            "",
            "S1.i",
            "The outcome is not fixed in advance: mending the flawed rewards in training would change it by more than a tenth of a nat.",
            "ours",
            Measure::Nats,
            |p| {
                let model = Model::new(p);
                let mended = BehavioralSelectionParams { flawed: 0.0, ..p.clone() };
                divergence(&model.final_ln_shares(), &Model::new(&mended).final_ln_shares()) - 0.1
            },
        ),
        Claim::new(
            "testing-backfires",
            "",
            "",
            "Five rounds of honest tests leave a larger share to the motives that are hard to notice: schemers and influence-seekers.",
            "ours",
            Measure::Log10,
            |p| {
                let hidden = |inspections| {
                    let tested = BehavioralSelectionParams { inspections, ..p.clone() };
                    let shares = Model::new(&tested).final_ln_shares();
                    // Constants can be set so that every test finds them; a margin is finite.
                    log_add(shares[SCHEMER], shares[INFLUENCE_SEEKER]).max(-1e6)
                };
                (hidden(5) - hidden(0)) / core::f64::consts::LN_10 - 0.01
            },
        ),
        Claim::new(
            "aligned-schemer-must-hack",
            "",
            "S1.a",
            "Even a schemer with a good goal gains influence by hacking, not by honest work.",
            "ours",
            Measure::Number("reward"),
            |p| {
                let reward = |hack| p.reward(hack, p.aligned_schemer_steps, p.flawed);
                reward(p.aligned_schemer_hack) - reward(0.0)
            },
        ),
        Claim::new(
            "length-is-selection",
            "",
            "S1.h",
            "A length penalty acts through selection and outweighs a depth limit, which acts through the prior: the first grows with training, the second does not.",
            "ours",
            Measure::Number("nats for each serial step"),
            |p| p.strength * f64::from(p.steps) * p.length_penalty - p.speed_prior,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("influence", "Who has influence over what the model does", figures::influence),
        FigureOf::new(
            "graph",
            "Why a pattern is kept: the causal graph, drawn from the text of the post",
            graph::graph,
        ),
        FigureOf::new("deployment", "What tests leave, and what it then does", figures::deployment),
    ];

    fn simulate(p: &Self::Params) -> Outcome {
        let model = Model::new(p);
        let trained = model.trained();
        let (inspected, deployed) = (model.inspect(trained), model.finished(trained));
        Outcome { prior: model.prior, trained, inspected, deployed, traits: model.traits }
    }

    fn readouts(p: &Self::Params, outcome: &Outcome) -> Vec<Readout> {
        let shares = outcome.deployed.shares();
        let prior = outcome.prior.ln_shares();
        let reward = p.rewards(&outcome.traits, p.flawed);
        let gap = reward[REWARD_SEEKER] - reward[INTENDED];
        let head_start = prior[INTENDED] - prior[REWARD_SEEKER];
        let half_time = (gap > 1e-12 && head_start > 1e-12).then(|| head_start / (p.strength * gap));
        let share = |place: usize, id, sentence| Readout::percent(id, shares[place], "share", sentence);
        let mean = |of, id, sentence| Readout::percent(id, outcome.mean(of), "share", sentence);
        let Traits { takeover, hacks, undermines, .. } = &outcome.traits;
        vec![
            mean(takeover, "takeover", "Weighted by influence at the end, {} of the model would take over if it could."),
            mean(hacks, "hacks", "Where nobody watches, {} of it hacks."),
            mean(undermines, "undermines", "As for oversight, {} of it undermines it."),
            share(INTENDED, "share_intended", "The intended motive ends with {} of the influence."),
            share(REWARD_SEEKER, "share_reward_seeker", "The reward-seeker ends with {}."),
            share(INFLUENCE_SEEKER, "share_influence_seeker", "The influence-seeker ends with {}."),
            share(SCHEMER, "share_schemer", "The schemer ends with {}."),
            share(ALIGNED_SCHEMER, "share_aligned_schemer", "The aligned schemer ends with {}."),
            share(KLUDGE, "share_kludge", "The kludge ends with {}."),
            share(OWN, "share_own", "Your own pattern ends with {}.")
                .or(p.own.then_some(shares[OWN]), "nothing, as it takes no part"),
            Readout::number("half_time", 0.0, "steps", "How long it takes the reward-seeker to overtake the intended motive by selection alone: {}.")
                .or(half_time, "it starts ahead, or never does"),
            Readout::number("kl_from_prior", divergence(&outcome.deployed.ln_shares(), &prior), "nats", "Training, tests and deployment moved the shares {} away from the prior."),
        ]
    }
}
