// One change of the headline slider: our pages, and the same series drawn by others.

import { ours, peer, pixels } from "./support/pages.mjs";
import { tasks, work } from "./support/browser.mjs";
import { median, summary } from "./support/numbers.mjs";

export const PEERS = ["uplot", "chartjs", "plot", "plotly"];

/** Changes that are measured at full speed, after those that warm up; half as many on a slow processor. */
const CHANGES = Number(process.env.CHANGES ?? 150);
const WARM_UP = 20;
/** Changes that are counted together. */
const BATCH = 15;
/** A library that takes longer is measured less often. */
const LONGEST_MS = 8_000;
/** Changes whose tasks are looked at one by one. */
const TRACED = 60;

/** What one change of the slider takes: the work of the main thread, in batches, and how long a reader waits. */
async function sweep({ page, session }, positions) {
  await page.evaluate((positions) => bench.sweep(positions), positions.slice(0, WARM_UP));
  const batches = [];
  const waits = [];
  const end = performance.now() + LONGEST_MS;
  for (let at = 0; at < positions.length && (at < 2 * BATCH || performance.now() < end); at += BATCH) {
    const before = await work(session);
    const times = await page.evaluate((positions) => bench.sweep(positions), positions.slice(at, at + BATCH));
    const after = await work(session);
    const each = (name) => (after[name] - before[name]) / times.length;
    batches.push({ all: each("task"), script: each("script"), style: each("style"), layout: each("layout") });
    waits.push(...times);
  }
  const of = (name) => batches.map((batch) => batch[name]);
  const parts = Object.fromEntries(["script", "style", "layout"].map((name) => [name, median(of(name))]));
  return { main: summary(of("all")), ...parts, wait: median(waits), changes: waits.length };
}

/** Insists that figures are drawn and move: their pixels at some slider positions differ. `moves` says which must. */
async function check(page, name, figures, selector, places) {
  const look = async (position) => {
    await page.evaluate((position) => bench.change(position), position);
    await page.waitForTimeout(150);
    await page.waitForFunction(() => !document.querySelector("[data-stale]"));
    const seen = [];
    for (const { id } of figures) seen.push(await pixels(page, selector(id)));
    return seen;
  };
  const looks = [];
  for (const place of places) looks.push(await look(place));
  figures.forEach(({ id, moves }, index) => {
    const seen = looks.map((look) => look[index]);
    if (seen.some(({ colours }) => colours < 5)) throw new Error(`${name}: ${id} shows no picture`);
    if (moves && new Set(seen.map(({ print }) => print)).size === 1) throw new Error(`${name}: ${id} does not move`);
  });
}

/** Measures one simulator at both speeds. */
export async function change(setting, id) {
  const result = { id, at: {} };
  for (const slow of [1, 4]) {
    const at = (result.at[slow] = {});
    const own = await ours(setting, id, { slow });
    const positions = await own.page.evaluate((count) => bench.positions(count), CHANGES);
    const some = (all) => (slow === 1 ? all : all.filter((_, place) => place % 2 === 0));
    at.ours = await sweep(own, some(positions));
    const { durations } = await tasks(setting.browser, own.page, () =>
      own.page.evaluate((positions) => bench.sweep(positions), positions.slice(0, TRACED)),
    );
    at.longest = Math.max(...durations);
    if (slow === 1) {
      const { page } = own;
      result.parameter = await page.evaluate(() => bench.slider().name);
      result.values = await page.evaluate((positions) => bench.values(positions), positions);
      result.boxes = await page.evaluate(() =>
        [...document.querySelectorAll("figure[data-figure]")].map((figure) => {
          const { width, height } = figure.querySelector(".picture svg").getBoundingClientRect();
          return { id: figure.dataset.figure, width, height };
        }),
      );
    }
    const figures = [];
    const looks = [0, 1 / 4, 1 / 2, 3 / 4].map((part) => Math.floor(part * (CHANGES - 1)));
    for (const library of ["nothing", ...PEERS]) {
      const { parameter, values, boxes } = result;
      const other = await peer(setting, { library, simulator: id, parameter, values, boxes, looks }, { slow });
      const steps = values.map((_, place) => place);
      at[library] = await sweep(other, some(steps));
      if (library !== "nothing" && slow === 1) {
        await check(other.page, `${id} with ${library}`, other.drawn, (id) => `#${id}`, looks);
      }
      figures.push(...(library === "uplot" ? other.drawn : []));
      await other.close();
    }
    if (slow === 1) {
      const selector = (id) => `figure[data-figure="${id}"] .picture svg`;
      await check(own.page, id, figures, selector, looks.map((look) => positions[look]));
    }
    result.drawn = figures.length;
    await own.close();
    setting.say(`${id} ÷${slow}: ours ${at.ours.main.median.toFixed(2)} ms, uPlot ${at.uplot.main.median.toFixed(2)} ms`);
  }
  return result;
}

/** How a change of our page compares with one uPlot redraw for each of its figures. */
export function ratio({ at, boxes, drawn }, slow) {
  const one = at[slow].uplot.main.median / drawn;
  return at[slow].ours.main.median / (one * boxes.length);
}
