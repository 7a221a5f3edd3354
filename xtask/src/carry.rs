//! Keeps what earlier versions of the site consist of beside a new one.
//!
//! Pages name scripts, styles and programs by their content, and a host such as
//! GitHub Pages replaces the whole site at once. A page that is open, or that a
//! cache has kept, would then ask for files that are gone. So each site lists
//! its files in `files.json`, and before a new one is published those of the
//! live one are fetched and put beside it, for as long as anybody may ask.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::process::Outcome;
use crate::tools::Tools;

/// The list, which the generator begins: the names of the files of this
/// version, and of those before it the day on which they were replaced.
const LIST: &str = "files.json";

/// How long a file is kept after it was replaced. Caches ask within hours, open
/// tabs within weeks.
const DAYS: u64 = 90;

/// How many bytes of former versions are kept at most, the latest first. A
/// version has 6 MB if all of it has changed, and a host 1 GB.
const BYTES: u64 = 200 * 1024 * 1024;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The files of a site.
#[derive(Debug, Default, PartialEq)]
struct List {
    current: Vec<String>,
    /// With the day on which each was replaced, counted from 1970.
    former: BTreeMap<String, u64>,
}

impl List {
    /// Reads a list, as far as it can be one: it may come from elsewhere.
    fn read(text: &str) -> Outcome<Self> {
        let wrong = |error| format!("{LIST} cannot be read: {error}");
        let json: Value = serde_json::from_str(text).map_err(wrong)?;
        let current = json["current"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let former = json["former"].as_object().into_iter().flatten();
        Ok(Self {
            current: current.filter(|name| is_a_name(name)).map(str::to_owned).collect(),
            former: former
                .filter(|(name, _)| is_a_name(name))
                .filter_map(|(name, day)| Some((name.clone(), day.as_u64()?)))
                .collect(),
        })
    }

    fn text(&self) -> String {
        format!("{:#}\n", json!({ "current": self.current, "former": self.former }))
    }

    /// What to keep of a site that this one replaces today, the latest first.
    fn kept_of(&self, live: &Self, today: u64) -> Vec<(String, u64)> {
        let mut days = live.former.clone();
        days.extend(live.current.iter().map(|name| (name.clone(), today)));
        let is_kept = |(name, day): &(String, u64)| !self.current.contains(name) && day + DAYS > today;
        let mut kept: Vec<(String, u64)> = days.into_iter().filter(is_kept).collect();
        kept.sort_by(|(name, day), (other, other_day)| other_day.cmp(day).then(name.cmp(other)));
        kept
    }
}

/// Whether it is the name of a file in the folder itself, and of a kind that pages load.
fn is_a_name(name: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.".contains(sign);
    let kinds = [".js", ".css", ".wasm", ".svg", ".png"];
    name.chars().all(is_plain) && !name.starts_with('.') && kinds.iter().any(|kind| name.ends_with(kind))
}

/// Puts beside the site in a folder what the live one, an address or a folder,
/// has of this and earlier versions. Returns how many files that are.
pub fn carry(tools: &Tools, live: &str, folder: &Path) -> Outcome<usize> {
    let days = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let today = days.as_secs() / DAY.as_secs();
    carry_on(|name| fetch(tools, live, name), folder, today)
}

/// The same with a way to have a file of the live site, which may not be there.
fn carry_on(fetch: impl Fn(&str) -> Outcome<Option<Vec<u8>>>, folder: &Path, today: u64) -> Outcome<usize> {
    let list = folder.join(LIST);
    let own = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    let mut own = List::read(&own)?;
    let Some(live) = fetch(LIST)? else { return Ok(0) };
    let live = List::read(&String::from_utf8_lossy(&live))?;
    let mut bytes = 0;
    for (name, day) in own.kept_of(&live, today) {
        // Gone on the live site as well: nobody loses it by this.
        let Some(content) = fetch(&name)? else { continue };
        bytes += content.len() as u64;
        if bytes > BYTES {
            break;
        }
        fs::write(folder.join(&name), content).map_err(|error| format!("{name}: {error}"))?;
        own.former.insert(name, day);
    }
    fs::write(&list, own.text()).map_err(|error| format!("{}: {error}", list.display()))?;
    Ok(own.former.len())
}

/// A file of a site; nothing if it is not there. That a site cannot be reached
/// is an error: published without its files, it would lose them for good.
fn fetch(tools: &Tools, live: &str, name: &str) -> Outcome<Option<Vec<u8>>> {
    if !live.contains("://") {
        return Ok(fs::read(Path::new(live).join(name)).ok());
    }
    let address = format!("{}/{name}", live.trim_end_matches('/'));
    let mut command = tools.command("curl")?;
    command.args([
        "--silent",
        "--show-error",
        "--location",
        "--compressed",
        "--fail",
        "--retry",
        "3",
        &address,
    ]);
    let answer = command.output().map_err(|error| format!("curl, which fetches {address}: {error}"))?;
    match answer.status.code() {
        Some(0) => Ok(Some(answer.stdout)),
        // What curl says of an answer that is an error; only that there is no such file is none here.
        Some(22) if String::from_utf8_lossy(&answer.stderr).contains("404") => Ok(None),
        _ => Err(format!("{address}: {}", String::from_utf8_lossy(&answer.stderr).trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(current: &[&str], former: &[(&str, u64)]) -> List {
        List {
            current: current.iter().map(|&name| name.to_owned()).collect(),
            former: former.iter().map(|&(name, day)| (name.to_owned(), day)).collect(),
        }
    }

    #[test]
    fn what_was_replaced_is_kept_for_a_while_the_latest_first() {
        let live =
            list(&["b-2.js", "same-1.css"], &[("a-1.js", 20_000), ("b-1.js", 19_950), ("old-1.js", 19_900)]);
        let kept = list(&["c-3.js", "same-1.css"], &[]).kept_of(&live, 20_010);
        let expected = [("b-2.js", 20_010), ("a-1.js", 20_000), ("b-1.js", 19_950)];
        assert_eq!(kept, expected.map(|(name, day)| (name.to_owned(), day)));
        // What comes back is current, and not former.
        assert_eq!(list(&["a-1.js", "b-1.js", "b-2.js", "same-1.css"], &[]).kept_of(&live, 20_010), []);
    }

    #[test]
    fn a_list_is_taken_as_far_as_it_can_be_one() {
        let read = List::read(
            r#"{"current": ["a-1.js", "../a.js", "/etc/a.js", "a/b.css", ".x.js", "index.html", 7], "former": {"b-1.wasm": 3, "..\\b.js": 3, "c-1.js": "x"}}"#,
        );
        assert_eq!(read, Ok(list(&["a-1.js"], &[("b-1.wasm", 3)])));
        assert_eq!(List::read("{}"), Ok(List::default()));
        assert!(List::read("<html>").is_err_and(|said| said.starts_with("files.json cannot be read")));
        let all = list(&["a-1.js"], &[("b-1.wasm", 3)]);
        assert_eq!(List::read(&all.text()), Ok(all));
    }

    /// Three versions over each other, each in a folder of its own.
    #[test]
    fn the_files_of_former_versions_stay_beside_the_new_ones() {
        let root = std::env::temp_dir().join(format!("what-survives-carry-{}", std::process::id()));
        let version = |number: u64| root.join(number.to_string());
        let from = |number: u64| move |name: &str| Ok(fs::read(version(number).join(name)).ok());
        for number in 1..=3 {
            fs::create_dir_all(version(number)).expect("a folder");
            let (name, same) = (format!("a-{number}.js"), "same-1.css");
            for file in [&*name, same] {
                fs::write(version(number).join(file), file).expect("a file");
            }
            let text = list(&[&name, same], &[]).text();
            fs::write(version(number).join(LIST), text).expect("a list");
        }
        assert_eq!(carry_on(|_| Ok(None), &version(1), 100), Ok(0), "there is no site yet");
        assert_eq!(carry_on(from(1), &version(2), 100), Ok(1));
        assert_eq!(carry_on(from(2), &version(3), 101), Ok(2));
        for name in ["a-1.js", "a-2.js", "a-3.js"] {
            assert_eq!(fs::read_to_string(version(3).join(name)).as_deref().ok(), Some(name));
        }
        let read = |number| List::read(&fs::read_to_string(version(number).join(LIST)).expect("a list"));
        assert_eq!(read(3), Ok(list(&["a-3.js", "same-1.css"], &[("a-1.js", 100), ("a-2.js", 101)])));
        // Published once more, long after.
        fs::remove_file(version(2).join("a-1.js")).expect("a file");
        fs::write(version(2).join(LIST), list(&["a-2.js", "same-1.css"], &[]).text()).expect("a list");
        assert_eq!(carry_on(from(3), &version(2), 101 + DAYS), Ok(1));
        assert_eq!(read(2), Ok(list(&["a-2.js", "same-1.css"], &[("a-3.js", 101 + DAYS)])));
        assert!(carry_on(|_| Err("no network".to_owned()), &version(3), 101).is_err());
        fs::remove_dir_all(root).expect("the folders");
    }
}
