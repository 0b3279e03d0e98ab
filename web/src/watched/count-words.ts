import { kindOf, type Noun, recordsOfDay } from '@immersion-tracker/contract';
import { daysBetween, secondsByKind, totalSeconds } from '../days/days.ts';
import type { Filters } from '../routes/routes.ts';
import type { Formats } from '../text/formats.ts';
import type { History, WatchedRecord } from '../tracker/tracker.ts';

/** The records that are loaded, and whether there are more. */
export interface Loaded {
  readonly records: readonly WatchedRecord[];
  readonly hasOlder: boolean;
}

/** How much matches the filters, such as `822 records, 310 h`. Empty if nothing does, or if it is not known yet. */
export function countWords(
  { days }: History,
  filters: Filters,
  loaded: Loaded | undefined,
  { counted, length }: Formats,
): string {
  const { day, kind, guessed, query } = filters;
  const noun: Noun | string = kind === undefined ? 'record' : kindOf(kind).nouns.record;
  const words = (count: number, seconds: number) =>
    count === 0 ? '' : `${counted(count, noun)}, ${length(seconds)}`;

  if (guessed || query !== undefined) {
    if (loaded === undefined) return '';
    const { records, hasOlder } = loaded;
    // The tracker counts only whole days.
    if (hasOlder) return `More than ${counted(records.length, noun)}`;
    return words(records.length, sum(records.map(({ duration }) => duration ?? 0)));
  }
  const chosen = day === undefined ? days : daysBetween(days, day, day);
  return kind === undefined
    ? words(sum(chosen.map(recordsOfDay)), totalSeconds(chosen))
    : words(sum(chosen.map((one) => one[`${kind}_records`])), secondsByKind(chosen)[kind]);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
