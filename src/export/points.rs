//! The points of a figure, in the order in which they are drawn.

use serde::Serialize;

use super::number::Number;
use crate::chart;

/// The data of one curve, band, bar or map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Series {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// Its points. One that is stacked on others has its own share.
    pub points: Points,
}

/// Points of a curve, or cells of a map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Points {
    /// `[x, y]`, in the units of the figure's axes; null is what does not exist.
    Curve(Vec<[Number; 2]>),
    /// `[x, y, value]`: the middle of a cell, and what the map shows there.
    Map(Vec<[Number; 3]>),
}

impl Points {
    /// Each as x, y and value.
    pub(super) fn rows(&self) -> Vec<[Number; 3]> {
        match self {
            Self::Curve(points) => points.iter().map(|[x, y]| [*x, *y, Number(f64::NAN)]).collect(),
            Self::Map(cells) => cells.clone(),
        }
    }
}

/// All data of a figure.
#[must_use]
pub fn series(figure: &chart::Figure) -> Vec<Series> {
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    marks
        .flat_map(|mark| match mark {
            chart::Mark::Grid(grid) => {
                let cells = grid.cells.iter().map(|cell| cell.map(Number)).collect();
                vec![Series { id: grid.id, points: Points::Map(cells) }]
            }
            _ => {
                let curve = |series: &chart::Series| Series {
                    id: series.id,
                    points: Points::Curve(series.points.iter().map(|point| point.map(Number)).collect()),
                };
                mark.series().into_iter().map(curve).collect()
            }
        })
        .collect()
}
