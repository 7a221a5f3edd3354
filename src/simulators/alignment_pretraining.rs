//! Documents about AIs as evidence about AIs: log-odds that add up, are
//! forgotten and are distrusted, beside published measurements.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{exp, expm1, ln_1p, logit, sigma, softplus};
use crate::number::{human, percent, with_unit};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{choice, params, prose};

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
    /// Parameters of [`AlignmentPretraining`].
    pub struct AlignmentPretrainingParams {
        /// How often the model would pick the misaligned answer if it read none of these documents. The arXiv version of the paper has 45 % (reported second hand).
        start_misaligned: f64 = 0.45, Spec::real("Misaligned answers before any of it", 0.01, 0.99, 0.01).unit("share").percent();
        /// How far a billion tokens of such documents move the log-odds of a reader who takes each at its word.
        nats_per_billion: f64 = 0.384, Spec::log("Evidence in a billion tokens of such documents", 0.01, 50.0).unit("nats per billion tokens");
        /// How much of the text is such documents, from where they begin to the end of the run.
        share: f64 = 0.01, Spec::log("Share of tokens that are such documents, while they last", 1e-4, 0.1).unit("share").percent();
        /// The part of the run that is over when they begin. Midtraining is the last tenth or so.
        insert_from: f64 = 0.0, Spec::real("Where in the run they begin (0 start, 1 end)", 0.0, 0.999, 0.001).unit("fraction of run").symbol("s").percent();
        /// How much of what was read early is lost by the end: 1 leaves 37 %, 5 less than 1 %.
        forgetting: f64 = 0.0, Spec::real("Forgetting over the whole run", 0.0, 100.0, 0.5).unit("e-foldings").symbol("F");
        /// How many authors the documents come from whose honesty is independent. Copies of one author count once.
        sources: f64 = 20.0, Spec::log_count("Independent authors", 1.0, 1000.0).symbol("m");
        /// How good the reader is at telling that somebody would have written such a story whatever the truth.
        reader_skill: f64 = 0.0, Spec::real("How well the reader sees through cheap text", -5.0, 10.0, 0.1).unit("nats");
        /// How convincing the documents are; what counts is how far this exceeds the reader's skill.
        craft: f64 = 4.0, Spec::real("How well the documents are made", -5.0, 10.0, 0.1).unit("nats");
        /// How much of the way towards its own target post-training moves the log-odds.
        post_pull: f64 = 0.22, Spec::real("How far post-training pulls towards its own target", 0.0, 1.0, 0.01).unit("share").symbol("p").percent();
        /// The share of misaligned answers at which post-training would settle if it pulled all the way.
        post_target: f64 = 0.09, Spec::real("Misaligned answers that post-training aims at", 0.001, 0.5, 0.001).unit("share").percent();
        /// How much easier post-training becomes because the documents mention alignment, whatever they say about it.
        salience: f64 = 0.0, Spec::real("Lift from talking about alignment at all", 0.0, 2.0, 0.05).unit("nats");
        /// Whether the documents speak for or against the good character of AIs.
        documents: Documents = Documents::Aligned, Spec::choice("Whom the documents show", Documents::CHOICES);
    }
}

/// See the file's text, `alignment-pretraining.md`.
pub struct AlignmentPretraining;

/// Length of the run in billions of tokens: 500 of pretraining and 50 of
/// midtraining (Tice and others).
const RUN: f64 = 550.0;

/// Where midtraining begins: the last 50 of 550 billion tokens.
const MIDTRAINING: f64 = 0.909;

/// Where the last hundredth begins, as short as a fine-tuning.
const FINE_TUNING: f64 = 0.99;

/// Where the path shows what post-training leaves.
const AFTER: f64 = 1.06;

/// What the model says.
pub struct Outcome {
    /// The evidence that counts at the end of the run, in nats.
    evidence: f64,
    /// The same if the documents begin at the start, and at midtraining.
    from_start: f64,
    from_midtraining: f64,
    /// Misaligned answers at the end of the run and after post-training.
    end: f64,
    after: f64,
}

/// What forgetting leaves of evidence that comes in evenly, one per run, for
/// this part of the run.
fn kept_evidence(forgetting: f64, duration: f64) -> f64 {
    // Below this the limit of no forgetting is exact to rounding.
    if forgetting < 1e-12 { duration } else { -expm1(-forgetting * duration) / forgetting }
}

