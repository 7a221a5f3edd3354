//! The JavaScript module: the models without the pages, for notebooks and for
//! the downloads of the pages.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::Profile;
use crate::process::{Outcome, show};
use crate::small_std::SmallStd;
use crate::tools::Tools;

const PACKAGE: &str = "what-survives-module";
const TARGET: &str = "wasm32-unknown-unknown";

/// As for the pages; see `index.html`.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Leaves `module.js` and `module_bg.wasm` in a folder and returns it. A small
/// standard library means a release build.
pub fn build(tools: &Tools, profile: Profile, small_std: Option<&SmallStd>) -> Outcome<PathBuf> {
    let mut arguments = vec!["build", "--quiet", "--package", PACKAGE, "--target", TARGET];
    let is_release = profile == Profile::Release;
    if is_release {
        arguments.push("--release");
    }
    let mut cargo = tools.cargo(&arguments)?;
    if let Some(small_std) = small_std {
        small_std.apply(&mut cargo);
    }
    show(&mut cargo)?;
    let target = tools.root().join("target");
    let wasm = target
        .join(TARGET)
        .join(if is_release { "release" } else { "debug" })
        .join("what_survives_module.wasm");
    let folder = target.join(if is_release { "module" } else { "module-serve" });
    bind(tools, &wasm, &folder, "module")?;
    if is_release {
        shrink(tools, &folder.join("module_bg.wasm"))?;
    }
    Ok(folder)
}

/// Makes `NAME.js` and `NAME_bg.wasm` of a program for the browser.
pub fn bind(tools: &Tools, wasm: &Path, folder: &Path, name: &str) -> Outcome {
    let mut bindgen = tools.command(tools.wasm_bindgen()?)?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder);
    show(bindgen.arg(wasm))
}

/// Makes a program for the browser smaller, as those of the pages are.
pub fn shrink(tools: &Tools, wasm: &Path) -> Outcome {
    let smaller = wasm.with_extension("small");
    let mut command = tools.command(tools.wasm_opt()?)?;
    show(command.args(WASM_OPT).arg(wasm).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, wasm).map_err(|error| format!("cannot replace {}: {error}", wasm.display()))
}
