//! Values as the readable end of an address, `reveal=0.02&horizon=5000`.
//!
//! Reading never fails: whatever a link says, it gives legal values and a
//! list of notices that say in plain sentences what was changed and why.

use super::{Change, Choice, Scale, Spec, Values};
use crate::number::parse;

/// Something in a link that could not be taken as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The parameter it is about, if it is about one.
    pub parameter: Option<&'static str>,
    /// One plain sentence for the reader.
    pub message: String,
}

/// Keys that mean something to the page and not to the model, and those that
/// other sites add to links: no notice about them.
const NOT_OURS: &[&str] = &["claim", "figure", "show", "hide", "theme", "height", "guess", "pin"];
const TRACKERS: &[&str] = &["utm_", "fbclid", "gclid", "ref", "source", "mc_"];

/// Longest link that is read, in bytes, and most notices that are given.
const MAX_LENGTH: usize = 4096;
const MAX_NOTICES: usize = 6;
const MAX_PAIRS: usize = 200;

/// Reads `key=value` pairs on top of `base` (the page's preset).
///
/// The text may start with `?`; it may be anything.
#[must_use]
pub fn from_query(base: &Values, query: &str) -> (Values, Vec<Notice>) {
    let mut values = base.clone();
    let mut notices = Vec::new();
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut end = query.len().min(MAX_LENGTH);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    if end < query.len() {
        notices.push(Notice {
            parameter: None,
            message: "The link is too long; its end was not read.".to_owned(),
        });
    }
    for pair in query[..end].split('&').filter(|pair| !pair.is_empty()) {
        let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, text) = (decode(key), decode(text));
        let spec = named(values.specs(), &key);
        let message = match spec {
            Some(spec) => set(&mut values, spec, &text),
            None if NOT_OURS.contains(&&*key) => None,
            None if TRACKERS.iter().any(|tracker| key.starts_with(tracker)) => None,
            None => Some(format!(
                "The link sets “{}”, which this model does not have; it was ignored.",
                shortened(&key)
            )),
        };
        // What is good in a link counts, however much in it is not.
        if let Some(message) = message.filter(|_| notices.len() < MAX_NOTICES) {
            notices.push(Notice { parameter: spec.map(|spec| spec.id), message });
        }
    }
    (values, notices)
}

/// The parameter of an id, which may be its former one.
pub fn named(specs: &'static [Spec], id: &str) -> Option<&'static Spec> {
    specs.iter().find(|spec| !id.is_empty() && (spec.id == id || spec.former_id == id))
}

/// Sets one parameter from text; a sentence if it could not be taken as it was.
pub fn set(values: &mut Values, spec: &Spec, text: &str) -> Option<String> {
    let label = spec.label;
    if let Scale::Text { longest } = spec.scale {
        let all = values.set_text(spec.id, text);
        return (!all).then(|| {
            format!("“{label}” is a short text of at most {longest} characters; some were left out.")
        });
    }
    let number = read(spec, text).unwrap_or(f64::NAN);
    match values.set(spec.id, number) {
        Change::Taken | Change::Unknown => None,
        Change::Clamped(bound) => Some(format!(
            "“{label}” goes from {} to {}; {} was outside, so {} is used.",
            spec.text(spec.min()),
            spec.text(spec.max()),
            shortened(text),
            spec.text(bound),
        )),
        Change::Defaulted => {
            // A page never shows these words, not even in quotation marks.
            let is_none =
                ["nan", "inf", "infinity", "-infinity"].iter().any(|word| text.eq_ignore_ascii_case(word));
            let said = if is_none { "no number".to_owned() } else { format!("“{}”", shortened(text)) };
            Some(format!("“{label}” cannot be {said}; its default, {}, is used.", spec.text(spec.default)))
        }
    }
}

/// The number that a text means to a parameter that is no text, if it means one.
pub fn read(spec: &Spec, text: &str) -> Option<f64> {
    match spec.scale {
        Scale::Flag => match text {
            "on" | "true" | "1" => Some(1.0),
            "off" | "false" | "0" => Some(0.0),
            _ => None,
        },
        Scale::Choice(choices) => position(choices, text).map(|place| place as f64),
        // Texts are set before this is asked.
        Scale::Text { .. } => None,
        _ => parse(text),
    }
}

fn position(choices: &[Choice], id: &str) -> Option<usize> {
    choices.iter().position(|choice| choice.id == id)
}

/// The parameters in which `values` differ from `base`, as `a=1&b=2`; empty
/// if there are none. [`from_query`] on the same base gives the same values.
#[must_use]
pub fn to_query(base: &Values, values: &Values) -> String {
    let mut query = String::new();
    for ((spec, value), (_, before)) in values.iter().zip(base.iter()) {
        let text = match spec.scale {
            Scale::Text { .. } if values.text(spec.id) != base.text(spec.id) => encode(values.text(spec.id)),
            _ if value != before => spec.text(value),
            _ => continue,
        };
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(spec.id);
        query.push('=');
        query.push_str(&text);
    }
    query
}

/// The value of a key that means something to the page and not to the model
/// (`claim`, `figure`, `theme`, …), if the link has it.
#[must_use]
pub fn page_key(query: &str, key: &str) -> Option<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query
        .split('&')
        .take(MAX_PAIRS)
        .filter_map(|pair| pair.split_once('='))
        .find(|(found, _)| *found == key)
        .map(|(_, text)| decode(text))
}

