//! Searches on a toy simulator whose flips are known.

use super::{Progress, Search, Survey, TrackSearch};
use crate::params;
use crate::params::{Params, Spec, Values};
use crate::simulator::{
    Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Simulator, Status,
};

params! {
    /// Parameters of the toy.
    pub struct ToyParams {
        /// An even one.
        even: f64 = 0.5, Spec::real("Even", 0.0, 1.0, 0.01);
        /// A logarithmic one.
        log: f64 = 1.0, Spec::log("Log", 1e-3, 1e3);
        /// A count.
        count: u32 = 3, Spec::count("Count", 0.0, 1000.0);
        /// A flag.
        flag: bool = false, Spec::flag("Flag");
        /// One that does nothing.
        idle: f64 = 0.0, Spec::real("Idle", 0.0, 1.0, 0.1);
    }
}

struct Toy;

const fn claim(id: &'static str, margin: fn(&ToyParams) -> f64) -> Claim<ToyParams> {
    Claim::new(id, "", "S0.a", "", "ours", Measure::Share, margin)
}

impl Simulator for Toy {
    type Params = ToyParams;
    type Outcome = ();
    const INFO: Info = Info {
        id: "toy",
        name: "Toy",
        question: "?",
        answer: ".",
        status: Status::Ours,
        document: Document::Luther,
        headline: "sum",
        control: "even",
    };
    const PRESETS: &'static [Preset] = &[];
    const LESSON: Lesson<Self> = Lesson::new("", |_, ()| true);
    const CLAIMS: &'static [Claim<ToyParams>] = &[
        claim("once", |toy| toy.even - 0.3),
        claim("wave", |toy| libm::sin(10.0 * toy.even) - 0.1),
        claim("log", |toy| 0.02 - toy.log),
        claim("count", |toy| f64::from(toy.count) - 617.5),
        claim("flag", |toy| if toy.flag { 1.0 } else { -1.0 }),
        claim("never", |_| -1.0),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[];

    fn simulate(_: &ToyParams) {}

    fn readouts(toy: &ToyParams, _: &()) -> Vec<Readout> {
        let sum = 2.0 * toy.even + toy.log / 100.0 + if toy.flag { 5.0 } else { 0.0 };
        let sum = (toy.count != 500).then_some(sum);
        vec![Readout::number("sum", 0.0, "", "{}").or(sum, "nothing")]
    }
}

fn check(claim: &str, parameter: &str, holds_at_min: bool, roots: &[f64]) {
    let place = Toy::CLAIMS.iter().position(|known| known.info.id == claim).unwrap();
    let spec = ToyParams::SPECS.iter().find(|spec| spec.id == parameter).unwrap();
    let values = Values::defaults(ToyParams::SPECS);
    let track = TrackSearch::new(place, &values, spec).run(&Toy);
    assert_eq!(track.holds_at_min, holds_at_min, "{claim} along {parameter}");
    assert_eq!(track.flips.len(), roots.len(), "{claim} along {parameter}: {track:?}");
    for (flip, root) in track.flips.iter().zip(roots) {
        let close = 1e-9 * root.abs();
        assert!(flip.below <= root + close && flip.above >= root - close, "{claim}: {flip:?}, not {root}");
        if !spec.is_whole() {
            assert!(flip.above - flip.below <= close, "{claim}: {flip:?} is wide");
        }
        for holds in [true, false] {
            let near = values.with(parameter, flip.near(spec, holds));
            let margin = crate::simulator::AnySimulator::margin(&Toy, place, &near);
            assert_eq!(margin > crate::simulator::HOLDS_ABOVE, holds, "{claim} near {root}");
        }
    }
}

#[test]
fn finds_every_flip() {
    let asin = libm::asin(0.1);
    let pi = core::f64::consts::PI;
    check("once", "even", false, &[0.3]);
    check(
        "wave",
        "even",
        false,
        &[asin / 10.0, (pi - asin) / 10.0, (2.0 * pi + asin) / 10.0, (3.0 * pi - asin) / 10.0],
    );
    check("log", "log", true, &[0.02]);
    check("count", "count", false, &[617.5]);
    check("flag", "flag", false, &[0.5]);
    check("never", "even", false, &[]);
    check("once", "idle", true, &[]);
}

#[test]
fn a_count_flips_between_neighbours_and_a_flip_is_named_shortly() {
    let values = Values::defaults(ToyParams::SPECS);
    let count = TrackSearch::new(3, &values, &ToyParams::SPECS[2]).run(&Toy).flips[0];
    assert_eq!((count.below, count.above, count.holds_above), (617.0, 618.0, true));
    let even = TrackSearch::new(0, &values, &ToyParams::SPECS[0]).run(&Toy).flips[0];
    assert_eq!(even.near(&ToyParams::SPECS[0], true), 0.301);
    assert_eq!(even.near(&ToyParams::SPECS[0], false), 0.3);
}

#[test]
fn stretches_are_where_it_holds() {
    let values = Values::defaults(ToyParams::SPECS);
    let stretches = |claim, place: usize| {
        let spec = &ToyParams::SPECS[place];
        TrackSearch::new(claim, &values, spec).run(&Toy).stretches(spec)
    };
    let wave = stretches(1, 0);
    assert_eq!(wave.len(), 2);
    assert!((wave[0].0 - 0.010_016_7).abs() < 1e-6 && wave[1].1 < 1.0);
    assert_eq!(stretches(0, 4), [(0.0, 1.0)]);
    assert_eq!(stretches(5, 4), []);
}

#[test]
fn a_survey_finds_all_tracks() {
    let values = Values::defaults(ToyParams::SPECS);
    let findings = Survey::new(&Toy, &values, 2).run(&Toy);
    for (claim, tracks) in findings.tracks.iter().enumerate() {
        for (spec, track) in ToyParams::SPECS.iter().zip(tracks) {
            assert_eq!(*track, TrackSearch::new(claim, &values, spec).run(&Toy));
        }
        assert_eq!(tracks.len(), ToyParams::SPECS.len());
    }
}

#[test]
fn the_watched_claim_comes_first() {
    let values = Values::defaults(ToyParams::SPECS);
    let mut survey = Survey::new(&Toy, &values, 2);
    while survey.step(&Toy) == Progress::More {}
    let known: Vec<bool> = survey.findings().tracks.iter().map(|tracks| !tracks.is_empty()).collect();
    assert_eq!(known, [false, false, true, false, false, false]);
}

#[test]
fn a_theorem_holds_all_along() {
    let simulators = crate::simulators::ALL.iter();
    let with_theorem = simulators.filter_map(|simulator| {
        let claim = simulator.claims().iter().position(|claim| !claim.theorem.is_empty())?;
        Some((simulator, claim))
    });
    let mut count = 0;
    for (simulator, claim) in with_theorem {
        let values = Values::defaults(simulator.specs());
        let findings = Survey::new(*simulator, &values, claim).run(*simulator);
        for (place, spec) in values.specs().iter().enumerate() {
            let track = findings.track(claim, place, &values).expect("it is known");
            assert_eq!(track.stretches(spec), [(0.0, 1.0)], "{}", spec.id);
        }
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn a_track_stays_true_while_only_its_parameter_moves() {
    let values = Values::defaults(ToyParams::SPECS);
    let findings = Survey::new(&Toy, &values, 0).run(&Toy);
    let moved = values.with("even", 0.9);
    assert!(findings.track(0, 0, &moved).is_some());
    assert!(findings.track(0, 1, &moved).is_none());
}
