//! What a simulator is, and the same with its types erased.
//!
//! A simulator is one file: parameters, the model, readouts, figures, claims
//! and presets. Pages, links, exports and tests know it as [`AnySimulator`].

use std::cell::OnceCell;

use crate::chart::{Figure, Plot};
use crate::number::{Format, human, power_of_ten, with_unit};
use crate::params::{Origin, Params, Spec, Values, from_query};
use crate::prose;

/// An interactive model of one argument.
pub trait Simulator: Sized + Sync + 'static {
    /// Its parameters, made by [`params!`](crate::params!).
    type Params: Params;
    /// What the model says for one set of parameters.
    type Outcome;
    /// What it is called and where it comes from.
    const INFO: Info;
    /// Named sets of parameter values.
    const PRESETS: &'static [Preset];
    /// What the page teaches, in one sentence.
    const LESSON: Lesson<Self>;
    /// Statements from the essays, turned into numbers.
    const CLAIMS: &'static [Claim<Self::Params>];
    /// The pictures; the first stands at the top of the page.
    const FIGURES: &'static [FigureOf<Self>];

    /// Runs the model. Total and deterministic: finite for all legal
    /// parameters, no input or output, the same everywhere.
    fn simulate(params: &Self::Params) -> Self::Outcome;

    /// The numbers that the page states in sentences.
    fn readouts(params: &Self::Params, outcome: &Self::Outcome) -> Vec<Readout>;
}

/// What a simulator is called and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The name in addresses and exports; never changes once published.
    pub id: &'static str,
    /// Its name for readers.
    pub name: &'static str,
    /// The question that the page answers; its title.
    pub question: &'static str,
    /// One or two sentences that say what the page is about.
    pub answer: &'static str,
    /// Whose formula it is.
    pub status: Status,
    /// The document whose statements it realises.
    pub document: Document,
    /// The readout that matters most.
    pub headline: &'static str,
    /// The parameter that matters most.
    pub control: &'static str,
}

/// What a page teaches: one sentence with live numbers, true of some settings.
pub struct Lesson<S: Simulator> {
    /// The sentence, with readouts and parameters in braces.
    pub text: &'static str,
    /// Whether it is true of these settings. Where it is not, the page shows it
    /// with the numbers that it opens with.
    pub is_true: fn(&S::Params, &S::Outcome) -> bool,
}

impl<S: Simulator> Lesson<S> {
    /// A lesson and where it is true.
    #[must_use]
    pub const fn new(text: &'static str, is_true: fn(&S::Params, &S::Outcome) -> bool) -> Self {
        Self { text: prose(text), is_true }
    }
}

/// Whose formula a model uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The formula is in a source.
    Published,
    /// It is in every textbook.
    Textbook,
    /// It was derived here from the words of a source.
    Ours,
    /// Part of it is in a source, and part was derived here.
    Partly,
}

/// One of the three documents whose statements the simulators realise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// The comment on the essay about Pascal and Luther (statements S0).
    Luther,
    /// Replies on the behavioral selection model (statements S1).
    Selection,
    /// The thread on the Waluigi effect and alignment pretraining (S2).
    Waluigi,
}

/// One number that the model gives, stated in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// The name in exports and in the page's text.
    pub id: &'static str,
    /// The number; `None` if it does not exist for these parameters.
    pub value: Option<f64>,
    /// The unit in exports and, where it is shown as a number, in sentences.
    pub unit: &'static str,
    /// How it is shown.
    pub format: Format,
    /// What is said in its place if it does not exist.
    pub absent: &'static str,
    /// A sentence with `{}` where the number and its unit go.
    pub sentence: &'static str,
    /// The figure under which it stands; empty for the first one.
    pub figure: &'static str,
}

impl Readout {
    /// A number with a unit (may be empty), and the sentence that states it.
    #[must_use]
    pub const fn number(id: &'static str, value: f64, unit: &'static str, sentence: &'static str) -> Self {
        Self {
            id,
            value: Some(value),
            unit,
            format: Format::Number,
            absent: "never",
            sentence: prose(sentence),
            figure: "",
        }
    }

    /// A share or probability, shown as a percentage. The unit is `share` or
    /// `probability`.
    #[must_use]
    pub const fn percent(id: &'static str, value: f64, unit: &'static str, sentence: &'static str) -> Self {
        Self { format: Format::Percent, ..Self::number(id, value, unit, sentence) }
    }

