//! What can be asked of any simulator, asked of all of them.

use serde_json::Value;
use what_survives::explore::{
    BandSearch, COLUMNS, CompareSearch, DIMENSIONS, DRAWS, DrawSearch, Draws, MapSearch, Output, ROWS,
    Search, Spread, StillSearch, importance,
};
use what_survives::params::{Plausible, Ranges, Scale, Values};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::ALL;

use crate::chosen;

/// How far shares may be from those of the specifications, which come from
/// 4,000 random draws.
const TOLERANCE: f64 = 0.03;

fn unsure(values: &Values) -> Ranges {
    Ranges::none(values.specs()).unsure(values)
}

fn draws(simulator: &dyn AnySimulator, values: &Values) -> Draws {
    DrawSearch::new(simulator, values, &unsure(values)).run(simulator)
}

/// All settings of the flags and choices that the specification draws, too.
/// Ranges are of numbers: whoever is unsure of a choice makes both.
fn choices(values: Values) -> Vec<Values> {
    let mut all = vec![values];
    for spec in all[0].specs().iter().filter(|spec| spec.plausible == Plausible::Any) {
        assert!(matches!(spec.scale, Scale::Flag | Scale::Choice(_)));
        let each = |values: &Values| {
            let numbers = 0..=spec.max() as u32;
            numbers.map(|number| values.with(spec.id, f64::from(number))).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(each).collect();
    }
    all
}

#[test]
fn claims_hold_in_the_shares_of_the_specifications() {
    let expected: Value = serde_json::from_str(include_str!("../claims.json")).unwrap();
    let mut problems = Vec::new();
    for simulator in chosen() {
        let id = simulator.info().id;
        let settings = choices(Values::defaults(simulator.specs()));
        let draws: Vec<_> = settings.iter().map(|values| draws(simulator, values)).collect();
        for (place, claim) in simulator.claims().iter().enumerate() {
            let Some(share) = expected[id][place]["share_plausible"].as_f64() else { continue };
            let held: u32 = draws.iter().map(|draws| draws.holds_in(place)).sum();
            let found = f64::from(held) / f64::from(DRAWS) / draws.len() as f64;
            if (found - share).abs() > TOLERANCE {
                problems.push(format!("{id}: {} holds in {found:.3}, not in {share}", claim.id));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_parameter_that_can_be_unsure_has_a_dimension() {
    for simulator in ALL {
        let count = simulator.specs().iter().filter(|spec| spec.can_range()).count();
        assert!(count <= DIMENSIONS, "{}: {count}", simulator.info().id);
        // A set of changes is the bits of a number.
        assert!(simulator.specs().len() <= u32::BITS as usize);
    }
}

#[test]
fn every_simulator_answers_over_its_plausible_ranges() {
    for simulator in chosen() {
        let id = simulator.info().id;
        let values = Values::defaults(simulator.specs());
        let ranges = unsure(&values);
        assert!(!ranges.is_empty(), "{id}");
        let draws = draws(simulator, &values);
        for place in 0..draws.readouts.len() {
            assert!(
                draws.readout(place).all(|value| !value.is_infinite()),
                "{id}: {}",
                draws.readouts[place]
            );
        }
        assert_eq!(draws.readouts[draws.headline], simulator.info().headline);
        let outputs = (0..draws.claims.len()).map(Output::Claim).chain([Output::Headline]);
        for output in outputs {
            let shares = importance(&draws, output);
            assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{id}: {output:?}: {shares:?}");
        }
        let dots = Spread::new(&draws, draws.headline).dots(&draws, 0);
        assert!(
            dots.is_sorted_by(|one, other| other.value.is_none_or(|it| one.value.is_some_and(|is| is <= it)))
        );
        for band in BandSearch::new(simulator, &values, &ranges).run(simulator) {
            for [x, low, middle, high] in &band.points {
                assert!(x.is_finite() && (low.is_nan() || low <= middle && middle <= high), "{id}: {band:?}");
            }
        }
        let still = StillSearch::new(simulator, &values, &ranges).run(simulator);
        assert!(still.len() < draws.sample.specs().count(), "{id}: nothing moves anything");
    }
}

#[test]
fn every_simulator_has_maps_and_compares_its_positions() {
    for simulator in chosen() {
        let values = Values::defaults(simulator.specs());
        let specs: Vec<_> = simulator.specs().iter().filter(|spec| spec.can_range()).collect();
        let map = MapSearch::new(simulator, &values, [specs[0], specs[1]], 0).run(simulator);
        assert_eq!(map.holds.len(), COLUMNS * ROWS);
        let ends: Vec<f64> = map.border.iter().flatten().flatten().copied().collect();
        assert!(ends.iter().all(|at| (0.0..=1.0).contains(at)), "{ends:?}");
        for preset in simulator.presets() {
            let there = simulator.preset_values(preset);
            let found = CompareSearch::new(simulator, &there, &values).run(simulator);
            if let (Some(size), false) = (found.headline.size, found.headline.shares.is_empty()) {
                let sum: f64 = found.headline.shares.iter().sum();
                assert!((sum - size).abs() <= 1e-9 * size.abs().max(1.0), "{}: {sum} and {size}", preset.id);
            }
            for turn in found.turns {
                assert!((1..=3).contains(&turn.cruxes.len()), "{}: {:?}", preset.id, turn.cruxes);
                let sum: f64 = turn.shares.iter().sum();
                let size = turn.after - turn.before;
                assert!((sum - size).abs() <= 1e-9 * size.abs().max(1.0), "{}: {sum} and {size}", preset.id);
            }
        }
    }
}
