import { isEmpty, type Progress } from '@immersion-tracker/contract';
import type { Paint } from '../text/paint.ts';
import { curve } from './charts/curve.ts';
import { lists } from './lists.ts';
import { today } from './today.ts';
import { totals } from './totals.ts';
import { week } from './week.ts';
import { welcome } from './welcome.ts';

/** On fewer columns nothing would be readable: such a terminal has to wrap lines. */
const LEAST_COLUMNS = 40;

/**
 * All of a learner's progress as lines without a last newline, none wider than `columns` of a
 * terminal if these are 40 or more. Lists show their first entries only, unless `all`.
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

/** What changes from day to day, as {@link progressScreen} begins: totals, today and the week. */
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
