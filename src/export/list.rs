//! Everything that can be asked of all simulators, as JSON.

use serde::Serialize;

use super::number::Number;
use super::text::text;
use super::value::Value;
use crate::params::{By, Origin, Plausible, Scale, Spec, Values};
use crate::simulator::AnySimulator;
use crate::simulators::ALL;

/// A simulator and all that can be asked of it.
#[derive(Serialize)]
pub struct Listed {
    /// Its name in addresses and exports.
    pub id: &'static str,
    /// Its name for readers.
    pub name: &'static str,
    /// The question that its page answers.
    pub question: &'static str,
    /// What it teaches, with parameters and readouts in braces.
    pub lesson: &'static str,
    /// Its parameters, in the order of the page.
    pub parameters: Vec<Parameter>,
    /// Its named sets of parameters.
    pub presets: Vec<Preset>,
    /// The statements that it turns into numbers.
    pub claims: Vec<Claim>,
    /// The numbers that it gives.
    pub readouts: Vec<Readout>,
    /// The figures that it draws.
    pub figures: Vec<Figure>,
}

/// A parameter and what it may be.
#[derive(Serialize)]
pub struct Parameter {
    /// Its name in links and exports.
    pub id: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// One or two sentences of help.
    pub help: &'static str,
    /// Its unit, empty if it has none.
    pub unit: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Its value where nothing else is said.
    pub default: Value,
    /// The ids that a choice can have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<&'static str>>,
    /// The smallest value of a number, in its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Number>,
    /// The largest value of a number, in its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Number>,
    /// The ends of what a well-informed person would hold plausible of a
    /// number, about the 10th and the 90th percentile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plausible: Option<[Number; 2]>,
    /// Where its default and its range come from: “said”, “measured” or “ours”,
    /// and more about that.
    pub why: String,
    /// The heading under which its control is folded; empty for the main ones.
    pub group: &'static str,
}

/// What the values of a parameter are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Numbers within a range.
    Number,
    /// Whole numbers within a range.
    Whole,
    /// True or false.
    Flag,
    /// One of a few ids.
    Choice,
}

/// A named set of parameters.
#[derive(Serialize)]
pub struct Preset {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its name for readers.
    pub name: &'static str,
    /// One sentence on what it shows.
    pub about: &'static str,
    /// The values that differ from the defaults, as in a link.
    pub query: String,
    /// For each of these values, where it comes from: “said”, “measured” or
    /// “ours” for our reading, and of what.
    pub why: std::collections::BTreeMap<&'static str, String>,
}

/// A statement from the essays.
#[derive(Serialize)]
pub struct Claim {
    /// Its name in links and exports.
    pub id: &'static str,
    /// Its name for readers, in two to six words.
    pub name: &'static str,
    /// Who sets the line between holding and failing: “said”, “ours”, or a
    /// phrase that says what of it is which; empty for a theorem.
    pub threshold: &'static str,
    /// The statement in our words, with the conditions that it fixes.
    pub text: &'static str,
}

/// A number that a model gives.
#[derive(Serialize)]
pub struct Readout {
    /// Its name in exports.
    pub id: &'static str,
    /// Its unit, empty if it has none.
    pub unit: &'static str,
    /// A sentence with `{}` where the number and its unit go.
    pub sentence: &'static str,
}

/// A figure that can be drawn.
#[derive(Serialize)]
pub struct Figure {
    /// Its name in links and exports.
    pub id: &'static str,
    /// Its title for readers.
    pub title: &'static str,
}

impl Kind {
    pub(super) const fn of(spec: &Spec) -> Self {
        match spec.scale {
            Scale::Flag => Self::Flag,
            Scale::Choice(_) => Self::Choice,
            _ if spec.is_whole() => Self::Whole,
            _ => Self::Number,
        }
    }
}

/// Where a number comes from, as one phrase.
fn why(origin: Origin) -> String {
    let by = match origin.by {
        By::Us => "ours",
        By::Source => "said",
        By::Measurement => "measured",
    };
    if origin.words.is_empty() { by.to_owned() } else { [by, ": ", origin.words].concat() }
}

impl Parameter {
    fn of(spec: &Spec) -> Self {
        let kind = Kind::of(spec);
        let end = |end: f64| matches!(kind, Kind::Number | Kind::Whole).then_some(Number(end));
        let choices = match spec.scale {
            Scale::Choice(choices) => Some(choices.iter().map(|choice| choice.id).collect()),
            _ => None,
        };
        Self {
            id: spec.id,
            label: spec.label,
            help: spec.help,
            unit: spec.unit,
            kind,
            default: Value::of(spec, spec.default),
            choices,
            min: end(spec.min()),
            max: end(spec.max()),
            plausible: match spec.plausible {
                Plausible::Between(low, high) => Some([Number(low), Number(high)]),
                Plausible::Default | Plausible::Any => None,
            },
            why: why(spec.origin),
            group: spec.group,
        }
    }
}

impl Listed {
    fn of(simulator: &dyn AnySimulator) -> Self {
        let info = simulator.info();
        let readouts = simulator.readouts(&Values::defaults(simulator.specs()));
        let preset = |preset: &crate::simulator::Preset| Preset {
            id: preset.id,
            name: preset.name,
            about: preset.about,
            query: preset.query(),
            why: preset.settings.iter().map(|setting| (setting.id, why(setting.origin))).collect(),
        };
        let claim = |claim: crate::simulator::ClaimInfo| Claim {
            id: claim.id,
            name: claim.name,
            threshold: claim.threshold,
            text: claim.text,
        };
        let readout = |readout: &crate::simulator::Readout| Readout {
            id: readout.id,
            unit: readout.unit,
            sentence: readout.sentence,
        };
        let figure = |figure: crate::simulator::FigureInfo| Figure { id: figure.id, title: figure.title };
        Self {
            id: info.id,
            name: info.name,
            question: info.question,
            lesson: simulator.lesson(),
            parameters: simulator.specs().iter().map(Parameter::of).collect(),
            presets: simulator.presets().iter().map(preset).collect(),
            claims: simulator.claims().into_iter().map(claim).collect(),
            readouts: readouts.iter().map(readout).collect(),
            figures: simulator.figures().into_iter().map(figure).collect(),
        }
    }
}

/// Everything that can be asked of all simulators, as JSON.
#[must_use]
pub fn list() -> String {
    let all: Vec<Listed> = ALL.iter().map(|simulator| Listed::of(*simulator)).collect();
    text(&all)
}
