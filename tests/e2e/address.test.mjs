// The state of a page and its address: the program says the state, the address follows where the browser lets it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { blank, tellBlame } from "./support/browser.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { alive, ready } from "./support/rest.mjs";
import { serveText } from "./support/server.mjs";

const PAGE = "/waluigi-decay/";
const slider = (page, name = "reveal") => page.locator(`input[type=range][name="${name}"]`);
const number = async (page, name = "reveal") => String(await fieldOf(page, name));
const said = (page) => page.evaluate(() => document.querySelector("meta[name=what-survives]").dataset.state);
const address = (page) => page.evaluate(() => location.search);
const writes = (page) => page.evaluate(() => window.writes);

/** Counts changes of the address, and refuses them while `refuses`, as browsers do when there are many. */
function guard() {
  window.writes = 0;
  window.refuses = location.search.includes("reveal=0.1") || location.pathname.includes("/e/");
  for (const name of ["pushState", "replaceState"]) {
    const write = History.prototype[name];
    History.prototype[name] = function (...words) {
      if (window.refuses) throw new DOMException("Too many changes of the address", "SecurityError");
      window.writes++;
      return write.apply(this, words);
    };
  }
}
const allow = (page) => page.evaluate(() => void (window.refuses = false));

/** Drags the slider with the mouse, and gives the number that is shown then. */
async function drag(page, within = page, name = "reveal") {
  await slider(within, name).scrollIntoViewIfNeeded();
  const before = await number(within, name);
  const { x, y, width, height } = await slider(within, name).boundingBox();
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.3, y + height / 2, { steps: 10 });
  await page.mouse.up();
  await eventually(async () => assert.notEqual(await number(within, name), before));
  return number(within, name);
}

/** A clock by which every task takes too long: the program then hands over to the browser as soon as its elements are written. */
function hurry() {
  let now = 0;
  Date.now = () => (now += 1000);
}

/** Notes what is said of the state whenever the words change. */
const note = (page) =>
  page.evaluate(() => {
    const [state, words] = ["meta[name=what-survives]", "[data-caption]"].map((selector) => document.querySelector(selector));
    window.notes = [];
    new MutationObserver(() => window.notes.push([words.textContent, state.dataset.state])).observe(words, {
      childList: true, characterData: true, subtree: true,
    });
  });

for (const path of [PAGE, `/e${PAGE}`]) {
  test(`${path} says its state no later than its words, on a slow machine, too`, () =>
    visit(`${path}?horizon=20`, { init: hurry }, async (page) => {
      await alive(page);
      await note(page);
      for (const key of ["End", "ArrowLeft", "Home"]) {
        await slider(page, "horizon").press(key);
        await page.waitForFunction(() => window.notes.length);
        await eventually(async () => assert.equal(await said(page), `horizon=${await number(page, "horizon")}`));
        const state = await said(page);
        const notes = await page.evaluate(() => window.notes.splice(0));
        none(notes.filter(([, then]) => then !== state).map(([words, then]) => `${then || "nothing"} was said beside “${words}”, and then ${state}`));
      }
    }));
}

test("where the address cannot be written, Share offers what is shown, and the address follows later", () =>
  visit(`${PAGE}?reveal=0.1`, { init: guard }, async (page) => {
    const entries = await page.evaluate(() => history.length);
    const shown = await drag(page);
    assert.equal(await said(page), `reveal=${shown}`);
    assert.equal(await address(page), "?reveal=0.1");
    await page.getByRole("button", { name: "Share" }).click();
    const text = page.locator(".share textarea");
    await eventually(async () => assert.equal(await text.inputValue(), site.url(`${PAGE}?reveal=${shown}`)));
    await page.keyboard.press("Escape");
    // A link to a place within the page leads to no other state.
    await page.evaluate(() => (location.hash = "main"));
    await page.waitForFunction(() => location.hash === "#main");
    assert.equal(await number(page), shown);
    await allow(page);
    await eventually(async () => assert.equal(await address(page), `?reveal=${shown}`));
    // The place within the page is one entry, the change is another.
    assert.equal(await page.evaluate(() => history.length), entries + 2);
    await page.goBack();
    await eventually(async () => assert.equal(await number(page), "0.1"));
  }));

