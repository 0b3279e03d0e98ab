import { thousands } from '@immersion-tracker/contract';
import { fit, truncate } from '../text/columns.ts';
import type { Paint } from '../text/paint.ts';
import { bar } from './charts/bar.ts';

const GAP = '  ';
const SHARE_WIDTH = '100%'.length;
const MOST_BAR_WIDTH = 10;

interface ListEntry {
  readonly name: string | null;
  /** What stands in for a name that is not known. Not empty. */
  readonly placeholder: string;
  readonly count: number;
}

/**
 * A line for each entry: its count, its share of all of them in numbers and as a bar, its name.
 * Names come last: however a terminal draws one, from right to left or wider than it should, the
 * columns stay in line.
 */
export function ranking(entries: readonly ListEntry[], width: number, paint: Paint): string[] {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...entries.map(({ count }) => count));
  const countWidth = thousands(most).length;
  const barWidth = Math.min(MOST_BAR_WIDTH, Math.floor(width / 7));
  const nameWidth = width - countWidth - SHARE_WIDTH - barWidth - 3 * GAP.length;

  return entries.map((entry) => {
    const blocks = bar(entry.count, most, barWidth);
    return [
      fit(thousands(entry.count), countWidth, 'right'),
      paint.dim(fit(share(entry.count, total), SHARE_WIDTH, 'right')),
      paint.accent(blocks) + ' '.repeat(barWidth - blocks.length),
      nameCell(entry, nameWidth, paint),
    ].join(GAP);
  });
}

function share(count: number, total: number): string {
  if (count === 0) return '0%';
  const percent = Math.round((count / total) * 100);
  return percent === 0 ? '<1%' : `${percent}%`;
}

/** An entry's name on at most `width` columns. Never empty, and without blanks at its end. */
export function nameCell({ name, placeholder }: ListEntry, width: number, paint: Paint): string {
  const known = name?.trim() ?? '';
  if (known === '') return paint.dim(truncate(placeholder.trim(), width).trimEnd());
  return truncate(known, width).trimEnd();
}
