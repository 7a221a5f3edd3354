//! Draws a figure: mesh and axes, words, marks.

use super::diagram;
use super::figure::{AxisScale, Figure};
use super::labels;
use super::layout::{TICK_MARK, dot_radius, layout};
use super::marks;
use super::pen::record_with_mesh;
use super::scene::{Element, Scene};
use super::stage::Stage;

/// Draws a figure for a width in pixels.
///
/// The same figure and width give the same scene, natively and in the browser.
#[must_use]
pub fn draw(figure: &Figure, width: u32) -> Scene {
    draw_within(figure, width, None)
}

/// The same for a place that has a height in pixels, which it fills; it is
/// higher if it cannot be made as low.
#[must_use]
pub fn draw_within(figure: &Figure, width: u32, height: Option<u32>) -> Scene {
    let layout = layout(figure, width, height);
    let (mut mesh, mut words, mut drawn, mut over) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (panel, place) in figure.panels.iter().zip(&layout.panels) {
        let stage = Stage { x: figure.x_of(panel), panel, place, frame: place.frame };
        mesh.extend(mesh_of(&stage));
        words.push(labels::around_panel(&stage, &layout));
        words.push(labels::below_panel(&stage, &layout));
        let (mut below, mut above) = diagram::draw(&stage);
        let radius = dot_radius(figure, panel, place.frame);
        for mark in &panel.marks {
            below.extend(marks::draw(mark, &stage, radius));
            above.extend(marks::words_on(mark, &stage));
        }
        drawn.push(Element::group("panel", below));
        over.push(Element::group("panel", above).with("text-anchor", "middle"));
    }
    Scene {
        width,
        height: layout.height,
        nodes: vec![
            Element::group("mesh", mesh),
            Element::group("words", words),
            Element::group("marks", drawn),
            Element::group("over", over),
        ],
        frames: layout.panels.iter().map(|panel| panel.frame).collect(),
    }
}

/// Level lines at the ticks, and the axes.
fn mesh_of(stage: &Stage) -> [Element; 2] {
    let x_ticks: Vec<f64> = stage.place.x_ticks.iter().map(|tick| tick.at).collect();
    let y_ticks: Vec<f64> = stage.place.y_ticks.iter().map(|tick| tick.at).collect();
    let map = stage.is_map();
    let levels = record_with_mesh(stage.frame, &[], &y_ticks, &|plot| {
        if map {
            plot.tick_marks_beside(TICK_MARK);
        } else {
            plot.level_lines();
        }
    });
    let axes = record_with_mesh(stage.frame, &x_ticks, &[], &|plot| {
        if stage.x.scale != AxisScale::Hidden {
            plot.line(vec![(0.0, 0.0), (1.0, 0.0)]);
            plot.tick_marks_below(TICK_MARK);
        }
        if map {
            plot.shape(vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        }
        // Zero stands out where values lie on both sides of it.
        let zero = stage.panel.y.fraction(0.0);
        if zero > 0.0 && zero < 1.0 && !map && stage.panel.y.scale == AxisScale::Linear {
            plot.line(vec![(0.0, zero), (1.0, zero)]);
        }
    });
    [Element::new("path", "level").with("d", levels), Element::new("path", "axis").with("d", axes)]
}
