//! Which line of a figure a number in the text belongs to.
//!
//! Nobody writes it down: it is found by trying. A result belongs to the line
//! that ends at it or has it at an upright rule, or to the bar that is as high,
//! in every state; a parameter to the only line of a figure that it moves.

use std::collections::BTreeMap;

use crate::chart::{Figure, Mark, Role, Rule, RuleAt, Series};
use crate::math::Random;
use crate::params::Values;
use crate::simulator::{AnySimulator, Run};

/// The class of the line that each readout or parameter belongs to, by id.
pub type Lines = BTreeMap<&'static str, &'static str>;

/// States that are tried, besides the defaults, and how many must agree.
const STATES: u32 = 24;
const AGREE: usize = 6;

/// Finds the line of every readout and parameter that has one.
pub fn lines(simulator: &dyn AnySimulator) -> Lines {
    let defaults = Values::defaults(simulator.specs());
    let mut random = Random::new(7);
    let mut runs = vec![simulator.run(&defaults)];
    for _ in 0..STATES {
        let mut values = defaults.clone();
        for spec in simulator.specs() {
            values.set(spec.id, spec.at_fraction(random.uniform()));
        }
        runs.push(simulator.run(&values));
    }
    let results =
        runs[0].readouts.iter().filter_map(|readout| Some((readout.id, of_readout(readout.id, &runs)?)));
    let parameters =
        simulator.specs().iter().filter(|spec| spec.has_slider() && !spec.shows).filter_map(|spec| {
            let moved = [0.2, 0.8].map(|part| simulator.run(&defaults.with(spec.id, spec.at_fraction(part))));
            Some((spec.id, of_parameter(&runs[0], &moved)?))
        });
    parameters.chain(results).collect()
}

/// The line whose end, or the bar whose height, is this result in all runs.
fn of_readout(id: &str, runs: &[Run]) -> Option<&'static str> {
    let ends = |run: &Run| run.figures().flat_map(ends).collect::<Vec<_>>();
    let value = |run: &Run| run.readouts.iter().find(|readout| readout.id == id)?.value;
    let belongs = |line: &End| {
        let mut seen: Vec<f64> = Vec::new();
        for run in runs {
            // A run in which one of the two does not exist says nothing.
            let end = ends(run).into_iter().find(|other| other.is_of(line));
            let (Some(end), Some(value)) = (end, value(run)) else { continue };
            if (end.y - value).abs() > 1e-9 * value.abs() + 1e-300 {
                return false;
            }
            seen.push(value);
        }
        seen.sort_by(f64::total_cmp);
        seen.dedup();
        seen.len() >= AGREE
    };
    ends(&runs[0]).into_iter().find(belongs).map(|line| line.role.class())
}

/// Where a line ends or meets an upright rule, or how high a bar is.
struct End {
    figure: &'static str,
    series: &'static str,
    place: Place,
    role: Role,
    y: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Last,
    /// At a rule of its panel.
    Rule(usize),
    Bar(usize),
}

impl End {
    fn is_of(&self, other: &Self) -> bool {
        (self.figure, self.series, self.place) == (other.figure, other.series, other.place)
    }
}

fn ends(figure: &Figure) -> Vec<End> {
    let end = |series: &Series, place, point: Option<&[f64; 2]>| {
        Some(End { figure: figure.id, series: series.id, place, role: series.role, y: point?[1] })
    };
    let mut ends = Vec::new();
    for panel in &figure.panels {
        let rules: Vec<f64> = panel.marks.iter().filter_map(upright).collect();
        for mark in &panel.marks {
            let is_bars = matches!(mark, Mark::Bars(_) | Mark::StackedBars(_));
            for series in mark.series() {
                if is_bars {
                    let bars = series.points.iter().enumerate();
                    ends.extend(bars.filter_map(|(at, point)| end(series, Place::Bar(at), Some(point))));
                    continue;
                }
                ends.extend(end(series, Place::Last, series.points.last()));
                ends.extend(rules.iter().enumerate().filter_map(|(at, x)| {
                    end(series, Place::Rule(at), series.points.iter().find(|point| point[0] == *x))
                }));
            }
        }
    }
    ends
}

/// Where an upright rule stands.
fn upright(mark: &Mark) -> Option<f64> {
    match mark {
        Mark::Rule(Rule { at: RuleAt::X(x), .. }) => Some(*x),
        _ => None,
    }
}

/// The role of the only lines, in a figure with several, that moving a
/// parameter moves.
fn of_parameter(before: &Run, after: &[Run]) -> Option<&'static str> {
    before.figures().enumerate().find_map(|(place, figure)| {
        let lines = |figure: &Figure| -> Vec<(Role, Vec<[f64; 2]>)> {
            let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
            let series = marks.flat_map(|mark| match mark {
                Mark::Line(series) => vec![series.clone()],
                _ => Vec::new(),
            });
            series.map(|series| (series.role, series.points)).collect()
        };
        let (old, new): (_, Vec<_>) =
            (lines(figure), after.iter().map(|run| lines(run.figure(place))).collect());
        let has_moved =
            |at: usize| new.iter().any(|lines| lines.get(at).is_none_or(|line| differ(&old[at].1, &line.1)));
        let (moved, still): (Vec<usize>, Vec<usize>) = (0..old.len()).partition(|&at| has_moved(at));
        let role = old[*moved.first()?].0;
        let is_alone = moved.iter().all(|&at| old[at].0 == role) && still.iter().any(|&at| old[at].0 != role);
        is_alone.then(|| role.class())
    })
}

/// Whether two curves differ at a place that both have: an axis that has grown
/// moves no curve.
fn differ(old: &[[f64; 2]], new: &[[f64; 2]]) -> bool {
    old.iter().any(|[x, y]| new.iter().any(|[at, there]| at == x && there != y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulators::find;

    #[test]
    fn numbers_find_their_lines() {
        let lines = lines(find("waluigi-decay").expect("it exists"));
        assert_eq!(lines.get("suspicion_known"), Some(&"careless"));
        assert_eq!(lines.get("suspicion_unknown"), Some(&"clever"));
        // How often it reveals itself moves the line of those who know it alone.
        assert_eq!(lines.get("reveal"), Some(&"careless"));
        assert_eq!(lines.get("patience_max"), Some(&"clever"));
        // The prior moves both, and the half-life stands in no figure.
        assert_eq!((lines.get("prior"), lines.get("half_life")), (None, None));
    }
}
