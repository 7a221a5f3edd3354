//! What a simulator says for one state, as a file: JSON with everything, CSV
//! with the points of the figures, a figure as SVG, a table and a citation;
//! what [`explore`](crate::explore) finds, as JSON and in words; and the JSON
//! read back.
//!
//! Each says which simulator and version it is from, for which parameters, at
//! which address and under which licence. CSV has no place for that: its JSON
//! says it.
//!
//! The command line and the JavaScript module make the same bytes, because
//! both carry this; the programs of the pages do not (feature `export`).

mod given;
mod source;
mod svg;
mod words;
mod text;
pub mod number;
pub mod value;
pub mod points;
mod spreadsheet;
pub mod state;
pub mod list;
mod read;
pub mod exploration;
pub mod explored;
mod report;
mod view;
#[cfg(feature = "schema")]
mod schema;

pub use exploration::{Asked, Exploration};
pub use explored::explored;
pub use given::Given;
pub use list::list;
pub use read::{read, read_state};
pub use report::report;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use source::{LICENCE, VERSION, address, name};
pub use spreadsheet::{Signs, csv};
pub use state::{SCHEMA, json};
pub use svg::svg;
pub use view::view;
pub use words::{bibtex, citation, markdown};
