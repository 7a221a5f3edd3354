//! A number of the models as it stands in a file.

use serde::{Serialize, Serializer};

/// A number as it stands in a file: a whole one without a point (`1` and not
/// `1.0`), any other with the fewest digits that read back as the same number,
/// and one that is not finite as what does not exist: `null`, or an empty cell.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number(#[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))] pub f64);

/// Below this every whole number is a double of its own.
const WHOLE_BELOW: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(number) = *self;
        if !number.is_finite() {
            serializer.serialize_none()
        } else if number.abs() < WHOLE_BELOW && libm::floor(number) == number {
            serializer.serialize_i64(number as i64)
        } else {
            serializer.serialize_f64(number)
        }
    }
}

impl Number {
    /// The number in a cell of a table, which is empty where it does not exist.
    pub(super) fn cell(self) -> String {
        let text = serde_json::to_string(&self).unwrap_or_default();
        if text == "null" { String::new() } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_back_as_the_same() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-12.5, "-12.5"),
            (0.1, "0.1"),
            (1e15, "1000000000000000"),
            (WHOLE_BELOW - 1.0, "9007199254740991"),
            (1e16, "1e+16"),
            (-1e21, "-1e+21"),
            (1.5e300, "1.5e+300"),
            (0.000_01, "0.00001"),
            (0.000_001_23, "1.23e-6"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (1.0 / 3.0, "0.3333333333333333"),
        ];
        for (number, text) in cases {
            assert_eq!(serde_json::to_string(&Number(number)).unwrap(), text);
            assert_eq!(Number(number).cell(), text);
            assert_eq!(text.parse::<f64>().unwrap(), number);
        }
    }

    #[test]
    fn what_is_not_finite_does_not_exist() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(serde_json::to_string(&Number(number)).unwrap(), "null");
            assert_eq!(Number(number).cell(), "");
        }
    }
}
