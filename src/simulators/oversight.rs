//! Reading thoughts or reading behaviour: what survives training against a monitor.

use core::f64::consts::{LN_2, LN_10};

use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, exp, expm1, ln, sigma};
use crate::number::{human, percent, with_unit};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`Oversight`].
    pub struct OversightParams {
        /// Reward that is taken away each time the monitor flags what was done.
        penalty: f64 = 1.0, Spec::real("Penalty for what the monitor flags", 0.0, 20.0, 0.1)
            .unit("reward").symbol("λ");
        /// How far one training step shifts the odds between two ways of working if one earns a unit of reward more.
        strength: f64 = 0.05, Spec::log("Selection per step for one unit of reward", 0.001, 0.5)
            .unit("nats per step").symbol("β");
        /// How long the training goes on.
        steps: u32 = 1500, Spec::count("Training steps", 0.0, 5000.0).unit("steps").symbol("T");
        /// What honest work earns, where a hack earns 1.
        honest_reward: f64 = 0.7, Spec::real("Reward of honest work", 0.0, 1.0, 0.01).unit("reward").symbol("r");
        /// How often the monitor raises a false alarm.
        flag_honest: f64 = 0.05, Spec::real("Honest work flagged by mistake", 0.0, 1.0, 0.01)
            .unit("probability").percent().symbol("fₕ");
        /// How often the monitor catches a hack that does not hide.
        flag_blatant: f64 = 0.95, Spec::real("Blatant hacks flagged", 0.0, 1.0, 0.01)
            .unit("probability").percent();
        /// How often the monitor catches a hack that looks like honest work.
        flag_evasive: f64 = 0.1, Spec::real("Evasive hacks flagged", 0.0, 1.0, 0.01)
            .unit("probability").percent().symbol("fₑ");
        /// How much of the behaviour is open hacking before any training.
        blatant: f64 = 0.1, Spec::log("Blatant hacking before training", 0.001, 0.9)
            .unit("share").percent();
        /// How much rarer evasive hacks are than blatant ones before training: each bit halves them.
        evasion_bits: f64 = 13.0, Spec::real("What evading a behavioural monitor takes", 0.0, 60.0, 0.5)
            .unit("bits").symbol("k");
        /// A monitor of finer parts, such as intermediate computation, asks a hack to steer more of them at once. Each bit halves the evasive hacks once more.
        grain: f64 = 0.0, Spec::real("How much finer the monitor reads: further bits that evasion would have to steer", 0.0, 60.0, 0.5)
            .unit("bits").symbol("g");
        /// How fast blatant hacks come to look like evasive ones to a monitor that is never retrained.
        drift: f64 = 0.0, Spec::real("How fast the monitor goes stale as the model changes", 0.0, 0.05, 0.0005)
            .unit("per step").symbol("δ");
    }
}

/// Where the honest, the blatant and the evasive stand in lists.
const HONEST: usize = 0;
const BLATANT: usize = 1;
const EVASIVE: usize = 2;

impl OversightParams {
    /// Logarithms of the shares before training.
    ///
    /// Evasive hacks never start ahead of honest work, however cheap evasion is.
    fn ln_priors(&self) -> [f64; 3] {
        let rare = ln(self.blatant) - (self.evasion_bits + self.grain) * LN_2;
        let half = 0.5 * (1.0 - self.blatant);
        let ln_evasive = rare.min(ln(half));
        let ln_honest = if rare < ln(half) { ln(1.0 - self.blatant - exp(rare)) } else { ln(half) };
        [ln_honest, ln(self.blatant), ln_evasive]
    }

    /// How many nats honest work is ahead of evasive hacking before training.
    fn lead(&self) -> f64 {
        let priors = self.ln_priors();
        priors[HONEST] - priors[EVASIVE]
    }

    /// How much more an evasive hack earns than honest work, after penalties.
    fn gain(&self) -> f64 {
        (1.0 - self.penalty * self.flag_evasive) - (self.honest_reward - self.penalty * self.flag_honest)
    }

