//! Names with samples: what stands at the ends of lines, and what in the key.

use super::figure::{Figure, Mark, Panel, Role, Rule, RuleAt, Series};
use super::scene::{Frame, px};
use super::theme;
use super::words::{LABEL, TICK};
use crate::number::Format;

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

/// From a sample in the key to its name.
pub const SAMPLE_GAP: i32 = px(6);
/// The length of the key of a map.
const SHADES: i32 = px(96);
const ITEM_GAP: i32 = px(20);
const ROW: i32 = px(19);
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
                    let shade = |index: usize| Sample::Shade(grid.role, theme::shade(grid, index as f64));
                    names.extend(words.iter().enumerate().map(|(index, word)| (*word, shade(index))));
                }
            }
            _ => {}
        }
    }
    names.retain(|(name, _)| !name.is_empty());
    names
}

/// The width of the names at the ends of lines, if they fit there.
pub fn name_room(figure: &Figure, width: i32, plot_height: i32) -> Option<i32> {
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
            return None;
        }
        if fits && widest <= limit {
            // In steps, so that a number in a name does not shake the frame.
            return Some((widest + px(8)) / px(8) * px(8));
        }
    }
    None
}

/// The key of a panel from an upper edge, and its lower edge.
pub fn key(panel: &Panel, names_at_ends: bool, top: i32, width: i32) -> (Vec<KeyItem>, i32) {
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
pub fn ramp(panel: &Panel, top: i32, width: i32) -> (Option<Ramp>, i32) {
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
