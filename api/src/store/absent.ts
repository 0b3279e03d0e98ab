import type { Store } from './store.ts';

/** The entries, by sort key, whose items do not exist yet. */
export async function absent<T>(
  store: Store,
  pk: string,
  bySortKey: ReadonlyMap<string, T>,
  signal: AbortSignal,
): Promise<Map<string, T>> {
  const existing = await store.existing(pk, [...bySortKey.keys()], signal);
  return new Map([...bySortKey].filter(([sk]) => !existing.has(sk)));
}
