// An embed whose address has a range: in how many cases its claim holds, and the bands over its picture.

/** @import * as types from "./explore.d.ts" */
import { PAUSE_MS, asker, bandsOver, drawnWords, joined, make, ownPairs } from "./answers.js";

/** What the generator has written. @type {(selector: string) => HTMLElement} */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const place = find("[data-explore]");
const meta = find("meta[name=what-survives]");
const picture = find(".picture");
const { explore: simulator = "", query: start = "", figure = "" } = place.dataset;
const ask = asker(`${place.dataset.worker}`);
const bands = bandsOver(picture);
const note = make("p", { class: "drawn" });

/** @type {number | undefined} */
let pause;
let turn = 0;

/** The state that is asked about; it may be said more than once. @type {string | undefined} */
let asked;

/** Forgets what was true of another state, and asks again when the reader rests. */
function follow() {
  const state = meta.dataset.state ?? "";
  if (state === asked) return;
  asked = state;
  clearTimeout(pause);
  turn++;
  show();
  if (state.includes("~")) pause = setTimeout(answer, PAUSE_MS, state);
}

/** @param {string} state */
async function answer(state) {
  const mine = turn;
  const watched = document.documentElement.dataset.watched ?? "";
  try {
    /** @type {types.View} */
    const view = JSON.parse(await ask([simulator, joined([start, ...ownPairs(state)]), "{}", watched]));
    if (mine === turn) show(view);
  } catch (error) {
    console.warn(`What Survives: what follows from the ranges could not be loaded. ${error}`);
  }
}

/** Says what is known: nothing while it is asked. @param {types.View} [view] */
function show(view) {
  // Bands are of the first figure.
  const isFirst = picture.dataset.chart === figure;
  bands.show(view && isFirst ? view.bands : []);
  if (view && isFirst) {
    note.textContent = drawnWords(view.bands);
    find("figure").append(note);
  } else if (!(meta.dataset.state ?? "").includes("~")) {
    note.remove();
  }
  for (const { id, words } of view?.claims ?? []) {
    const claim = find(`[data-claim="${id}"]`);
    // Takes the place of the verdict, which is of what is drawn alone.
    const said = claim.querySelector(".in-hundred") ?? make("span", { class: "in-hundred" });
    said.textContent = `holds in ${words}`;
    find(`[data-verdict-of="${id}"]`).before(said);
  }
  if (!view) for (const said of document.querySelectorAll(".in-hundred")) said.remove();
}

new MutationObserver(follow).observe(meta, { attributeFilter: ["data-state"] });
follow();
