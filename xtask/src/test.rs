//! Every check and test, one after the other; a failing step does not stop the rest.
//!
//! Runners that count their tests are believed in what they count. Everything
//! else counts as one, and a test that was skipped counts as failed: a test
//! that nobody runs proves nothing.

use std::fs;
use std::process::Command;
use std::time::Instant;

use crate::process::{Outcome, capture};
use crate::sizes;
use crate::tools::Tools;

/// Checks that pass when the command does: name, arguments of cargo.
const CHECKS: [(&str, &str); 6] = [
    ("format", "fmt --all --check"),
    ("clippy, native", "clippy --workspace --all-targets -- -D warnings"),
    (
        "clippy, browser",
        "clippy --lib --bins --test web --target wasm32-unknown-unknown --no-default-features --features ui -- -D warnings",
    ),
    ("purity, native", "check --lib --no-default-features"),
    ("purity, wasm", "check --lib --no-default-features --target wasm32-unknown-unknown"),
    ("documentation", "doc --workspace --no-deps"),
];

const NATIVE_TESTS: &str = "test --workspace --no-fail-fast";

const BROWSER_TESTS: &str =
    "test --test web --target wasm32-unknown-unknown --no-default-features --features ui";

/// Runs everything and returns whether all of it passed.
pub fn test(tools: &Tools) -> Outcome<bool> {
    let mut run = Run { tools, total: Tally::default() };
    run.step("wasm target", |_| tools.wasm_target().map(|()| Tally { passed: 1, failed: 0 }));
    for (name, arguments) in CHECKS {
        run.step(name, |run| run.check(name, run.cargo(arguments)?.env("RUSTDOCFLAGS", "-D warnings")));
    }
    run.step("dependencies", Run::dependencies);
    run.step("native tests", |run| run.counted("native tests", &mut run.cargo(NATIVE_TESTS)?, cargo_tally));
    run.step("browser tests", Run::browser_tests);
    run.step("build", Run::build);
    run.step("byte budget", Run::byte_budget);
    run.step("end-to-end tests", Run::end_to_end_tests);
    println!("{} passed, {} failed", run.total.passed, run.total.failed);
    Ok(run.total.failed == 0)
}

/// How many tests ended how.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

struct Run<'a> {
    tools: &'a Tools,
    total: Tally,
}

