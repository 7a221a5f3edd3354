// An author's own sentences: readouts, claims and parameters beside a figure follow it, and parameters move it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { axeViolations } from "./support/axe.mjs";
import { ELEMENT, essay, heard } from "./support/essay.mjs";
import { fieldOf } from "./support/fields.mjs";
import { sideways } from "./support/measure.mjs";
import { command } from "./support/native.mjs";
import { alive } from "./support/rest.mjs";

const FIGURE = (attributes = "", name = "fig") => ELEMENT(`id="${name}" simulator="waluigi-decay" ${attributes}`);
const REVEAL = '<what-value parameter="reveal">one in a hundred</what-value>';
const SUSPICION = '<what-value readout="suspicion_known">hardly any</what-value>';
const EXTINCT = '<what-value claim="soon-extinct">is so</what-value>';
const SENTENCE = `<p>If it gives itself away ${REVEAL} of the time, suspicion is down to ${SUSPICION}; “soon extinct” ${EXTINCT}.</p>`;

/** What a page says in its values, with plain spaces. */
const said = (page) =>
  page.evaluate(() => [...document.querySelectorAll("what-value")].map((value) => value.textContent.replaceAll("\u00a0", " ")));
const says = (page, expected) => eventually(async () => assert.deepEqual(await said(page), expected));
const number = (page, at = 0) => page.locator("what-value [role=slider]").nth(at);

test("a sentence says what stands in it until the figure answers, and then the page's own words", () =>
  essay(FIGURE() + SENTENCE, async ({ page, embed }) => {
    await says(page, ["1 %", "0.0043 %", "holds"]);
    // In light and shadow, for whoever reads, copies or searches.
    assert.equal((await page.locator("p").last().innerText()).replaceAll("\u00a0", " "),
      "If it gives itself away 1 % of the time, suspicion is down to 0.0043 %; “soon extinct” holds.");
    await alive(embed());
    await embed().locator("input[type=range][name=reveal]").evaluate((slider) => {
      slider.value = slider.min;
      for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
    });
    await eventually(async () => {
      const [reveal, suspicion, extinct] = await said(page);
      assert.deepEqual([reveal, extinct], ["0.0001 %", "fails"]);
      assert.equal(suspicion, (await embed().locator("[data-value=suspicion_known]").last().textContent()).replaceAll("\u00a0", " "));
    });
  }));

test("without scripts, and where there is no such thing, a sentence keeps its words", async () => {
  await essay(FIGURE() + SENTENCE, async ({ page }) => assert.deepEqual(await said(page), ["one in a hundred", "hardly any", "is so"]), { js: false, embeds: false });
  const unknown = ["readout=nothing", "parameter=constructor", "claim=__proto__", "readout=toString", "readout=reveal", "parameter=suspicion_known", "", 'for="nobody" readout=suspicion_known', 'for="p" readout=suspicion_known']
    .map((attributes) => `<what-value ${attributes}>words</what-value>`);
  await essay(`${FIGURE()}<p id="p">${SUSPICION}${unknown.join("")}</p>`, async ({ page }) =>
    says(page, ["0.0043 %", ...unknown.map(() => "words")]));
});

test("a number in a sentence is a slider: keys and drags move the figure and all its sentences", () =>
  essay(FIGURE() + SENTENCE, async ({ page, embed }) => {
    await says(page, ["1 %", "0.0043 %", "holds"]);
    const slider = number(page);
    const aria = async () => slider.evaluate((part) => Object.fromEntries([...part.attributes].map(({ name, value }) => [name, value])));
    const before = await aria();
    assert.match(before["aria-label"], /chance that it turns/);
    assert.equal(before["aria-valuetext"], "1\u00a0%");
    assert.equal(before.part, "number");
    await slider.focus();
    // The page's own slider would take the same step.
    await page.keyboard.press("ArrowRight");
    await eventually(async () => assert.notEqual((await said(page))[0], "1 %"));
    const [right] = await said(page);
    await alive(embed());
    assert.equal(await embed().locator("input[type=range][name=reveal]").getAttribute("aria-valuetext").then((text) => text.replaceAll("\u00a0", " ")), right);
    await page.keyboard.press("ArrowLeft");
    await eventually(async () => assert.equal((await said(page))[0], "1 %"));
    await page.keyboard.press("End");
    await eventually(async () => assert.equal((await said(page))[0], "50 %"));
    assert.equal((await aria())["aria-valuenow"], "100");
    await page.keyboard.press("Home");
    await eventually(async () => assert.deepEqual((await said(page)).filter((_, at) => at !== 1), ["0.0001 %", "fails"]));
    await page.keyboard.press("PageUp");
    await eventually(async () => assert.notEqual((await said(page))[0], "0.0001 %"));
    await page.keyboard.press("Home");
    await eventually(async () => assert.equal((await said(page))[0], "0.0001 %"));
    // From one end to the other.
    const { x, y, width, height } = await slider.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 150, y + height / 2, { steps: 5 });
    await eventually(async () => assert.equal(Math.round(Number((await aria())["aria-valuenow"])), 50));
    await page.mouse.move(x + width / 2 + 400, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => assert.equal((await said(page))[0], "50 %"));
    await page.mouse.move(x, y + 200);
    assert.equal((await said(page))[0], "50 %");
    assert.equal(await fieldOf(embed(), "reveal"), 0.5);
    const last = (await page.evaluate(() => changes)).at(-1);
    assert.equal(last.by, "reader");
    assert.deepEqual(last.parameters, { reveal: "0.5" });
  }));

