//! The models as a JavaScript module: what notebooks call, and what the pages
//! load when a reader downloads something. `www/js/module.js` wraps it.
//!
//! What is given to a simulator is the end of a link, the JSON of parameters or
//! that of a whole state. What cannot be read is thrown, and says why.

use js_sys::{Error, RangeError, TypeError};
use wasm_bindgen::prelude::wasm_bindgen;
use what_survives::export::{self, Asked, Exploration, Given, Signs};
use what_survives::simulators::find;

/// The simulator of an id, and what it was given.
fn given(id: &str, given: &str) -> Result<Given, Error> {
    let Some(simulator) = find(id) else { return Err(missing("simulator", id)) };
    export::read(simulator, given).map_err(|message| TypeError::new(&message).into())
}

fn missing(what: &str, id: &str) -> Error {
    let parts = ["There is no ", what, " “", id, "”; list() tells what there is."];
    RangeError::new(&parts.concat()).into()
}

/// Everything that a simulator says, as JSON.
///
/// # Errors
/// If there is no such simulator, or if what it is given cannot be read.
#[wasm_bindgen]
pub fn json(id: &str, text: &str, site: &str) -> Result<String, Error> {
    Ok(export::json(&given(id, text)?, site))
}

/// The points of its figures, as CSV: with commas and points, or with
/// semicolons and decimal commas.
///
/// # Errors
/// See [`json`].
#[wasm_bindgen]
pub fn csv(id: &str, text: &str, semicolon: bool) -> Result<String, Error> {
    let Given { simulator, values, .. } = given(id, text)?;
    Ok(export::csv(simulator, &values, if semicolon { Signs::Semicolon } else { Signs::Comma }))
}

/// One of its figures, as SVG, with words inside or `bare`.
///
/// # Errors
/// See [`json`]; or if there is no such figure.
#[wasm_bindgen]
pub fn svg(id: &str, figure: &str, text: &str, site: &str, bare: bool) -> Result<String, Error> {
    export::svg(&given(id, text)?, figure, site, bare).ok_or_else(|| missing("figure", figure))
}

/// A name for its state, for files.
///
/// # Errors
/// See [`json`].
#[wasm_bindgen]
pub fn name(id: &str, text: &str) -> Result<String, Error> {
    Ok(export::name(&given(id, text)?))
}

/// Assumptions and results as a table in Markdown.
///
/// # Errors
/// See [`json`].
#[wasm_bindgen]
pub fn markdown(id: &str, text: &str, site: &str) -> Result<String, Error> {
    Ok(export::markdown(&given(id, text)?, site))
}

/// How to cite it, as BibTeX.
///
/// # Errors
/// See [`json`].
#[wasm_bindgen]
pub fn bibtex(id: &str, text: &str, site: &str) -> Result<String, Error> {
    Ok(export::bibtex(&given(id, text)?, site))
}

/// How to cite it, in plain words.
///
/// # Errors
/// See [`json`].
#[wasm_bindgen]
pub fn citation(id: &str, text: &str, site: &str) -> Result<String, Error> {
    Ok(export::citation(&given(id, text)?, site))
}

/// What follows if one is not sure, what matters most, why two states differ
/// and where a claim flips, as JSON. `asked` is JSON, too: see [`Asked`].
///
/// # Errors
/// See [`json`]; or if what is asked cannot be read or there is no such thing.
#[wasm_bindgen]
pub fn explore(id: &str, text: &str, asked: &str, site: &str) -> Result<String, Error> {
    Ok(export::explored(&exploration(id, text, asked)?, site))
}

/// The same in words, with tables in Markdown.
///
/// # Errors
/// See [`explore`].
#[wasm_bindgen]
pub fn report(id: &str, text: &str, asked: &str, site: &str) -> Result<String, Error> {
    Ok(export::report(&exploration(id, text, asked)?, site))
}

/// The same as a page shows it, with the dots of a claim.
///
/// # Errors
/// See [`explore`].
#[wasm_bindgen]
pub fn view(id: &str, text: &str, asked: &str, claim: &str) -> Result<String, Error> {
    Ok(export::view(&exploration(id, text, asked)?, claim))
}

fn exploration(id: &str, text: &str, asked: &str) -> Result<Exploration, Error> {
    let given = given(id, text)?;
    let answer = Asked::read(asked).and_then(|asked| Exploration::new(given, &asked));
    answer.map_err(|message| TypeError::new(&message).into())
}

/// All simulators with their parameters, presets, claims, readouts and figures, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn list() -> String {
    export::list()
}
