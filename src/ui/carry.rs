//! Links from one simulator to another that carry a number along.
//!
//! Written in a text as `[words](to:waluigi-decay?patience_max=t_star*1000)`:
//! the simulator, its parameter, and the readout or parameter of this page
//! that gives its value, times a factor, plus or minus a constant.

use crate::number::{parse, plain, round_to_digits};

/// The address, below the site's root, that such a link leads to now. `number`
/// gives the readouts and parameters of this page by id. Where the number does
/// not exist, the link leads to the simulator's defaults.
///
/// `None` if the link is not written in this form.
#[must_use]
pub fn address(link: &str, number: impl Fn(&str) -> Option<f64>) -> Option<String> {
    let (simulator, rest) = link.split_once('?')?;
    let (parameter, expression) = rest.split_once('=')?;
    let (source, factor, constant) = terms(expression)?;
    Some(match number(source).map(|value| value * factor + constant) {
        Some(value) if value.is_finite() => {
            format!("{simulator}/?{parameter}={}", plain(round_to_digits(value, 3)))
        }
        _ => format!("{simulator}/"),
    })
}

/// The id, the factor and the constant of `id*2-1`.
fn terms(expression: &str) -> Option<(&str, f64, f64)> {
    let (product, constant) = match expression.find(['+', '-']) {
        Some(at) => (expression.get(..at)?, parse(expression.get(at..)?)?),
        None => (expression, 0.0),
    };
    match product.split_once('*') {
        Some((source, factor)) => Some((source, parse(factor)?, constant)),
        None => Some((product, 1.0, constant)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, expected: Option<&str>) {
        let number = |id: &str| match id {
            "wait" => Some(6.5234),
            "never" => None,
            _ => Some(f64::INFINITY),
        };
        assert_eq!(address(link, number).as_deref(), expected, "{link}");
    }

    #[test]
    fn a_link_carries_a_number() {
        check("decay?patience=wait", Some("decay/?patience=6.52"));
        check("decay?patience=wait*1000", Some("decay/?patience=6520"));
        check("decay?patience=wait*2-1", Some("decay/?patience=12"));
        check("decay?patience=wait+0.5", Some("decay/?patience=7.02"));
    }

    #[test]
    fn what_does_not_exist_is_not_carried() {
        check("decay?patience=never*10", Some("decay/"));
        check("decay?patience=endless", Some("decay/"));
        check("decay", None);
        check("decay?patience=wait*x", None);
    }
}
