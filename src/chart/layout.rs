//! How a figure is laid out for a width: what stands where.
//!
//! Heights depend only on the width and on the words that do not change while
//! a parameter does, so that a figure keeps its height under the reader's hand.

use super::figure::{Axis, AxisScale, Figure, Mark, Panel, Role, Rule, RuleAt, Series};
use super::raster;
use super::scene::{Frame, QUARTERS};
use super::ticks::{self, Tick};
use super::words::{LABEL, TICK, TITLE};
use crate::number::Format;

/// Quarter pixels.
pub const fn px(pixels: i32) -> i32 {
    pixels * QUARTERS as i32
}

/// Where everything stands.
pub struct Layout {
    /// In pixels.
    pub height: u32,
    /// The right edge of the picture.
    pub right: i32,
    pub x_ticks: Vec<Tick>,
    /// The lines of each category, and the row in which it stands.
    pub categories: Vec<(Vec<String>, i32)>,
    /// Whether the names of lines stand at their ends, not in a key.
    pub names_at_ends: bool,
    /// In how many lines a name at an end may be broken, and its widest line.
    pub name_width: i32,
    pub panels: Vec<PanelLayout>,
    /// The upper edge of the row with the numbers of the x axis.
    pub x_numbers: i32,
    /// The title of the x axis and its upper edge.
    pub x_title: (Vec<String>, i32),
}

/// Where the parts of one panel stand.
pub struct PanelLayout {
    pub frame: Frame,
    pub y_ticks: Vec<Tick>,
    /// The title of the y axis and its upper edge.
    pub title: (Vec<String>, i32),
    pub key: Vec<KeyItem>,
    /// What the shades of a map mean.
    pub ramp: Option<Ramp>,
    /// The row for the words of upright rules.
    pub rule_words: Frame,
    /// The width that all words of upright rules are wrapped to.
    pub rule_word_width: i32,
}

/// A name with a sample.
pub struct KeyItem {
    pub sample: Sample,
    pub lines: Vec<String>,
    /// The left end of the sample.
    pub x: i32,
    /// The upper edge of the first line.
    pub top: i32,
}

/// What the shades of a map mean: its name, and shades between two numbers.
pub struct Ramp {
    pub name: (Vec<String>, i32),
    /// The numbers at the ends of the shades.
    pub numbers: [String; 2],
    /// Where the shades are.
    pub shades: Frame,
}

/// What a name in the key stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    Line(Role),
    Area(Role),
    Bar(Role),
    Dot(Role),
    Rule,
    /// A shade of a map, of 255.
    Shade(Role, u8),
}

impl Sample {
    /// How long it is.
    pub const fn width(self) -> i32 {
        match self {
            Self::Line(_) | Self::Rule => px(28),
            Self::Area(_) | Self::Bar(_) | Self::Shade(..) => px(18),
            Self::Dot(_) => px(10),
        }
    }
}

/// The radius of a dot.
pub const DOT: i32 = px(9) / 2;
/// From a sample in the key to its name.
pub const SAMPLE_GAP: i32 = px(6);
/// The length of the key of a map.
const SHADES: i32 = px(96);
const ITEM_GAP: i32 = px(20);
const ROW: i32 = px(19);
/// From the frame to the names at the ends of lines.
pub const NAME_GAP: i32 = px(9);
/// From the frame to the numbers of the y axis.
pub const TICK_GAP: i32 = px(8);
/// The length of tick marks.
pub const TICK_MARK: i32 = px(5);
/// From the frame to the numbers of the x axis.
const X_NUMBERS_GAP: i32 = px(8);

/// The height of a figure at a width, both in pixels: what a page reserves
/// before the figure is drawn.
#[must_use]
pub fn height(figure: &Figure, width: u32) -> u32 {
    layout(figure, width, None).height
}

/// The least height of a frame that is made lower to fit, and of a diagram.
const LOWEST: i32 = px(56);
const LOWEST_DIAGRAM: i32 = px(220);

/// Where everything stands at a width and, if it can be, within a height, both
/// in pixels. Frames that are too high are made lower.
pub fn layout(figure: &Figure, width: u32, limit: Option<u32>) -> Layout {
    let right_edge = (width * QUARTERS) as i32;
    let lowest = if figure.panels.iter().any(is_diagram) { LOWEST_DIAGRAM } else { LOWEST };
    let mut plot_height = plot_height(figure, right_edge);
    loop {
        let layout = layout_with(figure, right_edge, plot_height);
        let over = limit.map_or(0, |limit| (layout.height as i32 - limit as i32) * QUARTERS as i32);
        if over <= 0 || plot_height <= lowest {
            return layout;
        }
        // Names may move into the key as frames get lower: hence the loop.
        let panels = figure.panels.len().max(1) as i32;
        plot_height = (plot_height - over / panels - 1).max(lowest);
    }
}

