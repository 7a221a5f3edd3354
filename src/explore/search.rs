//! Work in small parts.

use crate::simulator::AnySimulator;

/// A search that runs the model about once in each step, so that a page can
/// take steps while it is idle and drop the search when the state changes.
pub trait Search: Sized {
    /// What it finds.
    type Found;

    /// Goes on; what was found, once there is no more to do. A search that has
    /// found is not asked again.
    fn step(&mut self, simulator: &dyn AnySimulator) -> Option<Self::Found>;

    /// The whole search at once.
    #[must_use]
    fn run(mut self, simulator: &dyn AnySimulator) -> Self::Found {
        loop {
            if let Some(found) = self.step(simulator) {
                return found;
            }
        }
    }
}
