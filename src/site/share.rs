//! Sharing: the dialog of a simulator's page, and the scripts and the style of
//! all pages that share.
//!
//! What stands here is the frame; `www/js/share.js` fills in the addresses.

use std::sync::LazyLock;

use serde_json::Value;
use yew::prelude::*;

use super::html::fingerprint;
use super::page::Page;
use super::render::to_text;

const OPEN: &str = include_str!("../../www/js/open.js");
const SCRIPT: &str = include_str!("../../www/js/share.js");
const STYLE: &str = include_str!("../../www/css/share.css");
/// Shows the JavaScript module at work.
pub const EXAMPLE: &str = include_str!("../../www/js/example.js");

/// The name of a file without its ending, which changes with the content.
fn name(of: &str, content: &str) -> String {
    format!("{of}-{}", fingerprint(content))
}

/// The script with the dialog in it, which is fetched when it is opened.
static SHARE: LazyLock<String> = LazyLock::new(|| {
    let dialog = Value::from(to_text(dialog())).to_string();
    SCRIPT.replace("\"THE DIALOG\"", &dialog)
});

/// The scripts and the style: names and contents.
pub fn assets() -> [(String, &'static str); 4] {
    [("open", "js", OPEN), ("share", "js", &SHARE), ("example", "js", EXAMPLE), ("share", "css", STYLE)]
        .map(|(of, kind, content)| (format!("{}.{kind}", name(of, content)), content))
}

/// Whether a page has the button that opens the dialog.
pub fn is_shared(page: &Page) -> bool {
    page.body.contains("data-share=")
}

/// What a page needs in its head for this, if it needs something.
pub fn head(page: &Page) -> String {
    let [open, share, _, style] = assets().map(|(name, _)| name);
    let needs = |mark| page.body.contains(mark);
    let script = |file: &str| format!("<script type=\"module\" src=\"./{file}\"></script>\n");
    match () {
        () if is_shared(page) || needs("data-run=") => script(&open),
        () if needs("data-sharing=") => {
            format!("<link rel=\"stylesheet\" href=\"./{style}\">\n{}", script(&share))
        }
        () => String::new(),
    }
}

/// A place where a figure, or words about it, can go.
pub struct Place {
    /// The id of its snippet, and of its part on the page about embedding.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What to do there, in words that hold whatever is shared.
    pub steps: &'static str,
    /// What the steps were tried on, and when; or that they were not.
    pub tried: &'static str,
}

/// Where a figure can be published. People look for the name of what they
/// write with, not for the kind of markup that it takes.
pub const PLACES: [Place; 12] = [
    Place {
        id: "link",
        name: "A link: chats, Notion, Discourse",
        steps: "Paste the link. It opens the page at these numbers, and most places make a card of it; the card shows the page’s own numbers.",
        tried: "The card: with open-graph-scraper, unfurl.js and metascraper. Notion and Discourse were not tried.",
    },
    Place {
        id: "ghost",
        name: "Ghost",
        steps: "In the editor type /html for an HTML card, and paste this. (A pasted address becomes a link card: Ghost shows live figures only of sites on a list of its own.)",
        tried: "Ghost 6.65.0: its code for pasted addresses, and its theme with this snippet at 360 and 1,200 px. Its editor was not tried.",
    },
    Place {
        id: "wordpress",
        name: "WordPress, as its administrator or editor",
        steps: "Add a “Custom HTML” block and paste this. WordPress takes the figure out of posts by authors and contributors, and on a network of sites of everybody but the super admin: their way is the address, see below.",
        tried: "WordPress 6.1.9 from Debian, and 6.7 (alpha), both editors; what is taken out again on 2026-11-26 with 6.1.9. WordPress.com was not tried.",
    },
    Place {
        id: "address",
        name: "WordPress, as an author: the address",
        steps: "Paste the address on a line of its own. WordPress asks the page for its figure, and gets it at the page’s own numbers.",
        tried: "WordPress 6.1.9 from Debian, on 2026-11-26: its code that finds, fetches and filters what a page offers. WordPress.com was not tried.",
    },
    Place {
        id: "hugo",
        name: "Hugo",
        steps: "Once: make a file layouts/shortcodes/what-survives.html with {{ .Inner }} in it, and nothing else. Then paste this into a post. Without it Hugo leaves HTML out of posts, and says nothing.",
        tried: "Hugo 0.111.3, on 2026-11-26.",
    },
    Place {
        id: "element",
        name: "Jekyll, Quarto, Observable, any HTML",
        steps: "Paste this where the figure should stand. Its height follows what is in it.",
        tried: "Jekyll 4.3.1, on 2026-11-26; before that MkDocs 1.6.1, Sphinx 9.0.4 with MyST, Astro 5. Quarto and Observable were not tried.",
    },
    Place {
        id: "mdx",
        name: "Docusaurus, MDX",
        steps: "Once: put the script that the first line names into the head of the site. (A page that is reached by a click runs no script of its own.) Then paste this.",
        tried: "MDX 3.1.1 and Docusaurus 3.10.2, on 2026-11-26.",
    },
    Place {
        id: "widget",
        name: "LessWrong, Alignment Forum",
        steps: "In the editor choose “Custom Widget” and paste this. The widget grows with what is in it; readers by mail see the picture or the link.",
        tried: "What these sites do with widgets, rebuilt from their public code, at 340 and 700 px. The sites themselves were not tried.",
    },
    Place {
        id: "rich",
        name: "Substack, Medium, mail",
        steps: "These take no live figures. Copy this and paste it into the editor: it arrives as a picture and words with a link.",
        tried: "An editor of rich text in Chromium, on 2026-11-26. Substack, Medium and mail programs were not tried; if the picture does not arrive, save it and upload it.",
    },
    Place {
        id: "markdown",
        name: "Markdown without HTML",
        steps: "A picture or words with a link, for GitHub, Reddit and their like.",
        tried: "markdown-it 15, on 2026-11-26. GitHub and Reddit were not tried.",
    },
    Place {
        id: "iframe",
        name: "HTML without scripts: a frame",
        steps: "For places that take frames and no scripts. The height stays as it is; the link below it is for feeds and mail, which show no frames.",
        tried: "In posts of Ghost 6.65.0, WordPress 6.1.9 as administrator, Jekyll 4.3.1, JupyterLab 4.6.6 and marimo 0.25.2.",
    },
    Place {
        id: "sentence",
        name: "A sentence whose numbers follow the figure",
        steps: "Paste it below the figure, as HTML. Its numbers follow the nearest figure above it, and one of them can be dragged. It needs the script of the figure’s snippet; without it, in feeds and in mail, it says the numbers that you see now.",
        tried: "An article in HTML, in Chromium, on 2026-11-26.",
    },
];

/// What else can be copied: id and name.
const CITATIONS: [(&str, &str); 3] =
    [("citation", "Citation"), ("bibtex", "BibTeX"), ("table", "Numbers as a table, in Markdown")];

/// What can be downloaded: its kind, and the words of its button.
const FILES: [(&str, &str); 5] = [
    ("svg", "Figure, SVG"),
    ("png", "Figure, PNG"),
    ("csv", "Points, CSV"),
    ("semicolon", "Points, CSV with 0,5"),
    ("json", "Everything, JSON"),
];

/// The button that runs the example of the module, which weighs more than any page.
pub fn run_button() -> Html {
    html! { <p class="buttons"><button type="button" class="chip" data-run={format!("./{}", name("example", EXAMPLE))}>{ "Run it here" }</button></p> }
}

/// The button that opens the dialog.
pub fn button() -> Html {
    html! {
        <div class="sharing">
            <button type="button" data-share={format!("./{}", name("share", &SHARE))}
                data-style={format!("./{}", name("share", STYLE))}>
                { "Share, embed, cite, download" }
            </button>
        </div>
    }
}

/// The button below a table, which shows a few rows, for all of its points.
pub fn points_button() -> Html {
    html! { <p class="points"><button type="button" data-points="">{ "Download all points, CSV" }</button></p> }
}

/// The dialog of simulators' pages. Its script knows the page.
fn dialog() -> Html {
    html! {
        <dialog class="share-dialog" aria-labelledby="share-title">
            <div class="share" data-sharing="">
                <div class="top">
                    <h2 id="share-title">{ "Share what you see" }</h2>
                    <button type="button" data-close="">{ "Close" }</button>
                </div>
                <div class="choices">
                    <label>{ "Where does it go?" }
                        <select name="kind">
                            { for PLACES.iter().map(|place| html! {
                                <option value={place.id} data-steps={place.steps}>{ place.name }</option>
                            }) }
                            <optgroup label="Cite">
                                { for CITATIONS.map(|(id, name)| html! { <option value={id}>{ name }</option> }) }
                            </optgroup>
                        </select>
                    </label>
                    <label>{ "Figure" }
                        <select name="figure"></select>
                    </label>
                </div>
                <p data-steps=""></p>
                <div data-snippets="">
                    <p data-loss=""></p>
                    <textarea rows="4" readonly={true} aria-label="To copy" />
                    <p class="buttons"><button type="button" data-copy="">{ "Copy" }</button></p>
                </div>
                <p role="status"></p>
                <div data-preview=""></div>
                <h3>{ "Download" }</h3>
                <label class="tick">
                    <input type="checkbox" name="words" checked={true} />
                    { "Write the title, the caption and where it is from into the picture" }
                </label>
                <div class="buttons">
                    { for FILES.map(|(kind, words)| html! {
                        <button type="button" data-download={kind}>{ words }</button>
                    }) }
                </div>
                <p>
                    { "Pictures are light, whatever the theme of this page. If your spreadsheet writes 0,5 and not 0.5, take the second CSV." }
                </p>
                <p>
                    { "For an archive, or a place that allows nothing from elsewhere: " }
                    <a data-single="" download="">{ "this page as one file" }</a>
                    { ", which works offline and for good." }
                </p>
                <p><a data-embedding="">{ "How to embed, step by step" }</a></p>
            </div>
        </dialog>
    }
}
