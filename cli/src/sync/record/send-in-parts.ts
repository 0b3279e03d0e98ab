import type { ApiError } from '@immersion-tracker/contract';
import type { Screen } from '../../terminal/screen.ts';
import { isRefusal } from '../../tracker/refusal.ts';

export interface Refused<Item> {
  readonly item: Item;
  readonly reason: string;
  /** The provider is in trouble, whatever the item is: no other was sent to it. */
  readonly providerIsDown: boolean;
}

/** What came of sending: each item is acknowledged, or refused with a reason. */
export interface Sent<Item> {
  readonly acknowledged: readonly Item[];
  readonly refused: readonly Refused<Item>[];
}

/**
 * So many failures of a provider in a row, each for fewer items, are hardly for the sake of items: the
 * provider itself is in trouble, and is not asked any more.
 */
const FAILURES_OF_A_PROVIDER_DOWN = 8;

/** Why an item stays whose record is there, but is not of this run. */
export const MEANWHILE =
  'was recorded by another client in the meantime: sync again to say whether it is the same viewing';

interface Sending<Item> {
  /** Most items of a request. */
  readonly size: number;
  /** Sends one request; resolves with the items whose records are of this run. */
  readonly send: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** The id by which a 422 names an item. */
  readonly idOf?: (item: Item) => string;
}

/**
 * Sends items in requests of bounded size, under a bar. The tracker takes a request as a whole or not at
 * all, so if it refuses one, the items at fault are found and the others are sent without them: it names
 * unknown ids itself, and requests refused for another reason are divided. Throws if the trouble
 * is not with the items.
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

/** All of it together. */
export function joined<Item>(all: readonly Sent<Item>[]): Sent<Item> {
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    refused: all.flatMap(({ refused }) => refused),
  };
}

/** Yields what comes of items as soon as it is known. */
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

  /** Returns the error, if the tracker refuses the part for what is in it, or the provider is down. */
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
    // Both before either is divided further: one bad item then has a success at each level.
    const errors = [];
    for (const half of halves) errors.push(yield* attempt(half));
    for (const [index, half] of halves.entries()) yield* settle(half, errors[index]);
  }

  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    yield* settle(part, yield* attempt(part));
  }
}

/** Whether a refusal is about the key, the account or the quota, so that it is the same for all. */
export function isOfProvider({ code, providerBlocked }: ApiError): boolean {
  return code === 'provider_not_configured' || providerBlocked;
}
