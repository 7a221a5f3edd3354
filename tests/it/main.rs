//! Native tests of the whole crate, in one program: what holds for every
//! simulator, and what links, exports and sources promise.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where it stopped")]

mod claims;
mod colours;
#[cfg(feature = "site")]
mod command;
mod contract;
mod explore;
mod export;
mod figures;
mod fuzz;
mod golden;
mod links;
#[cfg(feature = "site")]
mod pictures;
mod samples;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "site")]
mod share;
mod states;
mod tidy;
mod tipping;
mod vectors;

/// The simulators that are tested against their specifications: all of them,
/// or the one that `SIMULATOR` in the environment names.
fn chosen() -> impl Iterator<Item = &'static dyn what_survives::simulator::AnySimulator> {
    let only = std::env::var("SIMULATOR").unwrap_or_default();
    let all = what_survives::simulators::ALL.iter().copied();
    all.filter(move |simulator| only.is_empty() || simulator.info().id == only)
}
