//! Where a file is from: version, licence, and the address of its state.

use super::given::Given;
use crate::params::{Values, to_link};

/// The version of the models, which every export names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the site, which every export names.
pub(super) const NAME: &str = "What Survives";

/// The licence of the models and of all that they give.
pub const LICENCE: &str = "MIT OR Apache-2.0";

/// The year of this version, for citations.
pub(super) const YEAR: &str = "2026";

/// How much of a state stands in its name, in characters.
const LONGEST: usize = 48;

/// A name for a state, for files and citations: its simulator, and the values
/// that differ from the defaults, such as `waluigi-decay-reveal-0.02`; a long
/// one ends with a sum of them all, so that it is still this state's alone.
#[must_use]
pub fn name(Given { simulator, values, ranges, .. }: &Given) -> String {
    let id = simulator.info().id;
    let query = to_link(&Values::defaults(simulator.specs()), values, ranges);
    if query.is_empty() {
        return id.to_owned();
    }
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-');
    let words: String = query.chars().map(|sign| if is_plain(sign) { sign } else { '-' }).collect();
    if words.len() <= LONGEST {
        return [id, "-", &words].concat();
    }
    let start = words[..LONGEST].rfind('-').map_or("", |end| &words[..end]);
    [id, "-", start, "-", &sum(&query)].concat()
}

/// A sum over a text (FNV-1a of 32 bits), in eight digits.
fn sum(text: &str) -> String {
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, step))
}

/// The address of a state with its ranges. `site` is the address of the site's
/// root, with a slash at its end, or empty.
#[must_use]
pub fn address(Given { simulator, values, ranges, .. }: &Given, site: &str) -> String {
    let query = to_link(&Values::defaults(simulator.specs()), values, ranges);
    let question = if query.is_empty() { "" } else { "?" };
    [site, simulator.info().id, "/", question, &query].concat()
}
