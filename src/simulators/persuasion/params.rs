//! The parameters of persuasion: the training, the manipulation and the other
//! two things that the AI could do.

use crate::params;
use crate::params::Spec;

params! {
    /// Parameters of persuasion.
    pub struct PersuasionParams {
        /// At 3 whatever training presses on fully keeps a twentieth of its worth: each e-folding divides it by 2.7.
        scrutiny: f64 = 3.0,
            Spec::log("How hard training presses against manipulation", 0.1, 20.0)
                .unit("e-foldings").symbol("κ").plausible(1.0, 6.0)
                .ours("at 3, fully noticeable manipulation keeps a twentieth of its worth");
        /// At 0 % training reaches all manipulation alike; at 100 % a method that nobody notices escapes it.
        overfitting: f64 = 0.8,
            Spec::real("How far training reaches only what people notice", 0.0, 1.0, 0.01)
                .unit("share").percent().symbol("o").plausible(0.4, 0.95)
                .said("S1.b, that it comes about by overfitting; the share is ours");
        /// At 25 % it believes that one attempt in four would work.
        takeover_odds: f64 = 0.25,
            Spec::real("Chance of success that the AI sees in an attempt to take over", 0.0, 1.0, 0.01)
                .unit("probability").percent().symbol("p").plausible(0.05, 0.4)
                .ours("low enough for the condition of S1.b to hold");
        /// At 0.2 a failed attempt costs a fifth of full control.
        loss: f64 = 0.2,
            Spec::real("What it would lose if the attempt failed", 0.0, 2.0, 0.05)
                .unit("control").symbol("L").plausible(0.1, 0.6).ours("");
        /// At 0.06 an honest assistant decides six things in a hundred.
        honest: f64 = 0.06,
            Spec::real("What plain honesty brings it", 0.0, 0.3, 0.01)
                .unit("control").symbol("h").plausible(0.01, 0.15).ours("a trusted assistant is listened to");
        /// At 0.5 a method that is noticed a quarter as often has half the power.
        loudness: f64 = 0.5,
            Spec::real(
                "How much of a method’s power comes from being loud (0.5: a quarter as noticeable, half as strong)",
                0.1, 1.0, 0.01,
            )
                .unit("exponent").symbol("a").plausible(0.3, 0.8).ours("");
        /// At 0.8 the loudest manipulation, unopposed, wins four fifths of full control.
        gain: f64 = 0.8,
            Spec::real("Control that the loudest manipulation would win if nothing opposed it", 0.1, 1.0, 0.01)
                .unit("control").symbol("g").plausible(0.4, 1.0).more("Stakes").ours("");
    }
}
