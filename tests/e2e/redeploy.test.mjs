// A new version of the site over an old one: what is open, cached or embedded goes on, where the files of the old one
// are carried over; and where they are gone, it says so and finds the new one with its state.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, describe, test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { blank, launch } from "./support/browser.mjs";
import { CHROMIUM, ENGINES } from "./support/engines.mjs";
import { fieldOf } from "./support/fields.mjs";
import { alive } from "./support/rest.mjs";
import { serveFolder, serveText } from "./support/server.mjs";
import { DIST, ROOT } from "./support/tools.mjs";

const folder = mkdtempSync(join(tmpdir(), "what-survives-"));
const browser = await launch();
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Another version of the site: each file that is named by its content has another content, and so another name. */
function version(name) {
  const path = join(folder, name);
  cpSync(DIST, path, { recursive: true });
  const { current } = JSON.parse(readFileSync(join(path, "files.json"), "utf8"));
  const hashes = current.map((file) => /-([0-9a-f]{9,})(_bg)?\.\w+$/.exec(file)[1]);
  const other = (hash) => `${name}${[...hash].reverse().join("")}`;
  const marked = (text) => text.replace(new RegExp(`-(${hashes.join("|")})`, "g"), (_, hash) => `-${other(hash)}`);
  for (const file of readdirSync(path, { recursive: true })) {
    if (![".html", ".js", ".css", ".json"].includes(extname(file))) continue;
    const text = readFileSync(join(path, file), "utf8");
    const mark = [".js", ".css"].includes(extname(file)) && current.includes(file) ? `\n/* ${name} */` : "";
    writeFileSync(join(path, file), marked(text) + mark);
  }
  for (const file of current) renameSync(join(path, file), join(path, marked(file)));
  return path;
}

const former = version("1");
const forgetful = version("2");
const careful = join(folder, "3");
cpSync(forgetful, careful, { recursive: true });
const published = execFileSync("cargo", ["xtask", "carry", former, "--into", careful], { cwd: ROOT, encoding: "utf8" });

const PAGE = "/waluigi-decay/";
const EMBED = "/e/waluigi-decay/";
const STATE = "?reveal=0.2";
const htmlOf = (path, site) => readFileSync(join(site, path, "index.html"), "utf8");

/** A host whose site can be replaced while pages of it are open. */
async function host() {
  const live = join(mkdtempSync(join(folder, "host-")), "site");
  symlinkSync(former, live, "junction");
  const server = await serveFolder(live, "/some/base/");
  const deploy = (site) => {
    symlinkSync(site, `${live}-next`, "junction");
    renameSync(`${live}-next`, live);
  };
  return { ...server, deploy };
}

async function visit(act) {
  const site = await host();
  const page = await blank(browser, { viewport: { width: 1280, height: 900 } });
  try {
    await act(page, site);
  } finally {
    await page.close();
    await site.close();
  }
}

/** Answers the next request for a page with that of the former version, as a cache does that is asked no more than once. */
const cached = (page, site, path) =>
  page.route((url) => url.href === site.url(path + STATE), (route) => route.fulfill({ body: htmlOf(path, former), contentType: "text/html; charset=utf-8" }), { times: 1 });
const isStyled = (page) => page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--ink") !== "");
/** Insists that a page is the new version in the state of the old one. */
async function isNew(page, reveal = 0.2) {
  await eventually(async () => assert.match(await page.content(), /style-2|embed-2/));
  await page.locator("h1").first().hover();
  await alive(page);
  assert.ok(await isStyled(page));
  assert.equal(await fieldOf(page, "reveal"), reveal);
}

test("the files of the former version stay, and are told apart from those of the new one", () => {
  const { current, former: kept } = JSON.parse(readFileSync(join(careful, "files.json"), "utf8"));
  const before = JSON.parse(readFileSync(join(former, "files.json"), "utf8"));
  assert.deepEqual(Object.keys(kept).sort(), before.current.sort());
  assert.match(published, new RegExp(`^${before.current.length} files `));
  for (const file of [...current, ...before.current]) assert.ok(readFileSync(join(careful, file)).length, file);
});

test("an open page goes on with what it fetches later", () =>
  visit(async (page, site) => {
    await page.goto(site.url(PAGE));
    await alive(page);
    await page.locator('input[type=range][name="horizon"]').press("PageUp");
    site.deploy(careful);
    const horizon = await fieldOf(page, "horizon");
    await page.locator("[data-share]").click();
    await page.waitForSelector("dialog[open]");
    assert.match(await page.locator("dialog textarea").inputValue(), new RegExp(`horizon=${horizon}`));
    await page.keyboard.press("Escape");
    await page.locator("[data-explore]").scrollIntoViewIfNeeded();
    await eventually(async () => assert.equal(await page.locator("[data-explore][data-stale]").count(), 0));
    assert.equal(await page.getByText("could not be loaded").count(), 0);
  }));

