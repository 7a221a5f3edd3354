//! What the style sheet says, written onto each element.
//!
//! A file is opened by programs that know little of style sheets: LibreOffice
//! takes the dark part of one whatever the theme, importers of office programs
//! know no `currentColor`, no `paint-order` and no masks, and a line of no
//! length with round ends is a disc to some of them and nothing to others. So
//! nothing of that is left: plain shapes with plain attributes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::figure::{Figure, Grid, Mark};
use super::png::{coloured_png, data_uri};
use super::scene::Element;
use super::theme::{declarations, with_light_colours};
use crate::number::Format;

/// What is written onto elements, all of it inherited.
const WRITTEN: [&str; 13] = [
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
];
/// What decides what is written: the colour that `currentColor` is, and whether
/// a stroke lies under its filling.
const READ: [&str; 2] = ["color", "paint-order"];

/// A style sheet in the colours of the light theme.
///
/// Light whatever the reader's page is: the file goes to others, whose paper is
/// white more often than not, and one state gives one file.
pub struct Look {
    /// The weightiest last.
    rules: Vec<Rule>,
    paper: [u8; 3],
}

/// What one selector of the sheet says.
struct Rule {
    /// Of the outermost element first; the last is of the element itself.
    parts: Vec<Part>,
    declarations: Vec<(&'static str, String)>,
}

/// What an element must be: its name, empty for any, and its classes.
struct Part {
    tag: String,
    classes: Vec<String>,
}

/// An element and those around it.
struct Place<'a> {
    element: &'a Element,
    around: Option<&'a Place<'a>>,
}

/// Properties and their values.
type Style = BTreeMap<&'static str, String>;

impl Look {
    /// Reads a style sheet like that of figures: elements, classes, and elements
    /// inside others.
    #[must_use]
    pub fn new(tokens: &str, sheet: &str) -> Self {
        let sheet = with_light_colours(tokens, sheet);
        let mut rules = Vec::new();
        for (selectors, block) in sheet.split('}').filter_map(|rule| rule.split_once('{')) {
            for selector in selectors.split(',') {
                rules.push(Rule::new(selector, block));
            }
        }
        rules.sort_by_key(Rule::weight);
        let colours = declarations(tokens, "light");
        let paper = colours.iter().find(|(name, _)| *name == "--paper").map_or("", |(_, value)| value);
        Self { rules, paper: colour(paper) }
    }

    /// The elements of a drawn figure, and what was put around it, as they look.
    #[must_use]
    pub fn plain(&self, figure: &Figure, elements: &[Element]) -> Vec<Element> {
        let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
        let mut grids = marks.filter_map(|mark| if let Mark::Grid(grid) = mark { Some(grid) } else { None });
        let nothing = Style::default();
        elements.iter().flat_map(|element| self.element(element, None, &nothing, &mut grids)).collect()
    }

    fn element(
        &self,
        element: &Element,
        around: Option<&Place>,
        inherited: &Style,
        grids: &mut dyn Iterator<Item = &Grid>,
    ) -> Vec<Element> {
        let is_empty = element.tag == "path" && element.attribute("d").is_empty();
        if element.tag == "mask" || is_empty {
            return Vec::new();
        }
        let place = Place { element, around };
        let mut style = inherited.clone();
        self.style(&place, &mut style);
        if !element.attribute("mask").is_empty() {
            return grids.next().map(|grid| self.map(element, grid, &style)).into_iter().collect();
        }
        let children = element.children.iter();
        let children: Vec<Element> =
            children.flat_map(|child| self.element(child, Some(&place), &style, grids)).collect();
        if element.tag == "g" && children.is_empty() {
            return Vec::new();
        }
        let made = |style: &Style| Element {
            attributes: attributes(element, style, inherited),
            children: children.clone(),
            ..element.clone()
        };
        if classes(element).any(|class| class == "dots") {
            return dots(&style).iter().map(made).map(with_discs).collect();
        }
        vec![made(&style)]
    }

