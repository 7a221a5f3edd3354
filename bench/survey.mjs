// All tipping points of a page: how long until they are known, and the longest task on the way.

import { tasks } from "./support/browser.mjs";
import { median } from "./support/numbers.mjs";
import { DRIVER, TIMERS, ours } from "./support/pages.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);

/** Measures one simulator at both speeds. */
export async function survey(setting, id) {
  const result = { id, at: {} };
  for (const slow of [1, 4]) {
    const { page, close } = await ours(setting, id, { slow, scripts: [DRIVER, TIMERS] });
    const positions = await page.evaluate(() => bench.positions(40));
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const position = positions[(round * 7 + 11) % positions.length];
      const { result, durations } = await tasks(setting.browser, page, () =>
        page.evaluate((position) => survey(position), position),
      );
      rounds.push({ ...result, longest: Math.max(...durations) });
    }
    const of = (name) => rounds.map((round) => round[name]);
    result.at[slow] = { tips: median(of("tips")), all: median(of("all")), longest: Math.max(...of("longest")) };
    await close();
  }
  setting.say(`${id}: survey ${result.at[1].all.toFixed(0)} ms, longest task ${result.at[1].longest.toFixed(1)} ms`);
  return result;
}
