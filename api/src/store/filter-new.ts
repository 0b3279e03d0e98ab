import { rewatchesAt } from './shared-key.ts';
import type { Store } from './store.ts';

/** The entries, by sort key, whose items do not exist yet. */
export async function filterNew<T>(
  store: Store,
  pk: string,
  bySortKey: ReadonlyMap<string, T>,
  signal: AbortSignal,
): Promise<Map<string, T>> {
  const existing = await store.existing(pk, [...bySortKey.keys()], signal);
  return new Map([...bySortKey].filter(([sk]) => !existing.has(sk)));
}

/** The ids, by sort key, that have no record. A rewatch may have the key of a made-up id. */
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
