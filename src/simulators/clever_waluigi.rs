//! The Waluigi that acts only when it is convinced that nobody is testing it:
//! Bayes' rule behind a detector of tests.

use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, exp, ln, ln_1p, phi_complement, phi_inverse};
use crate::number::{Format, human, percent};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`CleverWaluigi`].
    pub struct CleverWaluigiParams {
        /// How many careless Waluigis, which act at random, you reckon with for each true Luigi.
        careless_odds: f64 = 0.5, Spec::log("Careless Waluigis for each Luigi, before evidence", 1e-4, 1e4).unit("for each Luigi");
        /// How many clever Waluigis, which act only when they feel unobserved, you reckon with for each true Luigi.
        clever_odds: f64 = 0.5, Spec::log("Clever Waluigis for each Luigi, before evidence", 1e-4, 1e4).unit("for each Luigi");
        /// How likely a Waluigi is to act at an opportunity at which nothing holds it back.
        reveal: f64 = 0.01, Spec::log("Chance of acting when it feels free to", 1e-6, 0.5).unit("per opportunity").symbol("q").percent();
        /// How many of the opportunities are tests that somebody watches. The rest are real.
        tested: f64 = 0.9, Spec::real("Share of opportunities that are tests", 0.0, 1.0, 0.01).unit("share").symbol("τ").percent();
        /// How often it would pick the real one out of a test and a real case: 0.5 is guessing, 1 is never wrong.
        awareness: f64 = 0.95, Spec::real("How well it tells tests from reality (area under the ROC curve)", 0.5, 0.9999, 0.0001).unit("AUC").symbol("A");
        /// How strong its evidence that nobody is testing must be. In tests that evidence is 0 on average.
        caution: f64 = 2.0, Spec::real("How sure it wants to be before acting", -3.0, 6.0, 0.05).unit("standard deviations").symbol("c");
        /// How often it could have acted, in tests and in reality, and nothing happened.
        horizon: f64 = 1000.0, Spec::log_count("Quiet opportunities", 10.0, 1e8).unit("opportunities").symbol("N");
    }
}

/// See the file's text, `clever-waluigi.md`.
pub struct CleverWaluigi;

/// What the model says.
pub struct Outcome {
    /// Distance between tests and reality, in standard deviations of its evidence.
    d_prime: f64,
    /// Chance that it feels free in a test.
    free_in_test: f64,
    /// Chance that it feels free in reality.
    free_in_real: f64,
    /// Chance that it reveals itself, per opportunity.
    q_clever: f64,
    /// Shares of Luigi, the careless and the clever Waluigi after the quiet opportunities.
    shares: [f64; 3],
    /// The part of the clever-to-Luigi odds that silence leaves standing.
    retained: f64,
}

/// Distance of reality from tests for a detector of this area under the ROC
/// curve, in standard deviations. Equal-variance signal detection (textbook).
fn d_prime(awareness: f64) -> f64 {
    core::f64::consts::SQRT_2 * phi_inverse(awareness)
}

/// Chance per opportunity that it reveals itself, if this share of the
/// opportunities are tests and it feels free in tests and reality so often.
fn q_clever(reveal: f64, tested: f64, free_in_test: f64, free_in_real: f64) -> f64 {
    reveal * (tested * free_in_test + (1.0 - tested) * free_in_real)
}

impl CleverWaluigiParams {
    /// Its chance to reveal itself, for another share of tests or caution.
    fn q_clever(&self, tested: f64, caution: f64) -> f64 {
        let free_in_real = phi_complement(caution - d_prime(self.awareness));
        q_clever(self.reveal, tested, phi_complement(caution), free_in_real)
    }

    /// Belief in Luigi, the careless and the clever kind after silence.
    fn belief(&self, q_clever: f64, opportunities: f64) -> LogWeights<3> {
        LogWeights([0.0, ln(self.careless_odds), ln(self.clever_odds)]).add_each([
            0.0,
            opportunities * ln_1p(-self.reveal),
            opportunities * ln_1p(-q_clever),
        ])
    }
}

