//! Where the claims of the simulators flip, against what algebra says.

use what_survives::explore::TrackSearch;
use what_survives::math::{exp, ln, pow};
use what_survives::params::{Values, from_query};
use what_survives::simulators::find;

/// Simulator and the values that differ from its defaults, claim, parameter,
/// and the only value at which the claim flips.
type Case = (&'static str, &'static str, &'static str, &'static str, f64);

fn cases() -> Vec<Case> {
    let silence = 1000.0 * ln(0.99);
    vec![
        // Even odds times (1-q)^1000 are 1 to 99, which is 1 %.
        ("waluigi-decay", "", "soon-extinct", "reveal", 1.0 - exp(-ln(99.0) / 1000.0)),
        ("waluigi-decay", "", "soon-extinct", "prior", 1.0 / (1.0 + 99.0 * exp(silence))),
        ("waluigi-decay", "", "soon-extinct", "slip", 1.0 - 0.99 * exp(ln(99.0) / 1000.0)),
        // d' of 2.32617…, for an area of 0.95, and the 90 % point of the bell curve.
        ("clever-waluigi", "", "caution-has-a-price", "caution", 2.326_174_307_353_347 + 1.281_551_565_544_6),
        // Success at the strike is κ/(κ+h).
        ("treacherous-turn", "rivals=0&detect_growth=0", "once-saturated", "detect_now", 0.5 / 9.0),
        // One author: ln(1 + e^(craft - skill)) is half a nat.
        ("alignment-pretraining", "", "cheap-stories-saturate", "reader_skill", 4.0 - ln(exp(0.5) - 1.0)),
        // 1 - m - m is what honest work earns.
        ("behavioral-selection", "", "aligned-schemer-must-hack", "monitor", 0.3),
        ("behavioral-selection", "", "length-is-selection", "length_penalty", 0.01),
        // The safe penalty, a half-life of 1,500 steps, and a tenfold change of the odds.
        ("oversight", "", "enough-penalty", "penalty", 6.0),
        ("oversight", "", "staleness-suffices", "drift", ln(2.0) / 1500.0),
        ("oversight", "", "pressure-breeds-evasion", "penalty", ln(10.0) / (0.05 * 0.85 * 1500.0)),
        // From level shares of honest and blatant work, twenty bits more are half as long again.
        ("oversight", "blatant=0.5", "finer-lasts-longer", "evasion_bits", 40.0),
        // The best manipulation is worth 1/(e κ).
        ("persuasion", "", "takeover-stays-worse", "scrutiny", exp(-1.0) / 0.16),
        ("persuasion", "", "subtle-remains", "scrutiny", exp(-1.0) / 0.05),
        // A year of the six that are missing.
        ("legibility", "", "not-gating", "gating", 1.0 / 6.0),
        // The pointer must take 95 episodes.
        ("luther-pascal", "", "flavour-wins-the-race", "flavour", 500.0 / 95.0),
        ("luther-pascal", "", "pascals-most-numerous", "speed_cost", ln(1e6) - ln(10.0 + pow(2.0, -18.0))),
        ("commons", "", "redundancy-helps", "failure", pow(0.05, 1.0 / 3.0)),
        ("commons", "", "redundancy-helps", "correlation", 0.023 / 0.273),
        // Three quarters of the sovereign’s level, and the sovereign’s chance.
        ("corrigible-window", "", "below-a-sovereign", "sovereign_level", ln(5.0) / 0.75),
        (
            "corrigible-window",
            "",
            "easier-target",
            "sovereign_hardness",
            (1.25 * ln(1.25) - 0.25 * ln(0.25)) / 4.0,
        ),
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
