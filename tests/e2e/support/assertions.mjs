// How tests insist on something.

import assert from "node:assert/strict";

/** Insists that nothing is wrong; lists what is, one line each. */
export function none(wrong) {
  if (wrong.length) assert.fail(wrong.join("\n"));
}

/** Tries a check again until it holds: pages answer in the next frame, not at once. */
export async function eventually(check) {
  for (let tries = 0; ; tries++) {
    try {
      return await check();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((done) => setTimeout(done, 60));
    }
  }
}
