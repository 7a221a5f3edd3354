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
import { THOROUGH } from "./support/pages.mjs";
import { alive, ready } from "./support/rest.mjs";
import { serveFolder, serveText } from "./support/server.mjs";
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

/** Pages as files of their folders, which some hosts make of every link. */
const FILES = ["/index.html", "/waluigi-decay/index.html", "/waluigi-decay/sceptic/index.html", "/e/waluigi-decay/index.html", "/about/index.html", "/embed/index.html", "/module/index.html"];
for (const path of FILES)
  test(`${path} keeps its address, and finds all that it needs`, () =>
    visit(`${path}?reveal=0.2`, {}, async (page) => {
      assert.ok(await isStyled(page));
      assert.equal(page.url(), site.url(`${path}?reveal=0.2`));
      if (path.startsWith("/e/")) await page.locator(".picture").first().hover();
      if (!path.includes("waluigi")) return;
      await alive(page);
      assert.equal(await fieldOf(page, "reveal"), 0.2);
    }));

/** Addresses that do not exist, and what was meant. */
const MISSPELT = [
  ["/waluigi-decay/).", "/waluigi-decay/"],
  ["/waluigi-decay).?reveal=0.2", "/waluigi-decay/?reveal=0.2"],
  ["/waluigi-decay/sceptic/%22%3E", "/waluigi-decay/sceptic/"],
  ["/waluigi-decay/%3Freveal=0.2", "/waluigi-decay/?reveal=0.2"],
  ["/waluigi-decay/%3Freveal%3D0.2%26horizon%3D5000", "/waluigi-decay/?horizon=5000&reveal=0.2"],
  ["/waluigi-decay/&reveal=0.2", "/waluigi-decay/?reveal=0.2"],
  ["/waluigi-decay/%20?reveal=0.2#sources", "/waluigi-decay/?reveal=0.2#sources"],
  ["/waluigi-decay/%E2%80%8B", "/waluigi-decay/"],
  ["/waluigi-decay...", "/waluigi-decay/"],
  ["/Waluigi-Decay/?reveal=0.2", "/waluigi-decay/?reveal=0.2"],
];
for (const [path, meant] of MISSPELT)
  test(`${path} leads to ${meant}`, async () => {
    const page = await blank(browser);
    try {
      await page.goto(site.url(path));
      await page.waitForSelector("html[data-ready=true] meta[name=what-survives]", { state: "attached" });
      await eventually(() => assert.equal(page.url(), site.url(meant)));
    } finally {
      await page.close();
    }
  });

for (const path of ["/no-such-page", "/no-such-page/", "/no-such-page/).", "/No-Such-Page/?x=1"])
  test(`${path} is said not to exist`, async () => {
    const page = await blank(browser);
    try {
      await page.goto(site.url(path));
      await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
    } finally {
      await page.close();
    }
  });

/** What other sites add to a link, a few of each kind; `tests` of `params/link.rs` know more. */
const ADDED = ["fbclid=IwAR0x-y_z", "utm_source=a%20b&utm_medium=c", "ref=producthunt", "amp=1", "source=---------2--", "gclid=EAIaIQ", "si=abc", "s=20&t=xyz", "mc_cid=1&mc_eid=UNIQID", "trk=public_post", "__twitter_impression=true", "via=newsletter", "_x_tr_sl=en&_x_tr_tl=de", "_hsenc=p2ANqtz", "cmpid=x", "feature=youtu.be", "igshid=MDJm", "share_id=a%3Db", "ref_src=twsrc%5Etfw"];
for (const path of ["/waluigi-decay/", "/e/waluigi-decay/", "/"])
  test(`${path} keeps its state and is silent, whatever another site adds`, async () => {
    const wrong = [];
    for (const added of THOROUGH ? ADDED : ADDED.filter((_, place) => place % 5 === 0))
      await visit(`${path}?${added}&reveal=0.2&${added}`, {}, async (page) => {
        if (path.startsWith("/e/")) await page.locator(".picture").first().hover();
        await alive(page);
        const notices = await page.locator("[data-notices]").allTextContents();
        const state = await page.locator("meta[name=what-survives]").getAttribute("data-state");
        if (notices.join("") || state !== "reveal=0.2") wrong.push(`${added}: ${state} ${notices}`);
      });
    assert.deepEqual(wrong, []);
  });

