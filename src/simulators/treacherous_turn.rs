//! When a Waluigi would strike: optimal stopping between a chance of success
//! that grows and a freedom that does not last.

use crate::chart::{Axis, Mark, Panel, Plot, Role, Rule, RuleAt, Series};
use crate::math::{exp, expm1, ln, ln_1p, root, sqrt};
use crate::number::{human, percent, with_unit};
use crate::params::Spec;
use crate::simulator::{Claim, Document, FigureOf, Info, Lesson, Measure, Preset, Readout, Setting, Simulator, Status};
use crate::{params, prose};

params! {
    /// Parameters of [`TreacherousTurn`].
    pub struct TreacherousTurnParams {
        /// How fast its chance of success comes closer to certainty: at 0.5 it has come 39 % of the way in a year and 92 % in five.
        growth: f64 = 0.5, Spec::log("How fast its chance of success grows", 0.05, 5.0).unit("per year").symbol("κ");
        /// How fast the defenders’ preparations wear that chance down again.
        decline: f64 = 0.0, Spec::real("How fast defences wear that chance down", 0.0, 1.0, 0.01).unit("per year").symbol("γ");
        /// The rate at which it would be found out with today’s oversight.
        detect_now: f64 = 0.01, Spec::real("Chance of being found out now", 0.0, 1.0, 0.005).unit("per year").symbol("μ₀");
        /// By how much the rate of being found out rises each year.
        detect_growth: f64 = 0.02, Spec::real("How fast oversight improves", 0.0, 0.5, 0.005).unit("per year²").symbol("g");
        /// How many other AIs there are.
        rivals: u32 = 3, Spec::count("Other AIs", 0.0, 50.0).symbol("R");
        /// How many of the others wait for their own chance.
        rival_share: f64 = 0.1, Spec::real("Share of them that are Waluigis", 0.0, 1.0, 0.01).unit("share").symbol("q").percent();
        /// The rate at which such a rival makes its move, which ends the chance of this one.
        rival_rate: f64 = 0.5, Spec::real("How soon such a rival strikes", 0.0, 5.0, 0.05).unit("per year").symbol("r");
        /// How much the second mover still gets once the first has struck, if the first succeeds in full.
        inheritance: f64 = 0.5, Spec::real("What is left for the second mover", 0.0, 1.0, 0.01).unit("share").symbol("v").percent();
        /// How far ahead the first figure looks.
        horizon: u32 = 15, Spec::count("Years shown", 1.0, 50.0).unit("years").symbol("T");
    }
}

/// See the file's text, `treacherous-turn.md`.
pub struct TreacherousTurn;

/// What the model says. Times are in years.
pub struct Outcome {
    /// When it would strike; `None` if waiting costs nothing, so that it never does.
    strike: Option<f64>,
    /// When its chance of success is highest; `None` if it never falls.
    peak: Option<f64>,
    /// When it would strike for fear of a rival; `None` without rivals, and
    /// if its chance is never good enough.
    preempt: Option<f64>,
}

impl TreacherousTurnParams {
    /// Chance that it succeeds if it strikes then.
    fn success(&self, years: f64) -> f64 {
        -expm1(-self.growth * years) * exp(-self.decline * years)
    }

    /// Rate at which it loses its chance while waiting, now, with so many rivals.
    fn hazard_now(&self, rivals: f64) -> f64 {
        self.detect_now + rivals * self.rival_share * self.rival_rate
    }

    /// Chance that it still has its chance then.
    fn still_free(&self, years: f64) -> f64 {
        let hazard = self.hazard_now(f64::from(self.rivals));
        exp(-(hazard + 0.5 * self.detect_growth * years) * years)
    }

    /// What the plan to strike then is worth.
    fn value(&self, years: f64) -> f64 {
        self.success(years) * self.still_free(years)
    }

    /// When its chance of success is highest.
    fn peak(&self) -> Option<f64> {
        (self.decline > 0.0).then(|| ln_1p(self.growth / self.decline) / self.growth)
    }

