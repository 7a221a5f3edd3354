// Where things are: the repository, the built site, the tools that xtask installed, and the browser.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The built site. */
export const DIST = resolve(process.env.DIST ?? join(ROOT, "dist"));

// Packages are not installed beside the tests, so that the tree stays free of
// node_modules; Node would look only there, hence the explicit place.
const require = createRequire(join(ROOT, ".tools", "node", "package.json"));

/** Playwright's Chromium driver. */
export const { chromium } = require("playwright-core");

/** The source of axe, to be run inside a page. */
export const axeSource = () => require("axe-core").source;

/** The browser: `CHROME` as xtask sets it, else the first one found. */
export function chromePath() {
  if (process.env.CHROME) return process.env.CHROME;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new Error("no Chromium found: install it or set CHROME to its path");
  return found;
}
