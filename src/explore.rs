//! What can be asked of any simulator: where a claim flips, and which
//! parameter matters most.
//!
//! Both are searches of many model runs. Each is made of small steps, so that
//! a page can take them while it is idle and drop them when the state changes.

mod tipping;
mod levers;
mod survey;
#[cfg(test)]
mod tests;

pub use levers::{Lever, LeverSearch};
pub use survey::{Findings, Progress, Survey};
pub use tipping::{Flip, Track, TrackSearch};
