//! The causal graph of the published post, drawn from its text: how what an AI
//! does leads to its influence, and which node each motive wants.

use super::model::Outcome;
use super::params::BehavioralSelectionParams as Params;
use super::patterns::{INTENDED, KLUDGE, REWARD_SEEKER, ROLES, SCHEMER};
use crate::chart::{Arrow, Axis, Mark, Node, Panel, Plot, Role};

/// A node: id, words, and place (x from 0 to 100, y from 0 to 3, upwards).
type Place = (&'static str, &'static str, [f64; 2]);

/// The nodes of the post.
const NODES: [Place; 10] = [
    ("A", "its actions", [58.0, 3.0]),
    ("N", "developers notice", [88.0, 3.0]),
    ("Intent", "intent met", [8.0, 2.0]),
    ("T_ok", "correct tests pass", [33.0, 2.0]),
    ("T_err", "wrong tests pass", [58.0, 2.0]),
    ("M", "score of the reward model", [83.0, 2.0]),
    ("R", "reward", [50.0, 1.0]),
    ("I", "influence through deployment", [85.0, 1.0]),
    ("P", "long-run power", [72.0, 0.0]),
    ("Z", "long-run goals", [40.0, 0.0]),
];

/// The motives, each with what it wants.
const MOTIVES: [(usize, Place, &[&str]); 4] = [
    (INTENDED, ("intended", "does what was meant", [8.0, 3.0]), &["Intent"]),
    (KLUDGE, ("kludge", "bundle of habits", [33.0, 3.0]), &["T_ok", "T_err", "M"]),
    (REWARD_SEEKER, ("reward_seeker", "wants the score", [14.0, 1.0]), &["R"]),
    (SCHEMER, ("schemer", "schemes for a goal", [10.0, 0.0]), &["Z"]),
];

/// The arrows of the post: from, to, and sign.
const ARROWS: [(&str, &str, &str); 12] = [
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

/// The graph with the node that each motive wants.
pub fn graph(p: &Params, _: &Outcome) -> Plot {
    let later = p.deployment_flawed > 0.0;
    let wanted = |node: &str| MOTIVES.iter().find(|(_, _, wants)| wants.contains(&node));
    let nodes = NODES.iter().map(|&(id, label, at)| {
        let label = if id == "I" && later { "influence at time t" } else { label };
        let role = wanted(id).map_or(Role::First, |(motive, _, _)| ROLES[*motive]);
        Mark::Node(Node { id, label, at, role })
    });
    let motives = MOTIVES
        .iter()
        .map(|&(motive, (id, label, at), _)| Mark::Node(Node { id, label, at, role: ROLES[motive] }));
    let wants = MOTIVES.iter().flat_map(|&(motive, (from, _, _), wants)| {
        wants.iter().map(move |&to| Mark::Arrow(Arrow { from, to, label: "", role: ROLES[motive] }))
    });
    let arrows = ARROWS
        .iter()
        .map(|&(from, to, label)| Mark::Arrow(Arrow { from, to, label, role: Role::Third }));
    let when = if later {
        " Selection goes on in use, so what counts is influence at the time you ask about."
    } else {
        ""
    };
    Plot {
        caption: format!(
            "Drawn from the text of the post. Grey arrows say what leads to what: actions that pass tests earn reward, \
             reward gives influence, and being noticed takes it away. A coloured arrow leads from each motive to what \
             it wants. All but the first can be had by cheating.{when}"
        ),
        x: Axis::hidden("x", 0.0, 100.0),
        panels: vec![Panel {
            x: None,
            y: Axis::hidden("y", -0.35, 3.35),
            marks: arrows.chain(wants).chain(nodes).chain(motives).collect(),
        }],
    }
}
