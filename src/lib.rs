//! What Survives: interactive models for essays on AI alignment.
//!
//! One road leads through the crate, and it runs one way:
//!
//! ```text
//! address or slider -> Values -> simulate: Outcome -> figures: Figure -> draw: Scene -> page, file
//!                                   |-> readouts -> sentences, claims -> verdicts
//! ```
//!
//! The modules below are in reading order: each uses only those before it. All
//! before `ui` are pure: no clock, no global state, no input or output, and the
//! same numbers natively and in the browser.

mod prose;
pub mod math;
pub mod number;
pub mod params;
pub mod chart;
pub mod simulator;
pub mod simulators;
pub mod explore;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "view")]
pub mod ui;
#[cfg(feature = "site")]
pub mod site;

pub use prose::prose;
