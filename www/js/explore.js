// The section “Explore”: what follows if the reader is not sure, which assumption matters most, where a claim flips,
// and why two states disagree. The models answer, in a thread of their own; what stands here only draws the answers.

/** @import * as types from "./explore.d.ts" */
import { PAUSE_MS, asker, bandsOver, drawnWords, joined, make, ownPairs } from "./answers.js";

/** What the generator has written. @type {(selector: string, within?: ParentNode) => HTMLElement} */
const find = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));
/** @type {(selector: string) => HTMLElement[]} */
const all = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];

const section = find("[data-explore]");
const meta = find("meta[name=what-survives]");
const { explore: simulator = "", query: start = "" } = section.dataset;
const answerOf = (/** @type {string} */ part) => find(`[data-answer=${part}]`);
const ask = asker(`${section.dataset.worker}`);
const bands = bandsOver(find(".bench .picture"));
const partOf = (/** @type {string} */ part) => /** @type {HTMLDetailsElement} */ (find(`[data-part=${part}]`));

// --- The state, and what is asked of it ---

/** The state of the page as the program says it: values and ranges; what is pinned; the claim that is watched. */
const state = () => {
  const query = meta.dataset.state ?? "";
  const own = ownPairs(query);
  const pin = /(?:^|&)pin=([^&]*)/.exec(query)?.[1];
  const watched = find("[data-chip][aria-current=true]")?.dataset.chip ?? "";
  return {
    parameters: joined([start, ...own]),
    // A pin is a query within the query.
    against: pin === undefined ? undefined : joined([start, decode(pin).replaceAll(":", "=").replaceAll(",", "&")]),
    watched,
    isUnsure: own.some((pair) => pair.includes("~")),
  };
};
/** @param {string} text */
const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The ids of the two axes of the map, once the reader has chosen them. @type {string[] | undefined} */
let axes;

/** @type {number | undefined} */
let pause;
let turn = 0;

/** What the reader has touched last, and which numbers had a range before. @type {HTMLElement | undefined} */
let touched;
/** @type {string[]} */
let ranged = [];
for (const kind of ["change", "click"]) document.addEventListener(kind, ({ target }) => (touched = /** @type {HTMLElement} */ (target)), true);

/** A range that ends because a number was typed, or because the pinned state has none, is not lost in silence. */
function tellLost() {
  const now = ownPairs(meta.dataset.state ?? "").filter((pair) => pair.includes("~")).map((pair) => pair.split("=")[0]);
  const isAside = touched?.matches?.("input.box, [data-key^=Swap]");
  const gone = ranged.filter((id) => !now.includes(id));
  ranged = now;
  for (const said of all(".lost")) said.remove();
  if (!isAside) return;
  for (const id of gone) find(`[data-control="${id}"]`).parentElement?.after(make("p", { class: "note lost", role: "status" }, "This is one number now. Undo brings its range back."));
}

/** Forgets what was true of another state, and asks again when the reader rests. */
function follow() {
  tellLost();
  clearTimeout(pause);
  turn++;
  section.toggleAttribute("data-stale", true);
  bands.show([]);
  pause = setTimeout(answer, PAUSE_MS);
}

async function answer() {
  const mine = turn;
  const { parameters, against, watched, isUnsure } = state();
  /** What is in the part that is open, and no more. */
  const wanted = { map: partOf("map").open ? axes : undefined, against, claim: watched || undefined };
  try {
    /** @type {types.View} */
    let view = JSON.parse(await ask([simulator, parameters, JSON.stringify(wanted), watched]));
    if (mine !== turn) return;
    if (partOf("map").open && !axes) {
      /** The best pair so far. @type {string[] | undefined} */
      let best;
      for (const pair of likelyAxes(view, watched)) {
        const seen = JSON.parse(await ask([simulator, parameters, JSON.stringify({ ...wanted, map: pair }), watched]));
        if (mine !== turn) return;
        if (!best || isTelling(seen)) [best, view] = [pair, seen];
        if (isTelling(seen)) break;
      }
      axes = best;
    }
    show(view, watched, isUnsure);
  } catch (error) {
    if (mine !== turn) return;
    answerOf("spread").replaceChildren(make("p", { role: "status" }, "The answers could not be loaded. Reload the page to try again."));
    console.warn(`${error}`);
  }
  section.toggleAttribute("data-stale", false);
}

