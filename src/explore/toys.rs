//! Questions to toy simulators whose answers are known in closed form.

use super::{
    BandSearch, COLUMNS, CompareSearch, Comparison, DRAWS, DrawSearch, Draws, MapSearch, Output, ROWS,
    Search, Spread, StillSearch, Unit, importance, together,
};
use crate::chart::{Axis, Mark, Panel, Plot, Role, Series};
use crate::number::Format;
use crate::params;
use crate::params::{Params, Ranges, Spec, Values, from_link};
use crate::simulator::{
    AnySimulator, Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Simulator, Status,
};

params! {
    /// Parameters of all toys but one.
    pub struct Few {
        /// The first.
        a: f64 = 0.5, Spec::real("A", 0.0, 1.0, 0.01).plausible(0.0, 1.0);
        /// The second.
        b: f64 = 0.5, Spec::real("B", 0.0, 1.0, 0.01).plausible(0.0, 1.0);
        /// The third.
        c: f64 = 0.5, Spec::real("C", 0.0, 1.0, 0.01);
        /// One on a logarithmic scale.
        log: f64 = 0.01, Spec::log("Log", 1e-6, 1.0).plausible(1e-4, 1.0);
        /// A count.
        count: u32 = 3, Spec::count("Count", 1.0, 9.0).plausible(1.0, 8.0);
        /// A flag.
        on: bool = false, Spec::flag("On").any();
    }
}

params! {
    /// So many parameters that not all mixtures can be tried.
    pub struct Many {
        /// One.
        p1: f64 = 0.0, Spec::real("1", 0.0, 1.0, 0.1);
        /// One.
        p2: f64 = 0.0, Spec::real("2", 0.0, 1.0, 0.1);
        /// One.
        p3: f64 = 0.0, Spec::real("3", 0.0, 1.0, 0.1);
        /// One.
        p4: f64 = 0.0, Spec::real("4", 0.0, 1.0, 0.1);
        /// One.
        p5: f64 = 0.0, Spec::real("5", 0.0, 1.0, 0.1);
        /// One.
        p6: f64 = 0.0, Spec::real("6", 0.0, 1.0, 0.1);
        /// One.
        p7: f64 = 0.0, Spec::real("7", 0.0, 1.0, 0.1);
        /// One.
        p8: f64 = 0.0, Spec::real("8", 0.0, 1.0, 0.1);
        /// One.
        p9: f64 = 0.0, Spec::real("9", 0.0, 1.0, 0.1);
        /// One.
        p10: f64 = 0.0, Spec::real("10", 0.0, 1.0, 0.1);
        /// One.
        p11: f64 = 0.0, Spec::real("11", 0.0, 1.0, 0.1);
        /// One.
        p12: f64 = 0.0, Spec::real("12", 0.0, 1.0, 0.1);
        /// One.
        p13: f64 = 0.0, Spec::real("13", 0.0, 1.0, 0.1);
    }
}

const INFO: Info = Info {
    id: "toy",
    name: "Toy",
    question: "?",
    answer: ".",
    status: Status::Ours,
    document: Document::Luther,
    headline: "y",
    control: "a",
};

const fn claim<P>(id: &'static str, margin: fn(&P) -> f64) -> Claim<P> {
    Claim::new(id, "", "S0.a", "", "ours", Measure::Share, margin)
}

/// A toy: what its headline readout is, how it is shown, and its claims.
macro_rules! toy {
    ($Name:ident, $Params:ident, $format:expr, $headline:expr, [$($id:literal: $margin:expr),* $(,)?]) => {
        struct $Name;

        impl Simulator for $Name {
            type Params = $Params;
            type Outcome = ();
            const INFO: Info = INFO;
            const PRESETS: &'static [Preset] = &[];
            const LESSON: Lesson<Self> = Lesson::new("", |_, ()| true);
            const CLAIMS: &'static [Claim<$Params>] = &[$(claim($id, $margin)),*];
            const FIGURES: &'static [FigureOf<Self>] = &[FigureOf::new("curves", "", |params, ()| curves(params))];

            fn simulate(_: &$Params) {}

            fn readouts(params: &$Params, _: &()) -> Vec<Readout> {
                let headline: fn(&$Params) -> Option<f64> = $headline;
                let other = Readout::number("other", 1.0, "", "{}");
                let y = Readout { format: $format, ..Readout::number("y", 0.0, "", "{}") };
                vec![other, y.or(headline(params), "never")]
            }
        }
    };
}