test("what the reader set in a sentence before the program came is not lost", () =>
  essay(FIGURE() + SENTENCE, async ({ page, embed, release, programs }) => {
    await says(page, ["1 %", "0.0043 %", "holds"]);
    await number(page).press("End");
    await eventually(async () => assert.ok(programs()));
    release();
    await eventually(async () => assert.equal((await said(page))[0], "50 %"));
    assert.equal(await fieldOf(embed(), "reveal"), 0.5);
  }, { held: true }));

test("controls that are hidden or folded away can be moved from a sentence all the same", () =>
  essay(`${FIGURE('hide="reveal"')}<p>${REVEAL}<what-value parameter="accident">x</what-value><what-value parameter="limited_memory">x</what-value></p>`, async ({ page, embed }) => {
    await says(page, ["1 %", "0.1 %", "no"]);
    await alive(embed());
    for (const [at, before] of ["1 %", "0.1 %"].entries()) {
      await number(page, at).press("End");
      await eventually(async () => assert.notEqual((await said(page))[at], before));
    }
    // A flag is words.
    assert.equal(await page.locator("what-value [role=slider]").count(), 2);
  }));

test("a value belongs to the figure that it names, or to the nearest before it, or to the first", () => {
  const value = (name) => `<what-value ${name ? `for="${name}"` : ""} parameter="reveal">?</what-value>`;
  return essay(
    `<p>${value()}${value("b")}</p>${FIGURE('reveal="0.02"', "a")}<p>${value()}</p>${FIGURE('reveal="0.2"', "b")}<p>${value()}${value("a")}</p>`,
    async ({ page }) => {
      await says(page, ["2 %", "20 %", "2 %", "20 %", "2 %"]);
      // Whatever comes later is asked again.
      await page.evaluate(() => document.querySelector("p").append(Object.assign(document.createElement("what-value"), { textContent: "?" })));
      await page.evaluate(() => {
        const added = document.querySelector("p").lastElementChild;
        added.setAttribute("for", "b");
        added.setAttribute("parameter", "horizon");
      });
      await says(page, ["2 %", "20 %", "1,000 opportunities", "2 %", "20 %", "2 %"]);
      await page.evaluate(() => document.querySelector("p").lastElementChild.setAttribute("parameter", "reveal"));
      await says(page, ["2 %", "20 %", "20 %", "2 %", "20 %", "2 %"]);
    },
  );
});

test("sentences follow a figure that is far out of sight", () =>
  essay(`${FIGURE('reveal="0.2"')}<div style="height:9000px"></div>${SENTENCE}`, async ({ page }) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await eventually(async () => assert.equal((await said(page))[0], "20 %"));
    await number(page).press("End");
    await eventually(async () => assert.equal((await said(page))[0], "50 %"));
  }));

test("over a range a claim is said to hold in so many of a hundred", () =>
  essay(`${FIGURE('reveal="0.001~0.05"')}<p>${EXTINCT}</p>`, async ({ page }) => {
    const { claims } = JSON.parse(command("explore", "waluigi-decay", "reveal=0.001~0.05", "--format", "json"));
    const count = claims.find(({ id }) => id === "soon-extinct").holds_in;
    await says(page, [`holds in ${Math.round((count / 1024) * 100)} of 100`]);
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("reveal", "0.05"));
    await says(page, ["holds"]);
  }));

test("a range is said in words, and the ends are in the values", () =>
  essay(`${FIGURE('reveal="0.001~0.05" horizon="100~5000"')}<p>${REVEAL}<what-value parameter="horizon">?</what-value></p>`, async ({ page }) => {
    await says(page, ["0.1 % to 5 %", "100 to 5,000 opportunities"]);
    const { reveal, horizon } = await page.evaluate(() => document.querySelector("what-survives").values.parameters);
    assert.deepEqual([reveal.low, reveal.high, horizon.low, horizon.high], [0.001, 0.05, 100, 5000]);
    assert.ok(reveal.value > 0.001 && reveal.value < 0.05, `${reveal.value}`);
    assert.ok(horizon.value > 100 && horizon.value < 5000, `${horizon.value}`);
    assert.equal(await page.locator("what-value [role=slider]").count(), 0);
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("reveal", "0.001~0.002~0.5"));
    await says(page, ["0.1 % to 50 %", "100 to 5,000 opportunities"]);
    assert.equal(await page.evaluate(() => document.querySelector("what-survives").values.parameters.reveal.value), 0.002);
    await page.evaluate(() => document.querySelector("what-survives").removeAttribute("reveal"));
    await says(page, ["1 %", "100 to 5,000 opportunities"]);
  }));

