//! How a page looks where it is shared: its picture, its tags, its oEmbed.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::{fs, io, thread};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use serde::Serialize;

use super::base::Base;
use super::html::escape;
use super::page::Page;
use crate::chart::{Element, Figure, Font, Look, QUARTERS, Scene, draw_within};
use crate::params::Values;
use crate::simulators;

/// The names of a page's picture and of its oEmbed file, both in its folder.
pub const PICTURE: &str = "picture.png";
/// What the picture was called when the first snippets were copied; lists of
/// what readers want blocked have a name like this.
pub const FORMER_PICTURE: &str = "social.png";
/// See [`PICTURE`].
pub const OEMBED: &str = "oembed.json";

/// The size of a picture, in pixels: what all sites show whole.
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// The size of a frame that shows an embed whole.
const FRAME: (u32, u32) = (700, 520);

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const FIGURES: &str = include_str!("../../www/css/figure.css");
/// What the picture adds to the figure's style.
const STYLE: &str = "
.chart, .card { font-family: Noto Sans; }
.card .paper { fill: var(--paper); }
.card .headline { fill: var(--ink); font-weight: 700; }
.card .kicker { fill: var(--soft); }
.card .caption { fill: var(--ink); }
.card .wordmark { fill: var(--ink); font-weight: 700; font-style: italic; }
";

/// What a page's picture shows.
struct Card {
    kicker: String,
    title: String,
    figure: Figure,
}

impl Card {
    /// The picture of a page, if it has one of its own.
    fn of(page: &Page) -> Option<Self> {
        let place = page.place.as_ref().filter(|_| page.embedded().is_none())?;
        let (simulator, preset) = place.split_once('/').unwrap_or((place, ""));
        let simulator = simulators::find(simulator)?;
        let info = simulator.info();
        let preset = simulator.presets().iter().find(|known| known.id == preset);
        let values = preset
            .map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
        let figure = simulator.run(&values).figure(0).clone();
        let kicker = match preset {
            _ if page.path.is_empty() => "Interactive models for essays on AI alignment".to_owned(),
            Some(preset) => format!("{} · {}", info.name, preset.name),
            None => info.name.to_owned(),
        };
        let title = if page.path.is_empty() { "What survives?" } else { info.question };
        Some(Self { kicker, title: title.to_owned(), figure })
    }

    /// The picture in words.
    fn alt(&self) -> String {
        format!("{}. {}", self.figure.title, self.figure.caption)
    }

    fn svg(&self) -> String {
        const LEFT: u32 = 60;
        /// Words must be legible where the picture is shown at a third of its size.
        const SCALE: f64 = 1.8;
        let across = WIDTH - 2 * LEFT;
        let (size, title) = match lines(&self.title, 46, true, across) {
            title if title.len() > 2 => (38, lines(&self.title, 38, true, across)),
            title => (46, title),
        };
        let mut caption = lines(&self.figure.caption, 24, false, across);
        if caption.len() > 2 {
            caption.truncate(2);
            caption[1] = format!("{} …", caption[1].rsplit_once(' ').map_or("", |(kept, _)| kept));
        }
        let mut parts = vec![
            placed(Element::new("rect", "paper"), 0, 0).with("width", "100%").with("height", "100%"),
            text("wordmark", 28, WIDTH - LEFT, 66, "What Survives").with("text-anchor", "end"),
        ];
        let mut y = 66;
        parts.push(text("kicker", 25, LEFT, y, &self.kicker));
        y += 14;
        for line in &title {
            y += size + 9;
            parts.push(text("headline", size, LEFT, y, line));
        }
        let mut bottom = HEIGHT - 40;
        for line in caption.iter().rev() {
            parts.push(text("caption", 24, LEFT, bottom, line));
            bottom -= 33;
        }
        let room = f64::from(bottom - 14) - f64::from(y + 26);
        let scene =
            draw_within(&self.figure, (f64::from(across) / SCALE) as u32, Some((room / SCALE) as u32));
        // A figure that cannot be made low enough is made smaller.
        let scale = SCALE.min(room / f64::from(scene.height));
        let x = (f64::from(WIDTH) - scale * f64::from(scene.width)) / 2.0;
        let moved = format!("translate({x} {}) scale({})", y + 26, scale / f64::from(QUARTERS));
        let card = [
            Element::group("card", parts),
            Element::group(Scene::CLASS, scene.nodes).with("transform", moved),
        ];
        let look = Look::new(TOKENS, &[FIGURES, STYLE].concat());
        let drawn = Scene { nodes: look.plain(&self.figure, &card), ..Scene::default() };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">{}</svg>",
            drawn.markup()
        )
    }
}

/// An element at a place of the picture, in pixels.
fn placed(element: Element, x: u32, y: u32) -> Element {
    element.number("x", x as i32).number("y", y as i32)
}

/// A line of text.
fn text(class: &'static str, size: u32, x: u32, y: u32, line: &str) -> Element {
    let element = placed(Element::new("text", class), x, y).number("font-size", size as i32);
    Element { text: line.to_owned(), ..element }
}

