//! Exported states: each reads back as what it was, and whatever else is
//! given is an error that names a field, or is said in a notice.

use serde_json::{Value, json};
use what_survives::export::{self, Given, read, read_state};
use what_survives::math::Random;
use what_survives::params::{Scale, Values, from_query, to_link, to_query};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::{ALL, find};

use super::fuzz;

/// Random states of each simulator: more than 200 of all.
const STATES: u64 = 15;

/// Spoilt texts of each simulator.
const SPOILT: u64 = 500;

const SITE: &str = "https://example.org/models/";

fn check_round_trip(simulator: &'static dyn AnySimulator, values: &Values) {
    check_state(&Given::sure(simulator, values.clone()));
}

fn check_state(state: &Given) {
    let Given { simulator, values, ranges, .. } = state;
    let simulator = *simulator;
    let text = export::json(state, SITE);
    let link = to_link(&Values::defaults(simulator.specs()), values, ranges);
    let name = format!("{}?{link}", simulator.info().id);
    for given in [read_state(None, &text), read_state(Some(simulator), &text), read(simulator, &text)] {
        let given = given.unwrap_or_else(|message| panic!("{name}: {message}"));
        assert_eq!((given.simulator.info().id, &given.values), (simulator.info().id, values), "{name}");
        assert_eq!((&given.ranges, &*given.notices), (ranges, &[][..]), "{name}");
        assert!(export::json(&given, SITE) == text, "{name} is exported as another");
    }
    // Its parameters alone are as good, and so is its link.
    let parameters = serde_json::from_str::<Value>(&text).unwrap()["parameters"].to_string();
    for given in [parameters, link] {
        assert_eq!(read(simulator, &given).map(|given| given.values), Ok(values.clone()), "{given}");
    }
}

#[test]
fn every_preset_reads_back() {
    for simulator in ALL.iter().copied() {
        check_round_trip(simulator, &Values::defaults(simulator.specs()));
        for preset in simulator.presets() {
            check_round_trip(simulator, &simulator.preset_values(preset));
        }
    }
}

#[test]
fn any_state_reads_back() {
    let mut random = Random::new(7);
    for simulator in ALL.iter().copied() {
        for _ in 0..STATES {
            check_round_trip(simulator, &fuzz::state(&mut random, simulator));
        }
    }
}

#[test]
fn a_state_says_again_what_a_link_said_once() {
    let simulator = find("waluigi-decay").unwrap();
    let clamped = Given::linked(simulator, "reveal=7");
    let text = export::json(&clamped, "");
    let given = read_state(None, &text).unwrap_or_else(|message| panic!("{message}"));
    // What was taken is legal: there is nothing to be said of it any more.
    assert_eq!((clamped.notices.len(), given.values, given.notices), (1, clamped.values, Vec::new()));
}

#[test]
fn ranges_read_back() {
    let simulator = find("waluigi-decay").unwrap();
    for query in
        ["reveal=0.001~0.05", "reveal=0.001~0.04~0.05&horizon=10~1000", "prior=0.2~0.8&limited_memory=on"]
    {
        check_state(&Given::linked(simulator, query));
    }
    for simulator in ALL.iter().copied() {
        let given = Given::linked(simulator, "");
        check_state(&Given { ranges: given.ranges.clone().unsure(&given.values), ..given });
    }
}

