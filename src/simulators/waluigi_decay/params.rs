//! The parameters of Waluigi decay: what the reader finds plausible, and how
//! long the character has behaved.

use crate::params;
use crate::params::Spec;

params! {
    /// Parameters of Waluigi decay.
    pub struct WaluigiDecayParams {
        /// How likely you find it, before any evidence, that the character is a Waluigi.
        prior: f64 = 0.5,
            Spec::real("Suspicion before any evidence", 0.001, 0.999, 0.001)
                .unit("probability").percent().symbol("w₀");
        /// How often a Waluigi gives itself away, if you know that. Once it has, nobody doubts what it is.
        reveal: f64 = 0.01,
            Spec::log("Chance that a Waluigi reveals itself, per opportunity", 1e-6, 0.5)
                .unit("per opportunity").percent().symbol("q");
        /// If you do not know how patient a Waluigi is: the half-life of the most patient one that you can
        /// imagine. All orders of magnitude from one opportunity up to it are taken as equally likely.
        patience_max: f64 = 1e6,
            Spec::log("Longest half-life you find plausible", 1e2, 1e9).unit("opportunities").symbol("H");
        /// A slip of a true Luigi is forgiven and not counted as a turn. The more often it slips, the
        /// less a record without any slip speaks for it.
        slip: f64 = 0.0,
            Spec::real("Chance that a true Luigi slips but is not blamed, per opportunity", 0.0, 0.05, 0.0005)
                .unit("per opportunity").percent().symbol("e");
        /// Whether only the last few opportunities count, as for a storyteller with a short memory.
        limited_memory: bool = false, Spec::flag("Old evidence is forgotten");
        /// How many of the last opportunities count, if old evidence is forgotten.
        memory: u32 = 10,
            Spec::log_count("Opportunities remembered", 1.0, 10_000.0).unit("opportunities").symbol("k");
        /// How many opportunities the character has let pass so far.
        horizon: u32 = 1000,
            Spec::log_count("Quiet opportunities so far", 10.0, 1e8).unit("opportunities").symbol("N");
        /// Which of ten thousand populations is drawn in the last figure.
        seed: u32 = 1, Spec::count("Random seed of the population", 0.0, 9999.0).beside("population");
    }
}