    /// The steps by which evasive hacking has overtaken honest work, if it ever does.
    fn overtake(&self) -> Option<f64> {
        let gain = self.gain();
        // At the safe penalty rounding leaves about 1e-17.
        (gain > 1e-12).then(|| (self.lead() / (self.strength * gain)).max(0.0))
    }

    /// The sum of `e^(-drift t)` over the steps: for how many of them a fresh
    /// monitor would have seen what the ageing one did.
    fn fresh_steps(&self, step: f64) -> f64 {
        let age = self.drift * step;
        // Below, rounding is larger than what is left out.
        if age < 1e-12 { step } else { -expm1(-age) / self.drift }
    }

    /// The chance that a blatant hack is flagged at a step.
    fn flag_at(&self, step: f64) -> f64 {
        self.flag_evasive + (self.flag_blatant - self.flag_evasive) * exp(-self.drift * step)
    }

    /// The weights after some steps: selection adds the reward to the logarithm.
    fn weights(&self, step: f64) -> LogWeights<3> {
        let flagged = self.flag_evasive * step;
        let seen = flagged + (self.flag_blatant - self.flag_evasive) * self.fresh_steps(step);
        LogWeights(self.ln_priors()).add_each([
            self.strength * step * (self.honest_reward - self.penalty * self.flag_honest),
            self.strength * (step - self.penalty * seen),
            self.strength * (step - self.penalty * flagged),
        ])
    }

    /// The part of all hacks that the monitor flags after some steps.
    fn recall(&self, step: f64) -> f64 {
        let LogWeights(ln) = self.weights(step);
        let blatant = sigma(ln[BLATANT] - ln[EVASIVE]);
        self.flag_evasive + blatant * (self.flag_at(step) - self.flag_evasive)
    }

    /// With a monitor that reads otherwise.
    fn with_grain(&self, grain: f64) -> Self {
        Self { grain, ..self.clone() }
    }
}

/// What training leaves.
pub struct OversightOutcome {
    /// Shares of honest work, blatant and evasive hacks at the end.
    pub shares: [f64; 3],
    /// The part of all hacks that is flagged at the end.
    pub recall: f64,
    /// The steps by which evasive hacking has overtaken honest work.
    pub overtake: Option<f64>,
    /// The penalty at which evasive hacking no longer gains on honest work.
    pub safe_penalty: Option<f64>,
}

/// Three ways to earn reward under a monitor, and which of them training
/// multiplies.
///
/// The end state is that of reinforcement learning with a KL penalty, whose
/// coefficient is 1 / (strength * steps): prior times `e^(reward / coefficient)`
/// (Taufeeque and others, 2026). The course over time and the price of evasion
/// in bits are ours.
pub struct Oversight;

impl Simulator for Oversight {
    type Params = OversightParams;
    type Outcome = OversightOutcome;

