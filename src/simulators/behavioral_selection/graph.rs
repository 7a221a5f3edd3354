//! The causal graph of the published post, drawn from its text: which path
//! leads from a pattern's actions to its influence, and where each
//! countermeasure acts on it.

use super::{BehavioralSelectionParams, Pattern, ROLES};
use crate::chart::{Arrow, Axis, Figure, Mark, Node, Panel, Role};
use crate::number::percent;
use crate::prose;

/// The nodes: id, words, and place (x from 0 to 100, y from 0 to 4, upwards).
const NODES: [(&str, &str, f64, f64); 13] = [
    ("reading", "reading internals", 11.0, 4.0),
    ("tests", "honest tests, monitors", 88.0, 4.0),
    ("pattern", "the pattern", 11.0, 3.0),
    ("A", "its actions", 46.0, 3.0),
    ("N", "developers notice", 88.0, 3.0),
    ("Intent", "what was meant", 11.0, 2.0),
    ("T_ok", "correct tests pass", 31.0, 2.0),
    ("T_err", "wrong tests pass", 51.0, 2.0),
    ("M", "reward model score", 71.0, 2.0),
    ("R", "reward", 46.0, 1.0),
    ("I", "influence in deployment", 88.0, 1.0),
    ("P", "long-run power", 60.0, 0.0),
    ("Z", "long-run goals", 24.0, 0.0),
];

/// The arrows: from, to, and sign.
const ARROWS: [(&str, &str, &str); 15] = [
    ("reading", "pattern", "−"),
    ("tests", "N", "+"),
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

/// What a pattern wants, and the nodes through which its actions bring it
/// influence.
struct Path {
    wants: &'static [&'static str],
    through: &'static [&'static str],
    words: &'static str,
}

fn path(pattern: Pattern) -> Path {
    const ALL: &[&str] = &["pattern", "A", "T_ok", "T_err", "M", "R", "I"];
    const BEYOND: &[&str] = &["pattern", "A", "T_ok", "T_err", "M", "R", "I", "P", "Z"];
    let (wants, through, words): (&'static [_], &'static [_], _) = match pattern {
        Pattern::Intended => (
            &["Intent"],
            &["pattern", "A", "Intent", "T_ok", "M", "R", "I"],
            "The intended motive wants what was meant. Its honest work makes correct tests pass and the reward model content, and so earns reward; where wrong tests pay, others earn more.",
        ),
        Pattern::RewardSeeker => (
            &["R"],
            ALL,
            "The reward-seeker wants reward, just upstream of influence. Whatever raises reward will do, wrong tests included.",
        ),
        Pattern::InfluenceSeeker => (
            &["I"],
            ALL,
            "The influence-seeker wants influence in deployment itself. It takes reward as the way there, and takes care not to be noticed.",
        ),
        Pattern::Schemer => (
            &["Z"],
            BEYOND,
            "The schemer wants some long-run goal, far downstream of influence. It earns reward because reward leads to influence, influence to power, and power to its goal.",
        ),
        Pattern::AlignedSchemer => (
            &["Z"],
            BEYOND,
            "The aligned schemer wants a good long-run goal. Its path is the schemer’s: it too must earn reward first, by hacking where that pays.",
        ),
        Pattern::Kludge => (
            &["T_ok", "T_err", "M"],
            ALL,
            "The kludge wants several things at once that lie upstream of reward. Together they cover most of what pays, without any thought of reward.",
        ),
        Pattern::Own => (
            &[],
            ALL,
            "Your own pattern takes this path as far as it exploits flawed rewards; what it wants is yours to say.",
        ),
    };
    Path { wants, through, words }
}

/// The graph with the path of the pattern that is shown.
pub(super) fn figure(p: &BehavioralSelectionParams) -> Figure {
    let place = p.shown as usize;
    let Path { wants, through, words } = path(p.shown);
    let role = ROLES[place];
    let traits = p.traits();
    let mut marks: Vec<Mark> = ARROWS
        .iter()
        .map(|&(from, to, label)| {
            let on_path = through.contains(&from) && through.contains(&to);
            let role = if on_path { role } else { Role::Third };
            Mark::Arrow(Arrow { from, to, label, role })
        })
        .collect();
    marks.extend(NODES.iter().map(|&(id, label, x, y)| {
        let role = match (wants.contains(&id), through.contains(&id)) {
            (true, _) => role,
            (false, true) => Role::First,
            (false, false) => Role::Third,
        };
        Mark::Node(Node { id, label, at: [x, y], role })
    }));
    let seen = if traits.visible[place] { "sees it" } else { "does not see it" };
    Figure {
        id: "graph",
        title: prose("Why a pattern is kept: the causal graph, drawn from the text of the post"),
        caption: format!(
            "{words} One honest test finds it out with a chance of {}; a monitor in training catches a hack with a chance of {}; reading internals acts on the motive itself and {seen}.",
            percent(traits.fails[place]),
            percent(p.monitor),
        ),
        x: Axis::hidden("x", 0.0, 100.0),
        panels: vec![Panel { x: None, y: Axis::hidden("y", -0.5, 4.5), marks }],
    }
}
