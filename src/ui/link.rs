//! The address bar: the only part of the program that touches it.
//!
//! While a reader drags, the address follows by replacement; each finished
//! change leaves one entry in the history, so that "back" undoes it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::window;

/// Browsers refuse more than about 100 address changes in ten seconds, and some
/// fetch the icon of the page again at each.
const SHORTEST_PAUSE_MS: f64 = 250.0;

/// Key presses on one control this close together count as one change.
const SAME_CHANGE_MS: f64 = 1000.0;

/// The part of the address after `?`.
#[must_use]
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Calls back whenever the reader goes back or forward.
pub fn on_travel(callback: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "popstate", move |_| callback()))
}

/// Keeps the address true to the state.
#[derive(Clone, Default)]
pub struct Link(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    /// What is being changed, and whether it has its history entry already.
    change: Option<Change>,
    written_at: f64,
    /// The write that waits for the pause to be over; cancelled when dropped.
    waiting: Option<Timeout>,
}

struct Change {
    what: &'static str,
    pushed: bool,
    finished_at: Option<f64>,
}

impl Link {
    /// The reader changes something; the next [`Link::follow`] belongs to it.
    /// Whether that is a new change, and not more of the last one.
    pub fn begin(&self, what: &'static str) -> bool {
        let mut inner = self.0.borrow_mut();
        let goes_on = inner.change.as_ref().is_some_and(|change| {
            change.what == what && change.finished_at.is_none_or(|at| now() - at < SAME_CHANGE_MS)
        });
        if goes_on {
            if let Some(change) = &mut inner.change {
                change.finished_at = None;
            }
        } else {
            inner.change = Some(Change { what, pushed: false, finished_at: None });
        }
        !goes_on
    }

    /// The reader has let go.
    pub fn finish(&self) {
        if let Some(change) = &mut self.0.borrow_mut().change {
            change.finished_at = Some(now());
        }
    }

    /// Writes the state's query into the address, unless it is there already.
    pub fn follow(&self, query: &str) {
        let mut inner = self.0.borrow_mut();
        inner.waiting = None;
        if self::query().trim_start_matches('?') == query {
            return;
        }
        let push = match &mut inner.change {
            Some(change) => !std::mem::replace(&mut change.pushed, true),
            None => false,
        };
        let pause = inner.written_at + SHORTEST_PAUSE_MS - now();
        if push || pause <= 0.0 {
            write(query, push);
            inner.written_at = now();
        } else {
            let (this, query) = (self.clone(), query.to_owned());
            inner.waiting = Some(Timeout::new(pause as u32 + 1, move || {
                write(&query, false);
                this.0.borrow_mut().written_at = now();
            }));
        }
    }
}

/// Where an address cannot be written (some frames), the page works without.
fn write(query: &str, push: bool) {
    let Some(window) = window() else { return };
    let (Ok(history), location) = (window.history(), window.location()) else { return };
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let question = if query.is_empty() { "" } else { "?" };
    let address = format!("{path}{question}{query}{fragment}");
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
