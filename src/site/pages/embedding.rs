//! The page about embedding: snippets for each platform.

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use super::super::share::{PLACES, Place};
use crate::simulators::ALL;

/// One place on the page about embedding.
fn part(place: &Place) -> Html {
    let Place { id, name, steps, tried } = *place;
    html! {
        <section data-snippets="">
            <h2 id={id}>{ name }</h2>
            <p>{ steps }</p>
            <p data-loss=""></p>
            <textarea rows="3" readonly={true} data-snippet={id} aria-label={format!("To copy: {name}")} />
            <p class="buttons">
                <button type="button" data-copy="">{ "Copy" }</button>
                if id == "rich" {
                    <button type="button" data-download="png">{ "Save the picture" }</button>
                }
            </p>
            <p class="tried">{ "Tried: " }{ tried }</p>
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
            <nav class="places" aria-label="Where does it go?">
                { for PLACES.iter().map(|place| html! { <>
                    <a href={format!("#{}", place.id)}>{ place.name }</a>{ " · " }
                </> }) }
                <a href="./module/">{ "Notebooks" }</a>
            </nav>
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
                <p data-asked=""></p>
                <div data-preview=""></div>
                { for PLACES.iter().map(part) }
            </div>
            <h2>{ "What readers see elsewhere" }</h2>
            <p>{ "Feeds and mail show no frames and run no scripts: there a snippet is its picture with a link. A picture shows a page’s first figure at the page’s own numbers. If you share other numbers or another figure, the snippet has words and a link in its place, so that nobody sees one thing and opens another. An archive of your post keeps these, too." }</p>
            <h2>{ "What an address can say" }</h2>
            <p>{ "After “?” come parameters as on the full page, such as reveal=0.02 or a range, reveal=0.001~0.05, and these, joined by “&”:" }</p>
            <table>
                <thead><tr><th>{ "Key" }</th><th>{ "What it does" }</th></tr></thead>
                <tbody>{ for KEYS.map(|(key, words)| html! { <tr><td><code>{ key }</code></td><td>{ words }</td></tr> }) }</tbody>
            </table>
            <h2>{ "Sentences and scripts" }</h2>
            <p>
                { "The element takes the same as attributes. In the text around it, " }<code>{ "<what-value parameter=\"reveal\">1 %</what-value>" }</code>
                { " is a number that moves the figure, and with readout=\"…\" or claim=\"…\" it says what the figure says; what stands inside is for places where scripts do not run. Whenever something changes, the element fires what-survives:change; its detail says who changed it (by), the state (query) and everything in words (values). Types are in " }
                <a href="./embed.d.ts">{ "embed.d.ts" }</a>{ "." }
            </p>
            <p>{ "If you serve a copy of this site yourself: the element and the module need the header Access-Control-Allow-Origin: *, without which a browser shows the picture in their place; plain frames and the files under single/ do not." }</p>
            <h2>{ "For notebooks" }</h2>
            <p>{ "The models are a JavaScript module, too: see the " }<a href="./module/">{ "example" }</a>{ "." }</p>
        </div>
    };
    Page {
        path: "embed/".to_owned(),
        title: "Embed · What Survives".to_owned(),
        description:
            "How to put a live figure into a post: on LessWrong, WordPress, Ghost, Hugo, or any page."
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
