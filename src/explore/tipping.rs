//! Where along one parameter a claim holds, and where it flips.

use super::search::Search;
use crate::number::round_to_digits;
use crate::params::{Scale, Spec, Values};
use crate::simulator::{AnySimulator, HOLDS_ABOVE};

/// Steps of the scan along a parameter's range. Two flips closer together
/// than one step are not seen.
const SCAN_STEPS: u32 = 200;

/// A bracket this narrow, as a part of the slider, is as good as a point.
const NARROW: f64 = 1e-13;

/// Where along one parameter a claim holds, all others staying as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Whether it holds at the smallest value.
    pub holds_at_min: bool,
    /// Where it flips, from small to large.
    pub flips: Vec<Flip>,
}

/// A place at which a claim flips.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// The last legal value before it that was looked at.
    pub below: f64,
    /// The first legal value after it that was looked at; next to `below` for
    /// a count or choice, and equal to about 13 digits otherwise.
    pub above: f64,
    /// Whether the claim holds above it (and so fails below it).
    pub holds_above: bool,
}

impl Flip {
    /// A value close by at which the claim holds, or fails: with few digits
    /// where that is possible.
    #[must_use]
    pub fn near(&self, spec: &Spec, holds: bool) -> f64 {
        let is_above = holds == self.holds_above;
        let exact = if is_above { self.above } else { self.below };
        if spec.is_whole() || exact == 0.0 {
            return exact;
        }
        let magnitude = libm::floor(libm::log10(exact.abs()));
        (3..15)
            .flat_map(|digits| {
                // Rounding must not cross the flip; if it does, one digit on.
                let rounded = round_to_digits(exact, digits);
                let last_digit = libm::pow(10.0, magnitude + f64::from(1 - digits));
                let on = if is_above { rounded + last_digit } else { rounded - last_digit };
                [rounded, round_to_digits(on, digits)].map(|value| spec.legal(value))
            })
            .find(|&value| if is_above { value >= self.above } else { value <= self.below })
            .unwrap_or(exact)
    }
}

impl Flip {
    /// A value close by on the side above it, or below.
    #[must_use]
    pub fn beyond(&self, spec: &Spec, is_above: bool) -> f64 {
        self.near(spec, self.holds_above == is_above)
    }
}

impl Track {
    /// The stretches where the claim holds, as fractions of the slider.
    #[must_use]
    pub fn stretches(&self, spec: &Spec) -> Vec<(f64, f64)> {
        let mut stretches = Vec::new();
        let mut from = self.holds_at_min.then_some(0.0);
        for flip in &self.flips {
            let at = spec.fraction((flip.below + flip.above) / 2.0);
            match from.take() {
                Some(start) => stretches.push((start, at)),
                None => from = Some(at),
            }
        }
        stretches.extend(from.map(|start| (start, 1.0)));
        stretches
    }
}

/// The search for a [`Track`]: a scan over the range, then bisection of every
/// step in which the verdict changes.
pub struct TrackSearch {
    claim: usize,
    values: Values,
    spec: Spec,
    /// How many places the scan looks at, and how many it has seen.
    places: u32,
    seen: u32,
    last: Option<(f64, bool)>,
    /// The bracket that is being narrowed: fractions, and the verdict below.
    bracket: Option<Bracket>,
    track: Track,
}

struct Bracket {
    low: f64,
    high: f64,
    holds_low: bool,
}

impl TrackSearch {
    /// A search for one claim along one parameter around `values`.
    #[must_use]
    pub fn new(claim: usize, values: &Values, spec: &Spec) -> Self {
        let places = match spec.scale {
            Scale::Flag | Scale::Choice(_) | Scale::Count { .. } => {
                (spec.max() - spec.min()).min(f64::from(SCAN_STEPS)) as u32 + 1
            }
            _ => SCAN_STEPS + 1,
        };
        let track = Track { holds_at_min: false, flips: Vec::new() };
        Self { claim, values: values.clone(), spec: *spec, places, seen: 0, last: None, bracket: None, track }
    }

    fn at(&self, fraction: f64) -> f64 {
        self.spec.at_fraction(fraction)
    }

    fn holds(&self, simulator: &dyn AnySimulator, value: f64) -> bool {
        simulator.margin(self.claim, &self.values.with(self.spec.id, value)) > HOLDS_ABOVE
    }
}

impl Search for TrackSearch {
    type Found = Track;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Self::Found> {
        if let Some(bracket) = &self.bracket {
            let middle = (bracket.low + bracket.high) / 2.0;
            let (below, value, above) = (self.at(bracket.low), self.at(middle), self.at(bracket.high));
            if bracket.high - bracket.low < NARROW || value == below || value == above {
                self.track.flips.push(Flip { below, above, holds_above: !bracket.holds_low });
                self.bracket = None;
            } else {
                let holds = self.holds(simulator, value);
                if let Some(bracket) = &mut self.bracket {
                    let end = if holds == bracket.holds_low { &mut bracket.low } else { &mut bracket.high };
                    *end = middle;
                }
            }
            return None;
        }
        if self.seen == self.places {
            return Some(self.track.clone());
        }
        let fraction = f64::from(self.seen) / f64::from(self.places - 1);
        let holds = self.holds(simulator, self.at(fraction));
        match self.last {
            None => self.track.holds_at_min = holds,
            Some((low, holds_low)) if holds_low != holds => {
                self.bracket = Some(Bracket { low, high: fraction, holds_low });
            }
            Some(_) => {}
        }
        self.last = Some((fraction, holds));
        self.seen += 1;
        None
    }
}
