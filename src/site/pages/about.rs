//! The page about the site.

use std::fs;

use super::super::page::Page;
use super::super::text;

/// The page about the site.
pub fn about() -> Page {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/about.md");
    let markdown = fs::read_to_string(file).unwrap_or_default();
    let text = text::to_html(&markdown, |_| None, |_| None).unwrap_or_default();
    Page {
        path: "about/".to_owned(),
        title: "About · What Survives".to_owned(),
        description: "How the models are made, where they come from, and what they are not.".to_owned(),
        place: None,
        body: format!("<div class=\"prose\"><h1>About</h1>\n{text}</div>"),
    }
}
