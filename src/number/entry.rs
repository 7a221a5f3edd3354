//! Numbers as people write them: `1%`, `1,000,000`, `2.5k`, `1 in 100`,
//! `0,02`, `3 × 10⁻⁸`.
//!
//! The one reader of what people type, paste, link and post. It reads all that
//! the page writes, and takes nothing from half a text.

use super::decimal::{parse, plain, scaled};

/// A number that was read, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The number.
    pub value: f64,
    /// How it was understood, where it could be meant otherwise.
    pub reading: Reading,
}

/// How a number was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It could mean nothing else.
    Plain,
    /// A bare number of at most 1, where percentages are usual: a share.
    Share,
    /// A bare number above 1, where percentages are usual: a percentage.
    Percentage,
    /// Its comma was taken for a decimal point.
    Comma,
}

/// Reads a number as people write it. Where percentages are usual,
/// `most_share` is the largest share that a bare number can mean (1 nearly
/// everywhere); a `unit` may follow the number.
///
/// `None` if any part of the text was not understood. Never NaN; what is too
/// large for a double is the largest double.
#[must_use]
pub fn read(text: &str, most_share: Option<f64>, unit: &str) -> Option<Entry> {
    let text = plain_letters(text);
    let text = text.trim();
    let (number, rest) = text.split_at(length(text));
    let (mut value, is_comma) = decimal(number.trim_end())?;
    let mut rest = rest.trim();
    let mut is_bare = true;
    // A unit may be called as a number is: `3 billion tokens`, `10 to 1`.
    if !is_unit(rest, unit) {
        if let Some(second) = JOINTS.iter().find_map(|joint| {
            let second = rest.strip_prefix(joint)?.trim_start();
            second.starts_with(is_digit).then_some(second)
        }) {
            let (divisor, after) = second.split_at(length(second));
            let (divisor, _) = decimal(divisor.trim_end())?;
            if divisor == 0.0 {
                return None;
            }
            (value, rest) = (value / divisor, after.trim_start());
        } else {
            let (after, power) = NAMES.iter().find_map(|(names, power)| {
                let after = names.split('|').find_map(|name| {
                    let after = rest.strip_prefix(name)?;
                    (!after.starts_with(|next: char| next.is_ascii_alphabetic())).then_some(after)
                });
                Some((after?, *power))
            })?;
            value = if power < 0 { scaled(value, power) } else { (value * scaled(1.0, power)).min(f64::MAX) };
            rest = after.trim_start();
        }
        is_bare = false;
        if !is_unit(rest, unit) {
            return None;
        }
    }
    let reading = match (most_share.filter(|_| is_bare && value != 0.0), is_comma) {
        (Some(most), _) if value.abs() > most => {
            value = scaled(value, -2);
            Reading::Percentage
        }
        (Some(_), _) => Reading::Share,
        (None, true) => Reading::Comma,
        (None, false) => Reading::Plain,
    };
    Some(Entry { value, reading })
}

/// Whether what follows a number is its unit, or enough of it to be sure: a
/// plural, an abbreviation. A second number is none.
fn is_unit(rest: &str, unit: &str) -> bool {
    let has_number = rest.split(' ').any(|word| word.starts_with(is_digit));
    rest.is_empty()
        || rest == unit
        || !has_number
            && beginning(rest)
                .zip(beginning(unit))
                .is_some_and(|(rest, unit)| rest.eq_ignore_ascii_case(unit))
}

