//! The program's edge: in the browser it takes over the page, natively it is
//! the command line.

#[cfg(all(feature = "site", not(target_arch = "wasm32")))]
mod command;

#[cfg(all(feature = "site", not(target_arch = "wasm32")))]
fn main() -> std::process::ExitCode {
    command::main()
}

#[cfg(all(feature = "ui", any(not(feature = "site"), target_arch = "wasm32")))]
fn main() {
    let _ = what_survives::ui::app::mount::<Page>();
}

/// The program of one page: of the simulator that the build names, or of all.
#[cfg(all(feature = "ui", any(not(feature = "site"), target_arch = "wasm32")))]
struct Page;

#[cfg(all(feature = "ui", any(not(feature = "site"), target_arch = "wasm32")))]
impl what_survives::simulators::Program for Page {
    const ONLY: Option<&'static str> = option_env!("WHAT_SURVIVES_ONLY");
}

#[cfg(not(any(feature = "ui", feature = "site")))]
fn main() {}
