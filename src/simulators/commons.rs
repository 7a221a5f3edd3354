//! Commons: fines and conscience keep a pasture. Which of them holds when
//! nobody watches, and do several safeguards add up?
//!
//! Statement S0.g. Replicator dynamics of a public-goods game, as in
//! textbooks; what its terms mean for AI is our reading.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{logit, pow, sigma};
use crate::number::percent;
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`Commons`].
    pub struct CommonsParams {
        /// What a member gives up by contributing to the common pot.
        cost: f64 = 1.0, Spec::log("Cost of contributing", 0.1, 5.0).symbol("c").unit("payoff");
        /// The pot is multiplied by this and shared by the whole group.
        multiplier: f64 = 3.0, Spec::real("What the common pot multiplies contributions by", 0.0, 20.0, 0.1)
            .symbol("r").unit("times");
        /// How many share one pot. If the multiplier is larger than this, contributing pays for itself.
        group: u32 = 10, Spec::count("Group size", 2.0, 100.0).symbol("N").unit("members");
        /// The inner price of letting the others pay, felt whether or not anybody watches.
        guilt: f64 = 0.5, Spec::real("Conscience: what defecting costs inside", 0.0, 5.0, 0.05)
            .symbol("g").unit("payoff");
        /// What a defector pays if everybody else cooperates. With fewer cooperators it is less, in proportion.
        fine: f64 = 0.6, Spec::real("Fine when everybody cooperates", 0.0, 5.0, 0.05).symbol("f").unit("payoff");
        /// What a cooperator among defectors pays to punish them. With fewer defectors it is less.
        punishing: f64 = 0.1, Spec::real("What punishing costs the cooperators", 0.0, 5.0, 0.05)
            .symbol("k").unit("payoff");
        /// The share of members who cooperate on the first day.
        start: f64 = 0.5, Spec::real("Cooperators at the start", 0.01, 0.99, 0.01)
            .symbol("x₀").unit("share").percent();
        /// How long the pasture is followed.
        time: u32 = 40, Spec::count("Time shown", 1.0, 500.0).unit("generations");
        /// How many safeguards must all fail before harm is done.
        layers: u32 = 3, Spec::count("Independent-looking safeguards", 1.0, 10.0).symbol("n").unit("safeguards");
        /// How often one safeguard fails when it is needed.
        failure: f64 = 0.3, Spec::log("Chance that one fails", 0.001, 1.0).symbol("p").unit("probability").percent();
        /// Safeguards that share a weakness fail together. At 100 % they are one safeguard.
        correlation: f64 = 0.0, Spec::real("Chance that all share one cause of failure", 0.0, 1.0, 0.01)
            .symbol("ρ").unit("share").percent();
    }
}

/// See the [module](self).
pub struct Commons;

/// What follows from the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// How the odds of cooperating move.
    pub pull: Pull,
    /// The share of cooperators at the end, 0 to 1.
    pub end_share: f64,
    /// The chance that all safeguards fail.
    pub all_fail: f64,
}

/// How the log-odds of cooperating move: `z' = base + slope x`, where x is
/// the share of cooperators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// The pull where nobody cooperates.
    pub base: f64,
    /// What all cooperators together add to it; never negative.
    pub slope: f64,
}

/// Sums that should be zero are not always; what is nearer is zero.
const NEARLY_ZERO: f64 = 1e-12;

