//! A state: what is exported, and what comes of reading a state back.

use crate::params::{Notice, Ranges, Values, from_link};
use crate::simulator::AnySimulator;

/// A simulator and a state of it.
#[derive(Clone)]
pub struct Given {
    /// Whose state it is.
    pub simulator: &'static dyn AnySimulator,
    /// Its parameters, legal whatever was written.
    pub values: Values,
    /// Those that are not sure.
    pub ranges: Ranges,
    /// What could not be taken as it was.
    pub notices: Vec<Notice>,
}

impl Given {
    /// Some values, of which all are sure.
    #[must_use]
    pub fn sure(simulator: &'static dyn AnySimulator, values: Values) -> Self {
        let ranges = Ranges::none(simulator.specs());
        Self { simulator, values, ranges, notices: Vec::new() }
    }

    /// The state at the end of a link, on top of the defaults. Nothing in it is
    /// ever wrong.
    #[must_use]
    pub fn linked(simulator: &'static dyn AnySimulator, query: &str) -> Self {
        Self::sure(simulator, Values::defaults(simulator.specs())).with(query)
    }

    /// The same with what a query says.
    #[must_use]
    pub fn with(self, query: &str) -> Self {
        let (values, ranges, more) = from_link(&self.values, &self.ranges, query);
        let notices = self.notices.into_iter().chain(more).collect();
        Self { values, ranges, notices, ..self }
    }
}
