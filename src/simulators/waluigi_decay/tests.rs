//! Laws of the model first, then the numbers of its specification.

use super::super::legal;
use super::model::{CHARACTERS, Population, WALUIGI};
use super::*;
use crate::math::{Random, exp, logit, sigma};
use crate::params::{Params, Values, from_query};

fn defaults() -> WaluigiDecayParams {
    preset("")
}

fn preset(query: &str) -> WaluigiDecayParams {
    let (values, notices) = from_query(&Values::defaults(WaluigiDecayParams::SPECS), query);
    assert_eq!(notices, [], "{query}");
    WaluigiDecayParams::from_values(&values)
}

/// Settings from all over the sliders, the same in every run.
fn anywhere() -> impl Iterator<Item = WaluigiDecayParams> {
    let mut random = Random::new(2);
    (0..300).map(move |_| {
        let mut values = Values::defaults(WaluigiDecayParams::SPECS);
        for spec in WaluigiDecayParams::SPECS {
            values.set(spec.id, spec.at_fraction(random.uniform()));
        }
        // Without slips, and with slips as likely as turns: edges that chance misses.
        match random.bits() % 4 {
            0 => values.set("slip", 0.0),
            1 => values.set("reveal", values.get("slip").unwrap()),
            _ => values.set("slip", values.get("slip").unwrap()),
        };
        WaluigiDecayParams::from_values(&values)
    })
}

fn run(params: &WaluigiDecayParams) -> Outcome {
    WaluigiDecay::simulate(params)
}

fn check(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found}, not {expected}");
}

#[test]
fn each_quiet_opportunity_adds_the_same_to_the_log_odds() {
    for params in anywhere() {
        let odds = |n| params.known(n).ln_shares()[WALUIGI] - params.known(n).ln_shares()[0];
        let expected = logit(params.prior) + 1000.0 * params.ln_odds_step();
        assert!((odds(1000.0) - expected).abs() < 1e-9 * (1.0 + expected.abs()));
    }
}

#[test]
fn silence_never_raises_suspicion_unless_a_luigi_slips() {
    for params in anywhere().filter(|params| params.slip == 0.0) {
        for belief in [WaluigiDecayParams::known, WaluigiDecayParams::unknown, WaluigiDecayParams::windowed] {
            let curve: Vec<f64> = (0..50).map(|n| log10_of(belief(&params, f64::from(n * n)))).collect();
            assert!(curve.is_sorted_by(|before, after| before >= after), "{curve:?}");
        }
    }
}

#[test]
fn slips_as_frequent_as_turns_make_silence_mean_nothing() {
    let params = WaluigiDecayParams { slip: 0.01, ..defaults() };
    let outcome = run(&params);
    assert_eq!(outcome.known, params.prior);
    assert_eq!(WaluigiDecay::readouts(&params, &outcome)[1].value, None);
}

#[test]
fn a_mind_that_forgets_stops_learning() {
    for params in anywhere() {
        let memory = f64::from(params.memory);
        assert_eq!(params.windowed(1e9), params.known(memory));
        assert_eq!(params.windowed(memory / 2.0), params.known(memory / 2.0));
    }
}

#[test]
fn with_perfect_memory_and_no_slips_the_story_turns_with_at_most_the_prior() {
    for params in anywhere().filter(|params| params.slip == 0.0) {
        let turned = turning::turned(&params, params.quiet(), false);
        assert!(turned <= params.prior * (1.0 + 1e-14));
        check(turned, -params.prior * crate::math::expm1(params.quiet() * ln_1p(-params.reveal)), 1e-12);
    }
}

#[test]
fn forgetting_only_ever_hastens_the_turn_without_slips() {
    for params in anywhere().filter(|params| params.slip == 0.0) {
        let chance = |forgets| turning::turned(&params, params.quiet(), forgets);
        assert!(chance(true) >= chance(false) - 1e-14);
    }
}

#[test]
fn the_chance_of_having_turned_is_the_product_of_its_steps() {
    for params in anywhere() {
        let (mut quiet, start) = (1.0, logit(params.prior));
        for forgets in [false, true] {
            for n in 0..200_u32 {
                let turned = turning::turned(&params, f64::from(n), forgets);
                assert!((turned - (1.0 - quiet)).abs() < 1e-12, "{turned}, not 1 - {quiet}");
                let seen = if forgets { n.min(params.memory) } else { n };
                quiet *= 1.0 - params.reveal * sigma(start + f64::from(seen) * params.ln_odds_step());
            }
            quiet = 1.0;
        }
    }
}