test("the state is said from the start, and with each change", () =>
  visit(`${PAGE}?reveal=0.020&utm_source=mail`, { init: guard }, async (page) => {
    assert.equal(await said(page), "reveal=0.02");
    await slider(page).press("End");
    await eventually(async () => assert.equal(await said(page), "reveal=0.5"));
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(async () => assert.equal(await said(page), ""));
    await eventually(async () => assert.equal(await address(page), ""));
  }));

test("a drag without rest changes the address once, and once more when it ends", () =>
  visit(PAGE, { init: guard }, async (page) => {
    const moved = await page.evaluate(async () => {
      const range = document.querySelector('input[type=range][name="reveal"]');
      const tell = (kind) => range.dispatchEvent(new Event(kind, { bubbles: true }));
      const from = Number(range.value);
      const before = window.writes;
      for (let step = 1; step <= 60; step++) {
        range.value = from + (step * (Number(range.max) - from)) / 120;
        tell("input");
        await new Promise(requestAnimationFrame);
      }
      const during = window.writes - before;
      tell("change");
      return during;
    });
    assert.ok(moved <= 3, `${moved} writes in 60 steps`);
    await eventually(async () => assert.equal(await address(page), `?reveal=${await number(page)}`));
    assert.ok((await writes(page)) <= 5, `${await writes(page)} writes`);
  }));

test("what was not yet written is not lost when the page is left", () =>
  visit(PAGE, { init: guard }, async (page) => {
    const state = await page.evaluate(async () => {
      const range = document.querySelector('input[type=range][name="reveal"]');
      const place = document.querySelector("meta[name=what-survives]");
      for (const part of [0.2, 0.25]) {
        const before = place.dataset.state;
        range.value = Number(range.min) + part * (range.max - range.min);
        range.dispatchEvent(new Event("input", { bubbles: true }));
        while (place.dataset.state === before) await new Promise((done) => setTimeout(done));
      }
      const { state } = place.dataset;
      if (location.search === `?${state}`) throw new Error("It was written before it was needed.");
      location.assign("../about/");
      return state;
    });
    await page.waitForURL("**/about/");
    await page.goBack();
    await ready(page);
    assert.equal(await said(page), state);
    assert.equal(await address(page), `?${state}`);
  }));

test("key events of no key, as of what fills in forms, change nothing and log nothing", () =>
  visit(PAGE, {}, async (page) => {
    const before = await number(page);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("input, b[role=slider], body"))
        element.dispatchEvent(new Event("keydown", { bubbles: true }));
    });
    assert.equal(await number(page), before);
  }));

test("an embed that may not write its address says what it shows, and takes what the author says", async () => {
  const host = await serveText(
    `<!doctype html><html lang="en"><title>An essay</title><body><script>window.changes=[];
     addEventListener("what-survives:change",({detail})=>changes.push(detail))</script>
     <script type="module" src="${site.url("/embed.js")}"></script>
     <what-survives simulator="waluigi-decay" theme="light" horizon="5000"></what-survives>`,
  );
  const page = await blank(browser, { viewport: { width: 1000, height: 900 } });
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.addInitScript(tellBlame);
  await page.addInitScript(guard);
  try {
    await page.goto(host.origin);
    const embed = await eventually(() => {
      const [, frame] = page.frames();
      assert.ok(frame?.url().includes("/e/"));
      return frame;
    });
    await alive(embed);
    const last = async () => (await page.evaluate(() => changes)).at(-1)?.query;
    const entries = await page.evaluate(() => history.length);
    const shown = await drag(page, embed, "horizon");
    await eventually(async () => assert.equal(await last(), `horizon=${shown}`));
    // Numbers come by message; the address has what the page around cannot say.
    assert.equal(await address(embed), "?theme=light");
    await eventually(async () => assert.match(await embed.locator(".full").getAttribute("href"), new RegExp(`\\?horizon=${shown}$`)));
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("horizon", "250000"));
    await eventually(async () => assert.equal(await number(embed, "horizon"), "250000"));
    await eventually(async () => assert.equal(await last(), "horizon=250000"));
    await allow(embed);
    await eventually(async () => assert.equal(await address(embed), "?horizon=250000&theme=light"));
    assert.equal(await page.evaluate(() => history.length), entries);
    none(problems);
  } finally {
    await page.close();
    await host.close();
  }
});
