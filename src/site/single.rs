//! A simulator as one HTML file with everything inside, for archives and for
//! hosts that allow no third party: the page of the site, with each file that
//! it names put in that file's place.

use std::{fs, io};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::base::Base;
use super::bundle::Bundle;
use super::html::{attribute, escape, replace_elements, take_elements};
use super::lines::lines;
use super::page::Page;
use super::pages::simulator_page;
use crate::simulator::AnySimulator;

/// Starts the program from the bytes in the page: a file address allows no fetch.
const BOOT: &str = "
const bytes = atob(document.querySelector('script[type=\"application/wasm\"]').textContent);
__wbg_init({ module_or_path: Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)) })
  .catch(() => { document.documentElement.dataset.failed = 'true'; });
";

/// A link that leads nowhere from here is plain words.
const STYLE: &str = "a:not([href]) { color: inherit; text-decoration: none; }\n";

/// Where the file of a simulator is on the site, for those who cannot make it.
pub fn path(id: &str) -> String {
    format!("single/{id}.html")
}

/// The file. Its links lead to the site where the base says where that is, and
/// are plain words where it does not; presets open in the file itself.
pub fn single(bundle: &Bundle, simulator: &dyn AnySimulator, base: &Base) -> io::Result<String> {
    let page = simulator_page(simulator, None, &lines(simulator)).map_err(io::Error::other)?;
    let mut html = bundle.page_of_unnamed_host(&page, base);
    let mut policy = Policy::default();
    take_elements(&mut html, "<p class=\"points\"", "</p>");
    take_elements(&mut html, "<div class=\"sharing\"", "</div>");
    take_elements(&mut html, "<p class=\"asks\"", "</p>");
    // Loaded again it is the same.
    replace_elements(&mut html, "<a href=\"\">", "</a>", |link| {
        Ok(link.trim_start_matches("<a href=\"\">").trim_end_matches("</a>").to_owned())
    })?;
    take_elements(&mut html, "<template>", "</template>");
    take_elements(&mut html, "<link rel=\"modulepreload\"", ">");
    take_elements(&mut html, "<link rel=\"preload\"", ">");
    take_elements(&mut html, "<link rel=\"alternate\"", ">");
    replace_elements(&mut html, "<link rel=\"stylesheet\"", ">", |_| {
        Ok(policy.style(&[bundle.style(), STYLE].concat()))
    })?;
    replace_elements(&mut html, "<link rel=\"icon\"", ">", |link| {
        let icon = fs::read(bundle.folder(&page)?.join(attribute(link, "href")?))?;
        Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">", BASE64.encode(icon)))
    })?;
    replace_elements(&mut html, "<script", "</script>", |script| inline(bundle, &page, script, &mut policy))?;
    replace_elements(&mut html, "<meta http-equiv=\"Content-Security-Policy\"", ">", |_| Ok(policy.meta()))?;
    lead_out(&mut html, simulator, base)?;
    Ok(html)
}

/// A script of the site as it stands in the file.
fn inline(bundle: &Bundle, page: &Page, script: &str, policy: &mut Policy) -> io::Result<String> {
    let name = attribute(script, "src")?;
    let kind = if script.contains("type=\"module\"") { " type=\"module\"" } else { "" };
    let folder = bundle.folder(page)?;
    if name.starts_with("boot-") {
        let (glue, wasm) = bundle.program_files(page)?;
        let glue = fs::read_to_string(folder.join(glue))?;
        if !glue.contains("__wbg_init as default") || glue.contains("import ") {
            return Err(io::Error::other("wasm-bindgen writes another start of the program than it did"));
        }
        let wasm = BASE64.encode(fs::read(folder.join(wasm))?);
        let data = format!("<script type=\"application/wasm\">{wasm}</script>\n");
        return Ok(data + &policy.script(kind, &(glue + BOOT))?);
    }
    // It opens the share dialog, which needs the site.
    if name.starts_with("open-") {
        return Ok(String::new());
    }
    policy.script(kind, &fs::read_to_string(folder.join(name))?)
}

/// What may run: these scripts and this style, and nothing that is fetched.
#[derive(Default)]
struct Policy {
    scripts: String,
    styles: String,
}

impl Policy {
    fn script(&mut self, kind: &str, text: &str) -> io::Result<String> {
        if text.to_lowercase().contains("</script") {
            return Err(io::Error::other("a script holds the end of a script"));
        }
        self.scripts += &hash(text);
        Ok(format!("<script{kind}>{text}</script>"))
    }

    fn style(&mut self, text: &str) -> String {
        self.styles += &hash(text);
        format!("<style>{text}</style>")
    }

    fn meta(&self) -> String {
        let Self { scripts, styles } = self;
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src data: blob:; \
             base-uri 'none'; form-action 'none'\">"
        )
    }
}

/// The hash of what a browser will have read: each end of a line is one sign
/// to it, also where the files are from Windows.
fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(text.replace("\r\n", "\n"))))
}

/// Turns the links within the site into links that lead somewhere from here.
fn lead_out(html: &mut String, simulator: &dyn AnySimulator, base: &Base) -> io::Result<()> {
    let id = simulator.info().id;
    for preset in simulator.presets() {
        let link = format!("href=\"?{}\"", escape(&preset.query()));
        *html = html.replace(&format!("href=\"../{id}/{}/\"", preset.id), &link);
    }
    // The program would follow these as within the site.
    replace_elements(html, " data-carry=\"", "\"", |_| Ok(String::new()))?;
    if let Some(root) = base.url("") {
        *html = html.replace("href=\"../", &format!("href=\"{root}"));
        // A copy is always of that page, whatever its state.
        *html = html.replace("<link data-rel=\"canonical\"", "<link rel=\"canonical\"");
    } else {
        take_elements(html, "<nav aria-label=\"Site\"", "</nav>");
        take_elements(html, "<nav data-next", "</nav>");
        take_elements(html, "<p><a href=\"../about/\">Method", "</p>");
        take_elements(html, "<link data-rel=\"canonical\"", ">");
        replace_elements(html, " href=\"../", "\"", |_| Ok(String::new()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_lines_from_windows_have_the_hash_that_a_browser_takes() {
        assert_eq!(hash("a();\r\nb();\r\n"), hash("a();\nb();\n"));
        assert_ne!(hash("a();b();"), hash("a();\nb();\n"));
    }
}
