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

/// What a page needs in its head for this, if it needs something.
pub fn head(page: &Page) -> String {
    let [open, share, _, style] = assets().map(|(name, _)| name);
    let needs = |mark| page.body.contains(mark);
    let script = |file: &str| format!("<script type=\"module\" src=\"./{file}\"></script>\n");
    match () {
        () if needs("data-share=") || needs("data-run=") => script(&open),
        () if needs("data-sharing=") => {
            format!("<link rel=\"stylesheet\" href=\"./{style}\">\n{}", script(&share))
        }
        () => String::new(),
    }
}

/// The kinds of snippet: id, name, and where it is for.
const KINDS: [(&str, &str, &str); 9] = [
    ("link", "Link", "Send"),
    ("markdown", "Picture with link, in Markdown", "Send"),
    ("iframe", "Frame (HTML)", "Embed"),
    ("element", "Script and element (HTML)", "Embed"),
    ("widget", "Widget for LessWrong", "Embed"),
    ("address", "Address for WordPress or Ghost", "Embed"),
    ("citation", "Citation", "Cite"),
    ("bibtex", "BibTeX", "Cite"),
    ("table", "Numbers as a table, in Markdown", "Cite"),
];

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
    let group = |name: &'static str| {
        html! {
            <optgroup label={name}>
                { for KINDS.iter().filter(|kind| kind.2 == name).map(|(id, words, _)| html! {
                    <option value={*id}>{ *words }</option>
                }) }
            </optgroup>
        }
    };
    html! {
        <dialog class="share-dialog" aria-labelledby="share-title">
            <div class="share" data-sharing="">
                <div class="top">
                    <h2 id="share-title">{ "Share what you see" }</h2>
                    <button type="button" data-close="">{ "Close" }</button>
                </div>
                <div class="choices">
                    <label>{ "What you need" }
                        <select name="kind">{ group("Send") }{ group("Embed") }{ group("Cite") }</select>
                    </label>
                    <label>{ "Figure" }
                        <select name="figure"></select>
                    </label>
                </div>
                <div data-snippets="">
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
                    <code>{ "cargo xtask build --single " }<span data-simulator=""></span></code>
                    { " in the source makes one file of this page that works offline and for good." }
                </p>
                <p><a data-embedding="">{ "How to embed, step by step" }</a></p>
            </div>
        </dialog>
    }
}
