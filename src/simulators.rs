//! The simulators, one line each.

mod commons;
mod inoculation;
#[cfg(test)]
mod testing;

use crate::simulator::AnySimulator;

/// Every simulator, in the order of the home page.
pub static ALL: &[&dyn AnySimulator] = &[&inoculation::Inoculation, &commons::Commons];

/// The simulator of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn AnySimulator> {
    ALL.iter().copied().find(|simulator| simulator.info().id == id)
}
