//! Guess first: a reader says what they expect before the page shows it. The
//! sheet below is in the page; `www/js/guess.js` brings it to life and compares
//! with what the page shows then. Without scripts the answer is simply there.
//!
//! There are two forms. Where the headline result lies on a line of the first
//! figure, the reader draws the line; everywhere else they set the result as
//! one number. Which it is follows from the data.

use yew::prelude::*;

use super::html::fingerprint;
use super::lines::Lines;
use super::page::Page;
use crate::chart::{Axis, AxisScale, Figure, Mark, Rule, RuleAt, Series};
use crate::math::Random;
use crate::number::{Format, plain, round_to_digits};
use crate::params::Values;
use crate::simulator::{AnySimulator, Preset, Readout, Run};

const SCRIPT: &str = include_str!("../../www/js/guess.js");
const STYLE: &str = include_str!("../../www/css/guess.css");

/// Steps from one end of a drawn line to the other; the script has the same.
const STEPS: usize = 40;
/// Steps from one slider to the next.
const SLIDER: usize = 10;
/// By this a page is known that begins with its question.
const BEGINS: &str = "data-begins=";
/// States that are tried to learn how far a result and an axis can move.
const STATES: u32 = 24;

/// The style and the script: names and contents.
pub fn assets() -> [(String, String); 2] {
    [("css", STYLE), ("js", SCRIPT)]
        .map(|(kind, text)| (format!("guess-{}.{kind}", fingerprint(text)), text.to_owned()))
}

/// What stands in the head of a page that begins with its question; others load
/// it when they are asked to, and an embed if its address says so.
pub fn head(page: &Page) -> String {
    if !page.body.contains(BEGINS) || page.embedded().is_some() {
        return String::new();
    }
    let [(style, _), (script, _)] = assets();
    format!("<link rel=\"stylesheet\" href=\"./{style}\">\n<script src=\"./{script}\"></script>\n")
}

/// The question of the first page: how sure the reader is that the AI is good,
/// which is what suspicion leaves of certainty. The answer is marked in the
/// picture, where the record ends.
pub fn sureness(figure: &Figure) -> Html {
    let so_far = figure.panels[0].marks.iter().find_map(|mark| match mark {
        Mark::Rule(Rule { at: RuleAt::X(x), label }) if label == "so far" => Some(figure.x.fraction(*x)),
        _ => None,
    });
    let scale = Scale::share();
    let form = Form {
        asks: Asks::Number {
            say: Some(
                "You are {} sure that it is good, which is a suspicion of {rest}: the ring in the picture.",
            ),
            mark: so_far,
        },
        question: html! { <b>{ "How sure are you that it is good?" }</b> },
        inputs: scale.slider(),
        scale,
        answer: html! {},
    };
    form.begin()
}

/// What a simulator's page offers at its first figure: a button that asks, and
/// the question itself if its preset begins with it.
///
/// # Errors
/// If the headline result does not exist.
pub fn offer(
    simulator: &dyn AnySimulator,
    preset: Option<&Preset>,
    run: &Run,
    lines: &Lines,
) -> Result<Html, String> {
    let form = Form::new(simulator, run, lines)?;
    let [(style, _), (script, _)] = assets();
    let class = if form.is_of_the_opening() { "asks opening" } else { "asks" };
    let button = html! {
        <p {class}>
            <button type="button" data-guess="" data-style={format!("./{style}")} data-script={format!("./{script}")}>
                { "Guess first" }
            </button>
        </p>
    };
    Ok(
        html! { <>{ button }{ if preset.is_some_and(|preset| preset.guess) { form.begin() } else { form.wait() } }</> },
    )
}

/// The question about the headline result, for a page that begins with it.
///
/// # Errors
/// If that result does not exist.
pub fn sheet(simulator: &dyn AnySimulator, run: &Run, lines: &Lines) -> Result<Html, String> {
    Form::new(simulator, run, lines).map(Form::begin)
}

/// Arbitrary states, always the same.
fn tried(simulator: &dyn AnySimulator) -> Vec<Run> {
    let mut random = Random::new(11);
    let state = |_| {
        let mut values = Values::defaults(simulator.specs());
        for spec in simulator.specs() {
            values.set(spec.id, spec.at_fraction(random.uniform()));
        }
        simulator.run(&values)
    };
    (0..STATES).map(state).collect()
}

/// The line of a role in the first panel of a figure, if a result lies on it
/// and it can be drawn.
fn line<'a>(figure: &'a Figure, role: &str, result: f64) -> Option<&'a Series> {
    let panel = figure.panels.first()?;
    let is_even = |axis: &Axis| matches!(axis.scale, AxisScale::Linear | AxisScale::Log);
    let is_asked = |mark: &&Mark| matches!(mark, Mark::Line(series) if series.role.class() == role);
    let line = panel.marks.iter().find(is_asked)?.series().first().copied()?;
    let is_on = line.points.iter().any(|point| (point[1] - result).abs() <= 1e-9 * result.abs());
    (is_on && is_even(&panel.y) && is_even(figure.x_of(panel))).then_some(line)
}

