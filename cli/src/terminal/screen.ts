import type { Paint } from '../text/paint.ts';

/** Where a command shows everything except its questions. */
export interface Screen {
  /** The maximum width of text, at most 80. */
  readonly columns: number;
  /** The width of the terminal, for what is laid out in columns. At least `columns`. */
  readonly width: number;
  readonly paint: Paint;
  /** Shows lines of text. By default, a blank line. */
  say(text?: string): void;
  /** Shows lines that are laid out for `width`, exactly as they are. */
  draw(text: string): void;
  /** Opens a progress bar for `total` steps. */
  bar(title: string, total: number): Bar;
}

export interface Bar {
  advance(by: number): void;
  end(): void;
}

/** A bar that is not shown. */
export const stillBar: Bar = { advance() {}, end() {} };

/** A screen that shows nothing. */
export function noScreen(paint: Paint): Screen {
  return { columns: 80, width: 80, paint, say() {}, draw() {}, bar: () => stillBar };
}
