//! The answers of an [`Exploration`] as JSON.
//!
//! The comments on these structs are what `schema.json` says about them.

use serde::Serialize;

use super::exploration::Exploration;
use super::given::Given;
use super::number::Number;
use super::source::{LICENCE, VERSION, address};
use super::state::SCHEMA;
use super::text::text;
use super::value::{Named, ranges};
use crate::explore::{self, COLUMNS, DRAWS, Difference, ROWS, Spread, Turn, Unit};
use crate::number::round_to_digits;
use crate::params::{Scale, Spec};

/// The shares of all draws that lie below each quantile, and how it is called.
pub(super) const QUANTILES: [(f64, &str); 5] =
    [(0.1, "0.1"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (0.9, "0.9")];

/// What follows for a set of parameters of which some lie anywhere between two
/// ends, each as likely there as elsewhere on the scale of its slider and
/// independent of the others.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explored {
    /// The address of the schema that describes this file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The id of the simulator.
    pub simulator: &'static str,
    /// The version of the models, such as 0.1.0.
    pub version: &'static str,
    /// The address of the page that shows this state, whole if the site's is known.
    pub address: String,
    /// The licence of everything in this file, as an SPDX expression.
    pub licence: &'static str,
    /// What could not be taken as it was given, each a sentence.
    pub notices: Vec<String>,
    /// By its id each parameter that is not sure: its low end, the value for
    /// which curves are drawn, and its high end. If the address has no range,
    /// what is plausible.
    pub ranges: Named<[Number; 3]>,
    /// How many points of the ranges were drawn.
    pub draws: u32,
    /// The statements from the essays, and in how many draws they hold.
    pub claims: Vec<ClaimExplored>,
    /// The numbers that the page states, and how far they spread.
    pub readouts: Vec<ReadoutExplored>,
    /// By its id the share of the spread of the headline number that each
    /// parameter in `ranges` decides alone, from 0 to 1. What is left to 1 they
    /// decide only together.
    pub importance: Named<Number>,
    /// The ids of parameters in `ranges` that move no readout and no claim.
    pub still: Vec<&'static str>,
    /// Why this state and another one differ; missing if none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<AgainstExplored>,
    /// Where a claim holds on a map of two parameters; missing if none was
    /// asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<MapExplored>,
}

/// A statement from the essays over all draws.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimExplored {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// In how many of the draws it holds.
    pub holds_in: u32,
    /// By its id the share that each parameter in `ranges` decides alone of
    /// whether it holds, from 0 to 1.
    pub importance: Named<Number>,
}

/// One number of the model over all draws.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadoutExplored {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// In how many of the draws it does not exist.
    pub absent_in: u32,
    /// By the share of draws below it, the value there in the unit of the
    /// readout; what does not exist counts as the largest, and is null.
    pub quantiles: Named<Number>,
}

/// What has changed from another state to this one, and what it has done.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgainstExplored {
    /// The headline number.
    pub readouts: Vec<DifferenceExplored>,
    /// The statements that hold in one of the two states alone.
    pub claims: Vec<TurnExplored>,
}

/// Where a difference comes from.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DifferenceExplored {
    /// The name of the readout.
    pub id: &'static str,
    /// How far it is from the other state; null if it exists in neither.
    pub difference: Number,
    /// What that is measured in: percentage points, powers of ten, the unit of
    /// the readout, or whether it exists at all.
    pub measure: MeasureExplored,
    /// By its id what each changed parameter adds, its Shapley value; together
    /// they are the difference. Empty if there are mixtures of the two states
    /// for which it does not exist.
    pub shares: Named<Number>,
}

/// What a difference is measured in.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MeasureExplored {
    /// Percentage points.
    Points,
    /// Powers of ten.
    Log10,
    /// The unit of the readout.
    Plain,
    /// 1 for what has come into existence, -1 for what has gone.
    Existence,
}

/// A statement that holds in one of two states alone.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TurnExplored {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// Its margin in the other state, positive where it holds.
    pub before: Number,
    /// Its margin in this state.
    pub after: Number,
    /// By its id what each changed parameter adds to the margin, its Shapley
    /// value; together they are the difference of the two.
    pub shares: Named<Number>,
    /// The smallest sets of changes that alone turn it, at most three of them.
    pub cruxes: Vec<Vec<&'static str>>,
    /// True where so many have changed that there may be smaller sets; else
    /// missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_most: bool,
}

/// Where a statement holds if two parameters are anywhere on their sliders.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MapExplored {
    /// The parameter from left to right.
    pub x: &'static str,
    /// The parameter from bottom to top.
    pub y: &'static str,
    /// The name of the statement.
    pub claim: &'static str,
    /// The values of `x` at the columns.
    pub columns: Vec<Number>,
    /// The values of `y` at the rows.
    pub rows: Vec<Number>,
    /// For each row a text with a sign for each column: 1 where the statement
    /// holds, else 0.
    pub holds: Vec<String>,
    /// At how many positions it holds.
    pub holds_at: u32,
    /// The border in straight pieces, each from x and y to x and y.
    pub border: Vec<[Number; 4]>,
    /// How much of the map that is, and which way over the border is short.
    pub words: String,
}

