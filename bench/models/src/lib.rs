//! The models for the benchmark in the browser: each is repeated on this side,
//! so that the calls between JavaScript and the program are not measured.

use std::hint::black_box;

use wasm_bindgen::prelude::wasm_bindgen;
use what_survives::params::Values;
use what_survives::simulators::find;

/// Runs a model so many times with its defaults: `simulate` and what is read
/// out of it and, if wanted, the points of all figures. False for an unknown id.
#[wasm_bindgen]
#[must_use]
pub fn repeat(id: &str, times: u32, figures: bool) -> bool {
    let Some(simulator) = find(id) else { return false };
    let values = Values::defaults(simulator.specs());
    for _ in 0..times {
        if figures {
            black_box(simulator.run(black_box(&values)).figures().count());
        } else {
            black_box(simulator.readouts(black_box(&values)));
        }
    }
    true
}
