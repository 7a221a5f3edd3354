// The reading experience: undo, numbers in the text, themes, sweeps, and that nothing runs when nothing happens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { fieldOf } from "./support/fields.mjs";
import { visit } from "./support/fixture.mjs";
import { alive, asleep, settled, watchWork } from "./support/rest.mjs";

const PAGE = "/waluigi-decay/";
const slider = (page, name = "reveal") => page.locator(`input[type=range][name="${name}"]`);
const box = (page, name = "reveal") => page.locator(`input.box[name="${name}"]`);
const sentence = (page, name = "reveal") => page.locator(`.prose b[data-value="${name}"]`).first();
const value = (page, name = "reveal") => fieldOf(page, name);
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

test("undo and redo by the same keys where they have other letters", () =>
  visit(PAGE, {}, async (page) => {
    const press = (key, code, shiftKey = false) =>
      page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ctrlKey: true, bubbles: true, cancelable: true, ...init })), { key, code, shiftKey });
    await set(page, 0.02);
    for (const letter of ["я", "ζ", "ז", "ئ", "z"]) {
      await press(letter, "KeyZ");
      await is(page, 0.01);
      await press(letter.toUpperCase(), "KeyZ", true);
      await is(page, 0.02);
    }
    // A German keyboard has Z where others have Y.
    await press("z", "KeyY");
    await is(page, 0.01);
    await press("y", "KeyZ");
    await is(page, 0.02);
  }));

test("what is being typed has an undo of its own", () =>
  visit(PAGE, {}, async (page) => {
    await set(page, 0.02);
    await box(page, "horizon").focus();
    await page.keyboard.press("End");
    const written = () => box(page, "horizon").inputValue();
    await page.keyboard.type("0");
    assert.equal(await written(), "1,0000");
    // Nothing is taken from half a text.
    assert.equal(await page.locator('.lesson b[data-value="horizon"]').innerText(), "1,000\u00a0opportunities");
    await page.keyboard.press("Control+z");
    assert.equal(await written(), "1,000");
    assert.equal(await value(page), 0.02);
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await is(page, 10_000, "horizon");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
  }));

test("the button that sets back stands in line with the others and covers nothing", async () => {
  const inLine = (page, parts) =>
    eventually(async () => {
      const [box, ...places] = await page.evaluate((parts) => {
        const control = document.querySelector(".headline .control");
        return [".box", ...parts].map((part) => control.querySelector(part).getBoundingClientRect().toJSON());
      }, parts);
      places.forEach(({ left, bottom }, at) => {
        const place = `${parts[at]}: ${left}, ${bottom}`;
        assert.ok(bottom <= box.top, `${place} covers the box`);
        assert.ok(at === 0 || left >= places[at - 1].right + 4, `${place} covers what is before it`);
      });
    });
  await visit(PAGE, {}, async (page) => {
    await set(page, 5000, "horizon");
    await inLine(page, [".restore", ".play", ".help summary"]);
    await page.locator(".headline .play").click();
    await inLine(page, [".restore", ".speed", ".play", ".help summary"]);
  });
  await visit("/e/waluigi-decay/", { width: 480 }, async (page) => {
    await alive(page);
    await set(page, 5000, "horizon");
    await inLine(page, [".restore", ".help summary"]);
  });
});

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
    const focused = () => page.evaluate(() => document.activeElement.name);
    assert.equal(await focused(), "reveal");
    // A sweep that passes the start takes the button away, too.
    await set(page, 0.02);
    await control.locator(".restore").focus();
    await box(page).evaluate((box) => {
      box.value = "0.01";
      for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
    });
    await is(page, 0.01);
    assert.equal(await focused(), "reveal");
  }));

