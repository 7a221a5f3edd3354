//! What one parameter is: its id, label, range, scale and unit.

use crate::math;
use crate::number::{Entry, Reading, field, human, plain, read, round_to_digits, with_unit};
use crate::prose;

/// One parameter, as declared in a simulator's [`params!`](crate::params!).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// The name in links, exports and forms; never changes once published.
    pub id: &'static str,
    /// What readers see beside the control.
    pub label: &'static str,
    /// One or two sentences of help.
    pub help: &'static str,
    /// The letter in the equations, empty if there is none.
    pub symbol: &'static str,
    /// The unit, empty if there is none.
    pub unit: &'static str,
    /// The name that links had for it before it was renamed, empty for most.
    pub former_id: &'static str,
    /// The heading under which its control stands folded; empty for the few
    /// main ones, which stand open.
    pub group: &'static str,
    /// What a well-informed person would hold plausible.
    pub plausible: Plausible,
    /// Where its default and its range come from.
    pub origin: Origin,
    /// Whether it says nothing about the world, but only how much is shown or
    /// which random sample is drawn: no search moves it, and nobody is unsure
    /// of it.
    pub shows: bool,
    /// Whether sentences call it a percentage (`1 %`) and not a number (`0.01`).
    pub percent: bool,
    /// The value where nothing else is said.
    pub default: f64,
    /// Range and kind.
    pub scale: Scale,
}

/// The kind and range of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// A real number; the slider moves evenly, in steps.
    Real {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
        /// Step of the slider (typed and linked values need not be on it).
        step: f64,
    },
    /// A positive real number; the slider moves evenly in the logarithm.
    Log {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// A whole number.
    Count {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// A positive whole number; the slider moves evenly in the logarithm.
    LogCount {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// On or off: 1 or 0.
    Flag,
    /// One of a few named things: its place in the list.
    Choice(&'static [Choice]),
}

/// The values of a parameter that a well-informed person would hold plausible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plausible {
    /// The default alone.
    Default,
    /// Anything between these two, about the 10th and the 90th percentile.
    Between(f64, f64),
    /// Each of its choices; on and off.
    Any,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Who gave it.
    pub by: By,
    /// More about that, as a phrase without a full stop; may be empty.
    pub words: &'static str,
}

/// Who gave a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It is ours.
    Us,
    /// A statement from one of the documents, or another source.
    Source,
    /// A measurement in a source.
    Measurement,
}

impl Origin {
    /// A number that a source states, and where.
    #[must_use]
    pub const fn said(words: &'static str) -> Self {
        Self { by: By::Source, words: prose(words) }
    }

    /// A number that a source measured, and which.
    #[must_use]
    pub const fn measured(words: &'static str) -> Self {
        Self { by: By::Measurement, words: prose(words) }
    }

    /// A number of ours, and why or of what it is our reading.
    #[must_use]
    pub const fn ours(words: &'static str) -> Self {
        Self { by: By::Us, words: prose(words) }
    }
}

/// One of the things a choice parameter can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The name in links and exports.
    pub id: &'static str,
    /// The words that readers see.
    pub label: &'static str,
}

/// The numbers of an `<input type="range">`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// Its `min`.
    pub min: f64,
    /// Its `max`.
    pub max: f64,
    /// Its `step`.
    pub step: f64,
}

/// Steps of a logarithmic slider for each factor of ten.
const STEPS_PER_DECADE: f64 = 50.0;

/// Significant digits of the values that a logarithmic slider gives.
const LOG_DIGITS: i32 = 3;

/// Significant digits that a value can have: as many as every double keeps,
/// so that a value and its text in a link are the same thing.
const VALUE_DIGITS: i32 = 15;

impl Spec {
    const fn new(label: &'static str, scale: Scale) -> Self {
        Self {
            id: "",
            label,
            help: "",
            symbol: "",
            unit: "",
            former_id: "",
            percent: false,
            group: "",
            plausible: Plausible::Default,
            origin: Origin::ours(""),
            shows: false,
            default: 0.0,
            scale,
        }
    }

