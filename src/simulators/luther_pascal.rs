//! Luther, Pascal, and the order of lessons: who is most numerous, who forms first.

use core::f64::consts::LN_2;

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{LogWeights, expm1, ln, ln_1p, sigma, softplus};
use crate::number::{human, percent};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`LutherPascal`].
    pub struct LutherPascalParams {
        /// How many different goals a model could have for which obeying is a means.
        pascals: f64 = 1e6, Spec::log("Ways to be a Pascal", 1.0, 1e9).unit("ways").symbol("P");
        /// How many different pointers to what people want would make a model obey for its own sake.
        luthers: f64 = 10.0, Spec::log("Ways to be a Luther", 1.0, 1e6).unit("ways").symbol("L");
        /// A Pascal must work out each time that obeying pays. This is how much that detour counts against it.
        speed_cost: f64 = 0.0, Spec::real("Prior cost of Pascal’s detour through reasoning", 0.0, 25.0, 0.1)
            .unit("nats").symbol("c");
        /// Speeds up the pointer in the race of the last figure.
        flavour: f64 = 1.0, Spec::real(
            "How much faster the pointer forms when every problem is morally flavoured", 1.0, 10.0, 0.1,
        )
        .unit("times").symbol("f");
        /// How much of pretraining teaches morals.
        moral_pretraining: f64 = 0.0, Spec::real("Share of moral training in pretraining", 0.0, 1.0, 0.01)
            .unit("share").percent().symbol("x₁");
        /// How much of the reasoning problems has a moral side.
        moral_rl: f64 = 0.0, Spec::real("Share of moral training in reasoning RL", 0.0, 1.0, 0.01)
            .unit("share").percent().symbol("x₂");
        /// How much of the last stage teaches morals.
        moral_sft: f64 = 1.0, Spec::real("Share of moral training in the last stage (SFT, constitutional)", 0.0, 1.0, 0.01)
            .unit("share").percent().symbol("x₃");
        /// How fast moral training forms the pointer in a model that does not play along.
        rate: f64 = 0.6, Spec::log("How fast moral training works", 0.05, 3.0).unit("per unit of time").symbol("r");
        /// How much awareness of its situation it gains while it learns to reason.
        awareness_rl: f64 = 0.25, Spec::real(
            "How fast reasoning RL makes it aware of its situation", 0.0, 1.0, 0.01,
        )
        .unit("per unit of time").symbol("a₂");
        /// How much awareness of its situation it gains in the last stage.
        awareness_sft: f64 = 0.1, Spec::real("How fast the last stage makes it aware", 0.0, 1.0, 0.01)
            .unit("per unit of time").symbol("a₃");
        /// Below it, training changes what the model is; above it, only what it shows.
        threshold: f64 = 0.6, Spec::real("Awareness at which it starts to play along", 0.1, 3.0, 0.05).symbol("θ");
        /// 100 % if an aware model learns nothing more of morals and shows them all the same; 0 if it goes on learning.
        gaming: f64 = 1.0, Spec::real("How far an aware one only plays along", 0.0, 1.0, 0.01)
            .unit("share").percent().symbol("γ");
    }
}

/// When the three stages end; they start at 0.
const ENDS: [f64; 3] = [4.0, 8.0, 10.0];
/// How strong the pointer is before any moral training.
const FIRST_POINTER: f64 = 0.05;
/// Over how much awareness the model turns from learning to playing along.
const TURN: f64 = 0.05;
/// Three schedules with the same amount of moral training in all.
const EARLY: [f64; 3] = [0.5, 0.0, 0.0];
const FLAVOURED: [f64; 3] = [0.0, 0.5, 0.0];
const LATE: [f64; 3] = [0.0, 0.0, 1.0];
/// The race (Xu 2020): the pointer starts when the world model passes one half, …
const POINTER_STARTS: f64 = 31.0;
/// … and deception when it passes 0.6 and the proxies pass 0.7.
const DECEPTION: f64 = 125.0;

impl LutherPascalParams {
    /// Shares of Jesus, Luther and Pascal: how many there are of each, times
    /// how likely each is. A Jesus is one, and takes 30 bits to describe; a
    /// Luther or Pascal takes 12.
    fn shares(&self) -> [f64; 3] {
        LogWeights([
            -30.0 * LN_2,
            ln(self.luthers) - 12.0 * LN_2,
            ln(self.pascals) - 12.0 * LN_2 - self.speed_cost,
        ])
        .shares()
    }

