import type { ApiError } from '@immersion-tracker/contract';
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

export interface Sending<Item> {
  /** Most items of a request. */
  readonly size: number;
  /** Sends one request; resolves with the items whose records are of this run. */
  readonly send: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** The id by which a 422 names an item. */
  readonly idOf?: (item: Item) => string;
  /** Called with the number of items that are settled. */
  readonly onSettled: (count: number) => void;
}

/**
 * Sends items in requests of bounded size. The tracker takes a request as a whole or not at all, so
 * if it refuses one, the items at fault are found and the others are sent without them: it names
 * unknown ids itself, and requests refused for another reason are divided. Throws if the trouble
 * is not with the items.
 */
export async function sendInParts<Item>(
  items: readonly Item[],
  { size, send, idOf, onSettled }: Sending<Item>,
): Promise<Sent<Item>> {
  const acknowledged: Item[] = [];
  const refused: Refused<Item>[] = [];
  let failuresInARow = 0;
  let providerDown: ApiError | undefined;

  function refuse(part: readonly Item[], reason: string): void {
    const providerIsDown = providerDown !== undefined;
    refused.push(...part.map((item) => ({ item, reason, providerIsDown })));
    onSettled(part.length);
  }

  /** The error, if the tracker refuses the part for what is in it, or the provider is down. */
  async function attempt(part: readonly Item[]): Promise<ApiError | undefined> {
    if (part.length === 0 || providerDown !== undefined) return providerDown;
    try {
      const ours = new Set(await send(part));
      acknowledged.push(...ours);
      onSettled(ours.size);
      const others = part.filter((item) => !ours.has(item));
      if (others.length > 0) refuse(others, MEANWHILE);
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

  async function settle(part: readonly Item[], error: ApiError | undefined): Promise<void> {
    if (error === undefined) return;
    if (error.code === 'unknown_ids' && idOf !== undefined) {
      const unknown = new Set(error.ids.map(String));
      const rest = part.filter((item) => !unknown.has(idOf(item)));
      if (rest.length < part.length) {
        refuse(
          part.filter((item) => unknown.has(idOf(item))),
          error.message,
        );
        return settle(rest, await attempt(rest));
      }
    }
    if (part.length === 1 || providerDown !== undefined) return refuse(part, error.message);

    const middle = Math.floor(part.length / 2);
    const halves = [part.slice(0, middle), part.slice(middle)];
    // Both before either is divided further: one bad item then has a success at each level.
    const errors = [];
    for (const half of halves) errors.push(await attempt(half));
    for (const [index, half] of halves.entries()) await settle(half, errors[index]);
  }

  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    await settle(part, await attempt(part));
  }
  return { acknowledged, refused };
}

/** Whether a refusal is about the key, the account or the quota, so that it is the same for all. */
export function isOfProvider({ code, providerBlocked }: ApiError): boolean {
  return code === 'provider_not_configured' || providerBlocked;
}
