import { flow } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';

/** What stands left of every line but the headings, in columns. */
export const INDENT = '  ';

export const indented = (line: string): string => INDENT + line;

/** Texts, which may be painted, with dots between them. */
export function dotted(texts: readonly string[], columns: number, paint: Paint): string[] {
  return flow(texts, columns, paint.dim(' · '));
}

/** A heading, and beside it painted notes that sum up its section. */
export function heading(
  title: string,
  notes: readonly string[],
  columns: number,
  paint: Paint,
): string[] {
  return dotted([paint.bold(title), ...notes], columns, paint);
}
