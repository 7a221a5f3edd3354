// The share dialog.

import assert from "node:assert/strict";
import { eventually } from "./assertions.mjs";
import { alive } from "./rest.mjs";

/** Opens it once the program knows the state. */
export async function openDialog(page) {
  await alive(page);
  await page.locator("[data-share]").click();
  await page.locator("dialog[open]").waitFor();
}

/** What it offers for one place, and what it says gets lost. */
export async function offered(page, kind) {
  await page.selectOption("select[name=kind]", kind);
  const area = page.locator(".share textarea");
  return eventually(async () => {
    const [text, loss] = [await area.inputValue(), await page.locator(".share [data-loss]").textContent()];
    assert.ok(text, kind);
    return { text, loss };
  });
}
