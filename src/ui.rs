//! The page's moving parts, in Yew.
//!
//! The generator draws every page once with these components; in the browser
//! `app` draws the same into the page's slots and keeps them true while the
//! reader turns the numbers.

#[cfg(feature = "ui")]
pub mod app;
pub mod carry;
pub mod chart;
pub mod claims;
pub mod control;
#[cfg(feature = "ui")]
mod figures;
#[cfg(feature = "ui")]
mod held;
pub mod levers;
#[cfg(feature = "ui")]
pub mod link;
pub mod notices;
pub mod session;
#[cfg(feature = "ui")]
mod size;
#[cfg(feature = "ui")]
mod survey;
pub mod table;
pub mod tag;
pub mod tools;
