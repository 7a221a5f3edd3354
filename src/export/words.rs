//! A state in words: assumptions and results as a table, and how to cite it.

use super::given::Given;
use super::source::{VERSION, YEAR, address, name};

/// The parameters and the results as a table in Markdown, with its source.
#[must_use]
pub fn markdown(given: &Given, site: &str) -> String {
    let Given { simulator, values, ranges, .. } = given;
    let info = simulator.info();
    let mut text = "| Assumption | Value |\n|---|---|\n".to_owned();
    let mut row = |name: &str, value: &str| {
        let cell = |words: &str| words.replace('\\', "\\\\").replace('|', "\\|");
        text.push_str(&["| ", &cell(name), " | ", &cell(value), " |\n"].concat());
    };
    for (spec, value) in values.iter() {
        let ends = ranges
            .get(spec.id)
            .map(|(low, high)| [", anything from ", &*spec.words(low), " to ", &spec.words(high)].concat());
        row(spec.label, &[spec.words(value), ends.unwrap_or_default()].concat());
    }
    row("**Result**", "");
    for readout in simulator.readouts(values) {
        row(readout.sentence.replace("{}", "…").trim_end_matches('.'), &readout.text());
    }
    let address = address(given, site);
    text.push_str(
        &["\n[", info.question, "](", &address, ") What Survives, ", info.name, ", version "].concat(),
    );
    text.push_str(&[VERSION, ".\n"].concat());
    text
}

/// How to cite a state, in plain words.
#[must_use]
pub fn citation(given: &Given, site: &str) -> String {
    let info = given.simulator.info();
    let address = address(given, site);
    let parts =
        ["What Survives (", YEAR, "). “", info.question, "” ", info.name, ", version ", VERSION, ". "];
    [&parts.concat(), &*address, "\n"].concat()
}

/// The same as BibTeX, under a key of the state's own: whoever cites two states
/// has two entries.
#[must_use]
pub fn bibtex(given: &Given, site: &str) -> String {
    let info = given.simulator.info();
    let address = address(given, site);
    let lines = [
        "@misc{what-survives-",
        &name(given),
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
