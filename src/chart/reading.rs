//! What can be read off a figure: its data as tables, and all values at one
//! place of the x axis.

use super::figure::{Axis, AxisScale, Figure, Grid, Mark, Panel, Role, Series};
use crate::number::Format;

/// Most rows of a table: every tenth sample of a curve, and its end.
const MOST_ROWS: usize = 21;

/// Most columns and rows of the table of a map.
const MOST_CELLS: (usize, usize) = (6, 9);

/// How far, as a fraction of the axis, a single dot may lie from where the
/// cursor stands.
const DOT_REACH: f64 = 0.02;

/// Some data of a figure as text, in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What each column holds; the first names the rows.
    pub head: Vec<String>,
    /// As many cells as the head has.
    pub rows: Vec<Vec<String>>,
}

/// All values at one place of the x axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The place in words, with what it is.
    pub place: String,
    /// The values, in the order in which they are drawn.
    pub values: Vec<ReadValue>,
}

/// One value of a [`Reading`].
#[derive(Clone, Debug, PartialEq)]
pub struct ReadValue {
    /// Whose it is.
    pub name: String,
    /// The value in words.
    pub text: String,
    /// What it stands for.
    pub role: Role,
    /// The panel and the point, where there is a curve or dot to mark.
    pub mark: Option<(usize, [f64; 2])>,
}

impl Reading {
    /// The whole reading as one sentence.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = self.place.clone();
        for value in &self.values {
            words.push_str("; ");
            words.push_str(&value.name);
            words.push(' ');
            words.push_str(&value.text);
        }
        words
    }
}

/// A series and where it is drawn.
struct Column<'a> {
    panel: usize,
    x: &'a Axis,
    y: &'a Axis,
    series: &'a Series,
    kind: Kind,
    names_panel: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Curve,
    Dots,
    /// Drawn on top of others, so that its own value is no place.
    Layer,
}

impl Column<'_> {
    fn name(&self) -> String {
        let mut name = self.own_name();
        if self.series.role == Role::Before {
            name.push_str(", pinned");
        }
        name
    }

    fn own_name(&self) -> String {
        match (self.series.label, self.names_panel) {
            ("", _) if self.names_panel || self.y.label.is_empty() => self.series.id.replace('_', " "),
            ("", _) => self.y.label.to_owned(),
            (label, false) => label.to_owned(),
            (label, true) => [label, ", ", self.y.label].concat(),
        }
    }
}

/// Whether a panel has the x axis of the figure, along which the cursor goes.
pub fn shares_x(panel: &Panel) -> bool {
    panel.x.is_none()
}

fn columns(figure: &Figure) -> Vec<Column<'_>> {
    let mut columns = Vec::new();
    for (panel, here) in figure.panels.iter().enumerate() {
        let (x, Panel { y, marks, .. }) = (figure.x_of(here), here);
        let unnamed = marks.iter().flat_map(Mark::series).filter(|series| series.label.is_empty()).count();
        for mark in marks {
            let kind = match mark {
                Mark::Dots(_) => Kind::Dots,
                Mark::Line(_) | Mark::Band { .. } => Kind::Curve,
                _ => Kind::Layer,
            };
            for series in mark.series() {
                let names_panel = if series.label.is_empty() { unnamed > 1 } else { figure.panels.len() > 1 };
                columns.push(Column { panel, x, y, series, kind, names_panel });
            }
        }
    }
    columns
}

/// What the cursor can read.
fn along(figure: &Figure) -> impl Iterator<Item = Column<'_>> {
    columns(figure).into_iter().filter(|column| shares_x(&figure.panels[column.panel]))
}

/// A value as text; a dash for what does not exist.
fn show(format: Format, value: f64) -> String {
    if value.is_nan() { "–".to_owned() } else { format.show(value) }
}

fn place(axis: &Axis, value: f64) -> String {
    match axis.scale {
        AxisScale::Categories(names) => {
            names.get(value.max(0.0) as usize).copied().unwrap_or_default().to_owned()
        }
        _ => show(axis.format, value),
    }
}

/// So many places of a list, from its first to its last, evenly chosen.
fn chosen(length: usize, most: usize) -> impl Iterator<Item = usize> {
    let count = length.min(most);
    (0..count).map(move |index| if count < 2 { 0 } else { index * (length - 1) / (count - 1) })
}

