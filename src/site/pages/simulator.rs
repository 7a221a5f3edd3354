//! The page of a simulator.

use std::rc::Rc;

use yew::prelude::*;

use super::super::lines::Lines;
use super::super::page::Page;
use super::super::parts::{
    article, desk, figure, lesson, position, presets, readouts, status, trusted, with_lines,
};
use super::super::render::to_text;
use super::super::{explore, guess, path, share};
use crate::explore::Survey;
use crate::params::Values;
use crate::simulator::{AnySimulator, Preset, watched};
use crate::ui::session::Session;

/// The page of a simulator, opened at a preset or at its defaults.
pub fn simulator_page(
    simulator: &dyn AnySimulator,
    preset: Option<&Preset>,
    lines: &Lines,
) -> Result<Page, String> {
    let info = simulator.info();
    let values =
        preset.map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    let run = Rc::new(simulator.run(&values));
    let session = Session::open(&values, "");
    let watched = watched(&simulator.claims(), "");
    let findings = Survey::new(simulator, &values, watched).run(simulator);
    let path = preset.map_or(format!("{}/", info.id), |preset| format!("{}/{}/", info.id, preset.id));
    let text = article(info.id, &values, &run)?;
    let sheet = guess::offer(simulator, preset, &run, lines)?;
    let body = html! {
        <article>
            <p class="kicker">{ info.name }{ for preset.map(|preset| format!(" · {}", preset.name)) }</p>
            <h1>{ info.question }</h1>
            <p class="dek">{ preset.map_or(info.answer, |preset| preset.about) }</p>
            <div class="notices" data-notices="" role="status"></div>
            <div class="stage">
                <div class="bench">
                    { figure(&run, 0, sheet, share::points_button()) }
                    { desk(simulator, &session, &findings) }
                    { lesson(simulator, &values, &run) }
                    { presets(simulator, preset) }
                    { for preset.map(|preset| position(&values, preset)) }
                </div>
                <div class="rest">
                    { readouts(&run, 0) }
                    { for (1..simulator.figures().len()).map(|index| html! {
                        <div>{ figure(&run, index, html! {}, share::points_button()) }{ readouts(&run, index) }</div>
                    }) }
                </div>
            </div>
            { explore::section(simulator, preset) }
            <section class="prose" data-sight="">{ trusted(text) }</section>
            <p class="status prose">{ status(info.status) }</p>
            { path::next(simulator, &values, &run) }
        </article>
    };
    Ok(Page {
        title: match preset {
            Some(preset) => format!("{} · {} · What Survives", preset.name, info.question),
            None => format!("{} · What Survives", info.question),
        },
        description: preset.map_or(info.answer, |preset| preset.about).to_owned(),
        place: Some(preset.map_or(info.id.to_owned(), |preset| format!("{}/{}", info.id, preset.id))),
        path,
        body: with_lines(to_text(body), lines),
    })
}
