//! The answers of an [`Exploration`] as a page shows them: words as they are
//! read, and places as fractions of a picture. It has no promise of its own;
//! what other programs read is [`explored`](super::explored).

use serde::Serialize;

use super::exploration::Exploration;
use super::given::Given;
use super::report::{of_margin, of_readout, part, turned};
use crate::chart::{Axis, AxisScale, Figure, Mark, ticks};
use crate::explore::{BandSearch, Comparison, DRAWS, Dot, Flip, Search, Spread, of_hundred, together};
use crate::number::human;
use crate::params::{Scale, Spec, Values};
use crate::simulator::{ClaimInfo, Preset, Readout};

/// All that the section “Explore” shows.
#[derive(Serialize)]
struct View {
    /// Whether the ranges are the reader's own.
    is_given: bool,
    claims: Vec<ClaimView>,
    dots: DotsView,
    bands: Vec<BandView>,
    /// For the headline number, then for each claim that can fail.
    matters: Vec<MattersView>,
    /// The labels of what moves nothing.
    still: Vec<&'static str>,
    map: Option<MapView>,
    against: Option<AgainstView>,
    /// The positions of the page, each with the end of its link.
    positions: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct ClaimView {
    id: &'static str,
    name: &'static str,
    /// `74 of 100`, and so many marks of a hundred.
    words: String,
    hundred: u32,
}

/// The headline number as fifty dots.
#[derive(Serialize)]
struct DotsView {
    /// What it is, with `…` for the number.
    name: String,
    dots: Vec<DotView>,
    /// What is said of a number that does not exist.
    absent: &'static str,
    /// A sentence: where its middle half lies.
    words: String,
}

#[derive(Serialize)]
struct DotView {
    /// How far along it lies, 0 to 1; nothing if it does not exist.
    at: Option<f64>,
    words: String,
    holds: bool,
}

/// Around one curve of the headline figure, for its first panel.
#[derive(Serialize)]
struct BandView {
    role: &'static str,
    /// `[x, low, middle, high]` as fractions of the frame, from left to right
    /// and from bottom to top; gaps are left out.
    points: Vec<[f64; 4]>,
}

#[derive(Serialize)]
struct MattersView {
    /// The id of the claim; empty for the headline number.
    of: &'static str,
    /// A sentence.
    words: String,
    bars: Vec<BarView>,
}

#[derive(Serialize)]
struct BarView {
    /// The id of the parameter; empty for what only several decide together.
    id: &'static str,
    label: &'static str,
    /// How long the bar is, −1 to 1.
    share: f64,
    words: String,
}

#[derive(Serialize)]
struct MapView {
    x: AxisView,
    y: AxisView,
    columns: usize,
    /// `1` where it holds, `0` where it does not: left to right, then bottom
    /// to top.
    holds: String,
    /// Pieces of the border, as fractions `[x, y, x, y]`.
    border: Vec<[f64; 4]>,
    /// Between which ends the reader is not sure of the two, as fractions.
    ranges: [Option<(f64, f64)>; 2],
    /// Where the reader is, and the pinned state.
    here: [f64; 2],
    pinned: Option<[f64; 2]>,
    /// What the claim says there, with all numbers of the pinned state.
    pinned_holds: Option<bool>,
    positions: Vec<PositionView>,
    words: String,
}

/// A position of the page on the map.
#[derive(Serialize)]
struct PositionView {
    name: &'static str,
    at: [f64; 2],
    /// Whether all else is as the reader has it.
    same: bool,
}

#[derive(Serialize)]
struct AxisView {
    id: &'static str,
    label: &'static str,
    /// What the reader has, with its unit and without.
    now: [String; 2],
    /// Where the claim flips if it alone moves, and what is said there.
    flips: Vec<(f64, String)>,
    ends: [String; 2],
    /// How far along, and what stands there.
    ticks: Vec<(f64, String)>,
}

#[derive(Serialize)]
struct AgainstView {
    /// Sentences: what differs, and what would settle it.
    words: Vec<String>,
    /// What the other state is called.
    other: String,
    /// What differs: its label, and its value in the other state and in this one.
    changes: Vec<[String; 3]>,
    /// For the headline number, then for each claim whose verdict differs.
    shares: Vec<SharesView>,
}

#[derive(Serialize)]
struct SharesView {
    name: String,
    /// What the bars are parts of.
    words: String,
    bars: Vec<BarView>,
}

/// The answers as JSON for the page.
#[must_use]
pub fn view(found: &Exploration, claim: &str) -> String {
    let Exploration { given: Given { simulator, values, .. }, draws, .. } = found;
    let readouts = simulator.readouts(values);
    let headline = &readouts[draws.headline];
    let watched = draws.claims.iter().position(|known| known.id == claim);
    let watched = watched.or_else(|| draws.claims.iter().position(|known| known.theorem.is_empty()));
    let specs: Vec<&'static Spec> = draws.sample.specs().collect();
    let claim_view = |(place, claim): (usize, &ClaimInfo)| {
        let (id, name, count) = (claim.id, claim.name, draws.holds_in(place));
        let hundred = (200 * count + DRAWS) / (2 * DRAWS);
        ClaimView { id, name, words: of_hundred(count, DRAWS), hundred }
    };
    let open = draws.claims.iter().enumerate().filter(|(_, claim)| claim.theorem.is_empty());
    let of_claims = open.map(|(place, claim)| {
        let what = ["whether “", claim.name, "” holds"].concat();
        matters(claim.id, &what, &specs, &found.importances[place])
    });
    let name = headline.sentence.replace("{}", "…");
    let what = ["the spread of “", name.trim_end_matches('.'), "”"].concat();
    let matters: Vec<MattersView> =
        std::iter::once(matters("", &what, &specs, &found.importance)).chain(of_claims).collect();
    let spread = Spread::new(draws, draws.headline);
    let view = View {
        is_given: !found.given.ranges.is_empty(),
        claims: draws.claims.iter().enumerate().map(claim_view).collect(),
        dots: dots(&spread, spread.dots(draws, watched.unwrap_or(0)), headline, name),
        bands: if found.given.ranges.is_empty() { Vec::new() } else { bands(found) },
        matters,
        still: found.still.iter().map(|spec| spec.label).collect(),
        map: map(found),
        against: against(found, headline),
        positions: simulator.presets().iter().map(|preset| (preset.name, preset.query())).collect(),
    };
    serde_json::to_string(&view).unwrap_or_default()
}

fn matters(of: &'static str, what: &str, specs: &[&'static Spec], importance: &[f64]) -> MattersView {
    let mut bars: Vec<BarView> = specs
        .iter()
        .zip(importance)
        .map(|(spec, share)| BarView { id: spec.id, label: spec.label, share: *share, words: part(*share) })
        .collect();
    bars.sort_by(|one, other| other.share.total_cmp(&one.share));
    let rest = together(importance);
    let words = match bars.first().filter(|bar| bar.share > 0.0) {
        Some(first) => {
            // What is said to be the same is.
            let same = bars.get(1).filter(|bar| bar.words == first.words);
            let (or, each) =
                same.map_or(("", "”: alone it decides "), |_| ("” or “", "”: each alone decides "));
            let second = same.map_or("", |bar| bar.label);
            let most = if rest > 0.5 { " Most of it only several numbers decide together." } else { "" };
            let learn = "If you could learn one number, learn “";
            [learn, first.label, or, second, each, &*first.words, " of ", what, ".", most].concat()
        }
        None => ["No assumption decides ", what, " by itself."].concat(),
    };
    if bars.iter().any(|bar| bar.share > 0.0) && rest > 0.005 {
        bars.push(BarView {
            id: "",
            label: "several numbers, only together",
            share: rest,
            words: part(rest),
        });
    }
    MattersView { of, words, bars }
}

