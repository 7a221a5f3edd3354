//! What the style sheet and the drawing agree on: the class of each role, the
//! shape of its dots, and the shades of maps.

use super::figure::{Grid, Role};
use super::scene::nearest;

impl Role {
    /// The class that gives an element this role's colour and dash.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Luigi => "luigi",
            Self::Careless => "careless",
            Self::Clever => "clever",
            Self::Yours => "yours",
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Measured => "measured",
            Self::Before => "before",
        }
    }

    /// The shape of a dot, so that colour is not all that tells it.
    #[must_use]
    pub(super) const fn marker(self) -> Marker {
        match self {
            Self::Luigi | Self::Before => Marker::Disc,
            Self::Careless => Marker::Lines(&[&[(-6, -6), (6, 6)], &[(-6, 6), (6, -6)]]),
            Self::Clever => Marker::Shape(&[(0, -9), (9, 0), (0, 9), (-9, 0)]),
            Self::Yours => Marker::Shape(&[(-6, -6), (6, -6), (6, 6), (-6, 6)]),
            Self::First => Marker::Shape(&[(0, -8), (8, 6), (-8, 6)]),
            Self::Second => Marker::Shape(&[(0, 8), (8, -6), (-8, -6)]),
            Self::Third => Marker::Lines(&[&[(-8, 0), (8, 0)], &[(0, -8), (0, 8)]]),
            Self::Measured => {
                Marker::Shape(&[(-3, -7), (3, -7), (7, -3), (7, 3), (3, 7), (-3, 7), (-7, 3), (-7, -3)])
            }
        }
    }
}

/// The shape of a dot; coordinates in eighths of its radius, y downwards.
#[derive(Clone, Copy)]
pub(super) enum Marker {
    Disc,
    Shape(&'static [(i32, i32)]),
    Lines(&'static [&'static [(i32, i32)]]),
}

/// How much of the colour shows at the lowest value, of 255.
const LIGHTEST: f64 = 10.0;

/// How much of the colour shows for a value, of 255.
pub fn shade(grid: &Grid, value: f64) -> u8 {
    let (low, high) = grid.range;
    let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
    if share.is_nan() { 0 } else { nearest(LIGHTEST + share * (255.0 - LIGHTEST)) as u8 }
}

/// A style sheet without comments and with the values of the light theme for
/// the tokens.
pub fn with_light_colours(tokens: &str, sheet: &str) -> String {
    with_values(&without_comments(sheet), &declarations(tokens, "light"))
}

/// The colours of a theme, `light` or `dark`: names and values, one to a line.
#[must_use]
pub fn declarations<'a>(tokens: &'a str, theme: &str) -> Vec<(&'a str, &'a str)> {
    let start = ["var(--", theme, ", "].concat();
    let colour = |line: &'a str| {
        let (name, values) = line.trim().split_once(": ")?;
        let (value, _) = values.split_once(&start)?.1.split_once(')')?;
        Some((name, value))
    };
    tokens.lines().filter_map(colour).collect()
}

fn with_values(sheet: &str, values: &[(&str, &str)]) -> String {
    let mut sheet = sheet.to_owned();
    for (name, value) in values {
        sheet = sheet.replace(&["var(", name, ")"].concat(), value);
    }
    sheet
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.trim_start().to_owned()
}
