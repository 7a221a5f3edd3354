//! What the JSON of a state looks like, as a JSON schema: made from the
//! structs that write it, with the parameters of each simulator.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::explored::Explored;
use super::list::Kind;
use super::number::Number;
use super::state::State;
use super::text::text;
use super::value;
use crate::params::{Scale, Spec};
use crate::simulator::AnySimulator;
use crate::simulators::ALL;

/// The schema of an exported state (draft 2020-12), as the text of a file; among
/// its definitions is that of what was explored.
#[must_use]
pub fn schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let _ = generator.subschema_for::<Explored>();
    let mut schema = generator.into_root_schema_for::<State>();
    let ids: Vec<&str> = ALL.iter().map(|simulator| simulator.info().id).collect();
    if let Some(simulator) = schema.pointer_mut("/properties/simulator").and_then(Value::as_object_mut) {
        simulator.insert("enum".to_owned(), json!(ids));
    }
    if let Some(definitions) = schema.pointer_mut("/$defs").and_then(Value::as_object_mut) {
        definitions.extend(ALL.iter().map(|known| (known.info().id.to_owned(), parameters(*known))));
    }
    let of_each = |id: &&str| {
        json!({
            "if": { "properties": { "simulator": { "const": id } } },
            "then": { "properties": { "parameters": { "$ref": format!("#/$defs/{id}") } } },
        })
    };
    schema.insert("allOf".to_owned(), ids.iter().map(of_each).collect());
    text(&schema)
}

/// The parameters of a simulator: all of them, and no others.
fn parameters(simulator: &dyn AnySimulator) -> Value {
    let info = simulator.info();
    let specs = simulator.specs();
    let properties: Map<String, Value> =
        specs.iter().map(|spec| (spec.id.to_owned(), parameter(spec))).collect();
    json!({
        "title": info.name,
        "description": info.question,
        "type": "object",
        "properties": properties,
        "required": specs.iter().map(|spec| spec.id).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

/// A parameter: its kind, its range and what it means.
fn parameter(spec: &Spec) -> Value {
    let kind = match Kind::of(spec) {
        Kind::Number => "number",
        Kind::Whole => "integer",
        Kind::Flag => "boolean",
        Kind::Choice => "string",
    };
    let mut schema = json!({
        "title": spec.label,
        "description": spec.help,
        "type": kind,
        "default": value::Value::of(spec, spec.default),
    });
    match spec.scale {
        Scale::Flag => {}
        Scale::Choice(choices) => {
            schema["enum"] = choices.iter().map(|choice| choice.id).collect();
        }
        _ => {
            schema["minimum"] = json!(Number(spec.min()));
            schema["maximum"] = json!(Number(spec.max()));
            if !spec.unit.is_empty() {
                schema["description"] = format!("{} Unit: {}.", spec.help, spec.unit).into();
            }
        }
    }
    schema
}
