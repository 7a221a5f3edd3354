// What other people's software makes of a snippet: browsers, MDX, Markdown, WordPress and readers of feeds.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./tools.mjs";

const require = createRequire(join(ROOT, ".tools", "node", "package.json"));
/** Packages that Node's `require` does not take. @param {string} name */
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

const { parseFragment } = await load("parse5");
const { evaluate } = await load("@mdx-js/mdx");
const { default: markdownIt } = await load("markdown-it");
const sanitize = require("sanitize-html");

/** @typedef {{ name: string, attributes: Record<string, string>, text: string }} Found an element */

/** @param {any} node @returns {string} */
const textOf = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(textOf).join(""));

/**
 * The elements of HTML, in order, as a browser's parser has them, and what that parser calls an error.
 * @param {string} html
 */
export function parsed(html) {
  const errors = [];
  /** @type {Found[]} */
  const elements = [];
  const walk = (node) => {
    if (node.tagName) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements.push({ name: node.tagName, attributes, text: textOf(node) });
    }
    node.childNodes?.forEach(walk);
  };
  const root = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  walk(root);
  return { elements, errors, text: textOf(root) };
}

/**
 * The elements of MDX, compiled and run as React would. Like React it refuses a style that is a text.
 * @param {string} source
 */
export async function mdx(source) {
  /** @type {Found[]} */
  const elements = [];
  const Fragment = Symbol("fragment");
  const textIn = (child) => (Array.isArray(child) ? child.map(textIn).join("") : (child?.text ?? (typeof child === "string" ? child : "")));
  const jsx = (name, { children, ...attributes }) => {
    if (typeof name === "function") return name({ ...attributes, children });
    if (typeof attributes.style === "string") throw new Error("The `style` prop expects a mapping, not a string");
    const element = { name, attributes, text: textIn(children) };
    if (name !== Fragment) elements.push(element);
    return element;
  };
  const { default: content } = await evaluate(source, { Fragment, jsx, jsxs: jsx });
  const { text } = content({});
  return { elements, text };
}

/** Markdown as HTML: with HTML in it, as Jekyll and Hugo may take it, and without, as forums do. */
export const markdown = {
  /** @param {string} source */
  withHtml: (source) => markdownIt({ html: true, typographer: true }).render(source),
  /** @param {string} source */
  withoutHtml: (source) => markdownIt({ html: false, linkify: true }).render(source),
};

/**
 * What WordPress lets an author write, of the elements that our snippets have; a test with WordPress's own code
 * says whether this is true. The text of what is taken out stays.
 */
const AUTHORS = {
  allowedTags: ["a", "img", "p", "div", "b", "blockquote"],
  allowedAttributes: { a: ["href"], img: ["src", "alt", "width"], div: ["id"] },
  nonTextTags: [],
};
/** What WordPress lets a page of another site say by oEmbed. */
const EMBEDS = {
  allowedTags: ["a", "blockquote", "iframe"],
  allowedAttributes: { a: ["href"], iframe: ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"] },
  nonTextTags: [],
};

/** What is left of HTML. */
export const left = {
  /** @param {string} html in a post by somebody who may not write any HTML, in WordPress */
  inPosts: (html) => sanitize(html, AUTHORS),
  /** @param {string} html of an oEmbed, in WordPress */
  inEmbeds: (html) => sanitize(html, EMBEDS),
  /** @param {string} html in a reader of feeds or a mail program: no frames, no scripts */
  inFeeds: (html) => sanitize(html, { allowedTags: [...sanitize.defaults.allowedTags, "img"], allowedAttributes: { a: ["href"], img: ["src", "alt", "width"] } }),
};