    /// One of a few things, given by its place in a list and told in words.
    #[must_use]
    pub const fn words(
        id: &'static str,
        place: usize,
        words: &'static [&'static str],
        sentence: &'static str,
    ) -> Self {
        Self { format: Format::Words(words), ..Self::number(id, place as f64, "", sentence) }
    }

    /// The same for a value that may not exist, with the words said then.
    #[must_use]
    pub const fn or(mut self, value: Option<f64>, absent: &'static str) -> Self {
        self.value = value;
        self.absent = absent;
        self
    }

    /// The same, standing under another figure than the first.
    #[must_use]
    pub const fn under(mut self, figure: &'static str) -> Self {
        self.figure = prose(figure);
        self
    }

    /// The number and its unit in words: `69 opportunities`, `33 %`, `never`.
    #[must_use]
    pub fn text(&self) -> String {
        match (self.value, self.format) {
            (None, _) => self.absent.to_owned(),
            (Some(value), Format::Number) => with_unit(&Format::Number.show(value), self.unit),
            (Some(value), format) => format.show(value),
        }
    }
}

impl Readout {
    /// How far it is from what it was, in words; empty where no number says it.
    #[must_use]
    pub fn difference(&self, before: &Self) -> String {
        let (Some(now), Some(then)) = (self.value, before.value) else { return String::new() };
        let size = (now - then).abs();
        let words = match self.format {
            Format::Number => with_unit(&human(size, 2), self.unit),
            Format::Percent => Measure::Share.words(size).split_off("by ".len()),
            Format::Words(_) => return String::new(),
        };
        [&*words, if now > then { " more" } else { " less" }].concat()
    }
}

/// A statement from one of the documents, turned into a number.
pub struct Claim<P> {
    /// What it says.
    pub info: ClaimInfo,
    /// Positive where the claim holds, negative where it does not.
    pub margin: fn(&P) -> f64,
}

/// What a claim says, without the type of its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimInfo {
    /// The name in links and exports; never changes once published.
    pub id: &'static str,
    /// Its name for readers, in two to six words.
    pub name: &'static str,
    /// The labels of the statements, such as `S2.f` or `source 11`, with commas
    /// between; a static page links them. Empty if no statement says this and
    /// the page added it.
    pub statement: &'static str,
    /// The statement in our words, with the conditions that it fixes.
    pub text: &'static str,
    /// Who sets the line between holding and failing: `said`, `ours`, or a
    /// phrase that says what of it is which.
    pub threshold: &'static str,
    /// Why it fails with the numbers that the page opens with; empty if it does
    /// not.
    pub fails_because: &'static str,
    /// What its margin is measured in.
    pub measure: Measure,
    /// Why it holds for all legal parameters, if it is a theorem; else empty.
    pub theorem: &'static str,
}

/// What the margin of a claim is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Powers of ten: a margin of 2 is a factor of 100.
    Log10,
    /// Doublings: shown as a factor, too.
    Log2,
    /// Natural logarithms: shown as a factor, too.
    Nats,
    /// Shares or probabilities: a margin of 0.1 is ten percentage points.
    Share,
    /// A plain number of this unit.
    Number(&'static str),
}

impl ClaimInfo {
    /// Whether a claim of this kind holds with this margin. A theorem holds
    /// on the line, too: there its margin is a difference of equal numbers.
    #[must_use]
    pub fn holds(&self, margin: f64) -> bool {
        margin > if self.theorem.is_empty() { HOLDS_ABOVE } else { -HOLDS_ABOVE }
    }

    /// The word for that, which is also the value of `data-verdict`.
    #[must_use]
    pub fn verdict(&self, margin: f64) -> &'static str {
        if self.holds(margin) { "holds" } else { "fails" }
    }
}

/// The place of the claim that is watched: the one of that id, or else the first
/// that is no theorem, because a theorem holds all along every slider.
#[must_use]
pub fn watched(claims: &[ClaimInfo], id: &str) -> usize {
    let named = claims.iter().position(|claim| claim.id == id);
    named.or_else(|| claims.iter().position(|claim| claim.theorem.is_empty())).unwrap_or(0)
}

impl<P> Claim<P> {
    /// A claim: its id, its name in a few words, the labels of its statements,
    /// the statement in our words, who sets the threshold, what its margin is
    /// measured in, and the margin.
    #[must_use]
    pub const fn new(
        id: &'static str,
        name: &'static str,
        statement: &'static str,
        text: &'static str,
        threshold: &'static str,
        measure: Measure,
        margin: fn(&P) -> f64,
    ) -> Self {
        let info = ClaimInfo {
            id,
            name,
            statement: prose(statement),
            text: prose(text),
            threshold: prose(threshold),
            fails_because: "",
            measure,
            theorem: "",
        };
        Self { info, margin }
    }

    /// The same with the reason why it fails with the numbers that the page
    /// opens with.
    #[must_use]
    pub const fn fails_because(mut self, reason: &'static str) -> Self {
        self.info.fails_because = prose(reason);
        self
    }

    /// The same as a theorem, with the reason why it always holds.
    #[must_use]
    pub const fn theorem(mut self, reason: &'static str) -> Self {
        self.info.theorem = reason;
        self
    }
}