/** A post on another site, and a host that sends no Access-Control-Allow-Origin, as `python3 -m http.server` is one. */
async function withoutCors(html, act) {
  const plain = await serveFolder(DIST, "/some/base/", undefined, { cors: false });
  const post = await serveText(`<!doctype html><html lang="en"><title>A post</title>${html(plain.url)}`);
  const page = await blank(browser, { viewport: { width: 900, height: 900 } });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  try {
    await page.goto(post.origin);
    await act(page, said);
  } finally {
    await page.close();
    await Promise.all([plain.close(), post.close()]);
  }
}
const HEADER = /Access-Control-Allow-Origin/;
const saysHeader = (said) => eventually(() => assert.ok(said.some((text) => HEADER.test(text)), said.join("\n")));

test("a frame needs no header of the host", () =>
  withoutCors((url) => `<iframe width="640" height="520" src="${url("/e/waluigi-decay/?reveal=0.2")}"></iframe>`, async (page, said) => {
    const [, frame] = page.frames();
    await alive(frame);
    assert.equal(await fieldOf(frame, "reveal"), 0.2);
    assert.deepEqual(said, []);
  }));

test("the file of a simulator is alive in a sandboxed frame, and needs no header", () =>
  withoutCors((url) => `<iframe sandbox="allow-scripts" width="640" height="520" src="${url("/single/waluigi-decay.html?reveal=0.2")}"></iframe>`, async (page) => {
    const [, frame] = page.frames();
    await alive(frame);
    assert.equal(await fieldOf(frame, "reveal"), 0.2);
  }));

test("a sandboxed frame without the header shows its picture and says what is missing", () =>
  withoutCors((url) => `<iframe sandbox="allow-scripts" width="640" height="520" src="${url("/e/waluigi-decay/?reveal=0.2")}"></iframe>`, async (page, said) => {
    const [, frame] = page.frames();
    await frame.locator(".failed").waitFor();
    assert.ok(await frame.locator("[data-chart] svg").first().isVisible());
    await saysHeader(said);
  }));

test("without the header the element keeps what stands in it, and the module says why it cannot be had", () =>
  withoutCors(
    (url) => `<script type="module" src="${url("/embed.js")}"></script><what-survives simulator="waluigi-decay"><b>A figure</b></what-survives>
      <script type="module">import("${url("/what-survives.js")}").catch(() => (window.failed = true))</script>`,
    async (page, said) => {
      await page.waitForFunction(() => window.failed);
      await saysHeader(said);
      assert.ok(await page.getByText("A figure").isVisible());
    },
  ));

test("hosts that read such files are told to send the header", () => {
  for (const file of ["_headers", ".htaccess"]) assert.match(readFileSync(join(DIST, file), "utf8"), HEADER, file);
});

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
  ["?reveal%253D0.2%2526horizon%253D5000", 0.2, 5000],
  ["?reveal=0.2\\u0026horizon=5000/", 0.2, 5000],
  ["?Reveal=20%25&HORIZON=5%E2%80%AF000&quot;", 0.2, 5000],
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

for (const query of ["height=compact&amp;theme=dark&amp;figure=patience", "height=compact%26theme%3Ddark%26figure%3Dpatience", 'figure=patience).&theme=dark"&height=compact"%3E'])
  test(`an embed obeys ${query} as it was meant`, () =>
    visit(`/e/waluigi-decay/?reveal=0.2&${query}`, {}, async (page) => {
      const { theme, height } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      assert.deepEqual([theme, height], ["dark", "compact"]);
      assert.equal(await page.locator("figure").getAttribute("data-figure"), "patience");
    }));
