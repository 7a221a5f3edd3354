// Three of the models once more, written in JavaScript in the most straightforward way, from their formulas.
// `readouts` gives what the page states, `figures` the points of its pictures by figure and series.

const sigma = (z) => 1 / (1 + Math.exp(-z));

/** The x values of a curve: 201 from end to end. */
const sampled = (from, to, y) =>
  Array.from({ length: 201 }, (_, step) => {
    const x = step === 200 ? to : from + (step / 200) * (to - from);
    return [x, y(x)];
  });

const corrigibleWindow = {
  defaults: { usefulness: 1, hardness: 0.25, sovereign_level: 4, sovereign_hardness: 0.6 },

  readouts({ usefulness: k, hardness: s, sovereign_level, sovereign_hardness }) {
    const lnSuccess = Math.log(k / (k + s)) + (s / k) * Math.log(s / (k + s));
    const lnSovereign = -sovereign_hardness * sovereign_level;
    return {
      best_level: Math.log1p(k / s) / k,
      success: Math.exp(lnSuccess),
      sovereign_success: Math.exp(lnSovereign),
      advantage: lnSuccess - lnSovereign,
    };
  },

  figures({ usefulness, hardness, sovereign_level }) {
    const enough = (level) => -Math.expm1(-usefulness * level);
    const corrigible = (level) => Math.exp(-hardness * level);
    const line = (chance) => sampled(0, 1.5 * sovereign_level, chance);
    return { window: { enough: line(enough), corrigible: line(corrigible), both: line((level) => enough(level) * corrigible(level)) } };
  },
};

/** What developers do under an assessment of one strictness. */
function choice(p, strictness) {
  const risk = p.public_risk * Math.exp(-p.effectiveness * strictness);
  const gain = p.public_benefit - strictness - p.liability * risk - p.internal_benefit;
  const [released, secret] = [sigma(gain / p.spread), sigma(-gain / p.spread)];
  const [harm_public, harm_secret] = [released * risk, secret * p.secret_risk * p.secret_harm];
  return { public: released, secret, harm_public, harm_secret, harm: harm_public + harm_secret };
}

const secretDeployment = {
  defaults: {
    strictness: 0.3, public_benefit: 1, internal_benefit: 0.5, public_risk: 0.3, effectiveness: 1.5, secret_risk: 0.2,
    secret_harm: 2, liability: 0.5, spread: 0.2,
  },

  readouts(p) {
    const now = choice(p, p.strictness);
    const harms = Array.from({ length: 301 }, (_, step) => choice(p, step / 100).harm);
    const least = Math.min(...harms);
    const best_strictness = harms.findIndex((harm) => harm <= least + 1e-12) / 100;
    return { public_share: now.public, secret_share: now.secret, harm: now.harm, best_strictness };
  },

  figures(p) {
    const line = (part) => sampled(0, 3, (strictness) => choice(p, strictness)[part]);
    const parts = ["public", "secret", "harm_public", "harm_secret", "harm"];
    return { strictness: Object.fromEntries(parts.map((part) => [part, line(part)])) };
  },
};

/** How often a model complies: told that answers are trained on, told that they are not, and the difference. */
function comply(p, care, cost) {
  const logOdds = (believed) => (believed * care - cost) / p.noise;
  const [watched, unwatched] = [logOdds(p.believed_watched), logOdds(p.believed_unwatched)];
  // The difference of two logistic functions; subtracting them would lose digits.
  const [low, high] = [Math.min(watched, unwatched), Math.max(watched, unwatched)];
  const size = sigma(high) * sigma(-low) * -Math.expm1(low - high);
  return { watched: sigma(watched), unwatched: sigma(unwatched), gap: watched < unwatched ? -size : size };
}

const valueConflict = {
  defaults: { care: 1, cost: 1.1, believed_watched: 0.9, believed_unwatched: 0.05, noise: 0.11 },

  readouts(p) {
    const { watched, unwatched, gap } = comply(p, p.care, p.cost);
    const care_needed = p.believed_watched > 0 ? p.cost / p.believed_watched : null;
    return { comply_watched: watched, comply_unwatched: unwatched, gap, care_needed };
  },

  figures(p) {
    const line = (part) => sampled(0, 10, (care) => comply(p, care, p.cost)[part]);
    const at = (index) => (index === 39 ? 10 : (index / 39) * 10);
    const gap = Array.from({ length: 1600 }, (_, cell) => {
      const [care, cost] = [at(cell % 40), at(Math.floor(cell / 40))];
      return [care, cost, comply(p, care, cost).gap];
    });
    return { comply: { unwatched: line("unwatched"), watched: line("watched") }, map: { gap } };
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
    const drawn = figures(all);
    for (const { figure, series, x, y, value, open } of points ?? []) {
      const cell = value !== undefined;
      const found = drawn[figure][series].find((point) => near(point[0], x) && (!cell || near(point[1], y)));
      // A map chooses its own cells.
      if (!found && open) continue;
      same(`${figure}/${series} at ${x}, ${JSON.stringify(parameters)}`, found?.[cell ? 2 : 1], cell ? value : y);
    }
  }
  return compared;
}
