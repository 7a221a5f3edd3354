//! Mathematics that is the same to the last bit natively and in the browser.
//!
//! The standard library's transcendental functions differ between the two;
//! those of `libm` do not.

pub use libm::{exp, expm1, log as ln, log1p as ln_1p, log2, log10, pow, sqrt};
