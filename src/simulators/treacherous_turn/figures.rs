//! The three figures: the wait, the silence and the others.

use super::captions::{self, Crowd};
use super::model::Outcome;
use super::params::TreacherousTurnParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The most other AIs shown.
const MOST: u32 = 20;

/// What waiting is worth, over the years.
pub fn value(params: &TreacherousTurnParams, outcome: &Outcome) -> Plot {
    let x = years(params);
    let wait = params.wait();
    let mut marks = Vec::new();
    for (time, label) in [(outcome.strike, "strikes"), (outcome.peak, "best chance")] {
        marks.extend(rule(&x, time, label));
    }
    marks.extend([
        Mark::Line(Series::sampled("still_free", "still has its chance", Role::Second, &x, |t| wait.still_free(t))),
        Mark::Line(Series::sampled("success", "would succeed", Role::First, &x, |t| wait.success(t))),
        Mark::Line(Series::sampled("value", "plan works", Role::Clever, &x, |t| wait.value(t))),
    ]);
    let y = Axis::percent("probability", "chance", 0.0, 1.0);
    Plot { caption: captions::value(outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn years(params: &TreacherousTurnParams) -> Axis {
    Axis::new("years", "years in use", 0.0, f64::from(params.horizon))
}

/// An upright line, if it is in the picture.
fn rule(x: &Axis, at: f64, label: &str) -> Option<Mark> {
    (at <= x.range.1).then(|| Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() }))
}

/// Who could still be waiting, over the quiet years.
pub fn silence(params: &TreacherousTurnParams, outcome: &Outcome) -> Plot {
    let x = years(params);
    let wait = params.wait();
    let mut marks = Vec::from_iter(rule(&x, params.quiet_years, "so far"));
    marks.push(Mark::Line(Series::sampled("left", "ablest left", Role::Clever, &x, |t| wait.left(t).success)));
    let y = Axis::percent("success", "chance of success of the ablest left", 0.0, 1.0);
    let caption = captions::silence(params, outcome, wait.none_left());
    Plot { caption, x, panels: vec![Panel { x: None, y, marks }] }
}

/// What other AIs change, by how many there are and how many are pretenders.
pub fn others(params: &TreacherousTurnParams, _: &Outcome) -> Plot {
    let crowds = |params: &TreacherousTurnParams| -> Vec<Crowd> {
        let crowd = |rivals| {
            let wait = params.among(rivals);
            let strike = wait.best_time();
            Crowd { takeover: wait.takeover(strike), strike }
        };
        (0..=MOST).map(crowd).collect()
    };
    let [all, none] = [1.0, 0.0].map(|share| crowds(&params.if_pretenders(share)));
    let yours = crowds(params);
    let line = |id, label, role, crowds: &[Crowd], y: fn(&Crowd) -> f64| {
        let points = crowds.iter().enumerate().map(|(rivals, crowd)| [rivals as f64, y(crowd)]).collect();
        Mark::Line(Series { id, label, role, points })
    };
    let most = MOST as usize;
    let caption = captions::others(
        params,
        [&yours[0], &yours[params.rivals as usize], &yours[most]],
        [all[most].takeover, none[most].takeover],
    );
    let x = Axis::new("rivals", "other AIs", 0.0, f64::from(MOST));
    let here = |label: &str| Mark::Rule(Rule { at: RuleAt::X(f64::from(params.rivals)), label: label.to_owned() });
    let takeover = |crowd: &Crowd| crowd.takeover;
    let panels = vec![
        Panel {
            x: None,
            y: Axis::percent("takeover", "chance that the first strike succeeds", 0.0, 1.0),
            marks: vec![
                here("yours"),
                line("waluigis", "all pretenders", Role::Careless, &all, takeover),
                line("luigis", "all Luigis", Role::Luigi, &none, takeover),
                line("yours", "as you say", Role::Yours, &yours, takeover),
            ],
        },
        Panel {
            x: None,
            y: Axis::new("strike_time", "best moment, in years", 0.0, yours[0].strike),
            marks: vec![here(""), line("strike_time", "", Role::Clever, &yours, |crowd| crowd.strike)],
        },
    ];
    Plot { caption, x, panels }
}
