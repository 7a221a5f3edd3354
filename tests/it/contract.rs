//! What every simulator promises, whatever it models: a new one is tested by
//! being in the list.

use std::collections::HashSet;

use what_survives::chart::{Axis, AxisScale, Figure, Mark};
use what_survives::export::{Given, json};
use what_survives::math::Random;
use what_survives::params::{Plausible, Scale, Values, from_query, to_query};
use what_survives::simulator::{AnySimulator, FigureInfo};
use what_survives::simulators::{ALL, find};

/// Corners and points that are tried at random, and links of random bytes.
const CORNERS: usize = 100;
const POINTS: usize = 200;
const LINKS: usize = 2000;

#[test]
fn ids_are_unique_and_well_formed() {
    let mut simulators = Ids::default();
    for simulator in ALL {
        let info = simulator.info();
        simulators.add(info.id, '-');
        assert_eq!(find(info.id).map(|found| found.info().id), Some(info.id));
        // Readers and tests find parameters and readouts by the same braces.
        let mut numbers = Ids::default();
        let run = simulator.run(&Values::defaults(simulator.specs()));
        for spec in simulator.specs() {
            numbers.add(spec.id, '_');
            if let Scale::Choice(choices) = spec.scale {
                let mut ids = Ids::default();
                choices.iter().for_each(|choice| ids.add(choice.id, '-'));
            }
        }
        run.readouts.iter().for_each(|readout| numbers.add(readout.id, '_'));
        let (mut presets, mut claims, mut figures) = (Ids::default(), Ids::default(), Ids::default());
        simulator.presets().iter().for_each(|preset| presets.add(preset.id, '-'));
        simulator.claims().iter().for_each(|claim| claims.add(claim.id, '-'));
        for figure in run.figures() {
            figures.add(figure.id, '-');
            let mut data = Ids::default();
            // Series have been published with either.
            let joint = |id: &str| if id.contains('-') { '-' } else { '_' };
            ids(figure).into_iter().for_each(|id| data.add(id, joint(id)));
        }
    }
}

/// Ids of one kind, which must differ.
#[derive(Default)]
struct Ids(HashSet<&'static str>);

impl Ids {
    fn add(&mut self, id: &'static str, joint: char) {
        let is_word = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        assert!(id.split(joint).all(is_word), "“{id}” is no id of words joined by {joint}");
        assert!(self.0.insert(id), "“{id}” is there twice");
    }
}

fn ids(figure: &Figure) -> Vec<&'static str> {
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    marks
        .flat_map(|mark| match mark {
            Mark::Grid(grid) => vec![grid.id],
            // Nodes have the letters of the published graph.
            Mark::Node(_) => Vec::new(),
            _ => mark.series().iter().map(|series| series.id).collect(),
        })
        .collect()
}

#[test]
fn everything_has_a_name_and_an_explanation() {
    for simulator in ALL {
        let info = simulator.info();
        let is_sentence = |text: &str| text.ends_with('.') && !text.contains("  ");
        assert!(info.question.ends_with('?') && is_sentence(info.answer) && !info.name.is_empty());
        for spec in simulator.specs() {
            let id = spec.id;
            assert!(!spec.label.is_empty() && !spec.label.ends_with('.'), "the label of {id}");
            assert!(is_sentence(spec.help), "the help of {id}: {}", spec.help);
            assert_eq!(spec.legal(spec.default), spec.default, "the default of {id}");
        }
        for preset in simulator.presets() {
            assert!(!preset.name.is_empty() && is_sentence(preset.about), "{}", preset.id);
        }
        for claim in simulator.claims() {
            for statement in claim.statement.split(", ") {
                let source = statement.strip_prefix("source ");
                let is_known = ["T", ""].contains(&statement)
                    || source.is_some_and(|number| number.parse::<u8>().is_ok_and(|number| number <= 48))
                    || matches!(statement.as_bytes(), [b'S', b'0'..=b'2', b'.', b'a'..=b'o']);
                assert!(is_known, "{} comes from {statement}", claim.id);
            }
            assert!(is_sentence(claim.text), "{}", claim.text);
            let words = claim.name.split_whitespace().count();
            assert!((2..=6).contains(&words), "the name of {} has {words} words", claim.id);
            assert_eq!(claim.threshold.is_empty(), !claim.theorem.is_empty(), "{}", claim.id);
            let is_phrase = |text: &str| !text.ends_with('.');
            assert!(is_phrase(claim.threshold) && is_phrase(claim.fails_because), "{}", claim.id);
        }
        for readout in simulator.readouts(&Values::defaults(simulator.specs())) {
            assert_eq!(readout.sentence.matches("{}").count(), 1, "{}", readout.sentence);
            assert!(is_sentence(readout.sentence), "{}", readout.sentence);
        }
    }
}

