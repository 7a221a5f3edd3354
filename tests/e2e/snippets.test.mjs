// Every snippet that the dialog offers, read by the parsers that will read it: HTML, MDX, Markdown, WordPress's rules and a feed's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { offered, openDialog } from "./support/dialog.mjs";
import { site, visit } from "./support/fixture.mjs";
import { PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { left, markdown, mdx, parsed } from "./support/parsers.mjs";

/** Pages and what is chosen on them: states, ranges, figures, presets; flags, choices, claims and a pinned state. */
const CASES = [
  ["/waluigi-decay/"],
  ["/waluigi-decay/?reveal=0.2&horizon=1600"],
  ["/waluigi-decay/sceptic/?reveal=0.02", "patience"],
  ["/waluigi-decay/?reveal=0.001~0.05"],
  ["/waluigi-decay/?horizon=100~5000&claim=soon-extinct"],
  ["/waluigi-decay/outlasted/?limited_memory=on&memory=20", "evidence"],
  ["/waluigi-decay/?reveal=0.3&pin=reveal%3D0.01"],
  ["/commons/"],
  ["/persuasion/", "map"],
  ["/oversight/?utm_source=mail&fbclid=x"],
  ["/behavioral-selection/"],
  ...(THOROUGH ? PLAIN_EMBEDS.map((path) => [path.slice(2)]) : []),
];

/** What goes into HTML as it is. */
const HTML = ["ghost", "wordpress", "element", "widget", "iframe", "sentence"];
/** Those of them in which the figure is an element. */
const ELEMENTS = ["ghost", "wordpress", "element"];

/** All that it offers, by kind, and what the page says itself. */
async function all(page, figure) {
  await openDialog(page);
  if (figure) await page.selectOption("select[name=figure]", figure);
  const found = {};
  for (const kind of ["link", ...HTML, "address", "hugo", "mdx", "rich", "markdown"]) {
    const { text, loss } = await offered(page, kind);
    found[kind] = text;
    (found.losses ??= {})[kind] = loss;
    if (kind === "rich") found.html = await page.locator("[data-rich]").innerHTML();
  }
  const own = await page.evaluate((figure) => {
    const caption = document.querySelector(figure ? `[data-caption="${figure}"]` : "[data-caption]").textContent.trim();
    return { title: document.querySelector("h1").textContent, state: document.querySelector("meta[name=what-survives]").dataset.state, caption };
  }, figure);
  return { ...found, ...own };
}

const elementOf = ({ elements }, name) => elements.find((element) => element.name === name);
const links = ({ elements }) => elements.filter(({ name }) => name === "a").map(({ attributes }) => attributes.href);
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

for (const [path, figure = ""] of CASES) {
  test(`what is shared of ${path} ${figure} survives the parsers`, () =>
    visit(path, {}, async (page) => {
      const it = await all(page, figure);
      const { title, state, caption } = it;
      const [, place] = /^\/(.*)\//.exec(path);
      const isOther = Boolean(state || figure);
      const address = site.url(`/${place}/`) + (state && `?${state}`) + (figure && `#title-${figure}`);
      const attributes = Object.fromEntries([...new URLSearchParams(state), ...(figure ? [["figure", figure]] : [])]);
      const [simulator, preset] = place.split("/");
      const expected = { simulator, ...(preset && { preset }), ...attributes };
      assert.equal(it.link, address);

      // A browser. No link leads anywhere but to what is shown.
      for (const kind of HTML) {
        const html = parsed(it[kind]);
        none(html.errors.map((error) => `${kind}: ${error}`));
        if (kind === "sentence") continue;
        assert.deepEqual(links(html), [address], kind);
        const picture = elementOf(html, "img");
        // Pictures show the page's own numbers and its first figure: with others there is none.
        if (kind !== "iframe") assert.equal(Boolean(picture), !isOther, kind);
        if (isOther && kind !== "iframe") assert.ok(html.text.includes(caption), kind);
        if (kind === "iframe" || kind === "widget") {
          const frame = new URL(elementOf(html, "iframe").attributes.src);
          assert.equal(frame.pathname, new URL(site.url(`/e/${place}/`)).pathname);
          assert.deepEqual(Object.fromEntries(frame.searchParams), attributes, kind);
        }
      }
      for (const kind of ELEMENTS) assert.deepEqual(elementOf(parsed(it[kind]), "what-survives").attributes, expected, kind);

      // MDX, as React runs it.
      const compiled = await mdx(it.mdx);
      assert.deepEqual(elementOf(compiled, "what-survives").attributes, expected);
      assert.deepEqual(links(compiled), [address]);
      assert.ok(it.mdx.includes(site.url("/embed.js")));
      if (isOther) assert.ok(compiled.text.includes(caption), compiled.text);
      for (const kind of ["iframe", "sentence"])
        assert.equal(squeezed((await mdx(it[kind])).text), squeezed(parsed(it[kind]).text), kind);

      // Markdown with HTML in it; and Hugo, which hands on what stands in a shortcode.
      const [, shortcode] = /^\{\{< what-survives >\}\}\n([^]*)\n\{\{< \/what-survives >\}\}$/.exec(it.hugo);
      assert.equal(shortcode, it.element);
      for (const kind of [...ELEMENTS, "iframe", "sentence"]) {
        const rendered = parsed(markdown.withHtml(it[kind]));
        const same = ({ elements }) => elements.filter(({ name }) => name !== "p").map(({ name, attributes }) => [name, attributes]);
        assert.deepEqual(same(rendered), same(parsed(it[kind])), kind);
      }
      // And without: a picture, or words, with the link.
      const written = parsed(markdown.withoutHtml(it.markdown));
      assert.deepEqual(links(written), [address]);
      assert.equal(elementOf(written, "img")?.attributes.alt, isOther ? undefined : title);
      if (isOther) assert.equal(squeezed(written.text), squeezed(`${title} ${caption}`));

      // Feeds, mail, WordPress's authors: a way to the figure is left, and no text of scripts.
      for (const [where, remains] of Object.entries({ inFeeds: left.inFeeds, inPosts: left.inPosts }))
        for (const kind of HTML.filter((kind) => kind !== "sentence" && (where === "inFeeds" || kind !== "widget"))) {
          const remaining = parsed(remains(it[kind]));
          assert.deepEqual(links(remaining), [address], `${kind} ${where}`);
          assert.doesNotMatch(remaining.text, /onmessage|margin|module/, `${kind} ${where}`);
        }
      assert.equal(squeezed(parsed(left.inFeeds(it.sentence)).text), squeezed(parsed(it.sentence).text));

      // Rich text: what arrives is words and a link, with the picture where it is of these numbers.
      const arrived = parsed(left.inFeeds(it.html));
      assert.ok(links(arrived).every((link) => link === address) && links(arrived).length > 0);
      assert.equal(Boolean(elementOf(arrived, "img")), !isOther);
      assert.ok(arrived.text.includes(caption) && it.rich.endsWith(address));

      // What cannot go along is said.
      for (const kind of ["rich", "markdown"]) assert.equal(/no picture/.test(it.losses[kind]), isOther, kind);
      assert.equal(it.losses.address.includes("gets lost"), isOther);
      if (state) assert.ok(it.losses.address.includes(state));
    }));
}

test("a sentence has the numbers of the page, and names what it follows", () =>
  visit("/waluigi-decay/?reveal=0.02", {}, async (page) => {
    await openDialog(page);
    const { text } = await offered(page, "sentence");
    const { elements, text: words } = parsed(text);
    const lesson = await page.locator("[data-lesson] .live").textContent();
    assert.ok(squeezed(words).startsWith(squeezed(lesson)), words);
    assert.match(words, /The claim “soon driven extinct” holds\.$/);
    assert.deepEqual(elements.map(({ name, attributes }) => [name, ...Object.entries(attributes).flat()]), [
      ["what-value", "parameter", "horizon"],
      ["what-value", "readout", "suspicion_known"],
      ["what-value", "readout", "suspicion_unknown"],
      ["what-value", "claim", "soon-extinct"],
    ]);
  }));

test("a sentence says ranges", () =>
  visit("/waluigi-decay/?horizon=100~5000", {}, async (page) => {
    await openDialog(page);
    await eventually(async () => assert.match(squeezed(parsed((await offered(page, "sentence")).text).text), /^After 100 to 5,000 opportunities .* holds in \d+ of 100\.$/));
  }));

test("where the lesson is not true, a sentence is one that is", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    await openDialog(page);
    const { text } = await offered(page, "sentence");
    const hidden = "/waluigi-decay/sceptic/";
    assert.ok(await page.locator("[data-lesson] .live").isVisible());
    await page.goto(site.url(hidden));
    await openDialog(page);
    const other = (await offered(page, "sentence")).text;
    assert.ok(await page.evaluate(() => document.querySelector("[data-lesson] .live").hidden));
    assert.notEqual(other, text);
    const first = await page.locator(".readouts li").first().textContent();
    const { elements, text: words } = parsed(other);
    assert.ok(squeezed(words).startsWith(squeezed(first)), words);
    assert.ok(elements.some(({ attributes }) => attributes.parameter), "a number that can be dragged");
  }));

