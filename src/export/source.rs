//! Where a file is from: version, licence, and the address of its state.

use crate::params::{Ranges, Values, to_link};
use crate::simulator::AnySimulator;

/// The version of the models, which every export names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licence of the models and of all that they give.
pub const LICENCE: &str = "MIT OR Apache-2.0";

/// The year of this version, for citations.
pub(super) const YEAR: &str = "2026";

/// The address of a state. `site` is the address of the site's root, with a
/// slash at its end, or empty.
#[must_use]
pub fn address(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    address_of(simulator, values, &Ranges::none(simulator.specs()), site)
}

/// The same with ranges.
#[must_use]
pub fn address_of(simulator: &dyn AnySimulator, values: &Values, ranges: &Ranges, site: &str) -> String {
    let query = to_link(&Values::defaults(simulator.specs()), values, ranges);
    let question = if query.is_empty() { "" } else { "?" };
    [site, simulator.info().id, "/", question, &query].concat()
}