/// A text in lines. The widths that [`Font`] reckons with are those of a wide
/// font, and this one is narrower.
fn lines(text: &str, size: u32, bold: bool, width: u32) -> Vec<String> {
    Font { size: size as i32, bold }.wrap(text, (width * 28 / 25) as i32)
}

/// Writes the pictures of all pages that have one.
///
/// # Errors
/// If a picture cannot be drawn or written.
pub fn write_pictures(pages: &[Page], out: &Path) -> io::Result<()> {
    let options = options();
    let waiting =
        Mutex::new(pages.iter().filter_map(|page| Some((&page.path, Card::of(page)?))).collect::<Vec<_>>());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.pop());
    let work = || -> io::Result<()> {
        while let Some((path, card)) = next() {
            let png = render(&card.svg(), &options)
                .map_err(|error| io::Error::other(format!("{path}: {error}")))?;
            for name in [PICTURE, FORMER_PICTURE] {
                fs::write(out.join(path).join(name), &png)?;
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(io::Error::other("a picture could not be drawn")))
        })
    })
}

/// How text is set: in a font that comes with the generator, so that the
/// pictures are the same everywhere.
fn options() -> usvg::Options<'static> {
    let mut fonts = usvg::fontdb::Database::new();
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF, notosans::BOLD_ITALIC_TTF] {
        fonts.load_font_data(font.to_vec());
    }
    usvg::Options { fontdb: Arc::new(fonts), font_family: "Noto Sans".to_owned(), ..usvg::Options::default() }
}

fn render(svg: &str, options: &usvg::Options) -> Result<Vec<u8>, String> {
    let tree = usvg::Tree::from_str(svg, options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or("no memory for the picture")?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

/// What the head of a page says to sites that show links to it. They want
/// whole addresses: what needs one is left out where the host is unknown.
pub fn tags(page: &Page, base: &Base) -> String {
    let mut tags = String::new();
    let mut tag = |name: &str, content: &str| {
        let kind = if name.starts_with("og:") { "property" } else { "name" };
        tags.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\">\n", escape(content)));
    };
    tag("og:type", "website");
    tag("og:site_name", "What Survives");
    tag("og:title", &page.title);
    tag("og:description", &page.description);
    tag("twitter:card", "summary_large_image");
    let card = Card::of(page);
    let folder = if card.is_some() { &*page.path } else { "" };
    // No og:url: a link to a state is shared as it is, and not as the page without it.
    if let Some(picture) = base.url(&format!("{folder}{PICTURE}")) {
        tag("og:image", &picture);
        tag("og:image:width", &WIDTH.to_string());
        tag("og:image:height", &HEIGHT.to_string());
        if let Some(card) = card {
            tag("og:image:alt", &card.alt());
            tag("twitter:image:alt", &card.alt());
        }
    }
    if oembed(page, base).is_some() {
        tags.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            base.url(&format!("{}{OEMBED}", page.path)).unwrap_or_default(),
            escape(&page.title)
        ));
    }
    tags
}

/// An answer of oEmbed 1.0, type rich.
#[derive(Serialize)]
struct Oembed<'a> {
    /// The version of oEmbed.
    version: &'static str,
    /// What is embedded: `rich`, which is HTML.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The name of the site.
    provider_name: &'static str,
    /// The whole address of the site.
    provider_url: String,
    /// The title of the page.
    title: &'a str,
    /// The whole address of the page's picture.
    thumbnail_url: String,
    /// A link to the page, and the frame that shows its figure.
    html: String,
    /// The size of a frame that has room, in pixels.
    width: u32,
    /// See `width`.
    height: u32,
    /// The size of the picture, in pixels.
    thumbnail_width: u32,
    /// See `thumbnail_width`.
    thumbnail_height: u32,
}

/// What a page of a simulator offers to those who embed it by its address
/// alone (oEmbed 1.0, type rich); nothing where the host is unknown.
#[must_use]
pub fn oembed(page: &Page, base: &Base) -> Option<String> {
    let is_simulator = page.place.is_some() && page.embedded().is_none() && !page.path.is_empty();
    if !is_simulator {
        return None;
    }
    let (width, height) = FRAME;
    let title = escape(&page.title);
    // WordPress lets the height follow only where there is a quotation before the frame, and shows it to feeds.
    // The frame is as wide as there is room: its width in pixels would be cut off on phones.
    let html = format!(
        "<blockquote><a href=\"{}\">{title}</a></blockquote><iframe src=\"{}\" width=\"100%\" height=\"{height}\" \
         title=\"{title}\" frameborder=\"0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
        base.url(&page.path)?,
        base.url(&format!("e/{}", page.path))?,
    );
    let answer = Oembed {
        version: "1.0",
        kind: "rich",
        provider_name: "What Survives",
        provider_url: base.url("")?,
        title: &page.title,
        thumbnail_url: base.url(&format!("{}{PICTURE}", page.path))?,
        html,
        width,
        height,
        thumbnail_width: WIDTH,
        thumbnail_height: HEIGHT,
    };
    Some(serde_json::to_string_pretty(&answer).ok()? + "\n")
}
