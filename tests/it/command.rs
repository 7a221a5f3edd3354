//! The command line, as a person or a script uses it.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use what_survives::simulators::ALL;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_what-survives"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn stdout(arguments: &[&str]) -> String {
    let output = run(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn lists_every_simulator() {
    let list = stdout(&["list"]);
    assert_eq!(list.lines().count(), ALL.len());
    for (line, simulator) in list.lines().zip(ALL) {
        let info = simulator.info();
        assert!(line.starts_with(info.id) && line.ends_with(info.question), "{line}");
    }
}

#[test]
fn exports_a_state_as_json() {
    let text = stdout(&["export", "waluigi-decay", "reveal=0.02&horizon=5000", "--format", "json"]);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["simulator"], "waluigi-decay");
    assert_eq!(json["parameters"]["reveal"], 0.02);
    assert_eq!(json["parameters"]["horizon"], 5000);
    assert_eq!(json["parameters"]["limited_memory"], false);
    assert_eq!(json["notices"], Value::Array(Vec::new()));
}

#[test]
fn exports_points_as_csv() {
    let csv = stdout(&["export", "waluigi-decay", "--format", "csv"]);
    assert!(
        csv.starts_with("figure,series,x,y,value\nsuspicion,known,1,0.49748743718592964,\n"),
        "{csv:.100}"
    );
}

#[test]
fn exports_points_for_spreadsheets_with_decimal_commas() {
    let csv = stdout(&["export", "waluigi-decay", "--format", "csv-semicolon"]);
    assert!(
        csv.starts_with("figure;series;x;y;value\nsuspicion;known;1;0,49748743718592964;\n"),
        "{csv:.100}"
    );
}

#[test]
fn says_what_it_could_not_take_and_goes_on() {
    let output = run(&["export", "waluigi-decay", "reveal=70&nonsense=1"]);
    assert!(output.status.success());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["parameters"]["reveal"], 0.5);
    assert_eq!(json["notices"].as_array().unwrap().len(), 2);
    assert_eq!(String::from_utf8(output.stderr).unwrap().matches("notice: ").count(), 2);
}

#[test]
fn draws_a_figure() {
    let svg = stdout(&["figure", "waluigi-decay", "suspicion", "reveal=0.02"]);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    let words = ">What Survives · waluigi-decay/?reveal=0.02 · MIT OR Apache-2.0</text>";
    assert!(svg.contains(words), "{svg}");
    let bare = stdout(&["figure", "waluigi-decay", "suspicion", "reveal=0.02", "--bare"]);
    assert!(bare.starts_with("<svg ") && !bare.contains(words));
    let file = std::env::temp_dir().join(format!("what-survives-{}.svg", std::process::id()));
    let path = file.to_str().unwrap();
    assert_eq!(stdout(&["figure", "waluigi-decay", "suspicion", "reveal=0.02", "--out", path]), "");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), svg);
    std::fs::remove_file(file).unwrap();
}

#[test]
fn explores_what_one_is_not_sure_of() {
    let text = stdout(&["explore", "waluigi-decay", "reveal=0.001~0.05"]);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["address"], "waluigi-decay/?reveal=0.001~0.05");
    assert_eq!(json["ranges"], serde_json::json!({ "reveal": [0.001, 0.00707, 0.05] }));
    assert_eq!(json["draws"], 1024);
    assert!(json["claims"][0]["holds_in"].as_u64().is_some_and(|holds| holds > 0 && holds < 1024));
    let keys: Vec<_> = json["readouts"][0]["quantiles"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["0.1", "0.25", "0.5", "0.75", "0.9"]);
    assert_eq!((&json["against"], &json["map"]), (&Value::Null, &Value::Null));
    let markdown = stdout(&["explore", "waluigi-decay", "reveal=0.001~0.05", "--format", "markdown"]);
    assert!(markdown.contains("| 0.1\u{a0}% | 0.707\u{a0}% | 5\u{a0}% |"), "{markdown}");
}

#[test]
fn explores_plausible_ranges_another_state_and_a_map() {
    let id = "waluigi-decay";
    let parse = |arguments: &[&str]| -> Value { serde_json::from_str(&stdout(arguments)).unwrap() };
    let plain = parse(&["explore", id]);
    let unsure = parse(&["explore", id, "--unsure"]);
    // Without a range all that is plausible is tried, but the address says none.
    assert_eq!((&plain["ranges"], &plain["claims"]), (&unsure["ranges"], &unsure["claims"]));
    assert_eq!(plain["address"], "waluigi-decay/");
    assert!(unsure["address"].as_str().unwrap().contains("reveal=0.0001~0.01~0.05"), "{}", unsure["address"]);
    let all = parse(&[
        "explore",
        id,
        "reveal=0.001",
        "--against",
        "reveal=0.05&prior=0.6",
        "--map",
        "reveal, prior",
        "--claim",
        "soon-extinct",
    ]);
    let claim = &all["against"]["claims"][0];
    assert_eq!((&claim["id"], &claim["cruxes"]), (&"soon-extinct".into(), &serde_json::json!([["reveal"]])));
    let margin = |key: &str| claim[key].as_f64().unwrap();
    let shares: f64 =
        claim["shares"].as_object().unwrap().values().map(|share| share.as_f64().unwrap()).sum();
    assert!((shares - (margin("after") - margin("before"))).abs() < 1e-9);
    let map = &all["map"];
    assert_eq!(
        (&map["x"], &map["y"], &map["claim"]),
        (&"reveal".into(), &"prior".into(), &"soon-extinct".into())
    );
    let rows = map["holds"].as_array().unwrap();
    assert!(rows.len() == 31 && rows.iter().all(|row| row.as_str().unwrap().len() == 41));
    assert!(!map["border"].as_array().unwrap().is_empty());
    let output = run(&["explore", id, "reveal=1~2~3~4", "--against", "nonsense=1"]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap().matches("notice: ").count(), 2);
}

