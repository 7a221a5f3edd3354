/** The id of a simulator. */
export type Id = keyof Simulators;

/** The text of a range, from one end to the other, or with the value between them that curves are drawn for. */
export type Range = `${number}~${number}` | `${number}~${number}~${number}`;

/** The same parameters as they may be given: any number can be a range. */
export type Input<Parameters> = {
  [Name in keyof Parameters]: number extends Parameters[Name] ? Parameters[Name] | Range : Parameters[Name];
};

/** A state that was exported, or as much of it as is needed to have it again. */
export type Saved<I extends Id> = Pick<Run<I>, "simulator"> & Partial<Omit<Run<I>, "parameters">> & { parameters: Input<Simulators[I]> };

/** Parameters as an object, a state, or the text of a state's file or of the end of a link. */
export type Given<I extends Id> = Input<Simulators[I]> | Saved<I> | string;

/** A number of the model; null where it does not exist. */
export interface Readout { id: string; value: number | null; unit: string }

/** A statement from the essays: it holds where the margin is positive. */
export interface Claim { id: string; margin: number; holds: boolean }

/** Points are [x, y]; those of a map are [x, y, value]; null is what does not exist. */
export interface Figure { id: string; x: { id: string }; series: { id: string; points: (number | null)[][] }[] }

/** What a simulator says for one set of parameters. */
export interface Run<I extends Id = Id> {
  /** The address of the schema of this. */
  $schema: string;
  simulator: I;
  version: string;
  address: string;
  licence: string;
  parameters: Required<Simulators[I]>;
  /** What could not be taken as it was given, in sentences. */
  notices: string[];
  readouts: Readout[];
  figures: Figure[];
  claims: Claim[];
}

/** A parameter and what it may be. */
export interface Parameter {
  id: string;
  label: string;
  help: string;
  unit: string;
  kind: "number" | "whole" | "flag" | "choice" | "text";
  default: number | boolean | string;
  min?: number;
  max?: number;
  choices?: string[];
}

/** A simulator and all that can be asked of it. */
export interface Simulator {
  id: Id;
  name: string;
  question: string;
  parameters: Parameter[];
  presets: { id: string; name: string; about: string; query: string }[];
  claims: { id: string; text: string }[];
  readouts: { id: string; unit: string; sentence: string }[];
  figures: { id: string; title: string }[];
}

/** The address of the site, which exports name; empty if it is not known, as in a copy on a disk. */
export const site: string;

/** All simulators. */
export function list(): Simulator[];
/**
 * What a simulator says. Throws a RangeError if there is none of that id, and a
 * TypeError that begins with the field if what is given cannot be read, such as
 * "parameters.reveal: a number is expected, not null".
 */
export function simulate<I extends Id>(id: I, parameters?: Given<I>): Run<I>;
/**
 * A figure as the text of an SVG file. Its title, its caption, and a line that
 * says where it is from stand inside, unless it is to be `bare`.
 */
export function figure<I extends Id>(id: I, figure: string, parameters?: Given<I>, options?: { bare?: boolean }): string;
/** What simulate gives, as the text of a file. */
export function json<I extends Id>(id: I, parameters?: Given<I>): string;
/**
 * The points of all figures as the text of a CSV file. `semicolon` writes 0,5
 * and puts semicolons between columns, for spreadsheets that want it so.
 */
export function csv<I extends Id>(id: I, parameters?: Given<I>, options?: { semicolon?: boolean }): string;
/** A name for a state, for files: "waluigi-decay-reveal-0.02". */
export function name<I extends Id>(id: I, parameters?: Given<I>): string;
/** Assumptions and results as a table in Markdown. */
export function markdown<I extends Id>(id: I, parameters?: Given<I>): string;
/** How to cite a state, as BibTeX. */
export function bibtex<I extends Id>(id: I, parameters?: Given<I>): string;
/** How to cite a state, in plain words. */
export function citation<I extends Id>(id: I, parameters?: Given<I>): string;

/** What is asked of an exploration. */
export interface Asked {
  /** Whether each parameter without a range has what is plausible of it. */
  unsure?: boolean;
  /** A state to compare with. */
  against?: object | string;
  /** The ids of the two parameters of a map. */
  map?: [string, string] | string;
  /** The claim of the map; the first that can fail if left out. */
  claim?: string;
}

/** What follows if parameters lie anywhere within ranges, such as "0.001~0.05" for reveal; 1,024 draws. */
export interface Exploration<I extends Id = Id> {
  $schema: string;
  simulator: I;
  version: string;
  address: string;
  licence: string;
  notices: string[];
  /** Low end, the value that curves are drawn for, high end. */
  ranges: Record<string, [number, number, number]>;
  draws: number;
  claims: { id: string; holds_in: number; importance: Record<string, number> }[];
  readouts: { id: string; absent_in: number; quantiles: Record<string, number | null> }[];
  importance: Record<string, number>;
  still: string[];
  against?: object;
  map?: object;
}

/** What follows if one is not sure, what matters most, why two states differ and where a claim flips. */
export function explore<I extends Id>(id: I, given?: Given<I>, asked?: Asked): Exploration<I>;
/** What explore gives, as the text of a file. */
export function explored<I extends Id>(id: I, given?: Given<I>, asked?: Asked): string;
/** The same in words, with tables in Markdown. */
export function report<I extends Id>(id: I, given?: Given<I>, asked?: Asked): string;

/** What the site's own pages show of an exploration; it may change with any version. */
export function view(id: Id, parameters: string, asked: string, claim: string): string;
