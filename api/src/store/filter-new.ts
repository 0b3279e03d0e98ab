import { rewatchesAt } from './shared-key.ts';
import type { Store } from './store.ts';

/** Keeps the entries whose items do not exist yet. */
export async function filterNew<T>(
  store: Store,
  pk: string,
  bySortKey: ReadonlyMap<string, T>,
  signal: AbortSignal,
): Promise<Map<string, T>> {
  const existing = await store.existing(pk, [...bySortKey.keys()], signal);
  return new Map([...bySortKey].filter(([sk]) => !existing.has(sk)));
}

/** Keeps the ids without a record. A made-up id can have the key of a rewatch, which does not count. */
export async function filterUnrecorded(
  store: Store,
  pk: string,
  ids: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const newIds = await filterNew(store, pk, ids, signal);
  const known = [...ids.keys()].filter((sk) => !newIds.has(sk));
  const rewatches = await rewatchesAt(store, pk, known, signal);
  return new Map([...ids].filter(([sk]) => newIds.has(sk) || rewatches.has(sk)));
}