#[test]
fn the_headline_and_its_control_exist() {
    for simulator in ALL {
        let (info, defaults) = (simulator.info(), Values::defaults(simulator.specs()));
        assert!(simulator.readouts(&defaults).iter().any(|readout| readout.id == info.headline));
        assert!(defaults.get(info.control).is_some());
    }
}

/// Readers see at most this many controls before they ask for more.
const MOST_OPEN: usize = 6;

#[test]
fn at_most_six_controls_stand_open() {
    for simulator in ALL {
        let info = simulator.info();
        let open = simulator.specs().iter().filter(|spec| spec.group.is_empty() || spec.id == info.control);
        let open = open.count();
        assert!((1..=MOST_OPEN).contains(&open), "{} has {open} open controls", info.id);
    }
}

#[test]
fn plausible_ranges_lie_within_the_sliders() {
    for spec in ALL.iter().flat_map(|simulator| simulator.specs()) {
        match spec.plausible {
            Plausible::Between(low, high) => {
                assert!(spec.min() <= low && low < high && high <= spec.max(), "{}", spec.id);
                assert!(!spec.shows && spec.has_slider(), "{}", spec.id);
            }
            Plausible::Any => assert!(matches!(spec.scale, Scale::Flag | Scale::Choice(_)), "{}", spec.id),
            Plausible::Default => {
                assert!(spec.shows || !spec.has_slider(), "nobody knows what {} could be", spec.id)
            }
        }
    }
}

#[test]
fn presets_are_legal_and_differ() {
    for simulator in ALL {
        let defaults = Values::defaults(simulator.specs());
        let mut states = Vec::new();
        for preset in simulator.presets() {
            let (values, notices) = from_query(&defaults, &preset.query());
            assert_eq!(notices, [], "{}", preset.id);
            assert!(!states.contains(&values), "{} is there twice", preset.id);
            states.push(values);
        }
    }
}

/// Whoever wants one figure gets it without the others, and it is the same.
#[test]
fn every_row_of_the_table_of_figures_gives_its_figure() {
    for simulator in ALL.iter().copied() {
        let table = simulator.figures();
        assert!(!table.is_empty(), "{}", simulator.info().id);
        for values in states(simulator).into_iter().step_by(10) {
            let run = simulator.run(&values);
            let all: Vec<&Figure> = run.figures().collect();
            assert_eq!(all.len(), table.len());
            for (place, FigureInfo { id, title }) in table.iter().enumerate() {
                assert_eq!((all[place].id, all[place].title), (*id, *title));
                // `Debug` and not `==`: a gap is NaN, which is no equal of itself.
                let alone = simulator.run(&values);
                assert_eq!(format!("{:?}", alone.figure(place)), format!("{:?}", all[place]));
            }
        }
    }
}

#[test]
fn every_legal_state_has_a_finite_outcome() {
    for simulator in ALL.iter().copied() {
        for values in states(simulator) {
            let name = format!(
                "{}?{}",
                simulator.info().id,
                to_query(&Values::defaults(simulator.specs()), &values)
            );
            let run = simulator.run(&values);
            let ids: Vec<&str> = run.readouts.iter().map(|readout| readout.id).collect();
            let usual = simulator.readouts(&Values::defaults(simulator.specs()));
            assert_eq!(ids, usual.iter().map(|readout| readout.id).collect::<Vec<_>>(), "{name}");
            for readout in &run.readouts {
                assert!(readout.value.is_none_or(f64::is_finite), "{name}: {}", readout.id);
                check_words(&readout.sentence.replace("{}", &readout.text()), &name);
            }
            for (place, claim) in simulator.claims().iter().enumerate() {
                let margin = simulator.margin(place, &values);
                assert!(margin.is_finite(), "{name}: the margin of {} is {margin}", claim.id);
                let is_true = claim.theorem.is_empty() || claim.holds(margin);
                assert!(is_true, "{name}: the theorem {} fails by {margin}", claim.id);
            }
            for figure in run.figures() {
                check_figure(figure, &format!("{name}: {}", figure.id));
            }
        }
    }
}

