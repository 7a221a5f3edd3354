//! Links that have been published: each of them must work for ever. Add to the
//! list, and never take away from it.

use what_survives::params::{Values, from_query, page_key};
use what_survives::simulators::find;

const LINKS: &str = include_str!("../published-links.txt");

#[test]
fn published_links_work() {
    for link in LINKS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        let place = path.strip_prefix("e/").unwrap_or(path).trim_end_matches('/');
        let (id, preset) = place.split_once('/').unwrap_or((place, ""));
        let simulator = find(id).unwrap_or_else(|| panic!("{link}: there is no {id}"));
        let known = simulator.presets().iter().find(|known| known.id == preset);
        assert!(preset.is_empty() || known.is_some(), "{link}: there is no {preset}");
        let base =
            known.map_or_else(|| Values::defaults(simulator.specs()), |it| simulator.preset_values(it));
        let (_, notices) = from_query(&base, query);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        if let Some(claim) = page_key(query, "claim") {
            assert!(simulator.claims().iter().any(|known| known.id == claim), "{link}: there is no {claim}");
        }
        if let Some(figure) = page_key(query, "figure") {
            let figures = simulator.figures();
            assert!(figures.iter().any(|known| known.id == figure), "{link}: there is no {figure}");
        }
    }
}