/**
 * Pairs of the assumptions that matter most for a claim, the best first.
 * @param {types.View} view @param {string} watched
 */
const likelyAxes = (view, watched) => {
  const { bars } = view.matters.find(({ of }) => of === watched) ?? view.matters[0];
  const ids = bars.map(({ id }) => id).filter(Boolean);
  const others = [...names().options].map(({ value }) => value).filter((id) => !ids.includes(id));
  const likely = [...ids, ...others].slice(0, 4);
  const pairs = likely.flatMap((one, place) => likely.slice(place + 1).map((other) => ({ pair: [one, other], rank: place + likely.indexOf(other) })));
  return pairs.sort((one, other) => one.rank - other.rank).map(({ pair }) => pair);
};

/** Whether a good part of a map holds and a good part fails, and both assumptions matter. @param {types.View} view */
const isTelling = ({ map }) => {
  if (!map) return false;
  const share = map.holds.replaceAll("0", "").length / map.holds.length;
  const rows = new Set(map.holds.match(new RegExp(`.{${map.columns}}`, "g")));
  return share > 0.1 && share < 0.9 && rows.size > 1 && [...rows].some((row) => new Set(row).size > 1);
};

/** The options for a choice of assumptions. */
const names = () => {
  const choice = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  for (const { dataset } of all(".control [data-doubt]")) {
    const label = find(`label[for="control-${dataset.doubt}"]`).textContent ?? "";
    choice.append(make("option", { value: dataset.doubt }, label.trim()));
  }
  return choice;
};

/** @param {types.View} view @param {string} watched @param {boolean} isUnsure */
function show(view, watched, isUnsure) {
  const name = view.claims.find(({ id }) => id === watched)?.name ?? "";
  showDoubt(view, isUnsure);
  showSpread(view, watched, name, isUnsure);
  showMatters(view, watched, name, isUnsure);
  showMap(view, name);
  showAgainst(view);
  if (isUnsure) bands.show(view.bands);
}

/**
 * Puts other parts into a place: what is unfolded there stays so, and what has the focus keeps it.
 * @param {Element} place @param {Element[]} parts
 */
function fill(place, ...parts) {
  const stops = () => /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("summary, select, input, button, a"));
  const unfolded = [...place.querySelectorAll("details")].map(({ open }) => open);
  const held = [...stops()].findIndex((element) => element === document.activeElement);
  place.replaceChildren(...parts);
  for (const [at, details] of place.querySelectorAll("details").entries()) details.open ||= unfolded[at];
  stops()[held]?.focus({ preventScroll: true });
}

// --- What is said beside the claims and the picture ---

/** @param {types.View} view @param {boolean} isUnsure */
function showDoubt(view, isUnsure) {
  const all = find("[data-doubt='']", section);
  all.setAttribute("aria-pressed", `${isUnsure}`);
  all.textContent = isUnsure ? "I am sure of all of it again" : "I am not sure of any of this";
  for (const { id, words } of view.claims) {
    // Takes the place of the verdict, which is of what is drawn alone.
    const chip = find(`[data-chip="${id}"]`);
    const said = chip.querySelector(".in-hundred") ?? make("span", { class: "in-hundred" });
    if (!isUnsure) said.remove();
    else {
      said.replaceChildren(make("span", {}, "holds in "), words);
      chip.querySelector(".verdict")?.before(said);
    }
  }
  const note = document.querySelector(".drawn") ?? make("p", { class: "drawn" });
  if (!isUnsure) return note.remove();
  note.textContent = drawnWords(view.bands);
  if (!note.isConnected) find(".bench figcaption").after(note);
}

// --- What follows, if I am not sure? ---

const DOTS_WIDE = 600;
const COLUMNS = 40;

