//! The control of one parameter: a slider and a number box, a checkbox, or a
//! select. Its label stands in the page.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::session::{Action, Edit};
use crate::number::{parse, plain};
use crate::params::{Scale, Spec};

/// The id of a parameter's control in the page, to which its label belongs.
#[must_use]
pub fn element_id(spec: &Spec) -> String {
    format!("control-{}", spec.id)
}

/// The control of a parameter with some value: `text` is the value of a text.
/// `verdict` says whether the watched claim holds, for those who cannot see
/// the shading.
pub fn control(
    spec: &'static Spec,
    value: f64,
    text: &str,
    verdict: Option<&'static str>,
    on: &Callback<Edit>,
) -> Html {
    let id = spec.id;
    match spec.scale {
        Scale::Flag => {
            let onchange = on.reform(move |event: Event| {
                let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
                Edit::set(id, f64::from(u8::from(checked))).finished()
            });
            html! { <input type="checkbox" id={element_id(spec)} name={id} checked={value != 0.0} {onchange} /> }
        }
        Scale::Choice(choices) => {
            let onchange = on.reform(move |event: Event| {
                let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
                Edit::set(id, f64::from(place)).finished()
            });
            html! {
                <select id={element_id(spec)} name={id} {onchange}>
                    { for choices.iter().enumerate().map(|(place, choice)| html! {
                        <option value={choice.id} selected={place as f64 == value}>{ choice.label }</option>
                    }) }
                </select>
            }
        }
        Scale::Text { longest } => {
            let onchange = on.reform(move |event: Event| {
                let text = event.target_unchecked_into::<HtmlInputElement>().value();
                Edit::once(id, Action::Write(id, text))
            });
            html! {
                <input type="text" id={element_id(spec)} name={id} maxlength={longest.to_string()}
                    value={text.to_owned()} autocomplete="off" {onchange} />
            }
        }
        _ => html! { <Slider {spec} {value} {verdict} on={on.clone()} /> },
    }
}

/// A button that sets one parameter back to where the page started, if it is
/// elsewhere.
pub fn restore(spec: &'static Spec, start: Option<f64>, on: &Callback<Edit>) -> Html {
    let Some(start) = start else { return html! {} };
    let onclick = on.reform(move |_: MouseEvent| Edit::once(spec.id, Action::Set(spec.id, start)));
    let name = format!("Set “{}” back to {}", spec.label, spec.words(start));
    html! { <button type="button" class="restore" title={name.clone()} aria-label={name} {onclick}>{ "↺" }</button> }
}

/// Props of [`Slider`].
#[derive(Properties)]
struct SliderProps {
    spec: &'static Spec,
    value: f64,
    verdict: Option<&'static str>,
    on: Callback<Edit>,
}

impl PartialEq for SliderProps {
    fn eq(&self, other: &Self) -> bool {
        self.spec.id == other.spec.id
            && self.value == other.value
            && self.verdict == other.verdict
            && self.on == other.on
    }
}

/// A slider with its number box, and a sentence if what was typed could not
/// be taken as it was.
#[component]
fn Slider(props: &SliderProps) -> Html {
    let SliderProps { spec, value, verdict, on } = props;
    let (spec, value) = (*spec, *value);
    // What is being typed stays as typed until the reader leaves the box.
    let draft = use_state_eq(|| None::<String>);
    let said = use_state_eq(String::new);

    let slide = {
        let said = said.clone();
        on.reform(move |event: InputEvent| {
            said.set(String::new());
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Edit::set(spec.id, spec.from_slider(parse(&text).unwrap_or_else(|| spec.to_slider(spec.default))))
        })
    };
    let let_go = on.reform(move |_: Event| Edit::once(spec.id, Action::LetGo));
    let page_keys = {
        let (on, said) = (on.clone(), said.clone());
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
            on.emit(Edit::set(spec.id, number).finished());
        })
    };
    let type_in = {
        let (on, draft, said) = (on.clone(), draft.clone(), said.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(number) = parse(&text) {
                said.set(outside(spec, number));
                on.emit(Edit::set(spec.id, number));
            }
            draft.set(Some(text));
        })
    };
    let leave = {
        let (on, draft) = (on.clone(), draft.clone());
        Callback::from(move |_: Event| {
            draft.set(None);
            on.emit(Edit::once(spec.id, Action::LetGo));
        })
    };

    let slider = spec.slider();
    let mut words = spec.words(value);
    if let Some(verdict) = verdict {
        words.push_str("; the shaded claim ");
        words.push_str(verdict);
    }
    let note = format!("{}-note", element_id(spec));
    html! {
        <>
            <div class="row">
                <input type="range" id={element_id(spec)} name={spec.id}
                    min={plain(slider.min)} max={plain(slider.max)} step={plain(slider.step)}
                    value={plain(spec.to_slider(value))} aria-valuetext={words}
                    oninput={slide} onchange={let_go} onkeydown={page_keys} />
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
