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
    for (const share of [0.5, 0.4, 0.3]) {
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

/** What is typed, the number that it means, and what the field says of it. */
const WRITTEN = [
  ["2%", 0.02, ""],
  ["3 %", 0.03, ""],
  ["1 in 50", 0.02, ""],
  ["1/25", 0.04, ""],
  ["0.03", 0.03, "taken as 3 %"],
  ["0,02", 0.02, "taken as 2 %"],
  ["5", 0.05, "taken as 5 %"],
  ["1,5 %", 0.015, "taken as 1.5 %"],
  ["1.2 × 10⁻⁵", 0.000012, "taken as 0.0012 %"],
  ["many", 0.000012, "“many” is not understood; it stays at 0.0012 %."],
  ["2 % or so", 0.000012, "“2 % or so” is not understood; it stays at 0.0012 %."],
];

test("a field takes numbers as people write them, and says what it understood", () =>
  visit(PAGE, {}, async (page) => {
    const said = page.locator('[data-understood="reveal"]');
    for (const [text, number, words] of WRITTEN) {
      await box(page).fill(text);
      await box(page).press("Enter");
      await eventually(async () => {
        assert.equal(await fieldOf(page, "reveal"), number, text);
        assert.equal((await said.textContent()).replaceAll("\u00a0", " "), words, text);
      });
    }
  }));

test("keys step a field as they step its slider, and the wheel leaves it alone", () =>
  visit(PAGE, {}, async (page) => {
    for (const [key, expected] of [["ArrowUp", 1050], ["ArrowDown", 1000], ["PageUp", 1600], ["PageDown", 1000]]) {
      await box(page, "horizon").press(key);
      await eventually(async () => assert.equal(await fieldOf(page, "horizon"), expected, key));
    }
    const { x, y } = await box(page, "horizon").boundingBox();
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY > 0 || document.querySelector(".desk").scrollTop > 0);
    assert.equal(await fieldOf(page, "horizon"), 1000);
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

// In the order of the page: in another, the address takes that order once the page has rested.
test("an address is read as it was written", () =>
  visit(`${PAGE}?horizon=5000&reveal=0.02`, {}, async (page) => {
    assert.equal(await fieldOf(page, "reveal"), 0.02);
    assert.equal(await fieldOf(page, "horizon"), 5000);
    assert.equal(await page.locator("[data-notices]").first().innerText(), "");
    assert.equal(new URL(page.url()).search, "?horizon=5000&reveal=0.02");
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
  visit("/?reveal=0.02", {}, async (page) => {
    const drawing = () =>
      page.locator("figure[data-figure] svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
    const before = await drawing();
    await page.locator("input[type=range][name]").first().press("PageUp");
    await eventually(async () => assert.notEqual(await drawing(), before));
  }));