/** @param {types.View} view @param {string} watched @param {string} name @param {boolean} isUnsure */
function showSpread({ claims, dots }, watched, name, isUnsure) {
  const whose = isUnsure
    ? "Over your ranges:"
    : "You have given no range yet. This is what follows if every number may lie anywhere that a well-informed person would find plausible, or up to where you have put it:";
  const claim = claims.find(({ id }) => id === watched);
  const lead = claim ? [make("p", { class: "found", role: "status" }, make("b", {}, `“${name}” holds in ${claim.words}`), " cases.")] : [];
  const grid = claim ? [hundred(claim.hundred)] : [];
  const list = make("ul", { class: "of-hundred" }, ...claims.map(({ name, words }) => make("li", {}, `${name}: `, make("b", {}, words))));
  fill(answerOf("spread"),
    make("p", {}, whose),
    make("div", { class: "two" }, ...grid, make("div", {}, ...lead, make("p", {}, dots.name.replace(/\.$/, "")), make("p", {}, dots.words))),
    drawDots(dots, name),
    make("details", { class: "asked" }, make("summary", {}, "All claims"), list),
    make("p", { class: "still" }, "Each place between two ends is taken as equally likely, on the scale of the slider, and each number by itself."),
  );
}

/** Ten rows of ten marks, of which so many are full. @param {number} full */
function hundred(full) {
  const marks = Array.from({ length: 100 }, (_, at) =>
    make("circle", { class: at < full ? "full" : "open", cx: 6 + 12 * (at % 10), cy: 6 + 12 * Math.floor(at / 10), r: 4 }));
  return make("svg", { class: "hundred", viewBox: "0 0 120 120", role: "img", "aria-label": `${full} marks of a hundred are full` }, ...marks);
}

/** Fifty dots, stacked where they lie. @param {types.Dots} dots @param {string} name */
function drawDots({ dots, absent }, name) {
  /** @type {Map<number, types.Dot[]>} */
  const columns = new Map();
  for (const dot of dots) {
    const column = dot.at === null ? COLUMNS + 2 : Math.round(dot.at * (COLUMNS - 1));
    columns.set(column, [...(columns.get(column) ?? []), dot]);
  }
  const step = DOTS_WIDE / (COLUMNS + 3);
  // Tall stacks are pressed together, so that the picture is never higher than wide.
  const most = Math.max(...[...columns.values()].map((stack) => stack.length));
  const rise = Math.min(step, 170 / most);
  const height = most * rise + 8;
  const marks = [...columns].flatMap(([column, stack]) =>
    stack.map(({ holds }, at) => make("circle", { class: holds ? "full" : "open", cx: (column + 0.7) * step, cy: height - (at + 0.6) * rise, r: Math.min(step, 16) * 0.38 })));
  const there = dots.filter(({ at }) => at !== null);
  const words = [there[0], there[Math.floor(there.length / 2)], there[there.length - 1]];
  const labels = there.length
    ? words.map((dot, place) =>
        make("text", { x: ((dot.at ?? 0) * (COLUMNS - 1) + 0.7) * step, y: height + 22, "text-anchor": ["start", "middle", "end"][place] }, dot.words))
    : [];
  // The middle one only where it does not run into the others.
  const middle = words[1]?.at ?? 0;
  const isOne = there[0]?.words === there[there.length - 1]?.words;
  const shown = labels.filter((_, place) => (place === 1 ? isOne || (middle > 0.25 && middle < 0.75) : !isOne));
  if (there.length < dots.length) shown.push(make("text", { x: DOTS_WIDE, y: height + 22, "text-anchor": "end" }, absent));
  const axis = make("path", { class: "floor", d: `M0 ${height}H${DOTS_WIDE}` });
  const holding = dots.filter(({ holds }) => holds).length;
  const label = `Fifty dots from ${there[0]?.words ?? absent} to ${dots[dots.length - 1].words}; “${name}” holds at ${holding} of them.`;
  const picture = make("svg", { class: "dots", viewBox: `0 0 ${DOTS_WIDE} ${height + 28}`, role: "img", "aria-label": label }, axis, ...marks, ...shown);
  const key = make("p", { class: "legend" }, make("span", { class: "mark full" }), `“${name}” holds `, make("span", { class: "mark open" }), "it fails. Each dot is one case in fifty: its place says the number, its colour the claim.");
  return make("div", {}, picture, key);
}