/// Two curves: one as steep as its first parameter, and one that ends where the
/// second says.
trait Curves {
    fn shape(&self) -> [f64; 2];
}

impl Curves for Few {
    fn shape(&self) -> [f64; 2] {
        [self.a, self.b]
    }
}

impl Curves for Many {
    fn shape(&self) -> [f64; 2] {
        [self.p1, self.p2]
    }
}

fn curves(params: &impl Curves) -> Plot {
    let x = Axis::log("x", "x", 1.0, 1000.0);
    let [slope, end] = params.shape();
    let series = |id, points| Mark::Line(Series { id, label: id, role: Role::Yours, points });
    // Straight along its axis, with points elsewhere in each state.
    let at = |share: f64| [x.value_at(share), slope * share];
    let steep = series("steep", vec![at(0.0), at(0.2 + slope / 2.0), at(1.0)]);
    let end = crate::math::pow(10.0, 3.0 * end);
    let short = series("short", vec![[1.0, 1.0], [end, 1.0]]);
    let marks = vec![Mark::Line(Series::sampled("even", "even", Role::Yours, &x, |_| 7.0)), steep, short];
    Plot {
        caption: String::new(),
        x,
        panels: vec![Panel { x: None, y: Axis::new("y", "y", 0.0, 1.0), marks }],
    }
}

toy!(Sum, Few, Format::Number, |few| Some(few.a + few.b), [
    "below": |few| 0.25 - few.a,
    "early": |few| 0.3 - few.a,
    "either": |few| (few.a - 0.5) * (few.b - 0.5),
    "always": |_| 1.0,
    "small": |few| 0.01 - few.log,
    "many": |few| f64::from(few.count) - 4.5,
    "above": |few| few.a + few.b - 1.0,
    "saddle": |few| (few.a - 0.51) * (few.b - 0.51),
]);
toy!(Gone, Few, Format::Number, |few| (few.a < 0.9).then_some(few.a), ["late": |few| few.a - 0.5]);
toy!(Corner, Few, Format::Number, |few| Some(if few.a > 0.9 { few.b } else { 0.0 }), []);
toy!(Flat, Few, Format::Number, |_| Some(7.0), ["never": |_| -1.0]);
toy!(Shared, Few, Format::Percent, |few| Some(0.1 * few.a + 0.2 * few.b + 0.3 * few.c), [
    "one": |few| few.b - 0.75,
    "both": |few| few.a.min(few.c) - 0.75,
    "any": |few| few.a.max(few.b).max(few.c).max(f64::from(u8::from(few.on))) - 0.75,
]);
toy!(Times, Few, Format::Number, |few| Some(few.log * f64::from(few.count)), []);
toy!(Product, Few, Format::Number, |few| Some(few.a * few.b * few.c), []);
toy!(Signed, Few, Format::Number, |few| Some(few.a - 0.5 + few.log), []);
toy!(Meets, Few, Format::Number, |few| (few.a > 0.7 && few.b > 0.7).then_some(1.0), []);
toy!(Apart, Few, Format::Number, |few| ((few.a > 0.7) == (few.b > 0.7)).then_some(few.a), []);
toy!(Long, Many, Format::Number, |many| Some(many.p1 * many.p2 + many.p3 + many.p13), [
    "three": |many| many.p1 + many.p4 + many.p13 - 2.5,
    "pair": |many| 0.6 * many.p5 + many.p6 * many.p7 - 0.9,
]);

/// Draws over the ranges of a link.
fn draws(simulator: &dyn AnySimulator, link: &str) -> Draws {
    let (values, ranges) = given(simulator, link);
    DrawSearch::new(simulator, &values, &ranges).run(simulator)
}

