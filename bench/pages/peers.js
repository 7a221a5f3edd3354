// Draws the figures of a page with another library, each as its documentation recommends for fast updates.
// All that can be prepared is prepared before the clock runs: an update gets its data in the library's own form.

import { simulate } from "/site/what-survives.js";

const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#7a4b9a", "#555555", "#999999"];
const colour = (place) => COLOURS[place % COLOURS.length];

/** Loads classic scripts one after the other. */
async function load(...addresses) {
  for (const src of addresses) {
    await new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed })));
  }
}

/**
 * Each library: the scripts it needs; `data` turns the series of a state into what it wants (not timed); `make`
 * draws a figure and returns a function that shows other data (timed).
 */
const LIBRARIES = {
  /** Nothing is drawn: what the measuring itself costs. */
  nothing: { scripts: [], data: () => null, make: () => () => {} },

  uplot: {
    scripts: ["/npm/uplot/dist/uPlot.iife.min.js"],
    data(series) {
      const [first] = series;
      const shared = series.every(({ x }) => x.length === first.x.length && x.every((x, place) => x === first.x[place]));
      return shared ? [first.x, ...series.map(({ y }) => y)] : uPlot.join(series.map(({ x, y }) => [x, y]));
    },
    make(place, { width, height, isLog, names }, data) {
      const series = [{}, ...names.map((label, index) => ({ label, stroke: colour(index), width: 2, spanGaps: true }))];
      const options = { width, height, series, scales: { x: { time: false, distr: isLog ? 3 : 1 } } };
      const plot = new uPlot(options, data, place);
      return (data) => plot.setData(data);
    },
  },

  chartjs: {
    scripts: ["/npm/chart.js/dist/chart.umd.min.js"],
    data: (series) => series.map(({ x, y }) => x.map((x, place) => ({ x, y: y[place] }))),
    make(place, { width, height, isLog, names }, data) {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      place.append(canvas);
      // https://www.chartjs.org/docs/latest/general/performance.html
      const chart = new Chart(canvas, {
        type: "line",
        data: { datasets: data.map((data, index) => ({ label: names[index], data, borderColor: colour(index), borderWidth: 2, pointRadius: 0 })) },
        options: {
          animation: false,
          parsing: false,
          normalized: true,
          responsive: false,
          spanGaps: true,
          scales: { x: { type: isLog ? "logarithmic" : "linear" } },
        },
      });
      return (data) => {
        chart.data.datasets.forEach((dataset, index) => (dataset.data = data[index]));
        chart.update("none");
      };
    },
  },

  plot: {
    scripts: ["/npm/d3/dist/d3.min.js", "/npm/@observablehq/plot/dist/plot.umd.min.js"],
    data: (series) => series.map(({ x, y }) => x.map((x, place) => [x, y[place]])),
    make(place, { width, height, isLog }, data) {
      const draw = (data) => {
        const marks = data.map((points, index) => Plot.line(points, { stroke: colour(index), strokeWidth: 2 }));
        place.replaceChildren(Plot.plot({ width, height, x: { type: isLog ? "log" : "linear" }, marks }));
      };
      draw(data);
      return draw;
    },
  },

  plotly: {
    scripts: ["/npm/plotly.js-basic-dist-min/plotly-basic.min.js"],
    data: (series) => series.map(({ id, x, y }, index) => ({ type: "scatter", mode: "lines", name: id, x, y, line: { color: colour(index), width: 2 } })),
    make(place, { width, height, isLog }, data) {
      const layout = { width, height, xaxis: { type: isLog ? "log" : "linear" }, uirevision: true };
      Plotly.newPlot(place, data, layout, { displayModeBar: false });
      return (data) => Plotly.react(place, data, layout, { displayModeBar: false });
    },
  },
};

const isRising = (points) => points.length > 1 && points.every(([x], place) => place === 0 || x > points[place - 1][0]);

/** Whether the x values are evenly spaced in their logarithms. */
function isLogarithmic({ x }) {
  const ratio = x[1] / x[0];
  return x[0] > 0 && ratio > 1.0001 && [2, x.length - 1].every((place) => Math.abs(x[place] / x[place - 1] / ratio - 1) < 1e-3);
}

/** The curves of a figure in a state: of all series those that any library can draw as a line. */
const lines = (figure) =>
  figure.series
    .filter(({ points }) => isRising(points) && points[0].length === 2)
    .map(({ id, points }) => ({ id, x: points.map(([x]) => x), y: points.map(([, y]) => y) }));

/** Whether curves differ so much that it must be seen: by a twentieth of their height. */
function differ(some, others) {
  const heights = others.flatMap(({ y }) => y).filter(Number.isFinite);
  const least = (Math.max(...heights) - Math.min(...heights)) / 20;
  const differs = (one, other) => Number.isFinite(one) && Number.isFinite(other) && Math.abs(one - other) > least;
  return some.some(({ y }, index) => y.some((value, place) => differs(value, others[index].y[place])));
}

/**
 * Draws the figures of `simulator` with a library: those that are in sight on our page, or as many others where it can
 * draw none of them. `boxes` are the pictures on our page, `values` those of `parameter` at the positions of the
 * slider. Returns which figures it has drawn, and whether they must be seen to differ at the positions `looks`.
 */
window.setUp = async ({ library: name, simulator, parameter, values, boxes, looks }) => {
  const library = LIBRARIES[name];
  await load(...library.scripts);
  const runs = new Map(values.map((value) => [value, simulate(simulator, value === null ? {} : { [parameter]: value })]));
  const distinct = [...runs.keys()];
  const updates = [];
  const drawn = [];
  const drawable = runs.get(values[0]).figures.flatMap(({ id }, index) => {
    const box = boxes.find((box) => box.id === id);
    // The same curves in all states, so that only their points change.
    const kept = distinct
      .map((value) => lines(runs.get(value).figures[index]).map(({ id }) => id))
      .reduce((common, ids) => common.filter((id) => ids.includes(id)));
    return box && kept.length ? [{ id, index, box, kept }] : [];
  });
  const inSight = drawable.filter(({ box }) => box.inSight);
  const instead = drawable.slice(0, boxes.filter(({ inSight }) => inSight).length);
  for (const { id, index, box, kept } of inSight.length ? inSight : instead) {
    const series = (value) => lines(runs.get(value).figures[index]).filter(({ id }) => kept.includes(id));
    const [first] = series(values[0]);
    const place = Object.assign(document.createElement("div"), { className: "plot", id });
    document.querySelector("main").append(place);
    const data = new Map(distinct.map((value) => [value, library.data(series(value))]));
    const figure = { width: Math.round(box.width), height: Math.round(box.height), isLog: isLogarithmic(first), names: kept };
    const show = library.make(place, figure, data.get(values[0]));
    updates.push((value) => show(data.get(value)));
    const shown = looks.map((look) => series(values[look]));
    drawn.push({ id, moves: shown.some((other) => differ(other, shown[0])) });
  }
  const slider = bench.slider();
  slider.max = values.length - 1;
  slider.addEventListener("input", () => {
    const value = values[Number(slider.value)];
    for (const update of updates) update(value);
  });
  return drawn;
};
