//! The standard library built for size, from the toolchain's own sources.
//!
//! The library that comes with Rust carries messages for every panic and the
//! means to print any value. Without them a page is a fifth lighter. Cargo
//! calls this unstable; where it does not work, the site is built without it.

use std::process::Command;

use crate::process::{Outcome, output_of};
use crate::profile::Profile;
use crate::tools::Tools;

/// What the compiler is told: a panic stops the program and says nothing.
/// Nodes and other things of the page are held by their place in a list of the
/// script, not in a table of references within the program: that is lighter,
/// and WebKit has failed in such a table.
const RUSTFLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
     -Ctarget-feature=-reference-types,-multivalue";

/// How to build the standard library for size, if that can be done.
pub struct SmallStd {
    works: bool,
}

impl SmallStd {
    /// Finds out, and installs the sources of the standard library if they are
    /// missing. A build for development has no use for it.
    pub fn find(tools: &Tools, profile: Profile) -> Outcome<Self> {
        if profile == Profile::Development {
            return Ok(Self { works: false });
        }
        let mut check = tools.command("rustc")?;
        check.args(["--print", "cfg", "--target", "wasm32-unknown-unknown"]).args(RUSTFLAGS.split(' '));
        let knows_flags =
            check.env("RUSTC_BOOTSTRAP", "1").output().is_ok_and(|output| output.status.success());
        let works = knows_flags && (has_sources() || install_sources(tools)?);
        if !works {
            println!("This toolchain cannot build its standard library for size: programs will be heavier.");
        }
        Ok(Self { works })
    }

    /// Lets a command that runs cargo build the standard library, too.
    pub fn apply(&self, command: &mut Command) {
        if self.works {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", RUSTFLAGS);
        }
    }
}

fn has_sources() -> bool {
    let sysroot = output_of("rustc", &["--print", "sysroot"]).unwrap_or_default();
    std::path::Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").exists()
}

fn install_sources(tools: &Tools) -> Outcome<bool> {
    let status = tools.command("rustup")?.args(["component", "add", "rust-src"]).status();
    Ok(status.is_ok_and(|status| status.success()) && has_sources())
}
