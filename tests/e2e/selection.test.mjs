// Behavioral selection: choosing a pattern in the causal graph, and adding one of the reader's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { settled } from "./support/rest.mjs";

const PAGE = "/behavioral-selection/";
const query = (page) => new URL(page.url()).searchParams;
const own = (page) => page.locator(".readouts li", { hasText: "Your own pattern ends" });

test("the graph shows the path of the pattern that is chosen, in the picture and in words, and undo brings the last one back", () =>
  visit(PAGE, {}, async (page) => {
    const graph = page.locator('figure[data-figure="graph"]');
    const words = () => graph.locator("figcaption").textContent();
    const picture = () => graph.locator(".picture svg").first().innerHTML();
    const before = [await words(), await picture()];
    const select = page.locator('select[name="shown"]');
    await select.focus();
    await select.selectOption("schemer");
    await eventually(async () => {
      assert.notEqual(await words(), before[0]);
      assert.notEqual(await picture(), before[1]);
      assert.equal(query(page).get("shown"), "schemer");
    });
    assert.match(await words(), /schemer/);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await eventually(async () => {
      assert.deepEqual([await words(), await picture()], before);
      assert.equal(await select.inputValue(), "reward-seeker");
    });
  }));

test("a pattern of one's own takes part in everything and travels in the link", () =>
  visit(PAGE, {}, async (page) => {
    const stack = page.locator('figure[data-figure="influence"] .picture');
    assert.match(await own(page).innerText(), /takes no part/);
    await page.locator(".constants details > summary").first().click();
    await page.locator('input[name="own"]').check();
    const name = page.locator('input[name="own_name"]');
    await name.fill('Flatterer <b>"&');
    await name.press("Tab");
    await page.locator('input[type=number][name="own_hack"]').fill("1");
    await page.locator('input[type=number][name="own_hack"]').press("Tab");
    await eventually(async () => {
      assert.match(await own(page).innerText(), /\d\s%/);
      assert.equal(query(page).get("own"), "on");
      assert.equal(query(page).get("own_name"), 'Flatterer <b>"&');
      assert.equal(query(page).get("own_hack"), "1");
    });
    await settled(page);
    assert.match(await stack.textContent(), /your own/i);
    const [text, address] = [await own(page).innerText(), page.url()];
    await page.goto("about:blank");
    await page.goto(address);
    await eventually(async () => assert.equal(await own(page).innerText(), text));
    await page.locator(".constants details > summary").first().click();
    await eventually(async () => assert.equal(await name.inputValue(), 'Flatterer <b>"&'));
    assert.equal(await page.locator("main b b, .picture b").count(), 0, "the name is text");
  }));

test("a changed constant is part of the link and of the table", () =>
  visit(PAGE, {}, async (page) => {
    await page.locator(".constants details > summary").first().click();
    const table = () => page.locator(".constants table").innerText();
    const before = await table();
    await page.locator('input[type=number][name="kludge_bits"]').fill("20");
    await page.locator('input[type=number][name="kludge_bits"]').press("Tab");
    await eventually(async () => {
      assert.equal(query(page).get("kludge_bits"), "20");
      assert.notEqual(await table(), before);
    });
  }));