impl Simulator for Commons {
    type Params = CommonsParams;
    type Outcome = Outcome;
    const INFO: Info = Info {
        id: "commons",
        name: "What keeps the pasture",
        question: prose("What keeps people from overgrazing the pasture when nobody watches?"),
        answer: prose(
            "Fines hold only while enough people cooperate to impose them. Conscience needs no watchers. And several \
             safeguards are safer than one, unless they share a weakness.",
        ),
        status: Status::Textbook,
        document: Document::Luther,
        headline: "end_share",
        control: "guilt",
    };
    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "fines-only",
            "Fines only",
            "Without conscience the same fines do not hold the pasture: half of the members start as cooperators, \
             and hardly any is left.",
            &[Setting::ours("guilt", "0", "")],
        ),
        Preset::new(
            "tragedy",
            "The tragedy",
            "With a weak conscience and few cooperators at the start the fines are too rare to matter.",
            &[Setting::ours("guilt", "0.2", ""), Setting::ours("start", "0.3", "")],
        ),
        Preset::new(
            "conscience",
            "A strong conscience",
            "A conscience that weighs as much as temptation and the price of punishing lets cooperation grow from any start.",
            &[Setting::ours("guilt", "0.8", "")],
        ),
        Preset::new(
            "correlated-safeguards",
            "Safeguards that fail together",
            "If half of the time the safeguards share one cause of failure, three of them fail in one case of six.",
            &[Setting::ours("correlation", "0.5", "")],
        ),
        Preset::new(
            "self-interest",
            "Self-interest is enough",
            "If the pot pays each contributor back more than was put in, neither conscience nor fines are needed.",
            &[Setting::ours("multiplier", "12", ""), Setting::ours("guilt", "0", "")],
        ),
    ];
    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<CommonsParams>] = &[
        Claim::new(
            "pasture-holds",
            "",
            "S0.g",
            "Conscience and fines together keep up cooperation: at the end more than 90 % cooperate.",
            "ours",
            Measure::Share,
            |params| Self::simulate(params).end_share - 0.9,
        ),
        Claim::new(
            "conscience-needed",
            "",
            "",
            "Fines alone would not have held it: without conscience fewer than half cooperate at the end.",
            "ours",
            Measure::Share,
            |params| 0.5 - Self::simulate(&CommonsParams { guilt: 0.0, ..params.clone() }).end_share,
        ),
        Claim::new(
            "redundancy-helps",
            "",
            "S0.g",
            "Several safeguards make failure rare: all of them fail less than 5 % of the time.",
            "ours",
            Measure::Share,
            |params| 0.05 - all_fail(params, params.layers, params.correlation),
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("share", "Who still cooperates", share),
        FigureOf::new("threshold", "How many must cooperate for it to grow", threshold),
        FigureOf::new("layers", "Safeguards upon safeguards", layers),
    ];

    fn simulate(params: &CommonsParams) -> Outcome {
        let base = params.guilt - params.punishing - temptation(params);
        let base = if base.abs() < NEARLY_ZERO { 0.0 } else { base };
        let pull = Pull { base, slope: params.fine + params.punishing };
        Outcome {
            pull,
            end_share: Pasture::new(pull, params.start).share_at(f64::from(params.time)),
            all_fail: all_fail(params, params.layers, params.correlation),
        }
    }

    fn readouts(params: &CommonsParams, outcome: &Outcome) -> Vec<Readout> {
        vec![
            Readout::percent("end_share", outcome.end_share, "share", "At the end {} of the members cooperate."),
            Readout::percent(
                "threshold",
                0.0,
                "share",
                "Cooperation grows above this share of cooperators (below 0 % it always grows, above 100 % never): {}.",
            )
            .or(outcome.pull.threshold(), "none, because their number does not matter"),
            Readout::percent("all_fail", outcome.all_fail, "probability", "All safeguards fail with probability {}."),
            Readout::number(
                "conscience_alone",
                params.guilt - temptation(params),
                "payoff",
                "Conscience less the temptation to defect: {}. If this is positive, cooperation holds without watchers.",
            ),
        ]
    }
}

/// What a member gains by not contributing: the cost less its own share of
/// the multiplied contribution.
fn temptation(params: &CommonsParams) -> f64 {
    params.cost * (1.0 - params.multiplier / f64::from(params.group))
}

/// The chance that so many safeguards all fail: for one common reason, or
/// each for its own.
fn all_fail(params: &CommonsParams, layers: u32, correlation: f64) -> f64 {
    (1.0 - correlation) * pow(params.failure, f64::from(layers)) + correlation * params.failure
}

impl Pull {
    /// How fast the log-odds move at a share of cooperators.
    fn at(self, share: f64) -> f64 {
        self.base + self.slope * share
    }

