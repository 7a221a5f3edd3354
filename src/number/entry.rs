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
    let (number, rest) = text.split_at(length(text.trim()));
    let (mut value, is_comma) = decimal(number.trim_end())?;
    let mut rest = rest.trim();
    let mut is_bare = true;
    if let Some(second) = ["/", "out of ", "in "].iter().find_map(|joint| rest.strip_prefix(joint)) {
        let second = second.trim_start();
        let (divisor, after) = second.split_at(length(second));
        let (divisor, _) = decimal(divisor.trim_end())?;
        if divisor == 0.0 {
            return None;
        }
        (value, rest, is_bare) = (value / divisor, after.trim_start(), false);
    } else if let Some((after, power)) = NAMES.iter().find_map(|(name, power)| {
        let after = rest.strip_prefix(name)?;
        (!after.starts_with(|next: char| next.is_ascii_alphabetic())).then_some((after, power))
    }) {
        value = if *power < 0 { scaled(value, *power) } else { (value * scaled(1.0, *power)).min(f64::MAX) };
        (rest, is_bare) = (after.trim_start(), false);
    }
    // Enough of the unit to be sure: a plural, an abbreviation.
    let is_unit = rest.is_empty()
        || rest.len() >= 3 && rest.get(..3) == unit.get(..3)
        || rest
            .strip_prefix("per ")
            .is_some_and(|per| per.get(..3) == unit.strip_prefix("per ").unwrap_or(unit).get(..3));
    if !is_unit {
        return None;
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

/// What can stand behind a number, and the power of ten that it means.
const NAMES: [(&str, i32); 15] = [
    ("%", -2),
    ("percent", -2),
    ("per cent", -2),
    ("pct", -2),
    ("k", 3),
    ("thousand", 3),
    ("m", 6),
    ("mio", 6),
    ("million", 6),
    ("b", 9),
    ("bn", 9),
    ("billion", 9),
    ("t", 12),
    ("tn", 12),
    ("trillion", 12),
];

/// The text in small letters, with one sign for each thing.
fn plain_letters(text: &str) -> String {
    let mut out = String::new();
    let mut is_raised = false;
    for letter in text.trim().chars() {
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
            '’' => '\'',
            '٪' | '％' => '%',
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
        ] {
            check(text, None, "opportunities", None);
        }
        check("5 halvings", None, "", None);
        check("1e999", None, "", Some((f64::MAX, Reading::Plain)));
        check("9e307 million", None, "", Some((f64::MAX, Reading::Plain)));
    }
}
