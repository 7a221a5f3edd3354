//! The models as a JavaScript module: what notebooks call, and what the pages
//! load when a reader downloads something. `www/js/module.js` wraps it.
//!
//! Parameters come as the end of a link and are read like one: that never fails.

use wasm_bindgen::prelude::wasm_bindgen;
use what_survives::export;
use what_survives::params::{Notice, Values, from_query};
use what_survives::simulator::AnySimulator;
use what_survives::simulators::find;

/// The simulator of an id, and what a query makes of its parameters.
fn state(id: &str, query: &str) -> Option<(&'static dyn AnySimulator, Values, Vec<Notice>)> {
    let simulator = find(id)?;
    let (values, notices) = from_query(&Values::defaults(simulator.specs()), query);
    Some((simulator, values, notices))
}

/// JavaScript's own way to write a number, which costs nothing to send.
fn write_number(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// Everything that a simulator says, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn json(id: &str, query: &str, site: &str) -> Option<String> {
    state(id, query)
        .map(|(simulator, values, notices)| export::json(simulator, &values, &notices, site, write_number))
}

/// The points of its figures, as CSV.
#[wasm_bindgen]
#[must_use]
pub fn csv(id: &str, query: &str) -> Option<String> {
    state(id, query).map(|(simulator, values, _)| export::csv(simulator, &values, write_number))
}

/// One of its figures, as SVG.
#[wasm_bindgen]
#[must_use]
pub fn svg(id: &str, figure: &str, query: &str, site: &str) -> Option<String> {
    state(id, query).and_then(|(simulator, values, _)| export::svg(simulator, &values, figure, site))
}

/// Assumptions and results as a table in Markdown.
#[wasm_bindgen]
#[must_use]
pub fn markdown(id: &str, query: &str, site: &str) -> Option<String> {
    state(id, query).map(|(simulator, values, _)| export::markdown(simulator, &values, site))
}

/// How to cite it, as BibTeX.
#[wasm_bindgen]
#[must_use]
pub fn bibtex(id: &str, query: &str, site: &str) -> Option<String> {
    state(id, query).map(|(simulator, values, _)| export::bibtex(simulator, &values, site))
}

/// How to cite it, in plain words.
#[wasm_bindgen]
#[must_use]
pub fn citation(id: &str, query: &str, site: &str) -> Option<String> {
    state(id, query).map(|(simulator, values, _)| export::citation(simulator, &values, site))
}

/// All simulators with their parameters, presets, claims, readouts and figures, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn list() -> String {
    export::list(write_number)
}
