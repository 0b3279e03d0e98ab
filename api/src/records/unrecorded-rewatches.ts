import { naming, sharedKey } from '../store/shared-key.ts';
import type { Store } from '../store/store.ts';
import { movedRewatch, viewing } from './viewing.ts';

interface Rewatch {
  readonly sk: string;
  /** The id of the first viewing. */
  readonly original: string;
  /** The id of the record that it copies. */
  readonly from: string;
  readonly timestamp: number;
  readonly source: string | undefined;
}

const ADVICE = 'choose another watched_at';

/**
 * Returns the rewatches that do not exist yet. Throws a 409 if another record has the key of one, or if
 * it exists at another time and its source does not show that it is the same.
 */
export async function unrecordedRewatches<R extends Rewatch>(
  store: Store,
  pk: string,
  rewatches: readonly R[],
  signal: AbortSignal,
): Promise<R[]> {
  const byKey = new Map(rewatches.map((rewatch) => [rewatch.sk, rewatch]));
  for (const stored of await store.getMany(pk, [...byKey.keys()], viewing, signal)) {
    const rewatch = byKey.get(stored.sk);
    if (rewatch === undefined) continue;
    if (rewatch.original !== stored.rewatch_of) {
      const [names] = await store.getMany(pk, [rewatch.from], naming, signal);
      throw sharedKey(stored, { ...names, rewatch_of: rewatch.original }, ADVICE);
    }
    const isSame = rewatch.source !== undefined && rewatch.source === stored.source;
    if (rewatch.timestamp !== stored.timestamp && !isSame) throw movedRewatch(stored, ADVICE);
    byKey.delete(stored.sk);
  }
  return [...byKey.values()];
}
