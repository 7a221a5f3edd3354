// How tests insist on something.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** How long a check may fail: far longer than a page takes, also where the machine has much else to do. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 20;

/** Insists that nothing is wrong; lists what is, one line each. */
export function none(wrong) {
  if (wrong.length) assert.fail(wrong.join("\n"));
}

/** Tries a check again until it holds: pages answer in the next frame, not at once. */
export async function eventually(check) {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(PAUSE_MS);
    }
  }
}
