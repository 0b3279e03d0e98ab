import type { endpoints, ResponseOf, TvdbKind } from '@immersion-tracker/contract';
import { printable } from '../text/printable.ts';

/** A show or a movie, as TheTVDB lists it. */
export type Title = ResponseOf<typeof endpoints.search>['results'][number];

/** What the learner calls each kind. */
export const NOUNS: Readonly<Record<TvdbKind, string>> = { series: 'show', movie: 'movie' };

/** A title in one line, such as `Your Name. (2016) · 君の名は。`. */
export function titleLine({ name, original_name, year }: Title): string {
  // Some names on TheTVDB end in their year.
  const isDated = year === null || name.includes(`(${year})`);
  const original = original_name === name ? '' : ` · ${original_name}`;
  return printable(`${name}${isDated ? '' : ` (${year})`}${original}`);
}
