// The pages of the built site, read from the folder, so that a new page is tested without being listed.

import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { DIST } from "./tools.mjs";

const ALL = readdirSync(DIST, { recursive: true })
  .filter((file) => file.endsWith(".html"))
  .map((file) => "/" + file.split(sep).join("/").replace(/(^|\/)index\.html$/, "$1"))
  .sort();

/** Site paths of all pages: "/", "/about/", ..., "/404.html". */
export const PAGES = ALL.filter((path) => !path.startsWith("/e/"));

/** Those of the embeds, which are made for the frames of other pages. */
export const EMBEDS = ALL.filter((path) => path.startsWith("/e/"));

/**
 * What a browser is driven through: every page that is no preset, and the presets of one simulator. Those
 * of the others differ from their simulator's page in numbers alone.
 */
export const KINDS = PAGES.filter((path) => path.split("/").length <= 3 || path.startsWith("/waluigi-decay/"));
