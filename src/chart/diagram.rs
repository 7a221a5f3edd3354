//! Boxes with words, and arrows between them.
//!
//! Arrows bend around boxes that stand in their way, and their words stand
//! where they cover nothing, so that a simulator only has to say what is
//! connected.

use super::element::{classed, element, text};
use super::figure::{Arrow, Mark, Node};
use super::path::{PathData, Place};
use super::scene::{Element, Frame, nearest, px};
use super::stage::Stage;
use super::words::{LABEL, TICK};
use crate::math;

/// Between the words and the edge of a box.
const PADDING: (i32, i32) = (px(5), px(4));
/// Between an arrow and the boxes it connects, and those it passes.
const CLEARANCE: i32 = px(4);
/// How far an arrow may bend, as a share of its length; the first that works.
const BENDS: [f64; 9] = [0.0, 0.16, -0.16, 0.3, -0.3, 0.5, -0.5, 0.75, -0.75];
/// The length of an arrow's head, and its breadth to either side.
const HEAD: (f64, f64) = (px(9) as f64, px(4) as f64);
/// Between boxes of a row, and between those that an arrow connects.
const APART: (i32, i32) = (px(10), px(26));

/// The arrows and boxes of a panel, and the words on them.
pub fn draw(stage: &Stage) -> (Vec<Element>, Vec<Element>) {
    let nodes: Vec<(&Node, Vec<String>, Frame)> = stage
        .panel
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Node(node) = mark { Some(node) } else { None })
        .map(|node| {
            let (lines, place) = placed(node, stage);
            (node, lines, place)
        })
        .collect();
    let boxes: Vec<Frame> = nodes.iter().map(|(_, _, place)| *place).collect();
    let arrows: Vec<&Arrow> = stage
        .panel
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Arrow(arrow) = mark { Some(arrow) } else { None })
        .collect();
    let ends = |arrow: &Arrow| {
        let find = |id: &str| nodes.iter().position(|(node, _, _)| node.id == id);
        find(arrow.from).zip(find(arrow.to))
    };
    let lines: Vec<Vec<Place>> = arrows
        .iter()
        .map(|arrow| ends(arrow).map_or_else(Vec::new, |(from, to)| route(from, to, &boxes)))
        .collect();

    let mut drawn = Vec::new();
    let mut words = Vec::new();
    let mut taken = boxes.clone();
    for (arrow, line) in arrows.iter().zip(&lines) {
        let (shaft, head) = shaft_and_head(line);
        drawn.push(element("arrow", arrow.role).with("d", shaft));
        drawn.push(element("head", arrow.role).with("d", head));
        if !arrow.label.is_empty() {
            // In the narrowest picture there may be no room for it.
            let Some(place) = beside(line, arrow.label, &taken, &lines, stage.frame) else { continue };
            taken.push(place);
            let word = text(&[arrow.label.to_owned()], LABEL, (place.left + place.right) / 2, place.top);
            words.push(classed(word, ["sign ", arrow.role.class()].concat()));
        }
    }
    for (node, lines, place) in nodes {
        drawn.push(element("node", node.role).with("d", rectangle(place)));
        let word = text(&lines, TICK, (place.left + place.right) / 2, place.top + PADDING.1);
        words.push(classed(word, ["inside ", node.role.class()].concat()));
    }
    (drawn, words)
}

/// The words of a node, and its box around them, inside the frame.
fn placed(node: &Node, stage: &Stage) -> (Vec<String>, Frame) {
    let frame = stage.frame;
    let centre = |node: &Node| {
        let (x, y) = stage.point(&node.at);
        (frame.x(x), frame.y(y))
    };
    let (x, y) = centre(node);
    // As wide as the neighbours in the same row allow.
    let mut widest = (frame.width() * 6 / 25).clamp(px(72), px(140));
    let connected = |other: &Node| {
        let ends = |arrow: &Arrow| [arrow.from, arrow.to];
        stage.panel.marks.iter().any(|mark| match mark {
            Mark::Arrow(arrow) => ends(arrow) == [node.id, other.id] || ends(arrow) == [other.id, node.id],
            _ => false,
        })
    };
    for mark in &stage.panel.marks {
        if let Mark::Node(other) = mark {
            let (other_x, other_y) = centre(other);
            if other.id != node.id && (other_y - y).abs() < px(40) {
                let apart = if connected(other) { APART.1 } else { APART.0 };
                widest = widest.min((other_x - x).abs() - apart);
            }
        }
    }
    let lines = TICK.wrap_into_width(node.label, widest - 2 * PADDING.0);
    let width = TICK.widest(&lines) + 2 * PADDING.0;
    let height = lines.len() as i32 * TICK.line_height() + 2 * PADDING.1;
    let left = (x - width / 2).min(frame.right - width - px(1)).max(frame.left + px(1));
    let top = (y - height / 2).min(frame.bottom - height - px(1)).max(frame.top + px(1));
    (lines, Frame { left, right: left + width, top, bottom: top + height })
}

