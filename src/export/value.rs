//! The values of parameters as they stand in a file.

use serde::{Serialize, Serializer};

use super::number::Number;
use crate::params::{Scale, Spec, Values};

/// The value of a parameter: true or false, a number within the range of the
/// parameter, or a text (that of a choice is its id).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value {
    /// On or off.
    Flag(bool),
    /// A number in the unit of its parameter; whole where it must be.
    Number(Number),
    /// The id of a choice.
    Text(String),
}

impl Value {
    /// What a number means to a parameter.
    #[must_use]
    pub fn of(spec: &Spec, number: f64) -> Self {
        match spec.scale {
            Scale::Flag => Self::Flag(number != 0.0),
            Scale::Choice(_) => Self::Text(spec.text(number)),
            _ => Self::Number(Number(number)),
        }
    }
}

/// All parameters of a state, each by its id, in the order of the page.
pub struct Parameters<'a>(pub &'a Values);

impl Serialize for Parameters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(values) = self;
        serializer.collect_map(values.iter().map(|(spec, number)| (spec.id, Value::of(spec, number))))
    }
}
