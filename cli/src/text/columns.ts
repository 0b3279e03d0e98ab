import stringWidth from 'string-width';
import { printable } from './printable.ts';

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * The text made printable and cut to at most `width` columns of a terminal, with `…` for what is
 * gone. Cuts between grapheme clusters, of which Japanese and emoji take two columns. Paint what
 * comes out, not what goes in: escape sequences would become visible.
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

/** The text as {@link truncate} cuts it, filled up with blanks to exactly `width` columns. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const cut = truncate(text, width);
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return align === 'left' ? cut + blanks : blanks + cut;
}
