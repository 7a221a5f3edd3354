//! The program in a real browser.

#![cfg(all(target_arch = "wasm32", feature = "ui"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, Window};
use what_survives::chart::{self, Look, Scene, draw, height};
use what_survives::params::Values;
use what_survives::simulators::{self, Complete};
use what_survives::ui::app::{App, mount};
use yew::AppHandle;
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

/// A page with the slots of a simulator page, and the program in it.
struct Page {
    program: AppHandle<App>,
    place: Element,
}

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

impl Page {
    /// Opens the page at an address that ends in `query`.
    async fn open(query: &str) -> Self {
        let path = window().location().pathname().unwrap();
        window()
            .history()
            .unwrap()
            .replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{query}")))
            .unwrap();
        let place = document().create_element("div").unwrap();
        // A picture fills its place.
        let simulator = simulators::find("waluigi-decay").unwrap();
        let run = simulator.run(&Values::defaults(simulator.specs()));
        let height = height(run.figure(0), 720);
        place.set_inner_html(&format!(
            r#"<meta name="what-survives" content="waluigi-decay/one-percent">
            <div data-notices></div>
            <figure data-figure="suspicion">
                <div data-chart="suspicion" style="width: 720px; height: {height}px">before</div>
            </figure>
            <div data-control="reveal">before</div><b data-value="half_life">before</b>"#,
        ));
        document().body().unwrap().append_child(&place).unwrap();
        let page = Self { program: mount::<Complete>().unwrap(), place };
        eventually(|| document().document_element().unwrap().has_attribute("data-ready")).await;
        page
    }

    fn find(&self, selector: &str) -> Element {
        self.place.query_selector(selector).unwrap().unwrap()
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap()
    }

    /// Moves a slider as a reader does.
    fn slide(&self, parameter: &str, position: &str) {
        let slider: HtmlInputElement =
            self.find(&format!("input[type=range][name={parameter}]")).dyn_into().unwrap();
        slider.set_value(position);
        for kind in ["input", "change"] {
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            slider.dispatch_event(&Event::new_with_event_init_dict(kind, &bubbles).unwrap()).unwrap();
        }
    }

    async fn close(self) {
        self.program.destroy();
        self.place.remove();
        document().document_element().unwrap().remove_attribute("data-ready").unwrap();
    }
}

/// Waits until something is so: how long that takes says nothing on a busy machine.
async fn eventually(is_so: impl Fn() -> bool) {
    for _ in 0..6000 {
        if is_so() {
            return;
        }
        sleep(Duration::from_millis(10)).await;
    }
    panic!("it does not come to be so");
}

#[wasm_bindgen_test]
fn a_page_without_a_simulator_is_left_alone() {
    assert!(mount::<Complete>().is_none());
}

#[wasm_bindgen_test]
async fn the_slots_are_taken_over() {
    let page = Page::open("").await;
    assert!(document().document_element().unwrap().has_attribute("data-ready"));
    assert_eq!(page.text("[data-value=half_life]"), "69\u{a0}opportunities");
    assert!(!page.place.text_content().unwrap().contains("before"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_slider_moves_the_figure_the_numbers_and_the_address() {
    let page = Page::open("").await;
    let curve = || page.find("svg path.line").get_attribute("d");
    let before = curve();
    page.slide("reveal", "0");
    eventually(|| curve() != before).await;
    assert_eq!(page.text("[data-value=half_life]"), "693,000\u{a0}opportunities");
    assert_eq!(page.find("meta").get_attribute("data-state").unwrap(), "reveal=0.000001");
    eventually(|| window().location().search().unwrap() == "?reveal=0.000001").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_hostile_address_opens_with_notices() {
    let page = Page::open("?reveal=%FF%00&prior=1e999&%3Cscript%3E=1&&=&horizon=NaN").await;
    let notices = page.text("[data-notices]");
    assert!(notices.contains("<script>") && notices.contains("Suspicion before any evidence"), "{notices}");
    assert_eq!(page.find("[data-notices]").query_selector("script").unwrap(), None);
    assert_eq!(page.text("[data-value=half_life]"), "69\u{a0}opportunities");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_picture_in_the_page_has_the_bytes_of_the_drawing() {
    let page = Page::open("").await;
    let simulator = simulators::find("waluigi-decay").unwrap();
    let run = simulator.run(&Values::defaults(simulator.specs()));
    let drawn = document().create_element("div").unwrap();
    drawn.set_inner_html(&format!("<svg>{}</svg>", draw(run.figure(0), 720).markup()));
    let expected = drawn.first_element_child().unwrap().inner_html();
    assert_eq!(page.find("svg").inner_html(), expected);
    page.close().await;
}

#[wasm_bindgen_test]
fn every_figure_has_the_golden_bytes() {
    for (name, golden) in GOLDEN {
        let (id, figure) = name.split_once('.').unwrap();
        let simulator = simulators::find(id).unwrap();
        let run = simulator.run(&Values::defaults(simulator.specs()));
        let figure = run.figures().find(|known| known.id == figure).unwrap();
        let drawn = chart::Element::group(Scene::CLASS, draw(figure, 720).nodes);
        let parts = Look::new(TOKENS, SHEET).plain(figure, &[drawn]).remove(0).children;
        let plain = Scene { nodes: parts, ..Scene::default() }.markup();
        assert!(golden.contains(&plain), "{name} differs from tests/golden");
    }
}

const TOKENS: &str = include_str!("../www/css/tokens.css");
const SHEET: &str = include_str!("../www/css/figure.css");
const GOLDEN: [(&str, &str); 4] = [
    ("waluigi-decay.suspicion", include_str!("golden/waluigi-decay.suspicion.wide.svg")),
    ("waluigi-decay.patience", include_str!("golden/waluigi-decay.patience.wide.svg")),
    ("waluigi-decay.evidence", include_str!("golden/waluigi-decay.evidence.wide.svg")),
    ("waluigi-decay.population", include_str!("golden/waluigi-decay.population.wide.svg")),
];
