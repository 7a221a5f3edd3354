//! The points of all figures as CSV.
//!
//! By hand: ids and numbers need no quotation marks, and the crate for this
//! would bring a second way to write numbers into the module.

use super::points::series;
use crate::params::Values;
use crate::simulator::AnySimulator;

/// The points of all figures as a table that spreadsheets and data frames read:
/// one row per point, an empty cell for what does not exist. The column
/// `value` is for maps.
#[must_use]
pub fn csv(simulator: &dyn AnySimulator, values: &Values) -> String {
    let mut text = "figure,series,x,y,value\n".to_owned();
    for figure in simulator.run(values).figures() {
        for data in series(figure) {
            for row in data.points.rows() {
                let [x, y, value] = row.map(|number| number.cell());
                text.push_str(&[figure.id, ",", data.id, ",", &x, ",", &y, ",", &value, "\n"].concat());
            }
        }
    }
    text
}
