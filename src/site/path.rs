//! The reading path: all pages in the order of the registry, in three chapters,
//! and from each page one way on.

use yew::prelude::*;

use super::parts::filled;
use crate::params::Values;
use crate::simulator::{AnySimulator, Run};
use crate::simulators::ALL;
use crate::ui::carry;

/// Some pages that follow one another and make one thought.
pub struct Chapter {
    /// Its name.
    pub name: &'static str,
    /// What its pages are about, in one sentence.
    pub about: &'static str,
    /// The simulator that it begins with; the next chapter ends it.
    first: &'static str,
}

/// The chapters, in the order of reading.
pub const CHAPTERS: [Chapter; 3] = [
    Chapter {
        name: "What good behaviour proves",
        about: "A good record is evidence, and how much it says depends on what a pretender would have done.",
        first: "waluigi-decay",
    },
    Chapter {
        name: "What training makes",
        about: "Training pays for what it sees; what it leaves inside depends on what was read, when, and what was caught.",
        first: "alignment-pretraining",
    },
    Chapter {
        name: "Who decides, and what holds",
        about: "What people work on, check and correct, and what keeps a mind in check when nobody is looking.",
        first: "legibility",
    },
];

impl Chapter {
    /// Its pages.
    pub fn simulators(&self) -> &'static [&'static dyn AnySimulator] {
        let start = |id| ALL.iter().position(|simulator| simulator.info().id == id).unwrap_or(ALL.len());
        let starts = CHAPTERS.iter().map(|chapter| start(chapter.first));
        let from = start(self.first);
        &ALL[from..starts.filter(|&other| other > from).min().unwrap_or(ALL.len())]
    }
}

/// The way from one page to the next.
struct Step {
    /// The simulator whose page it leads on from.
    from: &'static str,
    /// The page it leads to, with the numbers that mean the same on both, as in
    /// a text: `simulator?parameter=id`.
    to: &'static str,
    /// Why one would go there, in one sentence.
    why: &'static str,
}

/// One step for each page but the last.
const STEPS: [Step; 13] = [
    Step {
        from: "waluigi-decay",
        to: "clever-waluigi?reveal=reveal&horizon=horizon",
        why: "Silence counts only if there was a real chance to turn: how much is the same record worth if the AI knows when it is tested?",
    },
    Step {
        from: "clever-waluigi",
        to: "treacherous-turn?rival_share=clever_share",
        why: "A clever pretender picks its moment: among other AIs that are pretenders as often as you now believe, when does it come?",
    },
    Step {
        from: "treacherous-turn",
        to: "alignment-pretraining",
        why: "So far the pretender was simply there; the next pages ask where one would come from, and begin with what a model reads.",
    },
    Step {
        from: "alignment-pretraining",
        to: "luther-pascal",
        why: "Reading is only the first stage of training, and a lesson may do less once the model sees that it is being taught.",
    },
    Step {
        from: "luther-pascal",
        to: "behavioral-selection",
        why: "There were two characters here; with five motives and rewards that can be cheated, which of them does training keep?",
    },
    Step {
        from: "behavioral-selection",
        to: "inoculation",
        why: "One lever there was to say in the prompt that cheating is fine; how can that make a model cheat less?",
    },
    Step {
        from: "inoculation",
        to: "oversight",
        why: "Instead of allowing the cheating you can try to catch it, and then it matters whether you watch what is done or read how it is computed.",
    },
    Step {
        from: "oversight",
        to: "persuasion",
        why: "Cheating that is caught may only learn to hide; the same question about talking people into things.",
    },
    Step {
        from: "persuasion",
        to: "legibility",
        why: "Training reached what people notice, and so does work on safety: is it spent well there?",
    },
    Step {
        from: "legibility",
        to: "secret-deployment",
        why: "Visible problems can hold a release back; what happens to the systems that are not released?",
    },
    Step {
        from: "secret-deployment",
        to: "corrigible-window",
        why: "The worry was an AI that nobody outside can check; the other plan is to build one that people can correct.",
    },
    Step {
        from: "corrigible-window",
        to: "value-conflict",
        why: "Would it let itself be corrected? A model that resists may be plotting, or may only mind what it would become.",
    },
    Step {
        from: "value-conflict",
        to: "commons",
        why: "A mind that is torn, and does not plot, can be held as people hold one another, by several safeguards at once.",
    },
];