    /// The share of cooperators above which cooperation grows; may lie below
    /// 0 or above 1. `None` if the pull does not depend on the share.
    fn threshold(self) -> Option<f64> {
        (self.slope > NEARLY_ZERO).then(|| (0.0 - self.base) / self.slope)
    }

    /// The sign of the change from a share of cooperators.
    fn direction(self, share: f64) -> f64 {
        let pull = self.at(share);
        if pull.abs() < NEARLY_ZERO { 0.0 } else { pull.signum() }
    }
}

/// The pasture in the course of time: `x' = x (1 - x) (base + slope x)`.
///
/// Followed in log-odds z and pull u, where `z' = u` and `u' = slope x (1-x) u`.
/// Both are products, so small shares and a start near the threshold keep
/// their digits. Solved by power series in time: each holds to the last digit
/// as far as its final terms say, then the next begins.
struct Pasture {
    slope: f64,
    /// Where the present series begins, and how far it reaches.
    time: f64,
    reach: f64,
    log_odds: [f64; ORDER + 1],
    pull: [f64; ORDER],
}

/// Terms of a series.
const ORDER: usize = 20;

impl Pasture {
    fn new(pull: Pull, start: f64) -> Self {
        let mut log_odds = [0.0; ORDER + 1];
        log_odds[0] = logit(start);
        let mut at_start = [0.0; ORDER];
        // The threshold repels: a start on it must not be moved by rounding.
        at_start[0] = if pull.direction(start) == 0.0 { 0.0 } else { pull.at(start) };
        let mut pasture = Self { slope: pull.slope, time: 0.0, reach: 0.0, log_odds, pull: at_start };
        pasture.expand();
        pasture
    }

    /// The share of cooperators at a time not before the last one asked for.
    fn share_at(&mut self, time: f64) -> f64 {
        while time > self.time + self.reach {
            self.log_odds[0] = sum(&self.log_odds, self.reach);
            self.pull[0] = sum(&self.pull, self.reach);
            self.time += self.reach;
            self.expand();
        }
        sigma(sum(&self.log_odds, time - self.time))
    }

    /// Fills the series from its first terms.
    fn expand(&mut self) {
        let (mut cooperators, mut defectors) = ([0.0; ORDER], [0.0; ORDER]);
        let mut variance = [0.0; ORDER];
        cooperators[0] = sigma(self.log_odds[0]);
        defectors[0] = sigma(-self.log_odds[0]);
        for k in 0..ORDER {
            let next = (k + 1) as f64;
            self.log_odds[k + 1] = self.pull[k] / next;
            variance[k] = (0..=k).map(|i| cooperators[i] * defectors[k - i]).sum();
            if k + 1 < ORDER {
                let gain = (0..=k).map(|i| variance[i] * self.pull[k - i]).sum::<f64>() / next;
                cooperators[k + 1] = gain;
                defectors[k + 1] = -gain;
                self.pull[k + 1] = self.slope * gain;
            }
        }
        // Where the last two terms (one may vanish by chance) are below rounding.
        let reach = |k: usize| {
            let size = (self.pull[k] / self.pull[0]).abs();
            if size > 0.0 { pow(1e-16 / size, 1.0 / k as f64) } else { f64::INFINITY }
        };
        self.reach = reach(ORDER - 1).min(reach(ORDER - 2));
    }
}

/// The sum of a power series.
fn sum(terms: &[f64], time: f64) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum * time + term)
}

/// A share of the members in words.
fn in_words(share: f64) -> String {
    if share < 1e-4 {
        "almost none".to_owned()
    } else if share > 1.0 - 1e-4 {
        "almost all".to_owned()
    } else {
        percent(share)
    }
}

