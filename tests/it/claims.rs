//! Each claim as its specification says: what it is called, whether it holds
//! as the page opens, which presets turn it, and in how many settings it holds.

use std::collections::BTreeMap;

use serde::Deserialize;
use what_survives::math::Random;
use what_survives::params::{Plausible, Scale, Spec, Values};
use what_survives::simulator::AnySimulator;

use crate::chosen;

/// What the specification of a simulator says about one of its claims.
#[derive(Deserialize)]
struct Expected {
    claim: String,
    name: String,
    /// The verdict with the numbers that the page opens with.
    opens: String,
    /// The presets in which the verdict is the other one; all of them.
    turned_by: Vec<String>,
    /// The shares of settings in which it holds: anywhere on the sliders, and
    /// within what is plausible. A theorem has none.
    share_anywhere: Option<f64>,
    share_plausible: Option<f64>,
}

/// Settings that are drawn, and how far the shares found may be from those of
/// the specification, which come from 4,000 draws.
const DRAWS: u32 = 8000;
const TOLERANCE: f64 = 0.03;

fn expected() -> BTreeMap<String, Vec<Expected>> {
    serde_json::from_str(include_str!("../claims.json")).unwrap()
}

#[test]
fn claims_are_those_of_the_specification_with_its_verdicts() {
    let expected = expected();
    let mut problems = Vec::new();
    for simulator in chosen() {
        let id = simulator.info().id;
        let (claims, expected) = (simulator.claims(), &expected[id]);
        let names: Vec<_> = claims.iter().map(|claim| (claim.id, claim.name)).collect();
        let named: Vec<_> = expected.iter().map(|claim| (&*claim.claim, &*claim.name)).collect();
        assert_eq!(names, named, "{id}");
        for (place, (claim, expected)) in claims.iter().zip(expected).enumerate() {
            let verdict = |values: &Values| claim.verdict(simulator.margin(place, values));
            let opens = verdict(&Values::defaults(simulator.specs()));
            if opens != expected.opens {
                problems.push(format!("{id}: {} {opens} as the page opens", claim.id));
            }
            assert_eq!(claim.fails_because.is_empty(), opens == "holds", "{id}: {}", claim.id);
            for preset in simulator.presets() {
                let is_turned = verdict(&simulator.preset_values(preset)) != opens;
                if is_turned != expected.turned_by.iter().any(|turns| turns == preset.id) {
                    let turns = if is_turned { "turns" } else { "does not turn" };
                    problems.push(format!("{id}: {} {turns} {}", preset.id, claim.id));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn claims_hold_in_as_many_settings_as_their_specification_says() {
    let expected = expected();
    let mut problems = Vec::new();
    for simulator in chosen() {
        let id = simulator.info().id;
        let mut check = |what: &str,
                         draw: fn(&Spec, &mut Random) -> f64,
                         of: fn(&Expected) -> Option<f64>| {
            let found = shares(simulator, draw);
            for (expected, found) in expected[id].iter().zip(found) {
                if let Some(share) = of(expected).filter(|share| (share - found).abs() > TOLERANCE) {
                    problems
                        .push(format!("{id}: {} holds in {found:.3} {what}, not in {share}", expected.claim));
                }
            }
        };
        check("of all settings", anywhere, |claim| claim.share_anywhere);
        check("of the plausible settings", plausible, |claim| claim.share_plausible);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// In which share of settings each claim holds.
fn shares(simulator: &dyn AnySimulator, draw: fn(&Spec, &mut Random) -> f64) -> Vec<f64> {
    let claims = simulator.claims();
    let mut holds = vec![0_u32; claims.len()];
    let mut random = Random::new(13);
    for _ in 0..DRAWS {
        let mut values = Values::defaults(simulator.specs());
        for spec in simulator.specs() {
            values.set(spec.id, draw(spec, &mut random));
        }
        for (place, claim) in claims.iter().enumerate() {
            holds[place] += u32::from(claim.holds(simulator.margin(place, &values)));
        }
    }
    holds.into_iter().map(|number| f64::from(number) / f64::from(DRAWS)).collect()
}

/// A value from anywhere on the slider; any choice.
fn anywhere(spec: &Spec, random: &mut Random) -> f64 {
    match spec.scale {
        Scale::Flag | Scale::Choice(_) => any(spec, random),
        _ => spec.at_fraction(random.uniform()),
    }
}

/// A plausible value.
fn plausible(spec: &Spec, random: &mut Random) -> f64 {
    match spec.plausible {
        Plausible::Default => spec.default,
        Plausible::Any => any(spec, random),
        Plausible::Between(low, high) => {
            let (low, high) = (spec.fraction(low), spec.fraction(high));
            spec.at_fraction(low + random.uniform() * (high - low))
        }
    }
}

fn any(spec: &Spec, random: &mut Random) -> f64 {
    (random.bits() % (spec.max() as u64 + 1)) as f64
}
