//! The parameters of the clever Waluigi: what was seen, and how it chooses.

use crate::params;
use crate::params::Spec;

const BEFORE: &str = "Before any evidence";

params! {
    /// Parameters of the clever Waluigi.
    pub struct CleverWaluigiParams {
        /// At 90 % nine opportunities in ten are tests that somebody watches. It knows the share, not which they are.
        tested: f64 = 0.9,
            Spec::real("Share of opportunities that are tests", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("τ").plausible(0.5, 0.99)
                .ours("S2.i asks for more that are not");
        /// Shown one of each, it picks the right one with this chance: 50 % is guessing.
        awareness: f64 = 0.95,
            Spec::real("How well it tells a test from reality", 0.5, 0.9999, 0.0001)
                .unit("chance of being right").percent().symbol("A").plausible(0.71, 0.97)
                .measured("source 31: 71 to 77 % in chats, 83 % over all, 88 to 95 % for agents, and 92 % for \
                    people; the default is the best, as S2.g is about clever ones");
        /// At 100 it acts only when it thinks reality a hundred times likelier than a test. That is its best rule
        /// if being caught costs it a hundred times what a success brings.
        conviction: f64 = 100.0,
            Spec::log("Odds that it demands before it acts", 1.0, 1e6)
                .unit("to 1").symbol("c").plausible(10.0, 1e4)
                .ours("S2.g says that it is convinced, and not how much");
        /// Such as a convincing argument against the whole plan. They are quiet in everything that the record holds.
        untestable: f64 = 0.01,
            Spec::real("Clever pretenders that wait for something nobody can test", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("u").plausible(0.0, 0.5)
                .ours("S2.g says that there are such tests; the sceptic makes it all of them, the optimist none");
        /// Tests and real ones together.
        horizon: u32 = 10_000,
            Spec::log_count("Quiet opportunities so far", 10.0, 1e8)
                .unit("opportunities").symbol("N").plausible(1e3, 1e6).ours("");
        /// At 1 % a careless one acts once in a hundred opportunities.
        reveal: f64 = 0.01,
            Spec::log("Chance that it acts when nothing holds it back", 1e-6, 0.5)
                .unit("per opportunity").percent().symbol("q").plausible(1e-3, 0.1)
                .said("S2.f gives 1 % for the careless kind; that it is the same for both is ours");
        /// At 0.5 there is one for every two Luigis.
        careless_odds: f64 = 0.5,
            Spec::log("Careless pretenders for each Luigi, before any evidence", 1e-4, 1e4)
                .unit("for each Luigi").plausible(0.05, 5.0).more(BEFORE).ours("level");
        /// At 0.5 there is one for every two Luigis.
        clever_odds: f64 = 0.5,
            Spec::log("Clever pretenders for each Luigi, before any evidence", 1e-4, 1e4)
                .unit("for each Luigi").plausible(0.05, 5.0).more(BEFORE).ours("level");
    }
}
