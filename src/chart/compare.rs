//! Two states in one picture: the curves of the first as ghosts behind those
//! of the second.

use super::figure::{Axis, AxisScale, Figure, Mark, Role, Series};

/// The figure with the curves and dots of `before`, the same figure for other
/// values, behind its own. Axes grow so that both can be seen. Maps, diagrams
/// and several bars side by side have no ghosts.
#[must_use]
pub fn with_before(figure: &Figure, before: &Figure) -> Figure {
    let mut both = figure.clone();
    widen(&mut both.x, &before.x);
    for (panel, old) in both.panels.iter_mut().zip(&before.panels) {
        widen(&mut panel.y, &old.y);
        let ghosts = old.marks.iter().flat_map(ghosts);
        let is_map = |mark: &Mark| matches!(mark, Mark::Grid(_));
        let place = panel.marks.iter().rposition(is_map).map_or(0, |place| place + 1);
        panel.marks.splice(place..place, ghosts);
    }
    both
}

fn widen(axis: &mut Axis, other: &Axis) {
    if axis.scale == other.scale && !matches!(axis.scale, AxisScale::Categories(_)) {
        axis.range = (axis.range.0.min(other.range.0), axis.range.1.max(other.range.1));
    }
}

fn ghosts(mark: &Mark) -> Vec<Mark> {
    let ghost = |series: &Series| Series { role: Role::Before, ..series.clone() };
    match mark {
        Mark::Line(series) => vec![Mark::Line(ghost(series))],
        Mark::Dots(series) if series.role != Role::Measured => vec![Mark::Dots(ghost(series))],
        Mark::Bars(series) if series.len() == 1 => vec![Mark::Dots(ghost(&series[0]))],
        Mark::Stack(layers) => {
            let mut sums: Vec<f64> = Vec::new();
            let line = |layer: &Series| {
                let mut line = ghost(layer);
                sums.resize(line.points.len(), 0.0);
                for (sum, point) in sums.iter_mut().zip(&mut line.points) {
                    *sum += point[1];
                    point[1] = *sum;
                }
                Mark::Line(line)
            };
            layers.iter().map(line).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::Panel;
    use super::*;

    fn figure(to: f64, mark: Mark) -> Figure {
        let panel = Panel { x: None, y: Axis::percent("y", "", 0.0, to / 10.0), marks: vec![mark] };
        Figure {
            id: "f",
            title: "F",
            caption: String::new(),
            x: Axis::new("x", "", 0.0, to),
            panels: vec![panel],
        }
    }

    fn series(points: &[[f64; 2]]) -> Series {
        Series { id: "s", label: "curve", role: Role::Clever, points: points.to_vec() }
    }

    #[test]
    fn ghosts_lie_behind_and_axes_hold_both() {
        let line = |to: f64| figure(to, Mark::Line(series(&[[0.0, 0.0], [to, 0.5]])));
        let both = with_before(&line(5.0), &line(10.0));
        assert_eq!((both.x.range, both.panels[0].y.range), ((0.0, 10.0), (0.0, 1.0)));
        let roles: Vec<Role> =
            both.panels[0].marks.iter().flat_map(Mark::series).map(|series| series.role).collect();
        assert_eq!(roles, [Role::Before, Role::Clever]);
    }

    #[test]
    fn the_layers_of_a_stack_become_the_lines_that_are_seen() {
        let stack = figure(1.0, Mark::Stack(vec![series(&[[0.0, 0.25]]), series(&[[0.0, 0.5]])]));
        let both = with_before(&stack, &stack);
        let points: Vec<f64> =
            both.panels[0].marks[..2].iter().map(|mark| mark.series()[0].points[0][1]).collect();
        assert_eq!(points, [0.25, 0.75]);
    }
}
