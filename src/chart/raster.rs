//! A map of values as one picture in a mask.
//!
//! The mask lets more or less of a rectangle through, and the rectangle has
//! its colour from the style sheet like everything else; so maps follow the
//! theme although the picture itself cannot.

use super::element::element;
use super::figure::Grid;
use super::png::{checksum, data_uri, png};
use super::scene::{Element, Frame};
use super::stage::Stage;
use crate::number::Format;

/// The elements of a map: the mask and the coloured rectangle.
pub fn map(grid: &Grid, stage: &Stage) -> Vec<Element> {
    let frame = stage.frame;
    let picture = data_uri(&png(grid));
    // The name must be the picture's own: a page has several maps.
    let name = format!("map-{:08x}-{}-{}", checksum(picture.as_bytes()), frame.left, frame.width());
    // The centres of the outermost cells lie on the edges of the frame.
    let (across, up) = (cell(frame.width(), grid.columns), cell(frame.height(), grid.rows));
    let image = Element { tag: "image", ..Element::default() }
        .number("x", frame.left - across / 2)
        .number("y", frame.top - up / 2)
        .number("width", frame.width() + across)
        .number("height", frame.height() + up)
        .with("preserveAspectRatio", "none")
        // Between shares there are shares, but between words there is nothing.
        .with("image-rendering", if let Format::Words(_) = grid.format { "pixelated" } else { "auto" })
        .with("href", picture);
    let mask = Element { tag: "mask", children: vec![image], ..Element::default() }.with("id", name.clone());
    let shown = Element { tag: "rect", ..element("map", grid.role) };
    vec![mask, placed(shown, frame).with("mask", format!("url(#{name})"))]
}

/// A rectangle that fills a frame.
pub fn placed(element: Element, frame: Frame) -> Element {
    element
        .number("x", frame.left)
        .number("y", frame.top)
        .number("width", frame.width())
        .number("height", frame.height())
}

/// The size of a cell when the outer ones are halved by the frame.
fn cell(length: i32, cells: usize) -> i32 {
    length / (cells as i32 - 1).max(1)
}
