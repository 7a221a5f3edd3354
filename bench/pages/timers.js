// Runs before the scripts of a page whose idle work is measured: counts its timers that are still to come. What is
// due much later is no work of this kind: screen readers are told of a change once it has been over for a while.

window.timers = { waiting: 0, last: 0 };
{
  const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  const known = new Set();
  const forget = (id) => {
    if (known.delete(id)) timers.waiting--;
  };
  window.setTimeout = (callback, delay = 0, ...rest) => {
    if (delay > 200) return set(callback, delay, ...rest);
    const id = set(() => {
      forget(id);
      callback();
      // What the callback has set off comes before the next task.
      queueMicrotask(() => (timers.last = performance.now()));
    }, delay, ...rest);
    known.add(id);
    timers.waiting++;
    return id;
  };
  window.clearTimeout = (id) => {
    forget(id);
    clear(id);
  };
}

/** Makes one change and waits until the page has found out all it wants to know. Times in milliseconds. */
window.survey = async (position) => {
  const animation = () => new Promise((done) => requestAnimationFrame(done));
  const rest = async () => {
    while (timers.waiting > 0) await animation();
  };
  // What an earlier state set off is no part of this.
  await rest();
  let tips = 0;
  const observer = new MutationObserver(() => {
    if (!document.querySelector("[data-stale]")) tips ||= performance.now();
  });
  const start = performance.now();
  await bench.change(position);
  if (!document.querySelector("[data-stale]")) throw new Error("a change made nothing stale");
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-stale"], subtree: true });
  await rest();
  observer.disconnect();
  if (!tips) throw new Error("the tipping points were not found");
  return { tips: tips - start, all: timers.last - start };
};
