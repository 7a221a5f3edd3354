//! Where an axis has ticks, and what stands at them.

use super::figure::{Axis, AxisScale};
use super::words::TICK;
use crate::math;
use crate::number::{Format, human, power_of_ten};

/// A marked place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// How far along the axis, 0 to 1.
    pub at: f64,
    /// What stands there.
    pub label: String,
}

/// Ticks for a level axis so many quarter pixels long, whose labels stand
/// side by side.
#[must_use]
pub fn along(axis: &Axis, length: i32) -> Vec<Tick> {
    most(axis, length / 160, |ticks| {
        let gap = TICK.size * 5 / 4;
        ticks.windows(2).all(|pair| {
            let room = (pair[1].at - pair[0].at) * f64::from(length);
            f64::from((TICK.width(&pair[0].label) + TICK.width(&pair[1].label)) / 2 + gap) <= room
        })
    })
}

/// Ticks for an upright axis so many quarter pixels long.
#[must_use]
pub fn upward(axis: &Axis, length: i32) -> Vec<Tick> {
    most(axis, length / 125, |ticks| {
        ticks
            .windows(2)
            .all(|pair| (pair[1].at - pair[0].at) * f64::from(length) >= f64::from(TICK.size) * 1.4)
    })
}

/// The largest number of ticks, at most `limit` intervals, that fits.
fn most(axis: &Axis, limit: i32, fits: impl Fn(&[Tick]) -> bool) -> Vec<Tick> {
    for intervals in (1..=limit.clamp(2, 7)).rev() {
        let ticks = ticks(axis, intervals);
        if fits(&ticks) {
            return ticks;
        }
    }
    Vec::new()
}

/// Ticks of an axis, about so many intervals at the most.
#[must_use]
pub fn ticks(axis: &Axis, intervals: i32) -> Vec<Tick> {
    match axis.scale {
        AxisScale::Linear => even(axis, intervals),
        AxisScale::Log => logarithmic(axis, intervals),
        AxisScale::Categories(_) | AxisScale::Hidden => Vec::new(),
    }
}

/// Multiples of 1, 2 or 5 times a power of ten.
fn even(axis: &Axis, intervals: i32) -> Vec<Tick> {
    let (from, to) = axis.range;
    let smallest = (to - from) / f64::from(intervals.max(1));
    let mut power = math::log10(smallest).floor() as i32;
    let factor = [1, 2, 5].into_iter().find(|factor| decimal(*factor, power) >= smallest * (1.0 - 1e-9));
    let factor = factor.unwrap_or_else(|| {
        power += 1;
        1
    });
    let step = decimal(factor, power);
    // Whole multiples of the step; an end that is one to within rounding is.
    let first = (from / step - 1e-6).ceil();
    let last = (to / step + 1e-6).floor();
    if last - first > 1e3 {
        return Vec::new();
    }
    (0..=(last - first) as i64)
        .map(|index| {
            let multiple = (first as i64 + index) * factor;
            Tick {
                at: axis.fraction(decimal(multiple, power)).clamp(0.0, 1.0),
                label: written(axis, multiple, power),
            }
        })
        .collect()
}

/// Powers of ten, thinned out; between few of them also 2 and 5 times those.
fn logarithmic(axis: &Axis, intervals: i32) -> Vec<Tick> {
    let (from, to) = axis.range;
    let first = (math::log10(from) - 1e-9).ceil() as i32;
    let last = (math::log10(to) + 1e-9).floor() as i32;
    let tick = |factor: i64, power: i32| Tick {
        at: axis.fraction(decimal(factor, power)).clamp(0.0, 1.0),
        label: written(axis, factor, power),
    };
    if last - first >= 2 {
        let step = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100]
            .into_iter()
            .find(|step| (last - first) / step <= intervals)
            .unwrap_or(200);
        return (first..=last).filter(|power| power % step == 0).map(|power| tick(1, power)).collect();
    }
    let fine: Vec<Tick> = (first - 1..=last)
        .flat_map(|power| [1, 2, 5].map(|factor| (factor, power)))
        .filter(|(factor, power)| {
            (from * (1.0 - 1e-9)..=to * (1.0 + 1e-9)).contains(&decimal(*factor, *power))
        })
        .map(|(factor, power)| tick(factor, power))
        .collect();
    if fine.len() < 3 {
        even(axis, intervals)
    } else if fine.len() as i32 > intervals + 1 {
        (first..=last).map(|power| tick(1, power)).collect()
    } else {
        fine
    }
}

/// What people would write at a tick of `factor * 10^power`.
fn written(axis: &Axis, factor: i64, power: i32) -> String {
    let value = decimal(factor, power);
    if axis.scale == AxisScale::Log && factor == 1 {
        let (from, to) = axis.range;
        let small = if axis.format == Format::Percent { 0.9e-5 } else { 0.9e-3 };
        if from < small || to > 1.1e5 {
            return match power {
                0 => "1".to_owned(),
                1 => "10".to_owned(),
                _ => power_of_ten(power),
            };
        }
    }
    match axis.format {
        Format::Number | Format::Words(_) => human(value, 12),
        Format::Percent => format!("{}\u{a0}%", human(decimal(factor, power + 2), 12)),
    }
}

