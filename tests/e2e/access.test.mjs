// axe on every page and every embed: narrow and wide, light, dark and in forced colours, all that opens opened.

import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { settled } from "./support/browser.mjs";
import { visit } from "./support/fixture.mjs";
import { EMBEDS, KINDS, PAGES } from "./support/pages.mjs";
import { axeSource } from "./support/tools.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const MEDIA = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
  { colorScheme: "dark", forcedColors: "active" },
];

/** What axe has against a page, one line for each element. */
async function axeViolations(page) {
  await page.evaluate(`if (!window.axe) { ${axeSource()} }; undefined`);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
  }, RULES);
}

/** The same at both widths and in all media. */
async function violations(page) {
  const wrong = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const media of MEDIA) {
      await page.emulateMedia(media);
      await settled(page);
      const name = `${width} px, ${media.colorScheme}${media.forcedColors === "active" ? ", forced colours" : ""}`;
      wrong.push(...(await axeViolations(page)).map((line) => `${name}: ${line}`));
    }
  }
  return wrong;
}

const openAll = () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
};

for (const path of [...PAGES, ...EMBEDS]) {
  test(`${path} has nothing that axe finds`, () =>
    visit(path, {}, async (page) => {
      // Presets have the parts of their simulator's page.
      if (KINDS.includes(path) || EMBEDS.includes(path)) await page.evaluate(openAll);
      none(await violations(page));
    }));
}

test("the share dialog has nothing that axe finds", () =>
  visit("/waluigi-decay/", {}, async (page) => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("dialog[open]").waitFor();
    none(await violations(page));
  }));

test("an embed with a claim and all its controls has nothing that axe finds", () =>
  visit("/e/waluigi-decay/?claim=soon-extinct&height=full", {}, async (page) => {
    await page.evaluate(openAll);
    none(await violations(page));
  }));
