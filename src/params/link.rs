//! Values as the readable end of an address, `reveal=0.02&horizon=5000`, and
//! what a reader is not sure of: `reveal=0.001~0.05`, or with the value that the
//! curves are drawn for in its middle, `reveal=0.001~0.01~0.05`.
//!
//! Reading never fails: whatever a link says, it gives legal values and a
//! list of notices that say in plain sentences what was changed and why.

use super::{Change, Choice, Ranges, Scale, Spec, Values};
use crate::number::{Entry, Reading};

/// What stands between the ends of a range. It needs no encoding in addresses.
const TO: char = '~';

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

/// Reads `key=value` pairs on top of `base` (the page's preset), for those who
/// have no use for ranges: of each range the value that the curves are drawn for.
///
/// The text may start with `?`; it may be anything.
#[must_use]
pub fn from_query(base: &Values, query: &str) -> (Values, Vec<Notice>) {
    let (values, _, notices) = from_link(base, &Ranges::none(base.specs()), query);
    (values, notices)
}

/// The same with ranges, on top of those that are there.
#[must_use]
pub fn from_link(base: &Values, ranges: &Ranges, query: &str) -> (Values, Ranges, Vec<Notice>) {
    let mut values = base.clone();
    let mut ranges = ranges.clone();
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
            Some(spec) => set(&mut values, &mut ranges, spec, &text),
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
    (values, ranges, notices)
}

