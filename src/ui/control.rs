//! The control of one parameter: a slider and a number box, a checkbox, or a
//! select. Its label stands in the page.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::{Callback, Html, TargetCast};

use super::session::{Action, Edit, Session, Typed};
use super::tag::{Tag, tag};
use crate::number::{parse, plain};
use crate::params::{Scale, Spec, Values};

/// The id of a parameter's control in the page, to which its label belongs.
#[must_use]
pub fn element_id(spec: &Spec) -> String {
    ["control-", spec.id].concat()
}

/// All that a control shows. As long as it stays the same, so does the control.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    value: f64,
    text: String,
    typed: Option<Typed>,
    verdict: Option<&'static str>,
    start: Option<f64>,
}

impl Look {
    /// What the control of the parameter at a place shows now.
    #[must_use]
    pub fn of(session: &Session, place: usize, verdict: Option<&'static str>) -> Self {
        let (spec, value) = (&session.values.specs()[place], session.values.numbers()[place]);
        let typed = session.typed.as_ref().filter(|typed| typed.id == spec.id).cloned();
        let (text, start) = (session.values.text(spec.id).to_owned(), session.base.numbers()[place]);
        Self { value, text, typed, verdict, start: (start != value).then_some(start) }
    }
}

/// The control of the parameter at a place. `verdict` says whether the watched
/// claim holds, for those who cannot see the shading.
pub fn control(
    session: &Session,
    place: usize,
    verdict: Option<&'static str>,
    on: &Callback<Edit>,
) -> Vec<Html> {
    let (spec, value) = (&session.values.specs()[place], session.values.numbers()[place]);
    let id = spec.id;
    let typed = session.typed.as_ref().filter(|typed| typed.id == id);
    let named = |name: &'static str| tag(name).with("id", element_id(spec)).with("name", id);
    let control = match spec.scale {
        Scale::Flag => named("input").with("type", "checkbox").marked("checked", value != 0.0).on(
            "change",
            edit(on, move |event| Edit::set(id, f64::from(u8::from(input(event).checked()))).finished()),
        ),
        Scale::Choice(choices) => {
            let options = choices.iter().enumerate().map(|(at, choice)| {
                let option = tag("option").with("value", choice.id).text(choice.label);
                option.marked("selected", at as f64 == value).into()
            });
            let choose = edit(on, move |event| {
                let select = event.target_unchecked_into::<HtmlSelectElement>();
                Edit::set(id, f64::from(select.selected_index())).finished()
            });
            named("select").children(options).on("change", choose)
        }
        Scale::Text { longest } => named("input")
            .with("type", "text")
            .with("maxlength", longest.to_string())
            .with("value", in_box(typed, session.values.text(id)))
            .with("autocomplete", "off")
            .on("input", edit(on, type_in(id)))
            .on("change", edit(on, let_go(id))),
        _ => {
            let said = typed.map_or("", |typed| &typed.said).to_owned();
            let note = tag("p").with("class", "note").with("id", note_id(spec)).with("aria-live", "polite");
            return vec![row(spec, value, typed, verdict, on).into(), note.text(said).into()];
        }
    };
    vec![control.into()]
}

/// Says of the parameters of these ids, with blanks between, how many are not
/// at their defaults; empty if none.
#[must_use]
pub fn changed(values: &Values, ids: &str) -> String {
    let is_changed = |(spec, value): &(&Spec, f64)| {
        *value != spec.default && ids.split(' ').any(|id| id == spec.id)
    };
    match values.iter().filter(is_changed).count() {
        0 => String::new(),
        number => [&*plain(number as f64), " changed"].concat(),
    }
}

/// A button that sets one parameter back to where the page started, if it is
/// elsewhere.
pub fn restore(spec: &'static Spec, start: Option<f64>, on: &Callback<Edit>) -> Option<Html> {
    let start = start?;
    let name = ["Set “", spec.label, "” back to ", &spec.words(start)].concat();
    let button = tag("button").with("type", "button").with("class", "restore").text("↺");
    let back = edit(on, move |_| Edit::once(spec.id, Action::Set(spec.id, start)));
    Some(button.with("title", name.clone()).with("aria-label", name).on("click", back).into())
}

fn note_id(spec: &Spec) -> String {
    [&element_id(spec), "-note"].concat()
}

/// A slider with its number box.
fn row(
    spec: &'static Spec,
    value: f64,
    typed: Option<&Typed>,
    verdict: Option<&'static str>,
    on: &Callback<Edit>,
) -> Tag {
    let id = spec.id;
    let slider = spec.slider();
    let slide = edit(on, move |event| {
        let position = parse(&input(event).value());
        Edit::set(id, spec.from_slider(position.unwrap_or_else(|| spec.to_slider(spec.default))))
    });
    let page_keys = {
        let on = on.clone();
        move |event: Event| {
            // What fills in forms sends events of this name that are of no key.
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let steps = match &*event.key() {
                "PageUp" => 10.0,
                "PageDown" => -10.0,
                _ => return,
            };
            event.prevent_default();
            let position = spec.to_slider(value) + steps * slider.step;
            let number = spec.from_slider(position.clamp(slider.min, slider.max));
            on.emit(Edit::set(id, number).finished());
        }
    };
    let mut words = spec.words(value);
    if let Some(verdict) = verdict {
        words.push_str("; the shaded claim ");
        words.push_str(verdict);
    }
    let range = tag("input").with("type", "range").with("id", element_id(spec)).with("name", id);
    let range = limits(range, slider.min, slider.max, &plain(slider.step))
        .with("value", plain(spec.to_slider(value)))
        .with("aria-valuetext", words)
        .on("input", slide)
        .on("change", edit(on, let_go(id)))
        .on("keydown", page_keys);
    let number = tag("input").with("type", "number").with("class", "box").with("name", id);
    let number = limits(number, spec.min(), spec.max(), if spec.is_whole() { "1" } else { "any" })
        .with("aria-label", [spec.label, ", as a number"].concat())
        .with("value", in_box(typed, &spec.text(value)))
        .with("aria-describedby", note_id(spec))
        .on("input", edit(on, type_in(id)))
        .on("change", edit(on, let_go(id)));
    tag("div").with("class", "row").child(range).child(number)
}

/// What stands in a box: what is being typed, or else its value.
fn in_box(typed: Option<&Typed>, value: &str) -> String {
    typed.and_then(|typed| typed.text.as_deref()).unwrap_or(value).to_owned()
}

/// Something is typed into a box, and the reader may go on.
fn type_in(id: &'static str) -> impl Fn(&Event) -> Edit {
    move |event| Edit { what: id, action: Action::Type(id, input(event).value()), finished: false }
}

/// The reader leaves a control.
fn let_go(id: &'static str) -> impl Fn(&Event) -> Edit {
    move |_| Edit::once(id, Action::LetGo)
}

fn limits(input: Tag, min: f64, max: f64, step: &str) -> Tag {
    input.with("min", plain(min)).with("max", plain(max)).with("step", step.to_owned())
}

/// What is done at an event: the edit that it makes.
fn edit(on: &Callback<Edit>, make: impl Fn(&Event) -> Edit + 'static) -> impl Fn(Event) + 'static {
    let on = on.clone();
    move |event| on.emit(make(&event))
}

/// The input that an event happened to.
fn input(event: &Event) -> HtmlInputElement {
    event.target_unchecked_into()
}
