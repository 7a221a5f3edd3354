//! Pictures that leave the page: what stands in them, and that they need
//! nothing that other programs do not know.

use resvg::usvg::roxmltree::{Document, Node};
use what_survives::chart::{Font, declarations};
use what_survives::export::{Given, LICENCE, address, svg};
use what_survives::params::Values;
use what_survives::simulator::AnySimulator;
use what_survives::simulators::ALL;

const SITE: &str = "https://example.org/models/";
const TOKENS: &str = include_str!("../../www/css/tokens.css");

/// All that may stand on an element.
const PLAIN: [&str; 27] = [
    "d",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "href",
    "image-rendering",
    "opacity",
    "preserveAspectRatio",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "transform",
    "width",
    "x",
    "y",
    // Of the whole file alone.
    "viewBox",
    "role",
];

/// The most that one may weigh, in bytes.
const MOST: usize = 24_000;

/// A simulator, a state, and a figure.
type Shown = (&'static dyn AnySimulator, Values, &'static str);

/// Every figure as its page opens, and with nearly all parameters far from there.
fn all() -> Vec<Shown> {
    let mut all = Vec::new();
    for simulator in ALL.iter().copied() {
        let defaults = Values::defaults(simulator.specs());
        let far = simulator.specs().iter().fold(defaults.clone(), |values, spec| {
            if spec.shows { values } else { values.with(spec.id, spec.at_fraction(0.377)) }
        });
        for figure in simulator.figures() {
            all.extend([(simulator, defaults.clone(), figure.id), (simulator, far.clone(), figure.id)]);
        }
    }
    all
}

/// The text of each line that is drawn.
fn lines<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    document
        .descendants()
        .filter(|node| node.is_text())
        .filter(|node| {
            node.parent().is_some_and(|parent| ["text", "tspan"].contains(&parent.tag_name().name()))
        })
        .collect()
}

/// What an element has, or the nearest around it.
fn inherited<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.ancestors().find_map(|around| around.attribute(name))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn a_picture_carries_its_title_caption_address_and_licence() {
    for (simulator, values, id) in all() {
        let run = simulator.run(&values);
        let figure = run.figures().find(|figure| figure.id == id).unwrap();
        let words = |bare: bool| {
            let text = svg(&Given::sure(simulator, values.clone()), id, SITE, bare).unwrap();
            let document = Document::parse(&text).unwrap();
            let lines = lines(&document);
            squeezed(&lines.iter().filter_map(Node::text).collect::<String>())
        };
        let (full, bare) = (words(false), words(true));
        let address = address(&Given::sure(simulator, values.clone()), SITE);
        let source = ["What Survives · ", &address, " · ", LICENCE].concat();
        for part in [figure.title, &figure.caption, &source] {
            assert!(full.contains(&squeezed(part)), "{id}: {part} is not in {full}");
        }
        assert!(full.ends_with(&squeezed(&source)), "{full}");
        for part in [&figure.caption, &address, "What Survives"] {
            assert!(!bare.contains(&squeezed(part)), "{id}: {part} is in {bare}");
        }
        // The picture is the same.
        assert!(full.contains(&bare), "{id}: {bare} is not in {full}");
    }
}

#[test]
fn a_picture_needs_no_style_sheet_and_no_more_than_plain_shapes() {
    let tokens = declarations(TOKENS, "light");
    let is_colour = |value: &str| value == "none" || tokens.iter().any(|(_, colour)| *colour == value);
    for (simulator, values, id) in all() {
        for bare in [false, true] {
            let text = svg(&Given::sure(simulator, values.clone()), id, SITE, bare).unwrap();
            assert!(text.len() < MOST, "{id} has {} bytes", text.len());
            for word in ["currentColor", "var(", "light-dark", "@", "url(", "class", "style", "=\"\""] {
                assert!(!text.contains(word), "{id}: {word}");
            }
            let document = Document::parse(&text).unwrap();
            for node in document.descendants().filter(Node::is_element) {
                let tag = node.tag_name().name();
                if ["title", "desc", "metadata"].contains(&tag) {
                    continue;
                }
                assert!(["svg", "g", "path", "rect", "text", "tspan", "image"].contains(&tag), "{id}: {tag}");
                for attribute in node.attributes() {
                    let name = attribute.name();
                    let of_file = tag == "svg" && name == "aria-labelledby";
                    assert!(PLAIN.contains(&name) || of_file, "{id}: {name} on {tag}");
                    if ["fill", "stroke"].contains(&name) {
                        assert!(is_colour(attribute.value()), "{id}: {}", attribute.value());
                    }
                }
                // What has no filling of its own is black.
                let is_drawn = ["path", "rect", "text"].contains(&tag);
                assert!(!is_drawn || inherited(node, "fill").is_some(), "{id}: {tag} without a colour");
                // Some programs draw nothing of a line without length.
                assert!(!node.attribute("d").is_some_and(|data| data.contains("h0")), "{id}");
            }
        }
    }
}

#[test]
fn all_words_are_inside_the_picture() {
    for (simulator, values, id) in all() {
        for bare in [false, true] {
            let text = svg(&Given::sure(simulator, values.clone()), id, SITE, bare).unwrap();
            let document = Document::parse(&text).unwrap();
            let root = document.root_element();
            let sides: Vec<i32> =
                root.attribute("viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
            assert_eq!(sides[2], 4 * root.attribute("width").unwrap().parse::<i32>().unwrap());
            for line in lines(&document) {
                let [left, top, right, bottom] = place(line);
                let is_inside = left >= 0 && top >= 0 && right <= sides[2] && bottom <= sides[3];
                assert!(is_inside, "{id}: {:?} at {left} {top} {right} {bottom} of {sides:?}", line.text());
            }
        }
    }
}

/// Where a line of text stands: left, top, right, bottom.
fn place(line: Node) -> [i32; 4] {
    let own = line.parent().unwrap();
    let number = |node: Node, name: &str| node.attribute(name).map_or(0, |text| text.parse::<i32>().unwrap());
    let text = own.ancestors().find(|node| node.has_tag_name("text")).unwrap();
    let steps = text
        .children()
        .filter(Node::is_element)
        .take_while(|node| own != text && node.range().start <= own.range().start);
    let mut y = number(text, "y") + steps.map(|node| number(node, "dy")).sum::<i32>();
    let mut x = number(own, "x");
    for moved in own.ancestors().filter_map(|node| node.attribute("transform")) {
        let (across, down) =
            moved.strip_prefix("translate(").unwrap().trim_end_matches(')').split_once(' ').unwrap();
        x += across.parse::<i32>().unwrap();
        y += down.parse::<i32>().unwrap();
    }
    let size: i32 = inherited(own, "font-size").unwrap().parse().unwrap();
    let font = Font { size, bold: inherited(own, "font-weight") == Some("600") };
    let width = font.width(line.text().unwrap());
    let left = match inherited(own, "text-anchor") {
        Some("middle") => x - width / 2,
        Some("end") => x - width,
        _ => x,
    };
    [left, y - size * 78 / 100, left + width, y + size * 22 / 100]
}