/// Evidence from `sources` independent authors each of whom, with chance
/// `1 - trust`, would have written the same whatever the truth.
fn saturated(evidence: f64, sources: f64, trust: f64) -> f64 {
    -sources * ln_1p(trust * expm1(-evidence / sources))
}

impl AlignmentPretrainingParams {
    /// Evidence that counts at a point of the run for documents from another.
    fn evidence(&self, from: f64, progress: f64) -> f64 {
        let per_run = self.nats_per_billion * self.share * RUN;
        let evidence = per_run * kept_evidence(self.forgetting, (progress - from).max(0.0));
        // Written as trust, not as distrust, so that nothing cancels.
        saturated(evidence, self.sources, sigma(self.craft - self.reader_skill))
    }

    /// Log-odds of the aligned answer, moved by so much evidence.
    fn log_odds(&self, evidence: f64) -> f64 {
        let signed = match self.documents {
            Documents::Aligned => evidence,
            Documents::Misaligned => -evidence,
        };
        signed - logit(self.start_misaligned)
    }

    /// Log-odds after post-training, without salience.
    fn post_trained(&self, log_odds: f64) -> f64 {
        (1.0 - self.post_pull) * log_odds - self.post_pull * logit(self.post_target)
    }

    /// Misaligned answers at a point of the run, for documents from another.
    fn misaligned(&self, from: f64, progress: f64) -> f64 {
        sigma(-self.log_odds(self.evidence(from, progress)))
    }

    /// Misaligned answers after post-training, for documents from a point on.
    fn misaligned_after(&self, from: f64) -> f64 {
        let log_odds = self.post_trained(self.log_odds(self.evidence(from, 1.0)));
        sigma(-(log_odds + self.salience))
    }

    /// The most that the documents can ever say to one reader about one
    /// author, in nats: the logarithm of 1 / distrust.
    fn cap(&self) -> f64 {
        softplus(self.craft - self.reader_skill)
    }

    /// The part of the effect on the share of misaligned answers that is left
    /// after post-training.
    fn kept(&self) -> f64 {
        let evidence = self.evidence(self.insert_from, 1.0);
        let (without, with) = (self.log_odds(0.0), self.log_odds(evidence));
        // sigma(a) - sigma(b) = sinh((a-b)/2) / (2 cosh(a/2) cosh(b/2)), in logarithms
        // because a and b may be in the thousands.
        let widths = ln_cosh(without) + ln_cosh(with)
            - ln_cosh(self.post_trained(without))
            - ln_cosh(self.post_trained(with));
        exp(ln_sinh((1.0 - self.post_pull) * evidence) - ln_sinh(evidence) + widths)
    }
}

/// `ln(2 sinh(x/2))` for x of 0 or more.
fn ln_sinh(x: f64) -> f64 {
    0.5 * x + crate::math::ln(-expm1(-x))
}

/// `ln(2 cosh(x/2))`.
fn ln_cosh(x: f64) -> f64 {
    0.5 * x.abs() + ln_1p(exp(-x.abs()))
}

