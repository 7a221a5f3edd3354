//! The program in a real browser.

#![cfg(all(target_arch = "wasm32", feature = "ui"))]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_page_without_a_simulator_is_left_alone() {
    what_survives::ui::app::mount();
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    assert!(page.is_some_and(|page| !page.has_attribute("data-ready")));
}
