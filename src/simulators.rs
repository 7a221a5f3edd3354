//! The simulators, one line each.

#[cfg(test)]
mod legal;
mod legibility;
mod luther_pascal;
mod oversight;
mod persuasion;
mod waluigi_decay;

use crate::simulator::AnySimulator;

/// Every simulator, in the order of the home page.
pub static ALL: &[&dyn AnySimulator] = &[
    &waluigi_decay::WaluigiDecay,
    &oversight::Oversight,
    &persuasion::Persuasion,
    &legibility::Legibility,
    &luther_pascal::LutherPascal,
];

/// The simulator of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn AnySimulator> {
    ALL.iter().copied().find(|simulator| simulator.info().id == id)
}
