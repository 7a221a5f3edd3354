// Sharing: snippets, copying, downloads, social pictures, and the JavaScript module.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { openDialog } from "./support/dialog.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { command as native } from "./support/native.mjs";
import { EMBEDS, PLAIN_EMBEDS } from "./support/pages.mjs";
import { DIST } from "./support/tools.mjs";

const STATE = "/waluigi-decay/sceptic/?reveal=0.02";
const ADDRESS = site.url(STATE);

async function snippet(page, kind, expected) {
  await page.selectOption("select[name=kind]", kind);
  const area = page.locator(".share textarea");
  return eventually(async () => {
    const text = await area.inputValue();
    assert.match(text, expected);
    return text;
  });
}

/** The same from the command line. */
const command = (...words) => native(...words, "--site", site.url("/"));

test("every snippet holds the present state", () =>
  visit(STATE, {}, async (page) => {
    await openDialog(page);
    assert.equal(await snippet(page, "link", /http/), ADDRESS);
    // The site's picture is of the preset's own numbers.
    const words = `[It has always behaved well. How suspicious should you still be?](${ADDRESS}) After 1,000 quiet opportunities suspicion is under 0.0001 %`;
    assert.ok((await snippet(page, "markdown", /^\[/)).replaceAll("\u00a0", " ").startsWith(words));
    const embed = site.url("/e/waluigi-decay/sceptic/?reveal=0.02");
    assert.ok((await snippet(page, "iframe", /^<iframe/)).startsWith(`<iframe src="${embed}" title="It has always`));
    assert.match(await snippet(page, "element", /what-survives/), / simulator="waluigi-decay" preset="sceptic" reveal="0.02">/);
    await page.selectOption("select[name=figure]", "patience");
    assert.match(await snippet(page, "iframe", /figure/), /reveal=0\.02&amp;figure=patience/);
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
  }));

test("a snippet can be copied without permission, by selecting it", () =>
  visit(STATE, {}, async (page) => {
    await openDialog(page);
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))));
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("It is selected").waitFor();
    const [selected, all] = await page.locator(".share textarea").evaluate((area) => [area.selectionEnd - area.selectionStart, area.value.length]);
    assert.equal(selected, all);
  }));

