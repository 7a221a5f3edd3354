//! Mathematics that is the same to the last bit natively and in the browser.
//!
//! The standard library's transcendental functions differ between the two;
//! those of `libm` do not.

mod elementary;
mod log_weights;
mod exponential_integral;
mod normal;
mod random;
mod root;

pub use elementary::{log_add, log_sum_exp, logit, sigma, softplus, sort_short};
pub use exponential_integral::{e1, e1_scaled};
pub use libm::{exp, expm1, log as ln, log1p as ln_1p, log2, log10, pow, sqrt};
pub use log_weights::{LogWeights, divergence};
pub use normal::{phi, phi_complement, phi_inverse};
pub use random::Random;
pub use root::{Root, root};
