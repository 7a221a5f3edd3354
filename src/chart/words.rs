//! How wide words are, and where to break them.
//!
//! The widths are those of a wide system font, so that in most fonts a word
//! takes a little less room than it was given. Asking the browser instead
//! would force a layout for every label, and could not be done natively.

/// Widths of the characters from space to tilde, in hundredths of the size.
const WIDTHS: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63,
    61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97,
    63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/// A way of setting text, as the style sheet sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// In quarter pixels.
    pub size: i32,
    /// Whether it is semi-bold.
    pub bold: bool,
}

/// Numbers at ticks, and words in diagrams.
pub const TICK: Font = Font { size: 50, bold: false };
/// Titles of axes, words of rules.
pub const TITLE: Font = Font { size: 52, bold: false };
/// Names of series.
pub const LABEL: Font = Font { size: 52, bold: true };
/// The title of a picture that stands alone, its caption, and where it is from.
pub const HEADLINE: Font = Font { size: 76, bold: true };
/// See [`HEADLINE`].
pub const CAPTION: Font = Font { size: 58, bold: false };
/// See [`HEADLINE`].
pub const SOURCE: Font = Font { size: 46, bold: false };

impl Font {
    /// The width of a text, in quarter pixels.
    #[must_use]
    pub fn width(self, text: &str) -> i32 {
        let hundredths: i32 = text.chars().map(width_of).sum();
        let bold = if self.bold { 117 } else { 100 };
        (hundredths * self.size * bold + 9_999) / 10_000
    }

    /// Breaks a text into lines that are no wider than `width` quarter pixels,
    /// unless a single word is.
    #[must_use]
    pub fn wrap(self, text: &str, width: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // Not at no-break spaces, which split_whitespace would take as well.
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// The same with no line too wide: a word that is, such as an address, goes
    /// on in the next line, where it can after a sign that parts it.
    #[must_use]
    pub fn wrap_all(self, text: &str, width: i32) -> Vec<String> {
        let mut lines = Vec::new();
        for line in self.wrap(text, width) {
            let mut rest = &*line;
            while self.width(rest) > width {
                let (start, end) = rest.split_at(self.fitting(rest, width));
                lines.push(start.to_owned());
                rest = end;
            }
            if !rest.is_empty() {
                lines.push(rest.to_owned());
            }
        }
        lines
    }

    /// How many bytes of a word to put into a line: at least a character.
    fn fitting(self, word: &str, width: i32) -> usize {
        let ends = word.char_indices().map(|(at, character)| at + character.len_utf8());
        let fit = ends.take_while(|&end| self.width(&word[..end]) <= width).last();
        let fit = fit.unwrap_or_else(|| word.chars().next().map_or(0, char::len_utf8));
        word[..fit].rfind(['&', '?', '/']).map_or(fit, |sign| sign + 1)
    }

    /// The lines of a text in at most so many lines, as narrow as possible.
    #[must_use]
    pub fn wrap_into(self, text: &str, lines: usize) -> Vec<String> {
        let mut width = self.width(text) / lines.max(1) as i32;
        loop {
            let wrapped = self.wrap(text, width);
            if wrapped.len() <= lines.max(1) {
                return wrapped;
            }
            width += self.size / 4;
        }
    }

    /// The lines of a text in a width, balanced.
    #[must_use]
    pub fn wrap_into_width(self, text: &str, width: i32) -> Vec<String> {
        self.wrap_into(text, self.wrap(text, width).len())
    }

    /// The width of the widest line, in quarter pixels.
    #[must_use]
    pub fn widest(self, lines: &[String]) -> i32 {
        lines.iter().map(|line| self.width(line)).max().unwrap_or(0)
    }

    /// From one line to the next, in quarter pixels.
    #[must_use]
    pub const fn line_height(self) -> i32 {
        self.size * 5 / 4
    }
}

/// The width of a character, in hundredths of the size.
fn width_of(character: char) -> i32 {
    match character {
        ' '..='~' => i32::from(WIDTHS[character as usize - 32]),
        '\u{a0}' => 32,
        '–' => 50,
        '⁻' => 53,
        '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉' => 40,
        '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' => 68,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_at_spaces_but_not_at_those_that_bind() {
        let table = [
            ("how patient it is", 200, vec!["how", "patient", "it is"]),
            ("how patient it is", 2000, vec!["how patient it is"]),
            ("1 in 20\u{a0}million", 10, vec!["1", "in", "20\u{a0}million"]),
            ("", 100, vec![]),
        ];
        for (text, width, lines) in table {
            assert_eq!(LABEL.wrap(text, width), lines, "{text}");
        }
    }

    #[test]
    fn an_address_breaks_where_it_can() {
        let lines =
            TICK.wrap_all("What Survives · https://example.org/?reveal=0.02&horizon=5000 · MIT", 1000);
        assert_eq!(lines, ["What Survives ·", "https://example.org/?reveal=0.02&", "horizon=5000", "· MIT"]);
        assert_eq!(TICK.wrap_all("wwww", 100), ["ww", "ww"]);
        assert_eq!(TICK.wrap_all("ẅw", 1), ["ẅ", "w"]);
        assert_eq!(TICK.wrap_all("", 1), [""; 0]);
    }

    #[test]
    fn wrapping_into_lines_balances_them() {
        let lines = LABEL.wrap_into("if you do not know how patient it is", 2);
        assert_eq!(lines, ["if you do not know", "how patient it is"]);
    }
}
