// A page that is changed for a long time neither fails nor grows. An ordinary run makes 600 changes, one that tries
// everything 2,000, and `SOAK=100000` makes that many.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { settled } from "./support/rest.mjs";
import { DIST } from "./support/tools.mjs";

const CHANGES = Number(process.env.SOAK ?? (THOROUGH ? 2000 : 600));
/** Changes after which a page has all that it keeps: code that is compiled, a full trail for undo, memory for rare states. */
const WARM_UP = Math.max(CHANGES / 10, Math.min(CHANGES, 1000));
const AT_ONCE = 250;
/** In how many parts a long run tells how it goes. */
const PARTS = 10;
/** How much larger a page may be in the end. */
const GROWTH = 1.05;
/** Beside that, in bytes: the program's memory grows by pages of 64 KiB and never shrinks, so a late peak shows. */
const SLACK = { memory: 6 * 65536 };

/** The page of a simulator with the most in it. */
const size = (path) => statSync(join(DIST, path, "index.html")).size;
const [HEAVIEST] = PLAIN_EMBEDS.map((path) => path.replace("/e", "")).sort((a, b) => size(b) - size(a));

/** Makes changes as a reader would, but faster; `window.seed` goes on where it was. */
async function change(count) {
  // SplitMix32.
  const random = () => {
    let z = (window.seed = ((window.seed ?? 1) + 0x9e3779b9) | 0);
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const tell = (target, type) => target.dispatchEvent(new Event(type, { bubbles: true }));
  const { port1, port2 } = new MessageChannel();
  const pause = () => new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(null);
  });
  for (let step = 0; step < count; step++) {
    const target = pick([...document.querySelectorAll("[data-control] input, [data-control] select, [data-chip]")]);
    if (target.type === "checkbox" || target.type === "button") target.click();
    else if (target.localName === "select") target.selectedIndex = Math.floor(random() * target.options.length);
    else if (target.type === "text") target.value = Math.floor(random() * 1e6).toString(36);
    else target.value = Number(target.min) + random() * (target.max - target.min);
    tell(target, "input");
    if (random() < 0.5) tell(target, "change");
    if (random() < 0.05) pick([...document.querySelectorAll("button[data-key], .restore")])?.click();
    if (random() < 0.02) pick([...document.querySelectorAll("details.data > summary")])?.click();
    if (random() < 0.02) pick([...document.querySelectorAll(".probe")])?.dispatchEvent(new KeyboardEvent("keydown", { key: "PageUp", bubbles: true }));
    await pause();
    // Now and then there is time to look, and for what is found out in idle moments.
    if (step % 50 === 0) await new Promise((done) => requestIdleCallback(done, { timeout: 100 }));
  }
}

/** Everything open, pinned and pointed at at once: the most that a page ever holds. */
function fill() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  [...document.querySelectorAll("button[data-key]")].find((button) => button.dataset.key.startsWith("Pin"))?.click();
  for (const probe of document.querySelectorAll(".probe")) probe.dispatchEvent(new KeyboardEvent("keydown", { key: "PageUp", bubbles: true }));
}

/** Back to where the page began, with nothing open, pinned or pointed at, so that sizes can be compared. */
function restore() {
  for (const details of document.querySelectorAll("details[open]")) details.open = false;
  document.querySelector("button[data-key=Unpin]")?.click();
  for (const probe of document.querySelectorAll(".probe")) probe.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  document.querySelector('[data-chip][aria-expanded=true]')?.click();
  document.querySelector('button[data-key="Reset"]').click();
}

/** What a page takes: JavaScript's heap, the program's memory, nodes, listeners. */
async function sizes(page, session) {
  await page.evaluate(restore);
  await settled(page);
  for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
  const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const { result: memory } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    returnByValue: true,
  });
  await session.send("Runtime.releaseObject", { objectId: objects.objectId });
  return { heap, memory: memory.value, nodes, listeners };
}

test(`${HEAVIEST} neither fails nor grows over ${CHANGES} changes`, { timeout: 600_000 + 300 * CHANGES }, () =>
  visit(HEAVIEST, {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    const changes = async (count) => {
      for (let done = 0; done < count; done += AT_ONCE) await page.evaluate(change, Math.min(AT_ONCE, count - done));
    };
    // The program's memory never shrinks, so its peak should be behind it.
    for (let done = 0; done < WARM_UP; done += AT_ONCE) {
      await page.evaluate(fill);
      await changes(AT_ONCE);
    }
    // A place that was filled once keeps what it hears events with: on a busy machine the warming up may fill but a few.
    await page.evaluate(fill);
    for (const chip of await page.locator("[data-chip]").all()) {
      await chip.evaluate((button) => button.getAttribute("aria-expanded") === "true" || button.click());
      await settled(page);
    }
    const before = await sizes(page, session);
    if (process.env.SOAK) console.log(0, before);
    assert.ok(before.memory > 1e6 && before.nodes > 1000, JSON.stringify(before));
    for (let part = 0; part < PARTS; part++) {
      await changes(CHANGES / PARTS);
      if (process.env.SOAK) console.log(Math.round((CHANGES * (part + 1)) / PARTS), await sizes(page, session));
    }
    await eventually(async () => {
      const after = await sizes(page, session);
      const grown = Object.keys(before).filter((part) => after[part] > before[part] * GROWTH + (SLACK[part] ?? 0));
      none(grown.map((part) => `${part} was ${before[part]} and is now ${after[part]}`));
    });
  }));
