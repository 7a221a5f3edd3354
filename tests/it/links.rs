//! Links that have been published: each of them must work for ever. Add to the
//! list, and never take away from it.

use what_survives::params::{Values, from_query, page_key};
use what_survives::simulators::{ALL, find};

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

/// Whoever copies a number off a page, with its unit, and puts it into a link or
/// a field, sets that number.
#[test]
fn a_number_as_the_page_says_it_is_read() {
    for simulator in ALL {
        let base = Values::defaults(simulator.specs());
        for spec in simulator.specs().iter().filter(|spec| spec.has_slider()) {
            for value in [spec.default, spec.min(), spec.max(), spec.middle(spec.min(), spec.max())] {
                let values = base.clone().with(spec.id, spec.legal(value));
                let words = values.words(spec.id).expect("it is a parameter");
                let (read, notices) =
                    from_query(&base, &format!("{}={}", spec.id, words.replace('%', "%25")));
                let messages: Vec<_> = notices.iter().map(|notice| &notice.message).collect();
                let (read, said) = (read.get(spec.id), values.get(spec.id));
                let is_near =
                    read.zip(said).is_some_and(|(read, said)| (read - said).abs() <= 1e-5 * said.abs());
                assert!(
                    is_near,
                    "{} of {}: “{words}” became {read:?} {messages:?}",
                    spec.id,
                    simulator.info().id
                );
            }
        }
    }
}
