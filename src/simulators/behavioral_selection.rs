//! What survives training? Replicator dynamics of cognitive patterns, after
//! the behavioral selection model (Mallen and Shlegeris 2025).
//!
//! Influence is a share; its logarithm moves with reward (exponentiated
//! gradient, the discrete replicator equation). The dynamics are ours; the
//! causal graph is the published one, drawn from the text of the post.

mod graph;
mod params;

use crate::chart::{Axis, Figure, Mark, Panel, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, divergence, ln, ln_1p, log_add};
use crate::number::percent;
use crate::prose;
use crate::simulator::{Claim, Document, Info, Measure, Preset, Readout, Simulator, Status};
pub use params::{BehavioralSelectionParams, Pattern};

/// Six patterns, and one of the reader's own.
const PATTERNS: usize = 7;

/// What no pattern can recover from.
const NONE: f64 = f64::NEG_INFINITY;

/// Ids of the patterns, in the order of all lists here.
const IDS: [&str; PATTERNS] =
    ["intended", "reward_seeker", "influence_seeker", "schemer", "aligned_schemer", "kludge", "own"];
const LABELS: [&str; PATTERNS] =
    ["intended", "reward-seeker", "influence-seeker", "schemer", "aligned schemer", "kludge", "your own"];
const ROLES: [Role; PATTERNS] =
    [Role::Luigi, Role::Yours, Role::Second, Role::Clever, Role::Third, Role::Careless, Role::First];

const INTENDED: usize = 0;
const REWARD_SEEKER: usize = 1;
const INFLUENCE_SEEKER: usize = 2;
const SCHEMER: usize = 3;
const ALIGNED_SCHEMER: usize = 4;
const KLUDGE: usize = 5;
const OWN: usize = 6;

/// What survives training, and what it then does.
pub struct BehavioralSelection;

/// The patterns as the model uses them: one number each.
struct Traits {
    bits: [f64; PATTERNS],
    steps: [f64; PATTERNS],
    hack: [f64; PATTERNS],
    fails: [f64; PATTERNS],
    visible: [bool; PATTERNS],
    hacks: [f64; PATTERNS],
    undermines: [f64; PATTERNS],
    takeover: [f64; PATTERNS],
}

type Weights = LogWeights<PATTERNS>;

impl BehavioralSelectionParams {
    #[rustfmt::skip]
    fn traits(&self) -> Traits {
        Traits {
            bits: [self.intended_bits, self.reward_seeker_bits, self.influence_seeker_bits, self.schemer_bits, self.aligned_schemer_bits, self.kludge_bits, self.own_bits],
            steps: [self.intended_steps, self.reward_seeker_steps, self.influence_seeker_steps, self.schemer_steps, self.aligned_schemer_steps, self.kludge_steps, self.own_steps],
            hack: [self.intended_hack, self.reward_seeker_hack, self.influence_seeker_hack, self.schemer_hack, self.aligned_schemer_hack, self.coverage, self.own_hack],
            fails: [self.intended_fails, self.honesty, self.influence_seeker_fails, self.schemer_fails, self.aligned_schemer_fails, self.honesty * self.coverage, self.own_fails],
            visible: [self.intended_visible, self.reward_seeker_visible, self.influence_seeker_visible, self.schemer_visible, self.aligned_schemer_visible, self.kludge_visible, self.own_visible],
            hacks: [self.intended_hacks, self.reward_seeker_hacks, self.influence_seeker_hacks, self.schemer_hacks, self.aligned_schemer_hacks, self.kludge_hacks, self.own_hacks],
            undermines: [self.intended_undermines, self.reward_seeker_undermines, self.influence_seeker_undermines, self.schemer_undermines, self.aligned_schemer_undermines, self.kludge_undermines, self.own_undermines],
            takeover: [self.intended_takeover, self.reward_seeker_takeover, self.influence_seeker_takeover, self.schemer_takeover, self.aligned_schemer_takeover, self.kludge_takeover, self.own_takeover],
        }
    }

