//! Legible and illegible problems: where effort lowers the risk at deployment.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::exp;
use crate::number::{human, percent, with_unit};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`Legibility`].
    pub struct LegibilityParams {
        /// How much of all work goes to problems that everyone can see. The rest goes to the others.
        effort: f64 = 0.5, Spec::real("Share of effort on legible problems", 0.01, 0.99, 0.01)
            .unit("share").percent().symbol("x");
        /// 0 if deployment comes as soon as it is possible, 100 % if it waits until all legible problems are solved.
        gating: f64 = 0.1, Spec::real("How far unsolved legible problems hold deployment back", 0.0, 1.0, 0.01)
            .unit("share").percent().symbol("γ");
        /// The time until an AI is able enough to be deployed, ready or not.
        capability_time: f64 = 10.0, Spec::real("When deployment is technically possible", 1.0, 50.0, 0.5)
            .unit("years").symbol("T");
        /// How long the legible problems would take if all effort went to them.
        legible_work: f64 = 8.0, Spec::real("Work that the legible problems take", 1.0, 50.0, 0.5)
            .unit("years of full effort").symbol("W");
        /// The part of the illegible risk that a year of all effort would remove.
        illegible_rate: f64 = 0.08, Spec::log("How fast full effort wears the illegible risk down", 0.001, 1.0)
            .unit("per year").symbol("λ");
        /// How likely the legible problems lead to disaster if none of them is solved.
        legible_risk: f64 = 0.3, Spec::real("Risk from legible problems if unsolved", 0.0, 1.0, 0.01)
            .unit("probability").percent().symbol("R₁");
        /// How likely the illegible problems lead to disaster if nobody works on them.
        illegible_risk: f64 = 0.4, Spec::real("Risk from illegible problems if untouched", 0.0, 1.0, 0.01)
            .unit("probability").percent().symbol("R₂");
        /// Illegible problems become visible as deployment comes near. 0 if a year of work is worth the same at any time, 1 if twice as much at the end.
        ripening: f64 = 0.0, Spec::real("How much more a year of work achieves near deployment, when problems can be seen", 0.0, 5.0, 0.1)
            .unit("times").symbol("ρ");
    }
}

impl LegibilityParams {
    /// With another share of effort on legible problems.
    fn with_effort(&self, effort: f64) -> Self {
        Self { effort, ..self.clone() }
    }

    /// With deployment that waits otherwise.
    fn with_gating(&self, gating: f64) -> Self {
        Self { gating, ..self.clone() }
    }

    /// How long deployment waits for legible problems, in years.
    fn delay(&self) -> f64 {
        self.gating * (self.legible_work / self.effort - self.capability_time).max(0.0)
    }

    fn deployment_time(&self) -> f64 {
        self.capability_time + self.delay()
    }

    /// What is left of the legible risk at deployment.
    fn legible_left(&self) -> f64 {
        // The part that is missing when deployment is possible, less what waiting
        // adds: 1 - effort * deployment_time / legible_work, without its rounding.
        let missing = (1.0 - self.effort * self.capability_time / self.legible_work).max(0.0);
        self.legible_risk * (1.0 - self.gating) * missing
    }

    /// What is left of the illegible risk if a year of work achieves so many
    /// times what it does far from deployment.
    fn illegible_left(&self, worth: f64) -> f64 {
        let years = (1.0 - self.effort) * self.deployment_time();
        self.illegible_risk * exp(-self.illegible_rate * worth * years)
    }

    /// The risk at deployment if work on illegible problems has that worth:
    /// one minus the chance that neither kind leads to disaster.
    fn risk_at(&self, worth: f64) -> f64 {
        let (legible, illegible) = (self.legible_left(), self.illegible_left(worth));
        legible + illegible - legible * illegible
    }

    /// The risk at deployment with the same work in every year.
    fn risk(&self) -> f64 {
        self.risk_at(self.even_worth())
    }

    /// The worth of a year's work, averaged over the time, if it rises evenly.
    fn even_worth(&self) -> f64 {
        1.0 + self.ripening / 2.0
    }

    /// How the risk changes if ten percentage points of effort move to
    /// legible problems, five from either side of the present share.
    fn shift(&self) -> f64 {
        let more = self.with_effort((self.effort + 0.05).min(0.99));
        let less = self.with_effort((self.effort - 0.05).max(0.01));
        more.risk() - less.risk()
    }
}

/// What is left at deployment.
pub struct LegibilityOutcome {
    /// Risk of disaster from either kind of problem.
    pub risk: f64,
    /// When deployment comes, in years.
    pub deployment_time: f64,
    /// What is left of the risk from legible problems.
    pub legible_left: f64,
    /// What is left of the risk from illegible problems.
    pub illegible_left: f64,
    /// How the risk changes if effort moves to legible problems.
    pub shift: f64,
}

