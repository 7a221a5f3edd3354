//! HTML as text: what is looked for, replaced and escaped in it.

use std::io;

/// The first element that starts so.
pub fn find_element(html: &str, start: &str) -> io::Result<String> {
    take_elements(&mut html.to_owned(), start, ">")
        .into_iter()
        .next()
        .ok_or_else(|| io::Error::other(format!("Trunk's index.html has no {start}")))
}

/// Removes all elements that start and end so, and gives them back.
pub fn take_elements(html: &mut String, start: &str, end: &str) -> Vec<String> {
    let mut taken = Vec::new();
    while let Some(from) = html.find(start) {
        let Some(length) = html[from..].find(end) else { break };
        taken.push(html.drain(from..from + length + end.len()).collect());
    }
    taken
}

/// Replaces all elements that start and end so.
pub fn replace_elements(
    html: &mut String,
    start: &str,
    end: &str,
    mut by: impl FnMut(&str) -> io::Result<String>,
) -> io::Result<()> {
    let mut done = 0;
    while let Some(from) = html[done..].find(start).map(|at| done + at) {
        let Some(length) = html[from + start.len()..].find(end) else { break };
        let to = from + start.len() + length + end.len();
        let new = by(&html[from..to])?;
        html.replace_range(from..to, &new);
        done = from + new.len();
    }
    Ok(())
}

/// The file name in an attribute, without the way to the root before it.
pub fn attribute(element: &str, name: &str) -> io::Result<String> {
    let start = format!("{name}=\"");
    let value = element.split_once(&start).and_then(|(_, rest)| rest.split_once('"'));
    let (value, _) = value.ok_or_else(|| io::Error::other(format!("no {name} in {element}")))?;
    Ok(value.trim_start_matches("../").trim_start_matches("./").to_owned())
}

/// Escapes text for an attribute or an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// HTML without the ends of cells and rows: a parser knows them by what follows,
/// and a page with many tables is a hundredth lighter.
pub fn without_ends(html: &str) -> String {
    ["</td>", "</th>", "</tr>"].iter().fold(html.to_owned(), |html, end| html.replace(end, ""))
}

/// A text with a part of it replaced, which it must have.
pub fn put(text: &str, place: &str, part: &str) -> io::Result<String> {
    if !text.contains(place) {
        return Err(io::Error::other(format!("a script has lost its {place}")));
    }
    Ok(text.replacen(place, part, 1))
}

/// A short name for a content, so that a changed file has a new address (FNV).
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
