// Opens the share dialog and downloads points; what does it, and its style, are
// fetched when they are first wanted.
const fetchScript = (name) => import(new URL(`${name}.js`, document.baseURI));
const fetchStyle = (href) =>
  new Promise((done, failed) => {
    if (document.querySelector(`link[href="${href}"]`)) return done();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done });
    // The next try must not take it for loaded.
    link.onerror = () => failed(link.remove());
    document.head.append(link);
  });

for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    const { share, style, instead } = button.dataset;
    try {
      const [script] = await Promise.all([fetchScript(share), fetchStyle(`${style}.css`)]);
      script.open();
      button.nextElementSibling?.remove();
    } catch {
      if (navigator.onLine) location.assign(instead);
      // Any other page would be an error of the browser, and this one lost.
      else if (!button.nextElementSibling) {
        const words = "Sharing could not be loaded: there is no network.";
        button.after(Object.assign(document.createElement("p"), { role: "status", textContent: words }));
      }
    }
  });
}

for (const button of document.querySelectorAll("[data-points]")) {
  button.addEventListener("click", async () => {
    try {
      await (await fetchScript(document.querySelector("[data-share]").dataset.share)).download("csv");
    } catch {
      button.textContent = "The points could not be loaded. Try again.";
    }
  });
}
