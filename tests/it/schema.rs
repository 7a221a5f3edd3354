//! The published schema: real exports are what it says, and others are not.
//!
//! The check below knows the few words of JSON Schema that the schema uses,
//! and fails at any other: a whole validator is forty crates.

use serde_json::{Map, Value, json};
use what_survives::export;
use what_survives::params::Values;
use what_survives::simulators::ALL;

/// The first place where a value is not what a schema says.
struct Schema(Value);

impl Schema {
    fn published() -> Self {
        Self(serde_json::from_str(&export::schema()).unwrap())
    }

    fn check(&self, value: &Value) -> Result<(), String> {
        self.check_at(&self.0, value, "")
    }

    fn check_at(&self, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
        let Value::Object(rules) = schema else { return Err(format!("{path}: {schema} is no schema")) };
        rules.iter().try_for_each(|(rule, wanted)| self.check_rule(rules, rule, wanted, value, path))
    }

    fn check_rule(
        &self,
        rules: &Map<String, Value>,
        rule: &str,
        wanted: &Value,
        value: &Value,
        path: &str,
    ) -> Result<(), String> {
        let is =
            |right: bool| if right { Ok(()) } else { Err(format!("{path} is against {rule}: {wanted}")) };
        let length = || value.as_array().map_or(0, Vec::len) as u64;
        match rule {
            "$schema" | "$defs" | "title" | "description" | "default" | "format" | "then" => Ok(()),
            "type" => {
                let kinds = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
                is(kinds.iter().any(|kind| is_of_type(value, kind.as_str().unwrap())))
            }
            "const" => is(value == wanted),
            "enum" => is(wanted.as_array().unwrap().contains(value)),
            "minimum" => is(value.as_f64() >= wanted.as_f64()),
            "maximum" => is(value.as_f64() <= wanted.as_f64()),
            "maxLength" => {
                let most = wanted.as_u64().unwrap();
                is(value.as_str().is_none_or(|text| text.chars().count() as u64 <= most))
            }
            "minItems" => is(length() >= wanted.as_u64().unwrap()),
            "maxItems" => is(length() <= wanted.as_u64().unwrap()),
            "required" => {
                is(wanted.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()))
            }
            "$ref" => {
                let pointer = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                self.check_at(self.0.pointer(pointer).unwrap(), value, path)
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items
                    .into_iter()
                    .try_for_each(|(at, item)| self.check_at(wanted, item, &format!("{path}/{at}")))
            }
            "properties" => wanted.as_object().unwrap().iter().try_for_each(|(key, schema)| {
                value.get(key).map_or(Ok(()), |found| self.check_at(schema, found, &format!("{path}/{key}")))
            }),
            "additionalProperties" => {
                let known = rules.get("properties").and_then(Value::as_object);
                let mut others = value.as_object().into_iter().flatten();
                others.try_for_each(|(key, found)| match wanted {
                    _ if known.is_some_and(|known| known.contains_key(key)) => Ok(()),
                    Value::Bool(allowed) => is(*allowed),
                    schema => self.check_at(schema, found, &format!("{path}/{key}")),
                })
            }
            "oneOf" => {
                let fitting = wanted.as_array().unwrap().iter();
                is(fitting.filter(|one| self.check_at(one, value, path).is_ok()).count() == 1)
            }
            "anyOf" => {
                is(wanted.as_array().unwrap().iter().any(|one| self.check_at(one, value, path).is_ok()))
            }
            "allOf" => wanted.as_array().unwrap().iter().try_for_each(|one| self.check_at(one, value, path)),
            "if" => match self.check_at(wanted, value, path) {
                Ok(()) => self.check_at(&rules["then"], value, path),
                Err(_) => Ok(()),
            },
            _ => Err(format!("{path}: the test does not know the rule {rule}")),
        }
    }
}

fn is_of_type(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        _ => panic!("there is no type {kind}"),
    }
}

fn exported(simulator: &'static dyn what_survives::simulator::AnySimulator, values: &Values) -> Value {
    serde_json::from_str(&export::json(
        &export::Given::sure(simulator, values.clone()),
        "https://example.org/",
    ))
    .unwrap()
}

