//! Arbitrary input: links of any bytes, and every simulator at any legal
//! values. An ordinary run tries a few cases; `FUZZ=100000` tries that many of
//! each kind, and `FUZZ_SEED=2` others than the usual ones.

use std::fmt::Display;
use std::str::FromStr;
use std::time::{Duration, Instant};

use what_survives::chart::{Figure, Mark, draw};
use what_survives::explore::{CompareSearch, DrawSearch, MapSearch, Search, Survey};
use what_survives::export::{Given, Signs, csv, json};
use what_survives::math::Random;
use what_survives::params::{Ranges, Spec, Values, from_link, from_query, page_key, to_link, to_query};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::ALL;

use super::contract::check_figure;

/// Cases of an ordinary run: links and states of each simulator, and how many
/// states there are to one whose neighbourhood is searched, too.
const LINKS: u64 = 2000;
const STATES: u64 = 40;
const STATES_PER_SURVEY: u64 = 20;

/// Most that a state may come to. What is drawn and written costs time and
/// memory on somebody's phone.
const MOST_POINTS: usize = 4_000;
const MOST_MARKUP: usize = 40_000;
const MOST_TEXT: usize = 600;
const MOST_TIME: Duration = Duration::from_secs(20);

#[test]
fn any_bytes_are_a_link() {
    for simulator in ALL.iter().copied() {
        let defaults = Values::defaults(simulator.specs());
        for case in 0..cases(LINKS) {
            let mut random = random(simulator, case);
            let link = link(&mut random, simulator);
            let _case = Case(format!("{}?{link:?}", simulator.info().id));
            let (values, notices) = from_query(&defaults, &link);
            assert!(values.iter().all(|(spec, value)| spec.legal(value) == value));
            assert!(notices.len() <= 7);
            for notice in notices {
                assert!(notice.message.len() < 400 && !notice.message.contains('\u{0}'));
            }
            let written = to_query(&defaults, &values);
            assert!(written.len() < 4096 && written.is_ascii(), "{written}");
            assert_eq!(from_query(&defaults, &written), (values, Vec::new()), "{written}");
            check_ranges(&defaults, &link);
            for key in ["claim", "figure", ""] {
                assert!(page_key(&link, key).is_none_or(|text| text.len() <= 3 * link.len()));
            }
        }
    }
}

/// The same link with its ranges.
fn check_ranges(defaults: &Values, link: &str) {
    let none = Ranges::none(defaults.specs());
    let (values, ranges, notices) = from_link(defaults, &none, link);
    assert_eq!(from_query(defaults, link), (values.clone(), notices));
    for (spec, (low, high)) in ranges.iter() {
        let value = values.get(spec.id).unwrap();
        assert!(low < high && (low..=high).contains(&value), "{}: {low} to {high}, {value}", spec.id);
        assert!([low, high].iter().all(|end| spec.legal(*end) == *end), "{}: {low} to {high}", spec.id);
    }
    let written = to_link(defaults, &values, &ranges);
    assert!(written.len() < 4096 && written.is_ascii(), "{written}");
    assert_eq!(from_link(defaults, &none, &written), (values, ranges, Vec::new()), "{written}");
}

#[test]
fn every_simulator_answers_any_legal_values() {
    for simulator in ALL.iter().copied() {
        for case in 0..cases(STATES) {
            let mut random = random(simulator, case);
            let values = state(&mut random, simulator);
            let link = to_query(&Values::defaults(simulator.specs()), &values);
            let _case = Case(format!("{}?{link}", simulator.info().id));
            let start = Instant::now();
            check_state(simulator, &values, &mut random);
            if case.is_multiple_of(STATES_PER_SURVEY) {
                check_survey(simulator, &values, &mut random);
                check_exploration(simulator, &values, &mut random);
            }
            assert!(start.elapsed() < MOST_TIME, "it took {:?}", start.elapsed());
        }
    }
}

/// Readouts, figures, claims and exports of a state.
fn check_state(simulator: &'static dyn AnySimulator, values: &Values, random: &mut Random) {
    let run = simulator.run(values);
    for readout in &run.readouts {
        assert!(readout.value.is_none_or(f64::is_finite), "{}: {:?}", readout.id, readout.value);
        check_text(&readout.text());
    }
    for figure in run.figures() {
        check_figure(figure, figure.id);
        check_text(&figure.caption);
        assert!(points(figure) <= MOST_POINTS, "{} has {} points", figure.id, points(figure));
        let markup = draw(figure, 200 + (random.bits() % 1200) as u32).markup();
        assert!(markup.len() <= MOST_MARKUP, "{} has {} bytes", figure.id, markup.len());
        assert!(is_finite(&markup), "{markup}");
    }
    for (place, claim) in simulator.claims().iter().enumerate() {
        let margin = simulator.margin(place, values);
        assert!(margin.is_finite(), "{}: {margin}", claim.id);
        check_text(&claim.measure.words(margin));
    }
    for text in [json(&Given::sure(simulator, values.clone()), ""), csv(simulator, values, Signs::Comma)] {
        assert!(is_finite(&text), "{text}");
    }
}

/// Tipping points around a state.
fn check_survey(simulator: &dyn AnySimulator, values: &Values, random: &mut Random) {
    let watched = (random.bits() % (simulator.claims().len() as u64 + 1)) as usize;
    let findings = Survey::new(simulator, values, watched).run(simulator);
    for (spec, track) in findings.tracks.iter().flat_map(|tracks| values.specs().iter().zip(tracks)) {
        for (from, to) in track.stretches(spec) {
            assert!((0.0..=1.0).contains(&from) && (from..=1.0).contains(&to), "{}: {from} to {to}", spec.id);
        }
    }
}

