//! A page: its address, its title, its content.

use std::path::PathBuf;

/// One page of the site.
pub struct Page {
    /// Its address below the site's root: empty, `about/`, or `404.html`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one or two sentences.
    pub description: String,
    /// The simulator and preset that the program opens, `id/preset`, if there
    /// is anything for it to take over.
    pub place: Option<String>,
    /// Its content, as HTML; `./` in it is the root of the site.
    pub body: String,
}

impl Page {
    /// The file it is written to.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        if self.path.ends_with(".html") {
            self.path.clone().into()
        } else {
            format!("{}index.html", self.path).into()
        }
    }

    /// How many folders it lies below the root.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// The page itself, if this is the embed of one: its path.
    #[must_use]
    pub fn embedded(&self) -> Option<&str> {
        self.path.strip_prefix("e/")
    }

    /// Whether a server shows it at any address.
    #[must_use]
    pub fn is_anywhere(&self) -> bool {
        self.path == "404.html"
    }
}
