// Claims: choosing one, the shading of the sliders, tipping points, links to a claim, levers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { asleep, settled, watchWork } from "./support/rest.mjs";

const verdict = (page, id) => page.locator(`[data-claim="${id}"]`).getAttribute("data-verdict");
const shades = (page) =>
  page.$$eval(".shading rect", (rects) => rects.map((rect) => `${rect.getAttribute("x")}+${rect.getAttribute("width")}`));

/** Simulators, and a claim of each that a tipping point can flip. */
const CLAIMS = [
  ["/waluigi-decay/", "half-life-grows"],
  ["/clever-waluigi/", "untested-material-helps"],
  ["/alignment-pretraining/", "sharper-reader"],
  ["/treacherous-turn/", "rivals-hurry"],
];

for (const [path, id] of CLAIMS) {
  test(`${path}: a chosen claim is shaded, and its tipping point flips it`, () =>
    visit(path, {}, async (page) => {
      const before = await shades(page);
      await page.locator(`input[type=radio][name=claim][value="${id}"]`).check();
      await eventually(async () => {
        assert.notDeepEqual(await shades(page), before, "the sliders show another claim");
        assert.equal(new URL(page.url()).searchParams.get("claim"), id);
      });
      await settled(page);
      const was = await verdict(page, id);
      const meaning = await page.locator(".headline input[type=range]").getAttribute("aria-valuetext");
      assert.match(meaning, new RegExp(`the shaded claim ${was}`));
      await page.locator(`[data-claim="${id}"] [data-tip]`).first().click();
      await eventually(async () => assert.notEqual(await verdict(page, id), was));
      const words = await page.locator(`[data-claim="${id}"] .verdict`).innerText();
      assert.match(words, /holds|fails/, "a verdict is said in words, too");
      await page.goBack();
      await eventually(async () => assert.equal(await verdict(page, id), was));
    }));
}

test("a link to a claim opens with that claim watched", () =>
  visit("/waluigi-decay/?claim=forgetting-dooms", {}, async (page) => {
    assert.ok(await page.locator('input[type=radio][value="forgetting-dooms"]').isChecked());
    await page.locator("[data-more]", { has: page.locator('[data-shade="memory"]') }).locator("summary").first().click();
    // Where memory is the only thing that matters, its slider alone is shaded in part.
    await eventually(async () => {
      const parts = await page.locator('[data-shade="memory"] rect').getAttribute("width");
      assert.ok(Number(parts) < 1000, parts);
    });
  }));

test("shading follows a change once the page is idle", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const before = await page.locator('[data-shade="reveal"] rect').getAttribute("x");
    await page.locator('input.box[name="prior"]').fill("0.01");
    await page.keyboard.press("Tab");
    await eventually(async () =>
      assert.notEqual(await page.locator('[data-shade="reveal"] rect').getAttribute("x"), before));
  }));

test("a lever is a link to the state at its end", () =>
  visit("/waluigi-decay/", { init: watchWork }, async (page) => {
    await asleep(page);
    const lever = page.locator("[data-lever]").first();
    const parameter = await lever.getAttribute("data-lever");
    const result = await lever.locator("a b").last().innerText();
    await lever.locator("a").last().click();
    await eventually(async () => {
      assert.ok(new URL(page.url()).searchParams.has(parameter));
      assert.equal(await page.locator('.readouts [data-value="suspicion_unknown"]').innerText(), result);
    });
  }));

test("verdicts are in the page without scripts", () =>
  visit("/waluigi-decay/", { js: false }, async (page) => {
    const verdicts = await page.$$eval("[data-claim]", (claims) => claims.map((claim) => claim.dataset.verdict));
    assert.deepEqual(verdicts, ["holds", "holds", "holds", "fails", "holds", "holds", "holds", "holds"]);
    assert.ok((await page.locator("[data-tip]").count()) > 5);
  }));

test("a slider without a shaded stretch does not speak of one", () =>
  visit("/?reveal=0.02", {}, async (page) => {
    const slider = page.locator("input[type=range][name]").first();
    const meaning = () => slider.getAttribute("aria-valuetext");
    const before = await meaning();
    await slider.press("ArrowRight");
    await eventually(async () => assert.notEqual(await meaning(), before));
    assert.doesNotMatch(await meaning(), /shaded/);
  }));
