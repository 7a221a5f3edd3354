// Opens the share dialog; what fills it, and its style, are fetched when they
// are first wanted.
const fetchStyle = (href) =>
  new Promise((done, failed) => {
    if (document.querySelector(`link[href="${href}"]`)) return done();
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: failed }),
    );
  });

for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    const { share, style, instead } = button.dataset;
    try {
      const [script] = await Promise.all([import(new URL(`${share}.js`, document.baseURI)), fetchStyle(`${style}.css`)]);
      script.open();
    } catch {
      location.assign(instead);
    }
  });
}
