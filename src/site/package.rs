//! What other programs take from the site: the models as a JavaScript module,
//! the widget for notebooks, and the package that `npm pack` makes of them.
//!
//! Each is one file with the program inside. So there is nothing that a bundler
//! could leave behind, that a disk would have to fetch, or that is gone when an
//! old copy asks for it.

use std::path::Path;
use std::{fs, io};

use serde_json::json;

use super::base::Base;
use super::html::put;
use super::pages::types;
use crate::export::{LICENCE, VERSION};

const MODULE: &str = include_str!("../../www/js/module.js");
const WIDGET: &str = include_str!("../../www/js/widget.js");
const WIDGET_TYPES: &str = include_str!("../../www/js/widget.d.ts");

/// Where the program goes in the module, and the module in the widget.
const PROGRAM: &str = "import * as core from \"./MODULE.js\";\n";
const MODELS: &str = "import { figure, list, simulate, site } from \"./module.js\";\n";
/// Where the address of the site goes.
const SITE: &str = "\"THE SITE\"";

const README: &str = "# What Survives\n\n\
    The models of What Survives as a JavaScript module with types, for browsers, Node 20 and Deno; \
    the element `<what-survives>` (`what-survives/embed.js`); and a widget for anywidget (`what-survives/widget.js`).\n\n\
    ```js\nimport { simulate } from \"what-survives\";\nsimulate(\"waluigi-decay\", { reveal: 0.02 }).readouts;\n```\n";

/// Writes the module, the widget, their types, and the manifest of the package,
/// which names those of its files that are there: it comes last.
pub fn write(module: &Path, out: &Path, base: &Base) -> io::Result<()> {
    let glue = fs::read_to_string(module.join("module.js"))?;
    let wasm = fs::read(module.join("module_bg.wasm"))?;
    let (models, widget) = scripts(&glue, &wasm, base)?;
    fs::write(out.join("what-survives.js"), models)?;
    fs::write(out.join("what-survives.d.ts"), types())?;
    fs::write(out.join("widget.js"), widget)?;
    fs::write(out.join("widget.d.ts"), WIDGET_TYPES)?;
    fs::write(out.join("README.md"), README)?;
    fs::write(out.join("package.json"), manifest(base, |file| out.join(file).is_file()))
}

/// The module and the widget.
fn scripts(glue: &str, wasm: &[u8], base: &Base) -> io::Result<(String, String)> {
    let site = json!(base.url("").unwrap_or_default()).to_string();
    let models = put(&put(MODULE, PROGRAM, &program(glue, wasm)?)?, SITE, &site)?;
    let widget = put(WIDGET, MODELS, &models.replace("export const ", "const "))?;
    Ok((models, widget))
}

/// The manifest of the package, for the files that `has`. TypeScript finds the
/// types of a script beside it.
fn manifest(base: &Base, has: impl Fn(&str) -> bool) -> String {
    let names = ["what-survives", "embed", "widget"];
    let files: Vec<String> = names
        .iter()
        .flat_map(|name| ["js", "d.ts"].map(|kind| format!("{name}.{kind}")))
        .filter(|file| has(file))
        .collect();
    let mut manifest = json!({
        "name": "what-survives",
        "version": VERSION,
        "description": "Interactive models for essays on AI alignment, as a module, an element and a widget",
        "license": LICENCE,
        "type": "module",
        "exports": {
            ".": "./what-survives.js",
            "./embed.js": "./embed.js",
            "./widget.js": "./widget.js",
            "./package.json": "./package.json",
        },
        "types": "./what-survives.d.ts",
        "files": files,
        "sideEffects": ["./embed.js"],
        "engines": { "node": ">=20" },
    });
    if let Some(home) = base.url("") {
        manifest["homepage"] = home.into();
    }
    format!("{manifest:#}\n")
}

