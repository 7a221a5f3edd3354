//! The program's edge: in the browser it takes over the page, natively it is
//! the command line.

#[cfg(feature = "ui")]
fn main() {
    let _ = what_survives::ui::app::mount();
}

#[cfg(not(feature = "ui"))]
fn main() {}
