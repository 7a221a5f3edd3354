//! Bands around the curves of the headline figure.

use super::draws::Sample;
use super::search::Search;
use super::spread::order;
use crate::chart::{Axis, Figure, Mark, Series};
use crate::params::{Ranges, Values};
use crate::simulator::AnySimulator;

/// Bands come from so many points: each costs a whole figure.
const POINTS: u32 = 64;

/// The shares of all curves that lie below the low end of a band, its middle
/// and its high end.
const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// Where most curves lie, along one curve of the headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The place of its panel.
    pub panel: usize,
    /// The id of its series.
    pub series: &'static str,
    /// At each x of the curve that is drawn `[x, low, middle, high]`; NaN where
    /// fewer than half of the curves have a value.
    pub points: Vec<[f64; 4]>,
}

/// A curve as it is drawn, and what the others have at its places.
struct Curve {
    panel: usize,
    series: &'static str,
    axis: Axis,
    places: Vec<f64>,
    /// The heights of one curve after the other.
    heights: Vec<f64>,
}

/// The search for all bands of the headline figure.
pub struct BandSearch {
    sample: Sample,
    point: u32,
    curves: Vec<Curve>,
    bands: Vec<Band>,
}

impl BandSearch {
    /// Bands over some ranges around the curves for `values`.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, values: &Values, ranges: &Ranges) -> Self {
        let run = simulator.run(values);
        let figure = run.figure(0);
        let curve = |(panel, series): (usize, &Series)| Curve {
            panel,
            series: series.id,
            axis: figure.x_of(&figure.panels[panel]).clone(),
            places: series.points.iter().map(|point| point[0]).collect(),
            heights: Vec::new(),
        };
        let curves = lines(figure).map(curve).filter(|curve| curve.places.is_sorted()).collect();
        Self { sample: Sample::new(values, ranges), point: 0, curves, bands: Vec::new() }
    }
}

impl Search for BandSearch {
    type Found = Vec<Band>;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Vec<Band>> {
        if self.point < POINTS && !self.curves.is_empty() {
            let run = simulator.run(&self.sample.at(self.point));
            let figure = run.figure(0);
            for curve in &mut self.curves {
                let there = lines(figure).find(|there| (there.0, there.1.id) == (curve.panel, curve.series));
                let points = there.map_or(&[][..], |(_, series)| &series.points);
                let heights = curve.places.iter().map(|place| height(&curve.axis, points, *place));
                curve.heights.extend(heights);
            }
            self.point += 1;
            return None;
        }
        match self.curves.get(self.bands.len()) {
            Some(curve) => {
                self.bands.push(curve.band());
                None
            }
            None => Some(std::mem::take(&mut self.bands)),
        }
    }
}

impl Curve {
    fn band(&self) -> Band {
        let point = |(at, x): (usize, &f64)| {
            let heights = self.heights.iter().skip(at).step_by(self.places.len()).copied();
            let mut heights: Vec<f64> = heights.filter(|height| !height.is_nan()).collect();
            if 2 * heights.len() < POINTS as usize {
                return [*x, f64::NAN, f64::NAN, f64::NAN];
            }
            heights = order(&heights).into_iter().map(|place| heights[place]).collect();
            let [low, middle, high] = SHARES.map(|share| heights[(share * heights.len() as f64) as usize]);
            [*x, low, middle, high]
        };
        let points = self.places.iter().enumerate().map(point).collect();
        Band { panel: self.panel, series: self.series, points }
    }
}

/// The lines of a figure, with the places of their panels.
fn lines(figure: &Figure) -> impl Iterator<Item = (usize, &Series)> {
    let marks = figure
        .panels
        .iter()
        .enumerate()
        .flat_map(|(at, panel)| panel.marks.iter().map(move |mark| (at, mark)));
    marks.filter_map(|(panel, mark)| match mark {
        Mark::Line(series) => Some((panel, series)),
        _ => None,
    })
}

/// How high a curve, whose points come in order, is at a place, between them in
/// proportion to the axis; NaN where it has no value.
fn height(axis: &Axis, points: &[[f64; 2]], x: f64) -> f64 {
    let at = points.partition_point(|point| point[0] < x);
    match (at.checked_sub(1).map(|before| points[before]), points.get(at)) {
        (_, Some([place, height])) if *place == x => *height,
        (Some([before, low]), Some([after, high])) => {
            let [before, here, after] = [before, x, *after].map(|place| axis.fraction(place));
            low + (here - before) / (after - before) * (high - low)
        }
        _ => f64::NAN,
    }
}
