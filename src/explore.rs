//! What can be asked of any simulator: where a claim flips, what follows if one
//! is not sure of some numbers, which of them matters most, where a claim holds
//! on a map of two, and why two states disagree.
//!
//! All of it is searches of many model runs. Each is made of small steps, so that
//! a page can take them while it is idle and drop them when the state changes.
//! None has a seed that anybody could choose: the same state gives the same
//! answer everywhere.

mod search;
mod sobol;
mod words;
mod tipping;
mod survey;
mod draws;
mod spread;
mod importance;
mod still;
mod bands;
mod map;
mod compare;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod toys;

pub use bands::{Band, BandSearch};
pub use compare::{CompareSearch, Comparison, Difference, Turn, Unit};
pub use draws::{DRAWS, DrawSearch, Draws, Sample};
pub use importance::{Output, importance, together};
pub use map::{COLUMNS, Map, MapSearch, ROWS};
pub use search::Search;
pub use sobol::DIMENSIONS;
pub use spread::{DOTS, Dot, Spread};
pub use still::StillSearch;
pub use survey::{Findings, Progress, Survey};
pub use tipping::{Flip, Track, TrackSearch};
pub use words::{of_hundred, percent};
