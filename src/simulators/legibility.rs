//! Work on the problems that everyone can see? Deployment may wait for them,
//! and hidden problems get easier to work on once they show.
//!
//! Statement S1.l and the sentence that it answers, S1.o. The disagreement as
//! one model is ours.

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
use model::Outcome;
use params::LegibilityParams;

/// Two kinds of problems, one day of deployment, and a year of work to give.
pub struct Legibility;

impl Simulator for Legibility {
    type Params = LegibilityParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "legibility",
        name: "Work on the problems that everyone can see?",
        question: prose("Does solving the problems that everyone can see make AI safer?"),
        answer: prose(
            "Yes, if AI comes when it is able and does not wait. If it waits for the visible problems, solving them \
             takes time away from the hidden ones, on which work does most late, once they show.",
        ),
        status: Status::Ours,
        document: Document::Selection,
        headline: "loss",
        control: "gating",
    };

    const LESSON: Lesson<Self> = Lesson::new(
        "A year of work on visible problems saves {gain_visible} of a good future; if deployment waited for them, it \
         would cost {harm_if_waiting}.",
        |_, outcome: &Outcome| outcome.visible.net() > 0.0 && outcome.harm_if_waiting > 0.0,
    );

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "reply",
            "The reply",
            "Deployment hardly waits and visible problems yield more: a year on them is worth more than one on \
             hidden problems now, and less than one on hidden problems once they show.",
            &[],
        ),
        Preset::new(
            "worry",
            "The worry in the post",
            "Deployment waits for what leaders see, and seeing makes nothing easier: each year of visible work \
             costs more than it solves.",
            &[
                Setting::ours("gating", "1", ""),
                Setting::said("tractability", "1", "S1.l, because the worry holds it fixed"),
                Setting::ours("ripening", "0", ""),
            ],
        ),
        Preset::new(
            "they-do-not-gate",
            "The reply, taken strictly",
            "Nothing waits: no work can do harm.",
            &[Setting::ours("gating", "0", "")],
        ),
        Preset::new(
            "they-gate",
            "Waiting, with the reply’s other numbers",
            "Even where visible problems are three times as easy, full waiting turns the sign; ripened problems stay \
             the best work.",
            &[Setting::ours("gating", "1", "")],
        ),
        Preset::new(
            "crowded",
            "The reply’s own concession",
            "Where nearly everybody works on visible problems already, the next year does more on hidden ones.",
            &[Setting::ours("effort", "0.95", "S1.l, where neglectedness is lower")],
        ),
        Preset::new(
            "they-stay-hidden",
            "If nothing ever shows",
            "Waiting for problems to show gains nothing.",
            &[Setting::ours("ripening", "0", "")],
        ),
    ];

    const CLAIMS: &'static [Claim<LegibilityParams>] = &[
        Claim::new(
            "legible-work-helps",
            "Visible work helps",
            "S1.l",
            "Visible problems often do not hold deployment back, and then solving them is plain gain: a year of work \
             on them saves part of a good future.",
            "ours",
            Measure::Share,
            |params| params.year_on_visible().net(),
        ),
        Claim::new(
            "brings-it-forward",
            "It hastens deployment",
            "S1.o",
            "Work on visible problems brings deployment forward: a year of it by at least three months.",
            "ours",
            Measure::Number("years"),
            |params: &LegibilityParams| params.hastened() - 0.25,
        )
        .fails_because("the page opens with the reply’s view, and there deployment hardly waits"),
        Claim::new(
            "visible-beats-hidden",
            "Visible beats hidden",
            "S1.l",
            "The better a problem can be seen, the more work does, so a year on visible problems is worth more than \
             one on hidden problems now.",
            "ours",
            Measure::Share,
            |params| params.year_on_visible().net() - params.year_on_hidden(),
        ),
        Claim::new(
            "best-when-legible",
            "Best once it shows",
            "S1.l",
            "The best time to work is when problems are most visible, just before AI is dangerous: a year on hidden \
             problems then is worth more than one on either kind now.",
            "ours",
            Measure::Share,
            |params| params.year_on_ripe() - params.year_on_visible().net().max(params.year_on_hidden()),
        ),
        Claim::new(
            "worse-both-ways",
            "Worse in both ways",
            "S1.l",
            "Visible problems left unsolved, such as a worse model spec, cost at least 3 % of a good future by risk, \
             and as much by making the future worse.",
            "ours",
            Measure::Share,
            |params| {
                let left = params.visible_left(params.deployment(0.0), 0.0);
                params.legible_risk.min(params.worse_future) * left - 0.03
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("year", "What one more year of work is worth", figures::year),
        FigureOf::new("gating", "If deployment waits more, or less", figures::gating),
        FigureOf::new("effort", "If more work goes to visible problems", figures::effort),
    ];

    fn simulate(params: &LegibilityParams) -> Outcome {
        let deployment = params.deployment(0.0);
        Outcome {
            loss: params.loss(),
            visible: params.year_on_visible(),
            hidden: params.year_on_hidden(),
            ripe: params.year_on_ripe(),
            harm_if_waiting: -params.with_gating(1.0).year_on_visible().net(),
            hastened: params.hastened(),
            deployment,
            legible_left: params.legible_risk * params.visible_left(deployment, 0.0),
            illegible_left: params.illegible_risk * params.hidden_left(deployment, 0.0),
        }
    }

    fn readouts(_: &LegibilityParams, outcome: &Outcome) -> Vec<Readout> {
        vec![
            Readout::percent("loss", outcome.loss, "share", "Lost of a good future on average: {}."),
            Readout::percent(
                "gain_visible",
                outcome.visible.net(),
                "share",
                "One more year of work on visible problems saves {} of it.",
            ),
            Readout::percent(
                "gain_hidden",
                outcome.hidden,
                "share",
                "The same year on hidden problems, now, saves {}.",
            ),
            Readout::percent(
                "gain_ripe",
                outcome.ripe,
                "share",
                "On hidden problems just before deployment, when they show, it saves {}.",
            ),
            Readout::percent(
                "harm_if_waiting",
                outcome.harm_if_waiting,
                "share",
                "If deployment waited for all visible problems, the year of visible work would cost {} (below 0: save).",
            )
            .under("gating"),
            Readout::number(
                "hastened",
                outcome.hastened,
                "years",
                "A year of work on visible problems brings deployment forward by {}.",
            )
            .under("gating"),
            Readout::number("deployment_time", outcome.deployment, "years", "Deployment comes after {}.")
                .under("gating"),
            Readout::percent(
                "legible_left",
                outcome.legible_left,
                "probability",
                "Risk then left from visible problems: {}.",
            )
            .under("effort"),
            Readout::percent(
                "illegible_left",
                outcome.illegible_left,
                "probability",
                "Risk then left from hidden problems: {}.",
            )
            .under("effort"),
        ]
    }
}
