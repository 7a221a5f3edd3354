//! The page that authors put into their posts: one figure, its caption and
//! its controls, in a frame.

use yew::prelude::*;

use super::super::guess;
use super::super::lines::Lines;
use super::super::page::Page;
use super::super::parts::{control, lesson};
use super::super::render::to_text;
use crate::explore::Track;
use crate::params::Values;
use crate::simulator::{AnySimulator, Preset};
use crate::ui::chart::chart_within;
use crate::ui::claims::{margin, margins, verdict};

/// The two layouts of the static figure: class, width and height in pixels.
const LAYOUTS: [(&str, u32, u32); 2] = [("wide", 660, 300), ("narrow", 340, 240)];

/// The embed of a simulator, opened at a preset or at its defaults.
///
/// # Errors
/// If its preset asks for a guess that cannot be asked for.
pub fn embed(simulator: &dyn AnySimulator, preset: Option<&Preset>, lines: &Lines) -> Result<Page, String> {
    let info = simulator.info();
    let values =
        preset.map_or_else(|| Values::defaults(simulator.specs()), |preset| simulator.preset_values(preset));
    let run = simulator.run(&values);
    let figure = run.figure(0);
    let full = preset.map_or(format!("{}/", info.id), |preset| format!("{}/{}/", info.id, preset.id));
    let is_headline = |place: &usize| values.specs()[*place].id == info.control;
    let (headline, more): (Vec<usize>, Vec<usize>) = (0..values.specs().len()).partition(is_headline);
    let margins = margins(simulator, &values);
    // Which claim is watched, if any, is for the address to say.
    let unknown = Track { holds_at_min: false, flips: Vec::new() };
    let sheet = match preset {
        Some(preset) if preset.guess => guess::sheet(simulator, &run, lines)?,
        _ => html! {},
    };
    let body = html! {
        <article class="embed">
            <h1 id={format!("title-{}", figure.id)}>{ figure.title }</h1>
            <figure data-figure={figure.id} aria-labelledby={format!("title-{}", figure.id)}>
                <div class="picture" data-chart={figure.id}>
                    { for LAYOUTS.iter().map(|(class, width, height)| chart_within(figure, *width, Some(*height), class, None)) }
                </div>
                { sheet }
                { lesson(simulator, &values, &run) }
                <figcaption id={format!("caption-{}", figure.id)} data-caption={figure.id}>{ figure.caption.clone() }</figcaption>
            </figure>
            { for simulator.figures()[1..].iter().map(|other| html! { <template data-title={other.id}>{ other.title }</template> }) }
            <div class="notices" data-notices="" role="status"></div>
            <p class="waits" hidden={true}>{ "Touch the picture to see what the link asks for." }</p>
            <p class="failed" hidden={true}>{ "The controls could not be loaded. " }<a href="">{ "Try again" }</a></p>
            <div class="claims">
                <ul>{ for simulator.claims().iter().zip(margins).map(|(claim, by)| html! {
                    <li data-claim={claim.id} data-verdict={claim.verdict(by)} hidden={true}>
                        <p class="named"><b>{ claim.name }</b>{ " " }<span class="verdict" data-verdict-of={claim.id}>{ for verdict(claim.holds(by)) }</span></p>
                        <p>{ claim.text }</p>
                        <p class="margin" data-margin={claim.id}>{ margin(claim, by) }</p>
                    </li>
                }) }</ul>
                <p class="key"><span class="swatch"></span>{ "Shaded on a slider: where it holds." }</p>
            </div>
            <div class="headline">{ for headline.into_iter().map(|place| control(&values, place, Some(&unknown))) }</div>
            <div class="foot">
                <details class="more">
                    <summary>{ "More controls" }</summary>
                    <div class="controls">{ for more.into_iter().map(|place| control(&values, place, Some(&unknown))) }</div>
                </details>
                <p class="source" id="source">
                    <span>{ "What Survives: " }</span>
                    <a class="full" href={format!("./{full}")} target="_blank" rel="noopener">{ info.name }</a>
                </p>
            </div>
        </article>
    };
    Ok(Page {
        title: format!("{} · {} · embed", figure.title, preset.map_or(info.name, |preset| preset.name)),
        description: preset.map_or(info.answer, |preset| preset.about).to_owned(),
        place: Some(full.trim_end_matches('/').to_owned()),
        path: format!("e/{full}"),
        body: to_text(body),
    })
}