#[test]
fn everyone_in_the_population_is_one_of_three_kinds() {
    for params in anywhere() {
        let Population { luigis, hiding, turned } = params.population();
        assert_eq!(luigis + hiding + turned, CHARACTERS);
    }
}

#[test]
fn a_longer_silence_only_turns_those_in_hiding() {
    let after = |horizon| WaluigiDecayParams { horizon, ..defaults() }.population();
    let mut before = after(10);
    for horizon in [30, 100, 300, 1000] {
        let now = after(horizon);
        assert_eq!(now.luigis, before.luigis);
        assert!(now.turned >= before.turned);
        before = now;
    }
}

#[test]
fn captions_say_what_is_so() {
    for params in anywhere() {
        let outcome = run(&params);
        let figures = legal::figures::<WaluigiDecay>(&params);
        for figure in &figures {
            let caption = &figure.caption;
            let is_prose = caption.ends_with('.') && !caption.contains("  ") && !caption.contains("..");
            assert!(is_prose && !caption.contains('–') && !caption.contains('∞'), "{caption}");
        }
        let [suspicion, _, silence, population] = &figures[..] else { panic!("four figures") };
        assert!(!suspicion.caption.contains("down from") || outcome.known < params.prior);
        assert!(!suspicion.caption.contains("raise") || params.slip > params.reveal);
        assert!(!silence.caption.contains("It falls") || params.slip == 0.0);
        let plain = params.slip == 0.0 && !params.limited_memory;
        assert_eq!(population.caption.contains("no part"), !plain);
    }
}

#[test]
fn half_life_and_waiting_time_of_one_per_cent() {
    let params = defaults();
    let readouts = WaluigiDecay::readouts(&params, &run(&params));
    let value = |id| readouts.iter().find(|readout| readout.id == id).and_then(|readout| readout.value);
    check(value("half_life").unwrap(), 68.9676, 1e-6);
    check(value("quiet_for_1000").unwrap(), 687.316, 1e-6);
}

#[test]
fn a_ten_step_memory_dooms_the_story() {
    let params = preset("prior=0.5&reveal=0.5&limited_memory=on&memory=10&horizon=10000");
    check(run(&params).windowed, 1.0 / 1025.0, 1e-14);
    check(1.0 - turning::turned(&params, 100.0, true), 0.478_985_8, 2e-7);
    check(1.0 - turning::turned(&params, 1000.0, true), 0.308_752_4, 2e-7);
}

#[test]
fn the_product_identity_of_the_specification() {
    let params = WaluigiDecayParams { prior: 0.3, reveal: 0.1, ..defaults() };
    check(1.0 - turning::turned(&params, 25.0, false), 0.721_536_94, 1e-8);
}

#[test]
fn the_middle_estimate_starts_at_the_middle_of_the_scale() {
    check(defaults().half_lives(0.0).quantile(0.5), 1000.0, 1e-12);
}

#[test]
fn log_shares_outlast_shares() {
    let params = WaluigiDecayParams { reveal: 0.5, horizon: 100_000_000, ..defaults() };
    assert_eq!(run(&params).known, 0.0);
    check(log10_of(params.known(1e8)), 1e8 * libm::log10(0.5), 1e-12);
    assert_eq!(exp(f64::NEG_INFINITY), 0.0);
}


#[test]
fn presets_show_what_they_say() {
    let run = |id| run(&legal::preset::<WaluigiDecay>(id));
    let one = run("one-percent");
    assert!(one.known < 1e-3 && one.unknown > 0.3);
    assert!(run("very-patient").known < 1e-4);
    let outlasted = legal::preset::<WaluigiDecay>("unknown-patience");
    assert!(outlasted.quiet() > outlasted.patience_max && run("unknown-patience").unknown < 1e-4);
    let forgets = run("ten-step-memory");
    assert!(forgets.windowed < 1.0 / 1024.0 && forgets.turned > 0.99);
    let wait = |id| 1.0 / legal::preset::<WaluigiDecay>(id).ln_odds_step();
    check(wait("clumsy-luigi"), 10.0 * wait("one-percent"), 0.01);
    // “Things to try”: one in ten thousand says little in a thousand opportunities.
    assert!(WaluigiDecayParams { reveal: 1e-4, ..defaults() }.known(1000.0).shares()[WALUIGI] > 0.47);
}
