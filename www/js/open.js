// Opens the share dialog, downloads points, asks for a guess and runs the example of the
// module; what does it, and its style, are fetched when they are first wanted.
/** @type {(name: string) => Promise<typeof import("./share.js")>} */
const fetchScript = (name) => import(new URL(`${name}.js`, document.baseURI).href);
/** @type {(href: string) => Promise<void>} */
const fetchStyle = (href) =>
  new Promise((done, failed) => {
    if (document.querySelector(`link[href="${href}"]`)) return done();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done });
    // The next try must not take it for loaded.
    link.onerror = () => failed(link.remove());
    document.head.append(link);
  });

/** @param {string} selector */
const all = (selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));

const [meta, canonical] = /** @type {[HTMLMetaElement, HTMLLinkElement | undefined]} */ ([...all("meta[name=what-survives]"), ...all("link[data-rel=canonical]")]);

// Phones share the canonical address: it says the state, once there is one to say, and now and then while that changes.
if (canonical) {
  const { href } = canonical;
  let pause = 0;
  const follow = () => {
    pause = 0;
    Object.assign(canonical, { rel: "canonical", href: href + (meta.dataset.state && `?${meta.dataset.state}`) });
  };
  new MutationObserver(() => (pause ||= setTimeout(follow, 300))).observe(meta, { attributeFilter: ["data-state"] });
  if ("state" in meta.dataset) follow();
}

for (const button of all("[data-share]")) {
  button.addEventListener("click", async () => {
    const { share = "", style } = button.dataset;
    try {
      const [script] = await Promise.all([fetchScript(share), fetchStyle(`${style}.css`)]);
      script.open();
      button.nextElementSibling?.remove();
    } catch {
      // Another page would not have the state; and without a network it would be an error of the browser.
      const why = navigator.onLine ? `may be a newer page. <a href="">Load it again</a>` : "is no network.";
      button.nextElementSibling?.remove();
      button.insertAdjacentHTML("afterend", `<p role="status">Sharing could not be loaded: there ${why}</p>`);
    }
  });
}

for (const button of all("[data-run]")) {
  button.addEventListener("click", async () => {
    try {
      await fetchScript(button.dataset.run ?? "");
      button.remove();
    } catch {
      button.textContent = "The module could not be loaded. Try again.";
    }
  });
}

for (const button of all("[data-points]")) {
  button.addEventListener("click", async () => {
    try {
      const [{ dataset }] = all("[data-share]");
      await (await fetchScript(dataset.share ?? "")).download("csv");
    } catch {
      button.textContent = "The points could not be loaded. Try again.";
    }
  });
}

for (const button of all("[data-guess]")) {
  const { style = "", script = "" } = button.dataset;
  // Once the script is there, it listens itself.
  const ask = async () => {
    const root = document.documentElement;
    button.removeEventListener("click", ask);
    try {
      await fetchStyle(style);
      root.dataset.asking = "";
      // What has the focus may be hidden now, wherever the reader went meanwhile.
      document.getElementById("main")?.focus({ preventScroll: true });
      await import(new URL(script, document.baseURI).href);
      /** @type {HTMLElement | null} */ (document.querySelector(".guess input"))?.focus({ preventScroll: true });
    } catch {
      delete root.dataset.asking;
      button.addEventListener("click", ask);
    }
  };
  if (!document.querySelector(`script[src="${script}"]`)) button.addEventListener("click", ask);
}

// What can be asked of the models is answered once it is near, or once the state of the page asks for it.
for (const section of all("[data-explore]")) {
  const load = async () => {
    near.disconnect();
    asked.disconnect();
    const { script = "", style = "" } = section.dataset;
    await Promise.all([fetchScript(script), fetchStyle(`${style}.css`)]).catch(() => {
      const said = section.querySelector("[data-answer]") ?? section;
      said.textContent = "The answers could not be loaded. Reload the page to try again.";
    });
  };
  const wants = () => /~|(^|&)pin=/.test(meta.dataset.state ?? "") && load();
  const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(), { rootMargin: "300px" });
  const asked = new MutationObserver(wants);
  near.observe(section);
  asked.observe(meta, { attributeFilter: ["data-state"] });
  wants();
}
