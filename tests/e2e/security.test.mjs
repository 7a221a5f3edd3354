// What a page must bear from its surroundings and refuse, whatever gets into it: a sandboxed frame elsewhere, scripts
// that are not its own, requests to anywhere else, and messages that do not keep to what is agreed.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { blank, launch } from "./support/browser.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site } from "./support/fixture.mjs";
import { EMBEDS, KINDS, ONE_OF_EACH, PAGES, PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { alive, asleep, ready, watchWork } from "./support/rest.mjs";
import { serveText } from "./support/server.mjs";
import { DIST } from "./support/tools.mjs";

/** Somebody else's server, which would answer anything and notes what it was asked for. */
const asked = [];
const foreign = createServer((request, response) => {
  asked.push(request.url);
  response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" });
  response.end("window.injected = 'a foreign script'");
}).listen(0, "127.0.0.1");
await once(foreign, "listening");
const FOREIGN = `http://127.0.0.1:${foreign.address().port}`;
after(() => {
  foreign.closeAllConnections();
  foreign.close();
});

/** What the attempts of `attack` must be refused as: the directive, and what it was about. */
const REFUSED = [
  "script-src eval", "script-src-attr inline", "script-src-elem inline", "style-src-elem inline",
  `connect-src ${FOREIGN.replace("http", "ws")}/socket`, `form-action ${FOREIGN}/form?`,
  // Of what would be shown in the page the browser does not say more.
  `frame-src ${FOREIGN}`, `object-src ${FOREIGN}`,
  ...["base-uri /", "connect-src /beacon", "connect-src /fetch", "connect-src /request", "img-src /image", "script-src-elem /import",
    "script-src-elem /script", "style-src-elem /style"].map((line) => line.replace(" ", ` ${FOREIGN}`)),
];

/**
 * Tries in a page what an attacker would. `window.attacked` says what was refused, as it comes; returns what was
 * answered.
 */
async function attack(foreign) {
  // What the tests run is allowed more than the page is; what comes after a pause is the page's own.
  await new Promise((done) => setTimeout(done));
  const refused = (window.attacked = new Set());
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => refused.add(`${effectiveDirective} ${blockedURI}`));
  const answered = [];
  const make = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties));
  make("script", { textContent: "window.injected = 'an inline script'" });
  make("script", { type: "module", textContent: "window.injected = 'an inline module'" });
  make("script", { src: `${foreign}/script` });
  make("div", { innerHTML: `<img src="${foreign}/image" onerror="window.injected = 'a handler'">` });
  make("button", {}).setAttribute("onclick", "window.injected = 'a click'");
  document.body.lastChild.click();
  make("a", { href: "javascript:window.injected='an address'" }).click();
  make("iframe", { src: `${foreign}/frame` });
  make("iframe", { srcdoc: "<script>parent.injected = 'a frame'</script>" });
  make("object", { data: `${foreign}/object` });
  make("link", { rel: "stylesheet", href: `${foreign}/style` });
  make("style", { textContent: "body { color: rgb(1, 2, 3) }" });
  make("base", { href: `${foreign}/` });
  make("form", { action: `${foreign}/form` }).submit();
  try {
    new Function("window.injected = 'a text'")();
  } catch {
    // As it should be.
  }
  for (const [name, ask] of [
    ["fetch", () => fetch(`${foreign}/fetch`)],
    ["import", () => import(`${foreign}/import`)],
    ["request", () => new Promise((done, fail) => {
      const request = Object.assign(new XMLHttpRequest(), { onload: done, onerror: fail });
      request.open("GET", `${foreign}/request`);
      request.send();
    })],
    ["socket", () => new Promise((done, fail) => Object.assign(new WebSocket(`${foreign.replace("http", "ws")}/socket`), { onopen: done, onerror: fail }))],
  ])
    await ask().then(() => answered.push(name), () => {});
  navigator.sendBeacon(`${foreign}/beacon`);
  if (getComputedStyle(document.body).color === "rgb(1, 2, 3)") answered.push("style");
  if (document.baseURI.startsWith(foreign)) answered.push("base");
  return answered;
}