// --- Which assumption matters most? ---

let isOfClaim = true;

/** @param {Pick<types.View, "matters" | "still" | "dots">} view @param {string} watched @param {string} name @param {boolean} isUnsure */
function showMatters({ matters, still, dots }, watched, name, isUnsure) {
  const place = answerOf("matters");
  const ofClaim = matters.find(({ of }) => of && of === watched);
  const shown = (isOfClaim && ofClaim) || matters[0];
  const number = dots.name.replace(/\.$/, "");
  const choose = (/** @type {boolean} */ claim, /** @type {string} */ words) => {
    const radio = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (make("input", { type: "radio", name: "matters" })));
    radio.checked = claim === (isOfClaim && !!ofClaim);
    radio.addEventListener("change", () => {
      isOfClaim = claim;
      showMatters({ matters, still, dots }, watched, name, isUnsure);
    });
    return make("label", {}, radio, words);
  };
  const whose = isUnsure ? "Over your ranges." : "If every number may lie anywhere that a well-informed person would find plausible.";
  fill(place,
    make("p", {}, whose),
    make("p", { class: "ways-to-see" }, ...(ofClaim ? [choose(true, `for whether “${name}” holds`)] : []), choose(false, `for “${number}”`)),
    make("p", { class: "found", role: "status" }, shown.words),
    drawBars(shown.bars),
    ...(still.length ? [make("p", { class: "still" }, `These move nothing here: ${still.join(" · ")}.`)] : []),
  );
}

/** Bars from the middle where some are negative, else from the left. @param {types.Bar[]} bars */
function drawBars(bars) {
  const isSigned = bars.some(({ share }) => share < 0);
  const shown = bars.filter(({ share }) => Math.abs(share) >= 0.005);
  return make("ul", { class: "bars" }, ...shown.map(({ id, label, share, words }) => {
    const wide = Math.abs(share) * (isSigned ? 50 : 100);
    const x = isSigned ? (share < 0 ? 50 - wide : 50) : 0;
    const bar = make("rect", { x, y: 0, width: Math.max(wide, 0.3), height: 10, class: id ? "" : "rest" });
    const picture = make("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, bar);
    return make("li", {}, make("span", {}, label), picture, make("b", {}, words));
  }));
}

// --- Where does it flip? ---

/** The slider of a parameter. @param {string} id */
const sliderOf = (id) => /** @type {HTMLInputElement} */ (find(`input[type=range][name="${id}"]`));
/** Moves a parameter as if the reader had. @param {string} id @param {number} fraction */
const moveTo = (id, fraction) => {
  const slider = sliderOf(id);
  slider.value = `${+slider.min + fraction * (+slider.max - +slider.min)}`;
  for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
};

/**
 * The numbers beside the map. Where the claim flips and where the reader is, that number stands out; others stand where
 * they do not run into it or into each other.
 * @param {"left" | "top"} side @param {types.Axis} axis @param {number} here @param {(share: number) => number} place
 */
const scale = (side, { ticks, flips, now }, here, place) => {
  // A letter as a part of the scale, with what stands above the map and beside it left out of its width.
  const letter = 7.5 / (Math.min(answerOf("map").clientWidth, 580) - 100);
  const isClear = (/** @type {[number, string][]} */ others) => (/** @type {[number, string]} */ [at, words]) =>
    others.every(([other, said]) => Math.abs(other - at) > (side === "left" ? (2 + words.length + said.length) / 2 * letter : 0.07));
  const own = /** @type {[number, string][]} */ ([[here, now[1]]]).filter(isClear(flips));
  /** @type {[number, string][]} */
  const others = [];
  for (const tick of ticks) if (isClear([...flips, ...own, ...others])(tick)) others.push(tick);
  const write = (/** @type {string} */ tag) => (/** @type {[number, string]} */ [at, words]) => {
    const label = make(tag, {}, words);
    label.style[side] = `${place(at)}%`;
    return label;
  };
  return make("div", { class: side, "aria-hidden": "true" }, ...others.map(write("span")), ...own.map(write("i")), ...flips.map(write("b")));
};

/** Points in the order in which they lie around a middle, so that their outline does not cross itself. @param {[number, number][]} points @param {number} x @param {number} y */
const around = (points, x, y) => {
  const turn = (/** @type {[number, number]} */ point) => Math.atan2(point[1] - y, point[0] - x);
  return points.sort((one, other) => turn(one) - turn(other));
};

/**
 * Where it holds, as areas: between four positions that do not all agree only up to the border.
 * @param {NonNullable<types.View["map"]>} map
 */
function areaOf({ holds, columns, border }) {
  const [across, up] = [columns - 1, holds.length / columns - 1];
  /** @type {Map<number, [number, number][]>} */
  const crossings = new Map();
  for (const [a, b, c, d] of border) {
    const square = Math.floor(((b + d) / 2) * up) * columns + Math.floor(((a + c) / 2) * across);
    crossings.set(square, [...(crossings.get(square) ?? []), [a, b], [c, d]]);
  }
  /** @type {[number, number][][]} */
  const areas = [];
  for (let row = 0; row < up; row++) {
    /** What holds as a whole up to here, in one piece. @type {[number, number][] | undefined} */
    let run;
    for (let column = 0; column < across; column++) {
      const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].filter(([x, y]) => holds[(row + y) * columns + column + x] === "1");
      const points = corners.map(([x, y]) => /** @type {[number, number]} */ ([(column + x) / across, (row + y) / up]));
      if (corners.length === 4 && run) {
        [run[1][0], run[2][0]] = [points[1][0], points[2][0]];
        continue;
      }
      run = corners.length === 4 ? points : undefined;
      if (corners.length) areas.push(run ?? around([...points, ...(crossings.get(row * columns + column) ?? [])], (column + 0.5) / across, (row + 0.5) / up));
    }
  }
  return areas;
}

