// axe, run inside a page.

import { axeSource } from "./tools.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe has against a page as it is now, one line for each element. */
export async function axeViolations(page) {
  await page.evaluate(`if (!window.axe) { ${axeSource()} }; undefined`);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
  }, RULES);
}
