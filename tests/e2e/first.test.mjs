// The first screen: without scrolling a reader sees the question, the answer, the whole picture, what to turn, and what
// becomes of each claim.

import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import { visit } from "./support/fixture.mjs";
import { PAGES } from "./support/pages.mjs";

/** Laptop and phone, in pixels. */
const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
];

/** What of a page is not wholly in the window, or is cut off, in words. */
function beyondTheWindow() {
  const wrong = [];
  for (const selector of ["h1", ".dek", ".picture svg", "[data-headline] .label", "[data-headline] .row", "[data-claim] > button"]) {
    const shown = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    // Of pictures, the first.
    const parts = selector === ".picture svg" ? shown.slice(0, 1) : shown;
    if (!parts.length) wrong.push(`${selector} is not there`);
    for (const part of parts) {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const name = `${selector} “${part.textContent.trim().slice(0, 30)}”`;
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) wrong.push(`${name} ends at ${Math.round(right)}, ${Math.round(bottom)}`);
      if (selector !== ".picture svg" && part.scrollWidth > part.clientWidth + 1) wrong.push(`${name} is cut off`);
    }
  }
  const { fontSize } = getComputedStyle(document.querySelector("h1"));
  const most = innerWidth < 700 ? 1.5 : 2.1;
  const rem = parseFloat(fontSize) / parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem > most) wrong.push(`the title is ${rem} rem high`);
  return wrong;
}

/** Simulators and their presets: no other page has a page of its name among the embeds. */
const SIMULATORS = PAGES.filter((path) => /^\/(?!v\/|e\/)[^/]+\/([^/]+\/)?$/.test(path));

describe("the first screen makes the point", { concurrency: 3 }, () => {
  for (const path of SIMULATORS) {
    it(path, () =>
      visit(path, {}, async (page) => {
        if (!(await page.locator(".stage").count())) return;
        // A page that begins with a question has its first screen once that is answered.
        if (await page.locator("html[data-asking], html[data-guessing]").count()) await page.locator("[data-skip]").click();
        for (const size of WINDOWS) {
          await page.setViewportSize(size);
          assert.deepEqual(await page.evaluate(beyondTheWindow), [], `${size.width} by ${size.height}`);
        }
      }));
  }
});

test("what is tested is there", () => assert.ok(SIMULATORS.length > 60, `${SIMULATORS.length} pages`));
