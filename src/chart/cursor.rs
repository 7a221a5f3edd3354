//! The cursor of a figure: an upright line, a dot on each curve, and a small
//! table of values that never leaves the picture.

use super::element::text;
use super::figure::Figure;
use super::marks;
use super::reading::{Reading, shares_x};
use super::scene::{Element, Frame, QUARTERS, Scene, px};
use super::words::{Font, LABEL, TICK};

const PADDING: i32 = px(8);
/// From the line to the table.
const GAP: i32 = px(10);
/// Between a name and its value.
const BETWEEN: i32 = px(12);
const DOT: i32 = px(5);

/// The elements of a cursor that stands at `x`, for a drawn figure.
#[must_use]
pub fn cursor(figure: &Figure, scene: &Scene, x: f64, reading: &Reading) -> Vec<Element> {
    let fraction = figure.x.fraction(x);
    let mut elements = Vec::new();
    for (frame, _) in scene.frames.iter().zip(&figure.panels).filter(|(_, panel)| shares_x(panel)) {
        let line = format!("M{} {}V{}", frame.x(fraction), frame.top, frame.bottom);
        elements.push(Element::new("path", "cursor").with("d", line));
    }
    for value in &reading.values {
        let Some((panel, [x, y])) = value.mark else { continue };
        let Some(frame) = scene.frames.get(panel).copied() else { continue };
        let point = (figure.x.fraction(x), figure.panels[panel].y.fraction(y));
        elements.push(marks::dots(value.role, DOT, frame, &[point]));
    }
    let at = scene.frames.first().copied().unwrap_or_default();
    elements.push(table(scene, reading, at.x(fraction), at.top));
    elements
}

/// The table, beside the line on the side that has room for it.
fn table(scene: &Scene, reading: &Reading, line: i32, top: i32) -> Element {
    let (width, height) = ((scene.width * QUARTERS) as i32, (scene.height * QUARTERS) as i32);
    let values = reading.values.iter().map(|value| TICK.width(&value.text)).max().unwrap_or(0);
    let room = (width / 2 - values - BETWEEN - 2 * PADDING).max(px(60));
    let names: Vec<Vec<String>> =
        reading.values.iter().map(|value| TICK.wrap_into_width(&value.name, room)).collect();
    let title = LABEL.wrap_into_width(&reading.place, room + BETWEEN + values);
    let widest = names.iter().map(|lines| TICK.widest(lines)).max().unwrap_or(0);
    let inner = (widest + BETWEEN + values).max(LABEL.widest(&title));
    let box_width = inner + 2 * PADDING;

    let mut children = Vec::new();
    let mut y = PADDING;
    let mut rows = vec![(title, LABEL, "name", None)];
    rows.extend(names.into_iter().zip(&reading.values).map(|(lines, value)| (lines, TICK, "", Some(value))));
    let tall: i32 = rows.iter().map(|(lines, font, ..)| lines.len() as i32 * font.line_height()).sum();
    let box_height = tall + 2 * PADDING;
    let left = if line + GAP + box_width <= width { line + GAP } else { line - GAP - box_width };
    let left = left.clamp(0, (width - box_width).max(0));
    let top = top.min(height - box_height).max(0);
    let frame = Frame { left, right: left + box_width, top, bottom: top + box_height };
    children.push(
        Element::new("rect", "tip")
            .number("x", frame.left)
            .number("y", frame.top)
            .number("width", frame.width())
            .number("height", frame.height())
            .number("rx", px(4)),
    );
    for (lines, font, class, value) in rows {
        let font: Font = font;
        children.push(text(&lines, font, left + PADDING, top + y).with("class", class));
        if let Some(value) = value {
            let words = text(std::slice::from_ref(&value.text), TICK, frame.right - PADDING, top + y);
            children.push(words.with("class", "value").with("text-anchor", "end"));
        }
        y += lines.len() as i32 * font.line_height();
    }
    Element::group("reading", children)
}