#[test]
fn a_lesson_reads_true_wherever_it_is_shown_with_the_numbers_of_the_reader() {
    for simulator in ALL.iter().copied() {
        let id = simulator.info().id;
        let text = simulator.lesson();
        assert!(text.ends_with('.') && text.contains('{'), "{id}: {text}");
        // Elsewhere the page shows it with the numbers that it opens with.
        assert!(simulator.run(&Values::defaults(simulator.specs())).lesson_is_true, "{id}");
        let mut seen = 0;
        for values in states(simulator) {
            let run = simulator.run(&values);
            if !run.lesson_is_true {
                continue;
            }
            seen += 1;
            let mut said = String::new();
            for (at, part) in text.split('{').enumerate() {
                let (slot, rest) = if at == 0 { ("", part) } else { part.split_once('}').unwrap() };
                let readout = run.readouts.iter().find(|readout| readout.id == slot);
                let words = readout.map_or_else(
                    || values.words(slot),
                    |readout| {
                        // What does not exist has no number to teach.
                        assert!(readout.value.is_some(), "{id}: {slot} does not exist");
                        Some(readout.text())
                    },
                );
                assert!(slot.is_empty() || words.is_some(), "{id}: there is no {slot}");
                said.extend([words.as_deref().unwrap_or_default(), rest]);
            }
            check_words(&said, id);
        }
        assert!(seen > 1, "{id} says its lesson once");
    }
}

#[test]
fn every_word_that_a_text_explains_is_in_the_glossary() {
    let read =
        |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let glossary = read("src/site/about.md");
    for simulator in ALL {
        let id = simulator.info().id;
        let text = read(&format!("src/simulators/{id}.md"));
        let words: Vec<&str> =
            text.split("](word:").skip(1).map(|part| part.split_once(')').unwrap().0).collect();
        for (at, word) in words.iter().enumerate() {
            assert!(
                glossary.contains(&format!("<dt id=\"{word}\">")),
                "{id}: there is no “{word}” in the glossary"
            );
            assert!(!words[..at].contains(word), "{id} explains “{word}” twice");
        }
    }
}

pub fn check_figure(figure: &Figure, name: &str) {
    check_axis(&figure.x, name);
    assert!(!figure.panels.is_empty() && !figure.title.is_empty(), "{name}");
    check_words(&figure.caption, name);
    for panel in &figure.panels {
        check_axis(&panel.y, name);
        for mark in &panel.marks {
            let series = mark.series().into_iter().map(|series| (series.id, &series.points));
            for (id, points) in series {
                // A y that does not exist is NaN: a gap, never an infinity.
                let is_point = |point: &[f64; 2]| point[0].is_finite() && !point[1].is_infinite();
                assert!(points.iter().all(is_point), "{name}/{id}: {points:?}");
            }
            if let Mark::Grid(grid) = mark {
                assert_eq!(grid.cells.len(), grid.columns * grid.rows, "{name}");
                assert!(grid.cells.iter().all(|cell| cell[0].is_finite() && cell[1].is_finite()), "{name}");
                assert!(grid.cells.iter().all(|cell| !cell[2].is_infinite()), "{name}");
                assert!(grid.range.0 < grid.range.1, "{name}");
            }
        }
    }
}

/// Checks sentences that numbers were put into: whatever the numbers are, they
/// must still be words that a person would say.
fn check_words(text: &str, name: &str) {
    let is_prose = text.ends_with('.') && !text.contains("  ") && !text.contains("..");
    let starts_well = text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    assert!(is_prose && starts_well, "{name}: {text}");
    for wrong in ["NaN", "inf ", "inf.", "∞", "–", "{", "−0 ", "than over", "than under", "−under", "-under"]
    {
        assert!(!text.contains(wrong), "{name}: {text}");
    }
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ';', ':', ')'])).collect();
    for pair in words.windows(2) {
        let is_plural =
            pair[1].ends_with('s') && !pair[1].ends_with("ss") && !["is", "was"].contains(&pair[1]);
        assert!(pair[0] != "1" || !is_plural, "one is called many in {name}: {text}");
    }
    // “From 3 % to 3 %” is no change.
    for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == "from") {
        let Some(to) = words[at..].iter().position(|word| *word == "to").map(|place| at + place) else {
            continue;
        };
        let (before, after) = (&words[at + 1..to], words[to + 1..].iter().take(to - at - 1));
        let is_number = before.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        assert!(!is_number || !before.iter().eq(after), "nothing changes in {name}: {text}");
    }
}

