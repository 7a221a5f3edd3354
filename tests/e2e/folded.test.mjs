// Assumptions that stand folded, and the lesson that follows what the reader does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";

const PAGE = "/waluigi-decay/";
const group = (page, heading) => page.locator("[data-more]", { hasText: heading });
const type = async (page, id, text) => {
  const box = page.locator(`input.box[name="${id}"]`);
  await box.fill(text);
  await box.press("Tab");
};

test("a folded group says how many of its values are changed, folded or not", () =>
  visit(PAGE, {}, async (page) => {
    const stories = group(page, "Stories and bad-looking acts");
    const summary = stories.locator("summary").first();
    const said = async (words) => eventually(async () => assert.equal((await summary.innerText()).trim(), words));
    await said("Stories and bad-looking acts");
    await summary.click();
    await type(page, "marks", "1");
    await said("Stories and bad-looking acts 1 changed");
    await type(page, "gun", "0.5");
    await said("Stories and bad-looking acts 2 changed");
    await summary.click();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await said("Stories and bad-looking acts 1 changed");
  }));

test("a position that changes a folded value says so before its program has come", () =>
  visit(`${PAGE}one-bad-look/`, { js: false }, async (page) => {
    assert.match(await group(page, "Stories and bad-looking acts").locator("summary").first().innerText(), /1 changed/);
    assert.match(await page.locator(".position li").innerText(), /Acts so far that looked bad: 1\sact\. Our reading\./);
  }));

test("the lesson has the reader's numbers where it is true of them, and else those that the page opens with", () =>
  visit(PAGE, {}, async (page) => {
    const lesson = page.locator("[data-lesson] p:visible");
    const says = (words) => eventually(async () => assert.match(await lesson.innerText(), words));
    assert.equal(await lesson.count(), 1);
    await says(/^After 1,000\sopportunities suspicion is 0\.0043\s%/);
    await type(page, "horizon", "2000");
    await says(/^After 2,000\sopportunities/);
    await type(page, "reveal", "0.000001");
    await says(/^As the page opens: After 1,000\sopportunities/);
    assert.equal(await lesson.count(), 1);
  }));
