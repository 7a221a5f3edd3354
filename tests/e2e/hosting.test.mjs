// Places that pages are served from and kept in: hosts that want no slash, neighbours on the same host, copies on a
// disk, browsers without WebAssembly.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { alive, ready } from "./support/rest.mjs";
import { DIST } from "./support/tools.mjs";

/** Opens a page whose address gets the answer of another one, `file` in the folder of the site. */
async function answered(address, html, act) {
  const page = await blank(browser);
  const missing = [];
  page.on("response", (response) => response.status() >= 400 && missing.push(response.url()));
  try {
    const served = site.url(address).split("#")[0];
    await page.route((url) => url.href.split("#")[0] === served, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
    await page.goto(site.url(address), { waitUntil: "load" });
    await act(page, missing);
  } finally {
    await page.close();
  }
}

const file = (path) => readFileSync(join(DIST, path, "index.html"), "utf8");
const isStyled = (page) => page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 20));

for (const [path, query] of [["/waluigi-decay", "?reveal=0.2"], ["/waluigi-decay/sceptic", "?reveal=0.2#sources"], ["/about", ""], ["/statements", ""]]) {
  test(`${path}${query} works on a host that adds no slash`, () =>
    answered(`${path}${query}`, file(path), async (page) => {
      await ready(page);
      assert.ok(await isStyled(page));
      assert.equal(page.url(), site.url(`${path}/${query}`));
      if (!query) return;
      await alive(page);
      assert.equal(await fieldOf(page, "reveal"), 0.2);
      await page.locator("[data-share]").first().click();
      await page.waitForSelector("dialog[open]");
    }));
}

test("an embed works on a host that adds no slash", () =>
  answered("/e/waluigi-decay?reveal=0.2", file("/e/waluigi-decay"), async (page) => {
    assert.ok(await isStyled(page));
    await page.locator(".picture").first().hover();
    await alive(page);
    assert.equal(await fieldOf(page, "reveal"), 0.2);
  }));

test("a page that is named as a file keeps its address", () =>
  visit("/waluigi-decay/index.html?reveal=0.2", {}, async (page) => {
    assert.equal(page.url(), site.url("/waluigi-decay/index.html?reveal=0.2"));
    assert.equal(await fieldOf(page, "reveal"), 0.2);
  }));

test("the theme of a neighbour on the same host is not ours, and ours is not theirs", () =>
  visit("/waluigi-decay/", { init: () => localStorage.setItem("theme", "dark") }, async (page) => {
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    assert.equal(await theme(), undefined);
    await page.selectOption("[data-themes]", "light");
    assert.equal(await page.evaluate(() => localStorage.getItem("theme")), "dark");
    await page.reload();
    await ready(page);
    assert.equal(await theme(), "light");
    await page.selectOption("[data-themes]", "");
    await page.reload();
    await ready(page);
    assert.equal(await theme(), undefined);
  }));

/** A page as a browser saves it once its program has taken over. */
async function saved(path) {
  const page = await blank(browser);
  await page.goto(site.url(path), { waitUntil: "load" });
  await alive(page);
  const html = await page.content();
  await page.close();
  return html;
}

for (const path of ["/waluigi-decay/", "/"])
  test(`a saved copy of ${path} says that it is no page that answers`, async () => {
    const html = await saved(path);
    assert.match(html, /<html[^>]* data-ready="true"/);
    const page = await blank(browser);
    try {
      // From a disk, no module is loaded.
      await page.route(/(boot|gestures|what-survives)-.*\.js/, (route) => route.abort());
      await page.route(site.url(path), (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
      await page.goto(site.url(path), { waitUntil: "load" });
      await eventually(async () => assert.ok(await page.locator(".failed").isVisible()));
      assert.match(await page.locator(".failed").innerText(), /saved copy/);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
    } finally {
      await page.close();
    }
  });

test("pages without a program are ready as they are", () =>
  visit("/about/", {}, async (page) => assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), "true")));

test("where WebAssembly is switched off, the page says so", async () => {
  const page = await blank(browser);
  try {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto(site.url("/waluigi-decay/"), { waitUntil: "load" });
    await eventually(async () => assert.ok(await page.locator(".failed").isVisible()));
    assert.match(await page.locator(".failed").innerText(), /WebAssembly/);
  } finally {
    await page.close();
  }
});

/** Links as others hand them on, and what they set. */
const LINKS = [
  ["?reveal=0.2&amp;horizon=5000", 0.2, 5000],
  ["?reveal=0.2&amp;amp;horizon=5000", 0.2, 5000],
  ["?reveal=0.2&#38;horizon=5000", 0.2, 5000],
  ["?reveal=0.2%26horizon%3D5000", 0.2, 5000],
  ["?horizon=1e+6&reveal=0.2).", 0.2, 1_000_000],
  ["?reveal=0.2&horizon=5000&utm_source=a&fbclid=b&_ga=c&si=d&ref=e", 0.2, 5000],
];

for (const [link, reveal, horizon] of LINKS)
  test(`${link} is read as it was meant, without a notice`, () =>
    visit(`/waluigi-decay/${link}`, {}, async (page) => {
      assert.equal(await fieldOf(page, "reveal"), reveal);
      assert.equal(await fieldOf(page, "horizon"), horizon);
      assert.equal(await page.locator("[data-notices]").textContent(), "");
      await eventually(() => assert.equal(page.url(), site.url(`/waluigi-decay/?horizon=${horizon}&reveal=${reveal}`)));
    }));

test("an escaped address of an embed sets its height, too", () =>
  visit("/e/waluigi-decay/?reveal=0.2&amp;height=compact&amp;theme=dark", {}, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.dataset.height), "compact");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  }));
