//! The page of all statements: what the documents say, and what becomes of it.

use yew::prelude::*;

use super::super::page::Page;
use super::super::render::to_text;
use super::super::sources::SOURCES;
use super::super::statements::{DOCUMENTS, THREAD};
use super::super::text;
use crate::params::Values;
use crate::simulator::{ClaimInfo, Document};
use crate::simulators::ALL;
use crate::ui::claims::{margins, verdict};

/// The statements of a document, each with the claims that realise it and
/// their verdicts at the simulators' defaults, or with the reason why none does.
pub fn statements(document: Document) -> Html {
    html! {
        <dl class="statements">
            { for document.statements().iter().map(|statement| html! {
                <>
                    <dt id={statement.id}><span class="statement">{ statement.id }</span>{ " " }{ statement.text }</dt>
                    { claims_of(statement.id) }
                    if !statement.uncovered.is_empty() {
                        <dd class="uncovered">{ "No claim of its own. " }{ statement.uncovered }{ " " }<a href={format!("./{}/", statement.shown)}>{ "See there" }</a></dd>
                    }
                </>
            }) }
        </dl>
    }
}

/// The claims that realise a statement.
fn claims_of(statement: &str) -> Html {
    let is_here = |claim: &ClaimInfo| claim.statement.split(", ").any(|named| named == statement);
    html! {
        { for ALL.iter().flat_map(|simulator| {
            let (info, margins) = (simulator.info(), margins(*simulator, &Values::defaults(simulator.specs())));
            let claims = simulator.claims().into_iter().zip(margins).filter(|(claim, _)| is_here(claim));
            claims.map(|(claim, margin)| html! {
                <dd data-verdict={claim.verdict(margin)}>
                    <span class="verdict">{ for verdict(claim.holds(margin)) }</span>{ " " }
                    <a href={format!("./{}/?claim={}", info.id, claim.id)}>{ info.name }</a>{ ": " }{ text::unbroken(claim.text) }
                </dd>
            }).collect::<Vec<_>>()
        }) }
    }
}

/// Whether a claim names the source of a number.
fn is_claimed(source: u8) -> bool {
    let label = format!("source {source}");
    let claims = ALL.iter().flat_map(|simulator| simulator.claims());
    claims.into_iter().any(|claim| claim.statement.split(", ").any(|named| named == label))
}

/// The page of all statements.
pub fn all_statements() -> Page {
    let body = html! {
        <>
            <h1>{ "Sentence by sentence" }</h1>
            <p class="dek">{ "What the three documents say, in our words, and the claims that turn each sentence into a number. The verdicts are those with the numbers that each page opens with; open one to see when it flips." }</p>
            { for DOCUMENTS.map(|document| html! {
                <section class="document">
                    <h2>{ document.name() }</h2>
                    <p>{ document.about() }{ " " }<a href={document.address()}>{ "Where to read it" }</a></p>
                    { statements(document) }
                </section>
            }) }
            <section class="document">
                <h2>{ "Beside the documents" }</h2>
                <dl class="statements">
                    <dt>{ "From the " }<a href={THREAD}>{ "thread under the first essay on Waluigis" }</a>{ "." }</dt>
                    { claims_of("T") }
                    { for SOURCES.iter().filter(|source| is_claimed(source.number)).map(|source| html! {
                        <>
                            <dt id={format!("source-{}", source.number)}>
                                <span class="statement">{ format!("source {}", source.number) }</span>{ " " }
                                <a href={source.address}>{ source.title }</a>
                            </dt>
                            { claims_of(&format!("source {}", source.number)) }
                        </>
                    }) }
                    <dt id="added">{ "Added by the pages themselves, because the model raises the question. The documents have no sentence for it." }</dt>
                    { claims_of("") }
                </dl>
            </section>
        </>
    };
    Page {
        path: "statements/".to_owned(),
        title: "Statements · What Survives".to_owned(),
        description: "The sentences of the essays, in our words, each with the claim that turns it into a number and its verdict.".to_owned(),
        place: None,
        body: to_text(body),
    }
}