test("an embed starts with the program of its version", () =>
  visit(async (page, site) => {
    // Nothing comes in sight by itself.
    await page.addInitScript(() => (window.IntersectionObserver = class { observe() {} disconnect() {} }));
    await page.goto(site.url(EMBED + STATE));
    site.deploy(careful);
    const programs = [];
    page.on("request", (request) => request.url().endsWith(".wasm") && programs.push(request.url()));
    await page.locator(".picture").hover();
    await alive(page);
    assert.equal(await fieldOf(page, "reveal"), 0.2);
    assert.match(`${programs}`, /-1\w+_bg\.wasm$/);
  }));

for (const path of [PAGE, EMBED])
  test(`${path} from a cache has its style and its program`, () =>
    visit(async (page, site) => {
      site.deploy(careful);
      await cached(page, site, path);
      await page.goto(site.url(path + STATE));
      assert.ok(await isStyled(page));
      await page.locator("h1").first().hover();
      await alive(page);
      assert.equal(await fieldOf(page, "reveal"), 0.2);
      assert.match(await page.content(), /boot-1/);
      assert.equal(await page.locator("[role=alert]").count(), 0);
    }));

test("where the former files are gone, Share says so and leads to the new version with the state", () =>
  visit(async (page, site) => {
    await page.goto(site.url(PAGE));
    await alive(page);
    await page.locator('input[type=range][name="reveal"]').press("End");
    const moved = await fieldOf(page, "reveal");
    await eventually(() => assert.match(page.url(), /reveal=/));
    site.deploy(forgetful);
    await page.locator("[data-share]").click();
    await page.getByText("may be a newer page").waitFor();
    await page.locator("[data-share] + [role=status] a").click();
    await isNew(page, moved);
    assert.match(page.url(), /\?reveal=/);
  }));

test("where the former files are gone, an embed says so and leads to the new version with the state", () =>
  visit(async (page, site) => {
    const post = await serveText(`<!doctype html><html lang="en"><title>A post</title><iframe sandbox="allow-scripts" width="640" height="520" src="${site.url(EMBED + STATE)}"></iframe>`);
    try {
      // The frame's page has arrived, and its program will not.
      await page.route("**/boot-1*", (route) => route.fulfill({ status: 404, body: "Not found" }));
      await page.goto(post.origin);
      const frame = page.frames()[1];
      await frame.locator(".failed").waitFor();
      site.deploy(forgetful);
      await frame.locator(".failed").getByText(/again$/).click();
      await eventually(async () => assert.match(await page.frames()[1].content(), /frame-2/));
      await alive(page.frames()[1]);
      assert.equal(await fieldOf(page.frames()[1], "reveal"), 0.2);
    } finally {
      await post.close();
    }
  }));

for (const path of [PAGE, EMBED])
  test(`where the former files are gone, ${path} from a cache says so without its style and leads to the new version`, () =>
    visit(async (page, site) => {
      site.deploy(forgetful);
      await cached(page, site, path);
      await page.goto(site.url(path + STATE));
      await page.locator("[role=alert]").waitFor();
      assert.match(await page.locator("[role=alert]").innerText(), /not here/);
      await page.locator("[role=alert] a").click();
      await isNew(page);
      assert.equal(await page.locator("[role=alert]").count(), 0);
    }));

const bare = join(folder, "bare");
for (const path of [PAGE, EMBED, "/about/"]) {
  mkdirSync(join(bare, path), { recursive: true });
  writeFileSync(join(bare, path, "index.html"), htmlOf(path, former));
}
const nothing = await serveFolder(bare, "/some/base/");
after(() => nothing.close());

for (const [name, start] of Object.entries({ ...CHROMIUM, ...ENGINES }))
  describe(name, async () => {
    const engine = await start();
    after(() => engine.close());
    for (const path of [PAGE, EMBED, "/about/"])
      test(`${path} without any of its files says so`, async () => {
        await engine.open(nothing.url(path));
        await eventually(async () => {
          const said = await engine.evaluate(() => document.querySelector("[role=alert]")?.innerText ?? "");
          assert.match(said, /not here.*Load it again/);
        });
      });
    test("a page that has its files does not say so", async () => {
      const site = await serveFolder(former, "/some/base/");
      try {
        await engine.open(site.url(PAGE));
        await eventually(async () => assert.equal(await engine.evaluate(() => document.documentElement.dataset.ready), "true"));
        assert.equal(await engine.evaluate(() => document.querySelectorAll("[role=alert]").length), 0);
      } finally {
        await site.close();
      }
    });
  });
