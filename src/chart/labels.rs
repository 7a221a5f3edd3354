//! The words around the marks: numbers, titles, names, words of rules.

use super::clip;
use super::element::{classed, element, text};
use super::figure::{Mark, Role, Rule, RuleAt, Series};
use super::key::{KeyItem, SAMPLE_GAP, Sample};
use super::layout::{DOT, Layout, NAME_GAP, TICK_GAP};
use super::marks;
use super::path::PathData;
use super::pen::record;
use super::raster;
use super::scene::{Element, Frame, px};
use super::spread::spread;
use super::stage::Stage;
use super::theme;
use super::words::{LABEL, TICK, TITLE};
use crate::number::{self, Format};

/// The words of a panel: numbers of its y axis, its title, key, words of
/// upright rules, names at the ends of lines.
pub fn around_panel(stage: &Stage, layout: &Layout) -> Element {
    let (frame, place) = (stage.frame, stage.place);
    let numbers = place.y_ticks.iter().map(|tick| {
        let top = frame.y(tick.at) - TICK.line_height() / 2;
        text(std::slice::from_ref(&tick.label), TICK, frame.left - TICK_GAP, top)
    });
    let names = layout.end_names.map_or_else(Vec::new, |width| names_at_ends(stage, width));
    Element::group(
        "panel",
        vec![
            Element::group("tick", numbers.collect()).with("text-anchor", "end"),
            Element::group("title", title(&place.title, 0)),
            Element::group(
                "key",
                ramp(stage).into_iter().chain(place.key.iter().flat_map(key_item)).collect(),
            ),
            Element::group("title", rule_words(stage)).with("text-anchor", "middle"),
            Element::group("names", names),
        ],
    )
}

/// The words below a panel: numbers or categories of the x axis, its title.
pub fn below_panel(stage: &Stage, layout: &Layout) -> Element {
    let (frame, place) = (stage.frame, stage.place);
    let Some(below) = &place.below else { return Element::group("panel", Vec::new()) };
    let mut numbers: Vec<Element> = place
        .x_ticks
        .iter()
        .map(|tick| text(std::slice::from_ref(&tick.label), TICK, frame.x(tick.at), below.numbers))
        .collect();
    let rows = below.categories.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
    for row in 0..rows {
        let in_row = |index: &usize| below.categories[*index].1 == row;
        let here: Vec<usize> = (0..below.categories.len()).filter(in_row).collect();
        let wanted: Vec<(i32, i32)> = here
            .iter()
            .map(|&index| {
                let width = TICK.widest(&below.categories[index].0) + px(6);
                (frame.x(stage.x.fraction(index as f64)), width)
            })
            .collect();
        for (index, centre) in here.into_iter().zip(spread(&wanted, 0, layout.right)) {
            let top = below.numbers + row * TICK.line_height();
            numbers.push(text(&below.categories[index].0, TICK, centre, top));
        }
    }
    let half = TITLE.widest(&below.title.0) / 2;
    let middle = ((frame.left + frame.right) / 2).min(layout.right - half).max(half);
    Element::group(
        "panel",
        vec![
            Element::group("tick", numbers).with("text-anchor", "middle"),
            Element::group("title", title(&below.title, middle)).with("text-anchor", "middle"),
        ],
    )
}

fn title((lines, top): &(Vec<String>, i32), x: i32) -> Vec<Element> {
    if lines.is_empty() { Vec::new() } else { vec![text(lines, TITLE, x, *top)] }
}

/// The words of upright rules, each above its line or as near as others let
/// it, and a stroke from the line to the word.
fn rule_words(stage: &Stage) -> Vec<Element> {
    let rules: Vec<(i32, Vec<String>)> = stage
        .panel
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rule(Rule { at: RuleAt::X(x), label }) if !label.is_empty() => {
                let at = stage.x.fraction(*x);
                let lines = TITLE.wrap(label, stage.place.rule_word_width);
                (0.0..=1.0).contains(&at).then(|| (stage.frame.x(at), lines))
            }
            _ => None,
        })
        .collect();
    let wanted: Vec<(i32, i32)> = rules.iter().map(|(x, lines)| (*x, TITLE.widest(lines) + px(12))).collect();
    let row = stage.place.rule_words;
    spread(&wanted, row.left - px(6), row.right + px(6))
        .into_iter()
        .zip(&rules)
        .map(|(centre, (_, lines))| {
            text(lines, TITLE, centre, row.bottom - lines.len() as i32 * TITLE.line_height())
        })
        .collect()
}

/// A name in the key, after its sample.
fn key_item(item: &KeyItem) -> Vec<Element> {
    let mut elements = sample(item.sample, item.x, item.top + LABEL.line_height() / 2);
    elements.push(name(&item.lines, item.sample, item.x + item.sample.width() + SAMPLE_GAP, item.top));
    elements
}

/// The key of a map: its name, and eight shades between two numbers.
fn ramp(stage: &Stage) -> Vec<Element> {
    let grid =
        stage.panel.marks.iter().find_map(|mark| if let Mark::Grid(grid) = mark { Some(grid) } else { None });
    let (Some(ramp), Some(grid)) = (&stage.place.ramp, grid) else { return Vec::new() };
    let Frame { left, right, top, bottom } = ramp.shades;
    let mut elements = title(&ramp.name, 0);
    if let Format::Words(_) = grid.format {
        return elements;
    }
    let numbers = [(left - SAMPLE_GAP, "end"), (right + SAMPLE_GAP, "start")];
    for (number, (x, anchor)) in ramp.numbers.iter().zip(numbers) {
        let text = text(std::slice::from_ref(number), TICK, x, top - px(2));
        elements.push(classed(text, "number").with("text-anchor", anchor));
    }
    let steps = 8;
    for step in 0..steps {
        let at = |step: i32| left + (right - left) * step / steps;
        let value = grid.range.0 + (grid.range.1 - grid.range.0) * f64::from(step) / f64::from(steps - 1);
        let place = Frame { left: at(step), right: at(step + 1), top, bottom };
        elements.push(shade(grid.role, theme::shade(grid, value), place));
    }
    elements
}

