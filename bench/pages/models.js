// Times the models in the browser: in wasm, and in JavaScript.

import init, { repeat } from "/built/models/program.js";
import { MODELS, defaults } from "../javascript.mjs";

await init({ module_or_path: "/built/models/program_bg.wasm" });

/** What has been computed must be wanted, or an engine leaves it out. */
let sink = 0;

const ways = {
  wasm: (id, figures) => (times) => {
    if (!repeat(id, times, figures)) throw new Error(`no model ${id}`);
  },
  javascript: (id, figures) => (times) => {
    const { readouts, figures: draw } = MODELS[id];
    const parameters = defaults(id);
    for (let time = 0; time < times; time++) {
      const said = readouts(parameters);
      sink += Object.values(said)[0];
      if (figures) sink += Object.keys(draw(parameters, said)).length;
    }
  },
};

/** Microseconds for each run, in so many batches of at least 10 ms. */
window.time = async (way, id, figures, batches = 25) => {
  const run = ways[way](id, figures);
  const took = (times) => {
    const start = performance.now();
    run(times);
    return performance.now() - start;
  };
  let times = 1;
  while (took(times) < 10) times *= 2;
  const results = [];
  for (let batch = 0; batch < batches; batch++) results.push((took(times) / times) * 1000);
  return results;
};
