//! What embeds have in place of the scripts and styles of the site's own pages.
//!
//! The program is not loaded with the page: `www/js/frame.js` fetches it when
//! somebody is likely to want it.

use super::base::Base;
use super::html::{escape, fingerprint, take_elements};

/// Makes the frames of embeds on an author's page, and their sentences.
const ELEMENT: &str = include_str!("../../www/embed.js");
/// Its types, for those who write in TypeScript.
const TYPES: &str = include_str!("../../www/embed.d.ts");
/// What it says of the address of the site.
const UNKNOWN: &str = "const HOME = \"\";";

const SCRIPT: &str = include_str!("../../www/js/frame.js");
const STYLE: &str = include_str!("../../www/css/embed.css");

/// What authors name in their pages: the addresses of these files never change.
/// The script knows where the site is, if that is known, wherever it is copied to.
pub fn published(base: &Base) -> [(&'static str, String); 2] {
    let home = base.url("").unwrap_or_default();
    let element = ELEMENT.replacen(UNKNOWN, &format!("const HOME = \"{home}\";"), 1);
    [("embed.js", element), ("embed.d.ts", TYPES.to_owned())]
}

/// The files of all embeds: names and contents.
pub fn assets(style: &str) -> [(String, String); 2] {
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
    let [(style, _), (script, _)] = assets(style);
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
    use crate::simulators::ALL;

    #[test]
    fn the_element_knows_a_host_that_is_known() {
        let home = |base: &str| {
            published(&Base::new(base))[0]
                .1
                .lines()
                .find(|line| line.starts_with("const HOME"))
                .map(str::to_owned)
        };
        for unknown in ["", "/", "/models/"] {
            assert_eq!(home(unknown).as_deref(), Some(UNKNOWN), "{unknown}");
        }
        assert_eq!(
            home("https://example.org/m").as_deref(),
            Some("const HOME = \"https://example.org/m/\";")
        );
    }

    /// Authors write parameters as attributes, which HTML reads in lower case and
    /// which frameworks and the element itself have others of.
    #[test]
    fn every_parameter_can_be_an_attribute() {
        const TAKEN: &[&str] = &[
            "accesskey",
            "autocapitalize",
            "autofocus",
            "class",
            "claim",
            "contenteditable",
            "dir",
            "draggable",
            "enterkeyhint",
            "exportparts",
            "figure",
            "for",
            "guess",
            "height",
            "hidden",
            "hide",
            "id",
            "inert",
            "inputmode",
            "is",
            "itemid",
            "itemprop",
            "itemref",
            "itemscope",
            "itemtype",
            "key",
            "lang",
            "nonce",
            "part",
            "pin",
            "popover",
            "preset",
            "ref",
            "role",
            "show",
            "simulator",
            "slot",
            "spellcheck",
            "style",
            "tabindex",
            "theme",
            "title",
            "translate",
            "writingsuggestions",
        ];
        for simulator in ALL {
            for spec in simulator.specs() {
                for id in [spec.id, spec.former_id] {
                    let is_plain = id.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_'));
                    assert!(is_plain && !TAKEN.contains(&id), "{}: {id}", simulator.info().id);
                }
            }
        }
    }
}