fn dots(spread: &Spread, dots: Vec<Dot>, headline: &Readout, name: String) -> DotsView {
    let words = |value| Readout { value, ..headline.clone() }.text();
    let there: Vec<f64> = dots.iter().filter_map(|dot| dot.value).collect();
    let (low, high) = (
        there.iter().copied().fold(f64::INFINITY, f64::min),
        there.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    );
    // A number that is thousandfold here of what it is there has its dots even in the logarithm.
    let axis = if low > 0.0 && high > 100.0 * low {
        Axis::log("", "", low, high)
    } else {
        Axis::new("", "", low, high)
    };
    let at = |value: f64| if high > low { axis.fraction(value) } else { 0.5 };
    let ends = [0.25, 0.75].map(|share| words(spread.quantile(share)));
    let sentence = if spread.quantile(0.0) == spread.quantile(1.0) {
        ["It is ", &*ends[0], " whatever these numbers are."].concat()
    } else if ends[0] == ends[1] {
        ["Half of the time it is ", &*ends[0], "."].concat()
    } else {
        ["Half of the time it lies between ", &*ends[0], " and ", &*ends[1], "."].concat()
    };
    let dot = |dot: &Dot| DotView { at: dot.value.map(at), words: words(dot.value), holds: dot.holds };
    DotsView { name, dots: dots.iter().map(dot).collect(), absent: headline.absent, words: sentence }
}

