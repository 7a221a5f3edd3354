// Gestures that move the sliders of a page: numbers in the text that can be
// dragged, sweeps, keys for undo. Everything goes through the real controls,
// as if the reader had moved them; the model knows nothing of this file.

const root = document.documentElement;
/** @type {(selector: string) => HTMLElement | null} */
const find = (selector) => document.querySelector(selector);
/** @type {(selector: string) => NodeListOf<HTMLElement>} */
const all = (selector) => document.querySelectorAll(selector);
/** @param {string | undefined} name */
const rangeOf = (name) => /** @type {HTMLInputElement | null} */ (find(`input[type=range][name="${name}"]`));
/** The number box of a parameter, which each slider has. @param {string | undefined} name */
const boxOf = (name) => /** @type {HTMLInputElement} */ (find(`input.box[name="${name}"]`));
/** What a parameter is called. @param {string | undefined} name */
const labelOf = (name) => find(`label[for="control-${name}"]`)?.textContent?.trim().replace(/\s+/g, " ");
/** What is read aloud, as attributes: older browsers do not know the properties. @param {HTMLElement} element @param {Record<string, string | null>} names */
const aria = (element, names) => {
  for (const [name, words] of Object.entries(names)) element.setAttribute(`aria-${name}`, `${words}`);
};
/** @param {HTMLInputElement} input @param {string} type */
const tell = (input, type) => input.dispatchEvent(new Event(type, { bubbles: true }));

/**
 * Moves a slider to a position, or by steps; `true` if it moved.
 * @param {HTMLInputElement} range
 * @param {number} position
 */
function slide(range, position) {
  const before = range.value;
  range.value = `${position}`;
  if (range.value === before) return false;
  tell(range, "input");
  return true;
}
/** @param {HTMLInputElement} range @param {number} steps */
const nudge = (range, steps) => slide(range, +range.value + steps * +range.step);
/** @param {HTMLInputElement} range */
const letGo = (range) => tell(range, "change");

// --- Undo and redo: Ctrl+Z, Ctrl+Shift+Z (Cmd on a Mac), Ctrl+Y ---

const WRITTEN = "input:not([type=range], [type=checkbox], [type=radio])";
/** @type {EventTarget | undefined} */
let writing; // the field that something was typed into and not yet left
addEventListener("input", (/** @type {Event & Aimed} */ { target, isTrusted }) => isTrusted && target.matches(WRITTEN) && (writing = target));
addEventListener("change", () => (writing = undefined));

