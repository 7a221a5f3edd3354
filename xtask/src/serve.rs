//! The site on the local machine, built again whenever a source changes.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::build::build;
use crate::http;
use crate::process::Outcome;
use crate::profile::Profile;
use crate::tools::Tools;

/// What the site is made of.
const SOURCES: [&str; 6] = ["src", "www", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// Serves the site until the process is stopped.
///
/// # Errors
/// If the host is no name or address of this machine, or the port is taken.
pub fn serve(tools: &Tools, host: &str, port: u16) -> Outcome {
    let listener = listen(host, port)?;
    let address = listener.local_addr().map_err(|error| format!("cannot listen: {error}"))?;
    // Not dist/: what is meant for readers has no debug build in it.
    let folder = tools.root().join("target").join("serve");
    let builds = Arc::new(AtomicU64::new(0));
    let (served, counted) = (folder.clone(), Arc::clone(&builds));
    thread::spawn(move || http::answer_all(&listener, &served, &counted));

    loop {
        // Taken before the build, so that a change during it is not missed.
        let state = state_of(tools.root());
        match build(tools, Profile::Development, None, &folder) {
            Ok(()) => {
                builds.fetch_add(1, Ordering::Relaxed);
                println!("The site is at http://{address}/ and follows every change; Ctrl-C ends it.");
            }
            Err(message) => println!("{message}\nWaiting for a change."),
        }
        while state_of(tools.root()) == state {
            thread::sleep(Duration::from_millis(300));
        }
    }
}

fn listen(host: &str, port: u16) -> Outcome<TcpListener> {
    TcpListener::bind((host, port)).map_err(|error| {
        format!("cannot listen on {host}, port {port} ({error}); choose others with --host and --port")
    })
}

/// How many source files there are and when the last was changed: asking for
/// that is cheap, and unlike notices of the system it works everywhere.
fn state_of(root: &Path) -> (usize, Option<SystemTime>) {
    SOURCES.iter().map(|source| state_of_tree(&root.join(source))).fold((0, None), join)
}

fn state_of_tree(path: &Path) -> (usize, Option<SystemTime>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| state_of_tree(&entry.path())).fold((0, None), join),
        Err(_) => (1, fs::metadata(path).and_then(|metadata| metadata.modified()).ok()),
    }
}

fn join(a: (usize, Option<SystemTime>), b: (usize, Option<SystemTime>)) -> (usize, Option<SystemTime>) {
    (a.0 + b.0, a.1.max(b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listens_where_it_is_told_to() {
        for (host, address) in [("127.0.0.1", "127.0.0.1"), ("localhost", ""), ("0.0.0.0", "0.0.0.0")] {
            let listener = listen(host, 0).unwrap();
            assert!(listener.local_addr().unwrap().ip().to_string().contains(address), "{host}");
        }
        assert!(listen("no such host", 0).is_err_and(|said| said.contains("--host")));
    }
}
