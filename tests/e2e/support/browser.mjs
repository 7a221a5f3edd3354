// Starts the browser and opens pages in it, noting whatever goes wrong in them.

import { chromePath, chromium } from "./tools.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium; `options` as Playwright has them. */
export function launch(options = {}) {
  return chromium.launch({ executablePath: chromePath(), headless: true, args: FLAGS, ...options });
}

/**
 * Opens a site path in a fresh context and waits until the program has taken over.
 * `view`: `width`, `height`, `dark`, `js` (false switches scripts off),
 * `reduced` (motion), `init` (a function to run before the page's scripts).
 * `problems` fills with every console message, error, failed request and request outside the base.
 */
export async function open(browser, site, path, view = {}) {
  const { width = 1280, height = width < 700 ? 740 : 900, dark = false, js = true, reduced = false, init } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: reduced ? "reduce" : "no-preference",
    javaScriptEnabled: js,
  });
  const page = await context.newPage();
  const problems = watch(page, site, js);
  await page.addInitScript(tellBlame);
  if (init) await page.addInitScript(init);
  await page.goto(site.url(path), { waitUntil: "load" });
  if (js) await ready(page).catch(() => problems.push("the program did not take over within 15 s"));
  return { page, problems, close: () => context.close() };
}

/** Says in the console what a page is blamed for without an exception, as for observers of sizes that change sizes. */
export function tellBlame() {
  addEventListener("error", ({ error, message }) => error || console.error(message));
}

/** A message without the stack that a panic prints after it. */
const brief = (text) => text.split("\n\n")[0];

function watch(page, site, js) {
  const problems = [];
  const own = site.origin + site.base;
  page.on("console", (message) => problems.push(`console ${message.type()}: ${brief(message.text())}`));
  page.on("pageerror", (error) => problems.push(`error: ${brief(error.message)}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A frame that is taken away while it loads, such as a preview in the share dialog, leaves its requests unanswered.
    // So does the icon, which the browser fetches again at a new address, when the page is left before it has come.
    if (reason === "net::ERR_ABORTED" && (request.frame() !== page.mainFrame() || /\/icon-\w+\.svg$/.test(request.url()))) return;
    // With scripts off, the browser refuses to preload them, as it should.
    if (js || reason !== "csp") problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(own))
      problems.push(`outside the base: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Waits for the program on a page (or frame) that loads one. */
export async function ready(page) {
  if (await page.locator("script[type=module]").count())
    await page.waitForSelector("html[data-ready=true]", { state: "attached", timeout: 15_000 });
}

/** Waits until nothing on the page is about to change: layouts fit the width, and nothing shown is out of date. */
export async function settled(page) {
  // Observers of sizes answer in the next frame, and shifts are reported after it.
  await page.waitForTimeout(150);
  await page.waitForFunction(() => !document.querySelector("[data-stale]"), null, { timeout: 20_000 });
}
