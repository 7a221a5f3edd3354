//! The first page: a question, the picture that answers it with its control
//! beside it, and all pages in the order of reading.

use std::rc::Rc;

use yew::prelude::*;

use super::super::guess;
use super::super::page::Page;
use super::super::parts::{failed, headline_control};
use super::super::path::{CHAPTERS, Chapter, lesson};
use super::super::render::to_text;
use crate::params::Values;
use crate::simulator::{AnySimulator, Run};
use crate::simulators::ALL;
use crate::ui::chart::chart_within;
use crate::ui::table::table;

/// The two layouts of the picture: class, width and height in pixels. They are
/// lower than those of a simulator's page, because all stands on one screen.
const LAYOUTS: [(&str, u32, u32); 2] = [("wide", 720, 400), ("narrow", 328, 270)];

/// The size of the pictures on cards, in pixels.
const CARD: (u32, u32) = (340, 230);

/// The first page.
pub fn home() -> Page {
    let first = ALL[0];
    let info = first.info();
    let values = Values::defaults(first.specs());
    let run = Rc::new(first.run(&values));
    let body = html! {
        <>
            <section class="hook">
                <h1>{ "It has behaved well 1,000 times. How sure are you that it is good?" }</h1>
                <p class="dek">{ "Either it is good, or it is good at waiting. What is its silence worth?" }</p>
                <div class="notices" data-notices="" role="status"></div>
                { hook(first, &values, &run) }
            </section>
            <section class="about-site">
                <h2>{ "What survives?" }</h2>
                <p>{ "Essays on AI alignment are full of numbers that nobody can turn: how soon suspicion should fade, which motive training favours, how much a warning is worth. Here you can. Each page is a small model of one argument. It says of each number whether a source states it, measures it, or it is ours. You change the numbers and see what follows, and where the conclusion flips." }</p>
                <p>
                    { "Three words come back. A " }<dfn><a href="./about/#luigi">{ "Luigi" }</a></dfn>
                    { " is an AI that is as good as it looks, and a " }<dfn><a href="./about/#waluigi">{ "Waluigi" }</a></dfn>
                    { ", or pretender, one that only plays good until it turns. A " }<dfn><a href="./about/#schemer">{ "schemer" }</a></dfn>
                    { " behaves well in training for the sake of a goal of its own." }
                </p>
            </section>
            <section id="simulators">
                <h2>{ "Fourteen questions, in three chapters" }</h2>
                { for CHAPTERS.iter().map(chapter) }
                <p>
                    { "Where they come from, sentence by sentence: " }
                    <a href="./statements/">{ "what the documents say, and what becomes of it" }</a>{ "." }
                </p>
            </section>
        </>
    };
    Page {
        path: String::new(),
        title: "What Survives: turn the numbers in alignment essays".to_owned(),
        description: "Interactive models of arguments about AI alignment: how fast suspicion of a well-behaved model should fade, which motives training selects. No tracking, nothing to install.".to_owned(),
        place: Some(info.id.to_owned()),
        body: to_text(body),
    }
}

/// The picture, with what turns it and what it says beside it.
fn hook(simulator: &dyn AnySimulator, values: &Values, run: &Run) -> Html {
    let (info, figure) = (simulator.info(), run.figure(0));
    let id = figure.id;
    html! {
        <figure data-figure={id} aria-labelledby={format!("title-{id}")} aria-details={format!("table-{id}")}>
            <h2 class="figure-title" id={format!("title-{id}")}>{ figure.title }</h2>
            <div class="picture" data-chart={id}>
                { for LAYOUTS.iter().map(|(class, width, height)| chart_within(figure, *width, Some(*height), class, None)) }
            </div>
            <div class="turn">
                { guess::sureness(figure) }
                { headline_control(&info, values, &[]) }
                { failed() }
            </div>
            <figcaption id={format!("caption-{id}")} data-caption={id} data-sight="">{ figure.caption.clone() }</figcaption>
            <p class="more"><a class="onward" href={format!("./{}/", info.id)}>{ "All its assumptions, and the argument" }</a></p>
            <details class="data" id={format!("table-{id}")}>
                <summary>{ "Data as a table" }</summary>
                <div data-table={id} role="group" tabindex="0" aria-label={format!("Data of “{}”", figure.title)}>{ table(figure) }</div>
            </details>
        </figure>
    }
}

/// A chapter: its pages as cards.
fn chapter(chapter: &Chapter) -> Html {
    html! {
        <section class="chapter">
            <h3>{ chapter.name }</h3>
            <p>{ chapter.about }</p>
            <ol class="cards" start={place(chapter.simulators()[0]).to_string()}>
                { for chapter.simulators().iter().map(|simulator| card(*simulator)) }
            </ol>
        </section>
    }
}

/// The place of a page in the order of reading, from 1.
fn place(simulator: &dyn AnySimulator) -> usize {
    let id = simulator.info().id;
    1 + ALL.iter().take_while(|other| other.info().id != id).count()
}

/// A page as a card: its picture, its question, what it teaches.
fn card(simulator: &dyn AnySimulator) -> Html {
    let info = simulator.info();
    let values = Values::defaults(simulator.specs());
    let run = simulator.run(&values);
    // One panel is enough to know it by, and two would be too small.
    let mut figure = run.figure(0).clone();
    figure.panels.truncate(1);
    let (width, height) = CARD;
    // The card of the picture above answers the same question.
    let answers = (place(simulator) == 1).then_some("");
    html! {
        <li>
            <div class="thumbnail" aria-hidden="true" data-answers={answers}>{ chart_within(&figure, width, Some(height), "", Some(figure.title)) }</div>
            <h4><a href={format!("./{}/", info.id)}>{ info.question }</a></h4>
            <p data-answers={answers}>{ lesson(simulator, &values, &run) }</p>
        </li>
    }
}
