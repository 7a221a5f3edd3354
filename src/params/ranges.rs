//! What a reader is not sure of: the ends between which a parameter may lie.

use super::{Plausible, Spec, Values};

/// For some parameters of one simulator the two ends between which they may
/// lie, legal by construction: each within its scale, the low end below the
/// high one. They travel beside [`Values`], which say what the curves are
/// drawn for.
///
/// Anything between the ends is taken as equally likely on the scale of the
/// slider, and each parameter by itself.
#[derive(Clone, Debug)]
pub struct Ranges {
    specs: &'static [Spec],
    ends: Vec<Option<(f64, f64)>>,
}

/// Those of one simulator are compared by their ends alone.
impl PartialEq for Ranges {
    fn eq(&self, other: &Self) -> bool {
        self.ends == other.ends
    }
}

impl Ranges {
    /// No parameter has a range.
    #[must_use]
    pub fn none(specs: &'static [Spec]) -> Self {
        Self { specs, ends: vec![None; specs.len()] }
    }

    /// These and, for each parameter that could have a range and has none, what
    /// is plausible of it, widened to where it stands in `values`. Its values
    /// so lie between its ends whatever they are.
    #[must_use]
    pub fn unsure(mut self, values: &Values) -> Self {
        for (ends, (spec, value)) in self.ends.iter_mut().zip(values.iter()) {
            if let (None, true, Plausible::Between(low, high)) = (*ends, spec.can_range(), spec.plausible) {
                *ends = Some((low.min(value), high.max(value)));
            }
        }
        self
    }

    /// Whether no parameter has a range.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.iter().all(Option::is_none)
    }

    /// The ends of a parameter, if there is one of that name and it has a range.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<(f64, f64)> {
        self.iter().find(|(spec, _)| spec.id == id).map(|(_, ends)| ends)
    }

    /// Each parameter that has a range with its ends, in the order of the page.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Spec, (f64, f64))> + '_ {
        self.specs.iter().zip(&self.ends).filter_map(|(spec, ends)| Some((spec, (*ends)?)))
    }

    /// Gives a parameter a range, in whichever order its ends are given. Equal
    /// ends take the range away, and what can have none gets none.
    pub fn set(&mut self, id: &str, one: f64, other: f64) {
        if let Some((place, spec)) = self.place(id) {
            let (one, other) = (spec.legal(one), spec.legal(other));
            self.ends[place] = (spec.can_range() && one != other).then_some((one.min(other), one.max(other)));
        }
    }

    /// Takes the range of a parameter away.
    pub fn clear(&mut self, id: &str) {
        if let Some((place, _)) = self.place(id) {
            self.ends[place] = None;
        }
    }

    fn place(&self, id: &str) -> Option<(usize, &'static Spec)> {
        self.specs.iter().enumerate().find(|(_, spec)| spec.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SPECS: &[Spec] = &[
        Spec::log("Rate", 1e-6, 0.5).plausible(1e-4, 1e-2).declared("rate", "", 1e-3),
        Spec::count("Steps", 1.0, 10.0).plausible(2.0, 5.0).declared("steps", "", 3.0),
        Spec::flag("On").any().declared("on", "", 0.0),
        Spec::count("Shown", 1.0, 10.0).plausible(1.0, 5.0).shows().declared("shown", "", 5.0),
        Spec::real("Free", 0.0, 1.0, 0.1).declared("free", "", 0.5),
    ];

    #[test]
    fn ends_are_legal_and_in_order() {
        let mut ranges = Ranges::none(SPECS);
        ranges.set("rate", 7.0, 1e-3);
        ranges.set("steps", 3.4, f64::NEG_INFINITY);
        for id in ["on", "shown", "no such"] {
            ranges.set(id, 0.0, 1.0);
        }
        let found: Vec<_> = ranges.iter().map(|(spec, ends)| (spec.id, ends)).collect();
        assert_eq!(found, [("rate", (1e-3, 0.5)), ("steps", (1.0, 3.0))]);
        ranges.set("rate", 0.1, 0.1);
        ranges.clear("steps");
        assert!(ranges.is_empty());
    }

    #[test]
    fn unsure_of_everything_is_what_is_plausible_and_where_the_reader_stands() {
        let values = Values::defaults(SPECS).with("rate", 0.1);
        let mut given = Ranges::none(SPECS);
        given.set("steps", 1.0, 9.0);
        let found: Vec<_> = given.unsure(&values).iter().map(|(spec, ends)| (spec.id, ends)).collect();
        assert_eq!(found, [("rate", (1e-4, 0.1)), ("steps", (1.0, 9.0))]);
    }

    #[test]
    fn a_middle_lies_on_the_scale_of_the_slider() {
        let [rate, steps, .., free] = SPECS else { panic!("five") };
        assert_eq!(rate.middle(1e-3, 0.05), 0.00707);
        assert_eq!((rate.between(1e-4, 1e-2, 0.0), rate.between(1e-4, 1e-2, 1.0)), (1e-4, 1e-2));
        assert_eq!((steps.middle(1.0, 4.0), free.middle(0.1, 0.4)), (3.0, 0.25));
        // Rounding never leaves the range.
        assert_eq!(rate.middle(0.123_45, 0.123_46), 0.123_45);
        for share in [0.1, 0.3, 0.9] {
            let value = free.between(0.1, 0.7, share);
            assert_eq!(free.legal(value), value);
        }
    }
}
