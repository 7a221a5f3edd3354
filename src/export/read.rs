//! Reads a state back: the JSON that [`json`](super::json) has written, or
//! that somebody wrote like it.
//!
//! Values are read like those of a link, with the same notices. What is no
//! state, or no value of its kind, is an error that begins with its field.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::source::VERSION;
use crate::params::{Notice, Scale, Spec, Values, from_query, named, read_text, set_text, shortened};
use crate::simulator::AnySimulator;
use crate::simulators::{ALL, find};

/// A simulator that can be anywhere.
type Any = &'static dyn AnySimulator;

/// The fields of an object, as they are written.
type Object<'a> = BTreeMap<String, &'a RawValue>;

/// What a state can have that is not asked of it: its results can be had again.
const RESULTS: [&str; 7] = ["$schema", "address", "claims", "figures", "licence", "notices", "readouts"];

/// A state that was read.
pub struct Given {
    /// Whose state it is.
    pub simulator: Any,
    /// Its parameters, legal whatever was written.
    pub values: Values,
    /// What could not be taken as it was.
    pub notices: Vec<Notice>,
}

/// Reads the JSON of a state. If a simulator is named, it must be of that one.
///
/// # Errors
/// A sentence that begins with the field that is wrong, such as
/// `parameters.reveal: a number is expected, not null`.
pub fn read_state(simulator: Option<Any>, text: &str) -> Result<Given, String> {
    state(simulator, &object(bare(text))?)
}

/// Reads what is given to a simulator: the JSON of a state, that of its
/// parameters alone, or the end of a link.
///
/// # Errors
/// As [`read_state`]; the end of a link is never wrong.
pub fn read(simulator: Any, text: &str) -> Result<Given, String> {
    let text = bare(text);
    if !text.starts_with(['{', '[']) {
        let (values, notices) = from_query(&Values::defaults(simulator.specs()), text);
        return Ok(Given { simulator, values, notices });
    }
    let object = object(text)?;
    if object.contains_key("simulator") || object.contains_key("parameters") {
        state(Some(simulator), &object)
    } else {
        parameters(simulator, "", &object)
    }
}

/// A text without what editors put before and after it.
fn bare(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

fn object(text: &str) -> Result<Object<'_>, String> {
    if text.is_empty() {
        return Err("there is nothing in it; a state is a JSON object".to_owned());
    }
    serde_json::from_str(text).map_err(|error| format!("it is no JSON object: {error}"))
}

fn state(named: Option<Any>, object: &Object) -> Result<Given, String> {
    let simulator = match (named, object.get("simulator")) {
        (Some(simulator), None) => simulator,
        (None, None) => return Err("simulator: it is missing".to_owned()),
        (named, Some(written)) => {
            let id: String =
                serde_json::from_str(written.get()).map_err(|_| wrong("simulator", "a text", written))?;
            let found = find(&id).ok_or_else(|| {
                let ids: Vec<&str> = ALL.iter().map(|simulator| simulator.info().id).collect();
                format!("simulator: there is no “{}”; there are: {}", shortened(&id), ids.join(", "))
            })?;
            if let Some(other) = named.filter(|named| named.info().id != id) {
                return Err(format!("simulator: it is a state of {id} and not of {}", other.info().id));
            }
            found
        }
    };
    let written = object.get("parameters").ok_or("parameters: they are missing")?;
    let fields: Object =
        serde_json::from_str(written.get()).map_err(|_| wrong("parameters", "an object", written))?;
    let mut given = parameters(simulator, "parameters.", &fields)?;
    let said = |message| Notice { parameter: None, message };
    for (key, written) in object {
        match &**key {
            "simulator" | "parameters" => {}
            "version" => {
                let version: String =
                    serde_json::from_str(written.get()).map_err(|_| wrong(key, "a text", written))?;
                if version != VERSION {
                    given.notices.push(said(format!(
                        "The state is of version {}; this is version {VERSION}, whose numbers may differ.",
                        shortened(&version)
                    )));
                }
            }
            key if RESULTS.contains(&key) => {}
            key => given.notices.push(said(format!(
                "The state has “{}”, which belongs to no state; it was ignored.",
                shortened(key)
            ))),
        }
    }
    Ok(given)
}

/// Reads the parameters of a simulator; `path` leads to them.
fn parameters(simulator: Any, path: &str, fields: &Object) -> Result<Given, String> {
    let mut values = Values::defaults(simulator.specs());
    let mut notices = Vec::new();
    for (key, written) in fields {
        let (parameter, message) = match named(simulator.specs(), key) {
            Some(spec) => {
                let text = text_for(spec, written)
                    .ok_or_else(|| wrong(&[path, key].concat(), expected(spec), written))?;
                (Some(spec.id), set_text(&mut values, spec, &text))
            }
            None => {
                let key = shortened(key);
                let message =
                    format!("The state sets “{key}”, which this model does not have; it was ignored.");
                (None, Some(message))
            }
        };
        notices.extend(message.map(|message| Notice { parameter, message }));
    }
    Ok(Given { simulator, values, notices })
}

/// The text that a link would have for a value, if it is one of its kind. A
/// number may be the text of one: that is what the fields of forms give.
fn text_for(spec: &Spec, written: &RawValue) -> Option<String> {
    let json = written.get();
    let text = match serde_json::from_str::<String>(json) {
        Ok(text) => text,
        Err(_) if matches!(spec.scale, Scale::Choice(_) | Scale::Text { .. }) => return None,
        Err(_) => json.to_owned(),
    };
    let is_read =
        matches!(spec.scale, Scale::Choice(_) | Scale::Text { .. }) || read_text(spec, &text).is_some();
    is_read.then_some(text)
}

/// What the value of a parameter is, in words.
const fn expected(spec: &Spec) -> &'static str {
    match spec.scale {
        Scale::Flag => "true or false",
        Scale::Choice(_) | Scale::Text { .. } => "a text",
        _ => "a number",
    }
}

fn wrong(field: &str, expected: &str, written: &RawValue) -> String {
    let found = match written.get().chars().next() {
        Some('{') => "an object".to_owned(),
        Some('[') => "a list".to_owned(),
        _ => shortened(written.get()),
    };
    format!("{field}: {expected} is expected, not {found}")
}
