//! The page for addresses that do not exist.

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use crate::simulators::ALL;

/// The page for addresses that do not exist.
pub fn not_found() -> Page {
    let body = html! {
        <div class="prose">
            <h1>{ "This page does not exist" }</h1>
            <p>{ "The address may be misspelt, or the link may be from elsewhere. These are the simulators:" }</p>
            <ul>{ for ALL.iter().map(|simulator| {
                let info = simulator.info();
                html! { <li><a href={format!("./{}/", info.id)}>{ info.question }</a></li> }
            }) }</ul>
            <p><a href="./">{ "To the first page" }</a></p>
        </div>
    };
    Page {
        path: "404.html".to_owned(),
        title: "Not found · What Survives".to_owned(),
        description: "This page does not exist.".to_owned(),
        place: None,
        body: to_text(body),
    }
}
