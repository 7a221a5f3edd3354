// Embeds in other people's pages: every way to put one there, what it costs, what it bears.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { eventually, none } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { ELEMENT, essay, frame, heard } from "./support/essay.mjs";
import { fieldOf } from "./support/fields.mjs";
import { browser, site } from "./support/fixture.mjs";
import { emptyFigures, misplacedText, sideways } from "./support/measure.mjs";
import { EMBEDS, PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { alive as ready, asleep, settled } from "./support/rest.mjs";
import { DIST, minified } from "./support/tools.mjs";

const EMBED = "/e/waluigi-decay/";
const number = async (embed, name = "reveal") => String(await fieldOf(embed, name));
const messages = (page, type) => page.evaluate((type) => messages.filter((message) => message.type === type), type);

test("an embed costs its picture alone", () => {
  // A draft has its scripts with all their comments.
  const read = (file) => (file.endsWith(".js") ? minified(readFileSync(join(DIST, file), "utf8")) : readFileSync(join(DIST, file)));
  const size = (file) => gzipSync(read(file), { level: 9 }).length;
  const wrong = [];
  for (const path of EMBEDS) {
    const html = readFileSync(join(DIST, path, "index.html"), "utf8");
    if (/ rel="(module)?preload"/.test(html)) wrong.push(`${path} loads the program`);
    const parts = [...html.matchAll(/(?:<script src|rel="stylesheet" href)="(?:\.\.\/)+([^"]+)"/g)].map((match) => match[1]);
    if (parts.length !== 2) wrong.push(`${path} loads ${parts}`);
    const total = [`${path}index.html`, ...parts].map(size).reduce((sum, bytes) => sum + bytes);
    if (total > 25 * 1024) wrong.push(`${path} needs ${total} bytes`);
  }
  none(wrong);
});

test("the author's script is at most 4 KiB, compressed", () => {
  const size = gzipSync(minified(readFileSync(join(DIST, "embed.js"), "utf8")), { level: 9 }).length;
  assert.ok(size <= 4096, `${size} bytes`);
});

const SIZES = [320, 500, 800].flatMap((width) => [360, 480, 640].map((height) => [width, height]));
/** Those that differ most: the lowest, narrow and wide. */
const EXTREMES = SIZES.filter(([width, height]) => width !== 500 && height === 360);

for (const path of PLAIN_EMBEDS) {
  const sizes = THOROUGH || path === EMBED ? SIZES : EXTREMES;
  test(`${path} fits ${sizes.length} sizes of frames`, () =>
    essay(
      sizes.map(([width, height]) => `<iframe title="A model" width="${width}" height="${height}" src="${site.url(path)}"></iframe>`).join(""),
      async ({ page }) => {
        const fits = () => {
          const { scrollHeight } = document.scrollingElement;
          return scrollHeight > innerHeight ? [`${innerWidth} by ${innerHeight} px: ${scrollHeight} px high`] : [];
        };
        const check = async () => {
          for (const embed of page.frames().slice(1))
            for (const measure of [fits, sideways, emptyFigures]) none(await embed.evaluate(measure));
        };
        await check();
        for (const embed of page.frames().slice(1)) {
          await embed.dispatchEvent("body", "pointerover");
          await ready(embed);
        }
        for (const embed of page.frames().slice(1)) await settled(embed);
        await check();
        // Where a figure cannot be made as low as its place it is made smaller as a whole.
        for (const embed of page.frames().slice(1)) none(await embed.evaluate(misplacedText));
      },
      // All of them in sight: browsers draw no others.
      { width: 1700, height: 3300 },
    ));
}

test("a plain frame tells its height in every dialect and takes no focus", () =>
  essay(frame(`${EMBED}#?secret=aBc123`), async ({ page, embed }) => {
    await ready(embed());
    const own = await eventually(async () => {
      const all = await page.evaluate(() => messages);
      const own = all.find(({ type }) => type === "what-survives:height");
      assert.ok(all.some(({ type, height }) => type === "iframe-widget-resize" && height === own.height));
      assert.ok(all.some(({ sentinel, type, height }) => sentinel === "amp" && type === "embed-size" && height === own.height));
      assert.ok(all.some(({ message, value, secret }) => message === "height" && value === own.height && secret === "aBc123"));
      return own;
    });
    assert.equal(own.version, 1);
    assert.ok(own.height > 300 && own.height < 560, `height ${own.height}`);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
    await embed().locator(".more > summary").click();
    await eventually(async () => assert.ok((await messages(page, "what-survives:height")).at(-1).height > own.height));
    await embed().locator(".more > summary").click();
    await eventually(async () => assert.equal((await messages(page, "what-survives:height")).at(-1).height, own.height));
  }));

test("WordPress's filtered frame works", () =>
  essay(frame(`${EMBED}sceptic/#?secret=aBc123`, 'sandbox="allow-scripts" security="restricted"'), async ({ page, embed }) => {
    await ready(embed());
    assert.equal(await embed().evaluate(() => self.origin), "null");
    await embed().locator("input[type=range]").first().press("ArrowRight");
    await eventually(async () => assert.notEqual(await number(embed(), "horizon"), "1000"));
    assert.ok((await page.evaluate(() => messages)).some(({ secret }) => secret === "aBc123"));
  }));

test("the LessWrong widget nests the embed and passes its height on", async () => {
  // As the dialog makes it.
  const page = await blank(browser);
  await page.goto(site.url("/waluigi-decay/?reveal=0.02"));
  await ready(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.selectOption("select[name=kind]", "widget");
  const text = page.locator(".share textarea");
  await eventually(async () => assert.match(await text.inputValue(), /<script>/));
  const widget = await text.inputValue();
  await page.close();
  assert.ok(Buffer.byteLength(widget) <= 1024, `${Buffer.byteLength(widget)} bytes`);
  const quoted = widget.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const outer = `<iframe id="outer" title="Widget" width="640" height="300" sandbox="allow-scripts" srcdoc="${quoted}"></iframe>`;
  await essay(outer, async ({ page, embed }) => {
    const told = () => messages(page, "iframe-widget-resize");
    await eventually(async () => assert.ok((await told()).length));
    await page.evaluate(([{ height }]) => (document.querySelector("#outer").style.height = `${height}px`), await told());
    await ready(embed());
    assert.equal(await number(embed()), "0.02");
    const before = (await told()).length;
    await page.evaluate(() => document.querySelector("#outer").contentWindow.postMessage({ type: "iframe-widget-request-resize" }, "*"));
    await eventually(async () => assert.ok((await told()).length > before));
    const outerFrame = page.frames().find((known) => known.parentFrame() === page.mainFrame());
    assert.equal(await outerFrame.locator("#a").isVisible(), false);
    await eventually(async () =>
      assert.deepEqual(await embed().evaluate(() => [document.scrollingElement.scrollHeight > innerHeight]), [false]));
  });
});

test("the element shows a state, follows its attributes and reports changes", () =>
  essay(ELEMENT('simulator="waluigi-decay" preset="sceptic" reveal="0.02"'), async ({ page, embed }) => {
    await ready(embed());
    assert.equal(await number(embed()), "0.02");
    assert.equal(await number(embed(), "patience_max"), "1000000000");
    await eventually(async () => assert.equal(await page.getByText("fallback").isVisible(), false));
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("horizon", "250000"));
    await eventually(async () => assert.equal(await number(embed(), "horizon"), "250000"));
    await embed().locator("input[type=range]").first().press("End");
    await eventually(async () => {
      const { values, ...last } = (await page.evaluate(() => changes)).at(-1);
      assert.deepEqual(last, {
        simulator: "waluigi-decay", preset: "sceptic", query: "horizon=100000000&reveal=0.02",
        parameters: { horizon: "100000000", reveal: "0.02" }, by: "reader",
      });
      assert.equal(values.parameters.horizon.value, 100000000);
    });
    // An attribute that says nothing about the state does not undo what the reader did.
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("class", "wide"));
    await heard(page, embed());
    assert.equal(await number(embed(), "horizon"), "100000000");
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("theme", "dark"));
    await eventually(async () => assert.equal(await embed().evaluate(() => document.documentElement.dataset.theme), "dark"));
    await page.evaluate(() => document.querySelector("what-survives").setAttribute("preset", "one-percent"));
    await eventually(async () => {
      assert.match(embed().url(), /one-percent/);
      assert.equal(await number(embed(), "horizon"), "250000");
    });
    const { height } = await page.locator("iframe").boundingBox();
    assert.ok(height > 120 && height < 700, `${height}`);
  }));

