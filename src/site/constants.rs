//! The constants of a model: a table of what they are now, and the controls
//! that change them, folded away.

use yew::prelude::*;

use super::parts::heading;
use crate::params::{Spec, Values};

/// The section with all constants; nothing if there are none.
pub fn constants(values: &Values, control: impl Fn(usize) -> Html) -> Html {
    let groups = groups(values.specs());
    if groups.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = groups.iter().map(|(name, _)| *name).collect();
    html! {
        <section class="constants" aria-labelledby="constants">
            { heading("constants", "Change the assumptions") }
            <p>{ "These constants are guesses, too. What you change here becomes part of the link like everything else." }</p>
            { table(values, &groups) }
            <details>
                <summary>{ format!("Change them: {}", names.join(", ")) }</summary>
                { for groups.iter().map(|(name, places)| html! {
                    <fieldset>
                        <legend>{ *name }</legend>
                        <div>{ for places.iter().map(|&place| control(place)) }</div>
                    </fieldset>
                }) }
            </details>
        </section>
    }
}

/// What the constants belong to, and the places of each one's parameters.
fn groups(specs: &'static [Spec]) -> Vec<(&'static str, Vec<usize>)> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, spec) in specs.iter().enumerate().filter(|(_, spec)| !spec.constant_of.is_empty()) {
        match groups.iter_mut().find(|(name, _)| *name == spec.constant_of) {
            Some((_, places)) => places.push(place),
            None => groups.push((spec.constant_of, vec![place])),
        }
    }
    groups
}

/// A row for each group. Columns are for constants that several groups have;
/// what only one has stands below its name.
fn table(values: &Values, groups: &[(&'static str, Vec<usize>)]) -> Html {
    let specs = values.specs();
    let has = |(_, places): &(&str, Vec<usize>), label: &str| {
        places.iter().copied().find(|&place| specs[place].label == label)
    };
    let is_shared = |label: &str| groups.iter().filter(|group| has(group, label).is_some()).count() > 1;
    let mut columns: Vec<&str> = Vec::new();
    for &place in groups.iter().flat_map(|(_, places)| places) {
        let label = specs[place].label;
        if is_shared(label) && !columns.contains(&label) {
            columns.push(label);
        }
    }
    let cell = |place: usize| {
        let id = specs[place].id;
        html! { <span data-value={id}>{ values.words(id).unwrap_or_default() }</span> }
    };
    html! {
        <>
            <div class="scrolling" role="region" aria-labelledby="constants-table" tabindex="0">
                <table>
                    <caption id="constants-table">{ "The constants at your settings" }</caption>
                    <thead><tr><td></td>{ for columns.iter().map(|label| html! { <th scope="col">{ *label }</th> }) }</tr></thead>
                    <tbody>{ for groups.iter().map(|group| html! {
                        <tr>
                            <th scope="row">
                                { group.0 }
                                { for group.1.iter().filter(|&&place| !is_shared(specs[place].label)).map(|&place| html! {
                                    <small>{ specs[place].label }{ ": " }{ cell(place) }</small>
                                }) }
                            </th>
                            { for columns.iter().map(|label| html! {
                                <td>{ has(group, label).map_or_else(|| html! { "—" }, cell) }</td>
                            }) }
                        </tr>
                    }) }</tbody>
                </table>
            </div>
            <p class="footnote">{ "—: no constant of its own; it follows from the assumptions above." }</p>
        </>
    }
}
