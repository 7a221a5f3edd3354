//! What a reader has to fetch: the gzip size of pages with all they load,
//! held against a budget.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process::Outcome;

/// Most bytes that a first visit to any page may need: HTML, CSS, JS and wasm,
/// each compressed by gzip level 9.
const ANY_PAGE: usize = 160 * 1024;

/// Pages with a budget of their own. The model with by far the most parameters
/// (22, where the others have 8 to 14) needs more.
const BUDGETS: [(&str, usize); 1] = [("/behavioral-selection/", 168 * 1024)];

/// What the site weighs.
pub struct Weights {
    /// A table for people.
    pub report: String,
    /// A sentence for each page over its budget.
    pub over: Vec<String>,
}

/// Weighs the front page and the pages one level below it.
pub fn weigh(dist: &Path) -> Outcome<Weights> {
    let mut weights =
        Weights { report: "Transfer of each kind of page (gzip -9):\n".into(), over: Vec::new() };
    let mut programs = Vec::new();
    for (name, file) in pages(dist)? {
        let parts = parts(dist, &file)?;
        let wasm =
            parts.iter().find(|(part, _)| part.starts_with("what-survives") && part.ends_with(".wasm"));
        programs.extend(wasm.filter(|_| name != "/").map(|(_, bytes)| (name.clone(), *bytes)));
        let total: usize = parts.iter().map(|(_, bytes)| bytes).sum();
        let largest: Vec<String> =
            parts.iter().take(3).map(|(part, bytes)| format!("{part} {}", kibibytes(*bytes))).collect();
        let budget = BUDGETS.iter().find(|(page, _)| *page == name).map_or(ANY_PAGE, |(_, bytes)| *bytes);
        let (weight, most) = (kibibytes(total), kibibytes(budget));
        let _ = writeln!(weights.report, "  {name} {weight} of {most}: {}", largest.join(", "));
        if total > budget {
            weights.over.push(format!("{name} needs {total} bytes, its budget is {budget}"));
        }
    }
    weights.report.push_str(&beyond_the_lightest(&programs));
    for (page, _) in BUDGETS {
        if !dist.join(page.trim_matches('/')).join("index.html").is_file() {
            weights.over.push(format!("{page} has a budget but does not exist"));
        }
    }
    Ok(weights)
}

/// How much more each simulator's program weighs than the lightest one.
fn beyond_the_lightest(programs: &[(String, usize)]) -> String {
    let Some((_, least)) = programs.iter().min_by_key(|(_, bytes)| *bytes) else { return String::new() };
    let more = |(name, bytes): &(String, usize)| format!("{name} {}", kibibytes(bytes - least));
    let all: Vec<String> = programs.iter().map(more).collect();
    format!("What each simulator adds to the lightest program: {}\n", all.join(", "))
}

fn pages(dist: &Path) -> Outcome<BTreeMap<String, PathBuf>> {
    let entries = fs::read_dir(dist).map_err(|error| format!("cannot read {}: {error}", dist.display()))?;
    let folders =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.join("index.html").is_file());
    let named = |folder: PathBuf| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (format!("/{name}/"), folder.join("index.html"))
    };
    Ok([("/".to_owned(), dist.join("index.html"))].into_iter().chain(folders.map(named)).collect())
}

/// A page and everything that it and its parts name, the largest first.
fn parts(dist: &Path, page: &Path) -> Outcome<Vec<(String, usize)>> {
    let mut sizes = BTreeMap::new();
    let mut waiting = vec![page.to_path_buf()];
    while let Some(file) = waiting.pop() {
        if sizes.contains_key(&file) {
            continue;
        }
        let bytes = fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        sizes.insert(file.clone(), gzip_size(&bytes)?);
        if file.extension().is_none_or(|extension| extension != "wasm") {
            let folder = file.parent().unwrap_or(dist);
            let text = String::from_utf8_lossy(&bytes);
            let named = references(&text).into_iter().map(|name| folder.join(name));
            waiting.extend(named.filter_map(|path| path.canonicalize().ok()).filter(|path| path.is_file()));
        }
    }
    let name = |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut parts: Vec<_> = sizes.iter().map(|(file, size)| (name(file), *size)).collect();
    parts.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    Ok(parts)
}

/// Whatever looks like the relative address of a style, a script or a program,
/// but for links, which nothing follows by itself.
fn references(text: &str) -> Vec<&str> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "._-/".contains(character);
    text.split("<a ")
        .enumerate()
        .map(|(at, part)| part.split_once('>').filter(|_| at > 0).map_or(part, |(_, after)| after))
        .flat_map(|part| part.split(move |character| !is_part(character)))
        .filter(|word| [".css", ".js", ".wasm"].iter().any(|ending| word.ends_with(ending)))
        .filter(|word| !word.starts_with('/'))
        .collect()
}

fn gzip_size(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    compressed.map(|bytes| bytes.len()).map_err(|error| format!("cannot compress: {error}"))
}

fn kibibytes(bytes: usize) -> String {
    format!("{:.1} KiB", bytes as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_pages_and_scripts_load() {
        let check = |text, expected: &[&str]| assert_eq!(references(text), expected, "{text}");
        check(r#"<link href="../a-1f.css"><script src=b.js></script>"#, &["../a-1f.css", "b.js"]);
        check("import init from './c.js'; new URL('d_bg.wasm', import.meta.url)", &["./c.js", "d_bg.wasm"]);
        check(r#"<a href="about/">wasm.</a>"#, &[]);
        check(r#"<a href="./d.js">Save it</a><script src=b.js></script>"#, &["b.js"]);
    }

    #[test]
    fn programs_are_compared_with_the_lightest() {
        let programs = [("/a/".to_owned(), 3 * 1024), ("/b/".to_owned(), 2 * 1024)];
        let expected = "What each simulator adds to the lightest program: /a/ 1.0 KiB, /b/ 0.0 KiB\n";
        assert_eq!(beyond_the_lightest(&programs), expected);
        assert_eq!(beyond_the_lightest(&[]), "");
    }

    #[test]
    fn compresses() {
        assert!(gzip_size(&[0; 10_000]).is_ok_and(|size| size < 100));
    }
}
