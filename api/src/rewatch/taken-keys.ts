import { type Named, naming, sharedKey } from '../store/shared-key.ts';
import type { Copy, Store } from '../store/store.ts';

/** Throws if there is a record at the key of one of these rewatches which is not that rewatch. */
export async function rejectTakenKeys(
  store: Store,
  pk: string,
  rewatches: readonly Copy[],
  signal: AbortSignal,
): Promise<void> {
  const byKey = new Map(rewatches.map((rewatch) => [rewatch.to, rewatch]));
  for (const stored of await store.getMany(pk, [...byKey.keys()], naming, signal)) {
    const rewatch = byKey.get(stored.sk);
    const original = rewatch?.attributes.rewatch_of;
    if (rewatch === undefined || original === stored.rewatch_of) continue;
    const [names] = await store.getMany(pk, [rewatch.from], naming, signal);
    const second: Named = { ...names, rewatch_of: `${original}` };
    throw sharedKey(stored, second, 'give another time as watched_at');
  }
}
