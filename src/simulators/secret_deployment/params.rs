//! The parameters of secret deployment: two prices, two harms, and time.

use crate::params;
use crate::params::Spec;

const MORE: &str = "How checks and developers work";
const SPEED: &str = "Speed";

params! {
    /// Parameters of secret deployment. Values are in units of what one release
    /// brings its developer.
    pub struct SecretDeploymentParams {
        /// At 30 % passing the assessment costs the developer three tenths of what the release brings.
        strictness: f64 = 0.3,
            Spec::real("Price of assessment, in what a release earns", 0.0, 2.0, 0.01)
                .unit("share").percent().symbol("s").plausible(0.05, 0.8)
                .ours("large enough to matter, small enough to be paid");
        /// At 0 only releases are checked; at 100 % a system kept inside is checked as strictly as one released.
        internal: f64 = 0.0,
            Spec::real("How far internal use is assessed too", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("i").plausible(0.0, 0.6)
                .said("the assessment of S1.n comes before public deployment, and source 41 says the same of most \
                       policies; hence 0, and the range is ours");
        /// At 85 % it is worth 0.85 of a release; weaker systems are worth less in proportion.
        secrecy: f64 = 0.85,
            Spec::real("What keeping a system at take-off inside is worth, in what a release earns", 0.05, 3.0, 0.05)
                .unit("share").percent().symbol("v").plausible(0.2, 1.5)
                .ours("at the default the choice is even without any assessment");
        /// The chance that releasing all systems on the way unchecked leads to a disaster; a disaster counts as 1.
        public_risk: f64 = 0.3,
            Spec::real("Risk of releases without assessment", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("r₀").plausible(0.05, 0.6).ours("a placeholder");
        /// Expected harm over and above that of a take-off in the open, in units of one disaster.
        secret_harm: f64 = 0.5,
            Spec::real("Extra harm of a take-off that nobody outside sees", 0.0, 10.0, 0.1)
                .unit("disasters").symbol("h").plausible(0.1, 4.0)
                .ours("a placeholder; S1.n takes it to be large");
        /// At 100 % it pays for all harm outside; it never pays for what happens inside.
        liability: f64 = 0.5,
            Spec::real("Share of the harm of its releases that a developer pays", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("ℓ").plausible(0.05, 0.8).ours("");
        /// At 3 each hundredth of cost takes 3 % off the risk that is left.
        effectiveness: f64 = 3.0,
            Spec::real("How well assessment works", 0.0, 10.0, 0.1)
                .symbol("k").plausible(1.0, 6.0).more(MORE)
                .ours("at 3 the default assessment takes 59 % off the risk");
        /// If it is small, nearly all change sides at the same price.
        spread: f64 = 0.15,
            Spec::log("How much developers differ, in what a release earns", 0.01, 2.0)
                .unit("share").percent().symbol("d").plausible(0.05, 0.4).more(MORE).ours("");
        /// It sets the time axis of the first figure.
        years: f64 = 4.0,
            Spec::log("Years to take-off if everything is released", 0.5, 20.0)
                .unit("years").symbol("T").plausible(1.5, 10.0).more(SPEED).ours("");
        /// At 0.5 research goes 1.5 times as fast from then on.
        speedup: f64 = 0.5,
            Spec::real("How much faster research goes once the best systems work inside only", 0.0, 9.0, 0.1)
                .unit("times").symbol("g").plausible(0.1, 2.0).more(SPEED)
                .ours("all computers for research and none for customers, against lost income");
    }
}
