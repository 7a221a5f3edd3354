// How tests insist on something.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE_MS } from "./rest.mjs";

/** How long it is until a check is tried again, in milliseconds: at first, and at most. What is waited for longer needs the machine itself. */
const PAUSES_MS = [10, 160];

/** Insists that nothing is wrong; lists what is, one line each. */
export function none(wrong) {
  if (wrong.length) assert.fail(wrong.join("\n"));
}

/** Tries a check again until it holds: pages answer in the next frame, not at once. */
export async function eventually(check) {
  const end = performance.now() + PATIENCE_MS;
  const [first, most] = PAUSES_MS;
  for (let wait = first; ; wait = Math.min(2 * wait, most)) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(wait);
    }
  }
}
