//! Figures as data, and how they are drawn.
//!
//! [`draw()`] turns a [`Figure`] into a [`Scene`]. In between, `layout` decides
//! what stands where, `ticks` what an axis says, `clip` keeps what plotters
//! sees inside the frame, and `pen` records what it draws.

mod figure;
mod compare;
mod reading;
mod scene;
mod words;
mod theme;
mod clip;
mod path;
mod pen;
mod ticks;
mod spread;
mod key;
mod layout;
mod stage;
mod element;
mod png;
mod raster;
mod look;
mod marks;
mod diagram;
mod labels;
mod draw;
mod plate;
mod cursor;

pub use compare::with_before;
pub use cursor::cursor;
pub use draw::{draw, draw_within};
pub use figure::*;
pub use layout::height;
pub use look::Look;
pub use plate::picture;
pub use reading::{ReadValue, Reading, Table, nearest_stop, read, stops, tables};
pub use scene::{Element, Frame, QUARTERS, Scene};
pub use theme::declarations;
#[cfg(feature = "export")]
pub(crate) use ticks::ticks;
pub use words::Font;
