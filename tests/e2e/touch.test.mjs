// Fingers: a swipe that scrolls the page moves nothing on it, and fields do not have a phone zoom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site } from "./support/fixture.mjs";
import { ONE_OF_EACH } from "./support/pages.mjs";
import { ready, settled } from "./support/rest.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

async function onPhone(path, act) {
  const page = await blank(browser, PHONE);
  try {
    await page.goto(site.url(path), { waitUntil: "load" });
    await ready(page);
    await settled(page);
    await act(page, await page.context().newCDPSession(page));
  } finally {
    await page.close();
  }
}

/** Swipes from a place, which must scroll the page. */
async function swipe(page, devtools, x, y, far = -160) {
  const before = await page.evaluate(() => scrollY);
  const touch = (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x, y });
  for (let part = 1; part <= 10; part++) {
    await touch("touchMove", { x, y: y + (far * part) / 10 });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await touch("touchEnd");
  await eventually(async () => {
    const by = (await page.evaluate(() => scrollY)) - before;
    assert.ok(Math.abs(by) > 50, `it scrolled by ${by} px`);
  });
}

for (const [name, query] of [["reveal", ""], ["reveal", "?reveal=0.0123"], ["horizon", "?horizon=123456"]])
  test(`a swipe from the slider of ${name} ${query} scrolls and changes nothing, wherever it begins`, () =>
    onPhone(`/waluigi-decay/${query}`, async (page, devtools) => {
      const range = page.locator(`input[type=range][name="${name}"]`);
      for (const share of [0.1, 0.5, 0.9]) {
        await range.evaluate((element) => {
          element.closest("details")?.setAttribute("open", "");
          element.scrollIntoView({ block: "center" });
          window.moved = 0;
          element.addEventListener("input", () => window.moved++);
        });
        await settled(page);
        const before = await fieldOf(page, name);
        const { x, y, width, height } = await range.boundingBox();
        await swipe(page, devtools, x + width * share, y + height / 2);
        await settled(page);
        assert.equal(await fieldOf(page, name), before, `from ${share}`);
        assert.equal(await page.locator('[data-key="Undo"]').getAttribute("aria-disabled"), "true", "nothing to undo");
      }
    }));

// Chromium has a slider of its own make take all fingers, and does not zoom there.
for (const [what, selector, zooms] of [["slider", "input[type=range][name=reveal]", false], ["number in the text", ".prose b[role=slider]", true], ["figure", "figure .probe", true]])
  test(`a pinch that begins on a ${what} changes nothing`, () =>
    onPhone("/waluigi-decay/", async (page, devtools) => {
      const place = page.locator(selector).first();
      await place.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await settled(page);
      const state = () => page.evaluate(() => document.querySelector("meta[name=what-survives]").dataset.state);
      const before = await state();
      const { x, y, width, height } = await place.boundingBox();
      const [left, top] = [x + width * 0.6, y + height / 2];
      const touch = (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
      const fingers = (apart) => [{ id: 0, x: left - 4 * apart, y: top + 5 * apart }, { id: 1, x: left + 30 + apart, y: top - 60 - 8 * apart }];
      await touch("touchStart", fingers(0)[0]);
      for (let part = 0; part <= 10; part++) {
        await touch(part ? "touchMove" : "touchStart", ...fingers(part));
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await touch("touchEnd");
      if (zooms) await page.waitForFunction(() => visualViewport.scale > 1.1);
      await settled(page);
      assert.equal(await state(), before);
      assert.equal(await page.locator('[data-key="Undo"]').getAttribute("aria-disabled"), "true", "nothing to undo");
    }));

test("a tap on a slider still moves it", () =>
  onPhone("/waluigi-decay/", async (page) => {
    const before = await fieldOf(page, "reveal");
    const range = page.locator('input[type=range][name="reveal"]');
    const { width, height } = await range.boundingBox();
    await range.tap({ position: { x: width * 0.9, y: height / 2 } });
    await eventually(async () => assert.notEqual(await fieldOf(page, "reveal"), before));
  }));

test("a cursor that a swipe has left behind goes", () =>
  onPhone("/waluigi-decay/", async (page, devtools) => {
    const probe = page.locator(".probe").first();
    const { x, y, width, height } = await probe.boundingBox();
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await eventually(async () => assert.equal(await probe.locator("svg").count(), 1, "a tap leaves it"));
    await swipe(page, devtools, x + width / 2, y + height / 2);
    await eventually(async () => assert.equal(await probe.locator("svg").count(), 0));
  }));

for (const path of ONE_OF_EACH)
  test(`${path}: all fields have letters of 16 px at least`, () =>
    onPhone(path, async (page) => {
      if (await page.locator("[data-share]").count()) {
        await page.locator("[data-share]").first().evaluate((button) => button.click());
        await page.waitForSelector("dialog[open]");
      }
      none(
        await page.evaluate(() =>
          [...document.querySelectorAll("input:not([type=range], [type=checkbox], [type=radio]), select, textarea")]
            .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
            .map((field) => field.outerHTML.slice(0, 80))),
      );
      none(
        await page.evaluate(() =>
          [...document.querySelectorAll("input.box")]
            .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
            .map((box) => `${box.name}: ${box.value} is cut off by ${box.scrollWidth - box.clientWidth} px`)),
      );
    }));
