//! The page about the JavaScript module: its example, and its types.

use std::fmt::Write as _;

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use super::super::share::{EXAMPLE, run_button};
use crate::export::VERSION;
use crate::params::Scale;
use crate::simulators::ALL;

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
            <p>
                { "In a browser, import it from this site. Node imports from no address: copy " }
                <code>{ "what-survives.js" }</code>{ " and the two files that it names into a folder whose " }
                <code>{ "package.json" }</code>{ " says " }<code>{ "\"type\": \"module\"" }</code>{ ". A figure has its title, its caption and its source inside; " }
                <code>{ "figure(id, figure, parameters, { bare: true })" }</code>{ " leaves them out." }
            </p>
            { run_button() }
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
                Scale::Choice(choices) => {
                    let ids: Vec<String> =
                        choices.iter().map(|choice| format!("\"{}\"", choice.id)).collect();
                    ids.join(" | ")
                }
                _ => "number".to_owned(),
            };
            let range = match spec.scale {
                Scale::Flag | Scale::Choice(_) => String::new(),
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
    text.push_str(include_str!("../../../www/js/module.d.ts"));
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
