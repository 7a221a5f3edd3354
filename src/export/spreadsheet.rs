//! The points of all figures as CSV.

use csv::Writer;
use serde::Serialize;

use super::number::Number;
use super::points::series;
use crate::params::Values;
use crate::simulator::AnySimulator;

/// One point. The names of its fields are those of the columns.
#[derive(Serialize)]
struct Row {
    /// The id of the figure.
    figure: &'static str,
    /// The id of the series in it.
    series: &'static str,
    /// Where it is along the first axis.
    x: Number,
    /// Where it is along the second axis.
    y: Number,
    /// What a map shows there; empty for curves.
    value: Number,
}

/// The points of all figures as a table that spreadsheets and data frames read:
/// one row per point, an empty cell for what does not exist. The column
/// `value` is for maps.
///
/// # Panics
/// Never: rows of one length can be written to memory.
#[must_use]
pub fn csv(simulator: &dyn AnySimulator, values: &Values) -> String {
    let mut table = Writer::from_writer(Vec::new());
    for figure in &simulator.run(values).figures {
        for data in series(figure) {
            for [x, y, value] in data.points.rows() {
                let row = Row { figure: figure.id, series: data.id, x, y, value };
                table.serialize(row).expect("rows of one length, in memory");
            }
        }
    }
    let bytes = table.into_inner().expect("nothing fails in memory");
    String::from_utf8(bytes).expect("texts and numbers are text")
}