#[test]
fn words_that_numbers_spoil_are_noticed() {
    for text in [
        "After 1 steps.",
        "It is worth 1\u{a0}nats.",
        "It falls from 3\u{a0}% to 3\u{a0}%.",
        "Only if more than over 99\u{a0}% do.",
        "over 99\u{a0}% do.",
        "It is −0 utility.",
    ] {
        assert!(std::panic::catch_unwind(|| check_words(text, "")).is_err(), "{text}");
    }
    check_words("After 1 step 1 is left, from 3\u{a0}% to 4\u{a0}%, and 1 million steps.", "");
}

fn check_axis(axis: &Axis, name: &str) {
    let (from, to) = axis.range;
    assert!(from < to && from.is_finite() && to.is_finite(), "{name}: {} goes from {from} to {to}", axis.id);
    assert!(axis.scale != AxisScale::Log || from > 0.0, "{name}: {} is logarithmic from {from}", axis.id);
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    for simulator in ALL.iter().copied() {
        for values in states(simulator).into_iter().step_by(10) {
            let export = || json(&Given::sure(simulator, values.clone()), "");
            assert_eq!(export(), export());
        }
    }
}

#[test]
fn a_link_gives_back_the_state_it_was_made_from() {
    for simulator in ALL.iter().copied() {
        for preset in simulator.presets() {
            let base = simulator.preset_values(preset);
            for values in states(simulator) {
                let link = to_query(&base, &values);
                assert_eq!(from_query(&base, &link), (values, Vec::new()), "{link}");
            }
        }
    }
}

#[test]
fn hostile_links_give_legal_values() {
    for simulator in ALL.iter().copied() {
        let defaults = Values::defaults(simulator.specs());
        for link in hostile_links(simulator) {
            let (values, notices) = from_query(&defaults, &link);
            for (spec, value) in values.iter() {
                assert_eq!(spec.legal(value), value, "{link}: {}", spec.id);
            }
            for notice in &notices {
                assert!(notice.message.ends_with('.') && notice.message.len() < 400, "{}", notice.message);
            }
            assert!(notices.len() <= 7, "{link}: {} notices", notices.len());
        }
    }
}

#[test]
fn a_field_reads_back_what_it_shows() {
    for spec in ALL.iter().flat_map(|simulator| simulator.specs()).filter(|spec| spec.has_slider()) {
        let slider = spec.slider();
        for step in 0..=400 {
            let value = spec.from_slider(slider.min + (slider.max - slider.min) * f64::from(step) / 400.0);
            let text = spec.field(value);
            let read = spec.read(&text).map_or(f64::NAN, |entry| spec.legal(entry.value));
            // A field shows twelve digits.
            assert!((read - value).abs() <= 1e-11 * value.abs(), "{} shows {value} as {text}", spec.id);
            assert_eq!(spec.read(&text).and_then(|entry| spec.understood(entry)), None, "{text}");
        }
    }
}

#[test]
fn what_is_not_taken_is_said() {
    for simulator in ALL {
        let defaults = Values::defaults(simulator.specs());
        for spec in simulator.specs().iter() {
            for text in ["NaN", "inf", "", "abc", "1e", "0x10", "1,5", "%00", "on&on", "½", "--1", "1e1e1"] {
                let (values, notices) = from_query(&defaults, &format!("{}={text}", spec.id));
                let is_taken = values != defaults || text == "on&on";
                assert!(is_taken || !notices.is_empty(), "{}={text}", spec.id);
            }
            if !matches!(spec.scale, Scale::Flag | Scale::Choice(_)) {
                for (text, end) in [("1e999", spec.max()), ("-1e999", spec.min())] {
                    let (values, notices) = from_query(&defaults, &format!("{}={text}", spec.id));
                    assert_eq!((values.get(spec.id), notices.len()), (Some(end), 1), "{}={text}", spec.id);
                }
            }
        }
    }
}

/// How many words each text may have; the others have 400 to 900.
const LONG_TEXTS: [(&str, std::ops::RangeInclusive<usize>); 6] = [
    ("waluigi-decay", 500..=850),
    ("clever-waluigi", 500..=900),
    ("treacherous-turn", 500..=900),
    ("alignment-pretraining", 500..=950),
    ("behavioral-selection", 600..=1150),
    ("inoculation", 600..=1000),
];

const HEADINGS: [&str; 7] = [
    "What is it?",
    "How it works",
    "Things to notice",
    "Things to try",
    "What would tell",
    "What is contested",
    "Sources",
];

