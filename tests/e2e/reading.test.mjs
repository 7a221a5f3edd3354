// The reading experience: undo, numbers in the text, themes, sweeps, and that nothing runs when nothing happens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { countFrames } from "./support/measure.mjs";
import { visit } from "./support/fixture.mjs";

const PAGE = "/waluigi-decay/";
const slider = (page, name = "reveal") => page.locator(`input[type=range][name="${name}"]`);
const box = (page, name = "reveal") => page.locator(`input[type=number][name="${name}"]`);
const sentence = (page, name = "reveal") => page.locator(`.prose b[data-value="${name}"]`).first();
const value = async (page, name) => Number(await box(page, name).inputValue());
const is = (page, number, name) => eventually(async () => assert.equal(await value(page, name), number));
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Types a number and leaves the box. */
async function set(page, number, name) {
  await box(page, name).fill(String(number));
  await page.keyboard.press("Tab");
  await is(page, number, name);
}

test("undo and redo by button and by key, from change to change", () =>
  visit(PAGE, {}, async (page) => {
    await set(page, 0.02);
    await set(page, 5000, "horizon");
    await button(page, "Undo").click();
    await is(page, 1000, "horizon");
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
    assert.equal(await button(page, "Undo").getAttribute("aria-disabled"), "true");
    await page.keyboard.press("Control+Shift+z");
    await is(page, 0.02);
    await page.keyboard.press("Control+y");
    await is(page, 5000, "horizon");
    assert.equal(await button(page, "Redo").getAttribute("aria-disabled"), "true");
  }));

test("what is being typed has an undo of its own", () =>
  visit(PAGE, {}, async (page) => {
    await set(page, 0.02);
    await box(page, "horizon").focus();
    await page.keyboard.press("End");
    await page.keyboard.type("0");
    await is(page, 10_000, "horizon");
    await page.keyboard.press("Control+z");
    await is(page, 1000, "horizon");
    assert.equal(await value(page), 0.02);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
  }));

test("one parameter goes back by its own button, which is there only then and hands on the focus", () =>
  visit(PAGE, {}, async (page) => {
    assert.equal(await page.locator(".restore").count(), 0);
    await set(page, 0.02);
    await set(page, 5000, "horizon");
    const control = page.locator(".control", { has: slider(page) });
    await control.locator(".restore").click();
    await is(page, 0.01);
    assert.equal(await value(page, "horizon"), 5000);
    assert.equal(await page.locator(".restore").count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.name), "reveal");
  }));

test("a number in the text is a slider for keys", () =>
  visit(PAGE, {}, async (page) => {
    const number = sentence(page);
    assert.equal(await number.getAttribute("role"), "slider");
    assert.match(await number.getAttribute("aria-label"), /Chance that a Waluigi reveals itself/);
    await number.focus();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => assert.ok((await value(page)) > 0.01));
    assert.equal(await number.getAttribute("aria-valuenow"), await slider(page).inputValue());
    assert.equal(await number.getAttribute("aria-valuetext"), await number.textContent());
    await page.keyboard.press("Home");
    await is(page, 0.000001);
    await page.keyboard.press("End");
    await is(page, 0.5);
  }));

test("a number in the text can be dragged, and that is one change", () =>
  visit(PAGE, {}, async (page) => {
    await sentence(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await sentence(page).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 8 });
    await page.mouse.up();
    await eventually(async () => assert.ok((await value(page)) > 0.05));
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
  }));

test("a number in the text can be typed and stepped with buttons", () =>
  visit(PAGE, {}, async (page) => {
    await sentence(page).click();
    await button(page, "More").click();
    await eventually(async () => assert.ok((await value(page)) > 0.01));
    await page.keyboard.type(".03");
    await page.keyboard.press("Enter");
    await is(page, 0.03);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.value), "reveal");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".steps").count(), 0);
  }));

test("the theme is chosen in the header, and remembered", () =>
  visit(PAGE, {}, async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByLabel("Theme").selectOption("dark");
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    assert.equal(await paper(), dark);
    await page.getByLabel("Theme").selectOption("");
    assert.equal(await paper(), light);
    await page.goto(`${page.url()}?theme=dark`);
    assert.equal(await paper(), dark);
  }));

test("the theme needs no storage", () =>
  visit(PAGE, { init: () => Object.defineProperty(window, "localStorage", { get() { throw new Error("none"); } }) }, async (page) => {
    await page.getByLabel("Theme").selectOption("dark");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  }));

test("a sweep moves the slider until it is stopped", () =>
  visit(PAGE, {}, async (page) => {
    const play = page.locator('[data-play="reveal"]');
    await play.click();
    await eventually(async () => assert.ok((await value(page)) > 0.02));
    await page.locator(".speed").click();
    assert.match(await page.locator(".speed").textContent(), /2/);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
    const stopped = await value(page);
    await page.waitForTimeout(200);
    assert.equal(await value(page), stopped);
    assert.equal(await play.getAttribute("aria-pressed"), "false");
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
  }));

for (const reduced of [false, true]) {
  test(`nothing is drawn when nothing happens${reduced ? ", and sweeps step where motion is reduced" : ""}`, () =>
    visit(PAGE, { init: countFrames, reduced }, async (page) => {
      const frames = () => page.evaluate(() => window.frames_);
      await page.waitForTimeout(1500);
      const before = await frames();
      await page.waitForTimeout(500);
      assert.equal(await frames(), before);
      await page.locator('[data-play="reveal"]').click();
      await eventually(async () => assert.ok((await value(page)) > 0.02));
      if (reduced) assert.equal(await frames(), before);
      await page.keyboard.press("Escape");
      await page.waitForTimeout(1500);
      const after = await frames();
      await page.waitForTimeout(500);
      assert.equal(await frames(), after);
    }));
}

test("on a phone the picture stays in view while the controls scroll", () =>
  visit(PAGE, { width: 360 }, async (page) => {
    await slider(page, "horizon").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('input[name="horizon"]').scrollIntoView({ block: "center" }));
    const picture = await page.locator(".bench .picture").boundingBox();
    assert.ok(picture.y >= -1 && picture.y + picture.height < 740 / 2, JSON.stringify(picture));
    const control = await slider(page, "horizon").boundingBox();
    assert.ok(control.y > picture.y + picture.height);
  }));
