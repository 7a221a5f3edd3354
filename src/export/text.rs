//! A struct as the text of a JSON file.

use serde::Serialize;

/// JSON with a line for each thing, which people can read, edit and compare.
/// Ends with a line break.
///
/// # Panics
/// If a key is no text; all keys of exports are.
pub(super) fn text<T: Serialize>(file: &T) -> String {
    serde_json::to_string_pretty(file).expect("all keys are texts") + "\n"
}
