// The program arrives, and nothing moves: no layout shift, and every part stays where it was, at any width. (Files of
// tests begin in the order of their names: this one takes long, so it comes early.)

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { none } from "./support/assertions.mjs";
import { open } from "./support/browser.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { holdProgram, movedParts, noteShifts, sideways } from "./support/measure.mjs";
import { EMBEDS, PAGES, THOROUGH } from "./support/pages.mjs";
import { alive, settled } from "./support/rest.mjs";
import { serveFolder } from "./support/server.mjs";
import { DIST } from "./support/tools.mjs";

/** Widths in pixels: phones, tablets, windows. */
const WIDTHS = [320, 360, 375, 390, 412, 430, 540, 600, 768, 820, 1024, 1280];
/** The pages, and the embeds, that are looked at with all of them. */
const THOROUGHLY = ["/", "/waluigi-decay/", "/behavioral-selection/", "/e/waluigi-decay/"];
/** The others are looked at with every sixth, each from another start; with every third where everything is tried. */
const EVERY = THOROUGH ? 3 : 6;
/** The heights of frames in pixels, and what their addresses ask for. */
const FRAMES = [
  { height: 360, query: "?height=compact" },
  { height: 480, query: "?height=normal" },
  { height: 640, query: "?height=full" },
  { height: 480, query: "" },
];

/** Loads an address from the start in a window of another size; nothing that is there is laid out anew meanwhile. */
async function again(page, address, size) {
  await page.goto("about:blank");
  await page.setViewportSize(size);
  await page.goto(address, { waitUntil: "load" });
}

const one = (path) => path.split("/").length;
const kinds = [...PAGES.filter((path) => one(path) <= 3), ...EMBEDS.filter((path) => one(path) <= 4)];

describe("taken over without a jump", { concurrency: 3 }, () => {
  kinds.forEach((path, index) => {
    const widths = WIDTHS.filter((_, place) => THOROUGHLY.includes(path) || place % EVERY === index % EVERY);
    it(`${path} at ${widths.join(", ")} px`, async () => {
      const sizes = widths.map((width) => ({
        width,
        ...(EMBEDS.includes(path) ? FRAMES[(index + WIDTHS.indexOf(width)) % FRAMES.length] : { height: width < 700 ? 740 : 900, query: "" }),
      }));
      const [{ query, ...first }] = sizes;
      await visit(path + query, { ...first, init: { content: `(${noteShifts})(); (${holdProgram})();` } }, async (page) => {
        for (const { width, height, query } of sizes) {
          if (width !== first.width) await again(page, site.url(path + query), { width, height });
          // An embed fetches its program later than a page.
          if (await page.locator("meta[name=what-survives]").count()) await alive(page);
          await settled(page);
          const shifts = await page.evaluate(() => window.shifts);
          const moved = [...(await page.evaluate(movedParts)), ...(await page.evaluate(sideways))];
          none([...shifts.flatMap(({ value, moved }) => [`a shift of ${value}`, ...moved]), ...moved].map((line) => `${width} by ${height} px: ${line}`));
        }
      });
    });
  });
});

/** A page in pieces: cut within the words below the first picture and within the lesson, and after each of three claims. */
function pieces(html) {
  const within = (start, end) => {
    const from = html.indexOf(start);
    return from < 0 ? [] : [0.5, 0.7, 0.85, 0.95].map((share) => Math.floor(from + (html.indexOf(end, from) - from) * share));
  };
  const claims = [...html.matchAll(/<\/li>/g)].map(({ index }) => index).filter((index) => index > html.indexOf("data-claims")).slice(0, 3);
  const cuts = [...within("<nav", "</a>"), ...within("<figcaption", "</figcaption>"), ...within('<p class="live"', "</p>"), ...claims].sort((one, other) => one - other);
  return [0, ...cuts].map((from, at) => html.slice(from, cuts[at] ?? html.length));
}

// A page in pieces is waited for most of the time.
describe("a page that comes in pieces does not move", { concurrency: true }, async () => {
  const slow = await serveFolder(DIST, "/some/base/", undefined, { pieces });
  after(() => slow.close());
  for (const path of ["/", "/waluigi-decay/", "/inoculation/", "/behavioral-selection/"]) {
    it(path, async () => {
      const { page, close } = await open(browser, slow, path, { width: 360, height: 900, init: noteShifts });
      for (const width of [360, 768, 1024, 1280]) {
        if (width !== 360) await again(page, slow.url(path), { width, height: 900 });
        await alive(page);
        const shifts = await page.evaluate(() => window.shifts);
        none(shifts.flatMap(({ value, moved }) => [`${path} at ${width} px: a shift of ${value}`, ...moved]));
        // The first page asks first, and hides its answer.
        if (path !== "/") assert.equal(await page.locator("figcaption").first().evaluate((words) => getComputedStyle(words).visibility), "visible");
      }
      await close();
    });
  }
});