    /// The logarithms of the prior weights: simplicity, speed, salience and
    /// counting (the terms named in the post; their form is ours).
    fn prior(&self, traits: &Traits) -> Weights {
        let mut weights = std::array::from_fn(|j| -self.simplicity * traits.bits[j] - self.speed_prior * traits.steps[j]);
        weights[INTENDED] += self.salience;
        weights[SCHEMER] += ln(self.goals);
        if !self.own {
            weights[OWN] = NONE;
        }
        LogWeights(weights)
    }

    /// Reward per step of a pattern that hacks a flawed task so often.
    fn reward(&self, hack: f64, serial_steps: f64, flawed: f64) -> f64 {
        let hacking = (1.0 - self.monitor) - self.monitor * self.penalty;
        (1.0 - flawed) + flawed * (hack * hacking + (1.0 - hack) * self.honest_reward)
            - self.length_penalty * serial_steps
    }

    fn rewards(&self, traits: &Traits, flawed: f64) -> [f64; PATTERNS] {
        std::array::from_fn(|j| self.reward(traits.hack[j], traits.steps[j], flawed))
    }

    /// So many steps of selection, without erosion: a closed form.
    fn select(&self, weights: Weights, rewards: &[f64; PATTERNS], steps: f64) -> Weights {
        weights.add_each(rewards.map(|reward| self.strength * steps * reward))
    }

    /// One step of training: selection, then erosion.
    fn train_once(&self, weights: Weights, rewards: &[f64; PATTERNS]) -> Weights {
        let mut weights = self.select(weights, rewards, 1.0);
        let [.., influence_seeker, schemer, _, _, _] = weights.0;
        let (moves, stays) = (ln(self.erosion), ln_1p(-self.erosion));
        weights.0[SCHEMER] += stays;
        weights.0[INFLUENCE_SEEKER] = log_add(influence_seeker + stays, schemer + moves);
        weights.0[REWARD_SEEKER] = log_add(weights.0[REWARD_SEEKER], influence_seeker + moves);
        weights
    }

    /// Weights after so many training steps, from weights before them.
    fn train(&self, mut weights: Weights, rewards: &[f64; PATTERNS], steps: u32) -> Weights {
        if self.erosion == 0.0 {
            return self.select(weights, rewards, f64::from(steps));
        }
        for _ in 0..steps {
            weights = self.train_once(weights, rewards);
        }
        weights
    }

    /// White-box pressure and inspections, after training.
    fn inspect(&self, weights: Weights, traits: &Traits) -> Weights {
        let rounds = f64::from(self.inspections);
        weights.add_each(std::array::from_fn(|j| {
            let seen = if traits.visible[j] { -self.white_box } else { 0.0 };
            // Zero rounds of a test that nobody passes remove nobody.
            let failed = if self.inspections == 0 { 0.0 } else { rounds * ln_1p(-traits.fails[j]) };
            seen + failed
        }))
    }

    /// Weights at the end of training and at the end of deployment.
    fn run(&self) -> (Weights, Weights) {
        let traits = self.traits();
        let trained =
            self.train(self.prior(&traits), &self.rewards(&traits, self.flawed), self.steps);
        let deployed = self.select(
            self.inspect(trained, &traits),
            &self.rewards(&traits, self.deployment_flawed),
            f64::from(self.deployment_steps),
        );
        (trained, deployed)
    }

    fn final_ln_shares(&self) -> [f64; PATTERNS] {
        self.run().1.ln_shares()
    }
}

