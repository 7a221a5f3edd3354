//! Links from one simulator to another that carry a number along.
//!
//! Written in a text as `[words](to:waluigi-decay?patience_max=t_star*1000)`:
//! the simulator, its parameters, and for each the readout or parameter of this
//! page that gives its value, times a factor, plus or minus a constant; or
//! times what a share leaves, `horizon*(1-tested)`; or a number alone.

use crate::number::{parse, plain, round_to_digits};

/// The address, below the site's root, that such a link leads to now. `number`
/// gives the readouts and parameters of this page by id. A number that does not
/// exist is not carried.
///
/// `None` if the link is not written in this form.
#[must_use]
pub fn address(link: &str, number: impl Fn(&str) -> Option<f64>) -> Option<String> {
    let (simulator, rest) = link.split_once('?')?;
    let mut address = [simulator, "/"].concat();
    let mut joint = "?";
    for carried in rest.split('&') {
        let (parameter, expression) = carried.split_once('=')?;
        let (source, factor, constant) = terms(expression)?;
        let factor = match factor {
            Factor::Number(factor) => Some(factor),
            Factor::Rest(id) => number(id).map(|share| 1.0 - share),
        };
        let value = match parse(source) {
            Some(value) => Some(value),
            None => number(source).zip(factor).map(|(value, factor)| value * factor + constant),
        };
        if let Some(value) = value.filter(|value| value.is_finite()) {
            address.extend([joint, parameter, "=", &plain(round_to_digits(value, 3))]);
            joint = "&";
        }
    }
    Some(address)
}

/// What a carried number is multiplied by.
enum Factor<'a> {
    Number(f64),
    /// What this share leaves of 1.
    Rest(&'a str),
}

/// The id, the factor and the constant of `id*2-1`; a number alone is its own id.
fn terms(expression: &str) -> Option<(&str, Factor<'_>, f64)> {
    if let Some((source, share)) = expression.split_once("*(1-") {
        return Some((source, Factor::Rest(share.strip_suffix(')')?), 0.0));
    }
    let (product, constant) = match expression.find(['+', '-']) {
        Some(at) => (expression.get(..at)?, parse(expression.get(at..)?)?),
        None => (expression, 0.0),
    };
    match product.split_once('*') {
        Some((source, factor)) => Some((source, Factor::Number(parse(factor)?), constant)),
        None => Some((product, Factor::Number(1.0), constant)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(link: &str, expected: Option<&str>) {
        let number = |id: &str| match id {
            "wait" => Some(6.5234),
            "share" => Some(0.25),
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
        check("decay?patience=wait*(1-share)", Some("decay/?patience=4.89"));
        check("decay?patience=wait&share=share", Some("decay/?patience=6.52&share=0.25"));
        check("decay?lost=never&share=share", Some("decay/?share=0.25"));
        check("decay?on=1", Some("decay/?on=1"));
    }

    #[test]
    fn what_does_not_exist_is_not_carried() {
        check("decay?patience=never*10", Some("decay/"));
        check("decay?patience=endless", Some("decay/"));
        check("decay", None);
        check("decay?patience=wait*x", None);
    }
}