fn given(simulator: &dyn AnySimulator, link: &str) -> (Values, Ranges) {
    let specs = simulator.specs();
    let (values, ranges, notices) = from_link(&Values::defaults(specs), &Ranges::none(specs), link);
    assert_eq!(notices, []);
    (values, ranges)
}

fn close(found: &[f64], expected: &[f64], by: f64) {
    assert_eq!(found.len(), expected.len(), "{found:?}, not {expected:?}");
    let is_close = |(found, expected): (&f64, &f64)| (found - expected).abs() <= by;
    assert!(found.iter().zip(expected).all(is_close), "{found:?}, not {expected:?}");
}

#[test]
fn a_claim_holds_in_its_share_of_a_range() {
    let all = draws(&Sum, "a=0~1&b=0~1&log=0.0001~1&count=1~8");
    let holds: Vec<u32> = (0..7).map(|claim| all.holds_in(claim)).collect();
    // 0.3 lies in the 308th of 1,024 steps, before its middle. A count from 1 to
    // 8 is at least 5 for the upper half.
    assert_eq!(holds[..6], [256, 307, 512, 1024, 512, 512]);
    // Points of two dimensions lie on the line itself, and count as above it.
    close(&[f64::from(holds[6]) / 1024.0], &[0.5], 0.02);
    let part = draws(&Sum, "a=0.2~0.3");
    assert_eq!((part.holds_in(0), part.holds_in(1)), (512, 1024));
}

#[test]
fn what_has_no_range_stays_and_where_the_curves_are_drawn_says_nothing() {
    let one = draws(&Sum, "a=0~0.25~1&b=0.75");
    assert_eq!(one, draws(&Sum, "a=0~1&b=0.75"));
    assert_ne!(one, draws(&Sum, "a=0~1&b=0.5"));
    assert_eq!(one.sample.at(0).get("b"), Some(0.75));
    let counts = draws(&Flat, "count=2~4").sample;
    let mut found = [0; 3];
    for point in 0..DRAWS {
        found[counts.at(point).get("count").unwrap() as usize - 2] += 1;
    }
    // Rounded: the ends have half as many as what lies between.
    assert_eq!(found, [256, 512, 256]);
}

#[test]
fn the_first_draws_fill_the_ranges_too() {
    let draws = draws(&Sum, "a=0~1&b=0~1");
    for power in 0..=10 {
        let count = 1 << power;
        let sum: f64 = draws.readout(1).take(count).sum();
        // Each coordinate is once in each of so many equal parts: at their
        // beginnings, moved up by half a step of all.
        let expected = count as f64 - 1.0 + count as f64 / 1024.0;
        close(&[sum], &[expected], 1e-9);
    }
}

#[test]
fn quantiles_are_those_of_an_even_spread_and_what_is_gone_is_the_largest() {
    let draws = draws(&Gone, "a=0~1");
    let spread = Spread::new(&draws, draws.headline);
    let found = [0.1, 0.25, 0.5, 0.75].map(|share| spread.quantile(share).unwrap());
    close(&found, &[0.1, 0.25, 0.5, 0.75], 1.0 / 1024.0);
    assert_eq!(
        (spread.quantile(0.91), spread.quantile(1.0), draws.absent_in(draws.headline)),
        (None, None, 102)
    );
    let dots = spread.dots(&draws, 0);
    assert_eq!((dots.len(), dots.iter().filter(|dot| dot.value.is_none()).count()), (50, 5));
    assert!(dots.iter().enumerate().all(|(at, dot)| dot.holds == (at >= 25)));
    assert!(dots[..45].is_sorted_by(|one, other| one.value < other.value));
}

#[test]
fn two_that_matter_equally_are_equal_and_one_alone_is_all() {
    let draws = draws(&Sum, "a=0~1&b=0~1&count=1~8");
    let headline = importance(&draws, Output::Headline);
    close(&headline, &[0.5, 0.5, 0.0], 0.02);
    close(&headline[..1], &headline[1..2], 0.005);
    close(&importance(&draws, Output::Claim(0)), &[1.0, 0.0, 0.0], 1e-12);
    close(&importance(&draws, Output::Claim(5)), &[0.0, 0.0, 1.0], 1e-12);
}

