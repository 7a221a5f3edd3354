//! Figures of every kind, for the tests of the charts and for a look at them.

use what_survives::chart::{Arrow, Axis, Figure, Grid, Mark, Node, Panel, Role, Rule, RuleAt, Series};
use what_survives::math::{self, Random};
use what_survives::number::Format;

/// One figure of every kind.
pub fn all() -> Vec<Figure> {
    vec![
        two_lines(),
        five_lines(),
        band(),
        population(),
        stack(),
        bars(),
        stacked_bars(),
        panels(),
        map(),
        choices(),
        prompts(),
        diagram(),
    ]
}

fn figure(id: &'static str, title: &'static str, x: Axis, panels: Vec<Panel>) -> Figure {
    Figure { id, title, caption: String::new(), x, panels }
}

fn panel(y: Axis, marks: Vec<Mark>) -> Panel {
    Panel { x: None, y, marks }
}

fn suspicion(q: f64, n: f64) -> f64 {
    1.0 - 1.0 / (1.0 + math::exp(n * math::ln_1p(-q)))
}

/// The headline figure.
pub fn two_lines() -> Figure {
    let x = Axis::new("opportunities", "opportunities it let pass", 0.0, 1000.0);
    let known =
        Series::sampled("known", "if it turns 1 time in 100", Role::Careless, &x, |n| suspicion(0.01, n));
    let unknown = Series::sampled("unknown", "if you do not know how patient it is", Role::Clever, &x, |n| {
        1.0 / (2.0 + 0.16 * math::ln_1p(n))
    });
    let y = Axis::percent("suspicion", "suspicion", 0.0, 0.5);
    figure(
        "suspicion",
        "How suspicious you should be",
        x,
        vec![panel(y, vec![Mark::Line(known), Mark::Line(unknown)])],
    )
}

fn five_lines() -> Figure {
    let x = Axis::new("time", "training time", 0.0, 3.0);
    let line = |id, label, role, rate: f64| {
        Mark::Line(Series::sampled(id, label, role, &x, move |t| 0.2 + 0.75 * (1.0 - math::exp(-rate * t))))
    };
    let marks = vec![
        line("none", "no prompt", Role::First, 1.4),
        line("arbitrary", "arbitrary prefix", Role::Second, 1.25),
        line("general", "play the training game", Role::Careless, 0.9),
        line("specific", "a specific prompt", Role::Luigi, 0.25),
        line("yours", "yours", Role::Yours, 0.05),
    ];
    figure(
        "training",
        "Training with a prompt",
        x.clone(),
        vec![panel(Axis::percent("trait", "trait under a neutral prompt", 0.0, 1.0), marks)],
    )
}

fn band() -> Figure {
    let x = Axis::log("opportunities", "quiet opportunities", 1.0, 1e7);
    let curve = |id, label, factor: f64| {
        Series::sampled(id, label, Role::Clever, &x, move |n| factor * 3.0 * math::pow(n, 0.8))
    };
    let marks = vec![
        Mark::Band { low: curve("low", "10 %", 0.1), high: curve("high", "90 %", 9.0) },
        Mark::Line(curve("median", "median", 1.0)),
        Mark::Rule(Rule { at: RuleAt::X(1e6), label: "longest plausible".to_owned() }),
        Mark::Rule(Rule { at: RuleAt::X(1000.0), label: "you are here".to_owned() }),
    ];
    let y = Axis::log("half_life", "half-life, in opportunities", 1.0, 1e7);
    figure("patience", "How patient it would have to be", x, vec![panel(y, marks)])
}

fn population() -> Figure {
    let mut groups = [Vec::new(), Vec::new(), Vec::new()];
    for at in 0..400_u32 {
        let kind = if at < 200 {
            0
        } else if at % 7 < 3 {
            2
        } else {
            1
        };
        groups[kind].push([f64::from(at % 40), f64::from(9 - at / 40)]);
    }
    let [luigi, hiding, turned] = groups;
    let dots = |id, label, role, points| Mark::Dots(Series { id, label, role, points });
    let marks = vec![
        dots("luigi", "true Luigi", Role::Luigi, luigi),
        dots("hiding", "Waluigi, still hiding", Role::Clever, hiding),
        dots("turned", "Waluigi that has turned", Role::Careless, turned),
    ];
    let y = Axis::hidden("row", -0.5, 9.5);
    figure("population", "Four hundred characters", Axis::hidden("column", -0.5, 39.5), vec![panel(y, marks)])
}

