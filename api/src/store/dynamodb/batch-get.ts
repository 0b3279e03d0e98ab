import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import { chunk } from '../../kernel/chunk.ts';
import { toStoreError } from './errors.ts';

/** BatchGetItem's limit. */
const KEYS_PER_BATCH = 100;
/** Batches in flight for one request. */
const BATCHES_IN_FLIGHT = 5;
/** Milliseconds before the first retry, doubled for each further one, up to a second. */
const BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 1000;

/** Sends one BatchGetItem. */
type SendBatch<Key, Found> = (
  keys: Key[],
) => Promise<{ readonly done: readonly Found[]; readonly unprocessed: Key[] }>;

/** Reads any number of items in batches. The keys must be distinct. */
export async function batchGet<Key, Found>(
  keys: readonly Key[],
  signal: AbortSignal,
  send: SendBatch<Key, Found>,
): Promise<Found[]> {
  const batches = chunk(keys, KEYS_PER_BATCH);
  const found = await pMap(batches, (batch) => retryUnprocessed(batch, signal, send), {
    concurrency: BATCHES_IN_FLIGHT,
  });
  return found.flat();
}

/** Retries keys that a throttled batch left unprocessed, which the SDK does not do. */
async function retryUnprocessed<Key, Found>(
  keys: readonly Key[],
  signal: AbortSignal,
  send: SendBatch<Key, Found>,
): Promise<Found[]> {
  const found: Found[] = [];
  let left = [...keys];
  for (let attempt = 0; left.length > 0; attempt += 1) {
    try {
      if (attempt > 0) {
        const longest = Math.min(BACKOFF_MS * 2 ** attempt, LONGEST_BACKOFF_MS);
        await sleep(Math.random() * longest, undefined, { signal });
      }
      const { done, unprocessed } = await send(left);
      found.push(...done);
      left = unprocessed;
    } catch (error) {
      throw toStoreError(error);
    }
  }
  return found;
}
