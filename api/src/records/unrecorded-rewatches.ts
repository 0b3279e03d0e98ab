import { naming, sharedKey } from '../store/shared-key.ts';
import type { Copy, Store } from '../store/store.ts';

/** Returns the rewatches that do not exist yet. Throws a 409 if another record has the key of one. */
export async function unrecordedRewatches(
  store: Store,
  pk: string,
  rewatches: readonly Copy[],
  signal: AbortSignal,
): Promise<Copy[]> {
  const byKey = new Map(rewatches.map((rewatch) => [rewatch.to, rewatch]));
  for (const stored of await store.getMany(pk, [...byKey.keys()], naming, signal)) {
    const rewatch = byKey.get(stored.sk);
    const original = rewatch?.attributes.rewatch_of;
    if (rewatch !== undefined && original !== stored.rewatch_of) {
      const [names] = await store.getMany(pk, [rewatch.from], naming, signal);
      const second = { ...names, rewatch_of: `${original}` };
      throw sharedKey(stored, second, 'choose another watched_at');
    }
    byKey.delete(stored.sk);
  }
  return [...byKey.values()];
}
