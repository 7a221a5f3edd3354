//! What a simulator says for one state, as a file: JSON with everything, CSV
//! with the points of the figures, a figure as SVG, a table and a citation.
//!
//! Each says which simulator and version it is from, for which parameters, at
//! which address and under which licence. CSV has no place for that: its JSON
//! says it.
//!
//! All are written by hand. A number must be the same text natively and in
//! the browser, which has a number writer of its own that costs nothing to
//! send; `serde_json` takes that only through a formatter of about this size,
//! writes `1.0` where the browser writes `1`, and would be one more thing to
//! download.

use crate::chart::{Figure, Grid, Mark, draw, standalone_style};
use crate::params::{Notice, Scale, Spec, Values, to_query};
use crate::simulator::AnySimulator;
use crate::simulators::ALL;

/// Writes a finite number with the fewest digits that read back as the same
/// number, as JavaScript does: `0.1`, `1000000`, `1e+21`, `1e-7`.
pub type WriteNumber = fn(f64) -> String;

/// The version of the models, which every export names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licence of the models and of all that they give.
pub const LICENCE: &str = "MIT OR Apache-2.0";

/// The year of this version, for citations.
const YEAR: &str = "2026";

/// Width of a drawn figure, in pixels.
const WIDTH: u32 = 720;

const TOKENS: &str = include_str!("../www/css/tokens.css");
const FIGURES: &str = include_str!("../www/css/figure.css");

/// The address of a state. `site` is the address of the site's root, with a
/// slash at its end, or empty.
#[must_use]
pub fn address(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let query = to_query(&Values::defaults(simulator.specs()), values);
    let question = if query.is_empty() { "" } else { "?" };
    [site, simulator.info().id, "/", question, &query].concat()
}

