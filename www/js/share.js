// Sharing: snippets, copying and downloads, in the dialog of a simulator's page
// and on the page about embedding. Addresses come from where the page is served;
// what only the models know comes from the module, loaded when it is wanted.
/** @type {() => HTMLElement | null} */
const theBox = () => document.querySelector("[data-sharing]");
// The page about embedding has a box of its own; simulators' pages get the dialog, which the generator writes in here.
if (!theBox()) {
  document.body.insertAdjacentHTML("beforeend", "THE DIALOG");
  const made = /** @type {HTMLElement} */ (theBox());
  const { content = "" } = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=what-survives]"));
  const home = new URL(".", import.meta.url).href;
  const { query = "" } = /** @type {HTMLElement} */ (document.querySelector("[data-explore]")).dataset;
  Object.assign(made.dataset, { sharing: home, place: content, title: document.querySelector("h1")?.textContent ?? "", query });
  const figures = /** @type {HTMLSelectElement} */ (made.querySelector("select[name=figure]"));
  for (const { dataset, firstElementChild } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-figure]"))) {
    const { figure = "" } = dataset;
    // The first one needs no name in an address.
    figures.dataset.first ??= figure;
    figures.append(new Option(firstElementChild?.textContent ?? figure, figures.dataset.first === figure ? "" : figure));
  }
  /** @type {HTMLElement} */ (made.querySelector("[data-simulator]")).textContent = content.split("/")[0];
  /** @type {HTMLAnchorElement} */ (made.querySelector("[data-embedding]")).href = `${home}embed/`;
}
const box = /** @type {HTMLElement} */ (theBox());
const root = new URL(box.dataset.sharing ?? "", document.baseURI);
const dialog = box.closest("dialog");
/** What the generator has written. @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (box.querySelector(selector));
/** @param {string} name */
const asked = (name) => /** @type {HTMLSelectElement | null} */ (find(`select[name="${name}"]`));
/** @param {string} name */
const choice = (name) => /** @type {HTMLSelectElement} */ (asked(name));
// Apart from their names, so that nothing takes these files for parts of the page.
const JS = ".js";
/** @type {Record<string, number>} */
const HEIGHTS = { compact: 360, normal: 480, full: 640 };

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };
const quote = (/** @type {string} */ text) => text.replace(/[&"<]/g, (sign) => SIGNS[sign]);

/** The state of this page: the program says it; until there is one, the address. */
const present = () => {
  const place = /** @type {HTMLElement} */ (document.querySelector("meta[name=what-survives]"));
  return place.dataset.state ?? location.search.slice(1);
};

/** @typedef {ReturnType<typeof subject>} Subject */

/** What is shared: the state of this page, or the page that was chosen. */
const subject = () => {
  const { place = "", title = "", query = "" } = (asked("page")?.selectedOptions[0] ?? box).dataset;
  const state = dialog ? present() : "";
  const height = asked("height")?.value || "normal";
  const shown = { figure: choice("figure").value, theme: asked("theme")?.value ?? "", height: asked("height")?.value ?? "" };
  const keys = Object.entries(shown).filter(([, value]) => value);
  const own = keys.map(([key, value]) => `${key}=${value}`);
  /** @param {string} path @param {string[]} pairs */
  const address = (path, pairs) => `${root.href}${path}${pairs.length ? `?${pairs.join("&")}` : ""}`;
  const [simulator, preset = ""] = place.split("/");
  return {
    title, simulator, preset, state, keys,
    height: HEIGHTS[height],
    /** Everything that differs from the defaults, not only from the preset. */
    parameters: [query, state].filter(Boolean).join("&"),
    page: address(`${place}/`, state ? [state] : []),
    frame: address(`e/${place}/`, state ? [state, ...own] : own),
    picture: address(`${place}/picture.png`, []),
  };
};

/** @param {Subject} it */
const linked = ({ page, picture, title }) =>
  `<a href="${quote(page)}"><img src="${quote(picture)}" alt="${quote(title)}" width="100%"></a>`;

/** @type {Record<string, (it: Subject) => string | Promise<string>>} */
const SNIPPETS = {
  link: ({ page }) => page,
  address: ({ page }) => page,
  newest: ({ page }) => page.replace(/\/v\/[^/]+\//, "/"),
  markdown: ({ title, picture, page }) => `[![${title.replace(/[[\]\\]/g, "\\$&")}](${picture})](${page})`,
  iframe: ({ frame, height, title }) =>
    `<iframe src="${quote(frame)}" title="${quote(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`,
  element: (it) => {
    const pairs = [["simulator", it.simulator], ["preset", it.preset], ...new URLSearchParams(it.state), ...it.keys];
    const attributes = pairs.filter(([, value]) => value).map(([name, value]) => ` ${name}="${quote(value)}"`);
    return `<script type="module" src="${root.href}embed${JS}"></script>\n<what-survives${attributes.join("")}>${linked(it)}</what-survives>`;
  },
  // The frame inside tells its height; until it does, the picture is shown.
  widget: (it) =>
    `<style>body{margin:0}iframe{width:100%;height:0;border:0}</style>${linked(it).replace("<a", "<a id=a")}` +
    `<iframe id=f src="${quote(it.frame)}" title="${quote(it.title)}"></iframe>` +
    '<script>onmessage=({source:s,data:d})=>{let t=d?.type,w=f.contentWindow;if(s==w&&t=="iframe-widget-resize"){a.hidden=1;f.style.height=d.height+"px";parent.postMessage(d,"*")}s==parent&&t=="iframe-widget-request-resize"&&w.postMessage(d,"*")}</' +
    "script>",
  table: async ({ simulator, parameters }) => (await models()).markdown(simulator, parameters),
  bibtex: async ({ simulator, parameters }) => (await models()).bibtex(simulator, parameters),
  citation: async ({ simulator, parameters }) => (await models()).citation(simulator, parameters),
};

/** @type {() => Promise<typeof import("./module.js")>} */
const models = () => import(new URL(`what-survives${JS}`, root).href);

const say = (/** @type {string} */ words) => (find("[role=status]").textContent = words);

const refresh = async () => {
  const it = subject();
  for (const area of box.querySelectorAll("textarea")) {
    const kind = area.dataset.snippet || choice("kind").value;
    area.value = "";
    try {
      area.value = (await SNIPPETS[kind](it)).trim();
    } catch {
      say("That could not be loaded. Try again.");
    }
  }
  const preview = find("[data-preview]");
  const kind = asked("kind")?.value ?? "iframe";
  const [tag, address] = kind === "markdown" ? ["img", it.picture] : /iframe|element|widget/.test(kind) ? ["iframe", it.frame] : [];
  const before = /** @type {HTMLIFrameElement | null} */ (preview.firstElementChild);
  if (before?.src === address) return;
  preview.replaceChildren();
  if (tag) preview.append(Object.assign(document.createElement(tag), { src: address, alt: it.title, title: it.title, height: it.height }));
};

const copy = async (/** @type {HTMLTextAreaElement} */ area) => {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    say("Copied.");
  } catch {
    say("It is selected: copy it with Ctrl+C, or by a long press.");
  }
};

/** @param {Blob | string} content @param {string} type @param {string} name */
const save = (content, type, name) => {
  const link = document.createElement("a");
  // It goes with the page and not before: some browsers ask first, and read it when they have an answer.
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
};

/** A picture at twice its size, with a text chunk that says where it is from. */
const png = async (/** @type {string} */ svg) => {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * picture.naturalWidth, 2 * picture.naturalHeight];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  /** @type {Blob | null} */
  const drawn = await new Promise((done) => canvas.toBlob(done));
  if (!drawn) throw new Error("The picture is too large.");
  const bytes = await drawn.arrayBuffer();
  const [, words = ""] = /<metadata>([^<]*)/.exec(svg) ?? [];
  const source = words.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const chunk = new TextEncoder().encode(`tEXtSource\0${source}`);
  const framed = new DataView(new ArrayBuffer(chunk.length + 8));
  framed.setUint32(0, chunk.length - 4);
  chunk.forEach((byte, at) => framed.setUint8(at + 4, byte));
  const crc = chunk.reduce((crc, byte) => {
    for (let bit = 0, rest = (crc ^ byte) & 255; ; bit++) {
      if (bit === 8) return (crc >>> 8) ^ rest;
      rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    }
  }, -1);
  framed.setUint32(chunk.length + 4, ~crc);
  // After the signature and the header.
  return new Blob([bytes.slice(0, 33), framed, bytes.slice(33)], { type: "image/png" });
};

/**
 * Saves what is shown now: `svg` and `png` of the chosen figure; `csv`, `semicolon` and `json` of everything.
 * @param {string} kind
 */
export const download = async (kind) => {
  const { simulator, parameters } = subject();
  const figure = choice("figure").value || `${choice("figure").dataset.first}`;
  const from = await models();
  const name = from.name(simulator, parameters);
  if (kind === "json") save(from.json(simulator, parameters), "application/json", `${name}.json`);
  else if (kind === "csv" || kind === "semicolon") {
    save(from.csv(simulator, parameters, { semicolon: kind === "semicolon" }), "text/csv", `${name}.csv`);
  } else {
    const { checked } = /** @type {HTMLInputElement} */ (find("input[name=words]"));
    const svg = from.figure(simulator, figure, parameters, { bare: !checked });
    if (kind === "svg") save(svg, "image/svg+xml", `${name}.${figure}.svg`);
    else save(await png(svg), "image/png", `${name}.${figure}.png`);
  }
  // Nobody tells a page what became of it.
  say("Your browser has the file. If none arrives, the app that shows this page allows no downloads: open it in a browser.");
};

box.addEventListener("change", (/** @type {Aimed} */ { target }) => {
  if (target.name === "page") showFigures();
  refresh();
});
box.addEventListener("click", (/** @type {Aimed} */ { target }) => {
  say("");
  if ("copy" in target.dataset) copy(target.closest("[data-snippets]").querySelector("textarea"));
  if (target.dataset.download) download(target.dataset.download).catch(() => say("That could not be made. Try again."));
  if ("close" in target.dataset) dialog?.close();
});
for (const area of box.querySelectorAll("textarea")) area.addEventListener("focus", () => area.select());

/** On the page about embedding: the figures of the simulator that was chosen. */
const showFigures = () => {
  for (const option of choice("figure").options)
    option.hidden = option.disabled = Boolean(option.dataset.of) && option.dataset.of !== subject().simulator;
  choice("figure").value = "";
};

/** Opens the dialog of a simulator's page. */
export const open = () => {
  dialog?.showModal();
  refresh();
};

if (!dialog) {
  showFigures();
  refresh();
} else if (/\/v\/[^/]+\//.test(root.pathname)) {
  choice("kind").options[0].after(new Option("Link to the newest version", "newest"));
}
