// Measures the built site beside its peers and writes RESULTS.md. `cargo xtask bench` builds all it needs and runs it.
//
// DIST is the site, BUILT the folder of the yardsticks, NATIVE what the native timing printed. For a quick look,
// ONLY names a few simulators, CHANGES, VISITS and ROUNDS ask for less, NPM is where the peers are, and OUT writes
// elsewhere.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { change } from "./change.mjs";
import { explore } from "./explore.mjs";
import { judge } from "./lighthouse.mjs";
import { models } from "./models.mjs";
import { report } from "./report.mjs";
import { launch } from "./support/browser.mjs";
import { simulators } from "./support/pages.mjs";
import { serve } from "./support/server.mjs";
import { survey } from "./survey.mjs";
import { visit } from "./visit.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = resolve(process.env.DIST ?? join(root, "dist"));
const built = resolve(process.env.BUILT ?? join(root, "target", "bench"));
const npm = resolve(process.env.NPM ?? join(root, ".tools", "bench", "node_modules"));
const data = join(built, "data");
const start = Date.now();
const say = (words) => console.log(`[${((Date.now() - start) / 1000).toFixed(0)} s] ${words}`);

const pages = simulators(dist);
const chosen = process.env.ONLY ? pages.filter((id) => process.env.ONLY.split(",").includes(id)) : pages;

mkdirSync(data, { recursive: true });
const { origin, close } = await serve({ site: dist, bench: join(root, "bench"), npm, built, data });
const browser = await launch();
const setting = { browser, origin, root, npm, say };

/** The series of one figure, for the page on which Plotly draws it. */
async function firstFigure(id, figureId) {
  const page = await browser.newPage();
  await page.goto(`${origin}/bench/pages/models.html`);
  const series = await page.evaluate(async ([id, figureId]) => {
    const { simulate } = await import("/site/what-survives.js");
    return simulate(id).figures.find((figure) => figure.id === figureId).series;
  }, [id, figureId]);
  await page.close();
  return series;
}

const version = (name) => JSON.parse(readFileSync(join(npm, name, "package.json"))).version;
const output = (program, ...words) => {
  try {
    return execFileSync(program, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] }).toString().trim();
  } catch {
    return "";
  }
};

const results = {
  machine: {
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    system: process.platform === "linux" ? output("uname", "-sr") : process.platform,
    browser: `Chromium ${browser.version()}, headless`,
    node: process.version,
    rust: output("rustc", "--version"),
    commit: output("git", "rev-parse", "--short=12", "HEAD"),
    libraries: Object.fromEntries(
      ["uplot", "chart.js", "@observablehq/plot", "plotly.js-basic-dist-min", "lighthouse"].map((name) => [name, version(name)]),
    ),
  },
  changes: [],
  surveys: [],
  explored: [],
  visits: [],
};

try {
  writeFileSync(join(data, "figure.json"), JSON.stringify(await firstFigure("waluigi-decay", "suspicion")));
  const printed = readFileSync(process.env.NATIVE ?? join(built, "native.txt"), "utf8");
  results.models = await models(setting, chosen, printed);
  for (const id of chosen) results.changes.push(await change(setting, id));
  for (const id of chosen) results.surveys.push(await survey(setting, id));
  for (const id of chosen) results.explored.push(await explore(setting, id));
  for (const id of chosen) results.visits.push(await visit(setting, id, `/site/${id}/`));
  results.empty = await visit(setting, "an empty page of Yew", "/bench/pages/empty.html");
  results.plotly = await visit(setting, "one figure with Plotly", "/bench/pages/plotly.html");
  results.lighthouse = await judge(setting, [
    { name: "the front page", path: "/site/" },
    ...chosen.map((id) => ({ name: id, path: `/site/${id}/` })),
    { name: `${chosen.at(-1)}, embedded`, path: `/site/e/${chosen.at(-1)}/` },
  ]);
} finally {
  await browser.close();
  await close();
}

writeFileSync(join(built, "results.json"), JSON.stringify(results, null, 1));
const limits = readFileSync(join(root, "bench", "limits.md"), "utf8");
const out = resolve(process.env.OUT ?? join(root, "bench", "RESULTS.md"));
writeFileSync(out, report(results, limits));
say(`The results are in ${out}`);
