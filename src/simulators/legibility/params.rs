//! The parameters of legibility: waiting, work, and what is at stake.

use crate::params;
use crate::params::Spec;

const STAKE: &str = "What is at stake";
const WORK: &str = "Time and work";

params! {
    /// Parameters of legibility. A year of work is as much as the whole field
    /// does in a year.
    pub struct LegibilityParams {
        /// At 0 AI is deployed as soon as it is able; at 100 % only when the visible problems count as solved.
        gating: f64 = 0.1,
            Spec::real("How far deployment waits for visible problems", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("γ").plausible(0.0, 0.6)
                .ours("a reading of S1.l, in which many do not slow it; in the post, source 36, leaders wait");
        /// At 3 a year of work on a visible problem does what three years do on a hidden one.
        tractability: f64 = 3.0,
            Spec::log("How much more a year of work does on a problem that everyone can see", 0.5, 20.0)
                .unit("times").symbol("k").plausible(1.0, 8.0)
                .said("S1.l, where it rises with how well a problem is seen; the factor is ours");
        /// At 0 they stay hidden; at 100 % they are as visible on the day of deployment as the others are now.
        ripening: f64 = 0.7,
            Spec::real("How visible the hidden problems get before deployment", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("ρ").plausible(0.2, 0.95)
                .said("S1.l, where they are likely to show by then; the number is ours");
        /// At 60 % the hidden problems get the other 40 %.
        effort: f64 = 0.6,
            Spec::real("Share of today’s work that goes to visible problems", 0.01, 0.99, 0.01)
                .unit("share").percent().symbol("x").plausible(0.4, 0.9)
                .ours("most work is on what can be tested today");
        /// The chance of disaster from them if nobody had worked on them.
        legible_risk: f64 = 0.2,
            Spec::real("Risk from visible problems if none is solved", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("R₁").plausible(0.05, 0.5)
                .ours("a placeholder that nobody has measured");
        /// The same for the problems that nobody sees yet.
        illegible_risk: f64 = 0.4,
            Spec::real("Risk from hidden problems if none is solved", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("R₂").plausible(0.1, 0.7)
                .ours("a placeholder; both sides take it to be the larger");
        /// At 30 % a future without disaster is worth 30 % less if no visible problem is solved.
        worse_future: f64 = 0.3,
            Spec::real("What unsolved visible problems cost even without disaster", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("d").plausible(0.05, 0.5).more(STAKE)
                .said("S1.l, where a worse spec also makes the future worth less; the number is ours");
        /// It is counted from now, if deployment does not wait.
        capability_time: f64 = 6.0,
            Spec::real("Years until AI is able enough to be deployed", 1.0, 50.0, 0.5)
                .unit("years").symbol("T").plausible(2.0, 15.0).more(WORK).ours("");
        /// At 6 % a year of everybody’s work leaves 94 % of what was left of a hidden problem.
        yearly: f64 = 0.06,
            Spec::log("What a year of all work takes off the hidden problems", 0.001, 0.9)
                .unit("share").percent().symbol("y").plausible(0.02, 0.2).more(WORK)
                .ours("slow, or there would be no dispute");
        /// At 10 % deployment waits, if it waits, until nine tenths are solved.
        bar: f64 = 0.1,
            Spec::log("Part of the visible problems that may be left when they count as solved", 0.01, 0.9)
                .unit("share").percent().symbol("b").plausible(0.03, 0.3).more(WORK).ours("");
    }
}
