//! What the reader has done so far: the state of a page.

use std::rc::Rc;

use yew::Reducible;

use crate::params::{
    Notice, Ranges, Spec, Values, from_link, from_query, page_key, set, shortened, to_link, to_query,
};
use crate::simulator::ClaimInfo;

/// The state of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Where the page started: the values of its preset.
    pub base: Values,
    /// The values now.
    pub values: Values,
    /// What the reader is not sure of. Each value lies within its range.
    pub ranges: Ranges,
    /// The values that are pinned to compare with.
    pub pinned: Option<Values>,
    /// The id of the claim that is watched; empty for the first.
    pub watched: String,
    /// Whether the page shows what it says of that claim. A link to a claim
    /// opens with it.
    pub is_unfolded: bool,
    /// What the link said that could not be taken as it was.
    pub notices: Vec<Notice>,
    /// What the reader types into a field, or has typed last.
    pub typed: Option<Typed>,
    /// Where undo leads, the nearest last.
    past: Vec<Place>,
    /// Where redo leads, the nearest last.
    future: Vec<Place>,
}

/// What undo goes back to.
type Place = (Values, Ranges);

/// A number as a reader types it.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The parameter it is for.
    pub id: &'static str,
    /// What is in the field, which stays as typed until the reader leaves it.
    pub text: Option<String>,
    /// What was understood of it, if that needs saying; else empty.
    pub said: String,
}

/// Most steps that can be undone.
const MOST_STEPS: usize = 100;

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
        let (values, ranges, mut notices) = from_link(base, &Ranges::none(base.specs()), query);
        let watched = page_key(query, "claim").unwrap_or_default();
        // `pin=a:1,b:2` is a query within the query.
        let pinned = page_key(query, "pin").map(|pin| {
            let (pinned, more) = from_query(base, &pin.replace(':', "=").replace(',', "&"));
            notices.extend(more);
            pinned
        });
        let (past, future) = (Vec::new(), Vec::new());
        let is_unfolded = !watched.is_empty();
        let base = base.clone();
        Self { base, values, ranges, pinned, watched, is_unfolded, notices, typed: None, past, future }
    }

    /// The same on a page that has these claims: a link to another one says so.
    #[must_use]
    pub fn on(mut self, claims: &[ClaimInfo]) -> Self {
        if !self.watched.is_empty() && claims.iter().all(|claim| claim.id != self.watched) {
            let claim = shortened(&self.watched);
            let message =
                ["The link shows the claim “", &*claim, "”, which this page does not have."].concat();
            self.notices.push(Notice { parameter: None, message });
            self.watched.clear();
            self.is_unfolded = false;
        }
        self
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.past.iter().any(|before| !self.is_at(before))
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Where the page started, if a parameter is elsewhere now or has a range.
    #[must_use]
    pub fn start_of(&self, spec: &Spec) -> Option<f64> {
        let (start, now) = (self.base.get(spec.id)?, self.values.get(spec.id)?);
        (start != now || self.ranges.get(spec.id).is_some()).then_some(start)
    }

    fn place(&self) -> Place {
        (self.values.clone(), self.ranges.clone())
    }

    fn is_at(&self, place: &Place) -> bool {
        self.values == place.0 && self.ranges == place.1
    }

    /// Gives a parameter what is plausible of it as its range, or all that can
    /// have one if the id is empty; takes them back if they are there.
    fn doubt(&mut self, id: &str) {
        let all = self.ranges.clone().unsure(&self.values);
        let mut ranges = self.ranges.clone();
        if id.is_empty() {
            ranges = if all == ranges { Ranges::none(self.values.specs()) } else { all };
        } else if ranges.get(id).is_some() {
            ranges.clear(id);
        } else if let Some((low, high)) = all.get(id) {
            ranges.set(id, low, high);
        }
        self.ranges = ranges;
    }

    /// Takes what was typed, and says what was understood of it.
    fn take_typed(&mut self) {
        let Some(Typed { id, text: Some(text), .. }) = self.typed.take() else { return };
        let Some(spec) = self.values.specs().iter().find(|spec| spec.id == id) else { return };
        if text.contains('~') || text.contains(" to ") {
            let said = set(&mut self.values, &mut self.ranges, spec, &text).unwrap_or_default();
            self.answer(id);
            self.typed = Some(Typed { id, text: None, said });
            return;
        }
        let said = match spec.read(&text) {
            Some(entry) => {
                self.values.set(id, entry.value);
                self.ranges.clear(id);
                self.answer(id);
                outside(spec, entry.value).or_else(|| spec.understood(entry))
            }
            None => {
                let now = self.values.words(id).unwrap_or_default();
                Some(["“", &*shortened(&text), "” is not understood; it stays at ", &now, "."].concat())
            }
        };
        self.typed = Some(Typed { id, text: None, said: said.unwrap_or_default() });
    }

    /// Goes one step back or forward, to the last state there that is not the
    /// present one, and leaves the present for the other direction.
    fn step(&mut self, is_forward: bool) {
        let now = self.place();
        let (from, to) =
            if is_forward { (&mut self.future, &mut self.past) } else { (&mut self.past, &mut self.future) };
        while let Some(there) = from.pop() {
            if there != now {
                to.push(now);
                (self.values, self.ranges) = there;
                return;
            }
        }
    }

    /// A notice about a parameter has been answered once it is set.
    fn answer(&mut self, id: &str) {
        self.notices.retain(|notice| notice.parameter != Some(id));
    }

    /// The end of the address of this state, without `?`; empty where the
    /// page started.
    #[must_use]
    pub fn query(&self) -> String {
        self.query_with(&self.values, &self.ranges)
    }

    fn query_with(&self, values: &Values, ranges: &Ranges) -> String {
        let mut query = to_link(&self.base, values, ranges);
        let mut add = |key: &str, text: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(key);
            query.push_str(text);
        };
        if let Some(pinned) = &self.pinned {
            // What is encoded in it is encoded once more, like any value.
            let pin = to_query(&self.base, pinned).replace('%', "%25").replace('=', ":").replace('&', ",");
            add("pin=", &pin);
        }
        if !self.watched.is_empty() {
            add("claim=", &self.watched);
        }
        query
    }

    /// The address of this page with other values, and no doubt about the
    /// parameter of this id, relative to the page.
    #[must_use]
    pub fn address(&self, values: &Values, id: &str) -> String {
        let mut ranges = self.ranges.clone();
        ranges.clear(id);
        ["?", &self.query_with(values, &ranges)].concat()
    }
}

