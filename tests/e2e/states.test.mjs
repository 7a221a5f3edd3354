// States that were exported: what the JavaScript module takes, and how it says what it cannot.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site, visit } from "./support/fixture.mjs";
import { command } from "./support/native.mjs";
import { DIST } from "./support/tools.mjs";

const QUERY = "reveal=0.02&limited_memory=on";

test("the module takes parameters, the end of a link, and a state in any form", () =>
  visit("/module/", {}, async (page) => {
    await page.locator("[data-run]").click();
    await page.locator("html[data-example=ready]").waitFor({ state: "attached" });
    const { text, same, loose } = await page.evaluate(async ([address, query]) => {
      const { json, simulate, csv } = await import(address);
      const id = "waluigi-decay";
      const text = json(id, query);
      const given = [
        { reveal: 0.02, limited_memory: true, seed: undefined },
        { reveal: "0.02", limited_memory: "on" },
        simulate(id, query),
        { simulator: id, parameters: { reveal: 0.02, limited_memory: true } },
        text,
        `\uFEFF${text}`,
        `?${query}`,
      ];
      const same = given.map((state) => json(id, state) === text && csv(id, state) === csv(id, query));
      const loose = [json(id), json(id, null), json(id, {}), json(id, "")].map((state) => state === json(id, undefined));
      return { text, same, loose };
    }, [site.url("/what-survives.js"), QUERY]);
    assert.equal(text, command("export", "waluigi-decay", QUERY, "--site", site.url("/")));
    assert.deepEqual([...same, ...loose], Array(11).fill(true));
  }));

test("the module says which field it cannot read, and what it could not take as it was", () =>
  visit("/module/", {}, async (page) => {
    await page.locator("[data-run]").click();
    await page.locator("html[data-example=ready]").waitFor({ state: "attached" });
    const { errors, notices } = await page.evaluate(async (address) => {
      const { figure, simulate } = await import(address);
      const error = (act) => {
        try {
          return act();
        } catch ({ name, message }) {
          return `${name}: ${message}`;
        }
      };
      const given = [{ reveal: NaN }, { parameters: { reveal: [] } }, { simulator: "commons", parameters: {} }, [1], "{"];
      const errors = given.map((state) => error(() => simulate("waluigi-decay", state)));
      errors.push(error(() => simulate("no-such")), error(() => figure("waluigi-decay", "no-such")));
      return { errors, notices: simulate("waluigi-decay", { reveal: 7, nonsense: 1 }).notices };
    }, site.url("/what-survives.js"));
    const expected = [
      "TypeError: reveal: a number is expected, not null",
      "TypeError: parameters.reveal: a number is expected, not a list",
      "TypeError: simulator: it is a state of commons and not of waluigi-decay",
      /^TypeError: it is no JSON object: /,
      /^TypeError: it is no JSON object: /,
      "RangeError: There is no simulator “no-such”; list() tells what there is.",
      "RangeError: There is no figure “no-such”; list() tells what there is.",
    ];
    assert.equal(errors.length, expected.length);
    errors.forEach((error, at) => (typeof expected[at] === "string" ? assert.equal : assert.match)(error, expected[at]));
    assert.equal(notices.length, 2);
  }));

test("the schema is published beside the module", async () => {
  assert.equal(readFileSync(join(DIST, "schema.json"), "utf8"), command("schema"));
  const answer = await fetch(site.url("/schema.json"));
  assert.match(answer.headers.get("content-type"), /json/);
});
