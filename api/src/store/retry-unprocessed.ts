import { setTimeout as sleep } from 'node:timers/promises';
import { unavailableOr } from './dynamodb-errors.ts';

/** Milliseconds before the first repetition; doubled for each further one, up to a second. */
const BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 1000;

/**
 * Calls `send` with the keys, then with those that a throttled batch left unprocessed, until none
 * is left or the signal aborts. The SDK does not repeat them by itself.
 */
export async function retryUnprocessed<Key, Found>(
  keys: readonly Key[],
  signal: AbortSignal,
  send: (keys: Key[]) => Promise<{ done: Found[]; unprocessed: Key[] }>,
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
      throw unavailableOr(error);
    }
  }
  return found;
}