/// A figure as an SVG file in the site's own style, light and dark; `None` if
/// the simulator has none of that id.
#[must_use]
pub fn svg(simulator: &dyn AnySimulator, values: &Values, figure: &str, site: &str) -> Option<String> {
    let place = simulator.figures().iter().position(|known| known.id == figure)?;
    let run = simulator.run(values);
    let figure = run.figure(place);
    let svg = draw(figure, WIDTH).to_svg(figure.title, &figure.caption, &standalone_style(TOKENS, FIGURES));
    let address = escaped(&address(simulator, values, site));
    let source = [
        "</desc><metadata>What Survives, ",
        simulator.info().id,
        ", version ",
        VERSION,
        ". ",
        &address,
        ". Licence: ",
        LICENCE,
        ".</metadata>",
    ];
    Some(svg.replacen("</desc>", &source.concat(), 1))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The parameters and the results as a table in Markdown, with its source.
#[must_use]
pub fn markdown(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let mut text = "| Assumption | Value |\n|---|---|\n".to_owned();
    let mut row = |name: &str, value: &str| {
        let cell = |words: &str| words.replace('\\', "\\\\").replace('|', "\\|");
        text.push_str(&["| ", &cell(name), " | ", &cell(value), " |\n"].concat());
    };
    for (spec, value) in values.iter() {
        let words = match spec.scale {
            Scale::Text { .. } => values.text(spec.id).to_owned(),
            _ => spec.words(value),
        };
        row(spec.label, &words);
    }
    row("**Result**", "");
    for readout in simulator.readouts(values) {
        row(readout.sentence.replace("{}", "…").trim_end_matches('.'), &readout.text());
    }
    let address = address(simulator, values, site);
    text.push_str(
        &["\n[", info.question, "](", &address, ") What Survives, ", info.name, ", version "].concat(),
    );
    text.push_str(&[VERSION, ".\n"].concat());
    text
}

/// How to cite a state, in plain words.
#[must_use]
pub fn citation(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let address = address(simulator, values, site);
    let parts =
        ["What Survives (", YEAR, "). “", info.question, "” ", info.name, ", version ", VERSION, ". "];
    [&parts.concat(), &*address, "\n"].concat()
}

/// The same as BibTeX.
#[must_use]
pub fn bibtex(simulator: &dyn AnySimulator, values: &Values, site: &str) -> String {
    let info = simulator.info();
    let address = address(simulator, values, site);
    let lines = [
        "@misc{what-survives-",
        info.id,
        ",\n  author = {{What Survives}},\n  title = {{",
        info.question,
        "}},\n  howpublished = {Interactive model “",
        info.name,
        "”, version ",
        VERSION,
        "},\n  year = {",
        YEAR,
        "},\n  url = {",
        &address,
        "}\n}\n",
    ];
    lines.concat()
}

/// Everything that a simulator says for a state, as JSON; `site` as in [`address`].
///
/// Numbers have full precision, `null` is what does not exist. The points of a
/// series are `[x, y]`, those of a grid `[x, y, value]`; a stacked series has
/// its own share. Ends with a line break.
#[must_use]
pub fn json(
    simulator: &dyn AnySimulator,
    values: &Values,
    notices: &[Notice],
    site: &str,
    write_number: WriteNumber,
) -> String {
    let mut json = Json { text: String::new(), write_number };
    let run = simulator.run(values);
    json.text.push_str("{\n\"simulator\": ");
    json.string(simulator.info().id);
    json.text.push_str(",\n\"version\": ");
    json.string(VERSION);
    json.text.push_str(",\n\"address\": ");
    json.string(&address(simulator, values, site));
    json.text.push_str(",\n\"licence\": ");
    json.string(LICENCE);
    json.text.push_str(",\n\"parameters\": {");
    json.list(values.iter(), |json, (spec, value)| {
        json.key(spec.id);
        json.parameter(spec, value, values);
    });
    json.text.push_str("},\n\"notices\": [");
    json.list(notices, |json, notice| json.string(&notice.message));
    json.text.push_str("],\n\"readouts\": [");
    json.lines(&run.readouts, |json, readout| {
        json.text.push_str("{\"id\": ");
        json.string(readout.id);
        json.text.push_str(", \"value\": ");
        json.number(readout.value.unwrap_or(f64::NAN));
        json.text.push_str(", \"unit\": ");
        json.string(readout.unit);
        json.text.push('}');
    });
    json.text.push_str("],\n\"figures\": [");
    json.lines(run.figures(), Json::figure);
    json.text.push_str("],\n\"claims\": [");
    json.lines(simulator.claims().iter().enumerate(), |json, (place, claim)| {
        let margin = simulator.margin(place, values);
        json.text.push_str("{\"id\": ");
        json.string(claim.id);
        json.text.push_str(", \"margin\": ");
        json.number(margin);
        json.text.push_str(", \"holds\": ");
        json.boolean(claim.holds(margin));
        json.text.push('}');
    });
    json.text.push_str("]\n}\n");
    json.text
}

/// Everything that can be asked of all simulators, as JSON.
#[must_use]
pub fn list(write_number: WriteNumber) -> String {
    let mut json = Json { text: "[".to_owned(), write_number };
    json.lines(ALL, |json, simulator| {
        let info = simulator.info();
        let readouts = simulator.readouts(&Values::defaults(simulator.specs()));
        json.texts("{", &[("id", info.id), ("name", info.name), ("question", info.question)]);
        json.text.push_str(",\n\"parameters\": [");
        json.lines(simulator.specs(), Json::spec);
        json.text.push_str("],\n\"presets\": [");
        json.lines(simulator.presets(), |json, preset| {
            let texts =
                [("id", preset.id), ("name", preset.name), ("about", preset.about), ("query", preset.query)];
            json.texts("{", &texts);
            json.text.push('}');
        });
        json.text.push_str("],\n\"claims\": [");
        json.lines(simulator.claims(), |json, claim| {
            json.texts("{", &[("id", claim.id), ("text", claim.text)]);
            json.text.push('}');
        });
        json.text.push_str("],\n\"readouts\": [");
        json.lines(&readouts, |json, readout| {
            json.texts("{", &[("id", readout.id), ("unit", readout.unit), ("sentence", readout.sentence)]);
            json.text.push('}');
        });
        json.text.push_str("],\n\"figures\": [");
        json.lines(simulator.figures(), |json, figure| {
            json.texts("{", &[("id", figure.id), ("title", figure.title)]);
            json.text.push('}');
        });
        json.text.push_str("]}");
    });
    json.text.push_str("\n]\n");
    json.text
}

/// The points of all figures as a table that spreadsheets and data frames read:
/// one row per point, an empty cell for what does not exist. The column
/// `value` is for grids.
#[must_use]
pub fn csv(simulator: &dyn AnySimulator, values: &Values, write_number: WriteNumber) -> String {
    let mut text = "figure,series,x,y,value\n".to_owned();
    for figure in simulator.run(values).figures() {
        for data in data(figure) {
            for row in data.rows() {
                text.push_str(figure.id);
                text.push(',');
                text.push_str(data.id());
                for column in 0..3 {
                    text.push(',');
                    if let Some(number) = row.get(column).filter(|number| number.is_finite()) {
                        text.push_str(&write_number(*number));
                    }
                }
                text.push('\n');
            }
        }
    }
    text
}

/// The points of a series or the cells of a grid.
enum Data<'a> {
    Series(&'static str, &'a [[f64; 2]]),
    Grid(&'a Grid),
}

/// All data of a figure, in the order in which they are drawn.
fn data(figure: &Figure) -> Vec<Data<'_>> {
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    marks
        .flat_map(|mark| match mark {
            Mark::Grid(grid) => vec![Data::Grid(grid)],
            _ => mark.series().into_iter().map(|series| Data::Series(series.id, &series.points)).collect(),
        })
        .collect()
}

impl Data<'_> {
    fn id(&self) -> &'static str {
        match self {
            Self::Series(id, _) => id,
            Self::Grid(grid) => grid.id,
        }
    }

    fn rows(&self) -> Vec<&[f64]> {
        match self {
            Self::Series(_, points) => points.iter().map(|point| &point[..]).collect(),
            Self::Grid(grid) => grid.cells.iter().map(|cell| &cell[..]).collect(),
        }
    }
}

/// A text as a JSON string, quotes included.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut json = Json { text: String::new(), write_number: |_| String::new() };
    json.string(text);
    json.text
}

