// A first visit on a slow line with a slow processor: bytes, and when what is there.

import { fileURLToPath } from "node:url";
import { fresh, tasks } from "./support/browser.mjs";
import { median, summary } from "./support/numbers.mjs";

const VISITS = Number(process.env.VISITS ?? 2);
const WATCH = fileURLToPath(new URL("pages/watch.js", import.meta.url));

/** One visit with an empty cache. */
async function once({ browser }, address) {
  const { page, session, close } = await fresh(browser, { slow: 4, line: true, scripts: [WATCH] });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const { durations } = await tasks(browser, page, async () => {
    await page.goto(address, { waitUntil: "load", timeout: 120_000 });
    await page.waitForSelector("html[data-ready=true]", { state: "attached", timeout: 120_000 });
    // The last candidate for the largest paint is reported a little after it.
    await page.waitForTimeout(300);
  });
  const seen = await page.evaluate(() => watch());
  await close();
  return { bytes, longest: Math.max(...durations), ...seen };
}

/** So many visits of one address. */
export async function visit(setting, name, address) {
  const visits = [];
  for (let time = 0; time < VISITS; time++) visits.push(await once(setting, setting.origin + address));
  const of = (key) => visits.map((visit) => visit[key]);
  const seen = of("figure").filter((time) => time !== null);
  const result = {
    name,
    bytes: median(of("bytes")),
    paint: summary(of("paint")),
    largest: summary(of("largest")),
    figure: seen.length ? summary(seen) : null,
    ready: summary(of("ready")),
    longest: Math.max(...of("longest")),
    // The figure is there before the controls work.
    waits: visits.some(({ figure, ready }) => figure !== null && figure >= ready),
  };
  setting.say(`${name}: ${(result.bytes / 1024).toFixed(1)} KiB, largest paint ${result.largest.median.toFixed(0)} ms, ready ${result.ready.median.toFixed(0)} ms`);
  return result;
}
