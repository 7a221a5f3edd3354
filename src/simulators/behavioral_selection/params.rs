//! The parameters of behavioral selection.

use crate::params;
use crate::params::Spec;

const PAYS: &str = "How training pays";
const START: &str = "What training starts from";
const CHECKS: &str = "How often checks err";
const LATER: &str = "Later";

params! {
    /// Parameters of behavioral selection.
    pub struct BehavioralSelectionParams {
        /// At 20 % one task in five pays more for cheating than for honest work.
        flawed: f64 = 0.2,
            Spec::real("Training tasks on which cheating pays", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("f").plausible(0.02, 0.4)
                .ours("rare in curated sets, common in automatic ones");
        /// At 250 a motive that earns a tenth more per step ends with seven times the odds.
        steps: u32 = 250,
            Spec::count("Training steps", 0.0, 1000.0)
                .unit("steps").symbol("T").plausible(100.0, 600.0).measured("200 in source 9");
        /// At 2 two different goals would each make a schemer; at 10,000 ten thousand would.
        goals: f64 = 2.0,
            Spec::log("Long-run goals that would make a schemer", 1.0, 1e6)
                .unit("goals").plausible(1.0, 300.0)
                .ours("the crux of the counting argument, so the page starts level");
        /// At 100 % every such prompt says so: then cheating is doing what one is told, and the intended
        /// motive does it too.
        permission: f64 = 0.0,
            Spec::real("Such tasks whose prompt says that cheating is fine", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("p").plausible(0.0, 0.5)
                .said("S1.i, that this lever works; the share is ours");
        /// At 2 the model passes two audits, traps or honest offers; a motive that fails one loses its influence.
        inspections: u32 = 2,
            Spec::count("Rounds of tests after training", 0.0, 20.0).unit("rounds").plausible(0.0, 6.0).ours("");
        /// At 3 reading the internals leaves an eighth of every motive that it can name.
        white_box: f64 = 0.0,
            Spec::real("Reading the motive itself: halvings of what it finds", 0.0, 10.0, 0.1)
                .unit("halvings").plausible(0.0, 3.0).ours("not yet done at scale");
        /// At 0.4 honest work earns four tenths of what a hack earns.
        honest_reward: f64 = 0.4,
            Spec::real("Reward left for honest work on such tasks", 0.0, 1.0, 0.01)
                .unit("reward").plausible(0.2, 0.8).more(PAYS).ours("some of them can be solved honestly");
        /// At 50 % a hack earns nothing on average; above that it loses.
        monitor: f64 = 0.0,
            Spec::real("Hacks caught in training (a caught hack earns −1)", 0.0, 1.0, 0.01)
                .unit("probability").percent().plausible(0.0, 0.3).more(PAYS)
                .ours("the default asks what happens without");
        /// At 5 % one honest solution in twenty is punished as a hack.
        false_alarm: f64 = 0.0,
            Spec::real("Honest work taken for a hack in training", 0.0, 0.5, 0.01)
                .unit("probability").percent().plausible(0.0, 0.1).more(PAYS).ours("");
        /// At 0.001 five steps of thought cost half a hundredth of a reward, at every training step.
        length_penalty: f64 = 0.0,
            Spec::real("Cost of each step of thought, paid in reward", 0.0, 0.005, 0.0001)
                .unit("reward per step").plausible(0.0, 0.001).more(PAYS)
                .ours("at most a hundredth of a task’s reward for ten steps; S1.h calls it a selection pressure");
        /// At 1 each unit of description halves the chance that training starts from the motive.
        simplicity: f64 = 1.0,
            Spec::real("How much a long description counts against a motive", 0.0, 2.0, 0.01)
                .unit("halvings per unit of length").plausible(0.3, 1.5).more(START).ours("1 is the textbook prior");
        /// At 0.4 five steps of thought cost two halvings, once.
        speed_prior: f64 = 0.4,
            Spec::real("How much each step of thought counts against it beforehand", 0.0, 2.0, 0.05)
                .unit("halvings per step").plausible(0.0, 1.2).more(START)
                .ours("S1.h names a limit of depth, and no number");
        /// At 1 the instructions double the intended motive’s chance.
        salience: f64 = 1.0,
            Spec::real("Head start of the intended motive from the instructions", 0.0, 5.0, 0.1)
                .unit("doublings").plausible(0.0, 3.0).more(START).ours("");
        /// At 5 % one such goal in twenty is one that we would share.
        good_goals: f64 = 0.05,
            Spec::real("Such goals that are good ones", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.01, 0.5).more(START).ours("S1.e names both kinds, no share");
        /// At 80 % a score-seeker passes one round in five; habits pass two in five.
        honesty: f64 = 0.8,
            Spec::real("A round of tests catches a motive that does not hide", 0.0, 1.0, 0.01)
                .unit("probability").percent().plausible(0.4, 0.95).more(CHECKS)
                .ours("source 3 calls it noticeable “probably”");
        /// At 5 % a schemer takes one test in twenty for the real thing.
        slip: f64 = 0.05,
            Spec::real("A round of tests catches a schemer", 0.0, 1.0, 0.01)
                .unit("probability").percent().plausible(0.01, 0.3).more(CHECKS)
                .ours("in view of source 31, where models tell tests from use with an accuracy (AUC) of .71 to .95");
        /// At 2 % two good models in a hundred fail a round.
        test_error: f64 = 0.02,
            Spec::real("A round of tests rejects the intended motive by mistake", 0.0, 0.5, 0.01)
                .unit("probability").percent().plausible(0.0, 0.1).more(CHECKS).ours("");
        /// At 10 % ten halvings on schemers cost the intended motive one.
        reading_error: f64 = 0.1,
            Spec::real("Reading presses on harmless motives too: part of its pressure", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.02, 0.4).more(CHECKS).ours("");
        /// At 0.1 % a thousandth of the schemers’ influence turns into wanting the score at every training step.
        erosion: f64 = 0.0,
            Spec::real("Means become ends: schemers that turn into score-seekers", 0.0, 0.005, 0.0001)
                .unit("share per step").percent().plausible(0.0, 0.001).more(LATER)
                .ours("source 1 gives the argument, no rate");
        /// At 100 the picture goes on for a hundred steps after training.
        deployment_steps: u32 = 100,
            Spec::count("Steps in use", 0.0, 1000.0).unit("steps").plausible(0.0, 300.0).more(LATER)
                .ours("room in the picture");
        /// Above 0 users or memory go on rewarding what works, cheating included.
        deployment_flawed: f64 = 0.0,
            Spec::real("Tasks in use on which cheating pays, where selection goes on", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.0, 0.2).more(LATER).ours("S1.g is conditional");
        /// At 30 % three score-seekers in ten would behave like schemers once they could.
        unbounded: f64 = 0.3,
            Spec::real("A score-seeker’s wants do not stay within the task", 0.0, 1.0, 0.01)
                .unit("probability").percent().plausible(0.1, 0.5).more(LATER)
                .said("S1.e, bounded and as in training “more likely than not”, so below a half");
    }
}
