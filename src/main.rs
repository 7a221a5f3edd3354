//! The program's edge: in the browser it mounts the page, natively it is the
//! command line.

fn main() {}
