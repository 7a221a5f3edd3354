// <what-survives simulator="waluigi-decay" preset="one-percent" reveal="0.02">fallback</what-survives>
// Shows a figure of What Survives in a frame and keeps the frame's height. What
// stands in the element is shown until the frame answers, and for good if it never does.
//
// <what-value readout="suspicion_known">0.0043 %</what-value>
// Says in a sentence what the figure before it shows: a readout, a claim, or a
// parameter, which can be dragged. It says what stands in it until the figure answers.
/** @import { Values } from "./embed.d.ts" */
/** @import { FromFrame, Kind, SetMessage, StateMessage } from "./js/messages.d.ts" */

/** The address of the site, which the generator writes here where it knows it: bundlers move this file. */
const HOME = "";
const root = new URL(HOME || ".", import.meta.url);
const VERSION = 1;
/** Attributes that say which page is shown, and how. */
const PAGE = ["simulator", "preset", "figure", "show", "hide", "height", "claim", "guess"];
const PATH = /^[a-z0-9-]+\/[a-z0-9-]*$/;

/** What frames have said of their simulators: the names of parameters. All other attributes are not for us. @type {Map<string, Record<string, Kind>>} */
const known = new Map();
/** The states of figures that were taken away: frameworks make them anew. @type {Map<string, URLSearchParams>} */
const left = new Map();
/** @type {Set<WhatValue>} */
const sentences = new Set();

/** Servers that draw pages read this file, too, and have no elements. @type {typeof HTMLElement} */
const Element = globalThis.HTMLElement ?? Object;

class WhatSurvives extends Element {
  /** What the figure shows, in words, when it has said so. @type {Values | undefined} */
  values;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** The page that is shown, in words. @type {string | undefined} */
  #shown;
  /** The parameters that the attributes name, as they were read last. @type {Record<string, string>} */
  #asked = {};
  /** What should be shown: what the attributes ask for, and what the reader has done since. */
  #state = new URLSearchParams();
  #theme = "";
  #isWanted = false;
  #isNew = true;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).innerHTML =
        "<style>:host{display:block;position:relative;min-height:480px}" +
        "iframe{border:0;width:100%;height:480px;visibility:hidden;position:absolute;left:0;top:0}" +
        ":host([data-live]){min-height:0}:host([data-live]) iframe{visibility:visible;position:static;display:block}" +
        ":host([data-live]) slot{display:none}</style><slot></slot>";
      new MutationObserver(() => this.#update()).observe(this, { attributes: true });
    }
    for (const kind of ["message", "beforeprint"]) addEventListener(kind, this);
    left.delete(this.#key());
    this.#update();
    // Whose figure it is may have been found out too early.
    for (const sentence of sentences) sentence.look();
  }

  disconnectedCallback() {
    for (const kind of ["message", "beforeprint"]) removeEventListener(kind, this);
    left.set(this.#key(), this.#state);
  }

  // A frame that is moved like this is not loaded again.
  connectedMoveCallback() {}

  /** @param {string} name */
  #get(name) {
    return this.getAttribute(name) ?? "";
  }