/// The height of a band that can be seen, as a part of the frame.
const LEAST_HIGH: f64 = 0.004;

fn bands(found: &Exploration) -> Vec<BandView> {
    let simulator = found.given.simulator;
    let run = simulator.run(&found.given.values);
    let figure: &Figure = run.figure(0);
    let Some(panel) = figure.panels.first() else { return Vec::new() };
    let (x, y) = (figure.x_of(panel), &panel.y);
    let role = |id: &str| {
        let series = panel.marks.iter().flat_map(Mark::series).find(|series| series.id == id);
        series.map(|series| series.role.class())
    };
    let found = BandSearch::new(simulator, &found.given.values, &found.given.ranges).run(simulator);
    let place = |[at, low, middle, high]: [f64; 4]| {
        let up = |value: f64| y.fraction(value).clamp(0.0, 1.0);
        let place = [x.fraction(at), up(low), up(middle), up(high)];
        // Thousandths of a frame are finer than pixels.
        place.iter().all(|part| part.is_finite()).then_some(place.map(|part| (part * 1e4).round() / 1e4))
    };
    let bands = found.into_iter().filter(|band| band.panel == 0).filter_map(|band| {
        let points = band.points.into_iter().filter_map(place).collect();
        Some(BandView { role: role(band.series)?, points })
    });
    // What no range moves has no band to be seen.
    bands.filter(|band| band.points.iter().any(|[_, low, _, high]| high - low > LEAST_HIGH)).collect()
}

/// The ticks of a slider, as sentences write its numbers.
fn along(spec: &Spec) -> Vec<(f64, String)> {
    let scale = match spec.scale {
        Scale::Log { .. } | Scale::LogCount { .. } => AxisScale::Log,
        _ => AxisScale::Linear,
    };
    let axis = Axis { scale, ..Axis::new(spec.id, spec.label, spec.min(), spec.max()) };
    let ticks = ticks(&axis, 5).into_iter().map(|tick| (tick.at, number(spec, axis.value_at(tick.at))));
    ticks.collect()
}

/// A number of a parameter without its unit, as sentences write it.
fn number(spec: &Spec, value: f64) -> String {
    if spec.percent { human(100.0 * value, 6) + "\u{a0}%" } else { human(value, 6) }
}

fn map(found: &Exploration) -> Option<MapView> {
    let map = found.map.as_ref()?;
    let flips = |spec: &'static Spec| {
        let turns = map.turns.iter().filter(|(turns, _)| turns.id == spec.id);
        let flips = turns.flat_map(|(_, flips)| flips.iter().zip([false, true]));
        let write = |(flip, is_above): (&Option<Flip>, bool)| {
            let value = flip.as_ref()?.beyond(spec, is_above);
            Some((spec.fraction(value), number(spec, value)))
        };
        flips.filter_map(write).collect()
    };
    let axis = |spec: &'static Spec| AxisView {
        id: spec.id,
        label: spec.label,
        now: [
            found.given.values.words(spec.id).unwrap_or_default(),
            number(spec, found.given.values.get(spec.id).unwrap_or_default()),
        ],
        flips: flips(spec),
        ends: [spec.words(spec.min()), spec.words(spec.max())],
        ticks: along(spec),
    };
    let at = |values: &Values| {
        [map.x, map.y].map(|spec| spec.fraction(values.get(spec.id).unwrap_or(spec.default)))
    };
    let position = |preset: &Preset| {
        let values = found.given.simulator.preset_values(preset);
        let mut moved = found.given.values.clone();
        for spec in [map.x, map.y] {
            moved.set(spec.id, values.get(spec.id).unwrap_or(spec.default));
        }
        PositionView { name: preset.name, at: at(&values), same: moved == values }
    };
    let border =
        map.border.iter().map(|[[a, b], [c, d]]| [*a, *b, *c, *d].map(|part| (part * 1e4).round() / 1e4));
    Some(MapView {
        x: axis(map.x),
        y: axis(map.y),
        columns: crate::explore::COLUMNS,
        holds: map.holds.iter().map(|holds| if *holds { '1' } else { '0' }).collect(),
        border: border.collect(),
        ranges: [map.x, map.y].map(|spec| {
            let (low, high) = found.given.ranges.get(spec.id)?;
            Some((spec.fraction(low), spec.fraction(high)))
        }),
        here: at(&found.given.values),
        pinned: found.before.as_ref().map(at),
        pinned_holds: found.before.as_ref().map(|before| {
            let simulator = found.given.simulator;
            simulator.claims()[map.claim].holds(simulator.margin(map.claim, before))
        }),
        positions: found.given.simulator.presets().iter().map(position).collect(),
        words: map.words.clone(),
    })
}

