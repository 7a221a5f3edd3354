// Opens the share dialog; what fills it is fetched when it is first wanted.
for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    try {
      (await import(new URL(`${button.dataset.share}.js`, document.baseURI))).open();
      button.nextElementSibling?.remove();
    } catch {
      if (navigator.onLine) location.assign(button.dataset.instead);
      // Any other page would be an error of the browser, and this one lost.
      else if (!button.nextElementSibling) {
        const words = "Sharing could not be loaded: there is no network.";
        button.after(Object.assign(document.createElement("p"), { role: "status", textContent: words }));
      }
    }
  });
}