/// A question, how it is answered, and what is said then.
struct Form {
    asks: Asks,
    scale: Scale,
    question: Html,
    inputs: Html,
    /// The words, with live numbers, that stand behind the reader's own.
    answer: Html,
}

/// What a question asks for.
enum Asks {
    /// The line of this role, drawn on the picture.
    Line {
        role: &'static str,
        /// Whether the x axis is another in other states: then the words for
        /// places hold only as the page opens.
        x_varies: bool,
        /// Whether the y axis is: then the question is about the opening alone.
        y_varies: bool,
    },
    /// A number.
    Number {
        /// What is said of it, if that is not the usual; `{}` is the number,
        /// `{rest}` what it leaves of the whole.
        say: Option<&'static str>,
        /// Where along the picture what it leaves is marked, as a fraction.
        mark: Option<f64>,
    },
}

impl Form {
    /// The question about the headline result.
    fn new(simulator: &dyn AnySimulator, run: &Run, lines: &Lines) -> Result<Self, String> {
        let info = simulator.info();
        let headline = run.readouts.iter().find(|readout| readout.id == info.headline);
        let headline = headline.ok_or_else(|| format!("{}: its headline result does not exist", info.id))?;
        let role = lines.get(info.headline).copied().zip(headline.value);
        let line = role.and_then(|(role, value)| Some((role, line(run.figure(0), role, value)?)));
        let tried = tried(simulator);
        Ok(match line {
            Some((role, line)) => Self::line(run.figure(0), role, line, &tried),
            None => Self::number(headline, &tried),
        })
    }

    /// Asks for a line.
    fn line(figure: &Figure, role: &'static str, line: &Series, tried: &[Run]) -> Self {
        let panel = &figure.panels[0];
        let (x, y) = (figure.x_of(panel), &panel.y);
        let ranges = |figure: &Figure| [figure.x_of(&figure.panels[0]).range, figure.panels[0].y.range];
        let [x_varies, y_varies] =
            [0, 1].map(|axis| tried.iter().any(|run| ranges(run.figure(0))[axis] != ranges(figure)[axis]));
        let name = if line.label.is_empty() { y.label } else { line.label };
        let asked = format!(
            " Where does the line “{name}” go? Draw it on the picture, or set its height at five places ({}):",
            x.label
        );
        let inputs = html! {
            <div class="places">
                { for (0..=STEPS).step_by(SLIDER).map(|place| html! {
                    <label><span>{ x.format.show(x.value_at(place as f64 / STEPS as f64)) }</span>
                        <input type="range" min="0" max="100" value="50" data-place={place.to_string()} autocomplete="off" />
                    </label>
                }) }
            </div>
        };
        Self {
            asks: Asks::Line { role, x_varies, y_varies },
            scale: Scale::of(y),
            question: html! { <><b>{ "Guess first." }</b>{ asked }</> },
            inputs,
            answer: html! {},
        }
    }

    /// Asks for a number.
    fn number(headline: &Readout, tried: &[Run]) -> Self {
        let same = |run: &Run| run.readouts.iter().find(|readout| readout.id == headline.id)?.value;
        let scale = Scale::around(headline, tried.iter().filter_map(same));
        Self {
            asks: Asks::Number { say: None, mark: None },
            question: html! {
                <>
                    <b>{ "Guess first." }</b>{ " What belongs in the gap? " }
                    <i>{ headline.sentence.replace("{}", "…") }</i>
                </>
            },
            inputs: scale.slider(),
            scale,
            answer: html! {
                <>{ " The model’s answer: " }<b data-value={headline.id}>{ headline.text() }</b>{ "." }</>
            },
        }
    }

    /// Whether it can only be asked as the page opens.
    fn is_of_the_opening(&self) -> bool {
        matches!(self.asks, Asks::Line { y_varies: true, .. })
    }

    /// The sheet on a page that begins with it.
    fn begin(self) -> Html {
        html! { <>{ self.sheet(true) }{ self.said() }</> }
    }

    /// The sheet on a page that asks when it is told to: until then it is no
    /// part of the page.
    fn wait(self) -> Html {
        html! { <><template>{ self.sheet(false) }</template>{ self.said() }</> }
    }

