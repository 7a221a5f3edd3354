//! The first page: the headline figure, and all simulators as cards.

use std::rc::Rc;

use yew::prelude::*;

use super::super::page::Page;
use super::super::parts::{failed, figure, headline_control};
use super::super::render::to_text;
use super::super::statements::DOCUMENTS;
use super::statements::statements;
use crate::params::Values;
use crate::simulator::Document;
use crate::simulators::ALL;
use crate::ui::chart::chart;

/// The first page.
pub fn home() -> Page {
    let first = ALL[0];
    let info = first.info();
    let values = Values::defaults(first.specs());
    let run = Rc::new(first.run(&values));
    let body = html! {
        <>
            <section class="hook">
                <h1>{ "It has behaved well 1,000 times. How sure are you?" }</h1>
                <p class="dek">{ "Either it is good, or it is good at waiting. Say how many chances it let pass, and see what that silence is worth." }</p>
                <div class="notices" data-notices="" role="status"></div>
                { figure(&run, 0, html! {}, html! {}) }
                { headline_control(&info, &values, &[]) }
                { failed() }
                <p><a class="onward" href={format!("./{}/", info.id)}>{ format!("{} All assumptions, and the argument", info.question) }</a></p>
            </section>
            <section class="about-site">
                <h2>{ "What survives?" }</h2>
                <p>{ "Essays on AI alignment are full of numbers that nobody can turn: how soon suspicion should fade, which motive training favours, how much a warning is worth. Here you can. Each page is a small model of one argument. It says of each number whether a source states it, measures it, or it is ours. You change the numbers and see what follows, and where the conclusion flips." }</p>
            </section>
            <section id="simulators">
                <h2>{ "The simulators" }</h2>
                { for DOCUMENTS.map(document) }
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

/// One document: its simulators as cards with pictures, and its statements.
fn document(document: Document) -> Html {
    let members = ALL.iter().filter(|simulator| simulator.info().document == document);
    html! {
        <section class="document">
            <h3>{ document.name() }</h3>
            <p>{ document.about() }</p>
            <ul class="cards">
                { for members.map(|simulator| {
                    let info = simulator.info();
                    let run = Rc::new(simulator.run(&Values::defaults(simulator.specs())));
                    html! {
                        <li>
                            <a href={format!("./{}/", info.id)}>
                                <div class="thumbnail" aria-hidden="true">{ chart(run.figure(0), 340, "", Some(run.figure(0).title)) }</div>
                                <h4>{ info.question }</h4>
                            </a>
                            <p>{ info.answer }</p>
                        </li>
                    }
                }) }
            </ul>
            <details class="map">
                <summary>{ "Sentence by sentence: what it says, and what becomes of it" }</summary>
                { statements(document) }
            </details>
        </section>
    }
}
