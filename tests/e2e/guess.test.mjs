// Guess first: the curve is hidden until the reader has drawn one or skipped it, and then compared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";

const PAGE = "/waluigi-decay/outlasted/";
const isHidden = (page) => page.locator('figure[data-figure="suspicion"] .picture .marks').first().evaluate((marks) => getComputedStyle(marks).visibility === "hidden");
const drawn = (page) => page.locator(".guess-drawing path").getAttribute("d");

test("a drawn guess is compared with the truth, and goes when the state changes", () =>
  visit(PAGE, {}, async (page) => {
    assert.ok(await isHidden(page));
    const before = await drawn(page);
    const { x, y, width, height } = await page.locator(".guess-drawing").boundingBox();
    await page.mouse.move(x + width * 0.12, y + height * 0.3);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height * 0.75, { steps: 12 });
    await page.mouse.up();
    assert.notEqual(await drawn(page), before);
    await page.getByRole("button", { name: "Show me" }).click();
    assert.equal(await isHidden(page), false);
    const said = page.locator(".guessed");
    assert.match(await said.textContent(), /^At the right end you drew \d+ %; it is (under 1|\d+) %\. .*percentage point/);
    assert.ok(await said.evaluate((element) => element === document.activeElement));
    await page.locator('.headline input[type=range]').press("PageUp");
    await page.locator('input[type=range][name="patience_max"]').press("PageUp");
    await eventually(async () => assert.equal(await page.locator(".guess-drawing").count(), 0));
  }));

test("five sliders draw a guess by keyboard", () =>
  visit(PAGE, {}, async (page) => {
    const sliders = page.locator(".guess input[type=range]");
    assert.equal(await sliders.count(), 5);
    const before = await drawn(page);
    await sliders.last().press("Home");
    assert.notEqual(await drawn(page), before);
    assert.equal(await sliders.last().getAttribute("aria-valuetext"), "0 %");
    await page.getByRole("button", { name: "Show me" }).press("Enter");
    assert.match(await page.locator(".guessed").textContent(), /you drew 0 %/);
  }));

test("a guess can be skipped, and is not asked for by a link with a state of its own", async () => {
  await visit(PAGE, { width: 360 }, async (page) => {
    await page.getByRole("button", { name: "Skip the guess" }).click();
    assert.equal(await isHidden(page), false);
    assert.equal(await page.locator(".guess-drawing").count(), 0);
  });
  await visit(`${PAGE}?reveal=0.02`, {}, async (page) => {
    assert.equal(await isHidden(page), false);
    assert.equal(await page.locator(".guess").isVisible(), false);
  });
});

test("without scripts the curve is there, and nothing is asked", () =>
  visit(PAGE, { js: false }, async (page) => {
    assert.equal(await isHidden(page), false);
    assert.equal(await page.locator(".guess").isVisible(), false);
  }));

test("an embed asks only if its address says so", async () => {
  for (const [query, asks] of [["", false], ["?guess=1", true], ["?guess=1&reveal=0.02", false]]) {
    await visit(`/e${PAGE}${query}`, {}, async (page) => {
      await page.locator("body").hover();
      await page.waitForSelector("html[data-ready=true]", { state: "attached" });
      await eventually(async () => assert.equal(await page.locator(".guess").isVisible(), asks, query));
      assert.equal(await isHidden(page), asks, query);
    });
  }
});