/// The first letters of a unit.
fn beginning(unit: &str) -> Option<&str> {
    unit.strip_prefix("per ").unwrap_or(unit).get(..3)
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// What can stand between two numbers, of which the second divides the first.
const JOINTS: [&str; 4] = ["/", "out of ", "in ", "per "];

/// What can stand behind a number, and the power of ten that it means.
const NAMES: [(&str, i32); 6] = [
    ("%|percent|per cent|pct", -2),
    ("k|thousand", 3),
    ("m|mio|million", 6),
    ("b|bn|billion", 9),
    ("t|tn|trillion", 12),
    ("‰|per mille", -3),
];

/// A letter as it is meant: full-width and Arabic forms as those of ASCII, and
/// nothing where there is nothing to see (marks of direction, joiners, soft
/// hyphens).
#[must_use]
pub fn seen(letter: char) -> Option<char> {
    let code = letter as u32;
    Some(match letter {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {
            return None;
        }
        '\u{ff01}'..='\u{ff5e}' => char::from((code - 0xfee0) as u8),
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (code & 15) as u8),
        '٫' => '.',
        '٬' => ',',
        letter => letter,
    })
}

/// The text in small letters, with one sign for each thing.
fn plain_letters(text: &str) -> String {
    let mut out = String::new();
    let mut is_raised = false;
    for letter in text.chars().filter_map(seen) {
        let raised = match letter {
            '⁻' => Some('-'),
            '⁺' => Some('+'),
            '¹' => Some('1'),
            '²' => Some('2'),
            '³' => Some('3'),
            '⁰' | '⁴'..='⁹' => char::from_digit(letter as u32 - 0x2070, 10),
            _ => None,
        };
        if raised.is_some() && !is_raised {
            out.push('^');
        }
        is_raised = raised.is_some();
        out.push(raised.unwrap_or(match letter {
            '−' | '–' | '‐' | '‑' => '-',
            '×' | '·' | '*' => 'x',
            '’' | '`' | '´' => '\'',
            '⁄' | '∕' => '/',
            '٪' => '%',
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => ' ',
            letter => letter.to_ascii_lowercase(),
        }));
    }
    out
}

/// How many bytes of a text belong to the number that it begins with.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // A power of ten begins with a factor or is a number alone.
    let power = |at: usize| {
        let rest = text.get(at..)?;
        let from = rest.trim_start().strip_prefix('x').map_or(rest, str::trim_start);
        let exponent = from.strip_prefix("10^")?;
        let signed = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| text.len() - signed.len() + digits)
    };
    let mut at = usize::from(text.starts_with(['-', '+']));
    if let Some(end) = power(at) {
        return end;
    }
    while at < bytes.len() {
        match bytes[at] {
            b'0'..=b'9' | b'.' | b',' => {}
            b' ' | b'\'' | b'_' if digit(at.wrapping_sub(1)) && digit(at + 1) => {}
            b'e' if digit(at + 1) || matches!(bytes.get(at + 1), Some(b'-' | b'+')) && digit(at + 2) => {
                let from = at + 2;
                return from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            }
            _ => break,
        }
        at += 1;
    }
    power(at).unwrap_or(at)
}

/// The number that such a text means, and whether a comma was its point.
fn decimal(text: &str) -> Option<(f64, bool)> {
    if let Some((factor, power)) = text.split_once('^') {
        let factor = factor.strip_suffix("10")?;
        let factor = factor.trim_end();
        let (factor, is_comma) = match factor.strip_suffix('x') {
            Some(factor) => decimal(factor.trim_end())?,
            None => (parse(&[factor, "1"].concat())?, false),
        };
        // The same number as with an `e`, to the last bit.
        let number = [&*plain(factor), "e", power].concat();
        return Some((parse(&number)?, is_comma));
    }
    let (mantissa, exponent) = text.find('e').map_or((text, ""), |at| text.split_at(at));
    let (sign, digits) = mantissa.split_at(usize::from(mantissa.starts_with(['-', '+'])));
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    // The last of two kinds is the point; one kind alone may be either.
    let point = match (commas, points) {
        (0, 0..=1) => Some('.'),
        (1, 0) if !is_grouped(digits, ',') => Some(','),
        (_, 0) | (0, _) => None,
        _ => digits.chars().rfind(|letter| matches!(letter, ',' | '.')),
    };
    let (whole, fraction) = match point {
        Some(point) => digits.rsplit_once(point).unwrap_or((digits, "")),
        None => (digits, ""),
    };
    let group = [',', '.', '\'', ' ', '_'].into_iter().find(|sign| whole.contains(*sign));
    if group.is_some_and(|sign| !is_grouped(whole, sign))
        || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    Some((
        parse(&[sign, &whole, ".", fraction, exponent].concat())?,
        point == Some(',') && !fraction.is_empty(),
    ))
}