#[test]
fn what_chance_gives_is_taken_off() {
    let draws = draws(&Sum, "a=0~1&b=0~1");
    // 307 hold: all 64 of four parts, and 51 of a fifth.
    let mean: f64 = 307.0 / 1024.0;
    let between = 256.0 + 51.0 * 51.0 / 64.0 - 1024.0 * mean * mean;
    let left = 1.0 - between / (1024.0 * mean * (1.0 - mean));
    close(&importance(&draws, Output::Claim(1)), &[1.0 - left * 1023.0 / 1008.0, 0.0], 1e-12);
}

#[test]
fn what_two_decide_together_neither_decides_alone() {
    let draws = draws(&Sum, "a=0~1&b=0~1");
    let either = importance(&draws, Output::Claim(2));
    close(&either, &[0.0, 0.0], 1e-12);
    close(&[together(&either)], &[1.0], 1e-12);
    assert_eq!(together(&[0.7, 0.6]), 0.0);
}

#[test]
fn nothing_matters_to_what_never_varies() {
    let flat = draws(&Flat, "a=0~1&b=0~1");
    assert_eq!(importance(&flat, Output::Headline), [0.0, 0.0]);
    assert_eq!(importance(&flat, Output::Claim(0)), [0.0, 0.0]);
    let (values, ranges) = given(&Flat, "a=0~1&b=0~1&on=on");
    let still = |simulator: &dyn AnySimulator| -> Vec<&str> {
        StillSearch::new(simulator, &values, &ranges).run(simulator).iter().map(|spec| spec.id).collect()
    };
    assert_eq!((still(&Flat), still(&Gone)), (vec!["a", "b"], vec!["b"]));
    // It moves something, if only where another is large.
    assert_eq!(still(&Corner), Vec::<&str>::new());
}

#[test]
fn a_tie_shares_its_mean_rank() {
    let draws = draws(&Gone, "a=0~1");
    let ranks = Spread::new(&draws, draws.headline).ranks();
    assert_eq!(ranks.iter().sum::<f64>(), 1023.0 * 512.0);
    assert_eq!(ranks.iter().copied().fold(0.0, f64::max), (922.0 + 1023.0) / 2.0);
}

#[test]
fn bands_hold_most_curves() {
    let (values, ranges) = given(&Sum, "a=0~1&b=0~1");
    let bands = BandSearch::new(&Sum, &values, &ranges).run(&Sum);
    let ids: Vec<_> = bands.iter().map(|band| (band.panel, band.series)).collect();
    assert_eq!(ids, [(0, "even"), (0, "steep"), (0, "short")]);
    assert!(bands[0].points.iter().all(|point| point[1..] == [7.0; 3]));
    // The k-th smallest of the first 64 slopes is (16 k + 1/2) / 1024.
    let [_, low, middle, high] = bands[1].points[2];
    close(&[low, middle, high], &[96.5 / 1024.0, 512.5 / 1024.0, 912.5 / 1024.0], 1e-12);
    // Halfway along a logarithmic axis it is half as high.
    let [x, low, middle, high] = bands[1].points[1];
    let share = crate::math::log10(x) / 3.0;
    close(&[low, middle, high], &[96.5, 512.5, 912.5].map(|step| share * step / 1024.0), 1e-9);
    // The curve for the middle ends where just half of the others do.
    assert_eq!(bands[2].points[0][1..], [1.0; 3]);
    assert_eq!(bands[2].points[1][1..], [1.0; 3]);
    let (values, ranges) = given(&Sum, "b=0~0.9~1");
    let bands = BandSearch::new(&Sum, &values, &ranges).run(&Sum);
    assert!(bands[2].points[1][1..].iter().all(|height| height.is_nan()));
}

