//! What Trunk built, and the shell that every page is put into.

use std::path::Path;
use std::{fs, io};

use super::Page;

/// Trunk's `index.html` as a template, and the files beside it.
pub struct Bundle {
    template: String,
    style: String,
    boot: String,
}

/// Where a page's own parts go in the template.
const HEAD: &str = "<!--page:head-->";
const BODY: &str = "<!--page:body-->";

impl Bundle {
    /// Reads Trunk's output: joins the style sheets into one file and moves
    /// the start of the program into another, so that the content security
    /// policy needs no exception.
    pub fn read(trunk: &Path) -> io::Result<Self> {
        let mut template = fs::read_to_string(trunk.join("index.html"))?;
        for part in [HEAD, BODY] {
            if !template.contains(part) {
                return Err(io::Error::other(format!("index.html has lost its {part}")));
            }
        }
        let mut style = String::new();
        for link in take_elements(&mut template, "<link rel=\"stylesheet\"", ">") {
            style.push_str(&fs::read_to_string(trunk.join(attribute(&link, "href")?))?);
        }
        let script = attribute(&find_element(&template, "<link rel=\"modulepreload\"")?, "href")?;
        let wasm = attribute(&find_element(&template, "<link rel=\"preload\"")?, "href")?;
        let boot = format!(
            "import init from \"./{script}\";\n\
             init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }})\n  \
             .catch(() => {{ document.documentElement.dataset.failed = \"true\"; }});\n"
        );
        Ok(Self { template, style, boot })
    }

    fn style_name(&self) -> String {
        format!("style-{}.css", fingerprint(&self.style))
    }

    fn boot_name(&self) -> String {
        format!("boot-{}.js", fingerprint(&self.boot))
    }

    /// Writes everything that is no page.
    pub fn write_assets(&self, trunk: &Path, out: &Path) -> io::Result<()> {
        for entry in fs::read_dir(trunk)? {
            let entry = entry?;
            let name = entry.file_name();
            let kept = Path::new(&name)
                .extension()
                .is_some_and(|kind| ["js", "wasm", "svg", "png", "txt"].iter().any(|known| kind == *known));
            if kept {
                fs::copy(entry.path(), out.join(name))?;
            }
        }
        fs::write(out.join(self.style_name()), &self.style)?;
        fs::write(out.join(self.boot_name()), &self.boot)
    }

    /// A page as a file.
    pub fn page(&self, page: &Page, base: Option<&str>) -> String {
        let root = match (page.is_anywhere(), base) {
            (true, Some(base)) => format!("{}/", base.trim_end_matches('/')),
            _ => "../".repeat(page.depth()),
        };
        let here = if root.is_empty() { "./" } else { &root };
        let mut head = format!(
            "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
            escape(&page.title),
            escape(&page.description)
        );
        head.push_str(&format!("<link rel=\"stylesheet\" href=\"./{}\">\n", self.style_name()));
        let mut template = self.template.clone();
        if let Some(place) = &page.place {
            head.push_str(&format!(
                "<meta name=\"what-survives\" content=\"{place}\">\n\
                 <script type=\"module\" src=\"./{}\"></script>\n",
                self.boot_name()
            ));
        } else {
            // Nothing to take over: no program, and the page is ready as it is.
            take_elements(&mut template, "<link rel=\"modulepreload\"", ">");
            take_elements(&mut template, "<link rel=\"preload\"", ">");
            take_elements(&mut template, "<script src=\"./gestures", "</script>");
            template = template.replace("<html lang=\"en\">", "<html lang=\"en\" data-ready=\"true\">");
        }
        // `./` is the root of the site in the template and in every body; only
        // the canonical address, the page's own without its query, is not.
        let canonical = if page.is_anywhere() { "" } else { "<link rel=\"canonical\" href=\"./\">\n" };
        template
            .replace(HEAD, &head)
            .replace(BODY, &page.body)
            .replace("=\"./", &format!("=\"{here}"))
            .replace("</head>", &format!("{canonical}</head>"))
    }
}

/// The first element that starts so.
fn find_element(html: &str, start: &str) -> io::Result<String> {
    take_elements(&mut html.to_owned(), start, ">")
        .into_iter()
        .next()
        .ok_or_else(|| io::Error::other(format!("Trunk's index.html has no {start}")))
}

/// Removes all elements that start and end so, and gives them back.
fn take_elements(html: &mut String, start: &str, end: &str) -> Vec<String> {
    let mut taken = Vec::new();
    while let Some(from) = html.find(start) {
        let Some(length) = html[from..].find(end) else { break };
        taken.push(html.drain(from..from + length + end.len()).collect());
    }
    taken
}

/// The file name in an attribute, without the `./` before it.
fn attribute(element: &str, name: &str) -> io::Result<String> {
    let start = format!("{name}=\"");
    let value = element.split_once(&start).and_then(|(_, rest)| rest.split_once('"'));
    let (value, _) = value.ok_or_else(|| io::Error::other(format!("no {name} in {element}")))?;
    Ok(value.trim_start_matches("./").to_owned())
}

/// Escapes text for an attribute or an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A short name for a content, so that a changed file has a new address (FNV).
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
