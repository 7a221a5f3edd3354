//! The values of parameters as they stand in a file.

use serde::{Serialize, Serializer};

use super::number::Number;
use crate::params::{Ranges, Scale, Spec, Values};

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

/// Things by their names, in order.
pub struct Named<T>(pub(super) Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(all) = self;
        serializer.collect_map(all.iter().map(|(name, thing)| (name, thing)))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}

/// Ranges, each by the id of its parameter: low end, what the curves are drawn
/// for, high end.
#[must_use]
pub fn ranges(values: &Values, ranges: &Ranges) -> Named<[Number; 3]> {
    let range = |(spec, (low, high)): (&'static Spec, (f64, f64))| {
        (spec.id, [low, values.get(spec.id).unwrap_or(low), high].map(Number))
    };
    Named(ranges.iter().map(range).collect())
}
