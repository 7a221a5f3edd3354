// Types of embed.js: the elements <what-survives> and <what-value>, in TypeScript, JSX and Vue.

/** A parameter as the figure shows it. */
export interface ParameterValue {
  /** What it is called. */
  name: string;
  /** Its value in words, “1 %”; with a range “0.1 % to 5 %”. */
  text: string;
  /** The value that the curves are drawn for; the id of a choice. */
  value: number | boolean | string;
  /** Where it stands between the ends of its slider, 0 to 1; nothing where it has no slider, or a range. */
  place?: number;
  /** The ends of its range, if it has one. */
  low?: number;
  high?: number;
}

/** All that a figure says, by ids. */
export interface Values {
  parameters: Record<string, ParameterValue>;
  /** In words. */
  readouts: Record<string, string>;
  claims: Record<string, {
    /** “holds” or “fails”. */
    verdict: string;
    /** With ranges: in how many of a hundred cases it holds, “74 of 100”. */
    holds_in?: string;
  }>;
}

/** What a figure shows now. */
export interface Change {
  simulator: string;
  /** Empty for none. */
  preset: string;
  /** The state, as the end of a link. */
  query: string;
  /** The same as an object: all parameters that are not where the preset has them. */
  parameters: Record<string, string>;
  /** Nothing as long as the figure does not show the state yet. */
  values?: Values;
  /** Who changed it: nobody, when the figure has been loaded; the page, by attributes; the reader. */
  by: "start" | "author" | "reader";
}

/** A figure in a frame. */
export interface WhatSurvivesElement extends HTMLElement {
  /** What it shows, once it has said so. */
  readonly values?: Values;
}

/** A live value in a sentence. */
export interface WhatValueElement extends HTMLElement {
  /** The figure that it is of. */
  readonly figure?: WhatSurvivesElement;
}

/** Attributes of <what-survives>; all others are those of every element, or parameters by their ids. */
export interface WhatSurvivesAttributes {
  simulator: string;
  preset?: string;
  /** The id of the figure that is shown; without it, the first. */
  figure?: string;
  /** The ids of controls that stand open, or are left out, with commas between. */
  show?: string;
  hide?: string;
  /** The id of a claim whose verdict is shown. */
  claim?: string;
  height?: "compact" | "normal" | "full";
  theme?: "light" | "dark" | "auto";
  [parameter: string]: any;
}

/** Attributes of <what-value>: one of `parameter`, `readout` and `claim`, with an id. */
export interface WhatValueAttributes {
  /** The id of the <what-survives> that it is of; without it, the nearest before it. */
  for?: string;
  parameter?: string;
  readout?: string;
  claim?: string;
  [attribute: string]: any;
}

interface Elements {
  "what-survives": WhatSurvivesAttributes;
  "what-value": WhatValueAttributes;
}

declare global {
  interface HTMLElementTagNameMap {
    "what-survives": WhatSurvivesElement;
    "what-value": WhatValueElement;
  }
  interface GlobalEventHandlersEventMap {
    "what-survives:change": CustomEvent<Change>;
  }
}

// Each only where it is used.
// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
// @ts-ignore
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    "what-survives": new () => { $props: WhatSurvivesAttributes };
    "what-value": new () => { $props: WhatValueAttributes };
  }
}