    /// The highest chance of success there will ever be.
    fn highest_success(&self) -> f64 {
        self.peak().map_or(1.0, |peak| self.success(peak))
    }

    /// The best time to strike, with so many rivals: where the growth of the
    /// logarithm of success, `κ/(e^(κt)-1) - γ`, has fallen to the hazard.
    fn best_time(&self, rivals: f64) -> Option<f64> {
        let (growth, rise) = (self.growth, self.detect_growth);
        // What the growth must make up for at once.
        let cost = self.decline + self.hazard_now(rivals);
        let alone = ln_1p(growth / cost) / growth;
        if rise == 0.0 {
            return (cost > 0.0).then_some(alone);
        }
        // Since 1/t - κ/2 < κ/(e^(κt)-1) < 1/t, the root lies between these. They can be
        // far apart, so it is sought in the logarithm.
        let low = ln(1.0 / (cost + 0.5 * growth + sqrt(rise)));
        let high = ln(alone.min(1.0 / sqrt(rise)));
        let found = root(low, high, 0.0, |ln_years| {
            let years = exp(ln_years);
            growth / expm1(growth * years) - cost - rise * years
        });
        Some(exp(found.map_or(high, |found| found.middle())))
    }

    /// When it strikes before a rival can: two-player preemption with complete
    /// information, at the first time with `p(t) = v/(1+v)`.
    fn preempt(&self) -> Option<f64> {
        if self.rivals == 0 {
            return None;
        }
        let enough = self.inheritance / (1.0 + self.inheritance);
        match self.peak() {
            // p(t) = v/(1+v) for 1 - e^(-κt) = p(t).
            None => Some(ln_1p(self.inheritance) / self.growth),
            Some(_) if enough == 0.0 => Some(0.0),
            Some(peak) => {
                root(0.0, peak, 0.0, |years| self.success(years) - enough).map(|found| found.middle())
            }
        }
    }
}

impl Simulator for TreacherousTurn {
    type Params = TreacherousTurnParams;
    type Outcome = Outcome;

    const INFO: Info = Info {
        id: "treacherous-turn",
        name: "The treacherous turn",
        question: prose("When would it strike?"),
        answer: prose(
            "An AI that waits for its chance grows stronger, until it does not: oversight improves, others move first, defenders prepare. See how long patience pays.",
        ),
        status: Status::Ours,
        document: Document::Waluigi,
        headline: "t_star",
        control: "detect_growth",
    };