fn share(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("time", "Generations", 0.0, f64::from(params.time));
    let line = |id, label, role, start| {
        let mut pasture = Pasture::new(outcome.pull, start);
        let points = x.samples().map(|time| [time, pasture.share_at(time)]).collect();
        Mark::Line(Series { id, label, role, points })
    };
    let marks = vec![
        line("from_10", "", Role::Third, 0.1),
        line("from_30", "", Role::Third, 0.3),
        line("from_50", "", Role::Third, 0.5),
        line("from_70", "", Role::Third, 0.7),
        line("from_90", "", Role::Third, 0.9),
        line("yours", "your pasture", Role::Yours, params.start),
    ];
    let (start, end) = (in_words(params.start), in_words(outcome.end_share));
    let what = if start == end {
        format!("Cooperation stays where it is, at {start} of the members")
    } else if outcome.end_share > params.start {
        format!("Cooperation grows, from {start} to {end} of the members")
    } else {
        format!("Cooperation falls, from {start} to {end} of the members")
    };
    Plot {
        caption: format!("{what}. The grey lines start from 10, 30, 50, 70 and 90\u{a0}%."),
        panels: vec![Panel { x: None, y: Axis::percent("share", "Members who cooperate", 0.0, 1.0), marks }],
        x,
    }
}

fn threshold(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("guilt", "Conscience: what defecting costs inside", 0.0, 5.0);
    let line = Series::sampled("threshold", "needed", Role::Yours, &x, |guilt| {
        let base = outcome.pull.base + (guilt - params.guilt);
        Pull { base, ..outcome.pull }.threshold().map_or(f64::NAN, |share| share.clamp(0.0, 1.0))
    });
    let caption = match outcome.pull.threshold() {
        None => "With neither fines nor a price of punishing there is no tipping point: it does not matter how many \
                 cooperate."
            .to_owned(),
        Some(share) if share <= 0.0 => "Conscience and gain outweigh the temptation even if nobody else cooperates: \
             cooperation grows from any start."
            .to_owned(),
        Some(share) if share >= 1.0 => {
            "No start is good enough: even if nearly everybody cooperates, defecting pays.".to_owned()
        }
        Some(share) => format!(
            "Cooperation grows only above a share of {}; this pasture starts with {}. A stronger conscience needs \
             fewer.",
            percent(share),
            percent(params.start),
        ),
    };
    Plot {
        caption,
        panels: vec![Panel {
            x: None,
            y: Axis::percent("threshold", "Cooperators needed", 0.0, 1.0),
            marks: vec![
                Mark::Rule(Rule { at: RuleAt::X(params.guilt), label: "your conscience".to_owned() }),
                Mark::Rule(Rule { at: RuleAt::Y(params.start), label: "your start".to_owned() }),
                Mark::Line(line),
            ],
        }],
        x,
    }
}

