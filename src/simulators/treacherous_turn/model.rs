//! The model: when a plan is likeliest to work whose chance of success rises
//! and falls while it waits (optimal stopping, textbook).

use super::params::TreacherousTurnParams;
use crate::math::{exp, expm1, ln, ln_1p, root, sqrt};

/// What the model says. Times are in years.
pub struct Outcome {
    /// The best moment to strike, and the chance of success then.
    pub strike: f64,
    pub success: f64,
    /// The chance that it is still free then.
    pub free: f64,
    /// The chance that the first strike succeeds, whoever makes it.
    pub takeover: f64,
    /// When its chance of success is highest.
    pub peak: f64,
    /// Its chance of success at the best moment, as a part of the highest.
    pub saturation: f64,
    /// The ablest pretender that could still be waiting.
    pub left: Left,
}

/// The ablest pretender that could still be waiting after some quiet years.
pub struct Left {
    /// Its chance of success by now; 0 if there is none.
    pub success: f64,
    /// How much of the gap to certain success it closes in a year.
    pub growth: Option<f64>,
}

/// What a pretender faces while it waits. All are rates per year, but the last.
pub struct Wait {
    /// At which the gap to certain success closes.
    growth: f64,
    /// At which it is found out.
    found_out: f64,
    /// At which one of the others strikes.
    rivals: f64,
    /// At which it loses its chance.
    loss: f64,
    /// How fast defences improve, per year².
    defence: f64,
}

impl TreacherousTurnParams {
    /// What it faces.
    pub fn wait(&self) -> Wait {
        let [growth, found_out, strikes] = [self.growth, self.found_out, self.rival_chance].map(|c| -ln_1p(-c));
        let others = f64::from(self.rivals);
        let rivals = others * self.rival_share * strikes;
        Wait {
            growth,
            found_out,
            rivals,
            loss: found_out + rivals * (1.0 - self.inheritance),
            defence: self.defence + others * (1.0 - self.rival_share) * self.police,
        }
    }

    /// What it would face among so many others.
    pub fn among(&self, rivals: u32) -> Wait {
        Self { rivals, ..self.clone() }.wait()
    }

    /// What it would face if this share of the others were pretenders.
    pub fn if_pretenders(&self, rival_share: f64) -> Self {
        Self { rival_share, ..self.clone() }
    }
}

impl Wait {
    /// The chance that it succeeds if it strikes then.
    pub fn success(&self, years: f64) -> f64 {
        -expm1(-self.growth * years) * exp(-0.5 * self.defence * years * years)
    }

    /// The chance that it still has its chance then.
    pub fn still_free(&self, years: f64) -> f64 {
        exp(-self.loss * years)
    }

    /// The chance that the plan to strike then works.
    pub fn value(&self, years: f64) -> f64 {
        self.success(years) * self.still_free(years)
    }

    /// How much of that chance is left if it waits twice as long.
    pub fn value_at_twice(&self, years: f64) -> f64 {
        (1.0 + exp(-self.growth * years)) * exp(-(self.loss + 1.5 * self.defence * years) * years)
    }

    /// The best moment to strike.
    pub fn best_time(&self) -> f64 {
        self.time_at(self.loss)
    }

    /// When its chance of success is highest: the best moment if nothing could
    /// take its chance away.
    pub fn peak(&self) -> f64 {
        self.time_at(0.0)
    }

    /// Where the growth of the logarithm of success, `κ/(e^(κt)-1)`, has fallen
    /// to what waiting costs.
    fn time_at(&self, loss: f64) -> f64 {
        let (growth, defence) = (self.growth, self.defence);
        // Since 1/t - κ/2 < κ/(e^(κt)-1) < 1/t, the root lies between these. They
        // can be far apart, so it is sought in the logarithm.
        let low = ln(1.0 / (sqrt(defence) + loss + 0.5 * growth));
        let alone = if loss > 0.0 { ln_1p(growth / loss) / growth } else { f64::INFINITY };
        let high = ln(alone.min(1.0 / sqrt(defence)));
        let found = root(low, high, 0.0, |ln_years| {
            let years = exp(ln_years);
            growth / expm1(growth * years) - defence * years - loss
        });
        exp(found.map_or(high, |found| found.middle()))
    }

    /// The chance that the first strike succeeds, if this one strikes then and
    /// nothing goes on after another has struck or this one is found out.
    pub fn takeover(&self, strike: f64) -> f64 {
        let ends = self.found_out + self.rivals;
        let own = exp(-ends * strike) * self.success(strike);
        if self.rivals == 0.0 {
            return own;
        }
        // What comes after is less than 1e-19 of it.
        let end = strike.min(45.0 / ends);
        own + integral(end, |years| self.rivals * exp(-ends * years) * self.success(years))
    }

    /// Who could still be waiting after so many quiet years: the abler, the
    /// sooner it strikes, so that only those with a later best moment are left.
    pub fn left(&self, years: f64) -> Left {
        let cost = (self.loss + self.defence * years) * years;
        if cost >= 1.0 {
            return Left { success: 0.0, growth: None };
        }
        if cost <= 0.0 {
            return Left { success: 1.0, growth: Some(1.0) };
        }
        // x/(e^x-1) = cost, where e^-x < x/(e^x-1) < e^(-x/2).
        let low = -ln(cost);
        let found = root(low, 2.0 * low, 0.0, |x| x / expm1(x) - cost);
        // Next to 1 the ends cannot be told apart; the root is at the higher.
        let x = found.map_or(2.0 * low, |found| found.middle());
        Left { success: -expm1(-x) * exp(-0.5 * self.defence * years * years), growth: Some(-expm1(-x / years)) }
    }

    /// After how many quiet years none could be waiting any more.
    pub fn none_left(&self) -> f64 {
        2.0 / (self.loss + sqrt(self.loss * self.loss + 4.0 * self.defence))
    }
}

/// Places and weights of the Gauss-Legendre rule with 16 points, one half.
const GAUSS: [(f64, f64); 8] = [
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_096),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_894),
    (0.865_631_202_387_831_8, 0.095_158_511_682_492_79),
    (0.755_404_408_355_003, 0.124_628_971_255_533_88),
    (0.617_876_244_402_643_8, 0.149_595_988_816_576_74),
    (0.458_016_777_657_227_37, 0.169_156_519_395_002_54),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_58),
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
];

/// The integral of a smooth function from 0 to `end`, in three pieces.
fn integral(end: f64, f: impl Fn(f64) -> f64) -> f64 {
    let half = end / 6.0;
    let piece = |middle: f64| -> f64 {
        GAUSS.iter().map(|(place, weight)| weight * (f(middle - place * half) + f(middle + place * half))).sum()
    };
    half * [1.0, 3.0, 5.0].map(|halves| piece(halves * half)).iter().sum::<f64>()
}
