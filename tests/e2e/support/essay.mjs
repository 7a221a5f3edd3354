// An author's page, on another origin, with embeds in it.

import assert from "node:assert/strict";
import { eventually, none } from "./assertions.mjs";
import { blank, tellBlame } from "./browser.mjs";
import { browser, site } from "./fixture.mjs";
import { asleep, watchWork } from "./rest.mjs";
import { serveText } from "./server.mjs";

/** A bare frame. */
export const frame = (path, attributes = "") =>
  `<iframe title="A model" width="600" height="480" style="border:0" src="${site.url(path)}" ${attributes}></iframe>`;

/**
 * Opens an author's page, on another origin, and insists that nothing was logged or failed but for what is `expected`.
 * Where programs are `held`, they come when `act` calls `release`. It waits for an embed unless there are no `embeds`.
 */
export async function essay(html, act, { js = true, embeds = true, init, held = false, expected = /^$/, width = 1000, height = 900 } = {}) {
  const host = await serveText(
    `<!doctype html><html lang="en"><title>An essay</title><body><script>window.messages=[];window.changes=[];
     addEventListener("message",({data,source})=>messages.push({...data,from:source?.location?0:1}));
     addEventListener("what-survives:change",({detail})=>changes.push(detail))</script>${html.replaceAll("$ROOT", site.url("/"))}`,
  );
  const page = await blank(browser, { viewport: { width, height }, javaScriptEnabled: js });
  const problems = [];
  const requests = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  let release;
  const released = new Promise((done) => (release = done));
  if (held) await page.route("**/*.wasm", (route) => released.then(() => route.continue()));
  await page.addInitScript(tellBlame);
  await page.addInitScript(watchWork);
  if (init) await page.addInitScript(init);
  try {
    await page.goto(host.origin);
    const embed = (at = 0) => page.frames().filter((known) => known.url().includes("/some/base/e/"))[at];
    if (embeds) await eventually(() => assert.ok(embed()));
    await act({ page, embed, release, programs: () => requests.filter((url) => url.endsWith(".wasm")).length });
    none(problems.filter((problem) => !expected.test(problem)));
  } finally {
    await page.close();
    await host.close();
  }
}

/** Waits until a frame has heard all that the page around it has told it so far, and done all that follows. */
export async function heard(page, embed) {
  await embed.evaluate(() => {
    window.heard = new Promise((done) => addEventListener("message", ({ data }) => data === "the last one" && done()));
  });
  const element = await embed.frameElement();
  await element.evaluate((frame) => frame.contentWindow.postMessage("the last one", "*"));
  await embed.evaluate(() => window.heard);
  await asleep(embed);
}

/** The element with its script. */
export const ELEMENT = (attributes, inside = "<p>fallback</p>") =>
  `<script type="module" src="$ROOTembed.js"></script><what-survives ${attributes}>${inside}</what-survives>`;
