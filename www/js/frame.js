// The script of an embed page. It obeys the address (theme, height, figure,
// controls, claim), fetches the program when somebody is likely to want it, and
// talks with the page around the frame. It runs before the first paint, so that
// the theme is right from the start.
/** @import { ParameterValue, Values } from "../embed.d.ts" */
/** @import { Foreign, FromFrame, Kind, SetMessage, ToFrame } from "./messages.d.ts" */

(() => {
  const OWN_KEYS = ["figure", "show", "hide", "theme", "height", "guess"];
  const VERSION = 1;
  const LONGEST_QUERY = 4096;
  const page = document.documentElement;
  delete page.dataset.ready; // or a saved copy would say that it has its program
  // Where somebody has escaped the address once too often.
  const search = location.search.replace(/&(amp;)+/gi, "&");
  const pairs = new URLSearchParams(search.replace(/%(25)*26(amp(;|%3B))*|\\u0026/gi, "&").replace(/%(25)*3D/gi, "="));
  /** What the address says for a key of ours, without what the text around a link has left on it. @param {string} key */
  const asked = (key) => /^[\w,-]*/.exec((pairs.get(key) ?? "").trim())?.[0] ?? "";
  const list = (/** @type {string} */ key) => asked(key).split(",").filter(Boolean);
  /** @type {(selector: string) => HTMLElement} what is in the page, or should be */
  const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

  /** @param {string} kind @param {object} properties */
  const add = (kind, properties) => document.head.append(Object.assign(document.createElement(kind), properties));

  const setTheme = (/** @type {string | null} */ theme) => {
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
    else delete page.dataset.theme;
  };
  const fitting = () => (innerHeight < 420 ? "compact" : innerHeight < 560 ? "normal" : "full");
  const height = asked("height");
  page.dataset.height = ["compact", "normal", "full"].includes(height) ? height : innerHeight ? fitting() : "normal";
  setTheme(asked("theme"));

  // The state is what the program says in the page's <meta>; until there is a
  // program, what the address or the page around asks for. The program is told
  // what else the address holds, which it keeps there.
  const isOwn = (/** @type {string} */ pair) => OWN_KEYS.includes(pair.split("=")[0]);
  const pairsOf = (/** @type {string} */ query) => query.replace(/^\?/, "").split("&").filter(Boolean);
  const stateOf = (/** @type {string} */ query) => pairsOf(query).filter((pair) => !isOwn(pair)).join("&");
  const keep = pairsOf(search).filter(isOwn).join("&");
  let state = stateOf(search);
  const place = () => /** @type {HTMLMetaElement} */ (find("meta[name=what-survives]"));
  /** What the program has said last: in its own words, whatever those were in which it was asked. @type {string | undefined} */
  let said;
  const program = new MutationObserver(() => {
    said = place().dataset.state ?? "";
    shows(said);
  });
  const ask = () => {
    Object.assign(place().dataset, { keep, state });
    program.takeRecords();
  };

  const isReady = () => page.dataset.ready === "true";
  /** What the reader did before there was a program. @type {Map<string, { value: string, checked: boolean }>} */
  const touched = new Map();
  /** Whether the figure is not the one whose picture is in the page. */
  let isOther = false;

  // What is shown, in the page's own words: the program keeps them true, also those that nobody sees. Before there is
  // one they are true of the page's own numbers alone.
  const isTrue = () => isReady() || (!state && !touched.size);
  /** What a link would say for a parameter of its kind. @param {string} at @returns {Kind} */
  const kindOf = (at) => (at === "on" || at === "off" ? "flag" : Number.isNaN(Number(at)) ? "choice" : "number");
  const meant = (/** @type {string} */ at) => ({ flag: at === "on", number: Number(at), choice: at })[kindOf(at)];
  /** @param {string} name */
  const sliderOf = (name) => /** @type {HTMLInputElement} */ (find(`input[type=range][name="${CSS.escape(name)}"]`));
  /** @param {string} name */
  const boxOf = (name) => /** @type {HTMLInputElement} */ (find(`input.box[name="${name}"]`));
  /** Where a slider stands between its ends. @param {HTMLInputElement} slider */
  const placeOf = ({ value, min, max }) => (+value - +min) / (+max - +min);

  /** The number in a field: `0.5 %`, `1,000`, `3 × 10⁻⁸`. @param {string} text */
  const numberIn = (text) => {
    const power = (/** @type {string} */ digits) => [...digits].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("");
    const plain = text.replace(/[,\s%]/g, "").replace("−", "-").replace(/×?10([⁻⁰¹²³⁴-⁹]+)/, (_, digits) => `e${power(digits)}`);
    return Number(plain.replace(/^e/, "1e") + (text.endsWith("%") ? "e-2" : ""));
  };

  /** @param {string} id @param {string} at @param {string} text @returns {ParameterValue} */
  const parameterOf = (id, at, text) => {
    const name = (find(`label[for="control-${id}"]`).textContent ?? "").trim().replace(/\s+/g, " ");
    const slider = sliderOf(id);
    const numbers = at.split("~").map(Number);
    if (numbers.length < 2 || !slider) return { name, text, value: meant(at), ...(slider && { place: placeOf(slider) }) };
    // Both ends in words, the unit once.
    const ends = all(`[data-control="${id}"] input[type=range]:not([name])`).map((end) => end.getAttribute("aria-valuetext") ?? "");
    const [, unit = ""] = /(\s\p{L}.*)$/u.exec(ends[1] ?? "") ?? [];
    const from = ends[0]?.endsWith(unit) ? ends[0].slice(0, ends[0].length - unit.length) : ends[0];
    return { name, text: `${from} to ${ends[1]}`, value: numbers[2] === undefined ? numberIn(boxOf(id).value) : numbers[1], low: numbers[0], high: numbers.at(-1) };
  };

  /** @returns {Values} */
  const values = () => {
    const given = new URLSearchParams(state);
    /** @type {Values} */
    const shown = { parameters: {}, readouts: {}, claims: {} };
    for (const { dataset: { value = "", at }, firstChild } of all("[data-values] > b")) {
      const text = firstChild?.textContent ?? "";
      if (at === undefined) shown.readouts[value] = text;
      else shown.parameters[value] = parameterOf(value, given.get(value) ?? at, text);
    }
    for (const claim of all("[data-claim]")) {
      const { claim: id = "", verdict = "" } = claim.dataset;
      const [, often] = /in ([\w ]+ of 100)/.exec(claim.querySelector(".in-hundred")?.textContent ?? "") ?? [];
      shown.claims[id] = { verdict, ...(often && { holds_in: often }) };
    }
    return shown;
  };

  /** The names that an author may use, former ones, too. @returns {Record<string, Kind>} */
  const names = () =>
    Object.fromEntries(all("[data-values] > b[data-at]").flatMap(({ dataset: { value = "", formerly, at = "" } }) =>
      [value, formerly ?? value].map((name) => [name, kindOf(at)])));

  // While a reader drags, the state changes with each frame of the screen. Frames out of sight have no such frames.
  const FRAME_MS = 16;
  /** Who was the last to change something. @type {"start" | "author" | "reader"} */
  let by = "start";
  /** @type {number | undefined} */
  let saying;
  let isFirst = true;
  const say = () => {
    saying = undefined;
    // It does not answer where it shows that already.
    if (isReady() && said !== undefined) place().dataset.state = state = said;
    linkBack();
    const [simulator, preset = ""] = place().content.split("/");
    tell({
      type: "what-survives:change", version: VERSION, by, simulator, preset, query: state,
      ...(isFirst && { names: names() }), ...(isTrue() && { values: values() }),
    });
    isFirst = false;
  };
  const saySoon = () => (saying ??= setTimeout(say, FRAME_MS));
  const shows = (/** @type {string} */ query) => {
    if (query === state) return;
    state = query;
    doubt();
    saySoon();
  };

  /** What WordPress knows its frames by. */
  const secret = /secret=(\w+)/.exec(location.hash)?.[1];
  const tell = (/** @type {FromFrame | Foreign} */ message) => {
    if (parent !== window) parent.postMessage(message, "*");
  };

  // A state with a range has answers of its own, which are fetched when there is one.
  const doubt = () => {
    const { script, style } = find("[data-explore]")?.dataset ?? {};
    if (!script || !state.includes("~") || find(`script[src="${script}.js"]`)) return;
    add("link", { rel: "stylesheet", href: `${style}.css` });
    add("script", { type: "module", src: `${script}.js` });
  };

  // The links to the full page carry the state, and one of them can be read where it cannot be followed.
  /** @type {string} */
  let full;
  const linkBack = () => {
    const link = /** @type {HTMLAnchorElement | null} */ (find(".full"));
    if (!link) return;
    full ??= link.href;
    const query = state && `?${state}`;
    for (const other of all(".full, .elsewhere")) other.setAttribute("href", full + query);
    link.textContent = full.replace(/^https?:\/\//, "");
    // On paper the address is all that is left of it.
    link.dataset.query = query;
    page.toggleAttribute("data-behind", isOther || state !== "");
  };
  addEventListener("click", (/** @type {MouseEvent & Aimed} */ event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (event.target.closest(".full, .elsewhere"));
    // WordPress lets its frames open nothing, and asks to be told.
    if (!link || !secret || self.origin !== "null") return;
    event.preventDefault();
    tell({ message: "link", value: link.href, secret });
  });

  // Height: what the embed would take if its picture had the height that it likes best.
  /** @type {number | undefined} */
  let told;
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
  /** @type {string | undefined} */
  let focused;
  let pressed = false;
  let started = false;
  /** @param {HTMLInputElement} control */
  const selectorOf = ({ localName, name, type }) =>
    `${localName}[name="${CSS.escape(name)}"]` + (localName === "input" ? `[type="${type}"]` : "");
  const start = () => {
    if (started || !find("[data-program]")) return; // the pointer may be here before the page is
    started = true;
    ask();
    doubt();
    program.observe(place(), { attributeFilter: ["data-state"] });
    // In how many cases a claim holds is known later than the state.
    new MutationObserver(saySoon).observe(find(".claims"), { childList: true, subtree: true });
    for (const link of all("link[data-rel]")) link.setAttribute("rel", link.dataset.rel ?? "");
    const file = new URL(find("[data-program]").dataset.program ?? "", document.baseURI);
    const run = () => import(file.href).catch(() => (page.dataset.failed = "true"));
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
  listen(["input", "change", "click"], () => {
    by = "reader";
    // What waits to be shown came before. Without a program, what the reader does is done again after it.
    if (isReady()) wanted = undefined;
  });
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
    // Also where the style is gone, too.
    find(".failed").hidden = !page.dataset.failed;
    if (!isReady()) return;
    observer.disconnect();
    // It may have looked before the last state came.
    if (latest !== undefined) travel(latest);
    saySoon();
    setTimeout(takeOver, 50);
  }).observe(page, { attributeFilter: ["data-ready", "data-failed"] });

  // States from outside: the last one counts, and not more of them than the
  // program can draw with time to spare. To it they are steps in the history.
  const PAUSE_MS = 150;
  /** @type {string | undefined} */
  let wanted;
  /** The last one that was shown. @type {string | undefined} */
  let latest;
  /** @type {number | undefined} */
  let pause;
  const follow = () => {
    const query = wanted;
    pause = wanted = undefined;
    if (query === undefined || query === state) return;
    pause = setTimeout(follow, PAUSE_MS);
    by = "author";
    latest = query;
    if (isReady()) travel(query);
    else {
      shows(query);
      if (started) ask();
      else if (isSeen) start();
    }
  };
  /** Has the program show a state. @param {string} query */
  const travel = (query) => {
    shows(query);
    ask();
    dispatchEvent(new PopStateEvent("popstate"));
  };

  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  // What is printed may not have been seen.
  addEventListener("beforeprint", start);

  // Messages: from the page around the frame alone, and of kinds that are known.
  let isSeen = false;
  const isFinite = /** @type {(value: unknown) => value is number} */ (Number.isFinite);
  addEventListener("message", (/** @type {MessageEvent<ToFrame>} */ { source, data }) => {
    if (parent === window || source !== parent || typeof data !== "object" || !data) return;
    if ("message" in data ? data.message === "ready" && secret && data.secret === secret : data.type === "iframe-widget-request-resize") {
      told = undefined;
      sendHeight();
    }
    if ("message" in data || data.type === "iframe-widget-request-resize" || data.version !== VERSION) return;
    if (data.type === "what-survives:set") set(data);
    if (data.type !== "what-survives:state") return;
    if (typeof data.theme === "string") setTheme(data.theme);
    if (typeof data.query === "string" && data.query.length <= LONGEST_QUERY) {
      wanted = stateOf(data.query);
      if (!pause) follow();
    }
    // Somebody reads the numbers of a figure that is out of sight.
    if (data.start === true && state && !saves) start();
  });

  // A slider is moved from outside, as if the reader had: what is not legal it makes legal itself.
  const set = (/** @type {SetMessage} */ message) => {
    const slider = typeof message.parameter === "string" && sliderOf(message.parameter);
    if (!slider) return;
    if (isFinite(message.steps)) slide(slider, +slider.value + message.steps * +slider.step);
    if (!isFinite(message.place)) return;
    // Of the places of a drag the last one counts.
    const isWaiting = dragged;
    dragged = { slider, place: Math.min(Math.max(message.place, 0), 1) };
    if (!isWaiting) setTimeout(drag);
  };
  /** @type {{ slider: HTMLInputElement, place: number } | undefined} */
  let dragged;
  const drag = () => {
    if (!dragged) return;
    const { slider, place } = dragged;
    dragged = undefined;
    slide(slider, +slider.min + place * (+slider.max - +slider.min));
  };
  /** @param {HTMLInputElement} slider @param {number} position */
  const slide = (slider, position) => {
    const before = slider.value;
    slider.value = `${position}`;
    if (slider.value === before) return;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  };

  // A guess is about the preset itself, and about its first figure.
  const askForGuess = () => {
    const sheet = find(".guess");
    if (!sheet || asked("guess") !== "1" || state || asked("figure")) return;
    page.dataset.asking = "";
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
    // Those that are not shown live on: sentences around the frame may name them.
    for (const [id, control] of controls) {
      if (shown.length ? !shown.includes(id) : list("hide").includes(id)) find("[data-values]").append(control);
    }
    find(".headline").append(...shown.map((id) => controls.get(id) ?? ""));
    if (!find(".controls .control")) find(".more").remove();
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
    isOther = showFigure(asked("figure"));
    showControls();
    showClaim(asked("claim"));
    askForGuess();
    say();
    const again = find(".again");
    again.hidden = false;
    again.addEventListener("click", () => location.reload());
    // How often a claim holds is found later.
    new MutationObserver(saySoon).observe(find(".claims"), { childList: true, characterData: true, subtree: true });
    const sizes = new ResizeObserver(sendHeight);
    for (const part of [find(".embed"), ...find(".embed").children]) sizes.observe(part);
    sendHeight();

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
