// The pages of the built site, read from the folder, so that a new page is tested without being listed.

import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { DIST } from "./tools.mjs";

/** Site paths of all pages: "/", "/about/", ..., "/404.html". */
export const PAGES = readdirSync(DIST, { recursive: true })
  .filter((file) => file.endsWith(".html"))
  .map((file) => "/" + file.split(sep).join("/").replace(/(^|\/)index\.html$/, "$1"))
  .sort();
