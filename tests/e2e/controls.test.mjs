// What a reader does with a page: keys, mouse, typing, the address, back, presets, reset.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { fieldOf } from "./support/fields.mjs";
import { visit } from "./support/fixture.mjs";
import { alive, settled } from "./support/rest.mjs";

const PAGE = "/waluigi-decay/";
const slider = (page, name = "reveal") => page.locator(`input[type=range][name="${name}"]`);
const box = (page, name = "reveal") => page.locator(`input.box[name="${name}"]`);
const query = (page) => new URL(page.url()).searchParams;
const entries = (page) => page.evaluate(() => history.length);

/** Everything that should follow when a parameter changes. */
async function state(page) {
  await settled(page);
  return {
    number: await fieldOf(page, "reveal"),
    position: Number(await slider(page).inputValue()),
    meaning: await slider(page).getAttribute("aria-valuetext"),
    readout: await page.locator('[data-value="suspicion_known"]').first().textContent(),
    caption: await page.locator('figure[data-figure="suspicion"] figcaption').textContent(),
    drawing: await page.$$eval('figure[data-figure="suspicion"] svg path', (paths) =>
      paths.map((path) => path.getAttribute("d")).join(" ")),
    address: query(page).get("reveal"),
  };
}

/** Waits until all parts named have changed, and returns the new state. */
function changed(page, before, parts) {
  return eventually(async () => {
    const now = await state(page);
    for (const part of parts) assert.notEqual(now[part], before[part], `${part} has not changed`);
    return now;
  });
}

test("an arrow key moves number, words, readout, picture and address", () =>
  visit(PAGE, {}, async (page) => {
    const before = await state(page);
    await slider(page).focus();
    await page.keyboard.press("ArrowRight");
    const after = await changed(page, before, ["number", "position", "meaning", "readout", "drawing", "address"]);
    assert.ok(after.number > before.number);
    assert.equal(Number(after.address), after.number);
  }));

test("Page Up goes ten times as far as an arrow key, Home and End to the ends", () =>
  visit(PAGE, {}, async (page) => {
    const step = Number(await slider(page).getAttribute("step"));
    const start = await state(page);
    await slider(page).focus();
    await page.keyboard.press("PageUp");
    const up = await changed(page, start, ["position", "number"]);
    assert.ok(Math.abs(up.position - start.position - 10 * step) <= step, `${start.position} to ${up.position}`);
    for (const [key, end] of [["Home", 0.000001], ["End", 0.5]]) {
      await page.keyboard.press(key);
      await eventually(async () => assert.equal(await fieldOf(page, "reveal"), end, key));
    }
  }));

test("a finished change is one entry in the history, and back undoes it", () =>
  visit(PAGE, {}, async (page) => {
    const before = await state(page);
    const count = await entries(page);
    await slider(page).focus();
    await page.keyboard.press("ArrowRight");
    const after = await changed(page, before, ["number", "address"]);
    assert.equal(await entries(page), count + 1);
    await page.goBack();
    await eventually(async () => assert.deepEqual(await state(page), before));
    await page.goForward();
    await eventually(async () => assert.deepEqual(await state(page), after));
  }));

test("dragging with the mouse moves everything along and leaves one entry", () =>
  visit(PAGE, {}, async (page) => {
    const before = await state(page);
    const count = await entries(page);
    await slider(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider(page).boundingBox();
    await page.mouse.move(x + width * 0.55, y + height / 2);
    await page.mouse.down();
    let last = before;
    for (const share of [0.6, 0.7, 0.8]) {
      await page.mouse.move(x + width * share, y + height / 2, { steps: 5 });
      last = await changed(page, last, ["number", "readout", "drawing", "address"]);
    }
    await page.mouse.up();
    await eventually(async () => assert.equal(Number(query(page).get("reveal")), await fieldOf(page, "reveal")));
    assert.equal(await entries(page), count + 1);
    await page.goBack();
    await eventually(async () => assert.deepEqual(await state(page), before));
  }));

test("a number can be typed", () =>
  visit(PAGE, {}, async (page) => {
    await box(page).fill("0.02");
    await page.keyboard.press("Tab");
    await eventually(async () => assert.equal((await state(page)).address, "0.02"));
    assert.equal(await fieldOf(page, "reveal"), 0.02);
  }));

test("a number outside the range is explained in words", () =>
  visit(PAGE, {}, async (page) => {
    await box(page).fill("70");
    await page.keyboard.press("Tab");
    await eventually(async () => assert.equal(await fieldOf(page, "reveal"), 0.5));
    const notes = (await box(page).getAttribute("aria-describedby")).split(" ");
    const words = await page.locator(notes.map((id) => `[id="${id}"]`).join(", ")).allTextContents();
    assert.match(words.join(" "), /\w+ \w+.*(0\.5|50)/);
  }));

test("a flag and the memory behind it follow, too", () =>
  visit(PAGE, {}, async (page) => {
    const before = await state(page);
    const flag = page.locator('input[type=checkbox][name="limited_memory"]');
    await page.locator("[data-more]", { has: flag }).locator("summary").first().click();
    await flag.press("Space");
    await eventually(async () => {
      assert.ok(query(page).has("limited_memory"));
      assert.notEqual((await state(page)).drawing, before.drawing);
    });
  }));

test("an address with junk in it is answered in words, with numbers for everything", () =>
  visit(`${PAGE}?reveal=abc&horizon=1e999&prior=-5&x=%3Cscript%3E`, {}, async (page) => {
    const notices = await page.locator("[data-notices]").first().innerText();
    for (const word of ["abc", "1e999", "-5"]) assert.ok(notices.includes(word), `${word} in: ${notices}`);
    const markup = await page.evaluate(() => document.body.outerHTML);
    assert.doesNotMatch(markup, /NaN|Infinity|<script>/);
  }));

test("an address is read as it was written", () =>
  visit(`${PAGE}?reveal=0.02&horizon=5000`, {}, async (page) => {
    assert.equal(await fieldOf(page, "reveal"), 0.02);
    assert.equal(await fieldOf(page, "horizon"), 5000);
    assert.equal(await page.locator("[data-notices]").first().innerText(), "");
    assert.equal(new URL(page.url()).search, "?reveal=0.02&horizon=5000");
  }));

test("reset goes back to the start of the page", () =>
  visit(PAGE, {}, async (page) => {
    const before = await state(page);
    await slider(page).focus();
    await page.keyboard.press("PageUp");
    await changed(page, before, ["number", "address"]);
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(async () => assert.deepEqual(await state(page), before));
    assert.equal(new URL(page.url()).search, "");
  }));

test("a preset opens by its link with its own numbers, which its address need not repeat", () =>
  visit(PAGE, {}, async (page) => {
    await page.locator('a[href$="sceptic/"]').first().click();
    await page.waitForURL("**/sceptic/");
    await alive(page);
    assert.equal(await fieldOf(page, "reveal"), 0.00001);
    assert.equal(await fieldOf(page, "patience_max"), 1_000_000_000);
    assert.equal(new URL(page.url()).search, "");
  }));

test("the slider of the front page moves its figure", () =>
  visit("/", {}, async (page) => {
    const drawing = () =>
      page.locator("figure[data-figure] svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
    const before = await drawing();
    await page.locator("input[type=range]").first().press("PageUp");
    await eventually(async () => assert.notEqual(await drawing(), before));
  }));
