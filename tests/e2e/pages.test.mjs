// Every page at every width and in both themes: silent, within its width, nothing clipped, accessible.

import assert from "node:assert/strict";
import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { noteShifts, emptyFigures, figureBoxes, misplacedText, sideways } from "./support/measure.mjs";
import { KINDS } from "./support/pages.mjs";
import { axeSource } from "./support/tools.mjs";

const VIEWS = [
  { width: 320, axe: true },
  { width: 320, dark: true, axe: true },
  { width: 360 },
  { width: 768 },
  { width: 1280, axe: true },
  { width: 1280, dark: true, axe: true },
];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe has against a page, one line for each element. */
async function axeViolations(page) {
  await page.evaluate(`${axeSource()}; undefined`);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
  }, RULES);
}

for (const path of KINDS) {
  for (const view of VIEWS) {
    test(`${path} at ${view.width} px, ${view.dark ? "dark" : "light"}`, () =>
      visit(path, view, async (page) => {
        const wrong = [];
        for (const measure of [sideways, misplacedText, emptyFigures]) wrong.push(...(await page.evaluate(measure)));
        if (view.axe) wrong.push(...(await axeViolations(page)));
        none(wrong);
      }));
  }

  for (const width of [360, 1280]) {
    test(`${path} at ${width} px without scripts, and taken over without a jump`, async () => {
      let before;
      await visit(path, { width, js: false }, async (page) => {
        const wrong = [];
        for (const measure of [sideways, emptyFigures]) wrong.push(...(await page.evaluate(measure)));
        none(wrong);
        before = await page.evaluate(figureBoxes);
      });
      await visit(path, { width, slow: true, init: noteShifts }, async (page) => {
        // Layouts settle and shifts are reported some frames after the program is there.
        await page.waitForTimeout(400);
        const shifts = await page.evaluate(() => window.shifts);
        const sum = shifts.reduce((sum, { value }) => sum + value, 0);
        if (sum >= 0.01) none([`cumulative layout shift is ${sum}`, ...shifts.flatMap(({ moved }) => moved)]);
        const after = await page.evaluate(figureBoxes);
        assert.equal(after.length, before.length);
        none(after.flatMap(({ id, width, height }, index) => {
          const was = before[index];
          const same = Math.abs(width - was.width) <= 1 && Math.abs(height - was.height) <= 1;
          return same ? [] : [`${id} was ${was.width} by ${was.height} px and is now ${width} by ${height} px`];
        }));
      });
    });
  }
}
