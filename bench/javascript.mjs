// Three of the models once more, written in JavaScript in the most straightforward way, from their formulas.
// `readouts` gives what the page states; from that, too, `figures` makes the points of its pictures, by figure and
// series.

const sigma = (z) => 1 / (1 + Math.exp(-z));

/** ln(1 + e^z) without overflow. */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** The x values of a curve: 201 from end to end, evenly spaced, or evenly in the logarithm. */
const places = (place) => Array.from({ length: 201 }, (_, step) => place(step / 200));
const even = (from, to) => places((part) => (part === 1 ? to : from + part * (to - from)));
const logarithmic = (from, to) => places((part) => (part === 1 ? to : from * Math.exp(part * Math.log(to / from))));

const SHARES = even(0, 1);

const curve = (xs, y) => xs.map((x) => [x, y(x)]);

/** Curves of which each is a part of the same things, one at each place. */
const curves = (xs, thing, parts) => {
  const things = xs.map(thing);
  return Object.fromEntries(parts.map((part) => [part, things.map((thing, place) => [xs[place], thing[part]])]));
};

const LEVELS = Array.from({ length: 100 }, (_, step) => (step + 1) / 100);
const PEOPLE = even(0.05, 1);
const MISTAKES = logarithmic(0.05, 20);

const say = (p, level) => (1 - level) ** p.fade;
const enough = (p, level) => -Math.expm1(-Math.LN2 * (level / p.needed) ** 2);
/** The mistakes of an AI of that ability that nobody mends, as a part of a sovereign's. */
const left = (p, level) => level * (1 - p.mend * say(p, level));

/** The chances of an AI of that ability. */
function chances(p, level) {
  const trust = say(p, level);
  const able = enough(p, level);
  const safe = Math.exp(-p.mistakes * level * (1 - p.mend * trust));
  const people = Math.exp(trust * Math.log(p.people));
  return { enough: able, safe, people, technical: able * safe, both: able * safe * people };
}

/** How many mistakes of a sovereign leave an even chance, people apart, at so many hundredths of its ability. */
function tolerance(p, hundredths) {
  // Hundredths are seldom binary numbers. In two halves the difference is exact even where both are the same.
  const coarse = Math.fround(p.needed);
  const missing = 100 * coarse - hundredths + 100 * (p.needed - coarse);
  const squares = (missing * (100 * p.needed + hundredths)) / (100 * p.needed) ** 2;
  return Math.max(Math.log1p(-Math.expm1(Math.LN2 * squares)), 0) / left(p, hundredths / 100);
}

const corrigibleWindow = {
  defaults: { people: 0.6, mistakes: 2, needed: 0.2, mend: 0.95, fade: 0.5 },

  readouts(p) {
    const levels = LEVELS.map((level) => chances(p, level));
    const most = levels.reduce((most, { both }) => Math.max(most, both), 0);
    const best = levels.findIndex(({ both }) => both >= most - 1e-12);
    const [helper, sovereign] = [tolerance(p, best + 1), tolerance(p, 100)];
    return {
      success: levels[best].both,
      best_level: LEVELS[best],
      technical: levels[best].technical,
      people_right: levels[best].people,
      sovereign_success: levels[99].both,
      tolerance: helper,
      tolerance_sovereign: sovereign,
      wider: helper / sovereign,
    };
  },

  figures(p, { best_level, technical, sovereign_success }) {
    const survives = (level) => {
      const [able, unmended] = [enough(p, level), left(p, level)];
      return curve(MISTAKES, (mistakes) => able * Math.exp(-mistakes * unmended));
    };
    const trust = say(p, best_level);
    return {
      window: curves(SHARES, (level) => chances(p, level), ["enough", "safe", "people", "both"]),
      target: { sovereign: survives(1), helper: survives(best_level) },
      people: {
        sovereign: curve(PEOPLE, () => sovereign_success),
        helper: curve(PEOPLE, (people) => technical * people ** trust),
      },
    };
  },
};

const PRICES = even(0, 2);

/** What developers do under an assessment of one price, with internal use assessed so far. */
function choice(p, price, internal) {
  const risk = p.public_risk * Math.exp(-p.effectiveness * price);
  const benefit = 1 - price - p.liability * risk + internal * price;
  const [gain, rest] = [benefit / p.spread, (benefit - p.secrecy) / p.spread];
  const secret = sigma(-rest);
  const released = (p.spread / p.secrecy) * (softplus(gain) - softplus(rest));
  const harm_public = risk * released;
  const harm_secret = secret * p.secret_harm * Math.exp(-p.effectiveness * internal * price);
  const level = Math.min(Math.max(benefit / p.secrecy, 0), 1);
  return { secret, released, level, harm_public, harm_secret, harm: harm_public + harm_secret };
}