impl Measure {
    /// How far a margin is from the line, in words: `by a factor of 230`.
    #[must_use]
    pub fn words(self, margin: f64) -> String {
        let size = margin.abs();
        let factor = |powers: f64| {
            if powers > 300.0 {
                format!("by a factor of {}", power_of_ten(powers as i32))
            } else {
                format!("by a factor of {}", human(libm::pow(10.0, powers), 2))
            }
        };
        match self {
            Self::Log10 => factor(size),
            Self::Log2 => factor(size * core::f64::consts::LOG10_2),
            Self::Nats => factor(size * core::f64::consts::LOG10_E),
            Self::Share => format!("by {}", with_unit(&human(size * 100.0, 2), "percentage points")),
            Self::Number(unit) => format!("by {}", with_unit(&human(size, 2), unit)),
        }
    }
}

/// A claim holds where its margin exceeds this: rounding is no evidence.
pub const HOLDS_ABOVE: f64 = 1e-12;

/// A position: a named set of parameter values, and whose view it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name in addresses.
    pub id: &'static str,
    /// Whose view it is, in a few words; its name for readers.
    pub name: &'static str,
    /// One sentence on what it shows; the page's description.
    pub about: &'static str,
    /// The values that it sets; all others are at their defaults.
    pub settings: &'static [Setting],
    /// Whether its page asks the reader to guess the headline curve first.
    pub guess: bool,
}

/// A value that a preset sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The parameter.
    pub id: &'static str,
    /// Its value, as in a link.
    pub value: &'static str,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Setting {
    /// A value that a source states, and which.
    #[must_use]
    pub const fn said(id: &'static str, value: &'static str, source: &'static str) -> Self {
        Self { id, value, origin: Origin::said(source) }
    }

    /// A value that a source measured, and which.
    #[must_use]
    pub const fn measured(id: &'static str, value: &'static str, source: &'static str) -> Self {
        Self { id, value, origin: Origin::measured(source) }
    }

    /// Our reading of a view, and of what; may be empty.
    #[must_use]
    pub const fn ours(id: &'static str, value: &'static str, of: &'static str) -> Self {
        Self { id, value, origin: Origin::ours(of) }
    }
}

impl Preset {
    /// A preset: its id, whose view it is, a sentence on what it shows, and
    /// the values that it sets.
    #[must_use]
    pub const fn new(
        id: &'static str,
        name: &'static str,
        about: &'static str,
        settings: &'static [Setting],
    ) -> Self {
        Self { id, name: prose(name), about: prose(about), settings, guess: false }
    }

    /// The same, asking the reader to guess first.
    #[must_use]
    pub const fn guess(mut self) -> Self {
        self.guess = true;
        self
    }

    /// Its values as in a link.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        for setting in self.settings {
            let joint = if query.is_empty() { "" } else { "&" };
            query.extend([joint, setting.id, "=", setting.value]);
        }
        query
    }
}

/// One picture of a simulator: what it is called, and how it is made.
pub struct FigureOf<S: Simulator> {
    /// What it is called.
    pub info: FigureInfo,
    /// Makes it, as data, from what the model says for some parameters.
    pub plot: fn(&S::Params, &S::Outcome) -> Plot,
}

/// What a figure is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureInfo {
    /// The name in addresses and exports; never changes once published.
    pub id: &'static str,
    /// What it shows, in a few words.
    pub title: &'static str,
}

impl<S: Simulator> FigureOf<S> {
    /// A figure: its id, what it shows in a few words, and what makes it.
    #[must_use]
    pub const fn new(
        id: &'static str,
        title: &'static str,
        plot: fn(&S::Params, &S::Outcome) -> Plot,
    ) -> Self {
        Self { info: FigureInfo { id, title }, plot }
    }

    /// The figure for some parameters and what the model says for them.
    #[must_use]
    pub fn of(&self, params: &S::Params, outcome: &S::Outcome) -> Figure {
        (self.plot)(params, outcome).named(self.info.id, self.info.title)
    }
}

/// What a simulator says for one set of values. The model has been run once;
/// each picture is made when it is first asked for, because most callers want
/// one or two of them.
pub struct Run {
    /// The numbers.
    pub readouts: Vec<Readout>,
    /// Whether the lesson is true of them.
    pub lesson_is_true: bool,
    make: Box<dyn Fn(usize) -> Figure>,
    made: Box<[OnceCell<Figure>]>,
}

impl Run {
    /// The picture at a place in [`AnySimulator::figures`].
    #[must_use]
    pub fn figure(&self, place: usize) -> &Figure {
        self.made[place].get_or_init(|| (self.make)(place))
    }