/// Two kinds of problems share one budget of work, and the legible kind may
/// hold deployment back. Our derivation.
pub struct Legibility;

impl Simulator for Legibility {
    type Params = LegibilityParams;
    type Outcome = LegibilityOutcome;

    const INFO: Info = Info {
        id: "legibility",
        name: "Work on the problems that everyone can see?",
        question: prose("Does solving the problems that everyone can see make AI safer?"),
        answer: prose(
            "If solving visible problems lets deployment start sooner, it takes time away from the invisible ones. If deployment does not wait for them anyway, it is plain progress. One number decides.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "risk",
        control: "gating",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "they-hardly-gate",
            "They hardly gate",
            "Deployment waits for a tenth of what is missing; moving effort to legible problems then changes the risk very little.",
            &[],
        ),
        Preset::new(
            "they-do-not-gate",
            "They do not gate",
            "Deployment comes on time whatever is solved, and moving effort to legible problems lowers the risk.",
            &[Setting::ours("gating", "0", "")],
        ),
        Preset::new(
            "they-gate",
            "They gate fully",
            "Deployment waits until the legible problems are solved, so solving them faster leaves less time for the others, and the risk rises.",
            &[Setting::ours("gating", "1", "")],
        ),
        Preset::new(
            "ripening-problems",
            "Ripening problems",
            "Work close to deployment achieves several times as much as early work, because the problems have become visible.",
            &[Setting::ours("ripening", "3", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<LegibilityParams>] = &[
        Claim::new(
            "legible-work-helps",
            "",
            "S1.l",
            "Moving effort to legible problems lowers the risk, if the share of effort goes from five percentage points below yours to five above.",
            "ours",
            Measure::Share,
            |params| -params.shift(),
        ),
        Claim::new(
            "not-gating",
            "",
            "S1.l",
            "Legible problems do not slow deployment much: it waits less than a year for them.",
            "ours",
            Measure::Number("years"),
            |params| 1.0 - params.delay(),
        ),
        Claim::new(
            "best-when-legible",
            "",
            "S1.l",
            "Work counts most when problems have become legible: the same work on illegible problems leaves at least one percentage point less risk in the second half of the time than in the first.",
            "ours",
            Measure::Share,
            |params| {
                // The mean worth of a year in the first half, and in the second.
                let [early, late] = [0.25, 0.75].map(|middle| params.risk_at(1.0 + middle * params.ripening));
                early - late - 0.01
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("risk", "Risk at deployment, by where the effort goes", risk),
        FigureOf::new("gating", "What moving effort to legible problems does", gating),
    ];

    fn simulate(params: &LegibilityParams) -> LegibilityOutcome {
        LegibilityOutcome {
            risk: params.risk(),
            deployment_time: params.deployment_time(),
            legible_left: params.legible_left(),
            illegible_left: params.illegible_left(params.even_worth()),
            shift: params.shift(),
        }
    }

    fn readouts(_: &LegibilityParams, outcome: &LegibilityOutcome) -> Vec<Readout> {
        vec![
            Readout::percent("risk", outcome.risk, "probability", "Risk when the AI is deployed: {}."),
            Readout::number(
                "deployment_time",
                outcome.deployment_time,
                "years",
                "Deployment comes after {}.",
            ),
            Readout::percent(
                "legible_left",
                outcome.legible_left,
                "probability",
                "Risk then left from legible problems: {}.",
            ),
            Readout::percent(
                "illegible_left",
                outcome.illegible_left,
                "probability",
                "Risk then left from illegible problems: {}.",
            ),
            Readout::percent(
                "shift",
                outcome.shift,
                "probability",
                "Added risk if up to a tenth of all effort moves to legible problems (below 0 % the risk falls): {}.",
            ),
        ]
    }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}

/// What a change of risk is, in words: `raises the risk by 3 percentage points`.
fn change(shift: f64) -> String {
    let points = with_unit(&human(100.0 * shift.abs(), 2), "percentage points");
    if shift.abs() < 5e-6 {
        "hardly changes the risk".to_owned()
    } else if shift > 0.0 {
        format!("raises the risk by {points}")
    } else {
        format!("lowers the risk by {points}")
    }
}

fn risk(params: &LegibilityParams, outcome: &LegibilityOutcome) -> Plot {
    let x = Axis::percent("effort", "share of effort on legible problems", 0.01, 0.99);
    let series = |id, label, role, gating| {
        let params = params.with_gating(gating);
        Mark::Line(Series::sampled(id, label, role, &x, |effort| params.with_effort(effort).risk()))
    };
    // If nothing at all were solved.
    let top = params.legible_risk + params.illegible_risk - params.legible_risk * params.illegible_risk;
    Plot {
        caption: format!(
            "With {} of the effort on legible problems a disaster at deployment has a chance of {}; moving up to a tenth of all effort to them {}. If deployment did not wait for them at all the risk would be {}, and if it waited for all of them {}.",
            percent(params.effort),
            percent(outcome.risk),
            change(outcome.shift),
            percent(params.with_gating(0.0).risk()),
            percent(params.with_gating(1.0).risk()),
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("risk", "risk at deployment", 0.0, top),
            marks: vec![
                rule(RuleAt::X(params.effort), "this share"),
                series("no_gating", "no waiting", Role::First, 0.0),
                series("full_gating", "full waiting", Role::Second, 1.0),
                series("risk", "yours", Role::Yours, params.gating),
            ],
        }],
        x,
    }
}

fn gating(params: &LegibilityParams, outcome: &LegibilityOutcome) -> Plot {
    let x = Axis::percent("gating", "how far deployment waits for legible problems", 0.0, 1.0);
    let shift = Series::sampled("shift", "change of risk", Role::Yours, &x, |gating| {
        params.with_gating(gating).shift()
    });
    let low = shift.points.iter().fold(0.0_f64, |low, point| low.min(point[1]));
    let high = shift.points.iter().fold(0.0_f64, |high, point| high.max(point[1]));
    let room = (0.1 * (high - low)).max(0.001);
    Plot {
        caption: format!(
            "Below the level line such a move makes things safer, above it riskier. With this much waiting, moving up to a tenth of all effort {}.",
            change(outcome.shift)
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("shift", "change of the risk, in percentage points", low - room, high + room),
            marks: vec![
                rule(RuleAt::Y(0.0), "no change"),
                rule(RuleAt::X(params.gating), "this much waiting"),
                Mark::Line(shift),
            ],
        }],
        x,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Params, Values, from_query};
    use crate::simulators::legal::{check_figures, legal};

    fn params(query: &str) -> LegibilityParams {
        LegibilityParams::from_values(&from_query(&Values::defaults(LegibilityParams::SPECS), query).0)
    }

    #[test]
    fn risks_are_probabilities_and_captions_are_words() {
        for params in legal::<LegibilityParams>(300) {
            let outcome = Legibility::simulate(&params);
            let LegibilityOutcome { risk, legible_left, illegible_left, .. } = outcome;
            assert!((0.0..=1.0 + 1e-12).contains(&risk), "{params:?}");
            assert!(risk >= legible_left.max(illegible_left) - 1e-12, "{params:?}");
            assert!(outcome.deployment_time >= params.capability_time && outcome.deployment_time < 5001.0);
            check_figures::<Legibility>(&params);
            assert!(Legibility::CLAIMS.iter().all(|claim| (claim.margin)(&params).is_finite()), "{params:?}");
        }
    }

    #[test]
    fn waiting_never_raises_the_risk() {
        for params in legal::<LegibilityParams>(300) {
            let risks = [0.0, 0.3, 1.0].map(|gating| params.with_gating(gating).risk());
            assert!(risks[0] + 1e-12 >= risks[1] && risks[1] + 1e-12 >= risks[2], "{params:?}: {risks:?}");
        }
    }

    #[test]
    fn full_waiting_solves_every_legible_problem() {
        for params in legal::<LegibilityParams>(300) {
            assert!(params.with_gating(1.0).legible_left() < 1e-12, "{params:?}");
        }
    }

    #[test]
    fn late_work_is_never_worth_less() {
        for params in legal::<LegibilityParams>(300) {
            let margin = (Legibility::CLAIMS[2].margin)(&params);
            assert!(margin >= -0.01 - 1e-12, "{params:?}");
        }
    }

    #[test]
    fn the_numbers_of_the_specification() {
        let risk = |gating, effort| params("").with_gating(gating).with_effort(effort).risk();
        for (gating, effort, expected) in
            [(0.0, 0.2, 0.388), (0.0, 0.8, 0.341), (1.0, 0.2, 0.031), (1.0, 0.8, 0.341)]
        {
            assert!((risk(gating, effort) - expected).abs() < 6e-4, "{gating}, {effort}");
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let shift = |query| params(query).shift();
        assert!(shift("").abs() < 0.01 && shift("gating=0") < 0.0 && shift("gating=1") > 0.0);
        // “As the page opens, that is at a small part of full waiting.”
        assert!(shift("gating=0.25") > 0.0);
        let ripe = params("ripening=3");
        assert!(ripe.risk_at(1.0 + 0.25 * 3.0) - ripe.risk_at(1.0 + 0.75 * 3.0) > 0.01);
    }
}
