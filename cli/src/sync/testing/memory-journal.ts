import type { Journal, PendingRemoval } from '../journal/journal.ts';

/** A journal in memory. `before` runs before each update. */
export function memoryJournal(
  finished: readonly PendingRemoval[] = [],
  before: (changes: Parameters<Journal['update']>[0]) => Promise<void> = async () => {},
): Journal {
  let content: Journal['content'] = { entries: [], finished, left: [] };
  return {
    file: '/state/journal.json',
    get content() {
      return content;
    },
    async update(changes) {
      await before(changes);
      content = { ...content, ...changes };
      return undefined;
    },
  };
}