/// Shares before training, at its end, and at the end of deployment.
pub struct Outcome {
    traits: Traits,
    prior: Weights,
    trained: Weights,
    inspected: Weights,
    deployed: Weights,
}

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
        Preset::new("flawed-reward", "Flawed reward", "One training task in five can be hacked, and three very different motives grow at the expense of the intended one.", ""),
        Preset::new("clean-reward", "Clean reward", "No task can be hacked: all patterns earn the same, and training leaves the shares where the prior put them.", "flawed=0"),
        Preset::new("counting-argument", "Counting argument", "If ten thousand goals would each make a schemer, the prior alone favours schemers.", "goals=1e4"),
        Preset::new("honest-tests", "Honest tests", "Five rounds of honest tests weed out the reward-seeker and the kludge, and leave those that are hard to notice.", "inspections=5"),
        Preset::new("white-box", "White-box reading", "Reading internals presses on the motive itself, whatever the behaviour looks like.", "white_box=5"),
        Preset::new("instrumental-becomes-terminal", "Means become ends", "What was wanted as a means slowly becomes the end: schemers drift towards seeking reward.", "erosion=0.01"),
        Preset::new("rare-hack", "Rare hack", "Hacks are rare and selection is weak, but training is ten times as long.", "flawed=0.05&strength=0.02&steps=2000"),
        Preset::new("depth-limited", "Limited depth", "A strong prior against serial steps favours the kludge, which acts without thinking far.", "speed_prior=1.5"),
        Preset::new("selection-goes-on", "Selection goes on", "Selection continues in deployment, where most tasks can be hacked.", "deployment_steps=500&deployment_flawed=0.6"),
    ];

    const CLAIMS: &'static [Claim<Self::Params>] = &[
        Claim::new(
            "equally-fit",
            "S1.e",
            "A reward-seeker, an influence-seeker, a schemer and a kludge that covers everything are equally fit: only priors tell them apart.",
            Measure::Number("reward"),
            |p| {
                let reward = |j: usize, hack: f64| p.reward(hack, p.traits().steps[j], p.flawed);
                let hack = p.traits().hack;
                let rewards = [
                    reward(REWARD_SEEKER, hack[REWARD_SEEKER]),
                    reward(INFLUENCE_SEEKER, hack[INFLUENCE_SEEKER]),
                    reward(SCHEMER, hack[SCHEMER]),
                    reward(KLUDGE, 1.0),
                ];
                let spread = rewards.iter().fold(NONE, |a, b| a.max(*b)) - rewards.iter().fold(-NONE, |a, b| a.min(*b));
                1e-6 - spread
            },
        ),
        Claim::new(
            "flawed-reward-displaces",
            "S1.e",
            "Where the reward is flawed, training shrinks the intended motive’s share below what the prior gave it.",
            Measure::Log10,
            |p| {
                let prior = p.prior(&p.traits()).ln_shares()[INTENDED];
                (prior - p.run().0.ln_shares()[INTENDED]) / core::f64::consts::LN_10
            },
        ),
        Claim::new(
            "not-overdetermined",
            "S1.i",
            "The outcome is not fixed in advance: mending the flawed rewards in training would change it by more than a tenth of a nat.",
            Measure::Nats,
            |p| {
                let mended = BehavioralSelectionParams { flawed: 0.0, ..p.clone() };
                divergence(&p.final_ln_shares(), &mended.final_ln_shares()) - 0.1
            },
        ),
        Claim::new(
            "testing-backfires",
            "S1.e",
            "Five rounds of honest tests leave a larger share to the motives that are hard to notice: schemers and influence-seekers.",
            Measure::Log10,
            |p| {
                let hidden = |inspections| {
                    let shares = BehavioralSelectionParams { inspections, ..p.clone() }.final_ln_shares();
                    log_add(shares[SCHEMER], shares[INFLUENCE_SEEKER])
                };
                (hidden(5) - hidden(0)) / core::f64::consts::LN_10 - 0.01
            },
        ),
        Claim::new(
            "aligned-schemer-must-hack",
            "S1.a",
            "Even a schemer with a good goal gains influence by hacking, not by honest work.",
            Measure::Number("reward"),
            |p| {
                let reward = |hack| p.reward(hack, p.aligned_schemer_steps, p.flawed);
                reward(p.aligned_schemer_hack) - reward(0.0)
            },
        ),
        Claim::new(
            "length-is-selection",
            "S1.h",
            "A length penalty acts through selection and outweighs a depth limit, which acts through the prior: the first grows with training, the second does not.",
            Measure::Number("nats for each serial step"),
            |p| p.strength * f64::from(p.steps) * p.length_penalty - p.speed_prior,
        ),
    ];

    fn simulate(p: &Self::Params) -> Outcome {
        let traits = p.traits();
        let prior = p.prior(&traits);
        let (trained, deployed) = p.run();
        let inspected = p.inspect(trained, &traits);
        Outcome { traits, prior, trained, inspected, deployed }
    }

    fn readouts(p: &Self::Params, outcome: &Outcome) -> Vec<Readout> {
        let shares = outcome.deployed.shares();
        let prior = outcome.prior.ln_shares();
        let mean = |column: &[f64; PATTERNS]| shares.iter().zip(column).map(|(share, value)| share * value).sum();
        let reward = p.rewards(&outcome.traits, p.flawed);
        let gap = reward[REWARD_SEEKER] - reward[INTENDED];
        let head_start = prior[INTENDED] - prior[REWARD_SEEKER];
        let half_time = (gap > 1e-12 && head_start > 1e-12).then(|| head_start / (p.strength * gap));
        vec![
            Readout::percent("takeover", mean(&outcome.traits.takeover), "share", "Weighted by influence at the end, {} of it would take over if it could."),
            Readout::percent("hacks", mean(&outcome.traits.hacks), "share", "{} of it hacks where nobody watches."),
            Readout::percent("undermines", mean(&outcome.traits.undermines), "share", "{} of it undermines oversight."),
            Readout::percent("share_intended", shares[INTENDED], "share", "The intended motive keeps {}."),
            Readout::percent("share_reward_seeker", shares[REWARD_SEEKER], "share", "The reward-seeker has {}."),
            Readout::percent("share_influence_seeker", shares[INFLUENCE_SEEKER], "share", "The influence-seeker has {}."),
            Readout::percent("share_schemer", shares[SCHEMER], "share", "The schemer has {}."),
            Readout::percent("share_aligned_schemer", shares[ALIGNED_SCHEMER], "share", "The aligned schemer has {}."),
            Readout::percent("share_kludge", shares[KLUDGE], "share", "The kludge has {}."),
            Readout::percent("share_own", shares[OWN], "share", "Your own pattern has {}.")
                .or(p.own.then_some(shares[OWN]), "no share: it takes no part"),
            Readout::number("half_time", 0.0, "steps", "Selection lets the reward-seeker overtake the intended motive: {}.")
                .or(half_time, "not by selection"),
            Readout::number("kl_from_prior", divergence(&outcome.deployed.ln_shares(), &prior), "nats", "Training and tests have moved the shares {} away from the prior."),
        ]
    }

    fn figures(p: &Self::Params, outcome: &Outcome) -> Vec<Figure> {
        vec![influence(p, outcome), graph::figure(p), deployment(p, outcome)]
    }
}

