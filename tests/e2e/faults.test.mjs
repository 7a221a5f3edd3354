// What can go wrong around a page: it stays readable, says what is missing where that helps, and never loops.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { covered, misplacedText, sideways } from "./support/measure.mjs";
import { KINDS, PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { alive, asleep, ready, settled, watchWork } from "./support/rest.mjs";
import { DIST } from "./support/tools.mjs";

const PAGE = "/waluigi-decay/";
const EMBED = "/e/waluigi-decay/";

/**
 * Opens a page in which something is wrong. `blocked` says which addresses get no answer (a pattern), `answers`
 * what they get instead; `view` is passed to the browser, `init` runs before the page's scripts. In the end nothing
 * is left to do on the page, unless something `lasts`.
 */
async function faulty(path, { blocked, answers, init, lasts, ...view }, act) {
  const page = await blank(browser, { viewport: { width: 1280, height: 900 }, ...view });
  const requests = [];
  const errors = [];
  // The icon is for the browser to ask for, and it does so when it likes.
  page.on("request", (request) => /\/icon-[^/]*$/.test(request.url()) || requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  if (blocked) await page.route(blocked, (route) => route.abort());
  for (const [pattern, answer] of Object.entries(answers ?? {})) await page.route(pattern, answer);
  await page.addInitScript(watchWork);
  if (init) await page.addInitScript(init);
  try {
    await page.goto(site.url(path), { waitUntil: "load" });
    await act(page, errors);
    // A page without scripts asks for nothing once it is there.
    if (view.javaScriptEnabled !== false && !lasts) await quiet(page, requests);
    assert.ok(requests.length < 40, `${requests.length} requests`);
  } finally {
    await page.close();
  }
}

/** Insists that a page which nobody touches has nothing left to do, and asks for nothing. */
async function quiet(page, requests) {
  await asleep(page);
  const before = requests.length;
  await asleep(page);
  assert.deepEqual(requests.slice(before), []);
}

/** Insists that words and pictures can be read. */
async function readable(page) {
  none(await page.evaluate(sideways));
  const found = await page.evaluate(() => {
    const seen = (element) => element?.checkVisibility() && element.getBoundingClientRect().width > 100;
    return {
      heading: seen(document.querySelector("h1")),
      caption: [...document.querySelectorAll("figcaption, .lesson .live")].some(seen),
      words: document.querySelector("main").innerText.split(/\s+/).length,
      pictures: [...document.querySelectorAll("[data-chart]")].filter((place) => ![...place.querySelectorAll("svg")].some(seen)).length,
    };
  });
  const { words, ...rest } = found;
  assert.deepEqual(rest, { heading: true, caption: true, pictures: 0 });
  assert.ok(words > 15, `${words} words`);
}

const message = (page) => page.locator(".failed");
/** Insists that the page says that its controls are missing. */
const saysSo = (page) => eventually(async () => assert.ok(await message(page).isVisible(), "no message"));
const saysNothing = async (page) => assert.equal(await message(page).isVisible(), false, "a message that is not true");
/** Stops the time after which a page says that its program has not come, and lets it go by. */
const stop = (page) => page.evaluate(() => document.getAnimations().forEach((animation) => animation.pause()));
const wait = (page) => page.evaluate(() => document.getAnimations().forEach((animation) => (animation.currentTime = 60_000)));

const slider = (page) => page.locator('input[type=range][name="horizon"]');
const number = async (page) => String(await fieldOf(page, "horizon"));
/** Insists that a slider still moves its number. */
async function live(page) {
  await alive(page);
  const before = await number(page);
  await slider(page).press("PageUp");
  await eventually(async () => assert.notEqual(await number(page), before));
}

const isProgram = (url) => url.pathname.endsWith(".wasm");
const half = (route) => {
  const file = readFileSync(join(DIST, new URL(route.request().url()).pathname.split("/").at(-1)));
  return route.fulfill({ body: file.subarray(0, file.length / 2), contentType: "application/wasm" });
};

for (const path of [PAGE, EMBED, "/"]) {
  for (const [what, fault] of [
    ["a program that is blocked", { blocked: "**/*.wasm" }],
    ["a program that is not there", { answers: { "**/*.wasm": (route) => route.fulfill({ status: 404, body: "Not found" }) } }],
    ["half a program", { answers: { "**/*.wasm": half } }],
    ["a program whose script is blocked", { blocked: "**/what-survives-*.js" }],
    ["a program whose start is blocked", { blocked: "**/boot-*.js" }],
  ]) {
    test(`${path} with ${what} says so and stays as it is`, () =>
      faulty(path, fault, async (page) => {
        await readable(page);
        await saysSo(page);
        await readable(page);
      }));
  }

  test(`${path} with all scripts blocked says so after a while`, () =>
    faulty(path, { blocked: "**/*.js" }, async (page) => {
      await readable(page);
      await wait(page);
      await saysSo(page);
    }));

  test(`${path} with scripts switched off says what needs them`, () =>
    faulty(path, { javaScriptEnabled: false }, async (page) => {
      await stop(page);
      await readable(page);
      await saysNothing(page);
      if (path === PAGE) assert.ok(await page.locator("noscript p").first().isVisible());
    }));

  test(`${path} without styles can be read`, () =>
    faulty(path, { blocked: "**/*.css" }, async (page) => {
      await readable(page);
      await live(page);
      await saysNothing(page);
      // One picture for each figure, and lines that are no black areas.
      const found = await page.evaluate(() => ({
        places: document.querySelectorAll("[data-chart]").length,
        pictures: [...document.querySelectorAll("[data-chart] > svg")].filter((svg) => svg.checkVisibility()).length,
        filled: [...document.querySelectorAll("[data-chart] svg .line")].filter((line) => getComputedStyle(line).fill !== "none").length,
      }));
      assert.deepEqual([found.pictures, found.filled], [found.places, 0]);
      // A place is as high as its picture there, and the picture is not drawn for the height of its place.
      const heights = () => page.evaluate(() => [...document.querySelectorAll("[data-chart]")].map((place) => place.clientHeight));
      const before = await heights();
      await page.evaluate(async () => {
        for (let frame = 0; frame < 20; frame++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 1)));
      });
      assert.deepEqual(await heights(), before);
    }));
}

