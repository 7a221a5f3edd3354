//! When an AI that waits to turn would strike: optimal stopping between a
//! chance of success that rises and falls and a freedom that does not last.
//!
//! And what a quiet record says, if those that wait choose their moment so.

mod params;
mod model;
mod captions;
mod figures;

#[cfg(test)]
mod tests;

use crate::prose;
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status,
};
use model::{Outcome, Wait};
use params::TreacherousTurnParams;

/// A pretender that chooses its moment.
pub struct TreacherousTurn;

impl Simulator for TreacherousTurn {
    type Params = TreacherousTurnParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "treacherous-turn",
        name: "The treacherous turn",
        question: prose("If an AI were waiting to turn on us, when would it strike?"),
        answer: prose(
            "Its chance grows with its strength, until defences catch up, another AI moves first, or it is found out. \
             So it cannot wait for ever, and a long good record means that it is weak, or honest.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "t_star",
        control: "defence",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "A pretender quiet for {quiet_years} would by now succeed with a chance of at most {left_success}: the abler \
         ones have struck.",
        // It is about one that could still be waiting, after silence that says something.
        |_: &TreacherousTurnParams, outcome: &Outcome| (1e-6..0.99).contains(&outcome.left.success),
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "the-thread",
            "The author in the thread",
            "It strikes a little before its chance is at its best; after five quiet years only weak ones could still \
             be waiting.",
            &[],
        ),
        Preset::new(
            "alone",
            "One AI only",
            "With nobody to fear but people it waits half as long again, and five quiet years say little.",
            &[Setting::ours("rivals", "0", "")],
        ),
        Preset::new(
            "arms-race",
            "All of them are pretenders",
            "Each fears the others, and the first strike comes while its chance is poor.",
            &[Setting::ours("rivals", "10", ""), Setting::said("rival_share", "1", "S2.j, secretly all")],
        ),
        Preset::new(
            "luigi-police",
            "All others are Luigis",
            "They wear its chance down so fast that it strikes in its second year, and more likely fails.",
            &[
                Setting::ours("rivals", "10", ""),
                Setting::ours("rival_share", "0", "S2.j"),
                Setting::ours("police", "0.02", ""),
            ],
        ),
        Preset::new(
            "idle-defences",
            "Patience pays",
            "Defences stand nearly still, and five quiet years prove little.",
            &[Setting::ours("defence", "0.001", ""), Setting::ours("police", "0.0001", "")],
        ),
        Preset::new(
            "often-found-out",
            "Good detectives",
            "What hurries it is not that it would fail but that it would be found.",
            &[Setting::ours("found_out", "0.3", "")],
        ),
        Preset::new(
            "two-quiet-years",
            "Too early to tell",
            "After two quiet years an able pretender may still be waiting.",
            &[Setting::ours("quiet_years", "2", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<TreacherousTurnParams>] = &[
        Claim::new(
            "before-it-falls",
            "before it falls",
            "S2.j",
            "It strikes before its chance of success goes down again.",
            "",
            Measure::Share,
            |params: &TreacherousTurnParams| {
                let wait = params.wait();
                1.0 - wait.best_time() / wait.peak()
            },
        )
        .theorem("at the top of its chance a little less waiting costs nothing and saves some danger"),
        Claim::new(
            "once-saturated",
            "once it has saturated",
            "S2.j",
            "It waits until its chance of success has nearly saturated: when it strikes it has more than 90 % of the \
             highest chance there will ever be.",
            "ours",
            Measure::Share,
            |params| saturation(&params.wait()) - 0.9,
        ),
        Claim::new(
            "rivals-hurry",
            "others hurry it",
            "S2.j",
            "With other AIs about, pretenders or not, it strikes at least a quarter sooner than alone.",
            "ours",
            Measure::Share,
            |params| 0.75 - params.wait().best_time() / params.among(0).best_time(),
        ),
        Claim::new(
            "caution-is-bounded",
            "too much caution loses",
            "S2.j",
            "Excessive caution is a bad strategy: waiting twice as long as is best costs at least a quarter of its \
             chance.",
            "ours",
            Measure::Share,
            |params| {
                let wait = params.wait();
                0.75 - wait.value_at_twice(wait.best_time())
            },
        ),
        Claim::new(
            "variety-helps",
            "variety helps us",
            "S2.j",
            "A variety of models is an advantage either way: whether all the others are pretenders or none is, the \
             first strike is at least a tenth less likely to succeed than with one AI alone.",
            "ours",
            Measure::Share,
            |params| {
                let takeover = |wait: Wait| wait.takeover(wait.best_time());
                let [none, all] = [0.0, 1.0].map(|share| takeover(params.if_pretenders(share).wait()));
                0.9 - none.max(all) / takeover(params.among(0))
            },
        ),
        Claim::new(
            "dim-or-luigi",
            "weak, or a Luigi",
            "S2.i",
            "One that is still pretending after so many years is not very able, so not very dangerous (its chance is \
             below 10 %), or it is really a Luigi.",
            "ours",
            Measure::Share,
            |params| 0.1 - params.wait().left(params.quiet_years).success,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("value", "What waiting is worth", figures::value),
        FigureOf::new("silence", "Who could still be waiting", figures::silence),
        FigureOf::new("others", "What other AIs change", figures::others),
    ];

    fn simulate(params: &TreacherousTurnParams) -> Outcome {
        let wait = params.wait();
        let strike = wait.best_time();
        Outcome {
            strike,
            success: wait.success(strike),
            free: wait.still_free(strike),
            takeover: wait.takeover(strike),
            peak: wait.peak(),
            saturation: saturation(&wait),
            left: wait.left(params.quiet_years),
        }
    }

    fn readouts(_: &TreacherousTurnParams, outcome: &Outcome) -> Vec<Readout> {
        vec![
            Readout::number(
                "t_star",
                outcome.strike,
                "years",
                "The best moment to strike, counted from the start of its use: {}.",
            ),
            Readout::percent(
                "success_at_strike",
                outcome.success,
                "probability",
                "Its chance of success by then: {}.",
            ),
            Readout::percent("free_at_strike", outcome.free, "probability", "The chance that it gets that far: {}."),
            Readout::percent(
                "value",
                outcome.success * outcome.free,
                "probability",
                "The chance that its plan works: {}.",
            ),
            Readout::percent(
                "takeover",
                outcome.takeover,
                "probability",
                "The chance that the first strike, whoever makes it, succeeds: {}.",
            )
            .under("others"),
            Readout::number("t_peak", outcome.peak, "years", "Its chance of success is highest after {}."),
            Readout::percent("saturation", outcome.saturation, "share", "When it strikes it has {} of its best chance ever."),
            Readout::percent(
                "left_success",
                outcome.left.success,
                "probability",
                "The ablest pretender that could still be waiting after these quiet years would succeed with a chance \
                 of {}.",
            )
            .under("silence"),
            Readout::percent(
                "left_growth",
                0.0,
                "share",
                "How much of the gap to certain success that one closes in a year: {}.",
            )
            .or(outcome.left.growth, "none could still be waiting")
            .under("silence"),
        ]
    }
}

/// Its chance of success when it strikes, as a part of the highest there will be.
fn saturation(wait: &Wait) -> f64 {
    wait.success(wait.best_time()) / wait.success(wait.peak())
}
