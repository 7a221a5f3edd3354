//! Which of two ways to build.

/// How much the compiler should do.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// Quick to build, for `serve`.
    Development,
    /// Small and fast, for readers.
    Release,
}
