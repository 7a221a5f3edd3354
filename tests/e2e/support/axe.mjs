// axe, run inside a page.

import { axeSource } from "./tools.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Its rules about colours, which are all that can break where a page has other colours and is the same otherwise. */
export const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe has against a page as it is now, one line for each element; by all rules or these. */
export async function axeViolations(page, rules) {
  await page.evaluate(`if (!window.axe) { ${axeSource()} }; undefined`);
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ runOnly, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
  }, rules ? { type: "rule", values: rules } : { type: "tag", values: RULES });
}