fn layout_with(figure: &Figure, right_edge: i32, plot_height: i32) -> Layout {
    let y_ticks: Vec<Vec<Tick>> =
        figure.panels.iter().map(|panel| ticks::upward(&panel.y, plot_height)).collect();
    let numbers = y_ticks.iter().flatten().map(|tick| TICK.width(&tick.label)).max();
    let mut left = numbers.map_or(0, |width| width + TICK_GAP);
    let (names_at_ends, name_width) = name_room(figure, right_edge, plot_height);
    let mut margin = if names_at_ends { name_width + NAME_GAP } else { 0 };
    // The outermost numbers of the x axis must not stick out.
    let mut x_ticks = Vec::new();
    for _ in 0..3 {
        let length = right_edge - left - margin;
        x_ticks = ticks::along(&figure.x, length);
        let out = |tick: Option<&Tick>, room: f64, margin: i32| {
            tick.map_or(0, |tick| TICK.width(&tick.label) / 2 - (room * f64::from(length)) as i32 - margin)
                .max(0)
        };
        let more_left = out(x_ticks.first(), x_ticks.first().map_or(0.0, |tick| tick.at), left);
        let more_right = out(x_ticks.last(), x_ticks.last().map_or(0.0, |tick| 1.0 - tick.at), margin);
        left += more_left;
        margin += more_right;
    }
    let right = right_edge - margin.max(px(2));
    let categories = categories(&figure.x, right - left);

    let mut top = 0;
    let mut panels = Vec::new();
    for (panel, y_ticks) in figure.panels.iter().zip(y_ticks) {
        if !panels.is_empty() {
            top += px(22);
        }
        let (ramp, ramp_bottom) = ramp(panel, top, right_edge);
        let (key, key_bottom) = key(panel, names_at_ends, ramp_bottom, right_edge);
        top = key_bottom;
        let title = TITLE.wrap(panel.y.label, right_edge);
        let title_top = top;
        top += title.len() as i32 * TITLE.line_height();
        if !title.is_empty() {
            top += px(3);
        }
        let (rule_word_width, rule_rows) = rule_words(panel, right_edge);
        let rule_words =
            Frame { left: 0, right: right_edge, top, bottom: top + rule_rows * TITLE.line_height() };
        top = rule_words.bottom;
        // Room for half a number at the upper end, or for the value on a bar.
        let has_bars = panel.marks.iter().any(|mark| matches!(mark, Mark::Bars(_)));
        top += if has_bars {
            px(18)
        } else if is_diagram(panel) {
            0
        } else {
            px(8)
        };
        let frame = Frame { left, right, top, bottom: top + plot_height };
        let frame = if hides_axes(figure, panel) { dots_frame(figure, panel, frame) } else { frame };
        top = frame.bottom;
        panels.push(PanelLayout {
            frame,
            y_ticks,
            title: (title, title_top),
            key,
            ramp,
            rule_words,
            rule_word_width,
        });
    }
    let x_numbers = top + X_NUMBERS_GAP;
    let category_rows = categories.iter().map(|(lines, row)| lines.len() as i32 + row).max().unwrap_or(0);
    if category_rows > 0 {
        top = x_numbers + category_rows * TICK.line_height();
    } else if !x_ticks.is_empty() {
        top = x_numbers + TICK.line_height();
    }
    let title = TITLE.wrap(figure.x.label, right_edge);
    let title_top = top + px(4);
    if !title.is_empty() {
        top = title_top + title.len() as i32 * TITLE.line_height();
    }
    Layout {
        height: (top + px(2)).max(px(20)) as u32 / QUARTERS + 1,
        right: right_edge,
        x_ticks,
        categories,
        names_at_ends,
        name_width,
        panels,
        x_numbers,
        x_title: (title, title_top),
    }
}

fn is_diagram(panel: &Panel) -> bool {
    panel.marks.iter().any(|mark| matches!(mark, Mark::Node(_)))
}

fn hides_axes(figure: &Figure, panel: &Panel) -> bool {
    figure.x.scale == AxisScale::Hidden && panel.y.scale == AxisScale::Hidden && !is_diagram(panel)
}

