// The steps of the page about embedding, done with the programs that they are for: with `--thorough`, where these are.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { offered, openDialog } from "./support/dialog.mjs";
import { site, visit } from "./support/fixture.mjs";
import { command } from "./support/native.mjs";
import { THOROUGH } from "./support/pages.mjs";
import { left, parsed } from "./support/parsers.mjs";
import { ROOT, findProgram } from "./support/tools.mjs";

const WORDPRESS = [join(ROOT, ".tools", "wordpress", "usr", "share", "wordpress"), "/usr/share/wordpress"].find(existsSync);
const ALL = { Hugo: findProgram("hugo"), Jekyll: findProgram("jekyll"), WordPress: WORDPRESS && findProgram("php") };
/** Those that are tried. */
const PROGRAMS = THOROUGH ? ALL : {};
for (const [name, program] of Object.entries(PROGRAMS))
  if (!program) console.log(`Snippets are not published with ${name} here: it is not installed`);

const STATES = ["/waluigi-decay/", "/waluigi-decay/sceptic/?reveal=0.02", "/waluigi-decay/?reveal=0.001~0.05"];
const KINDS = ["ghost", "iframe", "sentence", "hugo", "widget"];

/** What the dialog offers, by state and kind. */
const SNIPPETS = {};
/** What a page says is to be done at a place. */
const STEPS = {};

/** A folder with these files, for as long as the tests run. */
function folder(files) {
  const made = mkdtempSync(join(tmpdir(), "what-survives-"));
  after(() => rmSync(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), text);
  }
  return made;
}

/** What a page has of a post. */
const within = (html) => /<main>([^]*)<\/main>/.exec(html)[1];
const elements = (html) => parsed(html).elements.filter(({ name }) => name !== "p").map(({ name, attributes }) => [name, attributes]);

describe("published", () => {
  test("the dialog offers snippets", async () => {
    for (const state of STATES)
      await visit(state, {}, async (page) => {
        await openDialog(page);
        SNIPPETS[state] = {};
        for (const kind of KINDS) {
          SNIPPETS[state][kind] = (await offered(page, kind)).text;
          STEPS[kind] = await page.locator("p[data-steps]").textContent();
        }
      });
  });

  if (PROGRAMS.Hugo)
    test("Hugo shows what its steps say, and nothing without them", () => {
      const [, file, shortcode] = /make a file (\S+) with (\{\{.*?\}\})/.exec(STEPS.hugo);
      for (const state of STATES) {
        const { hugo, ghost, sentence } = SNIPPETS[state];
        const build = (files) => {
          const made = folder({
            "config.toml": 'baseURL = "https://blog.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home"]\n',
            "layouts/_default/single.html": "<main>{{ .Content }}</main>",
            ...files,
          });
          execFileSync(PROGRAMS.Hugo, ["--source", made, "--destination", join(made, "public")]);
          return within(readFileSync(join(made, "public", "post", "index.html"), "utf8"));
        };
        const post = (text) => ({ "content/post.md": `---\ntitle: Post\n---\nBefore.\n\n${text}\n\nAfter.\n` });
        const shown = build({ [file]: shortcode, ...post(hugo) });
        assert.deepEqual(elements(shown), elements(ghost), state);
        assert.match(shown, /Before[^]*After/);
        const living = build({ [file]: shortcode, ...post(`{{< what-survives >}}${sentence}{{< /what-survives >}}`) });
        assert.deepEqual(elements(living), elements(sentence), state);
        assert.deepEqual(elements(build(post(ghost))).filter(([name]) => name !== "a" && name !== "img"), [], state);
      }
    });

  if (PROGRAMS.Jekyll)
    test("Jekyll shows what is pasted", () => {
      const files = Object.entries(SNIPPETS).flatMap(([state, snippets], at) =>
        ["ghost", "iframe", "sentence"].map((kind) => [`${kind}-${at}.md`, state, snippets[kind]]));
      const made = folder(Object.fromEntries([
        ["_layouts/post.html", "<main>{{ content }}</main>"],
        ...files.map(([name, , text]) => [name, `---\nlayout: post\n---\nBefore.\n\n${text}\n\nAfter.\n`]),
      ]));
      execFileSync(PROGRAMS.Jekyll, ["build", "--source", made, "--destination", join(made, "_site")], {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
      });
      for (const [name, state, text] of files)
        assert.deepEqual(elements(within(readFileSync(join(made, "_site", name.replace(".md", ".html")), "utf8"))), elements(text), `${name} ${state}`);
    });

  if (PROGRAMS.WordPress)
    test("WordPress finds, fetches and filters what a page offers, and takes out of posts what our rules say", () => {
      const base = "https://example.org/what-survives/";
      const made = folder({});
      command("site", "--trunk", join(ROOT, "target", "trunk"), "--module", join(ROOT, "target", "module"), "--base", base, "--out", join(made, "site"));
      const places = ["waluigi-decay/", "waluigi-decay/sceptic/", "commons/"];
      const pages = Object.fromEntries(places.flatMap((place) => [["", "index.html"], ["oembed.json", "oembed.json"]].map(([end, file]) => [`${base}${place}${end}`, readFileSync(join(made, "site", place, file), "utf8")])));
      const posts = Object.fromEntries(Object.entries(SNIPPETS).flatMap(([state, snippets]) => Object.entries(snippets).filter(([kind]) => kind !== "hugo").map(([kind, text]) => [`${kind} ${state}`, text])));
      const addresses = places.flatMap((place) => [`${base}${place}`, `${base}${place}?reveal=0.2`]);
      const script = fileURLToPath(new URL("support/wordpress.php", import.meta.url));
      const said = JSON.parse(execFileSync(PROGRAMS.WordPress, [script, WORDPRESS], { input: JSON.stringify({ posts, addresses, pages }), encoding: "utf8", maxBuffer: 1e8 }));
      for (const [name, post] of Object.entries(said.posts)) {
        assert.deepEqual(elements(post), elements(left.inPosts(posts[name])), name);
        assert.equal(parsed(post).text.replace(/\s+/g, " "), parsed(left.inPosts(posts[name])).text.replace(/\s+/g, " "), name);
      }
      for (const place of places)
        // The state of an address does not arrive, as the dialog says.
        for (const address of [`${base}${place}`, `${base}${place}?reveal=0.2`]) {
          const html = said.embeds[address];
          const [quotation, link, frame] = parsed(html).elements;
          assert.deepEqual([quotation.name, quotation.attributes["data-secret"]], ["blockquote", "aSecret123"]);
          assert.deepEqual([link.name, link.attributes.href], ["a", `${base}${place}`]);
          const { src, width, height, sandbox } = frame.attributes;
          assert.deepEqual([src, width, height, sandbox], [`${base}e/${place}#?secret=aSecret123`, "100%", "520", "allow-scripts"]);
          const { html: offered } = JSON.parse(pages[`${base}${place}oembed.json`]);
          const kept = parsed(left.inEmbeds(offered)).elements;
          assert.deepEqual(kept.map(({ name }) => name), [quotation.name, link.name, frame.name]);
          // Its style and its class are WordPress's own.
          assert.deepEqual(Object.keys(kept[2].attributes).filter((name) => !(name in frame.attributes)), []);
        }
    });
});