/** @param {types.View} view @param {string} name */
function showMap({ map }, name) {
  if (!map) return;
  const place = answerOf("map");
  const [choiceX, choiceY] = [map.x, map.y].map((axis, which) => {
    const choice = names();
    choice.value = axis.id;
    choice.addEventListener("change", () => {
      const other = [map.x, map.y][1 - which].id;
      // The same twice would be no map: the two change places.
      axes = which ? [choice.value === other ? map.y.id : other, choice.value] : [choice.value, choice.value === other ? map.x.id : other];
      follow();
    });
    return make("label", { class: which ? "up" : "across" }, which ? "Upward ↑ " : "Across → ", choice);
  });
  const across = (/** @type {number} */ share) => share * 100;
  const up = (/** @type {number} */ share) => 75 - share * 75;
  const at = (/** @type {number} */ x, /** @type {number} */ y) => `${across(x).toFixed(2)} ${up(y).toFixed(2)}`;
  const border = map.border.map(([a, b, c, d]) => `M${at(a, b)}L${at(c, d)}`).join("");
  const [x, y] = map.here;
  // Diamonds, so that nobody takes one for a place of the reader's own.
  const spots = map.positions.map(({ name, at: [x, y], same }) =>
    make("path", { class: same ? "position same" : "position", d: `M${across(x)} ${up(y) - 1.7}l1.7 1.7l-1.7 1.7l-1.7 -1.7z` }, make("title", {}, name)));
  const pinned = map.pinned ? [make("circle", { class: "pinned", cx: across(map.pinned[0]), cy: up(map.pinned[1]), r: 2.6 })] : [];
  const [[left, right], [bottom, top]] = map.ranges.map((ends) => ends ?? [0, 1]);
  const unsure = map.ranges.some(Boolean)
    ? [make("rect", { class: "unsure", x: across(left), y: up(top), width: across(right) - across(left), height: up(bottom) - up(top) })]
    : [];
  const turn = (/** @type {number} */ x, /** @type {number} */ y) => make("circle", { class: "turn", cx: across(x), cy: up(y), r: 1 });
  const turns = [...map.x.flips.map(([at]) => turn(at, y)), ...map.y.flips.map(([at]) => turn(x, at))];
  const picture = make("svg", { class: "flips", viewBox: "0 0 100 75", role: "img", "aria-label": `Where “${name}” holds. ${map.words}` },
    make("path", { class: "holds", d: areaOf(map).map((corners) => `M${corners.map(([x, y]) => at(x, y)).join("L")}Z`).join("") }),
    make("path", { class: "border", d: border }), make("path", { class: "cross", d: `M${at(0, y)}H100M${at(x, 1)}V75` }), ...unsure, ...spots, ...turns, ...pinned, make("circle", { class: "here", cx: across(x), cy: up(y), r: 1.7 }));
  picture.addEventListener("click", (event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const within = (/** @type {number} */ share) => Math.min(Math.max(share, 0), 1);
    moveTo(map.x.id, within((event.clientX - left) / width));
    moveTo(map.y.id, within(1 - (event.clientY - top) / height));
  });
  const sliders = [map.x, map.y].map((axis, which) => {
    const real = sliderOf(axis.id);
    const slider = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (make("input", { type: "range", min: 0, max: 1, step: 0.01 })));
    slider.value = `${map.here[which]}`;
    slider.setAttribute("aria-valuetext", `${real.getAttribute("aria-valuetext")}`);
    slider.addEventListener("change", () => moveTo(axis.id, +slider.value));
    return make("label", {}, axis.label, ": ", make("b", {}, axis.now[0]), slider, make("small", {}, make("span", {}, axis.ends[0]), make("span", {}, axis.ends[1])));
  });
  const key = (/** @type {string} */ mark, /** @type {string} */ words) => make("span", { class: "named" }, make("span", { class: mark }), words);
  fill(place,
    make("p", { class: "found", role: "status" }, `“${name}”: ${map.words}`),
    make("div", { class: "scaled" }, choiceY, scale("top", map.y, y, (at) => up(at) / 0.75), picture, scale("left", map.x, x, across), choiceX),
    make("p", { class: "legend" },
      key("swatch", "it holds"), key("swatch fails", "it fails"), key("mark full", "you are here; a click goes there"),
      ...(map.pinned ? [key("mark ring", `the other side: with all of its numbers it ${map.pinned_holds ? "holds" : "fails"}`)] : []),
      ...(unsure.length ? [key("swatch unsure", "your ranges; where you are stays within them")] : []),
      key("mark position", "positions of this page, filled where all else is as you have it")),
    make("p", {}, "The map moves two numbers, one at a time where it is bold. Others can flip the claim, too: press its name, above, for all."),
    make("div", { class: "axes" }, ...sliders),
  );
}

