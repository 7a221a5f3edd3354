// What the pages that ask the models have in common: the thread that answers, and the bands over a picture.

/** @import { Band } from "./explore.d.ts" */

/**
 * An element of HTML, or of SVG where its name is one of those.
 * @type {(tag: string, attributes?: Record<string, string | number | undefined>, ...children: (Node | string)[]) => HTMLElement & SVGElement}
 */
export const make = (tag, attributes = {}, ...children) => {
  const isDrawn = /^(svg|path|circle|g|text|rect|line)$/.test(tag);
  const element = isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, `${value}`);
  element.append(...children);
  return /** @type {HTMLElement & SVGElement} */ (element);
};

/** The pairs of a query that are values and ranges. @param {string} query */
export const ownPairs = (query) => query.split("&").filter((pair) => pair && !/^(pin|claim)=/.test(pair));
/** One query of several, of which some may be empty. @param {string[]} parts */
export const joined = (parts) => parts.filter(Boolean).join("&");
/** How long the reader must rest before anything is asked. */
export const PAUSE_MS = 120;

/** @typedef {[simulator: string, parameters: string, wanted: string, watched: string]} Asked */

/**
 * Asks the models. They answer in a thread of their own, where the browser gives one.
 * @param {string} name the worker's script, without the ending
 * @returns {(asked: Asked) => Promise<string>}
 */
export function asker(name) {
  /** @type {Map<number, { give: (answer: string) => void, fail: (reason: Error) => void }>} */
  const waiting = new Map();
  let turns = 0;
  /** @type {Promise<any> | undefined} */
  let models;
  const here = async (/** @type {Asked} */ asked) => (await (models ??= import(new URL("what-survives.js", import.meta.url).href))).view(...asked);
  /** @type {Worker | undefined} */
  let worker;
  const refused = () => {
    worker = undefined;
    for (const { fail } of waiting.values()) fail(new Error("the worker did not start"));
    waiting.clear();
  };
  // A frame without an origin gets none, and WebKit does not even say so.
  if (origin !== "null") {
    try {
      worker = new Worker(new URL(`${name}.js`, document.baseURI), { type: "module" });
    } catch {
      // The page's own thread answers.
    }
    worker?.addEventListener("error", refused);
    worker?.addEventListener("message", ({ data: { turn, answer, error } }) => {
      const asker = waiting.get(turn);
      waiting.delete(turn);
      if (answer === undefined) asker?.fail(new Error(error));
      else asker?.give(answer);
    });
  }
  const there = (/** @type {Asked} */ asked) =>
    /** @type {Promise<string>} */ (
      new Promise((give, fail) => {
        waiting.set(++turns, { give, fail });
        worker?.postMessage({ turn: turns, asked });
      })
    );
  return async (asked) => {
    if (!worker) return here(asked);
    try {
      return await there(asked);
    } catch (error) {
      if (worker) throw error;
      return here(asked);
    }
  };
}

/**
 * The bands over the picture of a figure: they lie on its frame, also when its size changes.
 * @param {HTMLElement} picture
 */
export function bandsOver(picture) {
  /** @type {SVGElement | undefined} */
  let over;
  /** @type {Band[]} */
  let shown = [];
  const draw = () => {
    over?.remove();
    over = undefined;
    const chart = /** @type {SVGElement | null} */ (picture.querySelector("svg[data-frame]"));
    if (!chart || !shown.length) return;
    const [left, top, right, bottom] = `${chart.dataset.frame}`.split(" ").map(Number);
    /** @type {(x: number, y: number) => string} */
    const at = (x, y) => `${Math.round(left + (right - left) * x)} ${Math.round(bottom - (bottom - top) * y)}`;
    over = make("svg", { class: "chart bands", viewBox: `${chart.getAttribute("viewBox")}`, "aria-hidden": "true" });
    for (const { role, points } of shown) {
      if (points.length < 2) continue;
      const low = points.map(([x, low]) => at(x, low));
      const high = points.map(([x, , , high]) => at(x, high)).reverse();
      const middle = points.map(([x, , middle]) => at(x, middle));
      over.append(make("path", { class: `band ${role}`, d: `M${[...low, ...high].join("L")}Z` }));
      over.append(make("path", { class: `middle ${role}`, d: `M${middle.join("L")}` }));
    }
    picture.append(over);
  };
  new ResizeObserver(() => requestAnimationFrame(() => shown.length && draw())).observe(picture);
  return {
    /** Shows these, or none. @param {Band[]} bands */
    show(bands) {
      shown = bands;
      draw();
    },
  };
}

/** What stands below the caption of a picture with ranges. @param {Band[]} bands */
export const drawnWords = (bands) =>
  `Drawn for the values in the fields.${bands.length ? " Shaded: where eight of ten curves lie over the ranges; dotted: the one in the middle." : ""}`;
