//! The parameters of the treacherous turn: its strength, its dangers, the
//! others.

use crate::params;
use crate::params::Spec;

const OTHERS: &str = "The others";

params! {
    /// Parameters of the treacherous turn.
    pub struct TreacherousTurnParams {
        /// At 0.01 its chance of success is cut by 0.5 % in the first year, by 1.5 % in the second, by 2.5 % in the
        /// third, and so on.
        defence: f64 = 0.01,
            Spec::log("How fast defences improve", 0.001, 0.5)
                .unit("per year²").symbol("g").plausible(0.003, 0.1)
                .ours("S2.j says all the time, and presumably quite fast");
        /// At 40 % its chance would be 40 % after one year and 64 % after two, if nothing wore it down.
        growth: f64 = 0.4,
            Spec::real("How much of the gap to certain success it closes in a year", 0.05, 0.95, 0.01)
                .unit("share").percent().plausible(0.2, 0.8).ours("");
        /// At 1 % one in a hundred is found out each year.
        found_out: f64 = 0.01,
            Spec::log("Chance of being found out in a year of waiting", 0.001, 0.5)
                .unit("probability per year").percent().plausible(0.003, 0.1).ours("");
        /// They are as able as this one.
        rivals: u32 = 5,
            Spec::count("Other AIs", 0.0, 20.0)
                .unit("AIs").symbol("R").plausible(2.0, 10.0).ours("S2.j speaks of a variety of models");
        /// The rest are Luigis and help to defend.
        rival_share: f64 = 0.1,
            Spec::real("How many of them are pretenders, too", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("q").plausible(0.0, 0.5)
                .ours("S2.j leaves open whether all of them are, in secret, or some are really Luigis");
        /// So long it has had opportunities and has not struck.
        quiet_years: f64 = 5.0,
            Spec::log("Quiet years in use so far", 0.1, 30.0)
                .unit("years").symbol("Y").plausible(1.0, 10.0).ours("S2.i speaks of many years");
        /// Whoever strikes first ends the waiting of the rest.
        rival_chance: f64 = 0.1,
            Spec::log("Chance that such a rival strikes within a year", 0.01, 0.9)
                .unit("probability per year").percent().plausible(0.03, 0.3).more(OTHERS).ours("");
        /// At 100 % there is no advantage in being first.
        inheritance: f64 = 0.2,
            Spec::real("Chance that its own plan survives another’s strike", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("v").plausible(0.0, 0.5).more(OTHERS)
                .ours("S2.j holds that the first probably has an advantage, so it is low");
        /// In the unit of the first control: at 0.004 two and a half Luigis do as much as all people.
        police: f64 = 0.004,
            Spec::log("How much each real Luigi adds to the defences", 0.0001, 0.1)
                .unit("per year²").plausible(0.001, 0.02).more(OTHERS)
                .ours("S2.j says that they look into other AIs and police them");
        /// It says nothing about the world, only how far the first two figures look.
        horizon: u32 = 12,
            Spec::count("Years shown", 1.0, 50.0).unit("years").symbol("T").more("What is shown").shows()
                .ours("it only says how much is shown");
    }
}