    /// A real number from `min` to `max` whose slider moves in steps.
    #[must_use]
    pub const fn real(label: &'static str, min: f64, max: f64, step: f64) -> Self {
        Self::new(label, Scale::Real { min, max, step })
    }

    /// A positive real number whose slider moves in the logarithm.
    #[must_use]
    pub const fn log(label: &'static str, min: f64, max: f64) -> Self {
        Self::new(label, Scale::Log { min, max })
    }

    /// A whole number.
    #[must_use]
    pub const fn count(label: &'static str, min: f64, max: f64) -> Self {
        Self::new(label, Scale::Count { min, max })
    }

    /// A positive whole number whose slider moves in the logarithm.
    #[must_use]
    pub const fn log_count(label: &'static str, min: f64, max: f64) -> Self {
        Self::new(label, Scale::LogCount { min, max })
    }

    /// Something that is on or off.
    #[must_use]
    pub const fn flag(label: &'static str) -> Self {
        Self::new(label, Scale::Flag)
    }

    /// One of a few named things.
    #[must_use]
    pub const fn choice(label: &'static str, choices: &'static [Choice]) -> Self {
        Self::new(label, Scale::Choice(choices))
    }

    /// The same, folded under a heading of controls that fewer readers want.
    #[must_use]
    pub const fn more(mut self, group: &'static str) -> Self {
        self.group = prose(group);
        self
    }

    /// The same, saying only how much is shown or which random sample is drawn.
    #[must_use]
    pub const fn shows(mut self) -> Self {
        self.shows = true;
        self
    }

    /// The same with what a well-informed person would hold plausible.
    #[must_use]
    pub const fn plausible(mut self, low: f64, high: f64) -> Self {
        self.plausible = Plausible::Between(low, high);
        self
    }

    /// The same for a flag or a choice that could plausibly be any of its values.
    #[must_use]
    pub const fn any(mut self) -> Self {
        self.plausible = Plausible::Any;
        self
    }

    /// The same with the statement or source that gives the number, and what
    /// of it is ours.
    #[must_use]
    pub const fn said(mut self, words: &'static str) -> Self {
        self.origin = Origin::said(words);
        self
    }

    /// The same with the source that measured the number.
    #[must_use]
    pub const fn measured(mut self, words: &'static str) -> Self {
        self.origin = Origin::measured(words);
        self
    }

    /// The same with the reason why we chose it; may be empty.
    #[must_use]
    pub const fn ours(mut self, words: &'static str) -> Self {
        self.origin = Origin::ours(words);
        self
    }