fn stack() -> Figure {
    let x = Axis::new("step", "training steps", 0.0, 300.0);
    let rates = [
        ("intended", "intended", Role::Luigi, -2.0, 0.0),
        ("reward_seeker", "reward seeker", Role::Careless, -3.0, 2.2),
        ("influence_seeker", "influence seeker", Role::Yours, -3.5, 1.8),
        ("schemer", "schemer", Role::Clever, -5.0, 3.4),
        ("kludge", "kludge", Role::First, -1.5, -1.0),
        ("ideal_kludge", "ideal kludge", Role::Third, -6.0, 1.5),
    ];
    let weight = |prior: f64, rate: f64, t: f64| math::exp(prior + rate * t / 100.0);
    let layers = rates
        .iter()
        .map(|&(id, label, role, prior, rate)| {
            Series::sampled(id, label, role, &x, |t| {
                weight(prior, rate, t) / rates.iter().map(|other| weight(other.3, other.4, t)).sum::<f64>()
            })
        })
        .collect();
    let y = Axis::percent("share", "share of influence", 0.0, 1.0);
    let rule = Mark::Rule(Rule { at: RuleAt::X(200.0), label: "training ends".to_owned() });
    figure("influence", "Who has influence", x.clone(), vec![panel(y, vec![Mark::Stack(layers), rule])])
}

const PATTERNS: [&str; 6] =
    ["intended", "reward seeker", "influence seeker", "schemer", "kludge", "ideal kludge"];

fn bars() -> Figure {
    let series = |id, label, role, values: [f64; 6]| Series {
        id,
        label,
        role,
        points: (0..6).map(|at| [at as f64, values[at]]).collect(),
    };
    let marks = vec![Mark::Bars(vec![
        series("before", "before the inspection", Role::Second, [0.35, 0.25, 0.12, 0.03, 0.2, 0.05]),
        series("after", "after", Role::Yours, [0.45, 0.05, 0.04, 0.09, 0.3, 0.07]),
    ])];
    let deeds = Series {
        id: "behaviour",
        label: "",
        role: Role::Clever,
        points: vec![[0.0, 0.31], [1.0, 0.12], [2.0, 0.04]],
    };
    const DEEDS: [&str; 3] = ["hacks unwatched", "undermines oversight", "would take over"];
    let panels = vec![
        panel(Axis::percent("share", "share of influence", 0.0, 0.5), marks),
        Panel {
            x: Some(Axis::categories("deed", "", &DEEDS)),
            y: Axis::percent("behaviour", "in deployment", 0.0, 0.5),
            marks: vec![Mark::Bars(vec![deeds])],
        },
    ];
    figure("deployment", "What an inspection does", Axis::categories("pattern", "", &PATTERNS), panels)
}

fn stacked_bars() -> Figure {
    const PROMPTS: [&str; 5] = ["none", "arbitrary", "general", "specific", "yours"];
    let series = |id, label, role, values: [f64; 5]| Series {
        id,
        label,
        role,
        points: (0..5).map(|at| [at as f64, values[at]]).collect(),
    };
    let marks = vec![
        Mark::StackedBars(vec![
            series("permission", "through permission", Role::First, [0.1, 0.12, 0.05, 0.02, 0.08]),
            series("persona", "through the persona", Role::Careless, [0.5, 0.4, 0.3, 0.05, 0.2]),
        ]),
        Mark::Rule(Rule { at: RuleAt::Y(0.25), label: "as bad as the data".to_owned() }),
    ];
    let y = Axis::percent("broad", "broad misalignment", 0.0, 0.7);
    figure(
        "broad",
        "How far it spreads",
        Axis::categories("prompt", "prompt in training", &PROMPTS),
        vec![panel(y, marks)],
    )
}

