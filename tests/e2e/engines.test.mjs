// The core of the site in other engines than Chromium: pages open without a complaint, sliders move the picture
// and the address, and exports have the bytes of the command line.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { ENGINES } from "./support/engines.mjs";
import { emptyFigures, sideways } from "./support/measure.mjs";
import { command } from "./support/native.mjs";
import { KINDS, PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { serveFolder } from "./support/server.mjs";
import { DIST } from "./support/tools.mjs";

/** Run in every page before its own scripts: notes what goes wrong, and what is saved. */
const WATCH = `
  window.problems = [];
  window.saved = [];
  const note = (text) => window.problems.push(text);
  addEventListener("error", ({ message, target }) => note(message ?? "could not load " + (target.src ?? target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => note("rejected: " + reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => note(violatedDirective + " " + blockedURI));
  for (const kind of ["error", "warn"]) {
    const say = console[kind];
    console[kind] = (...words) => { note(kind + ": " + words.join(" ")); say(...words); };
  }
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => { saved.push(blob); return address(blob); };
`;

const site = await serveFolder(DIST, "/some/base/", WATCH);
after(() => site.close());

/** Where a slider is moved: the pages with the widest choice of controls and pictures, and an embed. */
const LIVE = ["/?reveal=0.02", "/waluigi-decay/", "/commons/", "/behavioral-selection/", "/e/waluigi-decay/"];
/** The pages to open: those in which engines might differ; all kinds of them where everything is tried. */
const PATHS = THOROUGH ? [...KINDS, ...PLAIN_EMBEDS] : [...LIVE, "/module/"];
const STATE = "reveal=0.02&patience_max=1000000000&gun=0";

if (!ENGINES.WebKit) console.log("WebKit is not tested here: it has no driver on this system");

for (const [name, start] of Object.entries(ENGINES)) {
  describe(name, async () => {
    const engine = await start();
    after(() => engine.close());
    const { evaluate, press } = engine;

    /** Opens a page and waits for its program, if it has one that comes by itself. */
    async function open(path) {
      await engine.open(site.url(path));
      const isThere = () => document.documentElement.dataset.ready === "true";
      await eventually(async () => assert.ok(await evaluate(isThere), `${path} is not ready`));
    }
    const problems = () => evaluate(() => window.problems);

    for (const path of PATHS) {
      test(`${path} opens without a complaint`, async () => {
        await open(path);
        none([...(await problems()), ...(await evaluate(sideways)), ...(await evaluate(emptyFigures))]);
      });
    }

    for (const path of LIVE) {
      test(`a slider of ${path} moves picture, number and address`, async () => {
        await open(path);
        const state = () =>
          evaluate(() => ({
            number: document.querySelector("input.box").value,
            picture: [...document.querySelectorAll("figure svg path")].map((part) => part.getAttribute("d")).join(),
            address: location.search,
          }));
        const before = await state();
        await press("input[type=range][name]", "PageUp");
        await eventually(async () => {
          const now = await state();
          for (const part of Object.keys(before)) assert.notEqual(now[part], before[part], part);
        });
        none(await problems());
      });
    }

    test("what is downloaded has the bytes of the command line", async () => {
      await open(`/waluigi-decay/sceptic/?reveal=0.02`);
      const click = (selector) => evaluate((selector) => document.querySelector(selector).click(), selector);
      await click("[data-share]");
      await eventually(async () => assert.ok(await evaluate(() => document.querySelector("dialog").open)));
      for (const [kind, words] of [
        ["csv", ["export", "waluigi-decay", STATE, "--format", "csv"]],
        ["svg", ["figure", "waluigi-decay", "suspicion", STATE]],
      ]) {
        await evaluate(() => void (window.saved = []));
        await click(`[data-download=${kind}]`);
        const text = await eventually(() => evaluate(async () => {
          if (!window.saved.length) throw new Error("nothing is saved");
          return window.saved[0].text();
        }));
        assert.equal(text, command(...words, "--site", site.url("/")));
      }
      none(await problems());
    });

    test("every figure and table of every simulator has the bytes of the command line", async () => {
      await open("/about/");
      const found = await evaluate(async (address) => {
        const { list, figure, csv } = await import(address);
        return list().map(({ id, figures, presets }) => {
          const query = presets.at(-1)?.query ?? "";
          return { id, query, csv: csv(id, query), figures: figures.map((it) => [it.id, figure(id, it.id, query)]) };
        });
      }, site.url("/what-survives.js"));
      const wrong = [];
      const check = (what, text, ...words) => text === command(...words) || wrong.push(what);
      for (const { id, query, csv, figures } of found) {
        check(`${id}.csv`, csv, "export", id, query, "--format", "csv");
        for (const [figure, svg] of figures) check(`${id}.${figure}.svg`, svg, "figure", id, figure, query, "--site", site.url("/"));
      }
      none(wrong);
      assert.equal(found.length, PLAIN_EMBEDS.length);
    });
  });
}
