//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, check_figures, legal};
use super::figures::name;
use super::params::Pattern;
use super::patterns::{PATTERNS, Weights};
use super::*;
use crate::chart::{Mark, Role};
use crate::math::{LogWeights, exp, ln, ln_1p};
use crate::params::{Params, Values, from_query};
use crate::simulator::AnySimulator;

type P = BehavioralSelectionParams;

fn of(query: &str) -> P {
    let (values, notices) = from_query(&Values::defaults(P::SPECS), query);
    assert_eq!(notices, [], "{query}");
    P::from_values(&values)
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

fn readout(p: &P, id: &str) -> Option<f64> {
    let readouts = <BehavioralSelection as Simulator>::readouts(p, &BehavioralSelection::simulate(p));
    readouts.iter().find(|readout| readout.id == id).unwrap().value
}

fn margin(p: &P, id: &str) -> f64 {
    (BehavioralSelection::CLAIMS.iter().find(|claim| claim.info.id == id).unwrap().margin)(p)
}

/// What training steps do one at a time, as the specification says it.
fn one_by_one(p: &P, steps: u32) -> Weights {
    let model = Model::new(p);
    let gains = p.rewards(&model.traits, p.flawed).map(|reward| p.strength * reward);
    let mut weights = model.prior;
    for _ in 0..steps {
        weights = LogWeights(weights.add_each(gains).ln_shares());
        if p.erosion > 0.0 {
            let (moves, stays) = (ln(p.erosion), ln_1p(-p.erosion));
            let [reward_seeker, influence_seeker, schemer] =
                [REWARD_SEEKER, INFLUENCE_SEEKER, SCHEMER].map(|j| weights.0[j]);
            weights.0[SCHEMER] = schemer + stays;
            weights.0[INFLUENCE_SEEKER] = log_add(influence_seeker + stays, schemer + moves);
            weights.0[REWARD_SEEKER] = log_add(reward_seeker, influence_seeker + moves);
        }
    }
    weights
}

fn same(one: Weights, other: Weights, tolerance: f64) {
    for (a, b) in one.ln_shares().into_iter().zip(other.ln_shares()) {
        assert!(a == b || (a - b).abs() <= tolerance * (1.0 + a.abs()), "{a}, not {b}");
    }
}

#[test]
fn squaring_and_the_closed_form_are_the_loop() {
    for (place, p) in legal::<P>(60).into_iter().enumerate() {
        let steps = p.steps.min(700);
        let eroded = P { erosion: if place % 3 == 0 { 0.0 } else { p.erosion }, ..p };
        let model = Model::new(&eroded);
        same(model.train(model.prior, steps), one_by_one(&eroded, steps), 1e-9);
    }
}

#[test]
fn as_erosion_goes_to_zero_it_becomes_the_closed_form() {
    for p in legal::<P>(40) {
        let closed = Model::new(&P { erosion: 0.0, ..p.clone() }).trained();
        let mut last = f64::INFINITY;
        for erosion in [1e-3, 1e-6, 1e-9] {
            let (closed, eroded) = (closed.shares(), Model::new(&P { erosion, ..p.clone() }).trained().shares());
            let apart: f64 = closed.iter().zip(eroded).map(|(a, b)| (a - b).abs()).sum();
            assert!(apart <= last + 1e-9, "{apart} after {last}");
            last = apart;
        }
        assert!(last < 2e-5, "{last}");
    }
}

#[test]
fn training_in_parts_is_training_in_one() {
    for p in legal::<P>(100) {
        let model = Model::new(&p);
        let half = p.steps / 3;
        let parts = model.train(model.train(model.prior, half), p.steps - half);
        same(parts, model.trained(), 1e-9);
    }
}

#[test]
fn log_odds_are_linear_in_steps() {
    for p in legal::<P>(100) {
        let p = P { erosion: 0.0, ..p };
        let model = Model::new(&p);
        let reward = p.rewards(&model.traits, p.flawed);
        let odds = |steps| {
            let weights = model.train(model.prior, steps).0;
            weights[KLUDGE] - weights[SCHEMER]
        };
        let slope = p.strength * (reward[KLUDGE] - reward[SCHEMER]);
        for steps in [1, 10, 5000] {
            let expected = odds(0) + f64::from(steps) * slope;
            near(odds(steps), expected, 1e-10 * (1.0 + expected.abs()));
        }
    }
}

#[test]
fn equal_reward_freezes_the_ratio() {
    // Reward-seeker and schemer do the same, and thinking costs nothing.
    for p in legal::<P>(200) {
        let p = P {
            erosion: 0.0,
            length_penalty: 0.0,
            reward_seeker_hack: p.schemer_hack,
            ..p
        };
        let model = Model::new(&p);
        let ratio = |weights: Weights| weights.0[SCHEMER] - weights.0[REWARD_SEEKER];
        let before = ratio(model.prior);
        near(ratio(model.trained()), before, 1e-9 * (1.0 + before.abs()));
    }
}

#[test]
fn mean_reward_grows_by_its_variance() {
    // Price's equation; the step is the derivative up to terms in strength².
    for p in legal::<P>(200) {
        let p = P { strength: 1e-7, erosion: 0.0, ..p };
        let model = Model::new(&p);
        let reward = p.rewards(&model.traits, p.flawed);
        let mean = |weights: Weights, of: [f64; PATTERNS]| -> f64 {
            weights.shares().iter().zip(of).map(|(share, value)| share * value).sum()
        };
        let average = mean(model.prior, reward);
        let variance = mean(model.prior, reward.map(|r| (r - average) * (r - average)));
        let gained = mean(model.train(model.prior, 1000), reward) - average;
        near(gained, 1000.0 * p.strength * variance, 1e-2 * 1000.0 * p.strength * variance + 1e-13);
    }
    let weights = LogWeights([0.5, 0.3, 0.2].map(ln));
    let step = weights.add_each([1.0, 0.5, 0.0].map(|r| r * 1e-6)).shares();
    near((step[0] + 0.5 * step[1] - 0.65) / 1e-6, 0.1525, 1e-6);
}

#[test]
fn a_take_over_of_two_patterns_takes_as_long_as_the_textbook_says() {
    // A head start of ln((1 - .0009)/.0009) at .078 nats per step.
    let p = P {
        flawed: 1.0,
        strength: 0.13,
        simplicity: 0.0,
        speed_prior: 0.0,
        salience: ln((1.0 - 0.0009) / 0.0009),
        ..of("")
    };
    near(readout(&p, "half_time").unwrap(), 89.90, 0.005);
    let model = Model::new(&p);
    let [before, after] = [89, 90].map(|steps| model.train(model.prior, steps).0);
    assert!(before[INTENDED] > before[REWARD_SEEKER] && after[INTENDED] < after[REWARD_SEEKER]);
}

#[test]
fn so_many_honest_tests_undo_what_flawed_reward_did() {
    // strength .05, 200 steps, a gap of .3, honesty .8: 1.864 rounds.
    let p = of("strength=0.05&flawed=0.5&honesty=0.8");
    let model = Model::new(&p);
    let odds = |weights: Weights| weights.0[REWARD_SEEKER] - weights.0[INTENDED];
    let gained = odds(model.trained()) - odds(model.prior);
    near(gained, 3.0, 1e-12);
    near(gained / -ln_1p(-p.honesty), 1.864, 5e-4);
    let left = |inspections| odds(Model::new(&P { inspections, ..p.clone() }).inspect(model.trained()));
    assert!(left(1) > odds(model.prior) && left(2) < odds(model.prior));
}

#[test]
fn half_time_is_when_the_reward_seeker_overtakes() {
    for p in legal::<P>(200) {
        let p = P { erosion: 0.0, ..p };
        let Some(time) = readout(&p, "half_time").filter(|time| *time < 1e5) else { continue };
        let model = Model::new(&p);
        let ahead = |steps: f64| {
            let weights = model.train(model.prior, steps as u32).0;
            weights[REWARD_SEEKER] - weights[INTENDED]
        };
        assert!(ahead(libm::floor(time)) <= 1e-6 && ahead(libm::ceil(time)) >= -1e-6, "{time}");
    }
    assert_eq!(readout(&of("flawed=0"), "half_time"), None);
    assert_eq!(readout(&of("salience=0&simplicity=0&speed_prior=0"), "half_time"), None);
}

#[test]
fn shares_are_shares() {
    for p in legal::<P>(300) {
        let outcome = BehavioralSelection::simulate(&p);
        for weights in [outcome.prior, outcome.trained, outcome.inspected, outcome.deployed] {
            let shares = weights.shares();
            near(shares.iter().sum(), 1.0, 1e-12);
            assert!(p.own || shares[OWN] == 0.0);
        }
        assert_eq!(readout(&p, "share_own").is_some(), p.own);
    }
}

#[test]
fn who_fails_every_test_is_gone_after_one_and_not_before() {
    let fails = |inspections| readout(&of(&format!("honesty=1&inspections={inspections}")), "share_reward_seeker");
    assert!(fails(0).unwrap() > 0.1);
    assert_eq!(fails(1), Some(0.0));
    // If nobody can pass, the test tells nobody apart.
    let all = of(
        "honesty=1&coverage=1&inspections=3&intended_fails=1&influence_seeker_fails=1&schemer_fails=1\
         &aligned_schemer_fails=1",
    );
    let outcome = BehavioralSelection::simulate(&all);
    assert_eq!(outcome.inspected, outcome.trained);
    assert!(margin(&all, "testing-backfires").is_finite());
}

#[test]
fn what_fell_beyond_a_double_may_still_win_deployment() {
    // White-box pressure and tests press on the schemer, whom deployment favours.
    let p = of(
        "flawed=0&goals=1&schemer_bits=60&simplicity=2&speed_prior=2&schemer_steps=20&inspections=50\
         &schemer_fails=0.9999999&deployment_flawed=1&deployment_steps=5000&strength=0.5&honest_reward=0\
         &reward_seeker_hack=0&influence_seeker_hack=0&aligned_schemer_hack=0&coverage=0",
    );
    let outcome = BehavioralSelection::simulate(&p);
    assert_eq!(outcome.inspected.shares()[SCHEMER], 0.0);
    near(outcome.deployed.shares()[SCHEMER], 1.0, 1e-12);
}

#[test]
fn the_readers_pattern_takes_part_in_everything() {
    let p = of("own=on&own_name=Ada&own_bits=5&own_hack=1&own_takeover=1&own_fails=0");
    let share = readout(&p, "share_own").unwrap();
    assert!(share > 0.8, "{share}");
    assert!(readout(&p, "takeover").unwrap() > share);
    let figures = legal::figures::<BehavioralSelection>(&p);
    for figure in [&figures[0], &figures[2]] {
        let series = figure.panels[0].marks[0].series();
        let has_own = series.iter().any(|series| series.id == "own" || series.points.len() == PATTERNS);
        assert!(has_own, "{}", figure.id);
    }
    assert!(figures[0].caption.contains("your own pattern “Ada”"), "{}", figures[0].caption);
    // The same pattern left out changes nothing.
    let without = P { own: false, ..p };
    assert_eq!(Model::new(&without).final_ln_shares(), Model::new(&of("")).final_ln_shares());
    assert_eq!(name(&of("own=on"), OWN), "your own pattern");
}

#[test]
fn claims_at_the_defaults_and_where_they_flip() {
    let verdict = |query: &str, id: &str| margin(&of(query), id) > 1e-12;
    for (id, holds) in [
        ("equally-fit", true),
        ("flawed-reward-displaces", true),
        ("not-overdetermined", true),
        ("testing-backfires", true),
        ("aligned-schemer-must-hack", true),
        ("length-is-selection", false),
    ] {
        assert_eq!(verdict("", id), holds, "{id}");
    }
    near(margin(&of(""), "equally-fit"), 1e-6, 1e-15);
    near(margin(&of(""), "aligned-schemer-must-hack"), 0.12, 1e-12);
    assert!(!verdict("length_penalty=0.01", "equally-fit"));
    assert!(!verdict("flawed=0", "flawed-reward-displaces"));
    assert!(!verdict("flawed=0", "not-overdetermined"));
    assert!(!verdict("honesty=0", "testing-backfires"));
    // A monitor that catches more than 30 % makes hacking a loss.
    assert!(verdict("monitor=0.29", "aligned-schemer-must-hack"));
    assert!(!verdict("monitor=0.31", "aligned-schemer-must-hack"));
    assert!(verdict("length_penalty=0.02", "length-is-selection"));
}

/// What the presets are said to show.
#[test]
fn presets_show_what_they_say() {
    let run = |id: &str| {
        let preset = BehavioralSelection.presets().iter().find(|preset| preset.id == id).unwrap();
        let p = P::from_values(&BehavioralSelection.preset_values(preset));
        let outcome = BehavioralSelection::simulate(&p);
        (outcome.prior.shares(), outcome.trained.shares(), outcome.deployed.shares())
    };
    let (prior, _, end) = run("flawed-reward");
    let level = |j: usize| end[j] > 0.8 * end[INTENDED] && end[j] < 1.25 * end[INTENDED];
    assert!(end[INTENDED] < prior[INTENDED] / 3.0);
    assert!(level(REWARD_SEEKER) && level(SCHEMER) && level(KLUDGE));
    let (prior, _, end) = run("clean-reward");
    prior.iter().zip(end).for_each(|(before, after)| near(after, *before, 1e-12));
    assert!(run("counting-argument").0[SCHEMER] > 0.99);
    let (_, trained, end) = run("honest-tests");
    assert!(end[REWARD_SEEKER] < 0.001 && end[KLUDGE] < 0.001);
    assert!(end[INTENDED] > 0.4 && end[SCHEMER] > 0.4 && end[SCHEMER] > trained[SCHEMER]);
    let (_, trained, end) = run("white-box");
    assert!([REWARD_SEEKER, INFLUENCE_SEEKER, SCHEMER, ALIGNED_SCHEMER].iter().all(|&j| end[j] < trained[j] / 10.0));
    assert!(end[KLUDGE] > trained[KLUDGE]);
    let (_, trained, _) = run("instrumental-becomes-terminal");
    let without = run("flawed-reward").1;
    assert!(trained[SCHEMER] < 0.5 * without[SCHEMER]);
    assert!(trained[INFLUENCE_SEEKER] > without[INFLUENCE_SEEKER] && trained[REWARD_SEEKER] > without[REWARD_SEEKER]);
    let (prior, _, end) = run("rare-hack");
    assert!(end[INTENDED] < prior[INTENDED]);
    let (prior, _, end) = run("depth-limited");
    assert!(prior[KLUDGE] > 0.2 && end[KLUDGE] > 0.5);
    let (_, trained, end) = run("selection-goes-on");
    assert!(end[INTENDED] < trained[INTENDED] / 100.0);
}

/// The facts that the post states about its graph.
#[test]
fn the_graph_is_the_published_one() {
    for pattern in 0..PATTERNS {
        let p = P::from_values(&Values::defaults(P::SPECS).with("shown", pattern as f64));
        let figure = graph::graph(&p, &BehavioralSelection::simulate(&p));
        let marks = &figure.panels[0].marks;
        let nodes: Vec<_> =
            marks.iter().filter_map(|mark| if let Mark::Node(node) = mark { Some(node) } else { None }).collect();
        for id in ["A", "T_ok", "T_err", "M", "Intent", "R", "N", "I", "P", "Z"] {
            assert_eq!(nodes.iter().filter(|node| node.id == id).count(), 1, "{id}");
        }
        let sign = |from: &str, to: &str| {
            let mut arrows = marks.iter().filter_map(|mark| match mark {
                Mark::Arrow(arrow) if (arrow.from, arrow.to) == (from, to) => Some(arrow.label),
                _ => None,
            });
            (arrows.next(), arrows.next())
        };
        assert_eq!(sign("R", "I"), (Some("+"), None));
        assert_eq!(sign("N", "I"), (Some("−"), None));
        let wanted: Vec<_> =
            nodes.iter().filter(|node| node.label.starts_with("wanted: ")).map(|node| node.id).collect();
        let expected: &[&str] = match p.shown {
            Pattern::Intended => &["Intent"],
            Pattern::RewardSeeker => &["R"],
            Pattern::InfluenceSeeker => &["I"],
            Pattern::Schemer | Pattern::AlignedSchemer => &["Z"],
            Pattern::Kludge => &["T_ok", "T_err", "M"],
            Pattern::Own => &[],
        };
        assert_eq!(wanted, expected);
        // From its actions to its influence there is always a way.
        let is_path = |from: &str, to: &str| {
            marks.iter().any(|mark| match mark {
                Mark::Arrow(arrow) => {
                    (arrow.from, arrow.to) == (from, to) && !matches!(arrow.role, Role::Second | Role::Third)
                }
                _ => false,
            })
        };
        assert!(["A", "T_ok", "R"].iter().zip(["T_ok", "R", "I"]).all(|(from, to)| is_path(from, to)));
        assert_eq!(is_path("A", "T_err"), pattern != INTENDED);
        assert_eq!(is_path("P", "Z"), expected == ["Z"]);
    }
}

#[test]
fn the_graph_says_what_acts_for_every_constant() {
    for p in legal::<P>(300) {
        let outcome = BehavioralSelection::simulate(&p);
        let figure = graph::graph(&p, &outcome);
        let place = p.shown as usize;
        let caption = &figure.caption;
        assert_eq!(caption.contains("never expose it"), outcome.traits.fails[place] == 0.0, "{caption}");
        assert_eq!(caption.contains("sees the motive"), outcome.traits.visible[place], "{caption}");
        assert_eq!(caption.contains("does not hack"), outcome.traits.hack[place] == 0.0, "{caption}");
        let is_caught = outcome.traits.hack[place] > 0.0 && p.monitor > 0.0;
        assert_eq!(caption.contains("Monitors catch"), is_caught, "{caption}");
        let (shares, figure) = (outcome.deployed.shares(), figures::influence(&p, &outcome));
        let is_first = shares.iter().all(|share| *share <= shares[INTENDED]);
        assert!(!figure.caption.contains(", the largest") || is_first, "{}", figure.caption);
        check_figures::<BehavioralSelection>(&p);
    }
}

#[test]
fn a_jump_ends_the_figure_and_tests_begin_it() {
    let p = of("inspections=5");
    let figures = legal::figures::<BehavioralSelection>(&p);
    let series = figures[0].panels[0].marks[0].series()[0].points.clone();
    let [.., before, after] = series[..] else { panic!() };
    assert_eq!((before[0], after[0]), (200.0, 200.0));
    near(after[1] / before[1], exp(ln(0.456_118_314_711_752_8) - ln(0.235_475_357_656_230_3)), 1e-9);
    let still = of("steps=0");
    let figures = legal::figures::<BehavioralSelection>(&still);
    assert_eq!(figures[0].panels[0].marks[0].series()[0].points.len(), 1);
}

/// The page surveys every claim along every parameter: it must stay cheap.
#[test]
fn five_thousand_steps_of_erosion_cost_a_few_compositions() {
    let p = of("steps=5000&erosion=0.01");
    let model = Model::new(&p);
    same(model.trained(), one_by_one(&p, 5000), 1e-9);
}