test("the element keeps its fallback where it can show nothing", () =>
  essay(`${frame(EMBED)}${ELEMENT('simulator="../../evil"')}`, async ({ page }) => {
    // It makes its frame at once, or never.
    await page.waitForFunction(() => document.querySelector("what-survives").shadowRoot);
    assert.equal(await page.getByText("fallback").isVisible(), true);
    assert.equal(await page.locator("what-survives iframe").count(), 0);
  }));

test("five embeds live on one page", () =>
  essay(["", "sceptic/", "outlasted/", "one-bad-look/", "ten-step-memory/"].map((preset) => frame(EMBED + preset)).join(""), async ({ page }) => {
    for (const embed of page.frames().slice(1)) {
      await (await embed.frameElement()).scrollIntoViewIfNeeded();
      await ready(embed);
    }
    assert.equal(page.frames().length, 6);
  }));

test("hostile messages change nothing and log nothing", () =>
  essay(`${frame(EMBED)}${ELEMENT('simulator="clever-waluigi"')}`, async ({ page, embed }) => {
    await ready(embed());
    await asleep(embed());
    const before = await embed().evaluate(() => [location.href, document.body.innerHTML]);
    await page.evaluate(() => {
      const bad = [
        null, 1, "x", [], {}, { type: "what-survives:state" }, { type: "what-survives:state", version: 2, query: "reveal=0.5" },
        { type: "what-survives:state", version: 1, query: 7, theme: {} }, { type: "what-survives:state", version: 1, query: "x".repeat(1e5) },
        { type: "what-survives:go", version: 1, href: "https://example.org/" }, { type: "what-survives:html", version: 1, html: "<b>" },
        { type: "what-survives:state", version: "1", query: "reveal=0.5" },
      ];
      for (const message of bad) {
        document.querySelector("iframe").contentWindow.postMessage(message, "*");
        window.postMessage(message, "*");
      }
      for (const height of [1e9, -1, NaN, "9", null]) window.postMessage({ type: "what-survives:height", version: 1, height }, "*");
    });
    await heard(page, embed());
    assert.deepEqual(await embed().evaluate(() => [location.href, document.body.innerHTML]), before);
    // A state goes through the same parser as a link.
    await page.evaluate(() =>
      document.querySelector("iframe").contentWindow.postMessage({ type: "what-survives:state", version: 1, query: "horizon=1e12&x=<b>", theme: "none" }, "*"));
    await eventually(async () => assert.equal(await number(embed(), "horizon"), "100000000"));
    assert.equal(await embed().locator("[data-notices] b").count(), 0);
  }));

