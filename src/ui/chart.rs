//! The picture of a figure on the page.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use crate::chart::{Element, Figure, Scene, draw};

/// The picture of a figure, laid out for a width in pixels, and named by the
/// title and caption beside it. `class` marks a static layout.
pub fn chart(figure: &Figure, width: u32, class: &'static str) -> Html {
    picture(figure, &draw(figure, width), class)
}

/// The picture of a figure that has been drawn.
#[must_use]
pub fn picture(figure: &Figure, scene: &Scene, class: &'static str) -> Html {
    let class = format!("{} {class}", Scene::CLASS);
    let id = figure.id;
    html! {
        <svg {class} viewBox={scene.view_box()} role="img" aria-labelledby={format!("title-{id} caption-{id}")}>
            { for scene.nodes.iter().map(node) }
        </svg>
    }
}

/// An element of a scene as a virtual node, one to one.
#[must_use]
pub fn node(element: &Element) -> Html {
    let mut tag = VTag::new(element.tag);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.clone());
    }
    if !element.text.is_empty() {
        tag.add_child(VText::new(element.text.clone()).into());
    }
    tag.add_children(element.children.iter().map(node));
    tag.into()
}
