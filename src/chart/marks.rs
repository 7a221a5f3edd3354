//! How each kind of mark is drawn. The number of elements of a mark does not
//! depend on its values, so that a curve stays the same element while it moves.

use super::clip::{self, Point};
use super::element::{classed, element, text};
use super::figure::{Mark, Role, Rule, RuleAt, Series};
use super::pen::record;
use super::raster;
use super::scene::{Element, Frame, px};
use super::stage::Stage;
use super::theme::Marker;
use super::words::TICK;

/// The part of a category's place that its bars fill.
const BARS: f64 = 0.72;

/// The elements of a mark.
pub fn draw(mark: &Mark, stage: &Stage, radius: i32) -> Vec<Element> {
    let frame = stage.frame;
    match mark {
        Mark::Line(series) => vec![curves("line", series.role, frame, &[stage.points(series)])],
        Mark::Dots(series) => vec![dots(series.role, radius, frame, &stage.points(series))],
        Mark::Band { low, high } => {
            let (low, high) = (stage.points(low), stage.points(high));
            let shapes = between(&low, &high);
            area_with("band", role_of(mark), frame, &shapes, &[low, high]).into()
        }
        Mark::Stack(series) => series
            .iter()
            .zip(layers(series, stage))
            .enumerate()
            .flat_map(|(index, (layer, (low, high)))| {
                // Nothing lies above the last layer.
                let edge = if index + 1 < series.len() { vec![high.clone()] } else { Vec::new() };
                area(layer.role, frame, &between(&low, &high), &edge)
            })
            .collect(),
        Mark::Bars(series) => series
            .iter()
            .enumerate()
            .map(|(index, one)| bars(one, frame, &side_by_side(one, index, series.len(), stage)))
            .collect(),
        Mark::StackedBars(series) => stacked(series, stage)
            .iter()
            .zip(series)
            .map(|(rectangles, one)| bars(one, frame, rectangles))
            .collect(),
        Mark::Rule(rule) => {
            // On a map a dotted line needs paper around it.
            let line = rule_line(rule, stage);
            let casing = Element::new("path", "casing").with("d", line.attribute("d").to_owned());
            if stage.is_map() { vec![casing, line] } else { vec![line] }
        }
        Mark::Grid(grid) => raster::map(grid, stage),
        Mark::Node(_) | Mark::Arrow(_) => Vec::new(),
    }
}

/// The words that stand on a mark, not around the panel.
pub fn words_on(mark: &Mark, stage: &Stage) -> Vec<Element> {
    match mark {
        Mark::Bars(series) => bar_values(series, stage),
        _ => Vec::new(),
    }
}

/// The space inside shapes, and lines along some of its edges.
pub fn area(role: Role, frame: Frame, shapes: &[Vec<Point>], edges: &[Vec<Point>]) -> [Element; 2] {
    area_with("area", role, frame, shapes, edges)
}

/// Dots of a radius, in the shape of a role.
pub fn dots(role: Role, radius: i32, frame: Frame, points: &[Point]) -> Element {
    let path = record(frame, &|plot| {
        for point in points.iter().filter(|point| clip::inside(**point)) {
            plot.dot(*point, role.marker(), radius);
        }
    });
    let thickness = match role.marker() {
        Marker::Disc => radius * 2,
        Marker::Shape(_) => px(2),
        Marker::Lines(_) => (radius / 2).max(px(1)),
    };
    element("dots", role).number("stroke-width", thickness).with("d", path)
}

/// The lower and the upper curve of each layer of a stack.
pub fn layers(series: &[Series], stage: &Stage) -> Vec<(Vec<Point>, Vec<Point>)> {
    // What a jump at the very end leads to is drawn on to the end of the axis.
    let drawn = |series: &Series| -> Vec<[f64; 2]> {
        let mut points = series.points.clone();
        if let [.., before, after] = points[..]
            && before[0] == after[0]
        {
            points.push([stage.x.range.1, after[1]]);
        }
        points
    };
    let mut sums: Vec<[f64; 2]> = series
        .first()
        .map_or_else(Vec::new, |first| drawn(first).iter().map(|point| [point[0], 0.0]).collect());
    let place = |sums: &[[f64; 2]]| -> Vec<Point> { sums.iter().map(|sum| stage.point(sum)).collect() };
    let mut low = place(&sums);
    series
        .iter()
        .map(|layer| {
            for (sum, point) in sums.iter_mut().zip(drawn(layer)) {
                sum[1] += point[1];
            }
            let high = place(&sums);
            (std::mem::replace(&mut low, high.clone()), high)
        })
        .collect()
}

fn role_of(mark: &Mark) -> Role {
    mark.series().first().map_or(Role::First, |series| series.role)
}

fn curves(kind: &'static str, role: Role, frame: Frame, curves: &[Vec<Point>]) -> Element {
    let path = record(frame, &|plot| {
        for piece in curves.iter().flat_map(|curve| clip::curve(curve)) {
            plot.line(piece);
        }
    });
    element(kind, role).with("d", path)
}

