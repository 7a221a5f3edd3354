//! The smallest page that Yew can make, built as the site's programs are: the
//! yardstick for what a first visit must cost.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    use_effect_with((), |()| {
        let page = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(page) = page {
            let _ = page.set_attribute("data-ready", "true");
        }
    });
    html! { <p>{ "An empty page" }</p> }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