/// Whether all that is between the first digits and the end are groups of
/// three: `1,000`, and not `0,125` or `1,5`.
fn is_grouped(digits: &str, sign: char) -> bool {
    let mut groups = digits.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_number = |group: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_number(first, 1..=3) && first != "0" && groups.all(|group| is_number(group, 3..=3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, most_share: Option<f64>, unit: &str, expected: Option<(f64, Reading)>) {
        let found = read(text, most_share, unit).map(|entry| (entry.value, entry.reading));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_number_is_read_as_people_write_it() {
        use Reading::{Comma, Plain};
        for (text, value, reading) in [
            ("1000", 1000.0, Plain),
            (" 1000 ", 1000.0, Plain),
            ("1,000,000", 1e6, Plain),
            ("1 000 000", 1e6, Plain),
            ("1\u{a0}000\u{202f}000", 1e6, Plain),
            ("1’000’000", 1e6, Plain),
            ("1_000_000", 1e6, Plain),
            ("1.000.000", 1e6, Plain),
            ("10,000", 1e4, Plain),
            ("10.000", 10.0, Plain),
            ("1,234.5", 1234.5, Plain),
            ("1.234,5", 1234.5, Comma),
            ("0,02", 0.02, Comma),
            ("0,125", 0.125, Comma),
            ("1,5", 1.5, Comma),
            ("12,3456", 12.3456, Comma),
            ("1000,", 1000.0, Plain),
            ("5.", 5.0, Plain),
            (".5", 0.5, Plain),
            ("-12.5", -12.5, Plain),
            ("−0.01", -0.01, Plain),
            ("+3", 3.0, Plain),
            ("1e-2", 0.01, Plain),
            ("2.5E3", 2500.0, Plain),
            ("3e-8", 3e-8, Plain),
            ("3 × 10⁻⁸", 3e-8, Plain),
            ("3x10^-8", 3e-8, Plain),
            ("1.2\u{a0}×\u{a0}10⁻⁷", 1.2e-7, Plain),
            ("10⁶", 1e6, Plain),
            ("−10⁶", -1e6, Plain),
            ("10^6", 1e6, Plain),
            ("2.5k", 2500.0, Plain),
            ("2.5 K", 2500.0, Plain),
            ("34.5 million", 34.5e6, Plain),
            ("34.5\u{a0}million opportunities", 34.5e6, Plain),
            ("2M", 2e6, Plain),
            ("3 bn", 3e9, Plain),
            ("1 billion", 1e9, Plain),
            ("1/100", 0.01, Plain),
            ("1 / 4", 0.25, Plain),
            ("1 in 100", 0.01, Plain),
            ("1 in 10,000", 1e-4, Plain),
            ("3 out of 4", 0.75, Plain),
            ("5%", 0.05, Plain),
            ("5000 opportunities", 5000.0, Plain),
            ("1 per 100", 0.01, Plain),
            ("2 per 1,000 opportunities", 0.002, Plain),
            ("5 ‰", 0.005, Plain),
            ("5 per mille", 0.005, Plain),
            ("１０００", 1000.0, Plain),
            ("１，０００．５", 1000.5, Plain),
            ("٢٥", 25.0, Plain),
            ("٠٫٢", 0.2, Plain),
            ("۱٬۰۰۰", 1000.0, Plain),
            ("1\u{200b}000", 1000.0, Plain),
            ("\u{202d}1000\u{202c} ", 1000.0, Plain),
            ("\u{200e} 1\u{ad}000", 1000.0, Plain),
            ("1`000", 1000.0, Plain),
            ("1´000´000", 1e6, Plain),
            ("1⁄20", 0.05, Plain),
            ("3∕4", 0.75, Plain),
            ("1 opportunity", 1.0, Plain),
        ] {
            check(text, None, "opportunities", Some((value, reading)));
        }
    }

    #[test]
    fn where_percentages_are_usual_a_bare_number_is_one_or_a_share() {
        use Reading::{Percentage, Plain, Share};
        for (text, value, reading) in [
            ("1%", 0.01, Plain),
            ("1 %", 0.01, Plain),
            ("1\u{a0}%", 0.01, Plain),
            ("0.0043 %", 0.000_043, Plain),
            ("1 percent", 0.01, Plain),
            ("1 per cent", 0.01, Plain),
            ("1 % per opportunity", 0.01, Plain),
            ("0.2 per 100", 0.002, Plain),
            ("0.2 per mille", 0.0002, Plain),
            ("0.2 per opportunity", 0.2, Share),
            ("2 ％", 0.02, Plain),
            ("２％", 0.02, Plain),
            ("٢٪", 0.02, Plain),
            ("2\u{200b}%", 0.02, Plain),
            ("0,5 %", 0.005, Reading::Comma),
            ("0.01", 0.01, Share),
            ("1e-2", 0.01, Share),
            ("0,02", 0.02, Share),
            ("1", 1.0, Share),
            ("2", 0.02, Percentage),
            ("50", 0.5, Percentage),
            ("12,5", 0.125, Percentage),
            ("1/100", 0.01, Plain),
            ("1 in 100", 0.01, Plain),
            ("0", 0.0, Plain),
        ] {
            check(text, Some(1.0), "per opportunity", Some((value, reading)));
        }
    }

    #[test]
    fn a_unit_may_be_called_as_a_number_is() {
        check("3 billion tokens", None, "billion tokens", Some((3.0, Reading::Plain)));
        check("3 billion", None, "billion tokens", Some((3.0, Reading::Plain)));
        check("10 to 1", None, "to 1", Some((10.0, Reading::Plain)));
        check("3 AIs", None, "AIs", Some((3.0, Reading::Plain)));
        check("0.1 per year²", None, "per year²", Some((0.1, Reading::Plain)));
        check("10 to 20", None, "to 1", None);
        check("1 opportunity in 100", None, "opportunities", None);
        check("0.2 per 100 steps", Some(1.0), "per step", Some((0.002, Reading::Plain)));
    }

    #[test]
    fn a_share_may_go_above_one() {
        check("1.5", Some(3.0), "", Some((1.5, Reading::Share)));
        check("150 %", Some(3.0), "", Some((1.5, Reading::Plain)));
        check("150", Some(3.0), "", Some((1.5, Reading::Percentage)));
    }

    #[test]
    fn nothing_is_taken_from_half_a_text() {
        for text in [
            "",
            " ",
            "-",
            ".",
            ",",
            "e5",
            "1e",
            "1e+",
            "1.2.3",
            "1,00,000",
            "1,0000,000",
            "10 00",
            "0x10",
            "NaN",
            "inf",
            "½",
            "--1",
            "1e1e1",
            "1-2",
            "1 2",
            "5 apples",
            "5%%",
            "% 5",
            "1/0",
            "1/",
            "1 in",
            "in 5",
            "five",
            "1 in 1 in 2",
            "10^",
            "2 x",
            "2 x 10^",
            "1 million million",
            "5 kk",
            "1’00",
            "<1>",
            "on",
            "1;2",
            "1..5",
            "5 o",
            "1 per",
            "1 per x",
            "1 per thousand",
            "0.2 per week",
            "5 ‰‰",
            "1 million per",
            "२",
        ] {
            check(text, None, "opportunities", None);
        }
        check("5 halvings", None, "", None);
        check("1e999", None, "", Some((f64::MAX, Reading::Plain)));
        check("9e307 million", None, "", Some((f64::MAX, Reading::Plain)));
    }
}