/// A rectangle in a shade of a map, of 255.
fn shade(role: Role, shade: u8, place: Frame) -> Element {
    let opacity = number::plain(number::round_to_digits(f64::from(shade) / 255.0, 3));
    raster::placed(Element { tag: "rect", ..element("map", role) }, place).with("opacity", opacity)
}

/// A short piece of what a name stands for, centred on a height.
fn sample(sample: Sample, x: i32, middle: i32) -> Vec<Element> {
    let frame = Frame { left: x, right: x + sample.width(), top: middle - px(5), bottom: middle + px(5) };
    let (all, level) = (vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)], vec![(0.0, 0.5), (1.0, 0.5)]);
    match sample {
        Sample::Line(role) => {
            vec![element("line", role).with("d", record(frame, &|plot| plot.line(level.clone())))]
        }
        Sample::Rule => {
            vec![Element::new("path", "rule").with("d", record(frame, &|plot| plot.line(level.clone())))]
        }
        Sample::Area(role) => marks::area(role, frame, &[all], &[vec![(0.0, 1.0), (1.0, 1.0)]]).into(),
        Sample::Bar(role) => {
            vec![element("bar", role).with("d", record(frame, &|plot| plot.shape(all.clone())))]
        }
        Sample::Shade(role, share) => vec![shade(role, share, frame)],
        Sample::Dot(role) => vec![marks::dots(role, DOT, frame, &[(0.5, 0.5)])],
    }
}

/// A name in the colour of what it stands for.
fn name(lines: &[String], sample: Sample, x: i32, top: i32) -> Element {
    let class = match sample {
        Sample::Rule => "rule",
        Sample::Shade(..) => "measured",
        Sample::Line(role) | Sample::Area(role) | Sample::Bar(role) | Sample::Dot(role) => role.class(),
    };
    let font = if sample == Sample::Rule { TITLE } else { LABEL };
    classed(text(lines, font, x, top), ["name ", class].concat())
}

/// A name that wants to stand beside the end of something.
struct EndName {
    lines: Vec<String>,
    sample: Sample,
    /// Where what it names ends.
    end: (i32, i32),
}

/// The names in the right margin, and strokes to those that had to move.
fn names_at_ends(stage: &Stage, width: i32) -> Vec<Element> {
    let frame = stage.frame;
    let mut names: Vec<EndName> = Vec::new();
    let mut add = |label: &str, sample: Sample, end: Option<(f64, f64)>| {
        if let (false, Some((x, y))) = (label.is_empty(), end) {
            let lines = LABEL.wrap_into_width(label, width);
            names.push(EndName { lines, sample, end: (frame.x(x), frame.y(y)) });
        }
    };
    for mark in &stage.panel.marks {
        match mark {
            Mark::Line(series) => add(series.label, Sample::Line(series.role), end(series, stage)),
            Mark::Band { low, high } => {
                for side in [high, low] {
                    add(side.label, Sample::Area(side.role), end(side, stage));
                }
            }
            Mark::Stack(layers) => {
                for (layer, (low, high)) in layers.iter().zip(marks::layers(layers, stage)).rev() {
                    let middle = low.last().zip(high.last()).map(|(low, high)| {
                        (high.0.clamp(0.0, 1.0), ((low.1 + high.1) / 2.0).clamp(0.0, 1.0))
                    });
                    add(layer.label, Sample::Area(layer.role), middle.filter(|middle| middle.1.is_finite()));
                }
            }
            Mark::Rule(Rule { at: RuleAt::Y(y), label }) => {
                let at = stage.panel.y.fraction(*y);
                add(label, Sample::Rule, (0.0..=1.0).contains(&at).then_some((1.0, at)));
            }
            _ => {}
        }
    }
    let line = LABEL.line_height();
    let wanted: Vec<(i32, i32)> =
        names.iter().map(|name| (name.end.1, name.lines.len() as i32 * line + px(2))).collect();
    let centres = spread(&wanted, frame.top - px(7), frame.bottom + px(5));
    let mut strokes = PathData::default();
    let mut elements = Vec::new();
    for (name_at_end, centre) in names.iter().zip(centres) {
        let (x, y) = name_at_end.end;
        let margin = frame.right + NAME_GAP;
        let half = name_at_end.lines.len() as i32 * line / 2;
        if (centre - y).abs() > half || x < frame.right - px(3) {
            strokes.line(&[(x + px(3), y), (margin - px(5), y), (margin - px(2), centre)]);
        }
        let top = centre - half;
        elements.push(name(&name_at_end.lines, name_at_end.sample, margin, top));
    }
    elements.insert(0, Element::new("path", "stroke").with("d", strokes.finish()));
    elements
}

/// Where a curve ends inside the frame.
fn end(series: &Series, stage: &Stage) -> Option<(f64, f64)> {
    clip::curve(&stage.points(series)).last()?.last().copied()
}
