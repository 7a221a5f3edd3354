//! A picture that stands alone: a figure on paper, with margins, and with its
//! title, its caption and where it is from inside.

use super::draw::draw;
use super::element::{classed, text};
use super::figure::Figure;
use super::look::Look;
use super::scene::{Element, QUARTERS, Scene, px};
use super::words::{CAPTION, Font, HEADLINE, SOURCE};

/// Around the picture, and around one without words.
const MARGIN: i32 = px(24);
const BARE_MARGIN: i32 = px(12);
/// Between the title, the figure, the caption and the source.
const GAP: i32 = px(16);

/// What the words add to the style of figures. Not every program knows what
/// `system-ui` is, or reads quotation marks.
const STYLE: &str = "
.chart { font-family: Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif; }
.chart .headline { font-size: 76px; font-weight: 600; fill: var(--ink); }
.chart .caption { font-size: 58px; fill: var(--ink); }
.chart .source { font-size: 46px; }
";

/// A figure that was drawn for a width in pixels, as it looks on paper, with the
/// site's colours and the style sheet of figures. With a `source`, the title
/// stands above it, and the caption and the source below.
#[must_use]
pub fn picture(figure: &Figure, width: u32, tokens: &str, sheet: &str, source: Option<&str>) -> Scene {
    let scene = draw(figure, width);
    let across = (scene.width * QUARTERS) as i32;
    let margin = if source.is_some() { MARGIN } else { BARE_MARGIN };
    let mut top = margin;
    let mut parts = Vec::new();
    let mut write = |words: &str, font: Font, class: &'static str, top: &mut i32| {
        let lines = font.wrap_all(words, across);
        if !lines.is_empty() {
            parts.push(classed(text(&lines, font, margin, *top), class));
            *top += lines.len() as i32 * font.line_height() + GAP;
        }
    };
    if source.is_some() {
        write(figure.title, HEADLINE, "headline", &mut top);
    }
    let figure_top = top;
    top += (scene.height * QUARTERS) as i32;
    if let Some(source) = source {
        top += GAP;
        write(&figure.caption, CAPTION, "caption", &mut top);
        write(source, SOURCE, "source", &mut top);
        top -= GAP;
    }
    let size = (scene.width + 2 * (margin as u32) / QUARTERS, ((top + margin) as u32).div_ceil(QUARTERS));
    let moved = format!("translate({margin} {figure_top})");
    let drawn = Element { tag: "g", children: scene.nodes, ..Element::default() }.with("transform", moved);
    let paper = Element::new("rect", "paper")
        .number("width", (size.0 * QUARTERS) as i32)
        .number("height", (size.1 * QUARTERS) as i32);
    let all = [vec![paper, drawn], parts].concat();
    Scene {
        width: size.0,
        height: size.1,
        nodes: Look::new(tokens, &[sheet, STYLE].concat())
            .plain(figure, &[Element::group(Scene::CLASS, all)]),
        frames: Vec::new(),
    }
}
