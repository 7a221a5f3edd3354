//! Pictures: that they are as they were, and what must hold for all of them.

use std::path::PathBuf;
use std::{env, fs};

use what_survives::chart::{Element, Figure, Font, Mark, QUARTERS, Scene, draw, height, picture};
use what_survives::export::{Given, svg};
use what_survives::params::Values;
use what_survives::simulators::ALL;

use crate::golden::golden;
use crate::samples;

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const SHEET: &str = include_str!("../../www/css/figure.css");

/// With a folder in `FIGURES`, writes the figures of the samples and of all
/// simulators there, to be looked at.
#[test]
fn samples_can_be_looked_at() {
    let Some(folder) = env::var_os("FIGURES").map(PathBuf::from) else { return };
    for (name, figure) in all() {
        for width in WIDTHS {
            let svg = picture(&figure, width, TOKENS, SHEET, None).to_svg(figure.title, "", "");
            fs::write(folder.join(format!("{name}-{width}.svg")), svg).unwrap();
        }
    }
}

const WIDTHS: [u32; 5] = [260, 340, 520, 720, 1000];

/// The sample figures, and those of all simulators at all presets, with names.
fn all() -> Vec<(String, Figure)> {
    let mut all: Vec<_> = samples::all().into_iter().map(|figure| (figure.id.to_owned(), figure)).collect();
    for simulator in ALL {
        for preset in simulator.presets() {
            for figure in simulator.run(&simulator.preset_values(preset)).figures() {
                all.push((format!("{}-{}-{}", simulator.info().id, preset.id, figure.id), figure.clone()));
            }
        }
    }
    all
}

#[test]
fn sample_figures_look_as_they_did() {
    for figure in samples::all() {
        let scene = picture(&figure, 340, TOKENS, SHEET, None);
        let svg = scene.to_svg(figure.title, "", "").replace("><", ">\n<");
        golden(&format!("sample-{}.svg", figure.id), svg);
    }
}

#[test]
fn words_stay_inside_and_apart() {
    let runs: Vec<_> =
        ALL.iter().map(|simulator| simulator.run(&Values::defaults(simulator.specs()))).collect();
    let simulators = runs.iter().flat_map(|run| run.figures().cloned());
    let known = samples::all().into_iter().chain(simulators);
    for figure in known.chain((0..400).map(samples::random)) {
        for width in WIDTHS {
            check_words(&draw(&figure, width), &format!("{} at {width}", figure.id));
        }
    }
}

fn check_words(scene: &Scene, name: &str) {
    let (width, height) = ((QUARTERS * scene.width) as i32, (QUARTERS * scene.height) as i32);
    let boxes = text_boxes(scene);
    for (index, (text, [left, top, right, bottom])) in boxes.iter().enumerate() {
        assert!(
            *left >= -4 && *top >= -4 && *right <= width + 4 && *bottom <= height + 4,
            "{name}: {text:?} sticks out: {left} {top} {right} {bottom} of {width} {height}"
        );
        for (other, [l, t, r, b]) in &boxes[..index] {
            assert!(
                left >= r || l >= right || top >= b || t >= bottom,
                "{name}: {text:?} {left} {top} {right} {bottom} lies on {other:?} {l} {t} {r} {b}"
            );
        }
    }
}

/// Each line of text, and its box: left, top, right, bottom.
fn text_boxes(scene: &Scene) -> Vec<(String, [i32; 4])> {
    let mut boxes = Vec::new();
    for node in &scene.nodes {
        collect(node, "start", Font { size: 52, bold: false }, &mut boxes);
    }
    boxes
}

fn collect(element: &Element, anchor: &str, font: Font, boxes: &mut Vec<(String, [i32; 4])>) {
    let anchor = Some(element.attribute("text-anchor")).filter(|own| !own.is_empty()).unwrap_or(anchor);
    let font = match element.attribute("class").split(' ').collect::<Vec<_>>()[..] {
        ["name", "rule"] => Font { size: 52, bold: false },
        ["name" | "sign", _] => Font { size: 52, bold: true },
        ["tick" | "number" | "value" | "inside", ..] => Font { size: 50, bold: false },
        _ => font,
    };
    if element.tag == "text" {
        let number = |element: &Element, name| element.attribute(name).parse::<i32>().unwrap();
        let (x, mut y) = (number(element, "x"), number(element, "y"));
        let mut add = |text: &str, y: i32| {
            let width = font.width(text);
            let left = match anchor {
                "middle" => x - width / 2,
                "end" => x - width,
                _ => x,
            };
            let (up, down) = (font.size * 78 / 100, font.size * 22 / 100);
            boxes.push((text.to_owned(), [left, y - up, left + width, y + down]));
        };
        add(&element.text, y);
        for line in &element.children {
            y += number(line, "dy");
            add(&line.text, y);
        }
        return;
    }
    for child in &element.children {
        collect(child, anchor, font, boxes);
    }
}

