// Numbers that nobody is sure of, on the page: ranges, what follows from them, what matters, the map, two states compared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { axeViolations } from "./support/axe.mjs";
import { none } from "./support/assertions.mjs";
import { visit } from "./support/fixture.mjs";
import { command } from "./support/native.mjs";

const PAGE = "/waluigi-decay/";
const doubt = (page, id) => page.locator(`[data-doubt="${id}"]`);
const ends = (page, id) => page.locator(`[data-control="${id}"] .pair > input[type=range]:not([name])`);
const note = (page, id) => page.locator(`[data-understood="${id}"]`);
const state = (page) => page.locator("meta[name=what-survives]").getAttribute("data-state");
const answered = (page) => page.locator(".explore:not([data-stale]) [data-answer=spread] .found").waitFor();

test("a number that one is not sure of has two sliders, a range in the link, and is one number again", () =>
  visit(PAGE, {}, async (page) => {
    await doubt(page, "reveal").click();
    await eventually(async () => assert.equal(await ends(page, "reveal").count(), 2));
    assert.equal(await doubt(page, "reveal").getAttribute("aria-pressed"), "true");
    assert.match(await note(page, "reveal").innerText(), /^Anything from 0\.01\s% to 5\s%; drawn at 1\s%\.$/);
    await eventually(async () => assert.equal(await state(page), "reveal=0.0001~0.01~0.05"));
    const names = await ends(page, "reveal").evaluateAll((sliders) => sliders.map((slider) => slider.ariaLabel));
    assert.match(names[0], /, from$/);
    assert.match(names[1], /, to$/);
    // By keyboard; what is drawn stays where it is.
    await ends(page, "reveal").nth(1).press("ArrowLeft");
    await eventually(async () => assert.match(await state(page), /^reveal=0\.0001~0\.01~0\.0[34]\d*$/));
    // The ends never meet.
    await ends(page, "reveal").nth(0).press("End");
    await eventually(async () => {
      const ends = (await state(page)).split("=")[1].split("~").map(Number);
      assert.ok(ends[0] < ends.at(-1), `${ends[0]} to ${ends.at(-1)}`);
    });
    await doubt(page, "reveal").click();
    await eventually(async () => assert.match(await state(page), /^reveal=0\.0\d+$/, "it is the one that was drawn"));
    assert.equal(await ends(page, "reveal").count(), 0);
  }));

/** What a screen reader is told of the control of a parameter, with plain spaces. */
async function heard(page, id) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: `.control:has([data-control="${id}"])` });
  const { nodes } = await session.send("Accessibility.queryAXTree", { nodeId });
  const shown = nodes.filter(({ ignored, role }) => !ignored && ["slider", "textbox", "button"].includes(role.value));
  const all = await Promise.all(shown.map(async ({ role, name, value, description, properties = [], backendDOMNodeId }) => {
    const of = (key) => properties.find(({ name }) => name === key)?.value.value;
    // The words of a slider are read in place of its number.
    const { node } = await session.send("DOM.describeNode", { backendNodeId: backendDOMNodeId });
    const words = node.attributes[node.attributes.indexOf("aria-valuetext") + 1];
    const said = role.value === "slider" ? words : value?.value;
    return [role.value, name.value, said, description?.value, of("pressed") && `pressed: ${of("pressed")}`].filter(Boolean).join(" | ");
  }));
  await session.detach();
  return all.map((line) => line.replaceAll("\u00a0", " "));
}

test("screen readers are told which slider is which end, and what is anywhere between them", () =>
  visit(PAGE, {}, async (page) => {
    await doubt(page, "reveal").click();
    const label = "If you know its patience: chance that it turns, per opportunity";
    await eventually(async () => assert.deepEqual(await heard(page, "reveal"), [
      `button | Sweep “${label} q” | pressed: false`,
      `slider | ${label}, from | 0.01 %`,
      `slider | ${label}, to | 5 %`,
      `textbox | ${label}, as a number | 1 % | Anything from 0.01 % to 5 %; drawn at 1 %.`,
      `button | Set “${label}” back to 1 % | back to 1 %`,
      `button | Not sure of “${label}” | pressed: true`,
    ]));
  }));

