//! What the page shows, said to the outside: at once in the page's `<meta>`,
//! where everything else reads it, and later in the address bar. The only part
//! of the program that touches the address.
//!
//! Each change has one entry in the history, so that "back" undoes it; while it
//! goes on, the entry follows when the reader rests. Browsers may refuse any of
//! that: then it is tried again, and nothing depends on it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::{Element, window};

/// The state of the page. Before there is one, what is asked for.
const STATE: &str = "data-state";

/// What stands in the address beside the state, where somebody else says what
/// is asked for, and the history belongs to the page around.
const KEEP: &str = "data-keep";

/// How long a reader rests before the address follows, and how far apart its
/// changes are at least. Browsers refuse more than 100 in 30 seconds, and some
/// fetch the icon of the page again at each.
const PAUSE_MS: u32 = 350;

/// How long after a refusal it is tried again.
const RETRY_MS: u32 = 1000;

/// Key presses on one control this close together count as one change.
const SAME_CHANGE_MS: f64 = 1000.0;

/// The state that the page is asked to show, as the end of a link.
#[must_use]
pub fn asked() -> String {
    said(KEEP).and_then(|_| said(STATE)).unwrap_or_else(address)
}

/// The part of the address after `?`.
fn address() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    let search = location.search().unwrap_or_default();
    let fragment = location.hash().ok().filter(|fragment| is_query(fragment)).unwrap_or_default();
    [search.trim_start_matches('?'), &*fragment].concat()
}

/// Whether what a browser takes for the place within the page is more of the
/// link: `&#38;` is what somebody once wrote for `&`.
fn is_query(fragment: &str) -> bool {
    fragment.contains(';')
}

/// Keeps what is said of the state true.
#[derive(Clone)]
pub struct Link(Rc<RefCell<Inner>>);

struct Inner {
    /// What is being changed, and whether it has its history entry already.
    change: Option<Change>,
    /// The state.
    query: String,
    /// The end of the address, as far as it is ours.
    address: String,
    written_at: f64,
    /// The write that waits for its time; cancelled when dropped.
    waiting: Option<Timeout>,
}

struct Change {
    what: &'static str,
    pushed: bool,
    finished_at: Option<f64>,
}

impl Link {
    /// For a page that shows what it is asked to.
    #[must_use]
    pub fn start() -> Self {
        Self(Rc::new(RefCell::new(Inner {
            change: None,
            query: asked(),
            address: address(),
            written_at: f64::NEG_INFINITY,
            waiting: None,
        })))
    }

    /// The reader changes something; the next [`Link::follow`] belongs to it.
    /// Whether that is a new change, and not more of the last one.
    pub fn begin(&self, what: &'static str) -> bool {
        if let Some(change) = &mut self.0.borrow_mut().change {
            let is_same = change.what == what;
            if is_same && change.finished_at.is_none_or(|at| now() - at < SAME_CHANGE_MS) {
                change.finished_at = None;
                return false;
            }
        }
        // The entry of the last change should lead to where it ended.
        self.settle();
        self.0.borrow_mut().change = Some(Change { what, pushed: false, finished_at: None });
        true
    }

    /// The reader has let go.
    pub fn finish(&self) {
        if let Some(change) = &mut self.0.borrow_mut().change {
            change.finished_at = Some(now());
        }
        if self.0.borrow().is_time() {
            self.settle();
        }
    }

    /// Says that the state is this one.
    pub fn follow(&self, query: &str) {
        if let Some(place) = place() {
            let _ = place.set_attribute(STATE, query);
        }
        let mut inner = self.0.borrow_mut();
        query.clone_into(&mut inner.query);
        inner.wait(PAUSE_MS, Rc::downgrade(&self.0));
        let is_turn =
            inner.change.as_ref().is_some_and(|change| !change.pushed || change.finished_at.is_some());
        if is_turn && inner.is_time() {
            inner.write(Rc::downgrade(&self.0));
        }
    }

    /// Calls back with the state to go to whenever the reader goes back or
    /// forward, and writes what waits when the page may be left; for as long as
    /// what is returned is kept.
    #[must_use]
    pub fn listen(&self, travel: impl Fn(String) + 'static) -> Option<[EventListener; 3]> {
        let window = window()?;
        let settle = |kind: &'static str| {
            let link = self.clone();
            EventListener::new(&window, kind, move |_| link.settle())
        };
        let link = self.clone();
        let travels = EventListener::new(&window, "popstate", move |_| {
            if let Some(query) = link.travelled() {
                travel(query);
            }
        });
        Some([travels, settle("pagehide"), settle("visibilitychange")])
    }

    /// The state to go to, if it is another one: a link to a place within the
    /// page is no way back to a state that the address lags behind.
    fn travelled(&self) -> Option<String> {
        let inner = &mut *self.0.borrow_mut();
        let known = if said(KEEP).is_some() { &mut inner.query } else { &mut inner.address };
        let asked = asked();
        if asked == *known {
            return None;
        }
        known.clone_from(&asked);
        inner.waiting = None;
        Some(asked)
    }

    /// Writes at once what waits.
    fn settle(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.waiting.is_some() {
            inner.write(Rc::downgrade(&self.0));
        }
    }
}

impl Inner {
    /// Whether the last write is long enough ago.
    fn is_time(&self) -> bool {
        now() - self.written_at >= f64::from(PAUSE_MS)
    }

    /// Writes later, and not before.
    fn wait(&mut self, pause: u32, link: Weak<RefCell<Self>>) {
        self.waiting = Some(Timeout::new(pause, move || {
            if let Some(inner) = link.upgrade() {
                inner.borrow_mut().write(link);
            }
        }));
    }

    /// Writes the state into the address, unless it is there already.
    fn write(&mut self, link: Weak<RefCell<Self>>) {
        self.waiting = None;
        let keep = said(KEEP);
        let push = keep.is_none() && self.change.as_ref().is_some_and(|change| !change.pushed);
        let mut address = self.query.clone();
        if let Some(keep) = keep.filter(|keep| !keep.is_empty()) {
            if !address.is_empty() {
                address.push('&');
            }
            address.push_str(&keep);
        }
        if address == self.address {
            return;
        }
        self.written_at = now();
        if write(&address, push).is_none() {
            self.wait(RETRY_MS, link);
            return;
        }
        self.address = address;
        if let Some(change) = &mut self.change {
            change.pushed = true;
        }
    }
}

/// Writes the end of the address, into a new entry of the history or into the
/// present one. `None` if the browser refuses.
fn write(query: &str, push: bool) -> Option<()> {
    let window = window()?;
    let (history, location) = (window.history().ok()?, window.location());
    let path = location.pathname().ok()?;
    let fragment = location.hash().ok().filter(|fragment| !is_query(fragment)).unwrap_or_default();
    let question = if query.is_empty() { "" } else { "?" };
    let address = [&*path, question, query, &*fragment].concat();
    let written = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    written.ok()
}

/// The element that names the page's simulator and preset.
fn place() -> Option<Element> {
    window()?.document()?.query_selector("meta[name=what-survives]").ok()?
}

/// What an attribute of it says.
fn said(attribute: &str) -> Option<String> {
    place()?.get_attribute(attribute)
}

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
