// What the scripts meet that has no types of its own.

/** The parameters of each simulator; the generator writes down which there are. */
type Simulators = Record<string, Record<string, number | boolean | string | undefined>>;

/** An event of an element of the page, of whatever kind that is. */
interface Aimed {
  target: any;
}

interface Navigator {
  /** Where the browser tells of the network. */
  connection?: { saveData: boolean };
}

/** The program behind module.js, which wasm-bindgen makes of module/src/lib.rs and the generator writes into it. */
declare module "*/MODULE.js" {
  export function list(): string;
  export function json(id: string, given: string, site: string): string;
  export function csv(id: string, given: string, semicolon: boolean): string;
  export function svg(id: string, figure: string, given: string, site: string, bare: boolean): string;
  export function name(id: string, given: string): string;
  export function markdown(id: string, given: string, site: string): string;
  export function bibtex(id: string, given: string, site: string): string;
  export function citation(id: string, given: string, site: string): string;
  export function explore(id: string, given: string, asked: string, site: string): string;
  export function report(id: string, given: string, asked: string, site: string): string;
  export function view(id: string, given: string, asked: string, claim: string): string;
}
