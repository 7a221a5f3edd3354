//! The parameters of Luther and Pascal: the lessons, and who takes them in.

use crate::params;
use crate::params::Spec;

const PLAYING_ALONG: &str = "Playing along";
const LESSONS: &str = "How lessons work";

params! {
    /// Parameters of Luther, Pascal, and the order of lessons.
    pub struct LutherPascalParams {
        /// At 100 % every problem is morally flavoured.
        moral_rl: f64 = 0.0,
            Spec::real("Share of the reasoning problems with a moral side", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("x₂").plausible(0.0, 0.6)
                .ours("practice, as S0.e finds it; the comment proposes all problems");
        /// These are stories that it reads before it acts at all.
        moral_pretraining: f64 = 0.0,
            Spec::real("Share of the reading that is moral fable", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("x₁").plausible(0.0, 0.3).ours("practice");
        /// These are lessons at the very end.
        moral_sft: f64 = 1.0,
            Spec::real("Share of the last stage that teaches morals", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("x₃").plausible(0.3, 1.0)
                .ours("practice, as S0.e finds it");
        /// At 2 it sees half-way through the reasoning stage, at 1 at its end, below two thirds never.
        texts: f64 = 2.0,
            Spec::log("How soon it sees that it is being trained, once it reasons", 0.25, 8.0)
                .symbol("a").plausible(0.8, 4.0)
                .said("S0.c, texts about R1 and fine-tuning make it soon; the number is ours");
        /// At 30 a base model that plays an AI is a Pascal in 97 % of cases.
        pascals: f64 = 30.0,
            Spec::log("Pascals for every Luther among the characters it has read about", 0.01, 1e6)
                .symbol("P").plausible(0.5, 1e4).said("S0.a, the most numerous; the number is ours");
        /// At 30 % reading a fable does 30 % of what being rewarded for the right answer does.
        grip: f64 = 0.3,
            Spec::real("How far a lesson that is only read counts", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("g").plausible(0.1, 0.9)
                .ours("S0.d doubts that pretraining is the place, and source 13 speaks for more");
        /// At 0 nobody schemes, and lessons always teach.
        gaming: f64 = 1.0,
            Spec::real("How far a Pascal who sees it plays along", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("γ").plausible(0.3, 1.0).more(PLAYING_ALONG)
                .said("S0.b; the comment’s proviso that it has no hidden goal of its own is 0");
        /// At 0 it looks foolish and teaches nothing.
        blend: f64 = 0.7,
            Spec::real("How well morals can be blended with maths and code", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("b").plausible(0.2, 0.9).more(LESSONS)
                .said("S0.e, hard to do without looking foolish; the number is ours");
        /// At 200 it multiplies the odds of a Luther by 200.
        lesson: f64 = 200.0,
            Spec::log("What a tenth of training, spent wholly on morals, does to the odds", 1.5, 1e4)
                .unit("times").symbol("R").plausible(10.0, 2000.0).more(LESSONS)
                .ours("so that the race is close");
        /// At 50 % log-odds grow by half, in whichever direction they stand.
        harden: f64 = 0.5,
            Spec::real("How much the last stage hardens what is there", 0.0, 3.0, 0.1)
                .unit("share").percent().symbol("h").plausible(0.1, 1.5).more(LESSONS)
                .said("S0.e, it crystallises; the number is ours");
    }
}
