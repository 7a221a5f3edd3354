//! The programs that building and testing need: found where they are, else
//! installed into `.tools/`, else named with the command that would install them.

mod version;
mod browser;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub use browser::{Browser, WebKit};
use browser::{find_chrome, find_chromedriver, find_firefox};
use version::{locked_version, numbers, pinned};

use crate::process::{Outcome, capture, output_of, program_in, program_on_path};

/// The version of Trunk that is installed when none is there.
const TRUNK: &str = "0.21.14";
/// Any later Trunk of this series reads our `Trunk.toml`.
const TRUNK_AT_LEAST: [u32; 2] = [0, 21];
/// The version of cargo-deny that is installed when none is there.
const CARGO_DENY: &str = "0.20.2";
/// Any later one reads our `deny.toml`.
const CARGO_DENY_AT_LEAST: [u32; 2] = [0, 18];
/// Older ones refuse features that today's Rust writes into its wasm.
const WASM_OPT_AT_LEAST: u32 = 120;
/// What Playwright asks for.
const NODE_AT_LEAST: u32 = 20;
/// The pinned packages from npm.
const NPM_PACKAGES: &str = include_str!("../../tests/e2e/package.json");

/// What pictures are opened in: a program, its package on Debian, its name.
/// Together 130 MB to fetch, the first two a twentieth of it.
const RENDERERS: [(&str, &str, &str); 5] = [
    ("rsvg-convert", "librsvg2-bin", "librsvg"),
    ("pdftoppm", "poppler-utils", "Poppler, as PDF"),
    ("inkscape", "inkscape", "Inkscape"),
    ("soffice", "libreoffice-draw", "LibreOffice"),
    ("fc-match", "fontconfig", "LibreOffice with the right font"),
];

/// What snippets are published with, likewise. Together 90 MB to fetch, most of it Ruby.
const PUBLISHERS: [(&str, &str, &str); 3] =
    [("hugo", "hugo", "Hugo"), ("jekyll", "jekyll", "Jekyll"), ("php", "php-cli", "WordPress")];

/// The project's tools.
pub struct Tools {
    root: PathBuf,
}

