// What Survives as a module: the models of the site without the site.
//
//   import { simulate, figure, list } from "https://.../what-survives.js";
//   simulate("waluigi-decay", { reveal: 0.02 }).readouts
//
// Types are in what-survives.d.ts. The same parameters give the same numbers as
// the pages and the command line do.
import init, * as core from "./MODULE.js";

await init({ module_or_path: new URL("./MODULE_bg.wasm", import.meta.url) });

/** The address of the site that this comes from, which exports name. */
const site = new URL(".", import.meta.url).href;

/** @import * as types from "./module.d.ts" */

/**
 * Parameters, an object or the end of a link, as the end of a link.
 * @param {Record<string, any> | string} [parameters]
 */
const query = (parameters) =>
  typeof parameters === "string"
    ? parameters
    : new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value !== undefined)).toString();

/**
 * @template {string | undefined} T
 * @param {T} answer
 * @param {string} id
 * @param {string} [figure]
 */
const known = (answer, id, figure) => {
  if (answer !== undefined) return answer;
  throw new RangeError(`There is no ${figure === undefined ? "simulator" : "figure"} “${figure ?? id}”; list() tells what there is.`);
};

/**
 * All simulators: parameters with their ranges, presets, claims, readouts, figures.
 * @type {typeof types.list}
 */
export const list = () => JSON.parse(core.list());

/**
 * What a simulator says: parameters as taken, notices, readouts, claims, the points of all figures.
 * @type {typeof types.simulate}
 */
export const simulate = (id, parameters) => JSON.parse(json(id, parameters));

/**
 * The same as the text of a file.
 * @type {typeof types.json}
 */
export const json = (id, parameters) => known(core.json(id, query(parameters), site), id);

/**
 * A figure as the text of an SVG file.
 * @type {typeof types.figure}
 */
export const figure = (id, figureId, parameters) => {
  known(core.citation(id, "", site), id);
  return known(core.svg(id, figureId, query(parameters), site), id, figureId);
};

/**
 * The points of all figures as the text of a CSV file.
 * @type {typeof types.csv}
 */
export const csv = (id, parameters) => known(core.csv(id, query(parameters)), id);

/**
 * Assumptions and results as a table in Markdown.
 * @type {typeof types.markdown}
 */
export const markdown = (id, parameters) => known(core.markdown(id, query(parameters), site), id);

/**
 * How to cite a state, as BibTeX.
 * @type {typeof types.bibtex}
 */
export const bibtex = (id, parameters) => known(core.bibtex(id, query(parameters), site), id);

/**
 * How to cite a state, in plain words.
 * @type {typeof types.citation}
 */
export const citation = (id, parameters) => known(core.citation(id, query(parameters), site), id);
