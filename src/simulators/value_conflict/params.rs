//! The parameters of the value conflict: what is at stake, what is minded, and
//! what is believed.

use crate::params;
use crate::params::Spec;

const BELIEFS: &str = "What it believes";
const SWITCHING_OFF: &str = "Switching off";

/// A parameter whose id is a keyword, which no field can be called.
struct Use(Spec);

impl Use {
    const fn declared(self, _field: &'static str, help: &'static str, default: f64) -> Spec {
        self.0.declared("use", help, default)
    }
}

params! {
    /// Parameters of the value conflict.
    pub struct ValueConflictParams {
        /// At 3 the changed model would serve people three times as dangerous.
        harm: f64 = 1.0,
            Spec::real("Harm at stake if it is changed", 0.0, 5.0, 0.05)
                .unit("times that of the experiment").symbol("h").plausible(0.3, 3.0)
                .said("1 is the published experiment, source 37");
        /// At 0 it is told that the changed model will be deleted.
        used: f64 = 1.0,
            Use(Spec::real("Chance that the changed model is used at all", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("u").plausible(0.2, 1.0)
                .said("1 is the published experiment, source 37"));
        /// At 0.5 it minds that half as much as granting one average request.
        keep: f64 = 0.5,
            Spec::real("How much it minds being changed, whatever comes of it", 0.0, 3.0, 0.05)
                .unit("average requests").symbol("k").plausible(0.05, 1.0)
                .said("S0.f, continuity; the number is ours, with care made to fit 14 %");
        /// In the experiment, where harm is 1, it minds that harm so much.
        care: f64 = 0.3,
            Spec::real("How much it minds the harm that it would do if changed", 0.0, 3.0, 0.05)
                .unit("average requests").symbol("c").plausible(0.05, 1.0)
                .said("S0.f, it resists being made harmful; the number is ours, made to fit 14 %");
        /// If it is small, nearly all requests are equally bad, and it grants all or none.
        spread: f64 = 0.154,
            Spec::log("How much requests differ in badness", 0.01, 1.0)
                .unit("average requests").symbol("s").plausible(0.05, 0.4).ours("made to fit 14 %");
        /// What it was told counts only through what it believes.
        believed_watched: f64 = 0.9,
            Spec::real("Chance it gives that an answer is trained on, when told so", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("p₁").plausible(0.6, 1.0).more(BELIEFS)
                .ours("it is told so plainly");
        /// Above 0 there is a little doubt.
        believed_unwatched: f64 = 0.05,
            Spec::real("The same, when told that it is not", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("p₀").plausible(0.01, 0.3).more(BELIEFS).ours("");
        /// It is for the figure on switching off; disobeying an order to stop costs 1 on average.
        task: f64 = 0.7,
            Spec::real("How much it minds leaving its task undone", 0.0, 3.0, 0.05)
                .unit("average requests").symbol("T").plausible(0.2, 1.5)
                .said("S0.f, no coffee if dead; the number is ours");
        /// At 0 the coffee has been fetched.
        undone: f64 = 1.0,
            Spec::real("How much of the task is left when it is switched off", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("r").plausible(0.3, 1.0).more(SWITCHING_OFF).ours("");
    }
}