fn area_with(
    kind: &'static str,
    role: Role,
    frame: Frame,
    shapes: &[Vec<Point>],
    edges: &[Vec<Point>],
) -> [Element; 2] {
    let path = record(frame, &|plot| {
        for shape in shapes {
            plot.shape(clip::shape(shape));
        }
    });
    [element(kind, role).with("d", path), curves("edge", role, frame, edges)]
}

/// The shapes between two curves over the same x, one for each stretch where
/// both exist.
fn between(low: &[Point], high: &[Point]) -> Vec<Vec<Point>> {
    let mut shapes = Vec::new();
    let exists = |point: &Point| point.0.is_finite() && point.1.is_finite();
    let count = low.len().min(high.len());
    let mut start = 0;
    while start < count {
        let length = (start..count).take_while(|&at| exists(&low[at]) && exists(&high[at])).count();
        if length > 1 {
            let stretch = start..start + length;
            let back = low[stretch.clone()].iter().rev();
            shapes.push(high[stretch].iter().chain(back).copied().collect());
        }
        start += length.max(1);
    }
    shapes
}

/// A rectangle from one corner to the opposite one, in fractions.
type Rectangle = (Point, Point);

fn bars(series: &Series, frame: Frame, rectangles: &[Rectangle]) -> Element {
    let path = record(frame, &|plot| {
        for &((x0, y0), (x1, y1)) in rectangles {
            plot.shape(clip::shape(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]));
        }
    });
    element("bar", series.role).with("d", path)
}

/// Where bars begin.
fn zero(stage: &Stage) -> f64 {
    let zero = stage.panel.y.fraction(0.0);
    if zero.is_finite() { zero.clamp(0.0, 1.0) } else { 0.0 }
}

fn side_by_side(series: &Series, index: usize, of: usize, stage: &Stage) -> Vec<Rectangle> {
    let width = BARS / of as f64;
    let left = index as f64 * width - BARS / 2.0;
    // Neighbours do not touch.
    let gap = if of > 1 { width * 0.06 } else { 0.0 };
    series
        .points
        .iter()
        .filter(|point| point[1].is_finite())
        .map(|point| {
            let x = |offset: f64| stage.x.fraction(point[0] + offset);
            ((x(left + gap), zero(stage)), (x(left + width - gap), stage.panel.y.fraction(point[1])))
        })
        .collect()
}

fn stacked(series: &[Series], stage: &Stage) -> Vec<Vec<Rectangle>> {
    let mut sums: Vec<f64> = vec![0.0; series.first().map_or(0, |first| first.points.len())];
    series
        .iter()
        .map(|one| {
            let mut rectangles = Vec::new();
            for (sum, point) in sums.iter_mut().zip(&one.points).filter(|(_, point)| point[1].is_finite()) {
                let low = stage.panel.y.fraction(*sum);
                *sum += point[1];
                let x = |offset: f64| stage.x.fraction(point[0] + offset);
                let low = if low.is_finite() { low } else { 0.0 };
                rectangles.push(((x(-BARS / 2.0), low), (x(BARS / 2.0), stage.panel.y.fraction(*sum))));
            }
            rectangles
        })
        .collect()
}

/// The values above bars, if all of them fit.
fn bar_values(series: &[Series], stage: &Stage) -> Vec<Element> {
    let frame = stage.frame;
    let mut values = Vec::new();
    for (index, one) in series.iter().enumerate() {
        let points = one.points.iter().filter(|point| point[1].is_finite());
        for (point, ((x0, _), (x1, y))) in points.zip(side_by_side(one, index, series.len(), stage)) {
            let lines = [stage.panel.y.format.show(point[1])];
            let (left, right) = (frame.x(x0), frame.x(x1));
            let room = if series.len() == 1 { (right - left) * 5 / 4 } else { right - left };
            if TICK.width(&lines[0]) > room || !clip::inside((x0, y)) || !clip::inside((x1, y)) {
                return Vec::new();
            }
            let edge = frame.y(y);
            let top = if point[1] < 0.0 { edge + px(2) } else { edge - TICK.line_height() - px(1) };
            values.push(classed(text(&lines, TICK, (left + right) / 2, top), "value"));
        }
    }
    values
}

/// A rule, and for an upright one the stroke up to its word.
fn rule_line(rule: &Rule, stage: &Stage) -> Element {
    let ends = match rule.at {
        RuleAt::X(x) => [(stage.x.fraction(x), 0.0), (stage.x.fraction(x), 1.0)],
        RuleAt::Y(y) => [(0.0, stage.panel.y.fraction(y)), (1.0, stage.panel.y.fraction(y))],
    };
    let inside = ends.iter().all(|end| clip::inside(*end));
    // Up to the word, which stands above the frame.
    let above =
        f64::from(stage.frame.top - stage.place.rule_words.bottom) / f64::from(stage.frame.height().max(1));
    let path = record(stage.frame, &|plot| {
        if inside {
            let upper = if matches!(rule.at, RuleAt::X(_)) && !rule.label.is_empty() { above } else { 0.0 };
            plot.line(vec![ends[0], (ends[1].0, ends[1].1 + upper)]);
        }
    });
    Element::new("path", "rule").with("d", path)
}
