// The module and the widget wherever they may be run: browsers with several scripts at once, workers, Node from the
// disk and from the network, what bundlers make of them, a package, and where everything is tried Deno and Vite.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { promisify } from "node:util";
import { eventually } from "./support/assertions.mjs";
import { clients } from "./support/clients.mjs";
import { CHROMIUM, ENGINES } from "./support/engines.mjs";
import { command } from "./support/native.mjs";
import { THOROUGH } from "./support/pages.mjs";
import { serveFolder, serveText } from "./support/server.mjs";
import { DIST, ROOT } from "./support/tools.mjs";

const site = await serveFolder(DIST, "/some/base/");
const MODULE = site.url("/what-survives.js");
const folder = mkdtempSync(join(tmpdir(), "what-survives-"));
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const require = createRequire(join(ROOT, ".tools", "node", "package.json"));
const QUERY = "reveal=0.02&horizon=5000";
const EXPECTED = JSON.parse(command("export", "waluigi-decay", QUERY)).readouts;
/** What every way to the module must print. */
const SAYS = `JSON.stringify(simulate("waluigi-decay", "${QUERY}").readouts)`;

/** A folder of its own. */
function place(name, files = {}) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

/** What a program prints, in a folder. */
const run = (cwd, program, ...words) => execFileSync(program, words, { cwd, encoding: "utf8", timeout: 300_000 });
/** The same while this thread goes on, which is the server. */
const runAside = async (cwd, program, ...words) => (await promisify(execFile)(program, words, { cwd, timeout: 300_000 })).stdout;
const isRight = (printed) => assert.deepEqual(JSON.parse(printed), EXPECTED);
/** A script, run by Node in a folder. */
const node = (cwd, script) => run(cwd, process.execPath, "--input-type=module", "-e", script);

const HOW_OFTEN = 5;
const scripts = `<!doctype html><html lang="en"><title>A post</title><script>window.found = []</script>
  ${`<script type="module">import { simulate } from "${MODULE}"; found.push(${SAYS})</script>`.repeat(HOW_OFTEN)}`;
const worker = `<!doctype html><html lang="en"><title>A post</title><script>
  window.found = [];
  const source = 'import { simulate } from "${MODULE}"; postMessage(${SAYS.replaceAll("'", "\\'")})';
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "module" });
  worker.onmessage = ({ data }) => found.push(data);
</script>`;

for (const [name, start] of Object.entries({ ...CHROMIUM, ...ENGINES })) {
  describe(name, async () => {
    const engine = await start();
    after(() => engine.close());
    for (const [what, html, times] of [["several scripts of a page that import the module at once", scripts, HOW_OFTEN], ["a worker that imports the module", worker, 1]])
      test(`${what} get the numbers of the command line`, async () => {
        const post = await serveText(html);
        try {
          await engine.open(post.origin);
          const found = await eventually(async () => {
            const found = await engine.evaluate(() => window.found);
            assert.equal(found.length, times);
            return found;
          });
          found.forEach(isRight);
        } finally {
          await post.close();
        }
      });
  });
}

test("Node imports a copy from the disk, and says of no site where it is from", () => {
  const path = place("node", { "package.json": '{"type": "module"}', "what-survives.js": readFileSync(join(DIST, "what-survives.js")) });
  isRight(node(path, `import { simulate } from "./what-survives.js"; console.log(${SAYS})`));
  const json = node(path, `import { json } from "./what-survives.js"; process.stdout.write(json("waluigi-decay", "${QUERY}"))`);
  assert.equal(json, command("export", "waluigi-decay", QUERY));
});

test("Node imports it from the network", async () => {
  const script = `
    const text = await (await fetch("${MODULE}")).text();
    const { simulate } = await import("data:text/javascript," + encodeURIComponent(text));
    console.log(${SAYS})`;
  isRight(await runAside(folder, process.execPath, "--input-type=module", "-e", script));
});

for (const [what, options] of [
  ["for browsers", { format: "esm", charset: "utf8" }],
  ["in plain letters", { format: "esm", charset: "ascii" }],
  ["as a script of its own", { format: "iife", logLevel: "error" }],
])
  test(`esbuild bundles a copy ${what}, which needs no other file`, async () => {
    const { build } = require("esbuild");
    const path = place(`esbuild-${options.format}-${options.charset}`, { "post.js": `import { simulate } from "${join(DIST, "what-survives.js")}"; console.log(${SAYS})` });
    await build({ entryPoints: [join(path, "post.js")], bundle: true, minify: true, outdir: join(path, "out"), ...options });
    assert.deepEqual(readdirSync(join(path, "out")), ["post.js"]);
    writeFileSync(join(path, "package.json"), JSON.stringify({ type: options.format === "esm" ? "module" : "commonjs" }));
    isRight(run(path, process.execPath, "out/post.js"));
  });

