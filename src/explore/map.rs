//! Where a claim holds on a map of two assumptions.

use super::search::Search;
use super::tipping::{Flip, TrackSearch};
use super::words::percent;
use crate::params::{Spec, Values};
use crate::simulator::{AnySimulator, ClaimInfo};

/// Positions along each slider.
pub const COLUMNS: usize = 41;
/// See [`COLUMNS`].
pub const ROWS: usize = 31;

/// So often the edge between two positions is halved to find the border: to
/// less than a hundredth of it.
const HALVINGS: u32 = 7;

/// Where a claim holds if two parameters are anywhere on their sliders and all
/// else stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The parameter from left to right.
    pub x: &'static Spec,
    /// The parameter from bottom to top.
    pub y: &'static Spec,
    /// The place of the claim.
    pub claim: usize,
    /// Whether it holds at each position, left to right, then bottom to top;
    /// the outermost are the ends of the sliders.
    pub holds: Vec<bool>,
    /// The border, in straight pieces between two points `[x, y]`, each as
    /// fractions of the sliders.
    pub border: Vec<[[f64; 2]; 2]>,
    /// For each of the two that turns the claim alone, the nearest flips below
    /// and above of here.
    pub turns: Vec<(&'static Spec, [Option<Flip>; 2])>,
    /// What holds here, how much of the map that is, and which steps along one
    /// of the two turn it.
    pub words: String,
}

impl Map {
    /// At how many positions the claim holds.
    #[must_use]
    pub fn holds_at(&self) -> u32 {
        self.holds.iter().map(|holds| u32::from(*holds)).sum()
    }
}

/// A piece of the way from one position to its neighbour, halved again and
/// again while its ends differ.
struct Edge {
    /// The place of the crossing in [`MapSearch::crossings`].
    place: usize,
    low: [f64; 2],
    high: [f64; 2],
    holds_low: bool,
    halvings: u32,
}

