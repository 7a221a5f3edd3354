// Pictures that leave the page, opened in other programs: they look there as they do in a browser.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { none } from "./support/assertions.mjs";
import { blank, launch } from "./support/browser.mjs";
import { command } from "./support/native.mjs";
import { THOROUGH } from "./support/pages.mjs";
import { MISSING, RENDERERS, distance } from "./support/renderers.mjs";

/** One figure of each kind: lines and dashes, areas with edges, dots, a map of shares and one of words, a diagram, bars, marks with outlines. */
const KINDS = [
  "waluigi-decay suspicion", "clever-waluigi shares", "waluigi-decay population", "oversight map", "persuasion map",
  "behavioral-selection graph", "behavioral-selection fingerprint", "alignment-pretraining measured",
];
const figures = () =>
  command("list").trim().split("\n").flatMap((line) => {
    const [id] = line.split(" ");
    return JSON.parse(command("export", id)).figures.map((figure) => `${id} ${figure.id}`);
  });
const FIGURES = THOROUGH ? figures() : KINDS;
/** The figure with dashes, and the same without. */
const [DASHED] = KINDS;
const SOLID = "solid";

/**
 * How far the worst part of a picture may be from Chromium's, of 255. Words that are missing make 50, a line that
 * is not dashed 6. Words of a caption end earlier in LibreOffice, which sets them in whole pixels; and in a PDF the
 * pixels of a map have sharp edges.
 */
const PARTS = {
  librsvg: { bare: 5, words: 5, map: 5 },
  PDF: { bare: 6, words: 6, map: 24 },
  Inkscape: { bare: 5, words: 5, map: 5 },
  LibreOffice: { bare: 12, words: 24, map: 12 },
};
/** How far all of it may be from Chromium's on the average. */
const MEAN = 1.5;

for (const missing of MISSING) console.log(`Pictures are not opened in ${missing} here: it is not installed`);

const browser = await launch();
const page = await blank(browser);
after(() => browser.close());

/** Makes a folder with all pictures, `DIR/ID.FIGURE.svg` and `DIR/ID.FIGURE.bare.svg`. */
async function pictures() {
  const folder = await mkdtemp(join(tmpdir(), "what-survives-"));
  after(() => rm(folder, { recursive: true, force: true }));
  const names = [];
  const write = async (name, svg) => {
    names.push(name);
    await writeFile(join(folder, `${name}.svg`), svg);
  };
  for (const figure of FIGURES) {
    const words = ["figure", ...figure.split(" "), "--site", "https://example.org/what-survives/"];
    const name = figure.replace(" ", ".");
    await write(name, command(...words));
    await write(`${name}.bare`, command(...words, "--bare"));
    if (figure === DASHED) await write(SOLID, command(...words, "--bare").replaceAll(/ stroke-dasharray="[^"]*"/g, ""));
  }
  return { folder, names };
}

for (const [program, draw] of Object.entries(RENDERERS)) {
  describe(program, async () => {
    const { folder, names } = await pictures();
    const file = (name, type) => join(folder, `${name}.${type}`);
    await draw(names, folder);

    test("pictures look as in Chromium, with their words and bare", async () => {
      const wrong = [];
      for (const name of names) {
        const { shape, paper, part, where, mean } = await distance(page, file(name, "svg"), file(name, "png"));
        const limits = PARTS[program];
        const limit = Math.max(name.endsWith(".bare") ? limits.bare : limits.words, /\bmap\b/.test(name) ? limits.map : 0);
        if (shape > 0.005) wrong.push(`${name} has another shape`);
        if (paper > 1) wrong.push(`${name} lies on another ground`);
        if (part > limit || mean > MEAN) wrong.push(`${name} is off by ${part.toFixed(1)} at ${where}, and by ${mean.toFixed(2)} on the whole`);
      }
      none(wrong);
    });

    test("dashes are drawn", async () => {
      const dashed = `${DASHED.replace(" ", ".")}.bare`;
      const { part } = await distance(page, file(dashed, "png"), file(SOLID, "png"));
      assert.ok(part > 3, `dashes make a difference of ${part}`);
    });
  });
}
