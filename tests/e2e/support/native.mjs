// The same models from the command line.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./tools.mjs";

/** The native program. */
export const PROGRAM = join(ROOT, "target", "debug", process.platform === "win32" ? "what-survives.exe" : "what-survives");

/** What the native program prints. */
export const command = (...words) => execFileSync(PROGRAM, words, { encoding: "utf8", maxBuffer: 1e8 });