#[test]
fn every_export_is_what_the_schema_says() {
    let schema = Schema::published();
    for simulator in ALL.iter().copied() {
        let defaults = Values::defaults(simulator.specs());
        let ends = [0.0, 1.0].map(|end| {
            let mut values = defaults.clone();
            for spec in simulator.specs() {
                values.set(spec.id, spec.at_fraction(end));
            }
            values
        });
        let presets = simulator.presets().iter().map(|preset| simulator.preset_values(preset));
        for values in presets.chain([defaults]).chain(ends) {
            let state = exported(simulator, &values);
            assert_eq!(schema.check(&state), Ok(()), "{}", state["address"]);
            assert_eq!(state["$schema"], "https://example.org/schema.json");
            assert!(state.get("ranges").is_none());
        }
        let given = export::Given::linked(simulator, "");
        let unsure = export::Given { ranges: given.ranges.clone().unsure(&given.values), ..given };
        let state: Value = serde_json::from_str(&export::json(&unsure, "")).unwrap();
        assert_eq!(schema.check(&state), Ok(()));
        assert!(state["ranges"].as_object().is_some_and(|ranges| !ranges.is_empty()));
    }
}

#[test]
fn every_exploration_is_what_the_schema_says() {
    let schema = Schema::published();
    let explored = json!({ "$ref": "#/$defs/Explored" });
    let simulator = what_survives::simulators::find("waluigi-decay").unwrap();
    let asked = export::Asked {
        unsure: true,
        against: Some("reveal=0.0001&horizon=10".to_owned()),
        map: Some("reveal,prior".to_owned()),
        claim: None,
    };
    let given = export::read(simulator, "").unwrap();
    let found = export::Exploration::new(given, &asked).unwrap();
    let text = export::explored(&found, "https://example.org/");
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["$schema"], "https://example.org/schema.json#/$defs/Explored");
    assert_eq!(schema.check_at(&explored, &file, ""), Ok(()));
    assert!(schema.check(&file).is_err(), "it is taken for a state");
    assert!(file["against"]["claims"][0].is_object() && file["map"].is_object());
    for (path, object) in [
        ("", &file),
        ("/claims/0", &file["claims"][0]),
        ("/readouts/0", &file["readouts"][0]),
        ("/against", &file["against"]),
        ("/against/readouts/0", &file["against"]["readouts"][0]),
        ("/against/claims/0", &file["against"]["claims"][0]),
        ("/map", &file["map"]),
    ] {
        for key in object.as_object().unwrap().keys() {
            let mut other = file.clone();
            other.pointer_mut(path).unwrap()[key] = json!([[["other"]]]);
            assert!(schema.check_at(&explored, &other, "").is_err(), "{path}/{key} can be anything");
        }
    }
}

/// Each field that is taken away or is of another kind is seen.
#[test]
fn what_is_no_export_is_against_the_schema() {
    let schema = Schema::published();
    for simulator in ALL.iter().copied() {
        let state = exported(simulator, &Values::defaults(simulator.specs()));
        let check = |path: &str, key: &str| {
            let mut without = state.clone();
            without.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(key).unwrap();
            assert!(schema.check(&without).is_err(), "{path}/{key} is not needed");
            let mut other = state.clone();
            other.pointer_mut(path).unwrap()[key] = json!([[["other"]]]);
            assert!(schema.check(&other).is_err(), "{path}/{key} can be anything");
        };
        for (path, object) in [
            ("", &state),
            ("/parameters", &state["parameters"]),
            ("/readouts/0", &state["readouts"][0]),
            ("/claims/0", &state["claims"][0]),
            ("/figures/0", &state["figures"][0]),
            ("/figures/0/x", &state["figures"][0]["x"]),
            ("/figures/0/series/0", &state["figures"][0]["series"][0]),
        ] {
            for key in object.as_object().unwrap().keys() {
                check(path, key);
            }
        }
        for spec in simulator.specs().iter().filter(|spec| spec.has_slider()) {
            let mut outside = state.clone();
            outside["parameters"][spec.id] = json!(spec.max() + 1.0);
            assert!(schema.check(&outside).is_err(), "{} has no end", spec.id);
        }
        let mut more = state.clone();
        more["parameters"]["no_such"] = json!(1);
        assert!(schema.check(&more).is_err());
    }
}

/// Whoever reads the schema learns what each field means.
#[test]
fn every_field_is_described() {
    let Schema(schema) = Schema::published();
    let mut waiting = vec![&schema];
    let mut fields = 0;
    while let Some(value) = waiting.pop() {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (key, field) in properties.iter().filter(|_| value.get("type").is_some()) {
                fields += 1;
                assert!(
                    field["description"].as_str().is_some_and(|words| words.len() > 10),
                    "{key}: {field}"
                );
            }
        }
        waiting.extend(value.get("$defs").and_then(Value::as_object).into_iter().flat_map(Map::values));
    }
    assert!(fields > 100, "{fields}");
}
