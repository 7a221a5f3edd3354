//! Colours: that what is written and drawn can be told from the paper.

use std::{fs, path::Path};

use what_survives::chart::declarations;

const TOKENS: &str = include_str!("../../www/css/tokens.css");
const THEMES: [&str; 2] = ["light", "dark"];

#[test]
fn words_and_graphics_stand_out() {
    for theme in THEMES {
        let tokens = declarations(TOKENS, theme);
        let colour = |name: &str| {
            let (_, value) = tokens.iter().find(|(token, _)| token[2..] == *name).unwrap();
            luminance(value)
        };
        let table = [
            ("paper", "ink soft accent luigi careless clever first second", 4.5),
            ("wash", "ink soft accent luigi careless clever", 4.5),
            ("holds", "ink", 4.5),
            ("paper", "third", 3.0),
        ];
        for (ground, names, least) in table {
            for name in names.split(' ') {
                let ratio = contrast(colour(name), colour(ground));
                assert!(ratio >= least, "{name} on {ground} in {theme}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn every_colour_has_both_themes_and_one_where_the_reader_chose_a_few() {
    let names = |theme| declarations(TOKENS, theme).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("light"), names("dark"));
    let (own, forced) = TOKENS.split_once("forced-colors").unwrap();
    let named = |sheet: &'static str, what: &str| {
        sheet.lines().filter(|line| line.trim().starts_with("--") && line.contains(what)).count()
    };
    assert_eq!(named(own, "#"), names("light").len(), "a colour outside the table");
    for name in names("light") {
        assert_eq!(named(forced, &format!("{name}: ")), 1, "{name}");
    }
}

#[test]
fn only_the_tokens_name_colours() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/css");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap() == "tokens.css" {
            continue;
        }
        let sheet = fs::read_to_string(&path).unwrap();
        for (number, line) in sheet.lines().enumerate() {
            let named = ["rgb", "hsl", "oklch", "white", "black"].iter().any(|word| line.contains(word));
            let hex = line.split('#').skip(1).any(|after| {
                after.chars().take_while(char::is_ascii_hexdigit).count() >= 3 && line.contains(':')
            });
            assert!(!named && !hex, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

/// The relative luminance of a colour such as `#1c1b19` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The contrast of two luminances (WCAG 2.2).
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
