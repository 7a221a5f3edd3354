//! One legal number per parameter.

use super::{Scale, Spec};
use crate::math::sort_short;

/// The values of all parameters of one simulator, legal by construction:
/// whatever they are set to, each is within its range, whole where it must
/// be, and a number.
#[derive(Clone, Debug)]
pub struct Values {
    specs: &'static [Spec],
    numbers: Vec<f64>,
    /// The texts that are not empty, in the order of the parameters.
    texts: Vec<(&'static str, String)>,
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        // Nearly always both are of the same list, and comparing all its words costs more than all else.
        self.numbers == other.numbers
            && self.texts == other.texts
            && (std::ptr::eq(self.specs, other.specs) || self.specs == other.specs)
    }
}

/// What became of a number that a parameter was set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// It was legal, or was rounded to a whole number.
    Taken,
    /// It was outside the range; this end of the range was taken.
    Clamped(f64),
    /// It was no number; the default was taken.
    Defaulted,
    /// There is no parameter of that name.
    Unknown,
}

impl Values {
    /// Every parameter at its default.
    #[must_use]
    pub fn defaults(specs: &'static [Spec]) -> Self {
        Self { specs, numbers: specs.iter().map(|spec| spec.default).collect(), texts: Vec::new() }
    }

    /// The parameters these are values of.
    #[must_use]
    pub const fn specs(&self) -> &'static [Spec] {
        self.specs
    }

    /// The numbers, in the order of [`Values::specs`].
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        &self.numbers
    }

    /// Each parameter with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Spec, f64)> + '_ {
        self.specs.iter().zip(self.numbers.iter().copied())
    }

    /// The value of a parameter, if there is one of that name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<f64> {
        self.iter().find(|(spec, _)| spec.id == id).map(|(_, number)| number)
    }

    /// Sets a parameter to the legal value nearest to `number`.
    pub fn set(&mut self, id: &str, number: f64) -> Change {
        let Some(index) = self.specs.iter().position(|spec| spec.id == id) else {
            return Change::Unknown;
        };
        let spec = &self.specs[index];
        let legal = spec.legal(number);
        self.numbers[index] = legal;
        if number.is_nan() {
            Change::Defaulted
        } else if number < spec.min() || number > spec.max() {
            Change::Clamped(legal)
        } else {
            Change::Taken
        }
    }

    /// The text of a text parameter; empty if there is none of that name.
    #[must_use]
    pub fn text(&self, id: &str) -> &str {
        self.texts.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| text)
    }

    /// The value of a parameter in words, with its unit, if there is one of
    /// that name.
    #[must_use]
    pub fn words(&self, id: &str) -> Option<String> {
        let (spec, value) = self.iter().find(|(spec, _)| spec.id == id)?;
        Some(match (spec.scale, self.text(id)) {
            (Scale::Text { .. }, "") => "none".to_owned(),
            (Scale::Text { .. }, text) => text.to_owned(),
            _ => spec.words(value),
        })
    }

    /// Sets a text parameter: letters, digits, spaces and punctuation on one
    /// line, no longer than its spec allows. Says whether all of it was taken.
    pub fn set_text(&mut self, id: &str, text: &str) -> bool {
        let Some(spec) = self.specs.iter().find(|spec| spec.id == id) else { return false };
        let Scale::Text { longest } = spec.scale else { return false };
        let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let words = visible.split(|c: char| c.is_whitespace() || c.is_control());
        let clean = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let kept: String = clean.chars().take(longest).collect();
        let kept = kept.trim_end().to_owned();
        self.texts.retain(|(known, _)| *known != id);
        let all = kept == clean && visible.len() == text.len();
        if !kept.is_empty() {
            self.texts.push((spec.id, kept));
            let place = |id: &str| self.specs.iter().position(|spec| spec.id == id);
            sort_short(&mut self.texts, |(a, _), (b, _)| place(a) < place(b));
        }
        all
    }

    /// The same with one parameter set.
    #[must_use]
    pub fn with(&self, id: &str, number: f64) -> Self {
        let mut values = self.clone();
        values.set(id, number);
        values
    }
}

/// Characters that change how others are shown and are not seen themselves.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    static SPECS: &[Spec] = &[
        Spec::short_text("Name", 8).declared("name", "", 0.0),
        Spec::short_text("Other", 8).declared("other", "", 0.0),
    ];

    fn check(text: &str, taken: &str, all: bool) {
        let mut values = Values::defaults(SPECS);
        assert_eq!((values.set_text("name", text), values.text("name")), (all, taken), "{text:?}");
    }

    #[test]
    fn a_text_is_one_short_line_of_visible_characters() {
        check("Bodhi", "Bodhi", true);
        check("two\n\t words", "two word", false);
        check("  padded ", "padded", true);
        check("a\u{202e}b\u{0}c", "ab c", false);
        check("<b>&\"'", "<b>&\"'", true);
        check("ééééééééé", "éééééééé", false);
        check("a \u{200b} b", "a b", false);
        check("", "", true);
    }

    #[test]
    fn texts_are_equal_whatever_the_order_they_were_set_in() {
        let set = |ids: [&str; 2]| {
            let mut values = Values::defaults(SPECS);
            for id in ids {
                values.set_text(id, id);
            }
            values
        };
        assert_eq!(set(["name", "other"]), set(["other", "name"]));
    }
}
