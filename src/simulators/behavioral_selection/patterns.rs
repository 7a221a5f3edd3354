//! The cognitive patterns: how many, in what order, and what they are called.

use crate::chart::Role;
use crate::math::LogWeights;

/// Six patterns, and one of the reader's own.
pub const PATTERNS: usize = 7;

/// The logarithm of no weight at all: what no pattern recovers from.
pub const NONE: f64 = f64::NEG_INFINITY;

/// Ids of the patterns, in the order of all lists here.
pub const IDS: [&str; PATTERNS] =
    ["intended", "reward_seeker", "influence_seeker", "schemer", "aligned_schemer", "kludge", "own"];
/// Their names in figures and captions.
pub static LABELS: [&str; PATTERNS] =
    ["intended", "reward-seeker", "influence-seeker", "schemer", "aligned schemer", "kludge", "your own"];
/// Their roles in figures.
pub const ROLES: [Role; PATTERNS] =
    [Role::Luigi, Role::Yours, Role::Second, Role::Clever, Role::Third, Role::Careless, Role::First];

/// The places of the patterns in those lists.
pub const INTENDED: usize = 0;
pub const REWARD_SEEKER: usize = 1;
pub const INFLUENCE_SEEKER: usize = 2;
pub const SCHEMER: usize = 3;
pub const ALIGNED_SCHEMER: usize = 4;
pub const KLUDGE: usize = 5;
pub const OWN: usize = 6;

/// The influence of each pattern, as logarithms of weights.
pub type Weights = LogWeights<PATTERNS>;