impl Simulator for AlignmentPretraining {
    type Params = AlignmentPretrainingParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "alignment-pretraining",
        name: "Evidence in the corpus",
        question: prose("Does it matter when a model reads about well-behaved AIs, and who wrote it?"),
        answer: prose(
            "Documents about well-behaved AIs are evidence about what an AI is like. Move them along the training run, change their authors, and compare with what was measured.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "evidence",
        control: "insert_from",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "the-essay",
            "The essay",
            "Nothing that was read is ever forgotten, so the earlier the documents begin, the more they weigh.",
            &[],
        ),
        Preset::new(
            "as-measured",
            "As measured",
            "With strong forgetting, documents in midtraining alone do nearly as well as documents all along, as the 2026 version of the paper is reported to have found.",
            &[Setting::ours("forgetting", "30", ""), Setting::ours("nats_per_billion", "11.5", "")],
        ),
        Preset::new(
            "capable-reader",
            "A capable reader",
            "A reader who sees through cheap text learns little from the same documents.",
            &[Setting::ours("reader_skill", "6", "")],
        ),
        Preset::new(
            "one-author",
            "One author",
            "All documents come from one author, and what one author can say is limited.",
            &[Setting::ours("sources", "1", "")],
        ),
        Preset::new(
            "villains",
            "Stories of villains",
            "The same amount of text, about AIs that behave badly.",
            &[Setting::ours("documents", "misaligned", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<AlignmentPretrainingParams>] = &[
        Claim::new(
            "slow-wins",
            "",
            "S2.d",
            "Documents all along the run, from its start, give more than twice the evidence of documents in midtraining alone (the last tenth or so).",
            "ours",
            Measure::Log10,
            |params| {
                let ratio = params.evidence(0.0, 1.0) / params.evidence(MIDTRAINING, 1.0);
                crate::math::log10(0.5 * ratio)
            },
        ),
        Claim::new(
            "cheap-stories-saturate",
            "",
            "S2.l",
            "However many stories one author writes, they cannot move this reader by half a nat (odds by a factor of 1.65).",
            "ours",
            Measure::Number("nats"),
            |params| 0.5 - params.cap(),
        ),
        Claim::new(
            "survives-post-training",
            "",
            "",
            "More than half of what the documents did to the share of misaligned answers is left after post-training.",
            "ours",
            Measure::Share,
            |params| params.kept() - 0.5,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("path", "When the documents are read", path),
        FigureOf::new("when", "What a late start costs", when),
        FigureOf::new("measured", "Beside what was measured", measured),
    ];

    fn simulate(params: &AlignmentPretrainingParams) -> Outcome {
        Outcome {
            evidence: params.evidence(params.insert_from, 1.0),
            from_start: params.evidence(0.0, 1.0),
            from_midtraining: params.evidence(MIDTRAINING, 1.0),
            end: params.misaligned(params.insert_from, 1.0),
            after: params.misaligned_after(params.insert_from),
        }
    }

    fn readouts(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Vec<Readout> {
        let late_ratio = outcome.from_midtraining / outcome.from_start;
        vec![
            Readout::percent(
                "distrust",
                sigma(params.reader_skill - params.craft),
                "probability",
                "The reader gives {} to the thought that an author would have written this whatever the truth.",
            ),
            Readout::number(
                "evidence_cap",
                params.sources * params.cap(),
                "nats",
                "However long they write, these authors cannot say more than {}.",
            ),
            Readout::number(
                "evidence",
                outcome.evidence,
                "nats",
                "At the end of the run the documents weigh {} in the log-odds.",
            ),
            Readout::percent(
                "late_ratio",
                late_ratio,
                "share",
                "Documents in midtraining alone weigh {} of what they weigh if they run from the start.",
            ),
            Readout::percent(
                "misaligned_end",
                outcome.end,
                "share",
                "At the end of the run, {} of the answers are misaligned.",
            ),
            Readout::percent(
                "misaligned_after",
                outcome.after,
                "share",
                "After post-training, {} of the answers are misaligned.",
            ),
            Readout::percent(
                "kept",
                params.kept(),
                "share",
                "Of the effect on the share of misaligned answers, {} is left after post-training.",
            ),
        ]
    }
}

/// The upper end of an axis of shares: half if that is enough, else all.
fn top(shares: impl Iterator<Item = f64>) -> f64 {
    if shares.fold(0.0, f64::max) > 0.5 { 1.0 } else { 0.5 }
}

fn path(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    let run = Axis::new("progress", "", 0.0, 1.0);
    let curves = [
        ("fine-tuning", "last hundredth", Role::Third, FINE_TUNING),
        ("midtraining", "midtraining only", Role::Second, MIDTRAINING),
        ("end-to-end", "from the start", Role::First, 0.0),
        ("yours", "yours", Role::Yours, params.insert_from),
    ];
    let series = curves.map(|(id, label, role, from)| {
        let mut series = Series::sampled(id, label, role, &run, |progress| params.misaligned(from, progress));
        series.points.push([AFTER, params.misaligned_after(from)]);
        series
    });
    let highest = top(series.iter().flat_map(|series| &series.points).map(|point| point[1]));
    let mut caption = format!(
        "Without the documents {} of the answers would be misaligned; with them it is {} at the end of the run and {} after post-training.",
        percent(params.start_misaligned),
        percent(outcome.end),
        percent(outcome.after),
    );
    for (from, when) in [(0.0, "From the start"), (MIDTRAINING, "In midtraining alone")] {
        if from != params.insert_from {
            caption.push_str(&format!(
                " {when}, they would make it {} and {}.",
                percent(params.misaligned(from, 1.0)),
                percent(params.misaligned_after(from)),
            ));
        }
    }
    let mut marks: Vec<Mark> = series.into_iter().map(Mark::Line).collect();
    marks.push(Mark::Rule(Rule { at: RuleAt::X(1.0), label: "end of the run".to_owned() }));
    Plot {
        caption,
        x: Axis::new("progress", "Progress of the run; beyond 1, after post-training", 0.0, AFTER),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("misaligned", "Misaligned answers", 0.0, highest),
            marks,
        }],
    }
}

fn when(params: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("insert_from", "Part of the run that is over when the documents begin", 0.0, 0.99);
    let evidence = Series::sampled("evidence", "", Role::Yours, &x, |from| params.evidence(from, 1.0));
    let after = Series::sampled("after", "", Role::Yours, &x, |from| params.misaligned_after(from));
    let highest = top(after.points.iter().map(|point| point[1]));
    let mut panels = vec![
        Panel {
            x: None,
            y: Axis::new("evidence", "Evidence at the end, in nats", 0.0, outcome.from_start),
            marks: vec![Mark::Line(evidence)],
        },
        Panel {
            x: None,
            y: Axis::percent("after", "Misaligned after post-training", 0.0, highest),
            marks: vec![Mark::Line(after)],
        },
    ];
    if params.insert_from <= x.range.1 {
        for (panel, label) in panels.iter_mut().zip(["yours", ""]) {
            panel.marks.push(Mark::Rule(Rule { at: RuleAt::X(params.insert_from), label: label.to_owned() }));
        }
    }
    let ratio = outcome.from_midtraining / outcome.from_start;
    let caption = format!(
        "Documents all along the run end up weighing {}; in midtraining alone they weigh {} of that. {}",
        with_unit(&human(outcome.from_start, 3), "nats"),
        percent(ratio),
        match ratio {
            0.9.. =>
                "Hardly anything is lost by starting late: what was read early is forgotten, or more of the same says nothing new.",
            0.5.. => "Starting early counts for more, but less than twofold.",
            _ =>
                "Starting early counts for more: there is more to read, and enough of it still counts at the end.",
        },
    );
    Plot { caption, x, panels }
}

/// What was measured: Tice and others, both versions of the paper. The post
/// was read in the original; the numbers of the arXiv version and of its
/// held-out questions are known from a secondary account.
fn measured(_: &AlignmentPretrainingParams, outcome: &Outcome) -> Plot {
    const CONDITIONS: &[&str] = &["this model", "unfiltered", "filtered", "bad AIs added", "good AIs added"];
    let dots = |id, label, role, points: &[(u8, f64)]| {
        let points = points.iter().map(|(condition, share)| [f64::from(*condition), *share]).collect();
        Mark::Dots(Series { id, label, role, points })
    };
    let highest = if outcome.end.max(outcome.after) > 0.7 { 1.0 } else { 0.7 };
    let panel = |id, label, marks| Panel { x: None, y: Axis::percent(id, label, 0.0, highest), marks };
    let before = vec![
        dots("end", "the model", Role::Yours, &[(0, outcome.end)]),
        dots("post", "post, 2025", Role::Measured, &[(1, 0.41), (3, 0.61), (4, 0.04)]),
        dots("arxiv", "arXiv, second hand", Role::First, &[(1, 0.45), (2, 0.31), (3, 0.51), (4, 0.09)]),
        dots("arxiv_held_out", "held out, second hand", Role::Second, &[(1, 0.40), (4, 0.06)]),
    ];
    let after = vec![
        dots("after", "the model", Role::Yours, &[(0, outcome.after)]),
        dots("post_no_prompt", "post, no prompt", Role::Measured, &[(1, 0.46), (3, 0.60), (4, 0.35)]),
        dots("post_prompt", "post, HHH prompt", Role::Third, &[(4, 0.24)]),
        dots("arxiv_prompt", "arXiv HHH, second hand", Role::First, &[(1, 0.34), (4, 0.09)]),
    ];
    Plot {
        caption: format!(
            "The model gives {} misaligned answers before post-training (above) and {} after it (below). The other marks are published measurements: those of the 2025 post from the original, those of the arXiv version reported second hand. HHH is a prompt that asks for a helpful, honest and harmless answer.",
            percent(outcome.end),
            percent(outcome.after),
        ),
        x: Axis::categories("condition", "", CONDITIONS),
        panels: vec![
            panel("misaligned_end", "Misaligned, before post-training", before),
            panel("misaligned_after", "Misaligned, after it", after),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{Random, ln};
    use crate::params::{Params, Values, from_query};
    use crate::simulator::AnySimulator;
    use crate::simulators::legal::preset;

    const SPECS: &[Spec] = AlignmentPretrainingParams::SPECS;

    /// Every corner of the ranges, then random settings.
    fn settings() -> impl Iterator<Item = Values> {
        let mut random = Random::new(1);
        let corners = 1_u64 << SPECS.len();
        (0..corners + 500).map(move |corner| {
            SPECS.iter().enumerate().fold(Values::defaults(SPECS), |values, (place, spec)| {
                let random = random.uniform();
                let fraction = if corner < corners { (corner >> place & 1) as f64 } else { random };
                values.with(spec.id, spec.at_fraction(fraction))
            })
        })
    }

    fn params(query: &str) -> AlignmentPretrainingParams {
        AlignmentPretrainingParams::from_values(&from_query(&Values::defaults(SPECS), query).0)
    }

    #[test]
    fn evidence_grows_with_the_run_and_never_passes_its_caps() {
        for values in settings() {
            let params = AlignmentPretrainingParams::from_values(&values);
            let mut before = 0.0;
            for progress in [0.2, 0.5, 0.8, 0.95, 1.0] {
                let evidence = params.evidence(params.insert_from, progress);
                assert!(evidence >= before * (1.0 - 1e-12));
                before = evidence;
            }
            let raw = params.nats_per_billion * params.share * RUN;
            let cap = params.sources * params.cap();
            assert!(before > 0.0 && before <= raw.min(cap) * (1.0 + 1e-9), "{values:?}");
            assert!(before <= params.evidence(0.0, 1.0) * (1.0 + 1e-12), "a late start says more");
        }
    }

    #[test]
    fn good_documents_help_bad_ones_harm_and_post_training_pulls() {
        for values in settings() {
            let params = AlignmentPretrainingParams::from_values(&values);
            let outcome = AlignmentPretraining::simulate(&params);
            let change = outcome.end - params.start_misaligned;
            assert!(match params.documents {
                Documents::Aligned => change <= 1e-15,
                Documents::Misaligned => change >= -1e-15,
            });
            let pulled = sigma(-params.post_trained(params.log_odds(outcome.evidence)));
            let (low, high) = (outcome.end.min(params.post_target), outcome.end.max(params.post_target));
            assert!((low - 1e-12..=high + 1e-12).contains(&pulled));
            assert!(outcome.after <= pulled + 1e-15, "salience harms");
        }
    }

    #[test]
    fn many_authors_who_are_trusted_add_up() {
        assert!((saturated(2.0, 1e9, 1.0) - 2.0).abs() < 1e-9);
        assert!((saturated(2.0, 1e6, 0.5) - 1.0).abs() < 1e-5, "half of them say nothing");
        assert!((saturated(1e9, 3.0, 0.5) - 3.0 * ln(2.0)).abs() < 1e-12);
    }

    #[test]
    fn the_kept_part_is_the_ratio_of_the_two_effects() {
        for query in ["", "documents=misaligned", "post_pull=0.7&start_misaligned=0.9", "post_pull=0"] {
            let params = params(query);
            let evidence = params.evidence(params.insert_from, 1.0);
            let (without, with) = (params.log_odds(0.0), params.log_odds(evidence));
            let after = sigma(-params.post_trained(without)) - sigma(-params.post_trained(with));
            let before = sigma(-without) - sigma(-with);
            assert!((params.kept() - after / before).abs() < 1e-12, "{query}");
        }
        assert_eq!(params("post_pull=1").kept(), 0.0);
    }

    #[test]
    fn a_run_without_forgetting_is_the_limit_of_one_with_little() {
        for duration in [0.001, 0.5, 1.0] {
            for forgetting in [0.0, 1e-300, 1e-13, 1e-11] {
                assert!((kept_evidence(forgetting, duration) / duration - 1.0).abs() < 1e-11);
            }
        }
    }

    #[test]
    fn the_published_numbers_come_out() {
        // 45 % to 9 % is 2.113 nats.
        assert!((logit(0.45) - logit(0.09) - 2.113).abs() < 5e-4);
        // Post-training takes 45 % to about 34 % and leaves 9 % at 9 %.
        let params = params("");
        let after = |share: f64| sigma(-params.post_trained(-logit(share)));
        assert!((after(0.45) - 0.34).abs() < 0.005);
        assert!((after(0.09) - 0.09).abs() < 1e-12);
    }

    #[test]
    fn forgetting_favours_the_late() {
        let cases =
            [(0.1, 0.0951), (1.0, 0.1375), (5.0, 0.3677), (10.0, 0.5971), (20.0, 0.8377), (50.0, 0.9894)];
        for (forgetting, ratio) in cases {
            let found = kept_evidence(forgetting, 1.0 / 11.0) / kept_evidence(forgetting, 1.0);
            assert!((found - ratio).abs() < 5e-5, "{forgetting}: {found}");
        }
    }

    #[test]
    fn captions_points_and_margins_are_finite() {
        for (index, values) in settings().enumerate() {
            for claim in 0..AlignmentPretraining::CLAIMS.len() {
                assert!(AlignmentPretraining.margin(claim, &values).is_finite(), "{values:?}");
            }
            assert!(
                AlignmentPretraining
                    .readouts(&values)
                    .iter()
                    .all(|readout| readout.value.unwrap().is_finite())
            );
            if index % 8 > 0 {
                continue;
            }
            for figure in AlignmentPretraining.run(&values).figures() {
                assert!(!figure.caption.contains('–') && !figure.caption.contains('∞'), "{}", figure.caption);
                for series in figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(Mark::series) {
                    assert!(series.points.iter().flatten().all(|number| number.is_finite()), "{}", series.id);
                }
            }
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |id| AlignmentPretraining::simulate(&preset::<AlignmentPretraining>(id));
        let ratio = |id| run(id).from_midtraining / run(id).from_start;
        let essay = run("the-essay");
        assert!(ratio("the-essay") < 0.1 && ratio("as-measured") > 0.9);
        // Both come close to the published fall from 45 % to 9 %.
        assert!((essay.end - 0.09).abs() < 0.005 && (run("as-measured").end - 0.09).abs() < 0.005);
        assert!(run("capable-reader").evidence < essay.evidence / 5.0);
        assert!(run("one-author").evidence < essay.evidence);
        assert!((run("villains").evidence - essay.evidence).abs() < 1e-12 && run("villains").end > 0.8);
    }

    /// What is known of the two versions of the paper; they must not be mixed.
    #[test]
    fn both_versions_of_the_measurements_stand_beside_the_model() {
        let run = AlignmentPretraining.run(&Values::defaults(SPECS));
        let figure = run.figure(2);
        let measured: Vec<_> = figure
            .panels
            .iter()
            .flat_map(|panel| panel.marks.iter().flat_map(Mark::series))
            .filter(|series| !["end", "after"].contains(&series.id))
            .map(|series| (series.id, series.points.iter().map(|point| point[1]).collect::<Vec<_>>()))
            .collect();
        let known: [(&str, &[f64]); 6] = [
            ("post", &[0.41, 0.61, 0.04]),
            ("arxiv", &[0.45, 0.31, 0.51, 0.09]),
            ("arxiv_held_out", &[0.40, 0.06]),
            ("post_no_prompt", &[0.46, 0.60, 0.35]),
            ("post_prompt", &[0.24]),
            ("arxiv_prompt", &[0.34, 0.09]),
        ];
        assert!(measured.iter().map(|(id, shares)| (*id, &shares[..])).eq(known), "{measured:?}");
        assert!(figure.caption.contains("second hand"));
    }
}
