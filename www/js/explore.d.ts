// What the models answer, as `src/export/view.rs` writes it.

export interface Dot { at: number | null; words: string; holds: boolean }
export interface Dots { name: string; dots: Dot[]; absent: string; words: string }
export interface Band { role: string; points: [number, number, number, number][] }
export interface Bar { id: string; label: string; share: number; words: string }
export interface Axis { id: string; label: string; now: [words: string, number: string]; flips: [number, string][]; ends: [string, string]; ticks: [number, string][] }

export interface View {
  is_given: boolean;
  claims: { id: string; name: string; words: string; hundred: number }[];
  dots: Dots;
  bands: Band[];
  matters: { of: string; words: string; bars: Bar[] }[];
  still: string[];
  map: null | {
    x: Axis; y: Axis; columns: number; holds: string; border: [number, number, number, number][];
    ranges: ([number, number] | null)[];
    here: [number, number]; pinned: [number, number] | null; pinned_holds: boolean | null; positions: { name: string; at: [number, number]; same: boolean }[]; words: string;
  };
  positions: [string, string][];
  against: null | { words: string[]; other: string; changes: [label: string, other: string, seen: string][]; shares: { name: string; words: string; bars: Bar[] }[] };
}
