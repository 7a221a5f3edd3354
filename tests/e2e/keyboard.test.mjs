// Every page by keyboard alone: a walk with Tab, held as a snapshot, and random presses that must break nothing.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { PAGES, THOROUGH } from "./support/pages.mjs";
import { asleep, watchWork } from "./support/rest.mjs";
import { ROOT } from "./support/tools.mjs";

const FOLDER = join(ROOT, "tests", "golden", "keyboard");
const PRESSES = THOROUGH ? 2000 : 100;
/** The front page and the page of each simulator; presets have the same stops. */
const WALKED = PAGES.filter((path) => path.split("/").length <= 3 && path !== "/404.html" && path !== "/gallery/");
/** Where random keys go: to all of these that live, or to those with the most kinds of controls and pictures. */
const LIVE = THOROUGH
  ? WALKED.filter((path) => !["/about/", "/statements/", "/embed/", "/module/"].includes(path))
  : ["/", "/waluigi-decay/", "/behavioral-selection/", "/commons/", "/oversight/"];

/** What has the focus: its role and name, and whether that can be seen. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const labels = [element.title, ...[...(element.labels ?? [])].map((label) => label.textContent)].filter(Boolean);
  const named = element.getAttribute("aria-label") ?? (labels.join(" ") || element.textContent || element.querySelector("img")?.alt || "");
  const role = element.getAttribute("role") ?? { A: "link", SUMMARY: "summary" }[element.tagName] ?? (element.type || element.tagName).toLowerCase();
  // The thumb of a slider has the outline, and so has what is in a frame; neither can be asked for.
  const visible = element.type === "range" || element.tagName === "IFRAME" || getComputedStyle(element).outlineStyle !== "none";
  return { role, name: named.replace(/\s+/g, " ").trim().slice(0, 70), visible };
};

for (const path of WALKED) {
  test(`${path} walked with Tab`, () =>
    visit(path, { init: watchWork }, async (page) => {
      // What is fetched once it is near is there from the start, or it would depend on the time.
      if (await page.locator("[data-explore]").count()) {
        await page.locator("#explore").scrollIntoViewIfNeeded();
        await page.locator("[data-answer=spread] .dots").waitFor();
        await page.evaluate(() => scrollTo(0, 0));
      }
      // What is found out in idle moments is drawn anew, and would take the focus with it.
      await asleep(page);
      const stops = [];
      for (let press = 0; ; press++) {
        assert.ok(press < 600, "the walk does not end");
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(focused);
        if (!stop) break;
        assert.ok(stop.name && !stop.name.includes("“”"), `${stop.role} “${stop.name}” has no name`);
        assert.ok(stop.visible, `the focus cannot be seen on ${stop.role} “${stop.name}”`);
        // However many stops are in a frame, here it is one.
        if (stop.role !== "iframe" || !stops.at(-1)?.startsWith("iframe")) stops.push(`${stop.role}: ${stop.name}`);
      }
      const file = join(FOLDER, `${path.replaceAll("/", "") || "home"}.txt`);
      const walk = `${stops.join("\n")}\n`;
      if (process.env.BLESS) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, walk);
      }
      assert.equal(walk, readFileSync(file, "utf8"), "the order of stops has changed; BLESS=1 accepts it");
    }));
}

/** Numbers from a seed, the same in every run. */
function* random(seed) {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const KEYS = [
  ..."Tab Tab Tab Tab Tab Shift+Tab ArrowRight ArrowLeft ArrowUp ArrowDown PageUp PageDown Home End Space Escape".split(" "),
  ..."1 5 . - Backspace Enter Control+z Control+Shift+z".split(" "),
];

/** Run in every page: notes what a key took the focus from, also when the page is loaded again, and follows no link. */
const watchFocus = () => {
  const lose = (what) => (sessionStorage.lost = `${sessionStorage.lost ?? ""}${what}\n`);
  let before;
  const here = () => document.activeElement ?? document.body;
  // Tab may leave the page at its ends.
  const isOne = ({ key }) => !["Shift", "Control", "Tab"].includes(key);
  addEventListener("keydown", (event) => isOne(event) && (before = here()), true);
  addEventListener("keyup", (event) => {
    // Its beginning may have been in the page before this one.
    if (isOne(event) && before && here() === document.body && before !== document.body) lose(`${event.key} on ${before.outerHTML.slice(0, 90)}`);
  }, true);
  addEventListener("click", (event) => event.target.closest("a[href]") && event.preventDefault(), true);
};

LIVE.forEach((path, seed) => {
  test(`${path} with ${PRESSES} random keys`, () =>
    visit(path, { init: watchFocus }, async (page) => {
      const numbers = random(seed + 1);
      const here = page.url().split("?")[0];
      for (let press = 0; press < PRESSES; press++) {
        await page.keyboard.press(KEYS[Math.floor(numbers.next().value * KEYS.length)]);
      }
      assert.equal(page.url().split("?")[0].split("#")[0], here);
      const wrong = (await page.evaluate(() => sessionStorage.lost ?? "")).split("\n").filter(Boolean);
      const markup = await page.evaluate(() => document.body.outerHTML);
      for (const [found] of markup.matchAll(/.{0,60}(NaN|Infinity|undefined).{0,20}/g)) wrong.push(found);
      none(wrong);
      // No reader changes an address this often.
    }, /Throttling navigation/));
});
