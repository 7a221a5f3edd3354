// Starts the browser and opens pages in it, noting whatever goes wrong in them.

import { PATIENCE_MS, ready } from "./rest.mjs";
import { chromePath, chromium } from "./tools.mjs";

/**
 * What Chromium is to do without. With every window it would make two pages for what drops down from an address bar,
 * which nobody sees here, and a process for a page that may come next: half of what a short test takes. The rest is
 * what Playwright switches off: of two lists Chromium takes the last.
 */
const FEATURES = [
  "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess",
  "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying",
  "OptimizationHints", "PaintHolding", "PreconnectToSearch", "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
];

const FLAGS = [
  `--disable-features=${FEATURES}`,
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
  return chromium.launch({ executablePath: chromePath(), headless: true, args: FLAGS, timeout: 3 * PATIENCE_MS, ...options });
}

/** An empty page in a context of its own, which goes when the page is closed; `options` as Playwright has them. */
export async function blank(browser, options = {}) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/**
 * Opens a site path in a fresh context and waits until the program has taken over.
 * `view`: `width`, `height`, `dark`, `js` (false switches scripts off),
 * `reduced` (motion), `init` (a function to run before the page's scripts).
 * `problems` fills with every console message, error, failed request and request outside the base.
 */
export async function open(browser, site, path, view = {}) {
  const { width = 1280, height = width < 700 ? 740 : 900, dark = false, js = true, reduced = false, init } = view;
  const page = await blank(browser, {
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: reduced ? "reduce" : "no-preference",
    javaScriptEnabled: js,
  });
  const problems = watch(page, site, js);
  await page.addInitScript(tellBlame);
  if (init) await page.addInitScript(init);
  await page.goto(site.url(path), { waitUntil: "load" });
  if (js) await ready(page).catch(() => problems.push("the program did not take over"));
  return { page, problems, close: () => page.close() };
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
  page.on("pageerror", ({ message, stack = "" }) => problems.push(`error: ${brief(message)} ${/\bat .*/.exec(stack)?.[0] ?? ""}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // What a page had not got yet when it was left or loaded again, or a frame when it was taken away: nothing failed.
    // What a server or a policy refuses has other names.
    if (reason === "net::ERR_ABORTED") return;
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
