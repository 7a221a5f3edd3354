// What an embed and the page around it say to each other. Both check whatever
// comes all the same: anybody can send anything.

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
}

/** To the embed: say the height once more. LessWrong's widgets ask this. */
export interface HeightRequest {
  type: "iframe-widget-request-resize";
}

/** To the page: what is shown now. */
export interface ChangeMessage {
  type: "what-survives:change";
  version: Version;
  simulator: string;
  /** Empty for none. */
  preset: string;
  /** The state, as the end of a link. */
  query: string;
}

/** To the page: how high the frame should be, in pixels. */
export interface HeightMessage {
  type: "what-survives:height";
  version: Version;
  height: number;
}

/** The same for LessWrong's widgets, AMP and WordPress. */
export type ForeignHeight =
  | { type: "iframe-widget-resize"; height: number }
  | { sentinel: "amp"; type: "embed-size"; height: number }
  | { message: "height"; value: number; secret: string };

/** What an embed hears. */
export type ToFrame = StateMessage | HeightRequest;

/** What an embed says. */
export type FromFrame = ChangeMessage | HeightMessage;
