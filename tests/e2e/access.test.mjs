// axe on the pages and embeds: narrow and wide, light, dark and in forced colours, all that opens opened.
//
// Media change colours alone, whose contrast is proved from the tokens (tests/it/colours.rs), and presets differ from
// the page of their simulator in numbers: one page of each kind is looked at narrow, wide and in all media, of the
// others each is narrow or wide, and where everything is tried they all are looked at in all ways.

import { test } from "node:test";
import { none } from "./support/assertions.mjs";
import { axeViolations, OF_COLOUR } from "./support/axe.mjs";
import { visit } from "./support/fixture.mjs";
import { EMBEDS, KINDS, ONE_OF_EACH, PAGES, PLAIN_EMBEDS, THOROUGH } from "./support/pages.mjs";
import { asleep, watchWork } from "./support/rest.mjs";

const LIGHT = { colorScheme: "light", forcedColors: "none" };
const MEDIA = [
  LIGHT,
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
  { colorScheme: "dark", forcedColors: "active" },
];

const WIDTHS = [320, 1280];

/**
 * What axe has against a page, one line for each element: in the wide in some media, and narrow in light, or in all
 * of them where everything is tried. In all but the first it looks for colours.
 */
async function violations(page, all = MEDIA, widths = WIDTHS) {
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const media of width === 1280 || THOROUGH ? all : [LIGHT]) {
      await page.emulateMedia(media);
      await asleep(page);
      const name = `${width} px, ${media.colorScheme}${media.forcedColors === "active" ? ", forced colours" : ""}`;
      const rules = media === LIGHT || THOROUGH ? undefined : OF_COLOUR;
      wrong.push(...(await axeViolations(page, rules)).map((line) => `${name}: ${line}`));
    }
  }
  return wrong;
}

const openAll = () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
};

(THOROUGH ? [...PAGES, ...EMBEDS] : [...KINDS, ...PLAIN_EMBEDS]).forEach((path, at) => {
  // The gallery has the pictures of the others and no parts of its own, and takes as long as five of them.
  const isTried = THOROUGH || (ONE_OF_EACH.includes(path) && path !== "/gallery/");
  const media = isTried ? MEDIA : [LIGHT];
  const widths = isTried ? WIDTHS : [WIDTHS[at % 2]];
  test(`${path} has nothing that axe finds at ${widths.join(" and ")} px${media.length > 1 ? " in any media" : ""}`, () =>
    visit(path, { init: watchWork }, async (page) => {
      // Presets have the parts of their simulator's page.
      if (KINDS.includes(path) || EMBEDS.includes(path)) await page.evaluate(openAll);
      none(await violations(page, media, widths));
    }));
});

test("the share dialog has nothing that axe finds", () =>
  visit("/waluigi-decay/", { init: watchWork }, async (page) => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("dialog[open]").waitFor();
    none(await violations(page));
  }));

test("an embed with a claim and all its controls has nothing that axe finds", () =>
  visit("/e/waluigi-decay/?claim=soon-extinct&height=full", { init: watchWork }, async (page) => {
    await page.evaluate(openAll);
    none(await violations(page));
  }));