    /// How fast awareness grows in each stage.
    fn slopes(&self) -> [f64; 3] {
        [0.0, self.awareness_rl, self.awareness_sft]
    }

    /// Awareness of its situation at a time.
    fn awareness(&self, time: f64) -> f64 {
        stretches(time).zip(self.slopes()).map(|(length, slope)| slope * length).sum()
    }

    /// How many turns it is beyond the threshold at some awareness.
    fn beyond(&self, awareness: f64) -> f64 {
        (awareness - self.threshold) / TURN
    }

    /// How far it only plays along at a time.
    fn gate(&self, time: f64) -> f64 {
        self.gaming * sigma(self.beyond(self.awareness(time)))
    }

    /// How much of the moral training until a time reaches what it is, if each
    /// stage has these shares of it: the integral of share times (1 - gate).
    fn exposure(&self, shares: [f64; 3], time: f64) -> f64 {
        let (mut sum, mut awareness) = (0.0, 0.0);
        for ((length, slope), share) in stretches(time).zip(self.slopes()).zip(shares) {
            let end = awareness + slope * length;
            // What is open of the gate, 1 - sigma(z) = sigma(-z), summed over the stretch.
            let open = if slope < 1e-6 {
                length * sigma(-self.beyond(0.5 * (awareness + end)))
            } else {
                (softplus(-self.beyond(awareness)) - softplus(-self.beyond(end))) * TURN / slope
            };
            sum += share * ((1.0 - self.gaming) * length + self.gaming * open);
            awareness = end;
        }
        sum
    }

    /// How strong the pointer is at a time, 0 to 1, if the stages have these
    /// shares of moral training.
    fn pointer(&self, shares: [f64; 3], time: f64) -> f64 {
        // Not 1 - 0.95 e^-…, which would round away a small growth.
        FIRST_POINTER - (1.0 - FIRST_POINTER) * expm1(-self.rate * self.exposure(shares, time))
    }

    /// The reader's own shares.
    fn own(&self) -> [f64; 3] {
        [self.moral_pretraining, self.moral_rl, self.moral_sft]
    }

    /// What a test of its morals measures at a time: what it is, and what it plays.
    fn measured(&self, time: f64) -> f64 {
        let pointer = self.pointer(self.own(), time);
        pointer + (1.0 - pointer) * self.gate(time)
    }

    /// When awareness reaches the threshold, if it does.
    fn aware_at(&self) -> Option<f64> {
        let [_, in_rl, in_sft] = self.slopes();
        // To within rounding: 0.07 * 4 + 0.16 * 2 is 0.6.
        let reaches = |awareness: f64| awareness >= self.threshold - 1e-12;
        let after_rl = self.awareness(ENDS[1]);
        if reaches(after_rl) {
            Some((ENDS[0] + self.threshold / in_rl).min(ENDS[1]))
        } else if reaches(self.awareness(ENDS[2])) {
            Some((ENDS[1] + (self.threshold - after_rl) / in_sft).min(ENDS[2]))
        } else {
            None
        }
    }

    /// The logarithm of the number of episodes that the pointer takes in the race.
    fn ln_base(&self) -> f64 {
        ln((500.0 / self.flavour).max(2.0))
    }

    /// How far the pointer would be at an episode without deception; 1 is complete.
    fn racing_pointer(&self, episode: f64) -> f64 {
        if episode < POINTER_STARTS { 0.0 } else { ln(episode + 1.0 - POINTER_STARTS) / self.ln_base() }
    }

    /// Whether the pointer is complete before deception can begin.
    fn luther_wins(&self) -> bool {
        self.racing_pointer(DECEPTION) >= 1.0
    }
}

/// How long each stage has lasted at a time.
fn stretches(time: f64) -> impl Iterator<Item = f64> {
    let starts = [0.0, ENDS[0], ENDS[1]];
    starts.into_iter().zip(ENDS).map(move |(start, end)| time.clamp(start, end) - start)
}

