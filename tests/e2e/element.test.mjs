// Nothing is lost on the way between an author's page and the frames in it, whatever scripts, frameworks, extensions,
// readers, printers and new versions of the site do to the element.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { eventually } from "./support/assertions.mjs";
import { ELEMENT, essay, frame, heard } from "./support/essay.mjs";
import { fieldOf } from "./support/fields.mjs";
import { site } from "./support/fixture.mjs";
import { alive, asleep } from "./support/rest.mjs";
import { serveText } from "./support/server.mjs";
import { DIST } from "./support/tools.mjs";

const FIGURE = (attributes = "") => ELEMENT(`simulator="waluigi-decay" ${attributes}`);

/** Waits until a figure shows these values. */
const shows = (embed, expected) =>
  eventually(async () => {
    await alive(embed());
    const shown = await Promise.all(Object.keys(expected).map(async (name) => [name, await fieldOf(embed(), name)]));
    assert.deepEqual(Object.fromEntries(shown), expected);
  });

/** A reader moves a slider of the figure to its end, and the page around has heard of it. */
async function toTheEnd(page, embed, name) {
  await alive(embed());
  const before = await page.evaluate(() => changes.length);
  await embed().evaluate((name) => {
    const slider = document.querySelector(`input[type=range][name="${name}"]`);
    slider.value = slider.max;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  }, name);
  await eventually(async () => {
    const later = (await page.evaluate(() => changes)).slice(before);
    assert.ok(later.some(({ values, by }) => by === "reader" && values.parameters[name].place === 1));
  });
}

