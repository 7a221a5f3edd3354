// Claims: choosing one, the shading of the sliders, tipping points, links to a claim.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { settled } from "./support/rest.mjs";

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
      await page.locator(`[data-chip="${id}"]`).click();
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
    const chip = page.locator('[data-chip="forgetting-dooms"]');
    assert.equal(await chip.getAttribute("aria-current"), "true");
    assert.equal(await chip.getAttribute("aria-expanded"), "true");
    assert.ok(await page.locator('[data-margin="forgetting-dooms"]').isVisible());
    assert.match(await page.locator("p.key").innerText(), /Shaded: where “forgetting dooms it” holds/);
    await page.locator("[data-more]", { has: page.locator('[data-shade="memory"]') }).locator("summary").first().click();
    // Where memory is the only thing that matters, its slider alone is shaded in part.
    await eventually(async () => {
      const parts = await page.locator('[data-shade="memory"] rect').getAttribute("width");
      assert.ok(Number(parts) < 1000, parts);
    });
  }));

test("a chip unfolds its claim and folds it again, by keyboard, and the others keep their places", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const names = () => page.$$eval("[data-chip] .name", (chips) => chips.map((chip) => chip.textContent));
    const shown = () => page.$$eval("[data-claims] .claim", (all) => all.filter((claim) => claim.checkVisibility()).length);
    const order = await names();
    const chip = page.locator('[data-chip="in-proportion"]');
    assert.equal(await shown(), 0, "nothing is unfolded at first");
    await chip.focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await shown(), 1));
    assert.equal(await chip.getAttribute("aria-expanded"), "true");
    assert.match(await page.locator("p.key").innerText(), /slow, in proportion/);
    await page.locator('[data-chip="soon-extinct"]').click();
    await eventually(async () => {
      assert.equal(await shown(), 1, "one at a time");
      assert.equal(await chip.getAttribute("aria-expanded"), "false");
    });
    await page.locator('[data-chip="soon-extinct"]').press("Space");
    await eventually(async () => assert.equal(await shown(), 0));
    assert.equal(await page.locator('[data-chip="soon-extinct"]').getAttribute("aria-current"), "true", "it is watched still");
    assert.deepEqual(await names(), order);
  }));

test("what is unfolded follows the numbers, and what was folded meanwhile is true when it unfolds", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const margin = page.locator('[data-margin="soon-extinct"]');
    const set = async (text) => {
      await page.locator('input.box[name="reveal"]').fill(text);
      await page.keyboard.press("Tab");
    };
    await set("0.02");
    await page.locator('[data-chip="soon-extinct"]').click();
    await eventually(async () => assert.match(await margin.innerText(), /^It holds/));
    const before = await margin.innerText();
    await set("0.03");
    await eventually(async () => assert.notEqual(await margin.innerText(), before));
    await set("0.0001");
    await eventually(async () => assert.match(await margin.innerText(), /^It fails/));
  }));

test("a verdict that turns is counted, ringed until the page is still, and said then", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const score = page.locator("[data-count]");
    assert.equal(await score.innerText(), "7 of 8 claims hold under your assumptions");
    const claim = page.locator('[data-claim="soon-extinct"]');
    assert.equal(await claim.getAttribute("data-turned"), null);
    const ring = () => claim.locator("button").evaluate((chip) => getComputedStyle(chip).boxShadow);
    assert.equal(await ring(), "none");
    await claim.evaluate((claim) => {
      new MutationObserver(() => {
        const { boxShadow } = getComputedStyle(claim.querySelector("button"));
        window.rings = [...(window.rings ?? []), [claim.dataset.turned ?? null, boxShadow !== "none"]];
      }).observe(claim, { attributeFilter: ["data-turned"] });
    });
    await page.locator('input.box[name="reveal"]').fill("0.001");
    await page.keyboard.press("Tab");
    await eventually(async () => {
      assert.match(await score.innerText(), /^6 of 8/);
      assert.match(await page.locator("[data-live]").textContent(), /^“soon driven extinct” fails now\. After 1,000/);
    });
    assert.deepEqual(await page.evaluate(() => window.rings), [["fails", true], [null, false]]);
    assert.equal(await ring(), "none");
  }));

test("a theorem shades the whole of every slider", () =>
  visit("/behavioral-selection/", {}, async (page) => {
    await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
    await settled(page);
    const inPart = page.locator('[data-shade]:not(:has(rect[width="1000"]))');
    assert.notEqual(await inPart.count(), 0);
    await page.locator('[data-chip="length-is-selection"]').click();
    await eventually(async () => assert.equal(await inPart.count(), 0));
    await settled(page);
  }));

test("shading follows a change once the page is idle", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    const before = await page.locator('[data-shade="reveal"] rect').getAttribute("x");
    await page.locator('input.box[name="prior"]').fill("0.01");
    await page.keyboard.press("Tab");
    await eventually(async () =>
      assert.notEqual(await page.locator('[data-shade="reveal"] rect').getAttribute("x"), before));
  }));

test("verdicts are in the page without scripts", () =>
  visit("/waluigi-decay/", { js: false }, async (page) => {
    const verdicts = await page.$$eval("[data-claim]", (claims) => claims.map((claim) => claim.dataset.verdict));
    assert.deepEqual(verdicts, ["holds", "holds", "holds", "fails", "holds", "holds", "holds", "holds"]);
    assert.match(await page.locator('[data-tips="soon-extinct"]').innerText(), /^It would fail at: .* below 0\.458\s%; /);
    for (const words of await page.locator("[data-claims] .claim").all()) assert.ok(await words.isVisible(), "all are unfolded");
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
