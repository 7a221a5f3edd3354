//! What follows if one is not sure, what matters most, why two states disagree
//! and where a claim flips: asked all at once, for a file.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::given::Given;
use super::read::read;
use crate::explore::{
    CompareSearch, Comparison, DrawSearch, Draws, Map, MapSearch, Output, Search, StillSearch, importance,
};
use crate::params::{Ranges, Spec, Values};
use crate::simulator::{AnySimulator, watched};

/// What is asked beside the state, which has the ranges.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    /// Whether each parameter without a range has what is plausible of it.
    pub unsure: bool,
    /// The state to compare with, as [`read`] takes it.
    #[serde(deserialize_with = "text_or_json")]
    pub against: Option<String>,
    /// The ids of the two parameters of a map, with a comma between.
    #[serde(deserialize_with = "text_or_list")]
    pub map: Option<String>,
    /// The id of the claim of the map; the first that is no theorem if left out.
    pub claim: Option<String>,
}

/// Anything but a text as the JSON that it is.
fn text_or_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let written = Option::<Box<RawValue>>::deserialize(deserializer)?;
    Ok(written
        .map(|written| serde_json::from_str(written.get()).unwrap_or_else(|_| written.get().to_owned())))
}

/// A list of texts as one with commas.
fn text_or_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Ids {
        Text(String),
        List(Vec<String>),
    }
    Ok(Option::<Ids>::deserialize(deserializer)?.map(|ids| match ids {
        Ids::Text(text) => text,
        Ids::List(list) => list.join(","),
    }))
}

impl Asked {
    /// Reads what is asked from JSON: an object with some of the fields.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_str(text).map_err(|error| format!("what is asked cannot be read: {error}"))
    }
}

/// What was asked, and all answers.
pub struct Exploration {
    /// Who was asked, and the state, whose ranges its address has.
    pub given: Given,
    /// The ranges that were drawn from: those of the state, or what is
    /// plausible if it has none.
    pub ranges: Ranges,
    /// What the simulator says all over the ranges.
    pub draws: Draws,
    /// For the headline readout the importance of each parameter that has a
    /// range.
    pub importance: Vec<f64>,
    /// The same for each claim.
    pub importances: Vec<Vec<f64>>,
    /// The parameters that move nothing.
    pub still: Vec<&'static Spec>,
    /// The other state, if there is one.
    pub before: Option<Values>,
    /// What has changed from it.
    pub against: Option<Comparison>,
    /// The way back: what would turn this state's verdicts into its own.
    pub back: Option<Comparison>,
    /// The map, if one was asked for.
    pub map: Option<Map>,
}

impl Exploration {
    /// Answers everything.
    ///
    /// # Errors
    /// A sentence that says what of it there is not, or what cannot be read.
    pub fn new(mut given: Given, asked: &Asked) -> Result<Self, String> {
        let simulator = given.simulator;
        let claim = claim(simulator, asked.claim.as_deref())?;
        let axes = asked.map.as_deref().map(|ids| axes(simulator, ids)).transpose()?;
        let before = match &asked.against {
            Some(text) => {
                let before = read(simulator, text).map_err(|message| ["against: ", &*message].concat())?;
                given.notices.extend(before.notices);
                Some(before.values)
            }
            None => None,
        };
        if asked.unsure {
            given.ranges = given.ranges.unsure(&given.values);
        }
        let values = &given.values;
        let own = given.ranges.clone();
        let ranges = if own.is_empty() { own.unsure(values) } else { own };
        let draws = DrawSearch::new(simulator, values, &ranges).run(simulator);
        let of_claim = |claim| importance(&draws, Output::Claim(claim));
        Ok(Self {
            importance: importance(&draws, Output::Headline),
            importances: (0..draws.claims.len()).map(of_claim).collect(),
            still: StillSearch::new(simulator, values, &ranges).run(simulator),
            against: before
                .as_ref()
                .map(|before| CompareSearch::new(simulator, before, values).run(simulator)),
            back: before.as_ref().map(|before| CompareSearch::new(simulator, values, before).run(simulator)),
            before,
            map: axes.map(|axes| MapSearch::new(simulator, values, axes, claim).run(simulator)),
            ranges,
            draws,
            given,
        })
    }
}

/// The place of a claim.
fn claim(simulator: &dyn AnySimulator, id: Option<&str>) -> Result<usize, String> {
    let claims = simulator.claims();
    let Some(id) = id else { return Ok(watched(&claims, "")) };
    claims
        .iter()
        .position(|claim| claim.id == id)
        .ok_or_else(|| missing("claim", "claim", id, claims.iter().map(|claim| claim.id)))
}

/// The two parameters of a map.
fn axes(simulator: &dyn AnySimulator, ids: &str) -> Result<[&'static Spec; 2], String> {
    let all = || simulator.specs().iter().filter(|spec| spec.can_range());
    let find = |id: &str| {
        let id = id.trim();
        let found = all().find(|spec| spec.id == id || !id.is_empty() && spec.former_id == id);
        found.ok_or_else(|| missing("map", "parameter for a map", id, all().map(|spec| spec.id)))
    };
    let (x, y) = ids.split_once(',').ok_or("map: two parameters are needed, with a comma between")?;
    let axes = [find(x)?, find(y)?];
    if axes[0].id == axes[1].id {
        return Err("map: two different parameters are needed".to_owned());
    }
    Ok(axes)
}

fn missing(field: &str, what: &str, id: &str, all: impl Iterator<Item = &'static str>) -> String {
    let all: Vec<&str> = all.collect();
    let id = crate::params::shortened(id);
    format!("{field}: there is no {what} “{id}”; there are: {}", all.join(", "))
}
