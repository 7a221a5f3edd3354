//! Every check and test; a failing step does not stop the rest.
//!
//! What needs only a compiler runs beside the release build, so that both
//! cores of a small machine have something to do; what needs a browser comes
//! after. Runners that count their tests are believed in what they count.
//! Everything else counts as one.

mod tally;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use serde_json::Value;

use crate::build;
use crate::process::{Outcome, capture};
use crate::sizes;
use crate::tools::Tools;
use tally::{Tally, of_cargo, of_node};

/// How much is run.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Extent {
    /// Format, lints, native tests, and one page of each kind in Chromium.
    Quick,
    /// Everything that a change should pass.
    Ordinary,
    /// That, and what differs in numbers alone: each preset in each setting,
    /// the dependencies, and whether the benchmark still runs.
    Thorough,
}

/// Checks that pass when the command does: name, arguments of cargo, and the least extent that runs it.
const CHECKS: [(&str, &str, Extent); 6] = [
    ("format", "fmt --all --check", Extent::Quick),
    ("clippy, native", "clippy --workspace --all-targets -- -D warnings", Extent::Quick),
    (
        "clippy, browser",
        "clippy --lib --bins --test web --target wasm32-unknown-unknown --no-default-features --features ui -- -D warnings",
        Extent::Ordinary,
    ),
    ("purity, native", "check --lib --no-default-features", Extent::Ordinary),
    ("purity, wasm", "check --lib --no-default-features --target wasm32-unknown-unknown", Extent::Ordinary),
    ("documentation", "doc --workspace --no-deps", Extent::Ordinary),
];

const BROWSER_TESTS: &str =
    "test --test web --target wasm32-unknown-unknown --no-default-features --features ui";

/// The step that comes first, whatever is asked for.
const TOOLS: &str = "tools";

/// The other steps.
const STEPS: [&str; 9] = [
    TOOLS,
    "native tests",
    "types of scripts",
    "browser tests",
    "dependencies",
    "build",
    "byte budget",
    "end-to-end tests",
    "benchmark",
];

/// Those that count their tests.
const COUNTING: [&str; 3] = ["native tests", "browser tests", "end-to-end tests"];

/// How many of the slowest tests are named.
const SLOWEST: usize = 10;

/// Runs everything, or what matches a word, and returns whether all of it passed.
pub fn test(tools: &Tools, extent: Extent, filter: Option<&str>) -> Outcome<bool> {
    let run = Run { tools, extent, filter, start: Instant::now(), total: Mutex::default() };
    run.step(TOOLS, Run::tools);
    thread::scope(|scope| {
        scope.spawn(|| run.native());
        run.built();
    });
    run.step("end-to-end tests", Run::end_to_end_tests);
    if extent == Extent::Thorough {
        run.step("benchmark", |run| run.itself("benchmark", &["bench", "--trial"]));
    }
    let total = run.total.into_inner().unwrap_or_else(PoisonError::into_inner);
    // The tools are always there.
    if filter.is_some() && total.passed + total.failed <= 1 {
        return Err(format!("no step and no test matches “{}”", filter.unwrap_or_default()));
    }
    print_slowest(total.times);
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

struct Run<'a> {
    tools: &'a Tools,
    extent: Extent,
    filter: Option<&'a str>,
    start: Instant,
    total: Mutex<Tally>,
}