/// `factor * 10^power`, the double nearest to it for the usual cases.
fn decimal(factor: i64, power: i32) -> f64 {
    let ten = math::pow(10.0, f64::from(power.abs()));
    if power < 0 { factor as f64 / ten } else { factor as f64 * ten }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_what_people_would_write() {
        let number = |from, to| Axis::new("x", "", from, to);
        let share = |from, to| Axis::percent("x", "", from, to);
        let log = |from, to| Axis::log("x", "", from, to);
        let log_share = |from, to| Axis { format: Format::Percent, ..Axis::log("x", "", from, to) };
        let table = [
            (number(0.0, 1.0), 5, "0 | 0.2 | 0.4 | 0.6 | 0.8 | 1"),
            (number(0.0, 1.0), 2, "0 | 0.5 | 1"),
            (number(0.0, 1000.0), 5, "0 | 200 | 400 | 600 | 800 | 1,000"),
            (number(0.0, 1.06), 6, "0 | 0.2 | 0.4 | 0.6 | 0.8 | 1"),
            (number(-3.0, 6.0), 5, "−2 | 0 | 2 | 4 | 6"),
            (number(0.0, 10_000.0), 4, "0 | 5,000 | 10,000"),
            (number(0.0, 3e6), 3, "0 | 1\u{a0}million | 2\u{a0}million | 3\u{a0}million"),
            (number(0.123, 0.127), 4, "0.123 | 0.124 | 0.125 | 0.126 | 0.127"),
            (number(7.0, 7.0), 2, "10"),
            (share(0.0, 1.0), 5, "0\u{a0}% | 20\u{a0}% | 40\u{a0}% | 60\u{a0}% | 80\u{a0}% | 100\u{a0}%"),
            (share(0.0, 0.1), 4, "0\u{a0}% | 5\u{a0}% | 10\u{a0}%"),
            (share(0.0, 0.125), 5, "0\u{a0}% | 5\u{a0}% | 10\u{a0}%"),
            (share(0.0, 2e-3), 4, "0\u{a0}% | 0.05\u{a0}% | 0.1\u{a0}% | 0.15\u{a0}% | 0.2\u{a0}%"),
            (share(0.9999, 1.0), 2, "99.99\u{a0}% | 99.995\u{a0}% | 100\u{a0}%"),
            (log(1.0, 1e4), 5, "1 | 10 | 100 | 1,000 | 10,000"),
            (log(1.0, 1e7), 5, "1 | 10² | 10⁴ | 10⁶"),
            (log(1.0, 1e7), 8, "1 | 10 | 10² | 10³ | 10⁴ | 10⁵ | 10⁶ | 10⁷"),
            (log(0.1, 50.0), 5, "0.1 | 1 | 10"),
            (log(1.0, 50.0), 6, "1 | 2 | 5 | 10 | 20 | 50"),
            (log(1.0, 50.0), 3, "1 | 10"),
            (log(2.0, 4.0), 4, "2 | 2.5 | 3 | 3.5 | 4"),
            (log(1e-9, 1.0), 3, "10⁻⁹ | 10⁻⁶ | 10⁻³ | 1"),
            (log(1e-6, 1.0), 8, "10⁻⁶ | 10⁻⁵ | 10⁻⁴ | 10⁻³ | 10⁻² | 10⁻¹ | 1"),
            (log_share(1e-3, 1.0), 5, "0.1\u{a0}% | 1\u{a0}% | 10\u{a0}% | 100\u{a0}%"),
            (log_share(1e-12, 1.0), 4, "10⁻¹² | 10⁻⁹ | 10⁻⁶ | 10⁻³ | 1"),
        ];
        for (axis, intervals, expected) in table {
            let labels: Vec<String> = ticks(&axis, intervals).into_iter().map(|tick| tick.label).collect();
            assert_eq!(labels.join(" | "), expected, "{:?} in {intervals}", axis.range);
        }
    }

    #[test]
    fn ticks_lie_on_the_axis_in_order_whatever_its_range() {
        let ends = [-1e12, -3.7, 0.0, 1e-9, 0.3, 1.0, 77.0, 1e6, 1e15];
        for from in ends {
            for to in ends {
                for axis in [Axis::new("x", "", from, to), Axis::log("x", "", from.abs().max(1e-9), to)] {
                    for length in [400, 1200, 2800] {
                        for ticks in [along(&axis, length), upward(&axis, length)] {
                            assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at), "{axis:?}");
                            assert!(ticks.iter().all(|tick| (0.0..=1.0).contains(&tick.at)), "{axis:?}");
                            assert!(ticks.len() <= 10, "{axis:?}");
                        }
                    }
                }
            }
        }
    }
}
