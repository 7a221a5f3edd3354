//! What embeds have in place of the scripts and styles of the site's own pages.
//!
//! The program is not loaded with the page: `www/js/frame.js` fetches it when
//! somebody is likely to want it.

use std::io;

use super::base::Base;
use super::html::{escape, fingerprint, put, take_elements};

/// Makes the frames of embeds on an author's page.
pub const ELEMENT: &str = include_str!("../../www/embed.js");

const SCRIPT: &str = include_str!("../../www/js/frame.js");
const STYLE: &str = include_str!("../../www/css/embed.css");

/// Where the element finds the site, if the build does not know it.
const HERE: &str = "new URL(\".\", import.meta.url)";

/// The files of all embeds: names and contents.
pub fn assets(style: &str, base: &Base) -> io::Result<[(String, String); 3]> {
    let [style, script] = named(style);
    // Authors name this one: it never changes its address. A copy of it, as in
    // what a bundler makes, is not where the site is, if that is known.
    let element = match base.url("") {
        Some(home) => put(ELEMENT, HERE, &format!("new URL(\"{home}\")"))?,
        None => ELEMENT.to_owned(),
    };
    Ok([style, script, ("embed.js".to_owned(), element)])
}

/// The files that every embed names.
fn named(style: &str) -> [(String, String); 2] {
    let style = format!("{style}{STYLE}");
    [
        (format!("embed-{}.css", fingerprint(&style)), style),
        (format!("frame-{}.js", fingerprint(SCRIPT)), SCRIPT.to_owned()),
    ]
}

/// What stands in the head of an embed in place of the page's own styles. The
/// picture takes what the rest leaves over, so nothing is shown before all is
/// there: it would move.
pub fn head(style: &str) -> String {
    let [(style, _), (script, _)] = named(style);
    format!(
        "<link rel=\"expect\" href=\"#source\" blocking=\"render\">\n\
         <link rel=\"stylesheet\" href=\"./{style}\">\n\
         <script src=\"./{script}\"></script>\n"
    )
}

/// Names the program without loading it.
pub fn program(place: &str, script: &str, wasm: &str, boot: &str) -> String {
    format!(
        "<meta name=\"what-survives\" content=\"{}\">\n\
         <link data-program=\"./{boot}\" data-rel=\"modulepreload\" href=\"./{script}\">\n\
         <link data-rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
        escape(place)
    )
}

/// Takes out of the template what belongs to the site's own pages: header,
/// footer, and the scripts that are not [`SCRIPT`].
pub fn strip(template: &mut String) {
    take_elements(template, "<script src=\"./theme", "</script>");
    take_elements(template, "<script src=\"./gestures", "</script>");
    take_elements(template, "<a class=\"skip\"", "</a>");
    take_elements(template, "<header class=\"site\"", "</header>");
    take_elements(template, "<footer class=\"site\"", "</footer>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_the_element_knows_the_site_where_the_build_does() {
        let element = |base| assets("", &Base::new(base)).expect("assets")[2].1.clone();
        assert!(element("https://example.org/m").contains("new URL(\"https://example.org/m/\")"));
        assert_eq!(element("/m/"), ELEMENT);
    }
}
