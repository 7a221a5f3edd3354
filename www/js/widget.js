// What Survives in a notebook, for anywidget: Jupyter, marimo, Colab, VS Code.
//
//   class WhatSurvives(anywidget.AnyWidget):
//       _esm = "https://HOST/what-survives/widget.js"
//       simulator = traitlets.Unicode("waluigi-decay").tag(sync=True)
//       preset = traitlets.Unicode("").tag(sync=True)
//       parameters = traitlets.Dict().tag(sync=True)
//       readouts = traitlets.Dict().tag(sync=True)
//
// It shows the site's embed. What the reader moves there becomes `parameters`, what the
// notebook sets is shown, and the results of either are `readouts`, as numbers, from the
// models that are in this file. Where the site cannot be reached, there is the picture
// that the models draw, and it follows the notebook.
/** @import { Model, Traits } from "./widget.d.ts" */
import { figure, list, simulate, site } from "./module.js";

/** What the embed is told besides its state. */
const LOOKS = /** @type {const} */ (["figure", "show", "hide", "claim", "height", "theme"]);
/** How long the reader must rest before the element is told what they did. */
const REST_MS = 500;
/** How long a state of the notebook may take to be shown before the frame is believed again. */
const PATIENCE_MS = 2000;

const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) === JSON.stringify(other);
/** A value as an attribute and a link have it. @param {unknown} value */
const words = (value) => (typeof value === "boolean" ? (value ? "on" : "off") : `${value}`);

/**
 * A state as the end of a link, with what its preset sets. Later numbers win.
 * @param {string} id @param {string} preset @param {string} query
 */
const whole = (id, preset, query) => {
  const presets = list().find((simulator) => simulator.id === id)?.presets ?? [];
  return [presets.find((known) => known.id === preset)?.query, query].filter(Boolean).join("&");
};

/** What a simulator says of a state; nothing where there is no such simulator. @param {string} id @param {string} state */
const answer = (id, state) => {
  try {
    return simulate(id, state);
  } catch {
    return undefined;
  }
};

/** @param {{ model: Model, el: HTMLElement }} context */
function render({ model, el }) {
  const element = document.createElement("what-survives");
  const picture = Object.assign(new Image(), { style: "max-width: 100%; background: white" });
  element.append(picture);
  el.append(element);
  /** The names of the attributes that are parameters. @type {string[]} */
  let given = [];
  /** Whether what changes comes from the frame. */
  let isFrames = false;
  /** What the notebook has set and the frame does not show yet. @type {unknown} */
  let wanted;
  /** The last that the frame has said meanwhile. @type {Event | undefined} */
  let passedOver;
  /** @type {number | undefined} */
  let patience;
  /** @type {number | undefined} */
  let rest;

  /** @type {(name: keyof Traits) => string} */
  const trait = (name) => model.get(name) ?? "";
  const parameters = () => /** @type {Record<string, unknown>} */ (model.get("parameters") ?? {});
  const state = () => {
    const pairs = Object.entries(parameters()).map(([name, value]) => [name, words(value)]);
    return whole(trait("simulator"), trait("preset"), `${new URLSearchParams(pairs)}`);
  };
  /** Sets what the notebook's side has, and what is new to it. @param {keyof Traits} name @param {unknown} value */
  const tell = (name, value) => {
    const before = model.get(name);
    if (before === undefined || same(before, value)) return;
    model.set(name, value);
    model.save_changes();
  };

  /** Tells the element what the notebook wants. */
  const ask = () => {
    clearTimeout(rest);
    const wishes = [.../** @type {const} */ (["simulator", "preset"]), ...LOOKS];
    for (const name of wishes) {
      if (trait(name)) element.setAttribute(name, trait(name));
      else element.removeAttribute(name);
    }
    const now = Object.entries(parameters());
    for (const name of given) if (!(name in parameters())) element.removeAttribute(name);
    for (const [name, value] of now) element.setAttribute(name, words(value));
    given = now.map(([name]) => name);
  };

  /** Tells the notebook what follows, and draws it where there is no frame to do so. */
  const say = () => {
    const run = answer(trait("simulator"), state());
    if (!run) return;
    tell("readouts", Object.fromEntries(run.readouts.map(({ id, value }) => [id, value])));
    tell("claims", Object.fromEntries(run.claims.map(({ id, holds }) => [id, holds])));
    if ("live" in element.dataset) return;
    const shown = run.figures.find(({ id }) => id === trait("figure")) ?? run.figures[0];
    picture.src = `data:image/svg+xml,${encodeURIComponent(figure(run.simulator, shown.id, state()))}`;
    picture.alt = list().find(({ id }) => id === run.simulator)?.question ?? "";
  };

  const follow = () => {
    if (isFrames) return;
    ask();
    say();
    // A frame that is not there yet opens with it.
    if (!("live" in element.dataset)) return;
    wanted = answer(trait("simulator"), state())?.parameters;
    passedOver = undefined;
    clearTimeout(patience);
    patience = setTimeout(() => {
      wanted = undefined;
      if (passedOver) hear(passedOver);
    }, PATIENCE_MS);
  };

  const hear = (/** @type {Event} */ event) => {
    const { detail } = /** @type {CustomEvent<{ query: string, parameters: Record<string, string> }>} */ (event);
    const run = answer(trait("simulator"), whole(trait("simulator"), trait("preset"), detail.query));
    if (!run) return;
    // What the notebook has set since is on its way, and this is from before. If not, it counts later.
    if (wanted && !same(run.parameters, wanted)) {
      passedOver = event;
      return;
    }
    passedOver = undefined;
    wanted = undefined;
    const moved = Object.keys(detail.parameters).filter((name) => name in run.parameters);
    const names = [...new Set([...Object.keys(parameters()), ...moved])];
    const value = (/** @type {string} */ name) =>
      detail.parameters[name]?.includes("~") ? detail.parameters[name] : run.parameters[name];
    isFrames = true;
    tell("parameters", Object.fromEntries(names.filter((name) => name in run.parameters).map((name) => [name, value(name)])));
    isFrames = false;
    say();
    // While the reader moves on, the element must not send them back.
    clearTimeout(rest);
    rest = setTimeout(ask, REST_MS);
  };

  const changes = ["simulator", "preset", "parameters", ...LOOKS].map((name) => `change:${name}`);
  for (const change of changes) model.on(change, follow);
  element.addEventListener("what-survives:change", hear);
  ask();
  say();
  // Where it cannot be had, the picture stays.
  if (site) import(/* @vite-ignore */ `${site}embed.js`).catch(() => {});
  return () => {
    for (const change of changes) model.off(change, follow);
    for (const timer of [patience, rest]) clearTimeout(timer);
    element.remove();
  };
}

export default { render };
