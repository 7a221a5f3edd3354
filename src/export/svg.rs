//! A figure as an SVG file.

use super::source::{LICENCE, VERSION, address};
use crate::chart::{draw, standalone_style};
use crate::params::Values;
use crate::simulator::AnySimulator;

/// Width of a drawn figure, in pixels.
const WIDTH: u32 = 720;

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const FIGURES: &str = include_str!("../../www/css/figure.css");

/// A figure as an SVG file in the site's own style, light and dark; `None` if
/// the simulator has none of that id.
#[must_use]
pub fn svg(simulator: &dyn AnySimulator, values: &Values, figure: &str, site: &str) -> Option<String> {
    let place = simulator.figures().iter().position(|known| known.id == figure)?;
    let run = simulator.run(values);
    let figure = run.figure(place);
    let svg = draw(figure, WIDTH).to_svg(figure.title, &figure.caption, &standalone_style(TOKENS, FIGURES));
    let address = escaped(&address(simulator, values, site));
    let source = [
        "</desc><metadata>What Survives, ",
        simulator.info().id,
        ", version ",
        VERSION,
        ". ",
        &address,
        ". Licence: ",
        LICENCE,
        ".</metadata>",
    ];
    Some(svg.replacen("</desc>", &source.concat(), 1))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