/// A number for each of some parameters.
fn named(specs: impl Iterator<Item = &'static Spec>, numbers: &[f64]) -> Named<Number> {
    Named(specs.zip(numbers).map(|(spec, number)| (spec.id, Number(*number))).collect())
}

impl Explored {
    /// The answers; `site` as in [`address`].
    #[must_use]
    pub fn new(found: &Exploration, site: &str) -> Self {
        let Exploration { given: Given { simulator, values, .. }, draws, .. } = found;
        let claim = |(place, importance): (usize, &Vec<f64>)| ClaimExplored {
            id: draws.claims[place].id,
            holds_in: draws.holds_in(place),
            importance: named(draws.sample.specs(), importance),
        };
        let readout = |(place, id): (usize, &&'static str)| {
            let spread = Spread::new(draws, place);
            let quantile = |(share, name)| (name, Number(spread.quantile(share).unwrap_or(f64::NAN)));
            let quantiles = Named(QUANTILES.map(quantile).into());
            ReadoutExplored { id, absent_in: draws.absent_in(place), quantiles }
        };
        Self {
            schema: [site, SCHEMA, "#/$defs/Explored"].concat(),
            simulator: simulator.info().id,
            version: VERSION,
            address: address(&found.given, site),
            licence: LICENCE,
            notices: found.given.notices.iter().map(|notice| notice.message.clone()).collect(),
            ranges: ranges(values, &found.ranges),
            draws: DRAWS,
            claims: found.importances.iter().enumerate().map(claim).collect(),
            readouts: draws.readouts.iter().enumerate().map(readout).collect(),
            importance: named(draws.sample.specs(), &found.importance),
            still: found.still.iter().map(|spec| spec.id).collect(),
            against: found.against.as_ref().map(|against| AgainstExplored::new(found, against)),
            map: found.map.as_ref().map(|map| MapExplored::new(found, map)),
        }
    }
}

impl AgainstExplored {
    fn new(found: &Exploration, against: &explore::Comparison) -> Self {
        let shares = |shares: &[f64]| named(against.changed.iter().copied(), shares);
        let Difference { readout, size, unit, .. } = against.headline;
        let difference = DifferenceExplored {
            id: readout,
            difference: Number(size.unwrap_or(f64::NAN)),
            measure: match unit {
                Unit::Points => MeasureExplored::Points,
                Unit::Log10 => MeasureExplored::Log10,
                Unit::Plain => MeasureExplored::Plain,
                Unit::Existence => MeasureExplored::Existence,
            },
            shares: shares(&against.headline.shares),
        };
        let ids = |crux: &Vec<usize>| crux.iter().map(|place| against.changed[*place].id).collect();
        let turn = |turn: &Turn| TurnExplored {
            id: found.draws.claims[turn.claim].id,
            before: Number(turn.before),
            after: Number(turn.after),
            shares: shares(&turn.shares),
            cruxes: turn.cruxes.iter().map(ids).collect(),
            at_most: turn.at_most,
        };
        Self { readouts: vec![difference], claims: against.turns.iter().map(turn).collect() }
    }
}

impl MapExplored {
    fn new(found: &Exploration, map: &explore::Map) -> Self {
        let explore::Map { x, y, claim, .. } = map;
        let values = |spec: &Spec, count: usize| {
            (0..count).map(|place| Number(spec.at_fraction(place as f64 / (count - 1) as f64))).collect()
        };
        let signs = |row: &[bool]| row.iter().map(|holds| if *holds { '1' } else { '0' }).collect();
        let piece = |[from, to]: &[[f64; 2]; 2]| {
            [at(x, from[0]), at(y, from[1]), at(x, to[0]), at(y, to[1])].map(Number)
        };
        Self {
            x: x.id,
            y: y.id,
            claim: found.draws.claims[*claim].id,
            columns: values(x, COLUMNS),
            rows: values(y, ROWS),
            holds: map.holds.chunks(COLUMNS).map(signs).collect(),
            holds_at: map.holds_at(),
            border: map.border.iter().map(piece).collect(),
            words: map.words.clone(),
        }
    }
}

/// Where a border lies on a slider. That of a whole number lies between two.
fn at(spec: &Spec, fraction: f64) -> f64 {
    let (min, max) = (spec.min(), spec.max());
    let value = match spec.scale {
        Scale::Log { .. } | Scale::LogCount { .. } => min * crate::math::pow(max / min, fraction),
        _ => min + fraction * (max - min),
    };
    round_to_digits(value, 6)
}

/// The answers as the text of a file.
#[must_use]
pub fn explored(found: &Exploration, site: &str) -> String {
    text(&Explored::new(found, site))
}