// --- Why do we disagree? ---

/** Stands behind the address for what a pin cannot say: that the link which was pasted had ranges. */
const UNSURE = "#explore-against-unsure";
/** The state that the page came with to compare with. @type {string | undefined} */
let arrived;

const OPEN = `${location.pathname} explore`;

/** Goes to this page with another state pinned, so that the link has both. @param {string} query */
function compareWith(query) {
  const pin = joined(ownPairs(query.replace(/^\?/, "")));
  const own = (meta.dataset.state ?? "").split("&").filter((pair) => pair && !pair.startsWith("pin="));
  const pinned = pin.replaceAll("%", "%25").replaceAll("=", ":").replaceAll("&", ",");
  try {
    // What is open stays open.
    sessionStorage.setItem(OPEN, all("[data-part][open]").map(({ dataset }) => dataset.part).join());
  } catch {
    // Then it does not.
  }
  location.assign(`${location.pathname}?${[...own, `pin=${pinned}`].join("&")}${pin.includes("~") ? UNSURE : "#explore-against"}`);
}

/** What differs, side by side; narrow columns break numbers from their units. @param {NonNullable<types.View["against"]>} against */
const changed = ({ changes, other }) => {
  const row = (/** @type {"td" | "th"} */ cell, /** @type {string[]} */ words) => make("tr", {}, ...words.map((said) => make(cell, {}, said.replaceAll("\u00a0", " "))));
  return make("table", { class: "changed" }, row("th", ["what differs", other, "you"]), ...changes.map((words) => row("td", words)));
};

