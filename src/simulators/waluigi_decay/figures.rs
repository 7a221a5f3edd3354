//! The four figures: suspicion, evidence, patience and a population.

use super::captions;
use super::model::{CHARACTERS, COLUMN, Outcome, Population, log10_of, suspicion as share};
use super::params::WaluigiDecayParams;
use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, ln_1p};
use std::f64::consts::LN_2;

/// What each bar of the figure `evidence` stands for.
static RECORDS: [&str; 5] =
    ["quiet so far", "quiet 100 times as long", "ten AIs quiet so far", "one finished story", "one bad-looking act"];

/// Suspicion over the quiet stretch, by what is known of its patience.
pub fn suspicion(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    let longest = params.patience_max;
    let x = Axis::log("opportunities", "quiet opportunities", 1.0, (10.0 * longest).max(params.quiet()));
    // Where we are is a point of each curve, too.
    let mut places: Vec<f64> = x.samples().chain([params.quiet()]).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    let line = |id, label, role, belief: &dyn Fn(f64) -> LogWeights<2>| {
        Mark::Line(Series { id, label, role, points: places.iter().map(|&n| [n, share(belief(n))]).collect() })
    };
    let mut marks = vec![
        rule(RuleAt::X(longest), "longest plausible"),
        rule(RuleAt::X(params.quiet()), "so far"),
        line("known", "if you know its patience", Role::Careless, &|n| params.known(n)),
        line("unknown", "if you do not know", Role::Clever, &|n| params.unknown(n)),
    ];
    if params.limited_memory {
        marks.push(line("windowed", "if it forgets", Role::Yours, &|n| params.windowed(n)));
    }
    let y = Axis::percent("suspicion", "suspicion", 0.0, 1.0);
    Plot { caption: captions::suspicion(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

fn rule(at: RuleAt, label: &str) -> Mark {
    Mark::Rule(Rule { at, label: label.to_owned() })
}

/// By how many powers of ten five records would cut the odds, each alone.
pub fn evidence(params: &WaluigiDecayParams, _: &Outcome) -> Plot {
    let n = params.quiet();
    let silence = params.half_lives(n);
    let act = silence.ln_silence() - silence.ln_record(n, 1, params.accident);
    let alone = params.silence_cuts(n);
    let cuts = [
        alone,
        params.silence_cuts(100.0 * n),
        10.0 * alone,
        -log10_of(ln_1p(-params.gun)),
        log10_of(act),
    ];
    let caption = captions::evidence(params, &cuts);
    let points: Vec<[f64; 2]> = cuts.iter().enumerate().map(|(at, cut)| [at as f64, *cut]).collect();
    let (low, high) = cuts.iter().fold((0.0_f64, 0.0_f64), |(low, high), cut| (low.min(*cut), high.max(*cut)));
    let y = Axis::new("cut", "powers of ten off the odds", low, high);
    let marks = vec![Mark::Bars(vec![Series { id: "cut", label: "", role: Role::Clever, points }])];
    Plot { caption, x: Axis::categories("record", "", &RECORDS), panels: vec![Panel { x: None, y, marks }] }
}

/// What silence says about the half-life of a Waluigi.
pub fn patience(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    let x = Axis::log("opportunities", "quiet opportunities", 1.0, 10.0 * params.patience_max);
    let mut estimates = [("low", ""), ("median", "middle estimate"), ("high", "")]
        .map(|(id, label)| Series { id, label, role: Role::Clever, points: Vec::new() });
    for n in x.samples() {
        let half_lives = params.half_lives(n);
        for (series, share) in estimates.iter_mut().zip([0.1, 0.5, 0.9]) {
            series.points.push([n, half_lives.quantile(share)]);
        }
    }
    let [low, median, high] = estimates;
    // Room above the rule for its words.
    let y = Axis::log("half_life", "half-life, in opportunities", 1.0, 3.0 * params.patience_max);
    let mut marks = vec![Mark::Band { low, high }, rule(RuleAt::Y(params.patience_max), "longest plausible")];
    let sure = -LN_2 / params.ln_quiet();
    if sure < params.patience_max {
        marks.push(rule(RuleAt::Y(sure), "if you are sure of one rate"));
    }
    marks.push(Mark::Line(median));
    Plot { caption: captions::patience(params, outcome), x, panels: vec![Panel { x: None, y, marks }] }
}

/// Characters drawn at random, one dot each.
pub fn population(params: &WaluigiDecayParams, outcome: &Outcome) -> Plot {
    // Characters of a kind stand together, so that numbers are seen as areas.
    let mut places = (0..CHARACTERS).map(|place| [f64::from(place / COLUMN), f64::from(place % COLUMN)]);
    let Population { luigis, hiding, turned } = outcome.population;
    let kinds = [
        ("luigi", "true Luigi", Role::Luigi, luigis),
        ("hiding", "Waluigi still hiding", Role::Clever, hiding),
        ("turned", "Waluigi that has turned", Role::Careless, turned),
    ];
    let dots = kinds.map(|(id, label, role, number)| {
        let points = places.by_ref().take(number as usize).collect();
        Mark::Dots(Series { id, label, role, points })
    });
    let axis = |id, places: u32| Axis::hidden(id, -0.5, f64::from(places) - 0.5);
    let caption = captions::population(params, outcome);
    let panels = vec![Panel { x: None, y: axis("row", COLUMN), marks: dots.to_vec() }];
    Plot { caption, x: axis("column", CHARACTERS / COLUMN), panels }
}
