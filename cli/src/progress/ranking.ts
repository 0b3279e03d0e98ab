import { largest, thousands } from '@immersion-tracker/contract';
import { fit, truncate } from '../text/columns.ts';
import type { Paint } from '../text/paint.ts';
import { bar } from './charts/bar.ts';

const GAP = '  ';
const SHARE_WIDTH = '100%'.length;
const MOST_BAR_WIDTH = 10;
/** With less room for names, shares are left out. */
const LEAST_NAME_WIDTH = 12;

interface ListEntry {
  readonly name: string | null;
  /** Shown instead of an unknown name. Not empty. */
  readonly placeholder: string;
  readonly count: number;
}

/**
 * A line for each entry: its count, its share as a number and as a bar if there is room, and its name. The name comes
 * last, so the columns stay aligned even if a terminal draws it from right to left or too wide.
 */
export function ranking(entries: readonly ListEntry[], width: number, paint: Paint): string[] {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const most = largest(entries.map(({ count }) => count));
  const countWidth = thousands(most).length;
  const barWidth = Math.min(MOST_BAR_WIDTH, Math.floor(width / 7));
  const nameWidth = width - countWidth - SHARE_WIDTH - barWidth - 3 * GAP.length;

  return entries.map((entry) => {
    const counts = fit(thousands(entry.count), countWidth, 'right');
    if (nameWidth < LEAST_NAME_WIDTH) {
      return counts + GAP + nameCell(entry, width - countWidth - GAP.length, paint);
    }
    const blocks = bar(entry.count, most, barWidth);
    return [
      counts,
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

/** The name of an entry, at most `width` columns wide. Never empty, and without trailing spaces. */
export function nameCell({ name, placeholder }: ListEntry, width: number, paint: Paint): string {
  const known = name?.trim() ?? '';
  if (known === '') return paint.dim(truncate(placeholder.trim(), width).trimEnd());
  return truncate(known, width).trimEnd();
}
