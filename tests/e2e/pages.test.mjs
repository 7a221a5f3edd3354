// Every page at every width and in both themes: silent, within its width, nothing clipped.

import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { settled } from "./support/browser.mjs";
import { visit } from "./support/fixture.mjs";
import { emptyFigures, misplacedText, sideways } from "./support/measure.mjs";
import { KINDS } from "./support/pages.mjs";

/** Widths in pixels. A page is loaded at the first and widened to the others. */
const WIDTHS = [320, 360, 768, 1280];

/** What is wrong on a page at its present width. */
async function wrongAt(page, width, measures) {
  const wrong = [];
  for (const measure of measures) wrong.push(...(await page.evaluate(measure)));
  return wrong.map((line) => `${width} px: ${line}`);
}

for (const path of KINDS) {
  for (const dark of [false, true]) {
    test(`${path} at every width, ${dark ? "dark" : "light"}`, () =>
      visit(path, { width: WIDTHS[0], dark }, async (page) => {
        const wrong = [];
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          wrong.push(...(await wrongAt(page, width, [sideways, misplacedText, emptyFigures])));
        }
        none(wrong);
      }));
  }

  test(`${path} without scripts`, () =>
    visit(path, { width: 360, js: false }, async (page) => {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const media of ["screen", "print"]) {
          await page.emulateMedia({ media });
          none(await wrongAt(page, width, [sideways, emptyFigures]));
        }
      }
    }));
}
