//! The parameters of the commons: the safeguards, and the village.

use crate::params;
use crate::params::Spec;

const VILLAGE: &str = "The village";

params! {
    /// Parameters of the commons.
    pub struct CommonsParams {
        /// At 0 nobody watches, and nobody is fined.
        watched: f64 = 0.5,
            Spec::real("Share of what people do that is seen", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("w").plausible(0.1, 0.9).ours("");
        /// At 0.45 cheating costs as much as 45 % of a contribution, seen or not.
        guilt: f64 = 0.45,
            Spec::real("Conscience: what cheating costs inside", 0.0, 2.0, 0.05)
                .unit("contributions").symbol("g").plausible(0.1, 0.8)
                .said("S0.g, people intrinsically kind; the number is ours");
        /// It lives from those who live by it: where half cooperate it is worth half as much. It needs no watcher.
        belief: f64 = 0.9,
            Spec::real("Shared belief: what cooperating is worth where all believe", 0.0, 4.0, 0.05)
                .unit("contributions").symbol("b").plausible(0.2, 1.5)
                .said("S0.g, co-constructed myths about our own worth and that of others; the number is ours");
        /// Those who cooperate impose it, so it is half as high where half do, and only on what is seen.
        fine: f64 = 1.8,
            Spec::real("Fine for cheating, where everybody else cooperates", 0.0, 8.0, 0.1)
                .unit("contributions").symbol("f").plausible(0.5, 4.0)
                .said("S0.g, game-theoretic safeguards; the number is ours");
        /// A safeguard that fails is gone for good, as if set to 0.
        failure: f64 = 0.1,
            Spec::log("Chance that one safeguard fails", 0.001, 1.0)
                .unit("probability").percent().symbol("p").plausible(0.02, 0.3).ours("");
        /// At 0 each fails by itself; at 100 % all share one weakness.
        correlation: f64 = 0.1,
            Spec::real("Chance that all fail for one common reason, or none does", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("ρ").plausible(0.02, 0.6).ours("");
        /// At 50 % half of the village keep their cows off on the first day.
        start: f64 = 0.5,
            Spec::real("Cooperators at the start", 0.01, 0.99, 0.01)
                .unit("share").percent().symbol("x₀").plausible(0.2, 0.8).more(VILLAGE).ours("");
        /// It is what a member gives up by contributing to the common pot.
        cost: f64 = 1.0,
            Spec::log("Cost of contributing", 0.1, 5.0)
                .unit("contributions").symbol("c").plausible(0.5, 2.0).more(VILLAGE).ours("it is the unit");
        /// The pot is multiplied by this and shared by the whole group.
        multiplier: f64 = 3.0,
            Spec::real("What the common pot multiplies contributions by", 0.0, 20.0, 0.1)
                .unit("times").symbol("r").plausible(1.5, 5.0).more(VILLAGE).ours("usual in experiments");
        /// If the multiplier is larger than the group that shares one pot, contributing pays for itself.
        group: u32 = 10,
            Spec::count("Group size", 2.0, 100.0)
                .unit("members").symbol("N").plausible(4.0, 50.0).more(VILLAGE).ours("usual in experiments");
        /// It falls as fewer are left to punish, and is paid only for what is seen.
        punishing: f64 = 0.1,
            Spec::real("What punishing costs the cooperators, where nobody else does", 0.0, 2.0, 0.05)
                .unit("contributions").symbol("k").plausible(0.0, 0.4).more(VILLAGE).ours("cheap");
        /// It only says how long the pasture is followed.
        time: u32 = 60,
            Spec::count("Time shown", 10.0, 500.0)
                .unit("generations").more("What is shown").shows().ours("it only says how long is waited");
    }
}
