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

/** The sizes of all figures. */
export const figureBoxes = () =>
  [...document.querySelectorAll("figure[data-figure]")].map((figure) => {
    const { width, height } = (figure.querySelector(".picture") ?? figure).getBoundingClientRect();
    return { id: figure.dataset.figure, width, height };
  });

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