test("a range can be typed, is set back with its number, and hostile ones are answered in words", () =>
  visit(PAGE, {}, async (page) => {
    const field = page.locator('input.box[name="reveal"]');
    const type = async (text) => {
      await field.fill(text);
      await field.press("Tab");
    };
    await type("0.05~0.001");
    await eventually(async () => assert.equal(await state(page), "reveal=0.001~0.05"));
    await type("0.2 % to 4 %");
    await eventually(async () => assert.equal(await state(page), "reveal=0.002~0.04"));
    await type("0.05~0.001");
    await eventually(async () => assert.equal(await state(page), "reveal=0.001~0.05"));
    await type("x~y");
    await eventually(async () => assert.match(await note(page, "reveal").innerText(), /cannot be “x~y”/));
    assert.equal(await state(page), "reveal=0.001~0.05");
    await page.locator('[data-control="reveal"] .restore').click();
    await eventually(async () => assert.equal(await state(page), ""));
    await type("0.001~0.05");
    await answered(page);
    await type("2 %");
    await eventually(async () => assert.equal(await state(page), "reveal=0.02", "a number is no range"));
    await eventually(async () => assert.match(await page.locator(".control .lost").innerText(), /Undo brings its range back/));
    await page.locator("[data-key=Undo]").click();
    await eventually(async () => assert.equal(await page.locator(".lost").count(), 0));
  }));

test("a link with a range says in how many draws each claim holds, as the command line does", () =>
  visit(`${PAGE}?reveal=0.001~0.05`, {}, async (page) => {
    await answered(page);
    const { claims } = JSON.parse(command("explore", "waluigi-decay", "reveal=0.001~0.05", "--format", "json"));
    const { holds_in: count } = claims.find(({ id }) => id === "soon-extinct");
    assert.ok(count > 0 && count < 1024);
    const words = `${Math.round((count / 1024) * 100)} of 100`;
    await eventually(async () => assert.match(await page.locator('[data-chip="soon-extinct"] .in-hundred').innerText(), new RegExp(words)));
    assert.match(await page.locator("[data-answer=spread] .found").innerText(), new RegExp(`holds in ${words}`));
    assert.equal(await page.locator('[data-chip="soon-extinct"] .verdict').isVisible(), false, "the verdict of what is drawn would contradict it");
    assert.equal(await page.locator(".hundred .full").count(), Math.round((count / 1024) * 100));
    assert.equal(await page.locator(".dots circle").count(), 50);
  }));

test("bands lie over the picture, go at once while a slider moves, and come back when it rests", () =>
  visit(`${PAGE}?reveal=0.001~0.05`, {}, async (page) => {
    const bands = page.locator(".bench .bands .band");
    await answered(page);
    await eventually(async () => assert.ok((await bands.count()) >= 1));
    const before = await bands.first().getAttribute("d");
    await page.evaluate(() => {
      const slider = document.querySelector('input[type=range][name="prior"]');
      slider.value = "0.1";
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      new MutationObserver((_, observer) => {
        observer.disconnect();
        window.gone = !document.querySelector(".bands") && document.querySelector(".explore").hasAttribute("data-stale");
      }).observe(document.querySelector(".explore"), { attributeFilter: ["data-stale"] });
    });
    await page.waitForFunction(() => window.gone !== undefined);
    assert.equal(await page.evaluate(() => window.gone), true);
    await eventually(async () => assert.notEqual(await bands.first().getAttribute("d"), before));
  }));

test("an embed with a range says in how many cases its claim holds, and shades its picture", () =>
  visit(`/e${PAGE}?reveal=0.001~0.05&claim=soon-extinct&height=full`, { width: 640, height: 640 }, async (page) => {
    const { claims } = JSON.parse(command("explore", "waluigi-decay", "reveal=0.001~0.05", "--format", "json"));
    const { holds_in: count } = claims.find(({ id }) => id === "soon-extinct");
    const said = page.locator('[data-claim="soon-extinct"] .in-hundred');
    const bands = page.locator(".picture .bands .band");
    await eventually(async () => assert.equal(await said.innerText(), `holds in ${Math.round((count / 1024) * 100)} of 100`));
    await eventually(async () => assert.match(await page.locator('[data-claim="soon-extinct"] .named').innerText(), /^soon driven extinct holds in \d+ of 100$/i));
    await eventually(async () => assert.ok((await bands.count()) >= 1));
    assert.match(await page.locator(".drawn").innerText(), /eight of ten/);
    const before = await bands.first().getAttribute("d");
    await page.locator("details.more > summary").click();
    await page.locator('input[type=range][name="prior"]').press("ArrowLeft");
    await eventually(async () => assert.notEqual(await bands.first().getAttribute("d"), before));
    // Sure again, nothing of it stays.
    await doubt(page, "reveal").click();
    await eventually(async () => assert.equal(await page.locator(".in-hundred, .bands, .drawn").count(), 0));
  }));

