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

/** TypeScript's compiler. */
export const typescript = join(ROOT, ".tools", "node", "node_modules", "typescript", "bin", "tsc");

/** A script as it is published. */
export const minified = (script) => require("esbuild").transformSync(script, { minify: true }).code;

/** Puppeteer, which drives a Firefox as it is; Playwright wants one of its own. */
export const puppeteer = require("puppeteer-core");

/** A program: what `variable` says, as xtask sets it, else the first one found; nothing if there is none. */
function programPath(variable, names, places = []) {
  if (variable in process.env) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find((candidate) => existsSync(candidate));
}

/** A program on the PATH; nothing if there is none. */
export const findProgram = (name) => programPath("", [name, `${name}.exe`]);

/** The browser that most tests use. */
export function chromePath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
  const found = programPath("CHROME", names, [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ]);
  if (!found) throw new Error("no Chromium found: install it or set CHROME to its path");
  return found;
}

/** Firefox. */
export function firefoxPath() {
  const found = programPath("FIREFOX", ["firefox", "firefox-esr", "firefox.exe"], [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ]);
  if (!found) throw new Error("no Firefox found: install it or set FIREFOX to its path");
  return found;
}

/** WebKit's driver; nothing where there is none. */
export const webkitDriverPath = () => programPath("WEBKIT_DRIVER", ["WebKitWebDriver"]);