fn panels() -> Figure {
    let x = Axis::log("scrutiny", "scrutiny", 0.1, 50.0);
    let best = Series::sampled("manipulation", "manipulation", Role::Careless, &x, |k| 0.9 / (1.0 + 0.4 * k));
    let honest = Series::sampled("honest", "honest", Role::Luigi, &x, |_| 0.2);
    let takeover = Series::sampled("takeover", "takeover", Role::Clever, &x, |_| 0.23);
    let intensity = Series::sampled("intensity", "", Role::Careless, &x, |k| 1.0 / (1.0 + k));
    figure(
        "scrutiny",
        "What scrutiny does",
        x,
        vec![
            panel(
                Axis::new("value", "value to it", 0.0, 1.0),
                vec![Mark::Line(honest), Mark::Line(takeover), Mark::Line(best)],
            ),
            panel(
                Axis::new("intensity", "how strongly it manipulates", 0.0, 1.0),
                vec![Mark::Line(intensity)],
            ),
        ],
    )
}

/// A map, with the reader's own place.
pub fn map() -> Figure {
    let x = Axis::percent("tested", "share of opportunities that are tests", 0.0, 1.0);
    let y = Axis::new("caution", "caution", -1.0, 5.0);
    let (columns, rows) = (40, 40);
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (x.value_at(column as f64 / 39.0), y.value_at(row as f64 / 39.0));
            cells.push([x, y, 1.0 / (1.0 + math::exp(4.0 - 1.6 * y + 3.0 * x))]);
        }
    }
    let grid = Grid {
        id: "clever_share",
        label: "share of the clever kind",
        columns,
        rows,
        cells,
        range: (0.0, 1.0),
        format: Format::Percent,
        role: Role::Clever,
    };
    let yours = Series { id: "yours", label: "you are here", role: Role::Yours, points: vec![[0.3, 2.0]] };
    figure(
        "map",
        "Where the clever kind survives",
        x,
        vec![panel(y, vec![Mark::Grid(grid), Mark::Dots(yours)])],
    )
}

fn choices() -> Figure {
    let x = Axis::log("scrutiny", "scrutiny", 0.1, 50.0);
    let y = Axis::new("odds", "odds of takeover", 0.0, 1.0);
    let choice = |x: f64, y: f64| if y > 0.6 { 2.0 } else { f64::from(u8::from(x * (1.0 - y) < 3.0)) };
    let grid = Grid {
        range: (0.0, 2.0),
        format: Format::Words(&["honest work", "manipulation", "takeover"]),
        ..Grid::sampled("choice", "what it chooses", Role::Careless, [&x, &y], choice)
    };
    figure("choice", "What it chooses", x, vec![panel(y, vec![Mark::Grid(grid)])])
}

fn prompts() -> Figure {
    let x = Axis::new("elicited", "how strongly the prompt elicits the trait", 0.0, 1.0);
    let line = Series::sampled("trait", "after training", Role::Yours, &x, |e| 0.9 - 0.8 * e * e);
    let dots = Series {
        id: "prompts",
        label: "the five prompts",
        role: Role::Measured,
        points: [0.05, 0.12, 0.4, 0.62, 0.85].map(|e| [e, 0.9 - 0.8 * e * e]).to_vec(),
    };
    let marks = vec![
        Mark::Line(line),
        Mark::Dots(dots),
        Mark::Rule(Rule { at: RuleAt::X(0.93), label: "as bad as the data".to_owned() }),
        Mark::Rule(Rule { at: RuleAt::Y(0.3), label: "at the start".to_owned() }),
    ];
    figure(
        "elicitation",
        "What each prompt does",
        x,
        vec![panel(Axis::percent("after", "trait under a neutral prompt, after training", 0.0, 1.0), marks)],
    )
}

