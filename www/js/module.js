// What Survives as a module: the models of the site without the site.
//
//   import { simulate, figure, list } from "https://.../what-survives.js";
//   simulate("waluigi-decay", { reveal: 0.02 }).readouts
//
// What a simulator is given: an object of parameters, the end of a link, or a
// whole state that was exported, as an object or as the text of its file.
//
// Types are in what-survives.d.ts. The same parameters give the same numbers as
// the pages and the command line do.
import init, * as core from "./MODULE.js";

await init({ module_or_path: new URL("./MODULE_bg.wasm", import.meta.url) });

/** The address of the site that this comes from, which exports name. */
const site = new URL(".", import.meta.url).href;

/** @import * as types from "./module.d.ts" */

/**
 * What is given, as a text: the end of a link, or JSON.
 * @param {unknown} given
 */
const text = (given) => (typeof given === "string" ? given : JSON.stringify(given ?? {}));

/**
 * All simulators: parameters with their ranges, presets, claims, readouts, figures.
 * @type {typeof types.list}
 */
export const list = () => JSON.parse(core.list());

/**
 * What a simulator says: parameters as taken, notices, readouts, claims, the points of all figures.
 * @type {typeof types.simulate}
 */
export const simulate = (id, given) => JSON.parse(json(id, given));

/**
 * The same as the text of a file.
 * @type {typeof types.json}
 */
export const json = (id, given) => core.json(id, text(given), site);

/**
 * A figure as the text of an SVG file.
 * @type {typeof types.figure}
 */
export const figure = (id, figureId, given) => core.svg(id, figureId, text(given), site);

/**
 * The points of all figures as the text of a CSV file.
 * @type {typeof types.csv}
 */
export const csv = (id, given) => core.csv(id, text(given));

/**
 * Assumptions and results as a table in Markdown.
 * @type {typeof types.markdown}
 */
export const markdown = (id, given) => core.markdown(id, text(given), site);

/**
 * How to cite a state, as BibTeX.
 * @type {typeof types.bibtex}
 */
export const bibtex = (id, given) => core.bibtex(id, text(given), site);

/**
 * How to cite a state, in plain words.
 * @type {typeof types.citation}
 */
export const citation = (id, given) => core.citation(id, text(given), site);