for (const path of [PAGE, EMBED]) {
  for (const share of [0.3, 0.6, 0.9]) {
    test(`${path} of which ${share * 100} % arrive shows what there is`, () => {
      const html = readFileSync(join(DIST, path, "index.html"), "utf8");
      const cut = (route) => route.fulfill({ body: html.slice(0, html.length * share), contentType: "text/html" });
      return faulty(path, { answers: { [site.url(path)]: cut } }, async (page, errors) => {
        await asleep(page);
        assert.ok(await page.locator("h1").isVisible());
        assert.deepEqual(errors, []);
      });
    });
  }
}

test("a slow program is waited for, and what is said by then is taken back", () => {
  let deliver;
  const later = (route) => (deliver = () => route.continue());
  return faulty(PAGE, { answers: { "**/*.wasm": later } }, async (page) => {
    await stop(page);
    await readable(page);
    await saysNothing(page);
    await wait(page);
    await saysSo(page);
    await eventually(() => deliver());
    await live(page);
    await saysNothing(page);
  });
});

test("without the script of gestures everything but gestures works", () =>
  faulty(PAGE, { blocked: "**/gestures-*.js" }, async (page) => {
    await live(page);
    await saysNothing(page);
  }));

test("where storage is forbidden a theme can be chosen all the same", () =>
  faulty(
    PAGE,
    {
      init: () => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
          Object.defineProperty(window, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
        Object.defineProperty(Document.prototype, "cookie", { get: () => { throw new DOMException("denied", "SecurityError"); } });
      },
    },
    async (page, errors) => {
      await live(page);
      await page.selectOption("[data-themes]", "dark");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      assert.deepEqual(errors, []);
    },
  ));

