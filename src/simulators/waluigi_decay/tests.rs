//! Laws of the model first, then the numbers of its specification.

use super::super::legal::{self, defaults, legal, near, preset};
use super::model::{CHARACTERS, Population, WALUIGI};
use super::*;
use crate::math::{exp, logit, sigma};

type P = WaluigiDecayParams;

fn odds(belief: crate::math::LogWeights<2>) -> f64 {
    let [luigi, waluigi] = belief.ln_shares();
    waluigi - luigi
}

#[test]
fn each_quiet_opportunity_takes_the_same_from_the_log_odds() {
    for params in legal::<P>(200) {
        let step = odds(params.known(1001.0)) - odds(params.known(1.0));
        let expected = 1000.0 * f64::from(1 + params.others) * params.ln_quiet();
        assert!((step - expected).abs() < 1e-9 * (1.0 + expected.abs()), "{params:?}");
    }
}

#[test]
fn silence_never_raises_suspicion() {
    for params in legal::<P>(200) {
        for belief in [P::known, P::unknown, P::windowed] {
            // With acts that looked bad, more silence says that they were rare: it helps all the same.
            let curve: Vec<f64> = (1..50).map(|n| odds(belief(&params, f64::from(n * n)))).collect();
            assert!(curve.is_sorted_by(|before, after| before >= &(after - 1e-12)), "{params:?}: {curve:?}");
        }
    }
}

#[test]
fn each_kind_of_evidence_pulls_its_own_way() {
    for params in legal::<P>(200) {
        let at = |params: &P| odds(params.unknown(params.quiet()));
        let now = at(&params);
        assert!(at(&P { others: params.others + 1, ..params.clone() }) <= now);
        assert!(at(&P { stories: params.stories + 1, ..params.clone() }) <= now);
        assert!(at(&P { marks: params.marks + 1, ..params.clone() }) >= now - 1e-9);
        // An author who never shows it tells nothing by not showing it.
        let told = |stories| at(&P { stories, gun: 0.0, ..params.clone() });
        assert_eq!(told(0), told(9));
    }
}

#[test]
fn a_mind_that_forgets_stops_learning() {
    for params in legal::<P>(200) {
        let memory = f64::from(params.memory);
        assert_eq!(params.windowed(1e9), params.known(memory));
        assert_eq!(params.windowed(memory / 2.0), params.known(memory / 2.0));
    }
}

#[test]
fn the_chance_of_having_turned_is_the_product_of_its_steps() {
    for params in legal::<P>(60) {
        for forgets in [false, true] {
            let mut quiet = 1.0;
            for n in 0..200_u32 {
                let turned = params.turned(f64::from(n), forgets);
                assert!((turned - (1.0 - quiet)).abs() < 1e-12, "{turned}, not 1 - {quiet}");
                let seen = if forgets { n.min(params.memory) } else { n };
                quiet *= 1.0 - params.reveal * sigma(logit(params.prior) + f64::from(seen) * params.ln_quiet());
            }
        }
    }
}

#[test]
fn forgetting_only_ever_hastens_the_turn() {
    for params in legal::<P>(200) {
        let chance = |forgets| params.turned(params.quiet(), forgets);
        assert!(chance(true) >= chance(false) - 1e-14);
        assert!(chance(false) <= params.prior * (1.0 + 1e-14));
    }
}

#[test]
fn the_silence_that_is_needed_cuts_the_odds_a_hundredfold() {
    for params in legal::<P>(200) {
        let n = exp(params.need(params.patience_max) * std::f64::consts::LN_10);
        near(f64::from(1 + params.others) * params.silence_cuts(n), 2.0, 1e-8);
    }
}

#[test]
fn everyone_in_the_population_is_one_of_three_kinds_and_silence_only_turns_those_in_hiding() {
    let after = |horizon| P { horizon, ..defaults() }.population();
    let mut before = after(10);
    for horizon in [30, 100, 300, 1000] {
        let now = after(horizon);
        let Population { luigis, hiding, turned } = now;
        assert_eq!(luigis + hiding + turned, CHARACTERS);
        assert_eq!(luigis, before.luigis);
        assert!(turned >= before.turned);
        before = now;
    }
}

#[test]
fn figures_are_right_anywhere() {
    legal::<P>(100).iter().for_each(legal::check_figures::<WaluigiDecay>);
}

#[test]
fn the_checks_of_the_specification() {
    let params: P = defaults();
    let readouts = WaluigiDecay::readouts(&params, &WaluigiDecay::simulate(&params));
    let value = |id| readouts.iter().find(|readout| readout.id == id).and_then(|readout| readout.value).unwrap();
    near(value("half_life"), 68.9676, 1e-4);
    near(value("quiet_for_1000"), 687.316, 1e-3);
    near(value("suspicion_known"), 4.31694e-5, 1e-9);
    near(value("suspicion_unknown"), 0.326_508, 1e-6);
    // One mark, known patience.
    let marked = P { marks: 1, ..defaults() };
    near(exp(odds(marked.known(1000.0)) - odds(params.known(1000.0))), 11.0503, 1e-4);
    // Ten AIs quiet 1,000 times each, and one quiet a million times.
    near(suspicion(P { others: 9, ..defaults() }.unknown(1000.0)), 0.000_717, 1e-6);
    near(suspicion(params.unknown(1e6)), 0.0267, 1e-4);
    // The product identity.
    near(1.0 - P { prior: 0.3, reveal: 0.1, ..defaults() }.turned(25.0, false), 0.721_536_94, 1e-8);
}

#[test]
fn a_ten_step_memory_dooms_the_story() {
    let params = preset::<WaluigiDecay>("ten-step-memory");
    near(suspicion(params.windowed(1e4)), 1.0 / 1025.0, 1e-15);
    near(1.0 - params.turned(100.0, true), 0.478_985_8, 1e-7);
    near(1.0 - params.turned(1000.0, true), 0.308_752_4, 1e-7);
}

#[test]
fn log_shares_outlast_shares() {
    let params = P { reveal: 0.5, horizon: 100_000_000, ..defaults() };
    assert_eq!(WaluigiDecay::simulate(&params).known, 0.0);
    near(log10_suspicion(params.known(1e8)) / (1e8 * log10(0.5)), 1.0, 1e-12);
    assert_eq!(params.known(1.0).shares()[WALUIGI], suspicion(params.known(1.0)));
}
