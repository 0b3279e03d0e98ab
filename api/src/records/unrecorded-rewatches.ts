import { naming, sharedKey } from '../store/shared-key.ts';
import type { Store } from '../store/store.ts';

interface Rewatch {
  readonly sk: string;
  /** The id of the first viewing. */
  readonly original: string;
  /** The id of the record that it copies. */
  readonly from: string;
}

/** Returns the rewatches that do not exist yet. Throws a 409 if another record has the key of one. */
export async function unrecordedRewatches(
  store: Store,
  pk: string,
  rewatches: readonly Rewatch[],
  signal: AbortSignal,
): Promise<Rewatch[]> {
  const byKey = new Map(rewatches.map((rewatch) => [rewatch.sk, rewatch]));
  for (const stored of await store.getMany(pk, [...byKey.keys()], naming, signal)) {
    const rewatch = byKey.get(stored.sk);
    if (rewatch !== undefined && rewatch.original !== stored.rewatch_of) {
      const [names] = await store.getMany(pk, [rewatch.from], naming, signal);
      const second = { ...names, rewatch_of: rewatch.original };
      throw sharedKey(stored, second, 'choose another watched_at');
    }
    byKey.delete(stored.sk);
  }
  return [...byKey.values()];
}
