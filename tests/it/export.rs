//! Exports: the JSON is complete and reads back, the CSV is the same points.

use serde_json::Value;
use what_survives::export::{Given, Signs, VERSION, csv as csv_with, json, name};
use what_survives::params::{Notice, Values, from_query};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::ALL;

use crate::golden::golden;

fn parsed(simulator: &'static dyn AnySimulator, values: &Values, notices: &[Notice]) -> Value {
    let given = Given { notices: notices.to_vec(), ..Given::sure(simulator, values.clone()) };
    serde_json::from_str(&json(&given, "")).unwrap()
}

#[test]
fn json_has_everything_at_full_precision() {
    for simulator in ALL.iter().copied() {
        for preset in simulator.presets() {
            let values = simulator.preset_values(preset);
            let run = simulator.run(&values);
            let json = parsed(simulator, &values, &[]);
            let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
            let expected = [
                "$schema",
                "address",
                "claims",
                "figures",
                "licence",
                "notices",
                "parameters",
                "readouts",
                "simulator",
                "version",
            ];
            assert_eq!(keys, expected);
            assert_eq!(json["simulator"], simulator.info().id);
            assert_eq!(json["version"], VERSION);
            assert_eq!(json["parameters"].as_object().unwrap().len(), simulator.specs().len());
            for (spec, value) in values.iter() {
                match &json["parameters"][spec.id] {
                    Value::Number(number) => assert_eq!(number.as_f64(), Some(value)),
                    Value::Bool(on) => assert_eq!(*on, value != 0.0),
                    Value::String(text) => assert!(*text == spec.text(value)),
                    other => panic!("{} is {other}", spec.id),
                }
            }
            for (readout, exported) in run.readouts.iter().zip(json["readouts"].as_array().unwrap()) {
                assert_eq!(exported["id"], readout.id);
                assert_eq!(exported["unit"], readout.unit);
                assert_eq!(exported["value"].as_f64(), readout.value.filter(|value| value.is_finite()));
            }
            for (place, exported) in json["claims"].as_array().unwrap().iter().enumerate() {
                assert_eq!(exported["id"], simulator.claims()[place].id);
                assert_eq!(exported["margin"].as_f64(), Some(simulator.margin(place, &values)));
                assert!(exported["holds"].is_boolean());
            }
            for (figure, exported) in run.figures().zip(json["figures"].as_array().unwrap()) {
                assert_eq!(exported["id"], figure.id);
                assert_eq!(exported["x"]["id"], figure.x.id);
                let series =
                    figure.panels.iter().flat_map(|panel| &panel.marks).flat_map(|mark| mark.series());
                for series in series {
                    let mut all = exported["series"].as_array().unwrap().iter();
                    let found = all.find(|found| found["id"] == series.id).unwrap();
                    let points: Vec<[Option<f64>; 2]> =
                        serde_json::from_value(found["points"].clone()).unwrap();
                    let expected = series.points.iter().map(|[x, y]| [*x, *y].map(finite));
                    assert!(points.into_iter().eq(expected), "{}", series.id);
                }
            }
        }
    }
}

fn finite(number: f64) -> Option<f64> {
    Some(number).filter(|number| number.is_finite())
}

#[test]
fn json_carries_the_notices() {
    let simulator = ALL[0];
    let (values, notices) = from_query(&Values::defaults(simulator.specs()), "no\"such=1&another");
    let json = parsed(simulator, &values, &notices);
    assert_eq!(json["notices"].as_array().unwrap().len(), 2);
    assert_eq!(json["notices"][0], notices[0].message);
}

#[test]
fn csv_has_the_points_of_the_json() {
    for simulator in ALL.iter().copied() {
        let values = Values::defaults(simulator.specs());
        let json = parsed(simulator, &values, &[]);
        let csv = csv_with(simulator, &values, Signs::Comma);
        let mut rows = csv.lines().skip(1);
        for figure in json["figures"].as_array().unwrap() {
            for series in figure["series"].as_array().unwrap() {
                for point in series["points"].as_array().unwrap() {
                    let cell = |column| point.get(column).and_then(Value::as_f64);
                    let expected: Vec<Option<f64>> = (0..3).map(cell).collect();
                    let row: Vec<&str> = rows.next().unwrap().split(',').collect();
                    assert_eq!(row[..2], [figure["id"].as_str().unwrap(), series["id"].as_str().unwrap()]);
                    let found: Vec<Option<f64>> = row[2..].iter().map(|cell| cell.parse().ok()).collect();
                    assert_eq!(found, expected);
                }
            }
        }
        assert_eq!(rows.next(), None);
        golden(&format!("{}.csv", simulator.info().id), &csv);
        // The same cells for spreadsheets that write 0,5.
        let semicolons = csv_with(simulator, &values, Signs::Semicolon);
        for (row, other) in csv.lines().zip(semicolons.lines()) {
            let cells: Vec<String> = row.split(',').map(|cell| cell.replace('.', ",")).collect();
            assert_eq!(cells, other.split(';').collect::<Vec<_>>());
        }
    }
}

#[test]
fn files_and_keys_are_named_by_their_state() {
    let simulator = ALL[0];
    let named = |query: &str| name(&Given::linked(simulator, query));
    assert_eq!(named(""), "waluigi-decay");
    assert_eq!(named("limited_memory=on&reveal=0.02"), "waluigi-decay-reveal-0.02-limited_memory-on");
    assert_eq!(named("reveal=0.001~0.05"), "waluigi-decay-reveal-0.001-0.05");
    // No two states have one name, however long it would be.
    let mut names = std::collections::BTreeSet::new();
    let mut count = 0;
    for simulator in ALL.iter().copied() {
        let defaults = Values::defaults(simulator.specs());
        for part in 1..40 {
            let values = simulator.specs().iter().fold(defaults.clone(), |values, spec| {
                values.with(spec.id, spec.at_fraction(f64::from(part) / 40.0))
            });
            let name = name(&Given::sure(simulator, values));
            let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "._-".contains(sign);
            assert!(name.len() < 100 && name.chars().all(is_plain), "{name}");
            names.insert(name);
            count += 1;
        }
    }
    assert_eq!(names.len(), count);
}
