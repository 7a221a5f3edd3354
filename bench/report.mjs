// The results as a page of Markdown: goals, ratios, then everything else.

import { CHANGES, JUMPS, PEERS, WAYS, inSight, ratio } from "./change.mjs";
import { short, spread } from "./support/numbers.mjs";

const NAMES = { uplot: "uPlot", chartjs: "Chart.js", plot: "Observable Plot", plotly: "Plotly" };
const SPEEDS = [1, 4];
/** No task may be longer than this, in milliseconds. */
const TASK_LIMIT = { 1: 16, 4: 50 };
/** What scripts may take of one change, in milliseconds. */
const SCRIPT_LIMIT = 1;
const VISIT_LIMIT = 160 * 1024;
/** What follows from ranges is there so many milliseconds after the last change, 120 of which nothing is asked. */
const ANSWER_LIMIT = 200;
const WORDS = { sweep: "in a smooth sweep", jumps: "with random jumps" };

const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const kibibytes = (bytes) => (bytes / 1024).toFixed(1);
const times = (number) => `${number.toFixed(2)}`;
const largest = (things, of) => things.reduce((worst, thing) => (of(thing) > of(worst) ? thing : worst));

function goals({ changes, surveys, explored, visits, lighthouse, empty }) {
  const rows = [];
  const goal = (words, measured, isMet) => rows.push([words, measured, isMet ? "met" : "**missed**"]);
  const pagesOf = (things, isOver) => {
    const over = things.filter(isOver).length;
    return over === 0 ? `all ${things.length} pages` : `missed on ${over} of ${things.length} pages`;
  };
  for (const slow of SPEEDS) {
    const speed = slow === 1 ? "at full speed" : "slowed four times";
    for (const way of WAYS) {
      const worst = largest(changes, (page) => ratio(page, slow, way));
      const most = ratio(worst, slow, way);
      goal(
        `A change costs less than one uPlot redraw for each figure in sight, ${WORDS[way]}, ${speed}`,
        `${times(most)} of it at most (${worst.id}); ${pagesOf(changes, (page) => ratio(page, slow, way) >= 1)}`,
        most < 1,
      );
    }
  }
  for (const way of WAYS) {
    const script = ({ at }) => at[1].ours[way].script;
    const worst = largest(changes, script);
    goal(
      `At most ${SCRIPT_LIMIT} ms of a change in scripts, ${WORDS[way]}, at full speed`,
      `${short(script(worst))} ms at most (${worst.id}); ${pagesOf(changes, (page) => script(page) > SCRIPT_LIMIT)}`,
      script(worst) <= SCRIPT_LIMIT,
    );
  }
  const shifting = largest(lighthouse, ({ shift }) => shift);
  goal("Layout shift 0", `${short(shifting.shift)} at most (${shifting.name}); ${pagesOf(lighthouse, ({ shift }) => shift > 0)}`, shifting.shift === 0);
  const lowest = largest(lighthouse, ({ performance }) => -performance);
  goal(
    "Lighthouse’s performance is 100",
    `${lowest.performance} at least (${lowest.name}); ${pagesOf(lighthouse, ({ performance }) => performance < 100)}`,
    lowest.performance === 100,
  );
  for (const slow of SPEEDS) {
    const limit = TASK_LIMIT[slow];
    const speed = slow === 1 ? "at full speed" : "slowed four times";
    const long = (page) => page.at[slow].longest;
    for (const [words, things] of [["while changing", changes], ["while looking for tipping points", surveys]]) {
      const worst = largest(things, long);
      goal(
        `No task above ${limit} ms ${speed}, ${words}`,
        `${short(long(worst))} ms at most (${worst.id}); ${pagesOf(things, (page) => long(page) > limit)}`,
        long(worst) <= limit,
      );
    }
  }
  const last = largest(explored, ({ answered }) => answered);
  goal(
    `What follows from ranges is there ${ANSWER_LIMIT} ms after the reader rests, at full speed`,
    `${short(last.answered)} ms at most (${last.id}); ${pagesOf(explored, ({ answered }) => answered > ANSWER_LIMIT)}`,
    last.answered <= ANSWER_LIMIT,
  );
  const held = largest(explored, ({ longest }) => longest);
  goal(
    `No task above ${TASK_LIMIT[1]} ms at full speed, while that is found and shown`,
    `${short(held.longest)} ms at most (${held.id}); ${pagesOf(explored, ({ longest }) => longest > TASK_LIMIT[1])}`,
    held.longest <= TASK_LIMIT[1],
  );
  const slowest = largest(visits, ({ longest }) => longest);
  goal(
    `No task above ${TASK_LIMIT[4]} ms slowed four times, while a page starts`,
    `${short(slowest.longest)} ms at most (${slowest.name}); ${pagesOf(visits, ({ longest }) => longest > TASK_LIMIT[4])}; an empty page of Yew ${short(empty.longest)} ms`,
    slowest.longest <= TASK_LIMIT[4],
  );
  const heaviest = largest(visits, ({ bytes }) => bytes);
  goal(
    "A first visit of at most 160 KiB",
    `${kibibytes(heaviest.bytes)} KiB at most (${heaviest.name}); ${pagesOf(visits, ({ bytes }) => bytes > VISIT_LIMIT)}`,
    heaviest.bytes <= VISIT_LIMIT,
  );
  const waiting = visits.filter(({ waits, figure }) => waits || !figure);
  goal(
    "The figure is visible without waiting for the program",
    waiting.length ? waiting.map(({ name }) => name).join(", ") : `on all ${visits.length} pages, ${short(Math.min(...visits.map(({ figure, ready }) => ready.median - figure.median)))} ms before the controls work, or earlier`,
    waiting.length === 0,
  );
  return table(["Goal", "Measured", ""], rows);
}

