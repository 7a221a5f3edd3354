//! Reads a state back: the JSON that [`json`](super::json) has written, or
//! that somebody wrote like it.
//!
//! Values are read like those of a link, with the same notices. What is no
//! state, or no value of its kind, is an error that begins with its field.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::given::Given;
use super::source::VERSION;
use crate::params::{Notice, Ranges, Scale, Spec, Values};
use crate::params::{named, set, shortened, understands};
use crate::simulator::AnySimulator;
use crate::simulators::{ALL, find};

/// A simulator that can be anywhere.
type Any = &'static dyn AnySimulator;

/// The fields of an object, as they are written.
type Object<'a> = BTreeMap<String, &'a RawValue>;

/// What a state can have that is not asked of it: its results can be had again.
const RESULTS: [&str; 7] = ["$schema", "address", "claims", "figures", "licence", "notices", "readouts"];

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
        return Ok(Given::linked(simulator, text));
    }
    let object = object(text)?;
    if object.contains_key("simulator") || object.contains_key("parameters") {
        state(Some(simulator), &object)
    } else {
        let (values, ranges, notices) = parameters(simulator.specs(), "", &object)?;
        Ok(Given { simulator, values, ranges, notices })
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
    let (values, mut ranges, mut notices) = parameters(simulator.specs(), "parameters.", &fields)?;
    let said = |message| Notice { parameter: None, message };
    for (key, written) in object {
        match &**key {
            "simulator" | "parameters" => {}
            "ranges" => read_ranges(&mut ranges, &values, written)?,
            "version" => {
                let version: String =
                    serde_json::from_str(written.get()).map_err(|_| wrong(key, "a text", written))?;
                if version != VERSION {
                    notices.push(said(format!(
                        "The state is of version {}; this is version {VERSION}, whose numbers may differ.",
                        shortened(&version)
                    )));
                }
            }
            key if RESULTS.contains(&key) => {}
            key => notices.push(said(format!(
                "The state has “{}”, which belongs to no state; it was ignored.",
                shortened(key)
            ))),
        }
    }
    Ok(Given { simulator, values, ranges, notices })
}

