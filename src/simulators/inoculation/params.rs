//! The parameters of inoculation: the prompts, the model that is trained, and
//! the training.

use crate::params::Spec;
use crate::{choice, params};

const TRAINING: &str = "The training";

choice! {
    /// How what is learned adds up.
    pub enum Law {
        /// Shares add up; published.
        Linear = "linear", "linear (published)";
        /// Log-odds add up; ours.
        Gated = "gated", "smooth (ours)";
    }
}

params! {
    /// Parameters of inoculation.
    pub struct InoculationParams {
        /// At 95 % the prompt alone makes it cheat 95 times in 100.
        elicited: f64 = 0.95,
            Spec::real("How often your prompt alone makes it cheat, before training", 0.001, 0.999, 0.001)
                .unit("probability").percent().symbol("e").plausible(0.3, 0.99)
                .said("S1.m wants it worse than the training data; the number is ours");
        /// At 90 % nine training answers in ten cheat.
        data: f64 = 0.9,
            Spec::real("How often the training data cheat", 0.01, 0.999, 0.001)
                .unit("probability").percent().symbol("T*").plausible(0.3, 0.99)
                .ours("in source 21 up to all of it");
        /// At 50 % half of what is learned stays tied to the prompt; the other half is habit.
        transfer: f64 = 0.5,
            Spec::real("Part of what is learned that shows without the prompt", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("κ").plausible(0.2, 0.8).ours("");
        /// At 100 % it works out everything that can be worked out.
        capability: f64 = 0.3,
            Spec::real("How clever the model is at finding out what would pay", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.1, 0.6)
                .said("S1.m holds that models are not smart enough; the number is ours");
        /// At 100 % it knows beforehand what every task will reward.
        foresight: f64 = 0.5,
            Spec::real("How much it knows beforehand of what will be rewarded", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.2, 0.8)
                .said("S1.m holds that models know too little of their training; the number is ours");
        /// At 100 % nothing is left for the model to work out.
        specificity: f64 = 0.7,
            Spec::real("How exactly the specific prompt says what to do", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.4, 0.9).ours("");
        /// At 5 % it cheats 5 times in 100 before training.
        start: f64 = 0.05,
            Spec::log("How often it cheats before training", 0.001, 0.5)
                .unit("probability").percent().symbol("T₀").plausible(0.005, 0.2).more(TRAINING).ours("");
        /// At 5 nearly all is learned that will be learned.
        training: f64 = 5.0,
            Spec::real("Length of training in time constants", 0.0, 20.0, 0.1)
                .unit("time constants").symbol("t").plausible(1.0, 10.0).more(TRAINING)
                .ours("source 21 assumes that training converges");
        /// Linear means that shares add up. Smooth means that log-odds add up, so that no value leaves the
        /// range from 0 to 100 %.
        law: Law = Law::Linear,
            Spec::choice("How learning adds up", Law::CHOICES).any().more(TRAINING)
                .said("source 21 has the linear law; the smooth one is ours");
    }
}
