import { episode } from '@immersion-tracker/contract';
import { wholeDeadline } from '../../kernel/testing/fakes.ts';
import { episodeItem, showItem } from '../../store/items.ts';
import { partitionKey } from '../../store/keys.ts';
import type { Store } from '../../store/store.ts';
import { readAll } from '../../store/testing/conformance/subject.ts';
import { openMemoryStore } from '../../store/testing/memory-store.ts';

const USER = 'alice';

/** An empty store in memory, without a log. */
export const emptyStore = (): Store => openMemoryStore();

/** A call of an operation, by default by alice, with the full time of a request. */
export const callWith = <Request>(request: Request, user = USER) => ({
  user,
  request,
  deadline: wholeDeadline(),
});

/** A user's show and episode items, in sort-key order. */
export async function itemsOf(store: Store, user = USER) {
  const pk = partitionKey(user);
  return {
    shows: await readAll(store, { pk, prefix: episode.group.prefix }, showItem),
    episodes: await readAll(store, { pk, prefix: episode.record.prefix }, episodeItem),
  };
}

/** A store that lists each write in `journal`. */
export function journaling(store: Store, journal: string[]): Store {
  return {
    ...store,
    insertIfAbsent(items, signal, groups = []) {
      journal.push(...[...groups, ...items].map(({ sk }) => `insert ${sk}`));
      return store.insertIfAbsent(items, signal, groups);
    },
    update(key, changes, signal, version) {
      journal.push(`update ${key.sk} at version ${version}`);
      return store.update(key, changes, signal, version);
    },
  };
}
