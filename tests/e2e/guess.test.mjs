// Guess first: what answers a question is hidden until the reader has answered it or skipped it, and then compared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { axeViolations } from "./support/axe.mjs";
import { site, browser, visit } from "./support/fixture.mjs";
import { blank } from "./support/browser.mjs";
import { movedParts, noteShifts } from "./support/measure.mjs";
import { PAGES, THOROUGH } from "./support/pages.mjs";
import { alive, settled } from "./support/rest.mjs";

/** Begins with its question. */
const PRESET = "/waluigi-decay/outlasted/";
/** One page for each form, and for each kind of figure: lines on two scales, areas, bars, a number with a unit. */
const ASKED = THOROUGH
  ? PAGES.filter((path) => path.split("/").length === 3 && !["/about/", "/embed/", "/gallery/", "/module/", "/statements/"].includes(path))
  : ["/waluigi-decay/", "/inoculation/", "/behavioral-selection/", "/commons/", "/treacherous-turn/"];

const isAsking = (page) => page.evaluate(() => "asking" in document.documentElement.dataset);
/** Words as they are typed: on a page no line ends before a per cent. */
const wordsOf = async (part) => (await part.first().textContent()).replaceAll("\u00a0", " ").trim();
const said = (page) => wordsOf(page.locator(".guessed"));
const drawn = (page) => page.locator(".guess-drawing path").getAttribute("d");
const press = (page, name) => page.getByRole("button", { name }).click();
const ask = async (page) => {
  await page.locator("[data-guess]").click();
  await page.locator(".guess").waitFor();
};

/** What can be seen and gives the answer away, run in a page. */
const given = () => {
  const parts = document.querySelectorAll(
    "figure .marks *, figure .over *, figure .names *, figure .key ~ .title text, figcaption, .data, [data-lesson], .readouts, [data-claim], " +
      "[data-claims], [data-margin], [data-tips], .shade, .prose b[data-value]:not([role=slider]), [data-answers]",
  );
  const isSeen = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && part.textContent + part.getAttribute("d") !== "";
  return [...parts].filter(isSeen).map((part) => part.outerHTML.slice(0, 120));
};

/** The words that a screen reader finds on a page. */
async function spoken(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes.filter(({ ignored }) => !ignored).map(({ name, description, value }) => [name, description, value].map((part) => part?.value ?? "").join(" "));
}

const caption = (page) => page.locator("figcaption").first().textContent();

/** Insists that nothing on a page says what is asked for. */
async function saysNothing(page) {
  none(await page.evaluate(given));
  const words = (await caption(page)).trim();
  none((await spoken(page)).filter((name) => name.includes(words) || name.includes(words.split(". ")[0])));
}

for (const path of ASKED) {
  test(`${path} asks when its button is pressed, says nothing until it is answered, and then all`, () =>
    visit(path, {}, async (page) => {
      const before = await page.evaluate(given);
      assert.ok(before.length > 10, "there is an answer to hide");
      assert.equal(await page.locator(".guess").count(), 0);
      await ask(page);
      await settled(page);
      await saysNothing(page);
      assert.ok(await page.evaluate(() => document.activeElement.matches(".guess input")));
      await page.locator(".guess input").last().press("PageUp");
      await press(page, "Show me");
      assert.equal(await isAsking(page), false);
      assert.ok(await page.evaluate(() => document.activeElement.matches(".guessed")));
      assert.match(await said(page), /(At the right end you drew .*; it is .*\.|You said .*\. The model’s answer: .*\.)/);
      assert.doesNotMatch(await said(page), /NaN|undefined|Infinity|[{}]/);
      assert.equal((await page.evaluate(given)).length, before.length);
      assert.ok((await spoken(page)).some((name) => name.includes("“") || name.length > 80));
    }));
}

test("a number is compared with what the page shows then, in any state", () =>
  visit("/commons/", {}, async (page) => {
    for (const share of ["0", "1"]) {
      await page.locator('input[type=range][name="watched"]').fill(share);
      await settled(page);
      await ask(page);
      await page.locator(".guess input").press("Home");
      await press(page, "Show me");
      const now = await wordsOf(page.locator('.readouts [data-value="end_share"]'));
      assert.equal(await said(page), `You said 0 %. The model’s answer: ${now}.`);
      // The question is gone with the answer, and comes back with another state.
      assert.equal(await page.locator("[data-guess]").isVisible(), false);
      await page.locator('input[type=range][name="guilt"]').press("PageUp");
      await eventually(async () => assert.ok(await page.locator("[data-guess]").isVisible()));
      assert.equal(await page.locator(".guessed").isVisible(), false);
    }
  }));

