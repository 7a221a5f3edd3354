//! The elements that marks and words are made of.

use std::borrow::Cow;

use super::figure::Role;
use super::scene::Element;
use super::words::Font;

/// A path of a kind, in the colour of a role.
pub fn element(kind: &'static str, role: Role) -> Element {
    Element::new("path", [kind, " ", role.class()].concat())
}

/// A text of one or more lines, whose first has its upper edge at `top`.
pub fn text(lines: &[String], font: Font, x: i32, top: i32) -> Element {
    let mut lines = lines.iter().cloned();
    let mut element = Element { tag: "text", text: lines.next().unwrap_or_default(), ..Element::default() }
        .number("x", x)
        .number("y", top + font.size * 19 / 20);
    for line in lines {
        let tspan = Element { tag: "tspan", text: line, ..Element::default() };
        element.children.push(tspan.number("x", x).number("dy", font.line_height()));
    }
    element
}

/// The same element with a class.
pub fn classed(mut element: Element, class: impl Into<Cow<'static, str>>) -> Element {
    element.attributes.insert(0, ("class", class.into()));
    element
}
