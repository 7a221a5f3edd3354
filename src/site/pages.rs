//! The pages of the site, one file for each kind.

mod statements;
mod home;
mod simulator;
mod embed;
mod embedding;
mod module;
mod gallery;
mod about;
mod not_found;

use about::about;
use embed::embed;
use embedding::embedding;
use gallery::gallery;
use home::home;
use module::example;
pub use module::types;
use not_found::not_found;
pub(super) use simulator::simulator_page;
use statements::all_statements;

use super::lines::lines;
use super::page::Page;
use crate::simulators::ALL;

/// All pages of the site.
///
/// # Errors
/// If a simulator's text cannot be read or is not right.
pub fn all() -> Result<Vec<Page>, String> {
    let mut pages = vec![home(), all_statements(), gallery(), embedding(), example(), about(), not_found()];
    for simulator in ALL {
        let lines = lines(*simulator);
        for preset in std::iter::once(None).chain(simulator.presets().iter().map(Some)) {
            pages.push(simulator_page(*simulator, preset, &lines)?);
            pages.push(embed(*simulator, preset, &lines)?);
        }
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Values, from_query};

    /// Links that carry a number: every page's own, at every preset.
    #[test]
    fn links_between_simulators_lead_to_parameters_that_exist() {
        let mut carried = 0;
        for page in all().expect("right texts") {
            for link in page.body.split("data-carry=").skip(1) {
                let address = link
                    .split("href=\"./")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .unwrap_or_default()
                    .replace("&amp;", "&");
                let (simulator, query) =
                    address.split_once("/?").unwrap_or((address.trim_end_matches('/'), ""));
                let known = ALL.iter().find(|known| known.info().id == simulator);
                let specs = known.unwrap_or_else(|| panic!("{}: {address}", page.path)).specs();
                let unknown = from_query(&Values::defaults(specs), query)
                    .1
                    .into_iter()
                    .find(|notice| notice.parameter.is_none());
                assert_eq!(unknown, None, "{}: {address}", page.path);
                carried += 1;
            }
        }
        assert!(carried > 10, "{carried}");
    }
}