/// Where one simulator's result is another's parameter.
const CARRIED: [(&str, &str); 4] = [
    ("waluigi-decay", "(to:clever-waluigi?reveal=reveal&horizon=horizon)"),
    ("treacherous-turn", "(to:waluigi-decay?patience_max=t_star*1000)"),
    ("clever-waluigi", "(to:waluigi-decay?horizon=horizon*(1-tested))"),
    ("inoculation", "(to:behavioral-selection?permission=1)"),
];

#[test]
fn every_text_has_its_headings_its_length_and_what_makes_it_live() {
    for simulator in ALL {
        let id = simulator.info().id;
        let path = format!("{}/src/simulators/{id}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{id}");
        // An equation counts as a word, and an address as none.
        let even = text.replace("$$", "$");
        let parts: Vec<&str> = even.split('$').collect();
        let (words, equations) = (parts.iter().step_by(2).copied().collect::<String>(), parts.len() / 2);
        let mut pieces = words.split("](");
        let mut said = pieces.next().unwrap().to_owned();
        for piece in pieces {
            said.push_str(piece.split_once(')').unwrap().1);
        }
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        let number = said.split_whitespace().filter(is_word).count() + equations;
        let long = LONG_TEXTS.iter().find(|(long, _)| *long == id);
        let bounds = long.map_or(400..=900, |(_, bounds)| bounds.clone());
        assert!(bounds.contains(&number), "{id} has {number} words");
        assert!(equations > 0 && said.contains('{'), "{id}");
        let sources = text.split("## Sources").nth(1).unwrap();
        assert!(sources.contains("https://"), "{id}");
        assert!(!text.contains("](http:") && !said.contains(['"', '\'']), "{id}");
    }
    for (id, link) in CARRIED {
        let path = format!("{}/src/simulators/{id}.md", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::read_to_string(path).unwrap().contains(link), "{id} carries {link}");
    }
}

/// The defaults, the presets, every parameter at each of its ends, corners and
/// points at random.
fn states(simulator: &dyn AnySimulator) -> Vec<Values> {
    let specs = simulator.specs();
    let defaults = Values::defaults(specs);
    let mut states = vec![defaults.clone()];
    states.extend(simulator.presets().iter().map(|preset| simulator.preset_values(preset)));
    for spec in specs {
        states.extend([spec.min(), spec.max()].map(|end| defaults.with(spec.id, end)));
    }
    let mut random = Random::new(20_26);
    let mut at_random = |fraction: fn(&mut Random) -> f64| {
        let mut values = defaults.clone();
        for spec in specs {
            values.set(spec.id, spec.at_fraction(fraction(&mut random)));
        }
        values
    };
    states.extend((0..CORNERS).map(|_| at_random(|random| (random.bits() % 2) as f64)));
    states.extend((0..POINTS).map(|_| at_random(Random::uniform)));
    states
}

fn hostile_links(simulator: &dyn AnySimulator) -> Vec<String> {
    let mut links: Vec<String> = [
        "?",
        "&&&",
        "=",
        "==&=",
        "%",
        "%%%",
        "%f",
        "%zz=%zz",
        "a%00b=1",
        "?a=1&a=2&a=3&a=4&a=5&a=6&a=7&a=8",
        "<script>alert(1)</script>=1",
        "\u{202e}=1",
        "__proto__=1",
        "é=é",
        "\u{0}=\u{0}",
    ]
    .map(str::to_owned)
    .to_vec();
    links.push("a=1&".repeat(100_000));
    links.push("é".repeat(100_000));
    for spec in simulator.specs() {
        for text in ["1e400", "-1e400", "1e-400", "9".repeat(5000).as_str(), "NaN", "-0", "+1", " 1 ", "1%20"]
        {
            links.push(format!("{}={text}", spec.id));
        }
        links.push(format!("{0}=1&{0}=x&{0}=2", spec.id));
    }
    let mut random = Random::new(7);
    let mut pick = |from: &[String]| from[(random.bits() % from.len() as u64) as usize].clone();
    let mut parts: Vec<String> = simulator.specs().iter().map(|spec| spec.id.to_owned()).collect();
    parts.extend(
        ["=", "=", "&", "&", "%", "%4", "+", "1", "e9", "-", ".", "on", "é", "\u{7f}"].map(str::to_owned),
    );
    links.extend((0..LINKS).map(|_| (0..12).map(|_| pick(&parts)).collect::<String>()));
    links
}
