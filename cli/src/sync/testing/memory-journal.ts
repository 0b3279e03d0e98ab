import type { FinishedFolder } from '../journal/journal.ts';
import type { CleanUpNotes } from '../remove/clean-up-notes.ts';

/** Notes that are kept as long as the test runs. */
export function memoryNotes(...folders: readonly FinishedFolder[]): CleanUpNotes {
  let noted: readonly FinishedFolder[] = folders;
  return {
    read: () => noted,
    async write(now) {
      noted = now;
    },
  };
}
