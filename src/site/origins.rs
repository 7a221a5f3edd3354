//! Who says what: where numbers and thresholds come from, in sentences whose
//! labels lead to the statements and sources that they name.

use yew::prelude::*;

use super::sources::SOURCES;
use crate::params::{By, Origin};

/// Where a number comes from, in a sentence.
pub fn origin(origin: &Origin) -> String {
    let lead = match origin.by {
        By::Us => "The number is ours",
        By::Source => "The number is said",
        By::Measurement => "The number is measured",
    };
    let joint = if origin.words.is_empty() { "" } else { ": " };
    [lead, joint, origin.words, "."].concat()
}

/// Who sets the line between holding and failing, in a sentence.
pub fn threshold(words: &str) -> String {
    match words {
        "" => String::new(),
        "ours" => "The threshold is ours.".to_owned(),
        "said" => "The threshold is said.".to_owned(),
        words => format!("The threshold: {words}."),
    }
}

/// Words in which labels such as `S2.f` and `source 11` lead to what they name.
pub fn linked(words: &str) -> Html {
    let mut out = Vec::new();
    let mut rest = words;
    while let Some((at, length, address, title)) = label(rest) {
        let (before, label) = (&rest[..at], &rest[at..at + length]);
        out.push(html! { <>{ before.to_owned() }<a class="statement" href={address} {title}>{ label.to_owned() }</a></> });
        rest = &rest[at + length..];
    }
    html! { <>{ for out }{ rest.to_owned() }</> }
}

/// The first label in some words: where it begins, how long it is, where it
/// leads, and the title of the source that it names.
fn label(words: &str) -> Option<(usize, usize, String, Option<&'static str>)> {
    let bytes = words.as_bytes();
    (0..bytes.len()).filter(|&at| at == 0 || !bytes[at - 1].is_ascii_alphanumeric()).find_map(|at| {
        if let [b'S', b'0'..=b'2', b'.', b'a'..=b'z', ..] = bytes[at..] {
            return Some((at, 4, format!("./statements/#{}", &words[at..at + 4]), None));
        }
        let digits = words.get(at..)?.strip_prefix("source ")?;
        let digits = &digits[..digits.bytes().take_while(u8::is_ascii_digit).count()];
        let number: u8 = digits.parse().ok()?;
        let source = SOURCES.iter().find(|source| source.number == number && !source.address.is_empty())?;
        Some((at, "source ".len() + digits.len(), source.address.to_owned(), Some(source.title)))
    })
}

/// Where a number of a position comes from, in a sentence.
pub fn reading(origin: &Origin) -> String {
    let (alone, lead) = match origin.by {
        By::Us => ("Our reading", "Our reading of "),
        By::Source => ("Said", "Said: "),
        By::Measurement => ("Measured", "Measured: "),
    };
    if origin.words.is_empty() { format!("{alone}.") } else { format!("{lead}{}.", origin.words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_among_other_words() {
        let found = |words: &str| label(words).map(|(at, length, _, _)| words[at..at + length].to_owned());
        assert_eq!(found("ours: see S2.f, 1 %").as_deref(), Some("S2.f"));
        assert_eq!(found("“centuries” (S2.c)").as_deref(), Some("S2.c"));
        assert_eq!(found("in the thread under source 11").as_deref(), Some("source 11"));
        for words in ["ours", "", "AS2.f", "S3.a", "source", "source 99", "resource 11"] {
            assert_eq!(found(words), None, "{words}");
        }
    }
}
