// A page that the browser has translated, as Chrome does it: each text node goes, and other nodes with other words
// stand in its place. What the program says after that must be what it says on a page that nobody has translated.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { alive, settled } from "./support/rest.mjs";

/** Run in a page: puts `<font><font>` with other words in the place of each text. */
function translate() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest("script, style, svg, textarea, option, template")) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = `»${text.data}«`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** Run in a page: what the program says in words, without what a translator has put around them. */
function said() {
  const places = "[data-notices], [data-tools], [data-control], [data-value], [data-table], [data-caption], [data-verdict-of], " +
    "[data-margin], [data-count], [data-watching], [data-tips], [data-levers], [data-changed]";
  const shown = [...document.querySelectorAll(places)].filter((place) => !place.closest("details:not([open])"));
  return shown.map((place) => {
    const names = [...place.attributes].filter(({ name }) => /^data-(?!stale|away)/.test(name)).map(({ name, value }) => `${name}=${value}`);
    return `${names.join(" ")}: ${place.textContent.replace(/[»«]/g, "").replace(/\s+/g, " ").trim()}`;
  });
}

/** What a reader does, one after the other; each changes other words. */
const STEPS = [
  ["horizon", "2 million"],
  ["reveal", "20 %"],
  ["reveal", "many"],
  ["reveal", "0.001 % ~ 5 %"],
  ["prior", "0.9"],
];

/** In an embed, the headline control alone is in sight. */
const EMBED_STEPS = ["2 million", "many", "10"].map((text) => ["horizon", text]);

async function enter(page, name, text) {
  const field = page.locator(`input.box[name="${name}"]`);
  await field.fill(text);
  await field.press("Enter");
}

async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll("details:not(.help)").forEach((fold) => (fold.open = true)));
  await page.locator('[data-chip="soon-extinct"]').evaluate((chip) => chip.click());
  await settled(page);
}

for (const path of ["/waluigi-decay/", "/waluigi-decay/?share=0.5&reveal=many", "/e/waluigi-decay/?height=full"]) {
  test(`${path} says after each change what is true, translated or not`, () =>
    visit(path, {}, (plain) =>
      visit(path, {}, async (page) => {
        const isEmbed = path.startsWith("/e/");
        const pages = [plain, page];
        if (isEmbed) for (const each of pages) await each.locator(".picture").first().hover();
        for (const each of pages) await alive(each);
        for (const each of pages) if (!isEmbed) await unfold(each);
        await page.evaluate(translate);
        const before = await plain.evaluate(said);
        const steps = isEmbed ? EMBED_STEPS : STEPS;
        for (const [name, text] of steps) {
          for (const each of pages) {
            await enter(each, name, text);
            await settled(each);
          }
          await eventually(async () => assert.deepEqual(await page.evaluate(said), await plain.evaluate(said), `${name}=${text}`));
        }
        assert.notDeepEqual(await plain.evaluate(said), before, "the steps change words");
        if (isEmbed) return;
        for (const key of ["Pin to compare", "Undo", "Unpin", "Reset"]) {
          for (const each of pages) {
            await each.locator(`[data-key="${key}"]`).click();
            await settled(each);
          }
          await eventually(async () => assert.deepEqual(await page.evaluate(said), await plain.evaluate(said), key));
        }
      }),
    ));
}
