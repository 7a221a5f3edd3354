//! Where the claims of the simulators flip, against what algebra says.

use what_survives::explore::{Search, TrackSearch};
use what_survives::math::{exp, ln, ln_1p};
use what_survives::params::{Values, from_query};
use what_survives::simulators::find;

/// Simulator and the values that differ from its defaults, claim, parameter,
/// and the only value at which the claim flips.
type Case = (&'static str, &'static str, &'static str, &'static str, f64);

fn cases() -> Vec<Case> {
    let silence = 1000.0 * ln(0.99);
    // What refusing to hack costs by the end of training is one bit.
    let bit = ln(2.0) / (0.08 * 250.0);
    let selection =
        |parameter, flip| ("behavioral-selection", "", "aligned-schemer-must-hack", parameter, flip);
    vec![
        // Even odds times (1-q)^1000 are 1 to 99, which is 1 %.
        ("waluigi-decay", "", "soon-extinct", "reveal", 1.0 - exp(-ln(99.0) / 1000.0)),
        ("waluigi-decay", "", "soon-extinct", "prior", 1.0 / (1.0 + 99.0 * exp(silence))),
        // Ten stories are worth what one with this gun is, to the tenth power.
        (
            "waluigi-decay",
            "stories=10&reveal=0.000001",
            "soon-extinct",
            "gun",
            1.0 - exp((-ln(99.0) - 1000.0 * ln_1p(-1e-6)) / 10.0),
        ),
        selection("flawed", bit / 0.6),
        selection("honest_reward", 1.0 - bit / 0.2),
        selection("monitor", (0.6 - bit / 0.2) / 2.0),
        selection("permission", 1.0 - bit / (0.2 * 0.6)),
    ]
}

#[test]
fn claims_flip_where_algebra_says() {
    for (id, query, claim, parameter, expected) in cases() {
        let simulator = find(id).unwrap();
        let (values, notices) = from_query(&Values::defaults(simulator.specs()), query);
        assert_eq!(notices, [], "{id}?{query}");
        let place = simulator.claims().iter().position(|known| known.id == claim).unwrap();
        let spec = simulator.specs().iter().find(|spec| spec.id == parameter).unwrap();
        let flips = TrackSearch::new(place, &values, spec).run(simulator).flips;
        let [flip] = flips[..] else { panic!("{claim} along {parameter} flips {} times", flips.len()) };
        // A claim holds above 1e-12, which moves a flip by as little.
        let close = 1e-9 * expected;
        let is_there = flip.below <= expected + close && flip.above >= expected - close;
        assert!(is_there, "{id}: {claim} along {parameter}: {flip:?}, not {expected}");
    }
}
