// The script of an embed page. It obeys the address (theme, height, figure,
// controls, claim), fetches the program when somebody is likely to want it, and
// talks with the page around the frame. It runs before the first paint, so that
// the theme is right from the start.
/** @import { ForeignHeight, FromFrame, ToFrame } from "./messages.d.ts" */

(() => {
  const OWN_KEYS = ["figure", "show", "hide", "theme", "height", "guess"];
  const VERSION = 1;
  const LONGEST_QUERY = 4096;
  const page = document.documentElement;
  delete page.dataset.ready; // or a saved copy would say that it has its program
  // Where somebody has escaped the address once too often.
  const search = location.search.replace(/&(amp;)+/gi, "&");
  const asked = new URLSearchParams(search);
  const list = (/** @type {string} */ key) => (asked.get(key) ?? "").split(",").filter(Boolean);
  /** @type {(selector: string) => HTMLElement} what is in the page, or should be */
  const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

  const setTheme = (/** @type {string | null} */ theme) => {
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
    else delete page.dataset.theme;
  };
  const fitting = () => (innerHeight < 420 ? "compact" : innerHeight < 560 ? "normal" : "full");
  const height = asked.get("height") ?? "";
  page.dataset.height = ["compact", "normal", "full"].includes(height) ? height : innerHeight ? fitting() : "normal";
  setTheme(asked.get("theme"));

  // The state is what the program says in the page's <meta>; until there is a
  // program, what the address or the page around asks for. The program is told
  // what else the address holds, which it keeps there.
  const isOwn = (/** @type {string} */ pair) => OWN_KEYS.includes(pair.split("=")[0]);
  const pairsOf = (/** @type {string} */ query) => query.replace(/^\?/, "").split("&").filter(Boolean);
  const stateOf = (/** @type {string} */ query) => pairsOf(query).filter((pair) => !isOwn(pair)).join("&");
  const keep = pairsOf(search).filter(isOwn).join("&");
  let state = stateOf(search);
  const place = () => /** @type {HTMLMetaElement} */ (find("meta[name=what-survives]"));
  const ask = () => Object.assign(place().dataset, { keep, state });

  // While a reader drags, the state changes with each frame.
  const SAY_MS = 100;
  /** @type {number | undefined} */
  let saying;
  const shows = (/** @type {string} */ query) => {
    if (query === state) return;
    state = query;
    saying ??= setTimeout(() => {
      saying = undefined;
      linkBack();
      const [simulator, preset = ""] = place().content.split("/");
      tell({ type: "what-survives:change", version: VERSION, simulator, preset, query: state });
    }, SAY_MS);
  };

  const tell = (/** @type {FromFrame | ForeignHeight} */ message) => {
    if (parent !== window) parent.postMessage(message, "*");
  };

  // The link to the full page carries the state, and can be read where it cannot be followed.
  /** @type {string} */
  let full;
  const linkBack = () => {
    const link = /** @type {HTMLAnchorElement | null} */ (find(".full"));
    if (!link) return;
    full ??= link.href;
    link.href = full + (state && `?${state}`);
    link.textContent = full.replace(/^https?:\/\//, "");
  };

  // Height: what the embed would take if its picture had the height that it likes best.
  /** @type {number | undefined} */
  let told;
  const secret = /secret=(\w+)/.exec(location.hash)?.[1];
  const sendHeight = () => {
    const picture = find(".picture");
    if (!find(".full")) return;
    const spare = picture.getBoundingClientRect().height - parseFloat(getComputedStyle(picture).flexBasis);
    const end = find(".source").getBoundingClientRect().bottom + scrollY;
    const value = Math.ceil(end + parseFloat(getComputedStyle(find(".embed")).paddingBottom) - spare);
    if (value === told) return;
    told = value;
    tell({ type: "what-survives:height", version: VERSION, height: value });
    tell({ type: "iframe-widget-resize", height: value });
    tell({ sentinel: "amp", type: "embed-size", height: value });
    if (secret) tell({ message: "height", value, secret });
  };

  // The program. What the reader did before it came is done again, in order.
  /** @type {Map<string, { value: string, checked: boolean }>} */
  const touched = new Map();
  /** @type {string | undefined} */
  let focused;
  let pressed = false;
  let started = false;
  const isReady = () => page.dataset.ready === "true";
  /** @param {HTMLInputElement} control */
  const selectorOf = ({ localName, name, type }) =>
    `${localName}[name="${CSS.escape(name)}"]` + (localName === "input" ? `[type="${type}"]` : "");
  const start = () => {
    if (started || !find("[data-program]")) return; // the pointer may be here before the page is
    started = true;
    ask();
    new MutationObserver(() => shows(place().dataset.state ?? "")).observe(place(), { attributeFilter: ["data-state"] });
    for (const link of all("link[data-rel]")) link.setAttribute("rel", link.dataset.rel ?? "");
    const program = new URL(find("[data-program]").dataset.program ?? "", document.baseURI);
    const run = () => import(program.href).catch(() => (page.dataset.failed = "true"));
    // Whoever is dragging a slider keeps it until they let go.
    if (pressed) for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(run), { once: true });
    else run();
  };
  const takeOver = () => {
    for (const [selector, { value, checked }] of touched) {
      const control = find(selector);
      if (!control) continue;
      Object.assign(control, { value, checked });
      for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    if (focused && document.activeElement === document.body) find(focused)?.focus({ preventScroll: true });
    touched.clear();
  };
  /** @param {string[]} kinds @param {(event: Aimed) => void} act */
  const listen = (kinds, act) => {
    for (const kind of kinds) addEventListener(kind, act, { capture: true, passive: true });
  };
  listen(["pointerdown"], () => (pressed = true));
  listen(["pointerup", "pointercancel"], () => (pressed = false));
  listen(["pointerover", "pointerdown", "touchstart", "focusin"], start);
  listen(["input", "change"], ({ target }) => {
    if (isReady() || !target.name) return;
    const selector = selectorOf(target);
    touched.delete(selector);
    touched.set(selector, { value: target.value, checked: target.checked });
    start();
  });
  listen(["focusin"], ({ target }) => {
    if (!isReady() && target.name) focused = selectorOf(target);
  });
  new MutationObserver((_, observer) => {
    if (!isReady()) return;
    observer.disconnect();
    setTimeout(takeOver, 50);
  }).observe(page, { attributeFilter: ["data-ready"] });

  // States from outside: the last one counts, and not more of them than the
  // program can draw with time to spare. To it they are steps in the history.
  const PAUSE_MS = 150;
  /** @type {string | undefined} */
  let wanted;
  /** @type {number | undefined} */
  let pause;
  const follow = () => {
    const query = wanted;
    pause = wanted = undefined;
    if (query === undefined || query === state) return;
    pause = setTimeout(follow, PAUSE_MS);
    shows(query);
    if (started) ask();
    if (isReady()) dispatchEvent(new PopStateEvent("popstate"));
    else if (isSeen) start();
  };

  // Messages: from the page around the frame alone, and of kinds that are known.
  let isSeen = false;
  addEventListener("message", (/** @type {MessageEvent<ToFrame>} */ { source, data }) => {
    if (parent === window || source !== parent || typeof data !== "object" || !data) return;
    if (data.type === "iframe-widget-request-resize") {
      told = undefined;
      sendHeight();
    }
    if (data.type !== "what-survives:state" || data.version !== VERSION) return;
    if (typeof data.theme === "string") setTheme(data.theme);
    if (typeof data.query !== "string" || data.query.length > LONGEST_QUERY) return;
    wanted = stateOf(data.query);
    if (!pause) follow();
  });

  // A guess is about the preset itself, and about its first figure.
  const askForGuess = () => {
    const sheet = find(".guess");
    if (!sheet || asked.get("guess") !== "1" || state || asked.get("figure")) return;
    page.dataset.asking = "";
    /** @param {string} kind @param {object} properties */
    const add = (kind, properties) => document.head.append(Object.assign(document.createElement(kind), properties));
    add("link", { rel: "stylesheet", href: sheet.dataset.style });
    add("script", { src: sheet.dataset.script, onerror: () => delete page.dataset.asking });
    start();
  };
  const showFigure = (/** @type {string} */ id) => {
    const other = /** @type {HTMLTemplateElement | undefined} */ (all("template[data-title]").find((title) => title.dataset.title === id));
    const figure = find("[data-figure]");
    if (!other || figure.dataset.figure === id) return false;
    const title = find("h1");
    const caption = find("[data-caption]");
    const picture = find("[data-chart]");
    title.textContent = other.content.textContent;
    title.id = `title-${id}`;
    caption.id = `caption-${id}`;
    caption.textContent = "";
    figure.setAttribute("aria-labelledby", title.id);
    figure.dataset.figure = caption.dataset.caption = picture.dataset.chart = id;
    // The picture in the page is of another figure; the program draws this one.
    picture.replaceChildren();
    // The lesson is about the first one.
    find(".lesson").remove();
    return true;
  };
  const nameOf = (/** @type {HTMLElement} */ control) =>
    /** @type {HTMLElement | null} */ (control.querySelector("[data-control]"))?.dataset.control ?? "";
  const showControls = () => {
    const controls = new Map(all(".control").map((control) => [nameOf(control), control]));
    const shown = list("show").filter((id) => controls.has(id));
    for (const [id, control] of controls) {
      if (shown.length ? !shown.includes(id) : list("hide").includes(id)) control.remove();
    }
    find(".headline").append(...shown.map((id) => controls.get(id) ?? ""));
    if (!find(".more .control")) find(".more").remove();
  };
  // The claim that the address names; without one, nothing is shaded.
  const showClaim = (/** @type {string} */ id) => {
    const claims = all("[data-claim]");
    for (const claim of claims) claim.hidden = claim.dataset.claim !== id;
    if (claims.some((claim) => !claim.hidden)) page.dataset.watched = id;
    else for (const shading of all(".shading")) shading.remove();
  };

  addEventListener("DOMContentLoaded", () => {
    // A page that was cut off while it loaded stays a picture.
    if (!find(".full")) return;
    const isOther = showFigure(asked.get("figure") ?? "");
    showControls();
    showClaim(asked.get("claim") ?? "");
    askForGuess();
    linkBack();
    const sizes = new ResizeObserver(sendHeight);
    for (const part of [find(".embed"), ...find(".embed").children]) sizes.observe(part);
    sendHeight();

    const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
    const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      isSeen = true;
      // A picture that is not what the address asks for should not stay long.
      if (saves) page.dataset.waits = String(isOther || state !== "");
      else if (isOther || state) start();
      else whenIdle(start, { timeout: 3000 });
    }).observe(find(".embed"));
  });
})();