test("a line is compared with the one that the page shows then, in any state", () =>
  visit("/corrigible-window/", {}, async (page) => {
    for (const [people, most] of [["1", 100], ["0", 20]]) {
      await page.locator('input[type=range][name="people"]').fill(people);
      await settled(page);
      const end = Number((await page.locator('.readouts [data-value="sovereign_success"]').textContent()).replace("%", ""));
      await ask(page);
      for (const slider of await page.locator(".guess input").all()) await slider.press("End");
      await press(page, "Show me");
      const [, drew, is] = /you drew (\d+) %; it is (\d+) %/.exec(await said(page));
      assert.equal(Number(drew), 100);
      assert.ok(Math.abs(Number(is) - end) <= 1 && Number(is) <= most, `${is} for ${end}`);
      assert.match(await said(page), /percentage points too high/);
    }
  }));

test("on a scale of powers of ten the difference is a factor", () =>
  visit("/inoculation/", {}, async (page) => {
    await ask(page);
    for (const slider of await page.locator(".guess input").all()) await slider.press("End");
    await press(page, "Show me");
    const end = await wordsOf(page.locator('.readouts [data-value="trait_yours"]'));
    const words = await said(page);
    assert.ok(words.startsWith(`At the right end you drew 100 %; it is ${end}.`), words);
    assert.match(words, /a factor of \d+ too high/);
    // Its axis is another in other states, and the question is about the one that it opened with.
    await page.locator('input[type=range][name="elicited"]').press("PageDown");
    await settled(page);
    assert.equal(await page.locator("[data-guess]").isVisible(), false);
  }));

test("a drawn guess is compared with the truth, and goes when the state changes", () =>
  visit(PRESET, {}, async (page) => {
    await saysNothing(page);
    const before = await drawn(page);
    const { x, y, width, height } = await page.locator(".guess-drawing").boundingBox();
    await page.mouse.move(x + width * 0.12, y + height * 0.3);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height * 0.75, { steps: 12 });
    await page.mouse.up();
    assert.notEqual(await drawn(page), before);
    await press(page, "Show me");
    assert.match(await said(page), /^At the right end you drew \d+ %; it is (under 1|\d+) %\. .*percentage point/);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".guessed")));
    await page.locator('input[type=range][name="patience_max"]').evaluate((slider) => {
      slider.value = slider.min;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await eventually(async () => assert.equal(await page.locator(".guess-drawing").count(), 0));
    assert.equal(await page.evaluate(() => document.activeElement.id), "main", "what goes hands the focus on");
  }));

test("a question is answered by keyboard alone", () =>
  visit(PRESET, {}, async (page) => {
    const sliders = page.locator(".guess input[type=range]");
    assert.equal(await sliders.count(), 5);
    const before = await drawn(page);
    await sliders.last().press("Home");
    assert.notEqual(await drawn(page), before);
    assert.equal(await sliders.last().getAttribute("aria-valuetext"), "0 %");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match(await said(page), /you drew 0 %/);
    // Of another state it can be asked again.
    await page.locator('input[type=range][name="patience_max"]').press("PageUp");
    const button = page.locator("[data-guess]");
    await eventually(async () => assert.ok(await button.isVisible()));
    await button.press("Enter");
    assert.ok(await isAsking(page));
    assert.ok(await page.evaluate(() => document.activeElement.matches(".guess input")));
    // Its axis has other numbers by now.
    assert.equal(await wordsOf(page.locator(".guess label")), "left end");
  }));

test("a guess can be skipped, and is not asked for by a link with a state of its own", async () => {
  for (const path of [PRESET, "/"]) {
    await visit(path, { width: 360 }, async (page) => {
      assert.ok(await isAsking(page));
      await press(page, "Skip");
      assert.equal(await isAsking(page), false);
      assert.ok((await page.evaluate(given)).length > 3);
      assert.equal(await page.locator(".guess-drawing").count(), 0);
      // Nobody is asked twice on the way back.
      await page.reload();
      await alive(page);
      assert.equal(await isAsking(page), false);
    });
    await visit(`${path}?reveal=0.02`, {}, async (page) => {
      assert.equal(await isAsking(page), false);
      assert.equal(await page.locator(".guess").isVisible(), false);
      assert.ok((await page.evaluate(given)).length > 3);
    });
  }
});

