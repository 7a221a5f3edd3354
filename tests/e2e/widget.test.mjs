// The widget for notebooks, held to the contract of anywidget by a model that does what theirs does: several views of
// one model, states from either side, and no network.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { blank } from "./support/browser.mjs";
import { python } from "./support/clients.mjs";
import { browser, site } from "./support/fixture.mjs";
import { command } from "./support/native.mjs";
import { THOROUGH } from "./support/pages.mjs";
import { alive } from "./support/rest.mjs";
import { serveText } from "./support/server.mjs";
import { ROOT } from "./support/tools.mjs";

const notebook = await serveText('<!doctype html><html lang="en"><title>A notebook</title><body></body></html>');
after(() => notebook.close());

/** Run in the notebook: a model as anywidget hands it to a widget, and a view of it. `window.model` keeps it. */
const show = async ([address, traits, views]) => {
  const heard = new Map();
  window.model = {
    saved: 0,
    get: (name) => structuredClone(traits[name]),
    set(name, value) {
      if (JSON.stringify(traits[name]) === JSON.stringify(value)) return;
      traits[name] = value;
      for (const act of [...(heard.get(`change:${name}`) ?? [])]) act();
    },
    save_changes: () => window.model.saved++,
    on: (event, act) => heard.set(event, (heard.get(event) ?? new Set()).add(act)),
    off: (event, act) => heard.get(event)?.delete(act),
    listeners: () => [...heard.values()].reduce((sum, acts) => sum + acts.size, 0),
  };
  const { default: widget, ...others } = await import(address);
  window.others = Object.keys(others);
  window.takeAway = [];
  for (let view = 0; view < views; view++) {
    const el = document.body.appendChild(document.createElement("div"));
    takeAway.push(widget.render({ model, el }));
  }
};

/** A notebook with the widget in it; `view` may say how many `views`, and what is `blocked`. */
async function visit(traits, { views = 1, blocked } = {}, act) {
  const page = await blank(browser, { viewport: { width: 900, height: 1200 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    if (blocked) await page.route(blocked, (route) => route.abort());
    await page.goto(notebook.origin);
    await page.evaluate(show, [site.url("/widget.js"), { preset: "", show: "reveal", parameters: {}, readouts: {}, claims: {}, ...traits }, views]);
    await act(page);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
  }
}

const trait = (page, name) => page.evaluate((name) => model.get(name), name);
const set = (page, name, value) => page.evaluate(([name, value]) => model.set(name, value), [name, value]);
/** The frame of a view, once its program is there. */
async function frame(page, view = 0) {
  const handle = await page.locator("what-survives iframe").nth(view).elementHandle();
  const content = await handle.contentFrame();
  await handle.scrollIntoViewIfNeeded();
  await alive(content);
  return content;
}
const shown = async (frame, name) => (await frame.locator(`input[type=text][name="${name}"]`).inputValue()).replaceAll("\u00a0", " ");
const expected = (query) => Object.fromEntries(JSON.parse(command("export", "waluigi-decay", query)).readouts.map(({ id, value }) => [id, value]));

test("what the notebook sets is shown, with its results as numbers", () =>
  visit({ simulator: "waluigi-decay", parameters: { reveal: 0.2 } }, {}, async (page) => {
    assert.deepEqual(await page.evaluate(() => window.others), []);
    assert.deepEqual(await trait(page, "readouts"), expected("reveal=0.2"));
    const inside = await frame(page);
    await eventually(async () => assert.equal(await shown(inside, "reveal"), "20 %"));
    for (const [parameters, query, text] of [[{ reveal: 0.05 }, "reveal=0.05", "5 %"], [{ reveal: 0.3, horizon: 5000 }, "reveal=0.3&horizon=5000", "30 %"], [{}, "", "1 %"]]) {
      await set(page, "parameters", parameters);
      assert.deepEqual(await trait(page, "readouts"), expected(query));
      await eventually(async () => assert.equal(await shown(inside, "reveal"), text));
    }
    assert.equal(typeof (await trait(page, "claims"))["soon-extinct"], "boolean");
  }));

test("what the reader moves is the notebook's, and what the notebook sets back is shown again", () =>
  visit({ simulator: "waluigi-decay", preset: "sceptic", parameters: { reveal: 0.2, horizon: 1000 } }, {}, async (page) => {
    const inside = await frame(page);
    await eventually(async () => assert.equal(await shown(inside, "reveal"), "20 %"));
    const slider = inside.locator('input[type=range][name="reveal"]');
    await slider.press("End");
    const moved = await eventually(async () => {
      const { reveal, ...rest } = await trait(page, "parameters");
      assert.ok(reveal > 0.2, `${reveal}`);
      // What the notebook has named it keeps, though it is where the page opens.
      assert.deepEqual(rest, { horizon: 1000 });
      return reveal;
    });
    const before = await trait(page, "readouts");
    // The reader has rested by now, and the element been told.
    await eventually(async () => assert.equal(await page.locator("what-survives").getAttribute("reveal"), `${moved}`));
    await set(page, "parameters", { reveal: 0.2, horizon: 1000 });
    await eventually(async () => assert.equal(await shown(inside, "reveal"), "20 %"));
    assert.notDeepEqual(await trait(page, "readouts"), before);
    assert.deepEqual(await trait(page, "parameters"), { reveal: 0.2, horizon: 1000 });
  }));

test("two views of one widget show the same, whoever moves", () =>
  visit({ simulator: "waluigi-decay", parameters: {} }, { views: 2 }, async (page) => {
    const [one, other] = [await frame(page, 0), await frame(page, 1)];
    await one.locator('input[type=range][name="reveal"]').press("End");
    await eventually(async () => {
      assert.notEqual(await shown(one, "reveal"), "1 %");
      assert.equal(await shown(other, "reveal"), await shown(one, "reveal"));
    });
    await set(page, "parameters", { reveal: 0.02 });
    await eventually(async () => assert.deepEqual([await shown(one, "reveal"), await shown(other, "reveal")], ["2 %", "2 %"]));
    assert.deepEqual(await trait(page, "parameters"), { reveal: 0.02 });
  }));

test("without the site there is a picture that follows the notebook", () =>
  visit({ simulator: "waluigi-decay", parameters: { reveal: 0.2 } }, { blocked: "**/embed.js" }, async (page) => {
    const picture = page.locator("what-survives img");
    const drawn = async () => decodeURIComponent((await picture.getAttribute("src")).split(",")[1]);
    assert.equal(await drawn(), command("figure", "waluigi-decay", "suspicion", "reveal=0.2", "--site", site.url("/")));
    assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 300)));
    assert.notEqual(await picture.getAttribute("alt"), "");
    await set(page, "parameters", { reveal: 0.02 });
    assert.equal(await drawn(), command("figure", "waluigi-decay", "suspicion", "reveal=0.02", "--site", site.url("/")));
    assert.deepEqual(await trait(page, "readouts"), expected("reveal=0.02"));
  }));

