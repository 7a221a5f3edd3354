// The models alone: natively, in wasm, and three of them in JavaScript.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MODELS, check } from "./javascript.mjs";
import { fresh } from "./support/browser.mjs";
import { summary } from "./support/numbers.mjs";

const UNITS = { ns: 0.001, "µs": 1, ms: 1000, s: 1e6 };

/** What divan printed: for each function and simulator the fastest, slowest and median time in microseconds. */
export function native(printed) {
  const times = { readouts: {}, run: {}, draws: {} };
  let group;
  for (const line of printed.split("\n")) {
    group = line.match(/^[├╰]─ (\w+)/)?.[1] ?? group;
    const cells = line.match(/^[│ ] +[├╰]─ ([\w-]+) +([\d.]+) (\S+) +│ ([\d.]+) (\S+) +│ ([\d.]+) (\S+)/);
    if (!cells) continue;
    const [, id, ...numbers] = cells;
    const [low, high, median] = [0, 2, 4].map((place) => Number(numbers[place]) * UNITS[numbers[place + 1]]);
    times[group][id] = { median, low, high };
  }
  return times;
}

/** Measures all models. */
export async function models({ browser, origin, root, say }, ids, printed) {
  let compared = 0;
  for (const id of Object.keys(MODELS)) {
    compared += check(id, JSON.parse(readFileSync(join(root, "tests", "vectors", `${id}.json`))));
  }
  const natively = native(printed);
  const { page, close } = await fresh(browser);
  await page.goto(`${origin}/bench/pages/models.html`);
  await page.waitForFunction(() => window.time);
  const time = async (...what) => summary(await page.evaluate((what) => time(...what), what));
  const results = [];
  for (const id of ids) {
    const result = { id, draws: natively.draws[id] };
    for (const [kind, figures] of [["readouts", false], ["run", true]]) {
      if (!natively[kind][id]) throw new Error(`no native time of ${id}`);
      result[kind] = { native: natively[kind][id], wasm: await time("wasm", id, figures) };
      if (MODELS[id]) result[kind].javascript = await time("javascript", id, figures);
    }
    results.push(result);
  }
  await close();
  say(`Models: ${results.length} timed, ${compared} numbers of the JavaScript versions agree with the references`);
  return { results, compared };
}