/// Undoes percent encoding; what is no valid encoding stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| Some((hex(pair[0])?, hex(pair[1])?)));
        match (bytes[at], pair) {
            (b'%', Some((high, low))) => {
                decoded.push(high * 16 + low);
                at += 2;
            }
            (b'+', _) => decoded.push(b' '),
            (byte, _) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Percent encoding of all but letters, digits and `-._~`.
fn encode(text: &str) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            b' ' => encoded.push('+'),
            _ => encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
    encoded
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|digit| digit as u8)
}

/// At most 24 characters of what a stranger wrote.
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(24).collect();
    if text.chars().count() > 24 {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAWS: &[Choice] =
        &[Choice { id: "gated", label: "gated" }, Choice { id: "linear", label: "linear" }];
    static SPECS: &[Spec] = &[
        Spec::real("Share", 0.0, 1.0, 0.1).declared("share", "", 0.5),
        Spec::log("Rate", 1e-6, 0.5).declared("rate", "", 0.01),
        Spec::log_count("Steps", 10.0, 1e8).declared("steps", "", 1000.0),
        Spec::flag("On").declared("on", "", 0.0),
        Spec::choice("Law", LAWS).declared("law", "", 0.0),
        Spec::short_text("Name", 8).declared("name", "", 0.0),
        Spec::real("Pace", 0.0, 1.0, 0.1).formerly("haste").declared("pace", "", 0.5),
    ];

    fn read(query: &str) -> (Values, Vec<String>) {
        let (values, notices) = from_query(&Values::defaults(SPECS), query);
        (values, notices.into_iter().map(|notice| notice.message).collect())
    }

    /// A link, what is left of it when it is written again, and the notices.
    fn check(query: &str, written: &str, expected: &[&str]) {
        let (values, notices) = read(query);
        assert_eq!(to_query(&Values::defaults(SPECS), &values), written, "{query}");
        assert_eq!(notices, expected, "{query}");
    }

    #[test]
    fn good_links_are_taken_as_they_are() {
        check("", "", &[]);
        check("?share=0.25&steps=5000", "share=0.25&steps=5000", &[]);
        check("on=true&law=linear", "on=on&law=linear", &[]);
        check("on=1&on=off", "", &[]);
        check("rate=1e-3", "rate=0.001", &[]);
        check("share=0.5", "", &[]);
        check("s%68are=%30.25&&", "share=0.25", &[]);
        check("name=Ad%C3%A9+%26", "name=Ad%C3%A9+%26", &[]);
        check("steps=12.5", "steps=13", &[]);
    }

    #[test]
    fn a_link_with_an_earlier_name_still_works() {
        check("haste=0.25", "pace=0.25", &[]);
        check("=0.25", "", &["The link sets “”, which this model does not have; it was ignored."]);
    }

    #[test]
    fn what_is_outside_is_clamped_and_said() {
        check("share=2", "share=1", &["“Share” goes from 0 to 1; 2 was outside, so 1 is used."]);
        check(
            "rate=-1e999",
            "rate=0.000001",
            &["“Rate” goes from 0.000001 to 0.5; -1e999 was outside, so 0.000001 is used."],
        );
    }

    #[test]
    fn what_is_no_value_gives_the_default_and_is_said() {
        check("share=abc", "", &["“Share” cannot be “abc”; its default, 0.5, is used."]);
        check("on=maybe", "", &["“On” cannot be “maybe”; its default, off, is used."]);
        check("law=Gated", "", &["“Law” cannot be “Gated”; its default, gated, is used."]);
        check("share", "", &["“Share” cannot be “”; its default, 0.5, is used."]);
        let long = "x".repeat(100);
        let cut = format!("“Share” cannot be “{}…”; its default, 0.5, is used.", "x".repeat(24));
        check(&format!("share={long}"), "", &[&cut]);
    }

    #[test]
    fn what_is_not_ours_is_said_unless_it_is_known() {
        check("speed=3", "", &["The link sets “speed”, which this model does not have; it was ignored."]);
        check("claim=a&figure=b&theme=dark&utm_source=c&fbclid=d", "", &[]);
    }

    #[test]
    fn a_link_full_of_junk_still_sets_what_is_good_in_it() {
        let (values, notices) = read(&("junk=1&".repeat(50) + "share=0.25"));
        assert_eq!(values.get("share"), Some(0.25));
        assert_eq!(notices.len(), MAX_NOTICES);
        let (values, notices) = read(&("share=0.25&".to_owned() + &"é".repeat(MAX_LENGTH)));
        assert_eq!(values.get("share"), Some(0.25));
        assert_eq!(notices[0], "The link is too long; its end was not read.");
    }

    #[test]
    fn the_keys_of_the_page_can_be_read() {
        assert_eq!(page_key("?share=1&claim=soon-extinct", "claim").as_deref(), Some("soon-extinct"));
        assert_eq!(page_key("claim=a%20b", "claim").as_deref(), Some("a b"));
        assert_eq!(page_key("claims=1", "claim"), None);
    }
}
