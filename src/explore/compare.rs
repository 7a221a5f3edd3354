//! Why two states differ: what each changed parameter adds to the difference,
//! and the crux, the fewest changes that turn a verdict.

use super::draws::observe;
use super::search::Search;
use super::spread::order;
use crate::math::{Random, log10};
use crate::number::Format;
use crate::params::{Spec, Values};
use crate::simulator::{AnySimulator, ClaimInfo};

/// With at most so many changed parameters, all their subsets are tried.
const MOST_EXACT: usize = 12;

/// Else so many orders are drawn, and each is gone through backward, too.
const ORDERS: u32 = 256;
const SEED: u64 = 1;

/// Most cruxes that are named.
const MOST_CRUXES: usize = 3;

/// Values that differ by more than this factor are compared by it.
const FACTOR: f64 = 10.0;

/// What a difference is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Percentage points.
    Points,
    /// Powers of ten: 2 is a factor of 100.
    Log10,
    /// The unit of the readout.
    Plain,
    /// Whether it exists at all: 1 is there and was not before, −1 is gone.
    Existence,
}

/// Where a difference of the headline readout comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The id of the readout.
    pub readout: &'static str,
    /// How far it is from before; `None` if it exists neither before nor now.
    pub size: Option<f64>,
    /// What that is measured in.
    pub unit: Unit,
    /// What each changed parameter adds; empty if nothing can be said, because
    /// it does not exist for some mixtures of the two states.
    pub shares: Vec<f64>,
}

/// A claim whose verdict is not the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The place of the claim.
    pub claim: usize,
    /// Its margin before.
    pub before: f64,
    /// Its margin now.
    pub after: f64,
    /// What each changed parameter adds to the margin.
    pub shares: Vec<f64>,
    /// The smallest sets of changes that alone carry the verdict from before to
    /// now, as places in [`Comparison::changed`]; the most important first, and
    /// at most three.
    pub cruxes: Vec<Vec<usize>>,
    /// Whether there may be smaller ones: not all were tried.
    pub at_most: bool,
}

/// Two states compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The parameters that differ, in the order of the page.
    pub changed: Vec<&'static Spec>,
    /// The headline readout.
    pub headline: Difference,
    /// The claims whose verdicts differ.
    pub turns: Vec<Turn>,
}

/// Numbers that are shared out: the headline readout plainly, as a power of
/// ten, and as 1 where it exists; then the margins of the turned claims.
const PLAIN: usize = 0;
const LOG10: usize = 1;
const EXISTS: usize = 2;
const MARGINS: usize = 3;

/// The search for a [`Comparison`].
pub struct CompareSearch {
    before: Values,
    after: Values,
    /// The place of the headline readout, how it is shown, and its id.
    headline: (usize, Format, &'static str),
    claims: Vec<ClaimInfo>,
    turned: Vec<usize>,
    changed: Vec<&'static Spec>,
    /// The numbers for nothing and for everything changed.
    ends: [Vec<f64>; 2],
    /// The numbers for each subset of changes, if all are tried.
    subsets: Vec<Vec<f64>>,
    /// The order that is gone through, if not: how far, and what was there.
    order: Vec<usize>,
    orders: u32,
    walked: usize,
    last: Vec<f64>,
    random: Random,
    /// What each parameter adds to each number.
    shares: Vec<Vec<f64>>,
    turns: Vec<Turn>,
    greedy: Option<Greedy>,
}

/// The search for one small set of changes that turns a claim: the first of
/// them by their shares, then without those that are not needed.
struct Greedy {
    /// The changes, the most important first.
    order: Vec<usize>,
    chosen: u32,
    taken: usize,
    /// How many have been tried to be left out, once enough are chosen.
    spared: Option<usize>,
}

impl CompareSearch {
    /// What has changed from one state to the other.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, before: &Values, after: &Values) -> Self {
        let claims = simulator.claims();
        let id = simulator.info().headline;
        let readouts = simulator.readouts(after);
        let place = readouts.iter().position(|readout| readout.id == id).unwrap_or(0);
        let format = readouts.get(place).map_or(Format::Number, |readout| readout.format);
        let differing = before.iter().zip(after.numbers()).filter(|((_, then), now)| then != *now);
        let changed: Vec<_> = differing.map(|((spec, _), _)| spec).collect();
        let holds = |values: &Values, claim: usize| claims[claim].holds(simulator.margin(claim, values));
        let turned = (0..claims.len()).filter(|claim| holds(before, *claim) != holds(after, *claim));
        let turned = turned.collect();
        let mut search = Self {
            before: before.clone(),
            after: after.clone(),
            headline: (place, format, id),
            claims,
            turned,
            shares: Vec::new(),
            changed,
            ends: [Vec::new(), Vec::new()],
            subsets: Vec::new(),
            order: Vec::new(),
            orders: 0,
            walked: 0,
            last: Vec::new(),
            random: Random::new(SEED),
            turns: Vec::new(),
            greedy: None,
        };
        search.ends = [before, after].map(|values| search.numbers(simulator, values));
        search
    }