impl Tools {
    /// The tools of the project that this program belongs to.
    pub fn new() -> Outcome<Self> {
        // Cargo sets it to xtask/ when it runs us.
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("run this as `cargo xtask`")?;
        let root = Path::new(&xtask).parent().ok_or("run this as `cargo xtask`")?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// The project folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo puts what it builds: not always `target/`, if somebody's
    /// environment or settings say otherwise.
    pub fn built(&self) -> Outcome<PathBuf> {
        let mut command = self.cargo(&["metadata", "--no-deps", "--format-version", "1"])?;
        let printed = command.output().map_err(|error| format!("cargo metadata: {error}"))?.stdout;
        let metadata: serde_json::Value =
            serde_json::from_slice(&printed).map_err(|error| format!("cargo metadata: {error}"))?;
        let folder = metadata["target_directory"].as_str().ok_or("cargo metadata names no target folder")?;
        Ok(folder.into())
    }

    /// Where the logs of a run are kept.
    pub fn log(&self, name: &str) -> PathBuf {
        self.root.join("target").join("xtask").join(format!("{}.log", name.replace([' ', ','], "-")))
    }

    /// A command that runs in the project folder with the project's tools on its PATH.
    pub fn command(&self, program: impl Into<OsString>) -> Outcome<Command> {
        let mut folders = vec![self.bin(), self.node_bin()];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path =
            std::env::join_paths(folders).map_err(|error| format!("the PATH cannot be used: {error}"))?;
        let mut command = Command::new(program.into());
        command.current_dir(&self.root).env("PATH", path);
        Ok(command)
    }

    /// A cargo command.
    pub fn cargo(&self, arguments: &[&str]) -> Outcome<Command> {
        let mut command = self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))?;
        command.args(arguments);
        Ok(command)
    }

    /// Makes sure that Rust can compile to wasm.
    pub fn wasm_target(&self) -> Outcome {
        let target = "wasm32-unknown-unknown";
        let libraries =
            output_of("rustc", &["--print", "target-libdir", "--target", target]).unwrap_or_default();
        if Path::new(libraries.trim()).is_dir() {
            return Ok(());
        }
        let rustup = program_on_path("rustup")
            .ok_or("Rust's wasm target is missing and there is no rustup: install Rust with rustup, https://rustup.rs")?;
        let mut command = self.command(rustup)?;
        command.args(["target", "add", target]);
        self.install("Rust's wasm target", command)
    }

    /// Makes sure of Trunk.
    pub fn trunk(&self) -> Outcome<PathBuf> {
        let suitable = |version: &[u32]| version.get(..2).is_some_and(|start| start >= &TRUNK_AT_LEAST);
        // Its own lock file keeps it as its makers tested it.
        let install = || self.cargo_install("trunk", TRUNK, &["--locked", "--no-default-features"]);
        self.find_or_install("trunk", &self.bin(), suitable, install)
    }

    /// Makes sure of wasm-bindgen and its test runner, in the version that the program is linked to.
    pub fn wasm_bindgen(&self) -> Outcome<PathBuf> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock"))
            .map_err(|error| format!("Cargo.lock: {error}"))?;
        let wanted = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
        let suitable = |version: &[u32]| version == numbers(wanted);
        let install = || self.cargo_install("wasm-bindgen-cli", wanted, &["--no-default-features"]);
        self.find_or_install("wasm-bindgen-test-runner", &self.bin(), suitable, install)?;
        let program = self.find_or_install("wasm-bindgen", &self.bin(), suitable, install)?;
        // What compiling the tools has left.
        let build = self.root.join(".tools").join("build");
        if build.exists() {
            fs::remove_dir_all(&build)
                .map_err(|error| format!("cannot remove {}: {error}", build.display()))?;
        }
        Ok(program)
    }

    /// Makes sure of cargo-deny.
    pub fn cargo_deny(&self) -> Outcome<PathBuf> {
        let suitable = |version: &[u32]| version.get(..2).is_some_and(|start| start >= &CARGO_DENY_AT_LEAST);
        let install = || self.cargo_install("cargo-deny", CARGO_DENY, &["--locked"]);
        self.find_or_install("cargo-deny", &self.bin(), suitable, install)
    }

    /// Makes sure of wasm-opt.
    pub fn wasm_opt(&self) -> Outcome<PathBuf> {
        let suitable = |version: &[u32]| version.first().is_some_and(|major| *major >= WASM_OPT_AT_LEAST);
        self.find_or_install("wasm-opt", &self.node_bin(), suitable, || {
            self.npm_install("node", NPM_PACKAGES)
        })
    }

    /// Makes sure of TypeScript's compiler, and returns its script.
    pub fn typescript(&self) -> Outcome<PathBuf> {
        self.node()?;
        Ok(self.node_folder().join("node_modules").join("typescript").join("bin").join("tsc"))
    }

    /// Makes sure of esbuild.
    pub fn esbuild(&self) -> Outcome<PathBuf> {
        let wanted = pinned(NPM_PACKAGES, "esbuild").map(numbers);
        let suitable = |version: &[u32]| Some(version) == wanted.as_deref();
        self.find_or_install("esbuild", &self.node_bin(), suitable, || self.npm_install("node", NPM_PACKAGES))
    }

    /// Makes sure of Node and the packages of the end-to-end tests.
    pub fn node(&self) -> Outcome<PathBuf> {
        let (node, _) = self.node_and_npm()?;
        let installed = |name: &str| {
            let manifest = self.node_folder().join("node_modules").join(name).join("package.json");
            fs::read_to_string(manifest).ok().and_then(|text| pinned(&text, "version").map(str::to_owned))
        };
        for package in [
            "playwright-core",
            "puppeteer-core",
            "axe-core",
            "typescript",
            "parse5",
            "@mdx-js/mdx",
            "markdown-it",
            "sanitize-html",
        ] {
            if installed(package).as_deref() != pinned(NPM_PACKAGES, package) {
                self.npm_install("node", NPM_PACKAGES)?;
                break;
            }
        }
        Ok(node)
    }

    /// Makes sure of the packages that a benchmark measures, in `.tools/bench`.
    pub fn bench_packages(&self, manifest: &str) -> Outcome {
        let installed = self.root.join(".tools").join("bench").join("package.json");
        let modules = self.root.join(".tools").join("bench").join("node_modules");
        if modules.is_dir() && fs::read_to_string(installed).is_ok_and(|text| text == manifest) {
            return Ok(());
        }
        self.npm_install("bench", manifest)
    }

    /// Makes sure of a Chromium or Chrome, and of the driver that belongs to it.
    pub fn browser(&self) -> Outcome<Browser> {
        if let (Some(chrome), Some(driver)) = (find_chrome(), find_chromedriver()) {
            return Browser::new(chrome, driver);
        }
        if can_apt() {
            self.apt_install("Chromium", &["chromium", "chromium-driver"])?;
        }
        let chrome = find_chrome().ok_or(
            "no Chromium or Chrome found: install one (Debian: apt-get install chromium; macOS: brew install \
             --cask google-chrome; Windows: winget install Google.Chrome) or set CHROME to its path",
        )?;
        let driver = find_chromedriver().ok_or(
            "no chromedriver found: install the one of your Chrome's version (Debian: apt-get install \
             chromium-driver; elsewhere: npx @puppeteer/browsers install chromedriver@stable) and put it on the \
             PATH or set CHROMEDRIVER to its path",
        )?;
        Browser::new(chrome, driver)
    }

    /// Makes sure of a Firefox.
    pub fn firefox(&self) -> Outcome<PathBuf> {
        if find_firefox().is_none() && can_apt() {
            self.apt_install("Firefox", &["firefox-esr"])?;
        }
        find_firefox().ok_or_else(|| {
            "no Firefox found: install one (Debian: apt-get install firefox-esr; macOS: brew install --cask firefox; \
             Windows: winget install Mozilla.Firefox) or set FIREFOX to its path"
                .into()
        })
    }

    /// The driver of a WebKit, where one can be had: only Linux packages it
    /// apart from Apple's systems. An error says why there is none.
    pub fn webkit(&self) -> Outcome<WebKit> {
        if WebKit::find().is_none() && can_apt() {
            self.apt_install("WebKit", &["webkit2gtk-driver", "xvfb"])?;
        }
        WebKit::find().ok_or_else(|| {
            if cfg!(target_os = "linux") {
                "install WebKitWebDriver and Xvfb to test it (Debian: apt-get install webkit2gtk-driver xvfb)"
                    .into()
            } else {
                "WebKitGTK, which the tests drive, is there on Linux alone".into()
            }
        })
    }

    /// The programs that pictures are opened in, where they can be had. Of each
    /// that is missing, a sentence that says so.
    pub fn renderers(&self) -> Vec<String> {
        self.debian_programs(&RENDERERS, "programs that open pictures", "Pictures are not opened in")
    }

    /// The programs that snippets are published with, likewise, and the code of
    /// WordPress, in `.tools/wordpress`.
    pub fn publishers(&self) -> Vec<String> {
        let mut missing =
            self.debian_programs(&PUBLISHERS, "programs that publish", "Snippets are not published with");
        if let Err(reason) = self.wordpress() {
            missing.push(format!("Snippets are not published with WordPress here: {reason}"));
        }
        missing
    }

    /// Programs from Debian's packages; a sentence of each that is missing, which begins with `without`.
    fn debian_programs(&self, programs: &[(&str, &str, &str)], what: &str, without: &str) -> Vec<String> {
        let missing = || programs.iter().filter(|(program, ..)| program_on_path(program).is_none());
        if can_apt() {
            let packages: Vec<&str> = missing().map(|(_, package, _)| *package).collect();
            if !packages.is_empty() {
                // What is missing after that is told below.
                let _ = self.apt_install(what, &packages);
            }
        }
        let words = |(program, package, name): &(&str, &str, &str)| {
            format!("{without} {name} here: there is no {program} (Debian: apt-get install {package})")
        };
        missing().map(words).collect()
    }

    /// Unpacks Debian's WordPress. Installed, it would bring a web server and start it.
    fn wordpress(&self) -> Outcome {
        let folder = self.root.join(".tools").join("wordpress");
        if folder.join("usr").is_dir() {
            return Ok(());
        }
        if !can_apt() {
            return Err("its code is taken from Debian's package, wordpress".into());
        }
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        let mut download = self.command("apt-get")?;
        download.current_dir(&folder).args(["download", "wordpress"]);
        self.install("WordPress's code", download)?;
        let mut unpack = self.command("sh")?;
        unpack.current_dir(&folder).args(["-c", "dpkg-deb --extract wordpress_*.deb ."]);
        self.install("WordPress's code, unpacked", unpack)
    }

    fn bin(&self) -> PathBuf {
        self.root.join(".tools").join("bin")
    }

    fn node_folder(&self) -> PathBuf {
        self.root.join(".tools").join("node")
    }

    fn node_bin(&self) -> PathBuf {
        self.node_folder().join("node_modules").join(".bin")
    }

    /// Our own copy comes first on the PATH of all commands, so when there is
    /// one it must be right or be replaced; else a suitable one elsewhere will do.
    fn find_or_install(
        &self,
        name: &str,
        folder: &Path,
        suitable: impl Fn(&[u32]) -> bool,
        install: impl Fn() -> Outcome,
    ) -> Outcome<PathBuf> {
        let own = || program_in(folder, name);
        let is_suitable = |program: &PathBuf| {
            output_of(program, &["--version"]).is_some_and(|printed| suitable(&numbers(&printed)))
        };
        let found = own().or_else(|| program_on_path(name)).filter(is_suitable);
        if let Some(program) = found {
            return Ok(program);
        }
        install()?;
        own().filter(is_suitable).ok_or_else(|| format!("{name} was installed but does not run"))
    }

    /// Compiles a tool into `.tools/bin`. Those that need no network are built
    /// without what speaks TLS: that alone is a third of the time.
    fn cargo_install(&self, package: &str, version: &str, options: &[&str]) -> Outcome {
        let mut command =
            self.cargo(&["install", "--force", "--root", ".tools", package, "--version", version])?;
        command.args(options);
        // These run for seconds: compiling them should not take minutes longer to make them faster.
        command.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
            // What two tools are made of is compiled once.
            ("CARGO_TARGET_DIR", ".tools/build"),
        ]);
        self.install(&format!("{package} {version} (a few minutes)"), command)
    }

    /// Installs exactly the packages of a manifest into a folder of `.tools/`.
    fn npm_install(&self, folder: &str, manifest: &str) -> Outcome {
        let (_, npm) = self.node_and_npm()?;
        let folder = self.root.join(".tools").join(folder);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join("package.json"), manifest))
            .map_err(|error| format!("cannot write {}: {error}", folder.display()))?;
        let mut command = self.command(npm)?;
        command.current_dir(folder).args(["install", "--no-package-lock", "--no-audit", "--no-fund"]);
        self.install("packages from npm", command)
    }

    fn node_and_npm(&self) -> Outcome<(PathBuf, PathBuf)> {
        let find = || Some((program_on_path("node")?, program_on_path("npm")?));
        if find().is_none() && can_apt() {
            self.apt_install("Node", &["nodejs", "npm"])?;
        }
        let (node, npm) = find().ok_or(
            "Node and npm are missing: install them (Debian: apt-get install nodejs npm; macOS: brew install node; \
             Windows: winget install OpenJS.NodeJS.LTS)",
        )?;
        let version = output_of(&node, &["--version"]).unwrap_or_default();
        if numbers(&version).first().is_none_or(|major| *major < NODE_AT_LEAST) {
            return Err(format!("Node {} is too old: install Node {NODE_AT_LEAST} or later", version.trim()));
        }
        Ok((node, npm))
    }

    fn apt_install(&self, what: &str, packages: &[&str]) -> Outcome {
        let apt_get = |arguments: &[&str]| -> Outcome<Command> {
            let mut command = self.command("apt-get")?;
            command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
            Ok(command)
        };
        self.install("Debian's list of packages", apt_get(&["update"])?)?;
        let arguments = [&["install", "--yes", "--no-install-recommends"], packages].concat();
        self.install(what, apt_get(&arguments)?)
    }

    fn install(&self, what: &str, mut command: Command) -> Outcome {
        println!("Installing {what}");
        let (succeeded, printed) = capture(&mut command, &self.log("install"))?;
        if succeeded { Ok(()) } else { Err(format!("could not install {what}:\n{printed}")) }
    }
}

fn can_apt() -> bool {
    program_on_path("apt-get").is_some() && output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}
