//! Everything that a simulator says for one state, as JSON.
//!
//! The comments on these structs are what `schema.json` says about them.

use serde::Serialize;

use super::given::Given;
use super::number::Number;
use super::points::{Series, series};
use super::source::{LICENCE, VERSION, address};
use super::text::text;
use super::value::{Named, Parameters, ranges};

/// The name of the file in the root of the site that says what a state is.
pub const SCHEMA: &str = "schema.json";

/// Everything that a simulator says for one set of parameters.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State<'a> {
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
    /// All parameters, each by its id, as they were taken: within their ranges.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, super::value::Value>")
    )]
    pub parameters: Parameters<'a>,
    /// The ranges of those that are not sure, each by its id: its low end, the
    /// value for which everything else in this file is, and its high end;
    /// missing if all are sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranges: Option<Named<[Number; 3]>>,
    /// What could not be taken as it was given, each a sentence.
    pub notices: Vec<&'a str>,
    /// The numbers that the page states in sentences.
    pub readouts: Vec<Readout>,
    /// The figures with all their points.
    pub figures: Vec<Figure>,
    /// The statements from the essays, and whether they hold.
    pub claims: Vec<Claim>,
}

/// One number of the model.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Readout {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// The number in its unit; null if it does not exist for these parameters.
    pub value: Number,
    /// Its unit. A share or probability is from 0 to 1; empty if it has none.
    pub unit: &'static str,
}

/// The data of one figure.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// What goes along its first axis.
    pub x: Axis,
    /// Its curves, bars or maps, in the order in which they are drawn.
    pub series: Vec<Series>,
}

/// An axis of a figure.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Axis {
    /// The name of its quantity; figures with the same can be read together.
    pub id: &'static str,
}

/// A statement from the essays, turned into a number.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// Its name, which never changes once published.
    pub id: &'static str,
    /// Its name for readers, in two to six words.
    pub name: &'static str,
    /// Who sets the line between holding and failing: “said”, “ours”, or a
    /// phrase that says what of it is which; empty for a theorem.
    pub threshold: &'static str,
    /// How far it is from the line, positive where it holds; in powers of ten,
    /// natural logarithms, shares or a unit, as the page says.
    pub margin: Number,
    /// Whether it holds.
    pub holds: bool,
}

impl<'a> State<'a> {
    /// What a simulator says; `site` as in [`address`].
    #[must_use]
    pub fn new(given: &'a Given, site: &str) -> Self {
        let Given { simulator, values, notices, .. } = given;
        let run = simulator.run(values);
        let readout = |readout: &crate::simulator::Readout| Readout {
            id: readout.id,
            value: Number(readout.value.unwrap_or(f64::NAN)),
            unit: readout.unit,
        };
        let figure = |figure: &crate::chart::Figure| Figure {
            id: figure.id,
            x: Axis { id: figure.x.id },
            series: series(figure),
        };
        let claim = |(place, claim): (usize, crate::simulator::ClaimInfo)| {
            let margin = simulator.margin(place, values);
            Claim {
                id: claim.id,
                name: claim.name,
                threshold: claim.threshold,
                margin: Number(margin),
                holds: claim.holds(margin),
            }
        };
        Self {
            schema: [site, SCHEMA].concat(),
            simulator: simulator.info().id,
            version: VERSION,
            address: address(given, site),
            licence: LICENCE,
            parameters: Parameters(values),
            ranges: (!given.ranges.is_empty()).then(|| ranges(values, &given.ranges)),
            notices: notices.iter().map(|notice| &*notice.message).collect(),
            readouts: run.readouts.iter().map(readout).collect(),
            figures: run.figures().map(figure).collect(),
            claims: simulator.claims().into_iter().enumerate().map(claim).collect(),
        }
    }
}

/// Everything that a simulator says for a state, as the text of a file; `site`
/// as in [`address`]. Numbers have full precision.
#[must_use]
pub fn json(given: &Given, site: &str) -> String {
    text(&State::new(given, site))
}
