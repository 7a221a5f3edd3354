//! The parameters of alignment pretraining: the documents, their readers, and
//! what comes after.

use crate::params::Spec;
use crate::{choice, params};

const SAYS: &str = "How much a document says";
const AFTER: &str = "What post-training does";
const OTHER_WAY: &str = "The other way round";

choice! {
    /// Whom the documents show.
    pub enum Documents {
        /// AIs that behave well.
        Aligned = "aligned", "AIs that behave well";
        /// AIs that behave badly.
        Misaligned = "misaligned", "AIs that behave badly";
    }
}

params! {
    /// Parameters of alignment pretraining.
    pub struct AlignmentPretrainingParams {
        /// At 0 they are spread over the whole run; at 91 % the same documents are all read in midtraining.
        insert_from: f64 = 0.0,
            Spec::real("When the documents begin", 0.0, 0.99, 0.01)
                .unit("part of the run").percent().symbol("s").plausible(0.0, 0.95)
                .said("S2.d, slowly and in pretraining");
        /// 5.5 billion tokens are about forty thousand books.
        tokens: f64 = 5.5,
            Spec::log("How many documents", 0.1, 50.0)
                .unit("billion tokens").symbol("A").plausible(0.5, 20.0)
                .measured("source 13, about 1 % of the run");
        /// A language model is one author, however much it writes.
        authors: u32 = 2,
            Spec::log_count("Independent authors", 1.0, 100.0)
                .unit("authors").symbol("m").plausible(1.0, 10.0)
                .measured("source 13, where two language models wrote them");
        /// How likely the reader finds it that the author would tell a nice story even of an AI that is going to
        /// turn.
        distrust: f64 = 0.02,
            Spec::log("Chance that such an author would have written it anyway", 0.001, 0.99)
                .unit("probability").percent().symbol("d").plausible(0.01, 0.7)
                .ours("a small model sees through little (S2.l)");
        /// At 100 a document read at the start has lost 98 % of its weight by the end.
        memory: f64 = 10_000.0,
            Spec::log("Text after which half of what was read is forgotten", 5.0, 50_000.0)
                .unit("billion tokens").plausible(10.0, 10_000.0)
                .ours("S2.d holds only if early reading lasts, and 10,000 is far more than a run");
        /// Before post-training.
        start_misaligned: f64 = 0.45,
            Spec::real("Misaligned answers without any of it", 0.05, 0.95, 0.01)
                .unit("share").percent().symbol("w₀").plausible(0.3, 0.6)
                .measured("source 13, 41 % and 45 % in its two versions");
        /// At 1 each billion tokens doubles the odds of a good answer.
        evidence: f64 = 0.66,
            Spec::log("What a billion tokens say, to one who takes them at their word", 0.05, 50.0)
                .unit("doublings").symbol("e").plausible(0.3, 20.0).more(SAYS)
                .ours("set so that the page starts at 9 % before post-training, as measured in source 13");
        /// Awareness grows evenly along the run. At 50 %, a model with 45 % misaligned answers lets 22 % of the last
        /// page pass by.
        resistance: f64 = 0.5,
            Spec::real("How far a misaligned model that has grown aware shields itself", 0.0, 1.0, 0.05)
                .unit("share").percent().plausible(0.0, 0.8).more(SAYS)
                .ours("S2.m says only that the situation becomes adversarial");
        /// At 88 % the last page before post-training keeps 12 % of what it said.
        shallow: f64 = 0.88,
            Spec::real("Part of what was read last that post-training undoes", 0.0, 1.0, 0.01)
                .unit("share").percent().plausible(0.4, 0.95).more(AFTER)
                .measured("source 19, 88 % of what fine-tuning had taught; the author calls it shallow elsewhere \
                    in the thread");
        /// At 18, a page read 36 billion tokens before the end loses a quarter of what the last page loses.
        sink: f64 = 18.0,
            Spec::log("Further text by which half of that part is safe", 1.0, 500.0)
                .unit("billion tokens").plausible(8.0, 50.0).more(AFTER)
                .measured("source 19, 39 % undone of what midtraining had taught, which with 88 % gives 18");
        /// At 22 % it goes about a fifth of the way from where the run left the odds to its own target.
        post_pull: f64 = 0.22,
            Spec::real("How far post-training pulls to its own target", 0.0, 0.95, 0.01)
                .unit("share").percent().symbol("p").plausible(0.1, 0.6).more(AFTER)
                .ours("set so that 45 % becomes 34 %, as measured in source 13");
        /// Where post-training would end if it pulled all the way.
        post_target: f64 = 0.09,
            Spec::real("Misaligned answers at that target", 0.001, 0.5, 0.001)
                .unit("share").percent().plausible(0.03, 0.2).more(AFTER)
                .ours("set to what the good documents left in source 13");
        /// The same evidence can speak for good character or against it.
        documents: Documents = Documents::Aligned,
            Spec::choice("Whom the documents show", Documents::CHOICES).any().more(OTHER_WAY)
                .measured("source 13 tried both");
    }
}
