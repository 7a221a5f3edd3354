//! What a simulator says all over the ranges of its parameters.

use super::search::Search;
use super::sobol::{Coordinate, POINTS};
use crate::params::{Ranges, Spec, Values};
use crate::simulator::{AnySimulator, ClaimInfo};

/// How many points of the ranges are drawn.
pub const DRAWS: u32 = POINTS;

/// The points of the ranges at which a simulator is asked. Parameters without
/// a range stay as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    values: Values,
    /// Each parameter that has a range, with its ends.
    ranged: Vec<(&'static Spec, (f64, f64))>,
    coordinates: Vec<Coordinate>,
}

impl Sample {
    /// The points of some ranges, all else as in `values`.
    #[must_use]
    pub fn new(values: &Values, ranges: &Ranges) -> Self {
        let ranged: Vec<_> = ranges.iter().collect();
        let coordinates = (0..ranged.len()).map(Coordinate::new).collect();
        // Where the curves are drawn says nothing about the draws, so that they
        // stay true while only that moves.
        let mut values = values.clone();
        for (spec, (low, _)) in &ranged {
            values.set(spec.id, *low);
        }
        Self { values, ranged, coordinates }
    }

    /// The parameters that have a range, in the order of the page.
    pub fn specs(&self) -> impl Iterator<Item = &'static Spec> + '_ {
        self.ranged.iter().map(|(spec, _)| *spec)
    }

    /// The values at one point. The first 2^k points of all fill the ranges
    /// evenly, too.
    #[must_use]
    pub fn at(&self, point: u32) -> Values {
        let mut values = self.values.clone();
        for ((spec, (low, high)), coordinate) in self.ranged.iter().zip(&self.coordinates) {
            values.set(spec.id, spec.between(*low, *high, coordinate.at(point)));
        }
        values
    }

    /// The same with the parameter at a place in [`Sample::specs`] alone at a
    /// share of the way from its low end to its high one.
    pub(super) fn moved(&self, point: u32, place: usize, share: f64) -> Values {
        let (spec, (low, high)) = self.ranged[place];
        self.at(point).with(spec.id, spec.between(low, high, share))
    }

    /// In which of so many equal parts of its range the parameter at a place
    /// lies at a point.
    pub(super) fn part(&self, point: u32, place: usize, parts: u32) -> usize {
        (self.coordinates[place].step(point) * parts / POINTS) as usize
    }
}

/// All that a simulator says for some values, as numbers: its readouts, NaN
/// for what does not exist, and after them the margins of its claims.
pub(super) fn observe(simulator: &dyn AnySimulator, values: &Values, claims: usize) -> Vec<f64> {
    let readouts = simulator.readouts(values);
    let readouts = readouts.iter().map(|readout| readout.value.unwrap_or(f64::NAN));
    readouts.chain((0..claims).map(|claim| simulator.margin(claim, values))).collect()
}

/// What a simulator says at all points of a [`Sample`].
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// Where it was asked.
    pub sample: Sample,
    /// Its claims.
    pub claims: Vec<ClaimInfo>,
    /// Its readouts, by their ids.
    pub readouts: Vec<&'static str>,
    /// The place of the headline readout.
    pub headline: usize,
    /// What [`observe`] gives at each point, one after the other.
    numbers: Vec<f64>,
}

impl Draws {
    /// A readout at each point; NaN where it does not exist.
    pub fn readout(&self, place: usize) -> impl Iterator<Item = f64> + '_ {
        let width = self.readouts.len() + self.claims.len();
        self.numbers.chunks(width).map(move |numbers| numbers[place])
    }

    /// Whether a claim holds, at each point.
    pub fn holds(&self, claim: usize) -> impl Iterator<Item = bool> + '_ {
        self.readout(self.readouts.len() + claim).map(move |margin| self.claims[claim].holds(margin))
    }

    /// In how many of the [`DRAWS`] a claim holds.
    #[must_use]
    pub fn holds_in(&self, claim: usize) -> u32 {
        self.holds(claim).map(u32::from).sum()
    }

    /// In how many of the [`DRAWS`] a readout does not exist.
    #[must_use]
    pub fn absent_in(&self, place: usize) -> u32 {
        self.readout(place).map(|value| u32::from(value.is_nan())).sum()
    }
}

/// The search that makes [`Draws`].
pub struct DrawSearch {
    draws: Option<Draws>,
    point: u32,
}

impl DrawSearch {
    /// Draws from some ranges, all else as in `values`.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, values: &Values, ranges: &Ranges) -> Self {
        let claims = simulator.claims();
        let readouts: Vec<_> = simulator.readouts(values).iter().map(|readout| readout.id).collect();
        let headline = simulator.info().headline;
        let headline = readouts.iter().position(|id| *id == headline).unwrap_or(0);
        let numbers = Vec::with_capacity(DRAWS as usize * (readouts.len() + claims.len()));
        let sample = Sample::new(values, ranges);
        Self { draws: Some(Draws { sample, claims, readouts, headline, numbers }), point: 0 }
    }
}

impl Search for DrawSearch {
    type Found = Draws;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Draws> {
        let Draws { sample, claims, numbers, .. } = self.draws.as_mut()?;
        numbers.extend(observe(simulator, &sample.at(self.point), claims.len()));
        self.point += 1;
        // All of it is large: it is given away and not copied.
        if self.point == DRAWS { self.draws.take() } else { None }
    }
}
