//! What the reader has done so far: the state of a page.

use std::rc::Rc;

use yew::Reducible;

use crate::params::{Notice, Values, from_query, page_key, to_query};

/// The state of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Where the page started: the values of its preset.
    pub base: Values,
    /// The values now.
    pub values: Values,
    /// The id of the claim that is watched; empty for the first.
    pub watched: String,
    /// What the link said that could not be taken as it was.
    pub notices: Vec<Notice>,
}

/// Something that a reader does, with what the history needs to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What is changed: edits of the same thing, one soon after the other, are
    /// one entry of the history.
    pub what: &'static str,
    /// What is done.
    pub action: Action,
    /// Whether the reader has let go.
    pub finished: bool,
}

impl Edit {
    /// A parameter is set, and the reader may go on.
    #[must_use]
    pub const fn set(id: &'static str, number: f64) -> Self {
        Self { what: id, action: Action::Set(id, number), finished: false }
    }

    /// Something is done at once.
    #[must_use]
    pub const fn once(what: &'static str, action: Action) -> Self {
        Self { what, action, finished: true }
    }

    /// The same, and the reader has let go.
    #[must_use]
    pub fn finished(mut self) -> Self {
        self.finished = true;
        self
    }
}

impl Session {
    /// The state that a link to the page with this preset describes.
    #[must_use]
    pub fn open(base: &Values, query: &str) -> Self {
        let (values, notices) = from_query(base, query);
        let watched = page_key(query, "claim").unwrap_or_default();
        Self { base: base.clone(), values, watched, notices }
    }

    /// A notice about a parameter has been answered once it is set.
    fn answer(&mut self, id: &str) {
        self.notices.retain(|notice| notice.parameter != Some(id));
    }

    /// The end of the address of this state, without `?`; empty where the
    /// page started.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = to_query(&self.base, &self.values);
        if !self.watched.is_empty() {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str("claim=");
            query.push_str(&self.watched);
        }
        query
    }

    /// The address of this page with other values, relative to the page.
    #[must_use]
    pub fn address(&self, values: &Values) -> String {
        let there = Self { values: values.clone(), ..self.clone() };
        format!("?{}", there.query())
    }
}

/// What a reader can do to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Set one parameter.
    Set(&'static str, f64),
    /// Set one text parameter.
    Write(&'static str, String),
    /// Go to another state, as a link or the back button says.
    Open(Session),
    /// Watch the claim of this id.
    Watch(&'static str),
    /// Go back to where the page started.
    Reset,
    /// Let go of a control that has been set.
    LetGo,
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = (*self).clone();
        match action {
            Action::Set(id, number) => {
                session.values.set(id, number);
                session.answer(id);
            }
            Action::Write(id, text) => {
                session.values.set_text(id, &text);
                session.answer(id);
            }
            Action::Open(other) => return Rc::new(other),
            Action::Watch(claim) => session.watched = claim.to_owned(),
            Action::LetGo => return self,
            Action::Reset => {
                session.values = session.base.clone();
                session.notices.clear();
            }
        }
        Rc::new(session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Spec;

    static SPECS: &[Spec] = &[
        Spec::real("A", 0.0, 1.0, 0.1).declared("a", "", 0.5),
        Spec::count("B", 0.0, 9.0).declared("b", "", 3.0),
    ];

    fn after(query: &str, actions: &[Action]) -> Rc<Session> {
        let session = Rc::new(Session::open(&Values::defaults(SPECS), query));
        actions.iter().fold(session, |session, action| session.reduce(action.clone()))
    }

    #[test]
    fn a_reset_goes_back_to_the_preset_and_forgets_the_notices() {
        let session = after("a=7&b=1", &[Action::Reset]);
        assert_eq!(session.values, session.base);
        assert!(session.notices.is_empty());
    }

    #[test]
    fn setting_a_parameter_answers_the_notice_about_it_alone() {
        let session = after("a=7&b=x", &[Action::Set("a", 0.25)]);
        assert_eq!(session.values.get("a"), Some(0.25));
        assert_eq!(session.notices.len(), 1);
        assert_eq!(session.notices[0].parameter, Some("b"));
    }

    #[test]
    fn the_address_says_what_is_watched() {
        let session = after("a=0.25", &[Action::Watch("soon")]);
        assert_eq!(session.query(), "a=0.25&claim=soon");
        assert_eq!(*after(&session.query(), &[]), *session);
        assert_eq!(session.address(&session.base), "?claim=soon");
    }
}
