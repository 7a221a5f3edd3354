//! All searches of one page, one after the other.

use super::search::Search;
use super::{Track, TrackSearch};
use crate::math::sort_short;
use crate::params::Values;
use crate::simulator::{AnySimulator, ClaimInfo};

/// What is known about the neighbourhood of a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The state.
    pub values: Values,
    /// For each claim and each parameter, where it holds; fewer while the
    /// survey goes on, and empty for a claim that is not there yet.
    pub tracks: Vec<Vec<Track>>,
}

/// What a step of a survey came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    More,
    /// All tracks of one claim have just become known.
    Part,
    /// Everything is known.
    Done,
}

/// The searches of one page: the watched claim first, then the others.
pub struct Survey {
    findings: Findings,
    claims: Vec<ClaimInfo>,
    /// Those still to do, the next one last.
    order: Vec<usize>,
    track: Option<TrackSearch>,
}

impl Survey {
    /// A survey around `values` that begins with the claim `watched`.
    #[must_use]
    pub fn new(simulator: &dyn AnySimulator, values: &Values, watched: usize) -> Self {
        let claims = simulator.claims();
        let mut order: Vec<usize> = (0..claims.len()).collect();
        sort_short(&mut order, |&a, &b| (a != watched, a) > (b != watched, b));
        let tracks = vec![Vec::new(); claims.len()];
        let findings = Findings { values: values.clone(), tracks };
        Self { findings, claims, order, track: None }
    }

    /// Runs the model about once more.
    pub fn step(&mut self, simulator: &dyn AnySimulator) -> Progress {
        let Some(&claim) = self.order.last() else { return Progress::Done };
        let values = &self.findings.values;
        let known = &mut self.findings.tracks[claim];
        // A theorem holds all along.
        let is_theorem = !self.claims[claim].theorem.is_empty();
        if is_theorem || values.specs()[known.len()].shows {
            known.push(Track { holds_at_min: is_theorem, flips: Vec::new() });
        } else {
            let search = self
                .track
                .get_or_insert_with(|| TrackSearch::new(claim, values, &values.specs()[known.len()]));
            if let Some(track) = search.step(simulator) {
                known.push(track);
                self.track = None;
            }
        }
        if known.len() == values.specs().len() {
            self.order.pop();
            return Progress::Part;
        }
        Progress::More
    }

    /// What is known so far.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The whole survey at once.
    #[must_use]
    pub fn run(mut self, simulator: &dyn AnySimulator) -> Findings {
        while self.step(simulator) != Progress::Done {}
        self.findings
    }
}

impl Findings {
    /// Where a claim holds along the parameter at a place, if that is known
    /// for `values`: what was found along a parameter stays true while only
    /// that parameter moves.
    #[must_use]
    pub fn track(&self, claim: usize, place: usize, values: &Values) -> Option<&Track> {
        let id = values.specs()[place].id;
        let there = self.values.with(id, values.numbers()[place]);
        self.tracks.get(claim)?.get(place).filter(|_| there == *values)
    }
}
