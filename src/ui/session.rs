//! What the reader has done so far: the state of a page.

use std::rc::Rc;

use yew::Reducible;

use crate::params::{Notice, Values};

/// The state of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Where the page started: the values of its preset.
    pub base: Values,
    /// The values now.
    pub values: Values,
    /// What the link said that could not be taken as it was.
    pub notices: Vec<Notice>,
}

/// What a reader can do to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Set one parameter.
    Set(&'static str, f64),
    /// Go to another state, as a link or the back button says.
    Open(Values, Vec<Notice>),
    /// Go back to where the page started.
    Reset,
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = (*self).clone();
        match action {
            Action::Set(id, number) => {
                session.values.set(id, number);
                // A notice about a parameter has been answered once it is set.
                session.notices.retain(|notice| notice.parameter != Some(id));
            }
            Action::Open(values, notices) => (session.values, session.notices) = (values, notices),
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
    use crate::params::{Spec, from_query};

    static SPECS: &[Spec] = &[
        Spec::real("A", 0.0, 1.0, 0.1).declared("a", "", 0.5),
        Spec::count("B", 0.0, 9.0).declared("b", "", 3.0),
    ];

    fn after(query: &str, actions: &[Action]) -> Rc<Session> {
        let base = Values::defaults(SPECS);
        let (values, notices) = from_query(&base, query);
        let session = Rc::new(Session { base, values, notices });
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
}
