// Takes full-page pictures of pages for looking at: `node tests/e2e/shots.mjs [page ...]`, into target/shots/.
//
// Without arguments every page of dist/ is taken. Each comes at 1280 and 360 px,
// light, dark, on paper and with scripts off; what went wrong in a page is printed beside it.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, open } from "./support/browser.mjs";
import { PAGES } from "./support/pages.mjs";
import { serveFolder } from "./support/server.mjs";
import { DIST, ROOT } from "./support/tools.mjs";

const VIEWS = { light: {}, dark: { dark: true }, print: { media: "print" }, nojs: { js: false } };
const WIDTHS = [1280, 360];

const folder = join(ROOT, "target", "shots");
mkdirSync(folder, { recursive: true });
const pages = process.argv.length > 2 ? process.argv.slice(2) : PAGES;
const site = await serveFolder(DIST, "/some/base/");
const browser = await launch();
for (const path of pages) {
  const name = path.replace(/^\/|\/$/g, "").replace(/[^\w.-]+/g, "-") || "home";
  for (const width of WIDTHS) {
    for (const [view, { media = "screen", ...settings }] of Object.entries(VIEWS)) {
      const file = join(folder, `${name}-${width}-${view}.png`);
      try {
        const { page, problems, close } = await open(browser, site, path, { width, ...settings });
        await page.emulateMedia({ media });
        await page.screenshot({ path: file, fullPage: true });
        console.log([file, ...problems].join("\n    "));
        await close();
      } catch (error) {
        console.log(`${file}\n    not taken: ${error.message}`);
      }
    }
  }
}
await browser.close();
await site.close();