/// The height of each frame, in quarter pixels.
fn plot_height(figure: &Figure, width: i32) -> i32 {
    let has = |kind: fn(&Mark) -> bool| figure.panels.iter().any(|panel| panel.marks.iter().any(kind));
    if has(|mark| matches!(mark, Mark::Node(_))) {
        return (width * 13 / 10).clamp(px(300), px(410));
    }
    if has(|mark| matches!(mark, Mark::Grid(_))) {
        return (width * 3 / 4).min(px(180) + width / 4);
    }
    let alone = px(122) + width * 27 / 100;
    match figure.panels.len() {
        0 | 1 => alone,
        2 => alone * 3 / 5,
        _ => alone / 2,
    }
}

/// The frame of dots on hidden axes: as large as its cells, which are square
/// and fill the width up to a limit.
fn dots_frame(figure: &Figure, panel: &Panel, frame: Frame) -> Frame {
    let cell = cell(figure, panel, frame);
    let length = |axis: &Axis| (axis.range.1 - axis.range.0) * cell;
    Frame {
        right: frame.left + (length(&figure.x) as i32).min(frame.width()),
        bottom: frame.top + length(&panel.y) as i32,
        ..frame
    }
}

/// The distance between neighbouring dots on hidden axes, in quarter pixels.
fn cell(figure: &Figure, panel: &Panel, frame: Frame) -> f64 {
    let length = |axis: &Axis| axis.range.1 - axis.range.0;
    let across = f64::from(frame.width()) / length(&figure.x);
    let up = f64::from(frame.width()) * 1.2 / length(&panel.y);
    let within = f64::from(frame.height()) / length(&panel.y);
    across.min(up).min(within).min(f64::from(px(18)))
}

/// The radius of a panel's dots, in quarter pixels.
pub fn dot_radius(figure: &Figure, panel: &Panel, frame: Frame) -> i32 {
    if hides_axes(figure, panel) {
        ((f64::from(frame.width()) / (figure.x.range.1 - figure.x.range.0)) * 0.36) as i32
    } else {
        DOT
    }
}

/// The names that may stand at the right end of a panel.
pub fn end_names(panel: &Panel) -> Vec<(&str, Sample)> {
    let mut names = Vec::new();
    for mark in &panel.marks {
        match mark {
            Mark::Line(series) => names.push((series.label, Sample::Line(series.role))),
            Mark::Band { low, high } => {
                names.push((high.label, Sample::Area(high.role)));
                names.push((low.label, Sample::Area(low.role)));
            }
            Mark::Stack(layers) => {
                names.extend(layers.iter().rev().map(|layer| (layer.label, Sample::Area(layer.role))));
            }
            Mark::Rule(Rule { at: RuleAt::Y(_), label }) => names.push((label, Sample::Rule)),
            _ => {}
        }
    }
    names.retain(|(name, _)| !name.is_empty());
    names
}

/// The names that always stand in the key.
fn key_names(panel: &Panel) -> Vec<(&str, Sample)> {
    let mut names: Vec<(&str, Sample)> = Vec::new();
    for mark in &panel.marks {
        let all = |series: &[Series], sample: fn(Role) -> Sample| -> Vec<(&'static str, Sample)> {
            series.iter().map(|series| (series.label, sample(series.role))).collect()
        };
        match mark {
            Mark::Dots(series) => names.push((series.label, Sample::Dot(series.role))),
            Mark::Bars(series) | Mark::StackedBars(series) => names.extend(all(series, Sample::Bar)),
            Mark::Grid(grid) => {
                if let Format::Words(words) = grid.format {
                    let shade = |index: usize| Sample::Shade(grid.role, raster::shade(grid, index as f64));
                    names.extend(words.iter().enumerate().map(|(index, word)| (*word, shade(index))));
                }
            }
            _ => {}
        }
    }
    names.retain(|(name, _)| !name.is_empty());
    names
}

/// Whether the names of lines fit at their ends, and how wide they are then.
fn name_room(figure: &Figure, width: i32, plot_height: i32) -> (bool, i32) {
    let limits: &[(usize, i32)] = if width < px(480) {
        &[(1, width * 11 / 50), (2, width / 4)]
    } else {
        &[(1, px(110)), (2, px(150)), (3, px(180))]
    };
    for &(lines, limit) in limits {
        let (mut widest, mut fits) = (0, true);
        for panel in &figure.panels {
            let mut tall = 0;
            for (name, _) in end_names(panel) {
                let lines = LABEL.wrap_into(name, lines);
                widest = widest.max(LABEL.widest(&lines));
                tall += lines.len() as i32 * LABEL.line_height() + px(2);
            }
            fits &= tall <= plot_height;
        }
        if widest == 0 {
            return (false, 0);
        }
        if fits && widest <= limit {
            // In steps, so that a number in a name does not shake the frame.
            return (true, (widest + px(8)) / px(8) * px(8));
        }
    }
    (false, 0)
}

