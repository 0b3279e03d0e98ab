import { NBSP } from '@immersion-tracker/contract';
import stringWidth from 'string-width';
import { flow, wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';

/** Precedes every line except headings. */
export const INDENT = '  ';

export const indented = (line: string): string => INDENT + line;

/** Fills lines with texts, which may be painted. Breaks a text between words only if it is too wide. */
export function spread(texts: readonly string[], columns: number, separator: string): string[] {
  return flow(texts, columns, separator).flatMap((line) =>
    stringWidth(line) > columns ? wrap(line, columns) : [line],
  );
}

/** Keeps a few words of {@link prose} on one line. */
export const together = (words: string): string => words.replaceAll(' ', NBSP);

/** With fewer columns, lines would be too ragged to keep words together. */
const COLUMNS_TO_KEEP_TOGETHER = 40;

/** Wraps a text, whose words are {@link together} if there is room. */
export function prose(text: string, columns: number): string[] {
  const plain = (words: string) => words.replaceAll(NBSP, ' ');
  if (columns < COLUMNS_TO_KEEP_TOGETHER) return wrap(plain(text), columns);
  return wrap(text, columns).map(plain);
}

/** Joins texts, which may be painted, with dots. */
export function dotted(texts: readonly string[], columns: number, paint: Paint): string[] {
  return spread(texts, columns, paint.dim(' · '));
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
