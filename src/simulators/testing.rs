//! Parameters to try a simulator's laws on: random points in the legal box, on
//! its sides and in its corners.

use crate::math::Random;
use crate::params::{Params, Values, from_query};
use crate::simulator::{AnySimulator, Simulator};

/// 600 legal values, the same each time; half of the coordinates lie at an
/// end of their range.
pub fn values<P: Params>() -> Vec<Values> {
    let mut random = Random::new(1);
    let mut point = || {
        let mut values = Values::defaults(P::SPECS);
        for spec in P::SPECS {
            values.set(spec.id, spec.at_fraction(2.0 * random.uniform() - 0.5));
        }
        values
    };
    (0..600).map(|_| point()).collect()
}

/// The same as typed parameters.
pub fn all<P: Params>() -> Vec<P> {
    values::<P>().iter().map(P::from_values).collect()
}

/// The parameters of a link.
pub fn of<P: Params>(query: &str) -> P {
    let (values, notices) = from_query(&Values::defaults(P::SPECS), query);
    assert!(notices.is_empty(), "{query}: {notices:?}");
    P::from_values(&values)
}

/// Whether numbers are as near as doubles and a test can ask for.
pub fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

/// Runs a simulator at every one of these values: all is finite (a y may be
/// missing), and no caption shows a number that is none.
pub fn check_runs<S: Simulator>(simulator: &S) {
    for values in values::<S::Params>() {
        let run = simulator.run(&values);
        for readout in &run.readouts {
            assert!(readout.value.is_none_or(f64::is_finite), "{readout:?} at {values:?}");
        }
        for (place, claim) in simulator.claims().iter().enumerate() {
            assert!(simulator.margin(place, &values).is_finite(), "{} at {values:?}", claim.id);
        }
        for figure in &run.figures {
            let caption = &figure.caption;
            let odd = ["NaN", "inf", "∞", "–", "{", "−"].iter().any(|odd| caption.contains(odd));
            assert!(!odd && caption.ends_with('.'), "{caption} at {values:?}");
            for series in figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(|mark| mark.series()) {
                let legal = |point: &[f64; 2]| point[0].is_finite() && !point[1].is_infinite();
                assert!(series.points.iter().all(legal), "{} at {values:?}", series.id);
            }
        }
    }
}