/// The search for a [`Map`].
pub struct MapSearch {
    values: Values,
    map: Map,
    info: ClaimInfo,
    edge: Option<Edge>,
    /// Where the border crosses the edges from each position to the right and
    /// upward, two for each position.
    crossings: Vec<Option<[f64; 2]>>,
    /// How many edges, and how many cells, have been looked at.
    edges: usize,
    cells: usize,
    /// The search along each of the two that is not yet done.
    tracks: Vec<(&'static Spec, TrackSearch)>,
}

impl MapSearch {
    /// A map of a claim around `values`.
    #[must_use]
    pub fn new(
        simulator: &dyn AnySimulator,
        values: &Values,
        [x, y]: [&'static Spec; 2],
        claim: usize,
    ) -> Self {
        let info = simulator.claims()[claim];
        // Nothing flips a theorem.
        let searched = if info.theorem.is_empty() { &[y, x][..] } else { &[] };
        let tracks = searched.iter().map(|spec| (*spec, TrackSearch::new(claim, values, spec))).collect();
        let map = Map {
            x,
            y,
            claim,
            holds: Vec::new(),
            border: Vec::new(),
            turns: Vec::new(),
            words: String::new(),
        };
        let crossings = vec![None; 2 * COLUMNS * ROWS];
        Self { values: values.clone(), map, info, edge: None, crossings, edges: 0, cells: 0, tracks }
    }

    fn holds(&self, simulator: &dyn AnySimulator, [x, y]: [f64; 2]) -> bool {
        let Map { x: across, y: up, claim, .. } = &self.map;
        let values = self.values.with(across.id, across.at_fraction(x)).with(up.id, up.at_fraction(y));
        self.info.holds(simulator.margin(*claim, &values))
    }

    /// Halves an edge, or notes where the border crosses it.
    fn halve(&mut self, simulator: &dyn AnySimulator, mut edge: Edge) {
        let middle = between(edge.low, edge.high);
        if edge.halvings == HALVINGS {
            self.crossings[edge.place] = Some(middle);
            return;
        }
        let is_low = self.holds(simulator, middle) == edge.holds_low;
        *(if is_low { &mut edge.low } else { &mut edge.high }) = middle;
        edge.halvings += 1;
        self.edge = Some(edge);
    }

    /// Begins with the next edge whose ends differ; false if there is no more.
    fn next_edge(&mut self) -> bool {
        while self.edges < self.crossings.len() {
            let place = self.edges;
            self.edges += 1;
            let (from, is_up) = (place / 2, place % 2 == 1);
            let is_last = if is_up { from / COLUMNS + 1 == ROWS } else { from % COLUMNS + 1 == COLUMNS };
            let to = from + if is_up { COLUMNS } else { 1 };
            if is_last || self.map.holds[from] == self.map.holds[to] {
                continue;
            }
            let (low, high) = (position(from), position(to));
            self.edge = Some(Edge { place, low, high, holds_low: self.map.holds[from], halvings: 0 });
            return true;
        }
        false
    }

    /// Draws the border through the next cell; false if there is no more.
    fn next_cell(&mut self, simulator: &dyn AnySimulator) -> bool {
        let corner = self.cells;
        if corner + COLUMNS >= COLUMNS * ROWS {
            return false;
        }
        self.cells += 1;
        if corner % COLUMNS + 1 == COLUMNS {
            return true;
        }
        // Bottom, right, top, left.
        let sides = [2 * corner, 2 * (corner + 1) + 1, 2 * (corner + COLUMNS), 2 * corner + 1];
        let sides = sides.map(|place| self.crossings[place]);
        if let [Some(bottom), Some(right), Some(top), Some(left)] = sides {
            // A saddle: what is in its middle belongs together.
            let middle = between(position(corner), position(corner + COLUMNS + 1));
            let is_joined = self.holds(simulator, middle) == self.map.holds[corner];
            let pieces =
                if is_joined { [[bottom, right], [left, top]] } else { [[bottom, left], [right, top]] };
            self.map.border.extend(pieces);
        } else {
            let mut ends = sides.into_iter().flatten();
            if let (Some(one), Some(other)) = (ends.next(), ends.next()) {
                self.map.border.push([one, other]);
            }
        }
        true
    }

    /// Goes on along one of the two; false if there is no more.
    fn next_track(&mut self, simulator: &dyn AnySimulator) -> bool {
        let Some((spec, search)) = self.tracks.last_mut() else { return false };
        if let Some(track) = search.step(simulator) {
            let here = self.values.get(spec.id).unwrap_or_default();
            // From small to large.
            let below = track.flips.iter().rfind(|flip| flip.above <= here);
            let above = track.flips.iter().find(|flip| flip.below >= here);
            let nearest = [below.copied(), above.copied()];
            if nearest.iter().any(Option::is_some) {
                self.map.turns.push((*spec, nearest));
            }
            self.tracks.pop();
        }
        true
    }

    fn words(&self, simulator: &dyn AnySimulator) -> String {
        let count = self.map.holds_at();
        let holds = self.info.holds(simulator.margin(self.map.claim, &self.values));
        let (now, then) = if holds { ("holds", "fail") } else { ("fails", "hold") };
        if count == 0 || count as usize == self.map.holds.len() {
            // Between two positions there may be more.
            let everywhere = if count == 0 { "fails" } else { "holds" };
            return ["It ", everywhere, " everywhere on this map."].concat();
        }
        let much = percent(count, (COLUMNS * ROWS) as u32);
        let ways = self.map.turns.iter().map(|(spec, flips)| {
            let ways = flips.iter().zip([false, true]).filter_map(|(flip, is_above)| {
                let beyond = flip.as_ref()?.beyond(spec, is_above);
                Some(spec.words(beyond) + if is_above { " or more" } else { " or less" })
            });
            ["once “", spec.label, "” is ", &ways.collect::<Vec<_>>().join(", or ")].concat()
        });
        let ways: Vec<String> = ways.collect();
        let turn = if ways.is_empty() {
            "Neither of the two turns it alone.".to_owned()
        } else {
            ["It would ", then, " ", &ways.join(", or "), "."].concat()
        };
        ["It ", now, " here, and holds on ", &*much, " of the area of this map. ", &*turn].concat()
    }
}

impl Search for MapSearch {
    type Found = Map;

    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Map> {
        if self.map.holds.len() < COLUMNS * ROWS {
            let holds = self.holds(simulator, position(self.map.holds.len()));
            self.map.holds.push(holds);
        } else if let Some(edge) = self.edge.take() {
            self.halve(simulator, edge);
        } else if !self.next_edge() && !self.next_cell(simulator) && !self.next_track(simulator) {
            self.map.words = self.words(simulator);
            return Some(self.map.clone());
        }
        None
    }
}

/// Where a position lies, as fractions of the sliders.
fn position(place: usize) -> [f64; 2] {
    [(place % COLUMNS) as f64 / (COLUMNS - 1) as f64, (place / COLUMNS) as f64 / (ROWS - 1) as f64]
}

fn between(one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    [(one[0] + other[0]) / 2.0, (one[1] + other[1]) / 2.0]
}
