// A simulator as one file: opened from the disk it does what its page does, and asks for nothing else.

import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { eventually } from "./support/assertions.mjs";
import { blank, launch } from "./support/browser.mjs";
import { emptyFigures, sideways } from "./support/measure.mjs";
import { fieldOf } from "./support/fields.mjs";
import { command } from "./support/native.mjs";
import { PLAIN_EMBEDS } from "./support/pages.mjs";
import { alive, ready } from "./support/rest.mjs";
import { DIST, ROOT } from "./support/tools.mjs";

const folder = mkdtempSync(join(tmpdir(), "what-survives-"));
const browser = await launch();
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Makes the file from what Trunk built for the site. */
function make(...options) {
  const file = join(folder, "single.html");
  const trunk = process.env.TRUNK ?? join(ROOT, "target", "trunk");
  command("single", "waluigi-decay", "--trunk", trunk, "--out", file, ...options);
  return file;
}

/** Opens the file from the disk, and insists that it asked for itself alone and complained of nothing. */
async function visit(file, query, act, expected = []) {
  const page = await blank(browser);
  const problems = [];
  const requests = new Set();
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.add(request.url().split("?")[0].slice(0, 200)));
  await page.goto(pathToFileURL(file).href + query);
  await ready(page);
  await act(page);
  await page.close();
  assert.deepEqual(problems.filter((problem) => !expected.some((known) => problem.includes(known))), []);
  assert.deepEqual([...requests].filter((url) => !url.startsWith("data:")), [pathToFileURL(file).href]);
}

const box = async (page, name = "reveal") => String(await fieldOf(page, name));

test("one file opens from the disk and works without any other", () =>
  visit(make(), "", async (page) => {
    assert.deepEqual([...(await page.evaluate(emptyFigures)), ...(await page.evaluate(sideways))], []);
    const drawing = () => page.locator("figure svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
    const before = [await drawing(), await box(page)];
    await page.locator('input[type=range][name="reveal"]').press("PageUp");
    await eventually(async () => {
      assert.notEqual(await drawing(), before[0]);
      assert.match(page.url(), /\?reveal=/);
      assert.notEqual(await box(page), before[1]);
    });
    await page.locator('[data-play="reveal"]').click();
    const moving = await box(page);
    await eventually(async () => assert.notEqual(await box(page), moving));
  }));

test("its links open states of the same file, or lead to the site where that is known", async () => {
  await visit(make(), "?reveal=0.02", async (page) => {
    assert.equal(await box(page), "0.02");
    await page.locator(".presets a").first().click();
    await page.waitForURL(/single\.html\?(?!reveal=0\.02$)/);
    await alive(page);
    const links = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(links.filter((href) => !/^(\?|#|https:)/.test(href)), []);
    assert.equal(await page.locator("nav").count(), 1);
  });
  const html = readFileSync(make("--base", "https://example.org/models/"), "utf8");
  assert.match(html, /<a class="wordmark" href="https:\/\/example\.org\/models\/"/);
  assert.doesNotMatch(html, /(href|src)="\.\.?\//);
});

test("the site has the file of each simulator, for those who cannot make it", async () => {
  const file = (path) => join(DIST, "single", `${path.split("/")[2]}.html`);
  for (const path of PLAIN_EMBEDS) assert.ok(existsSync(file(path)), path);
  const copy = join(folder, "copy.html");
  copyFileSync(file("/e/waluigi-decay/"), copy);
  await visit(copy, "?reveal=0.02", async (page) => assert.equal(await box(page), "0.02"));
});

test("its policy allows what is in it and nothing else", () =>
  visit(make(), "", async (page) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.doesNotMatch(policy, /'unsafe-(inline|eval)'|'self'|https?:/);
    const ran = await page.evaluate(async () => {
      for (const [tag, text] of [["script", "window.injected = 1"], ["style", "body { display: none }"]])
        document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
      const asked = await fetch(location.href).then(() => "answered", () => "refused");
      return [window.injected, getComputedStyle(document.body).display, asked];
    });
    assert.deepEqual(ran, [undefined, "block", "refused"]);
  }, ["Content Security Policy"]));
