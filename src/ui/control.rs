//! The control of one parameter: a slider and a number box, a checkbox, or a
//! select. Its label stands in the page.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::session::Action;
use crate::number::{parse, plain};
use crate::params::{Scale, Spec};

/// Something that the reader did to a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The parameter.
    pub id: &'static str,
    /// What to do to it.
    pub action: Action,
    /// Whether the reader has let go.
    pub finished: bool,
}

impl Edit {
    fn number(id: &'static str, number: f64, finished: bool) -> Self {
        Self { id, action: Action::Set(id, number), finished }
    }
}

/// Props of [`Control`].
#[derive(Properties, PartialEq)]
pub struct ControlProps {
    /// The parameter.
    pub spec: Spec,
    /// Its value, legal.
    pub value: f64,
    /// Its text, if it is a text.
    #[prop_or_default]
    pub text: String,
    /// Whether the watched claim holds here, for those who cannot see the
    /// shading.
    #[prop_or_default]
    pub verdict: Option<&'static str>,
    /// Called with every change.
    #[prop_or_default]
    pub on_edit: Callback<Edit>,
}

/// The id of a parameter's control in the page, to which its label belongs.
#[must_use]
pub fn element_id(spec: &Spec) -> String {
    format!("control-{}", spec.id)
}

/// The control of one parameter.
#[component]
pub fn Control(props: &ControlProps) -> Html {
    let ControlProps { spec, value, on_edit, .. } = props;
    match spec.scale {
        Scale::Flag => {
            let id = spec.id;
            let onchange = on_edit.reform(move |event: Event| {
                let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                Edit::number(id, if on { 1.0 } else { 0.0 }, true)
            });
            html! {
                <input type="checkbox" id={element_id(spec)} name={id} checked={*value != 0.0} {onchange} />
            }
        }
        Scale::Choice(choices) => {
            let id = spec.id;
            let onchange = on_edit.reform(move |event: Event| {
                let place =
                    event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
                Edit::number(id, f64::from(place), true)
            });
            html! {
                <select id={element_id(spec)} name={id} {onchange}>
                    { for choices.iter().enumerate().map(|(place, choice)| html! {
                        <option value={choice.id} selected={place as f64 == *value}>{ choice.label }</option>
                    }) }
                </select>
            }
        }
        Scale::Text { longest } => {
            let id = spec.id;
            let edit = move |event: &Event, finished: bool| {
                let text = event
                    .target_dyn_into::<HtmlInputElement>()
                    .map_or_else(String::new, |input| input.value());
                Edit { id, action: Action::Write(id, text), finished }
            };
            let onchange = on_edit.reform(move |event: Event| edit(&event, true));
            html! {
                <input type="text" id={element_id(spec)} name={id} maxlength={longest.to_string()}
                    value={props.text.clone()} autocomplete="off" {onchange} />
            }
        }
        _ => {
            html! { <Slider spec={*spec} value={*value} verdict={props.verdict} on_edit={on_edit.clone()} /> }
        }
    }
}

/// A slider with its number box, and a sentence if what was typed could not
/// be taken as it was.
#[component]
fn Slider(props: &ControlProps) -> Html {
    let ControlProps { spec, value, verdict, on_edit, .. } = props;
    let (spec, value) = (*spec, *value);
    // What is being typed stays as typed until the reader leaves the box.
    let draft = use_state_eq(|| None::<String>);
    let said = use_state_eq(String::new);

    let slide = |finished: bool| {
        let said = said.clone();
        on_edit.reform(move |event: InputEvent| {
            said.set(String::new());
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let number = spec.from_slider(parse(&text).unwrap_or(spec.to_slider(spec.default)));
            Edit::number(spec.id, number, finished)
        })
    };
    let let_go = on_edit.reform(move |_: Event| Edit::number(spec.id, value, true));
    let page_keys = {
        let (on_edit, said) = (on_edit.clone(), said.clone());
        Callback::from(move |event: KeyboardEvent| {
            let steps = match &*event.key() {
                "PageUp" => 10.0,
                "PageDown" => -10.0,
                _ => return,
            };
            event.prevent_default();
            said.set(String::new());
            let position = spec.to_slider(value) + steps * spec.slider().step;
            let slider = spec.slider();
            let number = spec.from_slider(position.clamp(slider.min, slider.max));
            on_edit.emit(Edit::number(spec.id, number, true));
        })
    };
    let type_in = {
        let (on_edit, draft, said) = (on_edit.clone(), draft.clone(), said.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(number) = parse(&text) {
                said.set(outside(&spec, number));
                on_edit.emit(Edit::number(spec.id, number, false));
            }
            draft.set(Some(text));
        })
    };
    let leave = {
        let (on_edit, draft) = (on_edit.clone(), draft.clone());
        Callback::from(move |_: Event| {
            draft.set(None);
            on_edit.emit(Edit::number(spec.id, value, true));
        })
    };

    let slider = spec.slider();
    let mut words = spec.words(value);
    if let Some(verdict) = verdict {
        words.push_str("; the shaded claim ");
        words.push_str(verdict);
    }
    let note = format!("{}-note", element_id(&spec));
    html! {
        <>
            <div class="row">
                <input type="range" id={element_id(&spec)} name={spec.id}
                    min={plain(slider.min)} max={plain(slider.max)} step={plain(slider.step)}
                    value={plain(spec.to_slider(value))} aria-valuetext={words}
                    oninput={slide(false)} onchange={let_go} onkeydown={page_keys} />
                <input type="number" class="box" name={spec.id} aria-label={format!("{}, as a number", spec.label)}
                    min={plain(spec.min())} max={plain(spec.max())} step={if spec.is_whole() { "1" } else { "any" }}
                    value={(*draft).clone().unwrap_or_else(|| spec.text(value))}
                    aria-describedby={note.clone()}
                    oninput={type_in} onchange={leave} />
            </div>
            <p class="note" id={note} aria-live="polite">{ (*said).clone() }</p>
        </>
    }
}

/// A sentence about a number outside the range; empty for one inside.
fn outside(spec: &Spec, number: f64) -> String {
    if number < spec.min() {
        format!("The smallest value is {}; that is used.", spec.words(spec.min()))
    } else if number > spec.max() {
        format!("The largest value is {}; that is used.", spec.words(spec.max()))
    } else {
        String::new()
    }
}