/// Any ranges around a state, a map, and another state to compare with.
fn check_exploration(simulator: &dyn AnySimulator, values: &Values, random: &mut Random) {
    let ranges = ranges(random, values);
    let draws = DrawSearch::new(simulator, values, &ranges).run(simulator);
    for place in 0..draws.readouts.len() {
        assert!(draws.readout(place).all(|value| !value.is_infinite()), "{}", draws.readouts[place]);
    }
    let specs: Vec<_> = simulator.specs().iter().filter(|spec| spec.can_range()).collect();
    let any = |random: &mut Random, count: usize| (random.bits() % count as u64) as usize;
    let axes = [specs[any(random, specs.len())], specs[any(random, specs.len())]];
    let claim = any(random, draws.claims.len());
    let map = MapSearch::new(simulator, values, axes, claim).run(simulator);
    assert!(map.border.iter().flatten().flatten().all(|at| (0.0..=1.0).contains(at)));
    check_text(&map.words);
    let before = state(random, simulator);
    let found = CompareSearch::new(simulator, &before, values).run(simulator);
    assert!(found.headline.size.is_none_or(f64::is_finite));
    for turn in &found.turns {
        assert!(turn.shares.iter().all(|share| share.is_finite()));
        assert!(turn.cruxes.iter().all(|crux| !crux.is_empty() && crux.len() <= found.changed.len()));
    }
}

/// What stands on a page.
fn check_text(text: &str) {
    assert!(!text.is_empty() && text.len() <= MOST_TEXT, "{} bytes: {text}", text.len());
    assert!(is_finite(text), "{text}");
}

/// Whether no number in it is infinite or none.
fn is_finite(text: &str) -> bool {
    let mut words = text.split(|character: char| !character.is_alphanumeric());
    !words.any(|word| word == "NaN" || word == "inf")
}

fn points(figure: &Figure) -> usize {
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    marks
        .map(|mark| match mark {
            Mark::Grid(grid) => grid.cells.len(),
            _ => mark.series().iter().map(|series| series.points.len()).sum(),
        })
        .sum()
}

/// Any legal values: each parameter somewhere, at an end, beside one, or at
/// the legal value for any 64 bits.
pub fn state(random: &mut Random, simulator: &dyn AnySimulator) -> Values {
    let mut values = Values::defaults(simulator.specs());
    for spec in simulator.specs() {
        values.set(spec.id, number(random, spec));
        // Captions quote it, and their full stops are counted.
    }
    values
}

/// Any legal ranges around values, of about half of the parameters.
pub fn ranges(random: &mut Random, values: &Values) -> Ranges {
    let mut ranges = Ranges::none(values.specs());
    for (spec, value) in values.iter() {
        if random.bits().is_multiple_of(2) {
            let ends = [number(random, spec), number(random, spec)].map(|end| spec.legal(end));
            ranges.set(spec.id, ends[0].min(ends[1]).min(value), ends[0].max(ends[1]).max(value));
        }
    }
    ranges
}

fn number(random: &mut Random, spec: &Spec) -> f64 {
    match random.bits() % 6 {
        0 => spec.min(),
        1 => spec.max(),
        2 => spec.min() + (spec.max() - spec.min()) * random.uniform().powi(20),
        3 => spec.max() - (spec.max() - spec.min()) * random.uniform().powi(20),
        4 => f64::from_bits(random.bits()),
        _ => spec.at_fraction(random.uniform()),
    }
}

/// A link: bytes at random, or a good one with some of them in it.
fn link(random: &mut Random, simulator: &dyn AnySimulator) -> String {
    if random.bits().is_multiple_of(4) {
        return text(random, 6000);
    }
    let values = state(random, simulator);
    let ranges = ranges(random, &values);
    let mut bytes = to_link(&Values::defaults(simulator.specs()), &values, &ranges).into_bytes();
    for _ in 0..random.bits() % 6 {
        let place = (random.bits() % (bytes.len() as u64 + 1)) as usize;
        match random.bits() % 3 {
            0 => bytes.truncate(place),
            1 => bytes.insert(place, random.bits() as u8),
            _ => drop(bytes.splice(place..place, text(random, 12).into_bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// At most that many bytes at random, half of them from those that links are made of.
fn text(random: &mut Random, longest: u64) -> String {
    let length = random.bits() % (longest + 1);
    let signs = b"=&%+?#~-.eE019 abcdef";
    let byte = |random: &mut Random| match random.bits() % 2 {
        0 => random.bits() as u8,
        _ => signs[(random.bits() % signs.len() as u64) as usize],
    };
    let bytes: Vec<u8> = (0..length).map(|_| byte(random)).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The sequence of a case, which needs no other case to be made again.
fn random(simulator: &dyn AnySimulator, case: u64) -> Random {
    let place = ALL.iter().position(|known| known.info().id == simulator.info().id).unwrap_or_default();
    let mut random = Random::new(setting("FUZZ_SEED", 1) + 1000 * case + place as u64);
    // Neighbouring seeds give overlapping sequences; their first numbers are far apart.
    Random::new(random.bits())
}

fn cases(usual: u64) -> u64 {
    setting("FUZZ", usual)
}

fn setting<T: FromStr<Err: Display>>(name: &str, usual: T) -> T {
    std::env::var(name).map_or(usual, |text| match text.parse() {
        Ok(number) => number,
        Err(error) => panic!("{name}={text}: {error}"),
    })
}

/// Names the case in which a test fails.
struct Case(String);

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("in the case {}", self.0);
        }
    }
}