/// The end of a page: where to read on. The last page leads to the statements.
pub fn next(simulator: &dyn AnySimulator, values: &Values, run: &Run) -> Html {
    let id = simulator.info().id;
    let Some(step) = STEPS.iter().find(|step| step.from == id) else {
        return onward(
            "This was the last of the fourteen; their sources can be read the other way round, sentence by sentence.",
            html! { <a href="./statements/">{ "Which statement became which number?" }</a> },
        );
    };
    let to = step.to.split('?').next().unwrap_or_default();
    let question = ALL.iter().map(|other| other.info()).find(|info| info.id == to).map(|info| info.question);
    let readout = |id: &str| run.readouts.iter().find(|readout| readout.id == id);
    let number = |id: &str| readout(id).map_or_else(|| values.get(id), |readout| readout.value);
    let link = match carry::address(step.to, number) {
        Some(address) => {
            html! { <a data-carry={step.to} href={format!("./{address}")}>{ question }</a> }
        }
        None => html! { <a href={format!("./{to}/")}>{ question }</a> },
    };
    onward(step.why, link)
}

fn onward(why: &'static str, link: Html) -> Html {
    html! {
        <nav class="next prose" data-next="" data-sight="" aria-labelledby="next">
            <h2 id="next">{ "Next" }</h2>
            <p>{ why }</p>
            <p class="question">{ link }</p>
        </nav>
    }
}

/// What a page teaches, with the numbers that it opens with.
pub fn lesson(simulator: &dyn AnySimulator, values: &Values, run: &Run) -> Html {
    filled(simulator.lesson(), |id| html! { <b>{ run.words(values, id) }</b> })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::from_query;
    use crate::simulators::find;

    #[test]
    fn the_chapters_hold_all_pages_in_their_order() {
        let ids = |list: &[&dyn AnySimulator]| -> Vec<&str> {
            list.iter().map(|simulator| simulator.info().id).collect()
        };
        let read: Vec<_> = CHAPTERS.iter().map(|chapter| ids(chapter.simulators())).collect();
        assert_eq!(read.concat(), ids(ALL));
        assert!(read.iter().all(|chapter| chapter.len() >= 3), "{read:?}");
    }

    #[test]
    fn every_page_leads_on_to_the_one_after_it() {
        let way = |step: &Step| (step.from, step.to.split('?').next().unwrap_or_default());
        let pairs = ALL.windows(2).map(|pair| (pair[0].info().id, pair[1].info().id));
        assert_eq!(STEPS.iter().map(way).collect::<Vec<_>>(), pairs.collect::<Vec<_>>());
        let is_sentence = |why: &str| why.ends_with(['.', '?']) && why.chars().count() < 150;
        assert_eq!(STEPS.iter().find(|step| !is_sentence(step.why)).map(|step| step.why), None);
    }

    #[test]
    fn carried_numbers_exist_on_both_pages_and_have_the_same_unit() {
        let mut carried = 0;
        for step in &STEPS {
            let (to, numbers) = step.to.split_once('?').unwrap_or((step.to, ""));
            let [from, to] = [step.from, to].map(|id| find(id).expect("a simulator"));
            let opening = Values::defaults(from.specs());
            let run = from.run(&opening);
            for pair in numbers.split('&').filter(|pair| !pair.is_empty()) {
                let (parameter, source) = pair.split_once('=').expect("a parameter and where it comes from");
                let spec =
                    |specs: &'static [crate::params::Spec], id: &str| specs.iter().find(|spec| spec.id == id);
                let target = spec(to.specs(), parameter).expect(pair);
                let here = run.readouts.iter().find(|readout| readout.id == source);
                let unit =
                    here.map(|readout| readout.unit).or(spec(from.specs(), source).map(|spec| spec.unit));
                assert_eq!(unit, Some(target.unit), "{}: {pair}", step.from);
                carried += 1;
            }
            // What the page opens with is legal on the next one, as it is.
            let number = |id: &str| {
                run.readouts
                    .iter()
                    .find(|readout| readout.id == id)
                    .map_or_else(|| opening.get(id), |it| it.value)
            };
            if let Some(address) = carry::address(step.to, number) {
                let query = address.split_once('?').map_or("", |(_, query)| query);
                assert_eq!(from_query(&Values::defaults(to.specs()), query).1, [], "{address}");
            }
        }
        assert!(carried > 2, "{carried}");
    }

    #[test]
    fn every_lesson_is_true_as_its_page_opens() {
        for simulator in ALL {
            let run = simulator.run(&Values::defaults(simulator.specs()));
            assert!(run.lesson_is_true && !simulator.lesson().is_empty(), "{}", simulator.info().id);
        }
    }
}
