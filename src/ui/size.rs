//! How large elements are, as they change.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// A width in whole pixels and, if the element's place has a height of its own
/// (`data-fit`, in embeds), a height.
pub type Size = (u32, Option<u32>);

/// The sizes of elements, kept true while they are shown.
#[hook]
pub fn use_sizes(elements: &Rc<Vec<(Element, usize)>>) -> Vec<Size> {
    let measure = |elements: &[(Element, usize)]| -> Vec<Size> {
        elements.iter().map(|(element, _)| size(element)).collect()
    };
    let sizes = use_state_eq(|| measure(elements));
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

fn size(element: &Element) -> Size {
    let height = element.has_attribute("data-fit").then(|| element.client_height().max(0) as u32);
    (element.client_width().max(0) as u32, height)
}
