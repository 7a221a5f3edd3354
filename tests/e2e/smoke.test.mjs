// One page of each kind, looked at quickly: `cargo xtask test --quick` runs this file alone, on a development build.
// All of it is tested in more detail elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { axeViolations } from "./support/axe.mjs";
import { visit } from "./support/fixture.mjs";
import { emptyFigures, misplacedText, noteShifts, sideways } from "./support/measure.mjs";
import { ONE_OF_EACH } from "./support/pages.mjs";
import { alive, settled } from "./support/rest.mjs";

/** How far a page may shift in all, as in the tests of all widths. */
const MOST_SHIFT = 0.01;

/** Pages with a program, and the slider that moves their first picture. */
const LIVE = {
  "/": "horizon",
  "/waluigi-decay/": "horizon",
  "/waluigi-decay/outlasted/": "horizon",
  "/e/waluigi-decay/": "horizon",
};

for (const path of ONE_OF_EACH) {
  const slider = LIVE[path];
  test(`${path} opens without a complaint, a shift or anything that axe finds${slider ? ", and follows its slider" : ""}`, () =>
    visit(path, { init: noteShifts }, async (page) => {
      if (slider) await alive(page);
      await settled(page);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((sum, { value }) => sum + value, 0);
      if (sum >= MOST_SHIFT) none(shifts.flatMap(({ value, moved }) => [`shifts by ${value}`, ...moved]));
      for (const measure of [sideways, misplacedText, emptyFigures]) none(await page.evaluate(measure));
      none(await axeViolations(page));
      // A page that begins with a question shows its control when that is answered.
      const skip = page.getByRole("button", { name: "Skip" });
      if (await skip.isVisible()) await skip.click();
      if (slider) await follows(page, slider);
    }));
}

/** Insists that a slider moves picture, number and address. */
async function follows(page, slider) {
  const state = async () => ({
    number: await page.locator(`input.box[name="${slider}"]`).inputValue(),
    picture: await page.locator("figure[data-figure] svg path").evaluateAll((parts) => parts.map((part) => part.getAttribute("d")).join()),
    address: new URL(page.url()).search,
  });
  const before = await state();
  await page.locator(`input[type=range][name="${slider}"]`).press("PageUp");
  await eventually(async () => {
    const now = await state();
    for (const part of Object.keys(before)) assert.notEqual(now[part], before[part], part);
  });
}
