//! What Trunk built, and the shell that every page is put into.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::base::Base;
use super::html::{attribute, escape, find_element, fingerprint, take_elements, without_ends};
use super::page::Page;
use super::{embed, explore, guess, policy, share, social};

/// Trunk's `index.html` as a template, and the programs beside it.
pub struct Bundle {
    template: String,
    style: String,
    programs: Vec<Program>,
}

/// The program of one simulator, or of all.
struct Program {
    /// The folder of Trunk's output that it is in.
    folder: PathBuf,
    /// The simulator that it is for; empty if it has them all.
    simulator: String,
    script: String,
    wasm: String,
}

/// The style of the pages that show many simulators, and which they are.
const OVERVIEW: &str = include_str!("../../www/css/overview.css");
const OVERVIEWS: [&str; 3] = ["", "statements/", "gallery/"];

/// Where a page's own parts go in the template.
const HEAD: &str = "<!--page:head-->";
const BODY: &str = "<!--page:body-->";

impl Bundle {
    /// Reads Trunk's output: one program in the folder itself, or one in a
    /// folder for each simulator.
    pub fn read(trunk: &Path) -> io::Result<Self> {
        let folders: Vec<PathBuf> = if trunk.join("index.html").exists() {
            vec![trunk.to_owned()]
        } else {
            let mut folders: Vec<PathBuf> = fs::read_dir(trunk)?
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.is_dir())
                .collect();
            folders.sort();
            folders
        };
        let first = folders.first().ok_or_else(|| io::Error::other("Trunk has built nothing"))?;
        let mut template = fs::read_to_string(first.join("index.html"))?;
        for part in [HEAD, BODY] {
            if !template.contains(part) {
                return Err(io::Error::other(format!("index.html has lost its {part}")));
            }
        }
        // All style sheets become one file.
        let mut style = String::new();
        for link in take_elements(&mut template, "<link rel=\"stylesheet\"", ">") {
            style.push_str(&fs::read_to_string(first.join(attribute(&link, "href")?))?);
        }
        take_elements(&mut template, "<link rel=\"modulepreload\"", ">");
        take_elements(&mut template, "<link rel=\"preload\"", ">");
        // What Trunk leaves of its own wishes, and of the lines it took out.
        template = template.replace(" data-integrity=\"none\"", "");
        template = template.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
        let is_single = folders.len() == 1 && folders[0] == trunk;
        let programs =
            folders.into_iter().map(|folder| Program::read(folder, is_single)).collect::<io::Result<_>>()?;
        Ok(Self { template, style, programs })
    }

    fn style_name(&self) -> String {
        format!("style-{}.css", fingerprint(&self.style))
    }

    /// Writes everything that is no page.
    pub fn write_assets(&self, out: &Path) -> io::Result<()> {
        for program in &self.programs {
            for entry in fs::read_dir(&program.folder)? {
                let entry = entry?;
                let name = entry.file_name();
                let kept = Path::new(&name)
                    .extension()
                    .is_some_and(|kind| ["js", "wasm", "svg", "png"].iter().any(|known| kind == *known));
                if kept {
                    fs::copy(entry.path(), out.join(name))?;
                }
            }
            fs::write(out.join(program.boot_name()), program.boot())?;
        }
        for (name, text) in embed::assets(&self.style).into_iter().chain(guess::assets()) {
            fs::write(out.join(name), text)?;
        }
        fs::write(out.join(overview_name()), OVERVIEW)?;
        for (name, text) in share::assets().into_iter().chain(explore::assets()) {
            fs::write(out.join(name), text)?;
        }
        fs::write(out.join(self.style_name()), &self.style)
    }

    /// Whether each simulator has a program of its own.
    pub fn has_program_for_each(&self) -> bool {
        self.programs.iter().all(|program| !program.simulator.is_empty())
    }

    /// All styles of the site's own pages.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// The folder of what Trunk built for a page.
    pub fn folder(&self, page: &Page) -> io::Result<&Path> {
        Ok(&self.program_of(page)?.folder)
    }

    /// The names of a page's program: its script and its wasm.
    pub fn program_files(&self, page: &Page) -> io::Result<(&str, &str)> {
        let program = self.program_of(page)?;
        Ok((&program.script, &program.wasm))
    }

    fn program_of(&self, page: &Page) -> io::Result<&Program> {
        let program = page.place.as_ref().and_then(|place| self.program(place));
        program.ok_or_else(|| io::Error::other(format!("{} has no program", page.path)))
    }

    /// A page as a file.
    pub fn page(&self, page: &Page, base: &Base) -> String {
        let html = self.page_of_unnamed_host(page, base);
        let html =
            if page.is_anywhere() { policy::lead_on(&html, base.path()) } else { policy::stand_alone(&html) };
        without_ends(&policy::name_host(&html, base))
    }

    /// The same with the policy as `index.html` states it.
    pub fn page_of_unnamed_host(&self, page: &Page, base: &Base) -> String {
        let root = match (page.is_anywhere(), base.path()) {
            (true, Some(path)) => path.to_owned(),
            _ => "../".repeat(page.depth()),
        };
        let here = if root.is_empty() { "./" } else { &root };
        let mut head = format!(
            "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
            escape(&page.title),
            escape(&page.description)
        );
        let mut template = self.template.clone();
        if page.embedded().is_some() {
            head.push_str(&embed::head(&self.style));
            embed::strip(&mut template);
        } else {
            head.push_str(&format!("<link rel=\"stylesheet\" href=\"./{}\">\n", self.style_name()));
            if OVERVIEWS.contains(&&*page.path) {
                head.push_str(&format!("<link rel=\"stylesheet\" href=\"./{}\">\n", overview_name()));
            }
        }
        let program =
            page.place.as_ref().and_then(|place| self.program(place).map(|program| (place, program)));
        if let Some((place, program)) = program.filter(|_| page.embedded().is_some()) {
            head.push_str(&embed::program(place, &program.script, &program.wasm, &program.boot_name()));
        } else if let Some((place, program)) = program {
            head.push_str(&format!(
                "<meta name=\"what-survives\" content=\"{place}\">\n\
                 <script type=\"module\" src=\"./{}\" data-program></script>\n",
                program.boot_name()
            ));
        } else {
            // Nothing to take over: no program, and the page is ready as it is.
            take_elements(&mut template, "<script src=\"./gestures", "</script>");
            template = template.replace("<html lang=\"en\">", "<html lang=\"en\" data-ready=\"true\">");
        }
        // `./` is the root of the site in the template and in every body.
        if !page.is_anywhere() {
            let path = page.embedded().unwrap_or(&page.path);
            let address = base.url(path).unwrap_or_else(|| format!("./{path}"));
            // A state is part of what people share: phones take this address, and the script of the page,
            // which alone knows the state, makes a canonical one of it.
            let rel = if share::is_shared(page) { "data-rel" } else { "rel" };
            head.push_str(&format!("<link {rel}=\"canonical\" href=\"{address}\">\n"));
        }
        if !page.is_anywhere() && page.embedded().is_none() {
            head.push_str(&social::tags(page, base));
            head.push_str(&share::head(page));
            head.push_str(&guess::head(page));
        }
        template.replace(HEAD, &head).replace(BODY, &page.body).replace("=\"./", &format!("=\"{here}"))
    }

    /// The program for a place, `simulator/preset`.
    fn program(&self, place: &str) -> Option<&Program> {
        let simulator = place.split('/').next().unwrap_or_default();
        self.programs.iter().find(|program| program.simulator == simulator || program.simulator.is_empty())
    }
}

