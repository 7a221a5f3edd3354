//! Makes what readers download smaller: wasm with wasm-opt, scripts and styles
//! with esbuild.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::Value;

use crate::process::{Outcome, capture, output_of, show};
use crate::tools::Tools;

/// The features are those of browsers since 2021: more are refused by some.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A trap is a bug here and no way to compute, and nothing lies below the
/// stack, so both may be assumed. A large function with a single caller stays
/// one of its own: inlined, it hinders what comes after.
const SIZE: [&str; 8] = [
    "--traps-never-happen",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=60",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
];

/// Names between the program and its script hardly compress, and nobody reads
/// which tools made it.
const NAMES: [&str; 3] =
    ["--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];

/// Shrinks programs while others are compiled, on all cores. What came of a
/// program is kept: an equal one is not shrunk again, which takes most of the
/// time of a build.
pub struct Shrinker<'a> {
    tools: &'a Tools,
    /// Where results are kept, each under a name made of all that it depends on.
    kept: PathBuf,
    version: String,
    waiting: Sender<Job>,
    jobs: Mutex<Receiver<Job>>,
    used: Mutex<HashSet<String>>,
    failures: Mutex<Vec<String>>,
}

/// A program and its script; nothing once there are no more.
type Job = Option<(PathBuf, PathBuf)>;

