// Functions that run inside a page and say what is wrong with its layout.

/** Whether the page can be scrolled sideways. */
export const sideways = () => {
  const { scrollWidth } = document.scrollingElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
};

/** Text of figures that leaves its picture or runs into other text. */
export const misplacedText = () => {
  const TOLERANCE = 1; // pixels: anti-aliasing and rounding
  const wrong = [];
  const round = (box) => [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (svg.ownerSVGElement || frame.width === 0) continue;
    const name = svg.closest("[data-figure]")?.dataset.figure ?? "picture";
    const texts = [...svg.querySelectorAll("text")]
      .map((element) => ({ words: element.textContent.trim(), box: element.getBoundingClientRect() }))
      .filter(({ words, box }) => words && box.width > 0);
    texts.forEach(({ words, box }, index) => {
      const outside = Math.max(
        frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom,
      );
      if (outside > TOLERANCE) wrong.push(`${name}: "${words}" (${round(box)}) leaves its picture (${round(frame)})`);
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (Math.min(across, down) > TOLERANCE)
          wrong.push(`${name}: "${words}" (${round(box)}) runs into "${other.words}" (${round(other.box)})`);
      }
    });
  }
  return wrong;
};

/**
 * Run before the page's scripts: keeps the program waiting until the page as it came has been painted, and notes in
 * `window.parts` where everything stands then.
 */
export const holdProgram = () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = async () => {
    if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
    // The second frame begins when the first has been laid out and painted.
    await frame();
    await frame();
  };
  const note = () => {
    // What is said of a program that does not come is never seen where one does.
    const all = [...document.querySelectorAll("body, body *:not(svg *, .failed *)")];
    window.parts ??= all.map((part) => ({ part, box: part.getBoundingClientRect() })).filter(({ box }) => box.width && box.height);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...what) => {
      await painted();
      note();
      return start.apply(WebAssembly, what);
    };
  }
};

/** What `holdProgram` noted and now stands elsewhere. What the program has replaced is looked for by its name. */
export const movedParts = () => {
  const TOLERANCE = 0.1; // pixels
  if (!window.parts) return document.querySelector("meta[name=what-survives]") ? ["the program was not kept waiting"] : [];
  const lines = window.parts.flatMap(({ part, box }) => {
    const name = part.name && ["name", "type", "value"].map((key) => (key !== "value" || part.type === "radio" ? `[${key}="${part[key]}"]` : ""));
    const now = part.isConnected ? part : name && document.querySelector(part.localName + name.join(""));
    if (!now) return [];
    const is = now.getBoundingClientRect();
    const moved = ["left", "top", "width", "height"].filter((side) => Math.abs(is[side] - box[side]) > TOLERANCE);
    const words = moved.map((side) => `${side} from ${box[side].toFixed(2)} to ${is[side].toFixed(2)}`);
    return words.length ? [`${now.cloneNode().outerHTML.slice(0, 100)}: ${words.join(", ")}`] : [];
  });
  const isMoved = lines.length;
  return isMoved > 12 ? [...lines.slice(0, 12), `and ${isMoved - 12} more parts`] : lines;
};

/** Figures that show no picture, or one without some of its parts. */
export const emptyFigures = () =>
  [...document.querySelectorAll("figure[data-figure]")].flatMap((figure) => {
    const svgs = [...figure.querySelectorAll("svg")].filter((svg) => svg.checkVisibility());
    const isShown = svgs.some((svg) => svg.getBoundingClientRect().width > 100 && svg.querySelector("path, circle, rect"));
    if (!isShown) return [`${figure.dataset.figure} shows no picture`];
    const hidden = svgs.flatMap((svg) => [...svg.querySelectorAll("*")].filter((part) => getComputedStyle(part).display === "none"));
    return hidden.map((part) => `${figure.dataset.figure} hides ${part.outerHTML.slice(0, 80)}`);
  });

/** What stays in place while the page is scrolled and takes more than half of the window. */
export const covered = () => {
  const isFixed = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && isFixed(element) && element.getBoundingClientRect().height > innerHeight / 2)
    .map((element) => `${element.localName}.${element.className} covers the window`);
};

/** Run before the page's scripts: notes every layout shift in `window.shifts`, with what it moved. */
export const noteShifts = () => {
  window.shifts = [];
  const top = (box) => Math.round(box.top);
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node, previousRect, currentRect }) => {
        const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        return `${element?.cloneNode().outerHTML.slice(0, 100)} from ${top(previousRect)} to ${top(currentRect)}`;
      });
      window.shifts.push({ value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
};
