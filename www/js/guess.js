// Guess first: the curve of a preset stays hidden until the reader has drawn a
// guess on its picture or skipped it; then the truth is drawn over the guess,
// and the difference is said in words. Runs before the first paint, so that the
// curve is not seen in passing; if this file is missing, it is simply there.
// An embed asks for it by `guess=1`; its own script has then hidden the curve.
{
  const root = document.documentElement;
  // A link with a state of its own is about that state, and no question.
  if (!location.search) root.dataset.guessing = "";

  const SVG = "http://www.w3.org/2000/svg";
  const percent = (/** @type {number} */ share) => (share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(share * 100)} %`);

  const begin = () => {
    const sheet = /** @type {HTMLElement | null} */ (document.querySelector(".guess"));
    const figure = sheet?.closest("figure");
    const picture = figure?.querySelector(".picture");
    if (!("guessing" in root.dataset) || !sheet || !figure || !picture?.querySelector("[data-frame]")) return end();
    /** What the generator has written. @param {Element} within @param {string} selector */
    const find = (within, selector) => /** @type {HTMLElement} */ (within.querySelector(selector));
    const truth = `${sheet.dataset.guess}`.split(",").map(Number);
    const guess = truth.map(() => 0.5);
    const sliders = [...sheet.querySelectorAll("input")];
    const placeOf = (/** @type {HTMLInputElement} */ slider) => Number(slider.dataset.place);
    const said = find(figure, ".guessed");
    const drawing = document.createElementNS(SVG, "svg");
    const [line, name] = ["path", "text"].map((tag) => drawing.appendChild(document.createElementNS(SVG, tag)));
    drawing.setAttribute("class", "chart guess-drawing");
    drawing.setAttribute("aria-hidden", "true");

    /** The frame of the picture in its own units, which change with its width. */
    const frame = () => {
      const chart = find(picture, "[data-frame]");
      drawing.setAttribute("viewBox", `${chart.getAttribute("viewBox")}`);
      const [left, top, right, bottom] = `${chart.dataset.frame}`.split(" ").map(Number);
      return { left, top, width: right - left, height: bottom - top };
    };
    const draw = () => {
      const { left, top, width, height } = frame();
      const points = guess.map((share, place) =>
        `${Math.round(left + (width * place) / (guess.length - 1))} ${Math.round(top + height * (1 - share))}`);
      line.setAttribute("d", `M${points.join("L")}`);
      name.setAttribute("x", `${left + width * 0.04}`);
      name.setAttribute("y", `${Math.max(top + height * (1 - guess[2]) - 40, top + 50)}`);
    };
    const show = () => {
      for (const slider of sliders) {
        const share = guess[placeOf(slider)];
        slider.value = `${share * 100}`;
        slider.ariaValueText = percent(share);
      }
      draw();
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

    sheet.addEventListener("input", (/** @type {Aimed} */ { target }) => {
      const at = sliders.indexOf(target);
      guess[placeOf(target)] = target.value / 100;
      for (const [one, other] of [[at - 1, at], [at, at + 1]]) {
        if (!sliders[one] || !sliders[other]) continue;
        const [from, to] = [placeOf(sliders[one]), placeOf(sliders[other])];
        set(from, guess[from], to, guess[to]);
      }
      show();
    });

    /** @type {{ place: number, share: number } | undefined} */
    let last; // where the pointer was, while it is down
    const point = (/** @type {PointerEvent} */ event) => {
      const { left, top, width, height } = frame();
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()?.inverse());
      const within = (/** @type {number} */ share) => Math.min(Math.max(share, 0), 1);
      return { place: Math.round(within((x - left) / width) * (guess.length - 1)), share: within(1 - (y - top) / height) };
    };
    drawing.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      drawing.setPointerCapture(event.pointerId);
      last = point(event);
      guess[last.place] = last.share;
      show();
    });
    drawing.addEventListener("pointermove", (event) => {
      if (!last) return;
      const now = point(event);
      set(last.place, last.share, now.place, now.share);
      last = now;
      show();
    });
    for (const kind of ["pointerup", "pointercancel"]) drawing.addEventListener(kind, () => (last = undefined));

    const compare = () => {
      const end = guess.length - 1;
      const off = guess.map((share, place) => share - truth[place]);
      const mean = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      const [away, above] = [Math.round(100 * mean(off.map(Math.abs))), mean(off)];
      const points = `${away} percentage point${away === 1 ? "" : "s"}`;
      const side = Math.abs(above) * 100 > away * 0.9 ? (above > 0 ? " too high" : " too low") : " away";
      const how = away === 0 ? "Your line is nearly the true one." : `On average your line is ${points}${side}.`;
      return `At the right end you drew ${percent(guess[end])}; it is ${percent(truth[end])}. ${how}`;
    };
    const reveal = (/** @type {string} */ words) => {
      delete root.dataset.guessing;
      root.dataset.guessed = "";
      said.textContent = words;
      said.focus({ preventScroll: true });
    };
    find(sheet, "[data-answer]").addEventListener("click", () => {
      name.textContent = "your guess";
      draw();
      reveal(compare());
      // The guess was about this state; when that changes, it goes.
      new MutationObserver((_, observer) => {
        observer.disconnect();
        drawing.remove();
        said.textContent = "";
      }).observe(find(figure, "figcaption"), { characterData: true, childList: true, subtree: true });
    });
    find(sheet, "[data-skip]").addEventListener("click", () => {
      drawing.remove();
      reveal("Skipped: this is how it goes.");
    });

    picture.append(drawing);
    new ResizeObserver(() => requestAnimationFrame(draw)).observe(picture);
    show();
  };
  const end = () => delete root.dataset.guessing;

  // The picture is drawn anew when the program takes over; if it never does, there is nothing to ask.
  const wait = () => {
    if (root.dataset.failed) return end();
    if (root.dataset.ready) return begin();
    new MutationObserver((_, observer) => {
      if (!root.dataset.ready && !root.dataset.failed) return;
      observer.disconnect();
      wait();
    }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", wait);
  else wait();
}
