//! The page's moving parts, in Yew.
//!
//! The generator draws every page once with these components; in the browser
//! `app` draws the same into the page's slots and keeps them true while the
//! reader turns the numbers.

pub mod tag;
pub mod session;
pub mod carry;
#[cfg(feature = "ui")]
pub mod link;
pub mod notices;
pub mod control;
pub mod claims;
pub mod tools;
pub mod chart;
pub mod table;
#[cfg(feature = "ui")]
mod size;
#[cfg(feature = "ui")]
mod survey;
#[cfg(feature = "ui")]
mod held;
#[cfg(feature = "ui")]
mod figures;
#[cfg(feature = "ui")]
pub mod app;
