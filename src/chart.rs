//! Figures as data, and how they are drawn.

mod figure;

pub use figure::*;
