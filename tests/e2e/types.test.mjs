// The types of embed.js, in TypeScript, in JSX and for Vue, as an author's compiler sees them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { DIST, typescript } from "./support/tools.mjs";

const folder = mkdtempSync(join(tmpdir(), "what-survives-"));
after(() => rmSync(folder, { recursive: true }));

/** What the compiler says to these files. `packages` stand in `node_modules`. */
function compile(files, options = {}) {
  const place = mkdtempSync(join(folder, "project-"));
  const write = (file, text) => {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  };
  for (const name of ["embed.js", "embed.d.ts"]) copyFileSync(join(DIST, name), join(place, name));
  for (const [file, text] of Object.entries(files)) write(file, text);
  const compilerOptions = {
    strict: true, noEmit: true, target: "esnext", module: "esnext", moduleResolution: "bundler", lib: ["esnext", "dom", "dom.iterable"], types: [],
    exactOptionalPropertyTypes: true, ...options,
  };
  write("package.json", JSON.stringify({ type: "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.tsx"] }));
  try {
    return execFileSync(process.execPath, [typescript, "--project", place], { encoding: "utf8" });
  } catch ({ stdout }) {
    return stdout;
  }
}

const ELEMENT = `
  import "./embed.js";
  import type { Change, Values } from "./embed.js";
  const figure = document.createElement("what-survives");
  const text: string | undefined = figure.values?.parameters.reveal?.text;
  figure.addEventListener("what-survives:change", ({ detail }) => {
    const change: Change = detail;
    const by: "start" | "author" | "reader" = detail.by;
    const often: string | undefined = detail.values?.claims["soon-extinct"]?.holds_in;
  });
  document.addEventListener("what-survives:change", ({ detail }) => detail.query.length);
  document.querySelector("what-value")?.figure?.values?.readouts.half_life?.length;
  declare const values: Values;
  const low: number | undefined = values.parameters.reveal?.low;
`;

for (const [name, options] of Object.entries({ bundler: {}, nodenext: { module: "nodenext", moduleResolution: "nodenext" } })) {
  test(`the elements have types in TypeScript (${name})`, () => {
    assert.equal(compile({ "a.ts": ELEMENT }, options), "");
    const wrong = compile({ "a.ts": `${ELEMENT}
      const wrong: number = figure.values?.parameters.reveal?.text;
      document.addEventListener("what-survives:change", ({ detail }) => detail.nothing);` }, options);
    assert.equal(wrong.match(/error TS/g)?.length, 2, wrong);
  });
}

/** What there is of React and Preact for a compiler of JSX. */
const jsx = (name) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.0.0", types: "index.d.ts", exports: { ".": { types: "./index.d.ts" }, "./jsx-runtime": { types: "./jsx-runtime.d.ts" } } }),
  [`node_modules/${name}/index.d.ts`]: "export namespace JSX { interface IntrinsicElements { p: { children?: any; className?: string } } }",
  [`node_modules/${name}/jsx-runtime.d.ts`]: `import * as All from "./index.js"; export namespace JSX { interface IntrinsicElements extends All.JSX.IntrinsicElements {} }`,
});
const POST = (more) => `
  import "./embed.js";
  export const post = (
    <p>
      <what-survives id="fig" simulator="waluigi-decay" preset="one-percent" reveal={0.02} limited_memory theme="dark">words</what-survives>
      <what-value for="fig" readout="suspicion_known">0.0043 %</what-value>
      ${more}
    </p>
  );
`;

for (const name of ["react", "preact"]) {
  test(`the elements have types in the JSX of ${name}`, () => {
    const options = { jsx: "react-jsx", jsxImportSource: name };
    assert.equal(compile({ "a.tsx": POST(""), ...jsx(name) }, options), "");
    const wrong = compile({ "a.tsx": POST('<what-survives preset="x" /><what-survives simulator="x" theme="pink" /><what-nothing />'), ...jsx(name) }, options);
    assert.equal(wrong.match(/error TS/g)?.length, 3, wrong);
  });
}

test("the elements have types in Vue's templates", () => {
  const vue = { "node_modules/vue/package.json": JSON.stringify({ name: "vue", version: "3.5.0", types: "index.d.ts" }), "node_modules/vue/index.d.ts": "export interface GlobalComponents { RouterLink: any }" };
  const use = (more) => `
    import "./embed.js";
    import type { GlobalComponents } from "vue";
    type Props<N extends keyof GlobalComponents> = InstanceType<GlobalComponents[N]>["$props"];
    export const figure: Props<"what-survives"> = { simulator: "waluigi-decay", reveal: 0.2, onClick() {} };
    export const value: Props<"what-value"> = { claim: "soon-extinct" };
    ${more}`;
  assert.equal(compile({ "a.ts": use(""), ...vue }), "");
  const wrong = compile({ "a.ts": use('export const bad: Props<"what-survives"> = { preset: "x" };'), ...vue });
  assert.equal(wrong.match(/error TS/g)?.length, 1, wrong);
});