test("a number in the text is a slider for keys", () =>
  visit(PAGE, {}, async (page) => {
    const number = sentence(page);
    assert.equal(await number.getAttribute("role"), "slider");
    assert.match(await number.getAttribute("aria-label"), /chance that it turns/);
    await number.focus();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => assert.ok((await value(page)) > 0.01));
    await settled(page);
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
  visit(PAGE, { init: watchWork }, async (page) => {
    const play = page.locator('[data-play="reveal"]');
    await play.click();
    await eventually(async () => assert.ok((await value(page)) > 0.02));
    await page.locator(".speed").click();
    assert.match(await page.locator(".speed").textContent(), /2/);
    await page.keyboard.press("Escape");
    assert.equal(await play.getAttribute("aria-pressed"), "false");
    await asleep(page);
    await page.keyboard.press("Control+z");
    await is(page, 0.01);
  }));

for (const reduced of [false, true]) {
  test(`nothing is drawn when nothing happens${reduced ? ", and sweeps step where motion is reduced" : ""}`, () =>
    visit(PAGE, { init: watchWork, reduced }, async (page) => {
      const frames = () => page.evaluate(() => work.frames);
      await asleep(page);
      const before = await frames();
      await page.locator('[data-play="reveal"]').click();
      await eventually(async () => assert.ok((await value(page)) > 0.02));
      if (reduced) assert.equal(await frames(), before);
      else assert.ok((await frames()) > before);
      await page.keyboard.press("Escape");
      await asleep(page);
      const after = await frames();
      await asleep(page);
      assert.equal(await frames(), after);
    }));
}

test("on a phone the picture stays in view while the controls scroll", () =>
  visit(PAGE, { width: 360 }, async (page) => {
    await slider(page, "prior").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('input[name="prior"]').scrollIntoView({ block: "center" }));
    await eventually(async () => {
      const picture = await page.locator(".bench .picture").boundingBox();
      assert.ok(picture.y >= -1 && picture.y + picture.height < 740 / 2, JSON.stringify(picture));
      const control = await slider(page, "prior").boundingBox();
      assert.ok(control.y > picture.y + picture.height);
    });
  }));

const probe = (page, figure = "suspicion") => page.locator(`figure[data-figure="${figure}"] .probe`);
const tip = (page, figure = "suspicion") => probe(page, figure).locator(".reading");

test("arrow keys move a cursor along the figure and read the values out", () =>
  visit(PAGE, {}, async (page) => {
    await probe(page).focus();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => assert.match(await probe(page).getAttribute("aria-valuetext"), /quiet opportunities: 1; .* 50.%/));
    await page.keyboard.press("End");
    await eventually(async () => assert.match(await probe(page).getAttribute("aria-valuetext"), /: 10.million; .*0\.0009.%/));
    await page.keyboard.press("PageDown");
    await eventually(async () => assert.match(await probe(page).getAttribute("aria-valuetext"), /: 4\.47.million;/));
    assert.match(await tip(page).textContent(), /4\.47/);
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await tip(page).count(), 0));
    assert.ok(await probe(page).evaluate((element) => element === document.activeElement));
    await page.keyboard.press("Home");
    await eventually(async () => assert.equal(await tip(page).count(), 1));
    await page.keyboard.press("Tab");
    await eventually(async () => assert.equal(await tip(page).count(), 0));
  }));

test("the pointer moves one cursor along all figures with the same axis, and its table stays inside", () =>
  visit(PAGE, {}, async (page) => {
    for (const figure of ["suspicion", "patience"]) {
      const box = await (async () => {
        await probe(page, figure).scrollIntoViewIfNeeded();
        return probe(page, figure).boundingBox();
      })();
      for (const share of [0, 0.2, 0.5, 0.8, 0.999]) {
        await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
        await eventually(async () => {
          assert.equal(await tip(page, figure).count(), 1);
          const { x, y, width, height } = await tip(page, figure).boundingBox();
          const inside = x >= box.x - 1 && x + width <= box.x + box.width + 1 && y >= box.y - 1 && y + height <= box.y + box.height + 1;
          assert.ok(inside, `${figure} at ${share}`);
        });
      }
      await eventually(async () => {
        const axes = await page.locator(".probe .reading").count();
        assert.ok(axes > 1, `${axes} cursors for ${figure}`);
      });
    }
    await page.mouse.move(2, 2);
    await eventually(async () => assert.equal(await page.locator(".reading").count(), 0));
  }));

test("the data of a figure are a table, drawn when it is opened and true from then on", () =>
  visit(PAGE, {}, async (page) => {
    const data = page.locator('figure[data-figure="suspicion"] .data');
    const last = async () => (await data.locator("tbody tr").last().innerText()).split(/\t/);
    await data.locator("summary").click();
    await eventually(async () => assert.deepEqual((await last()).sort(), ["0.0009\u00a0%", "0\u00a0%", "10\u00a0million"]));
    assert.equal(await data.locator("tbody tr").count(), 21);
    assert.ok((await data.locator("th[scope=col]").count()) >= 3);
    await set(page, 10_000_000, "patience_max");
    await eventually(async () => assert.equal((await last())[0], "100\u00a0million"));
    const [download] = await Promise.all([page.waitForEvent("download"), data.getByRole("button", { name: /all points/ }).click()]);
    const points = readFileSync(await download.path(), "utf8").trim().split("\n");
    assert.equal(points[0], "figure,series,x,y,value");
    assert.ok(points.length > 500 && points.some((line) => line.startsWith("suspicion,known,1000,")), `${points.length} lines`);
  }));

