// What most tests share: the site on a server, a browser, and visits that must go by without a complaint.

import { after } from "node:test";
import { none } from "./assertions.mjs";
import { launch, open } from "./browser.mjs";
import { serveFolder } from "./server.mjs";
import { DIST } from "./tools.mjs";

/** The site under a sub-path, as most hosts have it. */
export const site = await serveFolder(DIST, "/some/base/");
/** The one browser of a test file. */
export const browser = await launch();

after(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page, does something with it, and then insists that nothing went wrong, but for what is `expected`. */
export async function visit(path, view, act, expected = /^$/) {
  const { page, problems, close } = await open(browser, site, path, view);
  try {
    await act(page);
  } catch (error) {
    // The reason of a failure is often a message that came before it.
    if (problems.length) error.message += `\nThe page said:\n${problems.join("\n")}`;
    throw error;
  } finally {
    await close();
  }
  none(problems.filter((problem) => !expected.test(problem)));
}
