//! Which parameters move nothing.

use super::draws::{Sample, observe};
use super::search::Search;
use crate::params::{Ranges, Spec, Values};
use crate::simulator::AnySimulator;

/// At so many points each parameter is moved alone, and to so many places.
const POINTS: u32 = 16;
const PLACES: u32 = 5;

/// Numbers that differ by no more than this are the same, relative to the
/// larger of 1 and their size.
const SAME: f64 = 1e-12;

/// The search for parameters that move no readout and no claim anywhere in
/// some ranges.
pub struct StillSearch {
    sample: Sample,
    specs: Vec<&'static Spec>,
    claims: usize,
    /// Which parameter is moved, at which point and to which place.
    parameter: usize,
    point: u32,
    place: u32,
    /// What the simulator said at the first place.
    first: Vec<f64>,
    still: Vec<&'static Spec>,
}

impl StillSearch {
    /// A search in some ranges, all else as in `values`.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, values: &Values, ranges: &Ranges) -> Self {
        let sample = Sample::new(values, ranges);
        let (specs, claims) = (sample.specs().collect(), simulator.claims().len());
        let (first, still) = (Vec::new(), Vec::new());
        Self { sample, specs, claims, parameter: 0, point: 0, place: 0, first, still }
    }
}

impl Search for StillSearch {
    type Found = Vec<&'static Spec>;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Self::Found> {
        let Some(spec) = self.specs.get(self.parameter) else {
            return Some(std::mem::take(&mut self.still));
        };
        let share = f64::from(self.place) / f64::from(PLACES - 1);
        let values = self.sample.moved(self.point, self.parameter, share);
        let found = observe(simulator, &values, self.claims);
        if self.place == 0 {
            self.first = found;
        } else if !found.iter().zip(&self.first).all(|(now, then)| is_same(*now, *then)) {
            (self.parameter, self.point, self.place) = (self.parameter + 1, 0, 0);
            return None;
        }
        self.place += 1;
        if self.place == PLACES {
            (self.point, self.place) = (self.point + 1, 0);
        }
        if self.point == POINTS {
            self.still.push(spec);
            (self.parameter, self.point) = (self.parameter + 1, 0);
        }
        None
    }
}

/// Whether two numbers are the same, or neither exists.
fn is_same(one: f64, other: f64) -> bool {
    one.is_nan() && other.is_nan() || (one - other).abs() <= SAME * one.abs().max(other.abs()).max(1.0)
}
