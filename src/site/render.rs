//! Yew components as HTML text.

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct WholeProps {
    html: Html,
}

#[component]
fn Whole(props: &WholeProps) -> Html {
    props.html.clone()
}

/// The text of some HTML, components included.
///
/// # Panics
/// If the system refuses an event loop.
pub fn to_text(html: Html) -> String {
    let runtime = Builder::new_current_thread().build().expect("an event loop");
    let renderer = yew::LocalServerRenderer::<Whole>::with_props(WholeProps { html }).hydratable(false);
    LocalSet::new().block_on(&runtime, renderer.render())
}
