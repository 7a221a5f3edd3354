// The pages of the built site, read from the folder, so that a new page is tested without being listed.

import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { DIST } from "./tools.mjs";

const ALL = readdirSync(DIST, { recursive: true })
  .filter((file) => file.endsWith(".html"))
  .map((file) => "/" + file.split(sep).join("/").replace(/(^|\/)index\.html$/, "$1"))
  // Files to take away are no pages: single.test.mjs opens them.
  .filter((path) => !path.startsWith("/single/"))
  .sort();

/** Site paths of all pages: "/", "/about/", ..., "/404.html". */
export const PAGES = ALL.filter((path) => !path.startsWith("/e/"));

/** Those of the embeds, which are made for the frames of other pages. */
export const EMBEDS = ALL.filter((path) => path.startsWith("/e/"));

/**
 * Whether everything is tried, also what differs from something else in numbers alone:
 * `cargo xtask test --thorough` sets it, as is done before the site is published.
 */
export const THOROUGH = process.env.THOROUGH === "1";

const isPreset = (path) => /^(\/e)?\/[^/]+\/[^/]+\/$/.test(path) && !/^\/e\/[^/]+\/$/.test(path);

/** The embeds of simulators without a preset. */
export const PLAIN_EMBEDS = EMBEDS.filter((path) => !isPreset(path));

/** The one preset that has a part of its own: it asks for a guess. */
const WITH_GUESS = "/waluigi-decay/outlasted/";

/**
 * What a browser is driven through: every page that is no preset, and of the presets the one with a part that the
 * page of its simulator has not. All others differ from that in numbers alone; of one simulator they are tried, too,
 * where everything is.
 */
export const KINDS = PAGES.filter(
  (path) => !isPreset(path) || path === WITH_GUESS || (THOROUGH && path.startsWith("/waluigi-decay/")),
);

/** One page of each kind. */
export const ONE_OF_EACH = [
  "/", "/waluigi-decay/", WITH_GUESS, "/e/waluigi-decay/", "/statements/", "/gallery/", "/about/", "/embed/", "/module/", "/404.html",
];
