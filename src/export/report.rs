//! The answers of an [`Exploration`] in words, with tables in Markdown.

use super::exploration::Exploration;
use super::explored::QUANTILES;
use super::given::Given;
use super::source::{VERSION, address};
use crate::explore::{Comparison, DRAWS, Spread, Turn, Unit, of_hundred, percent, together};
use crate::number::human;
use crate::params::Spec;
use crate::params::Values;
use crate::simulator::{Measure, Readout};

/// The answers as a text that people read.
#[must_use]
pub fn report(found: &Exploration, site: &str) -> String {
    let Given { simulator, values, .. } = &found.given;
    let info = simulator.info();
    let readouts = simulator.readouts(values);
    let mut text = Text::default();
    text.say(&["# ", info.question]);
    for notice in &found.given.notices {
        text.say(&["Notice: ", &notice.message]);
    }
    unsure(&mut text, found, &readouts);
    important(&mut text, found, &readouts);
    if let Some(against) = &found.against {
        differ(&mut text, found, against, &readouts);
    }
    if let Some(map) = &found.map {
        text.say(&["## Where does it flip?"]);
        text.say(&[
            "“",
            found.draws.claims[map.claim].name,
            "”, with “",
            map.x.label,
            "” and “",
            map.y.label,
            "” anywhere on their scales: ",
            &map.words,
        ]);
    }
    let address = address(&found.given, site);
    text.say(&[
        "[",
        info.question,
        "](",
        &address,
        ") What Survives, ",
        info.name,
        ", version ",
        VERSION,
        ".",
    ]);
    text.0
}

/// Paragraphs and tables.
#[derive(Default)]
struct Text(String);

impl Text {
    /// A paragraph.
    fn say(&mut self, words: &[&str]) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.extend(words.iter().copied());
        self.0.push('\n');
    }

    /// A table; its first row is the head.
    fn table(&mut self, rows: &[Vec<String>]) {
        self.0.push('\n');
        for (at, row) in rows.iter().enumerate() {
            let cells = row.iter().map(|cell| cell.replace('\\', "\\\\").replace('|', "\\|"));
            self.0.push_str(&["| ", &cells.collect::<Vec<_>>().join(" | "), " |\n"].concat());
            if at == 0 {
                self.0.push_str(&["|", &"---|".repeat(row.len()), "\n"].concat());
            }
        }
    }
}

fn cells<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).into()
}

/// A readout without its number: what it is, in words.
fn name(readout: &Readout) -> String {
    readout.sentence.replace("{}", "…").trim_end_matches('.').to_owned()
}

fn unsure(text: &mut Text, found: &Exploration, readouts: &[Readout]) {
    let draws = &found.draws;
    text.say(&["## Not sure?"]);
    let whose =
        if found.given.ranges.is_empty() { "No range was given: these are plausible ones. " } else { "" };
    text.say(&[
        whose,
        "Anything between the two ends is taken as equally likely, on the scale of the slider, and each number by itself.",
    ]);
    let mut rows = vec![cells(["Assumption", "From", "Drawn at", "To"])];
    for (spec, (low, high)) in found.ranges.iter() {
        let point = found.given.values.get(spec.id).unwrap_or(low);
        rows.push(vec![spec.label.to_owned(), spec.words(low), spec.words(point), spec.words(high)]);
    }
    text.table(&rows);
    let mut rows = vec![cells(["Claim", "Holds in"])];
    for (place, claim) in draws.claims.iter().enumerate() {
        rows.push(vec![claim.name.to_owned(), of_hundred(draws.holds_in(place), DRAWS)]);
    }
    text.table(&rows);
    let heads = QUANTILES.map(|(share, _)| percent((share * 100.0) as u32, 100) + " lie below");
    let mut rows = vec![[vec!["Result".to_owned()], heads.into()].concat()];
    for (place, readout) in readouts.iter().enumerate() {
        let spread = Spread::new(draws, place);
        let quantile = |(share, _)| Readout { value: spread.quantile(share), ..readout.clone() }.text();
        rows.push([vec![name(readout)], QUANTILES.map(quantile).into()].concat());
    }
    text.table(&rows);
}

