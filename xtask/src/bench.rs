//! Measures the site beside its peers; `bench/RESULTS.md` says what came out.

use std::path::{Path, PathBuf};

use crate::build;
use crate::module;
use crate::process::{Outcome, capture, show};
use crate::profile::Profile;
use crate::shrink::Shrinker;
use crate::small_std::SmallStd;
use crate::tools::Tools;

/// The libraries to draw with, too.
const PEERS: &str = include_str!("../../bench/package.json");

/// What a trial asks for: everything once, on one page.
const TRIAL: [(&str, &str); 4] =
    [("ONLY", "corrigible-window"), ("CHANGES", "15"), ("VISITS", "1"), ("ROUNDS", "1")];

/// How much is measured.
#[derive(Clone, Copy, PartialEq)]
pub enum Measure {
    /// What `bench/RESULTS.md` says, on a new site.
    All,
    /// As little as shows that everything can be measured, on the site that is there; what comes out goes to
    /// `target/bench/trial.md`.
    Trial,
}

/// Builds all that is measured, installs the peers, and measures.
pub fn bench(tools: &Tools, measure: Measure) -> Outcome {
    let node = tools.node()?;
    let browser = tools.browser()?;
    tools.bench_packages(PEERS)?;
    let dist = tools.root().join("dist");
    if measure == Measure::All {
        build::build(tools, Profile::Release, None, &dist)?;
    }
    let out = tools.root().join("target").join("bench");
    println!("Building the yardsticks");
    program(
        tools,
        &["--package", "what-survives-bench-models"],
        "what_survives_bench_models.wasm",
        &out.join("models"),
    )?;
    let empty = ["--example", "empty-yew", "--no-default-features", "--features", "ui"];
    program(tools, &empty, "examples/empty-yew.wasm", &out.join("empty"))?;
    println!("Measuring natively");
    let native = native(tools, &out.join("native.txt"))?;
    let mut command = tools.command(node)?;
    command.arg(tools.root().join("bench").join("run.mjs"));
    if measure == Measure::Trial {
        command.envs(TRIAL).env("OUT", out.join("trial.md"));
    }
    show(command.env("CHROME", browser.chrome).env("DIST", dist).env("BUILT", out).env("NATIVE", native))
}

/// Builds a program for the browser as those of the pages are built, and
/// leaves `program.js` and `program_bg.wasm` in a folder.
fn program(tools: &Tools, what: &[&str], wasm: &str, folder: &Path) -> Outcome {
    let mut cargo = tools.cargo(&["build", "--quiet", "--release", "--target", module::TARGET])?;
    SmallStd::find(tools, Profile::Release)?.apply(&mut cargo);
    show(cargo.args(what))?;
    let wasm = tools.built()?.join(module::TARGET).join("release").join(wasm);
    module::bind(tools, &wasm, folder, "program")?;
    let shrinker = Shrinker::new(tools)?;
    shrinker.beside(|shrinker| {
        shrinker.add(folder.join("program_bg.wasm"), folder.join("program.js"));
        Ok(())
    })
}

/// What the native timing prints, in a file.
fn native(tools: &Tools, log: &Path) -> Outcome<PathBuf> {
    // Without features: the models need nothing but the pure core.
    let mut cargo =
        tools.cargo(&["bench", "--quiet", "--no-default-features", "--bench", "simulate", "--"])?;
    let (succeeded, printed) = capture(cargo.args(["--color", "never"]), log)?;
    if succeeded { Ok(log.to_owned()) } else { Err(printed) }
}