/// A sentence about a number outside the range of a parameter.
fn outside(spec: &Spec, number: f64) -> Option<String> {
    let (which, end) = match number {
        _ if number < spec.min() => ("smallest", spec.min()),
        _ if number > spec.max() => ("largest", spec.max()),
        _ => return None,
    };
    Some(["The ", which, " value is ", &*spec.words(end), "; that is used."].concat())
}

/// What a reader can do to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Set one parameter, within its range if it has one.
    Set(&'static str, f64),
    /// Give a parameter a range, whose middle is drawn; equal ends set it and
    /// take the range away.
    Range(&'static str, f64, f64),
    /// Be not sure of a parameter, or of all if the id is empty, or sure again.
    Doubt(String),
    /// Type into the field of one parameter.
    Type(&'static str, String),
    /// Go to another state, as a link or the back button says.
    Open(Box<Session>),
    /// Watch the claim of this id and unfold it, or fold it again.
    Watch(&'static str),
    /// Go back to where the page started.
    Reset,
    /// Let go of a control that has been set.
    LetGo,
    /// Pin the values to compare with.
    Pin,
    /// Forget what is pinned.
    Unpin,
    /// Exchange what is pinned and the present values.
    Swap,
    /// Begin a change: undo leads back to here.
    Begin,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = (*self).clone();
        match action {
            Action::Set(id, number) => {
                let within = session.ranges.get(id);
                session.typed = None;
                session.values.set(id, within.map_or(number, |(low, high)| number.clamp(low, high)));
                session.answer(id);
            }
            Action::Range(id, one, other) => {
                session.typed = None;
                session.ranges.set(id, one, other);
                // What is drawn stays as long as it lies between the ends.
                let drawn = session.ranges.get(id).zip(session.values.get(id));
                session.values.set(id, drawn.map_or(one, |((low, high), value)| value.clamp(low, high)));
                session.answer(id);
            }
            Action::Doubt(id) => session.doubt(&id),
            // Nothing is taken from half a text: it is read when the reader leaves it.
            Action::Type(id, text) => {
                session.typed = Some(Typed { id, text: Some(text), said: String::new() })
            }
            Action::Open(other) => {
                // The back button is the way of undo, too.
                let there = other.place();
                if session.past.last() == Some(&there) {
                    session.step(false);
                } else if session.future.last() == Some(&there) {
                    session.step(true);
                } else {
                    session.past.push(session.place());
                    session.future.clear();
                }
                return Rc::new(Self { past: session.past, future: session.future, ..*other });
            }
            Action::Watch(claim) => {
                session.is_unfolded = !(session.is_unfolded && session.watched == claim);
                session.watched = claim.to_owned();
            }
            Action::LetGo => session.take_typed(),
            Action::Pin => session.pinned = Some(session.values.clone()),
            Action::Unpin => session.pinned = None,
            Action::Swap => {
                if let Some(pinned) = &mut session.pinned {
                    std::mem::swap(pinned, &mut session.values);
                    session.ranges = Ranges::none(session.values.specs());
                }
            }
            Action::Begin => {
                if session.past.len() == MOST_STEPS {
                    session.past.remove(0);
                }
                session.past.push(session.place());
                return Rc::new(session);
            }
            Action::Undo => {
                session.step(false);
                return Rc::new(session);
            }
            Action::Redo => {
                session.step(true);
                return Rc::new(session);
            }
            Action::Reset => {
                session.values = session.base.clone();
                session.ranges = Ranges::none(session.values.specs());
                session.notices.clear();
            }
        }
        if !session.is_at(&self.place()) {
            session.future.clear();
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
        Spec::log("C", 1e-6, 1.0).percent().declared("c", "", 0.01),
    ];

    fn after(query: &str, actions: &[Action]) -> Rc<Session> {
        let session = Rc::new(Session::open(&Values::defaults(SPECS), query));
        actions.iter().fold(session, |session, action| session.reduce(action.clone()))
    }

    #[test]
    fn a_claim_that_the_page_does_not_have_is_said() {
        let claims: Vec<ClaimInfo> = crate::simulators::ALL[0].claims();
        let known = claims[2].id;
        let session = after(&["claim=", known].concat(), &[]).as_ref().clone().on(&claims);
        assert_eq!((&*session.watched, session.is_unfolded, session.notices.len()), (known, true, 0));
        let session = after("claim=no-such&a=0.3", &[]).as_ref().clone().on(&claims);
        assert_eq!((&*session.watched, session.is_unfolded), ("", false));
        let said = "The link shows the claim “no-such”, which this page does not have.";
        assert_eq!(session.notices.iter().map(|notice| &*notice.message).collect::<Vec<_>>(), [said]);
        assert_eq!(session.query(), "a=0.3");
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
    fn a_range_is_kept_around_its_value_and_taken_away_with_it() {
        let session = after("c=0.001~0.05", &[Action::Set("c", 0.5)]);
        assert_eq!(session.values.get("c"), Some(0.05), "a value stays within its range");
        assert_eq!(session.query(), "c=0.001~0.05~0.05");
        let session = after("c=0.001~0.05", &[Action::Range("c", 0.1, 0.01)]);
        assert_eq!(session.query(), "c=0.01~0.01~0.1", "what is drawn is never outside");
        let session = after("c=0.001~0.02~0.05", &[Action::Range("c", 0.002, 0.05)]);
        assert_eq!(session.query(), "c=0.002~0.02~0.05", "and stays where it was inside");
        let session = after("c=0.001~0.05", &[Action::Range("c", 0.25, 0.25)]);
        assert_eq!(session.query(), "c=0.25");
        let session = after("c=0.001~0.05", &[Action::Begin, Action::Reset, Action::Undo]);
        assert_eq!(session.query(), "c=0.001~0.05", "undo brings it back");
    }

    #[test]
    fn who_is_not_sure_is_sure_again_at_a_second_press() {
        static SPECS: &[Spec] = &[
            Spec::real("A", 0.0, 1.0, 0.1).plausible(0.2, 0.4).declared("a", "", 0.5),
            Spec::log("C", 1e-6, 1.0).plausible(1e-3, 0.1).declared("c", "", 0.01),
        ];
        let doubts = |ids: &[&str]| {
            let session = Rc::new(Session::open(&Values::defaults(SPECS), ""));
            ids.iter().fold(session, |session, id| session.reduce(Action::Doubt((*id).to_owned()))).query()
        };
        assert_eq!(doubts(&["a"]), "a=0.2~0.5~0.5", "its value lies within");
        assert_eq!(doubts(&["a", "a"]), "");
        assert_eq!(doubts(&[""]), "a=0.2~0.5~0.5&c=0.001~0.1");
        assert_eq!(doubts(&["c", ""]), "a=0.2~0.5~0.5&c=0.001~0.1", "the others, too");
        assert_eq!(doubts(&["", ""]), "");
        assert_eq!(doubts(&["no such"]), "");
    }

    /// A change of one parameter, as a reader makes it.
    fn change(number: f64) -> [Action; 3] {
        [Action::Begin, Action::Set("a", number), Action::LetGo]
    }

    #[test]
    fn undo_and_redo_go_from_change_to_change() {
        let changes = [&change(0.1)[..], &change(0.1), &change(0.2)].concat();
        let check = |steps: &[Action], expected: f64, can: (bool, bool)| {
            let session = after("", &[&changes, steps].concat());
            assert_eq!(session.values.get("a"), Some(expected), "{steps:?}");
            assert_eq!((session.can_undo(), session.can_redo()), can, "{steps:?}");
        };
        let (undo, redo) = (Action::Undo, Action::Redo);
        check(&[], 0.2, (true, false));
        check(std::slice::from_ref(&undo), 0.1, (true, true));
        check(&[undo.clone(), undo.clone()], 0.5, (false, true));
        check(&[undo.clone(), undo.clone(), undo.clone()], 0.5, (false, true));
        check(&[undo.clone(), undo.clone(), redo.clone()], 0.1, (true, true));
        check(&[undo.clone(), redo.clone(), redo], 0.2, (true, false));
        // A new change is the end of what could be made again.
        check(&[&[undo][..], &change(0.9)].concat(), 0.9, (true, false));
    }

    #[test]
    fn back_and_forward_are_undo_and_redo() {
        let session = after("", &change(0.1));
        let open = |query: &str| Action::Open(Box::new(Session::open(&session.base, query)));
        let back = session.clone().reduce(open(""));
        assert_eq!((back.can_undo(), back.can_redo()), (false, true));
        let forward = back.clone().reduce(open("a=0.1"));
        assert_eq!((forward.can_undo(), forward.can_redo()), (true, false));
        let elsewhere = back.reduce(open("a=0.9"));
        assert_eq!((elsewhere.can_undo(), elsewhere.can_redo()), (true, false));
    }

    #[test]
    fn what_is_typed_is_taken_when_the_field_is_left() {
        let typing = after("", &[Action::Type("a", "0.".to_owned())]);
        let half = typing.typed.clone().expect("it is being typed");
        assert_eq!((half.id, half.text.as_deref(), &*half.said), ("a", Some("0."), ""));
        assert_eq!(typing.values, typing.base);
        let check = |id: &'static str, text: &str, value: f64, said: &str| {
            let session = after("a=0.25&c=0.02", &[Action::Type(id, text.to_owned()), Action::LetGo]);
            let left = session.typed.clone().expect("its sentence stays");
            assert_eq!((session.values.get(id), left.text, &*left.said), (Some(value), None, said), "{text}");
        };
        check("a", "0.75", 0.75, "");
        check("a", "7", 1.0, "The largest value is 1; that is used.");
        check("a", "-1", 0.0, "The smallest value is 0; that is used.");
        check("a", "x", 0.25, "“x” is not understood; it stays at 0.25.");
        check("c", "5", 0.05, "taken as 5\u{a0}%");
        check("c", "0.05", 0.05, "taken as 5\u{a0}%");
        check("c", "5 %", 0.05, "");
        check("c", "1,5 %", 0.015, "taken as 1.5\u{a0}%");
        check("c", "500 %", 1.0, "The largest value is 100\u{a0}%; that is used.");
        assert_eq!(after("", &[Action::Type("a", "7".to_owned()), Action::Set("b", 1.0)]).typed, None);
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let changes: Vec<Action> = (0..150).flat_map(|step| change(f64::from(step) / 150.0)).collect();
        let undos = vec![Action::Undo; 200];
        let session = after("", &[changes, undos].concat());
        assert!(!session.can_undo());
        assert_eq!(session.future.len(), MOST_STEPS);
    }

    #[test]
    fn a_parameter_knows_where_it_started() {
        let session = after("a=0.25", &[]);
        assert_eq!((session.start_of(&SPECS[0]), session.start_of(&SPECS[1])), (Some(0.5), None));
    }

    #[test]
    fn what_is_pinned_is_in_the_address() {
        let session = after("a=0.25&b=1", &[Action::Pin, Action::Set("a", 0.5), Action::Set("b", 3.0)]);
        assert_eq!(session.query(), "pin=a:0.25,b:1");
        assert_eq!(after(&session.query(), &[]).pinned, session.pinned);
        assert_eq!(after("pin=a%3A0.25%2Cb%3A1", &[]).pinned, session.pinned);
        let swapped = session.clone().reduce(Action::Swap);
        assert_eq!(swapped.query(), "a=0.25&b=1&pin=");
        assert_eq!(after(&swapped.query(), &[]).pinned, Some(session.base.clone()));
        assert_eq!(swapped.reduce(Action::Unpin).query(), "a=0.25&b=1");
        assert_eq!(after("pin=a:7", &[]).notices.len(), 1);
    }

    #[test]
    fn the_address_says_what_is_watched() {
        let session = after("a=0.25", &[Action::Watch("soon")]);
        assert_eq!(session.query(), "a=0.25&claim=soon");
        assert_eq!(*after(&session.query(), &[]), *session);
        assert_eq!(session.address(&session.base, ""), "?claim=soon");
    }
}