/// On which claims the two states agree.
fn agreed(found: &Exploration, against: &Comparison) -> String {
    let simulator = found.given.simulator;
    let claims = found.draws.claims.iter().enumerate();
    let same: Vec<String> = claims
        .filter(|(place, _)| against.turns.iter().all(|turn| turn.claim != *place))
        .map(|(place, claim)| {
            let holds = claim.holds(simulator.margin(place, &found.given.values));
            ["“", claim.name, if holds { "” holds" } else { "” fails" }].concat()
        })
        .collect();
    match (same.len(), against.turns.is_empty()) {
        (0, _) => "You agree on no claim.".to_owned(),
        (_, true) => ["You agree on every claim: ", &*same.join(", "), "."].concat(),
        _ => ["You agree on the rest: ", &*same.join(", "), "."].concat(),
    }
}

fn against(found: &Exploration, headline: &Readout) -> Option<AgainstView> {
    let against = found.against.as_ref()?;
    let before = found.before.as_ref()?;
    let changed = &against.changed;
    let simulator = found.given.simulator;
    let known = simulator.presets().iter().find(|preset| simulator.preset_values(preset) == *before);
    let other = known.map_or("the other side".to_owned(), |preset| ["“", preset.name, "”"].concat());
    let all = simulator.specs().len();
    let mut words = vec![if changed.is_empty() {
        ["You and ", &*other, " have the same numbers."].concat()
    } else {
        format!("You and {other} differ in {} of {all} numbers.", changed.len())
    }];
    words.extend(against.turns.iter().map(|turn| turned(found, against, turn, &other)));
    if !changed.is_empty() {
        words.push(agreed(found, against));
    }
    let shares = |name: String, words: String, shares: &[f64], say: &dyn Fn(f64) -> String| {
        let sum: f64 = shares.iter().map(|share| share.abs()).sum();
        let bar = |(spec, share): (&&'static Spec, &f64)| BarView {
            id: spec.id,
            label: spec.label,
            share: if sum > 0.0 { share / sum } else { 0.0 },
            words: say(*share),
        };
        let mut bars: Vec<BarView> = changed.iter().zip(shares).map(bar).collect();
        bars.sort_by(|one, other| other.share.abs().total_cmp(&one.share.abs()));
        SharesView { name, words, bars }
    };
    let mut all = Vec::new();
    let difference = &against.headline;
    // Where one number is all that differs, it is all of the difference.
    let has_parts = changed.len() > 1;
    if let (Some(size), false) = (difference.size, difference.shares.is_empty()) {
        let say = |number| of_readout(number, difference.unit, headline.unit);
        let name = headline.sentence.replace("{}", "…").trim_end_matches('.').to_owned();
        let is_same = difference.shares.iter().all(|share| *share == 0.0);
        let words = if is_same {
            "The same for both.".to_owned()
        } else {
            ["From ", &*other, " to you: ", &*say(size), if has_parts { ". Of that:" } else { "." }].concat()
        };
        let parts = if has_parts && !is_same { &*difference.shares } else { &[] };
        all.push(shares(name, words, parts, &say));
    }
    for turn in against.turns.iter().filter(|_| has_parts) {
        let claim = &found.draws.claims[turn.claim];
        let whole = turn.after - turn.before;
        // The unit of a margin says little beside its parts.
        let (scale, is_finite) = if whole.is_finite() { (100.0 / whole, true) } else { (1.0, false) };
        let parts: Vec<f64> = turn.shares.iter().map(|share| scale * share).collect();
        let say = |part: f64| {
            if is_finite { human(part, 3) + "\u{a0}%" } else { of_margin(part, claim.measure) }
        };
        let verdict = if claim.holds(turn.after) { "” holds for you" } else { "” fails for you" };
        let name = ["Why “", claim.name, verdict].concat();
        let words = "100\u{a0}% is all of the step over the line; a number below zero pulls back.".to_owned();
        all.push(shares(name, words, &parts, &say));
    }
    let change = |spec: &&'static Spec| {
        let said = |values: &Values| values.words(spec.id).unwrap_or_default();
        [spec.label.to_owned(), said(before), said(&found.given.values)]
    };
    Some(AgainstView { words, other, changes: changed.iter().map(change).collect(), shares: all })
}