impl Run<'_> {
    /// Runs one step and prints a line about it, or all it has to say when it failed.
    /// A step that could not start says why as its error, which is one failure.
    fn step(&mut self, name: &str, run: impl FnOnce(&Self) -> Outcome<Tally>) {
        let start = Instant::now();
        let tally = run(self).unwrap_or_else(|message| {
            quote(name, &message);
            Tally { passed: 0, failed: 1 }
        });
        let seconds = start.elapsed().as_secs_f64();
        println!("{name}: {} passed, {} failed ({seconds:.1} s)", tally.passed, tally.failed);
        self.total = self.total.plus(tally);
    }

    fn cargo(&self, arguments: &str) -> Outcome<Command> {
        self.tools.cargo(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// A command that passes or fails as a whole.
    fn check(&self, name: &str, command: &mut Command) -> Outcome<Tally> {
        let (succeeded, printed) = capture(command, &self.tools.log(name))?;
        if succeeded { Ok(Tally { passed: 1, failed: 0 }) } else { Err(printed) }
    }

    /// A command that counts its tests.
    fn counted(&self, name: &str, command: &mut Command, tally: fn(&str) -> Tally) -> Outcome<Tally> {
        let (succeeded, printed) = capture(command, &self.tools.log(name))?;
        let mut tally = tally(&printed);
        // Whatever was counted, a runner that did not succeed or found nothing to run has failed.
        if tally.failed == 0 && (!succeeded || tally.passed == 0) {
            tally.failed = 1;
        }
        if tally.failed > 0 {
            quote(name, &printed);
        }
        Ok(tally)
    }

    fn build(&self) -> Outcome<Tally> {
        // What comes after must not pass on the site of an earlier run.
        let dist = self.tools.root().join("dist");
        if dist.exists() {
            fs::remove_dir_all(&dist)
                .map_err(|error| format!("cannot remove {}: {error}", dist.display()))?;
        }
        // In a process of its own, so that its output is kept like that of the others.
        let program =
            std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
        self.check("build", self.tools.command(program)?.arg("build"))
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
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("CHROMEDRIVER", browser.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
        self.counted("browser tests", &mut command, cargo_tally)
    }

    fn byte_budget(&self) -> Outcome<Tally> {
        let weights = sizes::weigh(&self.tools.root().join("dist"))?;
        print!("{}", weights.report);
        if weights.over.is_empty() {
            Ok(Tally { passed: 1, failed: 0 })
        } else {
            Err(weights.over.join("\n"))
        }
    }

    fn end_to_end_tests(&self) -> Outcome<Tally> {
        if !self.tools.root().join("dist").join("index.html").is_file() {
            return Err("there is no site to test: its build has failed".to_owned());
        }
        let node = self.tools.node()?;
        let browser = self.tools.browser()?;
        let folder = self.tools.root().join("tests").join("e2e");
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        let is_test = |name: &String| name.ends_with(".test.mjs");
        let mut files: Vec<_> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(is_test)
            .collect();
        files.sort();
        let mut command = self.tools.command(node)?;
        command.args(["--test", "--test-reporter=spec"]).args(files.iter().map(|file| folder.join(file)));
        command.env("CHROME", browser.chrome).env("FIREFOX", self.tools.firefox()?);
        match self.tools.webkit() {
            Ok(webkit) => command.env("WEBKIT_DRIVER", webkit.driver),
            Err(reason) => {
                println!("WebKit is not tested here: {reason}");
                command.env("WEBKIT_DRIVER", "")
            }
        };
        self.counted("end-to-end tests", &mut command, node_tally)
    }

    /// Licences, sources and unwanted packages; and known faults, where their list can be had.
    fn dependencies(&self) -> Outcome<Tally> {
        self.tools.cargo_deny()?;
        let checked =
            self.check("dependencies", &mut self.cargo("deny --all-features check bans licenses sources")?)?;
        let (reached, _) = capture(&mut self.cargo("deny fetch db")?, &self.tools.log("advisories"))?;
        if !reached {
            println!("Known faults of dependencies are not checked here: the list of them cannot be reached");
            return Ok(checked);
        }
        let known = self
            .check("advisories", &mut self.cargo("deny --all-features check --disable-fetch advisories")?)?;
        Ok(checked.plus(known))
    }
}

/// Shows what a failed step printed, without the progress of downloads and compilers.
fn quote(name: &str, printed: &str) {
    const PROGRESS: [&str; 6] =
        ["Compiling ", "Checking ", "Documenting ", "Downloading ", "Downloaded ", "Blocking "];
    let is_progress = |line: &&str| PROGRESS.iter().any(|start| line.trim_start().starts_with(start));
    println!("---- {name}");
    printed.trim_end().lines().filter(|line| !is_progress(line)).for_each(|line| println!("{line}"));
    println!("----");
}

/// Adds up the lines "test result: ok. 12 passed; 0 failed; 1 ignored; ..." of cargo and wasm-bindgen.
fn cargo_tally(printed: &str) -> Tally {
    let results = printed.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
    results
        .map(|result| {
            let count = |label| {
                let parts = result.split([';', '.']).map(str::trim);
                parts.filter_map(|part| part.strip_suffix(label)?.trim().parse::<usize>().ok()).sum::<usize>()
            };
            Tally { passed: count("passed"), failed: count("failed") + count("ignored") }
        })
        .fold(Tally::default(), Tally::plus)
}

/// Reads the closing lines "ℹ pass 12", "ℹ fail 0", ... of Node's runner.
fn node_tally(printed: &str) -> Tally {
    let count = |label: &str| {
        let mut counts = printed.lines().rev().filter_map(|line| {
            let mut words = line.split_whitespace().skip(1);
            (words.next()? == label).then(|| words.next()?.parse::<usize>().ok()).flatten()
        });
        counts.next().unwrap_or(0)
    };
    let not_passed = ["fail", "cancelled", "skipped", "todo"].into_iter().map(count).sum();
    Tally { passed: count("pass"), failed: not_passed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_what_cargo_counts() {
        let printed = "running 3 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; \
                       finished in 0.00s\n\ntest result: FAILED. 5 passed; 2 failed; 0 ignored; 0 filtered out";
        assert_eq!(cargo_tally(printed), Tally { passed: 7, failed: 3 });
        assert_eq!(cargo_tally("error: could not compile"), Tally::default());
    }

    #[test]
    fn reads_what_node_counts() {
        let printed = "✔ pass the salt (3ms)\nℹ tests 10\nℹ suites 0\nℹ pass 6\nℹ fail 1\nℹ cancelled 1\nℹ skipped 2\nℹ todo 0";
        assert_eq!(node_tally(printed), Tally { passed: 6, failed: 4 });
    }
}