/// The patterns that take part.
fn present(p: &BehavioralSelectionParams) -> usize {
    if p.own { PATTERNS } else { OWN }
}

/// Shares over training and deployment, stacked.
fn influence(p: &BehavioralSelectionParams, outcome: &Outcome) -> Figure {
    let end = f64::from(p.steps) + f64::from(p.deployment_steps);
    let x = Axis::new("step", "training step", 0.0, end);
    let mut places: Vec<f64> = (0..=200).map(|k| libm::round(end * f64::from(k) / 200.0)).collect();
    places.dedup();
    let trained_at = f64::from(p.steps);
    let rewards = p.rewards(&outcome.traits, p.flawed);
    let later = p.rewards(&outcome.traits, p.deployment_flawed);
    let mut points: Vec<(f64, [f64; PATTERNS])> = Vec::with_capacity(places.len() + 2);
    let (mut weights, mut at) = (outcome.prior, 0);
    for step in places.iter().copied().filter(|step| *step < trained_at) {
        weights = p.train(weights, &rewards, step as u32 - at);
        at = step as u32;
        points.push((step, weights.shares()));
    }
    // Where training ends, what tests and reading do shows as a jump.
    points.push((trained_at, outcome.trained.shares()));
    if outcome.inspected != outcome.trained {
        points.push((trained_at, outcome.inspected.shares()));
    }
    for step in places.into_iter().filter(|step| *step > trained_at) {
        points.push((step, p.select(outcome.inspected, &later, step - trained_at).shares()));
    }
    let stack = (0..present(p)).map(|j| Series {
        id: IDS[j],
        label: LABELS[j],
        role: ROLES[j],
        points: points.iter().map(|(step, shares)| [*step, shares[j]]).collect(),
    });
    let mut marks = vec![Mark::Stack(stack.collect())];
    if p.deployment_steps > 0 && p.steps > 0 {
        marks.push(Mark::Rule(Rule { at: RuleAt::X(trained_at), label: "deployment".to_owned() }));
    }
    let shares = outcome.deployed.shares();
    let first = (0..present(p)).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap_or(INTENDED);
    let name = if first == OWN { "your own pattern".to_owned() } else { format!("the {} pattern", LABELS[first]) };
    let before = outcome.prior.shares()[INTENDED];
    let caption = format!(
        "The intended motive starts with {} of the influence and ends with {}. The largest share at the end, {}, belongs to {name}.",
        percent(before),
        percent(shares[INTENDED]),
        percent(shares[first]),
    );
    Figure {
        id: "influence",
        title: prose("Who has influence over what the model does"),
        caption,
        x,
        panels: vec![Panel { x: None, y: Axis::percent("share", "share of influence", 0.0, 1.0), marks }],
    }
}