    /// The same with a unit.
    #[must_use]
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }

    /// The same, called a percentage in sentences.
    #[must_use]
    pub const fn percent(mut self) -> Self {
        self.percent = true;
        self
    }

    /// The same with the letter that stands for it in the equations.
    #[must_use]
    pub const fn symbol(mut self, symbol: &'static str) -> Self {
        self.symbol = symbol;
        self
    }

    /// The same, still known to links by an earlier name.
    #[must_use]
    pub const fn formerly(mut self, id: &'static str) -> Self {
        self.former_id = id;
        self
    }

    /// The same with what [`params!`](crate::params!) knows.
    #[doc(hidden)]
    #[must_use]
    pub const fn declared(mut self, id: &'static str, help: &'static str, default: f64) -> Self {
        self.id = id;
        self.help = prose(help.trim_ascii());
        self.default = default;
        self
    }

    /// The smallest legal value.
    #[must_use]
    pub const fn min(&self) -> f64 {
        match self.scale {
            Scale::Real { min, .. }
            | Scale::Log { min, .. }
            | Scale::Count { min, .. }
            | Scale::LogCount { min, .. } => min,
            Scale::Flag | Scale::Choice(_) => 0.0,
        }
    }

    /// The largest legal value.
    #[must_use]
    pub const fn max(&self) -> f64 {
        match self.scale {
            Scale::Real { max, .. }
            | Scale::Log { max, .. }
            | Scale::Count { max, .. }
            | Scale::LogCount { max, .. } => max,
            Scale::Flag => 1.0,
            Scale::Choice(choices) => (choices.len() - 1) as f64,
        }
    }

    /// Whether only whole numbers are legal.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        !matches!(self.scale, Scale::Real { .. } | Scale::Log { .. })
    }

    /// Whether it has a slider.
    #[must_use]
    pub const fn has_slider(&self) -> bool {
        !matches!(self.scale, Scale::Flag | Scale::Choice(_))
    }

    const fn is_log(&self) -> bool {
        matches!(self.scale, Scale::Log { .. } | Scale::LogCount { .. })
    }

    /// The legal value nearest to `number`: within the range, whole where it
    /// must be, with at most 15 significant digits. What is no number gives
    /// the default.
    #[must_use]
    pub fn legal(&self, number: f64) -> f64 {
        if number.is_nan() {
            return self.default;
        }
        let inside = number.clamp(self.min(), self.max());
        // On an even scale what is too small to see is nothing.
        let is_nothing =
            matches!(self.scale, Scale::Real { min, max, .. } if inside.abs() < 1e-15 * (max - min));
        if self.is_whole() {
            libm::round(inside)
        } else if is_nothing && self.min() <= 0.0 {
            0.0
        } else {
            round_to_digits(inside, VALUE_DIGITS)
        }
    }

    /// The text of a legal value in links and number boxes: `0.02`, `on`, or
    /// the id of a choice.
    #[must_use]
    pub fn text(&self, value: f64) -> String {
        match self.scale {
            Scale::Flag => if value == 0.0 { "off" } else { "on" }.to_owned(),
            Scale::Choice(choices) => choices[value as usize].id.to_owned(),
            _ => plain(value),
        }
    }

    /// The text of a legal value in its field, as people write it: `1 %`,
    /// `1,000,000`. [`Spec::read`] reads it back.
    #[must_use]
    pub fn field(&self, value: f64) -> String {
        if self.percent { with_unit(&field(100.0 * value), "%") } else { field(value) }
    }

    /// The number that a text means to a parameter that has a slider, however
    /// people write it; `None` if it is not understood.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Entry> {
        // Whoever puts a digit behind `1,000` has made no decimal comma of it.
        let after = text.rsplit_once(',').map_or("", |(_, after)| after).trim();
        if self.is_whole() && after.len() > 3 && after.bytes().all(|byte| byte.is_ascii_digit()) {
            return read(&text.replace(',', ""), None, self.unit);
        }
        read(text, self.percent.then(|| self.max().max(1.0)), self.unit)
    }

    /// What was understood of a text that could be meant otherwise: `taken as
    /// 2 %`; nothing of one that could not.
    #[must_use]
    pub fn understood(&self, entry: Entry) -> Option<String> {
        (entry.reading != Reading::Plain).then(|| ["taken as ", &*self.field(entry.value)].concat())
    }

    /// A legal value in words, with its unit: `1,000 opportunities`, `yes`, or
    /// the label of a choice.
    #[must_use]
    pub fn words(&self, value: f64) -> String {
        match self.scale {
            Scale::Choice(choices) => choices[value as usize].label.to_owned(),
            Scale::Flag => if value == 0.0 { "no" } else { "yes" }.to_owned(),
            // A parameter is said as exactly as it was set.
            _ if self.percent => with_unit(&human(100.0 * value, 6), "%"),
            _ => with_unit(&human(value, 6), self.unit),
        }
    }

    /// The numbers of this parameter's slider: its own on an even scale,
    /// positions from 0 on a logarithmic one.
    #[must_use]
    pub fn slider(&self) -> Slider {
        match self.scale {
            Scale::Real { min, max, step } => Slider { min, max, step },
            Scale::Log { min, max } | Scale::LogCount { min, max } => {
                let decades = math::log10(max / min);
                Slider { min: 0.0, max: libm::ceil(decades * STEPS_PER_DECADE), step: 1.0 }
            }
            _ => Slider { min: self.min(), max: self.max(), step: 1.0 },
        }
    }

    /// Where the slider's thumb stands for a value.
    #[must_use]
    pub fn to_slider(&self, value: f64) -> f64 {
        if !self.is_log() {
            return value;
        }
        libm::round(self.fraction(value) * self.slider().max)
    }

    /// The value that a position of the slider's thumb stands for: on a
    /// logarithmic scale the roundest number there, so that a reader finds 1 %
    /// and not 0.998 %.
    #[must_use]
    pub fn from_slider(&self, position: f64) -> f64 {
        if !self.is_log() {
            return self.legal(position);
        }
        let fraction = position / self.slider().max;
        let value = self.at_fraction(fraction);
        let is_end = value == self.min() || value == self.max();
        (1..LOG_DIGITS)
            .map(|digits| self.legal(round_to_digits(value, digits)))
            .find(|round| !is_end && self.to_slider(*round) == position)
            .unwrap_or_else(|| self.short_at_fraction(fraction))
    }

    /// The value at a fraction (0 to 1) of the way along the slider, rounded to
    /// three digits on a logarithmic one.
    #[must_use]
    pub fn short_at_fraction(&self, fraction: f64) -> f64 {
        let value = self.at_fraction(fraction);
        if self.is_log() { self.legal(round_to_digits(value, LOG_DIGITS)) } else { value }
    }

    /// Whether it can have a range: it is a number, and says something about
    /// the world that one can be unsure of.
    #[must_use]
    pub const fn can_range(&self) -> bool {
        self.has_slider() && !self.shows
    }

    /// The legal value at a share (0 to 1) of the way from `low` to `high`, on
    /// the scale of the slider; never outside them.
    #[must_use]
    pub fn between(&self, low: f64, high: f64, share: f64) -> f64 {
        let value = if self.is_log() {
            low * math::exp(share * math::ln(high / low))
        } else {
            low + share * (high - low)
        };
        self.legal(value).clamp(low, high)
    }

    /// The value in the middle of `low` and `high` on the scale of the slider,
    /// rounded like a place of the slider.
    #[must_use]
    pub fn middle(&self, low: f64, high: f64) -> f64 {
        let value = self.between(low, high, 0.5);
        if self.is_log() { self.legal(round_to_digits(value, LOG_DIGITS)).clamp(low, high) } else { value }
    }

    /// How far along its slider a value lies, 0 to 1.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        let (min, max) = (self.min(), self.max());
        let fraction = if self.is_log() {
            math::ln(value / min) / math::ln(max / min)
        } else {
            (value - min) / (max - min)
        };
        fraction.clamp(0.0, 1.0)
    }

    /// The legal value at a fraction (0 to 1) of the way along the slider; the
    /// ends exactly.
    #[must_use]
    pub fn at_fraction(&self, fraction: f64) -> f64 {
        let (min, max) = (self.min(), self.max());
        if fraction <= 0.0 {
            min
        } else if fraction >= 1.0 {
            max
        } else if self.is_log() {
            self.legal(min * math::exp(fraction * math::ln(max / min)))
        } else {
            self.legal(min + fraction * (max - min))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOICES: &[Choice] =
        &[Choice { id: "a", label: "the first" }, Choice { id: "b", label: "the second" }];
    const SPECS: &[Spec] = &[
        Spec::real("Share", 0.001, 0.999, 0.001).percent(),
        Spec::real("Caution", -3.0, 6.0, 0.05).unit("standard deviations"),
        Spec::log("Rate", 1e-6, 0.5),
        Spec::log("Patience", 1e2, 1e9).unit("opportunities"),
        Spec::count("Seed", 0.0, 9999.0),
        Spec::log_count("Steps", 10.0, 1e8).unit("steps"),
        Spec::flag("On"),
        Spec::choice("Law", CHOICES),
    ];

    #[test]
    fn a_legal_value_stays_as_it_is() {
        for spec in SPECS {
            for step in 0..=1000 {
                let value = spec.at_fraction(f64::from(step) / 1000.0);
                assert!(value >= spec.min() && value <= spec.max(), "{}: {value}", spec.label);
                assert_eq!(spec.legal(value), value, "{}", spec.label);
                assert!(!spec.is_whole() || libm::floor(value) == value, "{}: {value}", spec.label);
            }
        }
    }

    #[test]
    fn anything_becomes_legal() {
        let check = |place: usize, number: f64, expected: f64| {
            assert_eq!(SPECS[place].legal(number).to_bits(), expected.to_bits(), "{number}");
        };
        check(0, 5.0, 0.999);
        check(0, f64::NEG_INFINITY, 0.001);
        check(0, f64::NAN, 0.0);
        check(0, 0.1 + 0.2, 0.3);
        check(1, -0.0, 0.0);
        check(4, 12.5, 13.0);
        check(4, f64::INFINITY, 9999.0);
        check(6, 0.7, 1.0);
        check(7, 9.0, 1.0);
    }

    #[test]
    fn every_place_of_a_slider_is_a_value_that_leads_back_to_it() {
        for spec in SPECS {
            let Slider { min, max, step } = spec.slider();
            let places = libm::round((max - min) / step) as u32;
            let mut last = f64::NEG_INFINITY;
            for place in 0..=places {
                let position = min + f64::from(place) * step;
                let value = spec.from_slider(position);
                assert_eq!(spec.legal(value), value, "{}", spec.label);
                assert!(value >= last, "{}: {value} after {last}", spec.label);
                // Small counts cannot be as many as there are places.
                if !(spec.is_log() && spec.is_whole()) {
                    let back = spec.to_slider(value);
                    assert!((back - position).abs() < 1e-9, "{}: {position} came back as {back}", spec.label);
                }
                last = value;
            }
            assert_eq!((spec.from_slider(min), last), (spec.min(), spec.max()), "{}", spec.label);
        }
    }

    #[test]
    fn a_logarithmic_slider_stops_at_round_numbers() {
        let stops = |spec: &Spec, numbers: &[f64]| {
            for number in numbers {
                assert_eq!(spec.from_slider(spec.to_slider(*number)), *number, "{}", spec.label);
            }
        };
        stops(&SPECS[2], &[1e-6, 2e-6, 7e-5, 1e-4, 0.0012, 0.01, 0.03, 0.5]);
        stops(&SPECS[3], &[100.0, 500.0, 1e6, 9e8, 1e9]);
        stops(&SPECS[5], &[10.0, 11.0, 40.0, 1000.0, 1e8]);
        let rate = SPECS[2];
        let next = [1.0, 2.0, 3.0, 4.0].map(|steps| rate.from_slider(rate.to_slider(0.01) + steps));
        assert_eq!(next, [0.0105, 0.011, 0.0115, 0.012]);
    }

    #[test]
    fn a_digit_behind_a_grouped_count_makes_it_longer() {
        let read = |text: &str| SPECS[5].read(text).map(|entry| entry.value);
        assert_eq!(read("1,000"), Some(1000.0));
        assert_eq!(read("1,0000"), Some(10_000.0));
        assert_eq!(read("12,5"), Some(12.5));
        assert_eq!(SPECS[0].read("1,0000").map(|entry| entry.value), Some(1.0));
    }

    #[test]
    fn values_in_words() {
        assert_eq!(SPECS[0].words(0.5), "50\u{a0}%");
        assert_eq!(SPECS[0].words(0.987), "98.7\u{a0}%");
        assert_eq!(SPECS[0].words(7.2e-7), "0.000072\u{a0}%");
        assert_eq!(SPECS[1].words(1.0), "1\u{a0}standard deviation");
        assert_eq!(SPECS[1].words(-1.5), "−1.5\u{a0}standard deviations");
        assert_eq!(SPECS[3].words(1e6), "1\u{a0}million\u{a0}opportunities");
        assert_eq!(SPECS[6].words(1.0), "yes");
        assert_eq!(SPECS[7].words(1.0), "the second");
        assert_eq!(SPECS[7].text(1.0), "b");
    }
}
