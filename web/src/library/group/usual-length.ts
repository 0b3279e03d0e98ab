import { median } from 'd3-array';
import type { WatchedRecord } from '../../tracker/tracker.ts';

/** How long most records are, in seconds. */
export interface UsualLength {
  readonly seconds: number;
  /** Whether nothing but guesses is known. */
  readonly isGuess: boolean;
}

/** The median of the lengths that are known, or else of the guesses; undefined without any. */
export function usualLength(
  records: readonly Pick<WatchedRecord, 'duration' | 'duration_source'>[],
): UsualLength | undefined {
  const lengthsOf = (isGuess: boolean) =>
    records.flatMap(({ duration, duration_source }) =>
      duration !== null && (duration_source === 'guess') === isGuess ? [duration] : [],
    );
  for (const isGuess of [false, true]) {
    const seconds = median(lengthsOf(isGuess));
    if (seconds !== undefined) return { seconds, isGuess };
  }
  return undefined;
}
