// One change of the headline slider: our pages, and the same series drawn by others.

import { ours, peer, pixels } from "./support/pages.mjs";
import { tasks, work } from "./support/browser.mjs";
import { median, summary } from "./support/numbers.mjs";

export const PEERS = ["uplot", "chartjs", "plot", "plotly"];

/** The two ways in which the slider moves: from end to end and back, or anywhere, by chance. */
export const WAYS = ["sweep", "jumps"];
/**
 * Changes of a sweep and of jumps that are measured at full speed, after those that warm up; half as many on a slow
 * processor. Of the libraries but uPlot a third of the sweep is measured, at full speed alone: they are far slower.
 */
export const CHANGES = Number(process.env.CHANGES ?? 150);
export const JUMPS = Math.ceil(0.8 * CHANGES);
const WARM_UP = 20;
/** Changes that are counted together. */
const BATCH = 15;
/** A library that takes longer is measured less often. */
const LONGEST_MS = 8_000;
/** Changes whose tasks are looked at one by one. */
const TRACED = 60;

/** One of so many. */
const every = (nth, all) => all.filter((_, place) => place % nth === 0);

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
    const positions = await own.page.evaluate(([changes, jumps]) => ({ sweep: bench.positions(changes), jumps: bench.jumps(jumps) }), [CHANGES, JUMPS]);
    const some = (all) => every(slow === 1 ? 1 : 2, all);
    at.ours = {};
    for (const way of WAYS) at.ours[way] = await sweep(own, some(positions[way]));
    const { durations } = await tasks(setting.browser, own.page, () =>
      own.page.evaluate((positions) => bench.sweep(positions), positions.sweep.slice(0, TRACED)),
    );
    at.longest = Math.max(...durations);
    if (slow === 1) {
      const { page } = own;
      result.parameter = await page.evaluate(() => bench.slider().name);
      result.values = await page.evaluate((positions) => bench.values(positions), [...positions.sweep, ...positions.jumps]);
      result.boxes = await page.evaluate(() =>
        [...document.querySelectorAll("figure[data-figure]")].map((figure) => {
          const { width, height } = figure.querySelector(".picture svg").getBoundingClientRect();
          return { id: figure.dataset.figure, width, height, inSight: !figure.querySelector(".picture[data-away]") };
        }),
      );
    }
    const figures = [];
    const looks = [0, 1 / 4, 1 / 2, 3 / 4].map((part) => Math.floor(part * (CHANGES - 1)));
    for (const library of ["nothing", ...(slow === 1 ? PEERS : ["uplot"])]) {
      const { parameter, values, boxes } = result;
      const other = await peer(setting, { library, simulator: id, parameter, values, boxes, looks }, { slow });
      const steps = values.map((_, place) => place);
      const [swept, jumped] = [steps.slice(0, CHANGES), steps.slice(CHANGES)];
      at[library] = { sweep: await sweep(other, library === "uplot" ? some(swept) : every(3, swept)) };
      if (library === "uplot") at[library].jumps = await sweep(other, some(jumped));
      if (library !== "nothing" && slow === 1) {
        await check(other.page, `${id} with ${library}`, other.drawn, (id) => `#${id}`, looks);
      }
      figures.push(...(library === "uplot" ? other.drawn : []));
      await other.close();
    }
    if (slow === 1) {
      const selector = (id) => `figure[data-figure="${id}"] .picture svg`;
      await check(own.page, id, figures, selector, looks.map((look) => positions.sweep[look]));
    }
    result.drawn = figures.length;
    await own.close();
    const words = WAYS.map((way) => `${way} ${at.ours[way].main.median.toFixed(2)} ms, uPlot ${at.uplot[way].main.median.toFixed(2)} ms`);
    setting.say(`${id} ÷${slow}: ${words.join("; ")}`);
  }
  return result;
}

/** How many figures of our page are in the window. */
export const inSight = ({ boxes }) => boxes.filter(({ inSight }) => inSight).length;

/** How a change of our page compares with one redraw by a library for each of its figures in sight. */
export function ratio({ at, boxes, drawn }, slow, way = "sweep", library = "uplot") {
  const one = at[slow][library][way].main.median / drawn;
  return at[slow].ours[way].main.median / (one * inSight({ boxes }));
}
