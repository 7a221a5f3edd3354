//! Rules of the architecture that can be seen in the sources.

mod order;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A source file: its path from the root of the repository, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.path == *place || self.path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// The code without comments and without tests.
    fn code(&self) -> String {
        if self.path.ends_with("tests.rs") {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    files(&["src", "tests", "xtask/src"], "rs")
}

/// All files of a kind in some folders.
fn files(folders: &[&str], kind: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == kind) {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// No source in `places`, except in `exceptions`, may name any of `words`.
fn forbid(places: &[&str], exceptions: &[&str], words: &[&str]) {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(places) && !source.is_in(exceptions)) {
        let code = source.code();
        found.extend(
            words.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: {word}", source.path)),
        );
    }
    assert!(found.is_empty(), "these do not belong there:\n{}", found.join("\n"));
}

/// The layers that know nothing of a browser, a file or a clock.
const PURE: &[&str] = &[
    "src/prose.rs",
    "src/math.rs",
    "src/math",
    "src/number.rs",
    "src/params.rs",
    "src/params",
    "src/simulator.rs",
    "src/simulators.rs",
    "src/simulators",
    "src/explore.rs",
    "src/explore",
    "src/chart.rs",
    "src/chart",
    "src/export.rs",
    "src/export",
];

#[test]
fn every_file_says_what_it_is() {
    for source in sources() {
        assert!(
            source.text.starts_with("//! "),
            "{} does not start with a line that says what it is",
            source.path
        );
    }
}

#[test]
fn the_core_is_pure() {
    let browser = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
    let world = [
        "std::time",
        "std::thread",
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::sync",
        "Instant",
        "SystemTime",
        "static mut",
        "thread_local",
        "OnceLock",
        "LazyLock",
        "println!",
        "HashMap",
        "HashSet",
    ];
    forbid(PURE, &[], &browser);
    forbid(PURE, &[], &world);
}

/// The standard library's functions differ between native and browser.
#[test]
fn functions_that_round_differently_come_from_libm() {
    let methods = [
        ".exp()",
        ".exp_m1()",
        ".exp2()",
        ".ln()",
        ".ln_1p()",
        ".log(",
        ".log2()",
        ".log10()",
        ".powi(",
        ".powf(",
        ".sin()",
        ".cos()",
        ".tan()",
        ".tanh()",
        ".sinh()",
        ".cosh()",
        ".atan()",
        ".atan2(",
        ".cbrt()",
        ".hypot(",
    ];
    forbid(PURE, &[], &methods);
}

#[test]
fn simulators_know_no_pixels_and_figures_no_simulators() {
    forbid(
        &["src/simulators.rs", "src/simulators"],
        &[],
        &["pixel", "px\"", "\"#", "rgb(", "hsl(", "svg", "class="],
    );
    forbid(&["src/chart.rs", "src/chart"], &[], &["simulator"]);
}

#[test]
fn only_charts_name_plotters() {
    forbid(&["src"], &["src/chart.rs", "src/chart"], &["plotters"]);
}

#[test]
fn only_style_sheets_name_colours() {
    let hexadecimal = |code: &str| {
        code.split("\"#").skip(1).any(|rest| {
            let word: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            [3, 4, 6, 8].contains(&word.len()) && word.chars().all(|digit| digit.is_ascii_hexdigit())
        })
    };
    for source in sources().iter().filter(|source| source.is_in(&["src"])) {
        assert!(!hexadecimal(&source.code()), "{} names a colour", source.path);
    }
    forbid(&["src"], &[], &["rgb(", "rgba(", "hsl(", "oklch("]);
}

#[test]
fn only_one_module_touches_the_address_bar() {
    forbid(&["src"], &["src/ui/link.rs"], &[".history()", ".location()", "History", "Location"]);
}

#[test]
fn files_can_be_read_in_the_order_of_their_list() {
    let files: Vec<_> = sources().into_iter().map(|source| (source.path, source.text)).collect();
    let found = order::complaints(&files, &["src/lib.rs", "src/main.rs", "xtask/src/main.rs"]);
    assert!(
        found.is_empty(),
        "each file may use only those that its parent lists before it:\n{}",
        found.join("\n")
    );
}

/// The program says what is shown. The address lags behind it, and only what
/// runs before there is a program may ask it.
#[test]
fn scripts_leave_the_address_to_the_program() {
    let first = ["www/js/theme.js", "www/js/guess.js", "www/js/frame.js", "www/js/share.js"];
    for script in files(&["www"], "js") {
        let code = script.code();
        for word in ["history", "pushState", "replaceState"] {
            assert!(!code.contains(word), "{}: {word}", script.path);
        }
        assert!(!code.contains("location.search") || first.contains(&&*script.path), "{}", script.path);
    }
}

/// What reads and writes files costs more than a page's program may weigh.
const FILE_CRATES: &[&str] = &["schemars", "serde", "serde_json"];

#[test]
fn only_exports_and_the_site_name_serde() {
    let places = ["src/export.rs", "src/export", "src/site.rs", "src/site"];
    forbid(&["src"], &places, &["serde", "schemars"]);
    let library = sources().into_iter().find(|source| source.path == "src/lib.rs").unwrap();
    assert!(library.text.contains("#[cfg(feature = \"export\")]\npub mod export;"));
}

/// The programs of the pages are built with the feature `ui` and no other, and
/// the pure layers with none.
#[test]
fn programs_of_pages_carry_no_serde() {
    let manifest = manifest();
    let features = manifest["features"].as_object().unwrap();
    let mut reached = vec!["ui"];
    let mut at = 0;
    while at < reached.len() {
        let more = features.get(reached[at]).and_then(Value::as_array).into_iter().flatten();
        reached.extend(more.filter_map(Value::as_str));
        at += 1;
    }
    assert!(reached.contains(&"dep:yew"), "{reached:?}");
    assert!(!["export", "schema", "site", "default"].iter().any(|feature| reached.contains(feature)));
    let dependencies = manifest["dependencies"].as_array().unwrap();
    for name in FILE_CRATES {
        let is_for_readers =
            |dependency: &&Value| dependency["name"] == *name && dependency["kind"].is_null();
        let dependency = dependencies.iter().find(is_for_readers).unwrap();
        assert_eq!(dependency["optional"], true, "{name} is in every build");
        let names_it = |feature: &&str| feature.split(['/', '?', ':']).any(|part| part == *name);
        assert!(!reached.iter().any(names_it), "{name} is in the programs of pages");
    }
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    assert!(page.contains(" data-cargo-no-default-features data-cargo-features=\"ui\" "));
}

/// What Cargo reads in the manifest of this crate.
fn manifest() -> Value {
    let manifest = format!("{}/Cargo.toml", env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path", &manifest])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    packages.find(|package| package["name"] == env!("CARGO_PKG_NAME")).unwrap().clone()
}
