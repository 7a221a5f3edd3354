//! The points of all figures as CSV.
//!
//! By hand: ids and numbers need no quotation marks, and the crate for this
//! would bring a second way to write numbers into the module.

use super::points::series;
use crate::params::Values;
use crate::simulator::AnySimulator;

/// What stands between columns, and what in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// Commas and points, which all programs read that are made for data.
    Comma,
    /// Semicolons and decimal commas, which a spreadsheet reads where people
    /// write 0,5: with the other it takes a row for one cell, and 1.5 for a day.
    Semicolon,
}

/// The points of all figures as a table that spreadsheets and data frames read:
/// one row per point, an empty cell for what does not exist. The column
/// `value` is for maps.
#[must_use]
pub fn csv(simulator: &dyn AnySimulator, values: &Values, signs: Signs) -> String {
    let mut text = String::new();
    let mut row = |[figure, series, x, y, value]: [&str; 5]| {
        let row = [figure, ",", series, ",", x, ",", y, ",", value, "\n"].concat();
        text.push_str(&row);
    };
    row(["figure", "series", "x", "y", "value"]);
    for figure in simulator.run(values).figures() {
        for data in series(figure) {
            for numbers in data.points.rows() {
                let [x, y, value] = numbers.map(|number| number.cell());
                row([figure.id, data.id, &x, &y, &value]);
            }
        }
    }
    match signs {
        Signs::Comma => text,
        // No id has either sign in it.
        Signs::Semicolon => text.replace(',', ";").replace('.', ","),
    }
}
