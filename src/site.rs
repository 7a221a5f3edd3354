//! The page generator: turns the bundle that Trunk built into the finished
//! site, one real HTML file per address.

mod bundle;
mod pages;
mod render;
mod statements;
mod text;

use std::path::Path;
use std::{fs, io};

use bundle::Bundle;
pub use pages::{Page, all};
pub use text::to_html as text_to_html;

/// Writes the whole site to `out`, which is made anew.
///
/// `trunk` is the folder of Trunk's output. `base` is the path the site will
/// be served under, if it is known: only `404.html`, which a server shows at
/// any address, needs it.
///
/// # Errors
/// If a file cannot be read or written, or if a simulator's text is not right
/// (a slot that does not exist, an equation that is no LaTeX).
pub fn generate(trunk: &Path, out: &Path, base: Option<&str>) -> io::Result<usize> {
    let bundle = Bundle::read(trunk)?;
    let pages = all().map_err(io::Error::other)?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    bundle.write_assets(out)?;
    for page in &pages {
        let file = out.join(page.file());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bundle.page(page, base))?;
    }
    Ok(pages.len())
}
