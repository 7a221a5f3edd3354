//! A small static web server for `serve`: one folder, the local machine only,
//! with a script added to each page that reloads it after a new build.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// The addresses that exist only here; a built page cannot have these names.
const RELOAD_SCRIPT: &str = "/-reload.js";
const BUILD_NUMBER: &str = "/-build";

/// Answers requests for files of `folder` until the process ends, each in a thread of its own.
pub fn answer_all(listener: &TcpListener, folder: &Path, build: &Arc<AtomicU64>) {
    for stream in listener.incoming().flatten() {
        let (folder, build) = (folder.to_path_buf(), Arc::clone(build));
        // A reader who leaves early is no error worth a word.
        thread::spawn(move || answer(&stream, &folder, &build).ok());
    }
}

fn answer(mut stream: &TcpStream, folder: &Path, build: &AtomicU64) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    // Closing a connection with unread headers would reset it.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let address = request.split(' ').nth(1).unwrap_or("/");
    let (path, query) = address.split_once('?').map_or((address, ""), |(path, query)| (path, query));
    let reply = match path {
        RELOAD_SCRIPT => Reply::new("200 OK", "js", include_bytes!("reload.js").to_vec()),
        BUILD_NUMBER => Reply::new("200 OK", "txt", build.load(Ordering::Relaxed).to_string().into_bytes()),
        _ => file_reply(folder, path, query),
    };
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Access-Control-Allow-Origin: *\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        reply.status,
        mime(&reply.ending),
        reply.body.len(),
        reply.location.map(|location| format!("Location: {location}\r\n")).unwrap_or_default()
    )?;
    if request.starts_with("HEAD ") { Ok(()) } else { stream.write_all(&reply.body) }
}

struct Reply {
    status: &'static str,
    ending: String,
    body: Vec<u8>,
    location: Option<String>,
}

impl Reply {
    fn new(status: &'static str, ending: &str, body: Vec<u8>) -> Self {
        Self { status, ending: ending.to_owned(), body, location: None }
    }
}

fn file_reply(folder: &Path, path: &str, query: &str) -> Reply {
    let Some(file) = file_of(folder, path) else { return not_found(folder) };
    if file.is_dir() && !path.ends_with('/') {
        let question = if query.is_empty() { "" } else { "?" };
        let location = Some(format!("{path}/{question}{query}"));
        return Reply { location, ..Reply::new("301 Moved Permanently", "txt", Vec::new()) };
    }
    let file = if file.is_dir() { file.join("index.html") } else { file };
    match fs::read(&file) {
        Ok(body) => page_or_file("200 OK", &file, body),
        Err(_) => not_found(folder),
    }
}

fn not_found(folder: &Path) -> Reply {
    let file = folder.join("404.html");
    let body = fs::read(&file).unwrap_or_else(|_| b"Not found, or not built yet.".to_vec());
    page_or_file("404 Not Found", &file, body)
}

fn page_or_file(status: &'static str, file: &Path, mut body: Vec<u8>) -> Reply {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    if ending == "html" {
        body.extend(format!("<script type=\"module\" src=\"{RELOAD_SCRIPT}\"></script>\n").bytes());
    }
    Reply::new(status, &ending, body)
}

/// The file or folder that a path means, if it lies inside.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    // The site's own names need no percent decoding.
    let relative = Path::new(path.trim_start_matches('/'));
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(relative))
}

fn mime(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside_the_folder() {
        let check = |path, expected: Option<&str>| {
            assert_eq!(file_of(Path::new("site"), path), expected.map(PathBuf::from), "{path}");
        };
        check("/", Some("site"));
        check("/about/", Some("site/about"));
        check("/../secret", None);
        check("/about/../../secret", None);
    }
}