  /** What it is known by if it is made anew. */
  #key() {
    return JSON.stringify([location.pathname, this.id, this.#shown, this.#asked]);
  }

  /** The parameters that the attributes name, and the claim, which is part of a state. */
  #parameters() {
    /** @type {Record<string, string>} */
    const parameters = this.#get("claim") ? { claim: this.#get("claim") } : {};
    for (const [name, kind] of Object.entries(known.get(this.#get("simulator")) ?? {})) {
      const value = this.getAttribute(name.toLowerCase());
      // Without a value a flag is on, and another parameter is not set.
      if (value?.trim()) parameters[name] = kind === "flag" && value === name ? "on" : value;
      else if (value !== null && kind === "flag") parameters[name] = "on";
    }
    return parameters;
  }

  /** @param {boolean} [isAsked] Whether the frame wants to be told in any case. */
  #update(isAsked) {
    const path = `${this.#get("simulator")}/${this.#get("preset")}`;
    if (!PATH.test(path)) return;
    const page = PAGE.map((name) => this.#get(name)).join("\n");
    const parameters = this.#parameters();
    if (page === this.#shown) {
      // Only what has changed: the reader may have gone on since.
      const changed = [...new Set(Object.keys({ ...parameters, ...this.#asked }))].filter((name) => parameters[name] !== this.#asked[name]);
      for (const name of changed) {
        if (name in parameters) this.#state.set(name, parameters[name]);
        else this.#state.delete(name);
      }
      this.#asked = parameters;
      // Now that it is known what the attributes mean: whether it is another's successor.
      const former = isAsked && this.#isNew && left.get(this.#key());
      if (former) {
        this.#state = former;
        left.delete(this.#key());
      }
      if (isAsked) this.#isNew = false;
      if (isAsked || changed.length || this.#theme !== this.#get("theme")) this.#send();
      return;
    }
    this.#shown = page;
    this.#asked = parameters;
    this.#state = new URLSearchParams(parameters);
    const address = new URL(`e/${path}/`.replace("//", "/"), root);
    address.search = this.#query();
    for (const name of [...PAGE.slice(2), "theme"]) if (this.#get(name)) address.searchParams.set(name, this.#get(name));
    this.#frame?.remove();
    delete this.dataset.live;
    this.#frame = Object.assign(document.createElement("iframe"), {
      title: this.title || `What Survives: ${this.#get("simulator")}`,
      loading: this.#isWanted ? "eager" : "lazy",
      allow: "clipboard-write",
      sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      src: address,
    });
    this.shadowRoot?.append(this.#frame);
  }

  #query() {
    return `${this.#state}`.replaceAll("%7E", "~");
  }

  /** @param {StateMessage | SetMessage} message */
  #tell(message) {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  #send() {
    this.#theme = this.#get("theme");
    this.#tell({ type: "what-survives:state", version: VERSION, query: this.#query(), theme: this.#theme || "auto", start: this.#isWanted });
  }

  /** For sentences: somebody reads what the figure says, which may be out of sight. */
  want() {
    if (this.#isWanted) return;
    this.#isWanted = true;
    if (this.#frame) this.#frame.loading = "eager";
    this.#send();
  }

  /** For sentences: moves a slider. @param {string} parameter @param {{ steps?: number, place?: number }} to */
  move(parameter, to) {
    this.#tell({ type: "what-survives:set", version: VERSION, parameter, ...to });
  }

  /** @param {MessageEvent<FromFrame>} message */
  handleEvent({ type, source, origin, data }) {
    if (type === "beforeprint") return this.want();
    if (!source || source !== this.#frame?.contentWindow) return;
    if ((origin !== "null" && origin !== root.origin) || data?.version !== VERSION) return;
    if (data.type === "what-survives:height" && Number.isFinite(data.height)) {
      this.#frame.style.height = `${Math.min(Math.max(data.height, 120), 2000)}px`;
      this.dataset.live = "";
    }
    if (data.type === "what-survives:change" && typeof data.query === "string" && data.query.length <= 4096) {
      // The state is the frame's to say, the page is not.
      const [simulator, preset] = `${this.#shown}`.split("\n");
      const { query, by, values, names } = data;
      if (names && typeof names === "object") {
        // It has been loaded, for the first time or again, and knows of nothing but its address.
        known.set(simulator, names);
        this.#update(true);
        if (this.#query() !== query) return;
      } else this.#state = new URLSearchParams(query);
      // As long as there are no new ones, the old ones stand.
      if (values) this.values = values;
      for (const sentence of sentences) if (sentence.figure === this) sentence.show();
      const detail = { simulator, preset, query, parameters: Object.fromEntries(new URLSearchParams(query)), ...(by && { by, values }) };
      this.dispatchEvent(new CustomEvent("what-survives:change", { detail, bubbles: true }));
    }
  }
}

/** How many pixels a number is dragged from one end to the other. */
const PIXELS = 300;
/** @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -1e9, End: 1e9 };
const seen = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) /** @type {WhatValue} */ (target).figure?.want();
});

class WhatValue extends Element {
  static observedAttributes = ["for", "parameter", "readout", "claim", "aria-label"];
  /** Where on its slider a number stands. @type {number | undefined} */
  #place;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).innerHTML =
        "<style>[role]{font-weight:bolder;color:var(--what-number-color,inherit);cursor:ew-resize;touch-action:pan-y;user-select:none;-webkit-user-select:none;" +
        "white-space:nowrap;text-decoration:underline 2px dotted var(--what-number-line,currentColor);text-underline-offset:.25em}</style><span><slot></slot></span>";
      this.#listen();
    }
    sentences.add(this);
    this.look();
    this.show();
  }

  /** Has the figure told if it is in sight. */
  look() {
    seen.unobserve(this);
    seen.observe(this);
  }

  disconnectedCallback() {
    sentences.delete(this);
    seen.unobserve(this);
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.show();
  }

  /** The figure it is of: the one that it names, or the nearest before it, or the first. @returns {WhatSurvives | undefined} */
  get figure() {
    const scope = /** @type {Document} */ (this.getRootNode());
    const id = this.getAttribute("for");
    const named = id ? [scope.getElementById(id)] : scope.querySelectorAll("what-survives");
    let nearest;
    for (const figure of named) {
      if (nearest && !(figure && figure.compareDocumentPosition(this) & 4)) break;
      nearest = figure;
    }
    return nearest instanceof WhatSurvives ? nearest : undefined;
  }

  /** Says what the figure shows, once that is known. */
  show() {
    const values = this.figure?.values;
    const [parameter, readout, claim] = ["parameter", "readout", "claim"].map((name) => this.getAttribute(name) ?? "");
    const number = values?.parameters?.[parameter];
    const { verdict, holds_in } = values?.claims?.[claim] ?? {};
    const text = number?.text ?? values?.readouts?.[readout] ?? (typeof holds_in === "string" ? `holds in ${holds_in}` : verdict);
    if (typeof text !== "string" || !text) return;
    if (this.textContent !== text) this.replaceChildren(text);
    this.#place = Number.isFinite(number?.place) ? number?.place : undefined;
    const part = this.#part();
    /** @type {Record<string, string | undefined>} */
    const slider = { part: "value" };
    if (this.#place !== undefined) {
      Object.assign(slider, {
        part: "number", role: "slider", tabindex: "0", "aria-label": this.getAttribute("aria-label") ?? (typeof number?.name === "string" ? number.name : parameter),
        "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": `${Math.round(100 * this.#place)}`, "aria-valuetext": text,
      });
    }
    for (const { name } of [...part.attributes]) if (!(name in slider)) part.removeAttribute(name);
    for (const [name, value] of Object.entries(slider)) part.setAttribute(name, `${value}`);
  }

  #part() {
    return /** @type {HTMLElement} */ (this.shadowRoot?.lastElementChild);
  }

  #listen() {
    const part = this.#part();
    const move = (/** @type {{ steps?: number, place?: number }} */ to) => this.figure?.move(`${this.getAttribute("parameter")}`, to);
    /** Where a drag began. @type {{ x: number, place: number } | undefined} */
    let from;
    part.addEventListener("keydown", (event) => {
      const steps = KEYS[event.key];
      if (!steps || this.#place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      move({ steps });
    });
    part.addEventListener("pointerdown", (event) => {
      if (event.button || this.#place === undefined) return;
      from = { x: event.clientX, place: this.#place };
      part.setPointerCapture(event.pointerId);
      part.focus();
      event.preventDefault(); // or the sentence would be selected
    });
    part.addEventListener("pointermove", (event) => {
      if (from) move({ place: from.place + (event.clientX - from.x) / PIXELS });
    });
    part.addEventListener("pointerup", () => (from = undefined));
    // A swipe that turns out to scroll the page.
    part.addEventListener("pointercancel", () => {
      if (from) move({ place: from.place });
      from = undefined;
    });
  }
}

for (const [name, element] of /** @type {const} */ ([["what-survives", WhatSurvives], ["what-value", WhatValue]])) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}
