// Light, dark, or as the system has it. Runs before the first paint, so that
// nothing flashes; remembers the choice where there is storage, works where
// there is none. A link may say `theme=dark`, which an embed needs.

{
  const root = document.documentElement;
  // Other sites on the same host share the storage.
  const KEY = "what-survives:theme";
  /** @param {string | null | undefined} theme */
  const known = (theme) => (theme === "light" || theme === "dark" ? theme : "");

  /** @param {string} [theme] to be remembered */
  function stored(theme) {
    try {
      if (theme === undefined) return localStorage.getItem(KEY);
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // A sandboxed frame has no storage.
    }
  }

  /** @param {string} theme */
  function show(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  // Where the program's script cannot be loaded, it cannot say so itself.
  addEventListener("error", (/** @type {Aimed} */ { target }) => target.dataset && "program" in target.dataset && (root.dataset.failed = "true"), true);

  const first = known(new URLSearchParams(location.search.replace(/&(amp;)+/gi, "&")).get("theme")) || known(stored());
  show(first);

  // A saved copy of a page still says that its program has taken over.
  const { ready } = root.dataset;
  delete root.dataset.ready;

  addEventListener("DOMContentLoaded", () => {
    if (ready) root.dataset[document.querySelector(".failed") ? "failed" : "ready"] = ready;
    const choice = /** @type {HTMLSelectElement | null} */ (document.querySelector("[data-themes]"));
    if (!choice) return;
    choice.value = first;
    choice.addEventListener("change", () => {
      show(choice.value);
      stored(choice.value);
    });
  });
}
