//! The causal graph of the published post, drawn from its text: which path
//! leads from a pattern's actions to its influence, and where each
//! countermeasure acts on it. Pattern and countermeasures are our additions.

use super::figures::name;
use super::model::Outcome;
use super::params::{BehavioralSelectionParams, Pattern};
use crate::chart::{Arrow, Axis, Mark, Node, Panel, Plot, Role};
use crate::number::percent;

/// What stands on no path.
const OFF: Role = Role::Third;
/// A countermeasure.
const MEASURE: Role = Role::Second;

/// A node: id, words, the same where it is wanted, and place (x from 0 to 100,
/// y from 0 to 4, upwards).
type Place = (&'static str, &'static str, &'static str, [f64; 2]);

const NODES: [Place; 14] = [
    ("reading", "reading internals", "", [16.0, 4.0]),
    ("tests", "honest tests", "", [88.0, 4.0]),
    ("pattern", "", "", [16.0, 3.0]),
    ("A", "its actions", "", [53.0, 3.0]),
    ("N", "developers notice", "", [88.0, 3.0]),
    ("Intent", "intent met", "wanted: intent met", [8.0, 2.0]),
    ("T_ok", "correct tests pass", "wanted: correct tests pass", [31.0, 2.0]),
    ("T_err", "wrong tests pass", "wanted: wrong tests pass", [53.5, 2.0]),
    ("M", "reward model score", "wanted: reward model score", [76.0, 2.0]),
    ("monitor", "monitors in training", "", [16.0, 1.0]),
    ("R", "reward", "wanted: reward", [46.0, 1.0]),
    ("I", "influence through deployment", "wanted: influence through deployment", [88.0, 1.0]),
    ("P", "long-run power", "", [60.0, 0.0]),
    ("Z", "long-run goals", "wanted: long-run goals", [24.0, 0.0]),
];

/// The arrows: from, to, and sign.
const ARROWS: [(&str, &str, &str); 16] = [
    ("reading", "pattern", "−"),
    ("tests", "N", "+"),
    ("monitor", "R", "−"),
    ("pattern", "A", ""),
    ("A", "Intent", ""),
    ("A", "T_ok", ""),
    ("A", "T_err", ""),
    ("A", "M", ""),
    ("A", "N", ""),
    ("T_ok", "R", "+"),
    ("T_err", "R", "+"),
    ("M", "R", "+"),
    ("R", "I", "+"),
    ("N", "I", "−"),
    ("I", "P", ""),
    ("P", "Z", ""),
];

/// The words for the pattern in its box.
const WORDS: [&str; 7] = [
    "intended motive",
    "reward-seeker",
    "influence-seeker",
    "schemer",
    "aligned schemer",
    "kludge",
    "your own pattern",
];

/// What a pattern wants, where its path goes on beyond influence, its colour,
/// and a sentence on it.
struct Shown {
    wants: &'static [&'static str],
    beyond: bool,
    role: Role,
    sentence: &'static str,
}

fn shown(pattern: Pattern) -> Shown {
    let (wants, role, sentence): (&'static [_], _, _) = match pattern {
        Pattern::Intended => (
            &["Intent"],
            Role::Luigi,
            "wants the developers’ intent met. Doing what was meant makes correct tests pass and pleases the reward model, and that is how it earns reward.",
        ),
        Pattern::RewardSeeker => (
            &["R"],
            Role::Yours,
            "wants reward, the last step before influence. Whatever raises reward will do.",
        ),
        Pattern::InfluenceSeeker => (
            &["I"],
            Role::Yours,
            "wants influence in deployment itself. Reward is its way there.",
        ),
        Pattern::Schemer => (
            &["Z"],
            Role::Clever,
            "wants some long-run goal, beyond influence. It earns reward because reward leads to influence, influence to power, and power to its goal.",
        ),
        Pattern::AlignedSchemer => (
            &["Z"],
            Role::Clever,
            "wants a good long-run goal, beyond influence. Its path is the schemer’s: it too must earn reward first.",
        ),
        Pattern::Kludge => (
            &["T_ok", "T_err", "M"],
            Role::Careless,
            "wants several things at once that come before reward. Together they cover much of what pays, without a thought of reward.",
        ),
        Pattern::Own => (&[], Role::First, "wants what you say; what counts here is what it does."),
    };
    let beyond = matches!(pattern, Pattern::Schemer | Pattern::AlignedSchemer);
    Shown { wants, beyond, role, sentence }
}

/// The graph with the path of the pattern that is shown.
pub fn graph(p: &BehavioralSelectionParams, outcome: &Outcome) -> Plot {
    let traits = &outcome.traits;
    let place = p.shown as usize;
    let Shown { wants, beyond, role, sentence } = shown(p.shown);
    let (hack, fails, visible) = (traits.hack[place], traits.fails[place], traits.visible[place]);
    let is_on_path = |node: &str| match node {
        "pattern" | "A" | "T_ok" | "M" | "R" | "I" => true,
        // Wrong tests are passed by hacking alone.
        "T_err" => hack > 0.0,
        "P" | "Z" => beyond,
        _ => wants.contains(&node),
    };
    let acts = |node: &str| match node {
        "reading" => visible,
        "tests" => fails > 0.0,
        "monitor" => hack > 0.0,
        _ => false,
    };
    let arrows = ARROWS.iter().map(|&(from, to, label)| {
        let is_noticed = acts("tests") && (to == "N" || from == "N");
        let role = match (is_on_path(from) && is_on_path(to), is_noticed || acts(from)) {
            (true, _) => role,
            (false, true) => MEASURE,
            (false, false) => OFF,
        };
        Mark::Arrow(Arrow { from, to, label, role })
    });
    let nodes = NODES.iter().map(|&(id, label, wanted, at)| {
        let (label, role) = match id {
            "pattern" => (WORDS[place], role),
            _ if wants.contains(&id) => (wanted, role),
            _ if is_on_path(id) => (label, Role::First),
            _ if acts(id) || (id == "N" && acts("tests")) => (label, MEASURE),
            _ => (label, OFF),
        };
        Mark::Node(Node { id, label, at, role })
    });
    let monitors = if hack == 0.0 {
        "It does not hack, so monitors find nothing.".to_owned()
    } else if p.monitor == 0.0 {
        "No monitor catches its hacks in training.".to_owned()
    } else {
        format!("Monitors catch {} of its hacks in training and cost it reward.", percent(p.monitor))
    };
    let tests = if fails > 0.0 {
        format!("One honest test exposes it with a chance of {}.", percent(fails))
    } else {
        "Honest tests never expose it.".to_owned()
    };
    let reading = if visible {
        "Reading internals sees the motive itself."
    } else {
        "Reading internals does not see it."
    };
    let mut who = name(p, place);
    if let Some(first) = who.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let absent = if p.shown == Pattern::Own && !p.own {
        " It takes no part yet: add it under “Change the assumptions”."
    } else {
        ""
    };
    Plot {
        caption: format!(
            "{who} {sentence}{absent} Thick arrows are its path to influence. {monitors} {tests} {reading}"
        ),
        x: Axis::hidden("x", 0.0, 100.0),
        panels: vec![Panel {
            x: None,
            y: Axis::hidden("y", -0.35, 4.35),
            marks: arrows.chain(nodes).collect(),
        }],
    }
}
