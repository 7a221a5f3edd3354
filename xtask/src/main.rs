//! What the README's commands run: serve, build, test.

fn main() {}
