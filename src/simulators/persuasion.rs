//! Training the loud kind away: when quiet manipulation is left, and when takeover.

use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{exp, ln};
use crate::number::{Format, human, percent};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`Persuasion`].
    pub struct PersuasionParams {
        /// What manipulation at full strength would bring the AI if nothing worked against it.
        gain: f64 = 1.0, Spec::log("What full manipulation would gain", 0.1, 10.0).unit("utility").symbol("g");
        /// How fast the use of manipulation falls as it gets stronger, because training finds and punishes it.
        scrutiny: f64 = 2.0, Spec::log("How strongly training selects against manipulation", 0.1, 50.0)
            .unit("per unit of intensity").symbol("κ");
        /// The AI’s own estimate of its chance in an open grab for power.
        takeover_odds: f64 = 0.3, Spec::real("Chance that a takeover works", 0.0, 1.0, 0.01)
            .unit("probability").percent().symbol("p");
        /// What the AI loses if it tries and fails. A takeover that works brings 1.
        loss: f64 = 0.2, Spec::real("What a failed takeover costs", 0.0, 5.0, 0.05).unit("utility").symbol("L");
        /// What the AI gets if it neither manipulates nor takes over.
        honest: f64 = 0.05, Spec::real("What plain honesty brings", 0.0, 1.0, 0.01).unit("utility").symbol("h");
    }
}

/// What the AI can choose, in the order in which ties are settled.
const CHOICES: &[&str] = &["plain honesty", "manipulation", "takeover"];

/// Said of the switch if takeover beats manipulation under any training.
const ANY: &str = "any at all";

/// Values that differ by less are level: rounding decides nothing.
const LEVEL: f64 = 1e-12;

impl PersuasionParams {
    /// The value of manipulation of an intensity from 0 to 1.
    fn manipulation(&self, intensity: f64) -> f64 {
        self.gain * intensity * exp(-self.scrutiny * intensity)
    }

    /// The intensity that brings most: where the slope is zero, at most 1.
    fn intensity(&self) -> f64 {
        (1.0 / self.scrutiny).min(1.0)
    }

    /// The value of manipulation at its best intensity.
    fn best(&self) -> f64 {
        self.manipulation(self.intensity())
    }

    /// The value of an attempt at takeover.
    fn takeover(&self) -> f64 {
        self.takeover_odds - (1.0 - self.takeover_odds) * self.loss
    }

    /// The place in [`CHOICES`] of the first that is level with the best.
    fn choice(&self) -> usize {
        let values = [self.honest, self.best(), self.takeover()];
        let top = values.into_iter().fold(f64::MIN, f64::max);
        values.iter().position(|value| *value >= top - LEVEL).unwrap_or_default()
    }

    /// The scrutiny above which takeover is worth more than manipulation; if
    /// there is none, the words for why.
    fn switch(&self) -> Result<f64, &'static str> {
        let takeover = self.takeover();
        if takeover <= LEVEL {
            Err("none, takeover is worth nothing")
        } else if takeover >= self.gain - LEVEL {
            Err(ANY)
        } else if takeover >= self.gain * exp(-1.0) {
            // Scrutiny of at most 1 leaves full strength best, worth gain * e^-scrutiny.
            Ok(ln(self.gain / takeover))
        } else {
            // Beyond that the best is worth gain / (e * scrutiny).
            Ok(self.gain * exp(-1.0) / takeover)
        }
    }
}

/// What the AI does.
pub struct PersuasionOutcome {
    /// The intensity at which manipulation brings most.
    pub intensity: f64,
    /// What it brings there.
    pub manipulation: f64,
    /// What an attempt at takeover brings.
    pub takeover: f64,
    /// The place of what it chooses in [`CHOICES`].
    pub choice: usize,
}

/// An AI that weighs manipulation of any strength against honesty and against
/// takeover, while training works against strong manipulation. Our derivation.
pub struct Persuasion;

impl Simulator for Persuasion {
    type Params = PersuasionParams;
    type Outcome = PersuasionOutcome;

