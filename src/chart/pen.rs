//! plotters draws here, and path data comes out.
//!
//! Nothing but shapes comes this way. Words are placed by our own metrics:
//! plotters would measure them in the browser's document.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PathElement, PointCollection, Polygon};
use plotters::style::BLACK;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::clip::Point;
use super::path::PathData;
use super::scene::{Frame, nearest};
use super::theme::Marker;

/// A drawing surface for plotters that records one path. What kind of line it
/// is, the class of its element says.
struct Pen<'a> {
    path: &'a mut PathData,
    size: (u32, u32),
}

/// A drawing area whose coordinates run from 0 to 1 along both axes; values
/// have become fractions, and been clipped, before plotters sees them.
pub struct Plot<'a>(DrawingArea<Pen<'a>, Cartesian2d<Fraction, Fraction>>);

/// Draws in a frame, and gives the path data of what was drawn.
#[must_use]
pub fn record(frame: Frame, draw: &dyn Fn(&Plot)) -> String {
    record_with_mesh(frame, &[], &[], draw)
}

/// The same with ticks, at fractions of the axes, for a mesh.
#[must_use]
pub fn record_with_mesh(frame: Frame, x_ticks: &[f64], y_ticks: &[f64], draw: &dyn Fn(&Plot)) -> String {
    let mut path = PathData::default();
    let size = (frame.right.max(0) as u32 + 1, frame.bottom.max(0) as u32 + 1);
    let area: DrawingArea<Pen, Shift> = Pen { path: &mut path, size }.into_drawing_area();
    let ranges = (frame.left..frame.right, frame.bottom..frame.top);
    let (x, y) = (Fraction { ticks: x_ticks.to_vec() }, Fraction { ticks: y_ticks.to_vec() });
    let plot = Plot(area.apply_coord_spec(Cartesian2d::new(x, y, ranges)));
    draw(&plot);
    drop((plot, area));
    path.finish()
}

impl Plot<'_> {
    /// A line through points.
    pub fn line(&self, points: Vec<Point>) {
        recorded(self.0.draw(&PathElement::new(points, BLACK)));
    }

    /// A closed shape.
    pub fn shape(&self, points: Vec<Point>) {
        recorded(self.0.draw(&Polygon::new(points, BLACK)));
    }

    /// A dot of a shape and radius, in quarter pixels.
    pub fn dot(&self, centre: Point, marker: Marker, radius: i32) {
        recorded(self.0.draw(&Dot { centre, marker, radius }));
    }

    /// A level line across the frame at each tick of the y axis.
    pub fn level_lines(&self) {
        recorded(self.0.draw_mesh(
            |pen, line| match line {
                MeshLine::YMesh(from, to, _) => pen.draw_line(from, to, &BLACK),
                MeshLine::XMesh(..) => Ok(()),
            },
            usize::MAX,
            usize::MAX,
        ));
    }

    /// A short line, so many quarter pixels long, below the frame at each
    /// tick of the x axis.
    pub fn tick_marks_below(&self, length: i32) {
        recorded(self.0.draw_mesh(
            |pen, line| match line {
                MeshLine::XMesh(foot, _, _) => pen.draw_line(foot, (foot.0, foot.1 + length), &BLACK),
                MeshLine::YMesh(..) => Ok(()),
            },
            usize::MAX,
            usize::MAX,
        ));
    }

    /// The same to the left of the frame at each tick of the y axis.
    pub fn tick_marks_beside(&self, length: i32) {
        recorded(self.0.draw_mesh(
            |pen, line| match line {
                MeshLine::YMesh(foot, _, _) => pen.draw_line(foot, (foot.0 - length, foot.1), &BLACK),
                MeshLine::XMesh(..) => Ok(()),
            },
            usize::MAX,
            usize::MAX,
        ));
    }
}

/// Recording cannot fail: the pen has no errors, and nobody else holds it.
fn recorded<E>(_: Result<(), E>) {}

/// A dot as an element of plotters, so that every dot has the same shape
/// however its centre is rounded.
struct Dot {
    centre: Point,
    marker: Marker,
    radius: i32,
}

impl<'a> PointCollection<'a, Point> for &'a Dot {
    type Point = &'a Point;
    type IntoIter = std::iter::Once<&'a Point>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.centre)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Dot {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        centres: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        for (x, y) in centres {
            let around = |offsets: &[(i32, i32)]| -> Vec<BackendCoord> {
                let scaled = |offset: i32| nearest(f64::from(offset * self.radius) / 8.0);
                offsets.iter().map(|(dx, dy)| (x + scaled(*dx), y + scaled(*dy))).collect()
            };
            match self.marker {
                Marker::Disc => backend.draw_circle((x, y), self.radius as u32, &BLACK, true)?,
                Marker::Shape(offsets) => backend.fill_polygon(around(offsets), &BLACK)?,
                Marker::Lines(lines) => {
                    for offsets in lines {
                        backend.draw_path(around(offsets), &BLACK)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// An axis from 0 to 1, with ticks of our own.
struct Fraction {
    ticks: Vec<f64>,
}

impl Ranged for Fraction {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        limit.0 + nearest(value * f64::from(limit.1 - limit.0))
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> std::ops::Range<f64> {
        0.0..1.0
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, place: BackendCoord, _: BackendColor) -> Drawn {
        self.path.disc(place);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S) -> Drawn {
        self.path.line(&[from, to]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        let places: Vec<BackendCoord> = path.into_iter().collect();
        self.path.line(&places);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.path.shape(&[from, (to.0, from.1), to, (from.0, to.1)]);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        self.path.disc(centre);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        places: I,
        _: &S,
    ) -> Drawn {
        let places: Vec<BackendCoord> = places.into_iter().collect();
        self.path.shape(&places);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, _: BackendCoord) -> Drawn {
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let font = super::words::Font { size: style.size() as i32, bold: false };
        Ok((font.width(text).max(0) as u32, font.line_height().max(0) as u32))
    }
}
