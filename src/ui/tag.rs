//! Elements made by calls and not with `html!`.
//!
//! `html!` writes out the making of each element at its place; here all share
//! a few functions, and a page is some ten kilobytes lighter.
//!
//! Words are written on their element, whole, and never into a text node that
//! is kept: what translates a page puts nodes of its own in the place of those,
//! and readers would go on seeing the words before.

use std::rc::Rc;

use web_sys::Event;
use yew::Html;
use yew::virtual_dom::{AttrValue, Listener, ListenerKind, VTag, VText};

/// An element under construction; behind a pointer, so that passing it on
/// costs a pointer and not a copy.
pub struct Tag(Rc<VTag>);

/// An element without attributes and children.
#[must_use]
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Rc::new(VTag::new(name)))
}

impl Tag {
    /// The same with one more attribute.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.with_value(name, value.into())
    }

    #[inline(never)]
    fn with_value(self, name: &'static str, value: AttrValue) -> Self {
        self.change(|tag| {
            if name == "value" && tag.tag() == "input" {
                tag.set_value(value);
            } else {
                tag.add_attribute(name, value);
            }
        })
    }

    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        // Nobody else has it before it is finished.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    /// The same with a mark that is there or not, both in the page and in the
    /// state of the control: `checked`, `selected`.
    #[must_use]
    #[inline(never)]
    pub fn marked(self, name: &'static str, is: bool) -> Self {
        self.change(|tag| match name {
            "checked" => tag.set_checked(is),
            // The attribute is what static pages have, the property what a
            // control obeys that a reader has touched.
            _ if cfg!(target_arch = "wasm32") => tag.add_property(name, is),
            _ if is => tag.add_attribute(name, name),
            _ => {}
        })
    }

    /// The same with something that is done at an event, such as `click`.
    #[must_use]
    pub fn on(self, kind: &'static str, act: impl Fn(Event) + 'static) -> Self {
        self.listening(On { kind, act: Box::new(act) })
    }

    #[inline(never)]
    fn listening(self, on: On) -> Self {
        self.change(|tag| {
            tag.add_listener(Rc::new(on));
        })
    }

    /// The same with text, and nothing else in it.
    #[must_use]
    pub fn text(self, words: impl Into<AttrValue>) -> Self {
        self.saying(words.into())
    }

    #[inline(never)]
    fn saying(self, words: AttrValue) -> Self {
        self.change(|tag| {
            if cfg!(target_arch = "wasm32") {
                tag.add_property("textContent", &*words);
            } else {
                tag.add_child(VText::new(words).into());
            }
        })
    }

    /// The same with one more child at its end.
    #[must_use]
    pub fn child(self, child: impl Into<Html>) -> Self {
        self.adopting(child.into())
    }

    #[inline(never)]
    fn adopting(self, child: Html) -> Self {
        self.change(|tag| tag.add_child(child))
    }

    /// The same with more children at its end.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        for child in children {
            self = self.adopting(child);
        }
        self
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        Self::VTag(tag.0)
    }
}

/// What is done at an event of one kind.
struct On {
    kind: &'static str,
    act: Box<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.kind.into())
    }

    fn handle(&self, event: Event) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