/// The data of a figure as tables, one for each list of x values that it has.
#[must_use]
pub fn tables(figure: &Figure) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut left = columns(figure);
    if left.first().is_some_and(|column| column.x.scale == AxisScale::Hidden) {
        // Places without a meaning: what counts is how many there are.
        let rows = left.iter().map(|column| vec![column.name(), column.series.points.len().to_string()]);
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            tables.push(Table { head: vec!["Which".to_owned(), "How many".to_owned()], rows });
        }
        left.clear();
    }
    while let Some(first) = left.first() {
        let axis = first.x;
        let xs: Vec<f64> = first.series.points.iter().map(|point| point[0]).collect();
        let has_them = |column: &Column| {
            column.x.id == axis.id
                && column.series.points.len() == xs.len()
                && column.series.points.iter().zip(&xs).all(|(point, x)| point[0] == *x)
        };
        let (these, others): (Vec<_>, Vec<_>) = left.into_iter().partition(has_them);
        let mut head = vec![title(axis)];
        head.extend(these.iter().map(Column::name));
        let rows = chosen(xs.len(), MOST_ROWS).map(|row| {
            let values = these.iter().map(|column| show(column.y.format, column.series.points[row][1]));
            std::iter::once(place(axis, xs[row])).chain(values).collect()
        });
        tables.push(Table { head, rows: rows.collect() });
        left = others;
    }
    for panel in &figure.panels {
        for mark in &panel.marks {
            if let Mark::Grid(grid) = mark {
                tables.push(map(figure, panel, grid));
            }
        }
        tables.extend(diagram(panel));
    }
    tables
}

fn title(axis: &Axis) -> String {
    if axis.label.is_empty() { axis.id.replace('_', " ") } else { axis.label.to_owned() }
}

/// A map: columns along x, rows along y, from the top.
fn map(figure: &Figure, panel: &Panel, grid: &Grid) -> Table {
    let x = figure.x_of(panel);
    let columns: Vec<usize> = chosen(grid.columns, MOST_CELLS.0).collect();
    let mut head = vec![[&title(&panel.y), " ↓, ", &title(x), " →"].concat()];
    head.extend(columns.iter().map(|column| place(x, grid.cells[*column][0])));
    let mut rows: Vec<Vec<String>> = chosen(grid.rows, MOST_CELLS.1)
        .map(|row| {
            let cells = &grid.cells[row * grid.columns..][..grid.columns];
            let values = columns.iter().map(|column| show(grid.format, cells[*column][2]));
            std::iter::once(place(&panel.y, cells[0][1])).chain(values).collect()
        })
        .collect();
    rows.reverse();
    Table { head, rows }
}

/// The arrows of a diagram, by the words in their boxes.
fn diagram(panel: &Panel) -> Option<Table> {
    let label = |id: &str| {
        panel.marks.iter().find_map(|mark| match mark {
            Mark::Node(node) if node.id == id => Some(node.label.to_owned()),
            _ => None,
        })
    };
    let rows: Vec<Vec<String>> = panel
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Arrow(arrow) => Some(vec![label(arrow.from)?, label(arrow.to)?, arrow.label.to_owned()]),
            _ => None,
        })
        .collect();
    let head = ["From", "To", "How"].map(str::to_owned).to_vec();
    (!rows.is_empty()).then_some(Table { head, rows })
}

/// The places at which the values of a figure can be read, in order; none for
/// maps and diagrams.
#[must_use]
pub fn stops(figure: &Figure) -> Vec<f64> {
    if figure.x.scale == AxisScale::Hidden {
        return Vec::new();
    }
    let longest = along(figure).max_by_key(|column| column.series.points.len());
    let mut stops: Vec<f64> =
        longest.map_or_else(Vec::new, |column| column.series.points.iter().map(|point| point[0]).collect());
    stops.retain(|x| (0.0..=1.0).contains(&figure.x.fraction(*x)));
    stops.dedup();
    if stops.is_sorted() { stops } else { Vec::new() }
}

/// The stop that is nearest to a fraction of the x axis.
#[must_use]
pub fn nearest_stop(figure: &Figure, stops: &[f64], fraction: f64) -> usize {
    let distance = |x: &f64| (figure.x.fraction(*x) - fraction).abs();
    (1..stops.len()).fold(0, |best, at| if distance(&stops[at]) < distance(&stops[best]) { at } else { best })
}

