//! How long each model takes natively: `simulate` with what is read out of it,
//! the same with the points of all figures, and all draws over what is plausible.

use divan::Bencher;
use what_survives::explore::{DrawSearch, Search};
use what_survives::params::{Ranges, Values};
use what_survives::simulators::{ALL, find};

fn main() {
    divan::main();
}

/// The ids of all simulators.
fn ids() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|simulator| simulator.info().id)
}

#[divan::bench(args = ids())]
fn readouts(bencher: Bencher, id: &str) {
    let simulator = find(id).expect("a known id");
    let values = Values::defaults(simulator.specs());
    bencher.bench_local(|| simulator.readouts(divan::black_box(&values)));
}

#[divan::bench(args = ids())]
fn run(bencher: Bencher, id: &str) {
    let simulator = find(id).expect("a known id");
    let values = Values::defaults(simulator.specs());
    bencher.bench_local(|| simulator.run(divan::black_box(&values)).figures().count());
}

#[divan::bench(args = ids(), sample_count = 5)]
fn draws(bencher: Bencher, id: &str) {
    let simulator = find(id).expect("a known id");
    let values = Values::defaults(simulator.specs());
    let ranges = Ranges::none(simulator.specs()).unsure(&values);
    bencher.bench_local(|| DrawSearch::new(simulator, divan::black_box(&values), &ranges).run(simulator));
}