fn rectangle(place: Frame) -> String {
    let mut path = PathData::default();
    let Frame { left, right, top, bottom } = place;
    path.shape(&[(left, top), (right, top), (right, bottom), (left, bottom)]);
    path.finish()
}

/// The way from one box to another: the least bent that passes no third.
fn route(from: usize, to: usize, boxes: &[Frame]) -> Vec<Place> {
    let passes = |line: &[Place]| {
        let touches = |at: usize| line.iter().any(|place| contains(boxes[at], *place, CLEARANCE));
        (0..boxes.len()).all(|at| at == from || at == to || !touches(at))
    };
    let ways = BENDS.map(|bend| bent(boxes[from], boxes[to], bend));
    let first = ways.iter().position(|way| way.len() > 1 && passes(way)).unwrap_or(0);
    ways[first].clone()
}

/// A line from box to box, bent to one side by a share of its length.
fn bent(from: Frame, to: Frame, bend: f64) -> Vec<Place> {
    let (start, end) = (centre(from), centre(to));
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let control = ((start.0 + end.0) / 2.0 - dy * bend, (start.1 + end.1) / 2.0 + dx * bend);
    (0..=48)
        .map(|step| {
            let t = f64::from(step) / 48.0;
            let s = 1.0 - t;
            let along = |a: f64, b: f64, c: f64| nearest(s * s * a + 2.0 * s * t * b + t * t * c);
            (along(start.0, control.0, end.0), along(start.1, control.1, end.1))
        })
        .filter(|place| !contains(from, *place, px(1)) && !contains(to, *place, CLEARANCE))
        .collect()
}

fn centre(frame: Frame) -> (f64, f64) {
    (f64::from(frame.left + frame.right) / 2.0, f64::from(frame.top + frame.bottom) / 2.0)
}

fn contains(frame: Frame, place: Place, margin: i32) -> bool {
    (frame.left - margin..=frame.right + margin).contains(&place.0)
        && (frame.top - margin..=frame.bottom + margin).contains(&place.1)
}

/// A line up to the arrowhead at its end, and the arrowhead.
fn shaft_and_head(line: &[Place]) -> (String, String) {
    let (mut shaft, mut head) = (PathData::default(), PathData::default());
    if let (Some(tip), Some(before)) = (line.last(), line.iter().rev().nth(3).or(line.first())) {
        let (dx, dy) = (f64::from(tip.0 - before.0), f64::from(tip.1 - before.1));
        let length = math::sqrt(dx * dx + dy * dy).max(1.0);
        let (dx, dy) = (dx / length, dy / length);
        let back = |along: f64, side: f64| {
            (tip.0 - nearest(along * dx + side * dy), tip.1 - nearest(along * dy - side * dx))
        };
        // The shaft ends inside the head, so that a broad one does not show at the tip.
        let is_inside = |place: &&Place| {
            let (x, y) = (f64::from(place.0 - tip.0), f64::from(place.1 - tip.1));
            x * x + y * y < HEAD.0 * HEAD.0
        };
        let inside = line.iter().rev().take_while(is_inside).count();
        let mut places = line[..line.len() - inside].to_vec();
        places.push(back(HEAD.0 * 0.8, 0.0));
        shaft.line(&places);
        head.shape(&[back(HEAD.0, HEAD.1), *tip, back(HEAD.0, -HEAD.1)]);
    }
    (shaft.finish(), head.finish())
}

/// A place beside a line for its word that covers no box, other word or line.
fn beside(line: &[Place], word: &str, taken: &[Frame], lines: &[Vec<Place>], frame: Frame) -> Option<Frame> {
    let (width, height) = (LABEL.width(word), LABEL.line_height());
    let mut best: Option<(usize, Frame)> = None;
    for part in [10, 8, 12, 6, 14, 4, 16] {
        let Some(&(x, y)) = line.get(line.len() * part / 20) else { continue };
        for (right, down) in [(0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1)] {
            let left = x - width / 2 + right * (width / 2 + px(4));
            let top = y - height / 2 + down * (height / 2 + px(2));
            let place = Frame { left, right: left + width, top, bottom: top + height };
            let inside = left >= frame.left
                && place.right <= frame.right
                && top >= frame.top
                && place.bottom <= frame.bottom;
            if !inside || taken.iter().any(|other| overlaps(*other, place)) {
                continue;
            }
            let covered = lines.iter().flatten().filter(|point| contains(place, **point, 0)).count();
            if best.is_none_or(|(least, _)| covered < least) {
                best = Some((covered, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

fn overlaps(one: Frame, other: Frame) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