/// The key of a panel from an upper edge, and its lower edge.
fn key(panel: &Panel, names_at_ends: bool, top: i32, width: i32) -> (Vec<KeyItem>, i32) {
    let mut names = if names_at_ends { Vec::new() } else { end_names(panel) };
    names.extend(key_names(panel));
    let (mut x, mut row_top, mut bottom) = (0, top, top);
    let mut items = Vec::new();
    for (name, sample) in names {
        let lines = LABEL.wrap(name, width - sample.width() - SAMPLE_GAP);
        let item_width = sample.width() + SAMPLE_GAP + LABEL.widest(&lines);
        if x > 0 && x + item_width > width {
            (x, row_top) = (0, bottom);
        }
        bottom = bottom.max(row_top + ROW + (lines.len() as i32 - 1) * LABEL.line_height());
        items.push(KeyItem { sample, lines, x, top: row_top });
        x += item_width + ITEM_GAP;
    }
    (items, if bottom > top { bottom + px(6) } else { top })
}

/// The key of a map from an upper edge, and its lower edge.
fn ramp(panel: &Panel, top: i32, width: i32) -> (Option<Ramp>, i32) {
    let Some(grid) =
        panel.marks.iter().find_map(|mark| if let Mark::Grid(grid) = mark { Some(grid) } else { None })
    else {
        return (None, top);
    };
    if let Format::Words(_) = grid.format {
        // Each word has its own place in the key.
        let name = LABEL.wrap(grid.label, width);
        let bottom = top + name.len() as i32 * LABEL.line_height();
        let ramp =
            Ramp { name: (name, top), numbers: [String::new(), String::new()], shades: Frame::default() };
        return (Some(ramp), bottom + px(2));
    }
    let numbers = [grid.range.0, grid.range.1].map(|number| grid.format.show(number));
    let lines = LABEL.wrap(grid.label, width);
    let name_width = LABEL.widest(&lines);
    let ramp_width = TICK.width(&numbers[0]) + SHADES + TICK.width(&numbers[1]) + 2 * SAMPLE_GAP;
    let beside = lines.len() <= 1 && name_width + ITEM_GAP + ramp_width <= width;
    let x = if beside && name_width > 0 { name_width + ITEM_GAP } else { 0 };
    let row = if beside { top } else { top + lines.len() as i32 * LABEL.line_height() + px(3) };
    let left = x + TICK.width(&numbers[0]) + SAMPLE_GAP;
    let shades = Frame { left, right: left + SHADES, top: row + px(3), bottom: row + px(14) };
    (Some(Ramp { name: (lines, top), numbers, shades }), row + ROW + px(5))
}

/// The width to which the words of upright rules are wrapped so that they fit
/// side by side, and the number of their lines.
fn rule_words(panel: &Panel, width: i32) -> (i32, i32) {
    let words: Vec<&str> = panel
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rule(Rule { at: RuleAt::X(_), label }) if !label.is_empty() => Some(label.as_str()),
            _ => None,
        })
        .collect();
    let all: i32 = words.iter().map(|word| TITLE.width(word) + px(14)).sum();
    let each = if all <= width { width } else { width / words.len().max(1) as i32 - px(14) };
    let lines = words.iter().map(|word| TITLE.wrap(word, each).len()).max().unwrap_or(0);
    (each, lines as i32)
}

/// The names of categories: wrapped to their places, or, if a word is too
/// wide for its place, in two or three staggered rows.
fn categories(axis: &Axis, length: i32) -> Vec<(Vec<String>, i32)> {
    let AxisScale::Categories(names) = axis.scale else { return Vec::new() };
    let place = length / names.len().max(1) as i32;
    for rows in 1..=3 {
        let wrapped: Vec<Vec<String>> =
            names.iter().map(|name| TICK.wrap(name, rows * place - px(6))).collect();
        if rows < 3 && wrapped.iter().any(|lines| TICK.widest(lines) > rows * place - px(6)) {
            continue;
        }
        let tallest = wrapped.iter().map(Vec::len).max().unwrap_or(0) as i32;
        return wrapped
            .into_iter()
            .enumerate()
            .map(|(index, lines)| (lines, index as i32 % rows * tallest))
            .collect();
    }
    Vec::new()
}
