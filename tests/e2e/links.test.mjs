// Every page can be reached, every address in it is relative, and every one of them leads somewhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { none } from "./support/assertions.mjs";
import { EMBEDS, PAGES } from "./support/pages.mjs";
import { serveFolder } from "./support/server.mjs";
import { DIST } from "./support/tools.mjs";

const site = await serveFolder(DIST, "/some/base/");
after(() => site.close());

const PROMISED = [
  "/", "/404.html", "/about/", "/gallery/", "/waluigi-decay/", "/waluigi-decay/one-bad-look/",
  "/waluigi-decay/one-percent/", "/waluigi-decay/ten-step-memory/", "/waluigi-decay/outlasted/",
  "/waluigi-decay/sceptic/", "/embed/", "/module/",
];

const fetched = new Map();
/** Status, type and text of an address, each fetched once. */
function load(address) {
  if (!fetched.has(address)) {
    const answer = async () => {
      const response = await fetch(address);
      const type = response.headers.get("content-type");
      return { status: response.status, url: response.url, type, text: await response.text() };
    };
    fetched.set(address, answer());
  }
  return fetched.get(address);
}

const unescape = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

/** All addresses that a page names, as written. */
function addresses(html) {
  const attributes = html.matchAll(/\s(?:href|src|poster|action|data)="([^"]*)"/g);
  const sets = html.matchAll(/\ssrcset="([^"]*)"/g);
  return [
    ...[...attributes].map((match) => match[1]),
    ...[...sets].flatMap((match) => match[1].split(",").map((part) => part.trim().split(" ")[0])),
  ].map(unescape);
}

const file = (path) => readFileSync(join(DIST, path.endsWith("/") ? `${path}index.html` : path), "utf8");
const isElsewhere = (address) => /^[a-z]+:/.test(address);

test("all promised pages exist", () => {
  assert.deepEqual(PROMISED.filter((path) => !PAGES.includes(path)), []);
});

test("every page has a title of its own, a description and a language", () => {
  const titles = PAGES.map((path) => file(path).match(/<title>([^<]+)<\/title>/)?.[1]);
  assert.equal(new Set(titles).size, PAGES.length, titles.join("\n"));
  for (const path of PAGES) {
    assert.match(file(path), /<meta name="description" content="[^"]{20,}/, path);
    assert.match(file(path), /<html [^>]*lang="en"/, path);
  }
});

for (const path of [...PAGES, ...EMBEDS]) {
  test(`addresses of ${path} are relative and lead somewhere`, async () => {
    const wrong = [];
    for (const address of addresses(file(path))) {
      if (address.startsWith("/")) wrong.push(`${address} is absolute`);
      if (isElsewhere(address)) {
        if (!/^(https:|data:|mailto:)/.test(address)) wrong.push(`${address} is neither ours nor https`);
        continue;
      }
      const target = new URL(address, site.url(path));
      const { status, url, type, text } = await load(target.href.split("#")[0]);
      if (status !== 200) wrong.push(`${address} has status ${status}`);
      // A redirect would cost a round trip at each visit.
      if (url !== target.href.split("#")[0]) wrong.push(`${address} is redirected to ${url}`);
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (fragment && type.startsWith("text/html") && !text.includes(`id="${fragment}"`))
        wrong.push(`${address} names a place that does not exist`);
    }
    none(wrong);
  });
}

test("styles name only what exists", async () => {
  const sheets = new Set(PAGES.flatMap((path) =>
    addresses(file(path)).filter((address) => /\.css$/.test(address)).map((address) => new URL(address, site.url(path)).href)));
  for (const sheet of sheets) {
    for (const [, address] of (await load(sheet)).text.matchAll(/url\(["']?([^"')]+)/g)) {
      if (/^(data:|#)/.test(address)) continue;
      assert.equal((await load(new URL(address, sheet).href)).status, 200, address);
    }
  }
});

test("every page is reached by links from the front page", async () => {
  const reached = new Set(["/"]);
  for (const path of reached) {
    for (const address of addresses(file(path))) {
      const { origin, pathname } = new URL(address, site.url(path));
      const inside = "/" + pathname.slice(site.base.length);
      if (origin === site.origin && PAGES.includes(inside)) reached.add(inside);
    }
  }
  assert.deepEqual(PAGES.filter((path) => path !== "/404.html" && !reached.has(path)), []);
});