const ratios = ({ changes }) =>
  table(
    ["Page", "Figures in sight", ...SPEEDS.flatMap((slow) => WAYS.map((way) => `uPlot, ${way}${slow === 1 ? "" : ", ÷4"}`)), ...PEERS.slice(1).map((peer) => `${NAMES[peer]}, sweep`)],
    changes.map((page) => [
      page.id,
      inSight(page),
      ...SPEEDS.flatMap((slow) => WAYS.map((way) => times(ratio(page, slow, way)))),
      ...PEERS.slice(1).map((peer) => times(ratio(page, 1, "sweep", peer))),
    ]),
  );

const changed = ({ changes }, slow, way) => {
  const peers = PEERS.filter((peer) => changes.every(({ at }) => at[slow][peer]?.[way]));
  return table(
    ["Page", "Figures in sight", "Ours", ...peers.map((peer) => NAMES[peer]), "of these"],
    changes.map(({ id, at, boxes, drawn }) => [
      id,
      `${inSight({ boxes })} of ${boxes.length}`,
      spread(at[slow].ours[way].main),
      ...peers.map((peer) => spread(at[slow][peer][way].main)),
      `${drawn} ${drawn === 1 ? "figure" : "figures"}, measuring ${short(at[slow].nothing.sweep.main.median)}`,
    ]),
  );
};

const parts = ({ changes }, slow) =>
  table(
    ["Page", ...WAYS.flatMap((way) => ["script", "style", "layout", "rest", "event to frame"].map((part) => `${part}, ${way}`)), "longest task"],
    changes.map(({ id, at }) => [
      id,
      ...WAYS.flatMap((way) => {
        const { main, script, style, layout, wait } = at[slow].ours[way];
        return [script, style, layout, main.median - script - style - layout, wait].map(short);
      }),
      short(at[slow].longest),
    ]),
  );

const modelled = ({ models }, kind) =>
  table(
    ["Model", "wasm ÷ native", "wasm ÷ JavaScript", "native", "wasm", "JavaScript"],
    models.results.map((model) => {
      const { native, wasm, javascript } = model[kind];
      return [
        model.id,
        times(wasm.median / native.median),
        javascript ? times(wasm.median / javascript.median) : "",
        spread(native),
        spread(wasm),
        javascript ? spread(javascript) : "",
      ];
    }),
  );

function visited({ visits, empty, plotly }) {
  const row = ({ name, bytes, paint, largest, figure, ready, longest }) => [
    name,
    times(bytes / empty.bytes),
    kibibytes(bytes),
    spread(paint),
    spread(largest),
    figure ? spread(figure) : "none",
    spread(ready),
    short(longest),
  ];
  return table(
    ["Page", "bytes ÷ empty Yew", "KiB", "first paint", "largest paint", "figure seen", "ready", "longest task"],
    [...visits, empty, plotly].map(row),
  );
}

const judged = ({ lighthouse }) =>
  table(
    ["Page", "Performance", "first paint", "largest paint", "blocking time", "layout shift", "Accessibility", "Best practices"],
    lighthouse.map(({ name, performance, first, largest, blocking, shift, accessibility, practices }) => [
      name, performance, short(first), short(largest), short(blocking), short(shift), accessibility, practices,
    ]),
  );

const surveyed = ({ surveys }) =>
  table(
    ["Page", ...SPEEDS.flatMap((slow) => ["tipping points", "all that waits", "longest task"].map((part) => (slow === 1 ? part : `${part}, ÷4`)))],
    surveys.map(({ id, at }) => [id, ...SPEEDS.flatMap((slow) => [at[slow].tips, at[slow].all, at[slow].longest].map(short))]),
  );

