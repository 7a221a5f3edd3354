//! A simulator's text: Markdown with equations and live numbers, as HTML.
//!
//! `{id}` is a slot: the readout or parameter of that id, in words, which the
//! program keeps true. `[word](word:id)` is a word of the glossary, where the
//! text first uses it. `$…$` is an equation in LaTeX, which becomes MathML. One
//! that stands alone breaks at `\\` and after `\qquad` where the line is short.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser as LatexParser, Storage, push_mathml};

use super::html::escape;
use crate::ui::carry;

/// What ends a sentence or a part of it.
const CLOSING: [char; 7] = [',', '.', ';', ':', '?', '!', ')'];

/// Turns Markdown into HTML. `value` gives the words for a slot, `number` the
/// number that a link to another simulator carries.
///
/// # Errors
/// A sentence that names the slot that does not exist or the equation that is
/// no LaTeX.
pub fn to_html(
    markdown: &str,
    value: impl Fn(&str) -> Option<String>,
    number: impl Fn(&str) -> Option<f64>,
) -> Result<String, String> {
    let options = Options::ENABLE_MATH | Options::ENABLE_TABLES | Options::ENABLE_SMART_PUNCTUATION;
    let mut events = TextMergeStream::new(Parser::new_ext(markdown, options)).peekable();
    let mut out: Vec<Event<'_>> = Vec::new();
    let mut heading = None;
    let mut is_open = false;
    let mut is_word = false;
    while let Some(event) = events.next() {
        match event {
            Event::InlineMath(latex) => {
                let equation = mathml(&latex, DisplayMode::Inline)?;
                // No line begins with the comma that follows an equation.
                match events.peek() {
                    Some(Event::Text(text)) if text.starts_with(CLOSING) => {
                        out.extend([raw("<span class=\"whole\">".to_owned()), equation]);
                        is_open = true;
                    }
                    _ => out.push(equation),
                }
            }
            // What may be wider than a phone scrolls in a box of its own, which
            // the keyboard must reach.
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("to:") => {
                let link = &dest_url["to:".len()..];
                let address =
                    carry::address(link, &number).ok_or_else(|| format!("the link “{link}” is not right"))?;
                out.push(raw(format!("<a data-carry=\"{link}\" href=\"./{address}\">")));
            }
            // A word that the glossary explains, where it is first used.
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("word:") => {
                let word = &dest_url["word:".len()..];
                is_word = true;
                out.push(raw(format!("<dfn><a href=\"./about/#{word}\">")));
            }
            Event::End(TagEnd::Link) if is_word => {
                is_word = false;
                out.push(raw("</a></dfn>".to_owned()));
            }
            Event::DisplayMath(latex) => {
                out.push(scrolling("span", "Equation"));
                for line in latex.split("\\\\") {
                    for part in line.split_inclusive("\\qquad") {
                        out.push(mathml(part, DisplayMode::Block)?);
                    }
                }
                out.push(raw("</span>".to_owned()));
            }
            Event::Start(Tag::Table(alignment)) => {
                out.push(scrolling("div", "Table"));
                out.push(Event::Start(Tag::Table(alignment)));
            }
            Event::End(TagEnd::Table) => {
                out.push(Event::End(TagEnd::Table));
                out.push(raw("</div>".to_owned()));
            }
            Event::Text(text) => {
                if let Some(name) = &mut heading {
                    *name = slug(&text);
                }
                let mut rest = &*text;
                if std::mem::take(&mut is_open) {
                    rest = text.trim_start_matches(CLOSING);
                    out.push(raw(escape(&text[..text.len() - rest.len()]) + "</span>"));
                }
                out.push(raw(slots(rest, &value)?));
            }
            // A heading is a place that can be linked to.
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                heading = Some(String::new());
                out.push(Event::SoftBreak);
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                let name = heading.take().unwrap_or_default();
                let start = out.iter().rposition(|event| *event == Event::SoftBreak).unwrap_or_default();
                out[start] = raw(format!("<h2 id=\"{name}\"><a href=\"#{name}\">"));
                out.push(raw("</a></h2>\n".to_owned()));
            }
            event => out.push(event),
        }
    }
    let mut text = String::new();
    html::push_html(&mut text, out.into_iter());
    Ok(text)
}

fn raw(text: String) -> Event<'static> {
    Event::InlineHtml(CowStr::from(text))
}

/// The start of a box that scrolls sideways if it must; a `span` in a paragraph.
fn scrolling(element: &str, name: &str) -> Event<'static> {
    raw(format!("<{element} class=\"scrolling\" role=\"group\" aria-label=\"{name}\" tabindex=\"0\">"))
}

fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Escapes text and fills its slots.
fn slots(text: &str, value: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (id, after) = after.split_once('}').ok_or_else(|| format!("a slot is not closed: {{{after}"))?;
        let words = value(id).ok_or_else(|| format!("no readout or parameter is called “{id}”"))?;
        out.push_str(&unbroken(&escape(before)));
        out.push_str(&format!("<b data-value=\"{id}\">{}</b>", escape(&words)));
        rest = after;
    }
    out.push_str(&unbroken(&escape(rest)));
    Ok(out)
}

/// Text in which no line ends between a number and its per cent.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

fn mathml(latex: &str, display_mode: DisplayMode) -> Result<Event<'static>, String> {
    let storage = Storage::new();
    let events: Vec<_> = LatexParser::new(latex, &storage).collect();
    if let Some(Err(error)) = events.iter().find(|event| event.is_err()) {
        return Err(format!("the equation “{latex}” is not right: {error}"));
    }
    let mut out = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    push_mathml(&mut out, events.into_iter(), config).map_err(|error| error.to_string())?;
    // The content security policy allows no inline style.
    while let Some(start) = out.find(" style=\"") {
        let Some(length) = out[start + 8..].find('"') else { break };
        out.replace_range(start..start + 8 + length + 1, "");
    }
    Ok(raw(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> Result<String, String> {
        to_html(markdown, |id| (id == "half_life").then(|| "69 opportunities".to_owned()), |_| Some(69.0))
    }

    #[test]
    fn a_slot_becomes_a_live_number() {
        let text = html("After {half_life}, half is left.").expect("a right text");
        assert!(text.contains("<b data-value=\"half_life\">69 opportunities</b>, half"), "{text}");
    }

    #[test]
    fn a_misspelt_slot_and_a_wrong_equation_are_errors() {
        assert!(html("{half_lief}").is_err_and(|error| error.contains("half_lief")));
        assert!(html("{half_life").is_err());
        assert!(html(r"$\frac{1}$").is_err());
    }

    #[test]
    fn an_equation_has_no_styles_of_its_own() {
        let text = html(r"$a\!b$").expect("a right text");
        assert!(text.contains("<math") && !text.contains("style"), "{text}");
    }

    #[test]
    fn an_equation_becomes_mathml_and_its_braces_are_no_slots() {
        let text = html(r"$e^{-x}$").expect("a right text");
        assert!(text.contains("<math") && text.contains("<msup>"), "{text}");
    }

    #[test]
    fn an_equation_that_stands_alone_comes_in_parts() {
        let text = html(r"$$a = b, \qquad c \\ = d$$").expect("a right text");
        assert_eq!(text.matches("<math").count(), 3, "{text}");
    }

    #[test]
    fn a_comma_stays_with_the_equation_before_it() {
        assert!(html("As $x$), so y.").is_ok_and(|text| text.contains("</math>),</span> so")));
        assert!(
            html("As $x$ so y.").is_ok_and(|text| text.contains("As <math") && text.contains("</math> so"))
        );
        assert!(html("At 5 % of $x$").is_ok_and(|text| text.contains("At 5\u{a0}% of")));
    }

    #[test]
    fn a_link_to_another_simulator_carries_a_number() {
        let text = html("[See](to:decay?patience=half_life*10).").expect("a right text");
        assert!(
            text.contains(
                "<a data-carry=\"decay?patience=half_life*10\" href=\"./decay/?patience=690\">See</a>"
            ),
            "{text}"
        );
        assert!(html("[See](to:decay).").is_err());
    }

    #[test]
    fn a_word_leads_to_the_glossary() {
        let text = html("A [Luigi](word:luigi) is [good](./good/).").expect("a right text");
        assert!(
            text.contains(
                "A <dfn><a href=\"./about/#luigi\">Luigi</a></dfn> is <a href=\"./good/\">good</a>."
            ),
            "{text}"
        );
    }

    #[test]
    fn an_equation_brings_no_inline_style() {
        let text = html(r"$\begin{cases} a & b \\ c & d \end{cases} \min_x f$").expect("a right text");
        assert!(text.contains("<mtd") && !text.contains("style="), "{text}");
    }

    #[test]
    fn a_heading_can_be_linked_to() {
        let text = html("## What is it?\n\nWords.").expect("a right text");
        assert!(
            text.contains("<h2 id=\"what-is-it\"><a href=\"#what-is-it\">What is it?</a></h2>"),
            "{text}"
        );
    }
}