    fn sheet(&self, begins: bool) -> Html {
        let [(style, _), (script, _)] = assets();
        let (mut role, mut varies, mut say, mut mark) = (None, None, None, None);
        match self.asks {
            Asks::Line { role: class, x_varies, y_varies } => {
                role = Some(class);
                varies = ["", "x", "y", "xy"].get(usize::from(x_varies) + 2 * usize::from(y_varies)).copied();
            }
            Asks::Number { say: words, mark: at } => {
                say = words;
                mark = at.map(|at| format!("{at:.4}"));
            }
        }
        html! {
            <div class="guess" hidden={begins} data-begins={begins.then_some("")} role="group" aria-labelledby="guess" data-role={role} data-varies={varies}
                data-say={say} data-mark={mark} data-scale={self.scale.words()} data-unit={self.scale.unit.clone()}
                data-style={begins.then(|| format!("./{style}"))} data-script={begins.then(|| format!("./{script}"))}>
                <p id="guess">{ self.question.clone() }</p>
                { self.inputs.clone() }
                <p class="buttons">
                    <button type="button" data-answer="">{ "Show me" }</button>
                    <button type="button" data-skip="">{ "Skip" }</button>
                </p>
            </div>
        }
    }

    /// The place for what is said when it is filled in.
    fn said(&self) -> Html {
        html! { <p class="guessed" hidden={true} role="status" tabindex="-1"><span></span>{ self.answer.clone() }</p> }
    }
}

/// How places along a slider or an axis become numbers, for the script: evenly,
/// or evenly in the logarithm.
struct Scale {
    is_log: bool,
    from: f64,
    to: f64,
    /// What stands behind each number.
    unit: String,
}

impl Scale {
    /// From nothing to all.
    fn share() -> Self {
        Self { is_log: false, from: 0.0, to: 100.0, unit: " %".to_owned() }
    }

    /// That of an axis.
    fn of(axis: &Axis) -> Self {
        let (from, to) = axis.range;
        let is_log = axis.scale == AxisScale::Log;
        match axis.format {
            Format::Percent => Self { is_log, from: from * 100.0, to: to * 100.0, ..Self::share() },
            _ => Self { is_log, from, to, unit: String::new() },
        }
    }

    /// The range in which a result is found: all of it for a share, and else
    /// from its smallest to its largest values, in round numbers.
    fn around(result: &Readout, values: impl Iterator<Item = f64>) -> Self {
        if result.format == Format::Percent {
            return Self::share();
        }
        let (least, most) = values
            .chain(result.value)
            .fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(value), most.max(value)));
        let is_log = least > 0.0 && most / least > 100.0;
        let from = if is_log { rounded(least, f64::floor) } else { least.min(0.0) };
        let to = rounded(most, f64::ceil).max(from + 1.0);
        Self { is_log, from, to, unit: format!(" {}", result.unit) }
    }

    fn words(&self) -> String {
        let end = |number| plain(round_to_digits(number, 6));
        format!("{} {} {}", if self.is_log { "log" } else { "linear" }, end(self.from), end(self.to))
    }

    /// A slider along it, and what it says.
    fn slider(&self) -> Html {
        html! {
            <p class="set">
                <input type="range" min="0" max="100" value="50" aria-label="Your guess" autocomplete="off" />
                <output></output>
            </p>
        }
    }
}

/// A number with one digit; what is not positive stays as it is.
fn rounded(number: f64, towards: fn(f64) -> f64) -> f64 {
    if number <= 0.0 {
        return number;
    }
    let power = 10_f64.powf(number.log10().floor());
    towards(number / power) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulators::ALL;
    use crate::simulators::find;
    use crate::site::lines::lines;
    use crate::site::render::to_text;

    fn sheet_of(id: &str) -> String {
        let simulator = find(id).expect("a simulator");
        let run = simulator.run(&Values::defaults(simulator.specs()));
        to_text(sheet(simulator, &run, &lines(simulator)).expect("a sheet"))
    }

    #[test]
    fn a_headline_result_on_a_line_is_drawn_and_any_other_is_set() {
        let decay = sheet_of("waluigi-decay");
        assert!(
            decay.contains("data-role=\"clever\"") && decay.contains("data-scale=\"linear 0 100\""),
            "{decay}"
        );
        // Its axis ends where the record may.
        assert!(decay.contains("data-varies=\"x\""), "{decay}");
        let inoculation = sheet_of("inoculation");
        assert!(inoculation.contains("data-scale=\"log 0.5"), "{inoculation}");
        let turn = sheet_of("treacherous-turn");
        assert!(turn.contains("data-unit=\" years\"") && !turn.contains("data-role"), "{turn}");
        assert!(sheet_of("commons").contains("data-scale=\"linear 0 100\""));
    }

    #[test]
    fn every_question_has_a_scale_with_two_ends_and_no_answer_in_it() {
        for simulator in ALL {
            let text = sheet_of(simulator.info().id);
            let scale = text
                .split("data-scale=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                .unwrap_or_default();
            let ends: Vec<f64> = scale.split(' ').skip(1).filter_map(|end| end.parse().ok()).collect();
            assert!(
                ends.len() == 2 && ends[0] < ends[1] && (!scale.starts_with("log") || ends[0] > 0.0),
                "{scale}"
            );
            let question = text.split("class=\"guessed\"").next().unwrap_or_default();
            assert!(!question.contains("data-value"), "{question}");
        }
    }
}
