//! Native tests of the whole crate, in one program: what holds for every
//! simulator, and what links, exports and sources promise.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where it stopped")]

mod colours;
#[cfg(feature = "site")]
mod command;
mod contract;
mod export;
mod figures;
mod fuzz;
mod golden;
mod links;
mod samples;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "site")]
mod share;
mod states;
mod texts;
mod tidy;
mod tipping;
mod vectors;
