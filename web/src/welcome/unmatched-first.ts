import { isUnmatched } from '../kinds/names.ts';
import type { LibraryEntry } from '../tracker/tracker.ts';

/** Those to match first, then the others; those that took the most time first. */
export const unmatchedFirst = (library: readonly LibraryEntry[]): LibraryEntry[] =>
  library.toSorted(
    (a, b) => Number(isUnmatched(b)) - Number(isUnmatched(a)) || b.seconds - a.seconds,
  );
