import stringWidth from 'string-width';
import { printable } from './printable.ts';

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * Makes a text printable and cuts it to at most `width` columns, with `…` in place of the rest. Cuts
 * between grapheme clusters, some of which take two columns, such as Japanese and emoji. Paint the
 * result, not the text: escape sequences would become visible.
 */
export function truncate(text: string, width: number): string {
  const safe = printable(text);
  if (stringWidth(safe) <= width) return safe;
  if (width < 1) return '';

  let kept = '';
  let free = width - stringWidth(ELLIPSIS);
  for (const { segment } of clusters.segment(safe)) {
    free -= stringWidth(segment);
    if (free < 0) break;
    kept += segment;
  }
  return kept + ELLIPSIS;
}

/** Cuts a text like {@link truncate}, and pads it with spaces to exactly `width` columns. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const cut = truncate(text, width);
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return align === 'left' ? cut + blanks : blanks + cut;
}

/** A row whose first cell is never cut: if it is wider than `width`, the rest goes on the next line. */
export function wholeRow(first: string, width: number, rest: string): string {
  const cell = printable(first);
  const end = rest.trimEnd();
  if (stringWidth(cell) <= width) return (fit(cell, width) + end).trimEnd();
  return end === '' ? cell : `${cell}\n${' '.repeat(width)}${end}`;
}
