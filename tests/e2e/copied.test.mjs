// A figure and a sentence, copied from the dialog into an article on another origin: both say what the page said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { offered, openDialog } from "./support/dialog.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { alive } from "./support/rest.mjs";
import { serveText } from "./support/server.mjs";

/** States in which a lesson is true and in which it is not, with flags, choices and ranges; every simulator's own where everything is tried. */
const STATES = [
  ...(THOROUGH ? PLAIN_EMBEDS.map((path) => path.slice(2)) : ["/waluigi-decay/", "/commons/", "/behavioral-selection/"]),
  "/waluigi-decay/sceptic/", "/waluigi-decay/?reveal=0.2&horizon=5000", "/waluigi-decay/?reveal=0.001~0.05&claim=soon-extinct",
  "/waluigi-decay/?horizon=100~5000", "/persuasion/?figure=map", "/waluigi-decay/?limited_memory=on&memory=20",
];

/** What the dialog offers of a state. */
const copied = async (state) => {
  const found = {};
  await visit(state, {}, async (page) => {
    await openDialog(page);
    // What is said of a range comes once it has been counted.
    if (state.includes("~")) await page.locator(".in-hundred").first().waitFor({ state: "attached" });
    for (const kind of ["element", "sentence"]) found[kind] = (await offered(page, kind)).text;
  });
  return found;
};

for (const state of STATES)
  test(`an article with what is copied from ${state} shows its numbers`, async () => {
    const { element, sentence } = await copied(state);
    const host = await serveText(`<!doctype html><html lang="en"><title>A post</title><body>${element}<p id="sentence">${sentence}</p>`);
    const page = await blank(browser, { viewport: { width: 360, height: 740 } });
    try {
      await page.goto(host.origin);
      const words = page.locator("#sentence");
      const before = await words.textContent();
      const frame = await eventually(() => {
        const found = page.frames().find((known) => known.url().includes("/e/"));
        assert.ok(found);
        return found;
      });
      await alive(frame);
      const shown = await frame.evaluate(() => document.querySelector("meta[name=what-survives]").dataset.state);
      assert.equal(shown, new URL(/<a href="([^"]*)"/.exec(element)[1].replaceAll("&amp;", "&")).search.slice(1));
      // Nobody has moved anything: what lives says what was copied. How often something holds an embed counts later.
      const apart = (text) => text.replace(/ in [\w ]+ of 100/g, "");
      await eventually(async () => assert.equal(apart(await words.textContent()), apart(before)));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    } finally {
      await page.close();
      await host.close();
    }
  });

test("the address of an article's figure is of this site", async () => {
  const { element } = await copied("/waluigi-decay/");
  assert.ok(element.includes(`src="${site.url("/embed.js")}"`));
});