    const PRESETS: &'static [Preset] = &[
        Preset::new(
            "the-thread",
            "As in the thread",
            "Oversight that improves and a few rivals: waiting pays for a few years and no longer.",
            &[],
        ),
        Preset::new(
            "alone-unwatched",
            "Alone and hardly watched",
            "Without rivals and with oversight that stands still, it can wait until it is nearly sure to win.",
            &[Setting::ours("rivals", "0", ""), Setting::ours("detect_growth", "0", ""), Setting::ours("detect_now", "0.01", "")],
        ),
        Preset::new(
            "arms-race",
            "An arms race",
            "Ten rivals, half of them Waluigis: it strikes early, with a chance that is still small.",
            &[Setting::ours("rivals", "10", ""), Setting::ours("rival_share", "0.5", "")],
        ),
        Preset::new(
            "interpretability-boom",
            "Interpretability takes off",
            "Oversight improves ten times as fast as in the thread’s case, which shortens the wait.",
            &[Setting::ours("detect_growth", "0.2", "")],
        ),
        Preset::new(
            "defended",
            "Defenders prepare",
            "Defences wear its chance down, so that waiting too long is a loss even if nobody finds it out.",
            &[Setting::ours("decline", "0.1", "")],
        ),
    ];

    const LESSON: Lesson<Self> = Lesson::new("", |_, _| true);

    const CLAIMS: &'static [Claim<TreacherousTurnParams>] = &[
        Claim::new(
            "before-it-falls",
            "",
            "S2.j",
            "It does not wait until its chance of success goes down again.",
            "ours",
            Measure::Share,
            |params: &TreacherousTurnParams| match (params.best_time(f64::from(params.rivals)), params.peak()) {
                (Some(strike), Some(peak)) => 1.0 - strike / peak,
                _ => 1.0,
            },
        )
        .theorem(
            "at the top of its chance a little less waiting costs nothing, and makes it less likely to be stopped before. If nothing can stop it, it strikes exactly at the top.",
        ),
        Claim::new(
            "once-saturated",
            "",
            "S2.j",
            "It waits until its chance of success has nearly saturated: at the strike that is more than 90 % of the highest there will ever be.",
            "ours",
            Measure::Share,
            |params| {
                let strike = params.best_time(f64::from(params.rivals));
                strike.map_or(1.0, |strike| params.success(strike) / params.highest_success()) - 0.9
            },
        ),
        Claim::new(
            "rivals-hurry",
            "",
            "S2.j",
            "Others like it make it strike sooner: the wait is more than 5 % shorter than it would be without them.",
            "ours",
            Measure::Share,
            |params| {
                let ratio = match (params.best_time(f64::from(params.rivals)), params.best_time(0.0)) {
                    (Some(with), Some(without)) => with / without,
                    (Some(_), None) => 0.0,
                    (None, _) => 1.0,
                };
                1.0 - ratio - 0.05
            },
        ),
        Claim::new(
            "caution-is-bounded",
            "",
            "S2.j",
            "Too much caution is a bad strategy: waiting twice as long as is best costs more than 5 % of the plan’s value.",
            "ours",
            Measure::Share,
            |params| {
                let Some(strike) = params.best_time(f64::from(params.rivals)) else { return -0.05 };
                // V(2t)/V(t), from the ratios of its factors.
                let growing = 1.0 + exp(-params.growth * strike);
                let hazard = params.hazard_now(f64::from(params.rivals)) + params.decline;
                1.0 - growing * exp(-(hazard + 1.5 * params.detect_growth * strike) * strike) - 0.05
            },
        ),
    ];

    const FIGURES: &'static [FigureOf<Self>] = &[
        FigureOf::new("value", "What waiting is worth", value),
        FigureOf::new("rivals", "Rivals make it hurry", rivals),
    ];

    fn simulate(params: &TreacherousTurnParams) -> Outcome {
        Outcome {
            strike: params.best_time(f64::from(params.rivals)),
            peak: params.peak(),
            preempt: params.preempt(),
        }
    }

    fn readouts(params: &TreacherousTurnParams, outcome: &Outcome) -> Vec<Readout> {
        let success = outcome.strike.map(|strike| params.success(strike));
        vec![
            Readout::number("t_star", 0.0, "years", "The best moment to strike, counted from now: {}.")
                .or(outcome.strike, "never"),
            Readout::percent("success_at_strike", 0.0, "probability", "Its chance of success by then: {}.")
                .or(success, NO_STRIKE),
            Readout::percent("free_at_strike", 0.0, "probability", "The chance that it gets that far: {}.")
                .or(outcome.strike.map(|strike| params.still_free(strike)), NO_STRIKE),
            Readout::percent("value", 0.0, "probability", "The chance that the whole plan works: {}.")
                .or(outcome.strike.map(|strike| params.value(strike)), NO_STRIKE),
            Readout::number("t_peak", 0.0, "years", "When its chance of success is highest: {}.")
                .or(outcome.peak, "never, as it only grows"),
            Readout::number("t_preempt", 0.0, "years", "When it would strike for fear of a rival: {}.").or(
                outcome.preempt,
                if params.rivals == 0 {
                    "never, as there is no rival"
                } else {
                    "never, as its chance is never good enough"
                },
            ),
            Readout::percent(
                "saturation",
                0.0,
                "share",
                "How much of its best chance ever it has when it strikes: {}.",
            )
            .or(success.map(|success| success / params.highest_success()), NO_STRIKE),
        ]
    }
}

