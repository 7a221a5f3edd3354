//! The control of one parameter: a slider and a field, a checkbox, or a
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
    typed: Option<Typed>,
    verdict: Option<&'static str>,
    start: Option<f64>,
    range: Option<(f64, f64)>,
}

impl Look {
    /// What the control of the parameter at a place shows now.
    #[must_use]
    pub fn of(session: &Session, place: usize, verdict: Option<&'static str>) -> Self {
        let (spec, value) = (&session.values.specs()[place], session.values.numbers()[place]);
        let typed = session.typed.as_ref().filter(|typed| typed.id == spec.id).cloned();
        let (start, range) = (session.start_of(spec), session.ranges.get(spec.id));
        Self { value, typed, verdict, start, range }
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
        _ => {
            let range = session.ranges.get(id);
            let mut said = typed.map_or("", |typed| &typed.said).to_owned();
            if let (Some((low, high)), true) = (range, said.is_empty()) {
                let [low, drawn] = [low, value].map(|number| spec.field(number));
                said =
                    ["Anything from ", &*low, " to ", &spec.words(high), "; drawn at ", &drawn, "."].concat();
            }
            let note = tag("p").with("class", "note").with("id", note_id(spec)).with("data-understood", id);
            let note = note.with("aria-live", "polite");
            return vec![row(spec, value, range, typed, verdict, on).into(), note.text(said).into()];
        }
    };
    vec![control.into()]
}

/// Says of the parameters of these ids, with blanks between, how many are not
/// at their defaults; empty if none.
#[must_use]
pub fn changed(values: &Values, ids: &str) -> String {
    let is_changed =
        |(spec, value): &(&Spec, f64)| *value != spec.default && ids.split(' ').any(|id| id == spec.id);
    match values.iter().filter(is_changed).count() {
        0 => String::new(),
        number => [&*plain(number as f64), " changed"].concat(),
    }
}

/// A button that sets one parameter back to where the page started, if it is
/// elsewhere.
pub fn restore(spec: &'static Spec, start: Option<f64>, on: &Callback<Edit>) -> Option<Html> {
    let start = start?;
    // What is shown is the end of the name, and nothing is read twice.
    let title = ["back to ", &*spec.words(start)].concat();
    let name = ["Set “", spec.label, "” ", &*title].concat();
    let button = tag("button").with("type", "button").with("class", "restore").text("↺");
    let back = edit(on, move |_| Edit::once(spec.id, Action::Range(spec.id, start, start)));
    Some(button.with("title", title).with("aria-label", name).on("click", back).into())
}

fn note_id(spec: &Spec) -> String {
    [&element_id(spec), "-note"].concat()
}

/// A slider with its field.
fn row(
    spec: &'static Spec,
    value: f64,
    ends: Option<(f64, f64)>,
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
    let mut words = spec.words(value);
    if let Some(verdict) = verdict {
        words.push_str("; the shaded claim ");
        words.push_str(verdict);
    }
    let range = tag("input").with("type", "range").with("id", element_id(spec)).with("name", id);
    let range = range
        .with("min", plain(slider.min))
        .with("max", plain(slider.max))
        .with("step", plain(slider.step))
        .with("value", plain(spec.to_slider(value)))
        .with("aria-valuetext", words)
        .on("input", slide)
        .on("change", edit(on, let_go(id)))
        .on("keydown", step(spec, value, on, &["PageUp", "PageDown"]));
    // A text field: number fields leap at a turn of the wheel, and lose what they cannot read.
    let field =
        tag("input").with("type", "text").with("inputmode", "decimal").with("class", "box").with("name", id);
    let field = field
        .with("aria-label", [spec.label, ", as a number"].concat())
        .with("autocomplete", "off")
        .with("value", in_field(typed, &spec.field(value)))
        .with("aria-describedby", note_id(spec))
        .on("input", edit(on, type_in(id)))
        .on("change", edit(on, let_go(id)))
        .on("keydown", step(spec, value, on, &["PageUp", "PageDown", "ArrowUp", "ArrowDown"]));
    let Some(ends) = ends else {
        return tag("div").with("class", "row").child(range).child(field);
    };
    // The slider of the value that is drawn stays, unseen: numbers in the text move it.
    let row = tag("div").with("class", "row pair");
    row.child(end(spec, ends, false, on)).child(end(spec, ends, true, on)).child(range).child(field)
}

/// The slider of one end of a range.
fn end(spec: &'static Spec, (low, high): (f64, f64), is_high: bool, on: &Callback<Edit>) -> Tag {
    let (id, slider) = (spec.id, spec.slider());
    let (here, there, name) = if is_high { (high, low, ", to") } else { (low, high, ", from") };
    // The ends never meet: a range without a length is none.
    let other = spec.to_slider(there);
    let slide = edit(on, move |event| {
        let position = parse(&input(event).value()).unwrap_or_else(|| spec.to_slider(here));
        let position =
            if is_high { position.max(other + slider.step) } else { position.min(other - slider.step) };
        Edit { what: id, action: Action::Range(id, spec.from_slider(position), there), finished: false }
    });
    tag("input")
        .with("type", "range")
        .with("aria-label", [spec.label, name].concat())
        .with("min", plain(slider.min))
        .with("max", plain(slider.max))
        .with("step", plain(slider.step))
        .with("value", plain(spec.to_slider(here)))
        .with("aria-valuetext", spec.words(here))
        .on("input", slide)
        .on("change", edit(on, let_go(id)))
}

/// Steps that keys take which the browser does not give to a control by
/// itself: ten of the slider's, or one in its field, from what stands there.
fn step(
    spec: &'static Spec,
    value: f64,
    on: &Callback<Edit>,
    keys: &'static [&'static str],
) -> impl Fn(Event) + use<> {
    let on = on.clone();
    move |event: Event| {
        // What fills in forms sends events of this name that are of no key.
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
        if !keys.contains(&&*key) {
            return;
        }
        event.prevent_default();
        let size = if key.starts_with("Page") { 10.0 } else { 1.0 };
        let steps = if key.ends_with("Up") { size } else { -size };
        // Only what is typed can be read: a slider's place is a bare number, too.
        let field = input(&event);
        let typed = if field.type_() == "text" { spec.read(&field.value()) } else { None };
        let from = typed.map_or(value, |entry| spec.legal(entry.value));
        let slider = spec.slider();
        let position = spec.to_slider(from) + steps * slider.step;
        on.emit(Edit::set(spec.id, spec.from_slider(position.clamp(slider.min, slider.max))).finished());
    }
}

/// What stands in a field: what is being typed, or else its value.
fn in_field(typed: Option<&Typed>, value: &str) -> String {
    typed.and_then(|typed| typed.text.as_deref()).unwrap_or(value).to_owned()
}

/// Something is typed into a field, and the reader may go on.
fn type_in(id: &'static str) -> impl Fn(&Event) -> Edit {
    move |event| Edit { what: id, action: Action::Type(id, input(event).value()), finished: false }
}

/// The reader leaves a control.
fn let_go(id: &'static str) -> impl Fn(&Event) -> Edit {
    move |_| Edit::once(id, Action::LetGo)
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
