//! Text parameters: whatever a link or a reader writes, what is kept is one
//! short visible line, which links carry unchanged.

use what_survives::export::json;
use what_survives::math::Random;
use what_survives::params::{Scale, Spec, Values, from_query, to_query};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::ALL;

/// Every text parameter of every simulator, with its longest length.
fn texts() -> Vec<(&'static dyn AnySimulator, &'static Spec, usize)> {
    let mut texts = Vec::new();
    for simulator in ALL {
        for spec in simulator.specs() {
            if let Scale::Text { longest } = spec.scale {
                texts.push((*simulator, spec, longest));
            }
        }
    }
    assert!(!texts.is_empty());
    texts
}

/// Pieces of which hostile texts are made.
const PIECES: [&str; 36] = [
    "a",
    "Z",
    "7",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "é",
    "e\u{301}",
    "漢",
    "🦀",
    "👩‍👩‍👧",
    "<script>",
    "</b>",
    "\"",
    "'",
    "&",
    "&amp;",
    "%",
    "%zz",
    "%00",
    "+",
    "=",
    "?#",
    "..",
];

fn random_texts(number: usize) -> impl Iterator<Item = String> {
    let mut random = Random::new(11);
    (0..number).map(move |_| {
        let length = random.bits() % 14;
        (0..length).map(|_| PIECES[(random.bits() % PIECES.len() as u64) as usize]).collect()
    })
}

fn check(simulator: &dyn AnySimulator, spec: &Spec, longest: usize, text: &str) {
    let defaults = Values::defaults(simulator.specs());
    let mut values = defaults.clone();
    let all = values.set_text(spec.id, text);
    let kept = values.text(spec.id).to_owned();
    assert!(kept.chars().count() <= longest, "{text:?} gave {kept:?}");
    let is_visible = |c: char| !c.is_control() && !('\u{200b}'..='\u{200f}').contains(&c) && c != '\u{202e}';
    assert!(
        kept.chars().all(is_visible) && !kept.contains("  ") && kept.trim() == kept,
        "{text:?} gave {kept:?}"
    );
    // What is kept is kept again, and a link carries it without a notice.
    let mut again = defaults.clone();
    assert!(again.set_text(spec.id, &kept));
    assert_eq!(again, values);
    let link = to_query(&defaults, &values);
    assert!(link.is_ascii() && !link.contains(['<', '>', '"', '\'', ' ']), "{link}");
    assert_eq!(from_query(&defaults, &link), (values, Vec::new()), "{link}");
    // Not to take all of it is said.
    let encoded: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let (linked, notices) = from_query(&defaults, &format!("{}={encoded}", spec.id));
    assert_eq!((linked.text(spec.id), notices.is_empty()), (&*kept, all), "{text:?}");
}

#[test]
fn any_text_is_kept_as_one_short_visible_line() {
    for (simulator, spec, longest) in texts() {
        for text in random_texts(3000) {
            check(simulator, spec, longest, &text);
        }
        for text in ["", " ", "x", &"x".repeat(100_000), &"🦀".repeat(300), &"\u{202e}".repeat(300)] {
            if text.len() < 1000 {
                check(simulator, spec, longest, text);
            }
            let mut values = Values::defaults(simulator.specs());
            values.set_text(spec.id, text);
            assert!(values.text(spec.id).chars().count() <= longest);
        }
    }
}

#[test]
fn garbage_in_place_of_a_text_is_text() {
    for (simulator, spec, _) in texts() {
        let defaults = Values::defaults(simulator.specs());
        for (written, kept) in [
            ("%", "%"),
            ("%f", "%f"),
            ("%zz%", "%zz%"),
            ("%3Cscript%3E", "<script>"),
            ("a+b%20c", "a b c"),
            ("%ff%fe", "\u{fffd}\u{fffd}"),
            ("%e2%80%aeevil", "evil"),
            ("%00%0a%0d", ""),
            ("a=b=c", "a=b=c"),
        ] {
            let (values, _) = from_query(&defaults, &format!("{}={written}", spec.id));
            assert_eq!(values.text(spec.id), kept, "{written}");
            let link = to_query(&defaults, &values);
            assert_eq!(from_query(&defaults, &link), (values, Vec::new()));
        }
    }
}

/// Captions and exports hold the text as it is; whoever shows them escapes it.
#[test]
fn a_text_is_never_markup() {
    for (simulator, spec, _) in texts() {
        let mut values = Values::defaults(simulator.specs());
        values.set_text(spec.id, "<script>\"&'\\");
        for spec in simulator.specs().iter().filter(|spec| spec.scale == Scale::Flag) {
            values.set(spec.id, 1.0);
        }
        let export = json(simulator, &values, &[], "");
        let read: serde_json::Value = serde_json::from_str(&export).unwrap();
        assert_eq!(read["parameters"][spec.id], "<script>\"&'\\");
    }
}

/// The longest links that a page can make are read to their end.
#[test]
fn the_longest_link_is_read() {
    for simulator in ALL {
        let defaults = Values::defaults(simulator.specs());
        let mut values = defaults.clone();
        for spec in simulator.specs() {
            values.set(spec.id, spec.at_fraction(1.0 / 3.0 + 1e-9));
            values.set_text(spec.id, &"🦀".repeat(1000));
        }
        let link = to_query(&defaults, &values);
        assert_eq!(from_query(&defaults, &link), (values, Vec::new()), "{} bytes", link.len());
    }
}