/// The program as an expression of the module: what wasm-bindgen wrote around
/// it, and the bytes of it.
fn program(glue: &str, wasm: &[u8]) -> io::Result<String> {
    const EXPORT: &str = "\nexport function ";
    let changed = || io::Error::other("wasm-bindgen writes another start of the program than it did");
    let glue = format!("\n{glue}");
    // What fetches is not needed, and would have bundlers look for a file.
    let (before, rest) = glue.split_once("\nasync function __wbg_load(").ok_or_else(changed)?;
    let (_, rest) = rest.split_once("\nfunction initSync(").ok_or_else(changed)?;
    let (start, _) = rest.split_once("\nlet __wbg_init_promise").ok_or_else(changed)?;
    let parts = before.split(EXPORT).skip(1);
    let names: Vec<&str> = parts.filter_map(|part| Some(part.split_once('(')?.0)).collect();
    if names.is_empty() || glue.contains("\nimport ") {
        return Err(changed());
    }
    Ok(format!(
        "const core = (() => {{{}\nfunction initSync({start}\n\
         initSync({{ module: Uint8Array.from(\"{}\", (sign) => sign.charCodeAt(0)) }});\n\
         return {{ {} }};\n}})();\n",
        before.replace(EXPORT, "\nfunction "),
        text_of(wasm),
        names.join(", ")
    ))
}

/// Bytes as a text that can stand in a script: what can be read stays, and all
/// else is the letter 256 places on, of which a byte keeps what it was. That
/// compresses as well as the bytes do; base64 takes a third more.
fn text_of(bytes: &[u8]) -> String {
    let sign = |byte: &u8| match byte {
        b'"' | b'\'' | b'`' | b'\\' | b'$' | b'<' => None,
        b' '..=b'~' => Some(char::from(*byte)),
        _ => None,
    };
    bytes.iter().filter_map(|byte| sign(byte).or_else(|| char::from_u32(256 + u32::from(*byte)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/** a */\nexport function one(a) {\n}\nexport function two() {\n}\nlet wasm;\n\
        async function __wbg_load(module) {\n}\n\nfunction initSync(module) {\n    wasm = module;\n}\n\n\
        let __wbg_init_promise;\nnew URL('module_bg.wasm', import.meta.url);\nexport { initSync };\n";

    #[test]
    fn a_program_becomes_an_expression_that_fetches_nothing() {
        let text = program(GLUE, b"\0asm\"\\\xff").expect("a program");
        assert!(text.starts_with("const core = (() => {\n/** a */\nfunction one(a)"), "{text}");
        assert!(text.contains("(\"\u{100}asm\u{122}\u{15c}\u{1ff}\", "), "{text}");
        assert!(text.ends_with("return { one, two };\n})();\n"), "{text}");
        for word in ["export ", "import", "async", "URL"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        for lost in ["async function __wbg_load(", "\nfunction initSync(", "\nlet __wbg_init_promise"] {
            assert!(program(&GLUE.replace(lost, ""), b"").is_err(), "{lost}");
        }
    }

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        let back: Vec<u8> = text_of(&bytes).chars().map(|sign| (u32::from(sign) % 256) as u8).collect();
        assert_eq!(back, bytes);
    }

    #[test]
    fn the_manifest_names_the_files_that_are_there() {
        let all = manifest(&Base::new("https://example.org/m/"), |_| true);
        assert!(
            all.contains("\"homepage\": \"https://example.org/m/\"") && all.contains("embed.d.ts"),
            "{all}"
        );
        let few = manifest(&Base::default(), |file| file != "embed.d.ts");
        assert!(!few.contains("embed.d.ts") && !few.contains("homepage"), "{few}");
        assert!(few.contains("\"./embed.js\": \"./embed.js\""), "{few}");
    }

    #[test]
    fn copies_know_the_site_where_the_build_does() {
        let (models, widget) = scripts(GLUE, b"", &Base::new("https://example.org/m")).expect("scripts");
        assert!([&models, &widget].iter().all(|text| text.contains("named = \"https://example.org/m/\";")));
        assert_eq!(
            widget.matches("export ").count(),
            1,
            "anywidget takes a named one for something of its own"
        );
        assert!(!widget.contains("\nimport ") && !models.contains("await "));
        let (models, _) = scripts(GLUE, b"", &Base::new("/m/")).expect("scripts");
        assert!(models.contains("named = \"\";"));
    }
}