test("the values are those of the command line", () =>
  essay(FIGURE('reveal="0.02" horizon="250000" limited_memory="on"'), async ({ page, embed }) => {
    await alive(embed());
    const values = await eventually(async () => {
      const values = await page.evaluate(() => document.querySelector("what-survives").values);
      assert.equal(values?.parameters.reveal.value, 0.02);
      return values;
    });
    const run = JSON.parse(command("export", "waluigi-decay", "reveal=0.02&horizon=250000&limited_memory=on", "--format", "json"));
    const numbers = Object.fromEntries(Object.entries(values.parameters).map(([id, { value }]) => [id, value]));
    assert.deepEqual(numbers, run.parameters);
    assert.deepEqual(Object.keys(values.readouts), run.readouts.map(({ id }) => id));
    assert.deepEqual(
      Object.entries(values.claims).map(([id, { verdict }]) => [id, verdict === "holds"]),
      run.claims.map(({ id, holds }) => [id, holds]),
    );
  }));

test("hostile messages move nothing and log nothing", () =>
  essay(FIGURE() + SENTENCE, async ({ page, embed }) => {
    await says(page, ["1 %", "0.0043 %", "holds"]);
    await alive(embed());
    const send = (messages) => page.evaluate((messages) => {
      const { contentWindow } = document.querySelector("what-survives").shadowRoot.querySelector("iframe");
      for (const message of messages) contentWindow.postMessage(message, "*");
    }, messages);
    const set = (more) => ({ type: "what-survives:set", version: 1, parameter: "reveal", ...more });
    await send([
      set({}), set({ steps: "9" }), set({ steps: NaN }), set({ place: null }), set({ place: Infinity }), set({ place: -Infinity }), set({ steps: [1] }),
      set({ version: 2, steps: 9 }), set({ parameter: 'x"], *', steps: 9 }), set({ parameter: "nothing", steps: 9 }), set({ parameter: { toString: 1 }, place: 1 }),
      set({ parameter: undefined, place: 1 }), set({ parameter: "limited_memory", place: 1 }), { type: "what-survives:set", parameter: "reveal", place: 1 },
    ]);
    await heard(page, embed());
    assert.deepEqual(await said(page), ["1 %", "0.0043 %", "holds"]);
    // What is legal but beyond the end is at the end.
    await send([set({ place: 7 })]);
    await eventually(async () => assert.equal((await said(page))[0], "50 %"));
    // What comes from elsewhere is no figure's.
    await page.evaluate(() => postMessage({ type: "what-survives:change", version: 1, by: "reader", query: "", values: { parameters: {}, readouts: { suspicion_known: "<b>7</b>" }, claims: {} } }, "*"));
    await heard(page, embed());
    assert.doesNotMatch((await said(page))[1], /7<|<b>/);
    // What a figure says is text, or nothing.
    const tell = (values) => embed().evaluate((values) => parent.postMessage({ type: "what-survives:change", version: 1, by: "reader", query: "reveal=0.5", values }, "*"), values);
    const odd = { toString: 0 };
    for (const values of [5, "x", [], { parameters: null, readouts: 7, claims: "x" }, { parameters: { reveal: odd }, readouts: { suspicion_known: odd }, claims: { "soon-extinct": odd } },
      { parameters: { reveal: { text: odd, name: odd, place: "1" } }, readouts: { suspicion_known: ["x"] }, claims: { "soon-extinct": { verdict: odd, holds_in: odd } } }])
      await tell(values);
    await tell({ parameters: { reveal: { text: "much", name: odd, place: 0.5 } }, readouts: { suspicion_known: "<b>7</b>" }, claims: { "soon-extinct": { verdict: "fails", holds_in: "3 of 100" } } });
    await says(page, ["much", "<b>7</b>", "holds in 3 of 100"]);
    assert.equal(await page.locator("what-value b").count(), 0);
  }));

const ARTICLE = `<style>body { font: 18px/1.6 Georgia, serif; max-width: 42rem; margin: 0 auto; padding: 0 16px }</style>
  <main><h1>How long must it stay quiet?</h1><p>A note on patience.</p>${FIGURE()}${SENTENCE}
  <p>And after <what-value parameter="horizon">a thousand opportunities</what-value>, with a start at <what-value parameter="prior">50 %</what-value>, what is left is ${SUSPICION}.</p></main>`;

for (const width of [360, 1000]) {
  test(`an article with sentences has nothing for axe and no sideways scroll at ${width} px`, () =>
    essay(ARTICLE, async ({ page, embed }) => {
      await says(page, ["1 %", "0.0043 %", "holds", "1,000 opportunities", "50 %", "0.0043 %"]);
      await alive(embed());
      none(await axeViolations(page));
      none(await page.evaluate(sideways));
      // By keyboard: from one number to the next, and into the figure.
      await number(page).focus();
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("parameter")), "horizon");
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/sentences-${width}.png`, fullPage: true });
    }, { width }));
}
