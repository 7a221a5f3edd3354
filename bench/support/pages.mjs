// Pages with the driver in them, and pictures of them.

import { createHash } from "node:crypto";
import { readdirSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fresh, settle } from "./browser.mjs";

const inPages = (name) => fileURLToPath(new URL(`../pages/${name}`, import.meta.url));
export const DRIVER = inPages("driver.js");
export const TIMERS = inPages("timers.js");

/** The ids of all simulators: the folders of the site whose page names a program. */
export const simulators = (dist) => readdirSync(dist).filter((id) => existsSync(`${dist}/e/${id}/index.html`)).sort();

/** Opens the page of a simulator, at rest. */
export async function ours({ browser, origin }, id, { slow, scripts = [DRIVER] } = {}) {
  const opened = await fresh(browser, { slow, scripts });
  await settle(opened.page, `${origin}/site/${id}/`);
  return opened;
}

/** Opens a page on which a library draws the figures of a simulator. */
export async function peer({ browser, origin }, setting, { slow } = {}) {
  const opened = await fresh(browser, { slow, scripts: [DRIVER] });
  await opened.page.goto(`${origin}/bench/pages/peers.html`, { waitUntil: "load" });
  await opened.page.waitForFunction(() => window.setUp);
  const drawn = await opened.page.evaluate((setting) => setUp(setting), setting);
  await opened.page.waitForTimeout(100);
  return { ...opened, drawn };
}

/** A fingerprint of an element's pixels, and how many colours they have. */
export async function pixels(page, selector) {
  const png = await page.locator(selector).first().screenshot({ animations: "disabled" });
  const colours = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, png.toString("base64"));
  return { print: createHash("sha256").update(png).digest("hex"), colours };
}
