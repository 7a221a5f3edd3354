// What an embed and the page around it say to each other. Both check whatever
// comes all the same: anybody can send anything.

// What a figure says is in the types for authors, which are published by themselves.
import type { Values } from "../embed.d.ts";

/** Both sides take messages of this version alone. */
export type Version = 1;

/** To the embed: show this state. */
export interface StateMessage {
  type: "what-survives:state";
  version: Version;
  /** The state, as the end of a link. */
  query: string;
  /** “light”, “dark” or anything else, which is as the system has it. */
  theme: string;
  /** Whether the program is wanted now, although nobody may see the figure. */
  start?: boolean;
}

/** To the embed: move a slider, as if the reader had. */
export interface SetMessage {
  type: "what-survives:set";
  version: Version;
  /** The id of the parameter. */
  parameter: string;
  /** By so many of its steps. */
  steps?: number;
  /** To this place between its ends, 0 to 1. */
  place?: number;
}

/** To the embed: say the height once more. LessWrong's widgets ask this. */
export interface HeightRequest {
  type: "iframe-widget-request-resize";
}

/** What kind of value a parameter has. */
export type Kind = "number" | "flag" | "choice";

/** To the page: what is shown now. */
export interface ChangeMessage {
  type: "what-survives:change";
  version: Version;
  /** Who changed it: nobody, when the embed has been loaded; the page around, by a message; the reader. */
  by: "start" | "author" | "reader";
  simulator: string;
  /** Empty for none. */
  preset: string;
  /** The state, as the end of a link. */
  query: string;
  /** The first time: the names that a state may have in it, with those of former times. The page answers with the state that it wants. */
  names?: Record<string, Kind>;
  /** Nothing as long as the embed does not show the state yet. */
  values?: Values;
}

/** To the page: how high the frame should be, in pixels. */
export interface HeightMessage {
  type: "what-survives:height";
  version: Version;
  height: number;
}

/** The same for LessWrong's widgets, AMP and WordPress, which opens links, too. */
export type Foreign =
  | { type: "iframe-widget-resize"; height: number }
  | { sentinel: "amp"; type: "embed-size"; height: number }
  | { message: "height"; value: number; secret: string }
  | { message: "link"; value: string; secret: string };

/** To the embed, by WordPress: it listens from now on. */
export interface ReadyMessage {
  message: "ready";
  secret: string;
}

/** What an embed hears. */
export type ToFrame = StateMessage | SetMessage | HeightRequest | ReadyMessage;

/** What an embed says. */
export type FromFrame = ChangeMessage | HeightMessage;
