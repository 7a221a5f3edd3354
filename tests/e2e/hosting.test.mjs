// What the site must bear from its surroundings: a sandboxed frame elsewhere, and scripts that are not its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/assertions.mjs";
import { ready } from "./support/browser.mjs";
import { browser, site, visit } from "./support/fixture.mjs";
import { KINDS } from "./support/pages.mjs";
import { serveText } from "./support/server.mjs";

test("a page works in a sandboxed frame on another origin", async () => {
  const frameAddress = site.url("/waluigi-decay/");
  const host = await serveText(
    `<!doctype html><title>An essay</title><iframe title="A model" sandbox="allow-scripts" width="700" height="640" src="${frameAddress}"></iframe>`,
  );
  const page = await browser.newPage();
  try {
    const problems = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(host.origin);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await ready(frame);
    assert.equal(await frame.evaluate(() => self.origin), "null");
    const number = frame.locator('input[type=number][name="reveal"]');
    const before = await number.inputValue();
    await frame.locator('input[type=range][name="reveal"]').press("ArrowRight");
    await eventually(async () => assert.notEqual(await number.inputValue(), before));
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
    await host.close();
  }
});

for (const path of KINDS) {
  test(`${path} runs no script that is not its own`, () =>
    visit(path, {}, async (page) => {
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /'unsafe-/);
      const ran = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.injected = true";
        document.body.append(script);
        return window.injected ?? false;
      });
      assert.equal(ran, false);
    }, /Content Security Policy/));
}
