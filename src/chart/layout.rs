//! How a figure is laid out for a width: what stands where.
//!
//! Heights depend only on the width and on the words that do not change while
//! a parameter does, so that a figure keeps its height under the reader's hand;
//! a figure that is drawn for a place fills it.

use super::figure::{Axis, AxisScale, Figure, Mark, Panel, Rule, RuleAt};
use super::key::{KeyItem, Ramp, key, name_room, ramp};
use super::scene::{Frame, QUARTERS, px};
use super::ticks::{self, Tick};
use super::words::{TICK, TITLE};

/// Where everything stands.
pub struct Layout {
    /// In pixels.
    pub height: u32,
    /// The right edge of the picture.
    pub right: i32,
    /// The width of names at the ends of lines; none if they stand in the key.
    pub end_names: Option<i32>,
    pub panels: Vec<PanelLayout>,
}

/// Where the parts of one panel stand.
pub struct PanelLayout {
    pub frame: Frame,
    pub x_ticks: Vec<Tick>,
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
    /// The words of the x axis; none if the next panel has the same axis.
    pub below: Option<Below>,
}

/// The words below a panel.
pub struct Below {
    /// The upper edge of the row with numbers or categories.
    pub numbers: i32,
    /// The lines of each category, and the row in which it stands.
    pub categories: Vec<(Vec<String>, i32)>,
    /// The title of the x axis and its upper edge.
    pub title: (Vec<String>, i32),
    /// The lower edge of them all.
    bottom: i32,
}

/// The radius of a dot.
pub const DOT: i32 = px(9) / 2;
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

/// The least height of a frame that is made lower to fill a place, and of a diagram.
const LOWEST: i32 = px(42);
const LOWEST_DIAGRAM: i32 = px(220);

/// How often frames are made higher to fill a place.
const ROUNDS: u32 = 3;

/// Where everything stands at a width and, if one is given, in a height, both
/// in pixels: frames are made lower or higher to fill it. A figure that cannot
/// be made so low is higher.
pub fn layout(figure: &Figure, width: u32, height: Option<u32>) -> Layout {
    let right_edge = (width * QUARTERS) as i32;
    let mut plot_height = plot_height(figure, right_edge);
    let Some(height) = height else { return layout_with(figure, right_edge, plot_height) };
    let lowest = if figure.panels.iter().any(is_diagram) { LOWEST_DIAGRAM } else { LOWEST };
    let panels = figure.panels.len().max(1) as i32;
    let mut rounds = 0;
    loop {
        let layout = layout_with(figure, right_edge, plot_height);
        let rest = px(height as i32 - layout.height as i32);
        // Names move into the key as frames get lower, and out of it as they get higher: hence the loop.
        if rest < 0 && plot_height > lowest {
            plot_height = (plot_height + rest / panels - 1).max(lowest);
        } else if rest > px(1) && rounds < ROUNDS {
            plot_height += rest / panels;
            rounds += 1;
        } else {
            return Layout { height: layout.height.max(height), ..layout };
        }
    }
}

fn layout_with(figure: &Figure, right_edge: i32, plot_height: i32) -> Layout {
    let y_ticks: Vec<Vec<Tick>> =
        figure.panels.iter().map(|panel| ticks::upward(&panel.y, plot_height)).collect();
    let end_names = name_room(figure, right_edge, plot_height);
    let numbers = y_ticks.iter().flatten().map(|tick| TICK.width(&tick.label)).max();
    let least_left = numbers.map_or(0, |width| width + TICK_GAP);
    let least_right = end_names.map_or(px(2), |width| width + NAME_GAP);
    let (left, right) = sides(figure, right_edge, least_left, least_right);

    let mut top = 0;
    let mut panels: Vec<PanelLayout> = Vec::new();
    for (index, (panel, y_ticks)) in figure.panels.iter().zip(y_ticks).enumerate() {
        if index > 0 {
            top += px(22);
        }
        let (ramp, ramp_bottom) = ramp(panel, top, right_edge);
        let (key, key_bottom) = key(panel, end_names.is_some(), ramp_bottom, right_edge);
        let title = TITLE.wrap(&panel.y.title(), right_edge);
        let title_top = key_bottom;
        top = title_top + title.len() as i32 * TITLE.line_height();
        if !title.is_empty() {
            top += px(3);
        }
        let (rule_word_width, rule_rows) = rule_words(panel, right_edge);
        let bottom = top + rule_rows * TITLE.line_height();
        let rule_words = Frame { left: 0, right: right_edge, top, bottom };
        top = rule_words.bottom + room_above(panel);
        let frame = Frame { left, right, top, bottom: top + plot_height };
        let frame = if hides_axes(figure, panel) { dots_frame(figure, panel, frame) } else { frame };
        top = frame.bottom;

        let axis = figure.x_of(panel);
        let x_ticks = ticks::along(axis, frame.width());
        let same_as_next = figure.panels.get(index + 1).is_some_and(|next| figure.x_of(next) == axis);
        let below = (!same_as_next).then(|| below(axis, frame, !x_ticks.is_empty(), right_edge));
        top = below.as_ref().map_or(top, |below| below.bottom);
        let title = (title, title_top);
        panels.push(PanelLayout {
            frame,
            x_ticks,
            y_ticks,
            title,
            key,
            ramp,
            rule_words,
            rule_word_width,
            below,
        });
    }
    Layout { height: (top + px(2)).max(px(20)) as u32 / QUARTERS + 1, right: right_edge, end_names, panels }
}

