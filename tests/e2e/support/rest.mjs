// When a page has done what it had to do. Nothing here waits for a time: a busy machine takes longer, and the
// result is the same.

/** How long anything may take before it is a failure, in milliseconds. */
export const PATIENCE_MS = 60_000;

/**
 * Run before a page's scripts: notes in `window.work` what the page has asked to be called back for. `pending` are
 * the calls that are still to come; a page without any sleeps until something happens to it. `frames` counts the
 * animation frames that were asked for. `frame` and `timer` are the browser's own, which are not noted.
 */
export const watchWork = () => {
  const pending = new Set();
  const own = { frame: requestAnimationFrame.bind(window), timer: setTimeout.bind(window) };
  window.work = { pending, frames: 0, ...own };
  for (const [ask, cancel, repeats] of [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval", true],
    ["requestAnimationFrame", "cancelAnimationFrame"],
    ["requestIdleCallback", "cancelIdleCallback"],
  ]) {
    const [asks, cancels] = [window[ask].bind(window), window[cancel].bind(window)];
    window[ask] = (act, ...more) => {
      if (ask === "requestAnimationFrame") work.frames++;
      const id = asks((...words) => {
        if (!repeats) pending.delete(`${cancel} ${id}`);
        act(...words);
      }, ...more);
      pending.add(`${cancel} ${id}`);
      return id;
    };
    window[cancel] = (id) => {
      pending.delete(`${cancel} ${id}`);
      cancels(id);
    };
  }
};

/**
 * Run in a page: resolves after three frames in a row in which nothing was left to do. Observers of sizes and of
 * sight answer within a frame; what they put off with a timer comes before a timer that is set in the next one.
 */
async function still({ width, sleeps, limit }) {
  const { frame, timer, pending } = window.work ?? { frame: requestAnimationFrame, timer: setTimeout };
  const end = performance.now() + limit;
  for (let quiet = 0; quiet < 3; quiet++) {
    await new Promise((done) => frame(() => timer(done, 1)));
    const left = [...document.querySelectorAll("[data-stale]")].map((part) => part.cloneNode().outerHTML);
    if (sleeps) left.push(...pending);
    if (width && width !== innerWidth) left.push(`a width of ${width} px`);
    if (left.length) quiet = -1;
    if (left.length && performance.now() > end) throw new Error(`still to come: ${left.join(" ")}`);
  }
}

/** The width that a page was given; a frame has that of its place. */
const widthOf = (page) => page.viewportSize?.()?.width;

/** Waits until nothing on a page (or frame in sight) is about to change: layouts fit, and nothing shown is out of date. */
export const settled = (page) => page.evaluate(still, { width: widthOf(page), limit: PATIENCE_MS });

/** Waits until a page (or frame in sight) that `watchWork` watches has nothing left that it could wake up for. */
export const asleep = (page) => page.evaluate(still, { sleeps: true, width: widthOf(page), limit: PATIENCE_MS });

/** Waits for the program on a page (or frame), whether it has come yet or not. */
export const alive = (page) => page.waitForSelector("html[data-ready=true]", { state: "attached", timeout: PATIENCE_MS });

/** Waits for the program on a page that loads one by itself. */
export async function ready(page) {
  if (await page.locator("script[type=module]").count()) await alive(page);
}