    /// What holds for an element, on top of what it inherits.
    fn style(&self, place: &Place, style: &mut Style) {
        for (name, value) in &place.element.attributes {
            if WRITTEN.contains(name) {
                style.insert(name, value.to_string());
            }
        }
        for (name, value) in
            self.rules.iter().filter(|rule| place.is(&rule.parts)).flat_map(|rule| &rule.declarations)
        {
            style.insert(name, value.clone());
        }
        let Some(current) = style.get("color").cloned() else { return };
        for name in ["fill", "stroke"] {
            if style.get(name).is_some_and(|value| value == "currentColor") {
                style.insert(name, current.clone());
            }
        }
    }

    /// A map as one picture.
    fn map(&self, shown: &Element, grid: &Grid, style: &Style) -> Element {
        let colours = [self.paper, style.get("fill").map_or([0; 3], |fill| colour(fill))];
        let mut image = Element { tag: "image", ..Element::default() };
        for name in ["x", "y", "width", "height"] {
            image = image.with(name, shown.attribute(name).to_owned());
        }
        if let Format::Words(_) = grid.format {
            image = image.with("image-rendering", "optimizeSpeed");
        }
        image
            .with("preserveAspectRatio", "none")
            // Programs from before 2018 know no other `href`.
            .with("xmlns:xlink", "http://www.w3.org/1999/xlink")
            .with("xlink:href", data_uri(&coloured_png(grid, colours)))
    }
}

impl Rule {
    fn new(selector: &str, block: &str) -> Self {
        let part = |words: &str| {
            let mut words = words.split('.').map(str::to_owned);
            Part { tag: words.next().unwrap_or_default(), classes: words.collect() }
        };
        let known = |declaration: &str| {
            let (name, value) = declaration.split_once(':')?;
            let name = WRITTEN.into_iter().chain(READ).find(|known| *known == name.trim())?;
            Some((name, plain_value(value.trim())))
        };
        Self {
            parts: selector.split_whitespace().map(part).collect(),
            declarations: block.split(';').filter_map(known).collect(),
        }
    }

    /// How many classes and how many elements it names: the weightier wins.
    fn weight(&self) -> (usize, usize) {
        let classes = self.parts.iter().map(|part| part.classes.len()).sum();
        (classes, self.parts.iter().filter(|part| !part.tag.is_empty()).count())
    }
}

impl Place<'_> {
    /// Whether this is what a selector means.
    fn is(&self, parts: &[Part]) -> bool {
        let Some((own, outer)) = parts.split_last() else { return true };
        let is_own = (own.tag.is_empty() || own.tag == self.element.tag)
            && own.classes.iter().all(|wanted| classes(self.element).any(|class| class == wanted));
        is_own && (outer.is_empty() || self.is_inside(outer))
    }

    fn is_inside(&self, outer: &[Part]) -> bool {
        self.around.is_some_and(|around| around.is(outer) || around.is_inside(outer))
    }
}

fn classes(element: &Element) -> impl Iterator<Item = &str> {
    element.attribute("class").split(' ')
}

/// A value as an attribute has it: in units of the picture, with a digit before
/// the point.
fn plain_value(value: &str) -> String {
    let value = value.strip_suffix("px").unwrap_or(value);
    if value.starts_with('.') { ["0", value].concat() } else { value.to_owned() }
}

/// What of a style an element must say itself, and its other attributes.
fn attributes(element: &Element, style: &Style, inherited: &Style) -> Vec<(&'static str, Cow<'static, str>)> {
    let is_none = |name| style.get(name).is_none_or(|value| value == "none");
    let is_idle = |name: &str| {
        element.tag != "g"
            && ((name == "fill-opacity" && is_none("fill"))
                || (name.starts_with("stroke") && is_none("stroke") && inherited.get("stroke").is_none()))
    };
    let own = WRITTEN.into_iter().filter_map(|name| {
        let value = style.get(name)?;
        let says = inherited.get(name) != Some(value) && !is_idle(name);
        says.then(|| (name, Cow::Owned(value.clone())))
    });
    let others = element.attributes.iter().filter(|(name, _)| *name != "class" && !WRITTEN.contains(name));
    own.chain(others.cloned()).collect()
}

/// Dots as one layer, or as two where their outline lies under them.
fn dots(style: &Style) -> Vec<Style> {
    if style.get("paint-order").is_none_or(|order| order != "stroke") {
        return vec![style.clone()];
    }
    let without = |name| {
        let mut style = style.clone();
        style.insert(name, "none".to_owned());
        style
    };
    vec![without("fill"), without("stroke")]
}