const answers = ({ explored, models }) =>
  table(
    ["Page", "all answers after", "longest task", "1,024 draws natively"],
    explored.map(({ id, answered, longest }) => [
      id, short(answered), short(longest), short(models.results.find((model) => model.id === id).draws.median / 1000),
    ]),
  );

/** The whole page. */
export function report(results, limits) {
  const { machine, models } = results;
  const libraries = Object.entries(machine.libraries).map(([name, version]) => `${name} ${version}`).join(", ");
  return `# What Survives beside its peers

Made by \`cargo xtask bench\` in one run on one machine; do not edit. Times are in milliseconds unless said otherwise: the median and, in brackets, the middle half of all measurements.

${machine.date} · ${machine.processor} · ${machine.system} · ${machine.browser} · Node ${machine.node} · ${machine.rust} · commit ${machine.commit}

${libraries}

## Goals

${goals(results)}

${limits.trim()}

## One change: ours as a part of what a library takes

A change of the headline slider on our page (model, figures, readouts, claims, controls, address) divided by the same change on a page on which a library draws the figures that are in sight on ours, and nothing else. Below 1 ours is faster. “Sweep” goes over the whole slider and back, “jumps” go anywhere, in an order that is the same in each run. “÷4” is with the processor slowed four times.

${ratios(results)}

### The times of a sweep, at full speed

How long the main thread runs for one change, from the \`input\` event at the start of a frame to the end of the frame and whatever it sets off. The libraries draw the curves of the figures in sight, the last column says of how many; maps, diagrams and clouds of dots they do not draw, and where all that is in sight are such, they draw as many others of the page in their place. “Measuring” is the same with nothing drawn.

${changed(results, 1, "sweep")}

### The times of jumps, at full speed

${changed(results, 1, "jumps")}

### The times of a sweep, slowed four times

${changed(results, 4, "sweep")}

### The times of jumps, slowed four times

${changed(results, 4, "jumps")}

### Where our time goes

The same time as the browser divides it: scripts, style, layout and the rest, which is painting and handing over. Then how long a reader waits, by the clock: from the event to the first task after the frame has been drawn. And the longest single task of a further sweep, with tracing. At full speed:

${parts(results, 1)}

Slowed four times:

${parts(results, 4)}

## The models alone

In microseconds. Native code is compiled for speed, wasm for size, as readers get it. The JavaScript versions are written straight from the formulas; ${models.compared} of their numbers agree with \`tests/vectors/\` to nine digits. Of the native times the brackets hold the fastest and the slowest of a hundred.

### \`simulate\` and what is read out of it

${modelled(results, "readouts")}

### The same with the points of all figures, and captions

Ours makes the captions, too; the JavaScript versions make points alone.

${modelled(results, "run")}

## The first visit

With an empty cache, 1.6 Mbit/s, 150 ms there and back, and the processor slowed four times. Bytes are those on the line, headers included, with gzip at level 9. “Figure seen” is the first frame with the first figure in the window; a drawing inside the page is no candidate for the browser's largest paint. Ready is when the controls work.

${visited(results)}

## What Lighthouse says

Of three runs of each page the middle one, as Lighthouse ${results.machine.libraries.lighthouse} comes: a phone, whose processor and line it slows by a model of its own. Times are in milliseconds, marks of 100.

${judged(results)}

## All tipping points

From a change until all tipping points of all claims are known, and until nothing waits any longer, done in slices while the page is idle; and the longest task on the way, the change included.

${surveyed(results)}

## What follows if nothing is sure

Every number has its plausible range, and the high end of the headline one moves by three steps. From that change until all claims, dots, bands and bars are of the new ranges, of which nothing is asked in the first 120 ms; the longest task of the page meanwhile; and how long the draws alone take natively. The models answer in a thread of their own.

${answers(results)}

## How it is measured

- One headless Chromium, a window of 1280 by 900, each page fresh. Changes follow each other, one in each frame, over the whole slider and back (${CHANGES}) or anywhere by chance (${JUMPS}), after 20 to warm up; half as many slowed four times, fewer where they would take longer than 8 seconds. Libraries other than uPlot are swept by ${Math.ceil(CHANGES / 3)}, at full speed alone.
- The libraries get the points that our JavaScript module gives for the same slider values, in pictures of the size of ours, in the form that they like best, prepared before the clock runs: uPlot \`setData\`; Chart.js without animation and parsing, \`update("none")\`; Observable Plot drawn again, as it has no updates; Plotly \`react\`. They draw curves and axes. Ours does more in the same time: it computes the model, and draws words, rules, bands and keys. What is out of sight it leaves until the slider rests, and the libraries are not asked for it, either.
- That each really draws and moves is checked by its pixels at four places of the slider, and the run stops if one does not.
- Times of the main thread are those for which it ran, so that other programs on the machine do not count. They are taken of 15 changes at a time; median and spread are of these.
- “Slowed four times” is the browser's own emulation.
`;
}