test("a page that has loaded goes on without a network", () =>
  faulty(PAGE, {}, async (page, errors) => {
    await ready(page);
    await page.context().setOffline(true);
    await live(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator("details.data summary").first().click();
    await eventually(async () => assert.ok((await page.locator("[data-table] tr").count()) > 5));
    // The state in the address may follow a little later.
    const place = () => page.url().split("?")[0];
    const before = place();
    await page.locator("[data-share]").click();
    await page.getByText("Sharing could not be loaded").waitFor();
    assert.equal(place(), before);
    await readable(page);
    assert.deepEqual(errors, []);
    await page.context().setOffline(false);
    await page.locator("[data-share]").click();
    await page.locator("dialog[open]").waitFor();
    const styles = await page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map(({ sheet }) => sheet?.cssRules.length > 0));
    assert.deepEqual(styles, [true, true]);
  }));

test("a download that fails offline is said, and can be tried again", () =>
  // What was downloaded is kept for ten seconds.
  faulty(PAGE, { lasts: true }, async (page) => {
    await ready(page);
    await page.locator("[data-share]").click();
    await page.locator("dialog[open]").waitFor();
    await page.context().setOffline(true);
    await page.locator("[data-download=csv]").click();
    await page.getByText("That could not be made").waitFor();
    await page.context().setOffline(false);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=csv]").click()]);
    assert.equal(download.suggestedFilename(), "waluigi-decay.csv");
  }));

// That all pages can be read in a window of that size is tested with the other widths.
for (const path of THOROUGH ? [...KINDS, ...PLAIN_EMBEDS] : [PAGE, EMBED]) {
  test(`${path} at 400 % can be read`, async () => {
    // A window of 1280 by 1024 at four times the size.
    const page = await blank(browser, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    await page.goto(site.url(path));
    if (!path.startsWith("/e/")) await ready(page);
    await settled(page);
    none([...(await page.evaluate(sideways)), ...(await page.evaluate(misplacedText)), ...(await page.evaluate(covered))]);
    await page.close();
  });
}

test("a sweep stops when the tab is hidden", () =>
  faulty(PAGE, {}, async (page) => {
    await ready(page);
    const before = await number(page);
    await page.locator('[data-play="horizon"]').click();
    await eventually(async () => assert.notEqual(await number(page), before));
    // A browser without a window shows every tab always; this is what one with a window tells the page.
    await page.evaluate(() => {
      for (const [name, value] of [["visibilityState", "hidden"], ["hidden", true]])
        Object.defineProperty(document, name, { get: () => value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assert.equal(await page.locator('[data-play="horizon"]').getAttribute("aria-pressed"), "false");
    // What nothing calls back goes no further.
    await asleep(page);
  }));

/** Run in a page before its own scripts: what Safari before 16.4 and Firefox before 119 do not have. */
const becomeOld = () => {
  delete Document.prototype.adoptedStyleSheets;
  window.CSSStyleSheet = class {
    constructor() {
      throw new TypeError("Illegal constructor");
    }
  };
  for (const name of Object.getOwnPropertyNames(Element.prototype)) if (name.startsWith("aria")) delete Element.prototype[name];
};

test("a browser without made sheets and without properties for what is read aloud has numbers, sweeps and names all the same", () =>
  visit("/waluigi-decay/", { init: becomeOld }, async (page) => {
    await alive(page);
    const number = page.locator("b[data-value][role=slider]:visible").first();
    await number.waitFor();
    assert.match(await number.getAttribute("aria-label"), /\w{4}/);
    const before = await number.getAttribute("aria-valuetext");
    await number.focus();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => assert.notEqual(await number.getAttribute("aria-valuetext"), before));
    const sweep = page.locator("[data-play=horizon]");
    assert.match(await sweep.getAttribute("aria-label"), /^Sweep “Quiet opportunities/);
    await sweep.click();
    await eventually(async () => assert.equal(await sweep.getAttribute("aria-pressed"), "true"));
    await page.keyboard.press("Escape");
  }));
