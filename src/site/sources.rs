//! The sources that claims and numbers name, as `source 11`.

/// One source.
pub struct Source {
    /// The number by which claims and parameters name it.
    pub number: u8,
    /// Its title, authors and year.
    pub title: &'static str,
    /// Where it is; empty if it is in print alone.
    pub address: &'static str,
}

const fn source(number: u8, title: &'static str, address: &'static str) -> Source {
    Source { number, title, address }
}

/// All of them, by number.
pub const SOURCES: &[Source] = &[
    source(
        1,
        "The behavioral selection model for predicting AI motivations. A. Mallen, B. Shlegeris, 2025",
        "https://www.alignmentforum.org/posts/FeaJcWkC6fuRAMsfp",
    ),
    source(
        2,
        "Clarifying the role of the behavioral selection model. A. Mallen, 2026",
        "https://www.alignmentforum.org/posts/nBjo6yniFjmy2uaYa",
    ),
    source(3, "Fitness-Seekers. A. Mallen, 2026", "https://www.alignmentforum.org/posts/bhtYqD4FdK6AqhFDF"),
    source(
        4,
        "Risk from fitness-seeking AIs. A. Mallen, 2026",
        "https://blog.redwoodresearch.org/p/risk-from-fitness-seeking-ais-mechanisms",
    ),
    source(
        5,
        "Fail safe(r) at alignment (\"spillway\"). A. C. Woodruff, A. Mallen, 2026",
        "https://blog.redwoodresearch.org/p/fail-safer-at-alignment-by-channeling",
    ),
    source(
        6,
        "How training-gamers might function (and win). V. Hebbar, 2025",
        "https://www.lesswrong.com/posts/ntDA4Q7BaYhWPgzuq",
    ),
    source(
        7,
        "The Persona Selection Model. S. Marks, J. Lindsey, C. Olah, 2026",
        "https://alignment.anthropic.com/2026/psm/",
    ),
    source(
        8,
        "Training a Misaligned Reward Seeker. R. Qi et al., 2026",
        "https://alignment.anthropic.com/2026/reward-seeker/",
    ),
    source(
        9,
        "Steering RL Training. A. Wong, J. Engels, N. Nanda, 2025",
        "https://www.lesswrong.com/posts/R5MdWGKsuvdPwGFBG",
    ),
    source(
        10,
        "Systematic Reward Hacking. Prime Intellect, 2026",
        "https://www.primeintellect.ai/blog/reward-hacking",
    ),
    source(
        11,
        "The Waluigi Effect (mega-post). C. Nardo, 2023",
        "https://www.lesswrong.com/posts/D7PumeYTDPfBTp3i7",
    ),
    source(
        12,
        "Fundamental Limitations of Alignment in LLMs. Y. Wolf et al., 2023",
        "https://arxiv.org/abs/2304.11082",
    ),
    source(13, "Alignment Pretraining. C. Tice et al., 2026", "https://arxiv.org/abs/2601.10160"),
    source(
        14,
        "Pretraining on Aligned AI Data Dramatically Reduces Misalignment. R. Dearnaley, 2026",
        "https://www.alignmentforum.org/posts/ZeWewFEefCtx4Rj3G",
    ),
    source(
        15,
        "How far does alignment midtraining generalize? T. Korbak et al., 2026",
        "https://alignment.openai.com/how-far-does-alignment-midtraining-generalize/",
    ),
    source(
        16,
        "Pretraining LMs with Human Preferences. T. Korbak et al., 2023",
        "https://arxiv.org/abs/2302.08582",
    ),
    source(17, "Safety Pretraining. P. Maini et al., 2025", "https://arxiv.org/abs/2504.16980"),
    source(
        18,
        "When Should We Introduce Safety Interventions During Pretraining? D. Sam et al., 2026",
        "https://arxiv.org/abs/2601.07087",
    ),
    source(19, "Constitutional Midtraining. D. Cho et al., 2026", "https://arxiv.org/abs/2607.26654"),
    source(
        20,
        "Language Models Resist Alignment. J. Ji et al., 2024/2025",
        "https://arxiv.org/abs/2406.06144",
    ),
    source(
        21,
        "Inoculation Prompting (Wichers et al., 2025; A. Mallen is a co-author)",
        "https://arxiv.org/abs/2510.05024",
    ),
    source(
        22,
        "Natural Emergent Misalignment. M. MacDiarmid et al., 2025",
        "https://arxiv.org/abs/2511.18397",
    ),
    source(23, "Recontextualization. A. Azarbal et al., 2025", "https://arxiv.org/abs/2512.19027"),
    source(
        24,
        "How hard is it to inoculate ... A. Jose, 2026",
        "https://www.alignmentforum.org/posts/G4YXXbKt5cNSQbjXM",
    ),
    source(
        25,
        "Does SGD Produce Deceptive Alignment? M. Xu, 2020",
        "https://www.alignmentforum.org/posts/ocWqg2Pf2br4jMmKA",
    ),
    source(
        26,
        "How likely is deceptive alignment? E. Hubinger, 2022",
        "https://www.alignmentforum.org/posts/A9NxPTwbw6r6Awuwt",
    ),
    source(
        27,
        "Stress Testing Deliberative Alignment. B. Schoen et al., 2025",
        "https://arxiv.org/abs/2509.15541",
    ),
    source(28, "Moral Alignment for LLM Agents. E. Tennant et al., 2024", "https://arxiv.org/abs/2410.01639"),
    source(29, "Games for AI Control. C. Griffin et al., 2024", "https://arxiv.org/abs/2409.07985"),
    source(30, "The Suicide Region. D. Tan, 2025", "https://arxiv.org/abs/2512.07526"),
    source(
        31,
        "LLMs Often Know When They Are Being Evaluated. J. Needham et al., 2025",
        "https://arxiv.org/abs/2505.23836",
    ),
    source(
        32,
        "On the Limits of Behavioral Alignment. I. Santos-Grueiro, 2026",
        "https://arxiv.org/abs/2602.05656",
    ),
    source(33, "Monitoring Reasoning Models. B. Baker et al., 2025", "https://arxiv.org/abs/2503.11926"),
    source(34, "The Obfuscation Atlas. M. Taufeeque et al., 2026", "https://arxiv.org/abs/2602.15515"),
    source(
        35,
        "Catastrophic Goodhart. T. Kwa et al., 2024",
        "https://www.lesswrong.com/posts/pEZoTSCxHY3mfPbHu",
    ),
    source(
        36,
        "Legible vs. Illegible AI Safety Problems. Wei Dai, 2025",
        "https://www.lesswrong.com/posts/PMc65HgRFvBimEpmJ",
    ),
    source(37, "Alignment faking in LLMs. R. Greenblatt et al., 2024", "https://arxiv.org/abs/2412.14093"),
    source(
        38,
        "Boyd & Richerson, Punishment allows the evolution of cooperation (or anything else), 1992; Axelrod, An evolutionary approach to norms, 1986; Gavrilets & Richerson, Collective action and the evolution of social norm internalization, PNAS 2017",
        "",
    ),
    source(
        39,
        "Self-fulfilling misalignment. A. Turner, 2025",
        "https://turntrout.com/self-fulfilling-misalignment",
    ),
    source(
        40,
        "On Targeted Manipulation and Deception when Optimizing LLMs for User Feedback. M. Williams, M. Carroll et al., 2024",
        "https://arxiv.org/abs/2411.02306",
    ),
    source(
        41,
        "AI models can be dangerous before public deployment. METR, 2025",
        "https://metr.org/blog/2025-01-17-ai-models-dangerous-before-public-deployment/",
    ),
    source(
        42,
        "Beware delaying public deployment. AI Futures Notes, 2026",
        "https://aifuturesnotes.substack.com/p/beware-delaying-public-deployment",
    ),
    source(43, "Delaney et al., 2026", "https://arxiv.org/abs/2604.24966"),
    source(44, "Sheshadri et al., 2025", "https://arxiv.org/abs/2506.18032"),
    source(45, "Nair et al., 2026", "https://arxiv.org/abs/2604.20995"),
    source(46, "Schlatter et al., 2025", "https://arxiv.org/abs/2509.14260"),
    source(47, "Andrighetto et al., 2013", "https://doi.org/10.1371/journal.pone.0064941"),
    source(48, "CAST. M. Harms, 2024", "https://www.alignmentforum.org/posts/3HMh7ES4ACpeDKtsW"),
];