    fn numbers(&self, simulator: &dyn AnySimulator, values: &Values) -> Vec<f64> {
        let value = observe(simulator, values, 0)[self.headline.0];
        let power = if value > 0.0 { log10(value) } else { f64::NAN };
        let mut numbers = vec![value, power, f64::from(u8::from(!value.is_nan()))];
        numbers.extend(self.turned.iter().map(|claim| simulator.margin(*claim, values)));
        numbers
    }

    /// The state before with some of the changes made.
    fn mixture(&self, subset: u32) -> Values {
        let mut values = self.before.clone();
        for (place, spec) in self.changed.iter().enumerate() {
            if (subset >> place) & 1 == 1 {
                values.set(spec.id, self.after.get(spec.id).unwrap_or_default());
            }
        }
        values
    }

    fn is_exact(&self) -> bool {
        self.changed.len() <= MOST_EXACT
    }

    /// Looks at one more subset, or shares out to one more parameter; false if
    /// there is no more to do.
    fn share_exactly(&mut self, simulator: &dyn AnySimulator) -> bool {
        let count = self.changed.len();
        if self.subsets.len() < 1 << count {
            let numbers = self.numbers(simulator, &self.mixture(self.subsets.len() as u32));
            self.subsets.push(numbers);
            return true;
        }
        let place = self.shares.len();
        if place == count {
            return false;
        }
        let mut share = vec![0.0; self.ends[0].len()];
        for (subset, without) in
            self.subsets.iter().enumerate().filter(|(subset, _)| subset >> place & 1 == 0)
        {
            let with = &self.subsets[subset | 1 << place];
            let weight = weight(subset.count_ones(), count as u32);
            for ((share, with), without) in share.iter_mut().zip(with).zip(without) {
                *share += weight * (with - without);
            }
        }
        self.shares.push(share);
        true
    }

    /// Goes one step further through the orders; false if there is no more to do.
    fn share_by_orders(&mut self, simulator: &dyn AnySimulator) -> bool {
        let count = self.changed.len();
        if self.shares.is_empty() {
            self.shares = vec![vec![0.0; self.ends[0].len()]; count];
            self.order = (0..count).collect();
        }
        if self.orders == 2 * ORDERS {
            return false;
        }
        if self.walked == 0 {
            self.last.clone_from(&self.ends[0]);
            if self.orders.is_multiple_of(2) {
                self.shuffle();
            } else {
                self.order.reverse();
            }
        }
        let here = self.order[self.walked];
        self.walked += 1;
        let subset = self.order[..self.walked].iter().fold(0, |subset, place| subset | 1 << place);
        let now = if self.walked == count {
            self.ends[1].clone()
        } else {
            self.numbers(simulator, &self.mixture(subset))
        };
        for ((share, now), last) in self.shares[here].iter_mut().zip(&now).zip(&self.last) {
            *share += (now - last) / f64::from(2 * ORDERS);
        }
        self.last = now;
        if self.walked == count {
            (self.walked, self.orders) = (0, self.orders + 1);
        }
        true
    }

    /// Another order, each equally likely.
    fn shuffle(&mut self) {
        for end in (1..self.order.len()).rev() {
            let other = self.random.bits() % (end as u64 + 1);
            self.order.swap(end, other as usize);
        }
    }

    /// What each parameter adds to one of the numbers.
    fn shares_of(&self, number: usize) -> Vec<f64> {
        self.shares.iter().map(|shares| shares[number]).collect()
    }

    fn difference(&self) -> Difference {
        let (_, format, readout) = self.headline;
        let [before, after] = &self.ends;
        let size = |number: usize| after[number] - before[number];
        let shares = self.shares_of(LOG10);
        let is_far = size(LOG10).abs() > log10(FACTOR) && shares.iter().all(|share| share.is_finite());
        let scaled = if format == Format::Percent { 100.0 } else { 1.0 };
        let (number, unit, scale) = match format {
            _ if size(EXISTS) != 0.0 => (EXISTS, Unit::Existence, 1.0),
            Format::Percent => (PLAIN, Unit::Points, scaled),
            _ if is_far => (LOG10, Unit::Log10, 1.0),
            _ => (PLAIN, Unit::Plain, 1.0),
        };
        let size = Some(scale * size(number)).filter(|size| !size.is_nan());
        let mut shares: Vec<f64> = self.shares_of(number).iter().map(|share| scale * share).collect();
        if shares.iter().any(|share| share.is_nan()) {
            shares.clear();
        }
        Difference { readout, size, unit, shares }
    }

