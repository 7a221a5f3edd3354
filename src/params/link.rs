//! Values as the readable end of an address, `reveal=0.02&horizon=5000`, and
//! what a reader is not sure of: `reveal=0.001~0.05`, or with the value that the
//! curves are drawn for in its middle, `reveal=0.001~0.01~0.05`.
//!
//! Reading never fails: whatever a link says, it gives legal values and a
//! list of notices that say in plain sentences what was changed and why.

use super::{Change, Choice, Ranges, Scale, Spec, Values};
use crate::number::{Entry, Reading, seen};

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
/// other sites and mail programs add to links: no notice about them.
const NOT_OURS: &[&str] = &["claim", "figure", "show", "hide", "theme", "height", "guess", "pin"];
const TRACKERS: &str =
    "si igsh amp cmp epik feature sfnsn ved usg guccounter spm r s t h q hl lang m v xtor sa ust usp";
/// What such keys begin and end with. One text, because a page pays for each
/// entry of a table.
const TRACKER_STARTS: &str = "_ utm mkt_ pk_ mtm_ piwik_ matomo_ hsa_ hsct ga_ itm_ vero_ ref_ fb_ at_ wt. wt_ sc_ s_ \
    rss_ elq guce_ share_ ml_ oft_ trk";
const TRACKER_ENDS: &str = "id clsrc campaign source medium via ref referrer src email";

/// What may stand for `&` between two pairs where somebody escaped a link once
/// too often, without the `&` that it begins with.
const ESCAPED: &[&str] = &["amp;", "#38;", concat!("#0", "38;"), "#x26;"];

/// What ends a value: no value that is written here has one of these in it.
const ENDS: &str = "&;?#";
/// What the text around a link leaves on it: nothing from the first of these
/// on belongs to a value.
const AROUND: &str = "&;?#\"<>()[]{}«»‹›“”„…|\\`\n\r";
/// What may stand in a value, but not at its end.
const BEHIND: &str = ".,:!'’‘*_—–/=،؟।";

