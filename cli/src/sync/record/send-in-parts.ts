import type { ApiError } from '@immersion-tracker/contract';
import type { Screen } from '../../terminal/screen.ts';
import { isOfProvider, isRefusal } from '../../tracker/refusal.ts';

export interface Refused<Item> {
  readonly item: Item;
  readonly reason: string;
  /** Whether the provider rejects every request at the moment, so that further items were not sent. */
  readonly providerIsDown: boolean;
}

/** The result of sending: each item was acknowledged, or refused with a reason. */
export interface Sent<Item> {
  readonly acknowledged: readonly Item[];
  readonly refused: readonly Refused<Item>[];
}

/**
 * After this many failures in a row, each with fewer items, the provider itself must be at fault, and is
 * not asked any more.
 */
const FAILURES_OF_A_PROVIDER_DOWN = 8;

/** Why an item is left if its record exists, but was not added by this run. */
export const MEANWHILE =
  'was recorded by another client in the meantime: sync again to say whether it is the same viewing';

interface Sending<Item> {
  /** Items per request. */
  readonly size: number;
  /** Sends one request. Resolves with the items whose records were added by this run. */
  readonly send: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** The id that a 422 response uses for an item. */
  readonly idOf?: (item: Item) => string;
}

/**
 * Sends items in requests of limited size, and shows a bar. The tracker accepts a request as a whole or
 * not at all. If it refuses one, this finds the items at fault and sends the others without them: the
 * response lists unknown ids, and for any other reason the request is split. Rejects if the items are not
 * at fault.
 */
export async function sendInParts<Item>(
  screen: Screen,
  title: string,
  items: readonly Item[],
  sending: Sending<Item>,
): Promise<Sent<Item>> {
  const bar = screen.bar(title, items.length);
  const all: Sent<Item>[] = [];
  try {
    for await (const sent of parts(items, sending)) {
      bar.advance(sent.acknowledged.length + sent.refused.length);
      all.push(sent);
    }
  } finally {
    bar.end();
  }
  return joined(all);
}

export function joined<Item>(all: readonly Sent<Item>[]): Sent<Item> {
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    refused: all.flatMap(({ refused }) => refused),
  };
}

/** Yields results as soon as they are known. */
async function* parts<Item>(
  items: readonly Item[],
  { size, send, idOf }: Sending<Item>,
): AsyncGenerator<Sent<Item>, void> {
  let failuresInARow = 0;
  let providerDown: ApiError | undefined;

  function refuse(part: readonly Item[], reason: string): Sent<Item> {
    const providerIsDown = providerDown !== undefined;
    return { acknowledged: [], refused: part.map((item) => ({ item, reason, providerIsDown })) };
  }

  /** Returns the error if the tracker refuses the items, or if the provider is down. */
  async function* attempt(part: readonly Item[]): AsyncGenerator<Sent<Item>, ApiError | undefined> {
    if (part.length === 0 || providerDown !== undefined) return providerDown;
    try {
      const ours = new Set(await send(part));
      const others = part.filter((item) => !ours.has(item));
      yield { ...refuse(others, MEANWHILE), acknowledged: [...ours] };
      failuresInARow = 0;
      return undefined;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      failuresInARow = error.code === 'provider_error' ? failuresInARow + 1 : 0;
      const isDown = isOfProvider(error) || failuresInARow >= FAILURES_OF_A_PROVIDER_DOWN;
      if (isDown) providerDown ??= error;
      return error;
    }
  }

  async function* settle(
    part: readonly Item[],
    error: ApiError | undefined,
  ): AsyncGenerator<Sent<Item>, void> {
    if (error === undefined) return;
    if (error.code === 'unknown_ids' && idOf !== undefined) {
      const unknown = new Set(error.ids.map(String));
      const { bad = [], rest = [] } = Object.groupBy(part, (item) =>
        unknown.has(idOf(item)) ? 'bad' : 'rest',
      );
      if (bad.length > 0) {
        yield refuse(bad, error.message);
        yield* settle(rest, yield* attempt(rest));
        return;
      }
    }
    if (part.length === 1 || providerDown !== undefined) {
      yield refuse(part, error.message);
      return;
    }
    const middle = Math.floor(part.length / 2);
    const halves = [part.slice(0, middle), part.slice(middle)];
    // Try both halves before splitting either: with one bad item, each level then has a success.
    const errors = [];
    for (const half of halves) errors.push(yield* attempt(half));
    for (const [index, half] of halves.entries()) yield* settle(half, errors[index]);
  }

  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    yield* settle(part, yield* attempt(part));
  }
}
