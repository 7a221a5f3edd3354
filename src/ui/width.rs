//! How wide an element is, as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of an element in whole pixels, kept true while it is shown.
#[hook]
pub fn use_width(element: &Element) -> u32 {
    let width = use_state_eq(|| pixels(element));
    {
        let width = width.clone();
        use_effect_with(element.clone(), move |element| {
            let seen = element.clone();
            let observed = Closure::<dyn Fn()>::new(move || width.set(pixels(&seen)));
            let observer = ResizeObserver::new(observed.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(observed);
            }
        });
    }
    *width
}

fn pixels(element: &Element) -> u32 {
    element.client_width().max(0) as u32
}