test("downloads have the bytes of the command line", () =>
  visit(STATE, {}, async (page) => {
    await openDialog(page);
    await page.selectOption("select[name=figure]", "patience");
    const saved = async (kind) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-download=${kind}]`)]);
      return [download.suggestedFilename(), readFileSync(await download.path())];
    };
    const query = "reveal=0.02&patience_max=1000000000&gun=0";
    // A file is named by its state.
    const name = "waluigi-decay-reveal-0.02-patience_max-1000000000-gun-0";
    const [csvName, csv] = await saved("csv");
    assert.equal(csvName, `${name}.csv`);
    assert.equal(csv.toString(), command("export", "waluigi-decay", query, "--format", "csv"));
    assert.match(csv.toString(), /^figure,series,x,y,value\n[a-z]/);
    const semicolon = (await saved("semicolon"))[1].toString();
    assert.equal(semicolon, command("export", "waluigi-decay", query, "--format", "csv-semicolon"));
    assert.match(semicolon, /^figure;series;x;y;value\n[a-z_]+;[a-z_]+;1;0,\d+;\n/);
    const json = (await saved("json"))[1].toString();
    assert.equal(json, command("export", "waluigi-decay", query));
    const parsed = JSON.parse(json);
    assert.equal(parsed.address, site.url(`/waluigi-decay/?${query}`));
    assert.equal(parsed.parameters.patience_max, 1_000_000_000);
    assert.ok(parsed.licence && parsed.version);
    const [svgName, svg] = await saved("svg");
    assert.equal(svgName, `${name}.patience.svg`);
    assert.equal(svg.toString(), command("figure", "waluigi-decay", "patience", query));
    assert.match(svg.toString(), /<text[^>]*>What Survives · http[^<]*\?reveal=0\.02&amp;patience_max=.*MIT OR Apache-2\.0</);
    assert.match(svg.toString(), /<metadata>What Survives, waluigi-decay, version .*reveal=0\.02&amp;patience_max/);
    const [, png] = await saved("png");
    assert.equal(png.readUInt32BE(16), 1536);
    assert.ok(png.includes("tEXtSource\0What Survives, waluigi-decay"));
    // A decoder checks the sums of all chunks it knows.
    const size = await page.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      return picture.width;
    }, [...png]);
    assert.equal(size, 1536);
    await page.getByRole("checkbox", { name: "Write the title" }).uncheck();
    const bare = (await saved("svg"))[1].toString();
    assert.equal(bare, command("figure", "waluigi-decay", "patience", query, "--bare"));
    assert.doesNotMatch(bare, /<text[^>]*>What Survives/);
    assert.equal((await saved("png"))[1].readUInt32BE(16), 1488);
    for (const [kind, format] of [["bibtex", "bibtex"], ["citation", "citation"], ["table", "markdown"]])
      assert.equal(await snippet(page, kind, /reveal=0\.02/), command("export", "waluigi-decay", query, "--format", format).trim());
  }));

test("a file stays as long as its page, for browsers that ask before they read it", () =>
  visit(STATE, { init: () => {
    window.revoked = [];
    URL.revokeObjectURL = (address) => window.revoked.push(address);
    window.given = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => window.given[window.given.push(make.call(URL, blob)) - 1];
    const wait = window.setTimeout;
    // Whatever a page puts off, it does at once.
    window.setTimeout = (act, _, ...rest) => wait(act, 0, ...rest);
  } }, async (page) => {
    await openDialog(page);
    await Promise.all([page.waitForEvent("download"), page.click("[data-download=json]")]);
    await page.locator(".share [role=status]", { hasText: "If none arrives" }).waitFor();
    const taken = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done));
      return window.revoked.filter((address) => window.given.includes(address));
    });
    none(taken);
  }));

test("the page about embedding offers every page and shows it", () =>
  visit("/embed/", {}, async (page) => {
    assert.equal(await page.locator("select[name=page] option").count(), EMBEDS.length);
    await page.selectOption("select[name=page]", { index: 3 });
    const { place } = await page.locator("select[name=page] option").nth(3).evaluate((option) => ({ ...option.dataset }));
    for (const kind of ["link", "ghost", "wordpress", "address", "hugo", "element", "mdx", "widget", "rich", "markdown", "iframe"])
      await eventually(async () => assert.ok((await page.locator(`[data-snippet=${kind}]`).inputValue()).includes(place.split("/").at(-1)), kind));
    await eventually(async () => assert.match(await page.locator("[data-preview] iframe").getAttribute("src"), new RegExp(`/e/${place}/`)));
  }));

test("the page about embedding goes on from a state, and from no other", () =>
  visit(`/embed/?of=${encodeURIComponent("waluigi-decay/sceptic?reveal=0.02")}&utm_source=mail`, {}, async (page) => {
    const area = (kind) => page.locator(`[data-snippet=${kind}]`);
    await eventually(async () => assert.equal(await area("link").inputValue(), ADDRESS));
    await page.getByText("The snippets have your numbers: reveal=0.02.").waitFor();
    await eventually(async () => assert.match(await area("ghost").inputValue(), / preset="sceptic" reveal="0.02">/));
    // Its words come from the models, where the page knows them at its own numbers alone.
    const texts = async () => (await area("sentence").inputValue()).replaceAll("\u00a0", " ");
    await eventually(async () => assert.match(await texts(), /<what-value readout="suspicion_unknown">40 %</));
    assert.match(await texts(), /<what-value claim="soon-extinct">holds</);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=png]").click()]);
    assert.match(download.suggestedFilename(), /^waluigi-decay-reveal-0\.02-.*\.suspicion\.png$/);
    // Another page has other numbers.
    await page.selectOption("select[name=page]", { index: 0 });
    await eventually(async () => assert.doesNotMatch(await area("ghost").inputValue(), /reveal/));
    assert.equal(await page.locator("[data-asked]").textContent(), "");
  }));

for (const [what, of] of [
  ["another page", "no-such-page?reveal=0.02"],
  ["markup", 'waluigi-decay?reveal="><img src=x onerror=alert(1)>'],
  ["a way out", "../../evil?x=1"],
  ["nothing", ""],
]) {
  test(`the page about embedding takes ${what} for no state`, () =>
    visit(`/embed/?of=${encodeURIComponent(of)}`, {}, async (page) => {
      const link = page.locator("[data-snippet=link]");
      await eventually(async () => assert.match(await link.inputValue(), /\/some\/base\/[a-z-]+\/$/));
      assert.equal(await page.locator("[data-asked]").textContent(), "");
      assert.equal(await page.locator("img[src=x]").count(), 0);
    }));
}

test("what has no ranges says so where a state has one", () =>
  visit("/waluigi-decay/?reveal=0.001~0.05", {}, async (page) => {
    await openDialog(page);
    for (const kind of ["citation", "bibtex", "table"]) {
      await snippet(page, kind, /reveal|chance/);
      await page.getByText("Ranges get lost here").waitFor();
    }
    await snippet(page, "link", /reveal=0\.001~0\.05/);
    assert.equal(await page.locator(".share [data-loss]").textContent(), "");
  }));

test("the module simulates, draws and lists, as the command line does", () =>
  visit("/module/", {}, async (page) => {
    await page.locator("[data-run]").click();
    await page.locator("html[data-example=ready]").waitFor({ state: "attached" });
    assert.match(await page.locator(".example").innerText(), /reveal = 0\.01: suspicion 0\.0000432/);
    const found = await page.evaluate(async (address) => {
      const { simulate, figure, list } = await import(address);
      const wrong = (act) => { try { act(); } catch (error) { return error.name; } };
      return {
        run: simulate("waluigi-decay", { reveal: 0.02, limited_memory: true }),
        svg: figure("waluigi-decay", "suspicion", "reveal=0.02"),
        bare: figure("waluigi-decay", "suspicion", "reveal=0.02", { bare: true }),
        ids: list().map(({ id }) => id),
        errors: [wrong(() => simulate("no-such")), wrong(() => figure("waluigi-decay", "no-such"))],
      };
    }, site.url("/what-survives.js"));
    assert.deepEqual(found.run, JSON.parse(command("export", "waluigi-decay", "reveal=0.02&limited_memory=on")));
    assert.equal(found.svg, command("figure", "waluigi-decay", "suspicion", "reveal=0.02"));
    assert.equal(found.bare, command("figure", "waluigi-decay", "suspicion", "reveal=0.02", "--bare"));
    assert.equal(found.ids.length, PLAIN_EMBEDS.length);
    assert.deepEqual(found.errors, ["RangeError", "RangeError"]);
  }));

test("every page of a simulator has a social picture of the right size", () => {
  const wrong = [];
  for (const path of ["/", ...EMBEDS.map((embed) => embed.slice(2))]) {
    const file = join(DIST, path, "picture.png");
    if (!existsSync(file)) wrong.push(`${path} has none`);
    else {
      const png = readFileSync(file);
      // Snippets of the first edition name it so.
      if (!readFileSync(join(DIST, path, "social.png")).equals(png)) wrong.push(`${path}: not under its former name`);
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
      if (`${size}` !== "1200,630") wrong.push(`${path}: ${size}`);
    }
  }
  none(wrong);
});
