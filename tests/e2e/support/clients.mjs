// Other people's programs that only a thorough run asks for, installed when they are first wanted.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./tools.mjs";

/** Where they are. */
const place = (name) => join(ROOT, ".tools", name);
const HOUR_MS = 3_600_000;

/** Installs with `act`, unless that was done for the same `wanted`; says why if it cannot. */
function install(folder, wanted, act) {
  const mark = join(folder, "wanted.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return undefined;
  try {
    mkdirSync(folder, { recursive: true });
    act((program, ...words) => execFileSync(program, words, { cwd: folder, encoding: "utf8", timeout: HOUR_MS, stdio: ["ignore", "pipe", "pipe"] }));
    writeFileSync(mark, wanted);
    return undefined;
  } catch (error) {
    const reason = `could not be installed here: ${error.message.split("\n")[0]}`;
    console.log(`Not tested: ${wanted} ${reason}`);
    return reason;
  }
}

/** Packages of npm: why they are not there, if so, and where their programs are. */
export function clients(packages) {
  const wanted = JSON.stringify(packages);
  const folder = place("clients");
  const reason = install(folder, wanted, (run) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: packages }));
    run(process.platform === "win32" ? "npm.cmd" : "npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
  });
  return { reason, program: (name) => join(folder, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name) };
}

/** Packages of PyPI in an environment of their own: why they are not there, if so, and its Python. */
export function python(packages) {
  const folder = place("python");
  const [bin, ending] = process.platform === "win32" ? ["Scripts", ".exe"] : ["bin", ""];
  const own = join(folder, bin, `python${ending}`);
  const reason = install(folder, packages.join(" "), (run) => {
    run(process.platform === "win32" ? "python" : "python3", "-m", "venv", ".");
    run(own, "-m", "pip", "install", "--quiet", ...packages);
  });
  return { reason, program: own };
}
