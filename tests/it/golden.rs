//! Files that are kept beside the tests and looked at when they change.

use std::path::PathBuf;
use std::{env, fs};

use what_survives::chart::Mark;
use what_survives::params::{Scale, Spec, Values};
use what_survives::simulators::ALL;

/// Compares bytes with `tests/golden/NAME`; with `BLESS=1` in the environment
/// writes them there instead. Look at what changed before you commit it.
pub fn golden(name: &str, bytes: impl AsRef<[u8]>) {
    let bytes = bytes.as_ref();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        return;
    }
    let kept = fs::read(&path).unwrap_or_default();
    if kept != bytes {
        let at = kept.iter().zip(bytes).take_while(|(old, new)| old == new).count();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        panic!("{name} differs from its golden file in line {line}; BLESS=1 writes it anew");
    }
}

/// Everything of the simulators that links, embeds and exports name, so that
/// a change to what was published is seen.
#[test]
fn interface() {
    let mut table = String::new();
    for simulator in ALL {
        let info = simulator.info();
        table.push_str(&format!("# {} ({})\n\n{}\n\n", info.id, info.name, info.question));
        table.push_str("| id | label | symbol | default | range | unit |\n|---|---|---|---|---|---|\n");
        for spec in simulator.specs() {
            let ends = format!("{} to {}", spec.text(spec.min()), spec.text(spec.max()));
            let range = match spec.scale {
                Scale::Real { step, .. } => format!("{ends}, step {step}"),
                Scale::Log { .. } => format!("{ends}, log"),
                Scale::Count { .. } => format!("{ends}, whole"),
                Scale::LogCount { .. } => format!("{ends}, whole, log"),
                Scale::Flag => "off, on".to_owned(),
                Scale::Choice(choices) => {
                    choices.iter().map(|choice| choice.id).collect::<Vec<_>>().join(", ")
                }
            };
            let Spec { id, label, symbol, unit, .. } = spec;
            let default = spec.text(spec.default);
            table.push_str(&format!("| {id} | {label} | {symbol} | {default} | {range} | {unit} |\n"));
        }
        table.push_str("\n| preset | values | claims that fail |\n|---|---|---|\n");
        for preset in simulator.presets() {
            let values = simulator.preset_values(preset);
            let claims = simulator.claims();
            let fails = |place: usize| !claims[place].holds(simulator.margin(place, &values));
            let failing: Vec<_> =
                (0..claims.len()).filter(|&place| fails(place)).map(|place| claims[place].id).collect();
            table.push_str(&format!("| {} | {} | {} |\n", preset.id, preset.query(), failing.join(", ")));
        }
        table.push_str("\n| claim | statement |\n|---|---|\n");
        for claim in simulator.claims() {
            table.push_str(&format!("| {} | {} |\n", claim.id, claim.statement));
        }
        table.push_str("\n| figure | series |\n|---|---|\n");
        let run = simulator.run(&Values::defaults(simulator.specs()));
        for figure in run.figures() {
            let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
            let series: Vec<&str> = marks.flat_map(ids).collect();
            table.push_str(&format!("| {} | {} |\n", figure.id, series.join(", ")));
        }
        table.push_str("\n| readout | unit |\n|---|---|\n");
        for readout in &run.readouts {
            table.push_str(&format!("| {} | {} |\n", readout.id, readout.unit));
        }
        table.push('\n');
    }
    golden("parameters.md", table.trim_end().to_owned() + "\n");
}

/// The published names in a mark.
fn ids(mark: &Mark) -> Vec<&'static str> {
    match mark {
        Mark::Grid(grid) => vec![grid.id],
        Mark::Node(node) => vec![node.id],
        _ => mark.series().iter().map(|series| series.id).collect(),
    }
}
