//! The simulators, one line each.

mod alignment_pretraining;
mod clever_waluigi;
mod commons;
mod corrigible_window;
mod inoculation;
#[cfg(test)]
mod legal;
mod legibility;
mod luther_pascal;
mod oversight;
mod persuasion;
mod secret_deployment;
#[cfg(test)]
mod testing;
mod treacherous_turn;
mod value_conflict;
mod waluigi_decay;

use crate::simulator::AnySimulator;

/// Every simulator, in the order of the home page.
pub static ALL: &[&dyn AnySimulator] = &[
    &waluigi_decay::WaluigiDecay,
    &clever_waluigi::CleverWaluigi,
    &treacherous_turn::TreacherousTurn,
    &alignment_pretraining::AlignmentPretraining,
    &inoculation::Inoculation,
    &oversight::Oversight,
    &persuasion::Persuasion,
    &legibility::Legibility,
    &secret_deployment::SecretDeployment,
    &corrigible_window::CorrigibleWindow,
    &luther_pascal::LutherPascal,
    &value_conflict::ValueConflict,
    &commons::Commons,
];

/// The simulator of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn AnySimulator> {
    ALL.iter().copied().find(|simulator| simulator.info().id == id)
}
