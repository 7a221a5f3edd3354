//! How far the headline result moves when one parameter alone moves.

use super::search::Search;
use crate::math::sort_short;
use crate::params::{Scale, Spec, Values};
use crate::simulator::AnySimulator;

/// Places along each parameter at which the model is run.
const PLACES: u32 = 21;

/// A logarithmic range of more than this many powers of ten is wide: only its
/// middle, from 10 % to 90 % of the slider, is plausible enough to compare.
const WIDE_DECADES: f64 = 3.0;

/// How far the headline result moves when one parameter alone goes over its
/// range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// The parameter.
    pub id: &'static str,
    /// The smallest headline result, and the value that gives it.
    pub low: (f64, f64),
    /// The largest headline result, and the value that gives it.
    pub high: (f64, f64),
}

impl Lever {
    /// How far the result moves.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.high.0 - self.low.0
    }
}

/// The search for all levers of a state, one model run at a time.
pub struct LeverSearch {
    values: Values,
    headline: &'static str,
    parameter: usize,
    place: u32,
    levers: Vec<Lever>,
}

impl LeverSearch {
    /// A search around `values` that gives the largest first. Parameters that
    /// never give a result have no lever.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, values: &Values) -> Self {
        let headline = simulator.info().headline;
        Self { values: values.clone(), headline, parameter: 0, place: 0, levers: Vec::new() }
    }
}

impl Search for LeverSearch {
    type Found = Vec<Lever>;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Self::Found> {
        let Some(spec) = self.values.specs().get(self.parameter) else {
            let mut levers = std::mem::take(&mut self.levers);
            sort_short(&mut levers, |a, b| a.size() > b.size());
            return Some(levers);
        };
        if spec.shows {
            self.parameter += 1;
            return None;
        }
        let (from, to) = ends(spec);
        let places = places(spec);
        let fraction = from + (to - from) * f64::from(self.place) / f64::from(places - 1);
        let value = spec.short_at_fraction(fraction);
        let readouts = simulator.readouts(&self.values.with(spec.id, value));
        let result =
            readouts.iter().find(|readout| readout.id == self.headline).and_then(|readout| readout.value);
        if let Some(result) = result {
            match self.levers.last_mut().filter(|lever| lever.id == spec.id) {
                Some(lever) => {
                    if result < lever.low.0 {
                        lever.low = (result, value);
                    }
                    if result > lever.high.0 {
                        lever.high = (result, value);
                    }
                }
                None => {
                    self.levers.push(Lever { id: spec.id, low: (result, value), high: (result, value) });
                }
            }
        }
        self.place += 1;
        if self.place == places {
            self.place = 0;
            self.parameter += 1;
        }
        None
    }
}

fn ends(spec: &Spec) -> (f64, f64) {
    let is_wide = match spec.scale {
        Scale::Log { min, max } | Scale::LogCount { min, max } => libm::log10(max / min) > WIDE_DECADES,
        _ => false,
    };
    if is_wide { (0.1, 0.9) } else { (0.0, 1.0) }
}

fn places(spec: &Spec) -> u32 {
    match spec.scale {
        Scale::Flag | Scale::Choice(_) => spec.max() as u32 + 1,
        _ => PLACES,
    }
}
