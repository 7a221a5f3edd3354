//! A figure as an SVG file.

use super::given::Given;
use super::source::{LICENCE, NAME, VERSION, address};
use crate::chart::picture;

/// Width of a drawn figure, in pixels, without the margins around it.
const WIDTH: u32 = 720;

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const FIGURES: &str = include_str!("../../www/css/figure.css");

/// A figure as an SVG file that looks the same in all programs, with its title,
/// its caption and where it is from inside, unless it is to be `bare`; `None` if
/// the simulator has none of that id. `site` as in [`address`].
#[must_use]
pub fn svg(given: &Given, figure: &str, site: &str, bare: bool) -> Option<String> {
    let Given { simulator, values, .. } = given;
    let place = simulator.figures().iter().position(|known| known.id == figure)?;
    let run = simulator.run(values);
    let figure = run.figure(place);
    let address = address(given, site);
    let words = [NAME, " · ", &address, " · ", LICENCE].concat();
    let source =
        [NAME, ", ", simulator.info().id, ", version ", VERSION, ". ", &address, ". Licence: ", LICENCE, "."];
    let scene = picture(figure, WIDTH, TOKENS, FIGURES, (!bare).then_some(&words));
    Some(scene.to_svg(figure.title, &figure.caption, &source.concat()))
}
