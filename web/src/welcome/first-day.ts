import { kindOf } from '@immersion-tracker/contract';
import type { LibraryEntry } from '../tracker/tracker.ts';

/** Whether its provider does not know it yet, so that its name, artwork and lengths are missing. */
export function isUnmatched({ kind, group_id: id }: Pick<LibraryEntry, 'kind' | 'group_id'>) {
  const { group } = kindOf(kind);
  return group !== null && 'sharedId' in group && id.startsWith(group.prefix);
}

/** Those to match first, then the others; those that took the most time first. */
export const unmatchedFirst = (library: readonly LibraryEntry[]): LibraryEntry[] =>
  library.toSorted(
    (a, b) => Number(isUnmatched(b)) - Number(isUnmatched(a)) || b.seconds - a.seconds,
  );
