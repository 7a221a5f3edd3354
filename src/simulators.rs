//! The simulators, one line each.

#[cfg(test)]
mod legal;

use crate::simulator::{AnySimulator, Simulator};

/// Declares the simulators in the order of reading.
macro_rules! simulators {
    ($($module:ident::$Type:ident,)+) => {
        $(mod $module;)+

        /// Every simulator, in the order of reading.
        pub static ALL: &[&dyn AnySimulator] = &[$(&$module::$Type),+];

        /// The simulator of that id, if it is in a program.
        #[must_use]
        pub fn find_in<P: Program>(id: &str) -> Option<&'static dyn AnySimulator> {
            $(if const { is_in(P::ONLY, $module::$Type::INFO.id) } && id == $module::$Type::INFO.id {
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
    luther_pascal::LutherPascal,
    behavioral_selection::BehavioralSelection,
    inoculation::Inoculation,
    oversight::Oversight,
    persuasion::Persuasion,
    legibility::Legibility,
    secret_deployment::SecretDeployment,
    corrigible_window::CorrigibleWindow,
    value_conflict::ValueConflict,
    commons::Commons,
}

/// Which simulators a program holds.
///
/// A reader downloads the program of one page, and each simulator weighs three
/// to four kilobytes. What is decided here is decided when the program itself
/// is compiled, and not the library: that is the same for all programs.
pub trait Program {
    /// The id of its one simulator; nothing or an empty text if it holds them all.
    const ONLY: Option<&'static str>;
}

/// A program that holds all simulators.
pub struct Complete;

impl Program for Complete {
    const ONLY: Option<&'static str> = None;
}

/// The simulator of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn AnySimulator> {
    find_in::<Complete>(id)
}

/// Whether a simulator is in a program.
const fn is_in(only: Option<&str>, id: &str) -> bool {
    let Some(only) = only else { return true };
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