#[test]
fn curves_stay_inside_their_picture() {
    for figure in samples::all().into_iter().chain((0..200).map(samples::random)) {
        let scene = draw(&figure, 340);
        let (width, height) = ((QUARTERS * scene.width) as i32, (QUARTERS * scene.height) as i32);
        for path in elements(&scene).filter(|element| element.tag == "path") {
            for (x, y) in path_places(path.attribute("d")) {
                // Half a dot may stand over the edge of the frame.
                assert!(
                    (-20..=width + 20).contains(&x) && (-20..=height + 20).contains(&y),
                    "{}: {x} {y} in {path:?}",
                    figure.id
                );
            }
        }
    }
}

/// All elements, from back to front.
fn elements(scene: &Scene) -> impl Iterator<Item = &Element> {
    let mut left: Vec<&Element> = scene.nodes.iter().rev().collect();
    std::iter::from_fn(move || {
        let next = left.pop()?;
        left.extend(next.children.iter().rev());
        Some(next)
    })
}

/// The places that path data visits.
fn path_places(data: &str) -> Vec<(i32, i32)> {
    let mut places = Vec::new();
    let (mut x, mut y, mut start) = (0, 0, (0, 0));
    let mut rest = data;
    let mut command = 'M';
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_alphabetic() {
            command = first;
            if command == 'z' {
                (x, y) = start;
            }
            rest = &rest[1..];
            continue;
        }
        let mut number = || {
            let text = rest.trim_start();
            let end = text[1..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |at| at + 1);
            rest = &text[end..];
            text[..end].parse::<i32>().unwrap()
        };
        match command {
            'M' => (x, y) = (number(), number()),
            'm' | 'l' => (x, y) = (x + number(), y + number()),
            'h' => x += number(),
            'v' => y += number(),
            other => panic!("{other} in {data}"),
        }
        if matches!(command, 'M' | 'm') {
            start = (x, y);
        }
        places.push((x, y));
    }
    places
}

#[test]
fn a_series_is_the_same_element_whatever_its_values() {
    for seed in 0..100 {
        let figure = samples::random(seed);
        let mut other = figure.clone();
        for series in other.panels.iter_mut().flat_map(|panel| &mut panel.marks).flat_map(series_of) {
            for (index, point) in series.points.iter_mut().enumerate() {
                point[1] = if index % 5 == 1 { f64::NAN } else { point[1] * 0.7 + 0.01 };
            }
        }
        let kinds = |figure: &Figure| -> Vec<(usize, String)> {
            let scene = draw(figure, 500);
            assert_eq!(scene.nodes.len(), 4);
            let marks = &scene.nodes[2].children;
            let all = marks
                .iter()
                .enumerate()
                .flat_map(|(panel, group)| group.children.iter().map(move |e| (panel, e)));
            all.map(|(panel, element)| (panel, element.attribute("class").to_owned())).collect()
        };
        assert_eq!(kinds(&figure), kinds(&other), "{figure:?}");
    }
}

fn series_of(mark: &mut Mark) -> Vec<&mut what_survives::chart::Series> {
    match mark {
        Mark::Line(series) | Mark::Dots(series) => vec![series],
        Mark::Band { low, high } => vec![low, high],
        Mark::Stack(series) | Mark::Bars(series) | Mark::StackedBars(series) => series.iter_mut().collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_height_is_known_before_and_keeps_while_values_change() {
    for simulator in ALL {
        let defaults = simulator.run(&Values::defaults(simulator.specs()));
        for preset in simulator.presets() {
            let run = simulator.run(&simulator.preset_values(preset));
            for (figure, before) in run.figures().zip(defaults.figures()) {
                assert_eq!(height(figure, 720), draw(figure, 720).height);
                if figure
                    .panels
                    .iter()
                    .map(|panel| panel.marks.len())
                    .eq(before.panels.iter().map(|p| p.marks.len()))
                {
                    assert_eq!(height(figure, 340), height(before, 340), "{} {}", preset.id, figure.id);
                }
            }
        }
    }
}

#[test]
fn pictures_are_small_enough_to_stand_in_every_page() {
    for figure in samples::all() {
        for width in [340, 720] {
            let bytes = draw(&figure, width).markup().len();
            assert!(bytes < 12_000, "{} at {width}: {bytes} bytes", figure.id);
        }
    }
}

/// The figures of the first simulator, which the tests in a browser compare
/// with what they draw there.
#[test]
fn figures_of_the_first_simulator_look_as_they_did() {
    let values = Values::defaults(ALL[0].specs());
    for figure in ALL[0].figures() {
        let svg = svg(&Given::sure(ALL[0], values.clone()), figure.id, "", false).unwrap();
        golden(&format!("{}.{}.wide.svg", ALL[0].info().id, figure.id), svg);
    }
}
