//! Pictures: that they are as they were, and what must hold for all of them.

use std::path::PathBuf;
use std::{env, fs};

use what_survives::chart::{draw, standalone_style};

use crate::golden::golden;
use crate::samples;

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const SHEET: &str = include_str!("../../www/css/figure.css");

/// With a folder in `FIGURES`, writes the sample figures there to be looked
/// at, at the widths of the static pages.
#[test]
fn samples_can_be_looked_at() {
    let Some(folder) = env::var_os("FIGURES").map(PathBuf::from) else { return };
    let style = standalone_style(TOKENS, SHEET);
    for figure in samples::all() {
        for width in [260, 340, 720, 1000] {
            let svg = draw(&figure, width).to_svg(figure.title, "", &style);
            fs::write(folder.join(format!("{}-{width}.svg", figure.id)), svg).unwrap();
        }
    }
}

#[test]
fn sample_figures_look_as_they_did() {
    for figure in samples::all() {
        for width in [340, 720] {
            let svg = draw(&figure, width).to_svg(figure.title, "", "").replace("><", ">\n<");
            golden(&format!("sample-{}-{width}.svg", figure.id), svg);
        }
    }
}
