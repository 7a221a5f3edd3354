// Runs before the scripts of a visited page: notes when what is seen. All times from the start of the visit.

{
  const times = { paint: null, largest: null, figure: null, ready: null };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") times.paint = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    times.largest = list.getEntries().at(-1).startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  // The first frame in which the first figure is laid out within the window, with its curves in it. (A drawing in
  // the page itself is no candidate for the largest paint.)
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) times.figure ??= performance.now();
  });
  const CURVE = "figure[data-figure] svg path, .plotly .trace path";
  const look = () => {
    if (document.documentElement.dataset.ready === "true") times.ready ??= performance.now();
    const svg = document.querySelector(CURVE)?.closest("svg");
    if (svg && times.figure === null) seen.observe(svg);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });

  window.watch = () => times;
}
