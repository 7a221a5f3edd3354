//! The browser of the tests and its driver.

use std::path::{Path, PathBuf};

use super::version::numbers;
use crate::process::{Outcome, output_of, program_in, program_on_path};

/// A browser and its driver.
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// Its chromedriver.
    pub driver: PathBuf,
}

impl Browser {
    /// Checks that the two belong together.
    pub fn new(chrome: PathBuf, driver: PathBuf) -> Outcome<Self> {
        // Windows' Chrome prints no version, hence no verdict without both.
        let major = |program: &PathBuf| {
            let printed = if cfg!(windows) { None } else { output_of(program, &["--version"]) };
            printed.and_then(|printed| numbers(&printed).first().copied())
        };
        match (major(&chrome), major(&driver)) {
            (Some(browser), Some(other)) if browser != other => Err(format!(
                "{} has version {browser}, but {} has version {other}: install the same versions, or set CHROME and \
                 CHROMEDRIVER to paths that belong together",
                chrome.display(),
                driver.display()
            )),
            _ => Ok(Self { chrome, driver }),
        }
    }
}

/// Chromium or Chrome: where `CHROME` says, on the PATH, or in the usual places.
pub fn find_chrome() -> Option<PathBuf> {
    const NAMES: [&str; 5] =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    const PLACES: [&str; 5] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files\Chromium\Application\chrome.exe",
    ];
    set_to_file("CHROME")
        .or_else(|| NAMES.into_iter().find_map(program_on_path))
        .or_else(|| PLACES.into_iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// The driver: where `CHROMEDRIVER` says, or on the PATH.
pub fn find_chromedriver() -> Option<PathBuf> {
    let name = "chromedriver";
    set_to_file("CHROMEDRIVER")
        // GitHub's machines keep it off the PATH, in this folder.
        .or_else(|| program_in(Path::new(&std::env::var_os("CHROMEWEBDRIVER")?), name))
        .or_else(|| program_on_path(name))
}

/// Firefox: where `FIREFOX` says, on the PATH, or in the usual places.
pub fn find_firefox() -> Option<PathBuf> {
    const NAMES: [&str; 2] = ["firefox", "firefox-esr"];
    const PLACES: [&str; 2] =
        ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];
    set_to_file("FIREFOX")
        .or_else(|| NAMES.into_iter().find_map(program_on_path))
        .or_else(|| PLACES.into_iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// What drives a WebKit without a screen.
pub struct WebKit {
    /// WebKitGTK's driver, which finds its browser by itself.
    pub driver: PathBuf,
}

impl WebKit {
    /// The driver: where `WEBKIT_DRIVER` says, or on the PATH, with a virtual screen beside it.
    pub fn find() -> Option<Self> {
        program_on_path("Xvfb")?;
        let driver = set_to_file("WEBKIT_DRIVER").or_else(|| program_on_path("WebKitWebDriver"))?;
        Some(Self { driver })
    }
}

fn set_to_file(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}
