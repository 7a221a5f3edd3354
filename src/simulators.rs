//! The simulators, one line each.

#[cfg(test)]
mod legal;

use crate::simulator::{AnySimulator, Simulator};

/// Declares the simulators in the order of the home page.
macro_rules! simulators {
    ($($module:ident::$Type:ident,)+) => {
        $(mod $module;)+

        /// Every simulator, in the order of the home page.
        pub static ALL: &[&dyn AnySimulator] = &[$(&$module::$Type),+];

        /// The simulator of that id, if it is in this program.
        #[must_use]
        pub fn find(id: &str) -> Option<&'static dyn AnySimulator> {
            $(if const { is_in_this_program($module::$Type::INFO.id) } && id == $module::$Type::INFO.id {
                return Some(&$module::$Type);
            })+
            None
        }
    };
}

simulators! {
    waluigi_decay::WaluigiDecay,
    clever_waluigi::CleverWaluigi,
    treacherous_turn::TreacherousTurn,
    alignment_pretraining::AlignmentPretraining,
    behavioral_selection::BehavioralSelection,
    inoculation::Inoculation,
    oversight::Oversight,
    persuasion::Persuasion,
    legibility::Legibility,
    secret_deployment::SecretDeployment,
    corrigible_window::CorrigibleWindow,
    luther_pascal::LutherPascal,
    value_conflict::ValueConflict,
    commons::Commons,
}

/// Whether a simulator is in the program that is being built: all are, unless
/// the build names one. A reader downloads the program of one page, and each
/// simulator weighs three to four kilobytes.
const fn is_in_this_program(id: &str) -> bool {
    let Some(only) = option_env!("WHAT_SURVIVES_ONLY") else { return true };
    let (only, id) = (only.as_bytes(), id.as_bytes());
    if only.len() != id.len() {
        return only.is_empty();
    }
    let mut at = 0;
    while at < id.len() {
        if only[at] != id[at] {
            return false;
        }
        at += 1;
    }
    true
}