test("all pages have the same policy, before anything that it is about", () => {
  // A build that does not know its host lets the page name it, in a script that stands in the page.
  const POLICY = /<script>document\.head\.append\([^<]*content:"([^"]*)"\.replace\(\/'self'\/g,[^<]*<\/script>/g;
  const policies = [...PAGES, ...EMBEDS].map((path) => {
    const html = readFileSync(join(DIST, path.endsWith("/") ? `${path}index.html` : path), "utf8");
    const [policy, ...more] = html.matchAll(POLICY);
    assert.ok(policy && !more.length, path);
    // Another one, and no more, may mend the address first, and say what is not here.
    const before = html.slice(0, policy.index).replace(/<script>try\{if\(.*?history\.replaceState\(.*?role=alert.*?<\/script>/, "")
      .replace(/<script>try\{const path=[^<]*location\.replace\(location\.origin\+[^<]*<\/script>/, "");
    assert.doesNotMatch(before, /<(script|link|style|base)/, path);
    return policy[1];
  });
  assert.deepEqual(policies, policies.map(() => policies[0]));
  assert.match(policies[0], /default-src 'none'/);
  assert.doesNotMatch(policies[0], /'unsafe-|\*|https?:/);
});

for (const path of THOROUGH ? [...KINDS, ...PLAIN_EMBEDS] : ONE_OF_EACH) {
  test(`${path} refuses scripts and requests that are not its own`, async () => {
    const page = await blank(browser);
    await page.goto(site.url(path));
    await ready(page);
    asked.length = 0;
    const answered = await page.evaluate(attack, FOREIGN);
    // All that was tried is refused, so nothing of it can still be under way.
    await eventually(async () => {
      const refused = await page.evaluate(() => [...window.attacked]);
      none(REFUSED.filter((line) => !refused.includes(line)).map((line) => `${line} is not refused`));
    });
    assert.equal(await page.evaluate(() => window.injected ?? "nothing"), "nothing");
    none([...answered, ...asked]);
    assert.equal(new URL(page.url()).origin, site.origin);
    await page.close();
  });
}

test("a page works in a sandboxed frame on another origin", async () => {
  const frameAddress = site.url("/waluigi-decay/");
  const host = await serveText(
    `<!doctype html><title>An essay</title><iframe title="A model" sandbox="allow-scripts" width="700" height="640" src="${frameAddress}"></iframe>`,
  );
  const page = await blank(browser);
  try {
    const problems = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(host.origin);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await alive(frame);
    assert.equal(await frame.evaluate(() => self.origin), "null");
    const number = frame.locator('input.box[name="reveal"]');
    const before = await number.inputValue();
    await frame.locator('input[type=range][name="reveal"]').press("ArrowRight");
    await eventually(async () => assert.notEqual(await number.inputValue(), before));
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
    await host.close();
  }
});

/** An author's page on another origin, with `html` in it. */
async function essay(html, act, inBrowser = browser) {
  const host = await serveText(`<!doctype html><html lang="en"><title>An essay</title><body>${html}`);
  const page = await blank(inBrowser);
  await page.addInitScript(watchWork);
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  try {
    await page.goto(host.origin);
    const embed = await eventually(() => {
      const frame = page.frames().find((known) => known.url().includes("/e/"));
      assert.ok(frame);
      return frame;
    });
    await alive(embed);
    await act(page, embed);
    none(problems);
  } finally {
    await page.close();
    await host.close();
  }
}

const number = async (embed, name = "reveal") => String(await fieldOf(embed, name));
const EMBED = "/e/waluigi-decay/";
const ELEMENT =
  `<script>window.changes = []; addEventListener("what-survives:change", ({ detail }) => changes.push(detail))</script>` +
  `<script type="module" src="${site.url("/embed.js")}"></script><what-survives simulator="waluigi-decay"></what-survives>`;

test("an embed follows an author who changes it all the time, without complaint from the browser", async () => {
  // Browsers stop listening to pages that change their address too often; Playwright asks for one that does not.
  const strict = await launch({ ignoreDefaultArgs: ["--disable-ipc-flooding-protection"] });
  after(() => strict.close());
  await essay(`<iframe title="A model" width="600" height="480" src="${site.url(EMBED)}"></iframe>`, async (page, embed) => {
    await page.evaluate(async () => {
      const { contentWindow } = document.querySelector("iframe");
      for (let step = 1; step <= 600; step++) {
        contentWindow.postMessage({ type: "what-survives:state", version: 1, query: `horizon=${500 * step}` }, "*");
        if (step % 3 === 0) await new Promise((done) => setTimeout(done, 5));
      }
    });
    await eventually(async () => assert.equal(await number(embed, "horizon"), "300000"));
    await eventually(async () => assert.match(await embed.evaluate(() => location.href), /horizon=300000$/));
  }, strict);
});

test("what a reader does after the author is not undone", () =>
  essay(`<iframe title="A model" width="600" height="480" src="${site.url(EMBED)}"></iframe>`, async (page, embed) => {
    await page.evaluate(() =>
      document.querySelector("iframe").contentWindow.postMessage({ type: "what-survives:state", version: 1, query: "horizon=5000" }, "*"));
    await eventually(async () => assert.equal(await number(embed, "horizon"), "5000"));
    await embed.locator("input[type=range]").first().press("End");
    await eventually(async () => assert.equal(await number(embed, "horizon"), "100000000"));
    await asleep(embed);
    assert.equal(await number(embed, "horizon"), "100000000");
  }));

test("an element takes from its frame a height and a state, and nothing else", () =>
  essay(ELEMENT, async (page, embed) => {
    const tell = (message) => embed.evaluate((message) => parent.postMessage({ version: 1, ...message }, "*"), message);
    // The frame answers a new height with what it really needs, so all that come are noted.
    await page.locator("iframe").evaluate((frame) => {
      window.heights = [];
      new MutationObserver(() => heights.push(frame.style.height)).observe(frame, { attributes: true });
    });
    for (const height of [1e9, -1, 1333.5, "9px", null, {}, "777", 1444]) await tell({ type: "what-survives:height", height });
    const heights = await eventually(async () => {
      const heights = await page.evaluate(() => heights);
      for (const expected of ["2000px", "120px", "1333.5px", "1444px"]) assert.ok(heights.includes(expected), `${expected} in ${heights}`);
      return heights;
    });
    for (const height of heights) assert.match(height, /^(2000|120|1333\.5|1444|4\d\d)px$/);
    await page.evaluate(() => (changes.length = 0));
    const change = { type: "what-survives:change", simulator: { toString: 0 }, preset: ["<b>"], query: "reveal=0.5", html: "<b>" };
    for (const message of [
      { ...change, version: 2 }, { ...change, query: 5 }, { ...change, query: "x".repeat(1e5) }, { type: "what-survives:go", href: "https://example.org/" },
    ])
      await tell(message);
    // Not from the frame.
    await page.evaluate(async (message) => {
      const heard = new Promise((done) => addEventListener("message", ({ data }) => data === "the last one" && done()));
      window.postMessage({ version: 1, ...message }, "*");
      window.postMessage("the last one", "*");
      await heard;
    }, change);
    // What is told afterwards is heard afterwards, and is all that is passed on.
    await tell(change);
    await eventually(async () => assert.notEqual((await page.evaluate(() => changes)).length, 0));
    const [detail, ...more] = await page.evaluate(() => changes);
    assert.deepEqual(more, []);
    assert.deepEqual(detail, { simulator: "waluigi-decay", preset: "", query: "reveal=0.5", parameters: { reveal: "0.5" } });
    const frame = await page.locator("iframe").evaluate((frame) => [frame.src, frame.getAttribute("style")]);
    assert.equal(frame[0].split("?")[0], site.url(EMBED));
    assert.match(frame[1], /^height: [\d.]+px;$/);
  }));
