//! The gallery: every figure, in light and in dark.

use std::rc::Rc;

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use crate::params::Values;
use crate::simulators::ALL;
use crate::ui::chart::chart;

/// The gallery.
pub fn gallery() -> Page {
    let themes = ["light", "dark"];
    let body = html! {
        <>
            <h1>{ "Gallery" }</h1>
            <p class="dek">{ "Every figure at its defaults, in light and in dark." }</p>
            { for ALL.iter().map(|simulator| {
                let info = simulator.info();
                let run = Rc::new(simulator.run(&Values::defaults(simulator.specs())));
                html! {
                    <section class="gallery">
                        <h2><a href={format!("./{}/", info.id)}>{ info.name }</a></h2>
                        { for run.figures().map(|figure| html! {
                            <div class="pair">{ for themes.map(|theme| html! {
                                <figure data-theme={theme} data-figure={figure.id}>
                                    <h3 class="figure-title">{ figure.title }</h3>
                                    <div class="picture">{ chart(figure, 520, "", Some(figure.title)) }</div>
                                </figure>
                            }) }</div>
                        }) }
                    </section>
                }
            }) }
        </>
    };
    Page {
        path: "gallery/".to_owned(),
        title: "Gallery · What Survives".to_owned(),
        description: "Every figure of the site at its defaults, in light and in dark.".to_owned(),
        place: None,
        body: to_text(body),
    }
}
