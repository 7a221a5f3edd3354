// What the widget and the notebook around it give each other, as anywidget has it.

/** The traits that the notebook's side declares; what it does not declare is left alone. */
export interface Traits {
  /** The id of a simulator. */
  simulator: string;
  /** The id of one of its presets; empty for none. */
  preset?: string;
  /** Parameters that are not as the preset has them: numbers, flags, ids of choices, or the text of a range. */
  parameters: Record<string, unknown>;
  /** The results, by id; null is what does not exist. The widget writes them. */
  readouts?: Record<string, number | null>;
  /** Whether each claim holds, by id. The widget writes them. */
  claims?: Record<string, boolean>;
  /** The id of the figure that is shown; the first if empty. */
  figure?: string;
  /** How the embed is to look, as its attributes say it. */
  show?: string;
  hide?: string;
  claim?: string;
  height?: string;
  theme?: string;
}

/** The notebook's side, as far as it is used. */
export interface Model {
  get(name: keyof Traits): any;
  set(name: keyof Traits, value: unknown): void;
  save_changes(): void;
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

declare const widget: {
  /** Shows the widget in `el`, and returns what takes it away again. */
  render(context: { model: Model; el: HTMLElement }): () => void;
};
export default widget;
