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
  /** @type {HTMLAnchorElement} */ (made.querySelector("[data-single]")).href = new URL(`single/${content.split("/")[0]}.html`, document.baseURI).href;
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
/** For attributes. Braces mean something to MDX and to the templates of Hugo and Jekyll. @type {(text: string) => string} */
const quote = (text) => text.replace(/[&"<]/g, (sign) => SIGNS[sign]).replace(/[{}]/g, numbered);
const numbered = (/** @type {string} */ sign) => `&#${sign.charCodeAt(0)};`;
/** For text that may pass through a reader of Markdown first. @type {(text: string) => string} */
const words = (text) => text.replace(/[&<]/g, (sign) => SIGNS[sign]).replace(/[{}[\]*_`~$|\\>]/g, numbered);
/** For text and addresses in Markdown. @type {(text: string) => string} */
const plain = (text) => text.replace(/[[\]\\*_`<&]/g, "\\$&");
const target = (/** @type {string} */ address) => address.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));

/** The state of this page: the program says it; until there is one, the address. */
const present = () => {
  const place = /** @type {HTMLElement} */ (document.querySelector("meta[name=what-survives]"));
  return place.dataset.state ?? location.search.slice(1);
};

// What a simulator's page asks the page about embedding for: `?of=`, its place and its state.
const [, askedPlace = "", askedState = ""] = (!dialog && /^([^?]*)\??([^\s"<>`\\{}]*)$/.exec(new URLSearchParams(location.search).get("of") ?? "")) || [];

/** @typedef {ReturnType<typeof subject>} Subject */

/** What is shared: the state of this page, or the page that was chosen. */
const subject = () => {
  const { place = "", title = "", query = "" } = (asked("page")?.selectedOptions[0] ?? box).dataset;
  const state = dialog ? present() : place === askedPlace ? askedState : "";
  const height = asked("height")?.value || "normal";
  const figure = choice("figure").value;
  const shown = { figure, theme: asked("theme")?.value ?? "", height: asked("height")?.value ?? "" };
  const keys = Object.entries(shown).filter(([, value]) => value);
  const own = keys.map(([key, value]) => `${key}=${value}`);
  /** @param {string} path @param {string[]} pairs */
  const address = (path, pairs) => `${root.href}${path}${pairs.length ? `?${pairs.join("&")}` : ""}`;
  const [simulator, preset = ""] = place.split("/");
  return {
    title, simulator, preset, state, keys, figure, place,
    height: HEIGHTS[height],
    /** Everything that differs from the defaults, not only from the preset. */
    parameters: [query, state].filter(Boolean).join("&"),
    page: address(`${place}/`, state ? [state] : []) + (figure && `#title-${figure}`),
    frame: address(`e/${place}/`, state ? [state, ...own] : own),
    /** Where there is one of what is shared: pictures are drawn with the site, of first figures. */
    picture: state || figure ? "" : address(`${place}/picture.png`, []),
  };
};

/** @type {Record<string, Promise<Document>>} */
const fetched = {};
/** The page of what is shared: this one, or as it opens. @param {Subject} it */
const pageOf = ({ place }) => {
  const get = async () => {
    const answer = await fetch(`${root.href}${place}/`);
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  return dialog ? document : (fetched[place] ??= get().catch((error) => {
    delete fetched[place];
    throw error;
  }));
};

/** A part of this page once it is of the state: what is out of sight follows a little later. @param {Element | null} part */
const fresh = async (part) => {
  while (part?.closest("[data-stale]")) await new Promise((done) => setTimeout(done, 20));
  return part;
};

/** What the chosen figure shows, in words; nothing where only its program knows. @param {Subject} it */
const caption = async (it) => {
  if (!dialog && it.state) return "";
  const page = await pageOf(it);
  return (await fresh(page.querySelector(`[data-caption="${it.figure || page.querySelector("[data-caption]")?.getAttribute("data-caption")}"]`)))?.textContent?.trim() ?? "";
};

/** What stands where a figure cannot: its picture, or words about it, with a link. @param {Subject} it */
const linked = async (it) => {
  const { page, picture, title } = it;
  if (picture) return `<a href="${quote(page)}"><img src="${quote(picture)}" alt="${quote(title)}" width="100%" /></a>`;
  return `<a href="${quote(page)}">${words(title)}</a> ${words(await caption(it))}`.trim();
};

const embedScript = `${root.href}embed${JS}`;
const scriptTag = `<script type="module" src="${embedScript}"></` + "script>";

/** @param {Subject} it */
const element = async (it) => {
  const preset = it.preset ? [["preset", it.preset]] : [];
  const pairs = [["simulator", it.simulator], ...preset, ...new URLSearchParams(it.state), ...it.keys];
  const attributes = pairs.map(([name, value]) => ` ${name}="${quote(value)}"`);
  return `<what-survives${attributes.join("")}>${await linked(it)}</what-survives>`;
};

/** @param {Subject} it */
const html = async (it) => `${scriptTag}\n${await element(it)}`;

/** A picture, or words, with a link, as an editor of rich text takes them. @param {Subject} it */
const rich = async (it) => {
  const { page, picture, title } = it;
  const image = picture && `<p><a href="${quote(page)}"><img src="${quote(picture)}" alt="${quote(title)}" width="600"></a></p>`;
  return `${image}<p>${words(await caption(it))} <a href="${quote(page)}">${words(title)}</a></p>`;
};

/** How the page says each value of a state that only the models know here. @param {Subject} it */
const valuesOf = async ({ simulator, parameters }) => {
  const { markdown, simulate } = await models();
  const run = simulate(simulator, parameters);
  const rows = [...markdown(simulator, parameters).matchAll(/^\| (?!Assumption|---|\*\*).* \| (.*) \|$/gm)].map(([, text]) => text);
  const ids = [...Object.keys(run.parameters), ...run.readouts.map(({ id }) => id)];
  const verdicts = run.claims.map(({ id, holds }) => [id, holds ? "holds" : "fails"]);
  return Object.fromEntries([...ids.map((id, at) => [id, rows[at]]), ...verdicts]);
};

/**
 * A sentence of the page whose numbers follow the figure: its lesson where that is true, else its first result;
 * the number that can be dragged; and a claim.
 * @param {Subject} it
 */
const sentence = async (it) => {
  const page = await pageOf(it);
  const isElsewhere = !dialog && Boolean(it.state);
  /** @type {Record<string, string>} */
  const values = isElsewhere ? await valuesOf(it) : {};
  const lesson = isElsewhere ? null : await fresh(page.querySelector("[data-lesson] .live:not([hidden])"));
  const source = lesson ?? (await fresh(page.querySelector(".readouts li")));
  let drags = false;
  /** @param {string} kind @param {string} id @param {string | null | undefined} text */
  const live = (kind, id, text) => `<what-value ${kind}="${id}">${words((values[id] ?? text ?? "").trim())}</what-value>`;
  /** A number that can be dragged; both ends of it, and the unit once, where the reader is not sure. @param {Element} control */
  const dragged = (control) => {
    drags = true;
    const spoken = (/** @type {Element} */ slider) => slider.getAttribute("aria-valuetext")?.split(";")[0] ?? "";
    const [from, to] = [...control.querySelectorAll(".pair input[type=range]:not([name])")].map(spoken);
    const [unit = ""] = /\s\p{L}.*$/u.exec(to ?? "") ?? [];
    const one = control.querySelector("input[type=range]");
    const text = to ? `${from.endsWith(unit) ? from.slice(0, from.length - unit.length) : from} to ${to}` : one && spoken(one);
    return live("parameter", control.getAttribute("data-control") ?? "", text);
  };
  const parts = [...(source?.childNodes ?? [])].map((node) => {
    const { value = "" } = node instanceof HTMLElement ? node.dataset : {};
    if (!value) return words(node.textContent ?? "");
    const control = page.querySelector(`[data-control="${value}"]`);
    return control?.querySelector("input[type=range]") ? dragged(control) : live("readout", value, node.textContent);
  });
  const headline = page.querySelector("[data-headline] [data-control]");
  const label = page.querySelector("[data-headline] label")?.firstChild?.textContent?.trim();
  if (!drags && headline) parts.push(` (${words(label ?? "")}: ${dragged(headline)}.)`);
  const claim = /** @type {HTMLElement | null} */ (page.querySelector("[data-claim] [aria-current=true]")?.closest("[data-claim]") ?? page.querySelector("[data-claim]"));
  if (claim) {
    const { claim: id = "", verdict } = claim.dataset;
    const often = claim.querySelector(".in-hundred")?.textContent?.trim();
    const name = claim.querySelector(".name")?.firstChild?.textContent ?? "";
    parts.push(` The claim “${words(name.trim())}” ${live("claim", id, often ?? verdict)}.`);
  }
  return parts.join("");
};

/** What is copied, by where it goes. @type {Record<string, (it: Subject) => string | Promise<string>>} */
const SNIPPETS = {
  link: ({ page }) => page,
  address: ({ page }) => page.replace(/#.*/, ""),
  newest: ({ page }) => page.replace(/\/v\/[^/]+\//, "/"),
  ghost: html,
  wordpress: html,
  element: html,
  hugo: async (it) => `{{< what-survives >}}\n${await html(it)}\n{{< /what-survives >}}`,
  mdx: async (it) =>
    `{/* Once, in docusaurus.config.js: scripts: [{ src: "${embedScript}", type: "module" }], elsewhere in the site's <head>: ${scriptTag} */}\n\n${await element(it)}`,
  iframe: ({ frame, height, title, page }) =>
    `<iframe src="${quote(frame)}" title="${quote(title)}" width="100%" height="${height}" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>\n` +
    `<p><a href="${quote(page)}">${words(title)}</a></p>`,
  // The frame inside tells its height; until it does, the picture or the words are shown.
  widget: async (it) =>
    `<style>body{margin:0}iframe{display:block;width:100%;height:0;border:0}</style><div id=a>${await linked(it)}</div>` +
    `<iframe id=f src="${quote(it.frame)}" title="${quote(it.title)}"></iframe>` +
    '<script>onmessage=({source:s,data:d})=>{let t=d?.type,w=f.contentWindow;if(s==w&&t=="iframe-widget-resize"){a.hidden=1;f.style.height=d.height+"px";parent.postMessage(d,"*")}s==parent&&t=="iframe-widget-request-resize"&&w.postMessage(d,"*")}</' +
    "script>",
  rich: async (it) => `${await caption(it)}\n${it.title}\n${it.page}`.trim(),
  markdown: async (it) => {
    const { title, picture, page } = it;
    if (picture) return `[![${plain(title)}](${target(picture)})](${target(page)})`;
    return `[${plain(title)}](${target(page)}) ${plain(await caption(it))}`.trim();
  },
  sentence,
  table: async ({ simulator, parameters }) => (await models()).markdown(simulator, parameters),
  bibtex: async ({ simulator, parameters }) => (await models()).bibtex(simulator, parameters),
  citation: async ({ simulator, parameters }) => (await models()).citation(simulator, parameters),
};

/** What gets lost on the way, if something does. @param {string} kind @param {Subject} it */
const loss = (kind, it) => {
  const choices = [it.state, ...it.keys.map(([key, value]) => `${key}=${value}`)].filter(Boolean).join("&");
  if (kind === "address" && choices)
    return `What you chose gets lost here: ${choices}. WordPress will show the page’s first figure at the page’s own numbers. To keep yours, have an administrator or editor paste the snippet for WordPress above, or choose the page (a preset) that is closest.`;
  if (/citation|bibtex|table/.test(kind) && it.state.includes("~"))
    return "Ranges get lost here: this is of the numbers that the curves are drawn for. A link keeps the ranges.";
  if (it.picture) return "";
  if (kind === "rich" || kind === "markdown")
    return `There is no picture here: the site has none at your numbers. ${dialog ? "“Figure, PNG” below" : "“Save the picture” under “Substack”"} makes one, with its caption; upload it, and put this under it.`;
  // The page about embedding says it once for all.
  if (dialog && /ghost|wordpress|hugo|element|mdx|widget/.test(kind))
    return "In feeds and mail a link and the caption stand in place of the figure: the site’s own picture is of other numbers.";
  return "";
};

/** @type {() => Promise<typeof import("./module.js")>} */
const models = () => import(new URL(`what-survives${JS}`, root).href);

const say = (/** @type {string} */ words) => (find("[role=status]").textContent = words);

const kindOf = (/** @type {HTMLTextAreaElement} */ area) => area.dataset.snippet || choice("kind").value;

/** Rich text is shown as it will arrive, and can be selected, in place of its plain text. @param {HTMLTextAreaElement} area @param {string} content */
const showRich = (area, content) => {
  const shown = /** @type {HTMLElement} */ (area.parentElement?.querySelector("[data-rich]") ?? document.createElement("div"));
  shown.dataset.rich = "";
  shown.innerHTML = content;
  area.hidden = Boolean(content);
  if (content) area.after(shown);
  else shown.remove();
};

let asking = 0;
const refresh = async () => {
  const it = subject();
  const turn = ++asking;
  const steps = box.querySelector("p[data-steps]");
  if (steps) steps.textContent = asked("kind")?.selectedOptions[0].dataset.steps ?? "";
  const told = box.querySelector("[data-asked]");
  if (told) told.textContent = it.state && `The snippets have your numbers: ${it.state}.`;
  if (dialog) /** @type {HTMLAnchorElement} */ (find("[data-embedding]")).href = `${root.href}embed/?of=${encodeURIComponent(`${it.place}?${it.state}`)}`;
  const preview = find("[data-preview]");
  const kind = asked("kind")?.value ?? "iframe";
  const [tag, address] = kind === "markdown" ? [it.picture && "img", it.picture] : /iframe|element|widget|ghost|wordpress|hugo|mdx/.test(kind) ? ["iframe", it.frame] : [];
  const before = /** @type {HTMLIFrameElement | null} */ (preview.firstElementChild);
  if (before?.src !== address) {
    preview.replaceChildren();
    if (tag) preview.append(Object.assign(document.createElement(tag), { src: address, alt: it.title, title: it.title, height: it.height }));
  }
  for (const area of box.querySelectorAll("textarea")) {
    const kind = kindOf(area);
    area.value = "";
    try {
      const text = (await SNIPPETS[kind](it)).trim();
      const content = kind === "rich" ? await rich(it) : "";
      // Somebody may have chosen another since.
      if (turn !== asking) return;
      area.value = text;
      showRich(area, content);
    } catch {
      say("That could not be loaded. Try again.");
    }
    /** @type {HTMLElement} */ (area.parentElement?.querySelector("[data-loss]")).textContent = loss(kind, it);
  }
};

const copy = async (/** @type {HTMLTextAreaElement} */ area) => {
  const shown = /** @type {HTMLElement | null} */ (area.parentElement?.querySelector("[data-rich]"));
  if (shown) getSelection()?.selectAllChildren(shown);
  else area.select();
  try {
    const blob = (/** @type {string} */ type, /** @type {string} */ content) => ({ [type]: new Blob([content], { type }) });
    if (shown) await navigator.clipboard.write([new ClipboardItem({ ...blob("text/html", shown.innerHTML), ...blob("text/plain", area.value) })]);
    else await navigator.clipboard.writeText(area.value);
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
  const { simulator, parameters, state } = subject();
  const from = await models();
  const figure = choice("figure").value || choice("figure").dataset.first || from.simulate(simulator).figures[0].id;
  const name = from.name(simulator, parameters);
  if (kind === "json") save(from.json(simulator, parameters), "application/json", `${name}.json`);
  else if (kind === "csv" || kind === "semicolon") {
    save(from.csv(simulator, parameters, { semicolon: kind === "semicolon" }), "text/csv", `${name}.csv`);
  } else {
    const tick = /** @type {HTMLInputElement | null} */ (find("input[name=words]"));
    const svg = from.figure(simulator, figure, parameters, { bare: tick?.checked === false });
    if (kind === "svg") save(svg, "image/svg+xml", `${name}.${figure}.svg`);
    else save(await png(svg), "image/png", `${name}.${figure}.png`);
  }
  // Nobody tells a page what became of it.
  const drawn = state.includes("~") ? "It is of the numbers that the curves are drawn for, without your ranges. " : "";
  say(`${drawn}Your browser has the file. If none arrives, the app that shows this page allows no downloads: open it in a browser.`);
};

box.addEventListener("change", (/** @type {Aimed} */ { target }) => {
  if (target.name === "page") showFigures();
  refresh();
});
box.addEventListener("click", (/** @type {Aimed} */ { target }) => {
  say("");
  if ("copy" in target.dataset) copy(target.closest("[data-snippets]").querySelector("textarea"));
  if (target.dataset.download) download(target.dataset.download).catch(() => say("That could not be made. Try again."));
  if ("close" in target.dataset) dialog?.close ? dialog.close() : dialog?.removeAttribute("open");
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
  // Older browsers know it as an element like any other.
  if (dialog?.showModal) dialog.showModal();
  else dialog?.setAttribute("open", "");
  refresh();
};

if (!dialog) {
  for (const option of asked("page")?.options ?? []) option.selected ||= option.dataset.place === askedPlace;
  showFigures();
  refresh();
} else if (/\/v\/[^/]+\//.test(root.pathname)) {
  choice("kind").options[0].after(new Option("Link to the newest version", "newest"));
}
