//! The parameters of the corrigible window: people, mistakes, and ability.

use crate::params;
use crate::params::Spec;

params! {
    /// Parameters of the corrigible window.
    pub struct CorrigibleWindowParams {
        /// At 60 % people who hold an obedient AI end the danger well in six cases of ten.
        people: f64 = 0.6,
            Spec::real("Chance that people decide well, if everything is up to them", 0.05, 1.0, 0.01)
                .unit("probability").percent().symbol("p").plausible(0.3, 0.9)
                .said("S1.k, where bad decisions are the main worry; the number is ours");
        /// The average number of things, great enough to ruin the outcome, that training gets wrong. A helper of
        /// half the ability has half as many.
        mistakes: f64 = 2.0,
            Spec::log("Mistakes in a mind that must be right about everything", 0.05, 20.0)
                .unit("mistakes").symbol("m").plausible(0.5, 8.0)
                .said("S1.k, where a sovereign is a narrow target; the number is ours, and at 2 it is hit in 14 % \
                       of cases");
        /// Ending the danger includes stopping other projects; the helper may obey its own developers while it
        /// does (S1.k).
        needed: f64 = 0.2,
            Spec::real("Ability that is as likely as not to end the danger (a sovereign’s is 100 %)", 0.02, 0.95, 0.01)
                .unit("share").percent().symbol("n").plausible(0.08, 0.6)
                .said("S1.k, notably below superintelligence; the number is ours");
        /// At 95 % nineteen mistakes of twenty are mended before they do lasting harm.
        mend: f64 = 0.95,
            Spec::real("Chance that people find and mend a mistake in time, if everything is up to them", 0.0, 0.999, 0.001)
                .unit("probability").percent().symbol("c").plausible(0.5, 0.99)
                .said("S1.k, which calls it quite doable as a matter of technology; the number is ours");
        /// At 0.5 people have 71 % of their say at half of a sovereign’s ability; at 2 they have 25 %.
        fade: f64 = 0.5,
            Spec::log("How fast people lose their say as it gets abler", 0.1, 10.0)
                .symbol("f").plausible(0.25, 2.0).ours("");
    }
}