test("without scripts the picture is there", () =>
  essay(
    frame(EMBED),
    async ({ page }) => {
      const embed = page.frameLocator("iframe");
      assert.equal(await embed.locator("svg:visible").count(), 1);
      assert.ok(await embed.locator("figcaption").isVisible());
      assert.equal(await embed.locator("input:visible").count(), 0);
    },
    { js: false },
  ));

/** Whether an embed is in sight, as the browser tells it, when it has told its own script, too. */
async function inSight(embed) {
  await embed.waitForLoadState("load");
  return embed.evaluate(() => new Promise((done) =>
    new IntersectionObserver(([{ isIntersecting }]) => done(isIntersecting)).observe(document.querySelector(".embed"))));
}

test("an embed that nobody sees loads no program", () =>
  essay(`<div style="height:3000px"></div>${frame(EMBED)}`, async ({ page, embed, programs }) => {
    assert.equal(await inSight(embed()), false);
    assert.equal(await embed().evaluate(() => work.pending.size), 0, "nothing comes later");
    assert.equal(programs(), 0);
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await ready(embed());
    assert.equal(programs(), 1);
  }));

test("a reader who saves data loads the program on the first sign of interest", () =>
  essay(
    frame(`${EMBED}?reveal=0.02`),
    async ({ embed, programs }) => {
      assert.equal(await inSight(embed()), true);
      await asleep(embed());
      assert.equal(programs(), 0);
      assert.ok(await embed().getByText("Touch the picture").isVisible());
      await embed().locator("figure").hover();
      await ready(embed());
      assert.equal(await number(embed()), "0.02");
    },
    { init: () => Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) }) },
  ));

