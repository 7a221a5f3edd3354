//! Figures as data, and how they are drawn.
//!
//! [`draw()`] turns a [`Figure`] into a [`Scene`]. In between, `layout` decides
//! what stands where, `ticks` what an axis says, `clip` keeps what plotters
//! sees inside the frame, and `pen` records what it draws.

mod clip;
mod compare;
mod cursor;
mod diagram;
mod draw;
mod figure;
mod key;
mod labels;
mod layout;
mod marks;
mod path;
mod pen;
mod raster;
mod reading;
mod scene;
mod spread;
mod theme;
mod ticks;
mod words;

pub use compare::with_before;
pub use cursor::cursor;
pub use draw::{draw, draw_within};
pub use figure::*;
pub use layout::height;
pub use reading::{ReadValue, Reading, Table, nearest_stop, read, stops, tables};
pub use scene::{Element, Frame, QUARTERS, Scene};
pub use theme::{declarations, standalone_style};
pub use words::Font;
