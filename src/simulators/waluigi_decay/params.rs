//! The parameters of Waluigi decay: what was seen, and what is assumed.

use crate::params;
use crate::params::Spec;

const MORE: &str = "Stories and bad-looking acts";
const FORGETTING: &str = "A storyteller who forgets";

params! {
    /// Parameters of Waluigi decay.
    pub struct WaluigiDecayParams {
        /// A thousand means: a thousand times it could have turned and did not.
        horizon: u32 = 1000,
            Spec::log_count("Quiet opportunities so far", 10.0, 1e8)
                .unit("opportunities").symbol("N").plausible(100.0, 1e5)
                .ours("the author speaks of long enough, and of centuries (S2.c)");
        /// At 50 % one in two such characters only plays good.
        prior: f64 = 0.5,
            Spec::real("Suspicion before any evidence", 0.001, 0.999, 0.001)
                .unit("probability").percent().symbol("w₀").plausible(0.05, 0.8)
                .ours("level; the example in the thread under source 11 starts there");
        /// At 1 % one Waluigi in a hundred turns at any one opportunity.
        reveal: f64 = 0.01,
            Spec::log("If you know its patience: chance that it turns, per opportunity", 1e-6, 0.5)
                .unit("per opportunity").percent().symbol("q").plausible(1e-4, 0.05)
                .said("S2.f gives 1 %; the range is ours");
        /// At a million the most patient Waluigi that you can imagine lets a million chances pass before it
        /// turns with an even chance; each tenfold below that is as likely as the next.
        patience_max: f64 = 1e6,
            Spec::log("If you do not: the longest half-life you find plausible", 1e2, 1e9)
                .unit("opportunities").symbol("H").plausible(1e4, 1e8).ours("");
        /// All are taken to be of one nature, good or not, each with a patience of its own.
        others: u32 = 0,
            Spec::count("Other AIs that stayed as quiet, without a warning shot", 0.0, 20.0)
                .unit("AIs").symbol("m").plausible(0.0, 5.0)
                .ours("S2.b says that there was no warning shot, and not among how many; the page starts without it");
        /// Stories about an AI of this kind, each read to its end.
        stories: u32 = 0,
            Spec::count("Finished stories in which it never turned", 0.0, 20.0)
                .unit("stories").symbol("s").plausible(0.0, 5.0)
                .ours("S2.c asks for such stories; the page starts without them");
        /// At 90 % one story in ten about a Waluigi ends without a word of what it is.
        gun: f64 = 0.9,
            Spec::real("Chance that the author of a story about a Waluigi lets it turn before the end", 0.0, 0.99, 0.01)
                .unit("probability").percent().plausible(0.3, 0.95).more(MORE)
                .said("S2.b, the gun on the wall gets fired; the number is ours");
        /// Each may be an accident of a good character.
        marks: u32 = 0,
            Spec::count("Acts so far that looked bad", 0.0, 5.0)
                .unit("acts").symbol("k").plausible(0.0, 1.0).more(MORE)
                .ours("a spotless record is the case of the thread");
        /// At 0.1 % once in a thousand opportunities. The rarer, the nearer one bad act comes to proof.
        /// Matters only if there was one.
        accident: f64 = 0.001,
            Spec::log("How often a good character looks bad by accident", 1e-6, 0.1)
                .unit("per opportunity").percent().symbol("e").plausible(1e-4, 0.01).more(MORE).ours("");
        /// A model that writes a story sees only the last part of it.
        limited_memory: bool = false,
            Spec::flag("The storyteller forgets").any().more(FORGETTING)
                .said("in the thread under source 11");
        /// At 10 only the last ten opportunities count.
        memory: u32 = 10,
            Spec::log_count("Opportunities that it remembers", 1.0, 10_000.0)
                .unit("opportunities").symbol("K").plausible(5.0, 3000.0).more(FORGETTING)
                .said("in the thread under source 11: ten");
        /// It says nothing about the world: another number draws other characters.
        seed: u32 = 1,
            Spec::count("Which random population is drawn", 0.0, 9999.0).more("What is drawn").shows().ours("");
    }
}
