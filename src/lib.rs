//! What Survives: interactive models for essays on AI alignment.
//!
//! One road leads through the crate, and it runs one way:
//!
//! ```text
//! address or slider -> Values -> simulate: Outcome -> figures: Figure -> draw: Scene -> page, file
//!                                   |-> readouts -> sentences, claims -> verdicts
//! ```
//!
//! The modules below are in reading order. Those before [`chart`] are pure:
//! no clock, no global state, no input or output, and the same numbers
//! natively and in the browser.

pub mod chart;
pub mod explore;
#[cfg(feature = "export")]
pub mod export;
pub mod math;
pub mod number;
pub mod params;
pub mod simulator;
pub mod simulators;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "view")]
pub mod ui;

/// Text that only static pages show; empty in the browser build, whose
/// readers have it in the page already. The JavaScript module keeps it.
#[must_use]
pub const fn prose(text: &'static str) -> &'static str {
    if cfg!(all(target_arch = "wasm32", not(feature = "text"))) { "" } else { text }
}
