//! Numbers written for people.

use super::decimal::{decimal, plain, push_decimal, scaled};

/// How a number is shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As a number: `0.0123`, `1,234`, `34 million`.
    Number,
    /// A share or probability as a percentage: `33 %`, `under 0.0001 %`.
    Percent,
    /// As one of a few words, by its place in the list.
    Words(&'static [&'static str]),
}

impl Format {
    /// The number in words of this kind, with up to three significant digits.
    #[must_use]
    pub fn show(self, number: f64) -> String {
        match self {
            Self::Number => human(number, 3),
            Self::Percent => percent(number),
            Self::Words(words) => words.get(number as usize).copied().unwrap_or_default().to_owned(),
        }
    }
}

/// A number and its unit, the unit in the singular after a plain 1.
#[must_use]
pub fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() {
        return number.to_owned();
    }
    let singular = match (number, unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        ("1", Some(stem), _) => format!("{stem}y"),
        ("1", None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => unit.to_owned(),
    };
    format!("{number}\u{a0}{singular}")
}

/// A number for people, rounded to `digits` significant digits: `1,230`,
/// `34.5 million`, `0.0021`, `1.2 × 10⁻⁷`; `∞` and `–` for what is no number.
#[must_use]
pub fn human(number: f64, digits: i32) -> String {
    written(number, digits, true)
}

/// A number as it stands in a field: all its digits, `1,000,000`, `0.0043`,
/// `3 × 10⁻⁸`. [`read`](super::read) reads it back.
#[must_use]
pub fn field(number: f64) -> String {
    // One tenth times a hundred is not quite ten.
    written(number, 12, false)
}

fn written(number: f64, digits: i32, is_named: bool) -> String {
    if number.is_nan() {
        return "–".to_owned();
    }
    let sign = if number < 0.0 { "−" } else { "" };
    if number.is_infinite() {
        return format!("{sign}∞");
    }
    let Some((mantissa, exponent)) = decimal(number, digits) else { return "0".to_owned() };
    let mut text = sign.to_owned();
    // The power of ten of the first digit, after rounding.
    let magnitude = exponent + digits - 1;
    let named = [(12, "trillion"), (9, "billion"), (6, "million")];
    if (15..).contains(&magnitude) || magnitude < -5 {
        push_decimal(&mut text, mantissa, 1 - digits, true);
        if text.ends_with('1') && text.len() == sign.len() + 1 {
            text.pop();
        } else {
            text.push_str("\u{a0}×\u{a0}");
        }
        text.push_str(&power_of_ten(magnitude));
    } else if let Some((power, name)) = named.iter().find(|(power, _)| is_named && magnitude >= *power) {
        push_decimal(&mut text, mantissa, exponent - power, true);
        text.push('\u{a0}');
        text.push_str(name);
    } else {
        push_decimal(&mut text, mantissa, exponent, true);
    }
    text
}

/// A share (0 to 1) as people say it: `33 %`, `0.0043 %`, `99.98 %`. Only a
/// share of exactly 0 or 1 is called 0 or 100 %, and any of them can stand
/// before “of the time”.
#[must_use]
pub fn percent(share: f64) -> String {
    let left = 1.0 - share;
    if share.is_nan() {
        "–".to_owned()
    } else if share > 0.0 && share < 1e-6 {
        "under\u{a0}0.0001\u{a0}%".to_owned()
    } else if left > 0.0 && left < 1e-6 {
        "over\u{a0}99.9999\u{a0}%".to_owned()
    } else if left > 0.0 && left < 0.01 {
        // As many nines as there are, and one digit more.
        let places = scaled(1.0, -libm::floor(libm::log10(left * 100.0)) as i32);
        format!("{}\u{a0}%", plain(libm::floor(share * 100.0 * places) / places))
    } else {
        format!("{}\u{a0}%", human(share * 100.0, 2))
    }
}

/// `10⁶`, with true superscripts.
#[must_use]
pub fn power_of_ten(exponent: i32) -> String {
    let mut text = "10".to_owned();
    for digit in exponent.to_string().chars() {
        text.push(match digit {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            digit => char::from_u32(0x2070 + digit as u32 - '0' as u32).unwrap_or(digit),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_for_people() {
        let check = |number: f64, text: &str| assert_eq!(human(number, 3), text.replace(' ', "\u{a0}"));
        check(0.0, "0");
        check(68.967_56, "69");
        check(1234.5, "1,230");
        check(999.96, "1,000");
        check(999_600.0, "1 million");
        check(34_451_648.6, "34.5 million");
        check(1e9, "1 billion");
        check(2.5e12, "2.5 trillion");
        check(1e15, "10¹⁵");
        check(1.25e20, "1.25 × 10²⁰");
        check(0.0021, "0.0021");
        check(0.000_01, "0.00001");
        check(1e-6, "10⁻⁶");
        check(1.2e-7, "1.2 × 10⁻⁷");
        check(-0.5, "−0.5");
        check(f64::INFINITY, "∞");
        check(f64::NAN, "–");
    }

    #[test]
    fn shares_for_people() {
        let check = |share: f64, text: &str| assert_eq!(percent(share), text.replace(' ', "\u{a0}"));
        check(0.0, "0 %");
        check(1.0, "100 %");
        check(0.326_508, "33 %");
        check(0.000_043_169, "0.0043 %");
        check(0.989, "99 %");
        check(0.99, "99 %");
        check(0.995, "99.5 %");
        check(0.9998, "99.98 %");
        check(0.999_999_5, "over 99.9999 %");
        check(1.0 - 1e-15, "over 99.9999 %");
        check(1e-6, "0.0001 %");
        check(5e-8, "under 0.0001 %");
        check(1e-310, "under 0.0001 %");
        check(f64::NAN, "–");
    }

    #[test]
    fn a_share_short_of_certain_is_never_called_100_percent() {
        let mut left = 0.5;
        while left > 1e-17 {
            let text = percent(1.0 - left);
            assert!(1.0 - left == 1.0 || !text.starts_with("100"), "{left} short of 1 is {text}");
            left *= 0.9;
        }
    }

    #[test]
    fn units_are_singular_after_one() {
        assert_eq!(with_unit("1", "opportunities"), "1\u{a0}opportunity");
        assert_eq!(with_unit("1", "steps"), "1\u{a0}step");
        assert_eq!(with_unit("1", "per opportunity"), "1\u{a0}per opportunity");
        assert_eq!(with_unit("1 million", "opportunities"), "1 million\u{a0}opportunities");
        assert_eq!(with_unit("2", ""), "2");
    }
}
