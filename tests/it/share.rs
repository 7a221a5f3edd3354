//! What other sites and other programs are told: oEmbed, tags, exports, types.

use serde_json::Value;
use what_survives::export::{Given, bibtex, citation, json, list, markdown, svg};
use what_survives::params::Values;
use what_survives::simulators::ALL;
use what_survives::site::{Base, all, social, types};

const SITE: &str = "https://example.org/models/";

#[test]
fn every_page_of_a_simulator_offers_oembed() {
    let base = Base::new(SITE);
    let mut offered = 0;
    for page in all().unwrap() {
        let Some(text) = social::oembed(&page, &base) else {
            let is_simulator = page.place.is_some() && page.embedded().is_none() && !page.path.is_empty();
            assert!(!is_simulator, "{}", page.path);
            continue;
        };
        offered += 1;
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&json["version"], &json["type"]), (&"1.0".into(), &"rich".into()));
        assert_eq!(json["title"], page.title);
        for key in ["width", "height", "thumbnail_width", "thumbnail_height"] {
            assert!(json[key].as_u64().unwrap() > 300, "{key}");
        }
        let html = json["html"].as_str().unwrap();
        let link = format!("<blockquote><a href=\"{SITE}{}\">", page.path);
        let frame = format!("</a></blockquote><iframe src=\"{SITE}e/{}\" width=\"100%\" ", page.path);
        assert!(html.starts_with(&link) && html.contains(&frame) && html.ends_with("></iframe>"), "{html}");
        assert_eq!(json["thumbnail_url"], format!("{SITE}{}picture.png", page.path));
        let tags = social::tags(&page, &base);
        for part in [
            format!("type=\"application/json+oembed\" href=\"{SITE}{}oembed.json\"", page.path),
            format!("property=\"og:image\" content=\"{SITE}{}picture.png\"", page.path),
            "property=\"og:image:alt\"".to_owned(),
            "content=\"summary_large_image\"".to_owned(),
        ] {
            assert!(tags.contains(&part), "{part} is not in {tags}");
        }
        // Who fetches a link to a state must not be told of another address.
        assert!(!tags.contains("og:url"), "{tags}");
    }
    assert_eq!(offered, ALL.iter().map(|simulator| 1 + simulator.presets().len()).sum::<usize>());
}

#[test]
fn what_needs_a_whole_address_is_left_out_without_one() {
    for page in all().unwrap() {
        assert_eq!(social::oembed(&page, &Base::new("/models/")), None);
        let tags = social::tags(&page, &Base::default());
        assert!(tags.contains("og:title") && !tags.contains("og:image"), "{tags}");
    }
}

#[test]
fn every_file_says_where_it_is_from() {
    for simulator in ALL.iter().copied() {
        let info = simulator.info();
        let spec = simulator.specs().iter().find(|spec| !spec.shows).unwrap();
        let values = Values::defaults(simulator.specs()).with(spec.id, spec.at_fraction(0.87));
        let given = Given::sure(simulator, values);
        let address = format!("{SITE}{}/?{}=", info.id, spec.id);
        for figure in simulator.figures() {
            let text = svg(&given, figure.id, SITE, false).unwrap();
            assert!(text.contains(&address) && text.contains("Licence: "), "{}", figure.id);
        }
        for text in [markdown(&given, SITE), bibtex(&given, SITE), citation(&given, SITE)] {
            assert!(text.contains(&address) && text.contains("0.1.0") && text.contains(info.name), "{text}");
        }
        assert_eq!(svg(&given, "no-such", SITE, false), None);
    }
}

#[test]
fn every_file_has_the_ranges_of_its_state() {
    let given = Given::linked(ALL[0], "reveal=0.001~0.05");
    let address = format!("{SITE}waluigi-decay/?reveal=0.001~0.05");
    for text in [markdown(&given, SITE), bibtex(&given, SITE), citation(&given, SITE), json(&given, SITE)] {
        assert!(text.contains(&address), "{text}");
    }
    assert!(svg(&given, "suspicion", SITE, false).unwrap().contains(&address));
    let text = markdown(&given, SITE).replace('\u{a0}', " ");
    assert!(text.contains(", anything from 0.1 % to 5 % |"), "{text}");
}

#[test]
fn two_states_have_two_entries_in_a_bibliography() {
    let simulator = ALL[0];
    let key = |values: &Values| {
        bibtex(&Given::sure(simulator, values.clone()), SITE).lines().next().unwrap().to_owned()
    };
    let defaults = Values::defaults(simulator.specs());
    assert_eq!(key(&defaults), "@misc{what-survives-waluigi-decay,");
    assert_eq!(key(&defaults.with("reveal", 0.02)), "@misc{what-survives-waluigi-decay-reveal-0.02,");
}

#[test]
fn a_table_has_a_row_for_every_parameter_and_readout() {
    for simulator in ALL.iter().copied() {
        let text = markdown(&Given::linked(simulator, ""), SITE);
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        let readouts = simulator.readouts(&Values::defaults(simulator.specs()));
        assert_eq!(rows.len(), 3 + simulator.specs().len() + readouts.len());
        assert!(rows.iter().all(|row| row.replace("\\|", "").matches('|').count() == 3), "{text}");
    }
}

#[test]
fn the_list_names_everything() {
    let json: Value = serde_json::from_str(&list()).unwrap();
    let simulators = json.as_array().unwrap();
    assert_eq!(simulators.len(), ALL.len());
    for (found, simulator) in simulators.iter().zip(ALL) {
        let readouts = simulator.readouts(&Values::defaults(simulator.specs()));
        assert_eq!(found["id"], simulator.info().id);
        let count = |key: &str| found[key].as_array().unwrap().len();
        assert_eq!(count("parameters"), simulator.specs().len());
        assert_eq!(count("presets"), simulator.presets().len());
        assert_eq!(count("claims"), simulator.claims().len());
        assert_eq!((count("figures"), count("readouts")), (simulator.figures().len(), readouts.len()));
    }
}

#[test]
fn the_types_know_every_parameter() {
    let types = types();
    for simulator in ALL {
        assert!(types.contains(&format!("  \"{}\": ", simulator.info().id)));
        for spec in simulator.specs() {
            assert!(types.contains(&format!("\n  {}?: ", spec.id)), "{}", spec.id);
        }
    }
    assert_eq!(types.matches('{').count(), types.matches('}').count());
}
