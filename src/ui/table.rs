//! The data of a figure as tables.

use yew::Html;

use super::chart::node;
use crate::chart::{Element, Figure, tables};

/// The data of a figure, a few rows of it. Made of elements and not with
/// `html!`, which would weigh four times as much.
pub fn table(figure: &Figure) -> Html {
    let element = |tag, children| Element { tag, children, ..Element::default() };
    let cell = |tag, text: &str| Element { text: text.to_owned(), ..element(tag, Vec::new()) };
    let row = |cells: &[String], scopes: [&'static str; 2]| {
        let mut children = Vec::new();
        for (text, scope) in cells.iter().zip(std::iter::once(scopes[0]).chain(std::iter::repeat(scopes[1])))
        {
            children.push(if scope.is_empty() {
                cell("td", text)
            } else {
                cell("th", text).with("scope", scope)
            });
        }
        element("tr", children)
    };
    let mut all = Vec::new();
    for table in tables(figure) {
        let mut rows = Vec::new();
        for cells in &table.rows {
            rows.push(row(cells, ["row", ""]));
        }
        let head = element("thead", vec![row(&table.head, ["col", "col"])]);
        all.push(element("table", vec![cell("caption", figure.title), head, element("tbody", rows)]));
    }
    all.iter().map(node).collect()
}
