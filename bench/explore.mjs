// What follows if nothing is sure: how long after a change until the page says it, and the longest task on the way.

import { tasks } from "./support/browser.mjs";
import { median } from "./support/numbers.mjs";
import { DRIVER, ours } from "./support/pages.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** Run in a page: moves the high end of the headline range by some steps, and waits until all answers are of that. */
const answered = async (steps) => {
  const section = document.querySelector(".explore");
  const slider = document.querySelectorAll("[data-headline] input[type=range]:not([name])")[1];
  slider.value = `${Number(slider.value) + steps * Number(slider.step)}`;
  const start = performance.now();
  for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  const until = (wanted) =>
    new Promise((give) => {
      const look = () => section.hasAttribute("data-stale") === wanted && give(observer.disconnect());
      const observer = new MutationObserver(look);
      observer.observe(section, { attributeFilter: ["data-stale"] });
      look();
    });
  await until(true);
  await until(false);
  return performance.now() - start;
};

/** Measures one simulator with every number unsure. */
export async function explore(setting, id) {
  const { page, close } = await ours(setting, id, { scripts: [DRIVER] });
  await page.locator(".explore [data-doubt='']").click();
  await page.locator(".explore:not([data-stale]) .found").first().waitFor();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { result, durations } = await tasks(setting.browser, page, () => page.evaluate(answered, round % 2 ? 3 : -3));
    rounds.push({ answered: result, longest: Math.max(...durations) });
  }
  await close();
  const of = (name) => rounds.map((round) => round[name]);
  const result = { id, answered: median(of("answered")), longest: Math.max(...of("longest")) };
  setting.say(`${id}: all answers after ${result.answered.toFixed(0)} ms, longest task ${result.longest.toFixed(1)} ms`);
  return result;
}