test("an embed without a range fetches nothing that answers for ranges", () =>
  visit(`/e${PAGE}?reveal=0.02`, {}, async (page) => {
    await page.locator("html[data-ready=true]").waitFor({ state: "attached" });
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    none(fetched.filter((name) => /\/(ranges|answers|explore)-|\/what-survives\.js/.test(name)));
  }));

test("one press makes the whole page unsure, another takes it back", () =>
  visit(PAGE, {}, async (page) => {
    await page.locator("#explore").scrollIntoViewIfNeeded();
    await answered(page);
    assert.equal(await page.locator(".in-hundred").count(), 0, "nothing is said beside claims of what nobody doubted");
    const all = page.locator('.explore [data-doubt=""]');
    await all.click();
    await eventually(async () => assert.equal(await page.locator(".in-hundred").count(), 8));
    assert.equal(await all.getAttribute("aria-pressed"), "true");
    await all.click();
    await eventually(async () => {
      assert.equal(await state(page), "");
      assert.equal(await page.locator(".in-hundred").count(), 0);
    });
  }));

test("as many dots of fifty are full as cases of a hundred, and a label is said once", () =>
  visit(`${PAGE}?prior=0.05~0.5~0.8&reveal=0.001~0.01~0.05`, {}, async (page) => {
    await answered(page);
    const [marks, dots] = await Promise.all([".hundred .full", ".dots .full"].map((mark) => page.locator(mark).count()));
    assert.ok(Math.abs(marks - 2 * dots) <= 3, `${marks} of 100, ${dots} of 50`);
  }));

test("which assumption matters most is said for the number and for the claim", () =>
  visit(`${PAGE}?reveal=0.001~0.05&prior=0.2~0.8&horizon=100~10000`, {}, async (page) => {
    await answered(page);
    await page.locator("[data-part=matters] summary").first().click();
    const said = page.locator("[data-answer=matters] .found");
    await eventually(async () => assert.match(await said.innerText(), /learn “If you know its patience.*whether “soon driven extinct” holds/));
    await page.locator("[data-answer=matters] input[type=radio]").nth(1).check();
    assert.match(await said.innerText(), /^If you could learn one number, learn “Suspicion before any evidence”: alone it decides [\w ]*\d+\s% of the spread/);
    assert.ok((await page.locator("[data-answer=matters] .bars li").count()) >= 1);
  }));

test("the map shows two assumptions, and a click and two sliders go there", () =>
  visit(PAGE, {}, async (page) => {
    const part = page.locator("[data-part=map]");
    await part.locator("summary").first().click();
    const map = part.locator(".flips");
    await map.waitFor();
    const choices = await part.locator("select").evaluateAll((selects) => selects.map((select) => select.value));
    assert.equal(new Set(choices).size, 2);
    assert.match(await part.locator(".found").innerText(), /It holds here, and holds on \d+\s% of the area of this map\. It would fail once “If you know .* is 0\.458\s% or less/);
    // Its scale has the numbers as the sentence writes them.
    assert.deepEqual((await part.locator(".scaled > .left span").allInnerTexts()).slice(0, 3).map((tick) => tick.replace("\u00a0", " ")), ["0.0001 %", "0.001 %", "0.01 %"]);
    const [, full] = /holds on (\d+)/.exec(await part.locator(".found").innerText());
    assert.ok(full > 10 && full < 90, `the first map shows both sides: ${full}`);
    // What is shaded is what the command line says holds, away from the border.
    const [up, across] = choices;
    const { holds } = JSON.parse(command("explore", "waluigi-decay", "--map", `${across},${up}`, "--claim", "soon-extinct", "--format", "json")).map;
    const [high, wide] = [holds.length - 1, holds[0].length - 1];
    const shaded = await part.locator(".holds").evaluate((path, [wide, high]) => {
      const at = (column, row) => path.isPointInFill(new DOMPoint((100 * column) / wide, 75 - (75 * row) / high));
      return Array.from({ length: high + 1 }, (_, row) => Array.from({ length: wide + 1 }, (_, column) => +at(column, row)).join(""));
    }, [wide, high]);
    let seen = 0;
    for (let row = 1; row < high; row++) {
      for (let column = 1; column < wide; column++) {
        const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => holds[row + y][column + x]));
        if (new Set(around).size !== 1) continue;
        seen++;
        assert.equal(shaded[row][column], around[0], `${column}, ${row}`);
      }
    }
    assert.ok(seen > 800, `${seen}`);
    await map.scrollIntoViewIfNeeded();
    const { width, height } = await map.boundingBox();
    await map.click({ position: { x: width * 0.9, y: height * 0.4 } });
    await eventually(async () => {
      const query = new URLSearchParams(await state(page));
      assert.deepEqual(choices.filter((id) => query.has(id)), choices);
    });
    const before = await state(page);
    await eventually(async () => assert.equal(await page.locator(".explore").getAttribute("data-stale"), null));
    await part.locator("input[type=range]").first().press("ArrowLeft");
    await eventually(async () => assert.notEqual(await state(page), before));
    await part.locator(".across select").selectOption("gun");
    await eventually(async () => assert.match(await part.locator(".found").innerText(), /of this map/));
  }));

