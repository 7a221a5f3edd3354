//! A part of the page that stays as it is until it is given another content.
//!
//! Yew compares all nodes that it is given with those that it drew. A held
//! content is known again by its address, and nothing in it is looked at.

use std::rc::Rc;

use yew::virtual_dom::VComp;
use yew::{Component, Context, Html, Properties};

/// A content that is the same as another only if it is that one.
#[derive(Properties)]
pub struct Content {
    /// What is in it.
    pub parts: Vec<Html>,
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The component that holds a content.
struct Held;

impl Component for Held {
    type Message = ();
    type Properties = Content;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().parts.iter().cloned().collect()
    }
}

/// Draws a content if it is another than the one before.
pub fn held(content: &Rc<Content>) -> Html {
    VComp::new::<Held>(content.clone(), None).into()
}
