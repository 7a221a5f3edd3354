//! How large elements are, as they change.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver, window};
use yew::prelude::*;

use super::chart::LAYOUTS;

/// A width and a height in whole pixels; no height where there is none yet.
pub type Size = (u32, Option<u32>);

/// The sizes of the places of pictures, kept true while they are shown.
#[hook]
pub fn use_sizes(elements: &Rc<Vec<(Element, usize)>>) -> Vec<Size> {
    let measure = |elements: &[(Element, usize)]| -> Vec<Size> {
        elements.iter().map(|(element, _)| size(element)).collect()
    };
    let sizes = use_state_eq(|| {
        elements.iter().for_each(|(element, _)| keep_shape(element));
        measure(elements)
    });
    {
        let (sizes, elements) = (sizes.setter(), elements.clone());
        use_effect_with((), move |()| {
            let seen = elements.clone();
            let waiting = Cell::new(None);
            let observed = Closure::<dyn Fn()>::new(move || {
                let (sizes, seen) = (sizes.clone(), seen.clone());
                // Pictures that were drawn anew while sizes are being told would change them again,
                // which browsers report as an error of the page.
                waiting.set(Some(Timeout::new(0, move || sizes.set(measure(&seen)))));
            });
            let observer = ResizeObserver::new(observed.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                elements.iter().for_each(|(element, _)| observer.observe(element));
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(observed);
            }
        });
    }
    (*sizes).clone()
}

/// Writes down the shapes of the static layouts in a place, before they go:
/// the style sheet gives them to the picture that comes (`--wide`, `--narrow`).
fn keep_shape(place: &Element) {
    for (class, _) in LAYOUTS {
        let still = place.query_selector(&[".", class].concat()).ok().flatten();
        let view_box = still.and_then(|still| still.get_attribute("viewBox")).unwrap_or_default();
        if let Some(shape) = view_box.strip_prefix("0 0 ") {
            let style = place.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(&["--", class].concat(), &shape.replace(' ', "/"));
        }
    }
}

fn size(element: &Element) -> Size {
    let [width, height] =
        [element.client_width(), element.client_height()].map(|length| length.max(0) as u32);
    (width, (height > 0 && is_styled(element)).then_some(height))
}

/// Whether the place of a picture has a height of its own: where the style
/// sheet and its colours are missing it is as high as the picture in it and
/// the line that this stands on, and a picture drawn for that height would
/// grow without end.
fn is_styled(place: &Element) -> bool {
    let style = window().and_then(|window| window.get_computed_style(place).ok().flatten());
    style.and_then(|style| style.get_property_value("--paper").ok()).is_none_or(|paper| !paper.is_empty())
}
