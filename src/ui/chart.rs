//! A figure on the page: its picture and its caption.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use crate::chart::{Element, Scene, draw};
use crate::simulator::Run;

/// Props of [`Chart`].
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What the simulator says.
    pub run: Rc<Run>,
    /// Which of its figures.
    pub index: usize,
    /// The width to lay it out for, in pixels.
    pub width: u32,
    /// Which of the static layouts this is, if it is one.
    #[prop_or_default]
    pub class: Option<&'static str>,
}

/// The picture of one figure, named by the title and caption beside it.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let figure = &props.run.figures[props.index];
    let scene = draw(figure, props.width);
    let class = classes!(Scene::CLASS, props.class);
    let id = figure.id;
    html! {
        <svg {class} viewBox={scene.view_box()} role="img" aria-labelledby={format!("title-{id} caption-{id}")}>
            { for scene.nodes.iter().map(node) }
        </svg>
    }
}

/// An element of a scene as a virtual node, one to one.
fn node(element: &Element) -> Html {
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

/// Props of [`Caption`].
#[derive(Properties, PartialEq)]
pub struct CaptionProps {
    /// What the simulator says.
    pub run: Rc<Run>,
    /// Which of its figures.
    pub index: usize,
}

/// What is to be seen in one figure.
#[component]
pub fn Caption(props: &CaptionProps) -> Html {
    html! { { props.run.figures[props.index].caption.clone() } }
}