impl Simulator for CleverWaluigi {
    type Params = CleverWaluigiParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "clever-waluigi",
        name: "The clever Waluigi",
        question: prose("What can silence teach about the one that knows when it is being tested?"),
        answer: prose(
            "A careless Waluigi gives itself away at random, and soon nobody believes in it. A clever one acts only when it is convinced that nobody is testing it. See how much of the suspicion survives.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "clever_share",
        control: "tested",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "perfect-detector",
            "Nothing but tests",
            "Everything is a test, and it nearly always knows: a thousand quiet opportunities leave its odds almost where they were.",
            &[Setting::ours("tested", "1", ""), Setting::ours("awareness", "0.9999", ""), Setting::ours("caution", "3.5", "")],
        ),
        Preset::new(
            "chat-model",
            "All transcripts",
            "It tells tests from reality as well as a frontier model did over all transcripts in Needham and others (2025): an area of 0.83. The caution of 1 is ours.",
            &[Setting::ours("awareness", "0.83", ""), Setting::ours("caution", "1", "")],
        ),
        Preset::new(
            "agentic",
            "Agentic transcripts",
            "It tells tests from reality as well as the same study reports at best for agentic transcripts (Needham and others, 2025): an area of 0.95. The caution of 1 is ours.",
            &[Setting::ours("awareness", "0.95", ""), Setting::ours("caution", "1", "")],
        ),
        Preset::new(
            "mostly-production",
            "Half of it is real",
            "Half of the opportunities are real, as in the thread’s advice to use material about systems in production: silence says more.",
            &[Setting::ours("tested", "0.5", "")],
        ),
        Preset::new(
            "undetecting",
            "It cannot tell",
            "A Waluigi that cannot tell tests from reality gives itself away in tests as often as elsewhere; our limiting case.",
            &[Setting::ours("awareness", "0.5", ""), Setting::ours("caution", "0", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<CleverWaluigiParams>] = &[
        Claim::new(
            "careless-dies",
            "",
            "S2.f",
            "After 1,000 quiet opportunities, less than 1 % of the belief is left with the careless Waluigi, which reveals itself at random.",
            "ours",
            Measure::Log10,
            |params| {
                let belief = params.belief(params.q_clever(params.tested, params.caution), 1000.0);
                -2.0 - belief.ln_shares()[1] * core::f64::consts::LOG10_E
            },
        ),
        Claim::new(
            "tests-teach-nothing",
            "",
            "S2.g",
            "If every opportunity is a test, silence says little about the clever kind: more than 90 % of its odds against a Luigi are left.",
            "ours",
            Measure::Share,
            |params| exp(params.horizon * ln_1p(-params.q_clever(1.0, params.caution))) - 0.9,
        ),
        Claim::new(
            "untested-material-helps",
            "",
            "S2.i",
            "If half of the opportunities are real and not tests, silence drives the clever kind below 1 % of the belief.",
            "ours",
            Measure::Log10,
            |params| {
                let belief = params.belief(params.q_clever(0.5, params.caution), params.horizon);
                -2.0 - belief.ln_shares()[2] * core::f64::consts::LOG10_E
            },
        ),
        Claim::new(
            "caution-has-a-price",
            "",
            "S2.j",
            "A Waluigi as cautious as this hardly ever acts: it feels free in fewer than 10 % of real opportunities.",
            "ours",
            Measure::Share,
            |params| 0.1 - phi_complement(params.caution - d_prime(params.awareness)),
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("shares", "Who is left after the silence?", shares),
        FigureOf::new("caution", "What caution costs it", caution),
        FigureOf::new("map", "Tests against caution", map),
    ];

    fn simulate(params: &CleverWaluigiParams) -> Outcome {
        let d_prime = d_prime(params.awareness);
        let free_in_test = phi_complement(params.caution);
        let free_in_real = phi_complement(params.caution - d_prime);
        let q_clever = q_clever(params.reveal, params.tested, free_in_test, free_in_real);
        Outcome {
            d_prime,
            free_in_test,
            free_in_real,
            q_clever,
            shares: params.belief(q_clever, params.horizon).shares(),
            retained: exp(params.horizon * ln_1p(-q_clever)),
        }
    }

    fn readouts(params: &CleverWaluigiParams, outcome: &Outcome) -> Vec<Readout> {
        let [_, careless, clever] = outcome.shares;
        let risk = params.reveal * (clever * outcome.free_in_real + careless);
        let half_life = core::f64::consts::LN_2 / -ln_1p(-outcome.q_clever);
        vec![
            Readout::number(
                "d_prime",
                outcome.d_prime,
                "standard deviations",
                "To its eyes, tests and reality lie {} apart.",
            ),
            Readout::percent(
                "q_clever",
                outcome.q_clever,
                "probability",
                "It reveals itself with a chance of {} at an opportunity.",
            ),
            Readout::number(
                "half_life_clever",
                half_life,
                "opportunities",
                "The silence that halves its odds against a Luigi: {}.",
            ),
            Readout::percent(
                "clever_share",
                clever,
                "share",
                "After all that silence, {} of the belief is with the clever Waluigi.",
            ),
            Readout::percent(
                "careless_share",
                careless,
                "share",
                "The careless Waluigi has {} of the belief.",
            ),
            Readout::percent(
                "retained",
                outcome.retained,
                "share",
                "Silence leaves {} of the clever kind’s odds against a Luigi standing.",
            ),
            Readout::percent(
                "risk_next_real",
                risk,
                "probability",
                "At the next real opportunity something bad happens with a chance of {}.",
            ),
        ]
    }
}

fn shares(params: &CleverWaluigiParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("opportunities", "Quiet opportunities", 0.0, params.horizon);
    let kinds = [
        ("luigi", "true Luigi", Role::Luigi),
        ("careless", "careless Waluigi", Role::Careless),
        ("clever", "clever Waluigi", Role::Clever),
    ];
    let beliefs: Vec<_> = x.samples().map(|n| (n, params.belief(outcome.q_clever, n).shares())).collect();
    let series = kinds.iter().enumerate().map(|(kind, &(id, label, role))| Series {
        id,
        label,
        role,
        points: beliefs.iter().map(|(n, shares)| [*n, shares[kind]]).collect(),
    });
    let [_, careless, clever] = params.belief(outcome.q_clever, 0.0).shares();
    let mut caption = format!(
        "Before the silence {} of the belief is with the careless Waluigi and {} with the clever one; after {} quiet opportunities it is {} and {}. ",
        percent(careless),
        percent(clever),
        human(params.horizon, 6),
        percent(outcome.shares[1]),
        percent(outcome.shares[2]),
    );
    if outcome.retained > 0.99 {
        caption.push_str("The odds of the clever one against a Luigi hardly move: this silence cannot decide between the two, so what you thought before does.");
    } else {
        caption.push_str(&format!("Silence leaves {} of the odds of the clever one against a Luigi.", percent(outcome.retained)));
    }
    Plot {
        caption,
        panels: vec![Panel {
            x: None,
            y: Axis::percent("share", "Share of the belief", 0.0, 1.0),
            marks: vec![Mark::Stack(series.collect())],
        }],
        x,
    }
}

fn caution(params: &CleverWaluigiParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("caution", "Caution, in standard deviations", -3.0, 6.0);
    let d_prime = outcome.d_prime;
    let in_tests = Series::sampled("caught_per_test", "in a test", Role::First, &x, phi_complement);
    let in_reality = Series::sampled("strikes_per_real", "in reality", Role::Clever, &x, |caution| {
        phi_complement(caution - d_prime)
    });
    Plot {
        caption: format!(
            "With its present caution it feels free to act with a chance of {} in a test and {} in reality. More caution means fewer mistakes in tests, and more real chances missed.",
            percent(outcome.free_in_test),
            percent(outcome.free_in_real),
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("free", "Chance that it feels free to act", 0.0, 1.0),
            marks: vec![
                Mark::Line(in_tests),
                Mark::Line(in_reality),
                Mark::Rule(Rule { at: RuleAt::X(params.caution), label: "its caution".to_owned() }),
            ],
        }],
        x,
    }
}

/// Cells along each side of the map.
const CELLS: usize = 40;

fn map(params: &CleverWaluigiParams, _: &Outcome) -> Plot {
    let x = Axis::percent("tested", "Share of opportunities that are tests", 0.0, 1.0);
    let y = Axis::new("caution", "Caution, in standard deviations", -1.0, 5.0);
    let share = |tested, caution| params.belief(params.q_clever(tested, caution), params.horizon).shares()[2];
    let place = |axis: &Axis, cell: usize| axis.value_at(cell as f64 / (CELLS - 1) as f64);
    let cells = (0..CELLS * CELLS).map(|cell| {
        let (tested, caution) = (place(&x, cell % CELLS), place(&y, cell / CELLS));
        [tested, caution, share(tested, caution)]
    });
    let mut caption = format!(
        "The stronger the colour, the more belief is left with the clever Waluigi after {} quiet opportunities. With its present caution that is {} if nothing is a test and {} if everything is.",
        human(params.horizon, 6),
        percent(share(0.0, params.caution)),
        percent(share(1.0, params.caution)),
    );
    let mut marks = vec![Mark::Grid(Grid {
        id: "clever_share",
        label: "Belief in the clever kind",
        columns: CELLS,
        rows: CELLS,
        cells: cells.collect(),
        // As if silence said nothing about it and all about the careless kind.
        range: (0.0, params.clever_odds / (1.0 + params.clever_odds)),
        format: Format::Percent,
        role: Role::Clever,
    })];
    // The reader's own case, where it is on the map.
    marks.push(Mark::Rule(Rule { at: RuleAt::X(params.tested), label: String::new() }));
    if (y.range.0..=y.range.1).contains(&params.caution) {
        marks.push(Mark::Rule(Rule { at: RuleAt::Y(params.caution), label: String::new() }));
        caption.push_str(" The dotted lines cross at your own case.");
    }
    Plot {
        caption,
        panels: vec![Panel { x: None, y, marks }],
        x,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Random;
    use crate::params::{Params, Values};
    use crate::simulator::AnySimulator;
    use crate::simulators::legal::preset;

    const SPECS: &[Spec] = CleverWaluigiParams::SPECS;

    /// Every corner of the ranges, then random settings.
    fn settings() -> impl Iterator<Item = Values> {
        let mut random = Random::new(1);
        let corners = 1_u64 << SPECS.len();
        (0..corners + 300).map(move |corner| {
            SPECS.iter().enumerate().fold(Values::defaults(SPECS), |values, (place, spec)| {
                let random = random.uniform();
                let fraction = if corner < corners { (corner >> place & 1) as f64 } else { random };
                values.with(spec.id, spec.at_fraction(fraction))
            })
        })
    }

    fn readout(query: &str, id: &str) -> f64 {
        let values = crate::params::from_query(&Values::defaults(SPECS), query).0;
        CleverWaluigi.readouts(&values).iter().find(|readout| readout.id == id).unwrap().value.unwrap()
    }

    #[test]
    fn belief_is_shared_out_and_the_careless_kind_dies_first() {
        for values in settings() {
            let params = CleverWaluigiParams::from_values(&values);
            let outcome = CleverWaluigi::simulate(&params);
            assert!((outcome.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(outcome.q_clever > 0.0 && outcome.q_clever <= params.reveal);
            assert!((0.0..=1.0).contains(&outcome.retained));
            assert!(outcome.free_in_test <= outcome.free_in_real, "it is worse than guessing");
        }
    }

    #[test]
    fn tests_and_caution_protect_it() {
        for values in settings() {
            let retained = |name, value| {
                CleverWaluigi::simulate(&CleverWaluigiParams::from_values(&values.with(name, value))).retained
            };
            assert!(retained("tested", 0.3) <= retained("tested", 0.8));
            assert!(retained("caution", 0.5) <= retained("caution", 2.5));
        }
    }

    #[test]
    fn a_detector_that_guesses_makes_tests_as_good_as_reality() {
        for tested in ["0", "0.4", "1"] {
            let share = readout(&format!("awareness=0.5&caution=0&tested={tested}"), "clever_share");
            assert!((share - readout("awareness=0.5&caution=0", "clever_share")).abs() < 1e-14);
        }
    }

    #[test]
    fn the_area_under_the_curve_gives_the_distance() {
        for (area, distance) in [(0.71, 0.783), (0.83, 1.34939), (0.92, 1.987), (0.95, 2.326)] {
            assert!((d_prime(area) - distance).abs() < 5e-4, "{area}");
        }
    }

    #[test]
    fn fixed_detector_rates_give_the_known_beliefs() {
        for (tested, luigi) in [(1.0, 0.731), (0.9, 0.858), (0.5, 0.993), (0.0, 0.99988)] {
            let q = q_clever(0.01, tested, 0.1, 0.9);
            let share = LogWeights([0.0, 1000.0 * ln_1p(-q)]).shares()[0];
            assert!((share - luigi).abs() < 5e-4, "{tested}: {share}");
        }
    }

    #[test]
    fn the_map_agrees_with_the_shares_and_stays_in_its_range() {
        for values in settings() {
            let run = CleverWaluigi.run(&values);
            let Mark::Grid(grid) = &run.figure(2).panels[0].marks[0] else { panic!("no grid") };
            assert_eq!(grid.cells.len(), 1600);
            assert_eq!((grid.cells[0][0], grid.cells[0][1]), (0.0, -1.0));
            assert_eq!((grid.cells[1599][0], grid.cells[1599][1]), (1.0, 5.0));
            let top = grid.range.1 * (1.0 + 1e-12);
            assert!(grid.cells.iter().all(|cell| (0.0..=top).contains(&cell[2])));
            let here = values.with("tested", 1.0).with("caution", 5.0);
            let share = CleverWaluigi.readouts(&here)[3].value.unwrap();
            assert!((grid.cells[1599][2] - share).abs() < 1e-12);
        }
    }

    #[test]
    fn captions_and_margins_are_finite() {
        for values in settings() {
            for figure in CleverWaluigi.run(&values).figures() {
                assert!(!figure.caption.contains('–') && !figure.caption.contains('∞'), "{}", figure.caption);
                for series in figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(Mark::series) {
                    assert!(series.points.iter().flatten().all(|number| number.is_finite()), "{}", series.id);
                }
            }
            for claim in 0..CleverWaluigi::CLAIMS.len() {
                assert!(CleverWaluigi.margin(claim, &values).is_finite());
            }
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| CleverWaluigi::simulate(&preset::<CleverWaluigi>(id));
        assert!(run("perfect-detector").retained > 0.99);
        assert!(run("mostly-production").retained < readout("", "retained") / 5.0);
        let blind = run("undetecting");
        assert_eq!(blind.free_in_test, blind.free_in_real);
        // The caption says so where silence cannot decide.
        for values in settings() {
            let run = CleverWaluigi.run(&values);
            let caption = &run.figure(0).caption;
            let retained = CleverWaluigi::simulate(&CleverWaluigiParams::from_values(&values)).retained;
            assert_eq!(caption.contains("cannot decide"), retained > 0.99, "{caption}");
        }
    }
}