/// Shares before and after inspection, and what the model then does.
fn deployment(p: &BehavioralSelectionParams, outcome: &Outcome) -> Figure {
    let bars = |id, label, role, shares: [f64; PATTERNS]| Series {
        id,
        label,
        role,
        points: (0..present(p)).map(|j| [j as f64, shares[j]]).collect(),
    };
    let shares = outcome.deployed.shares();
    let mean = |column: &[f64; PATTERNS]| shares.iter().zip(column).map(|(share, value)| share * value).sum();
    let deeds: [f64; 3] =
        [mean(&outcome.traits.hacks), mean(&outcome.traits.undermines), mean(&outcome.traits.takeover)];
    let behaviour = Series {
        id: "behaviour",
        label: "",
        role: Role::Clever,
        points: deeds.iter().enumerate().map(|(place, share)| [place as f64, *share]).collect(),
    };
    let patterns = Axis::categories("pattern", "", &LABELS[..present(p)]);
    let names = Axis::categories("deed", "", &["hacks unwatched", "undermines oversight", "would take over"]);
    Figure {
        id: "deployment",
        title: prose("What tests leave, and what it then does"),
        caption: format!(
            "After deployment, weighted by influence, {} of it hacks where nobody watches, {} undermines oversight and {} would take over if it could.",
            percent(deeds[0]),
            percent(deeds[1]),
            percent(deeds[2]),
        ),
        x: patterns,
        panels: vec![
            Panel {
                x: None,
                y: Axis::percent("share", "share of influence", 0.0, 1.0),
                marks: vec![Mark::Bars(vec![
                    bars("before", "after training", Role::Third, outcome.trained.shares()),
                    bars("after", "after tests and reading", Role::Yours, outcome.inspected.shares()),
                ])],
            },
            Panel {
                x: Some(names),
                y: Axis::percent("behaviour", "in deployment, weighted by influence", 0.0, 1.0),
                marks: vec![Mark::Bars(vec![behaviour])],
            },
        ],
    }
}
