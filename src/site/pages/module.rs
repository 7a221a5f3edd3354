//! The page about the JavaScript module: its example, and its types.

use std::fmt::Write as _;

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use super::super::share::{EXAMPLE, run_button};
use crate::export::VERSION;
use crate::params::Scale;
use crate::simulators::ALL;

/// A place to use the models in.
struct Place {
    id: &'static str,
    name: &'static str,
    /// What is to be done, and whether that was tried.
    words: &'static str,
    code: &'static str,
}

/// The class that a notebook declares, once for all its figures.
const WIDGET: &str = "import anywidget, traitlets

class WhatSurvives(anywidget.AnyWidget):
    _esm = \"https://HOST/PATH/widget.js\"
    simulator = traitlets.Unicode(\"waluigi-decay\").tag(sync=True)
    preset = traitlets.Unicode(\"\").tag(sync=True)
    parameters = traitlets.Dict().tag(sync=True)
    readouts = traitlets.Dict().tag(sync=True)

suspicion = WhatSurvives(parameters={\"reveal\": 0.02})
suspicion  # in marimo: mo.ui.anywidget(suspicion)";

const PLACES: [Place; 6] = [
    Place {
        id: "widget",
        name: "Jupyter and marimo, from Python",
        words: "A widget for anywidget. What readers drag becomes parameters, what Python sets is shown, and the \
                results of either are readouts, as numbers, once the figure is on the screen. Without a network \
                pathlib.Path(\"widget.js\") of a saved copy shows a picture that follows Python. A notebook with \
                it is in examples/ of the source. Tried in JupyterLab 4.6 and marimo 0.25 with \
                anywidget 0.11, November 2026.",
        code: WIDGET,
    },
    Place {
        id: "jupyter",
        name: "Jupyter, from JavaScript",
        words: "A cell that begins with %%javascript is no module: it knows no import statement and no await on \
                its first level. This works there, and so does a script of type module in a cell with %%html. \
                Tried with JupyterLab 4.6.",
        code: "%%javascript
import(\"https://HOST/PATH/what-survives.js\").then(({ simulate }) => {
  element.append(JSON.stringify(simulate(\"waluigi-decay\", { reveal: 0.02 }).readouts));
});",
    },
    Place {
        id: "observable",
        name: "Observable",
        words: "A cell of a notebook, or of a page of Observable Framework with the statement const before it. \
                Not tried there: both are for modules like this one, but need their own network.",
        code: "models = import(\"https://HOST/PATH/what-survives.js\")",
    },
    Place {
        id: "node",
        name: "Node",
        words: "Node 20 or later imports a copy from the disk: in a folder whose package.json says \
                \"type\": \"module\", or under the name what-survives.mjs. From the network it takes what it has \
                fetched as text. Tried in every test of this site.",
        code: "const text = await (await fetch(\"https://HOST/PATH/what-survives.js\")).text();
const { simulate } = await import(\"data:text/javascript,\" + encodeURIComponent(text));",
    },
    Place {
        id: "deno",
        name: "Deno",
        words: "Deno imports it from the network and from the disk, and a host that it does not know needs \
                --allow-import. Tried with Deno 2.9.",
        code: "import { simulate } from \"https://HOST/PATH/what-survives.js\";",
    },
    Place {
        id: "bundlers",
        name: "Vite, esbuild and npm",
        words: "A copy is bundled like any other file, and needs no plugin and no second one. The folder of the \
                built site packs into a package, with types, the element as what-survives/embed.js and the widget \
                as what-survives/widget.js. Tried with npm 11, TypeScript 7, esbuild 0.28 and Vite 8.",
        code: "npm pack ./dist
npm install ./what-survives-*.tgz",
    },
];

/// The page that shows the module at work.
pub fn example() -> Page {
    let body = html! {
        <div class="prose">
            <h1>{ "The models in a notebook" }</h1>
            <p class="dek">{ "The same models, compiled as a JavaScript module, for notebooks, programs, or a page of your own." }</p>
            <pre tabindex="0"><code>{ EXAMPLE.trim_end() }</code></pre>
            <p>
                <code>{ "list()" }</code>{ " tells what there is, " }<code>{ "simulate(id, parameters)" }</code>{ " gives parameters, notices, readouts, claims and all points, " }
                <code>{ "figure(id, figure, parameters)" }</code>{ " an SVG, and " }
                <code>{ "csv" }</code>{ ", " }<code>{ "markdown" }</code>{ ", " }<code>{ "bibtex" }</code>{ " and " }<code>{ "citation" }</code>{ " what their names say. Types are in " }
                <a href="./what-survives.d.ts">{ "what-survives.d.ts" }</a>{ "." }
            </p>
            <p>
                { "It is one file, " }<code>{ "what-survives.js" }</code>{ ", with the program inside: " }
                <a href="./what-survives.js">{ "save it" }</a>
                { " where no network is wanted. A figure has its title, its caption and its source inside; " }
                <code>{ "figure(id, figure, parameters, { bare: true })" }</code>{ " leaves them out. A number can be a range, " }
                <code>{ "{ reveal: \"0.001~0.05\" }" }</code>{ ", for " }<code>{ "explore" }</code>{ "; " }<code>{ "simulate" }</code>{ " then takes the middle." }
            </p>
            { run_button() }
            <div data-example="./" class="example" role="status"></div>
            <noscript><p>{ "The example needs JavaScript." }</p></noscript>
            { for PLACES.iter().map(|place| html! {
                <section>
                    <h2 id={place.id}>{ place.name }</h2>
                    <p>{ place.words }</p>
                    <pre tabindex="0" aria-labelledby={place.id}><code>{ place.code.trim_end() }</code></pre>
                </section>
            }) }
            <p>{ "HOST/PATH stands for the address of this site. Its host must let other sites load files, with the header " }
                <code>{ "Access-Control-Allow-Origin: *" }</code>{ "; most hosts of static pages do." }</p>
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