/// A file of this test's own.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = std::env::temp_dir().join(format!("what-survives-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_state_that_was_written_is_read() {
    let query = "reveal=0.02&limited_memory=on";
    let state = file("state.json", "");
    let path = state.to_str().unwrap();
    assert_eq!(stdout(&["export", "waluigi-decay", query, "--out", path]), "");
    let written = std::fs::read_to_string(&state).unwrap();
    assert_eq!(written, stdout(&["export", "waluigi-decay", query]));
    assert_eq!(stdout(&["export", "--from", path]), written);
    assert_eq!(stdout(&["export", "waluigi-decay", "--from", path]), written);
    for format in ["csv", "markdown", "bibtex", "citation"] {
        let expected = stdout(&["export", "waluigi-decay", query, "--format", format]);
        assert_eq!(stdout(&["export", "--from", path, "--format", format]), expected);
    }
    // As Windows writes it.
    let windows = format!("\u{feff}{}", written.replace('\n', "\r\n"));
    for bytes in [
        windows.clone().into_bytes(),
        windows.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        windows.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>(),
    ] {
        std::fs::write(&state, bytes).unwrap();
        assert_eq!(stdout(&["export", "--from", path]), written);
    }
    // What a link says goes on top.
    std::fs::write(&state, &written).unwrap();
    let both = stdout(&["export", "waluigi-decay", "reveal=0.03", "--from", path]);
    assert_eq!(both, stdout(&["export", "waluigi-decay", "reveal=0.03&limited_memory=on"]));
    std::fs::remove_file(state).unwrap();
    let mut child =
        command(&["export", "--from", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(written.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap(), written);
}

#[test]
fn a_state_says_what_it_could_not_take() {
    let text = r#"{"simulator": "waluigi-decay", "parameters": {"reveal": 70, "nonsense": 1}}"#;
    let state = file("notices.json", text);
    let output = run(&["export", "--from", state.to_str().unwrap()]);
    std::fs::remove_file(state).unwrap();
    assert!(output.status.success());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["parameters"]["reveal"], 0.5);
    assert_eq!(json["notices"].as_array().unwrap().len(), 2);
    assert_eq!(String::from_utf8(output.stderr).unwrap().matches("notice: ").count(), 2);
}

#[test]
fn prints_the_schema() {
    assert_eq!(stdout(&["schema"]), what_survives::export::schema());
}

#[test]
fn bad_input_gives_a_message_and_a_status() {
    let check = |arguments: &[&str], words: &str| {
        let output = run(arguments);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(complaint.starts_with("error: ") && complaint.contains(words), "{arguments:?}: {complaint}");
    };
    check(&["export", "no-such"], "waluigi-decay");
    check(&["export", "waluigi-decay", "--format", "xml"], "csv");
    check(&["export"], "SIMULATOR");
    check(&["figure", "waluigi-decay", "no-such"], "suspicion, evidence");
    check(
        &["figure", "waluigi-decay", "suspicion", "--out", "/no/such/folder/figure.svg"],
        "/no/such/folder",
    );
    check(&["export", "waluigi-decay", "--out", "/no/such/folder/state.json"], "/no/such/folder");
    check(&["explore", "no-such"], "waluigi-decay");
    check(&["explore", "waluigi-decay", "--map", "reveal"], "map: two parameters");
    check(&["explore", "waluigi-decay", "--map", "reveal,reveal"], "map: two different parameters");
    check(&["explore", "waluigi-decay", "--map", "reveal,seed"], "no parameter for a map “seed”");
    check(&["explore", "waluigi-decay", "--claim", "no-such"], "claim: there is no claim “no-such”");
    check(&["explore", "waluigi-decay", "--against", "{"], "against: it is no JSON object");
    check(&["no-such"], "no-such");
    check(&["export", "--from", "/no/such/state.json"], "/no/such/state.json");
    let check_state = |name: &str, text: &[u8], arguments: &[&str], words: &str| {
        let state = file(name, text);
        let path = state.to_str().unwrap();
        check(&[&["export", "--from", path], arguments].concat(), &format!("{path}: {words}"));
        std::fs::remove_file(state).unwrap();
    };
    let null = br#"{"simulator": "waluigi-decay", "parameters": {"reveal": null}}"#;
    check_state("null.json", null, &[], "parameters.reveal: a number is expected, not null");
    check_state("other.json", null, &["commons"], "simulator: it is a state of waluigi-decay");
    check_state("empty.json", b"", &[], "there is nothing in it");
    check_state("bytes.json", b"\xff\xfe{\0\0\xd8", &[], "it is no text of UTF-16");
    check_state("letters.json", b"{\xff}", &[], "it is no text of UTF-8");
    check_state("link.json", b"reveal=0.02", &["waluigi-decay"], "it is no JSON object");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child =
        command(&["export", "waluigi-decay"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Reads a little and leaves: the export is far longer than a pipe holds.
    let mut some = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
