//! A drawn figure: a small tree of SVG elements with classes, no colours.
//!
//! The page shows it as virtual nodes, the exports write it as text; both
//! walk the same tree one to one. All coordinates are whole quarter pixels.

use std::borrow::Cow;

/// The quarter pixels in a pixel: coordinates are whole numbers, and a
/// quarter is finer than the eye.
pub const QUARTERS: u32 = 4;

/// Quarter pixels.
pub const fn px(pixels: i32) -> i32 {
    pixels * QUARTERS as i32
}

/// A drawn figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The width, in pixels; the view box is `0 0 4*width 4*height`.
    pub width: u32,
    /// The height, in pixels.
    pub height: u32,
    /// Of a drawn figure always four groups, from back to front: mesh, words,
    /// marks, and what stands on the marks. While a parameter changes, a series
    /// remains the same element in its group.
    pub nodes: Vec<Element>,
    /// The frames of the panels, from top to bottom, for a data cursor.
    pub frames: Vec<Frame>,
}

/// An SVG element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its name: `g`, `path`, `text`, `tspan`, `rect`, `mask` or `image`.
    pub tag: &'static str,
    /// Names and values, in the order in which they are written.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// The text before its children; empty for none.
    pub text: String,
    /// What is inside.
    pub children: Vec<Element>,
}

/// A rectangle, in quarter pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Where it begins.
    pub left: i32,
    /// Where it ends.
    pub right: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its lower edge.
    pub bottom: i32,
}

impl Frame {
    /// From left to right.
    #[must_use]
    pub fn width(self) -> i32 {
        self.right - self.left
    }

    /// From top to bottom.
    #[must_use]
    pub fn height(self) -> i32 {
        self.bottom - self.top
    }

    /// The place that is a fraction of the way from left to right.
    #[must_use]
    pub fn x(self, fraction: f64) -> i32 {
        self.left + nearest(fraction * f64::from(self.width()))
    }

    /// The place that is a fraction of the way from the bottom to the top.
    #[must_use]
    pub fn y(self, fraction: f64) -> i32 {
        self.bottom - nearest(fraction * f64::from(self.height()))
    }
}

/// The whole number nearest to a small number.
#[must_use]
pub fn nearest(number: f64) -> i32 {
    (number + 0.5).floor() as i32
}

impl Element {
    /// An element with a class.
    #[must_use]
    pub fn new(tag: &'static str, class: impl Into<Cow<'static, str>>) -> Self {
        Self { tag, ..Self::default() }.with("class", class)
    }

    /// A group with a class.
    #[must_use]
    #[inline(never)]
    pub fn group(class: &'static str, children: Vec<Self>) -> Self {
        Self { children, ..Self::new("g", class) }
    }

    /// The same with one more attribute.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with_value(name, value.into())
    }

    // Written out at each call it would weigh kilobytes.
    #[inline(never)]
    fn with_value(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.attributes.push((name, value));
        self
    }

    /// The same with one more attribute, a number.
    #[must_use]
    #[inline(never)]
    pub fn number(self, name: &'static str, value: i32) -> Self {
        self.with(name, value.to_string())
    }

    /// The value of an attribute; empty if it is not there.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            push_escaped(out, value);
            out.push('"');
        }
        if self.text.is_empty() && self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        push_escaped(out, &self.text);
        for child in &self.children {
            child.write(out);
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

impl Scene {
    /// The class of the `svg` element, on which the style sheet hangs.
    pub const CLASS: &'static str = "chart";

    /// The `viewBox` of the `svg` element.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", QUARTERS * self.width, QUARTERS * self.height)
    }

    /// The edges of the first panel's frame, `left top right bottom` in quarter
    /// pixels, for scripts that draw on the picture.
    #[must_use]
    pub fn frame_words(&self) -> String {
        let Frame { left, right, top, bottom } = self.frames.first().copied().unwrap_or_default();
        format!("{left} {top} {right} {bottom}")
    }

    /// The elements as text, without an `svg` around them.
    #[must_use]
    pub fn markup(&self) -> String {
        let mut out = String::new();
        for node in &self.nodes {
            node.write(&mut out);
        }
        out
    }

    /// A whole SVG file, with its title, what is to be seen, and where it is
    /// from, for those who look into it or have it read to them.
    #[must_use]
    pub fn to_svg(&self, title: &str, description: &str, source: &str) -> String {
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\" width=\"{}\" height=\"{}\" role=\"img\" aria-labelledby=\"title desc\">",
            self.view_box(),
            self.width,
            self.height,
        );
        for (tag, text) in [("title", title), ("desc", description)] {
            Element { text: text.to_owned(), ..Element { tag, ..Element::default() }.with("id", tag) }
                .write(&mut out);
        }
        Element { text: source.to_owned(), ..Element { tag: "metadata", ..Element::default() } }
            .write(&mut out);
        out.push_str(&self.markup());
        out.push_str("</svg>\n");
        out
    }
}

fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_written_as_one_file() {
        let line = Element::new("path", "line yours").with("d", "M0 0h4");
        let scene = Scene {
            width: 10,
            height: 5,
            nodes: vec![Element::group("marks", vec![line])],
            ..Scene::default()
        };
        assert_eq!(
            scene.to_svg("Less <than>", "\"Quoted\" & so on", "Us."),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" width=\"10\" \
             height=\"5\" role=\"img\" aria-labelledby=\"title desc\"><title id=\"title\">Less &lt;than></title>\
             <desc id=\"desc\">&quot;Quoted&quot; &amp; so on</desc><metadata>Us.</metadata>\
             <g class=\"marks\"><path class=\"line yours\" d=\"M0 0h4\"/></g></svg>\n"
        );
    }
}
