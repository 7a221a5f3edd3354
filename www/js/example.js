// In a notebook, give the whole address of what-survives.js instead.
const place = /** @type {HTMLElement} */ (document.querySelector("[data-example]"));
const module = new URL("what-survives.js", new URL(place.dataset.example ?? "", document.baseURI));
/** @type {typeof import("./module.js")} */
const { simulate, figure } = await import(module.href);

const lines = [0.001, 0.01, 0.1].map((reveal) => {
  const { readouts } = simulate("waluigi-decay", { reveal });
  const suspicion = readouts.find(({ id }) => id === "suspicion_known");
  return `reveal = ${reveal}: suspicion ${suspicion?.value?.toPrecision(3)}`;
});
place.append(Object.assign(document.createElement("pre"), { textContent: lines.join("\n") }));

const svg = figure("waluigi-decay", "suspicion", { reveal: 0.02 });
const picture = new Image();
picture.alt = "Suspicion over quiet opportunities, drawn by the module";
picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
place.append(picture);
document.documentElement.dataset.example = "ready";
