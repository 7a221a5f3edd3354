// Other programs that open a picture, and how far what they make of it is from what Chromium makes of it.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findProgram } from "./tools.mjs";

const run = promisify(execFile);
/** Dots per inch: two pixels for each of a picture's own. */
const DPI = 192;

/** The programs that are here, by name: each makes a PNG beside every `NAME.svg` of a folder. */
export const RENDERERS = {};
/** Those that are not, each with the commands that are missing. */
export const MISSING = [];

/**
 * @param {string} name
 * @param {string[]} needs
 * @param {(names: string[], folder: string, ...programs: string[]) => Promise<unknown>} draw
 */
function renderer(name, needs, draw) {
  const programs = needs.map(findProgram);
  if (programs.every(Boolean)) RENDERERS[name] = (names, folder) => draw(names, folder, ...programs);
  else MISSING.push(`${name} (${needs.filter((_, at) => !programs[at]).join(", ")})`);
}

renderer("librsvg", ["rsvg-convert"], async (names, folder, rsvg) => {
  for (const name of names) await run(rsvg, ["--zoom", 2, "--output", `${name}.png`, `${name}.svg`], { cwd: folder });
});

renderer("PDF", ["rsvg-convert", "pdftoppm"], async (names, folder, rsvg, poppler) => {
  for (const name of names) {
    await run(rsvg, ["--format", "pdf", "--output", `${name}.pdf`, `${name}.svg`], { cwd: folder });
    await run(poppler, ["-png", "-singlefile", "-r", DPI, `${name}.pdf`, name], { cwd: folder });
  }
});

renderer("Inkscape", ["inkscape"], (names, folder, inkscape) =>
  run(inkscape, ["--export-type=png", `--export-dpi=${DPI}`, ...names.map((name) => `${name}.svg`)], {
    cwd: folder,
    env: { ...process.env, HOME: folder },
  }));

// It has its own idea of the size, and looks for the first font of a list alone: it is given the one that the others find.
renderer("LibreOffice", ["soffice", "fc-match"], async (names, folder, office, match) => {
  for (const name of names) {
    const file = join(folder, `${name}.svg`);
    const svg = await readFile(file, "utf8");
    const [, fonts] = /font-family="([^"]*)"/.exec(svg);
    const { stdout } = await run(match, ["--format", "%{family[0]}", fonts]);
    await writeFile(file, svg.replace(fonts, stdout));
  }
  const profile = pathToFileURL(join(folder, "profile"));
  const files = names.map((name) => `${name}.svg`);
  return run(office, [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "png", "--outdir", ".", ...files], { cwd: folder });
});

const TYPES = { png: "image/png", svg: "image/svg+xml" };

/** How far two pictures are apart, SVG as Chromium draws it or PNG; in a page of Chromium. See `compare`. */
export async function distance(page, ...files) {
  const address = async (file) => `data:${TYPES[file.slice(-3)]};base64,${await readFile(file, "base64")}`;
  return page.evaluate(compare, await Promise.all(files.map(address)));
}

/**
 * Runs in the page. `shape`: of their ratios of width to height. `paper`: of their grounds. `part`: of how much darker
 * than its ground one part of the picture is, the worst part, of 255; `where` it is. `mean`: that of all parts.
 */
async function compare(addresses) {
  /** The size of a part, in pixels: wide, because the words of another program may end half a letter earlier. */
  const [WIDE, HIGH] = [72, 24];
  const images = await Promise.all(addresses.map(async (src) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    return image;
  }));
  const [first, second] = images.map((image) => image.naturalWidth / image.naturalHeight);
  // Both at one size, whatever size they have: about that of the picture.
  const width = images[0].naturalWidth > 1000 ? images[0].naturalWidth / 2 : images[0].naturalWidth;
  const height = Math.round(width / first);
  /** At so many pixels for one, smoothly. */
  const drawn = (image, scale) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: scale * width, height: scale * height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { canvas, context };
  };
  // Inside the margin, where nothing stands.
  const blank = 4 * (6 * width + 6);
  const read = (image) => {
    // First as large as the programs draw it, so that letters do not sit on whole pixels.
    const { data } = drawn(drawn(image, 2).canvas, 1).context.getImageData(0, 0, width, height);
    return { ground: [...data.slice(blank, blank + 4)], data };
  };
  const across = Math.ceil(width / WIDE);
  /** How much darker than the ground each part is, in each of three colours. */
  const inks = ({ ground, data }) => {
    const sums = [];
    for (let at = 0; at < data.length; at += 4) {
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      const place = 3 * (Math.floor(y / HIGH) * across + Math.floor(x / WIDE));
      for (let colour = 0; colour < 3; colour++) sums[place + colour] = (sums[place + colour] ?? 0) + ground[colour] - data[at + colour];
    }
    return sums.map((sum) => sum / (WIDE * HIGH));
  };
  const [own, theirs] = images.map(read);
  const more = inks(theirs);
  const apart = inks(own).map((ink, at) => Math.abs(ink - more[at]));
  const part = Math.max(...apart);
  const place = Math.floor(apart.indexOf(part) / 3);
  return {
    shape: Math.abs(first / second - 1),
    paper: Math.max(...own.ground.map((value, at) => Math.abs(value - theirs.ground[at]))),
    part,
    where: [(place % across) * WIDE, Math.floor(place / across) * HIGH],
    mean: apart.reduce((sum, ink) => sum + ink, 0) / apart.length,
  };
}
