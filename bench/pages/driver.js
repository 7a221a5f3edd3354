// Runs in every measured page before its own scripts: moves the headline slider and takes the time.

window.bench = {
  slider: () => document.querySelector(".headline input[type=range]"),

  /** Slider positions from end to end and back: each differs from the one before, also where a slider has few. */
  positions(count) {
    const slider = bench.slider();
    const [before, from, to] = [slider.value, Number(slider.min), Number(slider.max)];
    const distinct = [];
    for (let place = 0; place < count; place++) {
      slider.value = from + ((to - from) * place) / (count - 1);
      if (slider.value !== distinct.at(-1)) distinct.push(slider.value);
    }
    slider.value = before;
    const round = [...distinct, ...distinct.slice(1, -1).reverse()];
    return Array.from({ length: count }, (_, place) => round[place % round.length]);
  },

  /** Slider positions in no order, the same in each run: each differs from the one before. */
  jumps(count) {
    const [all, jumps] = [[...new Set(bench.positions(10 * count))], []];
    // The generator of Park and Miller.
    let seed = 1;
    while (jumps.length < count) {
      seed = (seed * 48271) % 2147483647;
      const position = all[seed % all.length];
      if (position !== jumps.at(-1)) jumps.push(position);
    }
    return jumps;
  },

  /**
   * One change: from the `input` event, at the start of a frame as a browser aligns it, to the first task after
   * that frame is drawn, in milliseconds.
   */
  change(position) {
    const slider = bench.slider();
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) =>
      requestAnimationFrame(() => {
        port1.onmessage = () => done(performance.now() - start);
        const start = performance.now();
        slider.value = position;
        slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
        port2.postMessage(null);
      }),
    );
  },

  /** One change after the other, each in a frame of its own; the time of each. */
  async sweep(positions) {
    const times = [];
    for (const position of positions) times.push(await bench.change(position));
    return times;
  },

  /** The value of the headline parameter at each position, as a link would say it; null where it is the page's own. */
  async values(positions) {
    const values = [];
    for (const position of positions) {
      await bench.change(position);
      const { state } = document.querySelector("meta[name=what-survives]").dataset;
      values.push(new URLSearchParams(state).get(bench.slider().name));
    }
    return values;
  },
};
