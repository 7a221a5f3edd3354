//! The JavaScript module: the models without the pages, for notebooks and for
//! the downloads of the pages.

use std::path::{Path, PathBuf};

use crate::process::{Outcome, show};
use crate::profile::Profile;
use crate::shrink::Shrinker;
use crate::small_std::SmallStd;
use crate::tools::Tools;

const PACKAGE: &str = "what-survives-module";
/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Leaves `module.js` and `module_bg.wasm` in a folder and returns it.
/// What is for readers is shrunk there.
pub fn build(
    tools: &Tools,
    profile: Profile,
    small_std: &SmallStd,
    shrinker: Option<&Shrinker>,
) -> Outcome<PathBuf> {
    let mut arguments = vec!["build", "--quiet", "--package", PACKAGE, "--target", TARGET];
    let is_release = profile == Profile::Release;
    if is_release {
        arguments.push("--release");
    }
    let mut cargo = tools.cargo(&arguments)?;
    small_std.apply(&mut cargo);
    show(&mut cargo)?;
    let target = tools.root().join("target");
    let wasm = tools
        .built()?
        .join(TARGET)
        .join(if is_release { "release" } else { "debug" })
        .join("what_survives_module.wasm");
    let folder = target.join(if is_release { "module" } else { "module-serve" });
    bind(tools, &wasm, &folder, "module")?;
    if let Some(shrinker) = shrinker {
        shrinker.add(folder.join("module_bg.wasm"), folder.join("module.js"));
    }
    Ok(folder)
}

/// Makes `NAME.js` and `NAME_bg.wasm` of a program for the browser.
pub fn bind(tools: &Tools, wasm: &Path, folder: &Path, name: &str) -> Outcome {
    let mut bindgen = tools.command(tools.wasm_bindgen()?)?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder);
    show(bindgen.arg(wasm))
}
