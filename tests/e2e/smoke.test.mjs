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

const LIVE = ONE_OF_EACH.filter((path) => path === "/" || path.includes("/waluigi-decay/"));

for (const path of ONE_OF_EACH) {
  test(`${path} opens without a complaint, a shift or anything that axe finds${LIVE.includes(path) ? ", and follows its slider" : ""}`, () =>
    visit(path, { width: 360, init: noteShifts }, async (page) => {
      if (LIVE.includes(path)) await alive(page);
      await settled(page);
      none((await page.evaluate(() => window.shifts)).flatMap(({ value, moved }) => [`shifts by ${value}`, ...moved]));
      for (const measure of [sideways, misplacedText, emptyFigures]) none(await page.evaluate(measure));
      none(await axeViolations(page));
      if (LIVE.includes(path)) await follows(page);
    }));
}

/** Insists that a slider moves picture, number and address. */
async function follows(page) {
  const state = async () => ({
    number: await page.locator("input[type=number]").first().inputValue(),
    picture: await page.locator("figure[data-figure] svg path").evaluateAll((parts) => parts.map((part) => part.getAttribute("d")).join()),
    address: new URL(page.url()).search,
  });
  const before = await state();
  await page.locator("[data-control] input[type=range]").first().press("PageUp");
  await eventually(async () => {
    const now = await state();
    for (const part of Object.keys(before)) assert.notEqual(now[part], before[part], part);
  });
}
