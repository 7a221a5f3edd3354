//! How large an element is, as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of an element in whole pixels and, if its place has a height of
/// its own (`data-fit`, in embeds), its height, kept true while it is shown.
#[hook]
pub fn use_size(element: &Element) -> (u32, Option<u32>) {
    let size = use_state_eq(|| pixels(element));
    {
        let size = size.clone();
        use_effect_with(element.clone(), move |element| {
            let seen = element.clone();
            let observed = Closure::<dyn Fn()>::new(move || size.set(pixels(&seen)));
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
    *size
}

fn pixels(element: &Element) -> (u32, Option<u32>) {
    let height = element.has_attribute("data-fit").then(|| element.client_height().max(0) as u32);
    (element.client_width().max(0) as u32, height)
}
