//! Sharing: the dialog of a simulator's page, the page about embedding, and
//! the JavaScript module with its types and its example.
//!
//! What stands here is the frame; `www/js/share.js` fills in the addresses.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use yew::prelude::*;

use super::Page;
use super::bundle::fingerprint;
use super::render::to_text;
use crate::export::VERSION;
use crate::params::{Scale, Values};
use crate::simulator::{AnySimulator, Preset, Run};
use crate::simulators::ALL;

const OPEN: &str = include_str!("../../www/js/open.js");
const SCRIPT: &str = include_str!("../../www/js/share.js");
const STYLE: &str = include_str!("../../www/css/share.css");
const MODULE: &str = include_str!("../../www/js/module.js");
const EXAMPLE: &str = include_str!("../../www/js/example.js");

/// The name of a file without its ending, which changes with the content.
fn name(of: &str, content: &str) -> String {
    format!("{of}-{}", fingerprint(content))
}

/// The scripts and the style: names and contents.
pub fn assets() -> [(String, &'static str); 4] {
    [("open", "js", OPEN), ("share", "js", SCRIPT), ("example", "js", EXAMPLE), ("share", "css", STYLE)]
        .map(|(of, kind, content)| (format!("{}.{kind}", name(of, content)), content))
}

/// What a page needs in its head for this, if it needs something.
pub fn head(page: &Page) -> String {
    let [open, share, example, style] = assets().map(|(name, _)| name);
    let needs = |mark| page.body.contains(mark);
    let script = |file: &str| format!("<script type=\"module\" src=\"./{file}\"></script>\n");
    match () {
        () if needs("data-share=") => script(&open),
        () if needs("data-sharing=") => {
            format!("<link rel=\"stylesheet\" href=\"./{style}\">\n{}", script(&share))
        }
        () if needs("data-example=") => script(&example),
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

/// The button that opens the dialog.
pub fn button() -> Html {
    html! {
        <div class="sharing">
            <button type="button" data-share={format!("./{}", name("share", SCRIPT))}
                data-style={format!("./{}", name("share", STYLE))} data-instead="./embed/">
                { "Share, embed, cite, download" }
            </button>
        </div>
    }
}

/// The button below a table, which shows a few rows, for all of its points.
pub fn points_button() -> Html {
    html! { <p class="points"><button type="button" data-points="">{ "Download all points, CSV" }</button></p> }
}

/// The dialog of a simulator's page.
pub fn dialog(simulator: &dyn AnySimulator, preset: Option<&Preset>, run: &Run) -> Html {
    let info = simulator.info();
    let place = preset.map_or(info.id.to_owned(), |preset| format!("{}/{}", info.id, preset.id));
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
            <div class="share" data-sharing="./" data-place={place} data-title={info.question}
                data-query={preset.map(|preset| preset.query)}>
                <div class="top">
                    <h2 id="share-title">{ "Share what you see" }</h2>
                    <button type="button" data-close="">{ "Close" }</button>
                </div>
                <div class="choices">
                    <label>{ "What you need" }
                        <select name="kind">{ group("Send") }{ group("Embed") }{ group("Cite") }</select>
                    </label>
                    <label>{ "Figure" }
                        <select name="figure" data-first={run.figures[0].id}>
                            { for run.figures.iter().enumerate().map(|(at, figure)| html! {
                                <option value={if at == 0 { "" } else { figure.id }}>{ figure.title }</option>
                            }) }
                        </select>
                    </label>
                </div>
                <div data-snippets="">
                    <textarea rows="4" readonly={true} aria-label="To copy" />
                    <p class="buttons"><button type="button" data-copy="">{ "Copy" }</button></p>
                </div>
                <p role="status"></p>
                <div data-preview=""></div>
                <h3>{ "Download" }</h3>
                <div class="buttons">
                    { for [("svg", "Figure, SVG"), ("png", "Figure, PNG"), ("csv", "Points, CSV"), ("json", "Everything, JSON")].map(|(kind, words)| html! {
                        <button type="button" data-download={kind}>{ words }</button>
                    }) }
                </div>
                <p>
                    { "For an archive, or a place that allows nothing from elsewhere: " }
                    <code>{ format!("cargo xtask build --single {}", info.id) }</code>
                    { " in the source makes one file of this page that works offline and for good." }
                </p>
                <p><a href="./embed/">{ "How to embed, step by step" }</a></p>
            </div>
        </dialog>
    }
}

/// One platform on the page about embedding.
fn platform(title: &'static str, kind: &'static str, steps: &'static str) -> Html {
    html! {
        <section data-snippets="">
            <h2 id={kind}>{ title }</h2>
            <p>{ steps }</p>
            <textarea rows="3" readonly={true} data-snippet={kind} aria-label={format!("Snippet: {title}")} />
            <p class="buttons"><button type="button" data-copy="">{ "Copy" }</button></p>
        </section>
    }
}

/// The page about embedding.
pub fn embedding() -> Page {
    let places = ALL.iter().flat_map(|simulator| {
        let info = simulator.info();
        let all = (info.id.to_owned(), info.question.to_owned(), "");
        let presets = simulator.presets().iter().map(move |preset| {
            (
                format!("{}/{}", info.id, preset.id),
                format!("{} · {}", info.question, preset.name),
                preset.query,
            )
        });
        std::iter::once(all).chain(presets)
    });
    let figures = ALL.iter().flat_map(|simulator| {
        let figures = simulator.run(&Values::defaults(simulator.specs())).figures;
        figures.into_iter().skip(1).map(|figure| (simulator.info().id, figure.id, figure.title))
    });
    let body = html! {
        <div class="prose">
            <h1>{ "Put a figure into your post" }</h1>
            <p class="dek">{ "Choose a figure, copy a snippet, paste it. The figure loads fast, works without cookies and never tracks your readers." }</p>
            <noscript><p>{ "This page fills in the snippets with a script. Without it: take the address of any page of a simulator and put “e/” before the simulator’s name; that is the address for a frame." }</p></noscript>
            <div class="share" data-sharing="./">
                <div class="choices">
                    <label>{ "Page" }
                        <select name="page">{ for places.map(|(place, title, query)| html! {
                            <option data-place={place} data-title={title.clone()} data-query={query}>{ title }</option>
                        }) }</select>
                    </label>
                    <label>{ "Figure" }
                        <select name="figure">
                            <option value="">{ "The first one" }</option>
                            { for figures.map(|(simulator, id, title)| html! { <option value={id} data-of={simulator}>{ title }</option> }) }
                        </select>
                    </label>
                    <label>{ "Theme" }
                        <select name="theme">
                            <option value="">{ "As the reader’s system" }</option>
                            <option value="light">{ "Light" }</option>
                            <option value="dark">{ "Dark" }</option>
                        </select>
                    </label>
                    <label>{ "Height" }
                        <select name="height">
                            <option value="">{ "Normal (480 px)" }</option>
                            <option value="compact">{ "Compact (360 px)" }</option>
                            <option value="full">{ "Full (640 px)" }</option>
                        </select>
                    </label>
                </div>
                <p role="status"></p>
                <div data-preview=""></div>
                { platform("LessWrong and the Alignment Forum", "widget", "In the editor choose “Custom Widget” and paste this. The widget grows with its content; readers by mail see the picture.") }
                { platform("WordPress and Ghost", "address", "Paste the address on a line of its own.") }
                { platform("Hugo, Jekyll, Quarto, Observable, any HTML: a frame", "iframe", "Paste this where the figure should stand. Nothing else is needed.") }
                { platform("Any HTML: a script and an element", "element", "The height follows the content; attributes are parameters, and can be changed by scripts. The element fires “what-survives:change” with the state when the reader changes it. What stands in the element is shown where scripts do not run.") }
                { platform("Substack, Medium, mail", "markdown", "These take no frames: paste the picture with its link.") }
                { platform("Notion, Discourse, chats", "link", "Paste the link; they make a card of it. A forum on Discourse may first need the administrator’s permission for frames.") }
            </div>
            <h2>{ "What an address can say" }</h2>
            <p>{ "After “?” come parameters as on the full page, such as reveal=0.02, and these, joined by “&”:" }</p>
            <table>
                <thead><tr><th>{ "Key" }</th><th>{ "What it does" }</th></tr></thead>
                <tbody>{ for KEYS.map(|(key, words)| html! { <tr><td><code>{ key }</code></td><td>{ words }</td></tr> }) }</tbody>
            </table>
            <h2>{ "For notebooks" }</h2>
            <p>{ "The models are a JavaScript module, too: see the " }<a href="./module/">{ "example" }</a>{ "." }</p>
        </div>
    };
    Page {
        path: "embed/".to_owned(),
        title: "Embed · What Survives".to_owned(),
        description: "How to put a live figure into a post: on LessWrong, WordPress, Ghost, or any page."
            .to_owned(),
        place: None,
        body: to_text(body),
    }
}

/// What the address of an embed can say beside parameters.
const KEYS: [(&str, &str); 6] = [
    ("claim=soon-extinct", "Shows this claim with its verdict, and where it holds on the sliders."),
    ("figure=patience", "Shows another figure of the simulator than the first."),
    ("show=reveal,horizon", "Offers these controls, in this order, and no others."),
    ("hide=slip", "Offers all controls but these."),
    ("theme=light", "Light or dark; “auto” follows the reader’s system."),
    (
        "height=compact",
        "For frames of 360 px; “normal” for 480, “full” for 640. Without it the frame’s height decides.",
    ),
];

/// The page that shows the module at work.
pub fn example() -> Page {
    let body = html! {
        <div class="prose">
            <h1>{ "The models in a notebook" }</h1>
            <p class="dek">{ "The same models, compiled as a JavaScript module, for Observable, Quarto, or a page of your own." }</p>
            <pre tabindex="0"><code>{ EXAMPLE.trim_end() }</code></pre>
            <p>
                <code>{ "list()" }</code>{ " tells what there is, " }<code>{ "simulate(id, parameters)" }</code>{ " gives parameters, notices, readouts, claims and all points, " }
                <code>{ "figure(id, figure, parameters)" }</code>{ " an SVG, and " }
                <code>{ "csv" }</code>{ ", " }<code>{ "markdown" }</code>{ ", " }<code>{ "bibtex" }</code>{ " and " }<code>{ "citation" }</code>{ " what their names say. Types are in " }
                <a href="./what-survives.d.ts">{ "what-survives.d.ts" }</a>{ "." }
            </p>
            <p>{ "What it gives here, now:" }</p>
            <div data-example="./" class="example" role="status"></div>
            <noscript><p>{ "The example needs JavaScript." }</p></noscript>
        </div>
    };
    Page {
        path: "module/".to_owned(),
        title: "JavaScript module · What Survives".to_owned(),
        description: "The models as a JavaScript module for notebooks, with types and an example.".to_owned(),
        place: None,
        body: to_text(body),
    }
}

/// Writes the module: its own script under a name that never changes, what it
/// loads under names that change with the content, and its types.
pub fn write_module(module: &Path, out: &Path) -> io::Result<()> {
    let glue = fs::read_to_string(module.join("module.js"))?;
    let wasm = fs::read(module.join("module_bg.wasm"))?;
    let print = fingerprint(&format!("{glue}{}", wasm.escape_ascii()));
    fs::write(out.join(format!("module-{print}.js")), glue)?;
    fs::write(out.join(format!("module-{print}_bg.wasm")), wasm)?;
    fs::write(out.join("what-survives.js"), MODULE.replace("MODULE", &format!("module-{print}")))?;
    fs::write(out.join("what-survives.d.ts"), types())
}

/// The types of the module, made from the parameters.
#[must_use]
pub fn types() -> String {
    let mut text =
        format!("// What Survives {VERSION}: types of what-survives.js, made from the models.\n\n");
    let mut table = String::new();
    for simulator in ALL {
        let info = simulator.info();
        let name: String = info.id.split('-').map(capitalised).collect();
        let _ = writeln!(table, "  \"{}\": {name}Parameters;", info.id);
        let _ = writeln!(text, "/** {} */\nexport interface {name}Parameters {{", info.question);
        for spec in simulator.specs() {
            let kind = match spec.scale {
                Scale::Flag => "boolean".to_owned(),
                Scale::Text { .. } => "string".to_owned(),
                Scale::Choice(choices) => {
                    let ids: Vec<String> =
                        choices.iter().map(|choice| format!("\"{}\"", choice.id)).collect();
                    ids.join(" | ")
                }
                _ => "number".to_owned(),
            };
            let range = match spec.scale {
                Scale::Flag | Scale::Text { .. } | Scale::Choice(_) => String::new(),
                _ => format!(" From {} to {}.", spec.text(spec.min()), spec.text(spec.max())),
            };
            let help = spec.help.replace("*/", "");
            let _ = writeln!(text, "  /** {}. {help}{range} */\n  {}?: {kind};", spec.label, spec.id);
        }
        text.push_str("}\n\n");
    }
    let _ = write!(
        text,
        "/** The parameters of each simulator. */\nexport interface Simulators {{\n{table}}}\n\n"
    );
    text.push_str(include_str!("../../www/js/module.d.ts"));
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