test("without scripts the answer is there, and nothing is asked", async () => {
  for (const path of ["/", PRESET, "/commons/"]) {
    await visit(path, { js: false }, async (page) => {
      assert.ok((await page.evaluate(given)).length > 3);
      for (const part of [".guess", ".guessed", "[data-guess]"]) {
        assert.equal(await page.locator(part).first().isVisible(), false, `${path} ${part}`);
      }
    });
  }
});

test("a page whose script of guessing is missing shows the answer", async () => {
  const page = await blank(browser);
  await page.route("**/guess-*.js", (route) => route.abort());
  await page.goto(site.url("/"));
  await alive(page);
  assert.equal(await isAsking(page), false);
  assert.ok((await page.evaluate(given)).length > 3);
  await page.goto(site.url("/commons/"));
  await alive(page);
  await Promise.all([page.waitForEvent("requestfailed"), page.locator("[data-guess]").click()]);
  await eventually(async () => assert.ok((await page.evaluate(given)).length > 3));
  assert.equal(await isAsking(page), false);
  await page.close();
});

test("an embed asks only if its address says so", async () => {
  for (const [query, is] of [["", false], ["?guess=1", true], ["?guess=1&reveal=0.02", false]]) {
    await visit(`/e${PRESET}${query}`, {}, async (page) => {
      await page.locator("body").hover();
      await alive(page);
      await eventually(async () => assert.equal(await page.locator(".guess").isVisible(), is, query));
      assert.equal(await isAsking(page), is, query);
      if (!is) return;
      await saysNothing(page);
      await page.locator(".guess input").first().press("End");
      await press(page, "Show me");
      assert.match(await said(page), /^At the right end you drew/);
      assert.ok((await page.evaluate(given)).length > 3);
    });
  }
});

/** Run in a page: notes where everything stands, for `movedParts`. */
const noteParts = () => {
  // The place for the words about the guess is kept free for them.
  const all = [...document.querySelectorAll("body, body *:not(svg *, .guessed)")];
  window.parts = all.map((part) => ({ part, box: part.getBoundingClientRect() })).filter(({ box }) => box.width && box.height);
};

test("the first page asks how sure a reader is, and marks that in its picture", async () => {
  for (const [width, height] of [[1280, 720], [360, 740]]) {
    await visit("/", { width, height, init: noteShifts }, async (page) => {
      await settled(page);
      assert.ok(await isAsking(page));
      await saysNothing(page);
      await page.evaluate(noteParts);
      const slider = page.locator(".guess input");
      await slider.fill("80");
      assert.equal(await slider.getAttribute("aria-valuetext"), "80 %");
      assert.equal(await page.locator(".guess output").textContent(), "80 %");
      await press(page, "Show me");
      await settled(page);
      assert.equal(await said(page), "You are 80 % sure that it is good, which is a suspicion of 20 %: the ring in the picture.");
      // Nothing moves, neither when the program came nor when the answer does.
      none([...(await page.evaluate(movedParts)), ...(await page.evaluate(() => window.shifts.map(({ value }) => `a shift of ${value}`)))]);
      // The ring stands on the line “so far”, at a fifth of the height.
      const away = await page.evaluate(() => {
        const chart = document.querySelector(".picture [data-frame]");
        const [, top, , bottom] = chart.dataset.frame.split(" ").map(Number);
        const ring = document.querySelector(".guess-drawing.ring path").getBBox();
        const rules = [...chart.querySelectorAll(".marks path.rule")].map((rule) => rule.getBBox().x);
        const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
        return [Math.min(...rules.map((rule) => Math.abs(rule - x))), Math.abs((bottom - y) / (bottom - top) - 0.2)];
      });
      assert.ok(away[0] < 4 && away[1] < 0.01, `${away}`);
      // The answer was about a thousand times.
      await page.locator('input[type=range][name="horizon"]').press("PageUp");
      await eventually(async () => assert.equal(await page.locator(".guess-drawing").count(), 0));
      await settled(page);
      none(await page.evaluate(movedParts));
    });
  }
});

test("nothing that axe finds, while a page asks and after", async () => {
  for (const path of ["/", PRESET, "/commons/"]) {
    // Either is proved of all pages elsewhere.
    for (const dark of THOROUGH ? [false, true] : [path !== PRESET]) {
      await visit(path, { width: dark ? 360 : 1280, dark }, async (page) => {
        if (path === "/commons/") await ask(page);
        await settled(page);
        none((await axeViolations(page)).map((line) => `${path} asking: ${line}`));
        await press(page, "Show me");
        await settled(page);
        none((await axeViolations(page)).map((line) => `${path} answered: ${line}`));
      });
    }
  }
});