/// All values at a place of the x axis.
#[must_use]
pub fn read(figure: &Figure, x: f64) -> Reading {
    let distance = |point: &[f64; 2]| (figure.x.fraction(point[0]) - figure.x.fraction(x)).abs();
    let values = along(figure).filter_map(|column| {
        let points = &column.series.points;
        let nearest = points
            .iter()
            .reduce(|best, point| if distance(point) < distance(best) { point } else { best })?;
        let is_there = match column.kind {
            Kind::Dots => distance(nearest) <= DOT_REACH,
            // A curve that ends before the cursor has no value there.
            _ => points[0][0] <= x && x <= points[points.len() - 1][0],
        };
        is_there.then(|| ReadValue {
            name: column.name(),
            text: show(column.y.format, nearest[1]),
            role: column.series.role,
            mark: (column.kind != Kind::Layer && !nearest[1].is_nan()).then_some((column.panel, *nearest)),
        })
    });
    let values = values.collect();
    let place = match figure.x.scale {
        AxisScale::Categories(_) => place(&figure.x, x),
        _ => [&title(&figure.x), ": ", &place(&figure.x, x)].concat(),
    };
    Reading { place, values }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(id: &'static str, label: &'static str, points: &[[f64; 2]]) -> Series {
        Series { id, label, role: Role::Yours, points: points.to_vec() }
    }

    fn figure(x: Axis, marks: Vec<Mark>) -> Figure {
        let panels = vec![Panel { x: None, y: Axis::percent("share", "share", 0.0, 1.0), marks }];
        Figure { id: "f", title: "F", caption: String::new(), x, panels }
    }

    fn curves() -> Figure {
        let x = Axis::new("n", "opportunities", 0.0, 200.0);
        let curve =
            |id, label, slope: f64| Mark::Line(Series::sampled(id, label, Role::Yours, &x, |x| x * slope));
        let marks = vec![
            curve("a", "first", 1.0 / 200.0),
            curve("b", "second", 1.0 / 400.0),
            Mark::Dots(series("m", "measured", &[[50.0, 0.75]])),
            Mark::Line(series("gap", "gap", &[[0.0, 0.5], [100.0, f64::NAN], [200.0, 0.5]])),
        ];
        figure(x.clone(), marks)
    }

    #[test]
    fn curves_with_the_same_places_share_a_table_with_few_rows() {
        let tables = tables(&curves());
        assert_eq!(tables.len(), 3);
        assert_eq!(tables[0].head, ["opportunities", "first", "second"]);
        assert_eq!(tables[0].rows.len(), 21);
        assert_eq!(tables[0].rows[1], ["10", "5\u{a0}%", "2.5\u{a0}%"]);
        assert_eq!(tables[0].rows[20], ["200", "100\u{a0}%", "50\u{a0}%"]);
        assert_eq!(tables[1].rows, [["50", "75\u{a0}%"]]);
        assert_eq!(tables[2].rows[1], ["100", "–"]);
    }

    #[test]
    fn a_map_is_a_table_with_both_axes() {
        let (x, y) = (Axis::percent("x", "cost", 0.0, 1.0), Axis::new("y", "care", 0.0, 10.0));
        let grid = Grid::sampled("map", "share", Role::Yours, [&x, &y], |x, y| x * y / 10.0);
        let mut figure = figure(x, vec![Mark::Grid(grid)]);
        figure.panels[0].y = y;
        let table = &tables(&figure)[0];
        assert_eq!((table.head.len(), table.rows.len()), (7, 9));
        assert_eq!(table.head[0], "care ↓, cost →");
        assert_eq!(
            (&*table.rows[0][0], &*table.rows[0][6], &*table.rows[8][6]),
            ("10", "100\u{a0}%", "0\u{a0}%")
        );
        assert!(stops(&figure).is_empty());
    }

    #[test]
    fn values_are_read_where_the_cursor_stands() {
        let figure = curves();
        let stops = stops(&figure);
        assert_eq!(stops.len(), 201);
        let at = |fraction| read(&figure, stops[nearest_stop(&figure, &stops, fraction)]).words();
        assert_eq!(
            at(0.25),
            "opportunities: 50; first 25\u{a0}%; second 13\u{a0}%; measured 75\u{a0}%; gap 50\u{a0}%"
        );
        assert_eq!(at(0.5), "opportunities: 100; first 50\u{a0}%; second 25\u{a0}%; gap –");
        assert_eq!(at(-3.0), "opportunities: 0; first 0\u{a0}%; second 0\u{a0}%; gap 50\u{a0}%");
    }

    #[test]
    fn categories_are_read_by_name() {
        let x = Axis::categories("who", "", &["Luther", "Pascal"]);
        let bars = Mark::Bars(vec![series("share", "", &[[0.0, 0.25], [1.0, 0.75]])]);
        let figure = figure(x, vec![bars]);
        assert_eq!(read(&figure, 1.0).words(), "Pascal; share 75\u{a0}%");
        assert_eq!(tables(&figure)[0].rows[0], ["Luther", "25\u{a0}%"]);
    }
}
