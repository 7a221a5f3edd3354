// Gestures that move the sliders of a page: numbers in the text that can be
// dragged, sweeps, keys for undo. Everything goes through the real controls,
// as if the reader had moved them; the model knows nothing of this file.

const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const rangeOf = (name) => find(`input[type=range][name="${name}"]`);
const tell = (input, type) => input.dispatchEvent(new Event(type, { bubbles: true }));

/** Moves a slider to a position, or by steps; `true` if it moved. */
function slide(range, position) {
  const before = range.value;
  range.value = position;
  if (range.value === before) return false;
  tell(range, "input");
  return true;
}
const nudge = (range, steps) => slide(range, +range.value + steps * range.step);
const letGo = (range) => tell(range, "change");

// --- Undo and redo: Ctrl+Z, Ctrl+Shift+Z (Cmd on a Mac), Ctrl+Y ---

const WRITTEN = "input:not([type=range], [type=checkbox], [type=radio])";
let writing; // the field that something was typed into and not yet left
addEventListener("input", ({ target, isTrusted }) => isTrusted && target.matches(WRITTEN) && (writing = target));
addEventListener("change", () => (writing = undefined));

addEventListener("keydown", (event) => {
  // What fills in forms sends events of this name that are of no key.
  const key = event.key?.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
  // What is being typed has an undo of its own.
  if (writing === event.target) return;
  const button = find(`[data-key=${key === "y" || event.shiftKey ? "Redo" : "Undo"}]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// --- A link or button that goes while it has the focus hands it on ---

// What is found anew with each state, and what can be set back.
const FLEETING = "[data-tips], [data-levers], [data-control]";
let held; // what has the focus there, and where it stands
addEventListener("pointerdown", () => (held = undefined), true);
addEventListener("focusin", ({ target }) => {
  const place = target.closest(FLEETING);
  held = place && { target, place };
});
const gone = new MutationObserver(() => {
  if (!held || held.target.isConnected) return;
  const here = held.place.querySelector("a, input, select");
  (here ?? held.place.closest("[data-claim]")?.querySelector("input, a"))?.focus({ preventScroll: true });
});

// --- Numbers in the text: sliders in the sentence ---

const PIXELS = 300; // how far to drag from one end to the other

const steps = document.createElement("span");
steps.className = "steps";
steps.innerHTML =
  '<button type="button" tabindex="-1" aria-label="Less">−</button>' +
  '<input class="box" type="text" inputmode="decimal" tabindex="-1">' +
  '<button type="button" tabindex="-1" aria-label="More">+</button>';
const [less, entry, more] = steps.children;
let current; // the number that the buttons belong to

const nameOf = (number) => number.dataset.value;

/** Shows plus, minus and a field beside a number. */
function attend(number) {
  current = number;
  number.after(steps);
  // Below the number, and not beyond the edge of the window.
  steps.style.translate = "";
  steps.style.translate = `${Math.min(0, root.clientWidth - 8 - steps.getBoundingClientRect().right)}px`;
  entry.value = find(`input[type=number][name="${nameOf(number)}"]`).value;
  entry.ariaLabel = number.ariaLabel;
}

/** Sets the parameter to what was typed, if that is a number. */
function enter() {
  const box = find(`input[type=number][name="${nameOf(current)}"]`);
  const text = entry.value.trim().replace("−", "-").replace(",", ".");
  if (text === box.value) return;
  if (text === "" || !Number.isFinite(+text)) {
    entry.value = box.value;
    return;
  }
  box.value = +text;
  tell(box, "input");
  tell(box, "change");
}

function dismiss(event) {
  if (!current || event.relatedTarget === current || steps.contains(event.relatedTarget)) return;
  steps.remove();
  current = undefined;
}
steps.addEventListener("focusout", dismiss);
steps.addEventListener("click", ({ target }) => {
  if (target.tagName !== "BUTTON") return;
  const [number, range] = [current, rangeOf(nameOf(current))];
  number.focus();
  nudge(range, target === more ? 1 : -1);
  letGo(range);
});
// The buttons must not take the focus away from the number.
steps.addEventListener("pointerdown", (event) => event.target.tagName === "BUTTON" && event.preventDefault());
entry.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  if (event.key === "Enter") enter();
  current.focus();
});
entry.addEventListener("change", () => current && enter());

const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -1e9, End: 1e9 };

function liven(number, range) {
  const label = find(`label[for="${range.id}"]`)?.textContent.trim().replace(/\s+/g, " ");
  number.setAttribute("role", "slider");
  number.tabIndex = 0;
  number.ariaLabel = label ?? range.name;
  number.ariaValueMin = range.min;
  number.ariaValueMax = range.max;
  const follow = () => {
    number.ariaValueNow = range.value;
    number.ariaValueText = number.textContent;
    if (current === number && document.activeElement !== entry)
      entry.value = find(`input[type=number][name="${range.name}"]`).value;
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
    slide(range, from.value + ((event.clientX - from.x) * (range.max - range.min)) / PIXELS);
  });
  const end = () => {
    if (from) letGo(range);
    from = undefined;
  };
  number.addEventListener("pointerup", end);
  number.addEventListener("pointercancel", end);
}

// --- Sweeps: a parameter goes along its range and back until it is stopped ---

const SWEEP_MS = 8000; // from one end to the other, at normal speed
const LEAP_MS = 900; // from one step to the next where nothing should move
const LEAPS = 10;
const SPEEDS = [1, 2, 0.5];
const still = matchMedia("(prefers-reduced-motion: reduce)");
let sweep;

function stop() {
  if (!sweep) return;
  const { button, range, frame, timer } = sweep;
  sweep = undefined;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  button.ariaPressed = "false";
  if (document.activeElement === speed) button.focus();
  speed.remove();
  letGo(range);
}

const speed = document.createElement("button");
speed.type = "button";
speed.className = "speed";
speed.addEventListener("click", () => {
  sweep.speed = (sweep.speed + 1) % SPEEDS.length;
  nameSpeed();
});
function nameSpeed() {
  const times = SPEEDS[sweep.speed];
  speed.textContent = `${times}×`.replace("0.5", "½");
  speed.ariaLabel = `Speed: ${times} times normal`;
}

/** One step of a sweep, and the wait for the next one. */
function go(now) {
  const { range, last } = sweep;
  const span = range.max - range.min;
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
  if (still.matches) sweep.timer = setTimeout(() => go(performance.now()), LEAP_MS / SPEEDS[sweep.speed]);
  else sweep.frame = requestAnimationFrame(go);
}

function play(button, range) {
  const again = sweep?.button === button;
  stop();
  if (again) return;
  sweep = { button, range, at: +range.value, direction: +range.value < +range.max ? 1 : -1, speed: 0, last: 0 };
  button.ariaPressed = "true";
  nameSpeed();
  button.before(speed);
  wait();
}

addEventListener("keydown", (event) => event.key === "Escape" && stop());
addEventListener("pointerdown", ({ target }) => sweep && target.matches("input, b[role=slider]") && stop(), true);
document.addEventListener("visibilitychange", stop);

// --- A number and the line it belongs to light up together ---

const light = new CSSStyleSheet();
document.adoptedStyleSheets.push(light);
let lit;

function lightUp(line) {
  if (line === lit) return;
  lit = line;
  const its = `.chart :is(.line, .edge, .bar).${line}`;
  light.replaceSync(line ? `b[data-line=${line}] { background: var(--holds); } ${its} { stroke-width: 18; }` : "");
}

/** What lies under the pointer in a picture, a few pixels around it: its cursor lies above all. */
function lineAt(x, y) {
  for (const by of [0, -5, 5]) {
    for (const element of document.elementsFromPoint(x, y + by)) {
      if (!element.matches(".chart :is(.line, .edge, .area, .bar, .name)")) continue;
      const [, line] = element.getAttribute("class").split(" ");
      if (find(`b[data-line="${line}"]`)) return line;
    }
  }
}

addEventListener("pointermove", ({ target, clientX, clientY }) =>
  lightUp(target.closest("b[data-line]")?.dataset.line ?? (target.matches(".probe") ? lineAt(clientX, clientY) : undefined)));
addEventListener("focusin", ({ target }) => lightUp(target.dataset.line));

// --- What is out of sight: the program draws it when the page is still ---

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) target.toggleAttribute("data-away", !isIntersecting);
}, { rootMargin: "100px" });
for (const part of document.querySelectorAll("[data-sight]")) sight.observe(part);

// --- The first caption, said when it has been still for a while ---

const PAUSE_MS = 500;

function sayCaption() {
  const [caption, live] = [find("figcaption"), find("[data-live]")];
  if (!caption || !live) return;
  let pause;
  new MutationObserver(() => {
    clearTimeout(pause);
    pause = setTimeout(() => (live.textContent = caption.textContent), PAUSE_MS);
  }).observe(caption, { characterData: true, childList: true, subtree: true });
}

// --- Once the program has taken over ---

function start() {
  sayCaption();
  for (const place of document.querySelectorAll(FLEETING)) gone.observe(place, { childList: true, subtree: true });
  for (const button of document.querySelectorAll("[data-play]")) {
    button.ariaPressed = "false";
    button.addEventListener("click", () => {
      const range = rangeOf(button.dataset.play);
      if (range) play(button, range);
    });
  }
  for (const number of document.querySelectorAll("b[data-value]")) {
    const range = rangeOf(nameOf(number));
    if (range) liven(number, range);
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
