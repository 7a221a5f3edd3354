//! The page generator: turns the bundle that Trunk built into the finished
//! site, one real HTML file per address.

mod base;
mod html;
mod page;
mod policy;
mod render;
mod text;
mod sources;
mod origins;
mod statements;
mod lines;
mod guess;
mod share;
mod explore;
mod parts;
mod path;
mod pages;
mod embed;
pub mod social;
mod bundle;
mod single;
mod package;
mod output;

use std::io;
use std::path::Path;

use crate::export;
use crate::simulator::AnySimulator;
use crate::simulators::ALL;
pub use base::Base;
use bundle::Bundle;
pub use page::Page;
pub use pages::{all, types};
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
    output::clear(out)?;
    output::write_headers(out)?;
    bundle.write_assets(out)?;
    for (name, text) in embed::published(base) {
        output::write_file(&out.join(name), &text)?;
    }
    output::write_file(&out.join(export::SCHEMA), &export::schema())?;
    if let Some(module) = module {
        package::write(module, out, base)?;
    }
    output::list_hashed(out)?;
    output::write_pages(&pages, &bundle, base, out)?;
    // One program for all, as developers have it, would stand in each.
    if bundle.has_program_for_each() {
        for simulator in ALL {
            let html = single::single(&bundle, *simulator, base)?;
            output::write_file(&out.join(single::path(simulator.info().id)), &html)?;
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
    output::write_file(out, &html)
}