test("a pinned state stays as ghosts, in the readouts and in the link, and can be swapped", () =>
  visit(PAGE, {}, async (page) => {
    const ghosts = page.locator('figure[data-figure="suspicion"] .picture path.line.before');
    await button(page, "Pin to compare").click();
    await set(page, 0.02);
    await eventually(async () => assert.ok((await ghosts.count()) > 0));
    await settled(page);
    assert.match(await page.locator('.readouts [data-value="half_life"]').innerText(), /^34.*pinned: 69.*less$/);
    await eventually(async () => assert.match(page.url(), /\?reveal=0\.02&pin=$/));
    await button(page, "Swap with pinned").click();
    await is(page, 0.01);
    await eventually(async () => assert.match(page.url(), /\?pin=reveal:0\.02$/));
    await page.reload();
    await eventually(async () => assert.ok((await ghosts.count()) > 0));
    await button(page, "Unpin").click();
    await eventually(async () => assert.equal(await ghosts.count(), 0));
    await eventually(async () => assert.equal(new URL(page.url()).search, ""));
  }));

test("the caption is said when it has been still for a while", () =>
  visit(PAGE, {}, async (page) => {
    assert.equal(await page.locator("[data-live]").textContent(), "");
    await slider(page).press("PageUp");
    const caption = () => page.locator('figure[data-figure="suspicion"] figcaption').textContent();
    await eventually(async () => assert.equal(await page.locator("[data-live]").textContent(), await caption()));
  }));

test("a number and the line it belongs to light up together", () =>
  visit(PAGE, {}, async (page) => {
    const line = page.locator('figure[data-figure="suspicion"] .picture path.line.careless').first();
    const width = () => line.evaluate((path) => getComputedStyle(path).strokeWidth);
    const number = page.locator('.readouts b[data-value="suspicion_known"]');
    const ground = () => number.evaluate((element) => getComputedStyle(element).backgroundColor);
    const [thin, plain] = [await width(), await ground()];
    const isThin = (expected) => eventually(async () => assert.equal((await width()) === thin, expected));
    const isPlain = (expected) => eventually(async () => assert.equal((await ground()) === plain, expected));
    await number.hover();
    await isThin(false);
    await page.mouse.move(2, 2);
    await isThin(true);
    await sentence(page).focus();
    await isThin(false);
    await page.locator("input[type=range]").first().focus();
    await isThin(true);
    const name = page.locator('figure[data-figure="suspicion"] .picture text.name.careless').first();
    await name.scrollIntoViewIfNeeded();
    const box = await name.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await isPlain(false);
    await page.mouse.move(2, 2);
    await isPlain(true);
  }));

test("what is out of sight waits while a slider moves, and is true once it rests", () =>
  visit(PAGE, {}, async (page) => {
    await settled(page);
    const pictures = { near: "suspicion", far: "population" };
    const look = () => page.evaluate((pictures) => {
      const of = (id) => document.querySelector(`[data-chart="${id}"] svg`).innerHTML;
      return { near: of(pictures.near), far: of(pictures.far), words: document.querySelector(".prose").textContent };
    }, pictures);
    const before = await look();
    // Nothing but what the event itself sets off: no timer comes in between, nor would the program wait for one that
    // thinks it has worked for long.
    const during = await page.evaluate(async (pictures) => {
      const clock = Date.now;
      Date.now = () => 0;
      const range = document.querySelector("input[type=range][name=reveal]");
      range.value = 0.6 * range.max;
      range.dispatchEvent(new Event("input", { bubbles: true }));
      for (let turn = 0; turn < 50; turn++) await null;
      Date.now = clock;
      const picture = (id) => document.querySelector(`[data-chart="${id}"]`);
      const of = (id) => picture(id).querySelector("svg").innerHTML;
      const stale = picture(pictures.far).hasAttribute("data-stale");
      return { near: of(pictures.near), far: of(pictures.far), words: document.querySelector(".prose").textContent, stale };
    }, pictures);
    assert.notEqual(during.near, before.near, "the picture in sight follows at once");
    assert.equal(during.far, before.far);
    assert.equal(during.words, before.words);
    assert.ok(during.stale);
    await settled(page);
    const after = await look();
    assert.notEqual(after.far, before.far);
    assert.notEqual(after.words, before.words);
    await eventually(async () => assert.match(page.url(), /reveal=/));
    await page.reload();
    await alive(page);
    await settled(page);
    assert.deepEqual(await look(), after, "it is what a fresh page shows");
    // A page at rest catches up with a new width, too.
    await page.setViewportSize({ width: 640, height: 900 });
    await settled(page);
    assert.notEqual((await look()).far, after.far);
  }));
