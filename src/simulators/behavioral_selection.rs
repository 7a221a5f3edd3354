//! What survives training? Replicator dynamics of motives, after the
//! behavioral selection model (Mallen and Shlegeris 2025).
//!
//! The dynamics and the numbers of the motives are ours; the causal graph is
//! the published one, drawn from the text of the post.

mod patterns;
mod params;
mod model;
mod figures;
mod graph;
#[cfg(test)]
mod tests;

use crate::math::{log2, log_add};
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use figures::LEVER_NAMES;
use model::{Outcome, SELECTION, share};
use params::BehavioralSelectionParams;
use patterns::{
    ALIGNED_SCHEMER, INTENDED, KLUDGE, PATTERNS, RESISTS, REWARD_SEEKER, SCHEMER, SHARES, TAKES_OVER,
};
use std::f64::consts::{LN_2, LOG2_E};

/// What survives training, and what it then does.
pub struct BehavioralSelection;

impl Simulator for BehavioralSelection {
    type Params = BehavioralSelectionParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "behavioral-selection",
        name: "Behavioral selection",
        question: prose("What survives training?"),
        answer: prose(
            "Training keeps what earns reward. Wanting the score and playing along for a goal of one’s own earn the \
             same; tests catch only the one that does not hide.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "takeover",
        control: "flawed",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Tests cut cheating from {hacks_trained} to {hacks} and raise the danger of a takeover from \
         {takeover_trained} to {takeover}: the motives that hide remain.",
        |p: &BehavioralSelectionParams, outcome: &Outcome| {
            let is_tests_alone = p.inspections > 0
                && p.white_box == 0.0
                && (p.deployment_steps == 0 || p.deployment_flawed == 0.0 && p.length_penalty == 0.0);
            let [before, after] = [outcome.trained, outcome.used].map(|weights| p.deeds(weights));
            is_tests_alone && after.hacks < 0.98 * before.hacks && after.takeover > 1.02 * before.takeover
        },
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "flawed-reward",
            "The author in the thread",
            "The intended motive falls from three quarters to a fifth; tests remove what does not hide and leave it \
             about level with the schemer.",
            &[],
        ),
        Preset::new(
            "any-class-may-be-aligned",
            "Any motive may be aligned",
            "Before any test the danger is spread over all of them; no motive carries most of it.",
            &[
                Setting::ours("good_goals", "0.5", "the reader quoted in S1.e"),
                Setting::ours("unbounded", "0.6", "the reader quoted in S1.e"),
                Setting::ours("inspections", "0", ""),
            ],
        ),
        Preset::new(
            "counting-argument",
            "The counting argument",
            "With ten thousand goals that would each make a schemer, nothing within reach helps.",
            &[Setting::ours("goals", "10000", "source 1")],
        ),
        Preset::new(
            "told-it-is-fine",
            "Say that hacking is fine",
            "Whoever follows instructions may hack too; nothing displaces it, and tests now help.",
            &[Setting::said("permission", "1", "S1.i")],
        ),
        Preset::new(
            "white-box",
            "Press on the motive",
            "Five halvings undo most of it, at the price of false alarms.",
            &[Setting::ours("white_box", "5", "source 1, in its appendix")],
        ),
        Preset::new(
            "instrumental-becomes-terminal",
            "Unused reasons decay",
            "Schemers turn into score-seekers, which tests find.",
            &[Setting::ours("erosion", "0.005", "source 1")],
        ),
        Preset::new(
            "selection-goes-on",
            "Selection goes on",
            "Influence at the end of use is not influence at its start.",
            &[
                Setting::ours("deployment_steps", "250", "S1.g"),
                Setting::ours("deployment_flawed", "0.2", "S1.g"),
            ],
        ),
    ];

    const CLAIMS: &'static [Claim<Self::Params>] = &[
        Claim::new(
            "equally-fit",
            "training cannot tell them apart",
            "source 1",
            "Training shifts the odds between the score-seeker, the schemers and the habits by less than a factor of two.",
            "ours",
            Measure::Log2,
            |p| {
                let [before, after] = [p.prior(), p.trained(f64::from(p.steps))].map(|weights| {
                    let ln = weights.ln_shares();
                    [ln[REWARD_SEEKER], ln[KLUDGE], log_add(ln[SCHEMER], ln[ALIGNED_SCHEMER])]
                });
                let shifts = [0, 1, 2].map(|j| after[j] - before[j]);
                let most = shifts.into_iter().fold(f64::NEG_INFINITY, f64::max);
                1.0 - (most - shifts.into_iter().fold(most, f64::min)) * LOG2_E
            },
        ),
        Claim::new(
            "testing-backfires",
            "tests leave the hidden ones",
            "source 1, source 3",
            "Five rounds of tests leave at least a tenth more danger of a takeover than no tests.",
            "ours",
            Measure::Log2,
            |p| {
                let tested = |inspections| BehavioralSelectionParams { inspections, ..p.clone() }.danger();
                log2(tested(5) / tested(0)) - log2(1.1)
            },
        ),
        Claim::new(
            "minority-carries-danger",
            "few schemers, most danger",
            "S1.e, S1.d",
            "Schemers with a bad goal hold less than half of the influence and carry more than half of the danger.",
            "ours (“far more dangerous”, “worst-case”)",
            Measure::Share,
            |p| {
                let schemes = share(p.finished(), SCHEMER);
                (0.5 - schemes).min(TAKES_OVER * schemes / p.danger() - 0.5)
            },
        ),
        Claim::new(
            "aligned-schemer-must-hack",
            "even a good schemer must hack",
            "S1.a",
            "Had the schemer with a good goal refused to hack, training would have cost it more than half of its odds.",
            "ours (“would likely have to reward-hack”)",
            Measure::Log2,
            |p| {
                let (honest, best) = p.pay();
                let lost = SELECTION * f64::from(p.steps) * p.flawed * (1.0 - p.permission) * (best - honest);
                lost / LN_2 - 1.0
            },
        ),
        Claim::new(
            "good-goal-still-resists",
            "a good goal still resists",
            "S1.a, S1.e",
            "If every schemer’s goal were good, the danger would fall to a quarter, but more than a tenth of the \
             influence would still resist correction (that part would not change at all).",
            "ours",
            Measure::Number(""),
            |p| {
                let good = BehavioralSelectionParams { good_goals: 1.0, ..p.clone() }.danger();
                let weights = p.finished();
                let resists = share(weights, SCHEMER) + share(weights, ALIGNED_SCHEMER);
                (log2(p.danger() / good) - 2.0).min(10.0 * resists - 1.0)
            },
        ),
        Claim::new(
            "not-overdetermined",
            "levers within reach",
            "S1.i",
            "One of the six levers would cut the danger to a quarter or less.",
            "ours (“quite contingent on a set of variables within reach”)",
            Measure::Log2,
            |p| {
                let least = (1..model::LEVERS).map(|lever| p.pulled(lever)).fold(1.0, f64::min);
                log2(p.danger() / least) - 2.0
            },
        ),
        Claim::new(
            "influence-at-time-t",
            "it matters when you ask",
            "S1.g",
            "Were selection to go on in use as it was in training, the intended motive’s influence would change by \
             more than a factor of two between the first and the last step.",
            "ours",
            Measure::Log2,
            |p| {
                let first = p.inspected();
                let last = p.used(first, f64::from(p.steps), p.flawed);
                let change = first.ln_shares()[INTENDED] - last.ln_shares()[INTENDED];
                (change * LOG2_E).abs() - 1.0
            },
        ),
        Claim::new(
            "length-is-selection",
            "two kinds of speed",
            "S1.h",
            "A price on thinking acts through selection and grows with training; a limit of depth acts once.",
            "",
            Measure::Number(""),
            |p: &BehavioralSelectionParams| {
                let steps = f64::from(p.steps);
                let free = BehavioralSelectionParams { length_penalty: 0.0, ..p.clone() };
                let deep = BehavioralSelectionParams { speed_prior: 0.0, ..p.clone() };
                let depth = |t| p.habits_to_schemers(t) - deep.habits_to_schemers(t);
                let price = |t| p.habits_to_schemers(t) - free.habits_to_schemers(t);
                1e-6 - (depth(steps) - depth(0.0)).abs() - (price(2.0 * steps) - 2.0 * price(steps)).abs()
            },
        )
        .theorem("reward enters once per step, the prior once."),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("influence", "Which motive decides what the AI does", figures::influence),
        FigureOf::new("graph", "Why a motive is kept", graph::graph),
        FigureOf::new("deployment", "What it would do with a real chance", figures::deployment),
        FigureOf::new("levers", "Six levers within reach", figures::levers),
        FigureOf::new("fingerprint", "What would tell them apart", figures::fingerprint),
    ];

    fn simulate(p: &Self::Params) -> Outcome {
        Outcome::new(p)
    }

    fn readouts(p: &Self::Params, outcome: &Outcome) -> Vec<Readout> {
        let shares = outcome.used.shares();
        let prior = outcome.prior.ln_shares();
        let rewards = p.rewards(p.flawed, p.permission);
        let gap = rewards[REWARD_SEEKER] - rewards[INTENDED];
        let head_start = prior[INTENDED] - prior[REWARD_SEEKER];
        let half_time = (gap > 1e-12 && head_start > 1e-12).then(|| head_start / (SELECTION * gap));
        let [trained, used] = [outcome.trained, outcome.used].map(|weights| p.deeds(weights));
        let sum = |of: [f64; PATTERNS]| shares.iter().zip(of).map(|(share, of)| share * of).sum::<f64>();
        let danger = |id, value, sentence| Readout::percent(id, value, "probability", sentence).under("deployment");
        let odds = |chance: f64| chance / (1.0 - chance);
        let mut readouts = vec![
            danger("takeover", used.takeover, "Given a real, unwatched chance, {} of it would try to take over."),
            danger("takeover_trained", trained.takeover, "Before reading and tests it was {}."),
            danger("hacks", used.hacks, "Another {} would only cheat."),
            danger("hacks_trained", trained.hacks, "Before reading and tests that was {}."),
            danger("meant", used.meant, "And {} would do what was meant."),
            Readout::percent(
                "undermines",
                sum(RESISTS),
                "share",
                "Of the influence, {} resists correction, whatever it wants.",
            )
            .under("deployment"),
            Readout::percent(
                "schemer_risk",
                TAKES_OVER * shares[SCHEMER] / used.takeover,
                "share",
                "Schemers with a bad goal carry {} of the danger.",
            )
            .under("deployment"),
        ];
        const SENTENCES: [&str; PATTERNS] = [
            "At the end of use {} of the influence does what was meant.",
            "The score-seeker holds {}.",
            "The schemer with a bad goal holds {}.",
            "The schemer with a good goal holds {}.",
            "Habits hold {}.",
        ];
        readouts.extend((0..PATTERNS).map(|j| Readout::percent(SHARES[j], shares[j], "share", SENTENCES[j])));
        readouts.push(
            Readout::number(
                "half_time",
                0.0,
                "steps",
                "By selection alone the score-seeker overtakes the intended motive after {}.",
            )
            .or(half_time, "a time that does not exist, because it starts ahead or never does"),
        );
        readouts.extend([
            Readout::percent(
                "takeover_best",
                outcome.least(),
                "probability",
                "The best lever brings the danger to {}.",
            )
            .under("levers"),
            Readout::words("best_lever", outcome.best_lever(), &LEVER_NAMES, "It is to {}.").under("levers"),
            Readout::number(
                "bits_to_safe",
                log2(odds(used.takeover) / odds(0.01)).max(0.0),
                "halvings",
                "It would take {} of the odds to bring it to 1 %.",
            )
            .under("levers"),
        ]);
        readouts
    }
}
