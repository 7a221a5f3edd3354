//! The one place where points outside the frame and gaps are dealt with.
//!
//! plotters moves points beyond the range to its edge, which bends curves,
//! and draws NaN at the bottom. What comes out of here is finite and inside.

/// A point of a panel: how far along each axis, 0 to 1 inside the frame.
pub type Point = (f64, f64);

/// The pieces of a curve that lie inside the frame, cut at its edges and
/// split where a coordinate does not exist.
#[must_use]
pub fn curve(points: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for run in runs(points) {
        if let [alone] = run[..] {
            if inside(alone) {
                pieces.push(vec![alone]);
            }
            continue;
        }
        for pair in run.windows(2) {
            let Some((from, to)) = segment(pair[0], pair[1]) else {
                open = false;
                continue;
            };
            match pieces.last_mut() {
                Some(piece) if open => piece.push(to),
                _ => pieces.push(vec![from, to]),
            }
            open = to == pair[1];
        }
        open = false;
    }
    pieces
}

/// The part of a closed shape that lies inside the frame (Sutherland and
/// Hodgman's method); all its points exist.
#[must_use]
pub fn shape(points: &[Point]) -> Vec<Point> {
    let mut shape: Vec<Point> = points.iter().copied().map(bounded).collect();
    for edge in 0..4 {
        // How far inside this edge a point lies; negative outside.
        let depth = |point: Point| match edge {
            0 => point.0,
            1 => 1.0 - point.0,
            2 => point.1,
            _ => 1.0 - point.1,
        };
        let mut kept = Vec::with_capacity(shape.len() + 2);
        for (index, &to) in shape.iter().enumerate() {
            let from = shape[(index + shape.len() - 1) % shape.len()];
            let (before, after) = (depth(from), depth(to));
            if (before < 0.0) != (after < 0.0) {
                kept.push(between(from, to, before / (before - after)));
            }
            if after >= 0.0 {
                kept.push(to);
            }
        }
        shape = kept;
    }
    shape
}

/// Whether a point exists and lies inside the frame.
#[must_use]
pub fn inside(point: Point) -> bool {
    (0.0..=1.0).contains(&point.0) && (0.0..=1.0).contains(&point.1)
}

/// The stretches of points that exist.
pub fn runs(points: &[Point]) -> impl Iterator<Item = Vec<Point>> + '_ {
    points
        .split(|point| !(point.0.is_finite() && point.1.is_finite()))
        .filter(|run| !run.is_empty())
        .map(|run| run.iter().copied().map(bounded).collect())
}

/// Far outside is as good as farther, and differences stay finite.
fn bounded(point: Point) -> Point {
    (point.0.clamp(-1e9, 1e9), point.1.clamp(-1e9, 1e9))
}

/// The part of a segment inside the frame (Liang and Barsky's method).
fn segment(from: Point, to: Point) -> Option<(Point, Point)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (speed, room) in [(-dx, from.0), (dx, 1.0 - from.0), (-dy, from.1), (dy, 1.0 - from.1)] {
        if speed == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            enter = enter.max(room / speed);
        } else {
            leave = leave.min(room / speed);
        }
    }
    if enter > leave {
        return None;
    }
    let start = if enter > 0.0 { between(from, to, enter) } else { from };
    let end = if leave < 1.0 { between(from, to, leave) } else { to };
    Some((start, end))
}

/// The point part of the way, kept inside the frame against rounding only
/// where it lies on an edge.
fn between(from: Point, to: Point, part: f64) -> Point {
    let snap = |value: f64| {
        if value.abs() < 1e-9 {
            0.0
        } else if (value - 1.0).abs() < 1e-9 {
            1.0
        } else {
            value
        }
    };
    (snap(from.0 + (to.0 - from.0) * part), snap(from.1 + (to.1 - from.1) * part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: f64 = f64::NAN;

    #[test]
    fn curves_are_cut_at_the_frame_and_split_at_gaps() {
        let table: [(&[Point], &[&[Point]]); 9] = [
            (&[(0.0, 0.5), (1.0, 0.5)], &[&[(0.0, 0.5), (1.0, 0.5)]]),
            // Leaves through the top half way, with its slope.
            (&[(0.0, 0.5), (1.0, 1.5)], &[&[(0.0, 0.5), (0.5, 1.0)]]),
            // Leaves and comes back.
            (
                &[(0.0, 0.5), (0.5, 1.5), (1.0, 0.5)],
                &[&[(0.0, 0.5), (0.25, 1.0)], &[(0.75, 1.0), (1.0, 0.5)]],
            ),
            // Crosses with no point inside.
            (&[(-1.0, -1.0), (2.0, 2.0)], &[&[(0.0, 0.0), (1.0, 1.0)]]),
            (&[(-1.0, 2.0), (2.0, 2.0)], &[]),
            // Gaps and infinities.
            (
                &[(0.0, 0.1), (0.2, 0.1), (0.4, NONE), (0.6, 0.1), (0.8, 0.1)],
                &[&[(0.0, 0.1), (0.2, 0.1)], &[(0.6, 0.1), (0.8, 0.1)]],
            ),
            (&[(0.0, f64::NEG_INFINITY), (0.5, 0.5), (1.0, f64::INFINITY)], &[&[(0.5, 0.5)]]),
            (&[(0.5, 1.5)], &[]),
            (&[], &[]),
        ];
        for (points, pieces) in table {
            assert_eq!(curve(points), pieces, "{points:?}");
        }
    }

    #[test]
    fn shapes_are_cut_at_the_frame() {
        let square = shape(&[(-1.0, 0.2), (2.0, 0.2), (2.0, 0.4), (-1.0, 0.4)]);
        assert_eq!(square.len(), 4);
        assert!(square.iter().all(|point| inside(*point)));
        assert!(square.contains(&(0.0, 0.2)) && square.contains(&(1.0, 0.4)));
        assert_eq!(shape(&[(2.0, 2.0), (3.0, 2.0), (3.0, 3.0)]), []);
    }

    #[test]
    fn whatever_goes_in_what_comes_out_is_inside() {
        let odd = [0.0, 1.0, -0.5, 1.5, 0.3, 1e300, -1e300, NONE, f64::INFINITY, 1e-300, 1.0 + 1e-16];
        let mut points = Vec::new();
        for x in odd {
            for y in odd {
                points.push((x, y));
                points.push((y * 0.7, x));
            }
        }
        let near = |point: &Point| {
            let room = -1e-6..=1.0 + 1e-6;
            room.contains(&point.0) && room.contains(&point.1)
        };
        assert!(curve(&points).iter().flatten().all(near));
        for run in runs(&points) {
            assert!(shape(&run).iter().all(near));
        }
    }
}
