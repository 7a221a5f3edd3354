//! The data of a figure as tables.

use yew::prelude::*;

use crate::chart::{Figure, tables};

/// The data of a figure, a few rows of it.
#[must_use]
pub fn table(figure: &Figure) -> Html {
    let cells =
        |row: &[String]| -> Html { row.iter().map(|cell| html! { <td>{ cell.clone() }</td> }).collect() };
    tables(figure)
        .iter()
        .map(|table| {
            html! {
                <table>
                    <caption>{ figure.title }</caption>
                    <thead><tr>{ for table.head.iter().map(|name| html! { <th scope="col">{ name.clone() }</th> }) }</tr></thead>
                    <tbody>{ for table.rows.iter().map(|row| html! {
                        <tr><th scope="row">{ row[0].clone() }</th>{ cells(&row[1..]) }</tr>
                    }) }</tbody>
                </table>
            }
        })
        .collect()
}