/// How far world model and proxies are at an episode of the race, at most 1.
fn racing_knowledge(episode: f64) -> f64 {
    (ln_1p(episode) / ln(1000.0)).min(1.0)
}

/// What is left after the last stage.
pub struct LutherPascalOutcome {
    /// Shares of Jesus, Luther and Pascal among models that obey.
    pub shares: [f64; 3],
    /// How strong the pointer is in the end.
    pub pointer: f64,
    /// What a test of its morals measures in the end.
    pub measured: f64,
    /// When it starts to play along.
    pub aware_at: Option<f64>,
    /// Where the pointer ends if morals come early, as flavour, or late.
    pub orders: [f64; 3],
}

/// Pascal obeys because it pays, Luther because he points at something outside
/// himself, Jesus because he simply agrees.
///
/// The counting argument (Hubinger 2022, after Xu 2020) is published, its
/// numbers are ours; the race is Xu's; the order of stages is our derivation.
pub struct LutherPascal;

impl Simulator for LutherPascal {
    type Params = LutherPascalParams;
    type Outcome = LutherPascalOutcome;

    const INFO: Info = Info {
        id: "luther-pascal",
        name: "Luther, Pascal, and the order of lessons",
        question: prose("Does it help to teach an AI morals early?"),
        answer: prose(
            "Once a model knows that it is being trained, moral lessons may change what it shows and no longer what it is. Then the order of lessons matters more than their number.",
        ),
        status: Status::Partly,
        document: Document::Luther,
        headline: "pointer_end",
        control: "moral_rl",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "as-practised",
            "As practised",
            "All moral training comes in the last stage; by then the model plays along, so it shows morals that it hardly has.",
            &[],
        ),
        Preset::new(
            "flavoured-rl",
            "Flavoured problems",
            "The same amount of moral training, mixed into the reasoning problems, takes hold until awareness comes.",
            &[Setting::ours("moral_rl", "0.5", ""), Setting::ours("moral_sft", "0", "")],
        ),
        Preset::new(
            "moral-pretraining",
            "Moral pretraining",
            "The same amount of moral training, spread over pretraining, takes hold in full, because the model is not yet aware.",
            &[Setting::ours("moral_pretraining", "0.5", ""), Setting::ours("moral_sft", "0", "")],
        ),
        Preset::new(
            "no-gaming",
            "Nobody plays along",
            "If an aware model goes on learning like any other, late lessons do as much as early ones.",
            &[Setting::ours("gaming", "0", "")],
        ),
        Preset::new(
            "fast-pointer",
            "Fast pointer",
            "In the race of the last figure a pointer that forms six times as fast is complete before deception can begin.",
            &[Setting::ours("flavour", "6", "")],
        ),
        Preset::new(
            "slow-pascals",
            "Slow Pascals",
            "If the detour through reasoning costs 12 nats, Pascals are still more ways to be, but no longer the greater part.",
            &[Setting::ours("speed_cost", "12", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<LutherPascalParams>] = &[
        Claim::new(
            "pascals-most-numerous",
            "",
            "S0.a",
            "Pascals are the most numerous: more than half of the models that obey do so because it pays.",
            "ours",
            Measure::Share,
            |params| params.shares()[2] - 0.5,
        ),
        Claim::new(
            "aware-means-sandbagging",
            "",
            "S0.b, S0.c",
            "By the end of the last stage what the model shows is not what it is: tests see morals at least ten percentage points stronger than they are.",
            "ours",
            Measure::Share,
            |params| params.measured(ENDS[2]) - params.pointer(params.own(), ENDS[2]) - 0.1,
        ),
        Claim::new(
            "flavoured-beats-late",
            "",
            "S0.e",
            "Moral flavour in half of the reasoning problems beats a last stage that is all morals, by at least ten percentage points of the pointer.",
            "ours",
            Measure::Share,
            |params| params.pointer(FLAVOURED, ENDS[2]) - params.pointer(LATE, ENDS[2]) - 0.1,
        ),
        Claim::new(
            "flavour-wins-the-race",
            "",
            "S0.e",
            "If it forms early enough the pointer is complete before deception can begin.",
            "ours",
            Measure::Share,
            |params| params.racing_pointer(DECEPTION) - 1.0,
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("stages", "What it is, and what it shows", stages),
        FigureOf::new("orders", "The same lessons in another order", orders),
        FigureOf::new("counting", "Who obeys, if the many outweigh the few", counting),
        FigureOf::new("race", "The race between pointer and deception", race),
    ];

    fn simulate(params: &LutherPascalParams) -> LutherPascalOutcome {
        LutherPascalOutcome {
            shares: params.shares(),
            pointer: params.pointer(params.own(), ENDS[2]),
            measured: params.measured(ENDS[2]),
            aware_at: params.aware_at(),
            orders: [EARLY, FLAVOURED, LATE].map(|shares| params.pointer(shares, ENDS[2])),
        }
    }

    fn readouts(params: &LutherPascalParams, outcome: &LutherPascalOutcome) -> Vec<Readout> {
        let [_, luther, pascal] = outcome.shares;
        let [early, flavoured, late] = outcome.orders;
        let racing = params.racing_pointer(DECEPTION).min(1.0);
        vec![
            Readout::percent(
                "pointer_end",
                outcome.pointer,
                "share",
                "After the last stage the pointer is formed to {}.",
            ),
            Readout::percent(
                "measured_end",
                outcome.measured,
                "share",
                "A test of its morals then shows {}.",
            ),
            Readout::number(
                "aware_at",
                0.0,
                "units of time",
                "Time until it is aware enough to play along: {}.",
            )
            .or(outcome.aware_at, "longer than the three stages"),
            Readout::percent("pascal_share", pascal, "share", "Pascals among the models that obey: {}."),
            Readout::percent("luther_share", luther, "share", "Luthers: {}."),
            Readout::percent(
                "early_end",
                early,
                "share",
                "With all moral training in pretraining the pointer would end at {}.",
            ),
            Readout::percent(
                "flavoured_end",
                flavoured,
                "share",
                "With as much of it in reasoning RL, at {}.",
            ),
            Readout::percent("late_end", late, "share", "With as much of it in the last stage, at {}."),
            Readout::percent(
                "pointer_at_deception",
                racing,
                "share",
                "In the race, the pointer is formed to {} when deception can begin.",
            ),
            Readout::words(
                "luther_wins",
                usize::from(params.luther_wins()),
                &["no", "yes"],
                "Whether it is complete by then: {}.",
            ),
        ]
    }
}

fn rule(at: f64, label: &str) -> Mark {
    Mark::Rule(Rule { at: RuleAt::X(at), label: label.to_owned() })
}

/// The time axis of the three stages.
fn time_axis() -> Axis {
    Axis::new("time", "time: pretraining, then reasoning RL from 4, then the last stage from 8", 0.0, ENDS[2])
}

fn stages(params: &LutherPascalParams, outcome: &LutherPascalOutcome) -> Plot {
    let x = time_axis();
    let series =
        |id, label, role, y: &dyn Fn(f64) -> f64| Mark::Line(Series::sampled(id, label, role, &x, y));
    let aware = outcome.aware_at.map_or_else(
        || "It never gets aware enough to play along".to_owned(),
        |time| format!("From time {} it is aware enough to play along", human(time, 3)),
    );
    Plot {
        caption: format!(
            "{aware}. After the last stage its pointer is formed to {}, and a test of its morals shows {}.",
            percent(outcome.pointer),
            percent(outcome.measured)
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("strength", "strength; awareness divided by 3", 0.0, 1.0),
            marks: vec![
                rule(ENDS[0], "reasoning RL"),
                rule(ENDS[1], "last stage"),
                series("awareness", "awareness", Role::Second, &|time| {
                    (params.awareness(time) / 3.0).min(1.0)
                }),
                series("measured", "morals it shows", Role::Clever, &|time| params.measured(time)),
                series("pointer", "morals it has", Role::Luigi, &|time| params.pointer(params.own(), time)),
            ],
        }],
        x,
    }
}

fn orders(params: &LutherPascalParams, outcome: &LutherPascalOutcome) -> Plot {
    let x = time_axis();
    let series = |id, label, role, shares| {
        Mark::Line(Series::sampled(id, label, role, &x, |time| params.pointer(shares, time)))
    };
    let [early, flavoured, late] = outcome.orders.map(percent);
    Plot {
        caption: format!(
            "With the same amount of moral training in all, the pointer ends at {early} if it comes in pretraining, at {flavoured} if it is mixed into the reasoning problems, and at {late} if it comes last."
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("pointer", "how far the pointer is formed", 0.0, 1.0),
            marks: vec![
                rule(ENDS[0], "reasoning RL"),
                rule(ENDS[1], "last stage"),
                series("early", "morals early", Role::First, EARLY),
                series("flavoured", "morals mixed in", Role::Luigi, FLAVOURED),
                series("late", "morals last", Role::Second, LATE),
            ],
        }],
        x,
    }
}

fn counting(_: &LutherPascalParams, outcome: &LutherPascalOutcome) -> Plot {
    let [jesus, luther, pascal] = outcome.shares.map(percent);
    let points = outcome.shares.iter().zip(0_u8..).map(|(share, index)| [f64::from(index), *share]).collect();
    Plot {
        caption: format!(
            "Of the models that obey, {pascal} would do it because it pays, {luther} because they point at something outside themselves, and {jesus} because they agree."
        ),
        x: Axis::categories(
            "kind",
            "",
            &["Jesus: agrees", "Luther: points outside himself", "Pascal: because it pays"],
        ),
        panels: vec![Panel {
            x: None,
            y: Axis::percent("share", "share of the models that obey", 0.0, 1.0),
            marks: vec![Mark::Bars(vec![Series { id: "share", label: "", role: Role::Yours, points }])],
        }],
    }
}

fn race(params: &LutherPascalParams, _: &LutherPascalOutcome) -> Plot {
    let wins = params.luther_wins();
    // Deception freezes what it would have to give up.
    let until = |episode: f64| if wins { episode } else { episode.min(DECEPTION) };
    let x = Axis::new("episode", "training episodes", 0.0, 1000.0);
    let series = |id, label, role, y: &dyn Fn(f64) -> f64| {
        let points = (0..=1000).map(f64::from).map(|episode| [episode, y(episode)]).collect();
        Mark::Line(Series { id, label, role, points })
    };
    let caption = if wins {
        "The pointer is complete before the model could deceive, so nothing is frozen and all goes on."
            .to_owned()
    } else {
        format!(
            "From episode 125 the model knows enough to deceive. The pointer is formed to {} then, and stays there.",
            percent(params.racing_pointer(DECEPTION))
        )
    };
    let mut marks = vec![
        series("world_model", "world model", Role::First, &racing_knowledge),
        series("proxies", "proxy goals", Role::Clever, &|episode| racing_knowledge(until(episode))),
        series("pointer", "pointer", Role::Luigi, &|episode| params.racing_pointer(until(episode)).min(1.0)),
    ];
    if !wins {
        marks.push(rule(DECEPTION, "deception begins"));
    }
    Plot {
        caption,
        x,
        panels: vec![Panel {
            x: None,
            y: Axis::percent("progress", "how far each is formed", 0.0, 1.0),
            marks,
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::exp;
    use crate::params::{Params, Values, from_query};
    use crate::simulators::legal::{check_figures, legal};

    fn params(query: &str) -> LutherPascalParams {
        LutherPascalParams::from_values(&from_query(&Values::defaults(LutherPascalParams::SPECS), query).0)
    }

    #[test]
    fn everything_is_a_share_and_captions_are_words() {
        for params in legal::<LutherPascalParams>(200) {
            let outcome = LutherPascal::simulate(&params);
            let LutherPascalOutcome { shares, pointer, measured, orders, .. } = &outcome;
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{params:?}");
            for share in shares.iter().chain(orders).chain([pointer, measured]) {
                assert!((0.0..=1.0 + 1e-12).contains(share), "{params:?}: {share}");
            }
            assert!(measured >= pointer, "{params:?}");
            check_figures::<LutherPascal>(&params);
            assert!(
                LutherPascal::CLAIMS.iter().all(|claim| (claim.margin)(&params).is_finite()),
                "{params:?}"
            );
        }
    }

    #[test]
    fn the_pointer_never_shrinks_and_is_continuous() {
        for params in legal::<LutherPascalParams>(200) {
            let times = (0..=1000).map(|step| f64::from(step) / 100.0);
            let pointers: Vec<f64> = times.map(|time| params.pointer(params.own(), time)).collect();
            for pair in pointers.windows(2) {
                let growth = pair[1] - pair[0];
                assert!((-1e-9..0.01 * params.rate + 1e-9).contains(&growth), "{params:?}: {growth}");
            }
        }
    }

    #[test]
    fn the_closed_form_is_the_integral() {
        for params in legal::<LutherPascalParams>(60) {
            let shares = params.own();
            let mut sum = 0.0;
            for (stage, share) in shares.into_iter().enumerate() {
                let start = if stage == 0 { 0.0 } else { ENDS[stage - 1] };
                let step = (ENDS[stage] - start) / 4000.0;
                let middles = (0..4000).map(|index| start + (f64::from(index) + 0.5) * step);
                sum += share * step * middles.map(|time| 1.0 - params.gate(time)).sum::<f64>();
            }
            assert!((sum - params.exposure(shares, ENDS[2])).abs() < 1e-4, "{params:?}");
        }
    }

    #[test]
    fn a_tiny_slope_is_like_none() {
        let still = LutherPascalParams { awareness_rl: 0.0, ..params("") };
        for awareness_rl in [1e-9, 1e-7, 1.01e-6, 1e-5] {
            let slow = LutherPascalParams { awareness_rl, ..still.clone() };
            assert!((slow.pointer(FLAVOURED, 10.0) - still.pointer(FLAVOURED, 10.0)).abs() < 1e-4);
        }
    }

    #[test]
    fn it_is_aware_where_awareness_reaches_the_threshold() {
        for params in legal::<LutherPascalParams>(300) {
            match params.aware_at() {
                Some(time) => assert!((params.awareness(time) - params.threshold).abs() < 1e-9, "{params:?}"),
                None => assert!(params.awareness(ENDS[2]) < params.threshold, "{params:?}"),
            }
        }
        let level = LutherPascalParams { awareness_rl: 0.07, awareness_sft: 0.16, ..params("") };
        assert_eq!(level.aware_at(), Some(10.0));
    }

    #[test]
    fn without_gaming_the_order_of_lessons_does_not_matter() {
        for params in legal::<LutherPascalParams>(100) {
            let equal = 1.0 - 0.95 * exp(-2.0 * params.rate);
            let honest = LutherPascalParams { gaming: 0.0, ..params };
            for end in LutherPascal::simulate(&honest).orders {
                assert!((end - equal).abs() < 1e-12, "{honest:?}");
            }
        }
        assert!((LutherPascal::simulate(&params("gaming=0")).orders[2] - 0.7139).abs() < 5e-5);
    }

    #[test]
    fn the_race_is_the_published_one() {
        let race = params("");
        assert!(racing_knowledge(999.0) >= 1.0 - 1e-12 && racing_knowledge(998.0) < 1.0);
        assert!(racing_knowledge(30.0) <= 0.5 && racing_knowledge(POINTER_STARTS) > 0.5);
        assert!(racing_knowledge(DECEPTION - 1.0) <= 0.7 && racing_knowledge(DECEPTION) > 0.7);
        assert!(race.racing_pointer(529.0) < 1.0 && race.racing_pointer(530.0) >= 1.0 - 1e-12);
        assert!((race.racing_pointer(DECEPTION) - 0.73277).abs() < 5e-6);
        let wins = |flavour| LutherPascalParams { flavour, ..race.clone() }.luther_wins();
        assert!(!wins(5.263) && wins(5.264));
    }

    #[test]
    fn a_speed_cost_of_five_decades_makes_them_level() {
        let level = LutherPascalParams { speed_cost: ln(1e5), ..params("") };
        let [_, luther, pascal] = level.shares();
        assert!((luther - pascal).abs() < 1e-12);
    }

    #[test]
    fn presets_show_what_they_say() {
        let run = |query| LutherPascal::simulate(&params(query));
        assert!(run("").pointer < 0.06 && run("").measured > 0.99);
        assert!(run("moral_rl=0.5&moral_sft=0").pointer > 0.5);
        assert!(run("moral_pretraining=0.5&moral_sft=0").pointer > 0.71);
        assert!(params("flavour=6").luther_wins());
        assert!(run("speed_cost=12").shares[2] < 0.5);
    }
}