fn diagram() -> Figure {
    let node = |id, label, x, y, role| Mark::Node(Node { id, label, at: [x, y], role });
    let arrow = |from, to, label, role| Mark::Arrow(Arrow { from, to, label, role });
    let marks = vec![
        node("reading", "reading internals", 11.0, 4.0, Role::Third),
        node("tests", "honest tests, monitors", 88.0, 4.0, Role::Third),
        node("pattern", "the pattern", 11.0, 3.0, Role::First),
        node("A", "its actions", 46.0, 3.0, Role::First),
        node("N", "developers notice", 88.0, 3.0, Role::Third),
        node("Intent", "what was meant", 11.0, 2.0, Role::Third),
        node("T_ok", "correct tests pass", 31.0, 2.0, Role::First),
        node("T_err", "wrong tests pass", 51.0, 2.0, Role::First),
        node("M", "reward model score", 71.0, 2.0, Role::First),
        node("R", "reward", 46.0, 1.0, Role::Careless),
        node("I", "influence in deployment", 88.0, 1.0, Role::First),
        node("P", "long-run power", 60.0, 0.0, Role::Third),
        node("Z", "long-run goals", 24.0, 0.0, Role::Third),
        arrow("reading", "pattern", "−", Role::Third),
        arrow("tests", "N", "+", Role::Third),
        arrow("pattern", "A", "", Role::Careless),
        arrow("A", "Intent", "", Role::Third),
        arrow("A", "T_ok", "", Role::Careless),
        arrow("A", "T_err", "", Role::Careless),
        arrow("A", "M", "", Role::Careless),
        arrow("A", "N", "", Role::Third),
        arrow("T_ok", "R", "+", Role::Careless),
        arrow("T_err", "R", "+", Role::Careless),
        arrow("M", "R", "+", Role::Careless),
        arrow("R", "I", "+", Role::Careless),
        arrow("N", "I", "−", Role::Third),
        arrow("I", "P", "", Role::Third),
        arrow("P", "Z", "", Role::Third),
    ];
    let y = Axis::hidden("y", -0.5, 4.5);
    figure("graph", "What causes what", Axis::hidden("x", 0.0, 100.0), vec![panel(y, marks)])
}

/// A figure of some kind, with values of every sort, even impossible ones.
pub fn random(seed: u64) -> Figure {
    let mut random = Random::new(seed);
    let x = random_axis(&mut random, "quiet opportunities");
    let mut panels = Vec::new();
    for _ in 0..=pick(&mut random, 2) {
        let y = random_axis(&mut random, "suspicion, after all that was seen");
        let marks = (0..=pick(&mut random, 4)).map(|_| random_mark(&mut random, &x, &y)).collect();
        panels.push(panel(y, marks));
    }
    figure("random", "Anything", x, panels)
}

fn pick(random: &mut Random, below: usize) -> usize {
    (random.uniform() * below as f64) as usize
}

fn random_axis(random: &mut Random, label: &'static str) -> Axis {
    const ENDS: [f64; 9] = [0.0, 1.0, -3.0, 0.001, 5e-7, 12.5, 1000.0, 3.4e6, 2e8];
    let (from, to) = (ENDS[pick(random, 9)], ENDS[pick(random, 9)]);
    match pick(random, 4) {
        0 => Axis::log("a", label, from.abs().max(1e-7), to.abs().max(from.abs()) * 7.0 + 1e-6),
        1 => Axis::percent("a", label, 0.0, [1.0, 0.1, 0.003][pick(random, 3)]),
        _ => Axis::new("a", label, from, to),
    }
}

fn random_mark(random: &mut Random, x: &Axis, y: &Axis) -> Mark {
    let kind = pick(random, 8);
    let mut series = || random_series(random, x, y);
    match kind {
        0 => Mark::Band { low: series(), high: series() },
        1 => Mark::Stack(vec![series(), series(), series()]),
        2 => Mark::Dots(series()),
        3 | 4 => {
            let at = pick(random, 11) as f64 / 10.0;
            let at = if kind == 3 { RuleAt::X(x.value_at(at)) } else { RuleAt::Y(y.value_at(at)) };
            Mark::Rule(Rule { at, label: random_name(random).to_owned() })
        }
        _ => Mark::Line(series()),
    }
}

fn random_series(random: &mut Random, x: &Axis, y: &Axis) -> Series {
    const ROLES: [Role; 6] =
        [Role::Luigi, Role::Careless, Role::Clever, Role::Yours, Role::First, Role::Measured];
    let mut points = Vec::new();
    for index in 0..20 {
        let value = match pick(random, 12) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => y.value_at(1.0) * 3.0,
            _ => y.value_at(random.uniform()),
        };
        points.push([x.value_at(f64::from(index) / 19.0), value]);
    }
    Series { id: "s", label: random_name(random), role: ROLES[pick(random, 6)], points }
}

fn random_name(random: &mut Random) -> &'static str {
    const NAMES: [&str; 8] = [
        "",
        "yours",
        "no gating",
        "if you do not know how patient it is",
        "caught per test",
        "influence through deployment",
        "as bad as the data",
        "what is measured from outside",
    ];
    NAMES[pick(random, 8)]
}