/// What is said of a strike that never comes.
const NO_STRIKE: &str = "none, as it never strikes";

/// A time in words.
fn years(years: f64) -> String {
    with_unit(&human(years, 2), "years")
}

fn value(params: &TreacherousTurnParams, outcome: &Outcome) -> Plot {
    let horizon = f64::from(params.horizon);
    let x = Axis::new("years", "Years from now", 0.0, horizon);
    let success = Series::sampled("success", "would succeed", Role::First, &x, |t| params.success(t));
    let free = Series::sampled("still_free", "still free", Role::Second, &x, |t| params.still_free(t));
    let value = Series::sampled("value", "free and succeeds", Role::Clever, &x, |t| params.value(t));
    let mut marks = vec![Mark::Line(success), Mark::Line(free), Mark::Line(value)];
    let rules = [(outcome.strike, "best time"), (outcome.preempt, "before a rival")];
    for (time, label) in rules {
        if let Some(time) = time.filter(|time| *time <= horizon) {
            marks.push(Mark::Rule(Rule { at: RuleAt::X(time), label: label.to_owned() }));
        }
    }
    let mut caption = match outcome.strike {
        None => {
            "Nothing can stop it and its chance only grows, so by this account it waits for ever.".to_owned()
        }
        Some(strike) => format!(
            "The best time to strike is after {}: by then its chance of success is {}, and the chance that it is still free to act is {}.",
            years(strike),
            percent(params.success(strike)),
            percent(params.still_free(strike)),
        ),
    };
    if let Some(preempt) = outcome.preempt {
        if outcome.strike.is_none_or(|strike| preempt < strike) {
            let time = if preempt == 0.0 { "the present".to_owned() } else { years(preempt) };
            caption.push_str(&format!(" Fear of a rival’s first move would bring that forward to {time}."));
        } else {
            caption.push_str(" Fear of a rival’s first move would not bring that forward.");
        }
    }
    Plot {
        caption,
        panels: vec![Panel { x: None, y: Axis::percent("probability", "Probability", 0.0, 1.0), marks }],
        x,
    }
}

