// Guess first: what the page shows stays hidden until the reader has said what they expect or skipped that; then it
// comes with their guess drawn in it, and the difference in words. A page that begins with its question loads this
// before its first paint, so that nothing is seen in passing; others when their button is pressed (open.js), and an
// embed if its address says `guess=1` (frame.js): these two have hidden the answer by then. If this file is missing,
// the answer is simply there. What is true is read off the page itself, so it is right in any state.
{
  const root = document.documentElement;
  const SVG = "http://www.w3.org/2000/svg";
  /** Steps from one end of a drawn line to the other; the generator has the same. */
  const STEPS = 40;
  /** Points that are read off a line. */
  const READ = 2000;
  /** The words for places on an axis whose numbers are others by now. */
  const PLACES = ["left end", "a quarter along", "middle", "three quarters along", "right end"];

  /** What the generator has written. @param {ParentNode} within @param {string} selector */
  const find = (within, selector) => /** @type {HTMLElement} */ (within.querySelector(selector));
  const stateOf = () => /** @type {HTMLElement | null} */ (document.querySelector("meta[name=what-survives]"))?.dataset.state ?? "";

  // Who has been asked by a page is not asked again on the way back to it.
  const memory = `asked ${location.pathname}`;
  const wasAsked = (/** @type {boolean} */ now) => {
    try {
      if (now) sessionStorage.setItem(memory, "yes");
      return sessionStorage.getItem(memory);
    } catch {
      // A sandboxed frame has no storage.
    }
  };
  // A link with a state of its own is about that state, and no question.
  if (!location.search && !wasAsked(false)) root.dataset.asking = "";

  const begin = () => {
    const waiting = /** @type {HTMLTemplateElement | null} */ (document.querySelector(".asks + template"));
    waiting?.replaceWith(waiting.content);
    const sheet = /** @type {HTMLElement | null} */ (document.querySelector(".guess"));
    const figure = sheet?.closest("figure");
    const picture = figure?.querySelector(".picture");
    const state = stateOf();
    if (!("asking" in root.dataset) || !sheet || !figure || !picture || (state && sheet.dataset.varies?.includes("y"))) return end();
    const { role, say = "You said {}.", mark, scale = "", unit = "" } = sheet.dataset;
    const [, from, to] = scale.split(" ").map(Number);
    const isLog = scale.startsWith("log");
    const sliders = [...sheet.querySelectorAll("input")];
    const said = find(figure, ".guessed");
    const over = new AbortController();
    const { signal } = over;

    const valueAt = (/** @type {number} */ share) => (isLog ? from * (to / from) ** share : from + (to - from) * share);
    /** A number as the page would write it: to one in a hundred of the scale. */
    const show = (/** @type {number} */ value) => {
      const whole = !isLog && to - from >= 50;
      const number = value.toLocaleString("en", whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 });
      return number + (number === "1" ? unit.replace(/s$/, "") : unit);
    };
    const words = (/** @type {number} */ share) => show(valueAt(share));

    const drawing = document.createElementNS(SVG, "svg");
    const [line, name] = ["path", "text"].map((tag) => drawing.appendChild(document.createElementNS(SVG, tag)));
    drawing.setAttribute("class", `chart guess-drawing ${role ? "" : "ring"}`);
    drawing.setAttribute("aria-hidden", "true");
    /** The picture that shows, and its frame in its own units, which change with its width. */
    const frame = () => {
      const charts = /** @type {NodeListOf<SVGElement>} */ (picture.querySelectorAll("[data-frame]"));
      const chart = [...charts].find((chart) => chart.getClientRects().length) ?? charts[0];
      const [left, top, right, bottom] = `${chart.dataset.frame}`.split(" ").map(Number);
      drawing.setAttribute("viewBox", `${chart.getAttribute("viewBox")}`);
      return { chart, left, top, width: right - left, height: bottom - top };
    };

    // One number.
    const share = () => Number(sliders[0].value) / 100;
    const ring = () => {
      const { left, top, width, height } = frame();
      const [x, y] = [left + width * Number(mark), top + height * share()].map(Math.round);
      line.setAttribute("d", `M${x - 22} ${y}a22 22 0 1 0 44 0a22 22 0 1 0 -44 0`);
      name.setAttribute("x", `${x + 44}`);
      name.setAttribute("y", `${Math.max(y - 20, top + 50)}`);
      name.textContent = `you: ${words(1 - share())}`;
    };

    // A line.
    const guess = Array.from({ length: STEPS + 1 }, () => 0.5);
    const placeOf = (/** @type {HTMLInputElement} */ slider) => Number(slider.dataset.place);
    const trace = () => {
      const { left, top, width, height } = frame();
      const points = guess.map((share, place) => `${Math.round(left + (width * place) / STEPS)} ${Math.round(top + height * (1 - share))}`);
      line.setAttribute("d", `M${points.join("L")}`);
      name.setAttribute("x", `${left + width * 0.04}`);
      name.setAttribute("y", `${Math.max(top + height * (1 - guess[2]) - 40, top + 50)}`);
    };
    /**
     * Sets the heights from one place to another, evenly in between.
     * @type {(from: number, a: number, to: number, b: number) => void}
     */
    const set = (from, a, to, b) => {
      const steps = Math.abs(to - from) || 1;
      for (let step = 0; step <= steps; step++) {
        guess[from + Math.sign(to - from) * step] = a + ((b - a) * step) / steps;
      }
    };
    /** The heights of the true line, as far as it goes. */
    const truth = () => {
      const { chart, left, top, width, height } = frame();
      const path = /** @type {SVGPathElement | null} */ (chart.querySelector(`.marks .line.${role}`));
      /** @type {(number | undefined)[]} */
      const heights = guess.map(() => undefined);
      const length = path?.getTotalLength() ?? 0;
      const away = guess.map(() => 0.2);
      for (let at = 0; path && at <= READ; at++) {
        const { x, y } = path.getPointAtLength((length * at) / READ);
        const place = ((x - left) / width) * STEPS;
        const near = Math.round(place);
        if (!(Math.abs(place - near) < away[near])) continue;
        away[near] = Math.abs(place - near);
        heights[near] = 1 - (y - top) / height;
      }
      return heights;
    };

    const draw = role ? trace : ring;
    const update = () => {
      for (const slider of sliders) {
        const height = role ? guess[placeOf(slider)] : share();
        slider.value = `${height * 100}`;
        slider.setAttribute("aria-valuetext", words(height));
      }
      if (role) return draw();
      const output = sheet.querySelector("output");
      if (output) output.textContent = words(share());
    };
    sheet.addEventListener("input", (/** @type {Aimed} */ { target }) => {
      const at = sliders.indexOf(target);
      if (role) {
        guess[placeOf(target)] = target.value / 100;
        for (const [one, other] of [[at - 1, at], [at, at + 1]]) {
          if (!sliders[one] || !sliders[other]) continue;
          const [from, to] = [placeOf(sliders[one]), placeOf(sliders[other])];
          set(from, guess[from], to, guess[to]);
        }
      }
      update();
    }, { signal });

    /** @type {{ place: number, share: number } | undefined} */
    let last; // where the pointer was, while it is down
    const point = (/** @type {PointerEvent} */ event) => {
      const { left, top, width, height } = frame();
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()?.inverse());
      const within = (/** @type {number} */ share) => Math.min(Math.max(share, 0), 1);
      return { place: Math.round(within((x - left) / width) * STEPS), share: within(1 - (y - top) / height) };
    };
    if (role) {
      drawing.addEventListener("pointerdown", (event) => {
        if (event.button) return;
        drawing.setPointerCapture(event.pointerId);
        last = point(event);
        guess[last.place] = last.share;
        update();
      }, { signal });
      drawing.addEventListener("pointermove", (event) => {
        if (!last) return;
        const now = point(event);
        set(last.place, last.share, now.place, now.share);
        last = now;
        update();
      }, { signal });
      for (const kind of ["pointerup", "pointercancel"]) drawing.addEventListener(kind, () => (last = undefined), { signal });
    }

    const compare = () => {
      const heights = truth();
      const off = guess.flatMap((share, place) => share - (heights[place] ?? NaN)).filter((by) => !Number.isNaN(by));
      if (!off.length) return "The line does not exist here.";
      const mean = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      const [away, above] = [mean(off.map(Math.abs)), mean(off)];
      const side = Math.abs(above) > away * 0.9 ? (above > 0 ? " too high" : " too low") : " away";
      const isPercent = unit === " %";
      const points = Math.round(away * (to - from));
      const by = isLog
        ? `a factor of ${((to / from) ** away).toLocaleString("en", { maximumSignificantDigits: 2 })}`
        : isPercent ? `${points} percentage point${points === 1 ? "" : "s"}` : show(away * (to - from));
      const how = away < 0.005 ? "Your line is nearly the true one." : `On average your line is ${by}${side}.`;
      const end = heights[STEPS];
      if (end === undefined) return how;
      const isSmall = isPercent && !isLog && from === 0 && valueAt(end) < 0.5;
      return `At the right end you drew ${words(guess[STEPS])}; it is ${isSmall ? "under 1 %" : words(end)}. ${how}`;
    };

    const pictures = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure .picture"));
    const sizes = new ResizeObserver(() => requestAnimationFrame(draw));
    /** The program draws the picture anew when it takes over. */
    const arrival = new MutationObserver(() => drawing.isConnected || picture.append(drawing));
    const watch = () => {
      picture.append(drawing);
      arrival.observe(root, { attributeFilter: ["data-ready"] });
      sizes.observe(picture);
      draw();
    };
    const forget = () => {
      arrival.disconnect();
      sizes.disconnect();
      drawing.remove();
    };
    const reveal = (/** @type {string} */ words) => {
      over.abort();
      wasAsked(true);
      delete root.dataset.asking;
      root.dataset.asked = "";
      for (const one of pictures) one.removeAttribute("aria-hidden");
      const [own] = said.children;
      own.textContent = words.replaceAll(" %", "\u00a0%");
      said.hidden = false;
      said.focus({ preventScroll: true });
      // The guess was about this state; when that changes, it goes.
      const changes = new MutationObserver(() => {
        if (stateOf() === state) return;
        changes.disconnect();
        forget();
        own.textContent = "";
        // Whoever still stands there goes on from the same place.
        if (document.activeElement === said) document.getElementById("main")?.focus({ preventScroll: true });
        said.hidden = true;
      });
      changes.observe(find(document, "meta[name=what-survives]"), { attributeFilter: ["data-state"] });
    };
    find(sheet, "[data-answer]").addEventListener("click", () => {
      if (role) name.textContent = "your guess";
      else if (mark) watch();
      reveal(role ? compare() : say.replace("{}", words(share())).replace("{rest}", words(1 - share())));
    }, { signal });
    find(sheet, "[data-skip]").addEventListener("click", () => {
      forget();
      reveal("Skipped: this is how it goes.");
    }, { signal });

    // A picture is named by its caption, also where that is hidden.
    for (const one of pictures) one.setAttribute("aria-hidden", "true");
    said.hidden = true;
    for (const other of picture.querySelectorAll(".guess-drawing")) other.remove();
    if (state && sheet.dataset.varies) {
      sliders.forEach((slider, at) => slider.previousElementSibling && (slider.previousElementSibling.textContent = PLACES[at]));
    }
    for (const slider of sliders) slider.value = "50";
    if (role) watch();
    update();
  };
  const end = () => delete root.dataset.asking;

  const start = () => {
    begin();
    for (const button of document.querySelectorAll("[data-guess]")) {
      button.addEventListener("click", () => {
        root.dataset.asking = "";
        begin();
        /** @type {HTMLElement | null} */ (document.querySelector(".guess input"))?.focus({ preventScroll: true });
      });
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}
