//! From sources to the finished site: Trunk makes the program and the styles,
//! the generator makes the pages around them.

use std::ffi::OsString;
use std::path::Path;

use crate::process::{Outcome, show};
use crate::tools::Tools;

/// How much the compiler should do.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// Quick to build, for `serve`.
    Development,
    /// Small and fast, for readers.
    Release,
}

/// Leaves the finished site in `out`. The base matters for canonical addresses only.
pub fn build(tools: &Tools, profile: Profile, base: Option<&str>, out: &Path) -> Outcome {
    tools.wasm_target()?;
    let trunk = tools.trunk()?;
    tools.wasm_bindgen()?;
    if profile == Profile::Release {
        tools.wasm_opt()?;
    }
    // Trunk in offline mode downloads nothing, but then cargo may not either.
    show(&mut tools.cargo(&["fetch", "--quiet"])?)?;

    let bundle = tools.root().join("target").join(match profile {
        Profile::Development => "trunk-serve",
        Profile::Release => "trunk",
    });
    let mut command = tools.command(trunk)?;
    command.args(["build", "--offline=true", "--log=warn", "--dist"]).arg(&bundle);
    if profile == Profile::Release {
        command.arg("--release");
    }
    // Trunk takes only true and false for NO_COLOR, while people set 1; its backtraces hide the error.
    command.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    show(&mut command)?;

    // The generator takes a second even unoptimised, and the tests need that build anyway.
    let mut command = tools.cargo(&["run", "--quiet", "--package", "what-survives", "--", "site"])?;
    command.args([OsString::from("--trunk"), bundle.into(), "--out".into(), out.into()]);
    if let Some(base) = base {
        command.args(["--base", base]);
    }
    show(&mut command)
}
