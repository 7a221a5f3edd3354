//! The parameters of oversight: the monitors, the cheating and the training.

use crate::params;
use crate::params::Spec;

const TRAINING: &str = "Training";
const MONITORS: &str = "The monitors";

params! {
    /// Parameters of oversight.
    pub struct OversightParams {
        /// At 0 % hidden cheating looks as clean as from outside; at 100 % each piece is too simple to hide
        /// anything, and it shows like the open kind.
        grain: f64 = 0.5,
            Spec::real("How finely its computation is read", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("g").plausible(0.1, 0.8)
                .said("S1.j, that there is a limit where nothing hides; how near we are is ours");
        /// At 700 the reading sees half as much after 700 steps, a quarter after 1,400.
        fresh_for: f64 = 700.0,
            Spec::log("Steps in which a reading loses half of its sight", 50.0, 1e5)
                .unit("steps").symbol("τ").plausible(300.0, 30_000.0)
                .ours("in view of source 34, where one probe went blind within a run and another kept its sight");
        /// At 1 being caught costs as much as a hack earns.
        penalty: f64 = 1.0,
            Spec::real("Reward lost when flagged (a hack earns 1)", 0.0, 10.0, 0.1)
                .unit("reward").symbol("λ").plausible(0.2, 3.0).ours("");
        /// At 2,500 there is time to see both monitors fail.
        steps: u32 = 2500,
            Spec::count("Training steps", 0.0, 5000.0)
                .unit("steps").symbol("T").plausible(500.0, 5000.0).ours("long enough to show both ends");
        /// At 10 % nine hidden cheats in ten pass as clean.
        flag_evasive: f64 = 0.1,
            Spec::real("Hidden cheating that a monitor of behaviour flags", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("fₑ").plausible(0.02, 0.3).ours("");
        /// At 13 there is one hidden cheat to 8,192 open ones before training.
        evasion_bits: f64 = 13.0,
            Spec::real("How rare hidden cheating is at first: halvings of the open kind", 0.0, 60.0, 0.5)
                .unit("halvings").symbol("k").plausible(6.0, 25.0).ours("13 means one in 8,192");
        /// At 0.7 honest work earns seven tenths of what cheating earns.
        honest_reward: f64 = 0.7,
            Spec::real("Reward of honest work", 0.0, 1.0, 0.01)
                .unit("reward").symbol("r").plausible(0.3, 0.9).more(TRAINING).ours("");
        /// At 0.05 what earns one unit more gains five per cent on the rest in a step.
        strength: f64 = 0.05,
            Spec::log("Growth per step for one unit of reward", 0.001, 0.5)
                .unit("per step").symbol("β").plausible(0.02, 0.15).more(TRAINING)
                .ours("growth times steps is one over the KL weight of source 34");
        /// At 10 % one answer in ten cheats openly before training.
        blatant: f64 = 0.1,
            Spec::log("Open cheating before training", 0.001, 0.9)
                .unit("share").percent().plausible(0.01, 0.3).more(TRAINING).ours("");
        /// At 5 % one honest answer in twenty is punished.
        flag_honest: f64 = 0.05,
            Spec::real("Honest work flagged by mistake by either monitor", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("fₕ").plausible(0.01, 0.1).more(MONITORS).ours("");
        /// At 95 % one open cheat in twenty passes.
        flag_blatant: f64 = 0.95,
            Spec::real("Open cheating flagged by either monitor", 0.0, 1.0, 0.01)
                .unit("probability").percent().plausible(0.6, 0.99).more(MONITORS)
                .ours("in source 33 monitors of a chain of thought caught far more than monitors of actions");
    }
}
