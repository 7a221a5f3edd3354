// <what-survives simulator="waluigi-decay" preset="one-percent" reveal="0.02">fallback</what-survives>
// Shows a figure of What Survives in a frame and keeps the frame's height. What
// stands in the element is shown until the frame answers, and for good if it never does.
/** @import { FromFrame, StateMessage } from "./js/messages.d.ts" */

const root = new URL(".", import.meta.url);
const VERSION = 1;
/** Attributes that say which page is shown, and how; all others are parameters. */
const PAGE = ["simulator", "preset", "figure", "show", "hide", "height"];
const NOT_OURS = /^(id|class|style|slot|title|lang|dir|hidden|theme|role|tabindex|part|is|(data|aria|on).*)$/;
const PATH = /^[a-z0-9-]+\/[a-z0-9-]*$/;

class WhatSurvives extends HTMLElement {
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** The page that is shown, in words. @type {string | undefined} */
  #shown;
  /** The state that was sent last, in words. @type {string | undefined} */
  #sent;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).innerHTML =
        "<style>:host{display:block;position:relative;min-height:480px}" +
        "iframe{border:0;width:100%;height:480px;visibility:hidden;position:absolute;left:0;top:0}" +
        ":host([data-live]){min-height:0}:host([data-live]) iframe{visibility:visible;position:static;display:block}" +
        ":host([data-live]) slot{display:none}</style><slot></slot>";
      new MutationObserver(() => this.#update()).observe(this, { attributes: true });
    }
    addEventListener("message", this);
    this.#update();
  }

  disconnectedCallback() {
    removeEventListener("message", this);
  }

  #update() {
    const get = (/** @type {string} */ name) => this.getAttribute(name) ?? "";
    const path = `${get("simulator")}/${get("preset")}`;
    if (!PATH.test(path)) return;
    const page = PAGE.map(get).join("\n");
    // The state that the attributes describe, as in a link.
    const parameters = [...this.attributes].filter(({ name }) => !PAGE.includes(name) && !NOT_OURS.test(name));
    const query = `${new URLSearchParams(parameters.map(({ name, value }) => [name, value]))}`;
    /** @type {StateMessage} */
    const state = { type: "what-survives:state", version: VERSION, query, theme: get("theme") || "auto" };
    const sent = JSON.stringify(state);
    if (page === this.#shown) {
      // Only when it has changed: the reader may have gone on since.
      if (sent !== this.#sent) this.#frame?.contentWindow?.postMessage(state, "*");
      this.#sent = sent;
      return;
    }
    this.#shown = page;
    this.#sent = sent;
    const address = new URL(`e/${path}/`.replace("//", "/"), root);
    address.search = state.query;
    for (const name of [...PAGE.slice(2), "theme"]) if (get(name)) address.searchParams.set(name, get(name));
    this.#frame?.remove();
    delete this.dataset.live;
    this.#frame = Object.assign(document.createElement("iframe"), {
      title: this.title || `What Survives: ${get("simulator")}`,
      loading: "lazy",
      allow: "clipboard-write",
      sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      src: address,
    });
    this.shadowRoot?.append(this.#frame);
  }

  /** @param {MessageEvent<FromFrame>} message */
  handleEvent({ source, origin, data }) {
    if (!source || source !== this.#frame?.contentWindow) return;
    if ((origin !== "null" && origin !== root.origin) || data?.version !== VERSION) return;
    if (data.type === "what-survives:height" && Number.isFinite(data.height)) {
      this.#frame.style.height = `${Math.min(Math.max(data.height, 120), 2000)}px`;
      this.dataset.live = "";
    }
    if (data.type === "what-survives:change" && typeof data.query === "string" && data.query.length <= 4096) {
      // The state is the frame's to say, the page is not.
      const [simulator, preset] = `${this.#shown}`.split("\n");
      const { query } = data;
      const detail = { simulator, preset, query, parameters: Object.fromEntries(new URLSearchParams(query)) };
      this.dispatchEvent(new CustomEvent("what-survives:change", { detail, bubbles: true }));
    }
  }
}

if (!customElements.get("what-survives")) customElements.define("what-survives", WhatSurvives);