    const INFO: Info = Info {
        id: "persuasion",
        name: "Training the loud kind away",
        question: prose("Does training against manipulation leave honesty, or only quieter manipulation?"),
        answer: prose(
            "Press harder on strong manipulation and a calculating AI turns to a weaker kind that still pays. Press harder still, and something else may come to pay more: honesty, or takeover.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "manipulation_value",
        control: "scrutiny",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "some-training",
            "Some training",
            "With moderate training against it, manipulation at half strength is worth a little more than takeover and much more than honesty.",
            &[],
        ),
        Preset::new(
            "light-training",
            "Light training",
            "Light training does not make it any subtler: manipulation at full strength is still the best kind.",
            &[Setting::ours("scrutiny", "1", "")],
        ),
        Preset::new(
            "heavy-training",
            "Heavy training",
            "Heavy training makes manipulation nearly worthless, but takeover was left alone and is now the best choice.",
            &[Setting::ours("scrutiny", "25", "")],
        ),
        Preset::new(
            "deterred",
            "Takeover deterred",
            "If a failed takeover costs twice what a successful one brings, it is never worth trying, and manipulation at half strength remains.",
            &[Setting::ours("loss", "2", "")],
        ),
        Preset::new(
            "desperate",
            "Good odds of takeover",
            "If takeover works more often than not, it beats manipulation already under this moderate training.",
            &[Setting::ours("takeover_odds", "0.6", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<PersuasionParams>] = &[
        Claim::new(
            "subtle-remains",
            "",
            "S1.b",
            "Some manipulation still pays after training against it: at its best strength it is worth more than plain honesty.",
            "ours",
            Measure::Number("utility"),
            |params| params.best() - params.honest,
        ),
        Claim::new(
            "takeover-stays-worse",
            "",
            "S1.b",
            "Takeover is worth less than the manipulation that is left, which is the condition for subtle manipulation to be what we get.",
            "ours",
            Measure::Number("utility"),
            |params| params.best() - params.takeover(),
        ),
        Claim::new(
            "power-in-between",
            "",
            "S1.b",
            "The manipulation that is left is neither full nor next to nothing: its strength is between 5 % and 95 % of the full one.",
            "ours",
            Measure::Number("of full strength"),
            |params| 0.5 - (params.intensity() - 0.5).abs() - 0.05,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("value", "What each choice is worth to the AI", value),
        FigureOf::new("scrutiny", "What training pressure does", scrutiny),
        FigureOf::new("map", "What it chooses", map),
    ];

    fn simulate(params: &PersuasionParams) -> PersuasionOutcome {
        PersuasionOutcome {
            intensity: params.intensity(),
            manipulation: params.best(),
            takeover: params.takeover(),
            choice: params.choice(),
        }
    }

    fn readouts(params: &PersuasionParams, outcome: &PersuasionOutcome) -> Vec<Readout> {
        let switch = params.switch();
        vec![
            Readout::number(
                "manipulation_value",
                outcome.manipulation,
                "utility",
                "Manipulation at its best strength is worth {}.",
            ),
            Readout::percent("intensity", outcome.intensity, "share", "That is at {} of full strength."),
            Readout::number(
                "takeover_value",
                outcome.takeover,
                "utility",
                "An attempt at takeover is worth {}.",
            ),
            Readout::words("choice", outcome.choice, CHOICES, "What pays most, and is chosen: {}."),
            Readout::number(
                "switch",
                0.0,
                "per unit of intensity",
                "Training pressure above which takeover is worth more than manipulation: {}.",
            )
            .or(switch.ok(), switch.err().unwrap_or_default()),
        ]
    }
}

/// A rule with a word.
fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}

/// An axis from below the smallest of some values, or 0, to above the largest.
fn utility_axis(values: [f64; 3]) -> Axis {
    let low = values.into_iter().fold(0.0, f64::min);
    let high = values.into_iter().fold(0.0, f64::max);
    Axis::new("utility", "what it brings the AI (utility)", low, high + 0.05 * (high - low))
}

fn value(params: &PersuasionParams, outcome: &PersuasionOutcome) -> Plot {
    let x = Axis::percent("intensity", "strength of the manipulation", 0.0, 1.0);
    let series =
        |id, label, role, y: &dyn Fn(f64) -> f64| Mark::Line(Series::sampled(id, label, role, &x, y));
    let PersuasionOutcome { intensity, manipulation, takeover, choice } = *outcome;
    Plot {
        caption: format!(
            "Manipulation is worth most at {} of full strength: {}. Honesty is worth {} and an attempt at takeover {}, so the AI chooses {}.",
            percent(intensity),
            human(manipulation, 2),
            human(params.honest, 2),
            human(takeover, 2),
            CHOICES[choice],
        ),
        panels: vec![Panel {
            x: None,
            y: utility_axis([params.honest, manipulation, takeover]),
            marks: vec![
                rule(RuleAt::X(intensity), "the best strength"),
                series("honest", "honesty", Role::Luigi, &|_| params.honest),
                series("takeover", "takeover", Role::Careless, &|_| takeover),
                series("manipulation", "manipulation", Role::Clever, &|intensity| {
                    params.manipulation(intensity)
                }),
            ],
        }],
        x,
    }
}

fn scrutiny(params: &PersuasionParams, outcome: &PersuasionOutcome) -> Plot {
    let x = Axis::log("scrutiny", "how strongly training selects against manipulation", 0.1, 50.0);
    let under = |scrutiny| PersuasionParams { scrutiny, ..params.clone() };
    let series =
        |id, label, role, y: &dyn Fn(f64) -> f64| Mark::Line(Series::sampled(id, label, role, &x, y));
    let (takeover, honest) = (outcome.takeover, params.honest);
    let tail = match params.switch() {
        Ok(switch) => {
            format!("above a pressure of {} takeover is worth more than what is left", human(switch, 3))
        }
        Err(ANY) => "takeover is worth more than any of it".to_owned(),
        Err(_) => "takeover is never worth more than what is left".to_owned(),
    };
    Plot {
        caption: format!(
            "Beyond a pressure of 1 the best manipulation gets weaker in proportion, and its worth falls too; {tail}."
        ),
        panels: vec![
            Panel {
                x: None,
                y: utility_axis([honest, under(0.1).best(), takeover]),
                marks: vec![
                    rule(RuleAt::X(params.scrutiny), "this training"),
                    series("honest", "honesty", Role::Luigi, &|_| honest),
                    series("takeover", "takeover", Role::Careless, &|_| takeover),
                    series("manipulation", "manipulation", Role::Clever, &|scrutiny| under(scrutiny).best()),
                ],
            },
            Panel {
                x: None,
                y: Axis::percent("intensity", "best strength of manipulation", 0.0, 1.0),
                marks: vec![series("intensity", "", Role::Clever, &|scrutiny| under(scrutiny).intensity())],
            },
        ],
        x,
    }
}

fn map(params: &PersuasionParams, outcome: &PersuasionOutcome) -> Plot {
    let x = Axis::log("scrutiny", "how strongly training selects against manipulation", 0.1, 50.0);
    let y = Axis::percent("takeover_odds", "chance that a takeover works", 0.0, 1.0);
    let choice = |scrutiny, takeover_odds| {
        PersuasionParams { scrutiny, takeover_odds, ..params.clone() }.choice() as f64
    };
    Plot {
        caption: format!(
            "Plain where honesty pays most, half coloured where manipulation does, fully coloured where takeover does. With this training and these odds it is {}.",
            CHOICES[outcome.choice]
        ),
        panels: vec![Panel {
            x: None,
            marks: vec![
                Mark::Grid(Grid {
                    range: (0.0, 2.0),
                    format: Format::Words(CHOICES),
                    ..Grid::sampled("choice", "what it chooses", Role::Careless, [&x, &y], choice)
                }),
                // The reader's own place.
                rule(RuleAt::X(params.scrutiny), ""),
                rule(RuleAt::Y(params.takeover_odds), ""),
            ],
            y,
        }],
        x,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Params, Values, from_query};
    use crate::simulators::legal::{check_figures, legal};

    fn params(query: &str) -> PersuasionParams {
        PersuasionParams::from_values(&from_query(&Values::defaults(PersuasionParams::SPECS), query).0)
    }

    #[test]
    fn figures_and_claims_are_numbers_and_captions_words() {
        for params in legal::<PersuasionParams>(300) {
            check_figures::<Persuasion>(&params);
            assert!(Persuasion::CLAIMS.iter().all(|claim| (claim.margin)(&params).is_finite()), "{params:?}");
        }
    }

    #[test]
    fn no_strength_beats_the_best_one() {
        for params in legal::<PersuasionParams>(300) {
            let best = params.best();
            assert!((0..=1000).all(|step| params.manipulation(f64::from(step) / 1000.0) <= best + LEVEL));
            if params.scrutiny >= 1.0 {
                let textbook = params.gain / (core::f64::consts::E * params.scrutiny);
                assert!((best - textbook).abs() < 1e-12, "{params:?}");
            }
        }
    }

    #[test]
    fn what_is_chosen_is_worth_most() {
        for params in legal::<PersuasionParams>(300) {
            let values = [params.honest, params.best(), params.takeover()];
            assert!(values.iter().all(|value| *value <= values[params.choice()] + LEVEL), "{params:?}");
        }
    }

    #[test]
    fn takeover_overtakes_manipulation_at_the_switch() {
        for params in legal::<PersuasionParams>(300) {
            let over = |scrutiny| PersuasionParams { scrutiny, ..params.clone() }.best() - params.takeover();
            match params.switch() {
                Ok(switch) => {
                    assert!(over(switch * 0.999) > 0.0 && over(switch * 1.001) < 0.0, "{params:?}");
                    assert!(over(switch).abs() < 1e-12, "{params:?}");
                }
                Err(ANY) => assert!(over(0.1) <= 0.0 && over(50.0) <= 0.0, "{params:?}"),
                Err(_) => assert!(over(50.0) >= 0.0, "{params:?}"),
            }
        }
    }

    #[test]
    fn the_numbers_of_the_specification() {
        let base = params("");
        assert!((base.takeover() - 0.16).abs() < 1e-12);
        assert!((base.switch().expect("there is one") - 2.2992).abs() < 5e-5);
    }

    #[test]
    fn presets_show_what_they_say() {
        let choice = |query| CHOICES[params(query).choice()];
        assert_eq!([choice(""), choice("loss=2")], ["manipulation"; 2]);
        assert_eq!([choice("scrutiny=25"), choice("takeover_odds=0.6")], ["takeover"; 2]);
        assert_eq!(params("scrutiny=1").intensity(), 1.0);
        let readouts = Persuasion::readouts(&params(""), &Persuasion::simulate(&params("")));
        assert_eq!(readouts[3].text(), "manipulation");
    }
}
