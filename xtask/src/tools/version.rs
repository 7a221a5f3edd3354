//! Versions, as tools print them and as files pin them.

/// The numbers of the first version in a text: `[132]` of "wasm-opt version 132 (...)".
pub fn numbers(text: &str) -> Vec<u32> {
    let words = text.split_whitespace().map(|word| word.trim_start_matches('v'));
    let version = words.into_iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let is_part = |part: &&str| !part.is_empty();
    let parts = version.unwrap_or_default().split(|character: char| !character.is_ascii_digit());
    parts.filter(is_part).map_while(|part| part.parse().ok()).collect()
}

/// The version of a package in the text of a Cargo.lock.
pub fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The text value of a key in the text of a package.json.
pub fn pinned<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let (_, after) = json.split_once(&format!("\"{key}\": \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_as_tools_print_them() {
        let check = |text, expected: &[u32]| assert_eq!(numbers(text), expected, "{text}");
        check("trunk 0.21.14\n", &[0, 21, 14]);
        check("wasm-opt version 132 (version_132)", &[132]);
        check("v20.20.2", &[20, 20, 2]);
        check("Chromium 156.0.8078.79 built on Debian GNU/Linux 12", &[156, 0, 8078, 79]);
        check("no version", &[]);
    }

    #[test]
    fn reads_pins_from_lock_file_and_manifest() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        for package in ["axe-core", "binaryen", "playwright-core", "puppeteer-core"] {
            assert!(
                pinned(include_str!("../../../tests/e2e/package.json"), package).is_some(),
                "{package} is pinned"
            );
        }
    }
}