/// JSON under construction.
struct Json {
    text: String,
    write_number: WriteNumber,
}

impl Json {
    /// Things on one line.
    fn list<T>(&mut self, things: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) {
        self.separated("", ", ", things, write);
    }

    /// Things that each begin a line.
    fn lines<T>(&mut self, things: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) {
        self.separated("\n", ",\n", things, write);
    }

    fn separated<T>(
        &mut self,
        first: &str,
        next: &str,
        things: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let mut separator = first;
        for thing in things {
            self.text.push_str(separator);
            separator = next;
            write(self, thing);
        }
    }

    fn key(&mut self, key: &str) {
        self.string(key);
        self.text.push_str(": ");
    }

    fn boolean(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    fn number(&mut self, number: f64) {
        if number.is_finite() {
            self.text.push_str(&(self.write_number)(number));
        } else {
            self.text.push_str("null");
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\0'..='\u{1f}' => {
                    let code = character as u32;
                    self.text.push_str("\\u00");
                    self.text.extend(
                        [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                    );
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    /// The beginning of an object: keys with texts.
    fn texts(&mut self, start: &str, texts: &[(&str, &str)]) {
        self.text.push_str(start);
        self.list(texts, |json, (key, text)| {
            json.key(key);
            json.string(text);
        });
    }

    /// A parameter and what it may be.
    fn spec(&mut self, spec: &Spec) {
        let kind = match spec.scale {
            Scale::Flag => "flag",
            Scale::Choice(_) => "choice",
            Scale::Text { .. } => "text",
            _ if spec.is_whole() => "whole",
            _ => "number",
        };
        let texts = [("id", spec.id), ("label", spec.label), ("help", spec.help), ("unit", spec.unit)];
        self.texts("{", &texts);
        self.text.push_str(", \"kind\": ");
        self.string(kind);
        self.text.push_str(", \"default\": ");
        match spec.scale {
            Scale::Text { .. } => self.string(""),
            Scale::Flag => self.boolean(spec.default != 0.0),
            Scale::Choice(choices) => {
                self.string(&spec.text(spec.default));
                self.text.push_str(", \"choices\": [");
                self.list(choices, |json, choice| json.string(choice.id));
                self.text.push(']');
            }
            _ => {
                self.number(spec.default);
                self.text.push_str(", \"min\": ");
                self.number(spec.min());
                self.text.push_str(", \"max\": ");
                self.number(spec.max());
            }
        }
        self.text.push('}');
    }

    fn parameter(&mut self, spec: &Spec, value: f64, values: &Values) {
        match spec.scale {
            Scale::Flag => self.boolean(value != 0.0),
            Scale::Choice(_) => self.string(&spec.text(value)),
            Scale::Text { .. } => self.string(values.text(spec.id)),
            _ => self.number(value),
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.text.push_str("{\"id\": ");
        self.string(figure.id);
        self.text.push_str(", \"x\": {\"id\": ");
        self.string(figure.x.id);
        self.text.push_str("}, \"series\": [");
        self.lines(data(figure), |json, data| {
            json.text.push_str("{\"id\": ");
            json.string(data.id());
            json.text.push_str(", \"points\": [");
            json.list(data.rows(), |json, row| {
                json.text.push('[');
                json.list(row, |json, number| json.number(*number));
                json.text.push(']');
            });
            json.text.push_str("]}");
        });
        self.text.push_str("]}");
    }
}

/// The native [`WriteNumber`], byte for byte what JavaScript's
/// `Number.prototype.toString` gives (ECMA-262, Number::toString).
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn write_number(number: f64) -> String {
    // Rust finds the same shortest digits, and lays them out differently.
    let scientific = format!("{:e}", number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let text = match point {
        1..=21 if point >= length => digits + &zeros(point - length),
        1..=21 => format!("{}.{}", &digits[..point as usize], &digits[point as usize..]),
        -5..=0 => format!("0.{}{digits}", zeros(-point)),
        _ => {
            let fraction = if length > 1 { format!(".{}", &digits[1..]) } else { String::new() };
            format!("{}{fraction}e{:+}", &digits[..1], point - 1)
        }
    };
    if number < 0.0 { format!("-{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_laid_out_as_in_javascript() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-12.5, "-12.5"),
            (0.1, "0.1"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (1.5e300, "1.5e+300"),
            (0.000_001, "0.000001"),
            (0.000_001_23, "0.00000123"),
            (1e-7, "1e-7"),
            (-1.25e-9, "-1.25e-9"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (1.0 / 3.0, "0.3333333333333333"),
        ];
        for (number, text) in cases {
            assert_eq!(write_number(number), text);
            assert_eq!(text.parse::<f64>().unwrap(), number);
        }
    }

    #[test]
    fn strings_are_escaped() {
        let mut json = Json { text: String::new(), write_number };
        json.string("“a” \"b\" \\ \n\u{1}");
        assert_eq!(json.text, "\"“a” \\\"b\\\" \\\\ \\u000a\\u0001\"");
        json.number(f64::NAN);
        assert!(json.text.ends_with("null"));
    }
}
