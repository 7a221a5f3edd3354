//! Every simulator against values from an independent implementation.
//!
//! Each file in `tests/vectors/` holds sets of parameters with the readouts,
//! claims and points that belong to them. They must agree to a part in 10^9.
//! A margin may also differ by 1e-12, below which no claim holds, and any
//! other number by 1e-16: two references carry rounding of that size. (What
//! is smaller is held to nine digits through the margins, which are logarithms.)

use std::fs;

use serde_json::Value;
use what_survives::chart::{Figure, Mark};
use what_survives::params::{Values, from_query};
use what_survives::simulator::{AnySimulator, Run};

const RELATIVE: f64 = 1e-9;
const SMALLEST_MARGIN: f64 = 1e-12;
const SMALLEST_NUMBER: f64 = 1e-16;

#[test]
fn every_simulator_agrees_with_its_vectors() {
    let mut problems = Vec::new();
    let mut checks = 0;
    for simulator in crate::chosen() {
        let id = simulator.info().id;
        let path = format!("{}/tests/vectors/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let file: Value = serde_json::from_slice(&fs::read(&path).expect(&path)).unwrap();
        assert_eq!(file["simulator"], id);
        for vector in file["vectors"].as_array().unwrap() {
            let mut case = Case::new(simulator, vector);
            case.check(vector);
            checks += case.checks;
            problems.append(&mut case.problems);
        }
    }
    assert!(problems.is_empty(), "{} of {checks} differ:\n{}", problems.len(), problems.join("\n"));
    assert!(checks > 0, "no vectors");
}

/// One set of parameters.
struct Case {
    simulator: &'static dyn AnySimulator,
    values: Values,
    run: Run,
    name: String,
    checks: usize,
    problems: Vec<String>,
}

impl Case {
    fn new(simulator: &'static dyn AnySimulator, vector: &Value) -> Self {
        let query = query(&vector["parameters"]);
        let (values, notices) = from_query(&Values::defaults(simulator.specs()), &query);
        assert!(notices.is_empty(), "{query}: {notices:?}");
        let name = format!("{}?{query}", simulator.info().id);
        Self { simulator, run: simulator.run(&values), values, name, checks: 0, problems: Vec::new() }
    }

    fn check(&mut self, vector: &Value) {
        for (id, expected) in entries(&vector["readouts"]) {
            let found = self.run.readouts.iter().find(|readout| readout.id == id);
            let found = found.map(|readout| readout.value.unwrap_or(f64::NAN));
            self.compare(&format!("readout {id}"), found, expected, SMALLEST_NUMBER);
        }
        for (id, expected) in entries(&vector["claims"]) {
            let place = self.simulator.claims().iter().position(|claim| claim.id == id);
            let found = place.map(|place| self.simulator.margin(place, &self.values));
            self.compare(&format!("claim {id}"), found, expected, SMALLEST_MARGIN);
        }
        for point in vector["points"].as_array().into_iter().flatten() {
            self.check_point(point);
        }
        for (id, expected) in entries(&vector["population"]) {
            self.check_count(id, expected);
        }
    }

    /// A point of a series, or a cell of a grid, at exactly that place. A grid
    /// chooses its own cells, so an `open` place that is none of them is left.
    fn check_point(&mut self, point: &Value) {
        let [figure, series] = ["figure", "series"].map(|key| point[key].as_str().unwrap());
        let x = point["x"].as_f64().unwrap();
        let y = point["y"].as_f64();
        let name = format!("{figure}/{series} at {x}");
        let is_cell = point.get("value").is_some();
        let place = if is_cell { y } else { None };
        let found = self.run.figures().find(|drawn| drawn.id == figure);
        let found = found.and_then(|figure| value_at(figure, series, x, place));
        if found.is_none() && point["open"] == true {
            return;
        }
        let expected = if is_cell { &point["value"] } else { &point["y"] };
        self.compare(&name, found, expected, SMALLEST_NUMBER);
    }

    /// A number that is drawn at random: within five standard deviations, and
    /// a little more where there is hardly any deviation.
    fn check_count(&mut self, id: &str, expected: &Value) {
        let mean = expected["mean"].as_f64().unwrap();
        let bound = 5.0 * expected["variance"].as_f64().unwrap().sqrt() + 0.5;
        let found = self.run.readouts.iter().find(|readout| readout.id == id).and_then(|found| found.value);
        self.checks += 1;
        if !found.is_some_and(|found| (found - mean).abs() <= bound) {
            self.problems.push(format!("{} {id}: {found:?} is not {mean} ± {bound}", self.name));
        }
    }

    fn compare(&mut self, what: &str, found: Option<f64>, expected: &Value, smallest: f64) {
        self.checks += 1;
        let agrees = match (found, expected.as_f64()) {
            (Some(found), Some(expected)) => {
                (found - expected).abs() <= (RELATIVE * expected.abs()).max(smallest)
            }
            // What does not exist.
            (Some(found), None) => !found.is_finite(),
            (None, _) => false,
        };
        if !agrees {
            self.problems.push(format!("{} {what}: {found:?}, not {expected}", self.name));
        }
    }
}

/// The y of a series at x, or the value of a grid at x and y.
fn value_at(figure: &Figure, series: &str, x: f64, y: Option<f64>) -> Option<f64> {
    let near = |a: f64, b: f64| (a - b).abs() <= RELATIVE * b.abs().max(1e-9);
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    marks.into_iter().find_map(|mark| match (mark, y) {
        (Mark::Grid(grid), Some(y)) if grid.id == series => {
            grid.cells.iter().find(|cell| near(cell[0], x) && near(cell[1], y)).map(|cell| cell[2])
        }
        _ => {
            let found = mark.series().into_iter().find(|known| known.id == series)?;
            // Where a curve jumps, what it jumps to.
            found.points.iter().rfind(|point| near(point[0], x)).map(|point| point[1])
        }
    })
}

/// The parameters of a vector as a link.
fn query(parameters: &Value) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    entries(parameters).map(|(id, value)| format!("{id}={}", text(value))).collect::<Vec<_>>().join("&")
}

fn entries(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    object.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}
