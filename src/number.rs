//! Numbers as text: read however people write them, and written for people.

mod decimal;
mod written;
mod entry;

pub use decimal::{parse, plain, round_to_digits};
pub use entry::{Entry, Reading, read, seen};
pub use written::{Format, field, human, percent, power_of_ten, with_unit};