test("the map shows the ranges, and a click beyond them stays within", () =>
  visit(`${PAGE}?reveal=0.001~0.05`, {}, async (page) => {
    await answered(page);
    await page.locator("[data-part=map] summary").first().click();
    const [map, box] = [page.locator(".flips"), page.locator(".flips .unsure")];
    await box.waitFor();
    // 0.1 % to 5 % on a scale from 0.0001 % to 50 %.
    const of = (end) => Math.log(end / 1e-6) / Math.log(0.5 / 1e-6);
    const [seen, whole] = [await box.boundingBox(), await map.boundingBox()];
    const axis = await page.locator(".across select").inputValue();
    const [start, wide] = axis === "reveal" ? [(seen.x - whole.x) / whole.width, seen.width / whole.width] : [NaN, NaN];
    assert.ok(Math.abs(start - of(0.001)) < 0.03 && Math.abs(wide - (of(0.05) - of(0.001))) < 0.03, `${start}, ${wide}`);
    await map.click({ position: { x: 4, y: whole.height / 2 } });
    await eventually(async () => assert.match(await state(page), /reveal=0\.001~0\.001~0\.05/));
    assert.match(await page.locator("[data-part=map] .legend").innerText(), /your ranges; where you are stays within them/);
  }));

test("numbers beside the map do not run into each other", () =>
  visit(PAGE, { width: 360 }, async (page) => {
    await page.locator("[data-part=map] summary").first().click();
    await page.locator(".flips").waitFor();
    const apart = () => page.locator(".scaled > .left > *").evaluateAll((labels) => {
      const boxes = labels.map((label) => label.getBoundingClientRect()).sort((one, other) => one.left - other.left);
      return boxes.slice(1).map(({ left }, at) => left - boxes[at].right);
    });
    await eventually(async () => assert.ok((await apart()).length >= 2));
    none((await apart()).filter((gap) => gap < 0));
  }));

test("two states that agree on every claim are told so", () =>
  visit(`${PAGE}?horizon=1100&pin=`, {}, async (page) =>
    eventually(async () => assert.match(await page.locator("[data-answer=against]").innerText(), /differ in 1 of \d+ numbers\.\s+You agree on every claim: “soon driven extinct” holds, /))));

test("where more than one number is at odds, it is said who would have to take whose", () =>
  visit("/oversight/?grain=0.22&fresh_for=300&pin=", {}, async (page) => {
    const said = page.locator("[data-answer=against]");
    await eventually(async () => assert.match(await said.innerText(), /They would agree with you if they took your “How finely .*” \(22\s%\), or “Steps .*” \(300\ssteps\)\. You would agree with them if you took their “How finely .*” \(50\s%\) and “Steps .*” \(700\ssteps\)\./));
    // And so it is.
    const holds = (query) => JSON.parse(command("export", "oversight", query, "--format", "json")).claims.find(({ id }) => id === "finer-lasts-longer")?.holds;
    assert.deepEqual(["grain=0.22", "fresh_for=300", "", "grain=0.22&fresh_for=300"].map(holds), [false, false, true, false]);
  }));