/// The left and right edges of the frames, such that the outermost numbers of
/// the x axes do not stick out.
fn sides(figure: &Figure, width: i32, mut left: i32, mut margin: i32) -> (i32, i32) {
    // The room for numbers and their number depend on each other; they settle.
    for _ in 0..3 {
        for axis in figure.panels.iter().map(|panel| figure.x_of(panel)) {
            let length = width - left - margin;
            let ticks = ticks::along(axis, length);
            let out = |tick: &Tick, inside: f64, room: i32| {
                (TICK.width(&tick.label) / 2 - (inside * f64::from(length)) as i32 - room).max(0)
            };
            if let (Some(first), Some(last)) = (ticks.first(), ticks.last()) {
                let (more_left, more_right) = (out(first, first.at, left), out(last, 1.0 - last.at, margin));
                left += more_left;
                margin += more_right;
            }
        }
    }
    (left, width - margin)
}

/// Room for half a number at the upper end, or for the value on a bar.
fn room_above(panel: &Panel) -> i32 {
    if panel.marks.iter().any(|mark| matches!(mark, Mark::Bars(_))) {
        px(18)
    } else if is_diagram(panel) {
        0
    } else {
        px(8)
    }
}

fn is_diagram(panel: &Panel) -> bool {
    panel.marks.iter().any(|mark| matches!(mark, Mark::Node(_)))
}

fn hides_axes(figure: &Figure, panel: &Panel) -> bool {
    figure.x_of(panel).scale == AxisScale::Hidden && panel.y.scale == AxisScale::Hidden && !is_diagram(panel)
}

/// The height of each frame, in quarter pixels.
fn plot_height(figure: &Figure, width: i32) -> i32 {
    let has = |kind: fn(&Mark) -> bool| figure.panels.iter().any(|panel| panel.marks.iter().any(kind));
    if has(|mark| matches!(mark, Mark::Node(_))) {
        return (width * 3 / 2).clamp(px(300), px(410));
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
        right: frame.left + (length(figure.x_of(panel)) as i32).min(frame.width()),
        bottom: frame.top + length(&panel.y) as i32,
        ..frame
    }
}

/// The distance between neighbouring dots on hidden axes, in quarter pixels.
fn cell(figure: &Figure, panel: &Panel, frame: Frame) -> f64 {
    let length = |axis: &Axis| axis.range.1 - axis.range.0;
    let across = f64::from(frame.width()) / length(figure.x_of(panel));
    let up = f64::from(frame.width()) * 1.2 / length(&panel.y);
    let within = f64::from(frame.height()) / length(&panel.y);
    across.min(up).min(within).min(f64::from(px(18)))
}

/// The radius of a panel's dots, in quarter pixels.
pub fn dot_radius(figure: &Figure, panel: &Panel, frame: Frame) -> i32 {
    if hides_axes(figure, panel) {
        let (from, to) = figure.x_of(panel).range;
        (f64::from(frame.width()) / (to - from) * 0.36) as i32
    } else {
        DOT
    }
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

/// Places the words below a frame.
fn below(axis: &Axis, frame: Frame, has_numbers: bool, width: i32) -> Below {
    let numbers = frame.bottom + X_NUMBERS_GAP;
    let categories = categories(axis, frame.width());
    let rows = categories.iter().map(|(lines, row)| lines.len() as i32 + row).max();
    let rows = rows.unwrap_or(i32::from(has_numbers));
    let mut bottom = if rows > 0 { numbers + rows * TICK.line_height() } else { frame.bottom };
    let title = TITLE.wrap(&axis.title(), width);
    let title_top = bottom + px(4);
    if !title.is_empty() {
        bottom = title_top + title.len() as i32 * TITLE.line_height();
    }
    Below { numbers, categories, title: (title, title_top), bottom }
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