/** Runs in the page: what a script of an author does to the element. */
const set = (attributes, at = 0) => (page) =>
  page.evaluate(([attributes, at]) => {
    for (const [name, value] of Object.entries(attributes)) {
      const element = document.querySelectorAll("what-survives")[at];
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, [attributes, at]);

const notices = (embed) => embed().locator("[data-notices] > *").count();

const BELOW = '<div style="height:6000px"></div>';

for (const [when, wait] of Object.entries({
  "at once": "set()", "a millisecond later": "setTimeout(set, 1)", "30 milliseconds later": "setTimeout(set, 30)",
  "in the next frame": "requestAnimationFrame(set)", "in a microtask": "queueMicrotask(set)", "when the page is loaded": "addEventListener('load', set)",
})) {
  test(`what is set before a frame is loaded is shown: ${when}`, () =>
    essay(`${BELOW}${FIGURE()}<script type="module">
      await customElements.whenDefined("what-survives");
      const element = document.querySelector("what-survives");
      const set = () => { element.setAttribute("reveal", "0.2"); element.setAttribute("horizon", "5000"); };
      ${wait};
    </script>`, async ({ page, embed }) => {
      await page.locator("what-survives").scrollIntoViewIfNeeded();
      await shows(embed, { reveal: 0.2, horizon: 5000 });
    }, { embeds: false }));
}

test("what is set while the program is on its way is shown, the last of many", () =>
  essay(FIGURE('reveal="0.02"'), async ({ page, embed, release, programs }) => {
    await eventually(async () => assert.ok(programs()));
    for (const reveal of ["0.3", "0.1", "0.2"]) await set({ reveal })(page);
    release();
    await shows(embed, { reveal: 0.2 });
    assert.equal(await notices(embed), 0);
  }, { held: true }));

/** What scripts and frameworks do to an element that is to stay the same; run in the page. */
const MOVES = {
  "to the end": () => document.body.append(document.querySelector("what-survives")),
  "into another": () => {
    const element = document.querySelector("what-survives");
    const box = document.createElement("section");
    element.replaceWith(box);
    box.append(element);
  },
  "twice": () => {
    document.body.append(document.querySelector("what-survives"));
    document.body.prepend(document.querySelector("what-survives"));
  },
  "out, and back later": async () => {
    const element = document.querySelector("what-survives");
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.body.append(element);
  },
  "with its state": () => {
    const element = document.querySelector("what-survives");
    document.body.moveBefore ? document.body.moveBefore(element, null) : document.body.append(element);
  },
  "with its surroundings": () => {
    const box = document.createElement("section");
    box.append(...document.body.childNodes);
    document.body.append(box);
  },
};
/** The same where the element is another one afterwards. */
const RECREATED = {
  "a copy": () => {
    const element = document.querySelector("what-survives");
    element.replaceWith(element.cloneNode(true));
  },
  "the same text": () => {
    document.querySelector("what-survives").outerHTML = '<what-survives simulator="waluigi-decay" reveal="0.2">again</what-survives>';
  },
  "one made by a script, later": async () => {
    document.querySelector("what-survives").remove();
    await new Promise((done) => setTimeout(done, 50));
    const element = document.createElement("what-survives");
    document.body.append(element);
    element.setAttribute("reveal", "0.2");
    element.setAttribute("simulator", "waluigi-decay");
  },
};

for (const [name, move] of Object.entries({ ...MOVES, ...RECREATED })) {
  test(`the author's numbers and the reader's are kept: ${name}`, () =>
    essay(FIGURE('reveal="0.2"'), async ({ page, embed }) => {
      await shows(embed, { reveal: 0.2, horizon: 1000 });
      await page.evaluate(move);
      await shows(embed, { reveal: 0.2, horizon: 1000 });
      await toTheEnd(page, embed, "horizon");
      await page.evaluate(move);
      await shows(embed, { reveal: 0.2, horizon: 1e8 });
      // It lives on.
      await set({ reveal: "0.05" })(page);
      await shows(embed, { reveal: 0.05, horizon: 1e8 });
      assert.equal(await page.locator("what-survives").count(), 1);
    }));
}

test("an author's change afterwards counts, and for what it is about alone", () =>
  essay(FIGURE('reveal="0.2" prior="0.1"'), async ({ page, embed }) => {
    await shows(embed, { reveal: 0.2, prior: 0.1 });
    await toTheEnd(page, embed, "horizon");
    await toTheEnd(page, embed, "reveal");
    await set({ prior: "0.3" })(page);
    await shows(embed, { horizon: 1e8, reveal: 0.5, prior: 0.3 });
    // The same value again is no change.
    await set({ reveal: "0.2", prior: "0.3" })(page);
    await heard(page, embed());
    await shows(embed, { horizon: 1e8, reveal: 0.5, prior: 0.3 });
    await set({ reveal: "0.25", prior: null })(page);
    await shows(embed, { horizon: 1e8, reveal: 0.25, prior: 0.5 });
    assert.equal((await page.evaluate(() => changes)).at(-1).by, "author");
    // While it was away.
    await page.evaluate(() => {
      const element = document.querySelector("what-survives");
      element.remove();
      element.setAttribute("reveal", "0.4");
      document.body.append(element);
    });
    await shows(embed, { horizon: 1e8, reveal: 0.4, prior: 0.5 });
  }));

/** What browsers, extensions, frameworks and sanitisers add to elements. */
const FOREIGN = {
  _msttexthash: "12345", _msthash: "7", nonce: "abc", bis_skin_checked: "1", "cz-shortcut-listen": "true", "data-v-7ba5bd90": "", "_ngcontent-abc-c12": "",
  "_nghost-abc-c12": "", "ng-version": "17.0.0", "ng-reflect-reveal": "0.5", "x-data": "{}", "x-show": "open", "v-bind": "x", "v-cloak": "", key: "1", ref: "fig",
  "wire:key": "2", "hx-get": "/x", "grammarly-extension": "true", "inmaintabuse": "1", fdprocessedid: "abc", jsaction: "x", "astro-cid-xyz": "", "client:load": "",
  "svelte-h": "1", draggable: "false", translate: "no", inert: "", slot: "a", exportparts: "a", itemprop: "x", contenteditable: "false", spellcheck: "false",
  vocab: "x", typeof: "x", property: "x", suppresshydrationwarning: "true", "xml:lang": "en", "xmlns": "x", loading: "lazy", align: "center", width: "100%",
  onclick: "", "aria-describedby": "x", "data-reveal": "0.5", constructor: "1", "reveals": "0.5", "memory-": "2", "darkreader-inline": "1", "lang": "en",
};

test(`${Object.keys(FOREIGN).length} foreign attributes set nothing, undo nothing and say nothing`, async () => {
  await essay(FIGURE(), async ({ page, embed }) => {
    await shows(embed, { reveal: 0.01 });
    await toTheEnd(page, embed, "reveal");
    const before = await page.evaluate(() => changes.length);
    await set(FOREIGN)(page);
    // Vue and Angular have names that a script cannot set.
    await page.evaluate(() => {
      const template = document.createElement("template");
      template.innerHTML = '<i :reveal="x" @x="y" #fig (click)="z" [reveal]="0.5" *ngif="a"></i>';
      for (const attribute of [...template.content.firstChild.attributes]) {
        template.content.firstChild.removeAttributeNode(attribute);
        document.querySelector("what-survives").setAttributeNode(attribute);
      }
    });
    await heard(page, embed());
    await shows(embed, { reveal: 0.5 });
    assert.equal(await notices(embed), 0);
    assert.equal(await page.evaluate(() => changes.length), before);
  });
  // And from the start.
  const written = Object.entries(FOREIGN).map(([name, value]) => `${name}="${value}"`).join(" ");
  await essay(FIGURE(`${written} :reveal="x" @x="y" [reveal]="0.5" reveal="0.02"`), async ({ page, embed }) => {
    await shows(embed, { reveal: 0.02 });
    await heard(page, embed());
    assert.equal(await notices(embed), 0);
    assert.deepEqual((await page.evaluate(() => changes)).at(-1).parameters, { reveal: "0.02" });
  });
});

const WAYS = [
  ["reveal", { reveal: 0.01 }], ['reveal=""', { reveal: 0.01 }], ['reveal=" "', { reveal: 0.01 }], ['REVEAL="0.2"', { reveal: 0.2 }],
  ['reveal="2 %"', { reveal: 0.02 }], ['reveal="0,02"', { reveal: 0.02 }], ["horizon=1e6", { horizon: 1e6 }], ['horizon="1,000,000"', { horizon: 1e6 }],
];
const FLAGS = [
  ["limited_memory", true], ['limited_memory=""', true], ['limited_memory="limited_memory"', true], ['limited_memory="true"', true], ['limited_memory="on"', true],
  ["limited_memory=1", true], ['limited_memory="false"', false], ["limited_memory=off", false], ["limited_memory=0", false], ["", false],
];

/** Puts an element with other attributes in the place of the one that is there. */
const write = (page, attributes) =>
  page.evaluate((html) => (document.querySelector("what-survives").outerHTML = html), `<what-survives simulator="waluigi-decay" ${attributes}></what-survives>`);

test("numbers are read in all ways to write an attribute", () =>
  essay(FIGURE(), async ({ page, embed }) => {
    for (const [attributes, expected] of WAYS) {
      await page.evaluate(() => (changes.length = 0));
      await write(page, attributes);
      await eventually(async () => assert.ok((await page.evaluate(() => changes)).length, attributes));
      await shows(embed, expected);
    }
  }));

test("flags are read in all ways to write an attribute", () =>
  essay(FIGURE(), async ({ page, embed }) => {
    for (const [attributes, isOn] of FLAGS) {
      await write(page, attributes);
      await eventually(async () =>
        assert.equal((await page.evaluate(() => document.querySelector("what-survives").values))?.parameters.limited_memory.value, isOn, attributes));
      await alive(embed());
      assert.equal(await notices(embed), 0, attributes);
    }
  }));

test("the event says who made the change", () =>
  essay(FIGURE('reveal="0.2"'), async ({ page, embed }) => {
    await alive(embed());
    await eventually(async () => assert.equal((await page.evaluate(() => changes)).at(-1)?.values?.parameters.reveal.value, 0.2));
    assert.equal((await page.evaluate(() => changes)).filter(({ by }) => by === "reader").length, 0);
    await set({ reveal: "0.3" })(page);
    await eventually(async () => assert.equal((await page.evaluate(() => changes)).at(-1).values.parameters.reveal.value, 0.3));
    assert.equal((await page.evaluate(() => changes)).at(-1).by, "author");
    await embed().locator("input[type=range]").first().press("ArrowRight");
    await eventually(async () => assert.equal((await page.evaluate(() => changes)).at(-1).by, "reader"));
  }));

/** Run before the scripts of every frame: a browser that lets pages change their address a few times, all of them together. */
const sparing = () => {
  let left = 2;
  for (const name of ["replaceState", "pushState"]) {
    history[name] = () => {
      if (left-- <= 0) throw new DOMException("too many", "SecurityError");
    };
  }
};

test("five figures that are driven by a script show what they are told, where the browser refuses to change addresses", () =>
  essay(Array.from({ length: 5 }, () => FIGURE()).join(""), async ({ page, embed }) => {
    for (let at = 0; at < 5; at++) {
      await page.locator("what-survives").nth(at).scrollIntoViewIfNeeded();
      await eventually(() => assert.ok(embed(at)));
      await alive(embed(at));
    }
    for (let step = 1; step <= 37; step++) {
      await page.evaluate((reveal) => {
        for (const element of document.querySelectorAll("what-survives")) element.setAttribute("reveal", reveal);
      }, `${step / 100}`);
    }
    for (let at = 0; at < 5; at++) await shows(() => embed(at), { reveal: 0.37 });
    // Whatever the address says, the state is with the element.
    await toTheEnd(page, () => embed(4), "horizon");
    await page.evaluate(() => document.body.append(document.querySelectorAll("what-survives")[4]));
    await eventually(() => assert.equal(page.frames().length, 6));
    await page.locator("what-survives").last().scrollIntoViewIfNeeded();
    await shows(() => page.frames().at(-1), { reveal: 0.37, horizon: 1e8 });
  }, { init: sparing }));

test("a frame that is loaded anew is given its state again", () =>
  essay(FIGURE('reveal="0.2"'), async ({ page, embed }) => {
    await toTheEnd(page, embed, "horizon");
    await embed().evaluate(() => location.replace(location.pathname));
    await shows(embed, { reveal: 0.2, horizon: 1e8 });
  }));

test("a bundled copy of the script finds the site, and a server that draws pages may read it", async () => {
  const script = readFileSync(join(DIST, "embed.js"), "utf8");
  // As the generator does where it knows its host.
  const named = script.replace(/new URL\((HOME \|\| )?"\.", ?import\.meta\.url\)/, `new URL("${site.url("/")}")`);
  assert.ok(!named.includes("import.meta"), "a copy would look beside itself");
  const bundle = `<script type="module">${named}</script>`;
  await essay(`${bundle}<what-survives simulator="waluigi-decay" reveal="0.2"></what-survives>${bundle}${FIGURE('reveal="0.3"')}`, async ({ page, embed }) => {
    await shows(embed, { reveal: 0.2 });
    await page.locator("what-survives").last().scrollIntoViewIfNeeded();
    await shows(() => embed(1), { reveal: 0.3 });
  });
  await import(pathToFileURL(join(DIST, "embed.js")));
});

const WORDPRESS = (path) => frame(`${path}#?secret=aBc123`, 'sandbox="allow-scripts" security="restricted"');
const told = (page, kind) => page.evaluate((kind) => messages.filter(({ message }) => message === kind), kind);

test("WordPress is told the height again when it is ready, and where a link leads", () =>
  essay(WORDPRESS("/e/waluigi-decay/?reveal=0.2"), async ({ page, embed }) => {
    await alive(embed());
    await asleep(embed());
    const before = (await told(page, "height")).length;
    const say = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
    for (const wrong of [{ message: "ready" }, { message: "ready", secret: "other" }, { message: "go", secret: "aBc123" }, { message: "ready", secret: 1 }]) await say(wrong);
    await heard(page, embed());
    assert.equal((await told(page, "height")).length, before);
    await say({ message: "ready", secret: "aBc123" });
    await eventually(async () => assert.equal((await told(page, "height")).length, before + 1));
    await embed().locator(".full").click();
    await eventually(async () =>
      assert.deepEqual((await told(page, "link")).map(({ value, secret }) => [value, secret]), [[site.url("/waluigi-decay/?reveal=0.2"), "aBc123"]]));
  }));

test("an embed whose program is gone says so, leads on with its state, and can be loaded again", () =>
  essay(FIGURE('reveal="0.2"'), async ({ page, embed }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await embed().evaluate(() => location.reload());
    const said = embed().locator(".failed");
    await said.waitFor({ state: "visible" });
    await eventually(async () => assert.equal(await said.getByText("Open the full page").getAttribute("href"), site.url("/waluigi-decay/?reveal=0.2")));
    assert.ok(await embed().getByText("not those that were asked for").isVisible());
    // Nothing is said of numbers that are not shown.
    await heard(page, embed());
    await page.unroute("**/*.wasm");
    await said.getByText("Load it again").click();
    await shows(embed, { reveal: 0.2 });
    assert.equal(await said.isVisible(), false);
  }, { expected: /ERR_FAILED|Failed to load/ }));

test("paper says where a frame is not what was asked for, and has the whole address", () =>
  essay(`${BELOW}${frame("/e/waluigi-decay/?reveal=0.2", 'loading="eager"')}`, async ({ page, embed }) => {
    await page.emulateMedia({ media: "print" });
    const behind = embed().getByText("not those that were asked for");
    await behind.waitFor({ state: "visible" });
    const source = () => embed().locator(".full").evaluate((link) => link.textContent + getComputedStyle(link, "::after").content.replaceAll('"', ""));
    assert.match(await source(), /\/waluigi-decay\/\?reveal=0\.2$/);
    // Whoever prints has the program fetched, and then all is true.
    await embed().evaluate(() => dispatchEvent(new Event("beforeprint")));
    await alive(embed());
    await eventually(async () => assert.match((await embed().locator("[data-caption]").textContent()).replaceAll("\u00a0", " "), /20 %/));
    assert.equal(await behind.isVisible(), false);
  }));

test("printing a page wakes the figures that were never seen", () =>
  essay(`${BELOW}${FIGURE('reveal="0.2"')}`, async ({ page, embed }) => {
    await page.waitForFunction(() => document.querySelector("what-survives").shadowRoot?.querySelector("iframe"));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await shows(embed, { reveal: 0.2 });
  }, { embeds: false }));
