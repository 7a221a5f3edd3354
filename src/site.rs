//! The page generator: turns the bundle that Trunk built into the finished
//! site, one real HTML file per address.

mod base;
mod bundle;
mod constants;
mod embed;
mod guess;
mod lines;
mod pages;
mod render;
pub mod share;
mod single;
pub mod social;
mod statements;
mod text;

use std::path::Path;
use std::{fs, io};

use crate::export;
use crate::simulator::AnySimulator;
pub use base::Base;
use bundle::Bundle;
pub use pages::{Page, all};
pub use text::to_html as text_to_html;

/// Writes the whole site to `out`, which is made anew.
///
/// `trunk` is the folder of Trunk's output, `module` that of the JavaScript
/// module; without it downloads do not work.
///
/// # Errors
/// If a file cannot be read or written, or if a simulator's text is not right
/// (a slot that does not exist, an equation that is no LaTeX).
pub fn generate(trunk: &Path, module: Option<&Path>, out: &Path, base: &Base) -> io::Result<usize> {
    let bundle = Bundle::read(trunk)?;
    let pages = all().map_err(io::Error::other)?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    bundle.write_assets(out)?;
    fs::write(out.join(export::SCHEMA), export::schema())?;
    if let Some(module) = module {
        share::write_module(module, out)?;
    }
    for page in &pages {
        let file = out.join(page.file());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bundle.page(page, base))?;
        if let Some(text) = social::oembed(page, base) {
            fs::write(out.join(&page.path).join(social::OEMBED), text)?;
        }
    }
    social::write_pictures(&pages, out)?;
    Ok(pages.len())
}

/// Writes the page of a simulator as one file that needs no other.
///
/// # Errors
/// If a file cannot be read or written, or if the simulator's text is not right.
pub fn generate_single(
    simulator: &dyn AnySimulator,
    trunk: &Path,
    out: &Path,
    base: &Base,
) -> io::Result<()> {
    let html = single::single(&Bundle::read(trunk)?, simulator, base)?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(out, html)
}
