// Every page at every width: silent, within its width, nothing clipped. Themes differ in colours, not in sizes: pages
// are dark, too, where everything is tried.

import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { site, visit } from "./support/fixture.mjs";
import { covered, emptyFigures, misplacedText, sideways } from "./support/measure.mjs";
import { KINDS, ONE_OF_EACH, THOROUGH } from "./support/pages.mjs";
import { settled } from "./support/rest.mjs";

/** Widths in pixels. A page is loaded at the first and widened to the others. */
const WIDTHS = [320, 360, 768, 1280];
/** Those of which the layouts are: in one column on a phone, in one column, in two. */
const FEW_WIDTHS = [320, 768, 1280];

/** What is wrong on a page at its present width. */
async function wrongAt(page, width, measures) {
  const wrong = [];
  for (const measure of measures) wrong.push(...(await page.evaluate(measure)));
  return wrong.map((line) => `${width} px: ${line}`);
}

for (const path of KINDS) {
  const isTried = THOROUGH || ONE_OF_EACH.includes(path);
  for (const dark of THOROUGH ? [false, true] : [false]) {
    test(`${path} at every width, ${dark ? "dark" : "light"}`, () =>
      visit(path, { width: WIDTHS[0], dark }, async (page) => {
        const wrong = [];
        for (const width of isTried ? WIDTHS : FEW_WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          wrong.push(...(await wrongAt(page, width, [sideways, misplacedText, emptyFigures])));
        }
        // As a window of 1280 by 1024 px is at four times the size.
        await page.setViewportSize({ width: 320, height: 256 });
        await settled(page);
        wrong.push(...(await wrongAt(page, 320, [sideways, misplacedText, covered])));
        none(wrong);
      }));
  }
}

// One window shows them all: without scripts a page keeps nothing for the next.
test("every page without scripts, on a screen and on paper", () =>
  visit(KINDS[0], { width: 360, js: false }, async (page) => {
    const wrong = [];
    for (const path of KINDS) {
      await page.goto(site.url(path));
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const media of ["screen", "print"]) {
          await page.emulateMedia({ media });
          wrong.push(...(await wrongAt(page, width, [sideways, emptyFigures])).map((line) => `${path} ${media} ${line}`));
        }
      }
    }
    none(wrong);
  }));