addEventListener("keydown", (event) => {
  // What fills in forms sends events of this name that are of no key.
  const letter = event.key?.toLowerCase();
  // Other alphabets have other letters on these keys; Dvorak has a sign on one of them, which means itself.
  const key = /^[!-~]$/.test(letter) ? letter : { KeyZ: "z", KeyY: "y" }[event.code];
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
  // What is being typed has an undo of its own.
  if (writing === event.target) return;
  const button = find(`[data-key=${key === "y" || event.shiftKey ? "Redo" : "Undo"}]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// --- A swipe or pinch that begins on a slider, and turns out to be about the page: what it has moved is put back ---

/** What it began on, and what stood there. @type {{ on: Element, range: HTMLInputElement, position: string, written?: string } | undefined} */
let swiped;
addEventListener("pointerdown", (/** @type {PointerEvent & Aimed} */ { target, pointerType, isPrimary }) => {
  // A pinch is about the page, too.
  if (!isPrimary) return void swiped?.on.dispatchEvent(new Event("pointercancel", { bubbles: true }));
  const range = /** @type {HTMLInputElement | null} */ (target.matches("b[role=slider]") ? rangeOf(nameOf(target)) : target.closest("input[type=range]"));
  swiped = range && pointerType !== "mouse" ? { on: target, range, position: range.value, written: boxOf(range.name)?.value } : undefined;
}, true);
addEventListener("pointercancel", () => {
  if (!swiped) return;
  const { range, position, written } = swiped;
  swiped = undefined;
  if (range.value === position) return;
  // A slider has steps; the field has the number itself.
  const field = written === undefined ? range : boxOf(range.name);
  field.value = written ?? position;
  tell(field, "input");
  tell(field, "change");
}, true);

// --- A link or button that goes while it has the focus hands it on ---

// What is found anew with each state, and what can be set back.
const FLEETING = "[data-tips], [data-control]";
/** @type {{ target: HTMLElement, place: HTMLElement } | undefined} */
let held; // what has the focus there, and where it stands
addEventListener("pointerdown", () => (held = undefined), true);
addEventListener("focusin", (/** @type {Aimed} */ { target }) => {
  const place = target.closest(FLEETING);
  held = place && { target, place };
});
const gone = new MutationObserver(() => {
  if (!held || held.target.isConnected) return;
  const { place } = held;
  const here = place.querySelector("a, input, select") ?? place.closest("[data-claim]")?.querySelector("button");
  /** @type {HTMLElement | null | undefined} */ (here)?.focus({ preventScroll: true });
});

// --- Numbers in the text: sliders in the sentence ---

const PIXELS = 300; // how far to drag from one end to the other

const steps = document.createElement("span");
steps.className = "steps";
steps.innerHTML =
  '<button type="button" tabindex="-1" aria-label="Less">−</button>' +
  '<input class="box" type="text" inputmode="decimal" tabindex="-1">' +
  '<button type="button" tabindex="-1" aria-label="More">+</button><small role="status"></small>';
const [less, entry, more, said] = /** @type {[Element, HTMLInputElement, Element, Element]} */ ([...steps.children]);
/** @type {HTMLElement | undefined} */
let current; // the number that the buttons belong to

const nameOf = (/** @type {HTMLElement} */ number) => number.dataset.value;

/** Shows plus, minus and a field beside a number. @param {HTMLElement} number */
function attend(number) {
  current = number;
  number.after(steps);
  // Below the number, and not beyond the edge of the window.
  steps.style.translate = "";
  steps.style.translate = `${Math.min(0, root.clientWidth - 8 - steps.getBoundingClientRect().right)}px`;
  entry.value = boxOf(nameOf(number)).value;
  aria(entry, { label: number.getAttribute("aria-label") });
  said.textContent = "";
}

/** Gives what was typed to the parameter's own field, which reads it, and repeats what that says. */
function enter() {
  if (!current) return;
  const name = nameOf(current);
  const box = boxOf(name);
  if (entry.value === box.value) return;
  box.value = entry.value;
  tell(box, "input");
  tell(box, "change");
  requestAnimationFrame(() => {
    entry.value = box.value;
    said.textContent = find(`[data-understood="${name}"]`)?.textContent ?? "";
  });
}

/** @param {FocusEvent} event */
function dismiss(event) {
  const to = /** @type {Node | null} */ (event.relatedTarget);
  if (!current || to === current || steps.contains(to)) return;
  steps.remove();
  current = undefined;
}
steps.addEventListener("focusout", dismiss);
steps.addEventListener("click", ({ target }) => {
  if ((target !== less && target !== more) || !current) return;
  const range = rangeOf(nameOf(current));
  if (!range) return;
  current.focus();
  nudge(range, target === more ? 1 : -1);
  letGo(range);
});
// The buttons must not take the focus away from the number.
steps.addEventListener("pointerdown", (event) => event.target !== steps && event.target !== entry && event.preventDefault());
entry.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  if (event.key === "Enter") enter();
  current?.focus();
});
entry.addEventListener("change", enter);

/** @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -1e9, End: 1e9 };

/** Makes a slider of a number. @param {HTMLElement} number @param {HTMLInputElement} range */
function liven(number, range) {
  number.setAttribute("role", "slider");
  number.tabIndex = 0;
  aria(number, { label: labelOf(range.name) ?? range.name, valuemin: range.min, valuemax: range.max });
  const follow = () => {
    aria(number, { valuenow: range.value, valuetext: number.textContent });
    if (current === number && document.activeElement !== entry)
      entry.value = boxOf(range.name).value;
  };
  follow();
  new MutationObserver(follow).observe(number, { characterData: true, childList: true, subtree: true });

  number.addEventListener("focus", () => attend(number));
  number.addEventListener("focusout", dismiss);
  number.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = KEYS[event.key];
    if (by) {
      nudge(range, by);
      letGo(range);
    } else if (/^[\d.,−-]$/.test(event.key)) {
      entry.value = event.key;
      entry.focus();
    } else if (event.key === "Enter") {
      entry.focus();
      entry.select();
    } else return;
    event.preventDefault();
  });

  /** @type {{ x: number, value: number } | undefined} */
  let from; // where a drag began
  number.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    from = { x: event.clientX, value: +range.value };
    number.setPointerCapture(event.pointerId);
    number.focus();
    event.preventDefault(); // or the sentence would be selected
  });
  number.addEventListener("pointermove", (event) => {
    if (!from) return;
    slide(range, from.value + ((event.clientX - from.x) * (+range.max - +range.min)) / PIXELS);
  });
  number.addEventListener("pointerup", () => {
    if (from) letGo(range);
    from = undefined;
  });
  number.addEventListener("pointercancel", () => (from = undefined));
}

// --- Sweeps: a parameter goes along its range and back until it is stopped ---

const SWEEP_MS = 8000; // from one end to the other, at normal speed
const LEAP_MS = 900; // from one step to the next where nothing should move
const LEAPS = 10;
const SPEEDS = [1, 2, 0.5];
const still = matchMedia("(prefers-reduced-motion: reduce)");
/**
 * The sweep that goes on, if any: where it is, which way it goes, and what waits for its next step.
 * @type {{ button: HTMLElement, range: HTMLInputElement, at: number, direction: number, speed: number,
 *   last: number, frame?: number, timer?: number } | undefined}
 */
let sweep;

function stop() {
  if (!sweep) return;
  const { button, range, frame, timer } = sweep;
  sweep = undefined;
  cancelAnimationFrame(frame ?? 0);
  clearTimeout(timer);
  aria(button, { pressed: "false" });
  if (document.activeElement === speed) button.focus();
  speed.remove();
  letGo(range);
}

const speed = document.createElement("button");
speed.type = "button";
speed.className = "speed";
speed.addEventListener("click", () => {
  if (!sweep) return;
  sweep.speed = (sweep.speed + 1) % SPEEDS.length;
  nameSpeed();
});
function nameSpeed() {
  const times = SPEEDS[sweep?.speed ?? 0];
  speed.textContent = `${times}×`.replace("0.5", "½");
  aria(speed, { label: `Speed: ${times} times normal` });
}

/** One step of a sweep, and the wait for the next one. @param {number} now */
function go(now) {
  if (!sweep) return;
  const { range, last } = sweep;
  const span = +range.max - +range.min;
  const part = still.matches ? 1 / LEAPS : (Math.min(now - last, 100) / SWEEP_MS) * SPEEDS[sweep.speed];
  sweep.at += sweep.direction * span * (last || still.matches ? part : 0);
  sweep.last = now;
  if (sweep.at >= +range.max || sweep.at <= +range.min) {
    sweep.at = Math.min(Math.max(sweep.at, +range.min), +range.max);
    sweep.direction = sweep.at > +range.min ? -1 : 1;
  }
  slide(range, sweep.at);
  wait();
}
function wait() {
  if (!sweep) return;
  if (still.matches) sweep.timer = setTimeout(() => go(performance.now()), LEAP_MS / SPEEDS[sweep.speed]);
  else sweep.frame = requestAnimationFrame(go);
}

/** @param {HTMLElement} button @param {HTMLInputElement} range */
function play(button, range) {
  const again = sweep?.button === button;
  stop();
  if (again) return;
  sweep = { button, range, at: +range.value, direction: +range.value < +range.max ? 1 : -1, speed: 0, last: 0 };
  aria(button, { pressed: "true" });
  nameSpeed();
  button.before(speed);
  wait();
}

addEventListener("keydown", (event) => event.key === "Escape" && stop());
addEventListener("pointerdown", (/** @type {Aimed} */ { target }) => sweep && target.matches("input, b[role=slider]") && stop(), true);
document.addEventListener("visibilitychange", stop);

// --- A number and the line it belongs to light up together ---

// Older browsers have no such sheets: there nothing lights up, and all else works.
const light = "adoptedStyleSheets" in document ? new CSSStyleSheet() : undefined;
if (light) document.adoptedStyleSheets = [...document.adoptedStyleSheets, light];
/** @type {string | undefined} */
let lit;

/** @param {string | undefined} line */
function lightUp(line) {
  if (line === lit) return;
  lit = line;
  const its = `.chart :is(.line, .edge, .bar).${line}`;
  light?.replaceSync(line ? `b[data-line=${line}] { background: var(--holds); } ${its} { stroke-width: 18; }` : "");
}

/**
 * What lies under the pointer in a picture, a few pixels around it: its cursor lies above all.
 * @param {number} x
 * @param {number} y
 */
function lineAt(x, y) {
  for (const by of [0, -5, 5]) {
    for (const element of document.elementsFromPoint(x, y + by)) {
      if (!element.matches(".chart :is(.line, .edge, .area, .bar, .name)")) continue;
      const [, line] = `${element.getAttribute("class")}`.split(" ");
      if (find(`b[data-line="${line}"]`)) return line;
    }
  }
}

addEventListener("pointermove", (/** @type {PointerEvent & Aimed} */ { target, clientX, clientY }) =>
  lightUp(target.closest("b[data-line]")?.dataset.line ?? (target.matches(".probe") ? lineAt(clientX, clientY) : undefined)));
addEventListener("focusin", (/** @type {Aimed} */ { target }) => lightUp(target.dataset.line));

// --- What is out of sight: the program draws it when the page is still ---

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) target.toggleAttribute("data-away", !isIntersecting);
}, { rootMargin: "100px" });
for (const part of all("[data-sight]")) sight.observe(part);

// --- The first caption, and verdicts that have turned: marked, and said when the page has been still for a while ---

const PAUSE_MS = 500;

function sayWhatChanges() {
  const [caption, live] = [find("figcaption"), find("[data-live]")];
  if (!caption || !live) return;
  const verdicts = [...all("[data-claims] [data-verdict]")].map((claim) => ({ claim, said: claim.dataset.verdict }));
  /** @type {number | undefined} */
  let pause;
  const wait = () => {
    clearTimeout(pause);
    pause = setTimeout(say, PAUSE_MS);
  };
  const say = () => {
    for (const { claim } of verdicts) delete claim.dataset.turned;
    const turned = verdicts.filter(({ claim, said }) => claim.dataset.verdict !== said).map((known) => {
      known.said = known.claim.dataset.verdict;
      return `“${known.claim.querySelector(".name")?.textContent}” ${known.said} now. `;
    });
    live.textContent = turned.join("") + caption.textContent;
  };
  new MutationObserver(wait).observe(caption, { characterData: true, childList: true, subtree: true });
  const turn = new MutationObserver((changes) => {
    for (const { target, oldValue } of changes) {
      const { dataset } = /** @type {HTMLElement} */ (target);
      if (dataset.verdict !== oldValue) dataset.turned = dataset.verdict;
    }
    wait();
  });
  for (const { claim } of verdicts) turn.observe(claim, { attributeFilter: ["data-verdict"], attributeOldValue: true });
}

// --- Once the program has taken over ---

function start() {
  sayWhatChanges();
  for (const place of all(FLEETING)) gone.observe(place, { childList: true, subtree: true });
  for (const button of all("[data-play]")) {
    aria(button, { label: `Sweep “${labelOf(button.dataset.play)}”`, pressed: "false" });
    button.addEventListener("click", () => {
      const range = rangeOf(button.dataset.play);
      if (range) play(button, range);
    });
  }
  for (const number of all("b[data-value]")) {
    const range = rangeOf(nameOf(number));
    // A lesson goes where it is not true: nobody may hold on to its numbers.
    if (range && !number.closest("[data-lesson]")) liven(number, range);
  }
}

if (root.dataset.ready) start();
else {
  new MutationObserver((_, observer) => {
    if (!root.dataset.ready) return;
    observer.disconnect();
    start();
  }).observe(root, { attributeFilter: ["data-ready"] });
}
