// Embeds in sandboxed frames on another origin, in every engine: our own element, LessWrong and WordPress all make
// such frames. A page in one has no origin, and the content security policy must not shut out its own files for it:
// neither where the build knows its host nor where it does not.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { eventually, none } from "./support/assertions.mjs";
import { CHROMIUM, ENGINES } from "./support/engines.mjs";
import { PROGRAM } from "./support/native.mjs";
import { serveFolder, serveText } from "./support/server.mjs";
import { DIST, ROOT } from "./support/tools.mjs";

const site = await serveFolder(DIST, "/some/base/");
const folder = mkdtempSync(join(tmpdir(), "what-survives-"));
const named = await serveFolder(folder, "/some/base/");
after(async () => {
  await Promise.all([site.close(), named.close()]);
  rmSync(folder, { recursive: true });
});
const built = (name) => join(ROOT, "target", name);
execFileSync(PROGRAM, ["site", "--trunk", built("trunk"), "--module", built("module"), "--out", folder, "--base", named.url("/")]);

/** An author's page that counts the heights it is told. */
const essay = (html) => serveText(`<!doctype html><html lang="en"><title>An essay</title><body>
  <script>window.heights = 0; addEventListener("message", ({ data }) => window.heights += data.type === "what-survives:height")</script>
  ${html}`);

/** Run in the frame: what shows that its style, its scripts and its program are there, and what it shows. */
const inside = () => ({
  policies: document.querySelectorAll("meta[http-equiv=Content-Security-Policy]").length,
  isStyled: getComputedStyle(document.querySelector(".embed")).display,
  height: document.documentElement.dataset.height,
  isReady: document.documentElement.dataset.ready,
  isFailed: "failed" in document.documentElement.dataset,
  caption: document.querySelector("[data-caption]").textContent.replaceAll("\u00a0", " "),
});

const move = () => {
  const slider = document.querySelector("input[type=range][name=reveal]");
  slider.value = slider.max;
  for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
};

const sentence = () => document.querySelector("what-value").textContent.replaceAll("\u00a0", " ");
const position = () => {
  const { value, min } = document.querySelector("input[type=range][name=reveal]");
  return [document.documentElement.dataset.ready, value, min];
};
const press = (key) =>
  document.querySelector("what-value").shadowRoot.querySelector("[role=slider]").dispatchEvent(new KeyboardEvent("keydown", { key }));

const HOSTS = { "a host that the build knows": named, "a host that it does not know": site };

for (const [engineName, start] of Object.entries({ ...CHROMIUM, ...ENGINES })) {
  describe(engineName, async () => {
    const engine = await start();
    after(() => engine.close());
    test("a frame answers for a range in its address, with a thread of its own or without", async () => {
      const page = await essay(`<iframe sandbox="allow-scripts" width="640" height="640" src="${site.url("/e/waluigi-decay/?reveal=0.001~0.05&claim=soon-extinct")}"></iframe>`);
      try {
        await engine.open(page.origin);
        await eventually(async () => {
          const said = await engine.inFrame("iframe", () => [document.querySelector(".in-hundred")?.textContent, document.querySelectorAll(".band").length]);
          assert.match(`${said[0]}`, /^holds in \d+ of 100$/);
          assert.ok(said[1] > 0, "no bands");
        });
      } finally {
        await page.close();
      }
    });
    for (const [host, { url }] of Object.entries(HOSTS)) {
      const embeds = {
        "our element": [
          "what-survives",
          `<script type="module" src="${url("/embed.js")}"></script><what-survives simulator="waluigi-decay" reveal="0.2"></what-survives>
            <p><what-value parameter="reveal">words</what-value></p>`,
        ],
        "a bare sandboxed frame": [
          "iframe",
          `<iframe sandbox="allow-scripts" width="640" height="520" src="${url("/e/waluigi-decay/?reveal=0.2")}"></iframe>`,
        ],
      };
      for (const [what, [selector, html]] of Object.entries(embeds)) {
        test(`${what} is alive on ${host}`, async () => {
          const page = await essay(html);
          try {
            await engine.open(page.origin);
            await eventually(async () => {
              const { caption, ...state } = await engine.inFrame(selector, inside);
              assert.deepEqual(state, { policies: 1, isStyled: "flex", height: state.height, isReady: "true", isFailed: false });
              assert.ok(state.height, "the frame's script has not run");
              assert.match(caption, /20 %/);
            });
            await eventually(async () => assert.ok(await engine.evaluate(() => window.heights), "no height was told"));
            await engine.inFrame(selector, move);
            await eventually(async () => assert.match((await engine.inFrame(selector, inside)).caption, /50 %/));
            if (selector === "iframe") return;
            // A sentence beside it follows, and moves it.
            const says = async (text) => eventually(async () => assert.equal(await engine.evaluate(sentence), text));
            await says("50 %");
            await engine.evaluate(press, "Home");
            await says("0.0001 %");
            // Moved in the page, it is loaded anew, and is what it was.
            await engine.evaluate(() => document.body.append(document.querySelector("what-survives")));
            await eventually(async () => {
              const [isReady, value, least] = await engine.inFrame(selector, position);
              assert.deepEqual([isReady, value], ["true", least]);
            });
            await says("0.0001 %");
          } finally {
            await page.close();
          }
        });
      }
    }
  });
}
