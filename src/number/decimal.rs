//! Decimal numbers: read exactly, rounded, written in full.
//!
//! Own routines instead of `str::parse::<f64>` and `{:e}`: those two alone
//! would cost readers 15 KB. They are exact for what is needed here: decimals
//! of at most 15 digits, which every double tells apart.

/// Rounds to a number of significant digits (1 to 15).
///
/// For numbers between 1e-7 and 1e15 the result is the double nearest to that
/// decimal. Zero and what is not finite come back unchanged.
#[must_use]
pub fn round_to_digits(number: f64, digits: i32) -> f64 {
    let Some((mantissa, exponent)) = decimal(number, digits) else { return number };
    let value = scaled(mantissa as f64, exponent);
    if number < 0.0 { -value } else { value }
}

/// Reads a decimal number such as `-12.5`, `.5`, `1e6` or `2.5E-3`; `None` if
/// it is anything else. Never infinite, never NaN: what is too large for a
/// double is the largest double.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim().as_bytes();
    let (negative, text) = match text.split_first()? {
        (b'-', rest) => (true, rest),
        (b'+', rest) => (false, rest),
        _ => (false, text),
    };
    let (mut mantissa, mut exponent, mut digits, mut kept) = (0_u64, 0_i32, 0, 0);
    let mut after_point = false;
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            digit @ b'0'..=b'9' => {
                digits += 1;
                if kept < 15 {
                    mantissa = mantissa * 10 + u64::from(digit - b'0');
                    kept += i32::from(mantissa > 0);
                    exponent -= i32::from(after_point);
                } else {
                    // Beyond 15 digits only the first is looked at, to round.
                    if kept == 15 && digit >= b'5' {
                        mantissa += 1;
                    }
                    kept += 1;
                    exponent += i32::from(!after_point);
                }
            }
            b'.' if !after_point => after_point = true,
            b'e' | b'E' if digits > 0 => break,
            _ => return None,
        }
        at += 1;
    }
    if digits == 0 {
        return None;
    }
    if at < text.len() {
        exponent = exponent.saturating_add(parse_exponent(&text[at + 1..])?);
    }
    let value = if mantissa == 0 { 0.0 } else { scaled(mantissa as f64, exponent).min(f64::MAX) };
    Some(if negative { -value } else { value })
}

fn parse_exponent(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text.split_first()? {
        (b'-', rest) => (-1, rest),
        (b'+', rest) => (1, rest),
        _ => (1, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits
        .iter()
        .fold(0_i32, |size, digit| size.saturating_mul(10).saturating_add(i32::from(digit - b'0')).min(9999));
    Some(sign * size)
}

/// `mantissa * 10^exponent`; exact to the last bit while the mantissa is
/// below 2^53 and the exponent within 22 of zero, because then both are exact.
pub(super) fn scaled(mantissa: f64, exponent: i32) -> f64 {
    let (mut value, mut left) = (mantissa, exponent.clamp(-700, 700));
    while left > 0 {
        let step = left.min(22);
        value *= POWERS_OF_TEN[step as usize];
        left -= step;
    }
    while left < 0 {
        let step = (-left).min(22);
        value /= POWERS_OF_TEN[step as usize];
        left += step;
    }
    value
}

const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The size of a number as `mantissa * 10^exponent` with so many digits;
/// `None` for zero and what is not finite.
pub(super) fn decimal(number: f64, digits: i32) -> Option<(u64, i32)> {
    if number == 0.0 || !number.is_finite() {
        return None;
    }
    let size = number.abs();
    let mut exponent = libm::floor(libm::log10(size)) as i32 + 1 - digits;
    let mut mantissa = libm::round(scaled(size, -exponent)) as u64;
    // The logarithm may be off by one next to a power of ten.
    let limit = 10_u64.pow(digits as u32);
    if mantissa >= limit {
        exponent += 1;
        mantissa = libm::round(scaled(size, -exponent)) as u64;
    } else if mantissa < limit / 10 {
        exponent -= 1;
        mantissa = libm::round(scaled(size, -exponent)) as u64;
    }
    Some((mantissa, exponent))
}

/// The shortest plain decimal that [`parse`] reads back as the same number,
/// for numbers of at most 15 digits: `0.000001`, `1000000`, `-12.5`.
///
/// What is not finite gives `0`; callers pass legal values.
#[must_use]
pub fn plain(number: f64) -> String {
    let Some((mantissa, exponent)) = decimal(number, 15) else { return "0".to_owned() };
    let mut text = String::new();
    if number < 0.0 {
        text.push('-');
    }
    push_decimal(&mut text, mantissa, exponent, false);
    text
}

/// Writes `mantissa * 10^exponent` as a decimal without trailing zeros.
pub(super) fn push_decimal(text: &mut String, mut mantissa: u64, mut exponent: i32, grouped: bool) {
    while exponent < 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        exponent += 1;
    }
    let mut digits = mantissa.to_string();
    for _ in 0..exponent {
        digits.push('0');
    }
    let decimals = (-exponent).max(0) as usize;
    while digits.len() <= decimals {
        digits.insert(0, '0');
    }
    let whole = digits.len() - decimals;
    for (at, digit) in digits.chars().enumerate() {
        if at == whole {
            text.push('.');
        } else if grouped && at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_decimals() {
        for text in [
            "0",
            "1",
            "-1",
            "+1",
            ".5",
            "5.",
            "0.1",
            "12.5",
            "1e6",
            "2.5E-3",
            "1e-6",
            "123456789012345",
            "0.000000123",
            "1e22",
            "1e-22",
            "999999999999999",
            " 7 ",
            "00012",
        ] {
            assert_eq!(parse(text), Some(text.trim().parse::<f64>().unwrap()), "{text}");
        }
        for text in
            ["", " ", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "NaN", "inf", "1 2", "½", "--1"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("1e999"), Some(f64::MAX));
        assert_eq!(parse("-1e99999999999"), Some(f64::MIN));
        assert_eq!(parse("1e-999"), Some(0.0));
        assert_eq!(parse("0e999"), Some(0.0));
        assert_eq!(parse(&"9".repeat(400)), Some(f64::MAX));
        assert_eq!(parse("0.1000000000000000055511151231257827"), Some(0.1));
    }

    #[test]
    fn writes_what_it_reads() {
        let mut random = crate::math::Random::new(3);
        for _ in 0..10_000 {
            let size = crate::math::exp(40.0 * random.uniform() - 16.0);
            for digits in [1, 3, 6, 15] {
                let number = round_to_digits(size, digits);
                assert_eq!(parse(&plain(number)), Some(number), "{size} with {digits} digits");
                let nearest = format!("{size:.*e}", digits as usize - 1).parse::<f64>().unwrap();
                // With all 15 digits the last one may be off by one.
                let close = if digits == 15 { 1.1e-14 * size } else { 0.0 };
                assert!((number - nearest).abs() <= close, "{size} with {digits} digits is {number}");
            }
        }
    }

    #[test]
    fn plain_numbers() {
        let check = |number: f64, text: &str| assert_eq!(plain(number), text);
        check(0.0, "0");
        check(1e-6, "0.000001");
        check(1e6, "1000000");
        check(-12.5, "-12.5");
        check(0.1 + 0.2, "0.3");
        check(f64::NAN, "0");
    }
}