test("rich text goes to the clipboard as rich text, and can be selected where it may not", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    await openDialog(page);
    await offered(page, "rich");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("[data-copy]").click();
    await page.getByText("Copied.").waitFor();
    // An editor of rich text, as Substack, Medium and mail programs have one.
    const editor = await page.evaluateHandle(() => {
      const made = Object.assign(document.createElement("div"), { contentEditable: "true" });
      document.querySelector("dialog").append(made);
      return made;
    });
    await editor.focus();
    await page.keyboard.press("Control+V");
    const pasted = await eventually(async () => {
      const content = await editor.innerHTML();
      assert.match(content, /<img/);
      return content;
    });
    const { elements, text } = parsed(pasted);
    assert.equal(elements.find(({ name }) => name === "img").attributes.src, site.url("/waluigi-decay/picture.png"));
    assert.ok(links({ elements }).includes(site.url("/waluigi-decay/")));
    assert.doesNotMatch(text, /\[!|<a/);
    await page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new Error("denied"))));
    await page.locator("[data-copy]").click();
    await page.getByText("It is selected").waitFor();
    assert.match(squeezed(await page.evaluate(() => `${getSelection()}`)), /After 1,000 quiet opportunities/);
  }));

test("what a page is asked for elsewhere is what it shows: the canonical address follows the state", () =>
  visit("/waluigi-decay/?reveal=0.2&utm_source=mail", {}, async (page) => {
    const canonical = () => page.evaluate(() => [...document.querySelectorAll("link[rel=canonical]")].map(({ href }) => href));
    await eventually(async () => assert.deepEqual(await canonical(), [site.url("/waluigi-decay/?reveal=0.2")]));
    await page.locator("input[type=range][name=horizon]").first().press("PageUp");
    await eventually(async () => assert.deepEqual(await canonical(), [site.url("/waluigi-decay/?horizon=1600&reveal=0.2")]));
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(async () => assert.deepEqual(await canonical(), [site.url("/waluigi-decay/")]));
  }));

test("places have their names in the dialog and on the page about embedding", () =>
  visit("/embed/", {}, async (page) => {
    const sections = await page.locator("main h2, main section").allTextContents();
    await page.goto(site.url("/waluigi-decay/"));
    await openDialog(page);
    const options = await page.locator("select[name=kind] option").evaluateAll((all) => all.map(({ text, dataset }) => `${text} ${dataset.steps}`));
    const names = ["Ghost", "WordPress", "Hugo", "Jekyll", "Docusaurus", "Substack", "Medium", "LessWrong", "Notion", "Reddit", "mail"];
    for (const [where, texts] of Object.entries({ sections, options }))
      assert.deepEqual(names.filter((name) => !texts.some((text) => text.includes(name))), [], where);
  }));
