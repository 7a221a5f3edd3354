//! One legal number per parameter.

use super::Spec;

/// The values of all parameters of one simulator, legal by construction:
/// whatever they are set to, each is within its range, whole where it must
/// be, and a number.
#[derive(Clone, Debug)]
pub struct Values {
    specs: &'static [Spec],
    numbers: Vec<f64>,
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        // Nearly always both are of the same list, and comparing all its words costs more than all else.
        self.numbers == other.numbers && (std::ptr::eq(self.specs, other.specs) || self.specs == other.specs)
    }
}

/// What became of a number that a parameter was set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// It was legal, or was rounded to a whole number.
    Taken,
    /// It was outside the range; this end of the range was taken.
    Clamped(f64),
    /// It was no number; the default was taken.
    Defaulted,
    /// There is no parameter of that name.
    Unknown,
}

impl Values {
    /// Every parameter at its default.
    #[must_use]
    pub fn defaults(specs: &'static [Spec]) -> Self {
        Self { specs, numbers: specs.iter().map(|spec| spec.default).collect() }
    }

    /// The parameters these are values of.
    #[must_use]
    pub const fn specs(&self) -> &'static [Spec] {
        self.specs
    }

    /// The numbers, in the order of [`Values::specs`].
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        &self.numbers
    }

    /// Each parameter with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Spec, f64)> + '_ {
        self.specs.iter().zip(self.numbers.iter().copied())
    }

    /// The value of a parameter, if there is one of that name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<f64> {
        self.iter().find(|(spec, _)| spec.id == id).map(|(_, number)| number)
    }

    /// Sets a parameter to the legal value nearest to `number`.
    pub fn set(&mut self, id: &str, number: f64) -> Change {
        let Some(index) = self.specs.iter().position(|spec| spec.id == id) else {
            return Change::Unknown;
        };
        let spec = &self.specs[index];
        let legal = spec.legal(number);
        self.numbers[index] = legal;
        if number.is_nan() {
            Change::Defaulted
        } else if number < spec.min() || number > spec.max() {
            Change::Clamped(legal)
        } else {
            Change::Taken
        }
    }

    /// The value of a parameter in words, with its unit, if there is one of
    /// that name.
    #[must_use]
    pub fn words(&self, id: &str) -> Option<String> {
        let (spec, value) = self.iter().find(|(spec, _)| spec.id == id)?;
        Some(spec.words(value))
    }

    /// The same with one parameter set.
    #[must_use]
    pub fn with(&self, id: &str, number: f64) -> Self {
        let mut values = self.clone();
        values.set(id, number);
        values
    }
}
