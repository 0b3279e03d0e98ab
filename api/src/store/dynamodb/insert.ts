import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import pMap, { pMapSkip } from 'p-map';
import { createSingleFlight } from '../../kernel/single-flight.ts';
import type { Store } from '../store.ts';
import { toStoreError } from './errors.ts';

/** Conditional writes in flight for one request. */
const WRITES_IN_FLIGHT = 32;

const IF_ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };

/**
 * Inserts each item with one conditional write. If a write finds that its item exists, somebody else
 * is probably writing the same items, so the remaining ones are looked up again: a failed write costs
 * as much as a successful one, and a partition accepts only 1,000 per second.
 */
export function createInsertIfAbsent<I extends { readonly pk: string; readonly sk: string }>(
  write: (item: I, condition: typeof IF_ABSENT, signal: AbortSignal) => Promise<unknown>,
  existing: Store['existing'],
): (items: readonly I[], signal: AbortSignal) => Promise<Set<string>> {
  // Concurrent callers in this process share the write of an item.
  const singleFlight = createSingleFlight<boolean>();

  async function put(item: I, signal: AbortSignal): Promise<boolean> {
    try {
      await write(item, IF_ABSENT, signal);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return async (items, signal) => {
    const queue = rotateRandomly(items);
    let present: ReadonlySet<string> = new Set();
    let lookingAgain: Promise<void> | undefined;

    async function lookAgain(rest: readonly I[]): Promise<void> {
      const [first] = rest;
      if (first === undefined) return;
      const sks = rest.map(({ sk }) => sk);
      present = await existing(first.pk, sks, signal);
      lookingAgain = undefined;
    }

    /** Whether this caller added the item. */
    async function add(item: I): Promise<boolean> {
      const key = JSON.stringify([item.pk, item.sk]);
      try {
        const { result, isLeader } = await singleFlight(key, signal, () => put(item, signal));
        return isLeader && result;
      } catch (error) {
        throw toStoreError(error);
      }
    }

    /** The sort key, if the item was added. */
    async function insert(item: I, index: number): Promise<string | typeof pMapSkip> {
      if (present.has(item.sk)) return pMapSkip;
      if (await add(item)) return item.sk;
      lookingAgain ??= lookAgain(queue.slice(index + 1));
      await lookingAgain;
      return pMapSkip;
    }

    return new Set(await pMap(queue, insert, { concurrency: WRITES_IN_FLIGHT }));
  };
}

/** Starts at a random item and wraps around, so that concurrent writers begin with different ones. */
function rotateRandomly<T>(items: readonly T[]): readonly T[] {
  const start = Math.floor(Math.random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