const secretDeployment = {
  defaults: {
    strictness: 0.3, internal: 0, secrecy: 0.85, public_risk: 0.3, secret_harm: 0.5, liability: 0.5, effectiveness: 3,
    spread: 0.15, years: 4, speedup: 0.5,
  },

  readouts(p) {
    const now = choice(p, p.strictness, p.internal);
    const without = choice(p, 0, p.internal);
    const harms = PRICES.map((price) => choice(p, price, p.internal).harm);
    const least = Math.min(...harms);
    return {
      secret_share: now.secret,
      secret_without: without.secret,
      secret_inside: choice(p, p.strictness, 1).secret,
      public_level: now.level,
      released: now.released,
      takeoff: p.years * (now.level + (1 - now.level) / (1 + p.speedup)),
      harm: now.harm,
      harm_without: without.harm,
      best_strictness: PRICES[harms.findIndex((harm) => harm <= least + 1e-12)],
    };
  },

  figures(p, { public_level, secret_without }) {
    const times = even(0, p.years);
    /** The best system there is, if releases stop at that level. */
    const exists = (level) => {
      const stops = p.years * level;
      return (time) => Math.min((time + p.speedup * Math.max(time - stops, 0)) / p.years, 1);
    };
    const inside = curve(times, exists(public_level));
    return {
      gap: {
        without: curve(times, exists(choice(p, 0, p.internal).level)),
        inside,
        public: inside.map(([time, ability]) => [time, Math.min(ability, public_level)]),
      },
      strictness: curves(PRICES, (price) => choice(p, price, p.internal), ["secret", "harm_public", "harm_secret", "harm"]),
      internal: {
        without: curve(SHARES, () => secret_without),
        ...curves(SHARES, (internal) => choice(p, p.strictness, internal), ["secret", "harm"]),
      },
    };
  },
};

const HARMS = even(0, 5);

/** The share of requests that cost less than a stake, in log-odds. */
const below = (p, stake) => (stake - 1) / p.spread;

/** How much more often it grants requests when told that they are trained on. */
function gap(p, stake) {
  const [watched, unwatched] = [below(p, p.believed_watched * stake), below(p, p.believed_unwatched * stake)];
  // The difference of two logistic functions; subtracting them would lose digits.
  const [low, high] = [Math.min(watched, unwatched), Math.max(watched, unwatched)];
  const size = sigma(high) * sigma(-low) * -Math.expm1(low - high);
  return watched < unwatched ? -size : size;
}

const valueConflict = {
  defaults: {
    harm: 1, use: 1, keep: 0.5, care: 0.3, spread: 0.154, believed_watched: 0.9, believed_unwatched: 0.05, task: 0.7,
    undone: 1,
  },

  readouts(p) {
    const stake = p.keep + p.care * p.harm * p.use;
    const plotter = p.keep + p.care;
    return {
      gap: gap(p, stake),
      comply_watched: sigma(below(p, p.believed_watched * stake)),
      comply_unwatched: sigma(below(p, p.believed_unwatched * stake)),
      plotter_gap: gap(p, plotter * p.use),
      gap_more_harm: gap(p, p.keep + p.care * 3),
      plotter_more_harm: gap(p, plotter),
      gap_deleted: gap(p, p.keep),
      resist: sigma(below(p, p.keep + p.task * p.undone)),
    };
  },

  figures(p, { plotter_gap }) {
    const stake = p.keep + p.care * p.harm * p.use;
    const survival = sigma(below(p, p.keep + p.task));
    return {
      harm: {
        plotter: curve(HARMS, () => plotter_gap),
        conflict: curve(HARMS, (harm) => gap(p, p.keep + p.care * harm * p.use)),
        measured: [[1, 0.14]],
      },
      use: {
        plotter: curve(SHARES, (use) => gap(p, (p.keep + p.care) * use)),
        conflict: curve(SHARES, (use) => gap(p, p.keep + p.care * p.harm * use)),
      },
      belief: { comply: curve(SHARES, (believed) => sigma(below(p, believed * stake))) },
      shutdown: {
        survival: curve(SHARES, () => survival),
        task: curve(SHARES, (undone) => sigma(below(p, p.keep + p.task * undone))),
      },
    };
  },
};

export const MODELS = {
  "corrigible-window": corrigibleWindow,
  "secret-deployment": secretDeployment,
  "value-conflict": valueConflict,
};

export const defaults = (id) => MODELS[id].defaults;

/** Insists that the models agree with reference values to nine digits; returns how many numbers were compared. */
export function check(id, { vectors }) {
  const { readouts, figures } = MODELS[id];
  let compared = 0;
  const same = (what, found, expected) => {
    compared++;
    const agrees = expected === null ? found === null : Math.abs(found - expected) <= Math.max(1e-9 * Math.abs(expected), 1e-16);
    if (!agrees) throw new Error(`${id} in JavaScript: ${what} is ${found}, not ${expected}`);
  };
  const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(b), 1e-9);
  for (const { parameters, readouts: expected, points } of vectors) {
    const all = { ...defaults(id), ...parameters };
    const said = readouts(all);
    for (const [name, value] of Object.entries(expected)) same(`${name} at ${JSON.stringify(parameters)}`, said[name], value);
    const drawn = figures(all, said);
    for (const { figure, series, x, y } of points) {
      const found = drawn[figure][series].find((point) => near(point[0], x));
      same(`${figure}/${series} at ${x}, ${JSON.stringify(parameters)}`, found?.[1], y);
    }
  }
  return compared;
}
