//! What a reader can do with the whole page: undo, redo, reset, compare.

use yew::{Callback, Html};

use super::session::{Action, Edit, Session};
use super::tag::tag;

/// What can be done now: undo, redo, reset, unpin. As long as that stays the
/// same, so do the buttons.
#[must_use]
pub fn ways(session: &Session) -> [bool; 4] {
    let has_moved =
        session.values != session.base || !session.ranges.is_empty() || !session.notices.is_empty();
    [session.can_undo(), session.can_redo(), has_moved, session.pinned.is_some()]
}

/// The buttons below the controls. The page's own script finds undo and redo
/// by their `data-key`, for Ctrl+Z.
pub fn tools(session: &Session, on: &Callback<Edit>) -> Vec<Html> {
    let [can_undo, can_redo, has_moved, is_pinned] = ways(session);
    let pin = if is_pinned { ("Unpin", Action::Unpin, true) } else { ("Pin to compare", Action::Pin, true) };
    // The same number of buttons in every state: a focused one must not go.
    let buttons = [
        ("Undo", Action::Undo, can_undo),
        ("Redo", Action::Redo, can_redo),
        ("Reset", Action::Reset, has_moved),
        pin,
        ("Swap with pinned", Action::Swap, is_pinned),
    ];
    buttons
        .into_iter()
        .map(|(name, action, enabled)| {
            let on = on.clone();
            let act = move |_| on.emit(Edit::once(name, action.clone()));
            let button = tag("button").with("type", "button").with("data-key", name);
            // Not `disabled`: a button that is would lose the focus that it has.
            let button = if enabled { button } else { button.with("aria-disabled", "true") };
            button.text(name).on("click", act).into()
        })
        .collect()
}
