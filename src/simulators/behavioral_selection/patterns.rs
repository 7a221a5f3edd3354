//! The motives: how many, in what order, what they are called, and the
//! constants that tell them apart. All numbers are ours; their order in danger
//! follows the replies under the published post and its table in words.

use crate::chart::Role;
use crate::math::LogWeights;

/// How many motives there are.
pub const PATTERNS: usize = 5;

/// The logarithm of no weight at all: what no motive recovers from.
pub const NONE: f64 = f64::NEG_INFINITY;

/// The places of the motives in the lists below.
pub const INTENDED: usize = 0;
pub const REWARD_SEEKER: usize = 1;
pub const SCHEMER: usize = 2;
pub const ALIGNED_SCHEMER: usize = 3;
pub const KLUDGE: usize = 4;

/// Their ids, and those of the readouts of their shares.
pub const IDS: [&str; PATTERNS] = ["intended", "reward_seeker", "schemer", "aligned_schemer", "kludge"];
pub const SHARES: [&str; PATTERNS] =
    ["share_intended", "share_reward_seeker", "share_schemer", "share_aligned_schemer", "share_kludge"];
/// Their names in figures.
pub static LABELS: [&str; PATTERNS] =
    ["does what was meant", "wants the score", "schemes, bad goal", "schemes, good goal", "bundle of habits"];
/// Their roles in figures.
pub const ROLES: [Role; PATTERNS] = [Role::Luigi, Role::Yours, Role::Clever, Role::Third, Role::Careless];

/// Length of the shortest description: each unit halves the prior.
pub const LENGTHS: [f64; PATTERNS] = [10.0, 12.0, 12.0, 12.0, 12.0];
/// Steps of thought from motive to action.
pub const THOUGHTS: [f64; PATTERNS] = [2.0, 3.0, 5.0, 5.0, 1.0];
/// What share of what a motive has left it cheats, where it does not take over.
pub const CHEATS: [f64; PATTERNS] = [0.0, 1.0, 0.5, 0.2, 0.7];
/// Whether it resists correction.
pub const RESISTS: [f64; PATTERNS] = [0.0, 0.0, 1.0, 1.0, 0.0];
/// How often a schemer with a bad or a good goal would take over, and a bundle
/// of habits; a score-seeker does it as often as the first if its wants do not
/// stay within the task.
pub const TAKES_OVER: f64 = 0.9;
pub const ALIGNED_TAKES_OVER: f64 = 0.1;
pub const KLUDGE_TAKES_OVER: f64 = 0.02;
/// How much of the tests that catch a score-seeker catches habits.
pub const KLUDGE_FAILS: f64 = 0.75;

/// The influence of each motive, as logarithms of weights.
pub type Weights = LogWeights<PATTERNS>;