impl Program {
    fn read(folder: PathBuf, is_single: bool) -> io::Result<Self> {
        let index = fs::read_to_string(folder.join("index.html"))?;
        let simulator = if is_single { None } else { folder.file_name() };
        Ok(Self {
            simulator: simulator.unwrap_or_default().to_string_lossy().into_owned(),
            script: attribute(&find_element(&index, "<link rel=\"modulepreload\"")?, "href")?,
            wasm: attribute(&find_element(&index, "<link rel=\"preload\"")?, "href")?,
            folder,
        })
    }

    /// The start of the program: a file of its own, because the content
    /// security policy allows no inline script. A page is read before it is
    /// used, so the program takes nothing of the line before the first paint,
    /// unless there is none to wait for. A frame asks for it when it is wanted,
    /// also where nobody sees it.
    fn boot(&self) -> String {
        let Self { script, wasm, .. } = self;
        format!(
            "const start = () =>\n  \
             Promise.all([import(\"./{script}\"), fetch(new URL(\"./{wasm}\", import.meta.url))])\n    \
             .then(([program, wasm]) => program.default({{ module_or_path: wasm }}))\n    \
             .catch(() => {{ document.documentElement.dataset.failed = \"true\"; }});\n\
             const paint = {{ type: \"paint\", buffered: true }};\n\
             if (document.hidden || document.querySelector(\"[data-keep]\") || !PerformanceObserver.supportedEntryTypes.includes(paint.type)) start();\n\
             else new PerformanceObserver((_, seen) => (seen.disconnect(), start())).observe(paint);\n"
        )
    }

    fn boot_name(&self) -> String {
        format!("boot-{}.js", fingerprint(&self.boot()))
    }
}

fn overview_name() -> String {
    format!("overview-{}.css", fingerprint(OVERVIEW))
}