test("what the reader did before the program came is not lost", () =>
  essay(
    frame(EMBED),
    async ({ embed, release }) => {
      // What is folded away again counts, too.
      const fold = embed().locator("details.more > summary");
      await fold.click();
      await embed().locator(".foot .controls input[type=range][name=reveal]").press("ArrowRight");
      await fold.click();
      const slider = embed().locator("input[type=range]").first();
      await slider.focus();
      for (let presses = 0; presses < 5; presses++) await slider.press("ArrowRight");
      const position = await slider.inputValue();
      assert.equal(await embed().evaluate(() => document.documentElement.dataset.ready), undefined);
      release();
      await ready(embed());
      await eventually(async () => assert.match(embed().url(), /(?=.*reveal=)(?=.*horizon=)/));
      await asleep(embed());
      assert.equal(await slider.inputValue(), position);
      assert.equal(await embed().evaluate(() => document.activeElement.name), "horizon");
    },
    { held: true },
  ));

test("a claim that the address names is shaded on the sliders, and without one nothing is", async () => {
  const shaded = (embed) =>
    embed().evaluate(() => ({
      stretches: document.querySelectorAll(".headline .shade rect").length,
      said: document.querySelector("input[type=range]").getAttribute("aria-valuetext"),
      key: document.querySelector("p.key").checkVisibility(),
    }));
  await essay(frame(`${EMBED}?claim=soon-extinct&height=full`), async ({ embed }) => {
    await ready(embed());
    await eventually(async () => {
      const { stretches, said, key } = await shaded(embed);
      assert.equal(stretches, 1);
      assert.match(said, /the shaded claim holds/);
      assert.ok(key);
    });
  });
  await essay(frame(EMBED), async ({ embed }) => {
    await ready(embed());
    const { stretches, said, key } = await shaded(embed);
    assert.equal(stretches, 0);
    assert.doesNotMatch(said, /shaded/);
    assert.ok(!key);
    assert.equal(await embed().locator(".shading").count(), 0);
  });
});

test("the address chooses figure, controls, claim, theme and height", () =>
  essay(frame(`${EMBED}?reveal=0.02&figure=patience&show=horizon,reveal&claim=half-life-grows&theme=dark&height=full`), async ({ page, embed }) => {
    await ready(embed());
    const shown = await embed().evaluate(() => ({
      figure: document.querySelector("figure").dataset.figure,
      title: document.querySelector("h1").textContent,
      picture: document.querySelectorAll("figure svg path").length > 3,
      controls: [...document.querySelectorAll("[data-control]")].filter((control) => control.checkVisibility()).map((control) => control.dataset.control),
      claims: [...document.querySelectorAll("[data-claim]:not([hidden])")].map((claim) => claim.dataset.claim),
      page: { ...document.documentElement.dataset },
    }));
    assert.equal(shown.figure, "patience");
    assert.match(shown.title, /patient/);
    assert.ok(shown.picture);
    assert.deepEqual(shown.controls, ["horizon", "reveal"]);
    assert.deepEqual(shown.claims, ["half-life-grows"]);
    assert.equal(shown.page.theme, "dark");
    assert.equal(shown.page.height, "full");
    const entries = await page.evaluate(() => history.length);
    await embed().locator("input[type=range]").first().press("ArrowRight");
    await eventually(async () => assert.match(embed().url(), /horizon=.*figure=patience/));
    assert.equal(await page.evaluate(() => history.length), entries);
    const back = embed().locator(".full");
    assert.match(await back.getAttribute("href"), /\/some\/base\/waluigi-decay\/\?.*horizon=/);
    assert.match(await back.textContent(), /^127.0.0.1:\d+\/some\/base\/waluigi-decay\/$/);
  }));