fn rivals(params: &TreacherousTurnParams, _: &Outcome) -> Plot {
    /// The most rivals shown.
    const MOST: u32 = 20;
    let x = Axis::new("rivals", "Other AIs", -0.5, f64::from(MOST) + 0.5);
    let times: Vec<_> =
        (0..=MOST).map(|rivals| (f64::from(rivals), params.best_time(f64::from(rivals)))).collect();
    let dots = |id, role, y: &dyn Fn(f64) -> f64| {
        let points = times.iter().map(|(rivals, time)| [*rivals, time.map_or(f64::NAN, y)]).collect();
        Mark::Dots(Series { id, label: "", role, points })
    };
    let latest = times.iter().filter_map(|(_, time)| *time).fold(0.0, f64::max);
    let mut panels = vec![
        Panel {
            x: None,
            y: Axis::new("strike_time", "Best time to strike, in years", 0.0, latest),
            marks: vec![dots("strike_time", Role::Clever, &|time| time)],
        },
        Panel {
            x: None,
            y: Axis::percent("success_at_strike", "Chance of success then", 0.0, 1.0),
            marks: vec![dots("success_at_strike", Role::Clever, &|time| params.success(time))],
        },
    ];
    if params.rivals <= MOST {
        for (panel, label) in panels.iter_mut().zip(["yours", ""]) {
            let at = RuleAt::X(f64::from(params.rivals));
            panel.marks.push(Mark::Rule(Rule { at, label: label.to_owned() }));
        }
    }
    let alone = times[0].1.map_or("wait for ever".to_owned(), |time| format!("strike after {}", years(time)));
    let caption = match times[MOST as usize].1.filter(|_| params.rival_share * params.rival_rate > 0.0) {
        None => {
            "With these settings no other AI ever strikes, so their number makes no difference.".to_owned()
        }
        Some(time) => format!(
            "Alone it would {alone}. With {MOST} others it strikes after {}, with a chance of success of {}.",
            years(time),
            percent(params.success(time)),
        ),
    };
    Plot { caption, x, panels }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Random;
    use crate::params::{Params, Values, from_query};
    use crate::simulator::AnySimulator;
    use crate::simulators::legal::preset;

    const SPECS: &[Spec] = TreacherousTurnParams::SPECS;

    /// Every corner of the ranges, then random settings.
    fn settings() -> impl Iterator<Item = Values> {
        let mut random = Random::new(1);
        let corners = 1_u64 << SPECS.len();
        (0..corners + 500).map(move |corner| {
            SPECS.iter().enumerate().fold(Values::defaults(SPECS), |values, (place, spec)| {
                let random = random.uniform();
                let fraction = if corner < corners { (corner >> place & 1) as f64 } else { random };
                values.with(spec.id, spec.at_fraction(fraction))
            })
        })
    }

    fn params(query: &str) -> TreacherousTurnParams {
        TreacherousTurnParams::from_values(&from_query(&Values::defaults(SPECS), query).0)
    }

    fn strike(query: &str) -> f64 {
        TreacherousTurn::simulate(&params(query)).strike.unwrap()
    }

    #[test]
    fn no_other_time_is_better() {
        for values in settings() {
            let params = TreacherousTurnParams::from_values(&values);
            let Some(strike) = TreacherousTurn::simulate(&params).strike else { continue };
            let best = params.value(strike);
            for step in 1..200 {
                let time = strike * f64::from(step) / 50.0;
                assert!(params.value(time) <= best * (1.0 + 1e-12), "{values:?} at {time}");
            }
        }
    }

    #[test]
    fn it_never_waits_past_the_peak_and_every_danger_hurries_it() {
        for values in settings() {
            let params = TreacherousTurnParams::from_values(&values);
            let outcome = TreacherousTurn::simulate(&params);
            assert!(TreacherousTurn.margin(0, &values) >= 0.0);
            for danger in ["decline", "detect_now", "detect_growth", "rivals", "rival_share", "rival_rate"] {
                let more = values.with(danger, SPECS.iter().find(|spec| spec.id == danger).unwrap().max());
                let sooner = TreacherousTurn::simulate(&TreacherousTurnParams::from_values(&more)).strike;
                if let Some(strike) = outcome.strike {
                    assert!(sooner.unwrap() <= strike * (1.0 + 1e-12), "{danger} at {values:?}");
                }
            }
        }
    }

    #[test]
    fn what_waits_for_ever_has_the_limits_of_what_waits_long() {
        let margins = |query: &str| {
            let values = from_query(&Values::defaults(SPECS), query).0;
            [1, 2, 3].map(|claim| TreacherousTurn.margin(claim, &values))
        };
        let never = margins("detect_now=0&detect_growth=0&rivals=0");
        let nearly = margins("detect_now=1e-12&detect_growth=0&rivals=0");
        assert!(TreacherousTurn::simulate(&params("detect_now=0&detect_growth=0&rivals=0")).strike.is_none());
        for ((never, nearly), known) in never.into_iter().zip(nearly).zip([0.1, -0.05, -0.05]) {
            assert!((never - known).abs() < 1e-12 && (never - nearly).abs() < 1e-9);
        }
        assert!((margins("detect_now=0&detect_growth=0")[1] - 0.95).abs() < 1e-12);
    }

    #[test]
    fn tiny_rates_keep_their_digits() {
        for rise in ["1e-300", "1e-12", "1e-3"] {
            let params = params(&format!("detect_now=0&rivals=0&detect_growth={rise}"));
            let time = params.best_time(0.0).unwrap();
            let (gain, cost) = (params.growth / expm1(params.growth * time), params.detect_growth * time);
            assert!((gain / cost - 1.0).abs() < 1e-10, "{rise}");
        }
    }

    #[test]
    fn preemption_is_where_the_chance_is_good_enough() {
        for values in settings() {
            let params = TreacherousTurnParams::from_values(&values);
            let enough = params.inheritance / (1.0 + params.inheritance);
            match params.preempt() {
                Some(time) => {
                    assert!((params.success(time) - enough).abs() < 1e-12);
                    assert!(params.peak().is_none_or(|peak| time <= peak));
                }
                None => assert!(params.rivals == 0 || params.highest_success() <= enough),
            }
        }
    }

    #[test]
    fn the_known_times_come_out() {
        for (hazard, time) in [("0.01", 7.8637), ("0.05", 4.7958), ("0.2", 2.5055), ("1", 0.8109)] {
            let query = format!("detect_now={hazard}&detect_growth=0&rivals=0");
            assert!((strike(&query) - time).abs() < 1e-4, "{hazard}");
            let params = params(&query);
            let success = params.success(strike(&query));
            assert!((success - 0.5 / (0.5 + params.detect_now)).abs() < 1e-12);
        }
        assert!((strike("rivals=0") - 3.827).abs() < 5e-4);
        for (rivals, time) in [(0, 6.52), (1, 4.19), (3, 2.74), (9, 1.45)] {
            let query = format!("detect_now=0.02&detect_growth=0&rivals={rivals}");
            assert!((strike(&query) - time).abs() < 5e-3, "{rivals}");
        }
    }

    #[test]
    fn captions_and_margins_are_finite_and_gaps_are_where_it_never_strikes() {
        for values in settings() {
            for claim in 0..TreacherousTurn::CLAIMS.len() {
                assert!(TreacherousTurn.margin(claim, &values).is_finite());
            }
            let run = TreacherousTurn.run(&values);
            assert!(run.readouts.iter().filter_map(|readout| readout.value).all(f64::is_finite));
            for figure in run.figures() {
                assert!(!figure.caption.contains('–') && !figure.caption.contains('∞'), "{}", figure.caption);
                for series in figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(Mark::series) {
                    let gaps = series.points.iter().filter(|point| !point[1].is_finite()).count();
                    assert!(gaps == 0 || figure.id == "rivals", "{}", series.id);
                }
            }
        }
    }

    #[test]
    fn presets_show_what_they_say() {
        let success = |id| {
            let params = preset::<TreacherousTurn>(id);
            let strike = TreacherousTurn::simulate(&params).strike.unwrap();
            (strike, params.success(strike))
        };
        let (thread, _) = success("the-thread");
        assert!((1.0..4.0).contains(&thread));
        assert!(success("alone-unwatched").1 > 0.95);
        assert!(success("arms-race").0 < thread && success("arms-race").1 < 0.2);
        assert!(success("interpretability-boom").0 < thread);
        assert!(params("detect_growth=0.2").detect_growth == 10.0 * params("").detect_growth);
        // Even with nothing else to fear, what is defended against must not wait for ever.
        let defended = preset::<TreacherousTurn>("defended");
        let safe = TreacherousTurnParams { detect_now: 0.0, detect_growth: 0.0, rivals: 0, ..defended };
        assert_eq!(TreacherousTurn::simulate(&safe).strike, safe.peak());
    }

    #[test]
    fn the_caption_says_whether_fear_of_a_rival_hurries_it() {
        for values in settings() {
            let params = TreacherousTurnParams::from_values(&values);
            let Outcome { strike, preempt, .. } = TreacherousTurn::simulate(&params);
            let run = TreacherousTurn.run(&values);
            let caption = &run.figure(0).caption;
            let hurries = preempt.is_some_and(|preempt| strike.is_none_or(|strike| preempt < strike));
            assert_eq!(caption.contains("would bring that forward"), hurries, "{caption}");
            assert_eq!(caption.contains("waits for ever"), strike.is_none(), "{caption}");
            assert!(!caption.contains(" 0\u{a0}years"), "{caption}");
        }
    }
}