test("two states are compared: where the difference comes from, and what would settle it", () =>
  visit(`${PAGE}?reveal=0.0001&pin=`, {}, async (page) => {
    await page.locator("[data-part=against][open]").waitFor();
    const words = page.locator("[data-answer=against]");
    await eventually(async () => assert.match(await words.innerText(), /You and “One per cent” differ in 1 of \d+ numbers\..*“soon driven extinct” fails for you and holds for “One per cent”\. One number settles it: “If you know .*” \(0\.01\s% for you, 1\s% there\)\..*You agree on the rest: .*“patience runs out” fails/s));
    assert.equal(await words.locator(".bars li").count(), 0, "one number is all of it");
    // A link that somebody sent, with what belongs to no state.
    await words.locator("input.link").fill("https://example.org/waluigi-decay/?horizon=100000&prior=0.2~0.5~0.8&claim=soon-extinct");
    await words.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL(/pin=horizon:100000/);
    await eventually(async () => assert.match(await page.locator("[data-answer=against]").innerText(), /unsure of some numbers: it is compared by the values that it draws/));
    await eventually(async () => assert.match(await page.locator("[data-answer=against]").innerText(), /You and the other side differ in 2 of \d+ numbers/));
    assert.ok((await page.locator("[data-answer=against] .bars li").count()) >= 2);
    const sides = await page.locator(".changed tr").allInnerTexts();
    assert.deepEqual(sides.slice(1).map((row) => row.replaceAll("\u00a0", " ").split("\t").slice(1)), [["100,000 opportunities", "1,000 opportunities"], ["1 %", "0.01 %"]]);
    // And another one after that, with the key that sends a form.
    await page.locator("[data-answer=against] input.link").fill("?horizon=50");
    await page.locator("[data-answer=against] input.link").press("Enter");
    await page.waitForURL(/pin=horizon:50#/);
    await eventually(async () => assert.match(await page.locator(".changed").innerText(), /50\sopportunities/));
    await page.locator("[data-answer=against] input.link").fill("https://example.org/elsewhere/?a=1");
    await page.locator("[data-answer=against]").getByRole("button", { name: "Compare" }).click();
    await eventually(async () => assert.match(await page.locator("[data-answer=against] [role=status]").last().innerText(), /no link to this page/));
    // What stands there stays when the answers change.
    const typed = await page.locator("[data-answer=against] input.link").inputValue();
    const table = await page.locator(".changed").innerText();
    await page.locator('input[type=range][name="prior"]').press("PageUp");
    await eventually(async () => assert.notEqual(await page.locator(".changed").innerText(), table));
    assert.equal(await page.locator("[data-answer=against] input.link").inputValue(), typed);
    // By keyboard the positions are gone through one by one: that leads nowhere yet, and takes the place of the link.
    const here = page.url();
    await page.locator("[data-answer=against] select").press("ArrowDown");
    await page.locator("[data-answer=against] select").press("ArrowDown");
    assert.equal(await page.locator("[data-answer=against] input.link").inputValue(), "");
    assert.equal(page.url(), here);
    const chosen = await page.locator("[data-answer=against] select").evaluate(({ selectedOptions: [{ textContent }] }) => textContent);
    await page.locator("[data-answer=against]").getByRole("button", { name: "Compare" }).click();
    await page.waitForURL((url) => url.href !== here);
    await eventually(async () => assert.ok((await page.locator("[data-answer=against] .found").innerText()).startsWith(`You and “${chosen}”`)));
  }));

test("answers that are drawn anew leave open what is open, and the focus where it is", () =>
  visit(PAGE, {}, async (page) => {
    await page.locator("#explore").scrollIntoViewIfNeeded();
    await answered(page);
    const asked = page.locator("[data-answer=spread] details");
    await asked.locator("summary").press("Enter");
    const shares = await asked.innerText();
    await page.locator('input[type=range][name="reveal"]').evaluate((slider) => {
      slider.value = slider.max;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await eventually(async () => assert.notEqual(await asked.innerText(), shares));
    assert.deepEqual(await asked.evaluate(({ open, firstElementChild }) => [open, document.activeElement === firstElementChild]), [true, true]);
  }));

test("with everything open and not sure, axe finds nothing", () =>
  visit(`${PAGE}?reveal=0.001~0.05&pin=horizon:100`, {}, async (page) => {
    await answered(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await page.locator(".flips").waitFor();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      none(await axeViolations(page));
    }
  }));

test("without scripts nothing is asked, and nothing is missing", () =>
  visit(PAGE, { js: false }, async (page) => assert.equal(await page.locator(".explore").isVisible(), false)));
