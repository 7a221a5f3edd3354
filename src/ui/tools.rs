//! What a reader can do with the whole page: undo, redo, reset, compare.

use yew::prelude::*;

use super::session::{Action, Edit, Session};

/// The buttons below the controls. The page's own script finds undo and redo
/// by their `data-key`, for Ctrl+Z.
pub fn tools(session: &Session, on: &Callback<Edit>) -> Html {
    let button = |name: &'static str, action: Action, enabled: bool| {
        let onclick = on.reform(move |_: MouseEvent| Edit::once(name, action.clone()));
        // Not `disabled`: a button that is would lose the focus that it has.
        html! {
            <button type="button" data-key={name} aria-disabled={(!enabled).then_some("true")} {onclick}>{ name }</button>
        }
    };
    let is_pinned = session.pinned.is_some();
    // The same number of buttons in every state: a focused one must not go.
    html! {
        <>
            { button("Undo", Action::Undo, session.can_undo()) }
            { button("Redo", Action::Redo, session.can_redo()) }
            { button("Reset", Action::Reset, session.values != session.base || !session.notices.is_empty()) }
            { if is_pinned { button("Unpin", Action::Unpin, true) } else { button("Pin to compare", Action::Pin, true) } }
            { button("Swap with pinned", Action::Swap, is_pinned) }
        </>
    }
}