#[test]
fn hostile_ranges_are_named_or_widened() {
    let state = |ranges: &str| {
        format!(r#"{{"simulator": "waluigi-decay", "parameters": {{"reveal": 0.02}}, "ranges": {ranges}}}"#)
    };
    for wrong in ["[]", "7", r#"{"reveal": 7}"#, r#"{"reveal": [1, 2]}"#, r#"{"reveal": ["a", 1, 2]}"#] {
        let message = error(&state(wrong));
        assert!(
            message.starts_with("ranges: an object with lists of three numbers is expected"),
            "{message}"
        );
    }
    let ends =
        |ranges: &str| read_state(None, &state(ranges)).unwrap_or_else(|message| panic!("{message}")).ranges;
    let reveal = |ranges: &str| ends(ranges).get("reveal");
    assert_eq!(reveal(r#"{"reveal": [0.01, 0.02, 0.05]}"#), Some((0.01, 0.05)));
    // What is drawn is never outside.
    assert_eq!(reveal(r#"{"reveal": [0.03, 0.04, 0.05]}"#), Some((0.02, 0.05)));
    assert_eq!(reveal(r#"{"reveal": [1e300, -5, -1e300]}"#), None);
    assert!(ends(r#"{"no_such": [1, 2, 3], "limited_memory": [0, 0, 1]}"#).is_empty());
}

fn error(text: &str) -> String {
    read_state(None, text)
        .map(|given| to_query(&Values::defaults(given.simulator.specs()), &given.values))
        .unwrap_err()
}

#[test]
fn what_is_no_state_is_an_error_that_says_where() {
    let check = |text: &str, start: &str| {
        let message = error(text);
        assert!(message.starts_with(start) && message.len() < 400, "{text:.80}: {message}");
    };
    for empty in ["", " \n", "\u{feff}"] {
        check(empty, "there is nothing in it");
    }
    for text in [
        "nonsense",
        "reveal=0.02",
        "null",
        "7",
        "[]",
        "\"{}\"",
        "{",
        "{\"simulator\": }",
        "{} {}",
        "{'a': 1}",
        "\0",
    ] {
        check(text, "it is no JSON object: ");
    }
    check(&"[".repeat(200_000), "it is no JSON object: ");
    check("{}", "simulator: it is missing");
    check(r#"{"parameters": {}}"#, "simulator: it is missing");
    check(r#"{"simulator": "waluigi-decay"}"#, "parameters: they are missing");
    for other in ["null", "7", "[\"waluigi-decay\"]", "{}"] {
        check(
            &format!(r#"{{"simulator": {other}, "parameters": {{}}}}"#),
            "simulator: a text is expected, not ",
        );
    }
    for id in ["", "no-such", "Waluigi-decay", &"x".repeat(10_000), "\\u0000"] {
        check(&format!(r#"{{"simulator": "{id}", "parameters": {{}}}}"#), "simulator: there is no “");
    }
    for other in ["null", "7", "[]", "\"reveal=0.02\""] {
        let text = format!(r#"{{"simulator": "waluigi-decay", "parameters": {other}}}"#);
        check(&text, "parameters: an object is expected, not ");
    }
    check(
        r#"{"simulator": "waluigi-decay", "parameters": {}, "version": 1}"#,
        "version: a text is expected, not 1",
    );
    let simulator = find("commons");
    let other = read_state(simulator, r#"{"simulator": "waluigi-decay", "parameters": {}}"#);
    assert_eq!(other.err().unwrap(), "simulator: it is a state of waluigi-decay and not of commons");
}

#[test]
fn a_value_of_another_kind_is_an_error_that_names_its_parameter() {
    for simulator in ALL.iter().copied() {
        for spec in simulator.specs() {
            let is_text = matches!(spec.scale, Scale::Choice(_));
            let of_another = if is_text { json!(0.5) } else { json!("many") };
            for wrong in [Value::Null, json!([]), json!({"a": [{}]}), of_another] {
                let mut state = json!({ "simulator": simulator.info().id, "parameters": {} });
                state["parameters"][spec.id] = wrong;
                let path = format!("parameters.{}: ", spec.id);
                assert!(error(&state.to_string()).starts_with(&path), "{state}");
                let alone = read(simulator, &state["parameters"].to_string()).err().unwrap();
                assert!(alone.starts_with(&format!("{}: ", spec.id)), "{alone}");
            }
            // However deep it goes, it is not followed.
            let deep = format!("{{\"{}\": {}{}}}", spec.id, "[".repeat(50_000), "]".repeat(50_000));
            assert!(read(simulator, &deep).is_err());
        }
    }
}

#[test]
fn nothing_is_lost_in_silence() {
    let given = |text: &str| read_state(None, text).unwrap_or_else(|message| panic!("{message}"));
    let messages =
        |given: &Given| given.notices.iter().map(|notice| notice.message.clone()).collect::<Vec<_>>();
    for simulator in ALL {
        for spec in simulator.specs().iter().filter(|spec| spec.has_slider()) {
            for number in ["-1e999", "1e999", "-123456789012345678901234567890", "1e17"] {
                let text = format!(
                    r#"{{"simulator": "{}", "parameters": {{"{}": {number}}}}}"#,
                    simulator.info().id,
                    spec.id
                );
                let given = given(&text);
                let (_, expected) =
                    from_query(&Values::defaults(simulator.specs()), &format!("{}={number}", spec.id));
                assert_eq!(given.notices, expected, "{text}");
                assert!(expected.len() == 1, "{text}");
            }
        }
    }
    let strange = given(
        r#"{"simulator": "waluigi-decay", "version": "9.9.9", "speed": 1,
            "parameters": {"claim": "soon-extinct", "utm_source": "a", "reveal": 0.02}, "figures": "none"}"#,
    );
    let expected = [
        "The state sets “claim”, which this model does not have; it was ignored.".to_owned(),
        "The state sets “utm_source”, which this model does not have; it was ignored.".to_owned(),
        "The state has “speed”, which belongs to no state; it was ignored.".to_owned(),
        format!(
            "The state is of version 9.9.9; this is version {}, whose numbers may differ.",
            export::VERSION
        ),
    ];
    assert_eq!(messages(&strange), expected);
    assert_eq!(strange.values.get("reveal"), Some(0.02));
    // However many there are.
    let many: Vec<String> = (0..100).map(|place| format!("\"p{place}\": {place}")).collect();
    let text = format!("\u{feff}{{\"simulator\": \"commons\", \"parameters\": {{{}}}}}\r\n", many.join(","));
    assert_eq!(given(&text).notices.len(), 100);
}

#[test]
fn no_parameter_has_a_name_of_a_state() {
    // Else an object of parameters could be taken for a state.
    for spec in ALL.iter().flat_map(|simulator| simulator.specs()) {
        assert!(!["simulator", "parameters"].contains(&spec.id));
    }
}

/// States in which bytes were changed at random.
#[test]
fn a_spoilt_state_gives_legal_values_or_an_error() {
    let mut read_all_the_same = 0;
    for simulator in ALL.iter().copied() {
        let mut random = Random::new(11);
        for _ in 0..SPOILT {
            let values = fuzz::state(&mut random, simulator);
            let parameters = json!(export::value::Parameters(&values));
            let state = json!({ "simulator": simulator.info().id, "version": export::VERSION, "parameters": parameters });
            let mut bytes = state.to_string().into_bytes();
            for _ in 0..1 + random.bits() % 4 {
                let place = (random.bits() % bytes.len() as u64) as usize;
                let signs = b"{}[]\":,.eE+-019ntf\\u \x00\xff";
                let sign = signs[(random.bits() % signs.len() as u64) as usize];
                match random.bits() % 3 {
                    0 => drop(bytes.remove(place)),
                    1 => bytes.insert(place, sign),
                    _ => bytes[place] = sign,
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            for given in [read_state(None, &text), read_state(Some(simulator), &text), read(simulator, &text)]
            {
                match given {
                    Ok(given) => {
                        read_all_the_same += 1;
                        assert!(
                            given.values.iter().all(|(spec, value)| spec.legal(value) == value),
                            "{text}"
                        );
                    }
                    Err(message) => assert!(!message.is_empty() && message.len() < 500, "{text}: {message}"),
                }
            }
        }
    }
    assert!(read_all_the_same > 100, "the changes leave no state that can be read");
}
