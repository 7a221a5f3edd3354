//! The page about embedding: snippets for each platform.

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use crate::simulators::ALL;

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
        let all = (info.id.to_owned(), info.question.to_owned(), String::new());
        let presets = simulator.presets().iter().map(move |preset| {
            (
                format!("{}/{}", info.id, preset.id),
                format!("{} · {}", info.question, preset.name),
                preset.query(),
            )
        });
        std::iter::once(all).chain(presets)
    });
    let figures = ALL.iter().flat_map(|simulator| {
        simulator.figures().into_iter().skip(1).map(|figure| (simulator.info().id, figure.id, figure.title))
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
    ("hide=gun", "Offers all controls but these."),
    ("theme=light", "Light or dark; “auto” follows the reader’s system."),
    (
        "height=compact",
        "For frames of 360 px; “normal” for 480, “full” for 640. Without it the frame’s height decides.",
    ),
];
