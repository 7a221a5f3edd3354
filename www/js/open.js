// Opens the share dialog; what fills it is fetched when it is first wanted.
for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    try {
      (await import(new URL(`${button.dataset.share}.js`, document.baseURI))).open();
    } catch {
      location.assign(button.dataset.instead);
    }
  });
}