/// The same with discs instead of lines of no length.
fn with_discs(mut element: Element) -> Element {
    let data = element.attribute("d").to_owned();
    let Ok(across) = element.attribute("stroke-width").parse::<i32>() else { return element };
    if !data.contains("h0") {
        return element;
    }
    let (radius, across) = (across / 2, across / 2 * 2);
    // From the middle to the left, once around, and back to the middle.
    let half = format!("a{radius} {radius} 0 1 0");
    let disc = format!("m-{radius} 0{half} {across} 0{half}-{across} 0zm{radius} 0");
    element.attributes.retain(|(name, _)| *name != "d" && !name.starts_with("stroke"));
    element.with("d", data.replace("h0", &disc))
}

/// Red, green and blue of a colour such as `#1c1b19`.
fn colour(text: &str) -> [u8; 3] {
    let all = u32::from_str_radix(text.trim_start_matches('#'), 16).unwrap_or_default();
    let [_, red, green, blue] = all.to_be_bytes();
    [red, green, blue]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Axis;

    const TOKENS: &str = include_str!("../../www/css/tokens.css");
    const SHEET: &str = include_str!("../../www/css/figure.css");

    fn figure() -> Figure {
        Figure {
            id: "f",
            title: "",
            caption: String::new(),
            x: Axis::new("x", "", 0.0, 1.0),
            panels: Vec::new(),
        }
    }

    fn plain(sheet: &str, elements: Vec<Element>) -> String {
        let scene = crate::chart::Scene {
            nodes: Look::new(TOKENS, sheet).plain(&figure(), &[Element::group("chart", elements)]),
            ..Default::default()
        };
        scene.markup()
    }

    #[test]
    fn the_weightiest_rule_wins_and_what_is_inherited_is_not_said_again() {
        let sheet = ".chart { font-size: 52px } .b.a { stroke: none } .a, path { fill: currentColor } /* x */
            path { fill: none; stroke: red; stroke-width: .5px } .chart g .a { color: blue; font-size: 52px }";
        let path = |class| Element::new("path", class).with("d", "M0 0");
        let drawn = plain(sheet, vec![path("a"), path("b"), Element::group("g", vec![path("a b")])]);
        assert_eq!(
            drawn,
            "<g font-size=\"52\"><path fill=\"currentColor\" stroke=\"red\" stroke-width=\"0.5\" d=\"M0 0\"/>\
             <path fill=\"none\" stroke=\"red\" stroke-width=\"0.5\" d=\"M0 0\"/>\
             <g><path fill=\"blue\" d=\"M0 0\"/></g></g>"
        );
    }

    #[test]
    fn discs_are_circles_and_outlines_lie_under_their_dots() {
        let dots = |role| Element::new("path", ["dots ", role].concat()).number("stroke-width", 8);
        let drawn = plain(SHEET, vec![dots("luigi").with("d", "M9 9h0m5 5h0")]);
        let disc = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0zm4 0";
        assert!(
            drawn.contains(&format!("d=\"M9 9{disc}m5 5{disc}\"")) && !drawn.contains("stroke"),
            "{drawn}"
        );
        let drawn = plain(SHEET, vec![dots("clever").with("d", "M0 0h4v4z")]);
        let (under, over) = drawn.split_once("/><").unwrap();
        assert!(under.contains("fill=\"none\" stroke=\"#fcfbf8\"") && !over.contains("stroke"), "{drawn}");
    }

    /// Otherwise a file would look like the page but for that.
    #[test]
    fn all_that_the_sheet_says_is_written_or_left_out_on_purpose() {
        // A picture has no other figures beside it, and no page around it.
        let left_out = ["display", "font-variant-numeric", "forced-color-adjust"];
        let sheet = with_light_colours(TOKENS, SHEET);
        assert!(!sheet.contains('@') && !sheet.contains("var("));
        for block in sheet.split('}').filter_map(|rule| rule.split_once('{')).map(|(_, block)| block) {
            for (name, _) in block.split(';').filter_map(|declaration| declaration.split_once(':')) {
                let name = name.trim();
                let is_known = WRITTEN.into_iter().chain(READ).chain(left_out).any(|known| known == name);
                assert!(is_known, "{name}");
            }
        }
    }
}
