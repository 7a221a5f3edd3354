//! What is done when the page is still: what is out of sight is drawn, then
//! the state is surveyed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, window};
use yew::prelude::UseForceUpdateHandle;

use crate::explore::{Findings, Progress, Survey};
use crate::params::Values;
use crate::simulator::AnySimulator;

/// How long the page must be still before this begins, in milliseconds.
const PAUSE_MS: u32 = 60;

/// Marks what still shows a state before the present one, in part at least.
pub const STALE: &str = "data-stale";

/// How long one slice of a survey may take.
const SLICE_MS: f64 = 4.0;

/// What is known around the state of a page: nothing at first, more and more
/// while the page is still.
#[derive(Default)]
pub struct Surveyor {
    worker: Option<Rc<Worker>>,
    findings: Rc<RefCell<Option<Rc<Findings>>>>,
}

struct Worker {
    simulator: &'static dyn AnySimulator,
    /// The places of the pictures, and how many need not wait any longer;
    /// nothing else that is out of sight need, from the first on.
    hosts: Rc<Vec<(Element, usize)>>,
    late: Cell<usize>,
    /// The state, and the claim that comes first.
    about: (Values, usize),
    survey: RefCell<Survey>,
    /// Whether something was found that the page does not show yet.
    has_found: Cell<bool>,
    next: RefCell<Option<Timeout>>,
    findings: Rc<RefCell<Option<Rc<Findings>>>>,
    page: UseForceUpdateHandle,
}

impl Surveyor {
    /// What is known; the page is drawn again when that becomes more. When the
    /// state changes, the survey under way is dropped and another begins; what
    /// was known stays until something newer is.
    pub fn follow(
        &mut self,
        simulator: &'static dyn AnySimulator,
        values: &Values,
        watched: usize,
        hosts: &Rc<Vec<(Element, usize)>>,
        page: &UseForceUpdateHandle,
    ) -> Option<Rc<Findings>> {
        let is_new =
            self.worker.as_ref().is_none_or(|worker| worker.about.0 != *values || worker.about.1 != watched);
        if is_new {
            let worker = Rc::new(Worker {
                simulator,
                hosts: hosts.clone(),
                late: Cell::default(),
                about: (values.clone(), watched),
                survey: RefCell::new(Survey::new(simulator, values, watched)),
                has_found: Cell::default(),
                next: RefCell::default(),
                findings: self.findings.clone(),
                page: page.clone(),
            });
            worker.go_on_in(PAUSE_MS);
            // The one before goes, and its timer with it.
            self.worker = Some(worker);
        }
        self.findings.borrow().clone()
    }

    /// How many of the pictures are drawn also where they are out of sight.
    /// None while the page is moving: then everything out of sight waits.
    pub fn late(&self) -> usize {
        self.worker.as_ref().map_or(0, |worker| worker.late.get())
    }
}

impl Worker {
    fn go_on_in(self: &Rc<Self>, pause_ms: u32) {
        let worker = Rc::downgrade(self);
        let slice = Timeout::new(pause_ms, move || {
            if let Some(worker) = worker.upgrade() {
                worker.slice();
            }
        });
        self.next.replace(Some(slice));
    }

    fn slice(self: &Rc<Self>) {
        // What is out of sight comes first; a picture takes a slice of its own.
        if self.late.get() < usize::MAX {
            let waiting = self.hosts.iter().position(|(host, _)| host.has_attribute(STALE));
            self.late.set(waiting.map_or(usize::MAX, |at| at + 1));
            self.page.force_update();
            return self.go_on_in(0);
        }
        // What was found is drawn in a slice of its own.
        if self.has_found.take() {
            self.page.force_update();
            return self.go_on_in(0);
        }
        let end = now() + SLICE_MS;
        loop {
            let progress = self.survey.borrow_mut().step(self.simulator);
            match progress {
                Progress::Done => return,
                Progress::Part => {
                    let findings = self.survey.borrow().findings().clone();
                    self.findings.replace(Some(Rc::new(findings)));
                    self.has_found.set(true);
                    break;
                }
                Progress::More if now() > end => break,
                Progress::More => {}
            }
        }
        self.go_on_in(0);
    }
}

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
