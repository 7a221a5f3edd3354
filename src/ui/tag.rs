//! Elements made by calls and not with `html!`.
//!
//! `html!` writes out the making of each element at its place; here all share
//! a few functions, and a page is some ten kilobytes lighter.

use std::rc::Rc;

use web_sys::Event;
use yew::Html;
use yew::virtual_dom::{AttrValue, Listener, ListenerKind, VTag, VText};

/// An element under construction.
pub struct Tag(VTag);

/// An element without attributes and children.
#[must_use]
pub fn tag(name: &'static str) -> Tag {
    Tag(VTag::new(name))
}

/// Text as a child.
#[must_use]
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

impl Tag {
    /// The same with one more attribute.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.with_value(name, value.into())
    }

    fn with_value(mut self, name: &'static str, value: AttrValue) -> Self {
        if name == "value" && self.0.tag() == "input" {
            self.0.set_value(value);
        } else {
            self.0.add_attribute(name, value);
        }
        self
    }

    /// The same with a mark that is there or not, both in the page and in the
    /// state of the control: `checked`, `selected`.
    #[must_use]
    pub fn marked(mut self, name: &'static str, is: bool) -> Self {
        match name {
            "checked" => self.0.set_checked(is),
            // The attribute is what static pages have, the property what a
            // control obeys that a reader has touched.
            _ if cfg!(target_arch = "wasm32") => self.0.add_property(name, is),
            _ if is => self.0.add_attribute(name, name),
            _ => {}
        }
        self
    }

    /// The same with something that is done at an event.
    #[must_use]
    pub fn on(mut self, kind: ListenerKind, act: impl Fn(Event) + 'static) -> Self {
        self.0.add_listener(Rc::new(On { kind, act: Rc::new(act) }));
        self
    }

    /// The same with text at its end.
    #[must_use]
    pub fn text(self, words: impl Into<AttrValue>) -> Self {
        self.child(text(words))
    }

    /// The same with one more child at its end.
    #[must_use]
    pub fn child(mut self, child: impl Into<Html>) -> Self {
        self.0.add_child(child.into());
        self
    }

    /// The same with more children at its end.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        for child in children {
            self.0.add_child(child);
        }
        self
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        tag.0.into()
    }
}

/// What is done at an event of one kind.
struct On {
    kind: ListenerKind,
    act: Rc<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
