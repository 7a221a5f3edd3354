//! What keeps the pasture: conscience, a shared belief and fines. Is one of
//! them enough, and do several add up?
//!
//! Statement S0.g. Replicator dynamics of a public-goods game, as in
//! textbooks; what its terms mean for AI is our reading.

mod params;
mod pasture;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::math::sigma;
use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{ALL, Outcome, PAIRS, SETS, SINGLES};
use params::CommonsParams;

/// A pasture, and three safeguards that may keep it.
pub struct Commons;

impl Simulator for Commons {
    type Params = CommonsParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "commons",
        name: "What keeps the pasture",
        question: prose("What keeps people from ruining what they share, and would it keep AI in check?"),
        answer: prose(
            "No single safeguard here is strong enough, be it conscience, a shared belief or fines; any two of them \
             are. But a weakness that all three share undoes the advantage.",
        ),
        status: Status::Textbook,
        document: Document::Luther,
        headline: "end_share",
        control: "watched",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "Alone the best of three safeguards keeps {best_alone} of the village cooperating; the worst pair keeps \
         {worst_pair}.",
        // It is about safeguards of which none is enough and any two are.
        |_: &CommonsParams, outcome: &Outcome| outcome.best_alone() < 0.5 && outcome.worst_pair() > 0.9,
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new("together", "The commenter’s village", "No safeguard is enough, any two are.", &[]),
        Preset::new(
            "fines-only",
            "A mesa-optimiser: only fines bind it",
            "What holds people does not hold it; half-watched, it cheats.",
            &[
                Setting::said("guilt", "0", "S0.h, such safeguards do not hold a plotting mind"),
                Setting::said("belief", "0", "S0.h, such safeguards do not hold a plotting mind"),
            ],
        ),
        Preset::new(
            "nobody-watches",
            "Where nobody watches",
            "Conscience and shared belief still hold; if either goes, all is lost.",
            &[Setting::ours("watched", "0", "")],
        ),
        Preset::new(
            "cynics",
            "Nobody believes any more",
            "Conscience and weak policing lose the pasture.",
            &[Setting::ours("belief", "0", ""), Setting::ours("watched", "0.2", "")],
        ),
        Preset::new(
            "strong-conscience",
            "Conscience is all it takes",
            "Strong enough, it needs neither watchers nor believers.",
            &[
                Setting::ours("guilt", "0.8", ""),
                Setting::ours("belief", "0.1", ""),
                Setting::ours("fine", "0.2", ""),
            ],
        ),
        Preset::new(
            "police",
            "Order by watching",
            "Full watching and high fines hold, as long as they do.",
            &[
                Setting::ours("watched", "1", ""),
                Setting::ours("fine", "3", ""),
                Setting::ours("guilt", "0.1", ""),
                Setting::ours("belief", "0.2", ""),
            ],
        ),
        Preset::new(
            "one-weakness",
            "One flaw in all three",
            "Copies of one model share their flaws: three safeguards are hardly better than one.",
            &[Setting::ours("correlation", "0.8", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<CommonsParams>] = &[
        Claim::new(
            "pasture-holds",
            "The pasture holds",
            "S0.g",
            "With its controls together the village does not collapse: at the end more than 90 % cooperate.",
            "ours",
            Measure::Share,
            |params| params.end(ALL) - 0.9,
        ),
        Claim::new(
            "none-alone",
            "None is enough alone",
            "S0.g",
            "It takes several controls: with any single one, fewer than half cooperate at the end.",
            "ours",
            Measure::Share,
            |params| 0.5 - SETS[SINGLES].iter().map(|set| params.end(*set)).fold(0.0, f64::max),
        ),
        Claim::new(
            "any-one-may-fail",
            "Any one may fail",
            "S0.g",
            "The controls are robust: whichever one is missing, with the other two more than 90 % cooperate at the end.",
            "ours",
            Measure::Share,
            |params| SETS[PAIRS].iter().map(|set| params.end(*set)).fold(1.0, f64::min) - 0.9,
        ),
        Claim::new(
            "holds-unwatched",
            "Holds unwatched",
            "S0.g",
            "Kindness and shared belief hold where no fine reaches: with nobody watching, more than 90 % cooperate at \
             the end.",
            "ours",
            Measure::Share,
            |params| params.unwatched().end(ALL) - 0.9,
        ),
        Claim::new(
            "redundancy-helps",
            "Three beat one",
            "S0.g",
            "Several safeguards more than halve the chance of losing the pasture, against a single one that was enough \
             alone.",
            "ours",
            Measure::Share,
            |params| {
                let losses = SETS.map(|set| sigma(-params.log_odds(set)));
                params.failure / 2.0 - params.lost(&losses, params.correlation)
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("safeguards", "What each set of safeguards keeps", figures::safeguards),
        FigureOf::new("share", "Who still cooperates", figures::share),
        FigureOf::new("watched", "What watching is needed for", figures::watched),
        FigureOf::new("weakness", "When three are no better than one", figures::weakness),
    ];

    fn simulate(params: &CommonsParams) -> Outcome {
        let log_odds = SETS.map(|set| params.log_odds(set));
        let losses = log_odds.map(|z| sigma(-z));
        Outcome {
            ends: log_odds.map(sigma),
            unwatched: params.unwatched().end(ALL),
            pull: params.pull(ALL),
            lost: params.lost(&losses, params.correlation),
            losses,
        }
    }

    fn readouts(_: &CommonsParams, outcome: &Outcome) -> Vec<Readout> {
        let share = |id, value, sentence| Readout::percent(id, value, "share", sentence);
        vec![
            share("end_share", outcome.end(), "After the time shown {} cooperate."),
            share("best_alone", outcome.best_alone(), "With the best single safeguard it would be {}."),
            share("worst_pair", outcome.worst_pair(), "With the worst pair it would be {}."),
            share("unwatched_share", outcome.unwatched, "With nobody watching it would be {}.")
                .under("watched"),
            share(
                "threshold",
                0.0,
                "Cooperation grows from a share of {} at the start (below 0 % from any, above 100 % from none).",
            )
            .or(outcome.pull.threshold(), "no such share")
            .under("share"),
            Readout::percent(
                "lost",
                outcome.lost,
                "probability",
                "With safeguards that may fail, the pasture is lost with a chance of {}.",
            )
            .under("weakness"),
        ]
    }
}