    /// Looks for the cruxes of the next turned claim; false if there is no more
    /// to do.
    fn next_turn(&mut self, simulator: &dyn AnySimulator) -> bool {
        let Some(&claim) = self.turned.get(self.turns.len()) else { return false };
        let number = MARGINS + self.turns.len();
        let [before, after] = [0, 1].map(|end| self.ends[end][number]);
        let info = self.claims[claim];
        // Towards the verdict of now is up.
        let shares = self.shares_of(number);
        let sign = if info.holds(after) { 1.0 } else { -1.0 };
        let toward: Vec<f64> = shares.iter().map(|share| sign * share).collect();
        let cruxes = if self.is_exact() {
            let turns: Vec<bool> =
                self.subsets.iter().map(|numbers| info.holds(numbers[number]) == info.holds(after)).collect();
            smallest(&turns, &toward)
        } else {
            match self.choose(simulator, claim, info.holds(after), &toward) {
                Some(crux) => vec![crux],
                None => return true,
            }
        };
        let cruxes = cruxes.into_iter().map(places).collect();
        self.turns.push(Turn { claim, before, after, shares, cruxes, at_most: !self.is_exact() });
        true
    }

    /// One step of the search for a small set of changes; the set, once it is
    /// found.
    fn choose(
        &mut self,
        simulator: &dyn AnySimulator,
        claim: usize,
        holds: bool,
        toward: &[f64],
    ) -> Option<u32> {
        let down: Vec<f64> = toward.iter().map(|share| -share).collect();
        let start = || Greedy { order: order(&down), chosen: 0, taken: 0, spared: None };
        let mut greedy = self.greedy.take().unwrap_or_else(start);
        let turns =
            |subset: u32| self.claims[claim].holds(simulator.margin(claim, &self.mixture(subset))) == holds;
        match greedy.spared {
            None => {
                greedy.chosen |= 1 << greedy.order[greedy.taken];
                greedy.taken += 1;
                if greedy.taken == greedy.order.len() || turns(greedy.chosen) {
                    greedy.spared = Some(greedy.taken);
                }
            }
            Some(0) => return Some(greedy.chosen),
            Some(left) => {
                // The least important first.
                let fewer = greedy.chosen & !(1 << greedy.order[left - 1]);
                if turns(fewer) {
                    greedy.chosen = fewer;
                }
                greedy.spared = Some(left - 1);
            }
        }
        self.greedy = Some(greedy);
        None
    }
}

impl Search for CompareSearch {
    type Found = Comparison;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Comparison> {
        let goes_on =
            if self.is_exact() { self.share_exactly(simulator) } else { self.share_by_orders(simulator) };
        if goes_on || self.next_turn(simulator) {
            return None;
        }
        let (changed, turns) = (self.changed.clone(), std::mem::take(&mut self.turns));
        Some(Comparison { changed, headline: self.difference(), turns })
    }
}

/// The weight of a subset of this size, of all but one of so many players, in
/// the Shapley value (L. S. Shapley, A value for n-person games, 1953).
fn weight(size: u32, players: u32) -> f64 {
    let subsets =
        (0..size).fold(1.0, |subsets, at| subsets * f64::from(players - 1 - at) / f64::from(at + 1));
    1.0 / (f64::from(players) * subsets)
}

/// The smallest subsets that turn something, those with the largest shares
/// toward it first.
fn smallest(turns: &[bool], toward: &[f64]) -> Vec<u32> {
    let mut found: Vec<(u32, f64)> = Vec::new();
    for subset in (0..turns.len() as u32).filter(|subset| turns[*subset as usize]) {
        let size = subset.count_ones();
        let share: f64 = places(subset).into_iter().map(|place| toward[place]).sum();
        if found.first().is_some_and(|(first, _)| first.count_ones() > size) {
            found.clear();
        }
        if found.first().is_none_or(|(first, _)| first.count_ones() == size) {
            let at = found.iter().take_while(|(_, other)| *other >= share).count();
            found.insert(at, (subset, share));
            found.truncate(MOST_CRUXES);
        }
    }
    found.into_iter().map(|(subset, _)| subset).collect()
}

/// The places in a subset.
fn places(subset: u32) -> Vec<usize> {
    (0..u32::BITS as usize).filter(|place| (subset >> place) & 1 == 1).collect()
}
