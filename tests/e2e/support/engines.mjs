// Browser engines, each driven by what its makers offer: Firefox through WebDriver BiDi, WebKit through its own
// WebDriver, Chromium as in all other tests.
//
// All have the same few verbs: `open(url)`, `evaluate(function, ...values)`, `press(selector, key)`, `close()`, and
// `inFrame(selector, function, ...values)`, which evaluates in a frame of another origin: the one that the selector
// finds, or the frame in the shadow of what it finds.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { eventually } from "./assertions.mjs";
import { blank, launch } from "./browser.mjs";
import { PATIENCE_MS } from "./rest.mjs";
import { firefoxPath, puppeteer, webkitDriverPath } from "./tools.mjs";

async function firefox() {
  const options = { browser: "firefox", executablePath: firefoxPath(), headless: true, timeout: 3 * PATIENCE_MS };
  const browser = await puppeteer.launch(options);
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1280, height: 900 });
  return {
    open: (url) => page.goto(url),
    evaluate: (act, ...values) => page.evaluate(act, ...values),
    async press(selector, key) {
      await page.focus(selector);
      await page.keyboard.press(key);
    },
    inFrame: async (selector, act, ...values) =>
      (await (await page.evaluateHandle(frameOf, selector)).asElement().contentFrame()).evaluate(act, ...values),
    close: () => browser.close(),
  };
}

/** The frame that a selector finds, or that is in the shadow of what it finds. */
const frameOf = (selector) => {
  const found = document.querySelector(selector);
  return found?.shadowRoot?.querySelector("iframe") ?? found;
};

async function chromium() {
  const browser = await launch();
  const page = await blank(browser, { viewport: { width: 1280, height: 900 } });
  return {
    open: (url) => page.goto(url),
    // Playwright passes one value.
    evaluate: (act, ...values) => page.evaluate(`(${act})(...${JSON.stringify(values)})`),
    press: (selector, key) => page.press(selector, key),
    inFrame: async (selector, act, ...values) =>
      (await (await page.evaluateHandle(frameOf, selector)).asElement().contentFrame()).evaluate(`(${act})(...${JSON.stringify(values)})`),
    close: () => browser.close(),
  };
}

/** The keys that tests press, as WebDriver names them. */
const KEYS = { ArrowRight: "\uE014", PageUp: "\uE00E", Enter: "\uE007" };

/** A free port, of those that systems do not give away by themselves: nobody takes it in the meantime. */
async function freePort() {
  for (let port = 20_000 + (process.pid % 10_000); ; port++) {
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
      continue;
    }
    await new Promise((done) => server.close(done));
    return port;
  }
}

async function webkit() {
  const options = { stdio: ["ignore", "pipe", "ignore"] };
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1300x1000x24", "-nolisten", "tcp"], options);
  const [display] = await once(screen.stdout, "data");
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${`${display}`.trim()}`, GDK_BACKEND: "x11" };
  const driver = spawn(webkitDriverPath(), ["--host=127.0.0.1", `--port=${port}`], { ...options, env });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit: ${path}: ${value?.message}`);
    return value;
  };
  const { sessionId } = await eventually(() => call("POST", "/session", { capabilities: { alwaysMatch: {} } }));
  const page = `/session/${sessionId}`;
  const engine = {
    open: (url) => call("POST", `${page}/url`, { url }),
    async evaluate(act, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        new Promise((answer) => answer((${act})(...[...arguments].slice(0, -1))))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call("POST", `${page}/execute/async`, { script, args });
      if (error) throw new Error(error);
      return value;
    },
    async press(selector, key) {
      const element = await call("POST", `${page}/element`, { using: "css selector", value: selector });
      await call("POST", `${page}/element/${Object.values(element)[0]}/value`, { text: KEYS[key] });
    },
    async inFrame(selector, act, ...args) {
      const id = await call("POST", `${page}/execute/sync`, { script: `return (${frameOf})(...arguments)`, args: [selector] });
      await call("POST", `${page}/frame`, { id });
      try {
        return await engine.evaluate(act, ...args);
      } finally {
        await call("POST", `${page}/frame`, { id: null });
      }
    },
    async close() {
      await call("DELETE", page);
      driver.kill();
      screen.kill();
    },
  };
  return engine;
}

/** Chromium, with the verbs of the others. */
export const CHROMIUM = { Chromium: chromium };

/** The other engines that can be had here: name, and a function that starts one. */
export const ENGINES = { Firefox: firefox, ...(webkitDriverPath() && { WebKit: webkit }) };
