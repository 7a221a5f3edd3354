// The browser: pages with a clock, a slow processor, a slow line, and a record of what the main thread did.

import { launch } from "../../tests/e2e/support/browser.mjs";

export { launch };

/** The window of all measurements. */
const VIEWPORT = { width: 1280, height: 900 };

/**
 * A fresh page of its own context, with nothing in its cache. `slow` divides the speed of its processor;
 * `line` is a slow network. `scripts` are files that run before those of the page.
 */
export async function fresh(browser, { slow = 1, line = false, scripts = [] } = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  for (const path of scripts) await context.addInitScript({ path });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => problems.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  const session = await context.newCDPSession(page);
  // Time that the thread has run: what other programs on the machine take does not count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Network.enable");
  if (line) {
    // 1.6 Mbit/s with 150 ms there and back: a phone on a slow day.
    const conditions = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 };
    await session.send("Network.emulateNetworkConditions", conditions);
  }
  if (slow > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
  const close = async () => {
    await context.close();
    if (problems.length) throw new Error(`${page.url()}:\n${problems.join("\n")}`);
  };
  return { page, session, close };
}

/** Opens one of our pages and waits until it has come to rest: program taken over, nothing out of date. */
export async function settle(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await page.waitForSelector("html[data-ready=true]", { state: "attached", timeout: 60_000 });
  await page.waitForTimeout(150);
  await page.waitForFunction(() => !document.querySelector("[data-stale]"), null, { timeout: 120_000 });
}

/** How long the main thread has run since the page was opened, and what for, in milliseconds. */
export async function work(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { task: of("TaskDuration"), script: of("ScriptDuration"), style: of("RecalcStyleDuration"), layout: of("LayoutDuration") };
}

const MARK = "what-survives-bench";

/** How long the thread ran, in milliseconds, in each main-thread task of the page while `act` runs. */
export async function tasks(browser, page, act) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const over = new Promise((done) => session.once("Tracing.tracingComplete", done));
  const includedCategories = ["blink.user_timing", "disabled-by-default-devtools.timeline"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  const result = await act();
  // By this the page's main thread is known among those of the browser.
  await page.evaluate((mark) => performance.mark(mark), MARK);
  await session.send("Tracing.end");
  await over;
  await session.detach();
  const own = events.find((event) => event.name === MARK);
  if (!own) throw new Error(`the trace knows nothing of ${page.url()}`);
  const ran = events.filter((event) => event.name === "RunTask" && event.ph === "X" && event.pid === own.pid && event.tid === own.tid);
  return { result, durations: ran.map((event) => (event.tdur ?? event.dur) / 1000) };
}
