//! A state in words: assumptions and results as a table, and how to cite it.

use super::source::{VERSION, YEAR, address, name};
use crate::params::Values;
use crate::simulator::AnySimulator;

/// The parameters and the results as a table in Markdown, with its source.
#[must_use]
pub fn markdown(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let mut text = "| Assumption | Value |\n|---|---|\n".to_owned();
    let mut row = |name: &str, value: &str| {
        let cell = |words: &str| words.replace('\\', "\\\\").replace('|', "\\|");
        text.push_str(&["| ", &cell(name), " | ", &cell(value), " |\n"].concat());
    };
    for (spec, value) in values.iter() {
        row(spec.label, &spec.words(value));
    }
    row("**Result**", "");
    for readout in simulator.readouts(values) {
        row(readout.sentence.replace("{}", "…").trim_end_matches('.'), &readout.text());
    }
    let address = address(simulator, values, site);
    text.push_str(
        &["\n[", info.question, "](", &address, ") What Survives, ", info.name, ", version "].concat(),
    );
    text.push_str(&[VERSION, ".\n"].concat());
    text
}

/// How to cite a state, in plain words.
#[must_use]
pub fn citation(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let address = address(simulator, values, site);
    let parts =
        ["What Survives (", YEAR, "). “", info.question, "” ", info.name, ", version ", VERSION, ". "];
    [&parts.concat(), &*address, "\n"].concat()
}

/// The same as BibTeX, under a key of the state's own: whoever cites two states
/// has two entries.
#[must_use]
pub fn bibtex(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let address = address(simulator, values, site);
    let lines = [
        "@misc{what-survives-",
        &name(simulator, values),
        ",\n  author = {{What Survives}},\n  title = {{",
        info.question,
        "}},\n  howpublished = {Interactive model “",
        info.name,
        "”, version ",
        VERSION,
        "},\n  year = {",
        YEAR,
        "},\n  url = {",
        &address,
        "}\n}\n",
    ];
    lines.concat()
}
