//! The folder of the finished site: which files are written where.

use std::path::Path;
use std::{fs, io};

use super::base::Base;
use super::bundle::Bundle;
use super::html::fingerprint;
use super::page::Page;
use super::pages::types;
use super::social;

const MODULE: &str = include_str!("../../www/js/module.js");

/// Makes the folder anew.
pub fn clear(out: &Path) -> io::Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)
}

/// Writes the module: its own script under a name that never changes, what it
/// loads under names that change with the content, and its types.
pub fn write_module(module: &Path, out: &Path) -> io::Result<()> {
    let glue = fs::read_to_string(module.join("module.js"))?;
    let wasm = fs::read(module.join("module_bg.wasm"))?;
    let print = fingerprint(&format!("{glue}{}", wasm.escape_ascii()));
    fs::write(out.join(format!("module-{print}.js")), glue)?;
    fs::write(out.join(format!("module-{print}_bg.wasm")), wasm)?;
    fs::write(out.join("what-survives.js"), MODULE.replace("MODULE", &format!("module-{print}")))?;
    fs::write(out.join("what-survives.d.ts"), types())
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

/// Writes a file, and makes the folder that it is in.
pub fn write_file(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}
