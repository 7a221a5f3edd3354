//! Legal parameters, to hold the laws of the models against.

use crate::chart::Figure;
use crate::math::Random;
use crate::params::{Params, Values, from_query};
use crate::simulator::Simulator;

/// The defaults, random corners of the ranges, and random points within them.
pub fn legal<P: Params>(number: u32) -> Vec<P> {
    let mut random = Random::new(1);
    let mut all = vec![defaults()];
    for index in 0..number {
        let mut values = Values::defaults(P::SPECS);
        for spec in P::SPECS {
            let fraction = random.uniform();
            let fraction = if index % 2 == 0 { libm::round(fraction) } else { fraction };
            values.set(spec.id, spec.at_fraction(fraction));
        }
        all.push(P::from_values(&values));
    }
    all
}

/// Every parameter at its default.
pub fn defaults<P: Params>() -> P {
    P::from_values(&Values::defaults(P::SPECS))
}

/// The parameters of a preset.
pub fn preset<S: Simulator>(id: &str) -> S::Params {
    let preset = S::PRESETS.iter().find(|preset| preset.id == id).expect("a preset");
    S::Params::from_values(&from_query(&Values::defaults(S::Params::SPECS), &preset.query()).0)
}

/// Checks that a number is what it should be, to within a tolerance.
pub fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

/// All figures for some parameters.
pub fn figures<S: Simulator>(params: &S::Params) -> Vec<Figure> {
    let outcome = S::simulate(params);
    S::FIGURES.iter().map(|figure| figure.of(params, &outcome)).collect()
}

/// Checks that every caption is words and every range and value a number
/// (a y may be missing).
pub fn check_figures<S: Simulator>(params: &S::Params) {
    for figure in figures::<S>(params) {
        let caption = &figure.caption;
        assert!(caption.ends_with('.') && !caption.contains(['∞', '–', '{']), "{}: {caption}", figure.id);
        for axis in std::iter::once(&figure.x).chain(figure.panels.iter().map(|panel| &panel.y)) {
            let (from, to) = axis.range;
            assert!(from.is_finite() && to.is_finite() && from < to, "{}: {axis:?}", figure.id);
        }
        for series in figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(|mark| mark.series()) {
            for [x, y] in &series.points {
                assert!(x.is_finite() && !y.is_infinite(), "{}, {}: {x}, {y}", figure.id, series.id);
            }
        }
    }
}
