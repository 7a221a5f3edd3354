//! From sources to the finished site: Trunk makes the program and the styles,
//! the generator makes the pages around them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::module;
use crate::process::{Outcome, capture, show};
use crate::profile::Profile;
use crate::shrink::{self, Shrinker};
use crate::small_std::SmallStd;
use crate::tools::Tools;

/// Where the site for developers is.
pub fn draft(tools: &Tools) -> PathBuf {
    tools.root().join("target").join("draft")
}

/// Leaves the finished site in `out`. The base, a path or a whole address, is for what other sites read.
///
/// Readers get one program per simulator: a page needs only its own, and all
/// of them together would weigh half as much again. `serve` makes one for all.
pub fn build(tools: &Tools, profile: Profile, base: Option<&str>, out: &Path) -> Outcome {
    check(tools, base)?;
    tools.wasm_target()?;
    let trunk = tools.trunk()?;
    tools.wasm_bindgen()?;
    let small_std = SmallStd::find(tools, profile)?;
    fetch(tools, &small_std)?;

    let target = tools.root().join("target");
    let (bundle, module) = match profile {
        Profile::Development => {
            let bundle = target.join("trunk-serve");
            show(&mut trunk_build(tools, &trunk, &bundle)?)?;
            (bundle, module::build(tools, profile, &small_std, None)?)
        }
        Profile::Release => {
            tools.wasm_opt()?;
            let bundle = target.join("trunk");
            remove_old(&bundle)?;
            let shrinker = Shrinker::new(tools)?;
            let module = shrinker.beside(|shrinker| {
                for simulator in simulators(tools)? {
                    build_one(tools, &trunk, &small_std, &simulator, &bundle, shrinker)?;
                }
                println!("Building the JavaScript module");
                module::build(tools, profile, &small_std, Some(shrinker))
            })?;
            shrinker.forget_the_rest()?;
            (bundle, module)
        }
    };

    let mut command = generator(tools, "site")?;
    command.args([
        OsString::from("--trunk"),
        bundle.into(),
        "--module".into(),
        module.into(),
        "--out".into(),
        out.into(),
    ]);
    if let Some(base) = base {
        command.args(["--base", base]);
    }
    show(&mut command)?;
    if profile == Profile::Release {
        shrink::texts(tools, out)?;
    }
    Ok(())
}

/// Trunk in offline mode downloads nothing, but then cargo may not either:
/// everything is fetched before, the parts of the standard library, too.
fn fetch(tools: &Tools, small_std: &SmallStd) -> Outcome {
    let mut command = tools.cargo(&["fetch", "--quiet", "--target", module::TARGET])?;
    small_std.apply(&mut command);
    show(&mut command)
}

/// Leaves a simulator as one HTML file and says where.
pub fn build_single(tools: &Tools, simulator: &str, base: Option<&str>) -> Outcome<PathBuf> {
    if !simulators(tools)?.iter().any(|known| known == simulator) {
        return Err(format!("there is no simulator “{simulator}”; `cargo run -- list` lists them"));
    }
    check(tools, base)?;
    tools.wasm_target()?;
    let trunk = tools.trunk()?;
    tools.wasm_bindgen()?;
    tools.wasm_opt()?;
    let small_std = SmallStd::find(tools, Profile::Release)?;
    fetch(tools, &small_std)?;
    let target = tools.root().join("target");
    let bundle = target.join("trunk-single");
    remove_old(&bundle)?;
    Shrinker::new(tools)?
        .beside(|shrinker| build_one(tools, &trunk, &small_std, simulator, &bundle, shrinker))?;
    let out = target.join("single").join(format!("{simulator}.html"));
    let mut command = generator(tools, "single")?;
    command.arg(simulator).arg("--trunk").arg(bundle).arg("--out").arg(&out);
    if let Some(base) = base {
        command.args(["--base", base]);
    }
    show(&mut command)?;
    Ok(out)
}

/// Leaves the program of one simulator in a folder of its name, to be shrunk there.
fn build_one(
    tools: &Tools,
    trunk: &Path,
    small_std: &SmallStd,
    simulator: &str,
    bundle: &Path,
    shrinker: &Shrinker,
) -> Outcome {
    const ENDING: &str = "_bg.wasm";
    println!("Building the program of {simulator}");
    let folder = bundle.join(simulator);
    let mut command = trunk_build(tools, trunk, &folder)?;
    command.arg("--release").env("WHAT_SURVIVES_ONLY", simulator);
    small_std.apply(&mut command);
    show(&mut command)?;
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let wasm = names.find(|name| name.ends_with(ENDING)).ok_or("Trunk has built no program")?;
    let script = wasm.replace(ENDING, ".js");
    shrinker.add(folder.join(&wasm), folder.join(script));
    Ok(())
}

/// What an earlier build left must not be taken for a part of this one.
fn remove_old(bundle: &Path) -> Outcome {
    if !bundle.exists() {
        return Ok(());
    }
    fs::remove_dir_all(bundle).map_err(|error| format!("cannot remove old programs: {error}"))
}

fn trunk_build(tools: &Tools, trunk: &Path, bundle: &Path) -> Outcome<Command> {
    let mut command = tools.command(trunk)?;
    command.args(["build", "--offline=true", "--log=warn", "--dist"]).arg(bundle);
    // Trunk takes only true and false for NO_COLOR, while people set 1; its backtraces hide the error.
    command.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    Ok(command)
}

/// The native program; it takes a second even unoptimised, and the tests need that build anyway.
fn generator(tools: &Tools, subcommand: &str) -> Outcome<Command> {
    tools.cargo(&["run", "--quiet", "--package", "what-survives", "--", subcommand])
}

/// Refuses an address that can be no base before anything is built for it.
fn check(tools: &Tools, base: Option<&str>) -> Outcome {
    base.map_or(Ok(()), |base| show(generator(tools, "base")?.arg(base)))
}

/// The ids of all simulators.
fn simulators(tools: &Tools) -> Outcome<Vec<String>> {
    let (succeeded, printed) = capture(&mut generator(tools, "list")?, &tools.log("list"))?;
    if !succeeded {
        return Err(printed);
    }
    Ok(printed.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
}