/// The parameter of an id, which may be its former one.
pub fn named(specs: &'static [Spec], id: &str) -> Option<&'static Spec> {
    specs.iter().find(|spec| !id.is_empty() && (spec.id == id || spec.former_id == id))
}

/// Sets one parameter from text, a value or a range; a sentence if it could
/// not be taken as it was, or could have been meant otherwise. What is not
/// understood changes nothing.
pub fn set(values: &mut Values, ranges: &mut Ranges, spec: &Spec, text: &str) -> Option<String> {
    if let Some([low, point, high]) = read_range(spec, text) {
        return set_range(values, ranges, spec, text, [low, point, high]);
    }
    let label = spec.label;
    let Some(entry) = read(spec, text) else {
        // A page never shows these words, not even in quotation marks.
        let is_none =
            ["nan", "inf", "infinity", "-infinity"].iter().any(|word| text.eq_ignore_ascii_case(word));
        let said = if is_none { "no number".to_owned() } else { format!("“{}”", shortened(text)) };
        let stays = values.words(spec.id).unwrap_or_default();
        return Some(format!("“{label}” cannot be {said}; it stays at {stays}."));
    };
    ranges.clear(spec.id);
    match values.set(spec.id, entry.value) {
        Change::Clamped(bound) => Some(outside(spec, text, &spec.field(bound))),
        // A link gives shares as they are.
        _ if entry.reading == Reading::Share => None,
        _ => spec.understood(entry).map(|understood| format!("“{label}” was {understood}.")),
    }
}

/// Gives one parameter a range and a value in it, the middle where none is
/// said; what there is to say of it as in [`set`].
fn set_range(
    values: &mut Values,
    ranges: &mut Ranges,
    spec: &Spec,
    text: &str,
    [low, point, high]: [Option<Entry>; 3],
) -> Option<String> {
    let (Some(one), Some(other)) = (low, high) else { return None };
    ranges.set(spec.id, one.value, other.value);
    let (low, high) = ranges.get(spec.id).unwrap_or_else(|| {
        let only = spec.legal(one.value);
        (only, only)
    });
    let point = point.map(|point| point.value);
    let value = point.map_or_else(|| spec.middle(low, high), |point| spec.legal(point)).clamp(low, high);
    values.set(spec.id, value);
    let label = spec.label;
    let [from, to, at] = [low, high, value].map(|number| spec.field(number));
    let used = if low == high { at.clone() } else { format!("{from} to {to}") };
    if [one, other].iter().any(|end| end.value < spec.min() || end.value > spec.max()) {
        return Some(outside(spec, text, &used));
    }
    if let Some(point) = point.filter(|point| spec.legal(*point) != value) {
        let point = spec.field(point);
        return Some(format!("“{label}” lies from {from} to {to}; {point} was outside, so {at} is used."));
    }
    let is_plain = |entry: &Entry| matches!(entry.reading, Reading::Plain | Reading::Share);
    (![one, other].iter().all(is_plain)).then(|| format!("“{label}” was taken as {used}."))
}

/// A sentence about what lies outside the range of a parameter.
fn outside(spec: &Spec, text: &str, used: &str) -> String {
    format!(
        "“{}” goes from {} to {}; {} was outside, so {used} is used.",
        spec.label,
        spec.field(spec.min()),
        spec.field(spec.max()),
        shortened(text),
    )
}

/// The ends that a text gives to a parameter, and between them the value that
/// it says or nothing; `None` if the text is no range or the parameter can have
/// none.
fn read_range(spec: &Spec, text: &str) -> Option<[Option<Entry>; 3]> {
    let (low, rest) = text.split_once(TO).filter(|_| spec.can_range())?;
    let (point, high) = rest.split_once(TO).map_or((None, rest), |(point, high)| (Some(point), high));
    let point = match point {
        Some(point) => Some(spec.read(point)?),
        None => None,
    };
    let mut entries = [Some(spec.read(low)?), point, Some(spec.read(high)?)];
    // Nobody means `1~5` as everything from 5 % to 100 %.
    let has_percentage = entries.iter().flatten().any(|entry| entry.reading == Reading::Percentage);
    if has_percentage || spec.percent && text.ends_with('%') {
        for entry in entries.iter_mut().flatten().filter(|entry| entry.reading == Reading::Share) {
            *entry = Entry { value: entry.value / 100.0, reading: Reading::Percentage };
        }
    }
    Some(entries)
}

/// Whether a text means anything to a parameter.
#[cfg(feature = "export")]
pub fn understands(spec: &Spec, text: &str) -> bool {
    read_range(spec, text).is_some() || read(spec, text).is_some()
}

/// What a text means to a parameter, if it means anything.
fn read(spec: &Spec, text: &str) -> Option<Entry> {
    let plain = |value: f64| Entry { value, reading: Reading::Plain };
    match spec.scale {
        Scale::Flag => match text {
            "on" | "true" | "1" => Some(plain(1.0)),
            "off" | "false" | "0" => Some(plain(0.0)),
            _ => None,
        },
        Scale::Choice(choices) => position(choices, text).map(|place| plain(place as f64)),
        _ => spec.read(text),
    }
}

fn position(choices: &[Choice], id: &str) -> Option<usize> {
    choices.iter().position(|choice| choice.id == id)
}

/// The parameters in which `values` differ from `base`, as `a=1&b=2`; empty
/// if there are none. [`from_query`] on the same base gives the same values.
#[must_use]
pub fn to_query(base: &Values, values: &Values) -> String {
    to_link(base, values, &Ranges::none(base.specs()))
}

/// The same with ranges, whose values are left out where they are the middle.
/// [`from_link`] on the same base gives the same values and ranges, if each
/// value lies within its range.
#[must_use]
pub fn to_link(base: &Values, values: &Values, ranges: &Ranges) -> String {
    let mut query = String::new();
    for ((spec, value), (_, before)) in values.iter().zip(base.iter()) {
        let text = match ranges.get(spec.id) {
            None if value == before => continue,
            None => spec.text(value),
            Some((low, high)) if value == spec.middle(low, high) => range_text(spec, &[low, high]),
            Some((low, high)) => range_text(spec, &[low, value, high]),
        };
        if !query.is_empty() {
            query.push('&');
        }
        query.extend([spec.id, "=", &text]);
    }
    query
}

fn range_text(spec: &Spec, numbers: &[f64]) -> String {
    let texts: Vec<String> = numbers.iter().map(|number| spec.text(*number)).collect();
    texts.join("~")
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
        Spec::real("Pace", 0.0, 1.0, 0.1).formerly("haste").declared("pace", "", 0.5),
        Spec::count("Seed", 0.0, 9999.0).shows().declared("seed", "", 0.0),
        Spec::real("Chance", 0.0, 1.0, 0.1).percent().declared("chance", "", 0.5),
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
            &["“Rate” goes from 10⁻⁶ to 0.5; -1e999 was outside, so 10⁻⁶ is used."],
        );
    }

    #[test]
    fn what_is_no_value_gives_the_default_and_is_said() {
        check("share=abc", "", &["“Share” cannot be “abc”; it stays at 0.5."]);
        check("on=maybe", "", &["“On” cannot be “maybe”; it stays at no."]);
        check("law=Gated", "", &["“Law” cannot be “Gated”; it stays at gated."]);
        check("share", "", &["“Share” cannot be “”; it stays at 0.5."]);
        let long = "x".repeat(100);
        let cut = format!("“Share” cannot be “{}…”; it stays at 0.5.", "x".repeat(24));
        check(&format!("share={long}"), "", &[&cut]);
    }

    #[test]
    fn what_is_not_ours_is_said_unless_it_is_known() {
        check("speed=3", "", &["The link sets “speed”, which this model does not have; it was ignored."]);
        check("claim=a&figure=b&theme=dark&utm_source=c&fbclid=d", "", &[]);
    }

    /// The same with ranges.
    fn check_ranges(query: &str, written: &str, expected: &[&str]) {
        let base = Values::defaults(SPECS);
        let none = Ranges::none(SPECS);
        let (values, ranges, notices) = from_link(&base, &none, query);
        let messages: Vec<_> = notices.iter().map(|notice| &*notice.message).collect();
        assert_eq!(to_link(&base, &values, &ranges), written, "{query}");
        assert_eq!(messages, expected, "{query}");
        assert_eq!(from_query(&base, query), (values.clone(), notices), "{query}");
        assert_eq!(from_link(&base, &none, written), (values, ranges, Vec::new()), "{query}");
    }

    #[test]
    fn a_range_has_ends_and_a_value() {
        check_ranges("rate=0.001~0.05", "rate=0.001~0.05", &[]);
        check_ranges("rate=0.001~0.01~0.05&on=on", "rate=0.001~0.01~0.05&on=on", &[]);
        check_ranges("share=0.2%7E0.8", "share=0.2~0.8", &[]);
        check_ranges("share=0.2~0.5~0.8", "share=0.2~0.8", &[]);
        check_ranges("rate=0.05~0.001", "rate=0.001~0.05", &[]);
        check_ranges("steps=12.4~20.6", "steps=12~21", &[]);
        check_ranges("haste=0.1~0.2", "pace=0.1~0.2", &[]);
        check_ranges("share=1/4~0.75", "share=0.25~0.75", &[]);
        // The last one counts.
        check_ranges("share=0.2~0.8&share=0.3", "share=0.3", &[]);
        let (values, _, _) = from_link(&Values::defaults(SPECS), &Ranges::none(SPECS), "rate=0.001~0.05");
        assert_eq!(values.get("rate"), Some(0.00707));
    }

    #[test]
    fn equal_ends_are_a_value() {
        check_ranges("share=0.3~0.3", "share=0.3", &[]);
        check_ranges("steps=11.6~12.3", "steps=12", &[]);
        let said = "“Share” goes from 0 to 1; 7~9 was outside, so 1 is used.";
        check_ranges("share=7~9", "share=1", &[said]);
    }

    #[test]
    fn a_range_that_cannot_be_taken_as_it_is_is_said() {
        let outside = "“Share” goes from 0 to 1; 0.5~70 was outside, so 0.5 to 1 is used.";
        check_ranges("share=0.5~70", "share=0.5~1", &[outside]);
        let value = "“Share” lies from 0.2 to 0.4; 0.9 was outside, so 0.4 is used.";
        check_ranges("share=0.2~0.9~0.4", "share=0.2~0.4~0.4", &[value]);
        for text in ["~", "0.2~", "~0.2", "0.2~x", "0.2~~0.4", "0.1~0.2~0.3~0.4", "nan~1"] {
            let said = format!("“Share” cannot be “{text}”; it stays at 0.5.");
            check_ranges(&format!("share={text}"), "", &[&said]);
        }
        check_ranges("on=off~on", "", &["“On” cannot be “off~on”; it stays at no."]);
        check_ranges("law=gated~linear", "", &["“Law” cannot be “gated~linear”; it stays at gated."]);
        check_ranges("seed=1~9", "", &["“Seed” cannot be “1~9”; it stays at 0."]);
        check_ranges("rate=0,1~0.2", "rate=0.1~0.2", &["“Rate” was taken as 0.1 to 0.2."]);
    }

    #[test]
    fn both_ends_are_percentages_or_neither_is() {
        check_ranges("chance=0.01~0.5", "chance=0.01~0.5", &[]);
        check_ranges("chance=1 %~5 %", "chance=0.01~0.05", &[]);
        check_ranges("chance=1~5%", "chance=0.01~0.05", &["“Chance” was taken as 1\u{a0}% to 5\u{a0}%."]);
        check_ranges("chance=0.5~5", "chance=0.005~0.05", &["“Chance” was taken as 0.5\u{a0}% to 5\u{a0}%."]);
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
