//! The simulators, one line each.

mod alignment_pretraining;
mod clever_waluigi;
#[cfg(test)]
mod legal;
mod legibility;
mod luther_pascal;
mod oversight;
mod persuasion;
mod treacherous_turn;
mod waluigi_decay;

use crate::simulator::AnySimulator;

/// Every simulator, in the order of the home page.
pub static ALL: &[&dyn AnySimulator] = &[
    &waluigi_decay::WaluigiDecay,
    &clever_waluigi::CleverWaluigi,
    &treacherous_turn::TreacherousTurn,
    &alignment_pretraining::AlignmentPretraining,
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
