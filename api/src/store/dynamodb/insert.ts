import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import pMap, { pMapSkip } from 'p-map';
import { createSingleFlight } from '../../kernel/single-flight.ts';
import type { Store } from '../store.ts';
import { toStoreError } from './errors.ts';

/** Conditional writes in flight for one request. */
const WRITES_IN_FLIGHT = 32;

/** The condition under which an item is new. */
const IF_ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };

/**
 * One conditional write for each item. If one finds its item there, somebody else is writing the
 * same ones: those to come are looked up again, since a write that fails costs as much as one that
 * does not, and a partition takes 1,000 a second.
 */
export function createInsertIfAbsent<I extends { readonly pk: string; readonly sk: string }>(
  /** Sends one item to the table. */
  write: (item: I, condition: typeof IF_ABSENT, signal: AbortSignal) => Promise<unknown>,
  existing: Store['existing'],
): (items: readonly I[], signal: AbortSignal) => Promise<Set<string>> {
  // Of concurrent writers of one item all but the first only have to learn that it is there.
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

    /** Whether this caller is the one who added it. */
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

/** The same items from any of them on, so that concurrent writers of all do not begin with the same. */
function rotateRandomly<T>(items: readonly T[]): readonly T[] {
  const start = Math.floor(Math.random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