/** What types must allow, and what they must not. */
const TYPED = `
import { explore, list, simulate, type Given, type WaluigiDecayParameters } from "what-survives";
import widget from "what-survives/widget.js";
const own: WaluigiDecayParameters = { reveal: 0.02, limited_memory: true };
const run = simulate("waluigi-decay", own);
const reveal: number = run.parameters.reveal;
simulate("waluigi-decay", { reveal: "0.001~0.05" });
simulate("waluigi-decay", { reveal: "0.001~0.01~0.05", horizon: 5000 });
simulate("waluigi-decay", run);
simulate("waluigi-decay", "reveal=0.02");
explore("waluigi-decay", { reveal: "1e-3~0.05" }, { unsure: true }).claims[0]!.holds_in.toFixed();
const given: Given<"waluigi-decay"> = { simulator: "waluigi-decay", parameters: { reveal: "0.001~0.05" } };
simulate(list()[0]!.id);
widget.render;
// @ts-expect-error there is no such simulator
simulate("no-such");
// @ts-expect-error there is no such parameter
simulate("waluigi-decay", { no_such: 1 });
// @ts-expect-error a number is no flag
simulate("waluigi-decay", { limited_memory: 1 });
// @ts-expect-error a range has two ends
simulate("waluigi-decay", { reveal: "0.001" });
// @ts-expect-error a flag has no range
simulate("waluigi-decay", { limited_memory: "0~1" });
// @ts-expect-error it may not exist
const value: number = run.readouts[0].value;
console.log(reveal, given, value);
`;

test("the site packs into a package with types, which Node and TypeScript take", () => {
  const path = place("package", { "package.json": '{"type": "module", "private": true}', "post.ts": TYPED });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = JSON.parse(run(DIST, npm, "pack", "--json", "--pack-destination", path));
  const files = packed[0].files.map((file) => file.path);
  for (const file of ["what-survives.js", "what-survives.d.ts", "embed.js", "widget.js"]) assert.ok(files.includes(file), file);
  assert.ok(files.length < 12, `${files}`);
  run(path, npm, "install", "--no-audit", "--no-fund", "--offline", join(path, packed[0].filename));
  isRight(node(path, `import { simulate } from "what-survives"; console.log(${SAYS})`));
  const compiler = join(ROOT, ".tools", "node", "node_modules", "typescript", "bin", "tsc");
  for (const resolution of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const [module, moduleResolution] = resolution;
    const compilerOptions = { strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, module, moduleResolution, target: "esnext", types: [], lib: ["esnext", "dom"] };
    writeFileSync(join(path, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["post.ts"] }));
    try {
      run(path, process.execPath, compiler);
    } catch (error) {
      assert.fail(`${resolution}: ${error.stdout}`);
    }
  }
});

const tools = THOROUGH ? clients({ deno: "2.9.6", vite: "8.3.8" }) : { reason: "not asked for" };

if (!tools.reason) {
  for (const [where, address] of [["the disk", join(DIST, "what-survives.js")], ["the network", MODULE]])
    test(`Deno imports it from ${where}`, async () => {
      const path = place("deno", { "post.ts": `import { simulate } from "${address}"; console.log(${SAYS})` });
      isRight(await runAside(path, tools.program("deno"), "run", "--no-lock", "--reload", "--allow-import", "post.ts"));
    });

  test("Vite bundles a copy", () => {
    const path = place("vite", {
      "index.html": '<!doctype html><script type="module" src="./post.js"></script>',
      "post.js": `import { simulate } from "${join(DIST, "what-survives.js")}"; console.log(${SAYS})`,
      "package.json": '{"type": "module"}',
      // Node has no document to preload into.
      "vite.config.js": "export default { build: { modulePreload: false } };",
    });
    run(path, tools.program("vite"), "build", "--logLevel", "error");
    const made = readdirSync(join(path, "dist", "assets"));
    assert.ok(made.every((file) => file.endsWith(".js")), `${made}`);
    isRight(run(path, process.execPath, join("dist", "assets", made.find((file) => file.startsWith("index-")))));
  });
}
