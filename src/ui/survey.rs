//! The survey of a state, made while the page is idle.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::window;
use yew::prelude::*;

use super::app::Known;
use crate::explore::{Findings, Progress, Survey};
use crate::params::Values;

/// How long the page must be still before a survey begins, in milliseconds.
const PAUSE_MS: u32 = 60;

/// How long one slice of it may take.
const SLICE_MS: f64 = 6.0;

/// What is known around a state: nothing at first, more and more while the
/// page is idle. When the state changes, the survey under way is dropped and
/// another begins; what was known stays until something newer is.
#[hook]
pub fn use_survey(simulator: Known, values: &Values, watched: usize) -> Option<Rc<Findings>> {
    let findings = use_state(|| None::<Rc<Findings>>);
    {
        let findings = findings.clone();
        use_effect_with((values.clone(), watched), move |(values, watched)| {
            let survey = Survey::new(simulator.0, values, *watched);
            let worker = Rc::new(Worker {
                simulator,
                survey: RefCell::new(survey),
                next: RefCell::new(None),
                report: Callback::from(move |found| findings.set(Some(Rc::new(found)))),
            });
            worker.clone().go_on_in(PAUSE_MS);
            // Dropping the timer stops the survey.
            move || drop(worker.next.take())
        });
    }
    (*findings).clone()
}

struct Worker {
    simulator: Known,
    survey: RefCell<Survey>,
    next: RefCell<Option<Timeout>>,
    report: Callback<Findings>,
}

impl Worker {
    fn go_on_in(self: Rc<Self>, pause_ms: u32) {
        let worker = Rc::downgrade(&self);
        let slice = Timeout::new(pause_ms, move || {
            if let Some(worker) = worker.upgrade() {
                worker.slice();
            }
        });
        self.next.replace(Some(slice));
    }

    fn slice(self: Rc<Self>) {
        let end = now() + SLICE_MS;
        loop {
            let progress = self.survey.borrow_mut().step(self.simulator.0);
            match progress {
                Progress::Done => return,
                Progress::Part => {
                    let findings = self.survey.borrow().findings().clone();
                    self.report.emit(findings);
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
