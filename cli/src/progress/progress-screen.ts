import { isEmpty, type Progress } from '@immersion-tracker/contract';
import type { Paint } from '../text/paint.ts';
import { curve } from './charts/curve.ts';
import { lists } from './lists.ts';
import { today } from './today.ts';
import { totals } from './totals.ts';
import { week } from './week.ts';
import { welcome } from './welcome.ts';

/** Fewer columns would be unreadable, so narrower terminals have to wrap lines. */
const LEAST_COLUMNS = 40;

/**
 * The learner's whole progress, as lines without a final newline. No line is wider than `columns`, if
 * that is 40 or more. Lists show only their first entries, unless `all` is set.
 */
export function progressScreen(
  progress: Progress,
  options: { readonly columns: number; readonly all: boolean },
  paint: Paint,
): string {
  const columns = Math.max(LEAST_COLUMNS, options.columns);
  if (isEmpty(progress)) return joined([welcome(columns, paint)]);
  return joined([
    ...summary(progress, columns, paint),
    curve(progress, columns, paint),
    ...lists(progress, { columns, all: options.all }, paint),
  ]);
}

/** The first sections of {@link progressScreen}: totals, today and the last seven days. */
export function progressSummary(
  progress: Progress,
  options: { readonly columns: number },
  paint: Paint,
): string {
  const columns = Math.max(LEAST_COLUMNS, options.columns);
  return joined(isEmpty(progress) ? [welcome(columns, paint)] : summary(progress, columns, paint));
}

const summary = (progress: Progress, columns: number, paint: Paint): string[][] => [
  totals(progress, columns, paint),
  today(progress, columns, paint),
  week(progress, columns, paint),
];

const joined = (sections: readonly string[][]): string =>
  sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
