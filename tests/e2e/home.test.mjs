// The first page: what stands on its first screen, and cards on common lines. And the path through all pages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { settled } from "./support/rest.mjs";
import { DIST } from "./support/tools.mjs";

/** The two windows of the first screen, and the largest title in each, in rem. */
const WINDOWS = [
  { width: 1280, height: 720, title: 2.1 },
  { width: 360, height: 740, title: 1.5 },
];

/** Where parts of a page stand, and what of them is outside of its window, run in a page. */
const outside = (selectors) =>
  selectors.flatMap((selector) => {
    const part = document.querySelector(selector);
    if (!part?.checkVisibility({ visibilityProperty: true })) return [`${selector} does not show`];
    const { left, top, right, bottom } = part.getBoundingClientRect();
    const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return isIn ? [] : [`${selector} at ${[left, top, right, bottom].map(Math.round)} leaves the window`];
  });

for (const { width, height, title } of WINDOWS) {
  test(`the first page shows question, picture and control at once in a window of ${width} by ${height}`, async () => {
    for (const [path, parts] of [
      ["/", [".guess input[type=range]", "[data-answer]", "[data-skip]"]],
      ["/?reveal=0.02", [".headline input[type=range]", ".headline input.box"]],
    ]) {
      await visit(path, { width, height }, async (page) => {
        await settled(page);
        const [picture] = await page.locator(".hook .picture svg").filter({ visible: true }).all();
        const all = ["h1", ".dek", ".hook .figure-title", ".hook .picture", ...parts];
        // Beside the picture there is room for the words, too.
        if (width > 1000 && path !== "/") all.push(".hook figcaption", ".hook .onward");
        none(await page.evaluate(outside, all));
        const size = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("h1")).fontSize) / parseFloat(getComputedStyle(document.documentElement).fontSize));
        assert.ok(size <= title + 0.01, `the title has ${size} rem`);
        const [drawn, control] = [await picture.boundingBox(), await page.locator(parts[0]).boundingBox()];
        if (width > 1000) assert.ok(control.x >= drawn.x + drawn.width && control.y < drawn.y + drawn.height, "the control is beside the picture");
        else assert.ok(control.y >= drawn.y + drawn.height, "the control is below the picture");
      });
    }
  });
}

test("cards of one row have their pictures, questions and lessons on common lines", () =>
  visit("/", {}, async (page) => {
    for (const width of [1280, 800, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll(".cards")].flatMap((cards) => {
          const rows = Map.groupBy(cards.children, (card) => Math.round(card.getBoundingClientRect().top));
          return [...rows.values()].flatMap((row) =>
            [["svg", "top"], ["svg", "bottom"], ["h4", "top"], ["p", "top"]].flatMap(([part, side]) => {
              const at = row.map((card) => Math.round(card.querySelector(part).getBoundingClientRect()[side]));
              return new Set(at).size > 1 ? [`${part}: ${side} at ${at}`] : [];
            }));
        }));
      none(wrong.map((line) => `${width} px: ${line}`));
      const inRow = await page.evaluate(() => new Set([...document.querySelectorAll(".cards li")].map((card) => card.getBoundingClientRect().left)).size);
      assert.equal(inRow, { 1280: 3, 800: 2, 360: 1 }[width]);
    }
  }));

const html = (path) => readFileSync(join(DIST, path, "index.html"), "utf8");

test("the first page lists all questions in the order in which the pages lead on", () => {
  const cards = [...html("").matchAll(/<h4><a href="\.\/([^"]+)\/">([^<]+)</g)].map(([, id, question]) => ({ id, question }));
  assert.equal(cards.length, 14);
  const path = [];
  for (let id = cards[0].id; id !== "statements"; ) {
    path.push(id);
    const [next, ...others] = html(id).match(/<nav [^>]*data-next[^]*?<\/nav>/g);
    assert.deepEqual(others, []);
    const links = [...next.matchAll(/<a [^>]*href="\.\.\/([^/"]+)\/[^"]*"[^>]*>([^<]+)</g)];
    assert.equal(links.length, 1, next);
    assert.match(next, /<p>[^<]+[.?]<\/p>/);
    id = links[0][1];
    if (id !== "statements") assert.equal(links[0][2], cards[path.length].question);
  }
  assert.deepEqual(path, cards.map(({ id }) => id));
});

test("the way on carries the numbers of the page along", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const link = page.locator("[data-next] a");
    assert.match(await link.getAttribute("href"), /\?reveal=0\.01&horizon=1000$/);
    await page.locator('input[type=range][name="horizon"]').press("PageUp");
    await eventually(async () => assert.doesNotMatch(await link.getAttribute("href"), /horizon=1000$/));
    const carried = new URL(await link.getAttribute("href"), page.url()).searchParams.get("horizon");
    await link.click();
    await eventually(async () => assert.equal(await page.locator('input.box[name="horizon"]').inputValue().then((text) => text.replaceAll(",", "")), carried));
  }));