impl Run<'_> {
    /// All that is installed, before anything runs: two that install at the same time would be in each other's way.
    fn tools(&self) -> Outcome<Tally> {
        self.tools.wasm_target()?;
        self.tools.trunk()?;
        self.tools.wasm_bindgen()?;
        self.tools.wasm_opt()?;
        self.tools.node()?;
        self.tools.browser()?;
        if self.extent > Extent::Quick {
            self.tools.firefox()?;
            // Where there is no WebKit, the step that would use it says why.
            let _ = self.tools.webkit();
            let _ = self.tools.renderers();
        }
        if self.extent == Extent::Thorough {
            let _ = self.tools.publishers();
        }
        Ok(Tally::one(true))
    }

    /// Lints, documentation and tests, which need only a compiler, and the tests of the program in a browser.
    fn native(&self) {
        for (name, arguments, least) in CHECKS {
            if self.extent >= least {
                self.step(name, |run| {
                    run.check(name, run.cargo(arguments)?.env("RUSTDOCFLAGS", "-D warnings"))
                });
            }
        }
        self.step("native tests", Run::native_tests);
        if self.extent > Extent::Quick {
            self.step("types of scripts", Run::script_types);
            self.step("browser tests", Run::browser_tests);
        }
        if self.extent == Extent::Thorough {
            self.step("dependencies", Run::dependencies);
        }
    }

    /// The site, as end-to-end tests open it.
    fn built(&self) {
        if self.extent == Extent::Quick {
            self.step("build", |run| run.build(&["--draft"]));
        } else {
            self.step("build", |run| run.build(&[]));
            self.step("byte budget", Run::byte_budget);
        }
    }

    /// Runs one step and prints a line about it, or all it has to say when it failed.
    /// A step that could not start says why as its error, which is one failure.
    fn step(&self, name: &str, run: impl FnOnce(&Self) -> Outcome<Tally>) {
        if !self.is_wanted(name) {
            return;
        }
        let start = Instant::now();
        let tally = run(self).unwrap_or_else(|message| {
            quote(name, &message);
            Tally::one(false)
        });
        let (seconds, end) = (start.elapsed().as_secs_f64(), self.start.elapsed().as_secs_f64());
        println!("{name}: {} passed, {} failed ({seconds:.1} s, at {end:.0} s)", tally.passed, tally.failed);
        self.total.lock().unwrap_or_else(PoisonError::into_inner).add(tally);
    }

    /// A filter chooses steps by their names; if it names none, tests within the steps that count them.
    fn is_wanted(&self, step: &str) -> bool {
        let Some(filter) = self.filter.filter(|_| step != TOOLS) else { return true };
        let names = CHECKS.map(|(name, ..)| name).into_iter().chain(STEPS).any(|name| name.contains(filter));
        if names { step.contains(filter) } else { COUNTING.contains(&step) }
    }

    /// The filter where it chooses among the tests of a step, and not the step itself.
    fn test_filter(&self, step: &str) -> Option<&str> {
        self.filter.filter(|filter| !step.contains(filter))
    }

    fn cargo(&self, arguments: &str) -> Outcome<Command> {
        self.tools.cargo(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// A command that passes or fails as a whole.
    fn check(&self, name: &str, command: &mut Command) -> Outcome<Tally> {
        let (succeeded, printed) = capture(command, &self.tools.log(name))?;
        if succeeded { Ok(Tally::one(true)) } else { Err(printed) }
    }

    /// A command that counts its tests.
    fn counted(&self, name: &str, command: &mut Command, tally: impl Fn(&str) -> Tally) -> Outcome<Tally> {
        let (succeeded, printed) = capture(command, &self.tools.log(name))?;
        // What could not be had here is said, also by a run that passes.
        for line in printed.lines().filter(|line| line.starts_with("Not tested: ")) {
            println!("{line}");
        }
        let mut tally = tally(&printed);
        // Whatever was counted, a runner that did not succeed or found nothing to run has failed.
        if tally.failed == 0 && (!succeeded || (tally.passed == 0 && self.filter.is_none())) {
            tally.failed = 1;
        }
        if tally.failed > 0 {
            quote(name, &printed);
        }
        Ok(tally)
    }

    /// The tests of all packages, each binary started by itself: cargo cannot
    /// ask a stable runner for times without compiling everything again.
    fn native_tests(&self) -> Outcome<Tally> {
        let name = "native tests";
        let mut build = self.cargo("test --workspace --no-run --message-format json-render-diagnostics")?;
        let (succeeded, printed) = capture(&mut build, &self.tools.log(name))?;
        if !succeeded {
            let is_message = |line: &&str| !line.starts_with('{');
            return Err(printed.lines().filter(is_message).collect::<Vec<_>>().join("\n"));
        }
        let mut total = Tally::default();
        for (program, folder) in test_programs(&printed) {
            let log = format!("{name} {}", program.file_stem().unwrap_or_default().to_string_lossy());
            let mut command = self.tools.command(program)?;
            command.current_dir(folder).env("RUSTC_BOOTSTRAP", "1").args(self.test_filter(name));
            command.args(["-Zunstable-options", "--report-time"]);
            let (succeeded, printed) = capture(&mut command, &self.tools.log(&log))?;
            let mut tally = of_cargo(&printed);
            if tally.failed == 0 && !succeeded {
                tally.failed = 1;
            }
            if tally.failed > 0 {
                quote(name, &printed);
            }
            total.add(tally);
        }
        // Examples in the documentation are compiled by rustdoc alone.
        let mut examples = self.cargo("test --workspace --doc --")?;
        examples.args(self.test_filter(name));
        total.add(self.counted("examples", &mut examples, of_cargo)?);
        if total.passed + total.failed == 0 && self.filter.is_none() {
            return Err("there are no native tests".to_owned());
        }
        Ok(total)
    }

    fn build(&self, arguments: &[&str]) -> Outcome<Tally> {
        // What comes after must not pass on the site of an earlier run.
        let site = self.site();
        if site.exists() {
            fs::remove_dir_all(&site)
                .map_err(|error| format!("cannot remove {}: {error}", site.display()))?;
        }
        self.itself("build", &[&["build"], arguments].concat())
    }

    /// Another command of this program, in a process of its own, so that its output is kept like that of the others.
    fn itself(&self, name: &str, arguments: &[&str]) -> Outcome<Tally> {
        let program =
            std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
        self.check(name, self.tools.command(program)?.args(arguments))
    }

    fn site(&self) -> PathBuf {
        match self.extent {
            Extent::Quick => build::draft(self.tools),
            _ => self.tools.root().join("dist"),
        }
    }

    fn script_types(&self) -> Outcome<Tally> {
        let compiler = self.tools.typescript()?;
        let node = self.tools.node()?;
        self.check("types of scripts", self.tools.command(node)?.arg(compiler).args(["--project", "www"]))
    }

    fn browser_tests(&self) -> Outcome<Tally> {
        let browser = self.tools.browser()?;
        self.tools.wasm_bindgen()?;
        let settings = self.tools.log("webdriver").with_extension("json");
        let chrome = browser.chrome.to_string_lossy().replace('\\', "\\\\");
        let text = format!(
            r#"{{"goog:chromeOptions": {{"binary": "{chrome}", "args": ["headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"]}}}}"#
        );
        fs::write(&settings, text)
            .map_err(|error| format!("cannot write {}: {error}", settings.display()))?;
        let mut command = self.cargo(BROWSER_TESTS)?;
        command
            .args(self.test_filter("browser tests"))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("CHROMEDRIVER", browser.driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
        self.counted("browser tests", &mut command, of_cargo)
    }

    fn byte_budget(&self) -> Outcome<Tally> {
        let weights = sizes::weigh(&self.tools.root().join("dist"))?;
        print!("{}", weights.report);
        if weights.over.is_empty() { Ok(Tally::one(true)) } else { Err(weights.over.join("\n")) }
    }

    fn end_to_end_tests(&self) -> Outcome<Tally> {
        let files = self.end_to_end_files()?;
        if files.is_empty() {
            return Ok(Tally::default());
        }
        let site = self.site();
        if !site.join("index.html").is_file() {
            return Err("there is no site to test: its build has failed, or was filtered out and never made"
                .to_owned());
        }
        let node = self.tools.node()?;
        let browser = self.tools.browser()?;
        let mut command = self.tools.command(node)?;
        let cores = thread::available_parallelism().map_or(1, usize::from);
        command.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={cores}")]);
        // A file that is named by the filter runs whole.
        let filter = self.test_filter("end-to-end tests");
        if let Some(filter) = filter.filter(|filter| !files.iter().any(|file| is_named(file, filter))) {
            command.arg(format!("--test-name-pattern={}", escaped(filter)));
        }
        command.args(&files);
        command.env("CHROME", browser.chrome).env("DIST", site);
        command.env("THOROUGH", if self.extent == Extent::Thorough { "1" } else { "" });
        if self.extent > Extent::Quick {
            command.env("FIREFOX", self.tools.firefox()?);
            match self.tools.webkit() {
                Ok(webkit) => command.env("WEBKIT_DRIVER", webkit.driver),
                Err(reason) => {
                    println!("WebKit is not tested here: {reason}");
                    command.env("WEBKIT_DRIVER", "")
                }
            };
            for sentence in self.tools.renderers() {
                println!("{sentence}");
            }
        }
        if self.extent == Extent::Thorough {
            for sentence in self.tools.publishers() {
                println!("{sentence}");
            }
        }
        let is_filtered = filter.is_some();
        self.counted("end-to-end tests", &mut command, |printed| of_node(printed, is_filtered))
    }

    /// The files of the end-to-end tests that are to be run.
    fn end_to_end_files(&self) -> Outcome<Vec<PathBuf>> {
        /// Looks at one page of each kind, for a quick run; the others prove the same and more.
        const SMOKE: &str = "smoke.test.mjs";
        let folder = self.tools.root().join("tests").join("e2e");
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        /// Does what the pages say with programs that only a thorough run installs.
        const PUBLISHING: &str = "publishing.test.mjs";
        let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
        let is_wanted = |path: &PathBuf| {
            path.ends_with(SMOKE) == (self.extent == Extent::Quick)
                && (self.extent == Extent::Thorough || !path.ends_with(PUBLISHING))
        };
        let mut files: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(is_test).filter(is_wanted).collect();
        files.sort();
        if let Some(filter) = self.test_filter("end-to-end tests") {
            let named: Vec<PathBuf> = files.iter().filter(|file| is_named(file, filter)).cloned().collect();
            if named.is_empty() {
                // Names of tests are made of pages' addresses, too, so any file may have one that matches.
                let mentions =
                    |file: &PathBuf| fs::read_to_string(file).is_ok_and(|text| text.contains(filter));
                files.retain(mentions);
            } else {
                files = named;
            }
        }
        Ok(files)
    }

    /// Licences, sources and unwanted packages; and known faults, where their list can be had.
    fn dependencies(&self) -> Outcome<Tally> {
        self.tools.cargo_deny()?;
        let mut checked =
            self.check("dependencies", &mut self.cargo("deny --all-features check bans licenses sources")?)?;
        let (reached, _) = capture(&mut self.cargo("deny fetch db")?, &self.tools.log("advisories"))?;
        if !reached {
            println!("Known faults of dependencies are not checked here: the list of them cannot be reached");
            return Ok(checked);
        }
        checked.add(
            self.check(
                "advisories",
                &mut self.cargo("deny --all-features check --disable-fetch advisories")?,
            )?,
        );
        Ok(checked)
    }
}

/// The test programs in cargo's messages, each with the folder of its package.
fn test_programs(messages: &str) -> Vec<(PathBuf, PathBuf)> {
    let program = |line: &str| {
        let message: Value = serde_json::from_str(line).ok()?;
        if message["profile"]["test"] != Value::Bool(true) {
            return None;
        }
        let program = PathBuf::from(message["executable"].as_str()?);
        let folder = Path::new(message["manifest_path"].as_str()?).parent()?.to_owned();
        Some((program, folder))
    };
    messages.lines().filter(|line| line.starts_with('{')).filter_map(program).collect()
}

/// Whether a file of tests has a word in its name.
fn is_named(file: &Path, filter: &str) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(".test.mjs").is_some_and(|name| name.contains(filter))
}

/// A text as a regular expression that matches it.
fn escaped(text: &str) -> String {
    let is_special = |sign: char| r"\^$.*+?()[]{}|/".contains(sign);
    let mut out = String::new();
    for sign in text.chars() {
        if is_special(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

fn print_slowest(mut times: Vec<(String, f64)>) {
    times.sort_by(|a, b| b.1.total_cmp(&a.1));
    if !times.is_empty() {
        println!("The slowest tests:");
    }
    for (name, seconds) in times.iter().take(SLOWEST) {
        println!("  {seconds:5.1} s  {name}");
    }
}

/// Shows what a failed step printed, without the progress of downloads and compilers.
fn quote(name: &str, printed: &str) {
    const PROGRESS: [&str; 6] =
        ["Compiling ", "Checking ", "Documenting ", "Downloading ", "Downloaded ", "Blocking "];
    let is_progress = |line: &&str| PROGRESS.iter().any(|start| line.trim_start().starts_with(start));
    let lines: Vec<&str> = printed.trim_end().lines().filter(|line| !is_progress(line)).collect();
    // In one piece: another step may print at the same time.
    println!("---- {name}\n{}\n----", lines.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_test_programs_in_what_cargo_says() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml","profile":{"test":true},"executable":"/a/t/it"}"#,
            "\n",
            r#"{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml","profile":{"test":false},"executable":"/a/t/bin"}"#,
            "\n",
            r#"{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml","profile":{"test":true},"executable":null}"#,
            "\n   Compiling a\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(test_programs(messages), [(PathBuf::from("/a/t/it"), PathBuf::from("/a"))]);
    }

    #[test]
    fn a_filter_names_files_by_their_own_part_of_the_name() {
        let file = Path::new("tests/e2e/links.test.mjs");
        assert!(is_named(file, "link") && !is_named(file, "test") && !is_named(file, "e2e"));
        assert_eq!(escaped("/a-b/ (1)"), r"\/a-b\/ \(1\)");
    }
}
