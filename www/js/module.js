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
//
// One file, program and all: it is the same in a browser, a worker, Node, Deno and
// in what a bundler makes of it, from the network or a disk, and a copy that some
// cache has kept lacks nothing. Nothing is awaited, because WebKit has been seen to
// forget scripts that import the same module while it waits.
import * as core from "./MODULE.js";

/** What the build was told of where it will be served. */
const named = "THE SITE";

/** @import * as types from "./module.d.ts" */

/**
 * The address of the site, which exports name: the build's, else where this comes from. A disk is none.
 * @type {typeof types.site}
 */
export const site = named || (/^https?:/.test(import.meta.url) ? new URL(".", import.meta.url).href : "");

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
 * A figure as the text of an SVG file, with its title, caption and source inside unless it is to be `bare`.
 * @type {typeof types.figure}
 */
export const figure = (id, figureId, given, { bare = false } = {}) => core.svg(id, figureId, text(given), site, bare);

/**
 * The points of all figures as the text of a CSV file; `semicolon` for spreadsheets that write 0,5.
 * @type {typeof types.csv}
 */
export const csv = (id, given, { semicolon = false } = {}) => core.csv(id, text(given), semicolon);

/**
 * A name for a state, for files.
 * @type {typeof types.name}
 */
export const name = (id, given) => core.name(id, text(given));

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

/** What is asked of an exploration, as a text. @param {types.Asked} asked */
const question = (asked = {}) => JSON.stringify(asked);

/**
 * What follows if one is not sure, what matters most, why two states differ and where a claim flips.
 * @type {typeof types.explore}
 */
export const explore = (id, given, asked) => JSON.parse(explored(id, given, asked));

/**
 * The same as the text of a file.
 * @type {typeof types.explored}
 */
export const explored = (id, given, asked) => core.explore(id, text(given), question(asked), site);

/**
 * The same in words, with tables in Markdown.
 * @type {typeof types.report}
 */
export const report = (id, given, asked) => core.report(id, text(given), question(asked), site);

/**
 * What the site's own pages show of it; it may change with any version.
 * @type {typeof types.view}
 */
export const view = (id, given, asked, claim) => core.view(id, text(given), asked, claim);