    /// The readout or the parameter of an id, in words, if there is one; `values`
    /// are those that this is the run of.
    #[must_use]
    pub fn words(&self, values: &Values, id: &str) -> Option<String> {
        match self.readouts.iter().find(|readout| readout.id == id) {
            Some(readout) => Some(readout.text()),
            None => values.words(id),
        }
    }

    /// All pictures.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        (0..self.made.len()).map(|place| self.figure(place))
    }
}

/// A [`Simulator`] with its types erased.
pub trait AnySimulator: Sync {
    /// See [`Simulator::INFO`].
    fn info(&self) -> Info;
    /// Its parameters.
    fn specs(&self) -> &'static [Spec];
    /// See [`Simulator::PRESETS`].
    fn presets(&self) -> &'static [Preset];
    /// The text of its [`Lesson`].
    fn lesson(&self) -> &'static str;
    /// Its claims, in order.
    fn claims(&self) -> Vec<ClaimInfo>;
    /// Its pictures, in order.
    fn figures(&self) -> Vec<FigureInfo>;
    /// Runs the model and reads it out.
    fn run(&self, values: &Values) -> Run;
    /// The readouts alone.
    fn readouts(&self, values: &Values) -> Vec<Readout>;
    /// The margin of the claim at a place in [`AnySimulator::claims`].
    fn margin(&self, claim: usize, values: &Values) -> f64;

    /// The values of a preset, on top of the defaults.
    fn preset_values(&self, preset: &Preset) -> Values {
        from_query(&Values::defaults(self.specs()), &preset.query()).0
    }
}

impl<S: Simulator> AnySimulator for S {
    fn info(&self) -> Info {
        S::INFO
    }

    fn specs(&self) -> &'static [Spec] {
        S::Params::SPECS
    }

    fn presets(&self) -> &'static [Preset] {
        S::PRESETS
    }

    fn lesson(&self) -> &'static str {
        S::LESSON.text
    }

    fn claims(&self) -> Vec<ClaimInfo> {
        S::CLAIMS.iter().map(|claim| claim.info).collect()
    }

    fn figures(&self) -> Vec<FigureInfo> {
        S::FIGURES.iter().map(|figure| figure.info).collect()
    }

    fn run(&self, values: &Values) -> Run {
        let params = S::Params::from_values(values);
        let outcome = S::simulate(&params);
        Run {
            readouts: S::readouts(&params, &outcome),
            lesson_is_true: (S::LESSON.is_true)(&params, &outcome),
            make: Box::new(move |place| S::FIGURES[place].of(&params, &outcome)),
            made: S::FIGURES.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    fn readouts(&self, values: &Values) -> Vec<Readout> {
        let params = S::Params::from_values(values);
        S::readouts(&params, &S::simulate(&params))
    }

    fn margin(&self, claim: usize, values: &Values) -> f64 {
        (S::CLAIMS[claim].margin)(&S::Params::from_values(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Axis;
    use crate::params;

    params! {
        /// Parameters of the sketch.
        pub struct SketchParams {
            /// Where the axis of its first figure ends.
            end: f64 = 2.0, Spec::real("End", 1.0, 3.0, 0.1);
        }
    }

    /// A simulator whose second figure cannot be made.
    struct Sketch;

    fn first(params: &SketchParams, _: &()) -> Plot {
        Plot { caption: String::new(), x: Axis::new("x", "", 0.0, params.end), panels: Vec::new() }
    }

    impl Simulator for Sketch {
        type Params = SketchParams;
        type Outcome = ();
        const INFO: Info = Info {
            id: "sketch",
            name: "Sketch",
            question: "?",
            answer: ".",
            status: Status::Ours,
            document: Document::Luther,
            headline: "",
            control: "end",
        };
        const PRESETS: &'static [Preset] = &[];
        const LESSON: Lesson<Self> = Lesson::new("It ends at {end}.", |_, ()| true);
        const CLAIMS: &'static [Claim<SketchParams>] = &[];
        const FIGURES: &'static [FigureOf<Self>] = &[
            FigureOf::new("first", "The first", first),
            FigureOf::new("second", "The second", |_, ()| panic!("nobody asked for it")),
        ];

        fn simulate(_: &SketchParams) {}

        fn readouts(_: &SketchParams, (): &()) -> Vec<Readout> {
            Vec::new()
        }
    }

    #[test]
    fn a_figure_is_made_when_it_is_asked_for_and_once() {
        let run = Sketch.run(&Values::defaults(SketchParams::SPECS).with("end", 3.0));
        let figure = run.figure(0);
        assert_eq!((figure.id, figure.title, figure.x.range), ("first", "The first", (0.0, 3.0)));
        assert!(std::ptr::eq(figure, run.figure(0)));
        let names: Vec<_> = Sketch.figures().iter().map(|info| (info.id, info.title)).collect();
        assert_eq!(names, [("first", "The first"), ("second", "The second")]);
    }
}
