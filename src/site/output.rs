//! The folder of the finished site: which files are written where.

use std::path::Path;
use std::{fs, io};

use serde_json::json;

use super::base::Base;
use super::bundle::Bundle;
use super::page::Page;
use super::social;

/// The list of the files whose names will be others in the next version.
const FILES: &str = "files.json";

/// What a host must send, so that other sites may load the element, the module
/// and sandboxed frames: for Netlify and Cloudflare, and for Apache. GitHub's
/// pages have it anyway.
const HEADERS: [(&str, &str); 2] = [
    ("_headers", "/*\n  Access-Control-Allow-Origin: *\n"),
    (".htaccess", "<IfModule mod_headers.c>\nHeader set Access-Control-Allow-Origin \"*\"\n</IfModule>\n"),
];

/// Asks the hosts that read such files for the header that other sites need.
pub fn write_headers(out: &Path) -> io::Result<()> {
    HEADERS.iter().try_for_each(|(name, text)| fs::write(out.join(name), text))
}

/// Makes the folder anew.
pub fn clear(out: &Path) -> io::Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)
}

/// Writes the pages, and beside each what it offers to those who embed it.
pub fn write_pages(pages: &[Page], bundle: &Bundle, base: &Base, out: &Path) -> io::Result<()> {
    for page in pages {
        write_file(&out.join(page.file()), &bundle.page(page, base))?;
        if let Some(text) = social::oembed(page, base) {
            fs::write(out.join(&page.path).join(social::OEMBED), text)?;
        }
    }
    Ok(())
}

/// Writes down which files have a name made of their content. A later version
/// has others, and `cargo xtask carry` keeps these beside them.
pub fn list_hashed(out: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| is_hashed(name));
    names.sort();
    fs::write(out.join(FILES), format!("{:#}\n", json!({ "current": names, "former": {} })))
}

/// Whether a file is named by its content: `style-0123456789abcdef.css`.
fn is_hashed(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let is_hash = |hash: &str| hash.len() > 8 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    name.contains('.') && stem.rsplit_once('-').is_some_and(|(_, hash)| is_hash(hash))
}

/// Writes a file, and makes the folder that it is in.
pub fn write_file(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_named_by_their_content_are_known_by_their_names() {
        for name in [
            "style-0123456789abcdef.css",
            "what-survives-24953801050edc5_bg.wasm",
            "explore-worker-d9e290deb4c8b2fa.js",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "embed.js",
            "what-survives.js",
            "what-survives.d.ts",
            "luther-pascal",
            "e",
            "deadbeefdeadbeef.css",
            "index.html",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