/// Reads parameters, each by its id or its former one; what is left out has
/// its default, as in a link. `path` leads to them.
fn parameters(
    specs: &'static [Spec],
    path: &str,
    fields: &Object,
) -> Result<(Values, Ranges, Vec<Notice>), String> {
    let mut values = Values::defaults(specs);
    let mut ranges = Ranges::none(specs);
    let mut notices = Vec::new();
    for (key, written) in fields {
        let (parameter, message) = match named(specs, key) {
            Some(spec) => {
                let text = text_for(spec, written)
                    .ok_or_else(|| wrong(&[path, key].concat(), expected(spec), written))?;
                (Some(spec.id), set(&mut values, &mut ranges, spec, &text))
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
    Ok((values, ranges, notices))
}

/// Reads ranges, each by the id of its parameter as its low end, what the
/// curves are drawn for, and its high end. What stands in `parameters` is drawn.
fn read_ranges(ranges: &mut Ranges, values: &Values, written: &RawValue) -> Result<(), String> {
    let fields: BTreeMap<String, [f64; 3]> = serde_json::from_str(written.get())
        .map_err(|_| wrong("ranges", "an object with lists of three numbers", written))?;
    for (id, [low, _, high]) in fields {
        // A range lies around the value that is drawn.
        if let Some(value) = values.get(&id) {
            ranges.set(&id, low.min(value), high.max(value));
        }
    }
    Ok(())
}

/// The text that a link would have for a value, if it is one of its kind. A
/// number may be the text of one: that is what the fields of forms give.
fn text_for(spec: &Spec, written: &RawValue) -> Option<String> {
    let json = written.get();
    let text = match serde_json::from_str::<String>(json) {
        Ok(text) => text,
        Err(_) if matches!(spec.scale, Scale::Choice(_)) => return None,
        Err(_) => json.to_owned(),
    };
    let is_read = matches!(spec.scale, Scale::Choice(_)) || understands(spec, &text);
    is_read.then_some(text)
}

/// What the value of a parameter is, in words.
const fn expected(spec: &Spec) -> &'static str {
    match spec.scale {
        Scale::Flag => "true or false",
        Scale::Choice(_) => "a text",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Choice;

    const LAWS: &[Choice] =
        &[Choice { id: "gated", label: "gated" }, Choice { id: "linear", label: "linear" }];
    static SPECS: &[Spec] = &[
        Spec::real("Share", 0.0, 1.0, 0.1).declared("share", "", 0.5),
        Spec::log_count("Steps", 10.0, 1e8).declared("steps", "", 1000.0),
        Spec::flag("On").declared("on", "", 0.0),
        Spec::choice("Law", LAWS).declared("law", "", 0.0),
        Spec::real("Pace", 0.0, 1.0, 0.1).formerly("haste").declared("pace", "", 0.5),
    ];

    fn parameters_of(text: &str) -> Result<(Values, Ranges, Vec<Notice>), String> {
        parameters(SPECS, "parameters.", &object(bare(text))?)
    }

    /// Parameters, what a link would say for them, and the notices.
    fn check(text: &str, link: &str, expected: &[&str]) {
        let (values, ranges, notices) = parameters_of(text).unwrap();
        assert_eq!(crate::params::to_link(&Values::defaults(SPECS), &values, &ranges), link, "{text}");
        let messages: Vec<_> = notices.iter().map(|notice| &*notice.message).collect();
        assert_eq!(messages, expected, "{text}");
    }

    fn fails(text: &str, expected: &str) {
        assert_eq!(parameters_of(text).unwrap_err(), expected, "{text}");
    }

    #[test]
    fn values_of_each_kind_are_taken() {
        check("{}", "", &[]);
        check(r#"{"share": 0.25, "steps": 5e3, "on": true}"#, "share=0.25&steps=5000&on=on", &[]);
        check(r#"{"law": "linear"}"#, "law=linear", &[]);
        check(r#"{"share": "0.25", "on": "on"}"#, "share=0.25&on=on", &[]);
        check(r#"{"on": 1}"#, "on=on", &[]);
        check(r#"{"share": "0.25~0.3~0.75"}"#, "share=0.25~0.3~0.75", &[]);
    }

    #[test]
    fn a_former_id_still_works() {
        check(r#"{"haste": 0.25}"#, "pace=0.25", &[]);
        fails(r#"{"haste": null}"#, "parameters.haste: a number is expected, not null");
    }

    #[test]
    fn what_a_link_would_say_is_said() {
        check(r#"{"share": 2}"#, "share=1", &["“Share” goes from 0 to 1; 2 was outside, so 1 is used."]);
        let huge = "“Steps” goes from 10 to 100,000,000; 1e999 was outside, so 100,000,000 is used.";
        check(r#"{"steps": 1e999}"#, "steps=100000000", &[huge]);
        check(r#"{"law": "no"}"#, "", &["“Law” cannot be “no”; it stays at gated."]);
        let unknown = "The state sets “speed”, which this model does not have; it was ignored.";
        check(r#"{"speed": [1]}"#, "", &[unknown]);
    }

    #[test]
    fn what_is_no_value_of_its_kind_is_named() {
        fails(r#"{"share": "much"}"#, "parameters.share: a number is expected, not \"much\"");
        fails(r#"{"share": true}"#, "parameters.share: a number is expected, not true");
        fails(r#"{"share": {"a": 1}}"#, "parameters.share: a number is expected, not an object");
        fails(r#"{"share": "0.1~much"}"#, "parameters.share: a number is expected, not \"0.1~much\"");
        fails(r#"{"steps": [1]}"#, "parameters.steps: a number is expected, not a list");
        fails(r#"{"on": 7}"#, "parameters.on: true or false is expected, not 7");
        fails(r#"{"law": 1}"#, "parameters.law: a text is expected, not 1");
        fails(r#"{"law": null}"#, "parameters.law: a text is expected, not null");
        fails("", "there is nothing in it; a state is a JSON object");
    }
}