#[test]
fn a_map_has_its_border_and_says_which_ways_lead_over_it() {
    let (values, _) = given(&Sum, "a=0.7&b=0.6");
    let specs = [&Few::SPECS[0], &Few::SPECS[1]];
    let map = MapSearch::new(&Sum, &values, specs, 6).run(&Sum);
    assert_eq!(map.holds.len(), COLUMNS * ROWS);
    let is_right = |(place, holds): (usize, &bool)| {
        let sum = 3 * (place % COLUMNS) + 4 * (place / COLUMNS);
        *holds == (sum > 120)
    };
    assert!(map.holds.iter().enumerate().all(is_right));
    assert!(map.border.len() >= COLUMNS - 1);
    for [x, y] in map.border.iter().flatten() {
        // A hundredth of the longer side of a cell.
        assert!((x + y - 1.0).abs() < 1.0 / 3000.0, "{x}, {y}");
    }
    assert_eq!(
        map.words,
        "It holds here, and holds on 50\u{a0}% of the area of this map. It would fail once “A” is 0.4 or less, or once “B” is 0.3 or less."
    );
    let words = |link: &str, claim| MapSearch::new(&Sum, &given(&Sum, link).0, specs, claim).run(&Sum).words;
    assert_eq!(
        words("a=0.1", 0),
        "It holds here, and holds on 24\u{a0}% of the area of this map. It would fail once “A” is 0.25 or more."
    );
    assert_eq!(words("a=0.1", 3), "It holds everywhere on this map.");
    assert_eq!(words("log=1", 4), "It fails everywhere on this map.");
    let neither =
        "It fails here, and holds on 47\u{a0}% of the area of this map. Neither of the two turns it alone.";
    assert_eq!(words("a=0.5&b=0.5", 2), neither);
}

#[test]
fn what_is_in_the_middle_of_a_saddle_belongs_together() {
    let specs = [&Few::SPECS[0], &Few::SPECS[1]];
    let map = MapSearch::new(&Sum, &given(&Sum, "").0, specs, 7).run(&Sum);
    let is = |[x, y]: [f64; 2], [at, up]: [f64; 2]| (x - at).abs() < 1e-3 && (y - up).abs() < 1e-3;
    let has =
        |one: [f64; 2], other: [f64; 2]| map.border.iter().any(|[from, to]| is(*from, one) && is(*to, other));
    // The cell from (0.5, 0.5) on, in whose middle the claim holds.
    let (right, top) = (0.525, 16.0 / 30.0);
    assert!(has([0.51, 0.5], [right, 0.51]) && has([0.5, 0.51], [0.51, top]), "{:?}", map.border);
}

fn compared(simulator: &dyn AnySimulator, before: &str, after: &str) -> Comparison {
    let [before, after] = [before, after].map(|link| given(simulator, link).0);
    CompareSearch::new(simulator, &before, &after).run(simulator)
}

