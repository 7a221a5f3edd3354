//! The picture of a figure on the page.

use std::borrow::Cow;

use yew::virtual_dom::VText;
use yew::{AttrValue, Html};

use super::tag::{Tag, tag};
use crate::chart::{Element, Figure, Scene, draw_within};

/// Widths in pixels of the two layouts that every static figure comes in, and
/// their classes; the style sheet shows the one that fits. The shape of that
/// one is the shape of the figure's place, also for the picture that the
/// program draws into it: so nothing moves when the program takes over.
pub const LAYOUTS: [(&str, u32); 2] = [("wide", 720), ("narrow", 340)];

/// The least width to lay a figure out for: a place that is hidden has none.
const LEAST: u32 = 200;

/// The width to lay a figure out for where so many pixels are there.
#[must_use]
pub fn layout_width(pixels: u32) -> u32 {
    pixels.max(LEAST)
}

/// The picture of a figure, laid out for a width in pixels. `class` marks a
/// static layout. It is named by the title and caption beside it, unless it
/// stands alone and brings its own `name`. Without styles it is drawn in lines.
pub fn chart(figure: &Figure, width: u32, class: &'static str, name: Option<&'static str>) -> Html {
    chart_within(figure, width, None, class, name)
}

/// The same for a place that has a height in pixels.
pub fn chart_within(
    figure: &Figure,
    width: u32,
    height: Option<u32>,
    class: &'static str,
    name: Option<&'static str>,
) -> Html {
    picture(figure, &draw_within(figure, width, height), class, name)
}

/// The picture of a figure that has been drawn.
pub fn picture(figure: &Figure, scene: &Scene, class: &'static str, name: Option<&'static str>) -> Html {
    let id = figure.id;
    let svg = sheet(scene, [Scene::CLASS, " ", class].concat()).with("data-frame", scene.frame_words());
    // What is seen where the style sheet is missing: lines and words.
    let svg = svg.with("role", "img").with("fill", "none").with("stroke", "currentColor");
    let svg = svg.with("stroke-width", "4").with("font-size", "52");
    let svg = match name {
        Some(name) => svg.with("aria-label", name),
        None => svg.with("aria-labelledby", ["title-", id, " caption-", id].concat()),
    };
    svg.children(scene.nodes.iter().map(node)).into()
}

/// An `svg` as large as a scene, for its elements or for what lies over them.
pub fn sheet(scene: &Scene, class: impl Into<AttrValue>) -> Tag {
    tag("svg").with("class", class).with("viewBox", scene.view_box())
}

/// An element of a scene as a virtual node, one to one.
pub fn node(element: &Element) -> Html {
    let mut tag = tag(element.tag);
    for (name, value) in &element.attributes {
        tag = match value {
            Cow::Borrowed(value) => tag.with(name, *value),
            Cow::Owned(value) => tag.with(name, value.clone()),
        };
    }
    if !element.text.is_empty() {
        let words = element.text.clone();
        // A text of several lines has the others as children, and nobody translates pictures.
        tag = if matches!(element.tag, "text" | "tspan") {
            tag.child(VText::new(words))
        } else {
            tag.text(words)
        };
    }
    tag.children(element.children.iter().map(node)).into()
}
