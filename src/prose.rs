//! Text that is not for every build.

/// Text that only static pages show; empty in the browser build, whose
/// readers have it in the page already. The JavaScript module keeps it.
#[must_use]
pub const fn prose(text: &'static str) -> &'static str {
    if cfg!(all(target_arch = "wasm32", not(feature = "text"))) { "" } else { text }
}