fn important(text: &mut Text, found: &Exploration, readouts: &[Readout]) {
    let draws = &found.draws;
    let specs: Vec<&Spec> = draws.sample.specs().collect();
    text.say(&["## Which assumption matters most?"]);
    let most = (0..specs.len())
        .reduce(|most, place| if found.importance[place] > found.importance[most] { place } else { most });
    match most.filter(|most| found.importance[*most] > 0.0) {
        Some(most) => text.say(&[
            "If you could learn one number, learn “",
            specs[most].label,
            "”: alone it decides ",
            &part(found.importance[most]),
            " of the spread of “",
            &name(&readouts[draws.headline]),
            "”.",
        ]),
        None => text.say(&["No assumption moves “", &name(&readouts[draws.headline]), "” by itself."]),
    }
    let mut rows = vec![cells(["Decides alone", "of the result"])];
    let open: Vec<usize> =
        (0..draws.claims.len()).filter(|place| draws.claims[*place].theorem.is_empty()).collect();
    rows[0].extend(open.iter().map(|place| ["of “", draws.claims[*place].name, "”"].concat()));
    let columns: Vec<&Vec<f64>> = std::iter::once(&found.importance)
        .chain(open.iter().map(|place| &found.importances[*place]))
        .collect();
    for (place, spec) in specs.iter().enumerate() {
        let shares = columns.iter().map(|importance| part(importance[place]));
        rows.push(std::iter::once(spec.label.to_owned()).chain(shares).collect());
    }
    let rest = columns.iter().map(|importance| match importance.iter().sum::<f64>() {
        0.0 => "–".to_owned(),
        _ => part(together(importance)),
    });
    rows.push(std::iter::once("Only together".to_owned()).chain(rest).collect());
    text.table(&rows);
    if !found.still.is_empty() {
        let labels: Vec<&str> = found.still.iter().map(|spec| spec.label).collect();
        text.say(&["These move nothing here: “", &labels.join("”, “"), "”."]);
    }
}

/// A share between 0 and 1 as a percentage.
pub(super) fn part(share: f64) -> String {
    percent((share * 1e6) as u32, 1_000_000)
}

fn differ(text: &mut Text, found: &Exploration, against: &Comparison, readouts: &[Readout]) {
    text.say(&["## Why do the two disagree?"]);
    let changed = &against.changed;
    let count = changed.len();
    if count == 0 {
        text.say(&["They are the same."]);
        return;
    }
    let assumptions = if count == 1 { " assumption." } else { " assumptions." };
    text.say(&["They differ in ", &count.to_string(), assumptions]);
    for turn in &against.turns {
        text.say(&[&turned(found, against, turn, "the other state")]);
    }
    let headline = &against.headline;
    let difference = |number: f64| of_readout(number, headline.unit, readouts[found.draws.headline].unit);
    let mut head = cells(["What it adds"]);
    if !headline.shares.is_empty() {
        head.push(name(&readouts[found.draws.headline]));
    }
    head.extend(
        against
            .turns
            .iter()
            .map(|turn| ["to the margin of “", found.draws.claims[turn.claim].name, "”"].concat()),
    );
    if head.len() == 1 {
        text.say(&[
            "There are mixtures of the two for which “",
            &name(&readouts[found.draws.headline]),
            "” does not exist, so that nothing can be said of their shares.",
        ]);
        return;
    }
    let mut rows = vec![head];
    for (place, spec) in changed.iter().enumerate() {
        let mut row = vec![spec.label.to_owned()];
        row.extend(headline.shares.get(place).map(|share| difference(*share)));
        row.extend(
            against
                .turns
                .iter()
                .map(|turn| of_margin(turn.shares[place], found.draws.claims[turn.claim].measure)),
        );
        rows.push(row);
    }
    let mut whole = cells(["All of it"]);
    whole.extend(headline.size.filter(|_| !headline.shares.is_empty()).map(difference));
    whole.extend(
        against
            .turns
            .iter()
            .map(|turn| of_margin(turn.after - turn.before, found.draws.claims[turn.claim].measure)),
    );
    rows.push(whole);
    text.table(&rows);
}

