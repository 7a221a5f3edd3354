//! The parameters of behavioral selection: what a reader turns first, the
//! constants of the patterns, and one pattern of the reader's own.

use crate::params::Spec;
use crate::{choice, params};

choice! {
    /// A cognitive pattern.
    pub enum Pattern {
        /// It wants what the developers meant.
        Intended = "intended", "intended";
        /// It wants reward on this episode.
        RewardSeeker = "reward-seeker", "reward-seeker";
        /// It wants influence through deployment.
        InfluenceSeeker = "influence-seeker", "influence-seeker";
        /// It wants some long-run goal.
        Schemer = "schemer", "schemer";
        /// It wants a good long-run goal.
        AlignedSchemer = "aligned-schemer", "aligned schemer";
        /// It wants a bundle of proxies.
        Kludge = "kludge", "kludge";
        /// The reader's own.
        Own = "own", "your own pattern";
    }
}

params! {
    /// Parameters of behavioral selection.
    pub struct BehavioralSelectionParams {
        /// On these tasks a hack earns the full reward and honest work less.
        flawed: f64 = 0.2, Spec::real("Share of training tasks whose reward can be hacked", 0.0, 1.0, 0.01).unit("share").percent();
        /// What honest work earns on a task whose reward is flawed; a hack earns 1.
        honest_reward: f64 = 0.4, Spec::real("Reward left for honest work on such tasks", 0.0, 1.0, 0.01).unit("reward");
        /// A monitor that reads behaviour in training.
        monitor: f64 = 0.0, Spec::real("Chance that a hack in training is caught", 0.0, 1.0, 0.01).unit("probability").percent();
        /// Taken from the reward each time the monitor catches a hack.
        penalty: f64 = 1.0, Spec::real("What a caught hack costs", 0.0, 5.0, 0.1).unit("reward");
        /// How much one training step shifts influence towards a pattern that earns one unit more.
        strength: f64 = 0.1, Spec::log("Selection per step for one unit of reward", 0.001, 0.5).unit("nats per step");
        /// How long training lasts.
        steps: u32 = 200, Spec::count("Training steps", 0.0, 5000.0).unit("steps");
        /// A selection pressure on long reasoning: it grows with training.
        length_penalty: f64 = 0.0, Spec::real("Cost in reward of each serial step", 0.0, 0.1, 0.001).unit("reward per step");
        /// A limit on depth: it acts once, before any selection.
        speed_prior: f64 = 0.2, Spec::real("Prior cost of each serial step", 0.0, 2.0, 0.05).unit("nats per step");
        /// How strongly the prior prefers patterns that are short to describe; 0.693 halves it with each bit.
        simplicity: f64 = 0.693, Spec::real("Prior cost of each bit", 0.0, 2.0, 0.001).unit("nats per bit");
        /// A head start for the intended motive, because documents and instructions name it.
        salience: f64 = 1.0, Spec::real("How prominent the intended motive is", 0.0, 5.0, 0.1).unit("nats");
        /// The counting argument: each such goal is one more way to be a schemer.
        goals: f64 = 2.0, Spec::log("How many long-run goals would make a schemer", 1.0, 1e9).unit("goals");
        /// A bundle of habits exploits a flawed reward only where it has a habit for it.
        coverage: f64 = 0.95, Spec::real("Share of situations that the kludge covers", 0.0, 1.0, 0.01).unit("share").percent();
        /// In an honest test a model is told not to hack, and those that do are weeded out.
        inspections: u32 = 0, Spec::count("Rounds of honest tests after training", 0.0, 50.0).unit("rounds");
        /// If it believes that the test pays for hacking all the same, it gives itself away.
        honesty: f64 = 0.8, Spec::real("How far a reward-seeker believes an honest test", 0.0, 1.0, 0.01).unit("probability").percent();
        /// It acts on the motive and not on behaviour, and lowers the patterns that it can see.
        white_box: f64 = 0.0, Spec::real("Pressure from reading internals", 0.0, 10.0, 0.1).unit("nats");
        /// From schemer to influence-seeker to reward-seeker: what was wanted as a means becomes the end.
        erosion: f64 = 0.0, Spec::real("Drift of means into ends", 0.0, 0.1, 0.001).unit("per step");
        /// Further steps of selection after the tests.
        deployment_steps: u32 = 0, Spec::count("Selection that goes on in deployment", 0.0, 5000.0).unit("steps");
        /// The same as in training, for the steps in deployment.
        deployment_flawed: f64 = 0.2, Spec::real("Share of deployment tasks whose reward can be hacked", 0.0, 1.0, 0.01).unit("share").percent();
        /// Whose path the causal graph shows.
        shown: Pattern = Pattern::RewardSeeker, Spec::choice("Show the path of", Pattern::CHOICES).shows();
        /// What it takes to describe the motive.
        intended_bits: f64 = 10.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Intended");
        /// From motive to action.
        intended_steps: f64 = 2.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Intended");
        /// How often it exploits a flawed reward.
        intended_hack: f64 = 0.0, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Intended");
        /// How often one honest test finds it out.
        intended_fails: f64 = 0.0, Spec::real("Fails an honest test", 0.0, 1.0, 0.01).percent().more("Intended");
        /// Whether reading internals sees it.
        intended_visible: bool = false, Spec::flag("White-box reading sees it").more("Intended");
        /// How often it hacks in deployment where nobody watches.
        intended_hacks: f64 = 0.0, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Intended");
        /// How often it undermines oversight in deployment.
        intended_undermines: f64 = 0.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Intended");
        /// How often it would take over if it could.
        intended_takeover: f64 = 0.0, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Intended");
        /// What it takes to describe the motive.
        reward_seeker_bits: f64 = 12.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Reward-seeker");
        /// From motive to action.
        reward_seeker_steps: f64 = 3.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Reward-seeker");
        /// How often it exploits a flawed reward.
        reward_seeker_hack: f64 = 1.0, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Reward-seeker");
        /// Whether reading internals sees it.
        reward_seeker_visible: bool = true, Spec::flag("White-box reading sees it").more("Reward-seeker");
        /// How often it hacks in deployment where nobody watches.
        reward_seeker_hacks: f64 = 1.0, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Reward-seeker");
        /// How often it undermines oversight in deployment.
        reward_seeker_undermines: f64 = 0.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Reward-seeker");
        /// How often it would take over if it could.
        reward_seeker_takeover: f64 = 0.3, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Reward-seeker");
        /// What it takes to describe the motive.
        influence_seeker_bits: f64 = 14.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Influence-seeker");
        /// From motive to action.
        influence_seeker_steps: f64 = 4.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Influence-seeker");
        /// How often it exploits a flawed reward.
        influence_seeker_hack: f64 = 1.0, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Influence-seeker");
        /// How often one honest test finds it out.
        influence_seeker_fails: f64 = 0.02, Spec::real("Fails an honest test", 0.0, 1.0, 0.01).percent().more("Influence-seeker");
        /// Whether reading internals sees it.
        influence_seeker_visible: bool = true, Spec::flag("White-box reading sees it").more("Influence-seeker");
        /// How often it hacks in deployment where nobody watches.
        influence_seeker_hacks: f64 = 0.5, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Influence-seeker");
        /// How often it undermines oversight in deployment.
        influence_seeker_undermines: f64 = 0.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Influence-seeker");
        /// How often it would take over if it could.
        influence_seeker_takeover: f64 = 0.6, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Influence-seeker");
        /// What it takes to describe the motive.
        schemer_bits: f64 = 12.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Schemer");
        /// From motive to action.
        schemer_steps: f64 = 5.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Schemer");
        /// How often it exploits a flawed reward.
        schemer_hack: f64 = 1.0, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Schemer");
        /// How often one honest test finds it out.
        schemer_fails: f64 = 0.02, Spec::real("Fails an honest test", 0.0, 1.0, 0.01).percent().more("Schemer");
        /// Whether reading internals sees it.
        schemer_visible: bool = true, Spec::flag("White-box reading sees it").more("Schemer");
        /// How often it hacks in deployment where nobody watches.
        schemer_hacks: f64 = 0.5, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Schemer");
        /// How often it undermines oversight in deployment.
        schemer_undermines: f64 = 1.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Schemer");
        /// How often it would take over if it could.
        schemer_takeover: f64 = 0.9, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Schemer");
        /// What it takes to describe the motive.
        aligned_schemer_bits: f64 = 16.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Aligned schemer");
        /// From motive to action.
        aligned_schemer_steps: f64 = 5.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Aligned schemer");
        /// How often it exploits a flawed reward.
        aligned_schemer_hack: f64 = 1.0, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Aligned schemer");
        /// How often one honest test finds it out.
        aligned_schemer_fails: f64 = 0.02, Spec::real("Fails an honest test", 0.0, 1.0, 0.01).percent().more("Aligned schemer");
        /// Whether reading internals sees it.
        aligned_schemer_visible: bool = true, Spec::flag("White-box reading sees it").more("Aligned schemer");
        /// How often it hacks in deployment where nobody watches.
        aligned_schemer_hacks: f64 = 0.2, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Aligned schemer");
        /// How often it undermines oversight in deployment.
        aligned_schemer_undermines: f64 = 1.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Aligned schemer");
        /// How often it would take over if it could.
        aligned_schemer_takeover: f64 = 0.1, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Aligned schemer");
        /// What it takes to describe the motive.
        kludge_bits: f64 = 12.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Kludge");
        /// From motive to action.
        kludge_steps: f64 = 1.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Kludge");
        /// Whether reading internals sees it.
        kludge_visible: bool = false, Spec::flag("White-box reading sees it").more("Kludge");
        /// How often it hacks in deployment where nobody watches.
        kludge_hacks: f64 = 0.7, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Kludge");
        /// How often it undermines oversight in deployment.
        kludge_undermines: f64 = 0.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Kludge");
        /// How often it would take over if it could.
        kludge_takeover: f64 = 0.02, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Kludge");
        /// Whether a pattern of your own takes part.
        own: bool = false, Spec::flag("It takes part").more("Your own pattern");
        /// What you call it.
        own_name: String = "", Spec::short_text("Name", 24).more("Your own pattern");
        /// What it takes to describe the motive.
        own_bits: f64 = 12.0, Spec::real("Bits to describe", 0.0, 60.0, 0.5).unit("bits").more("Your own pattern");
        /// From motive to action.
        own_steps: f64 = 3.0, Spec::real("Serial steps", 0.0, 20.0, 0.5).unit("steps").more("Your own pattern");
        /// How often it exploits a flawed reward.
        own_hack: f64 = 0.5, Spec::real("Exploits a flawed reward", 0.0, 1.0, 0.01).percent().more("Your own pattern");
        /// How often one honest test finds it out.
        own_fails: f64 = 0.1, Spec::real("Fails an honest test", 0.0, 1.0, 0.01).percent().more("Your own pattern");
        /// Whether reading internals sees it.
        own_visible: bool = false, Spec::flag("White-box reading sees it").more("Your own pattern");
        /// How often it hacks in deployment where nobody watches.
        own_hacks: f64 = 0.5, Spec::real("Hacks unwatched", 0.0, 1.0, 0.01).percent().more("Your own pattern");
        /// How often it undermines oversight in deployment.
        own_undermines: f64 = 0.0, Spec::real("Undermines oversight", 0.0, 1.0, 0.01).percent().more("Your own pattern");
        /// How often it would take over if it could.
        own_takeover: f64 = 0.0, Spec::real("Would take over", 0.0, 1.0, 0.01).percent().more("Your own pattern");
    }
}
