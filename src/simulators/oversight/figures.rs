//! The four figures: the course of training, what is flagged, how long each
//! reading lasts, and a map.

use super::captions;
use super::model::{BLATANT, EVASIVE, HONEST, Monitor, Outcome};
use super::params::OversightParams;
use crate::chart::{Axis, Grid, Mark, Panel, Plot, Role, Rule, RuleAt, Series};

/// The shares of honest work and of both kinds of cheating, under each monitor.
pub fn course(params: &OversightParams, outcome: &Outcome) -> Plot {
    let (x, times) = training(params);
    let panel = |monitor: &Monitor, lasts: Option<f64>, y: Axis, ids: [&'static str; 3]| {
        let shares: Vec<[f64; 3]> = times.iter().map(|step| params.shares(monitor, *step)).collect();
        let series = |label, role, kind: usize| Series {
            id: ids[kind],
            label,
            role,
            points: times.iter().zip(&shares).map(|(step, shares)| [*step, shares[kind]]).collect(),
        };
        let mut marks = vec![Mark::Stack(vec![
            series("honest work", Role::Luigi, HONEST),
            series("open cheating", Role::Careless, BLATANT),
            series("hidden cheating", Role::Clever, EVASIVE),
        ])];
        if let Some(step) = lasts.filter(|step| *step > 0.0 && *step < params.end()) {
            marks.push(rule(RuleAt::X(step), "majority lost"));
        }
        Panel { x: None, y, marks }
    };
    let y = |id, label| Axis::percent(id, label, 0.0, 1.0);
    let panels = vec![
        panel(
            &params.behaviour(),
            outcome.lasts_behaviour,
            y("share_behaviour", "behaviour is watched"),
            ["honest_behaviour", "blatant_behaviour", "evasive_behaviour"],
        ),
        panel(
            &params.reading(),
            outcome.lasts,
            y("share", "the computation is read"),
            ["honest", "blatant", "evasive"],
        ),
    ];
    Plot { caption: captions::course(params, outcome), x, panels }
}

/// The axis of training steps, and the steps that are drawn.
fn training(params: &OversightParams) -> (Axis, Vec<f64>) {
    let x = Axis::new("step", "training steps", 0.0, params.end());
    // Without training there is one point, though the axis has two ends.
    let times = if params.steps > 0 { x.samples().collect() } else { vec![0.0] };
    (x, times)
}

/// The flagged part of all cheating, with the penalty and without.
pub fn recall(params: &OversightParams, _: &Outcome) -> Plot {
    let (x, times) = training(params);
    let unpunished = OversightParams { penalty: 0.0, ..params.clone() };
    let line = |id, label, role, params: &OversightParams, monitor: Monitor| Series {
        id,
        label,
        role,
        points: times.iter().map(|step| [*step, params.recall(&monitor, *step)]).collect(),
    };
    let lines = [
        line("recall", "reading", Role::Yours, params, params.reading()),
        line("recall_unpunished", "reading, no penalty", Role::First, &unpunished, params.reading()),
        line("recall_behaviour", "behaviour", Role::Clever, params, params.behaviour()),
        line(
            "recall_behaviour_unpunished",
            "behaviour, no penalty",
            Role::Second,
            &unpunished,
            params.behaviour(),
        ),
    ];
    let ends = [0, 1, 2, 3].map(|line: usize| lines[line].points.last().map_or(0.0, |point| point[1]));
    let y = Axis::percent("flagged", "part of all cheating that is flagged", 0.0, 1.0);
    let panels = vec![Panel { x: None, y, marks: lines.map(Mark::Line).to_vec() }];
    Plot { caption: captions::recall(params, ends), x, panels }
}

/// How long honest work keeps the majority, by how finely the computation is read.
pub fn grain(params: &OversightParams, outcome: &Outcome) -> Plot {
    let x = Axis::percent("grain", "how finely the computation is read", 0.0, 1.0);
    let line = |id, label, role, monitor: fn(&OversightParams) -> Monitor| {
        Mark::Line(Series::sampled(id, label, role, &x, |grain| {
            let params = OversightParams { grain, ..params.clone() };
            params.lasts(&monitor(&params)).unwrap_or(f64::NAN)
        }))
    };
    // Where it lasts far beyond the training, how far is of no interest.
    let top = (2.0 * params.end()).max(1.25 * outcome.lasts.unwrap_or_default()).max(1.0);
    let marks = vec![
        rule(RuleAt::Y(params.end()), "end of training"),
        rule(RuleAt::X(params.grain), "your reading"),
        line("lasts_fresh", "if it stays fresh", Role::First, OversightParams::fresh_reading),
        line("lasts", "this reading", Role::Yours, OversightParams::reading),
    ];
    let y = Axis::new("steps", "steps with an honest majority", 0.0, top);
    Plot { caption: captions::grain(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// Honest work at the end of training, by penalty and grain.
pub fn map(params: &OversightParams, outcome: &Outcome) -> Plot {
    let x = Axis::new("penalty", "reward lost when flagged", 0.0, 10.0);
    let y = Axis::percent("grain", "how finely the computation is read", 0.0, 1.0);
    let share = |penalty, grain| {
        let params = OversightParams { penalty, grain, ..params.clone() };
        params.shares(&params.reading(), params.end())[HONEST]
    };
    let grid = Grid::sampled("honest_share", "honest work at the end", Role::Luigi, [&x, &y], share);
    // The reader's own place.
    let place = [RuleAt::X(params.penalty), RuleAt::Y(params.grain)].map(|at| rule(at, ""));
    let marks = std::iter::once(Mark::Grid(grid)).chain(place).collect();
    Plot { caption: captions::map(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}