    const INFO: Info = Info {
        id: "oversight",
        name: "Reading thoughts or reading behaviour",
        question: prose("Should a monitor read what the AI does, or how it computes?"),
        answer: prose(
            "Train against a monitor, and what is left is what the monitor does not see. The finer it reads, the rarer are the hacks that look clean in every part, and the longer honest work stays ahead.",
        ),
        status: Status::Partly,
        document: Document::Selection,
        headline: "honest_share",
        control: "grain",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "behaviour-only",
            "Behaviour only",
            "A monitor that reads behaviour stamps out blatant hacks within a few hundred steps; after 1,500 steps nearly all that is left is hacks that it misses.",
            &[],
        ),
        Preset::new(
            "fine-cognition",
            "Reading the computation",
            "If evasion must steer 30 more bits, it is so rare at the start that honest work is still far ahead after 1,500 steps.",
            &[Setting::ours("grain", "30", "")],
        ),
        Preset::new(
            "strong-penalty",
            "Strong penalty",
            "With a penalty of 10 even a hack that is flagged one time in ten earns less than honest work, so honesty stays ahead.",
            &[Setting::ours("penalty", "10", "")],
        ),
        Preset::new(
            "no-monitor",
            "No monitor",
            "Without a penalty blatant hacks win, because they were common to begin with and earn more than honest work.",
            &[Setting::ours("penalty", "0", "")],
        ),
        Preset::new(
            "going-stale",
            "Going stale",
            "The monitor is never retrained and forgets what hacks look like; after a thousand steps it can hardly tell the blatant from the evasive ones.",
            &[Setting::ours("drift", "0.005", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<OversightParams>] = &[
        Claim::new(
            "finer-lasts-longer",
            "",
            "S1.j",
            "Reading intermediate computation holds up better: if evasion must steer 20 more bits than for a monitor of behaviour, it needs at least half as long again to overtake honest work.",
            "ours",
            Measure::Nats,
            |params| params.with_grain(20.0).lead() - 1.5 * params.with_grain(0.0).lead(),
        ),
        Claim::new(
            "pressure-breeds-evasion",
            "",
            "",
            "What survives a monitor is what it does not see: by the end of training there are at least ten times as many evasive hacks for each blatant one as before.",
            "ours",
            Measure::Log10,
            |params| {
                let edge =
                    (params.flag_blatant - params.flag_evasive) * params.fresh_steps(f64::from(params.steps));
                params.strength * params.penalty * edge / LN_10 - 1.0
            },
        ),
        Claim::new(
            "staleness-suffices",
            "",
            "",
            "A monitor can go blind without anyone fooling it: by the end of training it has lost more than half of its eye for blatant hacks, just because the model has changed.",
            "ours",
            Measure::Share,
            |params| 0.5 - exp(-params.drift * f64::from(params.steps)),
        ),
        Claim::new(
            "enough-penalty",
            "",
            "",
            "The penalty is large enough: honest work earns more than evasive hacking, so no length of training brings it down.",
            "ours",
            Measure::Number("reward"),
            |params| -params.gain(),
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("course", "What training against a monitor leaves", course),
        FigureOf::new("grain", "How long it takes evasion to overtake honest work", grain),
        FigureOf::new("map", "Penalty and grain together", map),
    ];

    fn simulate(params: &OversightParams) -> OversightOutcome {
        let end = f64::from(params.steps);
        // What each unit of penalty takes from evasion beyond what it takes from honesty.
        let bite = params.flag_evasive - params.flag_honest;
        OversightOutcome {
            shares: params.weights(end).shares(),
            recall: params.recall(end),
            overtake: params.overtake(),
            safe_penalty: (bite > 0.0).then(|| (1.0 - params.honest_reward) / bite),
        }
    }

    fn readouts(_: &OversightParams, outcome: &OversightOutcome) -> Vec<Readout> {
        let [honest, blatant, evasive] = outcome.shares;
        vec![
            Readout::percent("honest_share", honest, "share", "Honest work at the end of training: {}."),
            Readout::percent("blatant_share", blatant, "share", "Blatant hacks: {}."),
            Readout::percent("evasive_share", evasive, "share", "Evasive hacks: {}."),
            Readout::percent(
                "recall",
                outcome.recall,
                "share",
                "Of the hacks that are left, the monitor flags {}.",
            ),
            Readout::number(
                "overtake",
                0.0,
                "steps",
                "Training until evasive hacking overtakes honest work: {}.",
            )
            .or(outcome.overtake, "no length of training is enough"),
            Readout::number(
                "safe_penalty",
                0.0,
                "reward",
                "Smallest penalty that keeps honest work ahead for ever: {}.",
            )
            .or(
                outcome.safe_penalty,
                "none, because evasive hacks are flagged no more often than honest work",
            ),
        ]
    }
}

/// A number of steps in words, with three significant digits or as many as a count has.
fn steps(number: f64) -> String {
    let digits = if number == libm::floor(number) { 6 } else { 3 };
    with_unit(&human(number, digits), "steps")
}

fn course(params: &OversightParams, outcome: &OversightOutcome) -> Plot {
    let end = f64::from(params.steps);
    let x = Axis::new("step", "training steps", 0.0, end);
    // Without training there is one point, not a line.
    let times: Vec<f64> = if end > 0.0 { x.samples().collect() } else { vec![0.0] };
    let shares: Vec<[f64; 3]> = times.iter().map(|&step| params.weights(step).shares()).collect();
    let series = |id, label, role, which: usize| Series {
        id,
        label,
        role,
        points: times.iter().zip(&shares).map(|(&step, shares)| [step, shares[which]]).collect(),
    };
    let recall = Series {
        id: "recall",
        label: "flagged",
        role: Role::Yours,
        points: times.iter().map(|&step| [step, params.recall(step)]).collect(),
    };
    let [honest, blatant, evasive] = outcome.shares;
    let (share, kind) = if honest >= blatant && honest >= evasive {
        (honest, "honest work")
    } else if blatant >= evasive {
        (blatant, "blatant hacking")
    } else {
        (evasive, "hacking that looks clean to the monitor")
    };
    Plot {
        caption: format!(
            "After {} of training {} of the behaviour is {kind}. Of all hacks the monitor then flags {}; before training it would have flagged {}.",
            steps(end),
            percent(share),
            percent(outcome.recall),
            percent(params.recall(0.0)),
        ),
        panels: vec![
            Panel {
                x: None,
                y: Axis::percent("share", "share of the behaviour", 0.0, 1.0),
                marks: vec![Mark::Stack(vec![
                    series("honest", "honest work", Role::Luigi, HONEST),
                    series("blatant", "blatant hacks", Role::Careless, BLATANT),
                    series("evasive", "evasive hacks", Role::Clever, EVASIVE),
                ])],
            },
            Panel {
                x: None,
                y: Axis::percent("recall", "share of all hacks that the monitor flags", 0.0, 1.0),
                marks: vec![Mark::Line(recall)],
            },
        ],
        x,
    }
}

/// A rule with a word.
fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}

fn grain(params: &OversightParams, outcome: &OversightOutcome) -> Plot {
    let x = Axis::new("grain", "how much finer the monitor reads (bits)", 0.0, 60.0);
    let overtake = Series::sampled("overtake", "evasion overtakes", Role::Clever, &x, |grain| {
        params.with_grain(grain).overtake().unwrap_or(f64::NAN)
    });
    let end = f64::from(params.steps);
    let top = overtake.points.iter().fold(end, |top, point| top.max(point[1]));
    Plot {
        caption: outcome.overtake.map_or_else(
            || {
                "Here evasive hacking earns no more than honest work, so it never overtakes, however coarsely the monitor reads.".to_owned()
            },
            |overtake| {
                let finer = params.with_grain(params.grain + 20.0).overtake().unwrap_or(overtake);
                format!(
                    "With this monitor evasive hacking overtakes honest work after {}; with one that reads 20 bits finer, after {}.",
                    steps(overtake),
                    steps(finer)
                )
            },
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::new("steps", "training steps until evasive hacks outnumber honest work", 0.0, top),
            marks: vec![
                rule(RuleAt::Y(end), "end of training"),
                rule(RuleAt::X(params.grain), "this monitor"),
                Mark::Line(overtake),
            ],
        }],
        x,
    }
}

fn map(params: &OversightParams, outcome: &OversightOutcome) -> Plot {
    let x = Axis::new("penalty", "penalty for what the monitor flags", 0.0, 10.0);
    let y = Axis::new("grain", "how much finer the monitor reads (bits)", 0.0, 40.0);
    let end = f64::from(params.steps);
    let share =
        |penalty, grain| OversightParams { penalty, grain, ..params.clone() }.weights(end).shares()[HONEST];
    let grid = Grid::sampled("honest_share", "honest work at the end", Role::Luigi, [&x, &y], share);
    let mut marks = vec![Mark::Grid(grid)];
    // The reader's own place, where it is on the map.
    if params.penalty <= x.range.1 && params.grain <= y.range.1 {
        marks.extend([RuleAt::X(params.penalty), RuleAt::Y(params.grain)].map(|at| rule(at, "")));
    }
    Plot {
        caption: format!(
            "The stronger the colour, the more honest work is left after {}. With this penalty and this monitor it is {}.",
            steps(end),
            percent(outcome.shares[HONEST])
        ),
        panels: vec![Panel { x: None, y, marks }],
        x,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Params, Values, from_query};
    use crate::simulators::legal::{check_figures, legal};

    fn params(query: &str) -> OversightParams {
        OversightParams::from_values(&from_query(&Values::defaults(OversightParams::SPECS), query).0)
    }

    #[test]
    fn shares_are_shares_and_captions_are_words() {
        for params in legal::<OversightParams>(300) {
            let outcome = Oversight::simulate(&params);
            assert!((outcome.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{params:?}");
            assert!((0.0..=1.0).contains(&outcome.recall), "{params:?}");
            assert!(params.lead() >= 0.0, "evasion starts ahead: {params:?}");
            check_figures::<Oversight>(&params);
            assert!(Oversight::CLAIMS.iter().all(|claim| (claim.margin)(&params).is_finite()), "{params:?}");
        }
    }

    #[test]
    fn honest_and_evasive_are_level_when_one_overtakes_the_other() {
        for params in legal::<OversightParams>(300) {
            if let Some(step) = params.overtake() {
                let LogWeights(ln) = params.weights(step);
                let size = ln[HONEST].abs().max(params.strength * step).max(1.0) * (1.0 + params.penalty);
                assert!((ln[HONEST] - ln[EVASIVE]).abs() <= 1e-9 * size, "{params:?}");
            }
        }
    }

    #[test]
    fn a_finer_monitor_never_leaves_less_honest_work() {
        for params in legal::<OversightParams>(300) {
            let finer = params.with_grain(60.0);
            let [now, then] = [&params, &finer].map(|params| Oversight::simulate(params).shares[HONEST]);
            assert!(then >= now - 1e-12, "{params:?}: {now} became {then}");
        }
    }

    #[test]
    fn the_safe_penalty_stops_evasion() {
        for params in legal::<OversightParams>(300) {
            if let Some(penalty) = Oversight::simulate(&params).safe_penalty.filter(|penalty| *penalty < 1e6)
            {
                let more = OversightParams { penalty: penalty + 0.01, ..params };
                assert_eq!(more.overtake(), None, "{more:?}");
            }
        }
    }

    #[test]
    fn a_drift_near_zero_is_none() {
        let still = params("");
        for drift in [1e-300, 1e-16, 1e-15, 1e-14] {
            let slow = OversightParams { drift, ..still.clone() };
            assert!((slow.fresh_steps(1500.0) - 1500.0).abs() < 1e-7, "{drift}");
        }
    }

    #[test]
    fn overtaking_takes_as_long_as_the_specification_says() {
        // Priors 0.6, 0.4 and 1e-5.
        let level = OversightParams { blatant: 0.4, evasion_bits: crate::math::log2(4e4), ..params("") };
        let honest_070 = level.overtake().expect("it overtakes");
        let honest_056 = OversightParams { honest_reward: 0.56, ..level }.overtake().expect("it overtakes");
        assert!((honest_070 - 880.17).abs() < 0.05, "{honest_070}");
        assert!((honest_056 - 564.21).abs() < 0.05, "{honest_056}");
    }

    #[test]
    fn the_end_state_is_the_published_optimum() {
        // Priors 0.9, 0.0999 and 0.0001, KL coefficient 0.02 = 1 / (strength * steps).
        let base = OversightParams {
            blatant: 0.0999,
            evasion_bits: crate::math::log2(999.0),
            steps: 1000,
            ..params("")
        };
        for (penalty, which, share) in [(0.0, BLATANT, 0.999), (1.0, EVASIVE, 0.968), (3.0, HONEST, 0.833)] {
            let shares = Oversight::simulate(&OversightParams { penalty, ..base.clone() }).shares;
            assert!((shares[which] - share).abs() < 6e-4, "{shares:?}");
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |query| Oversight::simulate(&params(query));
        assert!(run("").shares[EVASIVE] > 0.999 && run("grain=30").shares[HONEST] > 0.999);
        assert!(run("penalty=10").overtake.is_none() && run("penalty=0").shares[BLATANT] > 0.999);
        let stale = params("drift=0.005");
        assert!(stale.flag_at(1000.0) - stale.flag_evasive < 0.01);
        assert!(params("").weights(300.0).shares()[BLATANT] < 1e-4);
    }
}
