// What is asked of the models all at once: the JavaScript module gives what the command line does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site, visit } from "./support/fixture.mjs";
import { command } from "./support/native.mjs";

/** Each with what is asked beside the state, as options of the command line say it. */
const CASES = [
  ["waluigi-decay", "", {}],
  ["waluigi-decay", "reveal=0.001~0.05&nonsense=1", { against: "reveal=7" }],
  ["waluigi-decay", "reveal=0.05~0.001~0.001", { unsure: true, map: "reveal,prior", claim: "soon-extinct" }],
  ["behavioral-selection", "", { against: "flawed=0.4" }],
  ["inoculation", "", { unsure: true }],
];

/** The same as words of the command line. */
const words = (asked) =>
  Object.entries(asked).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]));

test("the module explores as the command line does, to the byte", () =>
  visit("/module/", {}, async (page) => {
    await page.locator("[data-run]").click();
    await page.locator("html[data-example=ready]").waitFor({ state: "attached" });
    const root = site.url("/");
    const found = await page.evaluate(async ([site, cases]) => {
      const { explored, report } = await import(`${site}what-survives.js`);
      return cases.map(([id, state, asked]) => [explored, report].map((answer) => answer(id, state, asked)));
    }, [root, CASES]);
    CASES.forEach(([id, state, asked], at) => {
      const expected = ["json", "markdown"].map((format) =>
        command("explore", id, state, ...words(asked), "--format", format, "--site", root));
      assert.deepEqual(found[at], expected, `${id} ${state}`);
    });
  }));

test("the module says what of a question it cannot answer", () =>
  visit("/module/", {}, async (page) => {
    await page.locator("[data-run]").click();
    await page.locator("html[data-example=ready]").waitFor({ state: "attached" });
    const errors = await page.evaluate(async (address) => {
      const { explore } = await import(address);
      const error = (asked) => {
        try {
          return explore("waluigi-decay", "", asked);
        } catch ({ name, message }) {
          return `${name}: ${message}`;
        }
      };
      return [{ map: "reveal" }, { claim: "no-such" }, { against: "{" }, { mpa: 1 }].map(error);
    }, site.url("/what-survives.js"));
    const expected = [
      /^TypeError: map: two parameters are needed/,
      /^TypeError: claim: there is no claim “no-such”; there are: /,
      /^TypeError: against: it is no JSON object/,
      /^TypeError: what is asked cannot be read: unknown field `mpa`/,
    ];
    assert.equal(errors.length, expected.length);
    errors.forEach((error, at) => assert.match(error, expected[at]));
  }));