impl<'a> Shrinker<'a> {
    /// Makes sure of wasm-opt.
    pub fn new(tools: &'a Tools) -> Outcome<Self> {
        let version = output_of(tools.wasm_opt()?, &["--version"]).unwrap_or_default();
        let kept = tools.root().join("target").join("shrunk");
        fs::create_dir_all(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
        let (waiting, jobs) = channel();
        let (jobs, used, failures) = (Mutex::new(jobs), Mutex::default(), Mutex::default());
        Ok(Self { tools, kept, version, waiting, jobs, used, failures })
    }

    /// Does something that adds programs, and returns when all of them are shrunk, too.
    pub fn beside<T>(&self, add: impl FnOnce(&Self) -> Outcome<T>) -> Outcome<T> {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let done = thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| self.work());
            }
            let done = add(self);
            for _ in 0..workers {
                let _ = self.waiting.send(None);
            }
            done
        })?;
        let failures = lock(&self.failures);
        if failures.is_empty() { Ok(done) } else { Err(failures.join("\n")) }
    }

    /// Lets a program be shrunk in its place.
    pub fn add(&self, wasm: PathBuf, script: PathBuf) {
        let _ = self.waiting.send(Some((wasm, script)));
    }

    /// Removes results that nothing has asked for.
    pub fn forget_the_rest(&self) -> Outcome {
        let used = lock(&self.used);
        let entries =
            fs::read_dir(&self.kept).map_err(|error| format!("{}: {error}", self.kept.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let is_used = path.file_stem().is_some_and(|name| used.contains(&*name.to_string_lossy()));
            if !is_used {
                fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        Ok(())
    }

    fn work(&self) {
        loop {
            let job = lock(&self.jobs).recv();
            let Ok(Some((wasm, script))) = job else { return };
            if let Err(message) = self.shrink(&wasm, &script) {
                lock(&self.failures).push(message);
            }
        }
    }

    fn shrink(&self, wasm: &Path, script: &Path) -> Outcome {
        let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
        let mut hasher = DefaultHasher::new();
        (read(wasm)?, read(script)?, &self.version, FEATURES, SIZE, NAMES).hash(&mut hasher);
        let name = format!("{:016x}", hasher.finish());
        let [kept_wasm, kept_script] = ["wasm", "js"].map(|kind| self.kept.join(&name).with_extension(kind));
        let copy = |from: &Path, to: &Path| {
            fs::copy(from, to).map_err(|error| format!("{}: {error}", to.display())).map(drop)
        };
        lock(&self.used).insert(name);
        if kept_wasm.exists() && kept_script.exists() {
            copy(&kept_wasm, wasm)?;
            return copy(&kept_script, script);
        }
        program(self.tools, wasm, script)?;
        copy(wasm, &kept_wasm)?;
        // The script comes last: with it the result is complete.
        copy(script, &kept_script)
    }
}

/// What a thread that failed has left is as good as ever: each entry is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shrinks a program, and renames in its script what has got a shorter name.
fn program(tools: &Tools, wasm: &Path, script: &Path) -> Outcome {
    wasm_opt(tools, wasm, &SIZE)?;
    let names = Names::read(&wasm_opt(tools, wasm, &NAMES)?)?;
    let text = fs::read_to_string(script).map_err(|error| format!("{}: {error}", script.display()))?;
    fs::write(script, names.rename(&text)).map_err(|error| format!("{}: {error}", script.display()))
}

/// Replaces a program by what wasm-opt makes of it, and returns what that printed.
fn wasm_opt(tools: &Tools, wasm: &Path, passes: &[&str]) -> Outcome<String> {
    let smaller = wasm.with_extension("small");
    let mut command = tools.command(tools.wasm_opt()?)?;
    command.args(FEATURES).args(passes).arg(wasm).arg("-o").arg(&smaller);
    // Several run at the same time.
    let log = format!("wasm-opt {}", wasm.file_stem().unwrap_or_default().to_string_lossy());
    let (succeeded, printed) = capture(&mut command, &tools.log(&log))?;
    if !succeeded {
        return Err(printed);
    }
    fs::rename(&smaller, wasm).map_err(|error| format!("cannot replace {}: {error}", wasm.display()))?;
    Ok(printed)
}

/// Shrinks all scripts and styles in a folder, but not below it.
pub fn texts(tools: &Tools, folder: &Path) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let is_text = |path: &PathBuf| {
        path.extension().and_then(OsStr::to_str).is_some_and(|kind| ["js", "css"].contains(&kind))
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_text).collect();
    files.sort();
    let mut command = tools.command(tools.esbuild()?)?;
    command.args(["--minify", "--charset=utf8", "--allow-overwrite", "--log-level=warning", "--outdir=."]);
    show(command.args(files.iter().filter_map(|file| file.file_name())).current_dir(folder))
}

/// The short names of what a program takes from its script and gives to it.
struct Names {
    /// Of modules and of what is in them.
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
    module: Option<(String, String)>,
}

impl Names {
    /// Reads what wasm-opt prints: `{"imports": [[module, name, short]], "exports": [[name, short]]}`;
    /// every module becomes `a`.
    fn read(printed: &str) -> Outcome<Self> {
        let wrong = || format!("wasm-opt said nothing about names:\n{printed}");
        let json: Value = serde_json::from_str(printed).map_err(|_| wrong())?;
        let rows = |kind: &str| -> Option<Vec<Vec<String>>> {
            let words = |row: &Value| {
                row.as_array()?.iter().map(|word| Some(word.as_str()?.to_owned())).collect::<Option<_>>()
            };
            json[kind].as_array()?.iter().map(words).collect()
        };
        let (imports, exports) = rows("imports").zip(rows("exports")).ok_or_else(wrong)?;
        let module = imports.first().map(|row| (row[0].clone(), "a".to_owned()));
        let pair = |row: &[String]| Some((row.first()?.clone(), row.get(1)?.clone()));
        Ok(Self {
            imports: imports.iter().filter_map(|row| pair(&row[1..])).collect(),
            exports: exports.iter().filter_map(|row| pair(row)).collect(),
            module,
        })
    }

    /// The script of a program with the short names: imports are keys of an
    /// object (`name: function`), exports are members of `wasm`.
    fn rename(&self, script: &str) -> String {
        let script = match &self.module {
            Some((long, short)) => script.replace(&format!("\"{long}\""), &format!("\"{short}\"")),
            None => script.to_owned(),
        };
        let is_part = |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
        let mut out = String::with_capacity(script.len());
        let mut rest = &*script;
        while !rest.is_empty() {
            let (between, word) = rest.split_at(rest.find(is_part).unwrap_or(rest.len()));
            let (word, after) = word.split_at(word.find(|part| !is_part(part)).unwrap_or(word.len()));
            out.push_str(between);
            let short = if out.ends_with("wasm.") {
                self.exports.get(word)
            } else {
                self.imports.get(word).filter(|_| after.starts_with(':'))
            };
            out.push_str(short.map_or(word, String::as_str));
            rest = after;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_what_passes_between_program_and_script_and_nothing_else() {
        let names = Names::read(
            r#"{"imports": [["./p_bg.js", "__wbg_key_1f", "b"], ["./p_bg.js", "draw", "c"]],
                "exports": [["memory", "d"], ["draw", "e"]]}"#,
        )
        .unwrap();
        let script = r#"{ "./p_bg.js": imports }; { __wbg_key_1f: function(draw) {}, draw: 1 };
            wasm.memory.buffer; memory; wasm.draw(draw, wasm.drawn)"#;
        let expected = r#"{ "a": imports }; { b: function(draw) {}, c: 1 };
            wasm.d.buffer; memory; wasm.e(draw, wasm.drawn)"#;
        assert_eq!(names.rename(script), expected);
        assert!(Names::read("no names").is_err());
    }
}
