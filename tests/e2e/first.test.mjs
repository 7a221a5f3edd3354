// The first screen: without scrolling a reader sees the question, the answer, the whole picture, what to turn, and what
// becomes of each claim.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site, visit } from "./support/fixture.mjs";
import { EMBEDS, KINDS, PAGES, THOROUGH } from "./support/pages.mjs";
import { alive } from "./support/rest.mjs";
import { DIST } from "./support/tools.mjs";

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
const SIMULATORS = PAGES.filter((path) => EMBEDS.includes(`/e${path}`));

/** How many letters there are in the line below the title of a page. */
const letters = (path) => /<p class="dek">([^]*?)<\/p>/.exec(readFileSync(join(DIST, path, "index.html"), "utf8"))?.[1].length ?? 0;

/** The pages of each simulator. */
const GROUPS = {};
for (const path of SIMULATORS) (GROUPS[path.split("/")[1]] ??= []).push(path);

for (const all of Object.values(GROUPS)) {
  // Presets differ in numbers and in one line of words: where not everything is tried, the longest line is.
  const most = Math.max(...all.map(letters));
  const paths = all.filter((path) => THOROUGH || KINDS.includes(path) || letters(path) === most);
  test(`the first screen makes the point: ${paths.join(" ")}`, () =>
    visit(paths[0], {}, async (page) => {
      for (const path of paths) {
        if (path !== paths[0]) await page.goto(site.url(path));
        await alive(page);
        // A page that begins with a question has its first screen once that is answered.
        if (await page.locator("html[data-asking], html[data-guessing]").count()) await page.locator("[data-skip]").click();
        for (const size of WINDOWS) {
          await page.setViewportSize(size);
          assert.deepEqual(await page.evaluate(beyondTheWindow), [], `${path} in ${size.width} by ${size.height}`);
        }
      }
    }));
}

test("what is tested is there", () =>
  assert.ok(SIMULATORS.length > 60 && SIMULATORS.every((path) => letters(path) > 20), `${SIMULATORS.length} pages`));
