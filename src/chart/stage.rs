//! What everything that draws on a panel needs: the panel and where it stands.

use super::clip::Point;
use super::figure::{Axis, Mark, Panel, Series};
use super::layout::PanelLayout;
use super::scene::Frame;

/// A panel and where it stands.
pub struct Stage<'a> {
    pub x: &'a Axis,
    pub panel: &'a Panel,
    pub place: &'a PanelLayout,
    pub frame: Frame,
}

impl Stage<'_> {
    /// A point as fractions of the axes.
    pub fn point(&self, point: &[f64; 2]) -> Point {
        (self.x.fraction(point[0]), self.panel.y.fraction(point[1]))
    }

    /// Whether the panel is filled with a map.
    pub fn is_map(&self) -> bool {
        self.panel.marks.iter().any(|mark| matches!(mark, Mark::Grid(_)))
    }

    /// The points of a series as fractions of the axes.
    pub fn points(&self, series: &Series) -> Vec<Point> {
        series.points.iter().map(|point| self.point(point)).collect()
    }
}