/** What a notebook may say, and what the widget makes of it: the readouts of which state, and the parameters. */
const SAID = [
  [{ parameters: { reveal: "0.001~0.05" } }, "reveal=0.001~0.05"],
  [{ parameters: { reveal: "2 %", limited_memory: true } }, "reveal=0.02&limited_memory=on"],
  [{ parameters: { reveal: 5, no_such: 1 } }, "reveal=5"],
  [{ parameters: null }, ""],
  [{ preset: "no-such" }, ""],
];
for (const [traits, query] of SAID)
  test(`${JSON.stringify(traits)} is taken as a link would be`, () =>
    visit({ simulator: "waluigi-decay", ...traits }, { blocked: "**/embed.js" }, async (page) => assert.deepEqual(await trait(page, "readouts"), expected(query))));

test("a simulator that does not exist is nothing, and what is not declared is left alone", () =>
  visit({ simulator: "no-such", readouts: undefined, claims: undefined }, { blocked: "**/embed.js" }, async (page) => {
    await set(page, "simulator", "waluigi-decay");
    assert.equal(await trait(page, "readouts"), undefined);
    assert.ok(await page.locator("what-survives img").getAttribute("src"));
  }));

test("a view that is closed leaves nothing behind", () =>
  visit({ simulator: "waluigi-decay" }, { views: 2 }, async (page) => {
    const left = await page.evaluate(() => {
      for (const away of takeAway) away();
      return [model.listeners(), document.querySelectorAll("what-survives").length];
    });
    assert.deepEqual(left, [0, 0]);
  }));

/** Run by Python: executes the notebook and prints the state of its widget. */
const EXECUTE = `
import json, sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
states = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"].values()
print(json.dumps([state["state"] for state in states if "simulator" in state["state"]]))
`;
const jupyter = THOROUGH ? python(["anywidget==0.11.0", "nbclient==0.10.2", "ipykernel==6.30.1"]) : { reason: "not asked for" };

if (!jupyter.reason)
  test("the notebook in examples/ runs, and what it has made of its widget is shown", async () => {
    const env = { ...process.env, WHAT_SURVIVES: site.url("/") };
    const printed = execFileSync(jupyter.program, ["-c", EXECUTE, join(ROOT, "examples", "what-survives.ipynb")], { encoding: "utf8", env, timeout: 300_000 });
    const [state, ...more] = JSON.parse(printed);
    assert.deepEqual(more, []);
    assert.equal(state._esm, site.url("/widget.js"));
    const traits = Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith("_")));
    assert.deepEqual(traits.parameters, { reveal: 0.05, horizon: 5000 });
    await visit(traits, {}, async (page) => {
      assert.deepEqual(await trait(page, "readouts"), expected("reveal=0.05&horizon=5000"));
      const inside = await frame(page);
      await eventually(async () => assert.equal(await shown(inside, "reveal"), "5 %"));
    });
  });