#[test]
fn shares_of_a_sum_are_what_each_adds() {
    let found = compared(&Shared, "a=0&b=0&c=0", "a=1&b=1&c=1");
    assert_eq!((found.headline.readout, found.headline.unit), ("y", Unit::Points));
    close(&[found.headline.size.unwrap()], &[60.0], 1e-9);
    close(&found.headline.shares, &[10.0, 20.0, 30.0], 1e-9);
    assert_eq!(found.changed.iter().map(|spec| spec.id).collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn shares_of_a_product_are_equal() {
    let found = compared(&Product, "a=0&b=0&c=0", "a=1&b=1&c=1");
    close(&found.headline.shares, &[1.0 / 3.0; 3], 1e-12);
    let half = compared(&Product, "a=0.5&b=0&c=0", "a=1&b=1&c=1");
    // With b and c it adds a half; it comes after both in a third of all orders.
    close(&half.headline.shares, &[0.5 / 3.0, 2.5 / 6.0, 2.5 / 6.0], 1e-12);
}

#[test]
fn shares_add_up_to_the_whole_difference() {
    for (simulator, before, after) in [
        (&Shared as &dyn AnySimulator, "a=0.3&b=0.9&c=0&on=on", "a=1&b=0.1&c=0.7"),
        (&Sum, "a=0&b=1&log=1", "a=1&b=0.2&count=9"),
        (&Times, "log=0.0001&count=1", "log=0.5&count=9"),
        (&Long, "", "p1=1&p2=0.7&p3=1&p4=1&p5=1&p6=1&p7=1&p8=1&p9=1&p10=1&p11=1&p12=1&p13=0.9"),
    ] {
        let found = compared(simulator, before, after);
        close(&[found.headline.shares.iter().sum()], &[found.headline.size.unwrap()], 1e-9);
        for turn in &found.turns {
            close(&[turn.shares.iter().sum()], &[turn.after - turn.before], 1e-9);
        }
        let back = compared(simulator, after, before);
        let turned: Vec<f64> = back.headline.shares.iter().map(|share| -share).collect();
        // An order and its reverse are the same backward.
        close(&turned, &found.headline.shares, 1e-9);
    }
}

#[test]
fn far_apart_is_measured_by_factors() {
    let found = compared(&Times, "log=0.001&count=1", "log=0.1&count=8").headline;
    assert_eq!(found.unit, Unit::Log10);
    close(&found.shares, &[2.0, crate::math::log10(8.0)], 1e-9);
    let near = compared(&Times, "log=0.1&count=1", "log=0.1&count=8").headline;
    assert_eq!((near.unit, near.shares.len()), (Unit::Plain, 1));
    // In between it is negative, and has no logarithm.
    let signed = compared(&Signed, "a=0.5&log=0.01", "a=0.4&log=1").headline;
    assert_eq!(signed.unit, Unit::Plain);
    close(&signed.shares, &[-0.1, 0.99], 1e-9);
}

#[test]
fn what_does_not_exist_has_no_size() {
    let found = compared(&Meets, "a=0&b=0", "a=1&b=1").headline;
    assert_eq!((found.unit, found.size), (Unit::Existence, Some(1.0)));
    close(&found.shares, &[0.5, 0.5], 1e-12);
    let never = compared(&Meets, "a=0&b=0", "a=0.1&b=0").headline;
    assert_eq!((never.size, never.shares), (None, Vec::new()));
    let apart = compared(&Apart, "a=0&b=0", "a=1&b=1").headline;
    assert_eq!((apart.size, apart.unit, apart.shares), (Some(1.0), Unit::Plain, Vec::new()));
}

#[test]
fn the_crux_is_the_fewest_changes_that_turn_a_claim() {
    let found = compared(&Shared, "a=0&b=0&c=0", "a=1&b=1&c=0.9&on=on");
    let cruxes: Vec<_> =
        found.turns.iter().map(|turn| (turn.claim, turn.cruxes.clone(), turn.at_most)).collect();
    let one = vec![vec![1]];
    let both = vec![vec![0, 2]];
    // Four settle it; those with the largest shares are named.
    let any = vec![vec![0], vec![1], vec![3]];
    assert_eq!(cruxes, [(0, one, false), (1, both, false), (2, any, false)]);
    assert_eq!(compared(&Shared, "a=0.1", "a=0.2").turns, []);
    assert_eq!(compared(&Shared, "a=0.1", "a=0.1").changed.len(), 0);
}

#[test]
fn of_many_changes_a_small_set_is_named_and_said_to_be_one() {
    let link = "p1=1&p2=1&p3=1&p4=1&p5=1&p6=1&p7=1&p8=1&p9=1&p10=1&p11=1&p12=1&p13=1";
    let found = compared(&Long, "", link);
    close(&found.headline.shares[..3], &[0.5, 0.5, 1.0], 0.05);
    close(&found.headline.shares[3..], &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0], 1e-12);
    let turn = &found.turns[0];
    close(&[turn.shares[0], turn.shares[3], turn.shares[12]], &[1.0; 3], 1e-9);
    assert_eq!((turn.cruxes.clone(), turn.at_most), (vec![vec![0, 3, 12]], true));
    // The most important alone is not needed.
    let pair = &found.turns[1];
    assert!(pair.shares[4] > pair.shares[5], "{:?}", pair.shares);
    assert_eq!(pair.cruxes, [[5, 6]]);
    let back = compared(&Long, link, "").turns[0].cruxes.clone();
    assert_eq!((back.len(), back[0].len()), (1, 1));
}
