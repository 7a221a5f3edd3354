//! A figure as data: axes, marks and words, with roles instead of colours.
//!
//! A simulator makes it; [`draw`](super::draw) makes a picture of it, and the
//! exports a table. It knows no pixels.

use crate::math;
use crate::number::Format;

/// A picture, as data: one or more panels over one x axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name in addresses and exports.
    pub id: &'static str,
    /// What it shows, in a few words.
    pub title: &'static str,
    /// What is to be seen for these parameters, in one or two sentences.
    pub caption: String,
    /// The axis that the panels share.
    pub x: Axis,
    /// From top to bottom; at least one.
    pub panels: Vec<Panel>,
}

/// One coordinate system of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its own horizontal axis, if it does not share the figure's.
    pub x: Option<Axis>,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

/// One direction of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The name of the quantity in exports.
    pub id: &'static str,
    /// What it is, with its unit, in words; empty for an axis without a title.
    pub label: &'static str,
    /// How values become places.
    pub scale: AxisScale,
    /// The smallest and the largest value shown; never equal, see [`Axis::new`].
    pub range: (f64, f64),
    /// How ticks are written.
    pub format: Format,
}

/// How values become places along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AxisScale {
    /// Evenly.
    Linear,
    /// Evenly in the logarithm; the range is positive.
    Log,
    /// Named places 0, 1, 2, …; the range is -0.5 to one half past the last.
    Categories(&'static [&'static str]),
    /// Evenly, and neither line nor ticks nor title are drawn.
    Hidden,
}

/// Something drawn in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A curve through points. A y that does not exist is NaN: a gap.
    Line(Series),
    /// Single points.
    Dots(Series),
    /// The space between two curves.
    Band {
        /// The lower curve.
        low: Series,
        /// The upper curve, at the same x.
        high: Series,
    },
    /// Shares drawn one on top of the other, each series with its own share.
    Stack(Vec<Series>),
    /// Bars from zero at x = 0, 1, 2, …, the series side by side.
    Bars(Vec<Series>),
    /// Bars from zero at x = 0, 1, 2, …, the series one on top of the other.
    StackedBars(Vec<Series>),
    /// A straight line across the panel, with a word.
    Rule(Rule),
    /// A map of values, drawn as one raster.
    Grid(Grid),
    /// A box with words, for diagrams.
    Node(Node),
    /// An arrow between two places, for diagrams.
    Arrow(Arrow),
}

/// A named list of points.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The name in exports.
    pub id: &'static str,
    /// The name in the picture; empty if it has none there.
    pub label: &'static str,
    /// What it stands for, which decides its colour and dash.
    pub role: Role,
    /// Points `[x, y]`; a y that does not exist is NaN.
    pub points: Vec<[f64; 2]>,
}

/// A straight line across a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where.
    pub at: RuleAt,
    /// The word beside it.
    pub label: String,
}

/// Where a rule stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RuleAt {
    /// Upright, at this x.
    X(f64),
    /// Level, at this y.
    Y(f64),
}

/// Values over a rectangle of `columns * rows` cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The name in exports.
    pub id: &'static str,
    /// What the values are, for the key.
    pub label: &'static str,
    /// Cells from left to right.
    pub columns: usize,
    /// Cells from bottom to top.
    pub rows: usize,
    /// `[x, y, value]` of each cell, left to right, then bottom to top; the
    /// outermost cells lie on the ends of the axes.
    pub cells: Vec<[f64; 3]>,
    /// The values of the lightest and the darkest colour.
    pub range: (f64, f64),
    /// How values are written in the key.
    pub format: Format,
    /// What a high value stands for.
    pub role: Role,
}

/// A box with words in a diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The name by which arrows and readers find it.
    pub id: &'static str,
    /// The words in it.
    pub label: &'static str,
    /// Its centre.
    pub at: [f64; 2],
    /// What it stands for.
    pub role: Role,
}

/// An arrow between two places of a diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The id of the node it starts from.
    pub from: &'static str,
    /// The id of the node it points to.
    pub to: &'static str,
    /// A sign or a word beside it; may be empty.
    pub label: &'static str,
    /// What it stands for.
    pub role: Role,
}

/// What a mark stands for, the same on every page. The style sheet gives each
/// role a colour and each line a dash, so that none is told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A true Luigi; the intended motive. Green.
    Luigi,
    /// A careless Waluigi; what gives itself away. Purple.
    Careless,
    /// A clever or unknown Waluigi; what hides. Vermillion.
    Clever,
    /// The reader's own case where no motive is meant. Blue.
    Yours,
    /// A first thing to compare with. Dark grey.
    First,
    /// A second thing to compare with. Middle grey.
    Second,
    /// A third thing to compare with. Light grey.
    Third,
    /// Published measurements. Ink, as dots.
    Measured,
    /// What a reader has pinned to compare with. A thin grey line.
    Before,
}

/// What a figure shows for one state: all of it but its name, which stands in
/// its simulator's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// See [`Figure::caption`].
    pub caption: String,
    /// See [`Figure::x`].
    pub x: Axis,
    /// See [`Figure::panels`].
    pub panels: Vec<Panel>,
}

