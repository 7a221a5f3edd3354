//! A readout over all draws: quantiles, and dots to look at.

use super::draws::{DRAWS, Draws};

/// How many dots stand for all draws.
pub const DOTS: u32 = 50;

/// One fiftieth of all draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The value in its middle; `None` if it does not exist.
    pub value: Option<f64>,
    /// Whether it stands for draws in which a claim holds.
    pub holds: bool,
}

/// A readout sorted by size. What does not exist counts as the largest.
pub struct Spread {
    /// The draws, by their numbers, from the smallest value to the largest.
    order: Vec<usize>,
    values: Vec<f64>,
}

impl Spread {
    /// That of the readout at a place.
    #[must_use]
    pub fn new(draws: &Draws, readout: usize) -> Self {
        let values: Vec<f64> = draws.readout(readout).collect();
        Self { order: order(&values), values }
    }

    /// The value below which a share of all draws lies; `None` if it does not
    /// exist.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let last = self.order.len() - 1;
        let value = self.values[self.order[((share * f64::from(DRAWS)) as usize).min(last)]];
        (!value.is_nan()).then_some(value)
    }

    /// The whole of it in fifty dots, from the smallest to the largest. Of any
    /// number of them in a row as many hold as of their draws, to within one:
    /// what a fiftieth is short of or beyond a dot, the next one has.
    #[must_use]
    pub fn dots(&self, draws: &Draws, claim: usize) -> Vec<Dot> {
        let holds: Vec<bool> = draws.holds(claim).collect();
        let start = |dot: u32| (dot * DRAWS / DOTS) as usize;
        let mut owed = 0.0;
        let dot = |dot: u32| {
            let there = &self.order[start(dot)..start(dot + 1)];
            let holding = there.iter().filter(|draw| holds[**draw]).count();
            owed += holding as f64 / there.len() as f64;
            let holds = owed >= 0.5;
            owed -= f64::from(u8::from(holds));
            Dot { value: self.quantile((f64::from(dot) + 0.5) / f64::from(DOTS)), holds }
        };
        (0..DOTS).map(dot).collect()
    }

    /// The rank of each draw from 0 on. Draws with the same value share the
    /// mean of their ranks.
    pub(super) fn ranks(&self) -> Vec<f64> {
        let mut ranks = vec![0.0; self.order.len()];
        let mut from = 0;
        while from < self.order.len() {
            let value = self.values[self.order[from]];
            let same = |draw: &&usize| self.values[**draw].total_cmp(&value).is_eq();
            let to = from + self.order[from..].iter().take_while(same).count();
            for draw in &self.order[from..to] {
                ranks[*draw] = (from + to - 1) as f64 / 2.0;
            }
            from = to;
        }
        ranks
    }
}

/// The places of some numbers from the smallest to the largest; equal ones in
/// their order, and NaN last.
///
/// Shell sort with Ciura's gaps: the standard library's sorts cost readers
/// kilobytes, and an insertion sort of a thousand a millisecond.
pub(super) fn order(numbers: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..numbers.len()).collect();
    let after = |one: usize, other: usize| match numbers[one].total_cmp(&numbers[other]) {
        std::cmp::Ordering::Equal => one > other,
        found => found.is_gt(),
    };
    for gap in [301, 132, 57, 23, 10, 4, 1] {
        for end in gap..places.len() {
            let mut at = end;
            while at >= gap && after(places[at - gap], places[at]) {
                places.swap(at, at - gap);
                at -= gap;
            }
        }
    }
    places
}