/** The ways to another side, made once: what stands in them stays while the answers change. @type {Element[] | undefined} */
let ways;

/** One position or one link, and what is said of that. @param {[string, string][]} known */
function waysToCompare(known) {
  const positions = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  positions.append(make("option", {}, "…"), ...known.map(([name, query]) => make("option", { value: query }, name)));
  const field = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (make("input", { type: "text", class: "link", inputmode: "url", autocomplete: "off" })));
  const said = make("p", { role: "status" });
  // Arrow keys go through the positions one by one, so choosing one does not yet lead away.
  positions.addEventListener("change", () => (field.value = ""));
  field.addEventListener("input", () => (positions.selectedIndex = 0));
  const form = make("form", { class: "axes" },
    make("label", {}, "A position of this page ", positions),
    make("label", {}, "A link to this page that somebody sent you ", field),
    make("button", { type: "submit", class: "chip" }, "Compare"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const [address, query = ""] = text.split("#")[0].split(/\?(.*)/s);
    if (positions.selectedIndex > 0) return compareWith(positions.value);
    if (!text) return field.focus();
    if (address && !address.includes(`${simulator}`)) {
      said.textContent = "That is no link to this page: paste one that somebody shared from here.";
      return;
    }
    compareWith(query);
  });
  return [form, said];
}

/** @param {types.View} view */
function showAgainst({ against, positions }) {
  const place = answerOf("against");
  if (place.contains(document.activeElement) && !against) return;
  ways ??= waysToCompare(positions);
  const intro = make("p", {}, "Pin what you see with “Pin to compare”, change something, and look here. Or compare what you see with one of these:");
  if (!against) return fill(place, intro, ...ways);
  const pin = state().against;
  const [headline, ...claims] = against.shares.map(({ name, words, bars }) =>
    make("div", {}, make("h3", {}, name), make("p", {}, words), ...(bars.length ? [drawBars(bars)] : [])));
  const pulls = claims.length ? [make("details", { class: "asked" }, make("summary", {}, "How much each number pulls, claim by claim"), ...claims)] : [];
  fill(place,
    make("p", { class: "found", role: "status" }, against.words[0]),
    ...(location.hash === UNSURE && pin === (arrived ?? pin) ? [make("p", {}, "What you compare with was unsure of some numbers: it is compared by the values that it draws.")] : []),
    ...against.words.slice(1).map((words) => make("p", {}, words)),
    ...(against.changes.length ? [changed(against)] : []),
    ...(headline ? [headline] : []), ...pulls, make("p", {}, "Compare with another:"), ...ways);
  partOf("against").open = true;
  if (arrived === undefined && location.hash === UNSURE) partOf("against").scrollIntoView();
  arrived ??= pin;
}

// --- When ---

try {
  for (const part of (sessionStorage.getItem(OPEN) ?? "").split(",").filter(Boolean)) partOf(part).open = true;
  sessionStorage.removeItem(OPEN);
} catch {
  // A page without a memory begins anew.
}

new MutationObserver(follow).observe(meta, { attributeFilter: ["data-state"] });
for (const chips of all("[data-claims]")) {
  new MutationObserver((changes) => {
    // The choice of the claim is a state of its own, also where the link does not say it.
    if (changes.some(({ target, oldValue }) => /** @type {HTMLElement} */ (target).getAttribute("aria-current") !== oldValue)) {
      axes = undefined;
      follow();
    }
  }).observe(chips, { attributeFilter: ["aria-current"], attributeOldValue: true, subtree: true });
}
partOf("map").addEventListener("toggle", () => partOf("map").open && !answerOf("map").childElementCount && follow());
follow();