/// What a claim says in the two states, and the fewest numbers on which they
/// would have to agree to agree on it, at one's values and at the other's.
pub(super) fn turned(found: &Exploration, against: &Comparison, turn: &Turn, other: &str) -> String {
    let claim = &found.draws.claims[turn.claim];
    let verdict = |holds: bool| if holds { "hold" } else { "fail" };
    let holds = claim.holds(turn.after);
    let way = |turn: &Turn, values: &Values| {
        let set = |crux: &Vec<usize>| {
            let named: Vec<String> = crux
                .iter()
                .map(|place| {
                    let spec = against.changed[*place];
                    ["“", spec.label, "” (", &*values.words(spec.id).unwrap_or_default(), ")"].concat()
                })
                .collect();
            match named.split_last() {
                Some((last, rest)) if !rest.is_empty() => [&*rest.join(", "), " and ", &**last].concat(),
                _ => named.concat(),
            }
        };
        let sets: Vec<String> = turn.cruxes.iter().map(set).collect();
        let fewer = if turn.at_most { "; fewer may do" } else { "" };
        [&*sets.join(", or "), fewer, "."].concat()
    };
    let said =
        ["“", claim.name, "” ", verdict(holds), "s for you and ", verdict(!holds), "s for ", other, ". "];
    let mut words = said.concat();
    let back = found.back.as_ref().and_then(|back| back.turns.iter().find(|back| back.claim == turn.claim));
    let (Some(back), Some(before)) = (back, &found.before) else { return words };
    let is_one = turn.cruxes.len() == 1 && turn.cruxes == back.cruxes && !turn.at_most;
    if let ([place], true) = (&*turn.cruxes.concat(), is_one) {
        let spec = against.changed[*place];
        let at = |values: &Values| values.words(spec.id).unwrap_or_default();
        let values = ["” (", &*at(&found.given.values), " for you, ", &*at(before), " there)."].concat();
        words.extend(["One number settles it: “", spec.label, &*values]);
    } else {
        words.extend(["They would agree with you if they took your ", &*way(turn, &found.given.values)]);
        words.extend([" You would agree with them if you took their ", &*way(back, before)]);
    }
    words
}

/// What is added to a readout.
pub(super) fn of_readout(number: f64, unit: Unit, of: &str) -> String {
    let unit = match unit {
        Unit::Points => "percentage points",
        Unit::Log10 => return times(number),
        Unit::Plain => of,
        Unit::Existence => "of its existence",
    };
    signed(number, unit)
}

/// A difference of so many powers of ten as a factor: `× 28`, `÷ 3`.
fn times(powers: f64) -> String {
    let sign = if powers < 0.0 { "÷\u{a0}" } else { "×\u{a0}" };
    sign.to_owned() + &human(crate::math::pow(10.0, powers.abs()), 3)
}

/// What is added to a margin.
pub(super) fn of_margin(number: f64, measure: Measure) -> String {
    match measure {
        Measure::Log10 => signed(number, "powers of ten"),
        Measure::Log2 => signed(number, "doublings"),
        Measure::Nats => signed(number, "natural logarithms"),
        Measure::Share => signed(100.0 * number, "percentage points"),
        Measure::Number(unit) => signed(number, unit),
    }
}

fn signed(number: f64, unit: &str) -> String {
    let sign = if number > 0.0 { "+" } else { "" };
    let text = human(number, 3);
    // Rounding leaves no sign of nothing.
    if unit.is_empty() { [sign, &*text].concat() } else { [sign, &*text, "\u{a0}", unit].concat() }
}