/// Longest link that is read, in bytes, and most notices that are given.
const MAX_LENGTH: usize = 4096;
const MAX_NOTICES: usize = 6;

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
    let (query, is_whole) = beginning(query);
    if !is_whole {
        notices.push(Notice {
            parameter: None,
            message: "The link is too long; its end was not read.".to_owned(),
        });
    }
    for (key, text) in pairs(query) {
        let text = text.unwrap_or_default();
        let spec = named(values.specs(), &key);
        let message = match spec {
            Some(spec) => set(&mut values, &mut ranges, spec, &text),
            None if NOT_OURS.contains(&&*key) => None,
            None if is_tracker(&key) => None,
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
    // `10 to 1` may be a number with its unit.
    let (low, rest) = text
        .split_once(TO)
        .or_else(|| text.split_once(" to ").filter(|_| spec.read(text).is_none()))
        .filter(|_| spec.can_range())?;
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
            "on" | "true" | "yes" | "1" => Some(plain(1.0)),
            "off" | "false" | "no" | "0" => Some(plain(0.0)),
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
    let mut pairs = pairs(beginning(query).0).into_iter();
    pairs.find_map(|(found, text)| text.filter(|_| found == key))
}

/// As much of a link as is read, and whether that is all of it.
fn beginning(query: &str) -> (&str, bool) {
    let query = query.trim_start_matches('?');
    let mut end = query.len().min(MAX_LENGTH);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    (&query[..end], end == query.len())
}

/// The keys of a link, each with its value if it has one, as they were meant:
/// in small letters, without what was escaped once too often, and without what
/// belongs to the text around the link.
fn pairs(query: &str) -> Vec<(String, Option<String>)> {
    let mut pairs = Vec::new();
    for pair in query.to_ascii_lowercase().split('&') {
        let mut key = decode(pair);
        let mut text = None;
        if let Some((before, after)) = pair.split_once('=') {
            (key, text) = (decode(before), Some(decode(after)));
        } else if let Some((before, after)) = key.split_once('=') {
            (key, text) = (before.to_owned(), Some(after.to_owned()));
        }
        let key = unescaped(&key);
        // Another site's value may be anything, an address with pairs of its own for one.
        let ours = text.as_deref().filter(|text| !is_tracker(key) && !text.contains("://"));
        let Some(ours) = ours else {
            // What an escape of the text around the link has left sets nothing.
            if text.is_some() || !key.is_empty() && !key.contains(';') {
                pairs.push((key.to_owned(), text));
            }
            continue;
        };
        let mut parts = ours.split(|letter| ENDS.contains(letter));
        pairs.push((key.to_owned(), parts.next().map(meant)));
        for (key, text) in parts.filter_map(|part| part.split_once('=')) {
            pairs.push((key.trim().to_owned(), Some(meant(text))));
        }
    }
    pairs
}

/// A key without what was once the `&` before it.
fn unescaped(key: &str) -> &str {
    let mut key = key.trim();
    while let Some(rest) = ESCAPED.iter().find_map(|escaped| key.strip_prefix(escaped)) {
        key = rest;
    }
    key
}

/// A value without what belongs to the text around the link. A digit behind
/// a mark belongs to the value, which then is not understood: nothing is taken
/// from half a text.
fn meant(text: &str) -> String {
    let mut meant = String::new();
    let mut letters = text.chars().filter_map(seen).peekable();
    let is_blank = |letter: char| letter < ' ' || letter.is_whitespace();
    while let Some(letter) = letters.next() {
        let is_around = AROUND.contains(letter) || letter >= '\u{3000}';
        if meant.is_empty() && (is_around || is_blank(letter) || matches!(letter, '\'' | '=')) {
            continue;
        }
        if is_around && !letters.peek().is_some_and(char::is_ascii_digit) {
            break;
        }
        meant.push(letter);
    }
    let text = meant.trim_end_matches(|letter| is_blank(letter) || BEHIND.contains(letter));
    // Mails write `=` as `=3D`.
    text.strip_prefix("3d").unwrap_or(text).to_owned()
}

/// Whether another site may have added a key, which has small letters.
fn is_tracker(key: &str) -> bool {
    TRACKERS.split(' ').any(|known| key == known)
        || TRACKER_STARTS.split(' ').any(|start| key.starts_with(start))
        || TRACKER_ENDS.split(' ').any(|end| key.ends_with(end))
}

/// Undoes percent encoding, however often it was done, escapes of JSON
/// (`\u0026`) and of Markdown (`\_`); what is no valid encoding stays as it is.
fn decode(text: &str) -> String {
    let mut text = decode_once(text);
    loop {
        let decoded = decode_once(&text);
        if decoded == text {
            return decoded;
        }
        text = decoded;
    }
}

/// The same once. A `+` is a blank, but not in `1e+6`.
fn decode_once(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let before = if rest.starts_with(b"\\u00") { 4 } else { usize::from(rest[0] == b'%') };
        let pair = rest.get(before..before + 2).and_then(|pair| Some(hex(pair[0])? * 16 + hex(pair[1])?));
        decoded.push(match (rest[0], pair.filter(|_| before > 0)) {
            (_, Some(byte)) => {
                at += before + 1;
                byte
            }
            (b'+', _) => {
                let is_power = matches!(*decoded, [.., b'0'..=b'9' | b'.', b'e' | b'E'])
                    && rest.get(1).is_some_and(u8::is_ascii_digit);
                if is_power { b'+' } else { b' ' }
            }
            (b'\\', _) if rest.get(1).is_none_or(u8::is_ascii_punctuation) => {
                at += 1;
                continue;
            }
            (byte, _) => byte,
        });
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
        check("on=Yes&law=Linear", "on=on&law=linear", &[]);
        check("on=ON&on=No", "", &[]);
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
        check("law=gate", "", &["“Law” cannot be “gate”; it stays at gated."]);
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
        check_ranges("rate=0.001 to 0.05", "rate=0.001~0.05", &[]);
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

    /// What becomes of a link on its way through mails, editors and forums.
    #[test]
    fn a_link_is_read_as_it_was_meant() {
        let both = "share=0.25&steps=5000";
        for between in [
            "&amp;",
            "&amp;amp;",
            "&AMP;",
            "&#38;",
            concat!("&#0", "38;"),
            "&#x26;",
            "&#X26;",
            "&amp%3B",
            "%26amp%3B",
            "%26",
            "&&",
            "& ",
            ";",
            "?",
            "%2526",
            "%252526",
            "%26amp%253B",
            "\\u0026",
            "%5Cu0026",
            "\\&",
            "%5C&",
            "/&",
            "=&",
            "&utm_source=a&",
            "&ref=https://b.example/?share=0.9&",
            "&ref=https%3A%2F%2Fb.example%3Fshare%3D0.9&",
        ] {
            check(&["share=0.25", between, "steps=5000"].concat(), both, &[]);
        }
        for whole in [
            "??share=0.25&steps=5000",
            "share%3D0.25&steps%3D5000",
            "share=3D0.25&amp;steps=3D5000",
            "share%253D0.25%2526steps%253D5000",
            "share\\u003d0.25\\u0026steps\\u003d5000",
            "share\\=0.25\\&steps\\=5000",
            "share==0.25&steps==5000",
            "Share=0.25&STEPS=5000",
            "AMP;SHARE=0.25&amp;STEPS=5,000",
            "share=0.\u{ad}25&steps=5\u{200b}000",
            "share=\u{202d}0.25\u{202c}&steps=%E2%80%8E5000",
            "share=０．２５&steps=５０００",
            "share=0.25&steps=٥٠٠٠",
            "share=25%25&steps=5000",
            "share=25%2525&steps=5%2C000",
            "share=25%&steps=5%E2%80%AF000",
        ] {
            check(whole, both, &[]);
        }
        check("share=0.25&amp;", "share=0.25", &[]);
        check("share=0.25%23top", "share=0.25", &[]);
        for behind in [
            ")",
            ").",
            "),",
            "]",
            "}",
            ".",
            "...",
            "…",
            ",",
            ";",
            ":",
            "!",
            "?",
            "\"",
            "\".",
            "'",
            "’",
            "”",
            "“",
            "»",
            "›",
            ">",
            "%22",
            "%27",
            "%29",
            "%5D",
            "%3E",
            "%22%3E",
            "%3C/a%3E",
            "</a>",
            ")](https",
            "*",
            "**",
            "_",
            "`",
            "\\",
            "|",
            "%20",
            "+",
            "%0A",
            "%E2%80%A6",
            "%C2%BB",
            "%E2%80%8B",
            "%C2%A0",
            "—",
            "。",
            "、",
            "）",
            "」",
            "】。",
            "》",
            "！",
            "？",
            "；",
            "：",
            "看",
            "،",
            "؟",
            "।",
            "/",
            "/)",
            "=",
            "%3D",
            "\u{202c}",
            "\u{2060}",
            "&quot;",
            "&quot;&gt;",
            "&#39;",
            "&nbsp;",
            "&lt;/a&gt;",
            "&rsquo;.",
            "\\)",
            "\\n",
            "%22%7D",
            "\u{1f642}",
        ] {
            check(&["share=0.125", behind].concat(), "share=0.125", &[]);
            check(&["steps=5000", behind, "&share=0.25"].concat(), both, &[]);
            check(&["on=on", behind].concat(), "on=on", &[]);
            check(&["law=linear", behind].concat(), "law=linear", &[]);
            check_ranges(&["rate=0.001~0.05", behind].concat(), "rate=0.001~0.05", &[]);
            assert_eq!(
                page_key(&["claim=soon-extinct", behind].concat(), "claim").as_deref(),
                Some("soon-extinct")
            );
            assert_eq!(page_key(&["pin=share:0.25", behind].concat(), "pin").as_deref(), Some("share:0.25"));
        }
        for before in ["\"", "%22", "(", "«", "<", "'", "%20", "+", "“"] {
            check(&["share=", before, "0.25"].concat(), "share=0.25", &[]);
        }
        for million in
            ["1e+6", "1E+6", "1e6", "1e%2B6", "1.e+6", "1.0e+06", "1,000,000", "1+million", "10%5E6"]
        {
            check(&["steps=", million].concat(), "steps=1000000", &[]);
        }
        check_ranges("steps=1e+3~1e+6", "steps=1000~1000000", &[]);
        assert_eq!(page_key("pin=steps:1e+6,share:1", "pin").as_deref(), Some("steps:1e+6,share:1"));
        assert_eq!(page_key("share=1&amp;claim=a&amp;pin=b", "claim").as_deref(), Some("a"));
        assert_eq!(page_key("share=1&pin", "pin"), None);
        // What is meant is not guessed from half a value.
        check("share=0.25x)", "", &["“Share” cannot be “0.25x”; it stays at 0.5."]);
        for cut in ["1`2", "1)2", "1\"2", "1\n2"] {
            assert_eq!(read(&["steps=50", cut].concat()).1.len(), 1, "{cut}");
        }
        check("share=)", "", &["“Share” cannot be “”; it stays at 0.5."]);
    }

    #[test]
    fn what_is_not_understood_leaves_the_number_of_the_page() {
        let base = Values::defaults(SPECS).with("share", 0.75);
        let (values, notices) = from_query(&base, "share=abc)&steps=x");
        assert_eq!(values, base);
        assert_eq!(notices[0].message, "“Share” cannot be “abc”; it stays at 0.75.");
    }

    #[test]
    fn nobody_hears_of_what_other_sites_add() {
        let keys = "utm_source utm_medium utm_id UTM_Campaign fbclid gclid gclsrc dclid gbraid wbraid gad_source msclkid yclid \
            twclid ttclid rdt_cid li_fat_id mc_cid mc_eid igshid igsh si ref ref_src source src _ga _gl _hsenc _hsmi __hstc \
            hsCtaTracking mkt_tok pk_campaign mtm_source epik srsltid mibextid s_cid vero_id oly_enc_id WT.mc_id sfnsn amp \
            feature irclickid spm trk via cid __twitter_impression guccounter \
            hl lang m v xtor _x_tr_sl ref_url \
            __hsfp __hssc __s _openstat ml_subscriber ml_subscriber_hash oft_c oft_id oly_anon_id rb_clickid vero_conv wickedid \
            ysclid ymclid syclid _bhlid _branch_match_id _kx _sid bsft_clkid ck_subscriber_id et_rid fb_action_ids mtm_cid \
            ss_email_id sc_uid unicorn_click_id hmb_campaign hmb_source trkCampaign trkInfo tracking_source \
            ns_source soc_src tt_medium q sa ust usp publication_id post_id linkId cmp aff_id";
        for key in keys.split_whitespace() {
            check(&[key, "=1&share=0.25"].concat(), "share=0.25", &[]);
        }
        for key in ["speed", "reference", "sources", "side", "refuse", "tokens", "shares"] {
            assert_eq!(read(&[key, "=1"].concat()).1.len(), 1, "{key}");
        }
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
