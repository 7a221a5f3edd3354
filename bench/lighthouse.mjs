// What Lighthouse says of our pages: a phone, slowed by its model; of several runs of each the middle one.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromePath } from "../tests/e2e/support/tools.mjs";

/** How often each page is run. */
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** How often a run is tried again: now and then Lighthouse fails to record a page, and asks for that. */
const AGAIN = 3;

/** Marks of 100, times in milliseconds. */
export async function judge({ origin, npm, say }, pages) {
  const load = (name, file) => import(pathToFileURL(join(npm, name, ...file.split("/"))));
  const { default: lighthouse } = await load("lighthouse", "core/index.js");
  const { launch } = await load("chrome-launcher", "dist/index.js");
  const chrome = await launch({ chromePath: chromePath(), chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
  const results = [];
  try {
    for (const { name, path } of pages) {
      const onlyCategories = ["performance", "accessibility", "best-practices"];
      const once = async () => (await lighthouse(origin + path, { port: chrome.port, logLevel: "error", onlyCategories })).lhr;
      const runs = [];
      for (let round = 0; round < ROUNDS; round++) {
        let lhr = await once();
        for (let again = 0; lhr.runtimeError && again < AGAIN; again++) {
          say(`${name}: ${lhr.runtimeError.code}, once more`);
          lhr = await once();
        }
        if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
        runs.push(lhr);
      }
      const largest = (lhr) => lhr.audits["largest-contentful-paint"].numericValue;
      runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score || largest(b) - largest(a));
      const lhr = runs[Math.floor(runs.length / 2)];
      const mark = (category) => Math.round(100 * lhr.categories[category].score);
      const of = (audit) => lhr.audits[audit].numericValue;
      const result = {
        name,
        performance: mark("performance"),
        accessibility: mark("accessibility"),
        practices: mark("best-practices"),
        first: of("first-contentful-paint"),
        largest: of("largest-contentful-paint"),
        blocking: of("total-blocking-time"),
        shift: of("cumulative-layout-shift"),
      };
      results.push(result);
      say(`${name}: performance ${result.performance}, largest paint ${result.largest.toFixed(0)} ms, layout shift ${result.shift.toFixed(3)}`);
    }
  } finally {
    await chrome.kill();
  }
  return results;
}
