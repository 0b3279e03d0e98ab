import type { Paint } from '../text/paint.ts';

/** What a command shows, apart from its questions. */
export interface Screen {
  /** Columns to keep to, at most 80. */
  readonly columns: number;
  readonly paint: Paint;
  /** Shows lines of text; without any, a blank line. */
  say(text?: string): void;
  /** Opens a bar that moves while `total` things are done. */
  bar(title: string, total: number): Bar;
}

export interface Bar {
  advance(by: number): void;
  end(): void;
}

/** A bar that nobody would see move. */
export const stillBar: Bar = { advance() {}, end() {} };

/** A screen that shows nothing. */
export function noScreen(paint: Paint): Screen {
  return { columns: 80, paint, say() {}, bar: () => stillBar };
}