impl Plot {
    /// The figure of that id and title.
    #[must_use]
    pub fn named(self, id: &'static str, title: &'static str) -> Figure {
        let Self { caption, x, panels } = self;
        Figure { id, title, caption, x, panels }
    }
}

impl Figure {
    /// The horizontal axis of one of its panels.
    #[must_use]
    pub fn x_of<'a>(&'a self, panel: &'a Panel) -> &'a Axis {
        panel.x.as_ref().unwrap_or(&self.x)
    }
}

impl Axis {
    /// An even axis. An empty range is widened so that it has two ends.
    #[must_use]
    pub fn new(id: &'static str, label: &'static str, from: f64, to: f64) -> Self {
        let to = if to > from { to } else { from + from.abs().max(1.0) };
        Self { id, label, scale: AxisScale::Linear, range: (from, to), format: Format::Number }
    }

    /// An axis of shares or probabilities, written as percentages.
    #[must_use]
    pub fn percent(id: &'static str, label: &'static str, from: f64, to: f64) -> Self {
        Self { format: Format::Percent, ..Self::new(id, label, from, to) }
    }

    /// An axis that is even in the logarithm, from a positive number.
    #[must_use]
    pub fn log(id: &'static str, label: &'static str, from: f64, to: f64) -> Self {
        Self { scale: AxisScale::Log, ..Self::new(id, label, from, to) }
    }

    /// An axis of named places 0, 1, 2, ….
    #[must_use]
    pub fn categories(id: &'static str, label: &'static str, names: &'static [&'static str]) -> Self {
        let scale = AxisScale::Categories(names);
        Self { scale, ..Self::new(id, label, -0.5, names.len() as f64 - 0.5) }
    }

    /// An axis that is not drawn.
    #[must_use]
    pub fn hidden(id: &'static str, from: f64, to: f64) -> Self {
        Self { scale: AxisScale::Hidden, ..Self::new(id, "", from, to) }
    }

    /// Its label as a title: a sentence begins with a capital.
    #[must_use]
    pub fn title(&self) -> String {
        // Labels begin with a plain letter; the tables for others weigh kilobytes.
        let mut title = self.label.to_owned();
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        title
    }

    /// How far along the axis a value lies: 0 at the start of the range, 1 at
    /// its end, beyond them outside; NaN for what has no place.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        let (from, to) = self.range;
        match self.scale {
            AxisScale::Log => math::ln(value / from) / math::ln(to / from),
            _ => (value - from) / (to - from),
        }
    }

    /// The value at a fraction of the way along the axis; the ends exactly.
    #[must_use]
    pub fn value_at(&self, fraction: f64) -> f64 {
        let (from, to) = self.range;
        if fraction <= 0.0 {
            from
        } else if fraction >= 1.0 {
            to
        } else if self.scale == AxisScale::Log {
            from * math::exp(fraction * math::ln(to / from))
        } else {
            from + fraction * (to - from)
        }
    }

    /// 201 values from end to end, evenly spaced on the axis: the x values of
    /// a curve. A step is half a per cent, so round fractions are among them.
    pub fn samples(&self) -> impl Iterator<Item = f64> + '_ {
        (0..=200).map(|step| self.value_at(f64::from(step) / 200.0))
    }
}

impl Series {
    /// A series through the [`Axis::samples`] of `x`.
    #[must_use]
    pub fn sampled(
        id: &'static str,
        label: &'static str,
        role: Role,
        x: &Axis,
        y: impl Fn(f64) -> f64,
    ) -> Self {
        Self { id, label, role, points: x.samples().map(|x| [x, y(x)]).collect() }
    }
}

impl Grid {
    /// A map of shares with 40 cells along each axis.
    #[must_use]
    pub fn sampled(
        id: &'static str,
        label: &'static str,
        role: Role,
        [x, y]: [&Axis; 2],
        value: impl Fn(f64, f64) -> f64,
    ) -> Self {
        const SIDE: usize = 40;
        let place = |axis: &Axis, index: usize| axis.value_at(index as f64 / (SIDE - 1) as f64);
        let cells = (0..SIDE * SIDE).map(|cell| {
            let (x, y) = (place(x, cell % SIDE), place(y, cell / SIDE));
            [x, y, value(x, y)]
        });
        let (range, format) = ((0.0, 1.0), Format::Percent);
        Self { id, label, columns: SIDE, rows: SIDE, cells: cells.collect(), range, format, role }
    }
}

impl Mark {
    /// The series in this mark, in the order of exports.
    #[must_use]
    pub fn series(&self) -> Vec<&Series> {
        match self {
            Self::Line(series) | Self::Dots(series) => vec![series],
            Self::Band { low, high } => vec![low, high],
            Self::Stack(series) | Self::Bars(series) | Self::StackedBars(series) => series.iter().collect(),
            Self::Rule(_) | Self::Grid(_) | Self::Node(_) | Self::Arrow(_) => Vec::new(),
        }
    }
}
