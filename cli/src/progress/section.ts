import { flow } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';

/** Precedes every line except headings. */
export const INDENT = '  ';

export const indented = (line: string): string => INDENT + line;

/** Joins texts, which may be painted, with dots. */
export function dotted(texts: readonly string[], columns: number, paint: Paint): string[] {
  return flow(texts, columns, paint.dim(' · '));
}

/** A heading, followed by painted notes that sum up its section. */
export function heading(
  title: string,
  notes: readonly string[],
  columns: number,
  paint: Paint,
): string[] {
  return dotted([paint.bold(title), ...notes], columns, paint);
}