fn layers(params: &CommonsParams, outcome: &Outcome) -> Plot {
    let line = |id, label, role, correlation| {
        let points =
            (1..=10).map(|layers| [f64::from(layers), all_fail(params, layers, correlation)]).collect();
        Mark::Line(Series { id, label, role, points })
    };
    let (each, all) = (percent(params.failure), percent(outcome.all_fail));
    let apart = percent(all_fail(params, params.layers, 0.0));
    let caption = if params.layers == 1 {
        format!("One safeguard fails with probability {each}.")
    } else if all == apart {
        format!("One safeguard fails with probability {each}, all of yours with probability {all}.")
    } else {
        format!(
            "One safeguard fails with probability {each}, all of yours with probability {all}. If they shared no \
             weakness, it would be {apart}."
        )
    };
    Plot {
        caption,
        x: Axis::new("layers", "Safeguards", 1.0, 10.0),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("all_fail", "Chance that all fail", 0.0, params.failure),
            marks: vec![
                Mark::Rule(Rule { at: RuleAt::X(f64::from(params.layers)), label: "yours".to_owned() }),
                line("independent", "independent", Role::First, 0.0),
                line("yours", "yours", Role::Yours, params.correlation),
            ],
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::super::legal::{check_figures, defaults, figures, legal, near, preset};
    use super::*;

    #[test]
    fn every_figure_is_drawn_and_told_in_words() {
        for params in legal(400) {
            check_figures::<Commons>(&params);
        }
    }

    /// `x' = x (1 - x) (base + slope x)` in the time variable of a share:
    /// the separable closed form, where neither of its denominators vanishes.
    #[test]
    fn the_solution_satisfies_the_closed_form() {
        for params in legal::<CommonsParams>(400) {
            let outcome = Commons::simulate(&params);
            let Pull { base, slope } = outcome.pull;
            let full = base + slope;
            let mut pasture = Pasture::new(outcome.pull, params.start);
            for time in [0.1, 1.0, 5.0] {
                let now = pasture.share_at(time);
                let tame = base.abs().min(full.abs()) > 0.1 && outcome.pull.at(params.start).abs() > 1e-3;
                if !tame || !(1e-6..=1.0 - 1e-6).contains(&now) {
                    continue;
                }
                let part = |share: f64| {
                    libm::log(share) / base
                        - libm::log1p(-share) / full
                        - slope / (base * full) * libm::log((base + slope * share).abs())
                };
                near(part(now) - part(params.start), time, 1e-7 * (1.0 + time));
            }
        }
    }

    #[test]
    fn without_slope_the_odds_grow_evenly() {
        let pull = Pull { base: 0.3, slope: 0.0 };
        near(Pasture::new(pull, 0.2).share_at(7.0), sigma(logit(0.2) + 2.1), 1e-14);
        near(Pasture::new(pull, 0.2).share_at(1e5), 1.0, 0.0);
    }

    #[test]
    fn the_threshold_divides_growth_from_decay() {
        for params in legal::<CommonsParams>(400) {
            let outcome = Commons::simulate(&params);
            let change = outcome.end_share - params.start;
            assert!(change * outcome.pull.direction(params.start) >= 0.0, "{params:?}");
            if let Some(threshold) = outcome.pull.threshold() {
                let side = params.start - threshold;
                assert!(side.abs() < 1e-9 || change * side >= 0.0, "{params:?}");
            }
        }
    }

    #[test]
    fn a_start_on_the_threshold_stays() {
        // A = -0.35 and B = 0.7, but for rounding.
        let params = CommonsParams { guilt: 0.45, time: 500, ..defaults() };
        near(Commons::simulate(&params).pull.threshold().unwrap(), 0.5, 1e-12);
        near(Commons::simulate(&params).end_share, 0.5, 1e-12);
    }

    #[test]
    fn more_layers_never_fail_more_and_correlation_never_helps() {
        for params in legal::<CommonsParams>(400) {
            let now = all_fail(&params, params.layers, params.correlation);
            assert!(all_fail(&params, params.layers + 1, params.correlation) <= now + 1e-15);
            assert!(all_fail(&params, params.layers, 0.0) <= now + 1e-15);
            assert!(now <= params.failure + 1e-15);
        }
    }

    #[test]
    fn thresholds_have_their_known_values() {
        for (guilt, threshold) in [(0.0, 1.143), (0.2, 0.857), (0.5, 0.429), (0.8, 0.0)] {
            let params = CommonsParams { guilt, ..defaults() };
            near(Commons::simulate(&params).pull.threshold().unwrap(), threshold, 5e-4);
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| Commons::simulate(&preset::<Commons>(id));
        assert!(run("fines-only").end_share < 0.01 && run("tragedy").end_share < 0.01);
        let from_anywhere = |id| run(id).pull.threshold().is_some_and(|share| share <= 0.0);
        assert!(from_anywhere("conscience") && from_anywhere("self-interest"));
        near(run("correlated-safeguards").all_fail, 1.0 / 6.0, 4e-3);
        let selfish = preset::<Commons>("self-interest");
        assert!(selfish.multiplier > f64::from(selfish.group) && selfish.guilt == 0.0);
    }

    #[test]
    fn captions_say_what_is_so() {
        for params in legal::<CommonsParams>(400) {
            let outcome = Commons::simulate(&params);
            let figures = figures::<Commons>(&params);
            let [share, threshold, _] = &figures[..] else { panic!("three figures") };
            assert!(!share.caption.contains("grows,") || outcome.end_share > params.start, "{}", share.caption);
            assert!(!share.caption.contains("falls,") || outcome.end_share < params.start, "{}", share.caption);
            let needed = outcome.pull.threshold();
            assert_eq!(threshold.caption.contains("from any start"), needed.is_some_and(|share| share <= 0.0));
            assert_eq!(threshold.caption.contains("No start"), needed.is_some_and(|share| share >= 1.0));
        }
    }
}
