//! A figure on the page: its picture and its caption.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::draw;
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

/// The picture of one figure.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let scene = draw(&props.run.figures[props.index], props.width);
    html! {}
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
